/// Money against goods: what was paid for them, and goods instead of money.
#include "claims/filler.hpp"

namespace msmt {

std::vector<Claim> Filler::paid_goods(std::optional<Named> payer, std::optional<Named> paid) {
  std::vector<Claim> out;
  if (frame_.id != "finance.pay" || !stage_.grammar.is(WordClass::pay, trigger().lemma)) return out;
  const auto& for_what = sides_.of("obj");
  if (!paid && payer && !for_what.empty() && !chunk(for_what.front()).party) {
    // "Russia repaid North Korean shells with fuel": whoever gave them is paid
    const auto owner = owner_of(stage_, for_what.front());
    if (owner && !owner->party.iso2.empty() && owner->party != payer->party) paid = owner;
  }
  for (const auto& [giver, taker] : stage_.memory.pairs) {
    if (!payer && paid && giver == paid->party) payer = Named{taker, trigger().span};
  }
  if (!payer) return out;
  const auto add = [&](std::size_t i, const Named& giver, const Named& taker) {
    const std::string klass = class_of(stage_.grammar, chunk(i));
    if (klass != "arms" && klass != "fuel" && klass != "parts" && klass != "goods" &&
        klass != "aid" && klass != "knowhow")
      return;
    // "with submarine and missile technology": a bare singular only begins a compound
    if (klass == "arms" && !is_plural(chunk(i).head) && chunk(i).first + 1 == chunk(i).last) return;
    out.push_back(one(i, Grammar::type_of_class(klass), giver, taker, std::nullopt));
  };
  std::optional<Named> taker = paid;
  for (const auto& [giver, other] : stage_.memory.pairs) {
    if (!taker && other == payer->party) taker = Named{giver, trigger().span};
  }
  if (!taker || taker->party == payer->party) return out;
  for (const std::size_t i : sides_.of("for")) add(i, *taker, *payer);
  if (paid && !for_what.empty() && !chunk(for_what.front()).definite)
    for (const std::size_t i : for_what) add(i, *paid, *payer);
  for (const std::string_view means : {"in", "with"}) {
    for (const std::size_t i : sides_.of(means)) add(i, *payer, *taker);
  }
  return out;
}

std::vector<Claim> Filler::price() {
  // "bought 66 fighters for $8 billion"
  if (frame_.id == "finance.price-award" || frame_.id == "finance.price-win") return award();
  if (frame_.id == "finance.price-deal") return worth_of_bargain();
  auto buyer = party("actor");
  if (!buyer && trigger().kind == ChunkKind::phrase) buyer = trigger_owner();
  const auto seller = party("target");
  std::vector<std::size_t> paid = get(roles_, "paid");
  const bool for_sum =
      !paid.empty() &&
      (chunk(paid.front()).money || stage_.grammar.is(WordClass::price, chunk(paid.front()).lemma));
  if (const std::size_t deal = bargain_of_clause(); !for_sum && deal < stage_.chunks.size())
    paid = {sum_of(deal)};
  std::vector<std::size_t> goods = get(roles_, "goods");
  if (frame_.id == "finance.price-supply") {
    // "supplied the army with drones for $120 million", "supplied drones to the army for …"
    goods = sides_.of("with").empty() ? sides_.of("obj") : sides_.of("with");
  }
  const auto& second = sides_.of("second");
  if (frame_.id == "finance.price-sale" && !goods.empty() && !second.empty() &&
      stands_for_party(goods.front())) {
    buyer = party_of(stage_, goods.front());  // "sold Egypt 30 fighters for €4 billion"
    goods = second;
  }
  if (frame_.id == "finance.price-sale" && buyer && seller && buyer->party == seller->party)
    buyer.reset();  // "sold it six drones for $120 million": "it" is somebody else
  const bool sum =
      !paid.empty() && (chunk(paid.front()).money ||
                        (stage_.grammar.is(WordClass::price, chunk(paid.front()).lemma) &&
                         !chunk(paid.front()).of.empty()));
  if (!sum || goods.empty() || !buyer) return refuse("no price or no buyer");
  const std::string klass = class_of(stage_.grammar, chunk(goods.front()));
  if (klass != "arms" && klass != "goods" && klass != "parts" && klass != "fuel" &&
      klass != "vehicle")
    return refuse("no goods");
  Claim claim = start("finance");
  claim.item = payment_for(goods.front());
  span(claim, "item", chunk(paid.front()).span);
  set_quantity(claim, paid.front());
  for (const Mention& mention : stage_.reading.mentions) {
    // "at a price of $120 million"
    if (claim.quantity || !std::holds_alternative<Quantity>(mention.value) ||
        !chunk(paid.front()).of.contains(mention.span))
      continue;
    claim.quantity = std::get<Quantity>(mention.value);
    span(claim, "quantity", mention.span);
  }
  if (!claim.quantity) return refuse("no price");
  set(claim, &Claim::actor, "actor", buyer);
  set(claim, &Claim::target, "target", seller);
  if (claim.target && *claim.target == *claim.actor) claim.target.reset();
  if (!claim.target) {
    for (const auto& [giver, taker] : stage_.memory.pairs) {
      if (taker == *claim.actor && !claim.target) claim.target = giver;
    }
  }
  return {claim};
}

void Filler::describe_money(Claim& claim) const {
  if (!claim.item || claim.item->name != "money") return;
  const auto& in = sides_.of("in");
  const auto& purpose = sides_.of("for");
  if (!in.empty() && !chunk(in.front()).party && !names_place(chunk(in.front()))) {
    claim.item->name = item_of(stage_, chunk(in.front())).name;
  } else if (!purpose.empty() && !chunk(purpose.front()).party && !chunk(purpose.front()).pronoun) {
    claim.item->name = "payment for " + item_of(stage_, chunk(purpose.front())).name;
  }
}

}  // namespace msmt
