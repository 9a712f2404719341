/// Cargo that somebody finds on its way, from somewhere or to somewhere.
///
///     "found 40 rifles in a container from Turkey"
///     "seized 300 rockets on a dhow that was bound for Yemen"
///     "intercepted ammunition destined for Haiti"
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
    set(claim, &Claim::actor, "actor", way.giver);
    set(claim, &Claim::target, "target", way.taker);
    out.push_back(std::move(claim));
  }
  roles_.erase("target");
  return out.empty() ? refuse("no goods are found") : out;
}

}  // namespace msmt
