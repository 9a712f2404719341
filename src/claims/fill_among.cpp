/// Goods that a sentence names as some of those that it tells of first.
///
///     "Among the weapons that Serbia sent to Mali were 40 howitzers and 12 tanks"
#include "claims/fill_goods.hpp"
#include "claims/fill_people.hpp"
#include "claims/filler.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

namespace {

/// The count at chunk i, "ten of them", "ten of which", "30" behind "Of these,": whether it is of the goods of `told`.
bool counts_part_of(const Filler& f, std::size_t i, const Claim& told) {
  const Chunk& c = f.chunk(i);
  if (c.kind != ChunkKind::phrase || c.weapon != nullptr || c.party) return false;
  if (c.stands_for < f.stage.chunks.size())
    return f.chunk(c.stands_for).span.contains(span_of(told, "item")) ||
           span_of(told, "item").contains(f.chunk(c.stands_for).span);
  const bool told_before = told.evidence.bytes.end <= f.stage.sentence_begin();
  const bool of_these =
      i >= 3 && is_word(f.chunk(0), "of") && is_word(f.chunk(2), ",") &&
      (f.chunk(1).head == "these" || f.chunk(1).head == "them" || f.chunk(1).head == "those");
  return told_before && (c.meant != nullptr || (of_these && is_count(c)));
}

/// "ten of them were T-72s": a kind of the goods of a deed, as part of it.
std::vector<Claim> kinds_of_goods(const Filler& f, const Claim& told) {
  const auto& subject = f.sides.of("subj");
  if (subject.size() != 1 || f.trigger().negated || !f.trigger().modals.empty() ||
      !counts_part_of(f, subject.front(), told))
    return {};
  std::vector<Claim> out;
  for (const std::size_t i : goods_behind(f)) {
    if (f.chunk(i).weapon == nullptr) continue;  // "were new", "were gifts"
    Claim claim = f.start(told.type);
    f.set_item(claim, i);
    if (!claim.quantity && out.empty() && f.chunk(subject.front()).quantity != nullptr) {
      f.set_quantity(claim, subject.front());
      if (claim.quantity->unit.empty() && told.item) claim.quantity->unit = unit_of(*told.item);
    }
    claim.actor = told.actor;
    claim.target = told.target;
    claim.period = told.period;
    claim.certainty = told.certainty;
    claim.part = true;
    out.push_back(std::move(claim));
  }
  return out;
}

}  // namespace

std::vector<Claim> among_goods(Filler& f) {
  if (f.stage.memory.deed && f.stage.memory.deed->type == "transfer") {
    if (auto kinds = kinds_of_goods(f, *f.stage.memory.deed); !kinds.empty()) return kinds;
  }
  const auto& deed = f.stage.memory.deed;
  const bool among = f.at > 2 && f.stage.chunks.size() > 2 && is_word(f.chunk(0), "among") &&
                     f.trigger().voice == Voice::active && !f.trigger().negated;
  if (!among || !deed || deed->type != "transfer" ||
      deed->evidence.bytes.begin != f.stage.sentence_begin() || item_span(*deed) != f.chunk(1).span)
    return f.refuse("not among what went over");
  std::vector<Claim> out;
  for (const std::size_t i : goods_behind(f)) {
    Claim claim = f.start("transfer");
    f.set_item(claim, i);
    claim.actor = deed->actor;
    claim.target = deed->target;
    claim.period = deed->period;
    claim.certainty = deed->certainty;
    out.push_back(std::move(claim));
  }
  return out.empty() ? f.refuse("no goods behind it") : out;
}

}  // namespace msmt
