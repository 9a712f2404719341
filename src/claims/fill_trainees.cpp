/// People who train: "Kenyan pilots are training in Italy", "have begun training on drones".

#include <algorithm>

#include "claims/fill_arms.hpp"
#include "claims/fill_people.hpp"
#include "claims/filler.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

bool trainees_train(const Filler& f) {
  const auto& who = get(f.roles, "actor");
  if (f.frame.id != "train.verb" || f.trigger().lemma != "train" ||
      f.trigger().voice != Voice::active || who.size() != 1 || !get(f.roles, "target").empty() ||
      !f.sides.of("second").empty())
    return false;
  const Chunk& people = f.chunk(who.front());
  return (people.item_class == "troops" || people.item_class == "people") &&
         (is_plural(people.head) || people.quantity != nullptr);
}

std::vector<Claim> trainees(Filler& f) {
  const std::size_t who = get(f.roles, "actor").front();
  const auto target = owner_of(f.stage, who);
  if (!target || target->party.iso2.empty()) return f.refuse("nobody's people train");
  // at home they only exercise: abroad, or on a weapon, somebody trains them
  std::size_t weapon = f.stage.chunks.size();
  bool abroad = false;
  for (const std::string_view side : {"in", "at", "on", "with"}) {
    for (const std::size_t i : f.sides.of(side)) {
      if (is_arms(f, f.chunk(i)) && weapon == f.stage.chunks.size()) weapon = i;
      const auto where = state_where(f.stage, i);
      abroad = abroad || (where && where->party != target->party && !is_arms(f, f.chunk(i)));
    }
  }
  if (!abroad && weapon == f.stage.chunks.size()) return f.refuse("they train at home");
  Claim claim = f.start("training");
  f.set_item(claim, who);
  if (weapon < f.stage.chunks.size()) {
    claim.item = item_of(f.stage, f.chunk(weapon));
    drop_spans(claim, {"item"});
    add_span(claim, "item", f.chunk(weapon).span);
  }
  set_party(claim, &Claim::target, "target", target);
  f.roles.erase("actor");
  return {claim};
}

}  // namespace msmt
