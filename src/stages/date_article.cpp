#include "stages/date_article.h"

namespace greffier {

void date_article(const Pack&, Workspace&, Document&) {}

}  // namespace greffier
