#include "stages/lemmatise.h"

namespace greffier {

void lemmatise(const Pack&, Workspace&, Document&) {}

}  // namespace greffier
