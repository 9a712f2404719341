/// Parties by a noun: whose people or office it names.
///
///     "his country"      the state of whom the sentence names
///     "a Shanghai firm"  the state of the place
#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/parties.hpp"
#include "claims/party_questions.hpp"
#include "claims/party_words.hpp"
#include "claims/roles.hpp"

namespace msmt {

namespace {

/// "the government in Tripoli", "the junta in Mali": the state whose capital it is, or that is named.
std::optional<Named> seated_in_state(const Stage& stage, std::size_t index) {
  const Chunk& chunk = stage.chunks[index];
  const bool rules = stage.grammar.is(WordClass::army, chunk.lemma) ||
                     (stage.grammar.is(WordClass::state, chunk.lemma) && chunk.lemma != "ally" &&
                      chunk.lemma != "partner" && chunk.lemma != "country");
  if (!rules || !chunk.definite || chunk.owner || index + 2 >= stage.chunks.size() ||
      !is_word(stage.chunks[index + 1], "in"))
    return std::nullopt;
  const Chunk& city = stage.chunks[index + 2];
  if (city.kind == ChunkKind::phrase && city.country_head && city.last == city.first + 1)
    return Named{city.party->party, {chunk.span.begin, city.span.end}};
  const std::string_view iso2 = stage.grammar.capital_country(stage.doc.words(city.span));
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
  const bool own = chunk.lemma == "country" || chunk.lemma == "nation" ||
                   chunk.lemma == "government" || chunk.lemma == "service" ||
                   stage.grammar.is(WordClass::army, chunk.lemma);
  if (!own || is_plural(chunk.head) || !chunk.owner || !is_owner_pronoun(chunk.owner->party.name))
    return std::nullopt;
  for (std::size_t k = index; k > 0; --k) {
    const Chunk& left = stage.chunks[k - 1];
    if (left.kind == ChunkKind::phrase && left.item_class == "speaker" && left.owner &&
        !left.owner->party.iso2.empty() && !is_plural(left.head))
      return Named{left.owner->party,
                   chunk.span};  // "India's air chief said his service had bought"
    if (left.kind != ChunkKind::phrase || (!left.person && !left.party)) continue;
    const auto state = party_of(stage, k - 1);
    if (!state || state->party.iso2.empty()) return std::nullopt;
    return Named{state->party, chunk.span};
  }
  const auto& known = stage.memory.person ? stage.memory.person : stage.memory.subject;
  if (!known || known->iso2.empty()) return std::nullopt;
  return Named{*known, chunk.span};
}

/// "a Shanghai firm", "a Dubai-based company": the state of the place where a firm without a name is.
std::optional<Named> state_of_firm(const Stage& stage, std::size_t index) {
  const Chunk& chunk = stage.chunks[index];
  const bool beside_name = index >= 2 && is_word(stage.chunks[index - 1], ",") &&
                           stage.chunks[index - 2].party;  // "Bybit, a Dubai-based exchange"
  if (beside_name || !stage.grammar.is(WordClass::firm, chunk.lemma) || chunk.owner)
    return std::nullopt;
  // "Singapore-based firms", "a UAE-based company"
  for (const Mention& mention : stage.reading.mentions) {
    const auto* state = std::get_if<Country>(&mention.value);
    if (state != nullptr && chunk.span.contains(mention.span) &&
        stage.doc.words({mention.span.end, chunk.head_span.begin}).starts_with("-based "))
      return Named{stage.grammar.country(state->iso2), chunk.span};
  }
  std::string_view text = stage.doc.words({chunk.span.begin, chunk.head_span.begin});
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

/// "41 companies registered in Togo": the state in which firms without a name have their seat.
std::optional<Named> seat_of_firm(const Stage& stage, std::size_t index) {
  const auto& chunks = stage.chunks;
  if (index + 3 >= chunks.size() || !stage.grammar.is(WordClass::firm, chunks[index].lemma) ||
      chunks[index].owner || chunks[index].party)
    return std::nullopt;
  const Chunk& verb = chunks[index + 1];
  if (is_word(verb, "in") && chunks[index + 2].country_head && is_plural(chunks[index].head))
    return Named{chunks[index + 2].party->party, chunks[index].span};  // "firms in China sold"
  const Chunk& place = chunks[index + 2];  // "refiners in China's Shandong province bought"
  if (is_word(verb, "in") && is_plural(chunks[index].head) && place.owner &&
      !place.owner->party.iso2.empty() && stage.grammar.is(WordClass::place, place.lemma))
    return Named{place.owner->party, chunks[index].span};
  const bool seated = verb.kind == ChunkKind::verb && verb.voice == Voice::participle &&
                      stage.grammar.is(WordClass::seated, verb.lemma);
  if (!seated || !is_word(chunks[index + 2], "in")) return std::nullopt;
  const auto state = state_where(stage, index + 3);
  if (!state) return std::nullopt;
  return Named{state->party, chunks[index].span};
}

/// "the Serbian dealer Vektor Arms": a name that no table knows, behind the noun for a firm.
bool is_named_firm(const Stage& stage, const Chunk& chunk) {
  const char first = stage.doc.words(chunk.head_span).front();
  return first >= 'A' && first <= 'Z' && chunk.owner && !chunk.owner->party.iso2.empty() &&
         chunk.weapon == nullptr && chunk.quantity == nullptr && chunk.item_class != "vehicle" &&
         stage.grammar.any_is(WordClass::firm, chunk.before);
}

}  // namespace

std::optional<Named> state_of_home_body(const Stage& stage, std::size_t index) {
  static constexpr std::string_view kForces[] = {"security", "armed", "defence", "defense",
                                                 "special"};
  const auto& chunks = stage.chunks;
  const Chunk& body = chunks[index];
  if (index < 3 || !body.definite || body.owner || body.quantity != nullptr) return std::nullopt;
  const bool force =
      body.lemma == "force" &&
      std::any_of(std::begin(kForces), std::end(kForces), [&](std::string_view word) {
        return body.before.find(word) != std::string::npos;
      });
  const Chunk& before = chunks[index - 1];
  const bool governed =
      is_word(before, "to") || is_word(before, "for") ||
      (before.kind == ChunkKind::verb && before.voice != Voice::passive && before.lemma != "be");
  if (!governed || !(force || stage.grammar.is(WordClass::home_body, body.lemma)))
    return std::nullopt;
  for (std::size_t k = 0; k + 2 < index; ++k) {
    const bool opens = k == 0 && is_word(chunks[2], ",");
    const bool subject = k == 1 && chunks[0].kind == ChunkKind::phrase && is_finite(chunks[3]);
    if (!is_word(chunks[k], "in") || !(opens || subject) || !chunks[k + 1].country_head) continue;
    return Named{chunks[k + 1].party->party, body.span};
  }
  return std::nullopt;
}

std::optional<Named> group_named(const Stage& stage, std::size_t index) {
  const Chunk& chunk = stage.chunks[index];
  if (chunk.party || chunk.pronoun || chunk.person || chunk.head_span.empty()) return std::nullopt;
  // "the West"
  if (chunk.head == "west" && chunk.definite && chunk.last == chunk.first + 2 &&
      stage.doc.words(chunk.head_span) == "West")
    return Named{{"the West", ""}, chunk.span};
  // "a number of African countries"
  const bool number = !chunk.of.empty() && stage.grammar.is(WordClass::portion, chunk.lemma);
  const std::string of = fold(stage.doc.words(chunk.of));
  const std::string head = number ? of.substr(of.find_last_of(' ') + 1) : chunk.head;
  if (!is_plural(head) || (!chunk.of.empty() && !number)) return std::nullopt;
  const std::string lemma = singular(head);
  const std::size_t end = number ? chunk.of.end : chunk.head_span.end;
  if (chunk.owner && chunk.owner_is_adjective && !chunk.owner->party.iso2.empty() &&
      stage.grammar.is(WordClass::insurgent, lemma)) {
    const Span span{chunk.owner->span.begin, end};
    return Named{{quote(stage.doc, span), ""}, span};
  }
  // "Shiite militias", "Iran-backed militants"
  if (!chunk.owner && stage.grammar.is(WordClass::insurgent, lemma) && !number &&
      chunk.quantity == nullptr && chunk.last > chunk.first + 1) {
    const Token& first = stage.reading.tokens[chunk.first];
    const std::string_view text = stage.doc.words(chunk.span);
    const bool backed = text.find("-backed ") != std::string_view::npos ||
                        text.find("-aligned ") != std::string_view::npos;
    if (backed || (first.capital && chunk.first > 0)) {
      const Span span{chunk.span.begin, end};
      return Named{{quote(stage.doc, span), ""}, span};
    }
  }
  const bool states =
      stage.grammar.is(WordClass::state_unit, lemma) || lemma == "ally" || lemma == "power";
  if (chunk.owner || !states || lemma == "party" || lemma == "member") return std::nullopt;
  const auto& tokens = stage.reading.tokens;
  for (std::size_t t = chunk.first; t < chunk.last; ++t) {
    if (!tokens[t].capital || !stage.grammar.is(WordClass::region_of_states, tokens[t].folded))
      continue;
    const Span span{tokens[t].span.begin, end};
    return Named{{quote(stage.doc, span), ""}, span};
  }
  return std::nullopt;
}

std::optional<Named> state_of_office(const Stage& stage, std::size_t index) {
  const Chunk& chunk = stage.chunks[index];
  if (auto state = own_country(stage, index)) return state;
  if (auto state = state_of_firm(stage, index)) return state;
  if (auto state = seat_of_firm(stage, index)) return state;
  if (auto firm = firm_spoken_of(stage, index)) return firm;
  // "a state-owned Serbian arms maker"
  const bool firm = chunk.owner_is_adjective && !is_plural(chunk.head) &&
                    (stage.grammar.is(WordClass::firm, chunk.lemma) || is_named_firm(stage, chunk));
  const bool border = chunk.lemma == "side" && chunk.of.begin < chunk.of.end;
  const bool stand_in = firm || (stage.grammar.is(WordClass::stand_in, chunk.lemma) && !border) ||
                        stage.grammar.is(WordClass::counterpart, chunk.lemma);
  // "RDF members": of a state's army, no members of the state
  if (chunk.lemma == "member" && chunk.owner && !chunk.owner->party.iso2.empty())
    return chunk.owner;
  if (stand_in || chunk.item_class == "troops" || chunk.item_class == "workers" ||
      chunk.item_class == "speaker" || chunk.item_class == "people" || chunk.person) {
    // "her administration": of a state or a body, not of a person
    const bool pronoun = chunk.owner && is_owner_pronoun(chunk.owner->party.name);
    const bool rule = pronoun && stage.grammar.is(WordClass::cabinet, chunk.lemma);
    if (auto owner = owner_of(stage, index);
        owner && !is_owner_pronoun(owner->party.name) && !(rule && owner->party.iso2.empty()))
      return owner;
  }
  if (auto seat = seated_in_state(stage, index)) return seat;
  if (auto state = asked_by_own_body(stage, index)) return state;
  return std::nullopt;
}

}  // namespace msmt
