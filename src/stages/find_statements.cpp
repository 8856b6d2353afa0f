#include "stages/find_statements.h"

namespace greffier {

void find_statements(const Pack&, Workspace&, Document&) {}

}  // namespace greffier
