/// Complete: sides that a claim leaves out, from what the article said before.
#pragma once

#include "claims/arguments.hpp"
#include "claims/stage.hpp"

namespace msmt {

/// What a claim was read from: the trigger's chunk, the frame that it evokes, its sides.
struct Evoked {
  std::size_t trigger;
  const Frame& frame;
  const Sides& sides;
};

/// An article about two states leaves the other side out: "Pyongyang also handed over missiles". Only
/// deeds between two sides are completed, and only where what was said before leaves one answer and the
/// words of the trigger do not name a side that nobody could resolve: "to 52 states", "toward the front".
void complete(const Stage& stage, const Evoked& evoked, Claim& claim);

/// "Brussels gave Ukraine 40 tanks", after the European Union was named: a city stands for the body that has its
/// seat there.
void take_seats(const Stage& stage, Claim& claim);

/// "fuel delivered to Syria, twice the amount permitted under UN sanctions": a rule on the goods of a deed
/// in the same sentence binds the side of which the article has told sanctions, else who takes them.
void bind_by_deed(const Stage& stage, std::vector<Claim>& claims);

}  // namespace msmt
