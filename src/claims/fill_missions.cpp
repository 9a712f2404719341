/// People of a mission in a state, and how many a state has there.
#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/fill_arms.hpp"
#include "claims/fill_casualties.hpp"
#include "claims/fill_people.hpp"
#include "claims/filler.hpp"

namespace msmt {

bool earns_wages(const Filler& f) {
  const auto& pay = f.sides.of("obj");
  if (f.trigger().lemma != "earn" || pay.size() != 1 || f.sides.of("subj").empty()) return false;
  const Chunk& c = f.chunk(pay.front());
  const bool wages = c.lemma == "wage" || c.lemma == "salary" || c.lemma == "living" ||
                     ((c.lemma == "money" || c.lemma == "income") && !f.sides.has("for") &&
                      f.sides.has("in"));  // "4,000 Cubans earn money in Qatar"
  return wages && c.quantity == nullptr && f.chunk(f.sides.of("subj").front()).quantity != nullptr;
}

void go_on_mission(const Filler& f, std::vector<Claim>& claims) {
  for (Claim& claim : claims) {
    if (claim.type != "deployment" || !claim.target || !claim.target->iso2.empty()) continue;
    for (const std::size_t i : get(f.roles, "target")) {
      // "the UN mission in Mali", "the force in Chad"
      const bool there = f.stage.grammar.is(WordClass::mission, f.chunk(i).lemma) &&
                         i + 2 < f.stage.chunks.size() && is_word(f.chunk(i + 1), "in") &&
                         f.chunk(i + 2).country_head && f.chunk(i + 2).party;
      if (!there || f.chunk(i + 2).party->party == claim.actor) continue;
      replace_party(claim, &Claim::target, "target", *f.chunk(i + 2).party);
      break;
    }
  }
}

namespace {

/// "workers residing in Qatar": what parts people from the place where they are.
bool lives_there(const Chunk& c) {
  return c.kind == ChunkKind::verb && c.voice != Voice::active && c.voice != Voice::passive;
}

/// The chunk of the people whose number a verb gives: "put the number of soldiers in Niger at 1,400",
/// "The British force in Kenya numbers 750"; kNoChunk for none.
std::size_t counted_whole(const Filler& f) {
  if (f.at + 1 < f.stage.chunks.size() && f.chunk(f.at + 1).lemma == "number") return f.at + 1;
  std::size_t k = f.at;
  while (k > 1 && f.chunk(k - 1).kind == ChunkKind::phrase && is_word(f.chunk(k - 2), "in")) k -= 2;
  if (k > 1 && lives_there(f.chunk(k - 1))) --k;
  return k > 0 && f.chunk(k - 1).kind == ChunkKind::phrase ? k - 1 : kNoChunk;
}

/// The figure that the verb gives for the people of chunk `whole`.
std::size_t count_given(const Filler& f, std::size_t whole) {
  std::size_t k = std::max(f.at, whole) + 1;
  while (whole < f.at && k < f.stage.chunks.size() && f.chunk(k).kind == ChunkKind::word &&
         mark_of(f.chunk(k)) == "adv")
    ++k;  // "is now more than 30,000"
  while (whole > f.at && k + 1 < f.stage.chunks.size() && is_word(f.chunk(k), "in")) k += 2;
  if (k < f.stage.chunks.size() && (is_word(f.chunk(k), "at") || is_word(f.chunk(k), "to"))) ++k;
  const bool figure = k < f.stage.chunks.size() && f.chunk(k).kind == ChunkKind::phrase &&
                      f.chunk(k).quantity != nullptr && !f.chunk(k).money;
  return figure ? k : kNoChunk;
}

/// Class of the people that are counted: of "the number of soldiers", of "the force" by its figure.
std::string class_of_whole(const Filler& f, std::size_t whole, std::size_t figure) {
  const Chunk& c = f.chunk(whole);
  if (c.lemma == "number") return c.of_class;
  if (is_plural(c.head) && (c.item_class == "troops" || c.item_class == "workers"))
    return c.item_class;  // "Soviet advisers in Ethiopia numbered about 1,700"
  const bool body = f.stage.grammar.is(WordClass::mission, c.lemma) || c.item_class == "troops" ||
                    f.stage.grammar.evokes("noun", c.lemma, {"deploy.noun"});
  if (!body) return {};
  // "The contingent numbers 500"
  const bool bare = f.chunk(figure).item_class.empty() && is_count(f.chunk(figure)) &&
                    std::get<Quantity>(f.chunk(figure).quantity->value).unit.empty();
  return bare && c.item_class == "troops" ? "troops" : class_of(f.stage.grammar, f.chunk(figure));
}

}  // namespace

std::vector<Claim> headcount(Filler& f) {
  const std::size_t whole = counted_whole(f);
  const std::size_t figure = whole == kNoChunk ? kNoChunk : count_given(f, whole);
  if (figure == kNoChunk) return f.refuse("nobody is counted");
  const std::string klass = class_of_whole(f, whole, figure);
  if (klass != "troops" && klass != "workers") return f.refuse("no number of troops or workers");
  const std::size_t in = whole + (lives_there(f.chunk(whole + 1)) ? 2 : 1);
  const bool placed = in + 1 < f.stage.chunks.size() && is_word(f.chunk(in), "in");
  const auto where = placed ? state_where(f.stage, in + 1) : std::nullopt;
  const auto owner = owner_of(f.stage, whole);
  if (!owner || !where || owner->party == where->party)
    return f.refuse("nobody's, nowhere or at home");
  Claim claim = f.start(Grammar::type_of_class(klass));
  f.set_quantity(claim, figure);
  if (!claim.quantity || claim.quantity->unit == "percent") return f.refuse("a share");
  const bool people = is_people(f.chunk(whole).item_class) && is_plural(f.chunk(whole).head);
  const bool bare = f.chunk(figure).item_class.empty();  // "numbers 500"
  const std::size_t named = people || bare || f.chunk(whole).lemma == "number" ? whole : figure;
  if (people && claim.quantity->unit.empty()) claim.quantity->unit = f.chunk(whole).lemma;
  claim.item = item_of(f.stage, f.chunk(named));
  add_span(claim, "item", f.chunk(named).span);
  if (f.stage.grammar.cue("governor", f.trigger().lemma) == "believed")
    claim.certainty = Certainty::believed;  // "is estimated at"
  set_party(claim, &Claim::actor, "actor", owner);
  set_party(claim, &Claim::target, "target", where);
  return {claim};
}

std::vector<Claim> strength(Filler& f) {
  const auto actor = f.trigger_owner();
  const auto target = place(f, "target");
  Claim claim = f.start("deployment");
  put_at(f, claim);
  if (!claim.quantity) reached(f, claim);
  if (!actor || !target || !claim.quantity) return f.refuse("no count, no owner or no place");
  claim.item = item_of(f.stage, f.trigger());
  for (std::size_t k = f.at + 1; k < f.stage.chunks.size(); ++k) {
    const Chunk& c = f.chunk(k);
    if (c.quantity == nullptr || std::get<Quantity>(c.quantity->value) != *claim.quantity) continue;
    if (class_of(f.stage.grammar, c) != "troops" && class_of(f.stage.grammar, c) != "people")
      return f.refuse("not of people");
    claim.item = item_of(f.stage, c);
    add_span(claim, "item", c.span);
    break;
  }
  for (std::size_t k = f.at + 1; k < f.stage.chunks.size(); ++k) {
    if (f.chunk(k).kind != ChunkKind::verb) continue;
    if (f.stage.grammar.cue("governor", f.chunk(k).lemma) == "believed")
      claim.certainty = Certainty::believed;  // "is estimated at"
    break;
  }
  set_party(claim, &Claim::actor, "actor", actor);
  set_party(claim, &Claim::target, "target", target);
  return {claim};
}

}  // namespace msmt
