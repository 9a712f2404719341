#include "claims/heads.hpp"

#include "claims/clause_words.hpp"

namespace msmt {

bool can_be_given(const Chunk& chunk) {
  return chunk.money || chunk.quantity != nullptr ||
         (!chunk.item_class.empty() && chunk.item_class != "speaker" &&
          chunk.item_class != "people" && chunk.item_class != "document");
}

std::size_t given_head(const std::vector<Chunk>& chunks, std::size_t object) {
  std::size_t k = object;
  while (k >= 2 && !can_be_given(chunks[k]) && chunks[k - 1].kind == ChunkKind::word &&
         is_preposition(chunks[k - 1].word) && chunks[k - 2].kind == ChunkKind::phrase)
    k -= 2;
  return can_be_given(chunks[k]) ? k : object;
}

std::size_t shared_head(const std::vector<Chunk>& chunks, std::size_t trigger) {
  const std::size_t none = chunks.size();
  for (std::size_t k = trigger; k > 1; --k) {
    const Chunk& link = chunks[k - 1];
    if (is_word(link, ";") || is_word(link, ".") || is_break(link.word)) return none;
    if (!is_word(link, "that") && !is_word(link, "which")) continue;
    const bool subject = chunks[k].kind == ChunkKind::phrase && is_finite(chunks[k + 1]);
    const std::size_t noun = is_word(chunks[k - 2], ",") && k > 2 ? k - 3 : k - 2;
    if (!subject || chunks[noun].kind != ChunkKind::phrase) return none;
    const std::size_t head = given_head(chunks, noun);
    return can_be_given(chunks[head]) ? head : none;
  }
  return none;
}

std::size_t head_of_belief(const Grammar& grammar, const std::vector<Chunk>& chunks,
                           std::size_t trigger) {
  const std::size_t none = chunks.size();
  if (trigger < 4 || !is_finite(chunks[trigger]) || !is_finite(chunks[trigger - 1]) ||
      grammar.cue("governor", chunks[trigger - 1].lemma).empty() ||
      chunks[trigger - 2].kind != ChunkKind::phrase)
    return none;
  const bool relative = is_word(chunks[trigger - 3], "which") ||
                        is_word(chunks[trigger - 3], "who") || is_word(chunks[trigger - 3], "that");
  const std::size_t head = is_word(chunks[trigger - 4], ",") ? trigger - 5 : trigger - 4;
  return relative && head < none && chunks[head].kind == ChunkKind::phrase ? head : none;
}

std::size_t object_of_report(const Grammar& grammar, const std::vector<Chunk>& chunks,
                             std::size_t trigger) {
  const std::size_t none = chunks.size();
  std::size_t k = trigger;
  while (k > 0 && mark_of(chunks[k - 1]) == "adv") --k;
  if (k < 5 || chunks[trigger].voice != Voice::active || chunks[k - 1].kind != ChunkKind::phrase ||
      chunks[k - 2].voice != Voice::active ||
      grammar.cue("governor", chunks[k - 2].lemma).empty() ||
      chunks[k - 3].kind != ChunkKind::phrase ||
      !(is_word(chunks[k - 4], "which") || is_word(chunks[k - 4], "that")))
    return none;
  std::size_t head = is_word(chunks[k - 5], ",") && k > 5 ? k - 6 : k - 5;
  if (chunks[head].kind != ChunkKind::phrase) return none;
  head = given_head(chunks, head);
  return can_be_given(chunks[head]) ? head : none;
}

}  // namespace msmt
