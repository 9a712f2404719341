/// Goods that come back, and goods that are handed on: sides that follow from the deed before.
///
///     "Iran sent drones to Russia, and 24 jets came in return"
///     "Denmark bought howitzers from Israel, which were later sent to Chad"
#pragma once

#include "claims/complete.hpp"

namespace msmt {

/// Whether a claim stands in this sentence or the one before.
bool near(const Stage& stage, const Claim& before);

/// Whether the deed told last is of the sides of a claim the other way round; gives the claim these sides.
bool against_deed(const Stage& stage, const Evoked& evoked, Claim& claim);

/// "Denmark bought howitzers from Israel, which were later sent to Chad": who took the goods first hands them on.
bool handed_on(const Stage& stage, const Evoked& evoked, Claim& claim);

}  // namespace msmt
