/// Refer: phrases without a noun of their own stand for goods or people that were named before.
///
///     "Turkey makes the Akinci drone. It sold 40 of them."     40 of them: drones
///     "Ukraine needs shells. The Czech Republic sent 500,000." 500,000: shells
#pragma once

#include <vector>

#include "claims/stage.hpp"

namespace msmt {

/// A count or a word for a part, with no noun of its own: "six", "most", "the first two".
bool is_bare_part(const Chunk& chunk);

/// Gives the parts and counts of a sentence the class of what they stand for. Comes before its
/// triggers are read, so that every frame sees them as the goods or people that they are.
void refer(const Grammar& grammar, const Memory& memory, std::size_t sentence,
           std::vector<Chunk>& chunks);

/// What a sentence speaks of, for the one behind it.
void note_goods(const Stage& stage);

}  // namespace msmt
