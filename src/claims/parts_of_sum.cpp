/// Parts of a sum or a count: "imported arms for $120 million, of which $70 million came from Russia".
#include <algorithm>

#include "claims/ellipsis.hpp"
#include "claims/relative.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

namespace {

/// Where the parts of what chunk `from` counts begin; the number of chunks for nowhere.
std::size_t parts_begin(const std::vector<Chunk>& chunks, std::size_t from) {
  for (std::size_t k = from; k + 2 < chunks.size(); ++k) {
    if (chunks[k].stands_for + 1 == from && chunks[k].quantity != nullptr) return k;
    if (is_word(chunks[k], "which") && k > 0 && is_word(chunks[k - 1], "of")) return k + 1;
    if (is_word(chunks[k], ":") || is_word(chunks[k], "of which")) return k + 1;
    if (chunks[k].kind == ChunkKind::verb || is_word(chunks[k], ";") || is_word(chunks[k], "."))
      break;
  }
  return chunks.size();
}

/// The verb between a part and its side says only that it came or went.
bool only_moves(const Stage& stage, const Chunk& chunk) {
  if (chunk.kind != ChunkKind::verb || chunk.negated) return false;
  if (chunk.lemma == "be") return true;
  return stage.grammar.evokes("verb", chunk.lemma, {"*"});
}

}  // namespace

void parts_of_sum(const Stage& stage, std::vector<Claim>& found) {
  if (found.size() != 1 || found.front().type != "transfer" || !found.front().quantity ||
      found.front().actor.has_value() == found.front().target.has_value())
    return;
  const auto& chunks = stage.chunks;
  const Claim whole = found.front();
  const Span counted = span_of(whole, "quantity");
  const auto of_whole = std::find_if(chunks.begin(), chunks.end(), [&](const Chunk& chunk) {
    return chunk.quantity != nullptr && chunk.quantity->span == counted;
  });
  if (of_whole == chunks.end()) return;
  std::size_t k = parts_begin(chunks, static_cast<std::size_t>(of_whole - chunks.begin()) + 1);
  const bool from_somebody = !whole.actor;
  while (k + 2 < chunks.size()) {
    while (k < chunks.size() && (is_word(chunks[k], ",") || is_word(chunks[k], "and"))) ++k;
    if (k + 2 >= chunks.size() || chunks[k].quantity == nullptr) return;
    const std::size_t part = k++;
    if (only_moves(stage, chunks[k])) ++k;
    const bool links = from_somebody ? is_word(chunks[k], "from") || is_word(chunks[k], "by")
                                     : is_word(chunks[k], "to");
    if (!links || k + 1 >= chunks.size()) return;
    auto side = party_of(stage, k + 1);
    if (!side) side = owner_of(stage, k + 1);  // "from Russian firms", "from companies in Chad"
    std::size_t end = k + 2;
    if (!side && k + 3 < chunks.size() && is_word(chunks[end], "in")) {
      side = party_of(stage, k + 3);
      end = k + 4;
    }
    const auto& quantity = std::get<Quantity>(chunks[part].quantity->value);
    const bool alike = quantity.unit == whole.quantity->unit || quantity.unit.empty() ||
                       quantity.unit == "percent";
    if (!side || !alike || side->party == whole.actor || side->party == whole.target) return;
    Claim claim = whole;
    const std::string_view role = from_somebody ? "actor" : "target";
    drop_spans(claim, {"quantity", role});
    (from_somebody ? claim.actor : claim.target) = side->party;
    claim.evidence.spans.emplace_back(role, side->span);
    claim.quantity = quantity;
    if (quantity.unit.empty()) claim.quantity->unit = whole.quantity->unit;
    claim.evidence.spans.emplace_back("quantity", chunks[part].quantity->span);
    found.push_back(std::move(claim));
    k = end;
  }
}

namespace {

void date_by(Claim& claim, const Chunk& chunk) {
  if (chunk.kind != ChunkKind::date) return;
  set_period(claim, chunk);
}

}  // namespace

void rose_to(const Stage& stage, std::vector<Claim>& found) {
  if (found.size() != 1 || found.front().type != "transfer" || !found.front().quantity) return;
  const auto& chunks = stage.chunks;
  const Span counted = span_of(found.front(), "quantity");
  for (std::size_t k = 2; k + 2 < chunks.size(); ++k) {
    if (chunks[k].quantity == nullptr || chunks[k].quantity->span != counted) continue;
    const std::size_t to = chunks[k + 1].kind == ChunkKind::date ? k + 2 : k + 1;
    const bool rises = is_word(chunks[k - 1], "from") && chunks[k - 2].kind == ChunkKind::verb &&
                       stage.grammar.is(WordClass::reach, chunks[k - 2].lemma);
    if (!rises || to + 1 >= chunks.size() || !is_word(chunks[to], "to") ||
        chunks[to + 1].quantity == nullptr)
      return;
    const auto& quantity = std::get<Quantity>(chunks[to + 1].quantity->value);
    if (quantity.unit != found.front().quantity->unit) return;
    for (Claim& claim : found) {
      drop_spans(claim, {"period"});
      claim.period.reset();
    }
    Claim later = found.front();
    drop_spans(later, {"quantity", "item"});
    later.quantity = quantity;
    later.evidence.spans.emplace_back("quantity", chunks[to + 1].quantity->span);
    date_by(found.front(), chunks[k + 1]);
    if (to + 2 < chunks.size()) date_by(later, chunks[to + 2]);
    found.push_back(std::move(later));
    return;
  }
}

}  // namespace msmt
