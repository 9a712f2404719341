#include "claims/speaker_sides.hpp"

#include <algorithm>

#include "claims/parties.hpp"
#include "claims/scene.hpp"

namespace msmt {

namespace {

/// The state for which a speaker speaks, whose words lead up to the trigger.
std::optional<Named> state_of_speaker(const Stage& stage, const Speaker& speaker, std::size_t at) {
  if (!speaker.before || speaker.verb >= at) return std::nullopt;
  std::optional<Named> state = party_of(stage, speaker.subject);
  if (!state) state = owner_of(stage, speaker.subject);
  if (state && state->party.iso2.empty()) state.reset();
  return state;
}

/// Whether a sentence names a state besides `state`, but for who carries out a strike.
bool names_other_state(const Stage& stage, const Party& state) {
  const auto strikes = [&](Span name) {
    return std::any_of(stage.chunks.begin(), stage.chunks.end(), [&](const Chunk& c) {
      return c.owner && c.owner->span == name && is_attack(stage, c);
    });
  };
  return std::any_of(
      stage.reading.mentions.begin(), stage.reading.mentions.end(), [&](const Mention& mention) {
        const auto* country = std::get_if<Country>(&mention.value);
        return country != nullptr && country->iso2 != state.iso2 && !strikes(mention.span);
      });
}

}  // namespace

void denied_by_giver(const Stage& stage, const std::vector<Speaker>& speakers, std::size_t at,
                     Claim& claim) {
  if (claim.type != "transfer" || claim.actor || !claim.target ||
      stage.chunks[at].voice != Voice::passive)
    return;
  for (const Speaker& speaker : speakers) {
    const auto state = state_of_speaker(stage, speaker, at);
    if (!state || state->party == *claim.target) continue;
    claim.actor = state->party;
    claim.evidence.spans.emplace_back("actor", state->span);
  }
}

void counted_by_own(const Stage& stage, const std::vector<Speaker>& speakers, std::size_t at,
                    Claim& claim) {
  if (claim.type != "casualties" || claim.actor || !claim.item || !claim.quantity) return;
  const std::string name = fold(claim.item->name);
  const std::string who = singular(name.substr(name.find_last_of(' ') + 1));
  if (!stage.grammar.is(WordClass::bystander, who) || names_other_place(stage)) return;
  // "4,000 of the troops were casualties, 600 of them dead": soldiers of whoever has them
  const std::string& unit = claim.quantity->unit;
  if (!unit.empty() && !stage.grammar.is(WordClass::bystander, unit)) return;
  for (const Speaker& speaker : speakers) {
    const auto state = state_of_speaker(stage, speaker, at);
    if (!state || names_other_state(stage, state->party)) continue;
    claim.actor = state->party;
    claim.evidence.spans.emplace_back("actor", state->span);
    return;
  }
}

}  // namespace msmt
