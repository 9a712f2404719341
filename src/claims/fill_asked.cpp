/// Money that a government asks for: "asked parliament for $300 million in aid for Kenya".

#include "claims/filler.hpp"

namespace msmt {

std::vector<Claim> Filler::asked_money() {
  const auto actor = party("actor");
  if (!actor || actor->party.iso2.empty()) return refuse("no state asks");
  std::vector<Claim> out;
  for (const std::size_t i : items()) {
    if (!chunk(i).money) {
      why_ = "no sum";
      continue;
    }
    Claim claim = start("finance");
    set_item(claim, i);
    if (i + 1 < stage_.chunks.size() && is_word(chunk(i + 1), "in"))
      describe_money(claim);  // "$300 million in aid"
    set(claim, &Claim::actor, "actor", actor);
    auto target = beneficiary();
    for (std::size_t k = i + 1; !target && k + 1 < stage_.chunks.size(); ++k) {
      if (chunk(k).kind == ChunkKind::verb) break;
      if (is_word(chunk(k), "for") || is_word(chunk(k), "to")) target = party_of(stage_, k + 1);
    }
    if (target && !target->party.iso2.empty() && target->party != actor->party)
      set(claim, &Claim::target, "target", target);
    claim.certainty = Certainty::planned;
    out.push_back(std::move(claim));
  }
  return out;
}

}  // namespace msmt
