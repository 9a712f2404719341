/// Warships and aircraft that go somewhere with their crews: deployments, and no transfers.

#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/fill_arms.hpp"
#include "claims/fill_goods.hpp"
#include "claims/fill_people.hpp"
#include "claims/filler.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

namespace {

bool ordered_away(const Filler& f) {
  // "ordered two frigates to the Gulf", "ordered the carrier to join them"; not "ordered two frigates"
  if (f.items().empty() || f.items().back() + 1 >= f.stage.chunks.size()) return false;
  const Chunk& next = f.chunk(f.items().back() + 1);
  if (next.kind == ChunkKind::verb)
    return next.voice == Voice::infinitive && f.stage.grammar.is(WordClass::order_out, next.lemma);
  return is_word(next, "to") || is_word(next, "into") || is_word(next, "toward") ||
         is_word(next, "towards");
}

/// Weapons that are stationed in another state, or deployed to it.
bool stands_abroad(const Filler& f, std::size_t i, const std::optional<Named>& target) {
  // "deployed a Patriot battery to Poland", "stationed missiles in Cuba"; "deployed drones in Syria" may say that they
  // were fired
  if (f.frame.id != "deploy.ship" || !is_arms(f, f.chunk(i)) || !target ||
      target->party.iso2.empty())
    return false;
  if (f.trigger().lemma != "deploy" || f.sides.has("to")) return true;
  // what stands ready is not flown: "deployed S-400 batteries in Syria"
  const std::string category = item_of(f.stage, f.chunk(i)).category;
  return category == "air defence system" || category.ends_with("missile") ||
         category.ends_with("launcher");
}

}  // namespace

bool goes_with_crew(const Filler& f, const Item& item) {
  // "combat aircraft", "warship": a category is known by its last word
  return f.stage.grammar.is(WordClass::crewed, item.category.substr(item.category.rfind(' ') + 1));
}

std::vector<Claim> warships(Filler& f) {
  if (f.sides.has("against")) return f.refuse("used, not deployed");
  // "missiles deployed by Iran in an attack on a base"
  if (in_attack(f)) return f.refuse("used in an attack");
  if (f.frame.id == "deploy.order" && !ordered_away(f)) return f.refuse("ordered, not sent");
  std::optional<Named> actor = f.party("actor");
  const auto target = place(f, "target");
  std::vector<Claim> out;
  for (const std::size_t i : f.items()) {
    const Item item = item_of(f.stage, f.chunk(i));
    if (!goes_with_crew(f, item) && !stands_abroad(f, i, target)) {
      f.why = "no ship or aircraft of war";
      continue;
    }
    Claim claim = f.start("deployment");
    f.set_item(claim, i);
    set_party(claim, &Claim::actor, "actor", actor ? actor : owner_of(f.stage, i));
    set_party(claim, &Claim::target, "target", target);
    if (claim.actor == claim.target) claim.target.reset();
    if (f.frame.id == "deploy.order") claim.certainty = Certainty::planned;
    if (claim.actor) out.push_back(std::move(claim));
  }
  if (out.empty() && f.why.empty()) return f.refuse("nobody's ships");
  return out;
}

void with_ships(const Filler& f, std::vector<Claim>& claims) {
  if (claims.empty() || claims.front().type != "deployment" || !claims.front().actor) return;
  std::size_t k = f.at + 1;
  const auto opens = [&](std::size_t i) {
    return is_word(f.chunk(i), "together with") || is_word(f.chunk(i), "along with") ||
           is_word(f.chunk(i), "as well as") || is_word(f.chunk(i), "alongside") ||
           is_word(f.chunk(i), "in addition to");
  };
  while (k < f.stage.chunks.size() && !opens(k)) {
    if (is_finite(f.chunk(k))) return;
    ++k;
  }
  for (++k; k < f.stage.chunks.size(); ++k) {
    const Chunk& c = f.chunk(k);
    if (c.kind == ChunkKind::word && (c.word == "," || c.word == "and")) continue;
    if (c.kind != ChunkKind::phrase || c.quantity == nullptr ||
        !goes_with_crew(f, item_of(f.stage, c)))
      return;
    Claim claim = claims.front();
    drop_spans(claim, {"quantity", "item"});
    claim.quantity.reset();
    f.set_item(claim, k);
    claim.item = item_of(f.stage, c);
    add_span(claim, "item", c.span);
    claims.push_back(std::move(claim));
  }
}

namespace {

/// "sent three patrol aircraft to Kenya to look for pirates": what they are sent for is no gift.
bool on_lookout(const Filler& f) {
  for (std::size_t k = f.at + 1; k < f.stage.chunks.size(); ++k) {
    const Chunk& verb = f.chunk(k);
    if (verb.kind == ChunkKind::verb)
      return verb.voice == Voice::infinitive && f.stage.grammar.is(WordClass::lookout, verb.lemma);
    if (is_word(verb, ";")) break;
  }
  return false;
}

/// "a supply ship", sent with the frigates before it.
bool sails_along(const std::vector<Claim>& claims, const Claim& claim) {
  const auto with = std::find_if(claims.begin(), claims.end(), [&](const Claim& other) {
    return other.type == "deployment" && other.actor == claim.actor;
  });
  return with != claims.end() && fold(claim.item->name).ends_with("ship");
}

}  // namespace

void sail(const Filler& f, std::vector<Claim>& claims) {
  // "sent two frigates to the Red Sea", "Russian warships arrived in Havana"
  const bool sends =
      f.frame.id == "give.send" && f.stage.grammar.is(WordClass::order_out, f.trigger().lemma);
  const bool comes = f.frame.id == "get.land" || f.frame.id == "get.reach";
  if (!sends && !comes) return;
  for (Claim& claim : claims) {
    if (claim.type != "transfer" || !claim.item || !claim.actor) continue;
    const bool at_sea = claim.item->category == "warship" || claim.item->category == "submarine";
    const bool watches = sends && goes_with_crew(f, *claim.item) && on_lookout(f);
    if (watches || (sends && sails_along(claims, claim))) {
      claim.type = "deployment";
      continue;
    }
    if (!at_sea || !goes_with_crew(f, *claim.item)) continue;
    const auto& to = get(f.roles, "target");
    const bool waters = std::any_of(to.begin(), to.end(), [&](std::size_t i) {
      const std::string text = fold(f.stage.doc.words(f.chunk(i).span));
      std::size_t at = 0;
      while (at < text.size()) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (f.stage.grammar.is(WordClass::waters, std::string_view(text).substr(at, end - at)))
          return true;
        at = end + 1;
      }
      return false;
    });
    if (sends && claim.target && !waters) continue;  // "sent two frigates to Greece" may give them
    claim.type = "deployment";
    if (waters) {
      claim.target.reset();  // "the Gulf of Aden" is no state's
      drop_spans(claim, {"target"});
    }
  }
}

}  // namespace msmt
