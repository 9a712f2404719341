/// Cargo that somebody finds on its way, from somewhere or to somewhere.
///
///     "found 40 rifles in a container from Turkey"
///     "seized 300 rockets on a dhow that was bound for Yemen"
///     "intercepted ammunition destined for Haiti"
#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/filler.hpp"

namespace msmt {

bool Filler::is_carrier(const Chunk& c) const {
  if (c.kind != ChunkKind::phrase) return false;
  const std::string klass = class_of(stage_.grammar, c);
  return klass == "vehicle" || c.item_class == "container" || is_flagged(c) ||
         stage_.grammar.is(WordClass::conveyance, c.lemma);
}

Filler::Way Filler::way_of_cargo(std::size_t from) const {
  Way way;
  const auto& chunks = stage_.chunks;
  bool carried = false;  // a carrier was named
  bool heads = false;    // a word says that something is on its way
  for (std::size_t k = from; k + 1 < chunks.size(); ++k) {
    const Chunk& c = chunks[k];
    if (is_word(c, ";") || is_word(c, "and") || is_word(c, "after")) break;
    if (c.kind == ChunkKind::verb) {
      const bool own = carried || k == from;  // of the carrier, or right behind the goods
      if (!own || !stage_.grammar.is(WordClass::heading, c.lemma)) break;
      heads = true;
      continue;
    }
    if (c.kind != ChunkKind::word || chunks[k + 1].kind != ChunkKind::phrase) continue;
    carried = carried || is_carrier(chunks[k + 1]);
    if (c.word == "from" && (carried || heads) && !way.giver)
      way.giver = state_where(stage_, k + 1);
    const bool goes = c.word == "for" || c.word == "to" || c.word == "towards";
    if (goes && heads && !way.taker) {
      way.taker = state_where(stage_, k + 1);
      if (!way.taker) way.taker = party_of(stage_, k + 1);
    }
  }
  return way;
}

std::vector<Claim> Filler::found_cargo() {
  if (items().empty() || trigger().negated) return refuse("nothing is found");
  const Way way = way_of_cargo(items().back() + 1);
  if (!way.giver && !way.taker) return refuse("found, but not on its way");
  if (way.giver && way.taker && way.giver->party == way.taker->party)
    return refuse("found on its way home");
  std::vector<Claim> out;
  for (const std::size_t i : items()) {
    const std::string klass = class_of(stage_.grammar, chunk(i));
    if (klass.empty() || !frame_.takes(klass)) continue;
    Claim claim = start("transfer");
    set_item(claim, i);
    set(claim, &Claim::actor, "actor", way.giver ? way.giver : home_of_goods(i, way.taker));
    set(claim, &Claim::target, "target", way.taker);
    out.push_back(std::move(claim));
  }
  roles_.erase("target");
  return out.empty() ? refuse("no goods are found") : out;
}

std::optional<Named> Filler::home_of_goods(std::size_t i, const std::optional<Named>& taker) const {
  // "Iranian rifles bound for Yemen"
  auto home = owner_of(stage_, i);
  const bool state = home && !home->party.iso2.empty() && chunk(i).owner_is_adjective;
  if (!taker || !state || home->party == taker->party) return std::nullopt;
  return home;
}

std::size_t Filler::aboard(std::size_t i) const {
  if (i + 2 >= stage_.chunks.size() || !is_carrier(chunk(i))) return i;
  const Chunk& link = chunk(i + 1);
  std::size_t goods = i;
  if (is_word(link, "with")) goods = i + 2;
  const bool laden = link.kind == ChunkKind::verb && link.voice != Voice::active;
  if (laden && stage_.grammar.is(WordClass::carry, link.lemma)) goods = i + 2;
  if (laden && link.lemma == "load" && is_word(chunk(i + 2), "with")) goods = i + 3;
  const bool takes = goods < stage_.chunks.size() && chunk(goods).kind == ChunkKind::phrase &&
                     frame_.takes(class_of(stage_.grammar, chunk(goods)));
  return takes ? goods : i;
}

std::optional<Named> Filler::origin_behind(std::size_t i) const {
  // "490 tons of shells from Serbia"
  const bool from = i + 2 < stage_.chunks.size() && is_word(chunk(i + 1), "from");
  return from ? state_where(stage_, i + 2) : std::nullopt;
}

std::optional<Named> Filler::origin_before() const {
  if (trigger_ < 4 || !is_word(chunk(trigger_ - 1), "and")) return std::nullopt;
  for (std::size_t k = trigger_ - 1; k > 1; --k) {
    if (chunk(k - 1).kind != ChunkKind::verb) continue;
    const auto& frames = stage_.grammar.frames("verb", chunk(k - 1).lemma);
    const bool comes = std::any_of(frames.begin(), frames.end(),
                                   [](const Frame* frame) { return frame->id == "get.come"; });
    const bool from = is_word(chunk(k), "from") || is_word(chunk(k), "in");
    return comes && from ? state_where(stage_, k + 1) : std::nullopt;
  }
  return std::nullopt;
}

std::vector<Claim> Filler::bound_cargo() {
  const bool passive = trigger().voice == Voice::passive || trigger().voice == Voice::participle;
  const bool heads = trigger().lemma == "head" && trigger().voice == Voice::gerund;
  if ((!passive && !heads) || items().empty() || trigger().negated)
    return refuse("nothing is bound");
  const std::size_t first = items().front();
  if (first > 0 && chunk(first - 1).kind == ChunkKind::verb) {
    for (const Frame* frame : stage_.grammar.frames("verb", chunk(first - 1).lemma)) {
      if (frame->id == "give.found") return refuse("told by who found it");
    }
  }
  std::optional<Named> taker = party("target");
  if (!taker) taker = place("target");
  if (!taker) return refuse("bound for nobody");
  std::optional<Named> giver = party("actor");
  if (!giver) giver = origin_before();
  std::vector<Claim> out;
  for (const std::size_t named : items()) {
    const std::size_t i = aboard(named);
    if (!frame_.takes(class_of(stage_.grammar, chunk(i)))) continue;
    Claim claim = start("transfer");
    set_item(claim, i);
    set(claim, &Claim::actor, "actor", giver ? giver : origin_behind(i));
    if (!claim.actor) set(claim, &Claim::actor, "actor", home_of_goods(i, taker));
    set(claim, &Claim::target, "target", taker);
    if (claim.actor != claim.target) out.push_back(std::move(claim));
  }
  return out.empty() ? refuse("no goods are bound") : out;
}

}  // namespace msmt
