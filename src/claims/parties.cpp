/// Who a phrase names or stands for: names, pronouns, "the government", "the two countries".
#include "claims/parties.hpp"

#include <algorithm>

#include "claims/party_words.hpp"
#include "claims/pronouns.hpp"
#include "claims/roles.hpp"
#include "claims/subjects.hpp"

namespace msmt {

namespace {

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
    if (const auto state = state_of_body(stage, chunk, body->name))
      return Named{*state, chunk.party->span};
    if (chunk.owner && !chunk.owner->party.iso2.empty()) return chunk.owner;
    if (body->kind == "government body") {
      if (auto seat = seat_behind(stage, index)) return seat;
    }
  }
  if (auto state = state_of_branch(stage, chunk)) return state;
  return chunk.party;
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

namespace {

/// Names that stand beside or inside a phrase: "the Trump administration", "EU countries".
std::optional<Named> named_in_words(const Stage& stage, std::size_t index) {
  const Chunk& chunk = stage.chunks[index];
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
  return std::nullopt;
}

/// "a Shanghai firm", "a Dubai-based company": the state of the place where a firm without a name is.
std::optional<Named> state_of_firm(const Stage& stage, std::size_t index) {
  const Chunk& chunk = stage.chunks[index];
  const bool beside_name = index >= 2 && is_word(stage.chunks[index - 1], ",") &&
                           stage.chunks[index - 2].party;  // "Bybit, a Dubai-based exchange"
  if (beside_name || !stage.grammar.is(WordClass::firm, chunk.lemma) || chunk.owner)
    return std::nullopt;
  std::string_view text = stage.doc.text({chunk.span.begin, chunk.head_span.begin});
  for (const std::string_view article : {"a ", "an ", "the ", "A ", "An ", "The "}) {
    if (text.starts_with(article)) text.remove_prefix(article.size());
  }
  // up to two words of a place: "Hong Kong", "Shanghai"
  for (std::size_t end = text.find_first_of(" -"), words = 0;
       end != std::string_view::npos && words < 2;
       end = text.find_first_of(" -", end + 1), ++words) {
    const std::string_view iso2 = stage.grammar.place_country(text.substr(0, end));
    const std::string_view capital = stage.grammar.capital_country(text.substr(0, end));
    if (iso2.empty() && capital.empty()) continue;
    return Named{stage.grammar.country(std::string(iso2.empty() ? capital : iso2)), chunk.span};
  }
  return std::nullopt;
}

/// Whose people or office a phrase names: "his country", "Iranian hackers", "the army in Tripoli".
std::optional<Named> state_of_office(const Stage& stage, std::size_t index) {
  const Chunk& chunk = stage.chunks[index];
  if (auto state = own_country(stage, index)) return state;
  if (auto state = state_of_firm(stage, index)) return state;
  // "a state-owned Serbian arms maker"
  const bool firm = chunk.owner_is_adjective && !is_plural(chunk.head) &&
                    stage.grammar.is(WordClass::firm, chunk.lemma);
  const bool stand_in = firm || stage.grammar.is(WordClass::stand_in, chunk.lemma) ||
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
  return std::nullopt;
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

/// "the army", "the country", "the regime": the state that the article goes on about.
std::optional<Named> state_spoken_of(const Stage& stage, std::size_t index) {
  const Chunk& chunk = stage.chunks[index];
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
    return sole_state_before(stage, index);
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
  return std::nullopt;
}

/// "the panel", "the refinery", "its ally": a body or partner that was named before.
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

}  // namespace

std::optional<Named> seat_behind(const Stage& stage, std::size_t index) {
  if (index + 2 >= stage.chunks.size() || !is_word(stage.chunks[index + 1], "in"))
    return std::nullopt;
  const Chunk& city = stage.chunks[index + 2];
  if (city.kind != ChunkKind::phrase) return std::nullopt;
  const std::string_view iso2 = stage.grammar.capital_country(stage.doc.text(city.span));
  if (iso2.empty()) return std::nullopt;
  return Named{stage.grammar.country(std::string(iso2)), stage.chunks[index].span};
}

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
  if (auto named = named_in_words(stage, index)) return named;
  if (auto state = state_of_office(stage, index)) return state;
  if (auto state = state_spoken_of(stage, index)) return state;
  return body_spoken_of(stage, index);
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
