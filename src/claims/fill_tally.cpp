/// Counts of goods by who keeps count of them: "The team also counted 100 missiles".
#include "claims/fill_goods.hpp"
#include "claims/filler.hpp"

namespace msmt {

namespace {

/// The transfer that the sentence before states; nullptr for none.
const Claim* stated_just_before(const Stage& stage) {
  const auto& deed = stage.memory.deed;
  const bool before = deed && deed->type == "transfer" && stage.told_just_before(*deed);
  const bool stated = before && deed->actor && deed->target &&
                      deed->certainty != Certainty::denied && deed->certainty != Certainty::planned;
  return stated ? &*deed : nullptr;
}

/// Who keeps count: a paper, a body or people without a state, "it".
bool keeps_count(const Filler& f) {
  const auto& teller = f.sides.of("subj");
  if (teller.size() != 1 || f.trigger().voice != Voice::active || f.trigger().negated ||
      !f.trigger().modals.empty())
    return false;
  const Chunk& c = f.chunk(teller.front());
  const auto named = party_of(f.stage, teller.front());
  return !named || named->party.iso2.empty() || c.item_class == "speaker";
}

}  // namespace

std::vector<Claim> tallied(Filler& f) {
  const Claim* told = stated_just_before(f.stage);
  if (told == nullptr || !keeps_count(f))
    return f.refuse("no goods told of before, or nobody who counts them");
  std::vector<Claim> out;
  for (const std::size_t i : f.items()) {
    const Chunk& c = f.chunk(i);
    const std::string klass = class_of(f.stage.grammar, c);
    if (c.quantity == nullptr || c.money || klass == "vehicle" || !f.frame.takes(klass)) {
      f.why = "not counted";
      continue;
    }
    Claim claim = f.start("transfer");
    f.set_item(claim, i);
    claim.actor = told->actor;
    claim.target = told->target;
    claim.period = told->period;
    out.push_back(std::move(claim));
  }
  return out;
}

}  // namespace msmt
