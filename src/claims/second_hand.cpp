#include "claims/second_hand.hpp"

#include "claims/sentence_claims.hpp"

namespace msmt {

bool near(const Stage& stage, const Claim& before) {
  return stage.told_just_before(before) ||
         before.evidence.bytes.begin == stage.doc.sentences[stage.reading.sentence].span.begin;
}

namespace {

/// "the opposite direction"
bool goes_other_way(const Chunk& chunk) {
  return chunk.kind == ChunkKind::phrase && chunk.lemma == "direction" &&
         (chunk.before.find("opposite") != std::string::npos ||
          chunk.before.find("other") != std::string::npos);
}

/// "24 jets came in return", "In exchange, jets were delivered", "wheat came back": against what was told before.
bool goes_back(const Stage& stage, std::size_t trigger) {
  const auto& chunks = stage.chunks;
  const Chunk& verb = chunks[trigger];
  if (verb.kind != ChunkKind::verb) return false;
  if (stage.grammar.is(WordClass::inverting, verb.lemma) && trigger + 1 < chunks.size() &&
      (is_word(chunks[trigger + 1], "back") || chunks[trigger + 1].head == "back"))
    return true;
  for (std::size_t k = 1; k < chunks.size(); ++k) {
    const bool opens = k == 1 || is_word(chunks[k - 2], ",") || is_word(chunks[k - 2], "and");
    const bool closes = k > trigger && k < trigger + 5;
    if (!is_word(chunks[k - 1], "in") || !(closes || (opens && k < trigger))) continue;
    const bool bare = chunks[k].last == chunks[k].first + 1;
    if (bare && (chunks[k].head == "return" || chunks[k].head == "exchange")) return true;
    if (goes_other_way(chunks[k])) return true;
  }
  return false;
}

/// Whether the sentence tells what goes in the direction against that of a deed in its paragraph.
bool in_other_direction(const Stage& stage, const Claim& deed) {
  const auto& sentences = stage.doc.sentences;
  std::size_t first = stage.reading.sentence;
  while (first > 0 && sentences[first - 1].paragraph == stage.sentence().paragraph) --first;
  return deed.evidence.bytes.begin >= sentences[first].span.begin &&
         std::any_of(stage.chunks.begin(), stage.chunks.end(), goes_other_way);
}

}  // namespace

bool against_deed(const Stage& stage, const Evoked& evoked, Claim& claim) {
  const std::optional<Claim>& goods = stage.memory.deed;
  const std::optional<Claim>& people =
      stage.memory.people;  // soldiers are paid for in goods as well
  const bool for_people = people && near(stage, *people) &&
                          (!goods || goods->evidence.bytes.begin < people->evidence.bytes.begin);
  const std::optional<Claim>& deed = for_people ? people : goods;
  if (claim.type != "transfer" || !deed || !deed->actor || !deed->target ||
      !(near(stage, *deed) || in_other_direction(stage, *deed)) ||
      (claim.actor && claim.actor != deed->target) ||
      (claim.target && claim.target != deed->actor) || !goes_back(stage, evoked.trigger))
    return false;
  claim.actor = deed->target;
  claim.target = deed->actor;
  return true;
}

bool handed_on(const Stage& stage, const Evoked& evoked, Claim& claim) {
  const std::optional<Claim>& deed = stage.memory.deed;
  if (claim.type != "transfer" || !deed || !deed->target || !claim.target ||
      deed->target == claim.target || item_span(*deed) != item_span(claim) ||
      evoked.sides.construction != "relative" || evoked.sides.has("by") ||
      stage.chunks[evoked.trigger].voice != Voice::passive)
    return false;
  drop_spans(claim, {"actor"});
  claim.actor = deed->target;
  return true;
}

}  // namespace msmt
