/// Orders: goods that somebody is to get, until they are delivered.
///
///     "Kenya ordered three Serbian radars in May"   three radars, from Serbia to Kenya, planned
#include "claims/fill_goods.hpp"
#include "claims/filler.hpp"

namespace msmt {

namespace {

/// "ordered two frigates to withdraw": a command; but "ordered 12 jets to replace them".
bool commands(const Filler& f) {
  if (f.trigger().voice != Voice::active || f.items().empty()) return false;
  const std::size_t behind = f.items().back() + 1;
  if (behind >= f.stage.chunks.size() || f.chunk(behind).voice != Voice::infinitive) return false;
  const Chunk& verb = f.chunk(behind);
  const bool ready = !verb.chain.empty() && verb.chain.front() == "ready";
  return ready || verb.lemma == "be" || f.stage.grammar.is(WordClass::motion, verb.lemma);
}

}  // namespace

std::vector<Claim> ordered(Filler& f) {
  if (commands(f)) return f.refuse("a command, no purchase");
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
