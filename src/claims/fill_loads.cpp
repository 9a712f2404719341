/// How many vehicles a convoy has, and what aircraft carry that no word for goods names.

#include "claims/fill_arms.hpp"
#include "claims/filler.hpp"

namespace msmt {

bool flown_over(const Filler& f, const Chunk& cargo) {
  const Chunk& vehicle = f.chunk(get(f.roles, "vehicle").front());
  return vehicle.weapon != nullptr && carries(f, vehicle) && cargo.definite && !cargo.pronoun &&
         !cargo.person && !cargo.party && f.sides.has("from") && f.sides.has("to");
}

void count_convoy(const Filler& f, std::size_t i, Claim& claim) {
  const Chunk& c = f.chunk(i);
  if (claim.quantity || c.quantity != nullptr || c.of.empty() || is_plural(c.head)) return;
  if (c.item_id == "railroad") return;  // "a train of 21 wagons" is one train
  for (const Mention& mention : f.stage.reading.mentions) {
    const auto* count = std::get_if<Quantity>(&mention.value);
    if (count == nullptr || mention.span.begin != c.of.begin || mention.span.end != c.of.end ||
        mention.rule == "quantity/compound")
      continue;
    claim.quantity = *count;
    add_span(claim, "quantity", mention.span);
    return;
  }
}

}  // namespace msmt
