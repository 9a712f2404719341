/// Breaking in: whom thieves broke into, and what was taken there.
#include "claims/fill_money.hpp"
#include "claims/filler.hpp"
#include "claims/scene.hpp"

namespace msmt {

namespace {

/// "broke into a plant", "hacked the bank": the verb before the trigger; the number of chunks for none.
std::size_t break_in(const Filler& f) {
  const bool itself = f.frame.id == "theft.breach";
  for (std::size_t k = f.at + (itself ? 1 : 0); k > 1; --k) {
    const Chunk& verb = f.chunk(k - 1);
    if (is_word(verb, ";")) break;
    if (verb.kind != ChunkKind::verb) continue;
    const bool breaks = verb.lemma == "break" && is_word(f.chunk(k), "into");
    if (breaks || f.stage.grammar.evokes("verb", verb.lemma, {"theft.hack"})) return k - 1;
  }
  return f.stage.chunks.size();
}

}  // namespace

std::optional<Named> taken_by_intruders(const Filler& f) {
  const std::size_t verb = break_in(f);
  const bool passive = f.trigger().voice == Voice::passive && !f.sides.has("by");
  if (!passive || verb >= f.at || verb == 0 || f.chunk(verb).voice != Voice::active)
    return std::nullopt;
  if (!is_thief(f.stage.grammar, f.chunk(verb - 1)) && !names_gang(f.chunk(verb - 1)))
    return std::nullopt;
  return party_of(f.stage, verb - 1);
}

bool taken_from_body(const Filler& f) {
  const auto from = f.party("target");
  return f.trigger().lemma == "take" && f.trigger().voice == Voice::passive && !f.sides.has("by") &&
         !f.items().empty() && f.chunk(f.items().front()).money && from &&
         from->party.iso2.empty() && !f.chunk(get(f.roles, "target").front()).person;
}

std::optional<Named> broken_into(const Filler& f) {
  // "broke into a plant in India and copied its data": the deed before names whose they are
  const std::size_t verb = break_in(f);
  if (verb >= f.at + 1 || verb + 1 >= f.stage.chunks.size()) return std::nullopt;
  const std::size_t what = is_word(f.chunk(verb + 1), "into") ? verb + 2 : verb + 1;
  if (what >= f.at) return std::nullopt;
  if (auto named = party_of(f.stage, what)) return named;
  if (auto owner = owner_of(f.stage, what)) return owner;
  if (auto where = place_of_phrase(f.stage, what)) return where;
  if (!f.stage.grammar.is(WordClass::firm, f.chunk(what).lemma)) return std::nullopt;
  return Named{{item_of(f.stage, f.chunk(what)).name, ""}, f.chunk(what).span};
}

}  // namespace msmt
