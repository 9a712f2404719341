#include "claims/list_goods.hpp"

#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/roles.hpp"

namespace msmt {

namespace {

/// Whether a line says no more of its goods at chunk i: "… to help", "… for use in".
bool ends_goods(const Chunk& chunk) {
  if (chunk.voice == Voice::infinitive) return true;
  return chunk.kind == ChunkKind::word && chunk.word != "," && chunk.word != "and" &&
         chunk.word != "with" && chunk.word != "plus" && chunk.word != "as well as";
}

/// "40 launchers (HIMARS) and ammunition", "tanks and, to carry infantry, 300 vehicles": the last chunk of
/// an aside that begins at chunk i, or i.
std::size_t past_side_note(const std::vector<Chunk>& chunks, std::size_t i) {
  const bool bracket = is_word(chunks[i], "(");
  const bool purpose = chunks[i].voice == Voice::infinitive && i > 0 && is_word(chunks[i - 1], ",");
  if (!bracket && !purpose) return i;
  const std::string_view close = bracket ? ")" : ",";
  while (i + 1 < chunks.size() && !is_word(chunks[i], close)) ++i;
  return i;
}

/// A phrase of things whose kind no table knows: no body, no person, no sum.
bool may_be_goods(const Stage& stage, const Chunk& chunk) {
  return chunk.kind == ChunkKind::phrase && class_of(stage.grammar, chunk).empty() &&
         !chunk.party && !chunk.owner && !chunk.pronoun && !chunk.person && !chunk.money;
}

bool names_goods(const Stage& stage, const Chunk& chunk) {
  return chunk.kind == ChunkKind::phrase && is_listed_class(class_of(stage.grammar, chunk));
}

/// "Four counter-battery and drone-tracking radars": the head belongs to a word before its own.
bool hangs_on_hyphen(const Stage& stage, const Chunk& chunk) {
  const std::size_t head = chunk.head_span.begin;
  return head > chunk.span.begin && stage.doc.bytes[head - 1] == '-';
}

/// "Mine disposal and clearing equipment": chunk i has its noun two chunks on.
bool shares_noun(const Stage& stage, std::size_t i) {
  const auto& chunks = stage.chunks;
  if (i + 2 >= chunks.size() || !is_word(chunks[i + 1], "and")) return false;
  const Chunk& c = chunks[i];
  const Chunk& next = chunks[i + 2];
  if (next.quantity != nullptr || !names_goods(stage, next)) return false;
  if (hangs_on_hyphen(stage, c)) return is_plural(next.head) && !next.before.empty();
  return may_be_goods(stage, c) && c.quantity == nullptr && !is_plural(c.head);
}

/// "Satellite imagery and analysis capability": what goes on with know-how is no goods.
bool goes_with_knowhow(const Stage& stage, std::size_t i, const std::vector<ListedItem>& out) {
  return !out.empty() && out.back().klass == "knowhow" && out.back().noun + 2 == i &&
         is_word(stage.chunks[i - 1], "and") && stage.chunks[i].quantity == nullptr &&
         stage.chunks[i].item_id == "system";
}

/// "vehicles with a 100 mm gun": what the goods are fitted with.
bool is_fitted(const Stage& stage, std::size_t i) {
  const Chunk& c = stage.chunks[i];
  return i > 0 && is_word(stage.chunks[i - 1], "with") && !is_plural(c.head) &&
         fold(stage.doc.words(c.span)).starts_with("a ");
}

/// "37 BMD-4M, light amphibious vehicles": what the first goods are.
bool renames_first(const Stage& stage, const ListedItem& first, std::size_t i) {
  const Chunk& goods = stage.chunks[first.first];
  const Chunk& c = stage.chunks[i];
  const bool system = goods.quantity != nullptr && goods.weapon != nullptr &&
                      !std::get<Weapon>(goods.weapon->value).system.empty() && first.noun + 2 == i;
  return system && is_word(stage.chunks[i - 1], ",") && c.quantity == nullptr &&
         is_plural(c.head) &&
         (c.weapon == nullptr || std::get<Weapon>(c.weapon->value).system.empty()) &&
         (i + 1 >= stage.chunks.size() || !joins_list(stage.chunks[i + 1].word));
}

}  // namespace

bool is_listed_class(std::string_view klass) {
  return klass == "arms" || klass == "goods" || klass == "parts" || klass == "fuel" ||
         klass == "aid" || klass == "vehicle" || klass == "container";
}

std::vector<ListedItem> listed_goods(const Stage& stage, bool bullet) {
  const auto& chunks = stage.chunks;
  const bool of_goods = bullet && std::any_of(chunks.begin(), chunks.end(), [&](const Chunk& c) {
                          return names_goods(stage, c);
                        });
  std::vector<ListedItem> out;
  for (std::size_t i = 0; i < chunks.size(); ++i) {
    if (const std::size_t end = past_side_note(chunks, i); end > i) {
      i = end;
      continue;
    }
    if (ends_goods(chunks[i])) break;
    if (chunks[i].kind != ChunkKind::phrase || goes_with_knowhow(stage, i, out)) continue;
    if (!out.empty() && is_fitted(stage, i)) break;
    if (!out.empty() && renames_first(stage, out.front(), i)) continue;
    ListedItem listed{i, i, class_of(stage.grammar, chunks[i])};
    if (bullet && shares_noun(stage, i)) {
      listed.noun = i + 2;
      listed.klass = class_of(stage.grammar, chunks[i + 2]);
    } else if (of_goods && may_be_goods(stage, chunks[i])) {
      listed.klass = "goods";
    }
    if (out.empty() && chunks[i].money && !is_listed_class(listed.klass)) {
      out.push_back({i, i, "money"});
      break;
    }
    if (!is_listed_class(listed.klass) && !(bullet && listed.klass == "knowhow")) break;
    i = listed.noun;
    out.push_back(std::move(listed));
  }
  return out;
}

Item item_of_listed(const Stage& stage, const ListedItem& listed) {
  const Chunk& noun = stage.chunks[listed.noun];
  Item item = item_of(stage, noun);
  const Chunk& first = stage.chunks[listed.first];
  if (listed.first < listed.noun) {
    item.name = item_of(stage, first).name + " " +
                quote(stage.doc, {stage.chunks[listed.first + 1].span.begin, noun.span.end});
  } else if (listed.first == 1 && leads_as_adjective(stage)) {
    item.name = quote(stage.doc, {stage.chunks[0].span.begin, noun.span.end});
  }
  if (item.category.empty()) item.category = listed.klass;
  return item;
}

bool leads_as_adjective(const Stage& stage) {
  const auto& chunks = stage.chunks;
  if (chunks.size() < 2 || chunks[1].kind != ChunkKind::phrase) return false;
  const Chunk& word = chunks.front();
  return word.kind == ChunkKind::verb && word.last == word.first + 1 && word.head == word.lemma &&
         chunks[1].first == word.last && stage.grammar.is(WordClass::adjective_too, word.lemma) &&
         !chunks[1].definite;
}

}  // namespace msmt
