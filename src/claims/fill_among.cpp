/// Goods that a sentence names as some of those that it tells of first.
///
///     "Among the weapons that Serbia sent to Mali were 40 howitzers and 12 tanks"
#include "claims/fill_goods.hpp"
#include "claims/filler.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

std::vector<Claim> among_goods(Filler& f) {
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
