/// What stands around a date: figures that only look like years, and words that point ahead.
#pragma once

#include <string_view>

#include "extract/rule.hpp"

namespace msmt {

/// Whether four digits that look like a year count, measure or name something: "2000 trucks",
/// "1900 GMT", "KN-2024". pre: the folded preposition before them, or "".
bool is_no_year(const Captures& captures, std::size_t item, std::string_view pre);

/// Whether the day number of a date counts what follows it: "in May 15 ships sailed".
bool counts_next(const Captures& captures, std::size_t after);

/// Whether a date without a year is to come: "will deliver in October", "by June" with no past verb.
/// bend: the value of its preposition in calendar.tsv.
bool points_ahead(const Captures& captures, std::string_view bend);

/// The token right before or after a range of items; nullptr at the edges of the sentence.
const Token* token_before(const Captures& captures, std::size_t item);
const Token* token_after(const Captures& captures, std::size_t item);

}  // namespace msmt
