/// Parties by name: persons, ministries and places for their state, and names that stand beside a noun.
///
///     "Russian President Vladimir Putin"   Russia
///     "the Kursk region"                   Russia
#include <algorithm>

#include "claims/parties.hpp"
#include "claims/party_questions.hpp"
#include "claims/party_words.hpp"

namespace msmt {

namespace {

/// A country that the phrase's owner or a person's title names: "Russian President Vladimir Putin".
std::optional<Named> state_of_person(const Chunk& chunk) {
  if (chunk.owner && !chunk.owner->party.iso2.empty()) return chunk.owner;
  return std::nullopt;
}

/// "President Ford", "Prime Minister Thatcher": a name behind the office of who leads a state.
bool holds_office(const Stage& stage, const Chunk& chunk) {
  static constexpr std::string_view kOffices[] = {"president ", "prime minister ", "premier ",
                                                  "chancellor ", "dictator "};
  const std::string words = fold(stage.doc.words(chunk.span));
  return std::any_of(std::begin(kOffices), std::end(kOffices),
                     [&](std::string_view office) { return words.starts_with(office); });
}

/// "Vladimir Putin", or "Putin" once that was said: the state that persons.tsv gives.
std::optional<Named> state_of_leader(const Stage& stage, const Chunk& chunk) {
  const std::string name = without_honorific(stage.grammar, chunk.party->party.name);
  const auto found = stage.memory.leaders.find(name);
  if (found != stage.memory.leaders.end()) return Named{found->second, chunk.span};
  std::string iso2 = stage.grammar.leader_country(name);
  if (iso2.empty() && holds_office(stage, chunk))  // "President Ford"
    iso2 = stage.grammar.office_holder_country(name);
  if (iso2.empty()) return std::nullopt;
  return Named{stage.grammar.country(iso2), chunk.span};
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
    // "Peru sold Chad jets. The air force has used them": of who got arms, before who gave them
    const auto& subject = stage.memory.subject;
    const auto& deed = stage.memory.deed;
    const bool got = deed && deed->type == "transfer" && deed->target &&
                     !deed->target->iso2.empty() && stage.told_just_before(*deed) &&
                     (!subject || subject == deed->actor ||
                      stage.memory.subject_sentence + 1 < stage.reading.sentence);
    if (got) return Named{*deed->target, chunk.span};
    // "Turkey provided radars for it. The air force": hardly that of who gave them
    if (deed && deed->actor && subject == deed->actor && stage.told_just_before(*deed))
      return std::nullopt;
    if (subject && stage.memory.subject_sentence + 1 >= stage.reading.sentence)
      return Named{*subject, chunk.span};
  }
  return std::nullopt;
}

/// "the 16th Mechanized Division": a numbered formation of no named state belongs to the army that was told of, in the
/// sentence or before.
std::optional<Named> state_of_formation(const Stage& stage, std::size_t index) {
  static constexpr std::string_view kFormations[] = {"division", "brigade", "regiment", "battalion",
                                                     "corps",    "army",    "squadron"};
  const Chunk& chunk = stage.chunks[index];
  const std::string name = fold(chunk.party->party.name);
  const std::string last = name.substr(name.rfind(' ') + 1);
  const bool numbered =
      !name.empty() && name.front() >= '0' && name.front() <= '9' &&
      std::find(std::begin(kFormations), std::end(kFormations), last) != std::end(kFormations);
  if (!numbered) return std::nullopt;
  for (std::size_t k = index; k > 0; --k) {
    const Chunk& left = stage.chunks[k - 1];
    const bool army = left.kind == ChunkKind::phrase &&
                      stage.grammar.is(WordClass::army, fold(left.head)) && left.party;
    if (army && !left.party->party.iso2.empty()) return Named{left.party->party, chunk.span};
  }
  if (!stage.memory.army_of) return std::nullopt;
  return Named{*stage.memory.army_of, chunk.span};
}

/// "the air force": a branch that nothing says whose it is.
bool is_bare_branch(const Stage& stage, const Chunk& chunk) {
  const std::string words = fold(stage.doc.words(chunk.span));
  return words == "the air force" || words == "the navy" || words == "the armed forces" ||
         words == "the coast guard";
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

}  // namespace

std::optional<Named> state_of_place(const Stage& stage, const Chunk& chunk) {
  if (chunk.pronoun || chunk.quantity != nullptr || !chunk.item_class.empty()) return std::nullopt;
  if (stage.grammar.is(WordClass::waters, chunk.lemma)) return std::nullopt;  // "the Gulf of Aden"
  const auto state = [&](std::string_view name) -> std::optional<Named> {
    const std::string_view iso2 = stage.grammar.place_country(name);
    if (iso2.empty()) return std::nullopt;
    return Named{stage.grammar.country(std::string(iso2)), chunk.span};
  };
  std::string_view text = stage.doc.words(chunk.of.empty() ? chunk.span : chunk.of);
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
  if (auto state = state_of_formation(stage, index)) return state;
  if (is_bare_branch(stage, chunk)) return std::nullopt;
  return chunk.party;
}

std::optional<Named> named_in_words(const Stage& stage, std::size_t index) {
  const Chunk& chunk = stage.chunks[index];
  if (auto state = state_of_cabinet(stage, index)) return state;
  if (chunk.owner && chunk.owner->party.iso2.empty() && is_plural(chunk.head) &&
      (chunk.lemma == "country" || chunk.lemma == "state" || chunk.lemma == "nation") &&
      !is_owner_pronoun(chunk.owner->party.name) && chunk.quantity == nullptr)
    return chunk.owner;  // "EU countries"
  if (auto one = former_or_latter(stage, index)) return one;
  if (auto name = name_beside(stage, index)) return name;
  if (auto names = names_beside(stage, index); !names.empty()) return names.front();
  if (chunk.lemma == "member" && is_plural(chunk.head) && index + 2 < stage.chunks.size() &&
      is_word(stage.chunks[index + 1], "of") && stage.chunks[index + 2].party &&
      stage.chunks[index + 2].party->party.iso2.empty())
    return party_of(stage, index + 2);  // "European members of NATO"
  if (chunk.owner && !chunk.owner_is_adjective && chunk.item_class.empty() &&
      chunk.quantity == nullptr && chunk.before.empty() &&
      stage.doc.words(chunk.head_span).front() >= 'A' &&
      stage.doc.words(chunk.head_span).front() <= 'Z') {
    return owner_of(stage, index);  // "Russia's Putin"
  }
  if (chunk.last == chunk.first + 1 && chunk.item_class.empty()) {
    const std::string iso2 = stage.grammar.leader_country(std::string(stage.doc.words(chunk.span)));
    if (!iso2.empty()) return Named{stage.grammar.country(iso2), chunk.span};
    // "Petrov also sold 40 tanks", once "Ivan Petrov" was named
    const auto person = stage.memory.persons.find(std::string(stage.doc.words(chunk.span)));
    if (person != stage.memory.persons.end()) return Named{person->second, chunk.span};
  }
  return std::nullopt;
}

std::optional<Named> seat_behind(const Stage& stage, std::size_t index) {
  if (index + 2 >= stage.chunks.size() || !is_word(stage.chunks[index + 1], "in"))
    return std::nullopt;
  const Chunk& city = stage.chunks[index + 2];
  if (city.kind != ChunkKind::phrase) return std::nullopt;
  const std::string_view iso2 = stage.grammar.capital_country(stage.doc.words(city.span));
  if (iso2.empty()) return std::nullopt;
  return Named{stage.grammar.country(std::string(iso2)), stage.chunks[index].span};
}

}  // namespace msmt
