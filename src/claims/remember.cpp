/// Remember claims, rules, leaders, packages and people for the sentences behind.
///
///     "Sweden's package of military support to Ukraine"   the list below goes from one to the other
#include "claims/remember.hpp"

#include <algorithm>

#include "claims/party_words.hpp"
#include "claims/roles.hpp"
#include "claims/sections.hpp"

namespace msmt {

namespace {

/// Who made the decision or the rule that chunk i names; nullopt for other phrases.
std::optional<Party> maker_of(const Stage& stage, std::size_t i) {
  const Chunk& chunk = stage.chunks[i];
  const Party& council = stage.grammar.body_roles().rule_maker();
  if (chunk.kind != ChunkKind::phrase) return std::nullopt;
  if (chunk.item_class == "measure" || chunk.item_class == "decision") {
    const bool numbered =
        stage.doc.words(chunk.span).find_first_of("0123456789") != std::string_view::npos;
    if (chunk.item_id == "resolution" && numbered) return council;
    if (const auto owner = owner_of(stage, i)) return owner->party;
    if (chunk.of_party) return chunk.of_party->party;
    if (chunk.lemma == "resolution") return council;
    return std::nullopt;
  }
  // "UN measures against Iran", "resolutions of the Council" read as a name
  if (chunk.of_class == "measure" && chunk.owner) return chunk.owner->party;
  return std::nullopt;
}

/// Notes who gives to whom. Who pays for goods goes on taking them, and who only agreed on something has given nothing
/// yet, so that either comes behind those who give.
void note_pair(Memory& memory, const Claim& claim) {
  auto& pairs = memory.pairs;
  const std::pair<Party, Party> pair(*claim.actor, *claim.target);
  const std::pair<Party, Party> back(pair.second, pair.first);
  const auto known = std::find(pairs.begin(), pairs.end(), pair);
  if (claim.type == "finance" && std::find(pairs.begin(), pairs.end(), back) != pairs.end()) return;
  if (claim.type == "agreement") {
    if (known == pairs.end()) pairs.push_back(pair);
    return;
  }
  if (known != pairs.end()) pairs.erase(known);
  pairs.insert(pairs.begin(), pair);
}

}  // namespace

void remember(Memory& memory, const Claim& told) {
  // "African states have bought drones": which of them is not said
  Claim claim = told;
  for (std::optional<Party>* side : {&claim.actor, &claim.target}) {
    if (*side && names_many_states(**side)) side->reset();
  }
  const bool order = claim.evidence.rule.starts_with("order.goods");
  if (order) memory.order = claim;
  if ((claim.type == "transfer" && !order) || claim.type == "technology") memory.deed = claim;
  if (claim.type == "agreement" && claim.actor && claim.target) memory.agreement = claim;
  if (claim.type == "transfer" || claim.type == "possession") {
    if (!memory.listed.empty() &&
        memory.listed.back().evidence.bytes.begin != claim.evidence.bytes.begin)
      memory.listed.clear();
    memory.listed.push_back(claim);
  }
  memory.said.push_back(claim);
  static constexpr std::string_view kGiving[] = {"transfer", "technology", "training", "deployment",
                                                 "labor",    "finance",    "agreement"};
  const bool gives =
      std::find(std::begin(kGiving), std::end(kGiving), claim.type) != std::end(kGiving);
  // what is denied gives no sides to what follows
  if (gives && claim.actor && claim.target && claim.certainty != Certainty::denied)
    note_pair(memory, claim);
  if (claim.type == "transport") memory.transport = claim;
  if (claim.type == "use") memory.use = claim;
  // ships and aircraft that are deployed are no people
  const bool arms = claim.item && !claim.item->category.empty() &&
                    claim.item->category != "troops" && claim.item->category != "workers" &&
                    claim.item->category != "people";
  if ((claim.type == "deployment" || claim.type == "labor") && !arms) {
    memory.people = claim;
    if (claim.actor) memory.people_owner = claim.actor;
  }
  if (claim.type == "casualties") memory.casualties = claim;
  if (claim.type == "theft" && claim.actor) memory.theft = claim;
  if (claim.type == "sanction" && claim.actor) memory.sanction = claim;
  if (claim.type == "limit" && claim.actor) memory.rule = claim;
  if (claim.type == "training" && claim.actor && claim.target) memory.training = claim;
  const bool had = claim.type == "possession" && claim.item && claim.quantity;
  if (claim.item && (!claim.item->weapon.empty() || had)) {
    memory.arms = claim.item;
    memory.arms_unit = claim.quantity ? claim.quantity->unit : std::string();
  }
  if (claim.type == "finance" && (claim.actor || claim.target)) memory.money = claim;
  if (claim.type != "sanction" && claim.type != "limit" && claim.type != "agreement" &&
      claim.actor && !claim.actor->iso2.empty())
    memory.doer = claim.actor;
  if ((claim.type == "establishment" || claim.type == "dissolution") && claim.actor) {
    const bool known =
        std::any_of(memory.bodies.begin(), memory.bodies.end(),
                    [&](const Body& body) { return body.named.party == *claim.actor; });
    if (!known)
      memory.bodies.insert(memory.bodies.begin(),
                           Body{Named{*claim.actor, {}},
                                claim.type == "establishment" ? "founded" : "", memory.sentence});
  }
}

void note_countries(Memory& memory, const std::vector<Chunk>& chunks) {
  const auto note = [&](const Party& party) {
    if (party.iso2.empty()) return;
    std::erase(memory.countries, party);
    memory.countries.insert(memory.countries.begin(), party);
  };
  // later ones first, so that the sentence's first party ends up newest
  for (std::size_t i = chunks.size(); i > 0; --i) {
    const Chunk& chunk = chunks[i - 1];
    if (chunk.kind != ChunkKind::phrase) continue;
    if (chunk.owner) note(chunk.owner->party);
    if (chunk.party) note(chunk.party->party);
  }
}

void note_rule_makers(Memory& memory, const std::vector<Chunk>& chunks) {
  for (const Chunk& chunk : chunks) {
    const bool rule = chunk.item_class == "measure" || chunk.item_class == "decision";
    if (chunk.kind == ChunkKind::phrase && rule && chunk.owner && chunk.owner->party.iso2.empty() &&
        !is_owner_pronoun(chunk.owner->party.name)) {
      memory.rule_maker = chunk.owner->party;
    }
  }
}

void note_embargoes(const Stage& stage) {
  const auto& chunks = stage.chunks;
  for (std::size_t i = 0; i + 2 < chunks.size(); ++i) {
    if (chunks[i].kind != ChunkKind::phrase || chunks[i].lemma != "embargo") continue;
    const bool on = is_word(chunks[i + 1], "on") || is_word(chunks[i + 1], "against");
    if (!on) continue;
    if (const auto whom = party_of(stage, i + 2)) stage.memory.embargoed = whom->party;
  }
}

void note_rulings(const Stage& stage) {
  const bool heads =
      stage.sentence().zone == Zone::headline || heads_section(stage.doc, stage.reading);
  for (std::size_t i = 0; i < stage.chunks.size(); ++i) {
    const auto maker = maker_of(stage, i);
    if (!maker) continue;
    stage.memory.ruling = maker;
    stage.memory.ruling_sentence = stage.reading.sentence;
    // "The Security Council responded with a resolution": the body of the rules that the heading names
    if (!heads && stage.memory.heading_rule && stage.memory.heading_rule->iso2.empty() &&
        maker->iso2.empty())
      stage.memory.heading_rule = maker;
    if (!heads) continue;
    stage.memory.heading_rule = maker;
    stage.memory.heading_bound.reset();
    const bool on = i + 2 < stage.chunks.size() &&
                    (is_word(stage.chunks[i + 1], "on") || is_word(stage.chunks[i + 1], "against"));
    if (!on) continue;
    if (const auto whom = party_of(stage, i + 2)) stage.memory.heading_bound = whom->party;
  }
}

void note_topic(const Stage& stage) {
  if (stage.sentence().zone != Zone::headline && !heads_section(stage.doc, stage.reading)) return;
  std::vector<std::string> states;
  const Country* named = nullptr;
  for (const Mention& mention : stage.reading.mentions) {
    const auto* country = std::get_if<Country>(&mention.value);
    if (country == nullptr) continue;
    named = country;
    if (std::find(states.begin(), states.end(), country->iso2) == states.end())
      states.push_back(country->iso2);
  }
  if (states.empty()) return;
  stage.memory.topic.reset();
  if (states.size() == 1) stage.memory.topic = Party{named->name, named->iso2};
  stage.memory.embargoed.reset();  // the rules told of above are about somebody else
  stage.memory.rule.reset();
}

void note_leaders(const Stage& stage) {
  Memory& memory = stage.memory;
  for (std::size_t i = 0; i < stage.chunks.size(); ++i) {
    const Chunk& chunk = stage.chunks[i];
    if (chunk.kind != ChunkKind::phrase || !chunk.person || !chunk.party) continue;
    const std::string& name = chunk.party->party.name;
    const std::size_t space = name.find_last_of(' ');
    if (space == std::string::npos) continue;
    std::optional<Party> state;
    if (stage.grammar.any_is(WordClass::private_person, chunk.before)) {
      memory.persons.try_emplace(name.substr(space + 1), Party{name, ""});
      continue;
    }
    if (chunk.owner && !chunk.owner->party.iso2.empty()) {
      state = chunk.owner->party;
    } else if (const std::string iso2 = stage.grammar.leader_country(name); !iso2.empty()) {
      state = stage.grammar.country(iso2);
    } else if (const auto office = office_of(stage, i); office && !office->party.iso2.empty()) {
      state = office->party;  // "Prabowo Subianto, the president of Indonesia"
    }
    if (!state) {
      memory.persons.try_emplace(name.substr(space + 1), Party{name, ""});
      continue;
    }
    memory.leaders.try_emplace(name, *state);
    memory.leaders.try_emplace(name.substr(space + 1), *state);
    memory.leaders.try_emplace(name.substr(0, name.find(' ')), *state);
  }
}

void note_packages(const Stage& stage) {
  // "Sweden's package of military support to Ukraine": the list behind goes from one to the other
  for (std::size_t i = 0; i + 2 < stage.chunks.size(); ++i) {
    const Chunk& chunk = stage.chunks[i];
    if (chunk.kind != ChunkKind::phrase || !chunk.owner || chunk.item_class != "aid") continue;
    const auto giver = owner_of(stage, i);
    if (!giver || giver->party.iso2.empty()) continue;
    const std::size_t k = is_word(stage.chunks[i + 1], "of") ? i + 3 : i + 1;
    if (k + 1 >= stage.chunks.size() || !stage.chunks[k + 1].country_head) continue;
    if (!is_word(stage.chunks[k], "to") && !is_word(stage.chunks[k], "for")) continue;
    const std::pair<Party, Party> pair(giver->party, stage.chunks[k + 1].party->party);
    auto& known = stage.memory.pairs;
    if (pair.first != pair.second && std::find(known.begin(), known.end(), pair) == known.end())
      known.insert(known.begin(), pair);
  }
}

void note_people(const Stage& stage) {
  for (std::size_t i = 0; i < stage.chunks.size(); ++i) {
    const Chunk& chunk = stage.chunks[i];
    if (chunk.kind != ChunkKind::phrase) continue;
    // "the refuge of the Sudanese army": the one that the words behind `of` name
    const Mention* behind = chunk.of_class == "troops" && !chunk.names.empty() &&
                                    chunk.of.contains(chunk.names.back()->span)
                                ? chunk.names.back()
                                : nullptr;
    if (behind != nullptr) {
      const auto* unit = std::get_if<MilitaryUnit>(&behind->value);
      const auto* country = std::get_if<Country>(&behind->value);
      const std::string iso2 = unit != nullptr ? unit->country : country ? country->iso2 : "";
      if (!iso2.empty()) stage.memory.army_of = stage.grammar.country(iso2);
    }
    if (stage.grammar.is(WordClass::army, chunk.lemma) || chunk.head == "generals") {
      const auto& whose = chunk.owner ? chunk.owner : chunk.party;  // "Mali's army", "Malian army"
      if (whose && !whose->party.iso2.empty()) stage.memory.army_of = whose->party;
    }
    if (chunk.item_class != "troops" && chunk.item_class != "workers") continue;
    if (is_plural(chunk.head)) {
      stage.memory.people_item = item_of(stage, chunk);
      stage.memory.people_class = chunk.item_class;
      stage.memory.people_sentence = stage.reading.sentence;
    }
    // "How many soldiers has Kenya sent?": whose they are, though nothing is stated
    const bool asked = chunk.head_span.begin > chunk.span.begin && i + 2 < stage.chunks.size() &&
                       stage.chunks.back().word == "?" && stage.chunks[i + 2].country_head;
    if (asked && stage.chunks[i + 1].kind == ChunkKind::verb)
      stage.memory.people_owner = stage.chunks[i + 2].party->party;
    // "Ghana has soldiers abroad"
    const bool had = !chunk.owner && i >= 2 && stage.chunks[i - 1].kind == ChunkKind::verb &&
                     stage.chunks[i - 1].lemma == "have" && !stage.chunks[i - 1].negated &&
                     stage.chunks[i - 1].voice == Voice::active && stage.chunks[i - 2].country_head;
    if (had && stage.chunks[i - 2].party)
      stage.memory.people_owner = stage.chunks[i - 2].party->party;
    // "were trained by Russian instructors": told of those who were trained
    if (!chunk.owner || (i > 0 && is_word(stage.chunks[i - 1], "by"))) continue;
    if (const auto owner = owner_of(stage, i)) stage.memory.people_owner = owner->party;
  }
}

}  // namespace msmt
