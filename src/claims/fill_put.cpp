/// Figures that a verb puts on what was told before: "put their number at 4,000", "puts the loot at $1.3 billion".
#include "claims/fill_goods.hpp"
#include "claims/filler.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

namespace {

/// What "their number" counts: goods that the sentence before hands over, else the people sent last;
/// nullptr for neither.
const Claim* counted_before(const Stage& stage) {
  const auto& deed = stage.memory.deed;
  if (deed && deed->type == "transfer" && stage.told_just_before(*deed)) return &*deed;
  return stage.memory.people ? &*stage.memory.people : nullptr;
}

}  // namespace

std::optional<Claim> number_put_at(const Filler& f) {
  const auto& deed = get(f.roles, "deed");
  const Claim* told = counted_before(f.stage);
  if (deed.empty() || told == nullptr || f.items().empty()) return std::nullopt;
  const Chunk& number = f.chunk(deed.front());
  const bool theirs = f.frame.id == "more.put" &&
                      (number.lemma == "number" || number.lemma == "strength") && number.owner &&
                      number.owner->party.name == "their";
  const bool they = f.frame.id == "more.include" && f.trigger().lemma == "number" &&
                    number.pronoun && number.head == "they";
  // "Khartoum puts the figure at 200": of what the sentence before counted
  const bool figure = f.frame.id == "more.put" && number.definite && !number.owner &&
                      number.of.empty() &&
                      (number.lemma == "number" || number.lemma == "figure" ||
                       number.lemma == "total" || number.lemma == "count") &&
                      told->quantity && f.stage.told_just_before(*told);
  const Chunk& count = f.chunk(f.items().front());
  if ((!theirs && !they && !figure) || count.quantity == nullptr || count.money)
    return std::nullopt;
  Claim claim = f.start(told->type);
  claim.actor = told->actor;
  claim.target = told->target;
  claim.item = told->item;
  f.set_quantity(claim, f.items().front());
  if (claim.type == "transfer" && claim.item) claim.quantity->unit = unit_of(*claim.item);
  return claim;
}

bool puts_sum_on_loot(const Filler& f, const Chunk& subject) {
  const bool loot =
      subject.item_id == "crypto" || f.stage.grammar.evokes("noun", subject.lemma, {"theft"});
  return f.frame.id == "more.put" && loot && f.stage.memory.theft && !f.items().empty();
}

std::vector<Claim> loot_put_at(Filler& f, const Chunk& subject) {
  const std::size_t sum = f.items().front();
  if (!f.chunk(sum).money) return f.refuse("no sum");
  Claim claim = f.start("theft");
  f.set_item(claim, sum);
  set_party(claim, &Claim::actor, "actor", Named{*f.stage.memory.theft->actor, subject.span});
  return {claim};
}

}  // namespace msmt
