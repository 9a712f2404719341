/// Orders: goods that somebody is to get, until they are delivered.
///
///     "Kenya ordered three Serbian radars in May"   three radars, from Serbia to Kenya, planned
#include "claims/fill_goods.hpp"
#include "claims/filler.hpp"

namespace msmt {

std::vector<Claim> ordered(Filler& f) {
  std::vector<Claim> out;
  for (const std::size_t i : f.items()) {
    if (!f.frame.takes(class_of(f.stage.grammar, f.chunk(i)))) {
      f.why = "nothing that is delivered";
      continue;
    }
    Claim claim = f.start("transfer");
    claim.certainty = Certainty::planned;
    f.set_item(claim, i);
    set_party(claim, &Claim::actor, "actor", f.party("actor"));
    set_party(claim, &Claim::target, "target", f.party("target"));
    const auto seller = claim.actor ? std::nullopt : seller_of(f, i);
    if (seller && claim.target && seller->party != *claim.target)
      set_party(claim, &Claim::actor, "actor", seller);
    if (claim.actor || claim.target) out.push_back(std::move(claim));
  }
  return out;
}

}  // namespace msmt
