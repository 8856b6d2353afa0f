// Proper names by structured perceptron; fills mentions of kind name, each without entity.
#pragma once

#include "greffier/document.h"
#include "greffier/pack.h"

namespace greffier {

struct Workspace;

void find_names(const Pack& pack, Workspace& workspace, Document& document);

}  // namespace greffier
