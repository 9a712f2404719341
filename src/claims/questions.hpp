/// Questions that what follows answers, as in an interview or under the headings of an explainer.
///
///     "How much does Israel get from the United States?" … "Washington has promised $38 billion."
#pragma once

#include "claims/constructions.hpp"
#include "claims/stage.hpp"

namespace msmt {

/// Remembers who gives to whom in a question, and forgets it at the next question or heading.
void note_question(const Stage& stage);

/// Fills the side that an answer leaves open; sides: what the words give for it.
void side_of_question(const Stage& stage, const Sides& sides, Claim& claim);

}  // namespace msmt
