/// Money that a government asks for: "asked parliament for $300 million in aid for Kenya".

#include "claims/fill_money.hpp"
#include "claims/filler.hpp"

namespace msmt {

std::vector<Claim> asked_money(Filler& f) {
  const auto actor = f.party("actor");
  if (!actor || actor->party.iso2.empty()) return f.refuse("no state asks");
  std::vector<Claim> out;
  for (const std::size_t i : f.items()) {
    if (!f.chunk(i).money) {
      f.why = "no sum";
      continue;
    }
    Claim claim = f.start("finance");
    f.set_item(claim, i);
    if (i + 1 < f.stage.chunks.size() && is_word(f.chunk(i + 1), "in"))
      describe_money(f, claim);  // "$300 million in aid"
    set_party(claim, &Claim::actor, "actor", actor);
    auto target = beneficiary(f);
    for (std::size_t k = i + 1; !target && k + 1 < f.stage.chunks.size(); ++k) {
      if (f.chunk(k).kind == ChunkKind::verb) break;
      if (is_word(f.chunk(k), "for") || is_word(f.chunk(k), "to"))
        target = party_of(f.stage, k + 1);
    }
    if (target && !target->party.iso2.empty() && target->party != actor->party)
      set_party(claim, &Claim::target, "target", target);
    claim.certainty = Certainty::planned;
    out.push_back(std::move(claim));
  }
  return out;
}

}  // namespace msmt
