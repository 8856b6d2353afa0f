// Groups the tokens into sentences.
#pragma once

#include "greffier/document.h"
#include "greffier/pack.h"

namespace greffier {

struct Workspace;

void split_sentences(const Pack& pack, Workspace& workspace, Document& document);

}  // namespace greffier
