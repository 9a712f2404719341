/// Sides that are those of who speaks.
#pragma once

#include <vector>

#include "claims/speech.hpp"
#include "claims/stage.hpp"

namespace msmt {

/// "Berlin said that no missiles had been passed on": a state speaks of its own goods.
void denied_by_giver(const Stage& stage, const std::vector<Speaker>& speakers, std::size_t at,
                     Claim& claim);

/// "Chad's prime minister said that 70 people had been killed": where no state is named besides, a
/// state counts its own dead.
void counted_by_own(const Stage& stage, const std::vector<Speaker>& speakers, std::size_t at,
                    Claim& claim);

}  // namespace msmt
