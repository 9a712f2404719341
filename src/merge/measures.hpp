/// Measures: the rules that a claim touches, with the ratio to their caps. No verdict is given.
///
///     Russia -> North Korea: more than 1,000,000 barrels of fuel, March to October 2024
///     -> UNSCR 2397 (2017) OP 5, 500,000 barrels a year, ratio 2
#pragma once

#include <vector>

#include "merge/background.hpp"

namespace msmt {

/// Sets MergedClaim::measures of all claims, from the lexicon and from the `limit` claims among them.
void apply_measures(std::vector<MergedClaim>& claims, const Background::Impl& background);

}  // namespace msmt
