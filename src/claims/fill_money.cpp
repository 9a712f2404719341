/// Money paid, earned, owed and laundered: finance.
#include "claims/fill_money.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "claims/clause_words.hpp"
#include "claims/fill_goods.hpp"
#include "claims/fill_people.hpp"
#include "claims/filler.hpp"
#include "claims/scene.hpp"

namespace msmt {

namespace {

/// Who pays or is paid; a firm without a name is called by its noun.
std::optional<Named> payer(const Filler& f, std::string_view role) {
  if (auto named = f.party(role)) return named;
  const auto& list = get(f.roles, role);
  if (list.empty()) return std::nullopt;
  const Chunk& c = f.chunk(list.front());
  // "Each of the Cuban sailors can earn $2,000 a month"
  if (f.frame.id == "finance.earn" && role == "target" && is_people(c.of_class) && c.owner)
    return owner_of(f.stage, list.front());
  if (c.head == "they" || c.head == "them") return owner_of_named_people(f.stage, list.front());
  if (f.frame.id == "finance.earn" && role == "target" && c.item_class == "workers") {
    // "workers sent by Pyongyang earn …", "such workers earn …"
    const std::size_t i = list.front();
    if (i + 3 < f.stage.chunks.size() && f.chunk(i + 1).voice == Voice::participle &&
        f.chunk(i + 2).word == "by") {
      if (auto sender = party_of(f.stage, i + 3)) return sender;
    }
    if (c.definite || c.demonstrative) return owner_of_named_people(f.stage, i);
  }
  if (c.pronoun || c.quantity != nullptr || role != "actor" ||
      (f.frame.id != "finance.pay" && f.frame.id != "finance.earn"))
    return std::nullopt;
  if (!f.stage.grammar.is(WordClass::payer, c.lemma)) return std::nullopt;
  std::string name = item_of(f.stage, c).name;
  if (!name.empty() && name[0] >= 'A' && name[0] <= 'Z' && c.names.empty())
    name[0] = static_cast<char>(name[0] - 'A' + 'a');
  return Named{{name, ""}, c.span};  // "shipping companies pay": nobody better is named
}

/// "spent $200 million on Russian missiles": whose the goods are that somebody else buys.
std::optional<Named> maker_of_bought(const Filler& f, const std::optional<Named>& buyer) {
  // "spent $200 million on Russian air-defence systems"
  const auto& bought = f.sides.of("on");
  if (bought.empty() || class_of(f.stage.grammar, f.chunk(bought.front())) != "arms")
    return std::nullopt;
  const Chunk& c = f.chunk(bought.front());
  auto maker = c.owner_is_adjective ? owner_of(f.stage, bought.front()) : std::nullopt;
  if (maker && (maker->party.iso2.empty() || (buyer && maker->party == buyer->party)))
    maker.reset();
  return maker;
}

/// "signed a contract with Russia and agreed to pay": who is paid for what was agreed.
std::optional<Named> seller(const Filler& f) {
  // "signed a contract with Russia and agreed to pay $5 billion"
  for (std::size_t k = f.at; k > 2; --k) {
    const Chunk& left = f.chunk(k - 1);
    if (left.kind != ChunkKind::phrase || !left.party || f.chunk(k - 2).kind != ChunkKind::word)
      continue;
    if (f.chunk(k - 2).word != "with" && f.chunk(k - 2).word != "from") continue;
    for (std::size_t a = k - 2; a > 0 && a + 4 > k; --a) {
      if (f.chunk(a - 1).item_class == "agreement" || f.chunk(a - 1).item_class == "arms")
        return party_of(f.stage, k - 1);
    }
  }
  return std::nullopt;
}

/// "paid for the services of the Wagner Group": who serves.
std::optional<Named> served_by(const Filler& f) {
  const auto& purpose = get(f.roles, "purpose");
  if (purpose.empty() || f.chunk(purpose.front()).lemma != "service") return std::nullopt;
  const Chunk& service = f.chunk(purpose.front());
  return service.of_party ? service.of_party : owner_of(f.stage, purpose.front());
}

/// "paid $1.75 billion for Iranian drones": whose the goods are that are paid for.
std::optional<Named> maker_of_paid(const Filler& f) {
  const auto& goods = get(f.roles, "purpose");
  if (goods.empty() || !f.chunk(goods.front()).owner_is_adjective) return std::nullopt;
  const std::string klass = class_of(f.stage.grammar, f.chunk(goods.front()));
  const bool sold = klass == "arms" || klass == "parts" || klass == "fuel" || klass == "goods" ||
                    klass == "knowhow";
  auto maker = sold ? owner_of(f.stage, goods.front()) : std::nullopt;
  return maker && !maker->party.iso2.empty() ? maker : std::nullopt;
}

/// "Serbia sold shells to Armenia. Yerevan paid $30 million for them": who gave what is paid for.
std::optional<Named> giver_of_paid(const Filler& f, const std::optional<Named>& payer) {
  const auto& goods = get(f.roles, "purpose");
  const auto& deed = f.stage.memory.deed;
  if (goods.empty() || !deed || !deed->actor || !payer || deed->target != payer->party)
    return std::nullopt;
  const Chunk& c = f.chunk(goods.front());
  const bool goes_back = (c.pronoun && (c.head == "them" || c.head == "it")) ||
                         (c.definite && !c.owner && class_of(f.stage.grammar, c) == "arms");
  return goes_back ? std::optional(Named{*deed->actor, c.span}) : std::nullopt;
}

/// "turned the coins into cash", "exchanged the tokens for dollars": verbs that change money only into money.
bool cashes_in(const Filler& f) {
  const bool loose = f.stage.grammar.is(WordClass::swap, f.trigger().lemma);
  if (!loose) return true;
  for (const std::string_view side : {"into", "for"}) {
    for (const std::size_t i : f.sides.of(side)) {
      if (class_of(f.stage.grammar, f.chunk(i)) == "money") return true;
    }
  }
  return false;
}

/// "a first instalment of $800 million", "an advance": a part of a sum that was agreed on.
bool pays_part(const Filler& f) {
  static constexpr std::string_view kParts[] = {"instalment", "installment", "advance", "deposit",
                                                "tranche"};
  return f.items().size() == 1 && std::find(std::begin(kParts), std::end(kParts),
                                            f.chunk(f.items().front()).lemma) != std::end(kParts);
}

/// Who pays and who is paid, where other words than the sides say; why there is no payment, or "".
std::string_view settle_money_sides(const Filler& f, std::optional<Named>& actor,
                                    std::optional<Named>& target) {
  const bool raised = f.frame.id == "finance.earn" && f.trigger().lemma == "raise" &&
                      !f.sides.of("to").empty() && f.chunk(f.sides.of("to").front()).money;
  if (raised) return "a sum that grows";  // "$14 million, later raised to $31 million"
  const bool launders = f.frame.id == "finance.launder";
  if (launders && !cashes_in(f)) return "not turned into money";
  if (launders && f.at >= 2 && f.chunk(f.at - 2).kind == ChunkKind::verb &&
      f.chunk(f.at - 2).lemma == "help")
    target = std::exchange(actor, std::nullopt);  // "for helping the firm turn coins into cash"
  const bool through = f.sides.has("through") || f.sides.has("via") || f.sides.has("by") ||
                       f.sides.has("in") || f.trigger().voice == Voice::infinitive;
  if (launders && !actor && !target && f.stage.memory.theft && !through &&
      get(f.roles, "actor").empty())
    actor = Named{*f.stage.memory.theft->actor, f.trigger().span};
  if (!target && f.frame.id == "finance.pay" &&
      (f.trigger().lemma == "spend" || f.trigger().lemma == "invest"))
    target = beneficiary(f);
  if (f.frame.id == "finance.pay" && !target && !get(f.roles, "target").empty() &&
      f.stage.grammar.is(WordClass::firm, f.chunk(get(f.roles, "target").front()).lemma))
    target = owner_of(f.stage, get(f.roles, "target").front());  // "to Yemen's central bank"
  if (f.frame.id == "finance.pay" && !target && f.trigger().lemma == "spend")
    target = maker_of_bought(f, actor);
  if (launders && !target && !f.sides.of("on behalf of").empty())
    target = party_of(f.stage, f.sides.of("on behalf of").front());
  if (launders && !target && !get(f.roles, "target").empty())
    target = owner_of(f.stage, get(f.roles, "target").front());  // "for Iran's missile program"
  if (launders && (f.trigger().lemma == "manage" || f.trigger().lemma == "handle")) {
    // "manage funds for the bank": the money of whom it is done for, by a body with a name
    const auto& who = get(f.roles, "actor");
    const bool body =
        actor && actor->party.iso2.empty() && (who.empty() || !f.chunk(who.front()).person);
    const bool sum = !f.items().empty() && f.chunk(f.items().front()).money;
    if (!target && !(body && sum)) return "for nobody";
    if (!body) actor.reset();
  }
  if (!target && f.frame.id == "finance.pay" && f.trigger().lemma == "pay") {
    const auto& purpose = get(f.roles, "purpose");
    if (!purpose.empty() && f.chunk(purpose.front()).party) target = f.party("purpose");
    if (!target) target = served_by(f);
    if (!target) target = seller(f);
    if (!target) target = giver_of_paid(f, actor);
    if (!target) target = maker_of_paid(f);
    if (target && actor && target->party == actor->party) target.reset();
  }
  if (f.frame.id == "finance.come" && f.stage.memory.money && !target) {
    // "Another $30 million came from customs duties": to whom the money before went
    bool more = false;
    for (const std::size_t i : f.items())
      more = more || is_part(f.stage.doc.words(f.chunk(i).span));
    if (!more) return "to nobody";
    const Claim& before = *f.stage.memory.money;
    if (const auto& side = before.target ? before.target : before.actor)
      target = Named{*side, f.trigger().span};
  }
  const bool passive =
      f.trigger().voice == Voice::passive || f.trigger().voice == Voice::participle;
  const auto& agreed = f.stage.memory.money;
  if (!actor && !target && passive && f.trigger().lemma == "pay" && pays_part(f) && agreed &&
      agreed->actor && agreed->target) {
    // "agreed to pay $5 billion … a first instalment was paid": of that sum
    actor = Named{*agreed->actor, f.trigger().span};
    target = Named{*agreed->target, f.trigger().span};
  }
  if (!actor && !target && passive && f.trigger().lemma == "pay" && f.stage.memory.deed &&
      f.stage.memory.deed->actor && f.stage.memory.deed->target) {
    // "a first instalment was paid": money goes against the goods
    actor = Named{*f.stage.memory.deed->target, f.trigger().span};
    target = Named{*f.stage.memory.deed->actor, f.trigger().span};
  }
  const auto& source = f.sides.of("from");
  if (f.frame.id == "finance.earn" && !actor && !source.empty() && !f.sides.of("to").empty() &&
      f.chunk(source.front()).item_class == "deed")
    actor =
        party_of(f.stage, f.sides.of("to").front());  // "earned … from the sale of shells to Mali"
  // "Iran's export of drones to Syria earned the regime $40 million": who takes them pays
  const auto& by = f.sides.of("subj");
  if (f.frame.id == "finance.earn" && by.size() == 1 && f.chunk(by.front()).item_class == "deed" &&
      f.trigger().voice == Voice::active) {
    const auto seller = owner_of(f.stage, by.front());
    for (std::size_t k = by.front() + 1; seller && k + 1 < f.at; ++k) {
      if (!is_word(f.chunk(k), "to") || !f.chunk(k + 1).country_head) continue;
      actor = f.chunk(k + 1).party;
      target = seller;
    }
  }
  if (f.frame.id == "finance.earn" && actor && target && actor->party == target->party)
    actor.reset();  // "Eritrea collects money from its citizens"
  if (auto holder = holder_of_account(f)) target = holder;
  if (f.frame.id == "finance.earn" && !target) target = earned_for(f);
  if (f.frame.id == "finance.yield" && !target) return "to nobody";
  if (!target && f.frame.id == "finance.fund" && !get(f.roles, "target").empty() &&
      !f.chunk(get(f.roles, "target").back()).owner)
    target = place_of_phrase(f.stage, get(f.roles, "target").back());  // "funded the port in Haifa"
  if (actor && target && actor->party == target->party && f.frame.id == "finance.fund")
    target.reset();
  return {};
}

/// "3.4 million leva, about $1.9 million, for the shells", "1.7 billion rials, or $33,000": whether the sum
/// at chunk i says once more, in another currency, what stands before it.
bool same_sum_again(const Filler& f, std::size_t i) {
  if (i < 2 || i == f.items().front()) return false;
  if (is_word(f.chunk(i - 1), "or")) return true;
  const Chunk& first = f.chunk(i - 2);
  const Chunk& again = f.chunk(i);
  return is_word(f.chunk(i - 1), ",") && first.money && again.money && again.of.empty() &&
         std::get<Quantity>(first.quantity->value).unit !=
             std::get<Quantity>(again.quantity->value).unit;
}

/// "Chad bought six jets from Spain. It paid $40 million for the package": who gave the goods that are paid for.
std::optional<Named> seller_told(const Filler& f, const std::optional<Named>& payer) {
  const auto& goods = f.sides.of("for");
  if (f.frame.id != "finance.pay" || f.trigger().lemma != "pay" || !payer ||
      payer->party.iso2.empty() || f.items().empty())
    return std::nullopt;
  // "Chad will pay $40 million": for what it gets
  const Chunk& paid = f.chunk(goods.empty() ? f.items().front() : goods.front());
  if (goods.empty() ? paid.quantity == nullptr
                    : !paid.definite && !paid.demonstrative && !paid.pronoun)
    return std::nullopt;
  const auto said = f.stage.memory.recent();
  const auto deed = std::find_if(said.rbegin(), said.rend(), [&](const Claim& claim) {
    return (claim.type == "transfer" || claim.type == "technology") && claim.actor &&
           claim.target == payer->party && f.stage.told_just_before(claim);
  });
  return deed == said.rend() ? std::nullopt : std::optional(Named{*deed->actor, paid.span});
}

std::vector<Claim> money_claims(Filler& f, const std::optional<Named>& actor,
                                const std::optional<Named>& known) {
  const auto pair = pair_of(f);
  const std::optional<Named> target = known || pair ? known : seller_told(f, actor);
  const bool launders = f.frame.id == "finance.launder";
  std::vector<Claim> out;
  for (const std::size_t i : f.items()) {
    if (same_sum_again(f, i)) continue;
    if (!f.frame.takes(class_of(f.stage.grammar, f.chunk(i)))) {
      f.why = "no money";
      continue;
    }
    Claim claim = one(f, i, "finance", actor, target, pair);
    if (f.frame.id == "finance.earn" && claim.actor && claim.target && !actor) claim.actor.reset();
    if (f.frame.id == "finance.earn" && claim.part && !claim.target && f.stage.memory.money)
      claim.target = f.stage.memory.money->target
                         ? f.stage.memory.money->target
                         : f.stage.memory.money->actor;  // "another $11 billion was earned"
    describe_money(f, claim);
    const bool whoever = f.sides.construction == "relative";  // "people who launder stolen funds"
    const bool laundered = launders && !target && !whoever && f.trigger().lemma != "manage" &&
                           (f.chunk(i).definite || claim.quantity || !claim.item->name.empty());
    if (!claim.actor && !claim.target && !laundered) {
      f.why = "no side";
      continue;
    }
    out.push_back(std::move(claim));
  }
  if (f.items().empty() && f.frame.id == "finance.fund" && actor && target) {
    Claim claim = f.start("finance");
    set_party(claim, &Claim::actor, "actor", actor);
    set_party(claim, &Claim::target, "target", target);
    out.push_back(std::move(claim));
  }
  for (Claim& claim : paid_goods(f, actor, target)) out.push_back(std::move(claim));
  return out;
}

}  // namespace

std::optional<Named> beneficiary(const Filler& f) {
  for (const std::string_view side : {"for", "of", "on"}) {
    for (const std::size_t i : f.sides.of(side)) {
      if (auto named = party_of(f.stage, i); named && !named->party.iso2.empty()) return named;
      if (side != "for") continue;
      // "for the training of Ukrainian forces", "for Kenya's police"
      if (auto owner = owner_of(f.stage, i); owner && !owner->party.iso2.empty()) return owner;
      if (f.chunk(i).of_party && !f.chunk(i).of_party->party.iso2.empty())
        return f.chunk(i).of_party;
      if (i + 2 < f.stage.chunks.size() &&
          (f.chunk(i + 1).word == "of" || f.chunk(i + 1).word == "to" ||
           f.chunk(i + 1).word == "for")) {
        auto of = party_of(f.stage, i + 2);
        if (of && !of->party.iso2.empty()) return of;
      }
    }
  }
  // "set aside $2 million to buy arms for Chad"
  for (std::size_t k = f.at + 1; k + 3 < f.stage.chunks.size() && !is_finite(f.chunk(k)); ++k) {
    if (f.chunk(k).voice != Voice::infinitive ||
        !f.stage.grammar.is(WordClass::spend, f.chunk(k).lemma) || !is_word(f.chunk(k + 2), "for"))
      continue;
    auto whom = party_of(f.stage, k + 3);
    if (whom && !whom->party.iso2.empty()) return whom;
  }
  // "to meet the urgent needs of Chad", "to cover Chad's needs"
  for (std::size_t k = f.at + 1; k + 1 < f.stage.chunks.size(); ++k) {
    if (is_finite(f.chunk(k))) break;
    const Chunk& need = f.chunk(k + 1);
    if (f.chunk(k).voice != Voice::infinitive || need.kind != ChunkKind::phrase ||
        !f.stage.grammar.is(WordClass::demand, need.lemma))
      continue;
    auto whose = need.of_party ? need.of_party : owner_of(f.stage, k + 1);
    if (whose && !whose->party.iso2.empty()) return whose;
  }
  return std::nullopt;
}

void side_of_money(const Filler& f, Claim& claim) {
  const bool noun = f.trigger().kind != ChunkKind::verb;
  const std::string verb = f.trigger().particle.empty()
                               ? f.trigger().lemma
                               : f.trigger().lemma + " " + f.trigger().particle;
  const bool allocates = !noun && (f.stage.grammar.is(WordClass::allocate, f.trigger().lemma) ||
                                   f.stage.grammar.is(WordClass::allocate, verb));
  if (!allocates || claim.type != "finance") return;
  // "released $9 million in frozen Syrian assets": to whom they belong
  if (!claim.target && (verb == "release" || verb == "unfreeze") && !f.items().empty()) {
    const std::size_t in = f.items().front() + 2;
    const bool assets = is_word(f.chunk(in - 1), "in") && f.chunk(in).lemma == "asset";
    const auto owner = owner_of(f.stage, assets ? in : f.items().front());
    if (owner && owner->party != claim.actor && !owner->party.iso2.empty())
      set_party(claim, &Claim::target, "target", owner);
  }
  if (!claim.target) set_party(claim, &Claim::target, "target", beneficiary(f));
  if (!claim.actor) {
    // "was released by the Bundestag's budget committee"
    for (const std::size_t i : get(f.roles, "actor")) {
      for (const Mention* name : f.chunk(i).names) {
        const auto* body = std::get_if<Organization>(&name->value);
        if (body != nullptr && body->kind == "government body" && !body->country.empty())
          set_party(claim, &Claim::actor, "actor",
                    Named{f.stage.grammar.country(body->country), name->span});
      }
    }
  }
  if (claim.target && claim.actor && *claim.target == *claim.actor) claim.target.reset();
  // an article about what one state gives another leaves a side out
  if (f.stage.memory.pairs.empty()) return;
  // "Sweden presented a package worth 16 billion crowns", where all that was told goes to one state
  const Party& sole = f.stage.memory.pairs.front().second;
  const bool one_taker = std::all_of(f.stage.memory.pairs.begin(), f.stage.memory.pairs.end(),
                                     [&](const auto& pair) { return pair.second == sole; });
  if (claim.actor && !claim.target && claim.quantity && one_taker && !sole.iso2.empty() &&
      *claim.actor != sole && !claim.actor->iso2.empty())
    claim.target = sole;
  for (const auto& [giver, taker] : f.stage.memory.pairs) {
    if (taker.iso2.empty() || giver.iso2.empty()) continue;
    if (claim.actor && !claim.target && *claim.actor == giver) claim.target = taker;
    if (claim.target && !claim.actor && *claim.target == taker) claim.actor = giver;
  }
}

namespace {

/// "Some $20 million went to the Taliban": a sum, to somebody who is named.
bool sum_goes(const Filler& f) {
  const auto& to = f.sides.of("to");
  return !f.items().empty() && f.chunk(f.items().front()).money && !to.empty() &&
         f.chunk(to.front()).party && !f.chunk(to.front()).person;
}

/// "A package worth 450 million pounds is being paid for by London": who pays for what the subject names.
std::optional<Claim> paid_for_by(const Filler& f) {
  const auto& goods = f.sides.of("subj");
  if (f.frame.id != "finance.pay" || f.trigger().voice != Voice::passive || goods.empty() ||
      !is_word(f.chunk(f.at + 1), "for") || !is_word(f.chunk(f.at + 2), "by"))
    return std::nullopt;
  const auto payer = party_of(f.stage, f.at + 3);
  const std::string klass = class_of(f.stage.grammar, f.chunk(goods.front()));
  if (!payer || klass.empty() || is_people(klass)) return std::nullopt;
  Claim claim = f.start("finance");
  claim.item = item_of(f.stage, f.chunk(goods.front()));
  const bool sum = f.chunk(goods.front()).money && f.chunk(goods.front()).item_class.empty();
  claim.item->name = sum ? "money" : "payment for " + claim.item->name;
  claim.item->category = "money";
  add_span(claim, "item", f.chunk(goods.front()).span);
  for (std::size_t k = goods.front(); k < f.at && !claim.quantity; ++k) {
    if (f.chunk(k).money) f.set_quantity(claim, k);
  }
  set_party(claim, &Claim::actor, "actor", payer);
  return claim;
}

}  // namespace

std::vector<Claim> finance(Filler& f) {
  if (auto paid = paid_for_by(f)) return {*paid};
  if (f.frame.id == "finance.price-deal") return price(f);
  if (f.needs_self()) return accounts(f);
  if (f.frame.id == "finance.earn" && earns_wages(f)) return f.refuse("wages of people who work");
  if (f.frame.id == "finance.fund" || (f.frame.id == "finance.pay" && f.trigger().lemma == "pay")) {
    if (auto funded = funds_program(f); !funded.empty()) return funded;
    if (f.trigger().lemma == "support" || f.trigger().lemma == "sustain")
      return f.refuse("no money that supports");
  }
  if (f.frame.id == "finance.use") return use_of_money(f);
  if (f.frame.id == "finance.pass" || f.frame.id == "finance.move") return moved_money(f);
  if (f.frame.id == "finance.budget") return budget_raised(f);
  if (f.frame.id == "finance.keep") return kept_pay(f);
  if (f.frame.id == "finance.come" && f.trigger().lemma == "go" && !sum_goes(f))
    return pay_that_goes(f);
  if (f.frame.id.starts_with("finance.price")) return price(f);
  std::optional<Named> actor = payer(f, "actor");
  std::optional<Named> target = payer(f, "target");
  if (const auto why = settle_money_sides(f, actor, target); !why.empty()) return f.refuse(why);
  std::vector<Claim> claims = money_claims(f, actor, target);
  if (f.frame.id == "finance.earn") {
    for (Claim& claim : claims) earner_acts(f, claim);
  }
  return claims;
}

std::optional<Named> holder_of_account(const Filler& f) {
  const auto& to = f.sides.of("to");
  if (to.empty()) return std::nullopt;
  const std::size_t i = to.front();
  const std::string klass = class_of(f.stage.grammar, f.chunk(i));
  if (klass != "account" && klass != "money") return std::nullopt;
  // "to the army's account", "to accounts held by Hezbollah"
  if (auto owner = owner_of(f.stage, i)) return owner;
  const bool held = i + 3 < f.stage.chunks.size() && f.chunk(i + 1).kind == ChunkKind::verb &&
                    f.chunk(i + 1).voice == Voice::participle && is_word(f.chunk(i + 2), "by");
  return held ? party_of(f.stage, i + 3) : std::nullopt;
}

}  // namespace msmt
