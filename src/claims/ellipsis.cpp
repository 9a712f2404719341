#include "claims/ellipsis.hpp"

#include <algorithm>

#include "claims/relative.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

void gapped(const Stage& stage, std::size_t trigger, std::vector<Claim>& found) {
  static constexpr std::string_view kTypes[] = {"sanction", "transfer", "veto"};
  if (found.size() != 1 || !found.front().actor ||
      std::find(std::begin(kTypes), std::end(kTypes), found.front().type) == std::end(kTypes))
    return;
  const auto& chunks = stage.chunks;
  if (found.front().type == "sanction" && found.front().target) {
    // "blacklisted the airline in 2011 for …, and the oil company PDVSA in January"
    bool dated = false;
    for (std::size_t k = trigger + 1; k + 3 < chunks.size(); ++k) {
      dated = dated || chunks[k].kind == ChunkKind::date;
      if (chunks[k].voice == Voice::active || chunks[k].voice == Voice::passive) break;
      const Chunk& next = chunks[k + 2];
      if (!dated || !is_word(chunks[k], ",") || !is_word(chunks[k + 1], "and")) continue;
      if (next.kind != ChunkKind::phrase || chunks[k + 3].kind != ChunkKind::date) continue;
      if (!next.party || !next.party->party.iso2.empty() ||
          *found.front().actor == next.party->party)
        break;
      const bool lister =
          std::any_of(next.names.begin(), next.names.end(), [](const Mention* name) {
            const auto* body = std::get_if<Organization>(&name->value);
            return body != nullptr &&
                   (body->kind == "government body" || body->kind == "international organization");
          });
      if (lister) break;
      Claim claim = found.front();
      drop_spans(claim, {"target", "period", "quantity"});
      claim.target = next.party->party;
      claim.quantity.reset();
      claim.evidence.spans.emplace_back("target", next.party->span);
      set_period(claim, chunks[k + 3]);
      found.push_back(std::move(claim));
      return;
    }
  }
  std::size_t k = trigger + 1;
  while (k < chunks.size() && chunks[k].kind != ChunkKind::date) {
    if (chunks[k].kind == ChunkKind::verb) return;
    ++k;
  }
  for (++k; k + 2 < chunks.size(); k += 3) {
    const bool also = is_word(chunks[k], "and") && k > trigger + 1;
    if (!is_word(chunks[k], ",") && !also) return;
    const Chunk& by = chunks[k + 1];
    if (by.kind != ChunkKind::phrase || !by.party || by.person || by.quantity != nullptr ||
        chunks[k + 2].kind != ChunkKind::date)
      return;
    const bool ends = k + 3 >= chunks.size() || is_word(chunks[k + 3], ".") ||
                      is_word(chunks[k + 3], ",") || is_word(chunks[k + 3], "and") ||
                      is_word(chunks[k + 3], ";");
    const auto named = party_of(stage, k + 1);
    if (!ends || !named || named->party == *found.front().actor) return;
    Claim claim = found.front();
    // "sanctioned Chad in 2020 and Togo in 2021": the same by the same, to another state
    const bool same_doer = also && !is_word(chunks[k - 1], ",") && claim.target &&
                           !claim.target->iso2.empty() && !named->party.iso2.empty();
    const std::string_view side = same_doer ? "target" : "actor";
    if (same_doer && named->party == *claim.target) return;
    drop_spans(claim, {side, "period"});
    (same_doer ? claim.target : claim.actor) = named->party;
    claim.evidence.spans.emplace_back(std::string(side), named->span);
    set_period(claim, chunks[k + 2]);
    found.push_back(std::move(claim));
  }
}

void compared(const Stage& stage, std::vector<Claim>& found) {
  if (found.size() != 1 || !found.front().quantity) return;
  const auto& chunks = stage.chunks;
  const Span counted = span_of(found.front(), "quantity");
  for (std::size_t k = 0; k + 3 < chunks.size(); ++k) {
    if (chunks[k].span.begin < counted.end) continue;
    if (chunks[k].kind == ChunkKind::verb) return;
    const bool up = is_word(chunks[k], "up") || is_word(chunks[k], "down");
    const bool compares = (up && is_word(chunks[k + 1], "from")) ||
                          (chunks[k].voice == Voice::participle && chunks[k].lemma == "compare" &&
                           is_word(chunks[k + 1], "with"));
    if (!compares || chunks[k + 2].quantity == nullptr || chunks[k + 3].kind != ChunkKind::date)
      continue;
    const auto& quantity = std::get<Quantity>(chunks[k + 2].quantity->value);
    if (!quantity.unit.empty() && quantity.unit != found.front().quantity->unit) return;
    Claim claim = found.front();
    drop_spans(claim, {"quantity", "period", "item"});
    const std::string unit = claim.quantity->unit;
    claim.quantity = quantity;
    claim.quantity->unit = unit;
    claim.evidence.spans.emplace_back("quantity", chunks[k + 2].quantity->span);
    set_period(claim, chunks[k + 3]);
    found.push_back(std::move(claim));
    return;
  }
}

}  // namespace msmt
