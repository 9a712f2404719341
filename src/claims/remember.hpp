/// Remember: what a sentence adds to what its article has named and told so far.
#pragma once

#include <vector>

#include "claims/stage.hpp"

namespace msmt {

/// A claim, for later words that lean on it: "the deal", "those soldiers", "a further 200".
void remember(Memory& memory, const Claim& told);

/// The states that a sentence names; its first one ends up newest.
void note_countries(Memory& memory, const std::vector<Chunk>& chunks);

/// "UNSC sanctions": who makes the rules that the sentence goes on to speak of.
void note_rule_makers(Memory& memory, const std::vector<Chunk>& chunks);

/// "the arms embargo on Libya", "Libya arms embargo": on whom "the embargo" of a later sentence is.
void note_embargoes(const Stage& stage);
/// Whose decision or rule the sentence names, for "it" and "these decisions" of the next one, and what a
/// heading says of the rules in the list below it.
void note_rulings(const Stage& stage);

/// "** Libya **", "Myanmar: four years of war": the state that the text under a heading is about.
void note_topic(const Stage& stage);

/// "Russian President Vladimir Putin": whom "Putin" stands for from now on.
void note_leaders(const Stage& stage);

/// Whose troops or workers a sentence names last: "Kenyan soldiers", "fighters of the group".
void note_people(const Stage& stage);

/// Whose package is for whom, before a list says what it holds.
void note_packages(const Stage& stage);

/// The bodies and persons of a sentence, and the state that is its subject: the first party that is no
/// speaker and stands behind no preposition.
void note_subject(const Stage& stage);

/// Its states in their order and the body that is its subject, for "the former", "it", "them".
void note_told(const Stage& stage);

}  // namespace msmt
