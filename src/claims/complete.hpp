/// Complete: sides that a claim leaves out, from what the article said before.
#pragma once

#include "claims/stage.hpp"

namespace msmt {

/// An article about two states leaves the other side out: "Pyongyang also handed over missiles". Only
/// deeds between two sides are completed, and only where what was said before leaves one answer.
void complete(const Stage& stage, Claim& claim);

}  // namespace msmt
