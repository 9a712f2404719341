/// Goods that go the other way: what is paid for other goods, behind the deed or in front of the clause.
///
///     "sent Russia shells in return for fuel"
///     "In exchange for fuel, Iran sent drones"
#include "claims/clause_words.hpp"
#include "claims/fill_goods.hpp"
#include "claims/filler.hpp"

namespace msmt {

namespace {

/// The chunks of "In exchange for shells and rockets, Iran got jets": what stands in front of the clause.
std::vector<std::size_t> paid_first(const Filler& f) {
  std::vector<std::size_t> out;
  std::size_t k = f.at;
  while (k > 0 && f.chunk(k - 1).kind != ChunkKind::verb && !opens_return(f.chunk(k - 1))) --k;
  if (k == 0 || !opens_return(f.chunk(k - 1)) || (k > 1 && f.chunk(k - 2).kind != ChunkKind::word))
    return out;
  for (; k + 1 < f.at && f.chunk(k).kind == ChunkKind::phrase; k += 2) {
    out.push_back(k);
    if (is_word(f.chunk(k + 1), ",") && is_word(f.chunk(k + 2), "and")) ++k;
    if (!is_word(f.chunk(k + 1), ",") && !is_word(f.chunk(k + 1), "and")) break;
  }
  return out;
}

}  // namespace

std::optional<Named> payer_in_front(const Filler& f) {
  const auto paid = paid_first(f);
  if (paid.empty() || !f.chunk(paid.front()).owner) return std::nullopt;
  auto owner = owner_of(f.stage, paid.front());
  return owner && !owner->party.iso2.empty() ? owner : std::nullopt;
}

void goods_back(Filler& f, std::vector<Claim>& out, const Named& actor, const Named& target) {
  std::vector<std::size_t> back = paid_first(f);
  for (const std::string_view words : {"in return for", "in exchange for"}) {
    for (const std::size_t i : f.sides.of(words)) back.push_back(i);
  }
  for (const std::size_t i : back) {
    const std::string klass = class_of(f.stage.grammar, f.chunk(i));
    const bool goods = klass == "arms" || klass == "fuel" || klass == "parts" ||
                       klass == "knowhow" || klass == "goods" || klass == "aid" ||
                       klass == "money" || klass == "troops" || klass == "workers";
    // "In exchange for Iran's support": of who takes what comes back
    const auto owner = owner_of(f.stage, i);
    const bool own = !f.chunk(i).owner || (i < f.at && owner && owner->party == target.party);
    if (goods && (!f.chunk(i).definite || f.chunk(i).owner) && own)
      out.insert(out.begin(),
                 one(f, i, Grammar::type_of_class(klass), target, actor, std::nullopt));
  }
}

}  // namespace msmt
