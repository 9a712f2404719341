/// Counted nouns whose describing words are a list: "11 heavy and light tanks".
#pragma once

#include <cstddef>
#include <optional>

#include "extract/noun_phrase.hpp"

namespace msmt {

/// The noun at item `shared`, which ends a list that begins at item `begin`.
CountedNoun noun_of_list(const Scene& scene, std::size_t begin, std::size_t shared);

/// "20 American and British soldiers": the noun behind two words or nations that only describe it; nullopt where
/// the items of `range` begin otherwise.
std::optional<CountedNoun> described_noun(const Scene& scene, ItemRange range);

}  // namespace msmt
