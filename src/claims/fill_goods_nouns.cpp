/// Goods that stand inside the phrase of a noun: "arms transfers", "Pakistan's arms imports".

#include "claims/clause_words.hpp"
#include "claims/fill_arms.hpp"
#include "claims/fill_goods.hpp"
#include "claims/filler.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

namespace {

/// "Deliveries exceeded 40 tons", after who gave what to whom: the count of that flow.
std::vector<Claim> flow_before(Filler& f) {
  if (!flow_goes_on(f, f.at)) return {};
  Claim claim = f.start("transfer");
  reached(f, claim);
  if (!claim.quantity) return {};
  const Claim& deed = *f.stage.memory.deed;
  const Span counted = claim.evidence.spans.back().second;
  claim.item = deed.item;
  for (std::size_t k = f.at + 1; k < f.stage.chunks.size(); ++k) {
    if (f.chunk(k).quantity == nullptr || f.chunk(k).quantity->span != counted) continue;
    const std::string klass = class_of(f.stage.grammar, f.chunk(k));
    if (klass == "money" || claim.quantity->unit == "percent") return {};
    if (!f.chunk(k).item_class.empty()) claim.item = item_of(f.stage, f.chunk(k));
    if (claim.quantity->unit.empty() && deed.quantity) claim.quantity->unit = deed.quantity->unit;
    add_span(claim, "item", f.chunk(k).span);
  }
  claim.actor = deed.actor;
  claim.target = deed.target;
  return {claim};
}

/// "exports to Togo have grown by 40 percent": trade of which only the growth is said.
bool grows(const Filler& f) {
  if (!f.stage.grammar.is(WordClass::trading, f.trigger().lemma) || !is_plural(f.trigger().head))
    return false;
  for (std::size_t k = f.at + 1; k < f.stage.chunks.size(); ++k) {
    const Chunk& c = f.chunk(k);
    if (c.kind == ChunkKind::verb) {
      const bool to_nothing = k + 2 < f.stage.chunks.size() && is_word(f.chunk(k + 1), "to") &&
                              f.chunk(k + 2).head == "zero";
      return c.voice == Voice::active && c.modals.empty() && c.chain.empty() && !to_nothing &&
             f.stage.grammar.is(WordClass::swell, c.lemma);
    }
    if (c.kind == ChunkKind::word && !is_preposition(c.word)) return false;
  }
  return false;
}

const Gazetteer& stage_items(Filler& f) {
  f.item_table = &f.stage.grammar.lexicons().table("items");
  return f.stage.grammar.lexicons().gazetteer("items");
}

/// The item that stands before a trigger noun inside its phrase; its text goes to f.pre_text.
std::string pre_item(Filler& f, const Chunk& c) {
  const auto& tokens = f.stage.reading.tokens;
  const Gazetteer* items = &stage_items(f);
  std::size_t head = c.last;
  for (std::size_t t = c.first; t < c.last; ++t) {
    if (tokens[t].span == c.head_span || tokens[t].span.end == c.head_span.end) head = t;
  }
  const std::span<const Token> before(tokens.data(), head);
  for (std::size_t t = c.first; t < head; ++t) {
    const auto hit = items->match(f.stage.doc, before, t);
    if (hit && t + hit->tokens == head) {
      f.pre_text = quote(f.stage.doc, {tokens[t].span.begin, tokens[head - 1].span.end});
      const Table& table = *f.item_table;
      return table.cell(table.rows[hit->form.row], "id");
    }
  }
  if (head > c.first && f.frame.type != "use" &&
      (tokens[head - 1].folded == "defence" || tokens[head - 1].folded == "defense" ||
       tokens[head - 1].folded == "military")) {
    f.pre_text = quote(f.stage.doc, {tokens[head - 1].span.begin, c.head_span.end});
    return "arms";  // "defence exports"
  }
  if (c.weapon == nullptr) {
    for (const Mention& mention : f.stage.reading.mentions) {
      if (std::holds_alternative<Weapon>(mention.value) && c.span.contains(mention.span) &&
          head > 0 && mention.span.end == tokens[head - 1].span.end) {
        f.pre_text = quote(f.stage.doc, mention.span);
        return "weapon";
      }
    }
  }
  return {};
}

}  // namespace

std::vector<Claim> imports_from(Filler& f, const Named& giver) {
  const std::size_t i = f.items().front();
  const Chunk& c = f.chunk(i);
  const auto owner = owner_of(f.stage, i);
  if (class_of(f.stage.grammar, c) != "deed" || !owner || owner->party == giver.party) return {};
  // the goods stand before the last word: "Pakistan's arms imports"
  const auto& tokens = f.stage.reading.tokens;
  const std::span<const Token> before(tokens.data(), c.last - 1);
  for (std::size_t t = c.first; t + 1 < c.last; ++t) {
    const auto hit = stage_items(f).match(f.stage.doc, before, t);
    if (!hit || t + hit->tokens + 1 != c.last) continue;
    Claim claim = f.start("transfer");
    const std::string id = f.item_table->cell(f.item_table->rows[hit->form.row], "id");
    claim.item = Item{quote(f.stage.doc, {tokens[t].span.begin, tokens[c.last - 1].span.end}),
                      f.stage.grammar.item_class(id), "", f.stage.grammar.path(id)};
    add_span(claim, "item", c.span);
    if (c.quantity != nullptr) {
      claim.quantity = std::get<Quantity>(c.quantity->value);
      add_span(claim, "quantity", c.quantity->span);
    }
    set_party(claim, &Claim::actor, "actor", giver);
    set_party(claim, &Claim::target, "target", owner);
    return {claim};
  }
  return {};
}

std::optional<std::size_t> goods_joined_before(const Filler& f) {
  if (f.at < 2 || !is_word(f.chunk(f.at - 1), "and") || f.trigger().owner || f.trigger().definite)
    return std::nullopt;
  const Chunk& goods = f.chunk(f.at - 2);
  const std::string klass = goods.kind == ChunkKind::phrase ? class_of(f.stage.grammar, goods) : "";
  const bool joined =
      goods.owner && goods.quantity == nullptr &&
      (klass == "arms" || klass == "goods" || klass == "fuel" || klass == "parts") &&
      f.trigger().first + 1 < f.trigger().last;
  return joined ? std::optional(f.at - 2) : std::nullopt;
}

bool flow_goes_on(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  const auto& deed = f.stage.memory.deed;
  const bool bare = is_plural(c.head) && !c.owner && c.quantity == nullptr &&
                    c.first + 1 == c.last && i + 1 < f.stage.chunks.size() &&
                    f.chunk(i + 1).kind == ChunkKind::verb;
  return bare && deed && deed->actor && deed->target && f.stage.told_just_before(*deed);
}

std::vector<Claim> from_trigger_noun(Filler& f, std::optional<Named> actor,
                                     std::optional<Named> target,
                                     const std::optional<std::pair<Named, Named>>& pair) {
  if (f.frame.role("pre").empty() && f.frame.role("of").empty()) return f.refuse("no item");
  const Chunk& c = f.trigger();
  const auto& items = f.stage.grammar;
  std::string id = pre_item(f, c);
  if (id.empty() && !actor && !target) {
    if (auto claims = flow_before(f); !claims.empty()) return claims;
  }
  if (id.empty() && (actor || target)) {
    // "Iran's shipments to Russia reached 300 containers": what the figure counts
    Claim claim = f.start("transfer");
    reached(f, claim);
    const auto& taker = get(f.roles, "target");
    const bool described = !taker.empty() && f.chunk(taker.front()).definite;  // "to the country"
    if (claim.quantity && actor && (target || described) &&
        f.stage.grammar.is(WordClass::trading, c.lemma) && is_plural(c.head)) {
      // "Exports from the EU to Armenia rose from 700 million euros": of goods of all kinds
      for (std::size_t k = f.at + 1; k < f.stage.chunks.size(); ++k) {
        if (f.chunk(k).quantity == nullptr || !f.chunk(k).money ||
            !is_word(f.chunk(k - 1), "from") ||
            f.chunk(k).quantity->span != claim.evidence.spans.back().second)
          continue;
        claim.item = Item{c.head, "goods", "", f.stage.grammar.path("goods")};
        add_span(claim, "item", c.head_span);
        set_sides(claim, std::move(actor), std::move(target), pair);
        return {claim};
      }
    }
    if (actor && target && !taker.empty() && f.chunk(taker.front()).country_head && grows(f)) {
      // "Kenyan exports to Togo have grown by some 40 percent": the figure is no count of them
      claim.quantity.reset();
      drop_spans(claim, {"quantity"});
      claim.item = Item{c.head, "goods", "", f.stage.grammar.path("goods")};
      add_span(claim, "item", c.head_span);
      set_sides(claim, std::move(actor), std::move(target), pair);
      return {claim};
    }
    const Span counted = claim.quantity ? claim.evidence.spans.back().second : Span{};
    for (std::size_t k = f.at + 1; claim.quantity && k < f.stage.chunks.size(); ++k) {
      if (f.chunk(k).quantity == nullptr || f.chunk(k).quantity->span != counted) continue;
      const std::string klass = class_of(f.stage.grammar, f.chunk(k));
      if (Grammar::type_of_class(klass) != "transfer" || klass.empty() || !f.frame.takes(klass))
        break;
      claim.item = item_of(f.stage, f.chunk(k));
      add_span(claim, "item", f.chunk(k).span);
      set_sides(claim, std::move(actor), std::move(target), pair);
      return {claim};
    }
  }
  if (id.empty()) return f.refuse("no item before or after the noun");
  const std::string klass = id == "weapon" ? std::string("arms") : items.item_class(id);
  if (!f.frame.takes(klass))
    return f.refuse("the item before the noun is of no class that the frame takes");
  Claim claim =
      f.start(f.frame.type == "*" ? Grammar::type_of_class(klass) : std::string_view(f.frame.type));
  claim.item = Item{f.pre_text, "", "", id == "weapon" ? f.pre_text : f.stage.grammar.path(id)};
  if (id != "weapon") claim.item->category = klass;
  add_span(claim, "item", c.span);
  f.set_quantity(claim, f.at);
  if (!claim.quantity) reached(f, claim);
  set_sides(claim, std::move(actor), std::move(target), pair);
  if (!claim.actor && !claim.target && c.demonstrative && f.stage.memory.deed) {
    // "this latest equipment transfer": the deed that was told before
    claim.actor = f.stage.memory.deed->actor;
    claim.target = f.stage.memory.deed->target;
  }
  if (!claim.actor && !claim.target) return f.refuse("no side");
  std::vector<Claim> out{claim};
  if (const auto joined = goods_joined_before(f)) {
    out.insert(out.begin(), claim);
    Claim& first = out.front();
    first.quantity.reset();
    drop_spans(first, {"item", "quantity"});
    f.set_item(first, *joined);
  }
  return out;
}

}  // namespace msmt
