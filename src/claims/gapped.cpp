/// Clauses without their verb: "Germany sent 30 tanks to Kyiv, and Poland 12".
#include <algorithm>

#include "claims/ellipsis.hpp"
#include "claims/relative.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

void and_others(const Stage& stage, std::size_t trigger, std::vector<Claim>& found) {
  static constexpr std::string_view kTypes[] = {"transfer", "theft", "finance", "deployment",
                                                "possession"};
  if (found.size() != 1 || !found.front().quantity || !found.front().actor ||
      std::find(std::begin(kTypes), std::end(kTypes), found.front().type) == std::end(kTypes))
    return;
  const auto& chunks = stage.chunks;
  const Span counted = span_of(found.front(), "quantity");
  for (std::size_t k = trigger + 1; k + 2 < chunks.size(); ++k) {
    if (chunks[k].span.begin < counted.end) continue;
    if (chunks[k].kind == ChunkKind::verb && chunks[k].voice != Voice::participle) return;
    if (!is_word(chunks[k], ",") && !is_word(chunks[k], "and") && !is_word(chunks[k], ";"))
      continue;
    std::size_t by = k + 1;
    while (by < chunks.size() && (is_word(chunks[by], "and") || is_word(chunks[by], ","))) ++by;
    if (by + 1 >= chunks.size()) return;
    const Chunk& who = chunks[by];
    const Chunk& count = chunks[by + 1];
    const bool gap = who.kind == ChunkKind::phrase && who.party && !who.pronoun &&
                     who.quantity == nullptr && count.kind == ChunkKind::phrase &&
                     count.quantity != nullptr && count.of.empty();
    if (!gap) continue;
    const bool ends = by + 2 >= chunks.size() || chunks[by + 2].kind == ChunkKind::date ||
                      chunks[by + 2].kind == ChunkKind::word;
    const auto named = who.person ? who.party : party_of(stage, by);
    Quantity quantity = std::get<Quantity>(count.quantity->value);
    const bool same_kind = quantity.unit.empty() || quantity.unit == found.front().quantity->unit;
    if (!ends || !named || named->party == *found.front().actor || !same_kind) return;
    quantity.unit = found.front().quantity->unit;
    Claim claim = found.front();
    std::erase_if(claim.evidence.spans, [](const auto& span) {
      return span.first == "actor" || span.first == "quantity" || span.first == "item" ||
             span.first == "period";
    });
    claim.actor = named->party;
    if (claim.target == claim.actor) claim.target.reset();
    claim.quantity = quantity;
    claim.evidence.spans.emplace_back("actor", named->span);
    claim.evidence.spans.emplace_back("quantity", count.quantity->span);
    claim.evidence.spans.emplace_back("item", count.span);
    if (by + 2 < chunks.size() && chunks[by + 2].kind == ChunkKind::date) {
      const auto& date = std::get<Date>(chunks[by + 2].date->value);
      if (!date.edtf.empty() || waits_for_anchor(date)) claim.period = date;
      claim.evidence.spans.emplace_back("period", chunks[by + 2].span);
    }
    found.push_back(std::move(claim));
    k = by + 1;
  }
}

void and_others_own(const Stage& stage, std::size_t trigger, std::vector<Claim>& found) {
  if (found.size() != 1 || !found.front().actor ||
      (found.front().type != "transfer" && found.front().type != "technology"))
    return;
  const auto& chunks = stage.chunks;
  for (std::size_t k = trigger + 1; k + 2 < chunks.size(); ++k) {
    if (chunks[k].kind == ChunkKind::verb) return;
    const Chunk& who = chunks[k + 1];
    const Chunk& own = chunks[k + 2];
    const bool gap = is_word(chunks[k], "and") && who.country_head && own.owner &&
                     own.owner->party.name == "its" &&
                     Grammar::type_of_class(class_of(stage.grammar, own)) == found.front().type;
    if (!gap) continue;
    const bool ends = k + 3 >= chunks.size() || chunks[k + 3].kind != ChunkKind::verb;
    const auto named = party_of(stage, k + 1);
    if (!ends || !named || named->party == *found.front().actor) return;
    Claim claim = found.front();
    std::erase_if(claim.evidence.spans, [](const auto& span) {
      return span.first == "actor" || span.first == "quantity" || span.first == "item";
    });
    claim.actor = named->party;
    if (claim.target == claim.actor) claim.target.reset();
    claim.quantity.reset();
    claim.item = item_of(stage, own);
    claim.evidence.spans.emplace_back("actor", named->span);
    claim.evidence.spans.emplace_back("item", own.span);
    found.push_back(std::move(claim));
    return;
  }
}

void and_to_others(const Stage& stage, std::size_t trigger, std::vector<Claim>& found) {
  if (found.size() != 1 || !found.front().quantity || !found.front().target) return;
  const auto& chunks = stage.chunks;
  for (std::size_t k = trigger + 1; k + 3 < chunks.size(); ++k) {
    if (chunks[k].kind == ChunkKind::verb) return;
    const Chunk& count = chunks[k + 1];
    const bool gap = (is_word(chunks[k], "and") || is_word(chunks[k], ",")) &&
                     count.kind == ChunkKind::phrase && count.quantity != nullptr &&
                     count.item_class.empty() && !count.money &&
                     (is_word(chunks[k + 2], "to") || is_word(chunks[k + 2], "for") ||
                      is_word(chunks[k + 2], "at") || is_word(chunks[k + 2], "against"));
    if (!gap) continue;
    const auto named = party_of(stage, k + 3);
    const auto& quantity = std::get<Quantity>(count.quantity->value);
    const bool same_kind = quantity.unit.empty() || quantity.unit == found.front().quantity->unit;
    if (!named || named->party.iso2.empty() || !same_kind ||
        named->party == *found.front().target || named->party == found.front().actor)
      return;
    Claim claim = found.front();
    std::erase_if(claim.evidence.spans, [](const auto& span) {
      return span.first == "target" || span.first == "quantity" || span.first == "item";
    });
    claim.target = named->party;
    claim.quantity = quantity;
    claim.quantity->unit = found.front().quantity->unit;
    claim.evidence.spans.emplace_back("target", named->span);
    claim.evidence.spans.emplace_back("quantity", count.quantity->span);
    claim.evidence.spans.emplace_back("item", count.span);
    found.push_back(std::move(claim));
    k += 3;
  }
}

}  // namespace msmt
