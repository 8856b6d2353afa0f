#include "stages/split_sentences.h"

namespace greffier {

void split_sentences(const Pack&, Workspace&, Document&) {}

}  // namespace greffier
