#include "claims/questions.hpp"

#include <algorithm>
#include <string_view>

#include "claims/clause_words.hpp"
#include "claims/roles.hpp"
#include "claims/sections.hpp"

namespace msmt {

namespace {

/// The state or the body that the phrase at chunk i names; nullopt for people and other words.
std::optional<Party> side_at(const Stage& stage, std::size_t i) {
  if (i >= stage.chunks.size()) return std::nullopt;
  const Chunk& chunk = stage.chunks[i];
  if (chunk.kind != ChunkKind::phrase || chunk.person) return std::nullopt;
  if (chunk.party) return chunk.party->party;
  return std::nullopt;
}

/// The frame by which a verb has things go over: "get", "arm"; nullptr for other verbs.
const Frame* handover(const Grammar& grammar, const Chunk& verb) {
  if (verb.kind != ChunkKind::verb || verb.negated) return nullptr;
  for (const Frame* frame : grammar.frames("verb", verb.lemma)) {
    const std::string_view subject = frame->role("subj");
    if (frame->type == "*" && (subject == "actor" || subject == "target")) return frame;
  }
  return nullptr;
}

/// Who gives and who takes in a question; nullopt where it names neither.
std::optional<Question> asked(const Stage& stage) {
  const auto& chunks = stage.chunks;
  for (std::size_t i = 1; i < chunks.size(); ++i) {
    const Frame* frame = handover(stage.grammar, chunks[i]);
    const bool subject = is_word(chunks[i - 1], "who") || side_at(stage, i - 1);
    if (frame == nullptr || !subject) continue;
    const bool gives = frame->role("subj") == "actor";
    Question question;
    (gives ? question.giver : question.taker) = side_at(stage, i - 1);
    if (gives && frame->role("second") == "target") question.taker = side_at(stage, i + 1);
    for (std::size_t k = i + 1; k + 1 < chunks.size(); ++k) {
      if (chunks[k].kind != ChunkKind::word) continue;
      const std::string_view role = frame->role(chunks[k].word);
      if (role == "actor" && !question.giver) question.giver = side_at(stage, k + 1);
      if (role == "target" && !question.taker) question.taker = side_at(stage, k + 1);
    }
    if (question.giver || question.taker) return question;
  }
  return std::nullopt;
}

/// Whether the words say to whom: "to 52 states", but not "over the ten years to 2028".
bool names_taker(const Stage& stage, const Sides& sides) {
  const auto& to = sides.of("to");
  if (to.empty()) return false;
  const Chunk& chunk = stage.chunks[to.front()];
  const std::string_view text = stage.doc.words(chunk.span);
  const bool year = chunk.quantity == nullptr && text.find_first_not_of("0123456789") == text.npos;
  return !year;
}

}  // namespace

void note_question(const Stage& stage) {
  Memory& memory = stage.memory;
  if (!stage.chunks.empty() && is_word(stage.chunks.back(), "?")) {
    memory.question = asked(stage);
  } else if (heads_section(stage.doc, stage.reading)) {
    memory.question.reset();
  }
}

void side_of_question(const Stage& stage, const Sides& sides, Claim& claim) {
  static constexpr std::string_view kTypes[] = {"transfer", "technology", "training", "finance"};
  const std::optional<Question>& question = stage.memory.question;
  if (!question || std::find(std::begin(kTypes), std::end(kTypes), claim.type) == std::end(kTypes))
    return;
  // "earned $2 billion from gold": by nobody's gift
  if (claim.type == "finance" && !claim.evidence.rule.starts_with("give.")) return;
  if (claim.actor && !claim.target && !names_taker(stage, sides) &&
      claim.actor != question->taker) {
    claim.target = question->taker;
  } else if (claim.target && !claim.actor && !sides.has("from") && !sides.has("by") &&
             claim.target == question->taker) {
    claim.actor = question->giver;
  }
}

}  // namespace msmt
