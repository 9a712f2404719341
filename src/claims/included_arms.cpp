/// Parts of what was fired, shown or handed over, by their names: "fired 120 missiles, including 40 Kinzhals".
#include <algorithm>
#include <iterator>

#include "claims/clause_words.hpp"
#include "claims/ellipsis.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

namespace {

/// The words that name parts behind chunk `item`: the first chunk of the list; kNoChunk for none. Sides of the deed, dates
/// and commas may stand between.
std::size_t parts_behind(const std::vector<Chunk>& chunks, std::size_t item) {
  constexpr std::size_t kFar = 8;  // chunks
  for (std::size_t k = item + 1; k + 1 < chunks.size() && k < item + kFar; ++k) {
    const Chunk& chunk = chunks[k];
    if (is_word(chunk, "including") || is_word(chunk, "among them") || is_word(chunk, "such as"))
      return chunks[k + 1].kind == ChunkKind::phrase ? k + 1 : kNoChunk;
    const bool passes = chunk.kind == ChunkKind::phrase || chunk.kind == ChunkKind::date ||
                        is_word(chunk, ",") ||
                        (chunk.kind == ChunkKind::word && is_preposition(chunk.word));
    if (!passes || is_word(chunk, "and")) return kNoChunk;
    // "sold 40 guns and 20 tanks, including the K2": of which of them is not said
    if (chunk.kind == ChunkKind::phrase && chunk.item_class == "arms") return kNoChunk;
  }
  return kNoChunk;
}

/// Whether chunk i names a part of what a claim tells: a system of a name, or for what is fired or shown any weapon.
bool names_part(const Stage& stage, std::size_t i, const Claim& whole) {
  const Chunk& chunk = stage.chunks[i];
  if (chunk.kind != ChunkKind::phrase || chunk.pronoun || chunk.negative || chunk.owner ||
      chunk.party || chunk.stands_for != kNoChunk || class_of(stage.grammar, chunk) != "arms")
    return false;
  const bool system =
      chunk.weapon != nullptr && !std::get<Weapon>(chunk.weapon->value).system.empty();
  if (whole.type == "transfer") return system && chunk.quantity == nullptr;
  return system || chunk.quantity != nullptr || item_of(stage, chunk).name != whole.item->name;
}

}  // namespace

void included_arms(const Stage& stage, std::vector<Claim>& found) {
  static constexpr std::string_view kTypes[] = {"use", "possession", "transfer"};
  const auto& chunks = stage.chunks;
  std::vector<Claim> parts;
  for (const Claim& whole : found) {
    if (!whole.item ||
        std::find(std::begin(kTypes), std::end(kTypes), whole.type) == std::end(kTypes))
      continue;
    const Span item = span_of(whole, "item");
    const auto named = std::find_if(chunks.begin(), chunks.end(),
                                    [&](const Chunk& chunk) { return chunk.span == item; });
    if (named == chunks.end()) continue;
    const auto at = static_cast<std::size_t>(named - chunks.begin());
    for (std::size_t k = parts_behind(chunks, at); k < chunks.size(); ++k) {
      if (!names_part(stage, k, whole)) break;
      Claim part = whole;
      drop_spans(part, {"item", "quantity"});
      part.item = item_of(stage, chunks[k]);
      part.evidence.spans.emplace_back("item", chunks[k].span);
      part.quantity.reset();
      if (chunks[k].quantity != nullptr) {
        part.quantity = std::get<Quantity>(chunks[k].quantity->value);
        part.evidence.spans.emplace_back("quantity", chunks[k].quantity->span);
      }
      part.part = true;
      part.equivalent.reset();
      parts.push_back(std::move(part));
      // ", two drones", "and a rocket", ", and a rocket"
      while (k + 1 < chunks.size() && chunks[k + 1].kind == ChunkKind::word &&
             joins_list(chunks[k + 1].word))
        ++k;
    }
  }
  std::move(parts.begin(), parts.end(), std::back_inserter(found));
}

}  // namespace msmt
