/// Where money goes that was earned or stolen: to a state, and into its programmes.
#include <algorithm>
#include <array>
#include <utility>

#include "claims/fill_money.hpp"
#include "claims/filler.hpp"

namespace msmt {

std::vector<Claim> funds_program(Filler& f) {
  const auto& money = get(f.roles, "actor");
  const auto& funded = f.trigger().lemma == "pay" ? f.sides.of("for") : get(f.roles, "target");
  if (money.empty() || class_of(f.stage.grammar, f.chunk(money.front())) != "money") return {};
  std::optional<Named> owner;
  for (const std::size_t i : funded) {
    owner = owner_of(f.stage, i);
    if (!owner && f.chunk(i).of_party) owner = f.chunk(i).of_party;
    if (owner) break;
  }
  // whose the money is, if nothing says whose the programme is
  if (!owner || owner->party.iso2.empty()) owner = owner_of(f.stage, money.front());
  if ((!owner || owner->party.iso2.empty()) && f.stage.memory.theft)
    owner = Named{*f.stage.memory.theft->actor, f.chunk(money.front()).span};
  if ((!owner || owner->party.iso2.empty()) && f.stage.memory.money) {
    const auto& side =
        f.stage.memory.money->target ? f.stage.memory.money->target : f.stage.memory.money->actor;
    if (side) owner = Named{*side, f.chunk(money.front()).span};
  }
  if (!owner || owner->party.name.empty()) return f.refuse("nobody's programme");
  Claim claim = f.start("finance");
  claim.item = item_of(f.stage, f.chunk(money.front()));
  add_span(claim, "item", f.chunk(money.front()).span);
  f.set_quantity(claim, money.front());
  for (const std::size_t i : funded) {
    // "pay for around 40 percent of its weapons programme"
    if (claim.quantity || f.chunk(i).quantity == nullptr) continue;
    const auto& share = std::get<Quantity>(f.chunk(i).quantity->value);
    if (share.unit != "percent") continue;
    claim.quantity = share;
    add_span(claim, "quantity", f.chunk(i).quantity->span);
  }
  set_party(claim, &Claim::target, "target", owner);
  return {claim};
}

std::optional<Named> earned_for(const Filler& f) {
  const auto& whom = f.sides.of("for");
  if (whom.empty() || f.items().empty() || !f.chunk(f.items().front()).money) return std::nullopt;
  if (auto named = party_of(f.stage, whom.front())) return named;
  return owner_of(f.stage, whom.front());
}

void earner_acts(const Filler& f, Claim& claim) {
  if (claim.actor || !claim.target) return;
  if (const auto whom = earned_for(f)) {
    // "Cuban doctors earned $4 million for Havana": Havana takes it from nobody who is named
    if (whom->party != *claim.target) claim.actor = std::exchange(claim.target, whom->party);
    return;
  }
  claim.actor = std::exchange(claim.target, std::nullopt);
  for (auto& [name, bytes] : claim.evidence.spans) {
    if (name == "target") name = "actor";
  }
}

std::vector<Claim> kept_pay(Filler& f) {
  const auto& pay = f.items();
  if (pay.empty() || class_of(f.stage.grammar, f.chunk(pay.front())) != "money")
    return f.refuse("no pay");
  const Chunk& c = f.chunk(pay.front());
  const std::string words = fold(f.stage.doc.words(c.span));
  static constexpr std::array<std::string_view, 5> kPay = {"wage", "salar", "pay", "earning",
                                                           "income"};
  const bool wages = std::any_of(kPay.begin(), kPay.end(), [&](std::string_view word) {
    return words.find(word) != std::string::npos;
  });
  const bool share = c.quantity != nullptr || words.starts_with("most of") ||
                     words.starts_with("part of") || words.starts_with("the bulk of");
  if (!wages || !share) return f.refuse("no share of pay");
  auto state = f.party("target");
  if (!state && !get(f.roles, "target").empty() &&
      f.stage.grammar.is(WordClass::state, f.chunk(get(f.roles, "target").front()).lemma))
    state = owner_of_named_people(f.stage, f.at);
  if (!state || state->party.iso2.empty()) return f.refuse("by no state");
  Claim claim = f.start("finance");
  claim.item = item_of(f.stage, c);
  add_span(claim, "item", c.span);
  if (c.quantity != nullptr) {
    claim.quantity = std::get<Quantity>(c.quantity->value);
    add_span(claim, "quantity", c.quantity->span);
  }
  set_party(claim, &Claim::target, "target", state);
  return {claim};
}

std::vector<Claim> moved_money(Filler& f) {
  const auto actor = f.party("actor");
  auto target = f.party("target");
  if (!target && !get(f.roles, "target").empty())
    target = owner_of(f.stage, get(f.roles, "target").front());  // "for Togolese buyers"
  const auto& money = f.items();
  if (money.empty() || class_of(f.stage.grammar, f.chunk(money.front())) != "money")
    return f.refuse("no money");
  if (!actor || !actor->party.iso2.empty()) return f.refuse("by no body");
  if (f.frame.id == "finance.pass" ? !f.chunk(money.front()).money : !target)
    return f.refuse("no sum, or for nobody");
  Claim claim = f.start("finance");
  f.set_item(claim, money.front());
  set_party(claim, &Claim::actor, "actor", actor);
  if (!target || target->party != actor->party) set_party(claim, &Claim::target, "target", target);
  return {claim};
}

std::vector<Claim> budget_raised(Filler& f) {
  const auto& budget = get(f.roles, "budget");
  const auto actor = f.party("actor");
  if (budget.empty() || f.items().empty() || !f.chunk(f.items().front()).money || !actor ||
      actor->party.iso2.empty())
    return f.refuse("no budget of a state, to a sum");
  const Chunk& c = f.chunk(budget.front());
  static constexpr std::array<std::string_view, 4> kFor = {"defence", "defense", "military",
                                                           "arms"};
  const bool for_arms = std::any_of(kFor.begin(), kFor.end(), [&](std::string_view word) {
    return (" " + c.before + " ").find(" " + std::string(word) + " ") != std::string::npos;
  });
  if (!f.stage.grammar.is(WordClass::budget, c.lemma) || !for_arms)
    return f.refuse("no budget for arms");
  Claim claim = f.start("finance");
  claim.item = item_of(f.stage, c);
  claim.item->category = "money";
  add_span(claim, "item", c.span);
  f.set_quantity(claim, f.items().front());
  set_party(claim, &Claim::actor, "actor", actor);
  return {claim};
}

std::vector<Claim> use_of_money(Filler& f) {
  const auto& money = f.items();
  const auto actor = f.party("actor");
  if (money.empty() || !actor || class_of(f.stage.grammar, f.chunk(money.front())) != "money")
    return f.refuse("no money of anybody");
  bool pays = false;
  for (std::size_t k = money.front() + 1; k < f.stage.chunks.size() && k < money.front() + 4; ++k) {
    const Chunk& c = f.chunk(k);
    pays = pays || (c.kind == ChunkKind::verb && c.voice == Voice::infinitive &&
                    f.stage.grammar.is(WordClass::spend, c.lemma));
  }
  if (!pays) return f.refuse("used, but to pay for nothing");
  Claim claim = f.start("finance");
  claim.item = item_of(f.stage, f.chunk(money.front()));
  add_span(claim, "item", f.chunk(money.front()).span);
  f.set_quantity(claim, money.front());
  set_party(claim, &Claim::actor, "actor", actor);
  return {claim};
}

std::vector<Claim> pay_that_goes(Filler& f) {
  if (f.sides.of("to").empty()) return f.refuse("to nobody");
  // "Most of what the men earn goes to the state"
  const std::size_t none = f.stage.chunks.size();
  std::size_t what = none;
  bool earns = false;
  for (std::size_t k = f.at; k > 0 && what == none; --k) {
    const Chunk& c = f.chunk(k - 1);
    if (c.kind == ChunkKind::phrase && c.head == "what") what = k - 1;
    if (c.kind == ChunkKind::verb) earns = earns || c.lemma == "earn" || c.lemma == "make";
    if (is_word(c, ";") || is_word(c, "while")) break;
  }
  const auto& pay = f.items();
  const bool wages = !pay.empty() && class_of(f.stage.grammar, f.chunk(pay.front())) == "money";
  const bool of_what = earns && what < none;
  if (!wages && !of_what) return f.refuse("no pay");
  const std::size_t to = f.sides.of("to").front();
  auto target = party_of(f.stage, to);
  const bool state = f.stage.grammar.is(WordClass::state, f.chunk(to).lemma) ||
                     f.chunk(to).lemma == "programme" || f.chunk(to).lemma == "program";
  if (!target || target->party.iso2.empty()) target = owner_of(f.stage, to);
  if (state && !f.chunk(to).party && !f.chunk(to).owner) {
    // "the state" is that of the workers, whoever was subject last
    if (const auto people = owner_of_named_people(f.stage, f.at))
      target = Named{people->party, f.chunk(to).span};
  }
  if (!target || target->party.iso2.empty()) return f.refuse("to no state");
  Claim claim = f.start("finance");
  const std::size_t part = !of_what ? pay.front() : what >= 2 ? what - 2 : what;
  if (of_what) {
    claim.item = Item{"earnings", "money", "", f.stage.grammar.path("money")};
    add_span(claim, "item", f.chunk(what).span);
  } else {
    claim.item = item_of(f.stage, f.chunk(part));
    add_span(claim, "item", f.chunk(part).span);
  }
  if (f.chunk(part).quantity != nullptr) {
    claim.quantity = std::get<Quantity>(f.chunk(part).quantity->value);
    add_span(claim, "quantity", f.chunk(part).quantity->span);
  }
  set_party(claim, &Claim::target, "target", target);
  return {claim};
}

}  // namespace msmt
