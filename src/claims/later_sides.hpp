/// Later sides: who gave or took goods, where only the next sentence says so.
///
///     "Mali received four jets in May. They came from Turkey."     from Turkey
///     "Serbia sold 40 howitzers. The buyer was Armenia."           to Armenia
#pragma once

#include <vector>

#include "claims/constructions.hpp"
#include "claims/stage.hpp"

namespace msmt {

/// Fills the open side of the handovers of the sentence before, in `told`, which holds the claims of all
/// sentences before this one, and in the article's memory; whether this sentence named such a side.
bool fill_later_side(const Stage& stage, const Constructions& constructions,
                     std::vector<Claim>& told);

}  // namespace msmt
