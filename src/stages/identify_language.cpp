#include "stages/identify_language.h"

namespace greffier {

void identify_language(const Pack&, Workspace&, Document&) {}

}  // namespace greffier
