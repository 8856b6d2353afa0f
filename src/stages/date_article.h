// Narrows the article's day and resolves the values of times that hang on it.
#pragma once

#include "greffier/document.h"
#include "greffier/pack.h"

namespace greffier {

struct Workspace;

void date_article(const Pack& pack, Workspace& workspace, Document& document);

}  // namespace greffier
