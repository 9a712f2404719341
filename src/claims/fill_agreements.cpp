/// Agreements: signed, held, agreed and ordered, with the two sides of each.
#include <algorithm>

#include "claims/filler.hpp"

namespace msmt {

void Filler::with_which(std::vector<Named>& sides) const {
  // "the government in Tripoli, with which Ankara had signed an agreement"
  for (std::size_t k = 1; k < trigger_; ++k) {
    if (chunk(k).kind != ChunkKind::word || (chunk(k).word != "which" && chunk(k).word != "whom") ||
        chunk(k - 1).word != "with")
      continue;
    for (std::size_t left = k - 1; left > 0; --left) {
      if (chunk(left - 1).kind == ChunkKind::word) {
        if (chunk(left - 1).word != "," && chunk(left - 1).word != "in") return;
        continue;
      }
      if (chunk(left - 1).kind != ChunkKind::phrase) return;
      const auto named = party_of(stage_, left - 1);
      if (named && (sides.empty() || named->party != sides.front().party)) sides.push_back(*named);
      if (named) return;
    }
  }
}

void Filler::Pact::add(const Named& named) {
  const bool known = std::any_of(sides.begin(), sides.end(),
                                 [&](const Named& side) { return side.party == named.party; });
  if (!known) sides.push_back(named);
}

void Filler::add_partners(Pact& pact, std::size_t i) const {
  const Chunk& c = chunk(i);
  if (c.person && c.party) pact.persons.push_back(c.party->party.name);
  for (const Named& named : parties_of(stage_, i)) pact.add(named);
}

Filler::Pact Filler::signatories() const {
  Pact out;
  for (const std::string_view role : {"pair", "actor", "target"}) {
    for (const std::size_t i : get(roles_, role)) add_partners(out, i);
  }
  if (const auto owner = trigger_owner(); owner && out.sides.size() < 2) out.add(*owner);
  const auto& with = get(roles_, "target");
  if (out.sides.size() < 2 && !with.empty()) {
    if (const auto owner = owner_of(stage_, with.front())) out.add(*owner);
  }
  return out;
}

std::vector<Claim> Filler::orders(const Pact& pact) {
  std::vector<Claim> out;
  for (const std::size_t i : items()) {
    if (!frame_.takes(class_of(stage_.grammar, chunk(i)))) continue;
    Claim claim = start("agreement");
    set_item(claim, i);
    if (!pact.sides.empty() && !get(roles_, "actor").empty())
      set(claim, &Claim::actor, "actor", party("actor"));
    set(claim, &Claim::target, "target", party("target"));
    if (claim.actor || claim.target) out.push_back(std::move(claim));
  }
  return out;
}

void Filler::add_partners_behind(Pact& pact, std::size_t paper) const {
  for (std::size_t k = paper + 1; k + 1 < stage_.chunks.size() && k < paper + 8; ++k) {
    if (!is_word(chunk(k), "between") && !is_word(chunk(k), "with")) continue;
    for (std::size_t m = k + 1; m < stage_.chunks.size() && m < k + 4; ++m) {
      if (is_word(chunk(m), "and")) continue;
      if (chunk(m).kind != ChunkKind::phrase) return;
      add_partners(pact, m);
    }
    return;
  }
}

void Filler::name_agreed(Claim& claim, const std::vector<std::size_t>& list) const {
  const bool of_list =
      !list.empty() &&
      (!needs_self() || class_of(stage_.grammar, chunk(list.front())) == "agreement");
  if (!of_list && !needs_self()) {
    claim.item = Item{"meeting", "meeting", "", "meeting"};
    span(claim, "item", trigger().head_span);
    return;
  }
  const Chunk& agreed = of_list ? chunk(list.front()) : trigger();
  claim.item = item_of(stage_, agreed);
  span(claim, "item", agreed.span);
  const auto& goods = sides_.of("for");
  if (needs_self() || class_of(stage_.grammar, agreed) != "agreement" || goods.empty()) return;
  // "a contract for five S-400 systems"
  const std::string klass = class_of(stage_.grammar, chunk(goods.front()));
  if (klass != "arms" && klass != "goods" && klass != "fuel" && klass != "parts" &&
      klass != "aid" && klass != "vehicle")
    return;
  const Item bought = item_of(stage_, chunk(goods.front()));
  set_quantity(claim, goods.front());
  claim.item->name += " for " + bought.name;
  claim.item->weapon = bought.weapon;
  claim.item->category = bought.category;
  claim.item->key += "-" + bought.key;
}

std::vector<Claim> Filler::agreement() {
  Pact pact = signatories();
  std::vector<Named>& sides = pact.sides;
  if (frame_.id == "agree.order") return orders(pact);
  std::vector<std::size_t> list = items();
  if (frame_.id == "agree.sign" || frame_.id == "agree.hold" || frame_.id == "agree.agree") {
    const bool paper = trigger().lemma == "sign" && sides.size() >= 2;  // "signed a statement"
    std::erase_if(list, [&](std::size_t i) {
      const std::string klass = class_of(stage_.grammar, chunk(i));
      return !frame_.takes(klass) && !(paper && klass == "document");
    });
    if (list.empty()) return refuse("nothing agreed or held");
    for (const std::size_t i : list) add_partners_behind(pact, i);
  }
  if (frame_.id == "agree.deepen") {
    const auto& chain = trigger().chain;
    const bool agreed = std::any_of(chain.begin(), chain.end(), [](const std::string& verb) {
      return verb == "agree" || verb == "pledge" || verb == "vow";
    });
    std::erase_if(list,
                  [&](std::size_t i) { return !frame_.takes(class_of(stage_.grammar, chunk(i))); });
    if (!agreed || list.empty()) return refuse("nothing agreed");
  }
  if (sides.size() < 2) with_which(sides);
  const auto& partners = get(roles_, "target");
  const bool many =
      sides.size() == 1 && !partners.empty() && !list.empty() &&
      chunk(partners.front()).quantity != nullptr &&
      (chunk(partners.front()).lemma == "country" || chunk(partners.front()).lemma == "state");
  if (many) {
    // "signed export contracts with 16 countries"
    Claim claim = start("agreement");
    claim.item = item_of(stage_, chunk(list.front()));
    span(claim, "item", chunk(list.front()).span);
    set_quantity(claim, partners.front());
    set(claim, &Claim::actor, "actor", sides.front());
    return {claim};
  }
  if (sides.empty() && stage_.memory.agreement && !list.empty() && chunk(list.front()).definite &&
      trigger().kind == ChunkKind::verb && trigger().voice != Voice::active) {
    // "The treaty was signed last June": between those who were said to agree
    for (const auto& party : {stage_.memory.agreement->actor, stage_.memory.agreement->target})
      if (party) pact.add(Named{*party, chunk(list.front()).span});
  }
  if (sides.size() < 2) return refuse("not two sides");
  Claim claim = start("agreement");
  name_agreed(claim, list);
  claim.parties = pact.persons;
  set(claim, &Claim::actor, "actor", sides[0]);
  set(claim, &Claim::target, "target", sides[1]);
  return {claim};
}

}  // namespace msmt
