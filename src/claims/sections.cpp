#include "claims/sections.hpp"

#include <algorithm>

#include "claims/remember.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

bool heads_section(const Document& doc, const Reading& reading) {
  const Sentence& sentence = doc.sentences[reading.sentence];
  const auto alone = [&](std::size_t other) {
    return other >= doc.sentences.size() || doc.sentences[other].paragraph != sentence.paragraph;
  };
  if (!alone(reading.sentence + 1) || (reading.sentence > 0 && !alone(reading.sentence - 1)))
    return false;
  const std::string_view text = doc.words(sentence.span);
  constexpr std::size_t kLongest = 80;
  return text.size() < kLongest &&
         std::string_view(".!?:;,\"").find(text.back()) == std::string_view::npos;
}

void SectionReader::read(const Stage& stage, std::vector<Claim>& claims) {
  const Sentence& sentence = stage.sentence();
  const auto& chunks = stage.chunks;
  if (heads_section(stage.doc, stage.reading)) {
    const std::string text = fold(stage.doc.words(sentence.span));
    const bool lists = text.find("designat") != std::string::npos ||
                       text.find("sanctioned") != std::string::npos ||
                       text.find("blacklisted") != std::string::npos;
    const bool now = text.find("today") != std::string::npos ||
                     text.find("new") != std::string::npos ||
                     text.find("actions") != std::string::npos || text.starts_with("designated");
    section_.reset();
    if (lists && now) section_ = stage.memory.sanction;
    return;
  }
  const std::size_t at = stage.reading.sentence;
  const bool opens = at == 0 || stage.doc.sentences[at - 1].paragraph != sentence.paragraph;
  if (!section_ || !opens) return;
  const bool said = std::any_of(claims.begin(), claims.end(),
                                [](const Claim& claim) { return claim.type == "sanction"; });
  for (std::size_t i = 0; i < chunks.size(); ++i) {
    const Chunk& chunk = chunks[i];
    if (chunk.kind == ChunkKind::word && (chunk.word == "," || chunk.word == "and")) continue;
    if (chunk.kind != ChunkKind::phrase || !chunk.party || !chunk.party->party.iso2.empty()) return;
    // a sentence that says so by its verb has made the claim
    if (said && i == 0) {
      const bool this_one = std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) {
        return claim.type == "sanction" && claim.target == chunk.party->party;
      });
      if (this_one) return;
    }
    const bool apposition = i >= 2 && is_word(chunks[i - 1], ",") && !chunk.person &&
                            i + 1 < chunks.size() && is_word(chunks[i + 1], ",");
    if (apposition) return;
    Claim claim;
    claim.type = "sanction";
    claim.actor = section_->actor;
    claim.target = chunk.party->party;
    claim.period = section_->period;
    claim.evidence.rule = "section.designated";
    claim.evidence.spans.emplace_back("target", chunk.party->span);
    place(stage.doc, claim, sentence.span);
    remember(stage.memory, claim);
    claims.push_back(std::move(claim));
  }
}

}  // namespace msmt
