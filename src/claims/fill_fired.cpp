/// Weapons that are fired at nobody, and those that a verb is made of: tests, shelling, bombing.

#include <algorithm>

#include "claims/filler.hpp"

namespace msmt {

std::vector<Claim> Filler::trials() {
  // "five nuclear tests", "these missile tests": neither what nor who is taken from before
  const auto& tested = get(roles_, "item");
  if (!tested.empty() &&
      std::none_of(tested.begin(), tested.end(), [&](std::size_t i) { return is_arms(chunk(i)); }))
    return refuse("no weapon");
  std::vector<Claim> claims = trigger().demonstrative ? std::vector<Claim>{} : use();
  for (Claim& claim : claims) {
    claim.target.reset();  // "a missile that can reach Japan"
    std::erase_if(claim.evidence.spans, [](const auto& known) { return known.first == "target"; });
  }
  std::erase_if(claims, [&](const Claim& claim) {
    if (!claim.actor) return true;
    // "a missile", "a Harpoon": a kind of weapon is known by its category, else by its own words
    const std::string kind =
        claim.item ? fold(claim.item->category.empty() || claim.item->category == "arms"
                              ? claim.item->name
                              : claim.item->category)
                   : std::string{};
    return !stage_.grammar.any_is(WordClass::tested, kind);
  });
  if (claims.empty() && why_.empty()) why_ = "nothing that is fired";
  return claims;
}

std::optional<Item> Filler::weapon_in_verb() const {
  if (trigger().kind != ChunkKind::verb || frame_.id != "use.strike") return std::nullopt;
  const Lexicons& lexicons = stage_.grammar.lexicons();
  const Table& items = lexicons.table("items");
  const auto named = std::find_if(items.rows.begin(), items.rows.end(), [&](const Row& row) {
    const auto forms = items.list(row, "forms");
    return items.cell(row, "class") == "arms" &&
           std::find(forms.begin(), forms.end(), trigger().lemma) != forms.end();
  });
  if (named == items.rows.end()) return std::nullopt;
  Item item{trigger().lemma + "s", "", "",
            stage_.grammar.path(std::string(items.cell(*named, "id")))};
  const Table& classes = lexicons.table("weapon_classes");
  for (const Row& row : classes.rows) {
    if (classes.cell(row, "id") == trigger().lemma)
      item.category = std::string(classes.cell(row, "category"));
  }
  return item;
}

std::vector<Claim> Filler::fired_by_verb(const Item& item, const std::optional<Named>& actor,
                                         const std::optional<Named>& target) {
  // "The film bombed", "shelled out": somebody fires, and at something
  // nor does who needs aircraft "to bomb" somebody say that it does
  if (trigger().voice == Voice::infinitive) return refuse("no weapon");
  if (!actor || (get(roles_, "target").empty() && !target)) return refuse("no weapon");
  Claim claim = start("use");
  claim.item = item;
  span(claim, "item", trigger().head_span);
  set(claim, &Claim::actor, "actor", actor);
  set(claim, &Claim::target, "target", target);
  return {claim};
}

}  // namespace msmt
