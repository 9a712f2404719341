/// What two sides have agreed to do.
///
///     "Chad and Togo agreed to build a bridge"   an agreement on the bridge
#include "claims/clause_words.hpp"
#include "claims/parties.hpp"
#include "claims/roles.hpp"
#include "claims/sentence_claims.hpp"
#include "claims/subjects.hpp"

namespace msmt {

namespace {

/// The states that the subject before the verb at chunk i stands for.
std::vector<Named> who_agreed(const Stage& stage, std::size_t i) {
  const std::size_t subject = subject_before(stage.chunks, i);
  if (subject >= stage.chunks.size()) return {};
  std::vector<Named> out;
  for (const std::size_t k : list_before(stage.chunks, subject)) {
    for (Named& named : parties_of(stage, k)) {
      if (!named.party.iso2.empty()) out.push_back(std::move(named));
    }
  }
  return out;
}

}  // namespace

std::optional<Claim> agreed_to(const Stage& stage, std::size_t i) {
  const auto& chunks = stage.chunks;
  const Chunk& verb = chunks[i];
  if (verb.kind != ChunkKind::verb || verb.voice != Voice::active || verb.negated ||
      verb.chain.size() != 1 || verb.chain.front() != "agree" || i + 1 >= chunks.size() ||
      chunks[i + 1].kind != ChunkKind::phrase || chunks[i + 1].pronoun)
    return std::nullopt;
  const std::vector<Named> sides = who_agreed(stage, i);
  if (sides.size() != 2 || sides[0].party == sides[1].party) return std::nullopt;
  Claim claim;
  claim.type = "agreement";
  claim.evidence.rule = "agree.to";
  claim.item = item_of(stage, chunks[i + 1]);
  claim.actor = sides[0].party;
  claim.target = sides[1].party;
  claim.evidence.spans = {{"trigger", verb.head_span},
                          {"item", chunks[i + 1].span},
                          {"actor", sides[0].span},
                          {"target", sides[1].span}};
  return claim;
}

}  // namespace msmt
