#include "claims/undone.hpp"

#include <algorithm>
#include <array>

#include "claims/clause_words.hpp"

namespace msmt {

bool ruled_out(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t trigger) {
  constexpr std::size_t kFar = 9;
  if (trigger < 2 || chunks[trigger].voice != Voice::gerund) return false;
  if (!is_word(chunks[trigger - 1], "on") && !is_word(chunks[trigger - 1], "against")) return false;
  for (std::size_t k = trigger - 1; k > 0 && k + kFar > trigger; --k) {
    const Chunk& left = chunks[k - 1];
    if (left.kind == ChunkKind::phrase && grammar.is(WordClass::ban, left.lemma)) return true;
    if (left.voice == Voice::active || left.voice == Voice::passive) return false;
  }
  return false;
}

bool asked_by_rule(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t trigger) {
  constexpr std::size_t kFar = 4;
  for (std::size_t k = trigger; k > 1 && k + kFar > trigger; --k) {
    const Chunk& verb = chunks[k - 1];
    if (verb.kind != ChunkKind::verb || verb.voice != Voice::active) continue;
    const Chunk& rule = chunks[k - 2];
    const bool asks = grammar.is(WordClass::oblige, verb.lemma);
    const bool maker = rule.item_class == "measure" ||
                       std::any_of(rule.names.begin(), rule.names.end(), [](const Mention* name) {
                         const auto* body = std::get_if<Organization>(&name->value);
                         return body != nullptr && body->kind == "international organization";
                       });
    return asks && maker;
  }
  return false;
}

bool owed_by_paper(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t verb) {
  const Chunk& main = chunks[verb];
  return main.kind == ChunkKind::verb && main.voice == Voice::active && !main.negated && verb > 0 &&
         grammar.is(WordClass::oblige, main.lemma) && chunks[verb - 1].kind == ChunkKind::phrase &&
         grammar.is(WordClass::bargain, chunks[verb - 1].lemma) && verb + 2 < chunks.size() &&
         chunks[verb + 2].voice == Voice::infinitive;
}

bool wished_for(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t trigger) {
  if (trigger < 2 || !is_word(chunks[trigger - 1], "for")) return false;
  if (chunks[trigger - 2].kind == ChunkKind::verb)
    return grammar.is(WordClass::wish, chunks[trigger - 2].lemma);
  // "called again for", "called for allies to send guns and for an embargo"
  const bool again = is_word(chunks[trigger - 2], "and");
  bool first = false;  // another "for" before
  for (std::size_t k = trigger - 1; k > 0; --k) {
    const Chunk& left = chunks[k - 1];
    if (is_word(left, ";") || is_word(left, "that")) return false;
    first = first || is_word(left, "for");
    if (left.kind == ChunkKind::verb && left.voice != Voice::infinitive)
      return (first || !again) && grammar.is(WordClass::wish, left.lemma);
    if (!again && mark_of(left) != "adv") return false;
  }
  return false;
}

bool wanted_over(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t trigger) {
  bool over = false;
  for (std::size_t k = trigger; k > 0; --k) {
    const Chunk& left = chunks[k - 1];
    if (is_word(left, ";") || is_word(left, "but") || is_word(left, "while")) return false;
    if (left.kind == ChunkKind::phrase && grammar.is(WordClass::halt_noun, left.lemma))
      over = over || is_word(chunks[k], "to") || is_word(chunks[k], "of");
    if (left.kind != ChunkKind::verb) continue;
    if (left.voice == Voice::infinitive && grammar.is(WordClass::break_off, left.lemma)) {
      over = true;
      continue;
    }
    return over && left.voice == Voice::active && !left.negated &&
           (grammar.is(WordClass::wish, left.lemma) || grammar.is(WordClass::urge, left.lemma));
  }
  return false;
}

bool needed(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t trigger) {
  return trigger >= 2 && is_word(chunks[trigger - 1], "for") &&
         chunks[trigger - 2].kind == ChunkKind::phrase &&
         grammar.is(WordClass::appetite, chunks[trigger - 2].lemma) &&
         !grammar.frames("noun", chunks[trigger].lemma).empty();
}

bool depends(const std::vector<Chunk>& chunks, std::size_t trigger) {
  const auto& modals = chunks[trigger].modals;
  const bool would = std::find(modals.begin(), modals.end(), "would") != modals.end() ||
                     std::find(modals.begin(), modals.end(), "could") != modals.end();
  return would && std::any_of(chunks.begin() + static_cast<std::ptrdiff_t>(trigger), chunks.end(),
                              [](const Chunk& chunk) { return is_word(chunk, "if"); });
}

bool only_agreed(const std::vector<Chunk>& chunks, std::size_t trigger) {
  static constexpr std::array<std::string_view, 4> kLinks = {"with", "of", "between", "and"};
  if (chunks[trigger].voice != Voice::infinitive) return false;
  for (std::size_t k = trigger; k > 1; k -= 2) {
    const Chunk& noun = chunks[k - 1];
    if (noun.kind != ChunkKind::phrase) return false;
    const bool letter = noun.lemma == "letter" && k < trigger;
    if (noun.item_class == "agreement" || letter) return chunks[k - 2].lemma != "use";
    const bool linked = chunks[k - 2].kind == ChunkKind::word &&
                        std::find(kLinks.begin(), kLinks.end(), chunks[k - 2].word) != kLinks.end();
    if (!linked || k < 4) return false;
  }
  return false;
}

}  // namespace msmt
