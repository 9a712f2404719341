/// Who a phrase names or stands for: names, pronouns, "the government", "the two countries".
#include "claims/parties.hpp"

#include <algorithm>
#include <iterator>

#include "claims/clause_words.hpp"
#include "claims/party_questions.hpp"
#include "claims/party_words.hpp"
#include "claims/pronouns.hpp"
#include "claims/roles.hpp"
#include "claims/subjects.hpp"

namespace msmt {

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

/// "both sides in Libya", "any party to the war in Sudan": those who fight there, by the state that they fight in.
std::optional<Named> fighting_inside(const Stage& stage, std::size_t index) {
  const auto& chunks = stage.chunks;
  const Chunk& chunk = chunks[index];
  if (chunk.party || chunk.owner || chunk.quantity != nullptr ||
      !stage.grammar.is(WordClass::war_side, chunk.lemma))
    return std::nullopt;
  std::size_t in = index + 1;
  const bool war =
      in + 2 < chunks.size() &&
      (is_word(chunks[in], "to") || is_word(chunks[in], "of") || is_word(chunks[in], "in")) &&
      stage.grammar.is(WordClass::warfare, chunks[in + 1].lemma);
  if (war) in += 2;
  if (in + 1 >= chunks.size() || !is_word(chunks[in], "in") || !chunks[in + 1].country_head)
    return std::nullopt;
  return Named{chunks[in + 1].party->party, {chunk.span.begin, chunks[in + 1].span.end}};
}

/// Words that open a list of some of those whom a general word stands for.
bool opens_examples(const Chunk& c) {
  return is_word(c, "such as") || is_word(c, "including") || is_word(c, "like") ||
         is_word(c, "among them") || is_word(c, "notably") || is_word(c, "namely");
}

/// Whether a phrase names a state, or an armed group.
bool names_side(const Chunk& c) {
  return c.party && (c.country_head || is_body(c, {"armed group"}));
}

/// The states and groups of a list from chunk k on; empty where one of another kind begins it.
std::vector<Named> sides_from(const Stage& stage, std::size_t k) {
  const auto& chunks = stage.chunks;
  std::vector<Named> out;
  for (; k < chunks.size() && names_side(chunks[k]); k += 2) {
    out.push_back(*chunks[k].party);
    if (k + 1 >= chunks.size() || !joins_list(chunks[k + 1].word)) break;
    if (is_word(chunks[k + 1], ",") && k + 2 < chunks.size() && is_word(chunks[k + 2], "and")) ++k;
  }
  return out;
}

/// "Many countries have bought Turkish drones, including Libya": the chunk behind the word that opens the examples for a
/// subject, at the end of its clause; the number of chunks for none.
std::size_t examples_at_end(const Stage& stage, std::size_t index) {
  const auto& chunks = stage.chunks;
  if (index > 0 && chunks[index - 1].kind == ChunkKind::word && governs(chunks[index - 1]))
    return chunks.size();
  for (std::size_t k = index + 1; k + 2 < chunks.size(); ++k) {
    const Chunk& c = chunks[k];
    // another one whom the list might name
    const bool other = c.kind == ChunkKind::phrase && c.item_class.empty() && is_plural(c.head);
    if (other || is_word(c, ";")) return chunks.size();
    if (is_word(c, ",") && opens_examples(chunks[k + 1])) return k + 2;
  }
  return chunks.size();
}

/// "countries such as Togo and Mali", "groups across the region, including Hezbollah", "its proxies, Hezbollah and Hamas":
/// the states and groups that a list behind the phrase at chunk `index` names; empty for none.
std::vector<Named> sides_listed_behind(const Stage& stage, std::size_t index) {
  const auto& chunks = stage.chunks;
  const Chunk& general = chunks[index];
  const bool kind = stage.grammar.is(WordClass::state_unit, general.lemma) ||
                    stage.grammar.is(WordClass::side_in_general, general.lemma);
  if (general.kind != ChunkKind::phrase || general.party || !is_plural(general.head) || !kind)
    return {};
  std::size_t k = index + 1;
  const bool own = general.owner && is_owner_pronoun(general.owner->party.name);
  if (own && k < chunks.size() && is_word(chunks[k], ",")) {
    auto renamed = sides_from(stage, k + 1);
    if (renamed.size() > 1) return renamed;
  }
  if ((general.owner && !own) || (general.definite && !own)) return {};
  while (k + 1 < chunks.size() && chunks[k].kind == ChunkKind::word && governs(chunks[k]) &&
         !opens_examples(chunks[k]) && chunks[k + 1].kind == ChunkKind::phrase)
    k += 2;  // "countries in Africa, including Libya"
  if (k < chunks.size() && is_word(chunks[k], ",")) ++k;
  if (k < chunks.size() && opens_examples(chunks[k])) return sides_from(stage, k + 1);
  return sides_from(stage, examples_at_end(stage, index));
}

/// "Czech and Polish companies": the states whose firms or people a phrase in the plural names by two adjectives or more;
/// empty for fewer.
std::vector<Named> owners_joined(const Stage& stage, const Chunk& chunk) {
  if (chunk.party || chunk.quantity != nullptr ||
      !(stage.grammar.is(WordClass::firm, chunk.lemma) || is_people(chunk.item_class)))
    return {};
  return adjectives_joined(stage, chunk);
}

bool is_of_kind(const Organization& body, std::initializer_list<std::string_view> kinds) {
  return std::find(kinds.begin(), kinds.end(), body.kind) != kinds.end();
}

}  // namespace

bool names_body(const Chunk& chunk, std::initializer_list<std::string_view> kinds) {
  return std::any_of(chunk.names.begin(), chunk.names.end(), [&](const Mention* name) {
    const auto* body = std::get_if<Organization>(&name->value);
    return body != nullptr && is_of_kind(*body, kinds);
  });
}

bool is_body(const Chunk& chunk, std::initializer_list<std::string_view> kinds) {
  return chunk.party &&
         std::any_of(chunk.names.begin(), chunk.names.end(), [&](const Mention* name) {
           const auto* body = std::get_if<Organization>(&name->value);
           return body != nullptr && body->name == chunk.party->party.name &&
                  is_of_kind(*body, kinds);
         });
}

std::optional<Named> party_of(const Stage& stage, std::size_t index) {
  if (index >= stage.chunks.size()) return std::nullopt;
  const Chunk& chunk = stage.chunks[index];
  if (chunk.kind != ChunkKind::phrase) return std::nullopt;
  if (!chunk.party || chunk.person || chunk.party->party.iso2.empty()) {
    if (auto state = state_of_place(stage, chunk)) return state;
  }
  if (auto state = described_state(stage, index)) return state;
  if (auto state = state_of_home_body(stage, index)) return state;
  if (auto group = group_named(stage, index)) return group;
  if (chunk.party && chunk.lemma == "government" && chunk.party->party.iso2.empty() &&
      chunk.owner == std::nullopt && stage.memory.subject)
    return Named{*stage.memory.subject, chunk.span};  // "Germany … The Federal Government"
  if (chunk.party) return named_party(stage, index);
  if (!chunk.pronoun && !chunk.party && chunk.last == chunk.first + 1 && chunk.item_class.empty()) {
    // "Putin" alone, after the full name
    const auto known = stage.memory.leaders.find(std::string(stage.doc.words(chunk.span)));
    if (known != stage.memory.leaders.end()) return Named{known->second, chunk.span};
  }
  if (chunk.pronoun) return meant_by_pronoun(stage, index);
  if (auto state = fighting_inside(stage, index)) return state;
  if (auto named = named_in_words(stage, index)) return named;
  if (auto state = state_of_office(stage, index)) return state;
  if (auto state = state_spoken_of(stage, index)) return state;
  return body_spoken_of(stage, index);
}

std::optional<Named> state_where(const Stage& stage, std::size_t index) {
  if (index >= stage.chunks.size()) return std::nullopt;
  const Chunk& chunk = stage.chunks[index];
  if (chunk.kind != ChunkKind::phrase) return std::nullopt;
  if (auto named = party_of(stage, index); named && !named->party.iso2.empty()) return named;
  const std::string_view iso2 = stage.grammar.capital_country(stage.doc.words(chunk.span));
  if (iso2.empty()) return std::nullopt;
  return Named{stage.grammar.country(std::string(iso2)), chunk.span};
}

/// Words for two states that were named before.
constexpr std::string_view kBothSides[] = {"two countries", "both countries", "two sides",
                                           "both sides",    "two nations",    "both nations",
                                           "two states",    "both states"};

std::vector<Named> adjectives_joined(const Stage& stage, const Chunk& chunk) {
  if (chunk.kind != ChunkKind::phrase || !chunk.owner || !chunk.owner_is_adjective ||
      !is_plural(chunk.head))
    return {};
  std::vector<Named> out;
  std::size_t end = chunk.owner->span.end;
  for (const Mention* name : chunk.names) {
    const auto* state = std::get_if<Country>(&name->value);
    if (state == nullptr || state->form != "adjective" || name->span.begin >= chunk.head_span.begin)
      continue;
    const std::string_view between = name->span.begin > end
                                         ? stage.doc.words({end, name->span.begin})
                                         : std::string_view(" and ");
    if (between != " and " && between != ", " && between != ", and ") break;
    out.push_back({stage.grammar.country(state->iso2), name->span});
    end = name->span.end;
  }
  return out.size() > 1 ? out : std::vector<Named>{};
}

namespace {

/// "to all three of them", "the four": the states of the sentence before, where it named as many.
std::vector<Named> all_of_those(const Stage& stage, const Chunk& chunk) {
  static constexpr std::string_view kCounts[] = {"three", "four", "five", "six"};
  const auto& told = stage.memory.told_states;
  std::string words = fold(stage.doc.words(chunk.span));
  for (const std::string_view lead : {"all ", "the "}) {
    if (words.starts_with(lead)) words.erase(0, lead.size());
  }
  const std::size_t end = std::min(words.find(' '), words.size());
  const auto* const count =
      std::find(std::begin(kCounts), std::end(kCounts), std::string_view(words).substr(0, end));
  const std::string_view rest = std::string_view(words).substr(end);
  const bool of_them = rest.empty() || rest == " of them" || rest == " countries" ||
                       rest == " states" || rest == " governments";
  if (count == std::end(kCounts) || !of_them || (!chunk.definite && rest != " of them") ||
      told.size() != static_cast<std::size_t>(count - std::begin(kCounts)) + 3)
    return {};
  std::vector<Named> out;
  out.reserve(told.size());
  for (const Party& party : told) out.push_back({party, chunk.span});
  return out;
}

}  // namespace

std::vector<Named> parties_of(const Stage& stage, std::size_t index) {
  if (index >= stage.chunks.size()) return {};
  const Chunk& chunk = stage.chunks[index];
  if (chunk.pronoun && chunk.head == "they") {
    if (auto list = listed_before_they(stage, index); !list.empty()) return list;
  }
  if (auto state = fighting_inside(stage, index)) return {*state};
  if (auto names = names_beside(stage, index); !names.empty()) return names;
  if (auto states = sides_listed_behind(stage, index); !states.empty()) return states;
  if (auto owners = owners_joined(stage, chunk); !owners.empty()) return owners;
  if (auto all = all_of_those(stage, chunk); !all.empty()) return all;
  // "both of these vessels": of things
  if (!chunk.of.empty() && !chunk.of_class.empty()) {
    auto one = party_of(stage, index);
    return one ? std::vector<Named>{*one} : std::vector<Named>{};
  }
  const bool two = chunk.before.find("two") != std::string::npos ||
                   chunk.before.find("both") != std::string::npos || chunk.head == "both" ||
                   chunk.head == "two";
  const bool state = stage.grammar.is(WordClass::state, chunk.lemma) ||
                     stage.grammar.is(WordClass::couple, chunk.lemma) || chunk.head == "both" ||
                     chunk.head == "two";
  const std::string text = fold(stage.doc.words(chunk.span));
  const bool of_two = std::any_of(std::begin(kBothSides), std::end(kBothSides), [&](auto words) {
    return text.find(words) != std::string::npos;
  });
  const auto& joined = stage.memory.joined_states;
  if (of_two && joined.size() == 2) return {{joined[0], chunk.span}, {joined[1], chunk.span}};
  if (of_two && !stage.memory.pairs.empty()) {
    // the two that the article has giving and taking
    const auto& pairs = stage.memory.pairs;
    const auto& told = stage.memory.told_states;
    const auto near = std::find_if(pairs.begin(), pairs.end(), [&](const auto& pair) {
      return std::any_of(told.begin(), told.end(),
                         [&](const Party& one) { return pair.first == one || pair.second == one; });
    });
    // and of several such, those of whom the sentence before names one
    const auto& [giver, taker] = near == pairs.end() ? pairs.front() : *near;
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
