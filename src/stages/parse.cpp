#include "stages/parse.h"

namespace greffier {

void parse(const Pack&, Workspace&, Document&) {}

}  // namespace greffier
