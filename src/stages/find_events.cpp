#include "stages/find_events.h"

namespace greffier {

void find_events(const Pack&, Workspace&, Document&) {}

}  // namespace greffier
