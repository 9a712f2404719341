#include "claims/ships.hpp"

#include <algorithm>
#include <string>

#include "claims/clause_words.hpp"
#include "claims/parties.hpp"
#include "claims/roles.hpp"

namespace msmt {

namespace {

bool is_ship(const Chunk& chunk) {
  return chunk.kind == ChunkKind::phrase && chunk.item_class == "vehicle" &&
         chunk.item_id == "ship" && !chunk.pronoun;
}

std::string without_the(std::string text) {
  if (text.starts_with("the ") || text.starts_with("The ")) text.erase(0, 4);
  return text;
}

/// What a phrase is called that may be the name of a ship; "" for common nouns and for those who are known.
std::string possible_name(const Document& doc, const Chunk& chunk) {
  constexpr std::size_t kLongest = 4;  // tokens, with the article
  if (chunk.kind != ChunkKind::phrase || chunk.pronoun || chunk.party || chunk.owner ||
      chunk.quantity != nullptr || !chunk.item_class.empty() || !chunk.of.empty() ||
      chunk.last > chunk.first + kLongest)
    return {};
  std::string name = without_the(quote(doc, chunk.span));
  const bool capital = !name.empty() && name.front() >= 'A' && name.front() <= 'Z';
  return capital ? name : std::string();
}

/// "the Iranian freighter Sahand", "the tanker Maia-1": the name behind the noun in the phrase itself; "" for none.
std::string name_inside(const Stage& stage, const Chunk& chunk) {
  const auto& tokens = stage.reading.tokens;
  std::size_t begin = chunk.last;
  const auto number = [&](std::size_t k) {
    return tokens[k].glued && (tokens[k].kind == TokenKind::number || tokens[k].folded == "-");
  };
  while (begin > chunk.first && (tokens[begin - 1].capital || number(begin - 1))) --begin;
  if (begin == chunk.last || begin == chunk.first) return {};
  const Token& noun = tokens[begin - 1];
  if (noun.kind != TokenKind::word || noun.capital || stage.grammar.is_determiner(noun.folded))
    return {};
  return quote(stage.doc, {tokens[begin].span.begin, tokens[chunk.last - 1].span.end});
}

/// ", the Sahand and the Karun,": the names in the apposition that opens behind chunk i.
std::vector<std::string> names_behind(const Stage& stage, std::size_t i) {
  const auto& chunks = stage.chunks;
  std::vector<std::string> names;
  std::size_t k = i + 1;
  if (k < chunks.size() && is_word(chunks[k], "(")) return names;
  const bool called = k < chunks.size() && chunks[k].kind == ChunkKind::verb &&
                      chunks[k].voice == Voice::participle &&
                      (chunks[k].lemma == "name" || chunks[k].lemma == "call");
  if (called) ++k;
  while (k + 1 < chunks.size() &&
         (called ? names.empty()
                 : is_word(chunks[k], ",") || (!names.empty() && is_word(chunks[k], "and")))) {
    std::size_t at = called ? k : k + 1;
    if (is_word(chunks[at], "and")) ++at;
    if (at >= chunks.size()) break;
    std::string name = possible_name(stage.doc, chunks[at]);
    if (name.empty()) break;
    names.push_back(std::move(name));
    k = at + 1;
  }
  // "…, Karlsen said": a speaker, and no ship
  const bool subject = k < chunks.size() && is_finite(chunks[k]) && !called;
  if (subject && !names.empty()) names.clear();
  const bool several = is_plural(chunks[i].head) || chunks[i].quantity != nullptr;
  if (names.size() > 1 && !several) names.resize(1);
  return names;
}

/// "The Sahand made three trips": whether the phrase at chunk i counts trips.
bool counts_trips(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t i) {
  return i < chunks.size() && chunks[i].kind == ChunkKind::phrase &&
         chunks[i].quantity != nullptr &&
         grammar.evokes("noun", chunks[i].lemma, {"transport.trips"});
}

/// "The Sahand docked at Tartus", "loaded onto the Sahand": whether what stands beside the name at chunk i says that it
/// is a ship.
bool is_aboard_or_sails(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t i) {
  if (!chunks[i].definite || chunks[i].country_head) return false;
  if (i > 0 && (is_word(chunks[i - 1], "aboard") || is_word(chunks[i - 1], "on board") ||
                is_word(chunks[i - 1], "onto")))
    return true;
  std::size_t verb = i + 1;
  while (verb < chunks.size() && mark_of(chunks[verb]) == "adv") ++verb;
  return verb < chunks.size() && is_finite(chunks[verb]) && chunks[verb].voice == Voice::active &&
         (grammar.is(WordClass::seafaring, chunks[verb].lemma) ||
          (chunks[verb].lemma == "make" && counts_trips(grammar, chunks, verb + 1)));
}

}  // namespace

void name_ships(const Grammar& grammar, Memory& memory, const Document& doc,
                std::vector<Chunk>& chunks) {
  for (std::size_t i = 0; i < chunks.size(); ++i) {
    if (!is_aboard_or_sails(grammar, chunks, i)) continue;
    if (std::string name = possible_name(doc, chunks[i]); !name.empty()) memory.ships[name];
  }
  for (std::size_t i = 2; i < chunks.size(); ++i) {
    // "The Sahand, an Iranian vessel, carried"
    const Chunk& before = chunks[i - 2];
    const bool apposed = is_ship(chunks[i]) && !chunks[i].definite && is_word(chunks[i - 1], ",") &&
                         before.definite && !is_plural(chunks[i].head);
    const std::string name = apposed ? possible_name(doc, before) : std::string();
    if (name.empty()) continue;
    auto& known = memory.ships[name];
    if (chunks[i].owner && !chunks[i].owner->party.iso2.empty()) known = chunks[i].owner->party;
  }
  if (memory.ships.empty()) return;
  for (Chunk& chunk : chunks) {
    const bool free = chunk.kind == ChunkKind::phrase && !chunk.pronoun && !chunk.country_head &&
                      chunk.quantity == nullptr && chunk.item_class.empty() && chunk.of.empty();
    if (!free) continue;
    const auto known = memory.ships.find(without_the(quote(doc, chunk.span)));
    if (known == memory.ships.end()) continue;
    chunk.item_class = "vehicle";
    chunk.item_id = "ship";
    chunk.party.reset();
    chunk.person = false;
    if (!known->second) continue;
    chunk.owner = Named{*known->second, chunk.span};
    chunk.owner_is_adjective = true;
  }
}

std::string ship_name(const Stage& stage, const Chunk& chunk) {
  if (!is_ship(chunk)) return {};
  std::string whole = without_the(quote(stage.doc, chunk.span));
  return stage.memory.ships.contains(whole) ? whole : name_inside(stage, chunk);
}

void note_ships(const Stage& stage) {
  const auto& chunks = stage.chunks;
  for (std::size_t i = 0; i < chunks.size(); ++i) {
    if (!is_ship(chunks[i])) continue;
    auto owner = owner_of(stage, i);
    if (owner && owner->party.iso2.empty()) owner.reset();
    std::vector<std::string> names = names_behind(stage, i);
    if (std::string name = name_inside(stage, chunks[i]); !name.empty()) names.push_back(name);
    for (const std::string& name : names) {
      auto& known = stage.memory.ships[name];
      if (owner) known = owner->party;
    }
  }
}

}  // namespace msmt
