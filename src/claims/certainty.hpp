/// Certainty: how surely the words put what a trigger says.
#pragma once

#include <optional>
#include <vector>

#include "claims/speech.hpp"

namespace msmt {

/// The weaker of two certainties (docs/output.md); `denied` wins over all.
Certainty weaker(Certainty a, Certainty b);

/// How surely the words around a trigger put it; nullopt where they make no statement of it
/// ("if", "should", a question).
std::optional<Certainty> certainty_of(const Grammar& grammar, const std::vector<Chunk>& chunks,
                                      std::size_t trigger, const std::vector<Speaker>& speakers,
                                      bool use_frame);

/// "China denies this and says …", "denied the charge but sent": what is denied was told before, and what follows the
/// verb at chunk `verb` is not.
bool denies_before(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t verb);

}  // namespace msmt
