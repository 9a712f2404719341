#include "claims/sentence_claims.hpp"

#include <algorithm>

namespace msmt {

Span span_of(const Claim& claim, std::string_view field) {
  for (const auto& [name, span] : claim.evidence.spans) {
    if (name == field) return span;
  }
  return {};
}

void drop_spans(Claim& claim, std::initializer_list<std::string_view> fields) {
  std::erase_if(claim.evidence.spans, [&](const auto& span) {
    return std::find(fields.begin(), fields.end(), span.first) != fields.end();
  });
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
    if (grammar.is(WordClass::rule_verb, before.lemma)) return true;
    return grammar.evokes("verb", before.lemma, {"limit.ban"});
  }
  return i >= 2 && is_word(before, "on") && chunks[i - 2].kind == ChunkKind::phrase &&
         chunks[i - 2].item_class == "measure";
}

bool is_new(const std::vector<Claim>& claims, const Claim& claim) {
  for (const Claim& known : claims) {
    const bool same_type = known.type == claim.type;
    if (!same_type) continue;
    const Span item = item_span(claim);
    // "put its losses at 405 soldiers killed": one count of one side's dead
    const Span counted = span_of(claim, "quantity");
    if (claim.type == "casualties" && !claim.actor && !counted.empty() &&
        counted == span_of(known, "quantity"))
      return false;
    // "Russia and China vetoed", "to Jordan and Syria": one trigger, several sides
    const bool other_side = span_of(claim, "trigger") == span_of(known, "trigger") &&
                            (known.actor != claim.actor || known.target != claim.target);
    // "four ships, which made 64 voyages": ships and voyages
    const bool other_count = claim.type == "transport" && known.quantity && claim.quantity &&
                             known.quantity->unit != claim.quantity->unit;
    // "bringing the total to $2 billion this year and $3 billion since 2020": two sums; "added 12 ships, bringing the
    // total to 90": two counts
    const bool sums = claim.evidence.rule.starts_with("give.support") || claim.type == "sanction";
    const bool other_sum =
        sums && known.quantity && claim.quantity && known.quantity != claim.quantity;
    // "The jets, which Algeria ordered in 2021, arrived in March"
    const auto ordered = [](const Claim& c) { return c.evidence.rule.starts_with("order."); };
    if (ordered(known) != ordered(claim)) continue;
    // "were shipped to Togo and sold to rebels in Mali": on to another
    const bool handed_on = claim.target && known.target && *claim.target != *known.target &&
                           !span_of(claim, "target").empty() && !span_of(known, "target").empty();
    // "bought 30 missiles, which it later gave to Chad"
    const std::string& rule = claim.evidence.rule;
    const bool goes_on = rule.ends_with(".shared") || rule.ends_with(".relative") ||
                         rule.ends_with(".relative_object");
    if (handed_on && goes_on && claim.type == "transfer") continue;
    if (!item.empty() && item == item_span(known) && !other_side && !other_count && !other_sum)
      return false;
    if (known.item == claim.item && known.actor == claim.actor && known.target == claim.target &&
        known.quantity == claim.quantity) {
      return false;
    }
  }
  return true;
}

void drop_emptier(std::vector<Claim>& claims, const Claim& claim) {
  if (!claim.actor && !claim.target) return;
  std::erase_if(claims, [&](const Claim& known) {
    if (known.type != claim.type || item_span(claim).empty() ||
        item_span(known) != item_span(claim))
      return false;
    const bool neither = !known.actor && !known.target;
    const bool part =
        claim.actor && claim.target && (!known.quantity || known.quantity == claim.quantity) &&
        (known.actor ? !known.target && known.actor == claim.actor : known.target == claim.target);
    return neither || part;
  });
}

bool delivers_order(std::vector<Claim>& claims, const Claim& order) {
  const bool ordered = order.evidence.rule.starts_with("order.goods");
  // "sent the 12 tanks that it had promised Chad"
  const bool promised = !ordered && order.certainty == Certainty::planned &&
                        order.evidence.rule.ends_with("relative_object") && order.actor &&
                        order.target;
  if ((!ordered && !promised) || item_span(order).empty()) return false;
  const auto known = std::find_if(claims.begin(), claims.end(), [&](const Claim& claim) {
    return claim.type == "transfer" && claim.certainty == Certainty::reported &&
           (claim.target || promised) && item_span(claim) == item_span(order) &&
           (!order.target || !claim.target || order.target == claim.target) &&
           (promised ? claim.actor == order.actor
                     : !claim.actor || !order.actor || order.actor == claim.actor);
  });
  if (known == claims.end()) return false;
  const auto learn = [&](std::optional<Party> Claim::*side, std::string_view role) {
    if ((*known).*side || !(order.*side)) return;
    (*known).*side = order.*side;
    const Span span = span_of(order, role);  // none for a side that an earlier sentence gave
    if (!span.empty()) known->evidence.spans.emplace_back(std::string(role), span);
  };
  learn(&Claim::target, "target");
  learn(&Claim::actor, "actor");
  return true;
}

void negate(Claim& claim, const std::vector<Chunk>& chunks, const Sides& sides) {
  // "No one may supply the country with yachts": that nobody may is the rule
  if (claim.type == "limit" && !claim.evidence.rule.starts_with("limit.")) return;
  for (const std::string_view side : {"subj", "obj", "planner"}) {
    for (const std::size_t i : sides.of(side)) {
      const bool none = chunks[i].head == "none" ||
                        (i >= 2 && is_word(chunks[i - 1], "of") && chunks[i - 2].head == "none");
      const bool not_one = i > 0 && is_word(chunks[i - 1], "not");
      if (none || not_one || chunks[i].negative) claim.certainty = Certainty::denied;
    }
  }
}

void drop_sideless(std::vector<Claim>& claims) {
  const auto sides = [](const Claim& claim) {
    return (claim.actor ? 1 : 0) + (claim.target ? 1 : 0);
  };
  // "the ban covers missiles", "no weapons were shown": goods that nobody gives or takes
  std::erase_if(claims, [&](const Claim& claim) {
    // "the procurement of armoured vehicles": by nobody, from nobody, of no number
    return claim.type == "transfer" && sides(claim) == 0 && !claim.quantity && !claim.period &&
           claim.certainty != Certainty::denied && claim.evidence.rule.starts_with("get.noun");
  });
  std::erase_if(claims, [&](const Claim& claim) {
    const bool vague = claim.certainty == Certainty::denied || !claim.item ||
                       claim.item->category == "goods" || claim.item->category == "parts";
    return claim.type == "transfer" && sides(claim) == 0 && vague;
  });
  // "agreed on the delivery of a second regiment": of air defence, as likely as of men
  std::erase_if(claims, [&](const Claim& claim) {
    return claim.type == "deployment" && sides(claim) == 0 && !claim.quantity &&
           claim.evidence.rule.starts_with("give.noun");
  });
  int most = 0;
  for (const Claim& claim : claims) {
    if (claim.type == "finance") most = std::max(most, sides(claim));
  }
  std::erase_if(claims, [&](const Claim& claim) {
    const bool alone = sides(claim) == 0 || (sides(claim) == 1 && !claim.actor);
    const bool laundered = claim.evidence.rule.starts_with("finance.launder");
    return claim.type == "finance" && alone && !laundered && sides(claim) < most && !claim.quantity;
  });
}

namespace {

/// "a sanctions panel at the African Union", "the Council's panel": the body that a body
/// belongs to, and that decides on it.
std::optional<Named> seat_of(const std::vector<Chunk>& chunks, Span body) {
  for (const Chunk& chunk : chunks) {
    if (chunk.kind != ChunkKind::phrase || !chunk.span.contains(body)) continue;
    for (const Mention* name : chunk.names) {
      const auto* council = std::get_if<Organization>(&name->value);
      if (council != nullptr && name->span.end < chunk.span.end &&
          council->name.ends_with("Council"))
        return Named{{council->name, ""}, name->span};
    }
  }
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

}  // namespace msmt
