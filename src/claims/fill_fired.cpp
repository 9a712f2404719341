/// Weapons that are fired at nobody, and those that a verb is made of: tests, shelling, bombing.

#include <algorithm>

#include "claims/fill_arms.hpp"
#include "claims/filler.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

std::vector<Claim> trials(Filler& f) {
  // "five nuclear tests", "these missile tests": neither what nor who is taken from before
  const auto& tested = get(f.roles, "item");
  if (!tested.empty() && std::none_of(tested.begin(), tested.end(),
                                      [&](std::size_t i) { return is_arms(f, f.chunk(i)); }))
    return f.refuse("no weapon");
  std::vector<Claim> claims = f.trigger().demonstrative ? std::vector<Claim>{} : use(f);
  for (Claim& claim : claims) {
    claim.target.reset();  // "a missile that can reach Japan"
    drop_spans(claim, {"target"});
  }
  std::erase_if(claims, [&](const Claim& claim) {
    if (!claim.actor) return true;
    // "a missile", "a Harpoon": a kind of weapon is known by its category, else by its own words
    const std::string kind =
        claim.item ? fold(claim.item->category.empty() || claim.item->category == "arms"
                              ? claim.item->name
                              : claim.item->category)
                   : std::string{};
    return !f.stage.grammar.any_is(WordClass::tested, kind);
  });
  if (claims.empty() && f.why.empty()) f.why = "nothing that is fired";
  return claims;
}

std::optional<Item> weapon_in_verb(const Filler& f) {
  if (f.trigger().kind != ChunkKind::verb || f.frame.id != "use.strike") return std::nullopt;
  const Lexicons& lexicons = f.stage.grammar.lexicons();
  const Table& items = lexicons.table("items");
  const auto named = std::find_if(items.rows.begin(), items.rows.end(), [&](const Row& row) {
    const auto forms = items.list(row, "forms");
    return items.cell(row, "class") == "arms" &&
           std::find(forms.begin(), forms.end(), f.trigger().lemma) != forms.end();
  });
  if (named == items.rows.end()) return std::nullopt;
  Item item{f.trigger().lemma + "s", "", "",
            f.stage.grammar.path(std::string(items.cell(*named, "id")))};
  const Table& classes = lexicons.table("weapon_classes");
  for (const Row& row : classes.rows) {
    if (classes.cell(row, "id") == f.trigger().lemma)
      item.category = std::string(classes.cell(row, "category"));
  }
  return item;
}

std::vector<Claim> fired_by_verb(Filler& f, const Item& item, const std::optional<Named>& actor,
                                 const std::optional<Named>& target) {
  // "The film bombed", "shelled out": somebody fires, and at something
  // nor does who needs aircraft "to bomb" somebody say that it does
  if (f.trigger().voice == Voice::infinitive) return f.refuse("no weapon");
  if (!actor || (get(f.roles, "target").empty() && !target)) return f.refuse("no weapon");
  Claim claim = f.start("use");
  claim.item = item;
  add_span(claim, "item", f.trigger().head_span);
  set_party(claim, &Claim::actor, "actor", actor);
  set_party(claim, &Claim::target, "target", target);
  return {claim};
}

}  // namespace msmt
