// Parts of speech and features by perceptron.
#pragma once

#include "greffier/document.h"
#include "greffier/pack.h"

namespace greffier {

struct Workspace;

void tag(const Pack& pack, Workspace& workspace, Document& document);

}  // namespace greffier
