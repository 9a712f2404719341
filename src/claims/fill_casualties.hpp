/// Casualties: who was killed, wounded or captured, and whose people they are.
///
/// Functions that take a Filler read what its trigger and sides say; see filler.hpp.
#pragma once

#include "claims/filler.hpp"

namespace msmt {

/// Whose the people of a phrase are, by the words beside it or by what was said of people before.
std::optional<Named> owner_of_people(const Filler& f, std::size_t i);

Span sentence_span(const Filler& f);

std::vector<Claim> casualties(Filler& f);

/// "12 civilians were killed in Kharkiv": people of no army, whose state the place says.
std::optional<Named> state_of_victims(const Filler& f, std::size_t i);

/// "600 dead", "losses of 4,700", "40 of them children": a noun that counts the killed.
std::vector<Claim> toll(Filler& f);

/// "the killing of Hezbollah commander Ali Karaki": somebody who is named, by whose people the words say;
/// nullopt where they do not.
std::optional<Claim> person_killed(Filler& f, std::size_t i);

/// "put its losses at 24", "losses are put at 24", "losses of 24"
void put_at(const Filler& f, Claim& claim);

}  // namespace msmt
