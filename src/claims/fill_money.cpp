/// Money paid, earned and stolen: finance and theft.
#include <algorithm>
#include <array>

#include "claims/filler.hpp"

namespace msmt {

std::vector<Claim> Filler::finance() {
  std::optional<Named> actor = party("actor");
  std::optional<Named> target = party("target");
  const auto pair = pair_of();
  if (needs_self()) {
    if (trigger().before.find("arms") != std::string::npos ||
        trigger().before.find("weapon") != std::string::npos) {
      return refuse("of arms, not of money");
    }
    if (const auto owner = trigger_owner(); owner && !actor) actor = owner;
    Claim claim = start("finance");
    claim.item = item_of(stage_, trigger());
    span(claim, "item", trigger().span);
    set_quantity(claim, trigger_);
    if (pair) {
      actor = pair->first;
      target = pair->second;
    }
    if (actor && target && actor->party == target->party) target.reset();
    for (std::size_t k = trigger_ + 1; !target && k + 1 < stage_.chunks.size() && k < trigger_ + 9;
         ++k) {
      // "accounts set up in South Ossetia", "through banks located in the region of South Ossetia"
      if (chunk(k).kind != ChunkKind::word || chunk(k).word != "in") continue;
      if (chunk(k + 1).kind != ChunkKind::phrase) continue;
      target = chunk(k + 1).party ? chunk(k + 1).party : chunk(k + 1).of_party;
    }
    set(claim, &Claim::actor, "actor", actor);
    set(claim, &Claim::target, "target", target);
    const bool qualified =
        !trigger().before.empty() || claim.actor || claim.target || claim.quantity;
    if (!qualified) return refuse("no side");
    if (frame_.id == "finance.account" && !claim.actor && !claim.target) return refuse("no side");
    return {claim};
  }
  std::vector<Claim> out;
  for (const std::size_t i : items()) {
    if (!frame_.takes(class_of(chunk(i)))) {
      why_ = "no money";
      continue;
    }
    Claim claim = one(i, "finance", actor, target, pair);
    describe_money(claim);
    if (!claim.actor && !claim.target) {
      why_ = "no side";
      continue;
    }
    out.push_back(std::move(claim));
  }
  if (items().empty() && frame_.id == "finance.fund" && actor && target) {
    Claim claim = start("finance");
    set(claim, &Claim::actor, "actor", actor);
    set(claim, &Claim::target, "target", target);
    out.push_back(std::move(claim));
  }
  return out;
}

void Filler::describe_money(Claim& claim) const {
  if (!claim.item || claim.item->name != "money") return;
  const auto& in = sides_.of("in");
  const auto& purpose = sides_.of("for");
  if (!in.empty() && !chunk(in.front()).party) {
    claim.item->name = item_of(stage_, chunk(in.front())).name;
  } else if (!purpose.empty() && !chunk(purpose.front()).party && !chunk(purpose.front()).pronoun) {
    claim.item->name = "payment for " + item_of(stage_, chunk(purpose.front())).name;
  }
}

std::vector<Claim> Filler::theft() {
  std::optional<Named> actor = party("actor");
  std::optional<Named> target = party("target");
  if (!target) {
    const auto& robbed = get(roles_, "target");
    if (!robbed.empty() && !chunk(robbed.front()).pronoun) {
      const Chunk& c = chunk(robbed.front());
      Item named = item_of(stage_, c);
      target = Named{{named.name, ""}, c.span};
    }
  }
  if (const auto owner = trigger_owner(); owner && !actor) actor = owner;
  std::vector<Claim> out;
  for (const std::size_t i : items()) {
    const auto& in = sides_.of("in");
    const bool of_money = !in.empty() && class_of(chunk(in.front())) == "money";
    if (!frame_.takes(class_of(chunk(i))) && !of_money) {
      why_ = "nothing that can be stolen";
      continue;
    }
    Claim claim = start("theft");
    set_item(claim, i);
    if (of_money) claim.item = item_of(stage_, chunk(in.front()));
    set(claim, &Claim::actor, "actor", actor);
    set(claim, &Claim::target, "target", target);
    if (!claim.actor && !claim.target && !claim.quantity) continue;
    out.push_back(std::move(claim));
  }
  if (out.empty() && frame_.id == "theft.hack" && actor && target) {
    Claim claim = start("theft");
    set(claim, &Claim::actor, "actor", actor);
    set(claim, &Claim::target, "target", target);
    out.push_back(std::move(claim));
  }
  if (out.empty() && trigger().kind == ChunkKind::phrase && items().empty()) {
    return from_trigger_noun(actor, target, std::nullopt);
  }
  return out;
}

}  // namespace msmt
