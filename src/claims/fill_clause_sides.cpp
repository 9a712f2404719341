/// Who did the deed that a noun names, told by a clause behind it.
///
///     "the third arms shipment that Iran has made to Sudan"
///     "This arms transfer would not be the first one Turkey has carried out"

#include "claims/clause_words.hpp"
#include "claims/fill_goods.hpp"
#include "claims/filler.hpp"

namespace msmt {

namespace {

/// "the first", "the only one": a phrase that stands for the deed.
bool stands_for_deed(const Filler& f, const Chunk& c) {
  return c.kind == ChunkKind::phrase && !c.party && c.item_class.empty() &&
         (f.stage.grammar.is(WordClass::which_one, c.head) || c.head == "the");
}

/// The chunk behind the noun, or behind "is the first or the only one" if that follows.
std::size_t behind_deed(const Filler& f) {
  const std::size_t n = f.stage.chunks.size();
  std::size_t k = std::max(f.at + 1, f.sides.end);
  if (k >= n || !is_finite(f.chunk(k)) || f.chunk(k).lemma != "be") return k;
  bool ranked = false;
  for (++k; k < n; ++k) {
    const Chunk& c = f.chunk(k);
    const bool joint =
        c.kind == ChunkKind::word && (joins_list(c.word) || c.word == "but" || mark_of(c) == "adv");
    if (!joint && !stands_for_deed(f, c)) break;
    ranked = ranked || !joint;
  }
  return ranked ? k : n;
}

}  // namespace

void sides_of_clause(const Filler& f, std::optional<Named>& actor, std::optional<Named>& target) {
  const std::size_t n = f.stage.chunks.size();
  if (f.frame.id != "give.noun") return;
  std::size_t k = behind_deed(f);
  if (k < n && (is_word(f.chunk(k), "that") || is_word(f.chunk(k), "which"))) ++k;
  if (k + 1 >= n || f.chunk(k).kind != ChunkKind::phrase) return;
  const Chunk& verb = f.chunk(k + 1);
  const bool done = verb.kind == ChunkKind::verb && verb.voice == Voice::active &&
                    verb.modals.empty() && verb.chain.empty() && !verb.negated &&
                    f.stage.grammar.is(WordClass::light, verb.lemma);
  // "Iran has made progress": an object of its own
  if (!done || (k + 2 < n && f.chunk(k + 2).kind == ChunkKind::phrase)) return;
  const auto doer = party_of(f.stage, k);
  if (!doer || doer->party.iso2.empty()) return;
  actor = doer;
  for (std::size_t to = k + 2; to + 1 < n && !is_finite(f.chunk(to)); ++to) {
    if (is_word(f.chunk(to), ",") || is_word(f.chunk(to), ";")) break;
    if (!is_word(f.chunk(to), "to")) continue;
    target = party_of(f.stage, to + 1);
    break;
  }
  if (target && target->party == actor->party) target.reset();
}

}  // namespace msmt
