/// Lead back: where a value was read that a claim has from somewhere else in its article.
///
///     "Iran sent Chad arms. The shipments included 40 drones."   actor: the bytes of "Iran"
#pragma once

#include <vector>

#include "msmt/claims.hpp"

namespace msmt {

/// Gives each side, item and period that has no bytes yet those where the article told it last: in an earlier claim, else in a
/// name before the end of the sentence; an item that a word implies ("armed", "refuelled") has that word's.
/// `claims` are in the order of the text.
void lead_back(const Document& doc, const std::vector<Reading>& readings,
               std::vector<Claim>& claims);

}  // namespace msmt
