/// Party words: nouns and pronouns that stand for a party, and whom it deals with.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "claims/stage.hpp"

namespace msmt {

/// "panel", "team", "militia": nouns for a body.
bool is_body_noun(const Grammar& grammar, std::string_view lemma);

/// "Macron" of "Mr. Macron".
std::string without_honorific(const Grammar& grammar, const std::string& name);

/// "its", "their" as the name of an owner, still to be resolved.
bool is_owner_pronoun(std::string_view word);

/// "African countries", "the West": states that are not told apart, by the name that group_named() gives them.
bool names_many_states(const Party& party);

/// "the Trump administration", "Assad's regime": the state of who leads it.
std::optional<Named> state_of_cabinet(const Stage& stage, std::size_t index);

/// Remembers whose administration a sentence names, for "the administration" of a later one.
void note_cabinets(const Stage& stage);

/// The other side of the last claim that this party gives or takes in.
std::optional<Party> partner_of(const Stage& stage, const Party& party);

}  // namespace msmt
