// Descriptions that point at somebody: "le président bélarusse", "son homologue russe", "le pays".
#pragma once

#include "stages/entities/context.h"

namespace greffier::entities {

// The description headed by the noun `t`; adds a nominal mention where one entity is meant plainly.
void read_description(Context& context, Index t, bool heading);

}  // namespace greffier::entities
