/// Asides behind a trigger: where brackets, relative clauses and what stands between commas end.
///
///     "guns, which were seen in May, and missiles"   the list goes on at the second comma
#include <algorithm>

#include "claims/argument_reader.hpp"
#include "claims/clause_words.hpp"

namespace msmt {

std::size_t ArgumentReader::past_relative(std::size_t i) const {
  constexpr std::size_t kLongest = 16;
  if (i + 1 >= chunks_.size() || !is_word(chunks_[i], ",")) return i;
  const std::string& opens = chunks_[i + 1].word;
  const bool relative = (chunks_[i + 1].kind == ChunkKind::word &&
                         (opens == "which" || opens == "who" || opens == "some")) ||
                        chunks_[i + 1].voice == Voice::participle;
  if (!relative) return i;
  for (std::size_t k = i + 2; k + 2 < chunks_.size() && k < i + kLongest; ++k) {
    if (is_breaking(chunks_[k])) return i;
    const Chunk& next = chunks_[k + 2];
    if (is_word(chunks_[k], ",") && is_word(chunks_[k + 1], "and") &&
        next.kind == ChunkKind::phrase && next.quantity != nullptr && !is_subject(k + 2))
      return k;
  }
  return i;
}

std::size_t ArgumentReader::past_short_aside(std::size_t i) const {
  constexpr std::size_t kLongest = 5;
  if (i == 0 || !is_word(chunks_[i - 1], ",") || i < 2 || !is_word(chunks_[i - 2], "and")) return i;
  for (std::size_t k = i + 1; k + 1 < chunks_.size() && k <= i + kLongest; ++k) {
    if (chunks_[k].kind == ChunkKind::phrase && chunks_[k].quantity != nullptr) return i;
    if (is_breaking(chunks_[k]) || is_word(chunks_[k], "and")) return i;
    if (is_word(chunks_[k], ",")) return k + 1;
  }
  return i;
}

std::size_t ArgumentReader::past_aside(std::size_t i) const {
  constexpr std::size_t kLongest = 9;
  for (std::size_t k = i + 1; k + 1 < chunks_.size() && k < i + kLongest; ++k) {
    const Chunk& chunk = chunks_[k];
    if (is_finite(chunk) || is_breaking(chunk)) return i;
    if (chunk.kind != ChunkKind::word || chunk.word != ",") continue;
    const Chunk& next = chunks_[k + 1];
    // a lone phrase between commas only names the one before: "a firm from Shenzhen, Redlepus, on"
    const bool pair = k == i + 4 && is_word(chunks_[i + 2], "and") &&
                      chunks_[i + 3].kind == ChunkKind::phrase &&
                      chunks_[i + 3].quantity == nullptr;  // ", Asia Sun and Blue Crane, on"
    const bool names = (k == i + 2 || pair) && chunks_[i + 1].kind == ChunkKind::phrase &&
                       chunks_[i + 1].quantity == nullptr &&
                       (next.word == "on" || next.word == "with" || next.word == "for" ||
                        next.word == "in" || next.word == "at" || next.word == "into");
    // "$14 million, later raised to $31 million, for the rebels"
    const std::size_t told = mark_of(chunks_[i + 1]) == "adv" ? i + 2 : i + 1;
    const bool changed = chunks_[told].voice == Voice::participle && next.word == "for";
    const bool goes_on = next.kind == ChunkKind::word &&
                         (names || changed || next.word == "from" || next.word == "to" ||
                          next.word == "by" || next.word == "via");
    return goes_on && k > i + 1 ? k + 1 : i;
  }
  return i;
}

std::size_t ArgumentReader::past_aside_before_object(std::size_t i) const {
  // "received, by one count, 230 tanks", "sent Syria, among other things, 40 rockets"
  constexpr std::size_t kLongest = 7;
  const bool awaits = i == trigger_ + 1 || (sides_.has("obj") && !sides_.has("second") &&
                                            chunks_[sides_.of("obj").front()].country_head &&
                                            i == sides_.of("obj").back() + 1);
  if (!awaits || !is_word(chunks_[i], ",") || i + 1 >= chunks_.size() ||
      chunks_[i + 1].kind != ChunkKind::word || !is_preposition(chunks_[i + 1].word))
    return i;
  for (std::size_t k = i + 2; k + 1 < chunks_.size() && k < i + kLongest; ++k) {
    if (is_finite(chunks_[k]) || is_breaking(chunks_[k])) return i;
    if (!is_word(chunks_[k], ",")) continue;
    const Chunk& object = chunks_[k + 1];
    const bool goods = object.kind == ChunkKind::phrase && !object.party &&
                       (object.quantity != nullptr || !object.item_class.empty()) &&
                       !is_subject(k + 1);
    return goods ? k + 1 : i;
  }
  return i;
}

std::size_t ArgumentReader::past_dashes(std::size_t i) const {
  constexpr std::size_t kLongest = 12;
  for (std::size_t k = i + 1; k + 2 < chunks_.size() && k < i + kLongest; ++k) {
    if (is_finite(chunks_[k]) || is_word(chunks_[k], ";")) return i;
    if (!is_word(chunks_[k], "--")) continue;
    static constexpr std::string_view kGoesOn[] = {"to", "from", "into", "across", "for", "in"};
    const bool goes_on =
        std::find(std::begin(kGoesOn), std::end(kGoesOn), chunks_[k + 1].word) != std::end(kGoesOn);
    return goes_on && chunks_[k + 2].kind == ChunkKind::phrase ? k + 1 : i;
  }
  return i;
}

bool ArgumentReader::is_breaking(const Chunk& chunk) {
  return chunk.kind == ChunkKind::word &&
         (chunk.word == ";" || chunk.word == ":" || chunk.word == "--");
}

bool ArgumentReader::lists_in_aside(std::size_t i) const {
  const std::string& mark = chunks_[i].word;
  if ((mark != "," && mark != "--") || sides_.has("of") || !sides_.has("to")) return false;
  bool counted = false;
  std::size_t k = i + 1;
  for (; k < chunks_.size() && !is_word(chunks_[k], "."); ++k) {
    const Chunk& chunk = chunks_[k];
    const bool goods =
        chunk.kind == ChunkKind::phrase && chunk.quantity != nullptr &&
        (chunk.weapon != nullptr || chunk.item_class == "arms" || chunk.item_class == "goods" ||
         chunk.item_class == "fuel" || chunk.item_class == "parts");
    counted = counted || goods;
    if (goods || is_word(chunk, "and")) continue;
    const bool last = k + 1 < chunks_.size() && chunks_[k + 1].kind == ChunkKind::verb;
    if (!is_word(chunk, mark) && !is_word(chunk, ",")) return false;
    if (is_word(chunk, mark) && last) break;
  }
  return counted;
}

std::size_t ArgumentReader::past_parenthesis(std::size_t i) const {
  constexpr std::size_t kLongest = 12;
  for (std::size_t k = i + 1; k < chunks_.size() && k < i + kLongest; ++k) {
    if (chunks_[k].kind == ChunkKind::word && chunks_[k].word == ")") return k + 1;
  }
  return i;
}

std::size_t ArgumentReader::skip_participle(std::size_t i) const {
  ++i;
  while (i < chunks_.size()) {
    const bool word = chunks_[i].kind == ChunkKind::word;
    if (word && is_preposition(chunks_[i].word) && chunks_[i].word != "to" &&
        i + 1 < chunks_.size() && chunks_[i + 1].kind == ChunkKind::phrase) {
      return i + 2;
    }
    const bool passes =
        chunks_[i].kind == ChunkKind::date || (word && mark_of(chunks_[i]) == "adv");
    if (!passes) break;
    ++i;
  }
  return i;
}

}  // namespace msmt
