/// Round-ups: a heading that says to whom aid goes, and paragraphs that begin with the name of who gives.
///
///     "European military aid to Ukraine" … "Germany. Four systems have been handed over."
#pragma once

#include "claims/stage.hpp"

namespace msmt {

/// Remembers to whom the heading has aid go, and the state that labels a paragraph.
void note_roundup(const Stage& stage);

/// Fills the sides that a claim leaves open with the label's state and the heading's taker.
void side_of_roundup(const Stage& stage, Claim& claim);

}  // namespace msmt
