/// The state that a description stands for.
///
///     "Turkey courts Niger. It sold the West African country drones"   Niger
#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/party_questions.hpp"
#include "claims/subjects.hpp"
#include "text/utf8.hpp"

namespace msmt {

namespace {

/// The state that chunk c names, as a party or as an owner; nullptr for none.
const Party* state_named(const Chunk& c) {
  if (c.kind != ChunkKind::phrase || c.pronoun) return nullptr;
  if (c.party && !c.party->party.iso2.empty()) return &c.party->party;
  if (c.owner && !c.owner->party.iso2.empty()) return &c.owner->party;
  return nullptr;
}

/// Who does what the clause tells, where the phrase at chunk `index` stands behind its verb: "Qatar sold the emirate jets".
std::optional<Party> state_doing_before(const Stage& stage, std::size_t index) {
  for (std::size_t k = index; k > 0; --k) {
    if (!is_finite(stage.chunks[k - 1])) continue;
    const std::size_t subject = subject_before(stage.chunks, k - 1);
    if (subject >= stage.chunks.size()) return std::nullopt;
    const Party* state = state_named(stage.chunks[subject]);
    return state == nullptr ? std::nullopt : std::optional(*state);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Named> described_state(const Stage& stage, std::size_t index) {
  const Chunk& chunk = stage.chunks[index];
  if (!chunk.definite || chunk.pronoun || chunk.quantity != nullptr) return std::nullopt;
  std::string words = fold(stage.doc.words(chunk.span));
  if (words.starts_with("the ")) words.erase(0, 4);
  const std::set<std::string>* fitting = stage.grammar.descriptions().states(words);
  if (fitting == nullptr) return std::nullopt;
  const std::optional<Party> doer = state_doing_before(stage, index);
  const auto fits = [&](const Party& state) {
    return fitting->contains(state.iso2) && state != doer;
  };
  for (std::size_t k = index; k > 0; --k) {
    const Party* state = state_named(stage.chunks[k - 1]);
    if (state != nullptr && fits(*state)) return Named{*state, chunk.span};
  }
  // memory knows the states of this sentence too: those behind the phrase are no names that it goes back to
  for (const Party& state : stage.memory.countries) {
    const bool later = std::any_of(stage.chunks.begin() + static_cast<std::ptrdiff_t>(index),
                                   stage.chunks.end(), [&](const Chunk& c) {
                                     const Party* named = state_named(c);
                                     return named != nullptr && *named == state;
                                   });
    if (!later && fits(state)) return Named{state, chunk.span};
  }
  return std::nullopt;
}

}  // namespace msmt
