/// Remember what a sentence is about: its bodies and persons, its subject, and its states in their order.
///
///     "The army shops abroad. It bought 12 jets."   "it" is the state whose army it is
#include <algorithm>
#include <utility>

#include "claims/party_words.hpp"
#include "claims/remember.hpp"
#include "claims/roles.hpp"

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

/// "a special commission, UNSCOM,": what the body that chunk i names is called beside its name.
void note_called(const Stage& stage, std::size_t i) {
  if (i < 2 || !stage.chunks[i].party || !is_word(stage.chunks[i - 1], ",")) return;
  const Chunk& noun = stage.chunks[i - 2];
  if (noun.kind != ChunkKind::phrase || noun.party || is_plural(noun.head) ||
      !is_body_noun(stage.grammar, noun.lemma))
    return;
  for (Body& body : stage.memory.bodies) {
    if (body.named.party == stage.chunks[i].party->party) body.called = noun.lemma;
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

/// "Bulgarian arms makers": several firms of a state, without their names.
bool names_firms(const Stage& stage, std::size_t i) {
  const Chunk& chunk = stage.chunks[i];
  const auto states = std::count_if(
      chunk.names.begin(), chunk.names.end(),
      [](const Mention* name) { return std::holds_alternative<Country>(name->value); });
  return is_plural(chunk.head) && chunk.owner && chunk.owner_is_adjective && states == 1 &&
         !chunk.owner->party.iso2.empty() && stage.grammar.is(WordClass::firm, chunk.lemma);
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
    note_called(stage, i);
    if (chunk.person && chunk.party && !(led && !leads_clause(stage, i))) {
      led = led || leads_clause(stage, i);  // whoever acts is "he" of the next sentence
      const auto state = memory.leaders.find(chunk.party->party.name);
      memory.person = state != memory.leaders.end() ? state->second : chunk.party->party;
    }
    if (!chunk.person && !chunk.party && chunk.last == chunk.first + 1) {
      // "So what does Kim do?", once the full name was said: "he" goes on with him
      const auto known = memory.leaders.find(std::string(stage.doc.words(chunk.span)));
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

namespace {

/// "Algeria and Egypt": the only two states that a sentence joins; empty for none, for several, and for longer lists.
std::vector<Party> states_joined(const Stage& stage) {
  const auto& chunks = stage.chunks;
  std::vector<Party> out;
  for (std::size_t i = 2; i < chunks.size(); ++i) {
    if (!chunks[i].country_head || !chunks[i - 2].country_head || !is_word(chunks[i - 1], "and"))
      continue;
    const bool longer = i > 3 && is_word(chunks[i - 3], ",") && chunks[i - 4].country_head;
    if (longer || !out.empty()) return {};
    out = {chunks[i - 2].party->party, chunks[i].party->party};
  }
  return out;
}

}  // namespace

void note_told(const Stage& stage) {
  Memory& memory = stage.memory;
  memory.told_states.clear();
  memory.joined_states = states_joined(stage);
  const auto body = std::exchange(memory.subject_body, std::nullopt);
  memory.subject_org.reset();
  memory.firms.reset();
  const auto told = [&](const Party& party) {
    auto& states = memory.told_states;
    if (party.iso2.empty() || std::find(states.begin(), states.end(), party) != states.end())
      return;
    states.push_back(party);
  };
  bool first = true;  // no party yet
  std::vector<Party> firms;
  for (std::size_t i = 0; i < stage.chunks.size(); ++i) {
    const Chunk& chunk = stage.chunks[i];
    if (chunk.kind != ChunkKind::phrase) continue;
    auto named = chunk.person || chunk.party ? party_of(stage, i) : std::nullopt;
    // "They also used drones": the sentence goes on about the body of the one before
    if (first && body && chunk.pronoun && (chunk.head == "they" || chunk.head == "it") && i <= 1 &&
        leads_clause(stage, i)) {
      memory.subject_body = body;
      first = false;
    }
    if (!named && first && is_plural(chunk.head) && leads_clause(stage, i) && memory.group &&
        memory.group->sentence == stage.reading.sentence && chunk.owner &&
        chunk.owner->party == memory.group->named.party) {
      memory.subject_body = chunk.owner->party;  // "The rebels of M23"
      first = false;
    }
    if (chunk.owner && !is_owner_pronoun(chunk.owner->party.name)) told(chunk.owner->party);
    if (!named && names_firms(stage, i)) {
      firms.push_back(chunk.owner->party);
      memory.firms = firms.size() == 1 ? std::optional(firms.front()) : std::nullopt;
    }
    // "The group has fired rockets": it goes on as "it" and "its"
    if (first && i <= 1 && !named && chunk.definite && !is_plural(chunk.head) &&
        leads_clause(stage, i) && is_body_noun(stage.grammar, chunk.lemma)) {
      const auto group = party_of(stage, i);
      if (group && group->party.iso2.empty()) {
        memory.subject_body = group->party;
        first = false;
      }
    }
    if (first && !named && officials_act(stage, i)) {
      memory.subject_body = chunk.owner->party;
      first = false;
    }
    if (!named) continue;
    told(named->party);
    const bool acts =
        is_fighting_body(chunk) || (is_body(chunk, {"company", "bank"}) && leads_clause(stage, i));
    if (first && named->party.iso2.empty() && acts && !stands_behind(stage, i))
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
