#include "stages/tokenise.h"

namespace greffier {

void tokenise(const Pack&, Workspace&, Document&) {}

}  // namespace greffier
