/// Where money goes that was earned or stolen: to a state, and into its programmes.
#include <algorithm>
#include <array>

#include "claims/filler.hpp"

namespace msmt {

std::vector<Claim> Filler::funds_program() {
  const auto& money = get(roles_, "actor");
  const auto& funded = trigger().lemma == "pay" ? sides_.of("for") : get(roles_, "target");
  if (money.empty() || class_of(stage_.grammar, chunk(money.front())) != "money") return {};
  std::optional<Named> owner;
  for (const std::size_t i : funded) {
    owner = owner_of(stage_, i);
    if (!owner && chunk(i).of_party) owner = chunk(i).of_party;
    if (owner) break;
  }
  // whose the money is, if nothing says whose the programme is
  if (!owner || owner->party.iso2.empty()) owner = owner_of(stage_, money.front());
  if ((!owner || owner->party.iso2.empty()) && stage_.memory.theft)
    owner = Named{*stage_.memory.theft->actor, chunk(money.front()).span};
  if ((!owner || owner->party.iso2.empty()) && stage_.memory.money) {
    const auto& side =
        stage_.memory.money->target ? stage_.memory.money->target : stage_.memory.money->actor;
    if (side) owner = Named{*side, chunk(money.front()).span};
  }
  if (!owner || owner->party.name.empty()) return refuse("nobody's programme");
  Claim claim = start("finance");
  claim.item = item_of(stage_, chunk(money.front()));
  span(claim, "item", chunk(money.front()).span);
  set_quantity(claim, money.front());
  for (const std::size_t i : funded) {
    // "pay for around 40 percent of its weapons programme"
    if (claim.quantity || chunk(i).quantity == nullptr) continue;
    const auto& share = std::get<Quantity>(chunk(i).quantity->value);
    if (share.unit != "percent") continue;
    claim.quantity = share;
    span(claim, "quantity", chunk(i).quantity->span);
  }
  set(claim, &Claim::target, "target", owner);
  return {claim};
}

std::vector<Claim> Filler::kept_pay() {
  const auto& pay = items();
  if (pay.empty() || class_of(stage_.grammar, chunk(pay.front())) != "money")
    return refuse("no pay");
  const Chunk& c = chunk(pay.front());
  const std::string words = fold(stage_.doc.text(c.span));
  static constexpr std::array<std::string_view, 5> kPay = {"wage", "salar", "pay", "earning",
                                                           "income"};
  const bool wages = std::any_of(kPay.begin(), kPay.end(), [&](std::string_view word) {
    return words.find(word) != std::string::npos;
  });
  const bool share = c.quantity != nullptr || words.starts_with("most of") ||
                     words.starts_with("part of") || words.starts_with("the bulk of");
  if (!wages || !share) return refuse("no share of pay");
  auto state = party("target");
  if (!state && !get(roles_, "target").empty() &&
      stage_.grammar.is(WordClass::state, chunk(get(roles_, "target").front()).lemma))
    state = owner_of_named_people(stage_, trigger_);
  if (!state || state->party.iso2.empty()) return refuse("by no state");
  Claim claim = start("finance");
  claim.item = item_of(stage_, c);
  span(claim, "item", c.span);
  if (c.quantity != nullptr) {
    claim.quantity = std::get<Quantity>(c.quantity->value);
    span(claim, "quantity", c.quantity->span);
  }
  set(claim, &Claim::target, "target", state);
  return {claim};
}

std::vector<Claim> Filler::use_of_money() {
  const auto& money = items();
  const auto actor = party("actor");
  if (money.empty() || !actor || class_of(stage_.grammar, chunk(money.front())) != "money")
    return refuse("no money of anybody");
  bool pays = false;
  for (std::size_t k = money.front() + 1; k < stage_.chunks.size() && k < money.front() + 4; ++k) {
    const Chunk& c = chunk(k);
    pays = pays || (c.kind == ChunkKind::verb && c.voice == Voice::infinitive &&
                    stage_.grammar.is(WordClass::spend, c.lemma));
  }
  if (!pays) return refuse("used, but to pay for nothing");
  Claim claim = start("finance");
  claim.item = item_of(stage_, chunk(money.front()));
  span(claim, "item", chunk(money.front()).span);
  set_quantity(claim, money.front());
  set(claim, &Claim::actor, "actor", actor);
  return {claim};
}

std::vector<Claim> Filler::pay_that_goes() {
  if (sides_.of("to").empty()) return refuse("to nobody");
  // "Most of what the men earn goes to the state"
  const std::size_t none = stage_.chunks.size();
  std::size_t what = none;
  bool earns = false;
  for (std::size_t k = trigger_; k > 0 && what == none; --k) {
    const Chunk& c = chunk(k - 1);
    if (c.kind == ChunkKind::phrase && c.head == "what") what = k - 1;
    if (c.kind == ChunkKind::verb) earns = earns || c.lemma == "earn" || c.lemma == "make";
    if (is_word(c, ";") || is_word(c, "while")) break;
  }
  const auto& pay = items();
  const bool wages = !pay.empty() && class_of(stage_.grammar, chunk(pay.front())) == "money";
  const bool of_what = earns && what < none;
  if (!wages && !of_what) return refuse("no pay");
  const std::size_t to = sides_.of("to").front();
  auto target = party_of(stage_, to);
  const bool state = stage_.grammar.is(WordClass::state, chunk(to).lemma) ||
                     chunk(to).lemma == "programme" || chunk(to).lemma == "program";
  if (!target || target->party.iso2.empty()) target = owner_of(stage_, to);
  if (state && !chunk(to).party && !chunk(to).owner) {
    // "the state" is that of the workers, whoever was subject last
    if (const auto people = owner_of_named_people(stage_, trigger_))
      target = Named{people->party, chunk(to).span};
  }
  if (!target || target->party.iso2.empty()) return refuse("to no state");
  Claim claim = start("finance");
  const std::size_t part = !of_what ? pay.front() : what >= 2 ? what - 2 : what;
  if (of_what) {
    claim.item = Item{"earnings", "money", "", stage_.grammar.path("money")};
    span(claim, "item", chunk(what).span);
  } else {
    claim.item = item_of(stage_, chunk(part));
    span(claim, "item", chunk(part).span);
  }
  if (chunk(part).quantity != nullptr) {
    claim.quantity = std::get<Quantity>(chunk(part).quantity->value);
    span(claim, "quantity", chunk(part).quantity->span);
  }
  set(claim, &Claim::target, "target", target);
  return {claim};
}

}  // namespace msmt
