#include "claims/counts.hpp"

#include <algorithm>

#include "claims/relative.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

void trips(const Stage& stage, const Sentence& sentence, std::vector<Claim>& claims) {
  for (const Mention& mention : stage.reading.mentions) {
    const auto* quantity = std::get_if<Quantity>(&mention.value);
    if (quantity == nullptr) continue;
    if (quantity->unit != "occasion" && quantity->unit != "time" && quantity->unit != "times" &&
        quantity->unit != "trip" && quantity->unit != "voyage") {
      continue;
    }
    const Claim* moved = nullptr;
    Claim* transport = nullptr;
    for (Claim& claim : claims) {
      if (claim.type == "transfer") moved = &claim;
      if (claim.type == "transport" && !claim.quantity) transport = &claim;
      const bool counted =
          claim.quantity && claim.quantity->unit == quantity->unit && claim.type == "transport";
      if (counted) transport = nullptr;
      if (counted) break;
    }
    const bool known = std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) {
      return claim.type == "transport" && claim.quantity && *claim.quantity == *quantity;
    });
    if (known) continue;
    if (transport == nullptr && (quantity->unit == "trip" || quantity->unit == "voyage")) {
      // "four ships delivered the shells in 64 trips": ships and trips are two counts
      for (const Claim& claim : claims) {
        if (claim.type != "transport" || !claim.quantity) continue;
        Claim counted = claim;
        counted.quantity = *quantity;
        std::erase_if(counted.evidence.spans,
                      [](const auto& span) { return span.first == "quantity"; });
        counted.evidence.spans.emplace_back("quantity", mention.span);
        place(stage.doc, counted, sentence.span);
        claims.push_back(std::move(counted));
        break;
      }
    }
    if (transport != nullptr) {
      transport->quantity = *quantity;
      transport->evidence.spans.emplace_back("quantity", mention.span);
      if (!transport->period && moved != nullptr) transport->period = moved->period;
      place(stage.doc, *transport, sentence.span);
    }
  }
}

void equivalents(const Reading& reading, std::vector<Claim>& claims) {
  for (const Mention& mention : reading.mentions) {
    const auto* quantity = std::get_if<Quantity>(&mention.value);
    if (quantity == nullptr) continue;
    const bool formation = quantity->unit == "brigade" || quantity->unit == "division" ||
                           quantity->unit == "battalion" || quantity->unit == "regiment";
    if (!formation && mention.rule != "quantity/ratio") continue;
    Claim* described = nullptr;
    for (Claim& claim : claims) {
      if (claim.quantity && claim.type == "transfer" && *claim.quantity != *quantity)
        described = &claim;
    }
    if (described == nullptr) continue;
    described->equivalent = *quantity;
    described->evidence.spans.emplace_back("equivalent", mention.span);
    std::stable_sort(described->evidence.spans.begin(), described->evidence.spans.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
  }
}

void parts(const Stage& stage, const Sentence& sentence, std::vector<Claim>& claims) {
  const auto& chunks = stage.chunks;
  std::vector<Claim> found;
  for (std::size_t i = 1; i + 1 < chunks.size(); ++i) {
    const Chunk& chunk = chunks[i];
    if (chunk.kind != ChunkKind::phrase || chunk.quantity == nullptr || !chunk.item_class.empty())
      continue;
    if (i + 2 >= chunks.size() && chunks[i + 1].kind != ChunkKind::date) continue;
    const auto& quantity = std::get<Quantity>(chunk.quantity->value);
    const bool bare = chunk.quantity->span.end == chunk.span.end && !chunk.weapon;
    const bool where = is_word(chunks[i + 1], "in") && chunks[i + 2].kind == ChunkKind::phrase &&
                       !chunks[i + 2].country_head;
    const bool when = chunks[i + 1].kind == ChunkKind::date;
    if (!bare || (!where && !when)) continue;
    bool listed_after_colon = false;
    for (std::size_t k = 0; k < i; ++k)
      listed_after_colon = listed_after_colon || is_word(chunks[k], ":");
    const bool adds = is_part(stage.doc.text(chunk.span)) ||
                      is_part(stage.doc.text({chunk.span.begin, chunks[i + 1].span.begin}));
    if (when && !listed_after_colon && !adds) continue;
    const Claim* total = nullptr;
    for (const Claim& claim : claims) {
      if (claim.quantity && (claim.quantity->unit == quantity.unit || listed_after_colon) &&
          claim.evidence.bytes == sentence.span && claim.quantity->value > quantity.value &&
          item_span(claim).begin < chunk.span.begin) {
        total = &claim;
      }
    }
    if (total == nullptr) continue;
    Claim part = *total;
    part.quantity = quantity;
    part.quantity->unit = total->quantity->unit;
    if (when) {
      const auto& date = std::get<Date>(chunks[i + 1].date->value);
      if (!date.edtf.empty() || waits_for_anchor(date)) part.period = date;
    }
    part.part = true;
    part.equivalent.reset();
    std::erase_if(part.evidence.spans, [](const auto& span) {
      return span.first == "quantity" || span.first == "item";
    });
    part.evidence.spans.emplace_back("quantity", chunk.quantity->span);
    part.evidence.spans.emplace_back("item", chunk.span);
    if (part.item && where) {
      const Span sector{chunks[i + 1].span.begin, chunks[i + 2].span.end};
      part.item->name += " " + quote(stage.doc, sector);
    }
    place(stage.doc, part, sentence.span);
    found.push_back(std::move(part));
  }
  for (Claim& claim : found) claims.push_back(std::move(claim));
}

}  // namespace msmt
