/// Overlaps: claims that count the same goods in part, so that nobody adds them up.
///
///     200 drones since September 2023  contains  80 drones in 2024        (period)
///     9,000,000 rounds in 2024         contains  6,000,000 shells in 2024  (kind)
///     481 workers                      contains  198 of them               (part)
#pragma once

#include <vector>

#include "merge/background.hpp"

namespace msmt {

/// Sets MergedClaim::overlaps of all claims. Ids must be set.
void mark_overlaps(std::vector<MergedClaim>& claims, const Background::Impl& background);

}  // namespace msmt
