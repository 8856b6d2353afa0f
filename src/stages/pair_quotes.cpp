#include "stages/pair_quotes.h"

namespace greffier {

void pair_quotes(const Pack&, Workspace&, Document&) {}

}  // namespace greffier
