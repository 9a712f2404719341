#include "claims/roundup.hpp"

#include "claims/roles.hpp"
#include "claims/sections.hpp"

namespace msmt {

namespace {

/// "military aid to Ukraine", "weapons for Chad": to whom a heading has aid go; nullopt for nobody.
std::optional<Party> taker_in_heading(const Stage& stage) {
  const auto& chunks = stage.chunks;
  for (std::size_t i = 0; i + 2 < chunks.size(); ++i) {
    const Chunk& aid = chunks[i];
    const bool gives = aid.kind == ChunkKind::phrase &&
                       (aid.item_class == "aid" || aid.item_id == "military-supplies" ||
                        stage.grammar.is(WordClass::support_noun, aid.lemma));
    const bool to = is_word(chunks[i + 1], "to") || is_word(chunks[i + 1], "for");
    if (gives && to && chunks[i + 2].country_head && chunks[i + 2].party)
      return chunks[i + 2].party->party;
  }
  return std::nullopt;
}

/// "Germany." or "Germany:" as the first words of a paragraph that goes on: the state; nullopt for none.
std::optional<Party> label_of(const Stage& stage) {
  const auto& chunks = stage.chunks;
  const auto& sentences = stage.doc.sentences;
  const std::size_t at = stage.reading.sentence;
  const bool opens = at == 0 || sentences[at - 1].paragraph != stage.sentence().paragraph;
  if (!opens || chunks.size() < 2 || !chunks[0].country_head || !chunks[0].party)
    return std::nullopt;
  const bool goes_on =
      at + 1 < sentences.size() && sentences[at + 1].paragraph == stage.sentence().paragraph;
  const bool alone = chunks.size() == 2 && is_word(chunks[1], ".") && goes_on;
  const bool colon = chunks.size() > 3 && is_word(chunks[1], ":");
  return alone || colon ? std::optional(chunks[0].party->party) : std::nullopt;
}

}  // namespace

void note_roundup(const Stage& stage) {
  Memory& memory = stage.memory;
  if (stage.sentence().zone == Zone::headline || heads_section(stage.doc, stage.reading)) {
    if (auto taker = taker_in_heading(stage)) memory.aid_taker = std::move(taker);
  }
  if (auto label = label_of(stage)) {
    memory.label = std::move(label);
    memory.label_paragraph = stage.sentence().paragraph;
  } else if (memory.label && memory.label_paragraph != stage.sentence().paragraph) {
    memory.label.reset();
  }
}

void side_of_roundup(const Stage& stage, Claim& claim) {
  const Memory& memory = stage.memory;
  if (!memory.aid_taker || (claim.type != "transfer" && claim.type != "finance")) return;
  if (!claim.actor && memory.label && claim.target != memory.label &&
      *memory.label != *memory.aid_taker)
    claim.actor = memory.label;
  if (claim.target || !claim.actor || *claim.actor == *memory.aid_taker) return;
  if (memory.label && claim.actor == memory.label) claim.target = memory.aid_taker;
}

}  // namespace msmt
