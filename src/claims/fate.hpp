/// Fates: the killed, the wounded and the captured are counted apart, whoever they are; so is money that is earned and
/// money that is laundered.
///
///     "killed 84 people, and 45 were wounded"   two claims, of the kinds "people-killed" and "people-wounded"
#pragma once

#include "claims/stage.hpp"

namespace msmt {

/// Puts what befell the people of a claim of casualties, by the trigger at a chunk, in front of the kinds of its item.
void name_fate(const Stage& stage, std::size_t trigger, Claim& claim);
/// The same for what is done with the money of a claim of finance: "money-laundered".
void name_deed_with_money(Claim& claim);

}  // namespace msmt
