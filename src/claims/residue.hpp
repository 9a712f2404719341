/// Residue: what a sentence says that none of its claims used.
#pragma once

#include <vector>

#include "claims/speech.hpp"

namespace msmt {

/// Adds the numbers, dates and weapons of a sentence that no claim used, with the reason.
void list_residue(const Grammar& grammar, const Reading& reading, const std::vector<Chunk>& chunks,
                  const std::vector<Claim>& claims, const std::vector<Speaker>& speakers,
                  std::vector<Residue>& out);

}  // namespace msmt
