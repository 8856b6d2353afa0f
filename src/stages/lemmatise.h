// Lemmas by lexicon and suffix rules.
#pragma once

#include "greffier/document.h"
#include "greffier/pack.h"

namespace greffier {

struct Workspace;

void lemmatise(const Pack& pack, Workspace& workspace, Document& document);

}  // namespace greffier
