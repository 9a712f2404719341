/// Killed, wounded, captured: casualties.
#include "claims/filler.hpp"

namespace msmt {

std::vector<Claim> Filler::casualties() {
  std::vector<Claim> out;
  const bool self = needs_self();
  std::vector<std::size_t> list = self ? std::vector<std::size_t>{trigger_} : items();
  for (const std::size_t i : list) {
    const Chunk& c = chunk(i);
    const std::string klass = class_of(c);
    const bool of_people = klass == "people" || klass == "troops" || klass == "workers";
    // "600 of them were killed": of the people named before
    const bool elliptical = klass.empty() && c.quantity != nullptr && stage_.memory.people &&
                            stage_.memory.people->item && c.item_class.empty() && !c.weapon;
    if (!of_people && !elliptical) {
      why_ = "no people";
      continue;
    }
    Claim claim = start("casualties");
    set_item(claim, i);
    auto owner = owner_of(stage_, i);
    if (elliptical) {
      claim.item->name = stage_.memory.people->item->name;
      claim.item->key = stage_.memory.people->item->key;
      if (claim.quantity && claim.quantity->unit.empty() && stage_.memory.people->quantity) {
        claim.quantity->unit = stage_.memory.people->quantity->unit;
      }
      if (!owner && stage_.memory.people->actor)
        owner = Named{*stage_.memory.people->actor, c.span};
    }
    if (!owner && !self && stage_.memory.people && stage_.memory.people->actor && c.definite &&
        (klass == "troops" || klass == "workers")) {
      owner = Named{*stage_.memory.people->actor, c.span};
    }
    if (!owner) owner = party("actor");
    if (!owner && !self && c.party) owner = party_of(stage_, i);
    if (self) {
      const auto& of = sides_.of("of");
      if (!of.empty() &&
          (class_of(chunk(of.front())) == "troops" || class_of(chunk(of.front())) == "people")) {
        set_item(claim, of.front());  // "the death of 20 Chadian soldiers"
        owner = owner_of(stage_, of.front());
      }
      if (!claim.quantity) reached(claim);
      if (!claim.quantity && !owner) return refuse("no count and nobody's");
    }
    set(claim, &Claim::actor, "actor", owner);
    if (!claim.quantity && !claim.actor) {
      why_ = "no count and nobody's";
      continue;
    }
    out.push_back(std::move(claim));
  }
  return out;
}

}  // namespace msmt
