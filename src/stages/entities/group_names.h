// Which names of a text are one entity: the same string, a last name behind a full one, an acronym and what it stands for.
#pragma once

#include <vector>

#include "greffier/document.h"
#include "greffier/pack.h"
#include "pack/fingerprint.h"
#include "stages/entities/scratch.h"

namespace greffier::entities {

// Makes Document::entities from the mentions, all of them names, and gives each mention its entity.
void group_names(const Pack& pack, const std::vector<Fingerprint>& words, Scratch& scratch, Document& document);

}  // namespace greffier::entities
