/// Cargo that somebody finds on its way, from somewhere or to somewhere.
///
///     "found 40 rifles in a container from Turkey"
///     "seized 300 rockets on a dhow that was bound for Yemen"
///     "intercepted ammunition destined for Haiti"
#include "claims/clause_words.hpp"
#include "claims/fill_arms.hpp"
#include "claims/fill_goods.hpp"
#include "claims/fill_people.hpp"
#include "claims/filler.hpp"
#include "claims/way.hpp"

namespace msmt {

namespace {

/// "Iranian rifles bound for Yemen": whose goods they are, where that is not who takes them.
std::optional<Named> home_of_goods(const Filler& f, std::size_t i,
                                   const std::optional<Named>& taker) {
  auto home = owner_of(f.stage, i);
  const bool state = home && !home->party.iso2.empty() && f.chunk(i).owner_is_adjective;
  if (!taker || !state || home->party == taker->party) return std::nullopt;
  return home;
}

/// "Libya-bound pistols", "12 containers of arms for Libya": the state that the goods at chunk i are for.
std::optional<Named> named_end(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  for (const Mention& mention : f.stage.reading.mentions) {
    const auto* country = std::get_if<Country>(&mention.value);
    if (country == nullptr || !c.span.contains(mention.span)) continue;
    const std::string_view behind = f.stage.doc.words({mention.span.end, c.span.end});
    if (behind.starts_with("-bound")) return Named{{country->name, country->iso2}, mention.span};
  }
  const bool packed = c.item_class == "container" && i + 2 < f.stage.chunks.size() &&
                      is_word(f.chunk(i + 1), "for");
  return packed ? state_where(f.stage, i + 2) : std::nullopt;
}

/// "came from Iran and were meant for Yemen": where the verb before says that they come from.
std::optional<Named> origin_before(const Filler& f) {
  if (f.at < 4 || !is_word(f.chunk(f.at - 1), "and")) return std::nullopt;
  for (std::size_t k = f.at - 1; k > 1; --k) {
    if (f.chunk(k - 1).kind != ChunkKind::verb) continue;
    const bool comes = f.stage.grammar.evokes("verb", f.chunk(k - 1).lemma, {"get.come"});
    const bool from = is_word(f.chunk(k), "from") || is_word(f.chunk(k), "in");
    return comes && from ? state_where(f.stage, k + 1) : std::nullopt;
  }
  return std::nullopt;
}

/// "American chips were found in Iranian drones": parts of one state in the arms of another went there.
std::vector<Claim> built_into(const Filler& f) {
  const auto& in = f.sides.of("in");
  if (f.trigger().voice != Voice::passive || f.items().size() != 1 || in.empty() ||
      !f.stage.grammar.is(WordClass::find, f.trigger().lemma))
    return {};
  const std::size_t i = f.items().front();
  const std::string klass = class_of(f.stage.grammar, f.chunk(i));
  const bool parts = klass == "parts" || f.chunk(i).item_id == "electronics" ||
                     f.chunk(i).item_id == "dual-use" || f.chunk(i).item_id == "machinery";
  const auto maker = owner_of(f.stage, i);
  const auto user = owner_of(f.stage, in.front());
  if (!parts || !maker || !user || maker->party.iso2.empty() || user->party.iso2.empty() ||
      maker->party == user->party || !is_arms(f, f.chunk(in.front())))
    return {};
  Claim claim = f.start("transfer");
  claim.item = item_of(f.stage, f.chunk(i));
  add_span(claim, "item", f.chunk(i).span);
  f.set_quantity(claim, i);
  set_party(claim, &Claim::actor, "actor", maker);
  set_party(claim, &Claim::target, "target", user);
  return {claim};
}

}  // namespace

std::vector<Claim> found_cargo(Filler& f) {
  if (f.items().empty() || f.trigger().negated) return f.refuse("nothing is found");
  if (auto built = built_into(f); !built.empty()) return built;
  // "a shipment of missile parts destined for Yemen": what it is of
  std::vector<std::size_t> found = f.items();
  bool carried = false;
  for (std::size_t& i : found) {
    const bool lot = f.chunk(i).item_class == "deed" && is_word(f.chunk(i + 1), "of");
    if (lot && f.chunk(i + 2).kind == ChunkKind::phrase) i += 2;
    const std::size_t goods = aboard(f, i);  // "a ship with 4,000 rifles from Oman"
    carried = carried || goods != i;
    i = goods;
  }
  Way way = way_of_cargo(f.stage, found.back() + 1, carried);
  if (!way.taker) way.taker = named_end(f, found.back());
  // "stopped a dhow bound for Yemen. On board the crew found 40 rifles"
  if (!way.giver && !way.taker && found_within(f)) way = way_told(f.stage);
  if (!way.giver && !way.taker) return f.refuse("found, but not on its way");
  if (way.giver && way.taker && way.giver->party == way.taker->party)
    return f.refuse("found on its way home");
  std::vector<Claim> out;
  for (const std::size_t i : found) {
    const std::string klass = class_of(f.stage.grammar, f.chunk(i));
    const bool stopped = f.trigger().lemma == "stop" && is_carrier(f.stage, f.chunk(i)) &&
                         f.chunk(i).item_class != "container";
    if (klass.empty() || !f.frame.takes(klass) || stopped) continue;
    Claim claim = f.start("transfer");
    f.set_item(claim, i);
    set_party(claim, &Claim::actor, "actor",
              way.giver ? way.giver : home_of_goods(f, i, way.taker));
    set_party(claim, &Claim::target, "target", way.taker);
    out.push_back(std::move(claim));
  }
  f.roles.erase("target");
  return out.empty() ? f.refuse("no goods are found") : out;
}

std::size_t aboard(const Filler& f, std::size_t i) {
  if (i + 2 >= f.stage.chunks.size() || !is_carrier(f.stage, f.chunk(i))) return i;
  const Chunk& link = f.chunk(i + 1);
  std::size_t goods = i;
  if (is_word(link, "with")) goods = i + 2;
  const bool laden = link.kind == ChunkKind::verb && link.voice != Voice::active;
  if (laden && f.stage.grammar.is(WordClass::carry, link.lemma)) goods = i + 2;
  const bool loaded = link.lemma == "load" || link.lemma == "lade";  // "laden with rifles"
  if (laden && loaded && is_word(f.chunk(i + 2), "with")) goods = i + 3;
  const bool takes = goods < f.stage.chunks.size() && f.chunk(goods).kind == ChunkKind::phrase &&
                     f.frame.takes(class_of(f.stage.grammar, f.chunk(goods)));
  return takes ? goods : i;
}

std::optional<Named> origin_behind(const Filler& f, std::size_t i) {
  // "490 tons of shells from Serbia"
  const bool from = i + 2 < f.stage.chunks.size() && is_word(f.chunk(i + 1), "from");
  return from ? state_where(f.stage, i + 2) : std::nullopt;
}

std::vector<Claim> bound_cargo(Filler& f) {
  const bool passive =
      f.trigger().voice == Voice::passive || f.trigger().voice == Voice::participle;
  const bool heads = f.trigger().lemma == "head" && f.trigger().voice == Voice::gerund;
  if ((!passive && !heads) || f.items().empty() || f.trigger().negated)
    return f.refuse("nothing is bound");
  if (heads && fly_by_themselves(f, f.items()))
    return f.refuse("in flight, and not on the way to a buyer");
  const std::size_t first = f.items().front();
  if (first > 0 && f.chunk(first - 1).kind == ChunkKind::verb &&
      f.stage.grammar.evokes("verb", f.chunk(first - 1).lemma, {"give.found"}))
    return f.refuse("told by who found it");
  std::optional<Named> taker = f.party("target");
  if (!taker) taker = place(f, "target");
  if (!taker) return f.refuse("bound for nobody");
  std::optional<Named> giver = f.party("actor");
  if (!giver) giver = origin_before(f);
  std::vector<Claim> out;
  for (const std::size_t named : f.items()) {
    const std::size_t i = aboard(f, named);
    if (!f.frame.takes(class_of(f.stage.grammar, f.chunk(i)))) continue;
    Claim claim = f.start("transfer");
    f.set_item(claim, i);
    set_party(claim, &Claim::actor, "actor", giver ? giver : origin_behind(f, i));
    if (!claim.actor) set_party(claim, &Claim::actor, "actor", home_of_goods(f, i, taker));
    set_party(claim, &Claim::target, "target", taker);
    if (claim.actor != claim.target) out.push_back(std::move(claim));
  }
  return out.empty() ? f.refuse("no goods are bound") : out;
}

}  // namespace msmt
