/// Parties by a noun that stands for a state or a body which the article speaks of.
///
///     "the country"    that it deals with, or that deals with another one
///     "the refinery"   the Gasabo Gold Refinery, named before
#include <algorithm>
#include <span>

#include "claims/clause_words.hpp"
#include "claims/parties.hpp"
#include "claims/party_questions.hpp"
#include "claims/party_words.hpp"
#include "claims/pronouns.hpp"
#include "claims/roles.hpp"

namespace msmt {

namespace {

/// "to", "into", "on", and a verb whose object is where things go: "reached the country".
bool leads_to(const Stage& stage, const Chunk& before) {
  if (before.kind == ChunkKind::word)
    return before.word == "to" || before.word == "into" || before.word == "on";
  if (before.kind != ChunkKind::verb || before.voice != Voice::active) return false;
  const auto& frames = stage.grammar.frames("verb", before.lemma);
  return std::any_of(frames.begin(), frames.end(), [](const Frame* frame) {
    return frame->role("obj") == "target" ||
           (frame->type == "*" && frame->role("second") == "target");
  });
}

/// "Uganda denied sending men to Chad. It delivered trucks to the country": where the deed just told went, or did not.
std::optional<Named> taker_just_told(const Stage& stage, std::size_t index) {
  // "Pakistan fired at India. China has sent jets to the country": to who fires, and not to who is fired at
  const auto& said = stage.memory.said;
  if (!said.empty() && said.back().type == "use" && said.back().actor &&
      !said.back().actor->iso2.empty() && stage.told_just_before(said.back()))
    return Named{*said.back().actor, stage.chunks[index].span};
  const Party* taker = stage.taker_just_told();
  if (taker == nullptr) return std::nullopt;
  return Named{*taker, stage.chunks[index].span};
}

/// The only state of the sentence before, where this one does not name it in front of the phrase.
std::optional<Named> sole_state_before(const Stage& stage, std::size_t index) {
  const auto& told = stage.memory.told_states;
  if (told.size() != 1) return std::nullopt;
  for (std::size_t k = 0; k < index; ++k) {
    const Chunk& left = stage.chunks[k];
    if ((left.party && left.party->party == told.front()) ||
        (left.owner && left.owner->party == told.front()) || left.pronoun)
      return std::nullopt;
  }
  return Named{told.front(), stage.chunks[index].span};
}

/// The only state that the sentence has named in front of the phrase.
std::optional<Named> sole_state_so_far(const Stage& stage, std::size_t index) {
  std::optional<Party> state;
  const auto other = [&](const std::optional<Named>& named) {
    if (!named || named->party.iso2.empty()) return false;
    if (!state) state = named->party;
    return named->party != *state;
  };
  for (std::size_t k = 0; k < index; ++k) {
    const Chunk& left = stage.chunks[k];
    if (left.kind == ChunkKind::phrase && (other(left.party) || other(left.owner)))
      return std::nullopt;
  }
  if (!state) return std::nullopt;
  return Named{*state, stage.chunks[index].span};
}

/// "Turkey, which has troops in Libya, sent tanks to the country": of the only two states that the sentence names in front
/// of the phrase the one that does not act.
std::optional<Named> other_state_so_far(const Stage& stage, std::size_t index) {
  std::vector<Party> states;
  const auto note = [&](const std::optional<Named>& named) {
    if (named && !named->party.iso2.empty() &&
        std::find(states.begin(), states.end(), named->party) == states.end())
      states.push_back(named->party);
  };
  for (std::size_t k = 0; k < index; ++k) {
    if (stage.chunks[k].kind != ChunkKind::phrase) continue;
    note(stage.chunks[k].party);
    note(stage.chunks[k].owner);
  }
  if (states.size() != 2 || !stage.chunks[0].country_head ||
      stage.chunks[0].party->party != states.front())
    return std::nullopt;
  // "India expects the French president's visit to the country": not his own
  const Chunk& noun = stage.chunks[index > 1 ? index - 2 : 0];
  const bool own = (noun.owner && noun.owner->party == states.back()) ||
                   (noun.party && noun.party->party == states.back());
  return Named{own ? states.front() : states.back(), stage.chunks[index].span};
}

/// "used drones against the kingdom": the state that the sentence or the claim told last has as its target.
std::optional<Named> attacked_state(const Stage& stage, std::size_t index) {
  const Chunk& before = stage.chunks[index - 1];
  if (!is_word(before, "against") && !is_word(before, "at") && !is_word(before, "on"))
    return std::nullopt;
  if (auto own = sole_state_so_far(stage, index)) return own;
  return taker_just_told(stage, index);
}

/// "People were killed across the country": the state of the scene that the sentence before told of.
std::optional<Named> scene_spoken_of(const Stage& stage, std::size_t index) {
  static constexpr std::string_view kWithin[] = {"in", "across", "throughout", "inside", "around"};
  const Chunk& before = stage.chunks[index - 1];
  const bool within = std::any_of(std::begin(kWithin), std::end(kWithin),
                                  [&](std::string_view word) { return is_word(before, word); });
  const Memory& memory = stage.memory;
  if (!within || !memory.scene || memory.scene_sentence + 1 != stage.reading.sentence)
    return std::nullopt;
  return Named{*memory.scene, stage.chunks[index].span};
}

/// Of the states that the article had take something, none of them the subject of this sentence, the one that most of what
/// it told is about, else the latest; nullptr for none.
const Party* taker_most_told(const Stage& stage, std::size_t index) {
  constexpr std::size_t kMost = 16;  // pairs, the latest
  const auto& known = stage.memory.pairs;
  const std::span<const std::pair<Party, Party>> pairs(known.data(), std::min(known.size(), kMost));
  const auto acts = [&](const Party& state) {
    return std::any_of(stage.chunks.begin(),
                       stage.chunks.begin() + static_cast<std::ptrdiff_t>(index),
                       [&](const Chunk& c) { return c.party && c.party->party == state; });
  };
  const Party* most = nullptr;
  std::ptrdiff_t times = 0;
  for (const auto& [giver, taker] : pairs) {
    if (taker.iso2.empty() || acts(taker)) continue;
    const std::ptrdiff_t told =
        std::count_if(pairs.begin(), pairs.end(), [&, &state = taker](const auto& pair) {
          return pair.first == state || pair.second == state;
        });
    if (told > times) {
      most = &taker;
      times = told;
    }
  }
  return most;
}

/// "The only country that has bought the tank is Peru": the state behind the copula of the main clause.
std::optional<Named> said_to_be_only(const Stage& stage, std::size_t index) {
  const Chunk& chunk = stage.chunks[index];
  const bool only = index == 0 && chunk.kind == ChunkKind::phrase && !is_plural(chunk.head) &&
                    (chunk.before.find("only") != std::string::npos ||
                     chunk.before.find("first") != std::string::npos) &&
                    (stage.grammar.is(WordClass::state, chunk.lemma) ||
                     stage.grammar.is(WordClass::land, chunk.lemma));
  if (!only) return std::nullopt;
  for (std::size_t k = index + 1; k + 1 < stage.chunks.size(); ++k) {
    const Chunk& verb = stage.chunks[k];
    if (is_finite(verb) && verb.lemma == "be" && !verb.negated && stage.chunks[k + 1].country_head)
      return Named{stage.chunks[k + 1].party->party, chunk.span};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Named> firm_spoken_of(const Stage& stage, std::size_t index) {
  const Chunk& chunk = stage.chunks[index];
  // "the company", "the Swedish company"
  const bool bare = !chunk.owner && (chunk.before.empty() || chunk.before == "the");
  const bool of_state = chunk.owner && chunk.owner_is_adjective && chunk.first + 3 == chunk.last;
  const bool group = chunk.lemma == "group";  // also one that is armed
  const bool firm = chunk.definite && !is_plural(chunk.head) && (bare || of_state) &&
                    chunk.of.empty() && (!group || of_state) &&
                    (chunk.lemma == "company" || chunk.lemma == "manufacturer" || group ||
                     (bare && stage.grammar.is(WordClass::house, chunk.lemma)));
  if (!firm) return std::nullopt;
  for (std::size_t k = index; k > 0; --k) {
    const Chunk& left = stage.chunks[k - 1];
    if (left.kind != ChunkKind::phrase || !left.party || left.person) continue;
    if (is_body(left, {"company", "bank"})) return Named{left.party->party, chunk.span};
  }
  if (group) return std::nullopt;
  for (const Body& body : stage.memory.bodies) {
    const bool near = body.sentence + 1 >= stage.reading.sentence;
    if (near && (body.kind == "company" || body.kind == "bank"))
      return Named{body.named.party, chunk.span};
  }
  return std::nullopt;
}

std::optional<Named> state_spoken_of(const Stage& stage, std::size_t index) {
  const Chunk& chunk = stage.chunks[index];
  // "the army", "the junta": of the state that acted last
  const bool army = stage.grammar.is(WordClass::army, chunk.lemma);
  constexpr std::size_t kRecent = 3;  // sentences
  const bool alone = chunk.before.empty() || chunk.before == "the";
  if (army && alone && chunk.definite && !chunk.owner && !is_plural(chunk.head)) {
    if (stage.memory.army_of) return Named{*stage.memory.army_of, chunk.span};
    // "China gave the navy a submarine": of who takes, and not of who acted last
    const bool given = index > 0 && (stage.chunks[index - 1].voice == Voice::active ||
                                     is_word(stage.chunks[index - 1], "to"));
    if (const Party* taker = given ? taker_most_told(stage, index) : nullptr)
      return Named{*taker, chunk.span};
    // "Russia sold Myanmar helicopters. The military used them in May": who has got them
    const auto& deed = stage.memory.deed;
    if (index == 0 && !stage.memory.label && deed && deed->type == "transfer" &&
        deed->actor == stage.memory.subject && deed->target && !deed->target->iso2.empty() &&
        stage.told_just_before(*deed))
      return Named{*deed->target, chunk.span};
    // "The Emirates armed the militia. The army has received drones": not that of who armed its enemy
    const bool arms_enemy = deed && deed->type == "transfer" && deed->target &&
                            deed->target->iso2.empty() && deed->actor == stage.memory.subject;
    if (stage.memory.subject && !arms_enemy &&
        stage.memory.subject_sentence + kRecent >= stage.reading.sentence)
      return Named{*stage.memory.subject, chunk.span};
  }
  // "The only country known to have bought it is Peru": the one that it is said to be
  if (auto only = said_to_be_only(stage, index)) return only;
  // "the government" of the last state named as a subject, if that is not long ago
  const bool recent =
      chunk.lemma != "government" || stage.memory.subject_sentence + 1 >= stage.reading.sentence;
  const bool country = stage.grammar.is(WordClass::land, chunk.lemma);
  if (chunk.definite && country && !is_plural(chunk.head) && !chunk.owner && index > 0 &&
      leads_to(stage, stage.chunks[index - 1])) {
    // "Iran sold missiles. Japan imposed sanctions on the country": on who did the deed
    const bool measure = index > 1 && stage.chunks[index - 2].item_class == "measure";
    const auto& deed = stage.memory.deed;
    if (measure && deed && deed->actor && stage.memory.subject == deed->actor &&
        stage.told_just_before(*deed))
      return Named{*deed->actor, chunk.span};
    if (auto other = other_state_so_far(stage, index)) return other;
    // "Norway sent tanks to the country": to the one that takes, not to the one that acts
    const bool just = !stage.memory.said.empty() && stage.memory.said.back().target &&
                      stage.memory.said.back().certainty == Certainty::denied;
    if (const Party* taker = just ? nullptr : taker_most_told(stage, index))
      return Named{*taker, chunk.span};
    if (auto sole = sole_state_before(stage, index)) return sole;
    return taker_just_told(stage, index);
  }
  if (chunk.definite && country && !chunk.owner && index > 0) {
    if (auto state = scene_spoken_of(stage, index)) return state;
    if (auto state = attacked_state(stage, index)) return state;
  }
  // "Chadian ships carried coal, and the country bought a tanker": of the only state named so far
  if (chunk.definite && country && !is_plural(chunk.head) && !chunk.owner &&
      has_verb(stage, index)) {
    if (auto own = sole_state_so_far(stage, index)) return own;
    // "Chad sent soldiers to Togo, and in return the country received wheat": who gave before
    const bool back = index > 0 && (stage.chunks[index - 1].head == "return" ||
                                    stage.chunks[index - 1].head == "exchange");
    for (std::size_t k = 0; back && k + 1 < index; ++k) {
      if (stage.chunks[k].country_head && is_finite(stage.chunks[k + 1]))
        return stage.chunks[k].party;
    }
  }
  // "Kenya is the only state known to have bought": of whom it is said
  if (chunk.definite && stage.grammar.is(WordClass::state, chunk.lemma) && !is_plural(chunk.head) &&
      index >= 2 && stage.chunks[index - 1].kind == ChunkKind::verb &&
      stage.chunks[index - 1].lemma == "be" && stage.chunks[index - 2].country_head)
    return stage.chunks[index - 2].party;
  if (chunk.definite && chunk.lemma == "regime" && !chunk.owner && stage.memory.doer)
    return Named{*stage.memory.doer, chunk.span};  // whose deeds were told last
  if (chunk.definite && stage.grammar.is(WordClass::state, chunk.lemma) && !is_plural(chunk.head) &&
      stage.memory.subject && !chunk.owner && recent) {
    return Named{*stage.memory.subject, chunk.span};
  }
  if (chunk.owner && chunk.owner_is_adjective && chunk.item_class.empty() &&
      chunk.quantity == nullptr && is_plural(chunk.head) && !chunk.owner->party.iso2.empty() &&
      !chunk.owner_bare) {
    return chunk.owner;  // "Libyan cadets", "Iranian agents": people of a state act for it
  }
  return std::nullopt;
}

std::optional<Named> body_spoken_of(const Stage& stage, std::size_t index) {
  const Chunk& chunk = stage.chunks[index];
  if (!chunk.definite &&
      (is_body_noun(stage.grammar, chunk.lemma) ||
       stage.grammar.is(WordClass::state, chunk.lemma) ||
       stage.grammar.is(WordClass::house, chunk.lemma)) &&
      index >= 2 && stage.chunks[index - 1].kind == ChunkKind::word &&
      stage.chunks[index - 1].word == "," && stage.chunks[index - 2].kind == ChunkKind::phrase &&
      stage.chunks[index - 2].party) {
    return stage.chunks[index - 2].party;  // "UNVIM, a mechanism established in 2016"
  }
  // "the militant", one of them, is no group
  const bool one = is_people(chunk.item_class) && !is_plural(chunk.head);
  if ((chunk.definite || chunk.demonstrative) && is_body_noun(stage.grammar, chunk.lemma) &&
      !chunk.owner && !one) {
    if (auto body = body_for(stage, index)) return body;
  }
  if (chunk.owner && chunk.owner_is_adjective && chunk.owner->party.iso2.empty() &&
      stage.grammar.is(WordClass::house, chunk.lemma)) {
    return chunk.owner;  // "the Bybit exchange"
  }
  if (auto firm = firm_spoken_of(stage, index)) return firm;
  if (chunk.definite && !chunk.owner && chunk.item_class.empty() && chunk.quantity == nullptr &&
      chunk.before.empty()) {
    // "the refinery" after the Gasabo Gold Refinery was named
    for (const Body& body : stage.memory.bodies) {
      const std::string name = fold(body.named.party.name);
      if (name.size() > chunk.lemma.size() && name.ends_with(" " + chunk.lemma))
        return Named{body.named.party, chunk.span};
    }
  }
  const std::string& opens = stage.reading.tokens[chunk.first].folded;
  const bool some = opens == "a" || opens == "an";  // "a close US ally": any of them
  if (stage.grammar.is(WordClass::partner, chunk.lemma) && !is_plural(chunk.head) && !some) {
    // "its ally": the other of the two that the article speaks of; "its Russian ally" says which one
    auto owner = owner_of(stage, index);
    if (owner && chunk.owner_is_adjective && !owner->party.iso2.empty() &&
        is_owner_pronoun(stage.reading.tokens[chunk.first].folded))
      return owner;
    if (!owner || owner->party.iso2.empty()) return std::nullopt;
    // "its neighbour": any of several that the article speaks of
    if (chunk.lemma.starts_with("neighb") && stage.memory.countries.size() > 2) return std::nullopt;
    if (const auto partner = partner_of(stage, owner->party)) return Named{*partner, chunk.span};
    for (const Party& other : stage.memory.countries) {
      if (other.iso2 != owner->party.iso2) return Named{other, chunk.span};
    }
  }
  return std::nullopt;
}

}  // namespace msmt
