/// Clauses without their verb: "Germany sent 30 tanks to Kyiv, and Poland 12".
#include <algorithm>

#include "claims/ellipsis.hpp"
#include "claims/relative.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

namespace {

/// "gave Fiji 14 vehicles and Samoa two boats": behind a taker and his goods another one at chunk `by` with his.
bool gave_other(const Stage& stage, std::size_t trigger, std::size_t by,
                std::vector<Claim>& found) {
  const auto& chunks = stage.chunks;
  const Claim& first = found.front();
  const Chunk& goods = chunks[by + 1];
  const bool two_objects =
      first.type == "transfer" && first.target && chunks[trigger].voice == Voice::active &&
      chunks[trigger + 1].country_head && chunks[by].country_head && !goods.item_class.empty();
  if (!two_objects) return false;
  const auto named = party_of(stage, by);
  if (!named || named->party == *first.actor) return false;
  Claim claim = first;
  drop_spans(claim, {"target", "quantity", "item"});
  claim.target = named->party;
  claim.item = item_of(stage, goods);
  claim.quantity = std::get<Quantity>(goods.quantity->value);
  claim.evidence.spans.emplace_back("target", named->span);
  claim.evidence.spans.emplace_back("item", goods.span);
  claim.evidence.spans.emplace_back("quantity", goods.quantity->span);
  found.push_back(std::move(claim));
  return true;
}

}  // namespace

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
    const bool sum = count.money && found.front().type == "finance";  // in whatever currency
    const bool same_kind =
        sum || quantity.unit.empty() || quantity.unit == found.front().quantity->unit;
    if (gave_other(stage, trigger, by, found)) {
      k = by + 1;
      continue;
    }
    if (!ends || !named || named->party == *found.front().actor || !same_kind) return;
    if (!sum) quantity.unit = found.front().quantity->unit;
    Claim claim = found.front();
    drop_spans(claim, {"actor", "quantity", "item", "period"});
    claim.actor = named->party;
    if (claim.target == claim.actor) claim.target.reset();
    claim.quantity = quantity;
    claim.evidence.spans.emplace_back("actor", named->span);
    claim.evidence.spans.emplace_back("quantity", count.quantity->span);
    claim.evidence.spans.emplace_back("item", count.span);
    if (by + 2 < chunks.size() && chunks[by + 2].kind == ChunkKind::date) {
      set_period(claim, chunks[by + 2]);
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
    drop_spans(claim, {"actor", "quantity", "item"});
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
    drop_spans(claim, {"target", "quantity", "item"});
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

void and_from_others(const Stage& stage, std::size_t trigger, std::vector<Claim>& found) {
  if (found.empty() || !found.back().quantity || !found.back().actor || !found.back().target)
    return;
  const auto& chunks = stage.chunks;
  const Claim told = found.back();
  const Span giver = span_of(told, "actor");
  for (std::size_t k = trigger + 1; k + 3 < chunks.size(); ++k) {
    if (chunks[k].span.begin < giver.end ||
        (!is_word(chunks[k], "and") && !is_word(chunks[k], ",")))
      continue;
    const std::size_t at = is_word(chunks[k + 1], "and") ? k + 2 : k + 1;
    if (at + 2 >= chunks.size()) return;
    const Chunk& count = chunks[at];
    const bool gap = count.kind == ChunkKind::phrase && count.quantity != nullptr &&
                     count.item_class.empty() && is_word(chunks[at + 1], "from");
    if (!gap) return;
    const auto named = party_of(stage, at + 2);
    const auto& quantity = std::get<Quantity>(count.quantity->value);
    const bool same_kind = quantity.unit.empty() || quantity.unit == told.quantity->unit;
    if (!named || named->party.iso2.empty() || !same_kind || named->party == *told.actor ||
        named->party == *told.target)
      return;
    Claim claim = told;
    drop_spans(claim, {"actor", "quantity", "item"});
    claim.actor = named->party;
    claim.quantity = quantity;
    claim.quantity->unit = told.quantity->unit;
    claim.evidence.spans.emplace_back("actor", named->span);
    claim.evidence.spans.emplace_back("quantity", count.quantity->span);
    claim.evidence.spans.emplace_back("item", count.span);
    found.push_back(std::move(claim));
    k = at + 1;
  }
}

namespace {

/// Whether chunk i names goods that a claim like this one hands over.
bool names_goods(const Stage& stage, std::size_t i, const Claim& claim) {
  const Chunk& c = stage.chunks[i];
  return c.kind == ChunkKind::phrase && !c.pronoun && !c.party && !c.negative &&
         c.stands_for == kNoChunk && c.meant == nullptr &&
         c.head.find_first_not_of("0123456789.,") != std::string::npos &&
         !stage.grammar.is_number_word(c.head) &&
         (c.quantity != nullptr || !class_of(stage.grammar, c).empty()) &&
         Grammar::type_of_class(class_of(stage.grammar, c)) == claim.type;
}

/// The side of a claim that stands right behind a preposition, with the preposition; empty for none.
std::pair<std::string_view, std::string_view> side_behind_word(const Stage& stage,
                                                               const Claim& claim) {
  static constexpr std::string_view kWords[] = {"from", "to", "for"};
  for (std::size_t k = 1; k < stage.chunks.size(); ++k) {
    const Chunk& word = stage.chunks[k - 1];
    if (std::none_of(std::begin(kWords), std::end(kWords),
                     [&](std::string_view any) { return is_word(word, any); }))
      continue;
    for (const std::string_view side : {"actor", "target"}) {
      const Span named = span_of(claim, side);
      if (!named.empty() && stage.chunks[k].span.contains(named)) return {side, word.word};
    }
  }
  return {};
}

/// Where a clause without a verb has its goods and its other side.
struct Gap {
  std::size_t goods = 0;
  std::size_t party = 0;
};

/// "and drones from Iran", "and Togo with drones": the gap whose first words are at chunk k; nullopt for none.
std::optional<Gap> gap_at(const Stage& stage, std::size_t k, const Claim& claim,
                          std::string_view word, bool with) {
  const auto& chunks = stage.chunks;
  if (k + 2 >= chunks.size() || chunks[k].kind != ChunkKind::phrase) return std::nullopt;
  const bool by_word = !word.empty() && is_word(chunks[k + 1], word);
  if (by_word && names_goods(stage, k, claim)) return Gap{k, k + 2};
  const bool by_with = with && is_word(chunks[k + 1], "with");
  if (by_with && chunks[k].party && names_goods(stage, k + 2, claim)) return Gap{k + 2, k};
  return std::nullopt;
}

}  // namespace

void and_other_goods(const Stage& stage, std::size_t trigger, std::vector<Claim>& found) {
  if (found.empty() || (found.back().type != "transfer" && found.back().type != "technology"))
    return;
  const auto& chunks = stage.chunks;
  // "from Turkey and Iran": the word stands before the first of them
  std::pair<std::string_view, std::string_view> named_behind;
  for (const Claim& claim : found) {
    if (named_behind.first.empty()) named_behind = side_behind_word(stage, claim);
  }
  const auto [behind, word] = named_behind;
  // "supplied Chad with trucks": the side before "with"
  bool with = false;
  for (std::size_t k = trigger + 1; k + 1 < chunks.size() && !with; ++k) {
    with = is_word(chunks[k + 1], "with") && found.back().target &&
           chunks[k].span.contains(span_of(found.back(), "target"));
  }
  const std::string_view side = with ? std::string_view("target") : behind;
  if (side.empty()) return;
  const Claim told = found.back();
  std::vector<Party> sides;  // each has its goods once
  if (told.actor) sides.push_back(*told.actor);
  if (told.target) sides.push_back(*told.target);
  const Span item = span_of(told, "item");
  for (std::size_t k = trigger + 1; k + 3 < chunks.size(); ++k) {
    if (chunks[k].kind == ChunkKind::verb) return;
    const bool last = is_word(chunks[k], "and");
    if ((!last && !is_word(chunks[k], ",")) || chunks[k].span.begin < item.end) continue;
    const auto gap = gap_at(stage, k + 1, told, word, with);
    if (!gap || (k + 4 < chunks.size() && chunks[k + 4].kind == ChunkKind::verb)) continue;
    // ", tanks from Belarus" goes on in a list
    const bool goes_on =
        k + 4 < chunks.size() && (is_word(chunks[k + 4], ",") || is_word(chunks[k + 4], "and"));
    if (!last && !goes_on) return;
    const auto named = party_of(stage, gap->party);
    if (!named || std::find(sides.begin(), sides.end(), named->party) != sides.end()) return;
    sides.push_back(named->party);
    Claim claim = told;
    drop_spans(claim, {side, "quantity", "item"});
    (side == "actor" ? claim.actor : claim.target) = named->party;
    claim.evidence.spans.emplace_back(std::string(side), named->span);
    const Chunk& goods = chunks[gap->goods];
    claim.item = item_of(stage, goods);
    claim.evidence.spans.emplace_back("item", goods.span);
    claim.quantity.reset();
    if (goods.quantity != nullptr) {
      claim.quantity = std::get<Quantity>(goods.quantity->value);
      claim.evidence.spans.emplace_back("quantity", goods.quantity->span);
    }
    found.push_back(std::move(claim));
    if (last) return;
    k += 3;  // on the word before the next of the list
  }
}

std::size_t total_after(const Stage& stage, std::size_t from) {
  constexpr std::size_t kFar = 7;  // chunks from the verb to the figure
  const auto& chunks = stage.chunks;
  for (std::size_t k = from; k + 3 < chunks.size(); ++k) {
    if (chunks[k].kind != ChunkKind::verb ||
        !stage.grammar.is(WordClass::bring_total, chunks[k].lemma))
      continue;
    const Chunk& noun = chunks[k + 1];
    const bool total = noun.lemma == "total" || noun.lemma == "tally" || noun.lemma == "toll" ||
                       noun.before.find("total") != std::string::npos ||
                       stage.grammar.is(WordClass::theft_noun, noun.lemma);
    for (std::size_t m = k + 2; total && m + 1 < chunks.size() && m < k + kFar; ++m) {
      if (is_word(chunks[m], "to") && chunks[m + 1].quantity != nullptr) return m + 1;
    }
  }
  return kNoChunk;
}

void and_total(const Stage& stage, std::size_t trigger, std::vector<Claim>& found) {
  static constexpr std::string_view kCounted[] = {"deployment", "labor",   "transfer",
                                                  "theft",      "finance", "casualties"};
  const std::size_t total = total_after(stage, trigger + 1);
  const bool several =
      !found.empty() && found.front().type == "theft";  // "$2 million in 2023 and $3 million"
  if (total == kNoChunk || found.empty() || (found.size() > 1 && !several) ||
      !found.back().quantity ||
      std::find(std::begin(kCounted), std::end(kCounted), found.back().type) == std::end(kCounted))
    return;
  const Chunk& figure = stage.chunks[total];
  const auto& quantity = std::get<Quantity>(figure.quantity->value);
  const std::string& unit = found.back().quantity->unit;
  if (!quantity.unit.empty() && quantity.unit != unit) return;
  Claim claim = found.back();
  drop_spans(claim, {"quantity", "period", "item"});
  claim.period.reset();
  claim.part = false;
  claim.quantity = quantity;
  claim.quantity->unit = unit;
  claim.evidence.spans.emplace_back("quantity", figure.quantity->span);
  claim.evidence.spans.emplace_back("item", figure.span);
  // "the total stolen this year to $1 billion", "to $1 billion in the past week"
  for (std::size_t k = total; k > 0 && !is_word(stage.chunks[k - 1], ",") && !claim.period; --k) {
    if (stage.chunks[k - 1].kind == ChunkKind::date) set_period(claim, stage.chunks[k - 1]);
  }
  if (total + 1 < stage.chunks.size() && stage.chunks[total + 1].kind == ChunkKind::date)
    set_period(claim, stage.chunks[total + 1]);
  if (claim.quantity != found.back().quantity) found.push_back(std::move(claim));
}

void and_to_follow(const Stage& stage, std::size_t trigger, std::vector<Claim>& found) {
  if (found.size() != 1 || !found.front().actor || !found.front().quantity) return;
  const auto& chunks = stage.chunks;
  for (std::size_t k = trigger + 1; k + 2 < chunks.size(); ++k) {
    const Chunk& more = chunks[k + 1];
    const bool follow = is_word(chunks[k], "with") && more.kind == ChunkKind::phrase &&
                        more.quantity != nullptr && !more.money &&
                        chunks[k + 2].voice == Voice::infinitive && chunks[k + 2].lemma == "follow";
    if (!follow) continue;
    const std::string_view type = Grammar::type_of_class(class_of(stage.grammar, more));
    if (type.empty()) return;
    Claim claim = found.front();
    claim.type = std::string(type);
    claim.certainty = Certainty::planned;
    drop_spans(claim, {"quantity", "item"});
    claim.item = item_of(stage, more);
    claim.quantity = std::get<Quantity>(more.quantity->value);
    claim.evidence.spans.emplace_back("quantity", more.quantity->span);
    claim.evidence.spans.emplace_back("item", more.span);
    found.push_back(std::move(claim));
    return;
  }
}

}  // namespace msmt
