/// Names in apposition: "a firm from Shenzhen, Redlepus,", "Ursula von der Leyen, the president of
/// the European Commission,".
#include <algorithm>
#include <array>

#include "claims/parties.hpp"
#include "claims/party_words.hpp"

namespace msmt {

namespace {

bool is_capital(const Stage& stage, const Chunk& chunk) {
  const std::string_view text = stage.doc.words(chunk.head_span);
  return !text.empty() && text.front() >= 'A' && text.front() <= 'Z';
}

/// What can close an apposition: a comma, a bracket, a verb, a preposition or the sentence's end.
bool closes(const Stage& stage, std::size_t i) {
  if (i >= stage.chunks.size()) return true;
  const Chunk& next = stage.chunks[i];
  return next.kind != ChunkKind::phrase && !is_word(next, "and") && !is_word(next, "'s");
}

}  // namespace

std::optional<Named> name_beside(const Stage& stage, std::size_t index) {
  const Chunk& noun = stage.chunks[index];
  // "a firm from Shenzhen, Redlepus,", "One of the firms, Sunny Wing,"
  const std::string words = fold(stage.doc.words(noun.span));
  const bool one_of =
      words.starts_with("one of the ") &&
      stage.grammar.is(WordClass::firm, singular(words.substr(words.find_last_of(' ') + 1)));
  const bool firm = stage.grammar.is(WordClass::firm, noun.lemma) && !is_plural(noun.head) &&
                    noun.quantity == nullptr;
  if (!(firm || one_of) || noun.party) return std::nullopt;
  constexpr std::size_t kLongest = 4;  // chunks of "from Shenzhen", "in the capital"
  std::size_t k = index + 1;
  while (k + 1 < stage.chunks.size() && k < index + kLongest &&
         stage.chunks[k].kind == ChunkKind::word && stage.chunks[k].word != "," &&
         stage.chunks[k + 1].kind == ChunkKind::phrase)
    k += 2;
  if (k + 1 >= stage.chunks.size() || !is_word(stage.chunks[k], ",")) return std::nullopt;
  const Chunk& name = stage.chunks[k + 1];
  if (name.kind != ChunkKind::phrase || name.pronoun || name.definite || !closes(stage, k + 2))
    return std::nullopt;
  if (k + 2 < stage.chunks.size() && stage.chunks[k + 2].kind == ChunkKind::verb &&
      !stage.grammar.cue("governor", stage.chunks[k + 2].lemma).empty())
    return std::nullopt;  // "sent to a factory in Oman, NHK reported": whoever says so
  if (name.party && name.party->party.iso2.empty()) return name.party;
  if (name.party || name.quantity != nullptr || name.owner || !is_capital(stage, name))
    return std::nullopt;
  // "Coral Arms": a word for goods only where it is written as a name
  const char first = stage.doc.words(name.span).front();
  if (!name.item_class.empty() && !(first >= 'A' && first <= 'Z' && name.last > name.first + 1))
    return std::nullopt;
  return Named{{quote(stage.doc, name.span), ""}, name.span};
}

namespace {

/// A name that can stand beside "two firms": of a body, or one that no table knows.
std::optional<Named> firm_name(const Stage& stage, const Chunk& chunk) {
  if (chunk.kind != ChunkKind::phrase || chunk.pronoun || chunk.definite || chunk.owner ||
      chunk.quantity != nullptr)
    return std::nullopt;
  if (chunk.party) return chunk.party->party.iso2.empty() ? chunk.party : std::optional<Named>{};
  const char first = stage.doc.words(chunk.span).front();
  const bool capital = first >= 'A' && first <= 'Z' && is_capital(stage, chunk);
  if (!capital || chunk.last == chunk.first + 1) return std::nullopt;
  return Named{{quote(stage.doc, chunk.span), ""}, chunk.span};
}

}  // namespace

std::vector<Named> names_beside(const Stage& stage, std::size_t index) {
  const auto& chunks = stage.chunks;
  const Chunk& noun = chunks[index];
  if (!stage.grammar.is(WordClass::firm, noun.lemma) || noun.party || !is_plural(noun.head) ||
      noun.quantity == nullptr || index + 1 >= chunks.size() || !is_word(chunks[index + 1], ","))
    return {};
  std::vector<Named> names;
  for (std::size_t k = index + 2; k + 1 < chunks.size(); k += 2) {
    const auto name = firm_name(stage, chunks[k]);
    if (!name) return {};
    names.push_back(*name);
    const Chunk& next = chunks[k + 1];
    const bool last = k > index + 2 && is_word(chunks[k - 1], "and");
    if (last) return is_word(next, ",") || is_word(next, ".") ? names : std::vector<Named>{};
    if (!is_word(next, ",") && !is_word(next, "and")) return {};
  }
  return {};
}

namespace {

/// Whose office a phrase names: "the president of the Commission", "Serbia's president".
std::optional<Named> owner_of_office(const Stage& stage, const Chunk& office) {
  const bool title =
      office.item_class == "speaker" || stage.grammar.is(WordClass::counterpart, office.lemma);
  if (office.kind != ChunkKind::phrase || !title || office.person) return std::nullopt;
  if (office.of_party) return office.of_party;
  if (office.owner && !is_owner_pronoun(office.owner->party.name)) return office.owner;
  return std::nullopt;
}

}  // namespace

std::optional<Named> office_of(const Stage& stage, std::size_t index) {
  const auto& chunks = stage.chunks;
  const bool before = index >= 2 && is_word(chunks[index - 1], ",") && chunks[index].person &&
                      !is_plural(chunks[index - 2].head);
  if (before) {
    if (auto office = owner_of_office(stage, chunks[index - 2])) return office;
  }
  if (index + 2 >= chunks.size()) return std::nullopt;
  const Chunk& office = chunks[index + 2];
  if (chunks[index].person && is_word(chunks[index + 1], "of") && office.country_head)
    return office.party;  // "Foreign Minister Hakan Fidan of Turkey"
  if (!is_word(chunks[index + 1], ",")) return std::nullopt;
  return owner_of_office(stage, office);
}

}  // namespace msmt
