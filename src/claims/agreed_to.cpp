/// What two sides have agreed to do.
///
///     "Chad and Togo agreed to build a bridge"   an agreement on the bridge
#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/parties.hpp"
#include "claims/relative.hpp"
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

/// "agreed to sell", "agreed in May to sell": the chunk of the word for agreeing that goes with the verb at chunk i; the
/// number of chunks for none.
std::size_t agreeing_verb(const Stage& stage, std::size_t i) {
  const auto& chunks = stage.chunks;
  const auto states = [](const Chunk& c) {
    return c.kind == ChunkKind::verb && c.voice == Voice::active && !c.negated && c.modals.empty();
  };
  const Chunk& verb = chunks[i];
  if (states(verb) && verb.chain.size() == 1 && verb.chain.front() == "agree") return i;
  if (verb.kind != ChunkKind::verb || verb.voice != Voice::infinitive) return chunks.size();
  std::size_t k = i;
  while (k > 0 &&
         (chunks[k - 1].kind == ChunkKind::date || is_word(chunks[k - 1], "in") ||
          (k > 1 && is_word(chunks[k - 2], "in") && chunks[k - 1].kind == ChunkKind::phrase)))
    --k;
  const bool agrees = k > 0 && k < i && states(chunks[k - 1]) && chunks[k - 1].lemma == "agree" &&
                      chunks[k - 1].chain.empty();
  return agrees ? k - 1 : chunks.size();
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

std::optional<Claim> agreed_on_deed(const Stage& stage, std::size_t i,
                                    const std::vector<Claim>& claims) {
  const std::size_t agrees = agreeing_verb(stage, i);
  if (agrees >= stage.chunks.size()) return std::nullopt;
  const Chunk& verb = stage.chunks[i];
  const std::size_t subject = subject_before(stage.chunks, agrees);
  const auto who = subject < stage.chunks.size() ? party_of(stage, subject) : std::nullopt;
  const auto deed = std::find_if(claims.begin(), claims.end(), [&](const Claim& claim) {
    return claim.certainty == Certainty::planned && claim.actor && claim.target && claim.item &&
           span_of(claim, "trigger") == verb.head_span;
  });
  if (!who || deed == claims.end() || (deed->actor != who->party && deed->target != who->party))
    return std::nullopt;
  Claim claim;
  claim.type = "agreement";
  claim.evidence.rule = "agree.to-do";
  claim.item = deed->item;
  claim.actor = who->party;
  claim.target = deed->actor == who->party ? deed->target : deed->actor;
  const Span item = span_of(*deed, "item");  // none where the verb says it: "agreed to arm Chad"
  claim.evidence.spans = {
      {"trigger", verb.span}, {"item", item.empty() ? verb.head_span : item}, {"actor", who->span}};
  if (stage.chunks.front().kind == ChunkKind::date) set_period(claim, stage.chunks.front());
  const Span other = span_of(*deed, deed->actor == who->party ? "target" : "actor");
  if (!other.empty()) claim.evidence.spans.emplace_back("target", other);
  return claim;
}

}  // namespace msmt
