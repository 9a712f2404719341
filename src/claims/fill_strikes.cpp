/// Strikes that name no weapon, and are counted or have something that is hit: "struck 200 targets", "an
/// American strike on a boat".
#include <algorithm>

#include "claims/fill_arms.hpp"
#include "claims/fill_goods.hpp"
#include "claims/filler.hpp"

namespace msmt {

namespace {

/// "an American strike on a boat": one strike, at something that is struck.
bool hits_something(const Filler& f) {
  if (f.at + 2 >= f.stage.chunks.size() || is_plural(f.trigger().head)) return false;
  if (!is_word(f.chunk(f.at + 1), "on") && !is_word(f.chunk(f.at + 1), "against")) return false;
  const Chunk& hit = f.chunk(f.at + 2);
  if (hit.kind != ChunkKind::phrase) return false;
  return class_of(f.stage.grammar, hit) == "vehicle" ||
         f.stage.grammar.is(WordClass::struck, hit.lemma);
}

/// "an American airstrike on the militants": strikes from the air or by a named weapon, at fighters.
bool hits_fighters(const Filler& f) {
  if (f.trigger().lemma == "attack" || f.at + 2 >= f.stage.chunks.size() ||
      is_plural(f.trigger().head))
    return false;
  const std::string& link = f.chunk(f.at + 1).word;
  if (link != "on" && link != "against" && link != "targeting") return false;
  const Chunk& hit = f.chunk(f.at + 2);
  if (hit.kind != ChunkKind::phrase) return false;
  const bool group = names_body(hit, {"armed group"});
  const bool named_before = hit.definite && hit.lemma == "group" && party_of(f.stage, f.at + 2);
  return group || named_before || f.stage.grammar.is(WordClass::ranked, hit.lemma) ||
         f.stage.grammar.is(WordClass::armed_body, hit.lemma);
}

/// "airstrikes", "further air strikes"
bool strikes_from_air(const Chunk& noun) {
  const bool air = noun.before == "air" || noun.before.ends_with(" air");
  return noun.lemma == "airstrike" || (noun.lemma == "strike" && air);
}

/// The strikes of one side on another, as the phrase at chunk i names and counts them.
Claim strike(const Filler& f, std::size_t i, const std::optional<Named>& actor,
             const std::optional<Named>& target) {
  Claim claim = f.start("use");
  f.set_item(claim, i);
  claim.item->category.clear();
  claim.item->key = "strike";
  set_party(claim, &Claim::actor, "actor", actor);
  set_party(claim, &Claim::target, "target", target);
  return claim;
}

}  // namespace

std::vector<Claim> strikes(Filler& f, const std::optional<Named>& actor,
                           const std::optional<Named>& target) {
  const bool noun = f.trigger().kind == ChunkKind::phrase;
  if (!actor || (actor->party.iso2.empty() && noun && !target)) return f.refuse("no weapon");
  if (noun && strikes_from_air(f.trigger()) && is_plural(f.trigger().head) &&
      f.trigger().quantity == nullptr && target)
    return {strike(f, f.at, actor, target)};  // "Israel carried out airstrikes in Syria"
  const auto& doer = get(f.roles, "actor");
  if (actor->party.iso2.empty() && !doer.empty() && lists_names(f.chunk(doer.front())))
    return f.refuse("listed, not struck");  // "The EU targeted 189 ships"
  const bool attack =
      f.frame.id == "use.noun" && f.stage.grammar.is(WordClass::attack_noun, f.trigger().lemma);
  std::size_t counted = f.at;
  if (!noun && f.frame.id == "use.strike") {
    // who is struck is no goods: the count of the ships, sites or targets is that of the strikes
    const auto& hit = get(f.roles, "target");
    if (hit.empty() || hit.size() > 1) return f.refuse("no weapon");
    counted = hit.front();
    const Chunk& c = f.chunk(counted);
    const std::string klass = class_of(f.stage.grammar, c);
    const bool hittable = klass == "vehicle" || f.stage.grammar.is_a(c.item_id, "vehicles") ||
                          f.stage.grammar.is(WordClass::struck, c.lemma);
    // "had struck a factory on the outskirts of Kyiv": one strike, by one state on another
    const bool one = c.quantity == nullptr && !is_plural(c.head) && target && !c.pronoun &&
                     f.stage.grammar.is(WordClass::struck, c.lemma) && !actor->party.iso2.empty() &&
                     !target->party.iso2.empty();
    if (!hittable || !(one || (c.quantity != nullptr && is_plural(c.head))))
      return f.refuse("no weapon");
    if (one) {
      Claim claim = strike(f, counted, actor, target);
      claim.item->name = "strike on " + claim.item->name;
      return {claim};
    }
  } else if (attack && f.trigger().quantity == nullptr && (hits_something(f) || hits_fighters(f))) {
    return {strike(f, f.at, actor, target)};  // "an American strike on a speedboat"
  } else if (!attack || f.trigger().quantity == nullptr) {
    return f.refuse("no weapon");
  }
  Claim claim = strike(f, counted, actor, target);
  // "several attacks" on the ground tell of no weapon
  if (!claim.quantity || (f.trigger().lemma == "attack" && !claim.quantity->value))
    return f.refuse("not counted");
  if (!noun) claim.item->name = "strikes on " + claim.item->name;
  return {claim};
}

}  // namespace msmt
