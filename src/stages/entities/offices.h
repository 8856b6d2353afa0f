// Offices: which one a noun names, and who in the text, or in the knowledge, holds it on the article's day.
#pragma once

#include <string_view>

#include "stages/entities/context.h"
#include "stages/entities/nouns.h"

namespace greffier::entities {

// The kinds of office that the noun stands for, separated by blanks, as in the word list "office-noun"; empty for none.
std::string_view offices_of(const Context& context, const NounSense& sense);

// Whether an entity of the text holds one of the offices on the article's day (or held it before, with `past`).
bool holds_office(const Context& context, Index entity, std::string_view offices, bool past);

// The one holder of one of the offices of a country on the article's day: an entity of the text, or a new one that the
// text does not name. kNone where the day is open, or the knowledge has none or several.
Index holder(Context& context, Country country, std::string_view offices);

// The same among the entities of the text only.
Index named_holder(const Context& context, Country country, std::string_view offices);

// The office that an entity holds on the article's day; empty where it holds none or several.
std::string_view own_office(const Context& context, Index entity);

}  // namespace greffier::entities
