/// Bodies: their beginnings, ends and members.
///
/// Functions that take a Filler read what its trigger and sides say; see filler.hpp.
#pragma once

#include "claims/filler.hpp"

namespace msmt {

/// Set up and disbanded: the body is the actor.
std::vector<Claim> body_event(Filler& f);

/// A name that goes on behind a preposition: "the Coalition for the Return of Children".
std::optional<Named> long_name(const Filler& f, std::size_t i);

/// The body that chunk i names: a name, "it", "the panel", a capitalised name that no list has.
std::optional<Named> body_named_by(const Filler& f, std::size_t i);

/// "the UN mission in Mali", "its mission in Liberia": a mission of a body of states, by where it is.
std::optional<Named> mission_by_place(const Filler& f, std::size_t i);

/// "the SWT, a group made up of five states, founded in 2019": the body that a participle behind a comma or dash
/// describes.
std::optional<Named> body_described(const Filler& f);

/// A person, a war, a treaty or groups in general: nobody sets them up.
bool is_no_body(const Filler& f, const Chunk& c);

std::string strip_article(std::string text);

std::vector<Claim> membership(Filler& f);

/// "its 32nd member" at chunk i: as many as the body has with it.
void count_by_rank(const Filler& f, Claim& claim, std::size_t i);

/// "NATO admitted Sweden": a state, and not what a clause goes on to say of it.
bool admits_state(const Filler& f);

/// "a club of 40 governments": the count that the trigger's phrase has drawn in; null for none.
const Mention* count_drawn_in(const Filler& f);

}  // namespace msmt
