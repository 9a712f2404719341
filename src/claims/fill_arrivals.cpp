/// Goods that come on their own feet: "Twelve jets arrived from Sweden", "Two destroyers followed".
#include <algorithm>

#include "claims/fill_goods.hpp"
#include "claims/fill_people.hpp"
#include "claims/filler.hpp"
#include "extract/singular.hpp"

namespace msmt {

bool tells_arrival(const Filler& f, const Claim& claim) {
  // "Twelve jets arrived from Sweden": counted, and from somebody who has given before or gives
  // what is no crew's own
  if (!claim.target) {
    const bool visit = claim.item && goes_with_crew(f, *claim.item);
    const bool known = f.stage.memory.deed || f.stage.memory.order;
    return claim.actor && claim.quantity && (!visit || known) &&
           (f.frame.id == "get.land" || f.frame.id == "get.come");
  }
  return (!claim.target->iso2.empty() || claim.actor) && (claim.actor || claim.quantity);
}

std::string unit_of(const Item& item) {
  return singular(fold(item.name.substr(item.name.find_last_of(' ') + 1)));
}

const Claim* delivery_before(const Filler& f, const Chunk& c) {
  const bool comes = f.frame.id == "get.land" || f.frame.id == "get.reach" ||
                     f.frame.id == "get.due" || f.frame.id == "get.expect";
  const bool follows = f.trigger().lemma == "follow";
  // a count without a noun of its own: "the first four"
  const bool bare = is_count(c) && c.item_class.empty() && c.of.empty() &&
                    std::get<Quantity>(c.quantity->value).unit.empty();
  if (!comes || c.quantity == nullptr || (!bare && !follows)) return nullptr;
  constexpr std::size_t kBack = 2;  // sentences
  const std::size_t now = f.stage.reading.sentence;
  const std::size_t from = f.stage.doc.sentences[now > kBack ? now - kBack : 0].span.begin;
  const auto& said = f.stage.memory.said;
  for (std::size_t k = said.size(); k > 0; --k) {
    const Claim& before = said[k - 1];
    if (before.evidence.bytes.begin < from) return nullptr;
    const bool order = before.evidence.rule.starts_with("order.goods");
    if (before.type != "transfer" || !before.item || (!before.actor && !order)) continue;
    const std::string& path = before.item->key;
    const bool arms = path.ends_with("arms") || path.ends_with("aircraft") || path == "arms";
    const bool counted = before.quantity || order || c.meant != nullptr;
    return arms && counted && before.target ? &before : nullptr;
  }
  return nullptr;
}

}  // namespace msmt
