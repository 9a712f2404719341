/// People who train: "Kenyan pilots are training in Italy", "have begun training on drones".

#include <algorithm>

#include "claims/filler.hpp"

namespace msmt {

bool Filler::trainees_train() const {
  const auto& who = get(roles_, "actor");
  if (frame_.id != "train.verb" || trigger().lemma != "train" || trigger().voice != Voice::active ||
      who.size() != 1 || !get(roles_, "target").empty() || !sides_.of("second").empty())
    return false;
  const Chunk& people = chunk(who.front());
  return (people.item_class == "troops" || people.item_class == "people") &&
         (is_plural(people.head) || people.quantity != nullptr);
}

std::vector<Claim> Filler::trainees() {
  const std::size_t who = get(roles_, "actor").front();
  const auto target = owner_of(stage_, who);
  if (!target || target->party.iso2.empty()) return refuse("nobody's people train");
  // at home they only exercise: abroad, or on a weapon, somebody trains them
  std::size_t weapon = stage_.chunks.size();
  bool abroad = false;
  for (const std::string_view side : {"in", "at", "on", "with"}) {
    for (const std::size_t i : sides_.of(side)) {
      if (is_arms(chunk(i)) && weapon == stage_.chunks.size()) weapon = i;
      const auto where = state_where(stage_, i);
      abroad = abroad || (where && where->party != target->party && !is_arms(chunk(i)));
    }
  }
  if (!abroad && weapon == stage_.chunks.size()) return refuse("they train at home");
  Claim claim = start("training");
  set_item(claim, who);
  if (weapon < stage_.chunks.size()) {
    claim.item = item_of(stage_, chunk(weapon));
    std::erase_if(claim.evidence.spans, [](const auto& known) { return known.first == "item"; });
    span(claim, "item", chunk(weapon).span);
  }
  set(claim, &Claim::target, "target", target);
  roles_.erase("actor");
  return {claim};
}

}  // namespace msmt
