/// Who a phrase names or stands for: names, pronouns, "the government", "the two countries".
#include "claims/parties.hpp"

#include <algorithm>

#include "claims/party_words.hpp"
#include "claims/roles.hpp"
#include "claims/subjects.hpp"

namespace msmt {

namespace {

/// The comma that closes an aside which chunk i, a comma, opens: ", for its part,", ", in turn,",
/// ", meanwhile,". An aside begins with a small word and has no verb; 0 for none.
std::size_t past_aside(const std::vector<Chunk>& chunks, std::size_t i) {
  constexpr std::size_t kLongest = 4;  // chunks
  const auto opens = [](const Chunk& chunk) {
    return chunk.kind == ChunkKind::word && chunk.word != "and" && chunk.word != "or" &&
           chunk.word != "but" && chunk.word != "," && chunk.word != "who" && chunk.word != "which";
  };
  if (i + 2 >= chunks.size() || !opens(chunks[i + 1])) return 0;
  for (std::size_t k = i + 2; k < chunks.size() && k <= i + kLongest; ++k) {
    if (chunks[k].kind == ChunkKind::verb) return 0;
    if (chunks[k].kind == ChunkKind::word && chunks[k].word == ",") return k;
  }
  return 0;
}

/// Whether a finite verb follows a phrase: it is a subject.
bool has_verb(const Stage& stage, std::size_t index) {
  for (std::size_t k = index + 1; k < stage.chunks.size(); ++k) {
    const Chunk& chunk = stage.chunks[k];
    if (chunk.kind == ChunkKind::verb)
      return chunk.voice == Voice::active || chunk.voice == Voice::passive;
    if (chunk.kind == ChunkKind::phrase) return false;
    if (chunk.kind == ChunkKind::word && chunk.word == ",") {
      k = past_aside(stage.chunks, k);
      if (k == 0) return false;
      continue;
    }
    if (chunk.kind == ChunkKind::word && (chunk.word == "and" || chunk.word == "of")) return false;
  }
  return false;
}

/// A company or an armed group: "Baykar says that it has signed …". Monitors and papers only report.
bool acts_for_itself(const Chunk& chunk) {
  for (const Mention* name : chunk.names) {
    const auto* body = std::get_if<Organization>(&name->value);
    if (body == nullptr || body->name != chunk.party->party.name) continue;
    return body->kind == "company" || body->kind == "armed group" || body->kind == "crime group" ||
           body->kind == "bank";
  }
  return false;
}

/// A country that the phrase's owner or a person's title names: "Russian President Vladimir Putin".
std::optional<Named> state_of_person(const Chunk& chunk) {
  if (chunk.owner && !chunk.owner->party.iso2.empty()) return chunk.owner;
  return std::nullopt;
}

/// "Vladimir Putin", or "Putin" once that was said: the state that persons.tsv gives.
std::optional<Named> state_of_leader(const Stage& stage, const Chunk& chunk) {
  const std::string name = without_honorific(stage.grammar, chunk.party->party.name);
  const auto found = stage.memory.leaders.find(name);
  if (found != stage.memory.leaders.end()) return Named{found->second, chunk.span};
  const std::string iso2 = stage.grammar.leader_country(name);
  if (iso2.empty()) return std::nullopt;
  return Named{stage.grammar.country(iso2), chunk.span};
}

/// "Kharkiv", "the Kursk region", "port of Rajin", "northern Kivu": the state that a place lies in.
std::optional<Named> state_of_place(const Stage& stage, const Chunk& chunk) {
  if (chunk.pronoun || chunk.quantity != nullptr || !chunk.item_class.empty()) return std::nullopt;
  const auto state = [&](std::string_view name) -> std::optional<Named> {
    const std::string_view iso2 = stage.grammar.place_country(name);
    if (iso2.empty()) return std::nullopt;
    return Named{stage.grammar.country(std::string(iso2)), chunk.span};
  };
  std::string_view text = stage.doc.text(chunk.of.empty() ? chunk.span : chunk.of);
  for (std::size_t end = text.find(' '); end != std::string_view::npos; end = text.find(' ')) {
    const std::string_view word = text.substr(0, end);
    const bool leads =
        word == "the" || word == "The" || stage.grammar.is(WordClass::direction, word);
    if (!leads) break;
    text.remove_prefix(end + 1);
  }
  if (auto named = state(text)) return named;
  const std::size_t space = text.rfind(' ');
  if (space == std::string_view::npos || !chunk.of.empty()) return std::nullopt;
  const std::string last = fold(text.substr(space + 1));
  if (!stage.grammar.is(WordClass::place, last)) return std::nullopt;
  return state(text.substr(0, space));
}

/// "the foreign ministry in Tokyo": the state whose capital stands behind chunk `index`.
std::optional<Named> seat_behind(const Stage& stage, std::size_t index) {
  if (index + 2 >= stage.chunks.size() || !is_word(stage.chunks[index + 1], "in"))
    return std::nullopt;
  const Chunk& city = stage.chunks[index + 2];
  if (city.kind != ChunkKind::phrase) return std::nullopt;
  const std::string_view iso2 = stage.grammar.capital_country(stage.doc.text(city.span));
  if (iso2.empty()) return std::nullopt;
  return Named{stage.grammar.country(std::string(iso2)), stage.chunks[index].span};
}

std::optional<Named> state_of_branch(const Stage& stage, const Chunk& chunk);

/// Who a phrase with a name of its own is: of persons, ministries and services their state.
std::optional<Named> named_party(const Stage& stage, std::size_t index) {
  const Chunk& chunk = stage.chunks[index];
  if (chunk.person) {
    if (auto state = state_of_person(chunk)) return state;
    if (auto state = state_of_leader(stage, chunk)) return state;
    if (auto office = office_of(stage, index)) return office;
  }
  // a ministry, treasury or service acts for its state
  for (const Mention* name : chunk.names) {
    const auto* body = std::get_if<Organization>(&name->value);
    if (body == nullptr || body->name != chunk.party->party.name) continue;
    if (body->kind != "government body" && body->kind != "intelligence service") continue;
    if (!body->country.empty())
      return Named{stage.grammar.country(body->country), chunk.party->span};
    if (chunk.owner && !chunk.owner->party.iso2.empty()) return chunk.owner;
    if (body->kind == "government body") {
      if (auto seat = seat_behind(stage, index)) return seat;
    }
  }
  if (auto state = state_of_branch(stage, chunk)) return state;
  return chunk.party;
}

/// "the Pentagon said (that) it would send": the state for which a body speaks of itself.
std::optional<Named> state_of_speaking_body(const Stage& stage, std::size_t index) {
  std::size_t k = index;
  if (k > 0 && is_word(stage.chunks[k - 1], "that")) --k;
  if (k < 2 || stage.chunks[k - 1].kind != ChunkKind::verb ||
      stage.chunks[k - 1].voice != Voice::active ||
      stage.grammar.cue("governor", stage.chunks[k - 1].lemma).empty())
    return std::nullopt;
  const bool seated = k >= 4 && is_word(stage.chunks[k - 3], "in") &&
                      stage.chunks[k - 4].kind == ChunkKind::phrase && stage.chunks[k - 4].party;
  const auto seat = seated ? seat_behind(stage, k - 4) : std::nullopt;
  const Chunk& body = stage.chunks[seat ? k - 4 : k - 2];
  if (body.kind != ChunkKind::phrase || body.person) return std::nullopt;
  if (seat && std::any_of(body.names.begin(), body.names.end(), [](const Mention* name) {
        const auto* known = std::get_if<Organization>(&name->value);
        return known != nullptr && known->kind == "government body" && known->country.empty();
      }))
    return Named{seat->party, stage.chunks[index].span};  // "The ministry in Tokyo said that it"
  if (!body.party && body.lemma == "government" && body.owner && body.owner_is_adjective &&
      !body.owner->party.iso2.empty())  // "The Spanish government said it would"
    return Named{body.owner->party, stage.chunks[index].span};
  if (!body.party) return std::nullopt;
  for (const Mention* name : body.names) {
    const auto* known = std::get_if<Organization>(&name->value);
    if (known == nullptr || known->kind != "government body") continue;
    if (!known->country.empty())
      return Named{stage.grammar.country(known->country), stage.chunks[index].span};
    if (body.owner && !body.owner->party.iso2.empty())  // "the Israeli defence ministry said it"
      return Named{body.owner->party, stage.chunks[index].span};
  }
  return std::nullopt;
}

/// "wants the Union to scrap a pact that it signed": who is to do the infinitive is its subject.
bool made_to_act(const Stage& stage, std::size_t index) {
  const Chunk& chunk = stage.chunks[index];
  return index > 0 && index + 1 < stage.chunks.size() && !chunk.person &&
         stage.chunks[index + 1].voice == Voice::infinitive &&
         stage.chunks[index - 1].kind == ChunkKind::verb &&
         stage.chunks[index - 1].voice == Voice::active &&
         (!chunk.party->party.iso2.empty() || lists_names(chunk));
}

/// "he", "she", "him": a person of the sentence, "prosecutors said two men had paid him", else the
/// one named last.
std::optional<Named> person_meant(const Stage& stage, std::size_t index, bool& unnamed) {
  const Chunk& chunk = stage.chunks[index];
  for (std::size_t k = index; k > 0; --k) {
    const Chunk& left = stage.chunks[k - 1];
    // "Kim received him": not himself
    const bool own_subject = k + 1 == index && stage.chunks[k].kind == ChunkKind::verb &&
                             chunk.head != "he" && chunk.head != "she";
    if (own_subject) continue;
    if (left.kind == ChunkKind::phrase && left.person && left.party)
      return Named{party_of(stage, k - 1).value_or(*left.party).party, chunk.span};
    // "a rebel commander said he had": somebody whom nobody has named
    unnamed = left.kind == ChunkKind::phrase && left.item_class == "speaker" && !left.definite &&
              !left.party && !is_plural(left.head);
    if (unnamed) return owner_of(stage, k - 1);
  }
  if (stage.memory.person && chunk.head != "her") return Named{*stage.memory.person, chunk.span};
  return std::nullopt;
}

/// The verb that has the pronoun at a chunk as its object, "sent it", or behind `to`, "shipped to
/// them"; the number of chunks for a pronoun that stands elsewhere.
std::size_t governing_verb(const Stage& stage, std::size_t index) {
  const std::size_t none = stage.chunks.size();
  if (index == 0 || has_verb(stage, index)) return none;  // "said it would train"
  if (stage.chunks[index - 1].kind == ChunkKind::verb) return index - 1;
  if (!is_word(stage.chunks[index - 1], "to")) return none;
  for (std::size_t k = index - 1; k > 0; --k) {
    if (stage.chunks[k - 1].kind == ChunkKind::verb) return k - 1;
  }
  return none;
}

/// The phrase that is the subject of the verb at a chunk: before a relative pronoun its head; the
/// number of chunks for none.
std::size_t subject_of(const Stage& stage, std::size_t verb) {
  const auto& chunks = stage.chunks;
  for (std::size_t k = verb; k > 0; --k) {
    const Chunk& left = chunks[k - 1];
    if (left.kind == ChunkKind::phrase) {
      const bool governed = k > 1 && chunks[k - 2].kind == ChunkKind::word &&
                            (chunks[k - 2].word == "of" || chunks[k - 2].word == "in" ||
                             chunks[k - 2].word == "from");
      if (!governed) return k - 1;
      --k;  // "the firms of the group": further left
    }
  }
  return chunks.size();
}

/// The state, or body that acts for itself, which a sentence has as a subject before chunk `end`,
/// other than `not_this`.
std::optional<Party> subject_before(const Stage& stage, std::size_t end,
                                    const std::optional<Party>& not_this) {
  for (std::size_t k = end; k > 0; --k) {
    const Chunk& left = stage.chunks[k - 1];
    if (left.kind == ChunkKind::phrase && left.party && has_verb(stage, k - 1) &&
        (!left.party->party.iso2.empty() || acts_for_itself(left)) &&
        (!not_this || left.party->party != *not_this))
      return left.party->party;
  }
  return std::nullopt;
}

/// "Moscow sent it two batteries", "Rwanda provides them with rifles": an object is not the subject
/// of its own verb, but who was spoken of before.
std::optional<Named> meant_by_object(const Stage& stage, std::size_t index, std::size_t verb) {
  const Chunk& chunk = stage.chunks[index];
  const Memory& memory = stage.memory;
  const std::size_t own = subject_of(stage, verb);
  std::optional<Party> doer;
  if (own < stage.chunks.size()) {
    if (const auto named = party_of(stage, own)) doer = named->party;
  }
  const std::size_t end = own < stage.chunks.size() ? own : verb;
  if (chunk.head == "them") {
    const auto& people = memory.goods;
    if (people && people->owner && memory.goods_sentence == stage.reading.sentence &&
        (!doer || *people->owner != *doer))
      return Named{*people->owner, chunk.span};  // "the recruits … issued them with rifles"
    if (memory.subject_body && (!doer || *memory.subject_body != *doer))
      return Named{*memory.subject_body, chunk.span};
    return std::nullopt;
  }
  if (auto before = subject_before(stage, end, doer)) return Named{*before, chunk.span};
  if (memory.subject_body && (!doer || *memory.subject_body != *doer))
    return Named{*memory.subject_body, chunk.span};
  if (memory.subject && (!doer || *memory.subject != *doer))
    return Named{*memory.subject, chunk.span};
  return std::nullopt;
}

/// The sentence's own subject before a pronoun that is a subject itself.
std::optional<Named> subject_meant(const Stage& stage, std::size_t index) {
  const Chunk& chunk = stage.chunks[index];
  for (std::size_t k = index; k > 0; --k) {
    const Chunk& left = stage.chunks[k - 1];
    // "The regime was angered by sanctions against it": whoever the regime is
    // but not "the only country known to have bought it"
    if (chunk.head == "it" && left.kind == ChunkKind::phrase && !left.party && left.definite &&
        (left.before.empty() || left.before == "the") && !is_plural(left.head) &&
        stage.grammar.is(WordClass::state, left.lemma) && has_verb(stage, k - 1))
      return party_of(stage, k - 1);
    if (left.kind != ChunkKind::phrase || !left.party) continue;
    if (made_to_act(stage, k - 1)) return Named{left.party->party, chunk.span};
    if (has_verb(stage, k - 1) && (!left.party->party.iso2.empty() || acts_for_itself(left)))
      return Named{left.party->party, chunk.span};
  }
  return std::nullopt;
}

/// "Wagner's forces use a week's supply in a day, while they …": several before who act already.
bool has_plural(const Stage& stage, std::size_t index) {
  for (std::size_t k = index; k > 0; --k) {
    const Chunk& left = stage.chunks[k - 1];
    if (left.kind == ChunkKind::phrase && !left.pronoun && is_plural(left.head) &&
        left.item_class != "speaker")
      return true;
  }
  return false;
}

/// "it", "they", "he": the sentence's own subject before it, else the last one.
std::optional<Named> meant_by_pronoun(const Stage& stage, std::size_t index) {
  const Chunk& chunk = stage.chunks[index];
  const std::string& word = chunk.head;
  if (word == "he" || word == "she" || word == "him" || word == "her") {
    bool unnamed = false;
    if (auto person = person_meant(stage, index, unnamed); person || unnamed) return person;
  }
  if (word != "it" && word != "he" && word != "she" && word != "they" && word != "itself" &&
      word != "them")
    return std::nullopt;
  if (const std::size_t verb = governing_verb(stage, index);
      verb < stage.chunks.size() && (word == "it" || word == "them"))
    return meant_by_object(stage, index, verb);
  if (word == "it") {
    if (auto state = state_of_speaking_body(stage, index)) return state;
  }
  if (auto own = subject_meant(stage, index)) return own;
  if (stage.memory.subject_body && word != "itself" &&
      !(word == "they" && has_plural(stage, index)))
    return Named{*stage.memory.subject_body, chunk.span};
  if (stage.memory.subject && word != "they" && word != "them")
    return Named{*stage.memory.subject, chunk.span};
  return std::nullopt;
}

/// "the government in Tripoli", "the authorities in Hanoi": the state whose capital it is.
std::optional<Named> seated_in_capital(const Stage& stage, std::size_t index) {
  const Chunk& chunk = stage.chunks[index];
  const bool rules = stage.grammar.is(WordClass::army, chunk.lemma) ||
                     (stage.grammar.is(WordClass::state, chunk.lemma) && chunk.lemma != "ally" &&
                      chunk.lemma != "partner" && chunk.lemma != "country");
  if (!rules || !chunk.definite || chunk.owner || index + 2 >= stage.chunks.size() ||
      !is_word(stage.chunks[index + 1], "in"))
    return std::nullopt;
  const Chunk& city = stage.chunks[index + 2];
  const std::string_view iso2 = stage.grammar.capital_country(stage.doc.text(city.span));
  if (city.kind != ChunkKind::phrase || iso2.empty()) return std::nullopt;
  return Named{stage.grammar.country(std::string(iso2)), {chunk.span.begin, city.span.end}};
}

/// "A Dutch court ordered the government to halt exports": the state whose body asks.
std::optional<Named> asked_by_own_body(const Stage& stage, std::size_t index) {
  if (index < 2 || index + 1 >= stage.chunks.size()) return std::nullopt;
  const Chunk& chunk = stage.chunks[index];
  const Chunk& verb = stage.chunks[index - 1];
  const Chunk& body = stage.chunks[index - 2];
  const bool rules = (stage.grammar.is(WordClass::state, chunk.lemma) ||
                      stage.grammar.is(WordClass::army, chunk.lemma)) &&
                     chunk.definite && !chunk.owner && !is_plural(chunk.head);
  const bool asks = verb.kind == ChunkKind::verb && verb.voice == Voice::active &&
                    stage.grammar.is(WordClass::object_control, verb.lemma) &&
                    stage.chunks[index + 1].voice == Voice::infinitive;
  if (!rules || !asks || body.kind != ChunkKind::phrase || !body.owner ||
      !body.owner_is_adjective || body.owner->party.iso2.empty())
    return std::nullopt;
  return Named{body.owner->party, chunk.span};
}

/// "Anwar Ibrahim said his country had bought 18 fighters", "his government": the state of whom the
/// sentence names.
std::optional<Named> own_country(const Stage& stage, std::size_t index) {
  const Chunk& chunk = stage.chunks[index];
  if ((chunk.lemma != "country" && chunk.lemma != "nation" && chunk.lemma != "government") ||
      is_plural(chunk.head) || !chunk.owner || !is_owner_pronoun(chunk.owner->party.name))
    return std::nullopt;
  for (std::size_t k = index; k > 0; --k) {
    const Chunk& left = stage.chunks[k - 1];
    if (left.kind != ChunkKind::phrase || (!left.person && !left.party)) continue;
    const auto state = party_of(stage, k - 1);
    if (!state || state->party.iso2.empty()) return std::nullopt;
    return Named{state->party, chunk.span};
  }
  const auto& known = stage.memory.person ? stage.memory.person : stage.memory.subject;
  if (!known || known->iso2.empty()) return std::nullopt;
  return Named{*known, chunk.span};
}

/// "the former", "the latter": of the two states that the sentence before named.
std::optional<Named> former_or_latter(const Stage& stage, std::size_t index) {
  const Chunk& chunk = stage.chunks[index];
  const bool one = chunk.head == "former" || chunk.head == "latter";
  if (!chunk.definite || !one || chunk.first + 2 != chunk.last) return std::nullopt;
  const auto& states = stage.memory.told_states;
  if (states.size() != 2) return std::nullopt;
  return Named{chunk.head == "former" ? states.front() : states.back(), chunk.span};
}

/// "the Air Force", "the Navy": a branch without a state of its own serves the one spoken of.
std::optional<Named> state_of_branch(const Stage& stage, const Chunk& chunk) {
  for (const Mention* name : chunk.names) {
    const auto* unit = std::get_if<MilitaryUnit>(&name->value);
    if (unit == nullptr || !unit->country.empty() || unit->name != chunk.party->party.name)
      continue;
    const std::size_t space = unit->name.find_last_of(' ');
    const std::string last = fold(unit->name.substr(space + 1));
    const bool branch = stage.grammar.is(WordClass::army, last) || last == "force";
    const bool two = space == std::string::npos || unit->name.find(' ') == space;
    if (!branch || !two || !chunk.definite) continue;
    if (stage.memory.army_of) return Named{*stage.memory.army_of, chunk.span};
    if (stage.memory.subject && stage.memory.subject_sentence + 1 >= stage.reading.sentence)
      return Named{*stage.memory.subject, chunk.span};
  }
  return std::nullopt;
}

}  // namespace

namespace {

/// "to", "into", "on", and a verb whose object is where things go: "reached the country".
bool leads_to(const Stage& stage, const Chunk& before) {
  if (before.kind == ChunkKind::word)
    return before.word == "to" || before.word == "into" || before.word == "on";
  if (before.kind != ChunkKind::verb || before.voice != Voice::active) return false;
  const auto& frames = stage.grammar.frames("verb", before.lemma);
  return std::any_of(frames.begin(), frames.end(),
                     [](const Frame* frame) { return frame->role("obj") == "target"; });
}

}  // namespace

std::optional<Named> party_of(const Stage& stage, std::size_t index) {
  const Chunk& chunk = stage.chunks[index];
  if (chunk.kind != ChunkKind::phrase) return std::nullopt;
  if (!chunk.party || chunk.person || chunk.party->party.iso2.empty()) {
    if (auto state = state_of_place(stage, chunk)) return state;
  }
  if (chunk.party) return named_party(stage, index);
  if (!chunk.pronoun && !chunk.party && chunk.last == chunk.first + 1 && chunk.item_class.empty()) {
    // "Putin" alone, after the full name
    const auto known = stage.memory.leaders.find(std::string(stage.doc.text(chunk.span)));
    if (known != stage.memory.leaders.end()) return Named{known->second, chunk.span};
  }
  if (chunk.pronoun) return meant_by_pronoun(stage, index);
  if (auto state = state_of_cabinet(stage, index)) return state;
  if (chunk.owner && chunk.owner->party.iso2.empty() && is_plural(chunk.head) &&
      (chunk.lemma == "country" || chunk.lemma == "state" || chunk.lemma == "nation") &&
      !is_owner_pronoun(chunk.owner->party.name) && chunk.quantity == nullptr)
    return chunk.owner;  // "EU countries"
  if (auto one = former_or_latter(stage, index)) return one;
  if (auto name = name_beside(stage, index)) return name;
  if (chunk.lemma == "member" && is_plural(chunk.head) && index + 2 < stage.chunks.size() &&
      is_word(stage.chunks[index + 1], "of") && stage.chunks[index + 2].party &&
      stage.chunks[index + 2].party->party.iso2.empty())
    return party_of(stage, index + 2);  // "European members of NATO"
  if (chunk.owner && !chunk.owner_is_adjective && chunk.item_class.empty() &&
      chunk.quantity == nullptr && chunk.before.empty() &&
      stage.doc.text(chunk.head_span).front() >= 'A' &&
      stage.doc.text(chunk.head_span).front() <= 'Z') {
    return owner_of(stage, index);  // "Russia's Putin"
  }
  if (chunk.last == chunk.first + 1 && chunk.item_class.empty()) {
    const std::string iso2 = stage.grammar.leader_country(std::string(stage.doc.text(chunk.span)));
    if (!iso2.empty()) return Named{stage.grammar.country(iso2), chunk.span};
  }
  if (auto state = own_country(stage, index)) return state;
  const bool stand_in = stage.grammar.is(WordClass::stand_in, chunk.lemma) ||
                        stage.grammar.is(WordClass::counterpart, chunk.lemma);
  if (stand_in || chunk.item_class == "troops" || chunk.item_class == "workers" ||
      chunk.item_class == "speaker" || chunk.item_class == "people" || chunk.person) {
    // "her administration": of a state or a body, not of a person
    const bool pronoun = chunk.owner && is_owner_pronoun(chunk.owner->party.name);
    const bool rule = pronoun && stage.grammar.is(WordClass::cabinet, chunk.lemma);
    if (auto owner = owner_of(stage, index);
        owner && !is_owner_pronoun(owner->party.name) && !(rule && owner->party.iso2.empty()))
      return owner;
  }
  if (auto seat = seated_in_capital(stage, index)) return seat;
  if (auto state = asked_by_own_body(stage, index)) return state;
  // "the army", "the junta": of the state that acted last
  const bool army = stage.grammar.is(WordClass::army, chunk.lemma);
  constexpr std::size_t kRecent = 3;  // sentences
  const bool alone = chunk.before.empty() || chunk.before == "the";
  if (army && alone && chunk.definite && !chunk.owner && !is_plural(chunk.head)) {
    if (stage.memory.army_of) return Named{*stage.memory.army_of, chunk.span};
    if (stage.memory.subject && stage.memory.subject_sentence + kRecent >= stage.reading.sentence)
      return Named{*stage.memory.subject, chunk.span};
  }
  // "the government" of the last state named as a subject, if that is not long ago
  const bool recent =
      chunk.lemma != "government" || stage.memory.subject_sentence + 1 >= stage.reading.sentence;
  if (chunk.definite && chunk.lemma == "country" && !is_plural(chunk.head) && !chunk.owner &&
      index > 0 && leads_to(stage, stage.chunks[index - 1])) {
    // "Norway sent tanks to the country": to the one that takes, not to the one that acts
    for (const auto& [giver, taker] : stage.memory.pairs) {
      if (!taker.iso2.empty()) return Named{taker, chunk.span};
    }
    return std::nullopt;
  }
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
  if (!chunk.definite &&
      (is_body_noun(stage.grammar, chunk.lemma) ||
       stage.grammar.is(WordClass::state, chunk.lemma) ||
       stage.grammar.is(WordClass::house, chunk.lemma)) &&
      index >= 2 && stage.chunks[index - 1].kind == ChunkKind::word &&
      stage.chunks[index - 1].word == "," && stage.chunks[index - 2].kind == ChunkKind::phrase &&
      stage.chunks[index - 2].party) {
    return stage.chunks[index - 2].party;  // "UNVIM, a mechanism established in 2016"
  }
  if ((chunk.definite || chunk.demonstrative) && is_body_noun(stage.grammar, chunk.lemma) &&
      !chunk.owner) {
    if (auto body = body_for(stage, index)) return body;
  }
  if (chunk.owner && chunk.owner_is_adjective && chunk.owner->party.iso2.empty() &&
      stage.grammar.is(WordClass::house, chunk.lemma)) {
    return chunk.owner;  // "the Bybit exchange"
  }
  if (chunk.definite && !chunk.owner && chunk.item_class.empty() && chunk.quantity == nullptr &&
      chunk.before.empty()) {
    // "the refinery" after the Gasabo Gold Refinery was named
    for (const Body& body : stage.memory.bodies) {
      const std::string name = fold(body.named.party.name);
      if (name.size() > chunk.lemma.size() && name.ends_with(" " + chunk.lemma))
        return Named{body.named.party, chunk.span};
    }
  }
  if (stage.grammar.is(WordClass::partner, chunk.lemma) && !is_plural(chunk.head)) {
    // "its ally": the other of the two that the article speaks of
    const auto owner = owner_of(stage, index);
    if (!owner || owner->party.iso2.empty()) return std::nullopt;
    if (const auto partner = partner_of(stage, owner->party)) return Named{*partner, chunk.span};
    for (const Party& other : stage.memory.countries) {
      if (other.iso2 != owner->party.iso2) return Named{other, chunk.span};
    }
  }
  return std::nullopt;
}

std::optional<Named> state_where(const Stage& stage, std::size_t index) {
  const Chunk& chunk = stage.chunks[index];
  if (chunk.kind != ChunkKind::phrase) return std::nullopt;
  if (auto named = party_of(stage, index); named && !named->party.iso2.empty()) return named;
  const std::string_view iso2 = stage.grammar.capital_country(stage.doc.text(chunk.span));
  if (iso2.empty()) return std::nullopt;
  return Named{stage.grammar.country(std::string(iso2)), chunk.span};
}

namespace {

/// "Japan, Italy and Canada moved together when they sanctioned …": the states of a list that is a
/// subject before "they"; empty where there is no such list.
std::vector<Named> listed_before_they(const Stage& stage, std::size_t index) {
  for (std::size_t k = index; k > 0; --k) {
    const Chunk& left = stage.chunks[k - 1];
    if (left.kind != ChunkKind::phrase || !left.party || !has_verb(stage, k - 1)) continue;
    std::vector<Named> out;
    for (const std::size_t i : list_before(stage.chunks, k - 1)) {
      if (const auto one = party_of(stage, i); one)
        out.push_back(Named{one->party, stage.chunks[index].span});
    }
    return out.size() > 1 ? out : std::vector<Named>{};
  }
  return {};
}

}  // namespace

std::vector<Named> parties_of(const Stage& stage, std::size_t index) {
  const Chunk& chunk = stage.chunks[index];
  if (chunk.pronoun && chunk.head == "they") {
    if (auto list = listed_before_they(stage, index); !list.empty()) return list;
  }
  const bool two = chunk.before.find("two") != std::string::npos ||
                   chunk.before.find("both") != std::string::npos || chunk.head == "both" ||
                   chunk.head == "two";
  const bool state = stage.grammar.is(WordClass::state, chunk.lemma) ||
                     stage.grammar.is(WordClass::couple, chunk.lemma) || chunk.head == "both" ||
                     chunk.head == "two";
  const std::string text = std::string(stage.doc.text(chunk.span));
  const bool of_two =
      text.find("two countries") != std::string::npos ||
      text.find("both countries") != std::string::npos ||
      text.find("two sides") != std::string::npos || text.find("both sides") != std::string::npos ||
      text.find("two nations") != std::string::npos || text.find("two states") != std::string::npos;
  if ((of_two || (text.find("two countries") != std::string::npos)) &&
      !stage.memory.pairs.empty()) {
    // the two that the article has giving and taking
    const auto& [giver, taker] = stage.memory.pairs.front();
    if (!giver.iso2.empty() && !taker.iso2.empty())
      return {{giver, chunk.span}, {taker, chunk.span}};
  }
  if (of_two && stage.memory.countries.size() >= 2) {
    return {{stage.memory.countries[0], chunk.span}, {stage.memory.countries[1], chunk.span}};
  }
  const bool counted =
      text.find("two") != std::string::npos || text.find("both") != std::string::npos ||
      text.find("Both") != std::string::npos || text.find("Two") != std::string::npos;
  // "the pair", "the neighbours": the two of the sentence before, where it named no third
  const bool pair =
      chunk.definite && stage.memory.told_states.size() == 2 && !chunk.owner &&
      (chunk.head == "pair" || chunk.head == "neighbours" || chunk.head == "neighbors");
  if (pair || ((two || counted) && state && stage.memory.told_states.size() == 2))
    return {{stage.memory.told_states[0], chunk.span}, {stage.memory.told_states[1], chunk.span}};
  if ((two || counted) && state && stage.memory.countries.size() >= 2) {
    std::vector<Named> out{{stage.memory.countries[0], chunk.span},
                           {stage.memory.countries[1], chunk.span}};
    return out;
  }
  if (auto one = party_of(stage, index)) return {*one};
  return {};
}

}  // namespace msmt
