/// Sanctions that a phrase only mentions beside a name: "Asia Sun, a bank under American sanctions,".

#include "claims/roles.hpp"

namespace msmt {

namespace {

/// The body or person that chunk i names; nullopt for a state and for common nouns.
std::optional<Named> name_at(const Chunk& c) {
  if (c.kind != ChunkKind::phrase) return std::nullopt;
  for (const auto& named : {c.party, c.of_party}) {
    if (named && named->party.iso2.empty()) return named;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Claim> under_sanctions(const Stage& stage, std::size_t i) {
  const auto& chunks = stage.chunks;
  const Chunk& measure = chunks[i];
  const bool sanctions = measure.kind == ChunkKind::phrase && measure.item_id == "sanctions" &&
                         !stage.grammar.is(WordClass::ban, measure.lemma);
  if (!sanctions || i < 2 || !is_word(chunks[i - 1], "under")) return std::nullopt;
  const auto imposer = owner_of(stage, i);
  const Chunk& beside = chunks[i - 2];
  if (!imposer || beside.kind != ChunkKind::phrase) return std::nullopt;
  std::optional<Named> target = name_at(beside);
  // "Asia Sun, a bank under American sanctions"
  const bool apposed = !target && !beside.definite && i >= 4 && is_word(chunks[i - 3], ",") &&
                       stage.grammar.is(WordClass::sanctioned, beside.lemma);
  if (apposed) target = name_at(chunks[i - 4]);
  if (!target || target->party == imposer->party) return std::nullopt;
  Claim claim;
  claim.type = "sanction";
  claim.evidence.rule = "sanction.beside";
  claim.actor = imposer->party;
  claim.target = target->party;
  claim.evidence.spans.emplace_back("trigger", measure.head_span);
  claim.evidence.spans.emplace_back("actor", imposer->span);
  claim.evidence.spans.emplace_back("target", target->span);
  return claim;
}

}  // namespace msmt
