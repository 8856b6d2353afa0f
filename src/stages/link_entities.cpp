#include "stages/link_entities.h"

namespace greffier {

void link_entities(const Pack&, Workspace&, Document&) {}

}  // namespace greffier
