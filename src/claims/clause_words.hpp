/// Clause words: the small words by which patterns over chunks tell where a clause or a list
/// goes on and where it ends.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "claims/chunk.hpp"

namespace msmt {

/// Words that patterns name themselves; every other small word stands under a mark.
inline constexpr std::array<std::string_view, 17> kNamedWords = {
    "of",   "in",    "from", "by",   "to",  "with", "for", "on", "at",
    "that", "which", "who",  "whom", "and", "or",   "but", ","};

/// "of", "in exchange for": one word or a phrase that works as one.
bool is_preposition(std::string_view word);

/// A preposition that opens no clause: "in", "on board", not "after".
bool governs(const Chunk& chunk);

/// Whether chunk i stands behind such a preposition and does nothing itself: "rebels in [Yemen] said".
bool is_governed(const std::vector<Chunk>& chunks, std::size_t i);

/// Words that begin another clause: "because", "while", ";".
bool is_break(std::string_view word);

/// Words before a gerund that says when or how the main clause came about: "after", "by".
bool leads_gerund(std::string_view word);

/// Words between the members of a list: "and", ",", "as well as".
bool joins_list(std::string_view word);
/// "as well as", "along with", "together with": goes on with what was named before.
bool goes_along(std::string_view word);

/// "left", "right", "center": where in a picture somebody is: "Putin, left, and Kim".
bool places_in_picture(std::string_view word);

/// A comma, a semicolon or "and": ends a member of a list, or a clause.
bool ends_clause(const Chunk& c);

/// "in exchange for", "in return for": what is given for something follows.
bool opens_return(const Chunk& c);

/// The mark under which patterns take a chunk: "np", "act", "prep" …; empty for kNamedWords.
std::string_view mark_of(const Chunk& chunk);

/// A verb of its own clause: active or passive.
bool is_finite(const Chunk& chunk);

/// "coal, Togo's largest export": whether chunk k says what the one before the comma is.
bool says_what_it_is(const std::vector<Chunk>& chunks, std::size_t k);

/// "nine other nations", "ten partners": states without their names.
bool counts_states(const Chunk& chunk);

/// "a plan by Chad to buy", "the decision on Monday not to send": chunk of the noun phrase that the infinitive at chunk
/// `verb` stands behind, past `not`, dates and whose it is; the number of chunks for none.
std::size_t noun_completed(const std::vector<Chunk>& chunks, std::size_t verb);

/// "each year", "every month": says how often, and is no side of a verb.
bool tells_how_often(const Chunk& chunk);

}  // namespace msmt
