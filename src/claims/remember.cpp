#include "claims/remember.hpp"

#include <algorithm>

#include "claims/party_words.hpp"
#include "claims/roles.hpp"
#include "claims/sections.hpp"

namespace msmt {

namespace {

/// An armed group, a gang or a force of no state: "Hezbollah", "the RSF".
bool is_fighting_body(const Chunk& chunk) {
  return std::any_of(chunk.names.begin(), chunk.names.end(), [&](const Mention* name) {
    if (const auto* unit = std::get_if<MilitaryUnit>(&name->value)) {
      const bool numbered = unit->name.find_first_of("0123456789") != std::string::npos;
      return unit->country.empty() && !numbered && unit->name == chunk.party->party.name;
    }
    const auto* body = std::get_if<Organization>(&name->value);
    return body != nullptr && (body->kind == "armed group" || body->kind == "crime group") &&
           body->name == chunk.party->party.name;
  });
}

/// A body of states: "the Security Council", "the Panel of Experts".
bool is_official(const Chunk& chunk) {
  return std::any_of(chunk.names.begin(), chunk.names.end(), [&](const Mention* name) {
    const auto* body = std::get_if<Organization>(&name->value);
    return body != nullptr && chunk.party && body->name == chunk.party->party.name &&
           (body->kind == "international organization" || body->kind == "expert panel" ||
            body->kind == "monitoring body");
  });
}

/// Whether a phrase stands behind a preposition: "in the RSF"; but "the rebels of M23" are M23.
bool stands_behind(const Stage& stage, std::size_t i) {
  if (i == 0 || stage.chunks[i - 1].kind != ChunkKind::word) return false;
  const std::string& word = stage.chunks[i - 1].word;
  return word != "," && word != "\"" && word != "that" && word != "and" && word != "of";
}

}  // namespace

void remember(Memory& memory, const Claim& claim) {
  if (claim.type == "transfer" || claim.type == "technology") memory.deed = claim;
  if (claim.type == "agreement" && claim.evidence.rule.starts_with("agree.order"))
    memory.order = claim;
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
  if (gives && claim.actor && claim.target) {
    const std::pair<Party, Party> pair(*claim.actor, *claim.target);
    std::erase(memory.pairs, pair);
    memory.pairs.insert(memory.pairs.begin(), pair);
  }
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
  if (claim.item && !claim.item->weapon.empty()) {
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

namespace {

/// Who made the decision or the rule that chunk i names; nullopt for other phrases.
std::optional<Party> maker_of(const Stage& stage, std::size_t i) {
  const Chunk& chunk = stage.chunks[i];
  const Party& council = stage.grammar.body_roles().rule_maker();
  if (chunk.kind != ChunkKind::phrase) return std::nullopt;
  if (chunk.item_class == "measure" || chunk.item_class == "decision") {
    const bool numbered =
        stage.doc.text(chunk.span).find_first_of("0123456789") != std::string_view::npos;
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

}  // namespace

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
    if (chunk.owner && !chunk.owner->party.iso2.empty()) {
      state = chunk.owner->party;
    } else if (const std::string iso2 = stage.grammar.leader_country(name); !iso2.empty()) {
      state = stage.grammar.country(iso2);
    } else if (const auto office = office_of(stage, i); office && !office->party.iso2.empty()) {
      state = office->party;  // "Prabowo Subianto, the president of Indonesia"
    }
    if (!state) continue;
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
    if (chunk.owner && !chunk.owner->party.iso2.empty() &&
        stage.grammar.is(WordClass::army, chunk.lemma))
      stage.memory.army_of = chunk.owner->party;
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
    if (!chunk.owner) continue;
    if (const auto owner = owner_of(stage, i)) stage.memory.people_owner = owner->party;
  }
}

namespace {

/// "Houthi leaders", "M23 fighters": the group whose people a phrase names, for "the movement".
void note_owning_group(const Stage& stage, const Chunk& chunk) {
  if (!chunk.owner || !chunk.owner->party.iso2.empty()) return;
  for (const Mention* name : chunk.names) {
    const auto* body = std::get_if<Organization>(&name->value);
    if (body == nullptr || body->kind != "armed group" || body->name != chunk.owner->party.name)
      continue;
    stage.memory.group = Body{*chunk.owner, body->kind, stage.reading.sentence};
  }
}

/// The bodies that a phrase names, for "the panel", "the group" of a later sentence.
void note_bodies(const Stage& stage, const Chunk& chunk) {
  Memory& memory = stage.memory;
  if (chunk.party && chunk.party->party.iso2.empty() && !chunk.person) {
    for (const Mention* name : chunk.names) {
      const auto* unit = std::get_if<MilitaryUnit>(&name->value);
      if (unit != nullptr && unit->country.empty() && unit->name == chunk.party->party.name) {
        // "the RSF": a force of no state, for "the group", "the militia"
        std::erase_if(memory.bodies,
                      [&](const Body& known) { return known.named.party == chunk.party->party; });
        memory.bodies.insert(memory.bodies.begin(),
                             Body{*chunk.party, "armed group", stage.reading.sentence});
      }
      const auto* body = std::get_if<Organization>(&name->value);
      if (body == nullptr || body->name != chunk.party->party.name) continue;
      if (body->kind == "news agency" || body->kind == "newspaper" || body->kind == "broadcaster")
        continue;
      if (stage.grammar.body_roles().is_background(body->name)) continue;
      std::erase_if(memory.bodies,
                    [&](const Body& known) { return known.named.party == chunk.party->party; });
      memory.bodies.insert(memory.bodies.begin(),
                           Body{*chunk.party, body->kind, stage.reading.sentence});
    }
  }
  note_owning_group(stage, chunk);
  if (chunk.of_party && chunk.of_party->party.iso2.empty() && !chunk.party) {
    // "the renewal of the Panel of Experts": "the panel" of a later sentence
    for (const Mention& name : stage.reading.mentions) {
      const auto* body = std::get_if<Organization>(&name.value);
      if (body == nullptr || body->name != chunk.of_party->party.name ||
          !chunk.span.contains(name.span) || stage.grammar.body_roles().is_background(body->name))
        continue;
      const bool known =
          std::any_of(memory.bodies.begin(), memory.bodies.end(),
                      [&](const Body& old) { return old.named.party == chunk.of_party->party; });
      if (!known)
        memory.bodies.push_back(Body{*chunk.of_party, body->kind, stage.reading.sentence});
    }
  }
}

/// Whether a phrase is the subject of a finite verb right behind it.
bool leads_clause(const Stage& stage, std::size_t i) {
  if (i + 1 >= stage.chunks.size()) return false;
  const Voice voice = stage.chunks[i + 1].voice;
  return voice == Voice::active || voice == Voice::passive;
}

/// "The army", "the Air Force", "the country" as a subject: the state that it stands for.
std::optional<Party> state_described(const Stage& stage, std::size_t i) {
  const Chunk& chunk = stage.chunks[i];
  if (!chunk.definite || chunk.pronoun || chunk.person || chunk.owner || is_plural(chunk.head) ||
      !leads_clause(stage, i))
    return std::nullopt;
  const bool stands = chunk.party || stage.grammar.is(WordClass::army, chunk.lemma) ||
                      (stage.grammar.is(WordClass::state, chunk.lemma) && chunk.lemma != "ally" &&
                       chunk.lemma != "partner");
  if (!stands) return std::nullopt;
  const auto named = party_of(stage, i);
  if (!named || named->party.iso2.empty()) return std::nullopt;
  if (chunk.party && std::none_of(chunk.names.begin(), chunk.names.end(), [](const Mention* name) {
        return std::holds_alternative<MilitaryUnit>(name->value);
      }))
    return std::nullopt;  // of bodies only those that fight: ministries speak
  return named->party;
}

/// "Serbian officials opened talks": people who act for their state, and do not only speak.
bool officials_act(const Stage& stage, std::size_t i) {
  const Chunk& chunk = stage.chunks[i];
  return chunk.item_class == "speaker" && is_plural(chunk.head) && chunk.owner &&
         !chunk.owner->party.iso2.empty() && leads_clause(stage, i) &&
         stage.grammar.cue("governor", stage.chunks[i + 1].lemma).empty();
}

}  // namespace

void note_subject(const Stage& stage) {
  Memory& memory = stage.memory;
  memory.sentence = stage.reading.sentence;
  bool set = false;
  bool led = false;     // a person acts in it
  bool listed = false;  // the sentence's first free phrase was seen
  for (std::size_t i = 0; i < stage.chunks.size(); ++i) {
    const Chunk& chunk = stage.chunks[i];
    if (chunk.kind != ChunkKind::phrase) continue;
    note_bodies(stage, chunk);
    if (chunk.person && chunk.party && !(led && !leads_clause(stage, i))) {
      led = led || leads_clause(stage, i);  // whoever acts is "he" of the next sentence
      const auto state = memory.leaders.find(chunk.party->party.name);
      memory.person = state != memory.leaders.end() ? state->second : chunk.party->party;
    }
    if (!chunk.person && !chunk.party && chunk.last == chunk.first + 1) {
      // "So what does Kim do?", once the full name was said: "he" goes on with him
      const auto known = memory.leaders.find(std::string(stage.doc.text(chunk.span)));
      if (known != memory.leaders.end()) memory.person = known->second;
    }
    if (set) continue;
    const bool governed = i > 0 && stage.chunks[i - 1].kind == ChunkKind::word &&
                          stage.chunks[i - 1].word != "," && stage.chunks[i - 1].word != "\"" &&
                          stage.chunks[i - 1].word != "that";
    if (governed) continue;
    if (!listed && !chunk.pronoun && !(i > 0 && is_word(stage.chunks[i - 1], ","))) {
      listed = true;
      const auto named = lists_names(chunk) ? party_of(stage, i) : std::nullopt;
      memory.lister = named ? std::optional(named->party) : std::nullopt;
    }
    if (chunk.party && !chunk.party->party.iso2.empty() && !chunk.person) {
      memory.subject = chunk.party->party;
      memory.subject_sentence = stage.reading.sentence;
      set = true;
    } else if (const auto state = state_described(stage, i)) {
      memory.subject = *state;  // "The army shops abroad. It bought …"
      memory.subject_sentence = stage.reading.sentence;
      set = true;
    }
  }
}

void note_told(const Stage& stage) {
  Memory& memory = stage.memory;
  memory.told_states.clear();
  memory.subject_body.reset();
  memory.subject_org.reset();
  const auto told = [&](const Party& party) {
    auto& states = memory.told_states;
    if (party.iso2.empty() || std::find(states.begin(), states.end(), party) != states.end())
      return;
    states.push_back(party);
  };
  bool first = true;  // no party yet
  for (std::size_t i = 0; i < stage.chunks.size(); ++i) {
    const Chunk& chunk = stage.chunks[i];
    if (chunk.kind != ChunkKind::phrase) continue;
    auto named = chunk.person || chunk.party ? party_of(stage, i) : std::nullopt;
    if (!named && first && is_plural(chunk.head) && leads_clause(stage, i) && memory.group &&
        memory.group->sentence == stage.reading.sentence && chunk.owner &&
        chunk.owner->party == memory.group->named.party) {
      memory.subject_body = chunk.owner->party;  // "The rebels of M23"
      first = false;
    }
    if (chunk.owner && !is_owner_pronoun(chunk.owner->party.name)) told(chunk.owner->party);
    if (first && !named && officials_act(stage, i)) {
      memory.subject_body = chunk.owner->party;
      first = false;
    }
    if (!named) continue;
    told(named->party);
    if (first && named->party.iso2.empty() && is_fighting_body(chunk) && !stands_behind(stage, i))
      memory.subject_body = named->party;
    // "The Saudis", "the Russians": "they" of the next sentence
    if (first && !named->party.iso2.empty() && !chunk.person && is_plural(chunk.head) &&
        !chunk.country_head && leads_clause(stage, i))
      memory.subject_body = named->party;
    if (first && is_official(chunk) && !stands_behind(stage, i)) memory.subject_org = named->party;
    first = false;
  }
}

}  // namespace msmt
