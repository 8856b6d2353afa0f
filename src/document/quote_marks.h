// Quotation marks among the tokens: their kind, and whether each opens or closes.
#pragma once

#include <cstdint>
#include <vector>

#include "greffier/document.h"

namespace greffier {

enum class QuoteKind : std::uint8_t { none, guillemet, double_curly, single_curly, straight, low };

struct QuoteMark {
  QuoteKind kind = QuoteKind::none;
  bool opens = false;
};

// One entry for each token. Straight marks, and guillemets that stand turned round, are told by what stands beside them and
// by whether one is open in their paragraph.
void find_quote_marks(const Document& document, std::vector<QuoteMark>& marks);

// Whether a paragraph ends behind the token: the text ends, or a line does.
bool ends_paragraph(const Document& document, Index token);

}  // namespace greffier
