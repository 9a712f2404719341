/// Money against goods: what was paid for them, and goods instead of money.
#include "claims/fill_goods.hpp"
#include "claims/fill_money.hpp"
#include "claims/fill_people.hpp"
#include "claims/filler.hpp"

namespace msmt {

std::vector<Claim> paid_goods(Filler& f, std::optional<Named> payer, std::optional<Named> paid) {
  std::vector<Claim> out;
  if (f.frame.id != "finance.pay" || !f.stage.grammar.is(WordClass::pay, f.trigger().lemma))
    return out;
  const auto& for_what = f.sides.of("obj");
  if (!paid && payer && !for_what.empty() && !f.chunk(for_what.front()).party) {
    // "Russia repaid North Korean shells with fuel": whoever gave them is paid
    const auto owner = owner_of(f.stage, for_what.front());
    if (owner && !owner->party.iso2.empty() && owner->party != payer->party) paid = owner;
  }
  for (const auto& [giver, taker] : f.stage.memory.pairs) {
    if (!payer && paid && giver == paid->party) payer = Named{taker, f.trigger().span};
  }
  if (!payer) return out;
  const auto add = [&](std::size_t i, const Named& giver, const Named& taker) {
    const std::string klass = class_of(f.stage.grammar, f.chunk(i));
    if (klass != "arms" && klass != "fuel" && klass != "parts" && klass != "goods" &&
        klass != "aid" && klass != "knowhow")
      return;
    // "with submarine and missile technology": a bare singular only begins a compound
    if (klass == "arms" && !is_plural(f.chunk(i).head) && f.chunk(i).first + 1 == f.chunk(i).last)
      return;
    out.push_back(one(f, i, Grammar::type_of_class(klass), giver, taker, std::nullopt));
  };
  // "paid its dealers in diamonds": them, and nobody whom the article had deal with it
  const std::string whom =
      for_what.empty() ? std::string() : class_of(f.stage.grammar, f.chunk(for_what.front()));
  if (!paid && !for_what.empty() && (whom.empty() || is_people(whom)) &&
      !f.chunk(for_what.front()).pronoun && is_plural(f.chunk(for_what.front()).head))
    return out;
  std::optional<Named> taker = paid;
  for (const Claim& said : f.stage.memory.recent()) {
    const bool gave = said.type == "transfer" && said.target == payer->party && said.actor;
    if (gave && !paid) taker = Named{*said.actor, f.trigger().span};  // the last one
  }
  if (!taker || taker->party == payer->party) return out;
  for (const std::size_t i : f.sides.of("for")) {
    // "paid Norway for rifles for Chad": to whom the payer does not take them itself
    const auto other = is_word(f.chunk(i + 1), "for") && i + 2 < f.stage.chunks.size()
                           ? party_of(f.stage, i + 2)
                           : std::nullopt;
    const bool given_on = other && !other->party.iso2.empty() && other->party != taker->party;
    add(i, *taker, given_on ? *other : *payer);
  }
  if (paid && !for_what.empty() && !f.chunk(for_what.front()).definite)
    for (const std::size_t i : for_what) add(i, *paid, *payer);
  for (const std::string_view means : {"in", "with"}) {
    for (const std::size_t i : f.sides.of(means)) add(i, *payer, *taker);
  }
  return out;
}

namespace {

/// "A tank costs Peru $2 million": one of a kind, and none that was bought.
bool costs_in_general(const Filler& f, const std::vector<std::size_t>& goods) {
  if (goods.empty()) return false;
  const Chunk& c = f.chunk(goods.front());
  return !is_plural(c.head) && c.quantity == nullptr && !c.definite;
}

/// Who sells where the words beside the price do not say: whose make the goods are, who gave the buyer some.
void find_seller(const Filler& f, Claim& claim, std::size_t goods) {
  if (claim.target && *claim.target == *claim.actor) claim.target.reset();
  if (!claim.target) {
    const auto maker = seller_of(f, goods);
    if (maker && maker->party != *claim.actor) set_party(claim, &Claim::target, "target", maker);
  }
  if (!claim.target) {
    for (const auto& [giver, taker] : f.stage.memory.pairs) {
      if (taker == *claim.actor && !claim.target) claim.target = giver;
    }
  }
}

}  // namespace

std::vector<Claim> price(Filler& f) {
  // "bought 66 fighters for $8 billion"
  if (f.frame.id == "finance.price-award" || f.frame.id == "finance.price-win") return award(f);
  if (f.frame.id == "finance.price-deal") return worth_of_bargain(f);
  auto buyer = f.party("actor");
  if (!buyer && f.trigger().kind == ChunkKind::phrase) buyer = f.trigger_owner();
  const auto seller = f.party("target");
  std::vector<std::size_t> paid = get(f.roles, "paid");
  const bool for_sum =
      !paid.empty() && (f.chunk(paid.front()).money ||
                        f.stage.grammar.is(WordClass::price, f.chunk(paid.front()).lemma));
  if (const std::size_t deal = bargain_of_clause(f); !for_sum && deal < f.stage.chunks.size())
    paid = {sum_of(f, deal)};
  std::vector<std::size_t> goods = get(f.roles, "goods");
  if (f.frame.id == "finance.price-cost" && paid.empty()) paid = f.sides.of("second");
  if (f.frame.id == "finance.price-cost" && costs_in_general(f, goods))
    return f.refuse("what it costs in general");
  if (f.frame.id == "finance.price-supply") {
    // "supplied the army with drones for $120 million", "supplied drones to the army for …"
    goods = f.sides.of("with").empty() ? f.sides.of("obj") : f.sides.of("with");
  }
  const auto& second = f.sides.of("second");
  if (f.frame.id == "finance.price-sale" && !goods.empty() && !second.empty() &&
      f.stands_for_party(goods.front())) {
    buyer = party_of(f.stage, goods.front());  // "sold Egypt 30 fighters for €4 billion"
    goods = second;
  }
  if (f.frame.id == "finance.price-sale" && buyer && seller && buyer->party == seller->party)
    buyer.reset();  // "sold it six drones for $120 million": "it" is somebody else
  const bool sum =
      !paid.empty() && (f.chunk(paid.front()).money ||
                        (f.stage.grammar.is(WordClass::price, f.chunk(paid.front()).lemma) &&
                         !f.chunk(paid.front()).of.empty()));
  if (!sum || goods.empty() || !buyer) return f.refuse("no price or no buyer");
  const std::string klass = class_of(f.stage.grammar, f.chunk(goods.front()));
  if (klass != "arms" && klass != "goods" && klass != "parts" && klass != "fuel" &&
      klass != "vehicle")
    return f.refuse("no goods");
  Claim claim = f.start("finance");
  claim.item = payment_for(f, goods.front());
  add_span(claim, "item", f.chunk(paid.front()).span);
  set_sum(f, claim, paid.front());
  if (!claim.quantity) return f.refuse("no price");
  // "Each fighter costs Tripoli $2,000 a month": pay
  if (f.frame.id == "finance.price-cost" && !claim.quantity->per.empty())
    return f.refuse("what it costs again and again");
  set_party(claim, &Claim::actor, "actor", buyer);
  set_party(claim, &Claim::target, "target", seller);
  find_seller(f, claim, goods.front());
  return {claim};
}

void describe_money(const Filler& f, Claim& claim) {
  if (!claim.item || claim.item->name != "money") return;
  const auto& in = f.sides.of("in");
  const auto& purpose = f.sides.of("for");
  static constexpr std::string_view kParts[] = {"instalment", "installment", "tranche", "stage",
                                                "phase",      "step",        "part"};
  const bool parts =
      !in.empty() && std::find(std::begin(kParts), std::end(kParts),
                               singular(f.chunk(in.front()).head)) != std::end(kParts);
  if (!in.empty() && !parts && !f.chunk(in.front()).party && !names_place(f, f.chunk(in.front()))) {
    claim.item->name = item_of(f.stage, f.chunk(in.front())).name;
  } else if (!purpose.empty() && !f.chunk(purpose.front()).party &&
             !f.chunk(purpose.front()).pronoun) {
    const Chunk& paid = f.chunk(purpose.front());
    // "for the services of the Wagner Group"
    const bool served = paid.lemma == "service" && (paid.of_party || paid.owner);
    claim.item->name = "payment for " + (served ? paid.head : item_of(f.stage, paid).name);
  }
}

}  // namespace msmt
