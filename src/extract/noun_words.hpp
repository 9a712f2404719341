/// Words of a counted noun phrase: what may go on in it, and where heads are shared.
#pragma once

#include <cstddef>
#include <cstdint>

#include "extract/rule.hpp"

namespace msmt {

const Token& last_token(const Scene& scene, const Term& item);

/// A country, body or unit: what is counted goes on past it ("10 North Korean workers").
bool is_name(const Term& item);

/// The kinds of a word, none for one in capitals: "IT workers".
std::uint32_t kinds_of(const Scene& scene, const Token& token);

/// A word that can follow in the same noun phrase: not a preposition, verb, mark or date.
bool continues(const Scene& scene, std::size_t index);

/// "6,500 500-pound bombs", "40 500-kg bombs": whether the last item of the number, which stands behind a space and
/// before a hyphen, is a size of what the others count; but "a 10 000-ton ship".
bool counts_sized(const Scene& scene, ItemRange number);

/// The end of a word in capitals with digits that touch it, "M109A3GN": past the item when there is
/// one.
std::size_t designation_end(const Scene& scene, std::size_t index);

/// The head of "cruise, anti-ship and ballistic missiles", whose first comma is at `comma`: a plural
/// noun that is shared by all; items.size() where there is none.
std::size_t shared_head(const Scene& scene, std::size_t comma);

/// The head behind a first noun that only describes it: "three shipping and aviation companies", "forty
/// refugees' children"; the first noun where it is the head itself.
std::size_t head_further_on(const Scene& scene, std::size_t head, bool plural);

}  // namespace msmt
