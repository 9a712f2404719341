/// What stands around a date: figures that only look like years, and words that point ahead.
#pragma once

#include <cstdint>
#include <string_view>

#include "extract/rule.hpp"

namespace msmt {

/// Whether four digits that look like a year count, measure or name something: "2000 trucks",
/// "1900 GMT", "KN-2024". pre: the folded preposition before them, or "".
bool is_no_year(const Captures& captures, std::size_t item, std::string_view pre);

/// Whether the day number of a date counts what follows it: "in May 15 ships sailed".
bool counts_next(const Captures& captures, std::size_t after);

/// Which way the verbs around a date without a year point: "will deliver in October" ahead, "was shown
/// in October" back. bend: the value of its preposition in calendar.tsv; "by June" points ahead where
/// no verb is in a past tense.
enum class Aim : std::uint8_t { back, ahead, open };
Aim aim_of(const Captures& captures, std::string_view bend);

/// The token right before or after a range of items; nullptr at the edges of the sentence.
const Token* token_before(const Captures& captures, std::size_t item);
const Token* token_after(const Captures& captures, std::size_t item);
/// Whether there is a token and it is this word, folded.
bool is_folded(const Token* token, std::string_view word);

}  // namespace msmt
