/// Warships and aircraft that go somewhere with their crews: deployments, and no transfers.

#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/filler.hpp"

namespace msmt {

bool Filler::goes_with_crew(const Item& item) const {
  // "combat aircraft", "warship": a category is known by its last word
  return stage_.grammar.is(WordClass::crewed, item.category.substr(item.category.rfind(' ') + 1));
}

bool Filler::ordered_away() const {
  // "ordered two frigates to the Gulf", "ordered the carrier to join them"; not "ordered two frigates"
  if (items().empty() || items().back() + 1 >= stage_.chunks.size()) return false;
  const Chunk& next = chunk(items().back() + 1);
  if (next.kind == ChunkKind::verb)
    return next.voice == Voice::infinitive && stage_.grammar.is(WordClass::order_out, next.lemma);
  return is_word(next, "to") || is_word(next, "into") || is_word(next, "toward") ||
         is_word(next, "towards");
}

bool Filler::stands_abroad(std::size_t i, const std::optional<Named>& target) const {
  // "deployed a Patriot battery to Poland", "stationed missiles in Cuba"; "deployed drones in Syria"
  // may say that they were fired
  if (frame_.id != "deploy.ship" || !is_arms(chunk(i)) || !target || target->party.iso2.empty())
    return false;
  return trigger().lemma != "deploy" || sides_.has("to");
}

std::vector<Claim> Filler::warships() {
  if (sides_.has("against")) return refuse("used, not deployed");
  if (frame_.id == "deploy.order" && !ordered_away()) return refuse("ordered, not sent");
  std::optional<Named> actor = party("actor");
  const auto target = place("target");
  std::vector<Claim> out;
  for (const std::size_t i : items()) {
    const Item item = item_of(stage_, chunk(i));
    if (!goes_with_crew(item) && !stands_abroad(i, target)) {
      why_ = "no ship or aircraft of war";
      continue;
    }
    Claim claim = start("deployment");
    set_item(claim, i);
    set(claim, &Claim::actor, "actor", actor ? actor : owner_of(stage_, i));
    set(claim, &Claim::target, "target", target);
    if (claim.actor == claim.target) claim.target.reset();
    if (frame_.id == "deploy.order") claim.certainty = Certainty::planned;
    if (claim.actor) out.push_back(std::move(claim));
  }
  if (out.empty() && why_.empty()) return refuse("nobody's ships");
  return out;
}

void Filler::with_ships(std::vector<Claim>& claims) const {
  if (claims.empty() || claims.front().type != "deployment" || !claims.front().actor) return;
  std::size_t k = trigger_ + 1;
  const auto opens = [&](std::size_t i) {
    return is_word(chunk(i), "together with") || is_word(chunk(i), "along with") ||
           is_word(chunk(i), "as well as") || is_word(chunk(i), "alongside") ||
           is_word(chunk(i), "in addition to");
  };
  while (k < stage_.chunks.size() && !opens(k)) {
    if (is_finite(chunk(k))) return;
    ++k;
  }
  for (++k; k < stage_.chunks.size(); ++k) {
    const Chunk& c = chunk(k);
    if (c.kind == ChunkKind::word && (c.word == "," || c.word == "and")) continue;
    if (c.kind != ChunkKind::phrase || c.quantity == nullptr || !goes_with_crew(item_of(stage_, c)))
      return;
    Claim claim = claims.front();
    std::erase_if(claim.evidence.spans, [](const auto& known) {
      return known.first == "quantity" || known.first == "item";
    });
    claim.quantity.reset();
    set_item(claim, k);
    claim.item = item_of(stage_, c);
    span(claim, "item", c.span);
    claims.push_back(std::move(claim));
  }
}

void Filler::sail(std::vector<Claim>& claims) const {
  // "sent two frigates to the Red Sea", "Russian warships arrived in Havana"
  const bool sends =
      frame_.id == "give.send" && stage_.grammar.is(WordClass::order_out, trigger().lemma);
  const bool comes = frame_.id == "get.land" || frame_.id == "get.reach";
  if (!sends && !comes) return;
  for (Claim& claim : claims) {
    if (claim.type != "transfer" || !claim.item || !claim.actor) continue;
    const bool at_sea = claim.item->category == "warship" || claim.item->category == "submarine";
    if (!at_sea || !goes_with_crew(*claim.item)) continue;
    const auto& to = get(roles_, "target");
    const bool waters = std::any_of(to.begin(), to.end(), [&](std::size_t i) {
      const std::string text = fold(stage_.doc.text(chunk(i).span));
      std::size_t at = 0;
      while (at < text.size()) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (stage_.grammar.is(WordClass::waters, std::string_view(text).substr(at, end - at)))
          return true;
        at = end + 1;
      }
      return false;
    });
    if (sends && claim.target && !waters) continue;  // "sent two frigates to Greece" may give them
    claim.type = "deployment";
    if (waters) {
      claim.target.reset();  // "the Gulf of Aden" is no state's
      std::erase_if(claim.evidence.spans,
                    [](const auto& known) { return known.first == "target"; });
    }
  }
}

}  // namespace msmt
