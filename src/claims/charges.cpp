/// Deeds that a gerund names as the reason of a charge, and those that somebody is kept from.
///
///     "sanctioned Euromarket for selling fuel"   Euromarket sold it
#include "claims/clause_words.hpp"
#include "claims/subjects.hpp"

namespace msmt {

std::optional<std::size_t> charge_of(const Grammar& grammar, const std::vector<Chunk>& chunks,
                                     std::size_t trigger) {
  if (chunks[trigger].kind != ChunkKind::verb || chunks[trigger].voice != Voice::gerund) return {};
  bool reason = false;
  for (std::size_t i = trigger; i > 0; --i) {
    const Chunk& chunk = chunks[i - 1];
    if (chunk.kind == ChunkKind::word && (chunk.word == ";" || chunk.word == "--")) return {};
    if (chunk.kind == ChunkKind::word && (chunk.word == "for" || chunk.word == "over"))
      reason = true;
    if (chunk.kind != ChunkKind::verb) continue;
    const bool finite = chunk.voice == Voice::active || chunk.voice == Voice::passive;
    const bool charges = grammar.is(WordClass::penalize, chunk.lemma);
    if (!finite && reason && !charges) continue;  // ", located in South Ossetia, for"
    if (reason && charges) return i - 1;
    return {};
  }
  return {};
}

std::optional<std::size_t> accusation_of(const Grammar& grammar, const std::vector<Chunk>& chunks,
                                         std::size_t trigger) {
  std::size_t of = trigger > 0 ? trigger - 1 : trigger;
  if (chunks[trigger].voice != Voice::gerund) return std::nullopt;
  if (of > 0 && mark_of(chunks[of]) == "adv") --of;  // "of secretly selling"
  const std::string& link = chunks[of].word;
  if (link != "of" && link != "for" && link != "with") return std::nullopt;
  std::size_t k = of;
  if (k > 2 && chunks[k - 1].kind == ChunkKind::phrase && is_word(chunks[k - 2], "by")) k -= 2;
  if (k == 0 || chunks[k - 1].kind != ChunkKind::verb) return std::nullopt;
  const Chunk& verb = chunks[k - 1];
  const bool passive = verb.voice == Voice::passive || verb.voice == Voice::participle;
  const bool accuses =
      passive && grammar.is(WordClass::accuse, verb.lemma) && verb.lemma != "sanction";
  return accuses ? std::optional(k - 1) : std::nullopt;
}

std::size_t charged_in_relative(const Grammar& grammar, const std::vector<Chunk>& chunks,
                                std::size_t trigger) {
  const auto charge = charge_of(grammar, chunks, trigger);
  const std::size_t none = chunks.size();
  if (!charge || *charge < 3 || chunks[*charge].voice != Voice::active || *charge + 2 != trigger)
    return none;
  const std::string& link = chunks[*charge - 2].word;
  if (chunks[*charge - 1].kind != ChunkKind::phrase ||
      (link != "that" && link != "which" && link != "whom"))
    return none;
  const std::size_t noun =
      is_word(chunks[*charge - 3], ",") && *charge > 3 ? *charge - 4 : *charge - 3;
  if (chunks[noun].kind != ChunkKind::phrase) return none;
  const bool apposed = noun > 1 && is_word(chunks[noun - 1], ",") && !chunks[noun].party &&
                       !chunks[noun].definite && chunks[noun - 2].kind == ChunkKind::phrase;
  return apposed ? noun - 2 : noun;
}

std::size_t kept_from(const std::vector<Chunk>& chunks, std::size_t trigger) {
  if (trigger < 3 || chunks[trigger].voice != Voice::gerund ||
      !is_word(chunks[trigger - 1], "from") || chunks[trigger - 2].kind != ChunkKind::phrase)
    return chunks.size();
  const Chunk& verb = chunks[trigger - 3];
  const bool keeps = verb.kind == ChunkKind::verb && verb.voice == Voice::active &&
                     (verb.lemma == "stop" || verb.lemma == "prevent" || verb.lemma == "keep" ||
                      verb.lemma == "deter" || verb.lemma == "block");
  return keeps ? trigger - 3 : chunks.size();
}

}  // namespace msmt
