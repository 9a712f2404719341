#include "claims/sentence_claims.hpp"

#include <algorithm>

#include "claims/relative.hpp"

namespace msmt {

Span span_of(const Claim& claim, std::string_view field) {
  for (const auto& [name, span] : claim.evidence.spans) {
    if (name == field) return span;
  }
  return {};
}

Span item_span(const Claim& claim) { return span_of(claim, "item"); }

void place(const Document& doc, Claim& claim, Span span) {
  Evidence& evidence = claim.evidence;
  evidence.source = doc.path;
  evidence.url = doc.url.value_or("");
  evidence.publisher = doc.publisher.value_or("");
  evidence.bytes = span;
  const Position begin = doc.position(span.begin);
  evidence.chars = {begin.character, doc.position(span.end).character};
  evidence.line = begin.line;
  evidence.column = begin.column;
  evidence.quote = quote(doc, span);
  std::stable_sort(evidence.spans.begin(), evidence.spans.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  evidence.spans.erase(std::unique(evidence.spans.begin(), evidence.spans.end(),
                                   [](const auto& a, const auto& b) { return a.first == b.first; }),
                       evidence.spans.end());
}

bool capped(const std::vector<Claim>& claims, Span noun) {
  return std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) {
    return (claim.type == "limit" || claim.type == "veto" || claim.type == "training") &&
           item_span(claim) == noun;
  });
}

bool ruled(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t i) {
  if (i == 0) return false;
  const Chunk& before = chunks[i - 1];
  if (before.kind == ChunkKind::verb && before.voice != Voice::passive) {
    const auto& frames = grammar.frames("verb", before.lemma);
    return std::any_of(frames.begin(), frames.end(),
                       [](const Frame* frame) { return frame->id == "limit.ban"; });
  }
  return i >= 2 && is_word(before, "on") && chunks[i - 2].kind == ChunkKind::phrase &&
         chunks[i - 2].item_class == "measure";
}

bool is_new(const std::vector<Claim>& claims, const Claim& claim) {
  for (const Claim& known : claims) {
    const bool same_type = known.type == claim.type;
    if (!same_type) continue;
    const Span item = item_span(claim);
    // "Russia and China vetoed", "to Jordan and Syria": one trigger, several sides
    const bool other_side = span_of(claim, "trigger") == span_of(known, "trigger") &&
                            (known.actor != claim.actor || known.target != claim.target);
    // "four ships, which made 64 voyages": ships and voyages
    const bool other_count = claim.type == "transport" && known.quantity && claim.quantity &&
                             known.quantity->unit != claim.quantity->unit;
    if (!item.empty() && item == item_span(known) && !other_side && !other_count) return false;
    if (known.item == claim.item && known.actor == claim.actor && known.target == claim.target &&
        known.quantity == claim.quantity) {
      return false;
    }
  }
  return true;
}

void negate(Claim& claim, const std::vector<Chunk>& chunks, const Sides& sides) {
  for (const std::string_view side : {"subj", "obj"}) {
    for (const std::size_t i : sides.of(side)) {
      const bool none = chunks[i].head == "none" ||
                        (i >= 2 && is_word(chunks[i - 1], "of") && chunks[i - 2].head == "none");
      const bool not_one = i > 0 && is_word(chunks[i - 1], "not");
      if (none || not_one || chunks[i].negative) claim.certainty = Certainty::denied;
    }
  }
}

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
      std::erase_if(claim.evidence.spans, [](const auto& span) {
        return span.first == "target" || span.first == "period" || span.first == "quantity";
      });
      claim.target = next.party->party;
      claim.quantity.reset();
      claim.evidence.spans.emplace_back("target", next.party->span);
      const auto& date = std::get<Date>(chunks[k + 3].date->value);
      if (!date.edtf.empty() || waits_for_anchor(date)) claim.period = date;
      claim.evidence.spans.emplace_back("period", chunks[k + 3].span);
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
    std::erase_if(claim.evidence.spans,
                  [](const auto& span) { return span.first == "actor" || span.first == "period"; });
    claim.actor = named->party;
    claim.evidence.spans.emplace_back("actor", named->span);
    const auto& date = std::get<Date>(chunks[k + 2].date->value);
    if (!date.edtf.empty() || waits_for_anchor(date)) claim.period = date;
    claim.evidence.spans.emplace_back("period", chunks[k + 2].span);
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
    std::erase_if(claim.evidence.spans, [](const auto& span) {
      return span.first == "quantity" || span.first == "period" || span.first == "item";
    });
    const std::string unit = claim.quantity->unit;
    claim.quantity = quantity;
    claim.quantity->unit = unit;
    claim.evidence.spans.emplace_back("quantity", chunks[k + 2].quantity->span);
    const auto& date = std::get<Date>(chunks[k + 3].date->value);
    if (!date.edtf.empty() || waits_for_anchor(date)) claim.period = date;
    claim.evidence.spans.emplace_back("period", chunks[k + 3].span);
    found.push_back(std::move(claim));
    return;
  }
}

void drop_sideless(std::vector<Claim>& claims) {
  const auto sides = [](const Claim& claim) {
    return (claim.actor ? 1 : 0) + (claim.target ? 1 : 0);
  };
  // "the ban covers missiles", "no weapons were shown": goods that nobody gives or takes
  std::erase_if(claims, [&](const Claim& claim) {
    const bool vague = claim.certainty == Certainty::denied || !claim.item ||
                       claim.item->category == "goods" || claim.item->category == "parts";
    return claim.type == "transfer" && sides(claim) == 0 && vague;
  });
  int most = 0;
  for (const Claim& claim : claims) {
    if (claim.type == "finance") most = std::max(most, sides(claim));
  }
  std::erase_if(claims, [&](const Claim& claim) {
    const bool alone = sides(claim) == 0 || (sides(claim) == 1 && !claim.actor);
    return claim.type == "finance" && alone && sides(claim) < most && !claim.quantity;
  });
}

namespace {

/// "a monitoring mechanism at the UN Security Council": the body that a body belongs to, and that
/// decides on it.
std::optional<Named> seat_of(const std::vector<Chunk>& chunks, Span body) {
  for (std::size_t i = 0; i + 2 < chunks.size(); ++i) {
    if (chunks[i].span.end != body.end || chunks[i].kind != ChunkKind::phrase) continue;
    const Chunk& seat = chunks[i + 2];
    const bool at = is_word(chunks[i + 1], "at") || is_word(chunks[i + 1], "of") ||
                    is_word(chunks[i + 1], "under");
    if (at && seat.kind == ChunkKind::phrase && seat.party && seat.party->party.iso2.empty() &&
        seat.party->party.name.ends_with("Council")) {
      return seat.party;
    }
  }
  return std::nullopt;
}

}  // namespace

void spread(std::vector<Claim>& claims, const std::vector<Chunk>& chunks) {
  // "used its veto in the Council to block the renewal": one veto
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (claims[i].type != "veto" || claims[i].item) continue;
    for (Claim& other : claims) {
      if (&other == &claims[i] || other.type != "veto" || !other.item ||
          other.actor != claims[i].actor)
        continue;
      if (!other.target) other.target = claims[i].target;
      if (!other.period) other.period = claims[i].period;
      claims.erase(claims.begin() + static_cast<std::ptrdiff_t>(i));
      --i;
      break;
    }
  }
  for (Claim& claim : claims) {
    if (claim.type != "veto" || claim.item) continue;
    for (const Claim& other : claims) {
      if (other.type != "dissolution" || !other.actor) continue;
      claim.item = Item{other.actor->name, "", "", "monitoring-mechanism"};
      for (const auto& [name, span] : other.evidence.spans) {
        if (name != "actor") continue;
        claim.evidence.spans.emplace_back("item", span);
        if (claim.target) continue;
        if (const auto council = seat_of(chunks, span)) {
          claim.target = council->party;
          claim.evidence.spans.emplace_back("target", council->span);
        }
      }
    }
  }
}

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
