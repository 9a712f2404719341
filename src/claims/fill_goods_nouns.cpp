/// Goods that stand inside the phrase of a noun: "arms transfers", "Pakistan's arms imports".

#include "claims/filler.hpp"

namespace msmt {

std::vector<Claim> Filler::imports_from(const Named& giver) {
  const std::size_t i = items().front();
  const Chunk& c = chunk(i);
  const auto owner = owner_of(stage_, i);
  if (class_of(stage_.grammar, c) != "deed" || !owner || owner->party == giver.party) return {};
  // the goods stand before the last word: "Pakistan's arms imports"
  const auto& tokens = stage_.reading.tokens;
  const std::span<const Token> before(tokens.data(), c.last - 1);
  for (std::size_t t = c.first; t + 1 < c.last; ++t) {
    const auto hit = stage_items().match(stage_.doc, before, t);
    if (!hit || t + hit->tokens + 1 != c.last) continue;
    Claim claim = start("transfer");
    const std::string id = item_table_->cell(item_table_->rows[hit->form.row], "id");
    claim.item = Item{quote(stage_.doc, {tokens[t].span.begin, tokens[c.last - 1].span.end}),
                      stage_.grammar.item_class(id), "", stage_.grammar.path(id)};
    span(claim, "item", c.span);
    if (c.quantity != nullptr) {
      claim.quantity = std::get<Quantity>(c.quantity->value);
      span(claim, "quantity", c.quantity->span);
    }
    set(claim, &Claim::actor, "actor", giver);
    set(claim, &Claim::target, "target", owner);
    return {claim};
  }
  return {};
}

bool Filler::goes_on(std::size_t i) const {
  const Chunk& c = chunk(i);
  const auto& deed = stage_.memory.deed;
  const std::size_t at = stage_.reading.sentence;
  const bool bare = is_plural(c.head) && !c.owner && c.quantity == nullptr &&
                    c.first + 1 == c.last && i + 1 < stage_.chunks.size() &&
                    chunk(i + 1).kind == ChunkKind::verb;
  return bare && deed && deed->actor && deed->target && at > 0 &&
         deed->evidence.bytes.begin == stage_.doc.sentences[at - 1].span.begin;
}

std::vector<Claim> Filler::flow_before() {
  if (!goes_on(trigger_)) return {};
  Claim claim = start("transfer");
  reached(claim);
  if (!claim.quantity) return {};
  const Claim& deed = *stage_.memory.deed;
  const Span counted = claim.evidence.spans.back().second;
  claim.item = deed.item;
  for (std::size_t k = trigger_ + 1; k < stage_.chunks.size(); ++k) {
    if (chunk(k).quantity == nullptr || chunk(k).quantity->span != counted) continue;
    const std::string klass = class_of(stage_.grammar, chunk(k));
    if (klass == "money" || claim.quantity->unit == "percent") return {};
    if (!chunk(k).item_class.empty()) claim.item = item_of(stage_, chunk(k));
    if (claim.quantity->unit.empty() && deed.quantity) claim.quantity->unit = deed.quantity->unit;
    span(claim, "item", chunk(k).span);
  }
  claim.actor = deed.actor;
  claim.target = deed.target;
  return {claim};
}

std::vector<Claim> Filler::from_trigger_noun(std::optional<Named> actor,
                                             std::optional<Named> target,
                                             const std::optional<std::pair<Named, Named>>& pair) {
  if (frame_.role("pre").empty() && frame_.role("of").empty()) return refuse("no item");
  const Chunk& c = trigger();
  const auto& items = stage_.grammar;
  std::string id = pre_item(c);
  if (id.empty() && !actor && !target) {
    if (auto claims = flow_before(); !claims.empty()) return claims;
  }
  if (id.empty() && (actor || target)) {
    // "Iran's shipments to Russia reached 300 containers": what the figure counts
    Claim claim = start("transfer");
    reached(claim);
    const auto& taker = get(roles_, "target");
    const bool described = !taker.empty() && chunk(taker.front()).definite;  // "to the country"
    if (claim.quantity && actor && (target || described) &&
        stage_.grammar.is(WordClass::trading, c.lemma) && is_plural(c.head)) {
      // "Exports from the EU to Armenia rose from 700 million euros": of goods of all kinds
      for (std::size_t k = trigger_ + 1; k < stage_.chunks.size(); ++k) {
        if (chunk(k).quantity == nullptr || !chunk(k).money || !is_word(chunk(k - 1), "from") ||
            chunk(k).quantity->span != claim.evidence.spans.back().second)
          continue;
        claim.item = Item{c.head, "goods", "", stage_.grammar.path("goods")};
        span(claim, "item", c.head_span);
        set_sides(claim, std::move(actor), std::move(target), pair);
        return {claim};
      }
    }
    const Span counted = claim.quantity ? claim.evidence.spans.back().second : Span{};
    for (std::size_t k = trigger_ + 1; claim.quantity && k < stage_.chunks.size(); ++k) {
      if (chunk(k).quantity == nullptr || chunk(k).quantity->span != counted) continue;
      const std::string klass = class_of(stage_.grammar, chunk(k));
      if (Grammar::type_of_class(klass) != "transfer" || klass.empty() || !frame_.takes(klass))
        break;
      claim.item = item_of(stage_, chunk(k));
      span(claim, "item", chunk(k).span);
      set_sides(claim, std::move(actor), std::move(target), pair);
      return {claim};
    }
  }
  if (id.empty()) return refuse("no item before or after the noun");
  const std::string klass = id == "weapon" ? std::string("arms") : items.item_class(id);
  if (!frame_.takes(klass))
    return refuse("the item before the noun is of no class that the frame takes");
  Claim claim =
      start(frame_.type == "*" ? Grammar::type_of_class(klass) : std::string_view(frame_.type));
  claim.item = Item{pre_text_, "", "", id == "weapon" ? pre_text_ : stage_.grammar.path(id)};
  if (id != "weapon") claim.item->category = klass;
  span(claim, "item", c.span);
  set_quantity(claim, trigger_);
  if (!claim.quantity) reached(claim);
  set_sides(claim, std::move(actor), std::move(target), pair);
  if (!claim.actor && !claim.target && c.demonstrative && stage_.memory.deed) {
    // "this latest equipment transfer": the deed that was told before
    claim.actor = stage_.memory.deed->actor;
    claim.target = stage_.memory.deed->target;
  }
  if (!claim.actor && !claim.target) return refuse("no side");
  return {claim};
}

std::string Filler::pre_item(const Chunk& c) {
  const auto& tokens = stage_.reading.tokens;
  const Gazetteer* items = &stage_items();
  std::size_t head = c.last;
  for (std::size_t t = c.first; t < c.last; ++t) {
    if (tokens[t].span == c.head_span || tokens[t].span.end == c.head_span.end) head = t;
  }
  const std::span<const Token> before(tokens.data(), head);
  for (std::size_t t = c.first; t < head; ++t) {
    const auto hit = items->match(stage_.doc, before, t);
    if (hit && t + hit->tokens == head) {
      pre_text_ = quote(stage_.doc, {tokens[t].span.begin, tokens[head - 1].span.end});
      const Table& table = *item_table_;
      return table.cell(table.rows[hit->form.row], "id");
    }
  }
  if (head > c.first && frame_.type != "use" &&
      (tokens[head - 1].folded == "defence" || tokens[head - 1].folded == "defense" ||
       tokens[head - 1].folded == "military")) {
    pre_text_ = quote(stage_.doc, {tokens[head - 1].span.begin, c.head_span.end});
    return "arms";  // "defence exports"
  }
  if (c.weapon == nullptr) {
    for (const Mention& mention : stage_.reading.mentions) {
      if (std::holds_alternative<Weapon>(mention.value) && c.span.contains(mention.span) &&
          head > 0 && mention.span.end == tokens[head - 1].span.end) {
        pre_text_ = quote(stage_.doc, mention.span);
        return "weapon";
      }
    }
  }
  return {};
}

const Gazetteer& Filler::stage_items() {
  item_table_ = &stage_.grammar.lexicons().table("items");
  return stage_.grammar.lexicons().gazetteer("items");
}

}  // namespace msmt
