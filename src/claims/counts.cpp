#include "claims/counts.hpp"

#include <algorithm>
#include <array>

#include "claims/parties.hpp"
#include "claims/relative.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

void trips(const Stage& stage, const Sentence& sentence, std::vector<Claim>& claims) {
  for (const Mention& mention : stage.reading.mentions) {
    const auto* quantity = std::get_if<Quantity>(&mention.value);
    if (quantity == nullptr) continue;
    if (!stage.grammar.is(WordClass::trip, quantity->unit)) continue;
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
        drop_spans(counted, {"quantity"});
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

void named_parts(const Stage& stage, std::vector<Claim>& claims) {
  const auto& chunks = stage.chunks;
  std::size_t colon = 0;
  while (colon < chunks.size() && !is_word(chunks[colon], ":")) ++colon;
  if (colon >= chunks.size() || claims.empty()) return;
  const Claim* total = nullptr;
  for (const Claim& claim : claims) {
    if (claim.quantity && claim.quantity->value &&
        item_span(claim).end <= chunks[colon].span.begin && !item_span(claim).empty() &&
        item_span(claim).begin >= stage.sentence_begin())
      total = &claim;
  }
  if (total == nullptr) return;
  double sum = 0;
  std::vector<Claim> found;
  for (std::size_t i = colon + 1; i < chunks.size(); ++i) {
    const Chunk& chunk = chunks[i];
    if (is_word(chunk, ";")) break;
    const bool member =
        is_word(chunks[i - 1], ":") || is_word(chunks[i - 1], ",") || is_word(chunks[i - 1], "and");
    if (!member || chunk.kind != ChunkKind::phrase || chunk.quantity == nullptr) continue;
    const auto& quantity = std::get<Quantity>(chunk.quantity->value);
    const std::string klass = class_of(stage.grammar, chunk);
    const bool people = klass == "troops" || klass == "workers" || klass == "people";
    const bool of_people = total->type == "deployment" || total->type == "labor";
    const bool kind =
        of_people ? people : !klass.empty() && Grammar::type_of_class(klass) == total->type;
    if (!kind || !quantity.value) continue;
    sum += *quantity.value;
    Claim part = *total;
    part.quantity = quantity;
    part.part = true;
    part.item = item_of(stage, chunk);
    part.equivalent.reset();
    drop_spans(part, {"quantity", "item"});
    part.evidence.spans.emplace_back("quantity", chunk.quantity->span);
    part.evidence.spans.emplace_back("item", chunk.span);
    place(stage.doc, part, stage.sentence().span);
    const bool known = std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) {
      return item_span(claim) == chunk.span;
    });
    if (!known) found.push_back(std::move(part));
  }
  if (sum > *total->quantity->value) return;
  for (Claim& claim : found) claims.push_back(std::move(claim));
}

namespace {

/// The body whose members or states a count names: "the 11 participating states of the MSMT", "its
/// eleven members", "a report by eleven countries".
std::optional<Named> body_counted(const Stage& stage, const Mention& count, std::size_t at) {
  const auto& tokens = stage.reading.tokens;
  std::size_t first = 0;
  while (first < tokens.size() && tokens[first].span.begin < count.span.begin) ++first;
  std::size_t next = first;
  while (next < tokens.size() && tokens[next].span.end <= count.span.end) ++next;
  const std::string text = fold(stage.doc.words(count.span));
  const std::string before = first > 0 ? tokens[first - 1].folded : std::string();
  const bool takes_part = text.find("participating") != std::string::npos ||
                          text.find("member") != std::string::npos ||
                          text.find("founding") != std::string::npos;
  if ((before == "the" || before == "all" || takes_part) && next + 1 < tokens.size() &&
      (tokens[next].folded == "of" || tokens[next].folded == "in")) {
    const std::size_t name = tokens[next + 1].folded == "the" ? next + 2 : next + 1;
    for (const Mention& mention : stage.reading.mentions) {
      const auto* body = std::get_if<Organization>(&mention.value);
      if (body == nullptr || name >= tokens.size()) continue;
      const bool whole = body->kind == "monitoring body" ||
                         (takes_part && body->kind == "international organization");
      if (whole && mention.span.contains(tokens[name].span))
        return Named{{body->name, ""}, mention.span};
    }
  }
  if (before == "its" && takes_part) return body_for(stage, at);
  const bool reports =
      at >= 2 && stage.chunks[at - 2].item_class == "document" &&
      (is_word(stage.chunks[at - 1], "by") || is_word(stage.chunks[at - 1], "from"));
  if (reports && !stage.memory.reporter.empty())
    return Named{{stage.memory.reporter, ""}, count.span};
  return std::nullopt;
}

}  // namespace

void fallen_of_those_sent(std::vector<Claim>& claims) {
  for (Claim& fallen : claims) {
    if (fallen.type != "casualties" || !fallen.quantity || !span_of(fallen, "actor").empty())
      continue;
    const auto sent = std::find_if(claims.begin(), claims.end(), [&](const Claim& claim) {
      return claim.type == "deployment" && claim.actor && claim.quantity &&
             claim.quantity->unit == fallen.quantity->unit &&
             item_span(claim).begin < item_span(fallen).begin &&
             claim.evidence.bytes.begin == fallen.evidence.bytes.begin;
    });
    if (sent == claims.end()) continue;
    fallen.actor = sent->actor;
    const Span named = span_of(*sent, "actor");
    if (!named.empty()) fallen.evidence.spans.emplace_back("actor", named);
  }
}

void victims(std::vector<Claim>& claims) {
  const Claim* attack = nullptr;
  for (const Claim& claim : claims) {
    if (claim.type == "use" && claim.target && !claim.target->iso2.empty()) attack = &claim;
  }
  if (attack == nullptr) return;
  for (Claim& claim : claims) {
    if (claim.type != "casualties" || claim.actor ||
        claim.evidence.bytes.begin != attack->evidence.bytes.begin)
      continue;
    claim.actor = attack->target;
    for (const auto& [name, span] : attack->evidence.spans) {
      if (name == "target") claim.evidence.spans.emplace_back("actor", span);
    }
  }
}

void member_counts(const Stage& stage, std::vector<Claim>& claims) {
  for (const Mention& mention : stage.reading.mentions) {
    const auto* quantity = std::get_if<Quantity>(&mention.value);
    if (quantity == nullptr || quantity->relation != Relation::exactly) continue;
    if (!stage.grammar.is(WordClass::state_unit, quantity->unit)) continue;
    std::size_t at = 0;
    while (at < stage.chunks.size() && stage.chunks[at].span.end < mention.span.end) ++at;
    if (at == stage.chunks.size()) continue;
    const bool known = std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) {
      return claim.type == "membership" && claim.quantity == *quantity;
    });
    const auto body = known ? std::nullopt : body_counted(stage, mention, at);
    if (!body || !body->party.iso2.empty()) continue;
    Claim claim;
    claim.type = "membership";
    claim.actor = body->party;
    claim.quantity = *quantity;
    claim.evidence.rule = "member.count";
    claim.evidence.spans.emplace_back("actor", body->span);
    claim.evidence.spans.emplace_back("quantity", mention.span);
    place(stage.doc, claim, stage.sentence().span);
    claims.push_back(std::move(claim));
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
    const bool known = std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) {
      return item_span(claim) == chunk.span;
    });
    if (known) continue;
    bool listed_after_colon = false;
    for (std::size_t k = 0; k < i; ++k)
      listed_after_colon = listed_after_colon || is_word(chunks[k], ":");
    const bool adds = is_part(stage.doc.words(chunk.span)) ||
                      is_part(stage.doc.words({chunk.span.begin, chunks[i + 1].span.begin}));
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
    // "and another $2 million in the weeks since": a time of its own, and no sector
    const bool span_of_time = where && chunks[i + 2].quantity != nullptr;
    if (span_of_time) {
      part.period.reset();
      drop_spans(part, {"period"});
    }
    part.part = true;
    part.equivalent.reset();
    drop_spans(part, {"quantity", "item"});
    part.evidence.spans.emplace_back("quantity", chunk.quantity->span);
    part.evidence.spans.emplace_back("item", chunk.span);
    if (part.item && where && !span_of_time) {
      const Span sector{chunks[i + 1].span.begin, chunks[i + 2].span.end};
      part.item->name += " " + quote(stage.doc, sector);
    }
    place(stage.doc, part, sentence.span);
    found.push_back(std::move(part));
  }
  for (Claim& claim : found) claims.push_back(std::move(claim));
}

}  // namespace msmt
