/// Shares of a trade: "Germany accounted for 12 percent of the arms delivered to Ukraine", "Pakistan
/// relies on China for 81 percent of its imports".

#include "claims/filler.hpp"

namespace msmt {

namespace {

bool is_percent(const Chunk& chunk) {
  return chunk.kind == ChunkKind::phrase && chunk.quantity != nullptr &&
         std::get<Quantity>(chunk.quantity->value).unit == "percent";
}

/// "arms exports", "imports of weapons": a trade in arms, and not in wheat.
bool trades_arms(std::string_view text) {
  const std::string said = fold(text);
  return said.find("arms") != std::string::npos || said.find("weapon") != std::string::npos ||
         said.find("military") != std::string::npos || said.find("defen") != std::string::npos;
}

/// "of world arms exports", "of the global arms trade": to whom is not asked.
bool whole_world(std::string_view text) {
  const std::string said = fold(text);
  return trades_arms(text) &&
         (said.find("world") != std::string::npos || said.find("global") != std::string::npos ||
          said.find("international") != std::string::npos);
}

}  // namespace

std::vector<Claim> Filler::share_of_sum() const {
  // of the goods that the sentence before put at a sum
  const auto& told = stage_.memory.deed;
  const std::size_t now = stage_.reading.sentence;
  const std::size_t since = stage_.doc.sentences[now > 0 ? now - 1 : 0].span.begin;
  if (!told || told->type != "transfer" || !told->target || !told->quantity ||
      told->evidence.bytes.begin < since)
    return {};
  std::vector<Claim> out;
  const auto add = [&](const std::optional<Named>& giver, std::size_t sum) {
    if (!giver || giver->party.iso2.empty() || giver->party == *told->target) return;
    Claim claim = start("transfer");
    claim.item = told->item;
    claim.target = told->target;
    set_quantity(claim, sum);
    if (!claim.quantity || claim.quantity->unit != told->quantity->unit) return;
    set(claim, &Claim::actor, "actor", giver);
    out.push_back(std::move(claim));
  };
  const std::size_t first = items().front();
  add(party("actor"), first);
  for (std::size_t k = first + 1; !out.empty() && k + 2 < stage_.chunks.size(); ++k) {
    // "and China for $267 million"
    if (is_word(chunk(k + 1), "for") && chunk(k + 2).money) add(party_of(stage_, k), k + 2);
  }
  return out;
}

std::vector<Claim> Filler::share_said() {
  // "France's share of Chad's arms imports was 45 percent"
  const auto& of = get(roles_, "item");
  const auto giver = trigger_owner();
  if (of.empty() || !giver || giver->party.iso2.empty()) return refuse("nobody's share");
  const std::size_t i = of.front();
  const auto taker = owner_of(stage_, i);
  const std::string_view words = stage_.doc.text(chunk(i).span);
  const bool imports = chunk(i).item_class == "deed" && trades_arms(words) &&
                       words.find("import") != std::string::npos;
  if (!imports || !taker || taker->party == giver->party) return refuse("no share of imports");
  Claim claim = start("transfer");
  claim.item = Item{"arms", "arms", "", "arms"};
  span(claim, "item", chunk(i).span);
  for (std::size_t k = i + 1; k + 1 < stage_.chunks.size() && !claim.quantity; ++k) {
    if (chunk(k).kind == ChunkKind::verb && is_percent(chunk(k + 1))) {
      claim.quantity = std::get<Quantity>(chunk(k + 1).quantity->value);
      span(claim, "quantity", chunk(k + 1).quantity->span);
    }
  }
  set(claim, &Claim::actor, "actor", giver);
  set(claim, &Claim::target, "target", taker);
  return {claim};
}

std::vector<Claim> Filler::share() {
  if (frame_.id == "share.noun") return share_said();
  auto actor = party("actor");
  auto target = party("target");
  if (frame_.id == "share.account" && !items().empty() && chunk(items().front()).money) {
    auto sums = share_of_sum();
    return sums.empty() ? refuse("a sum of nothing told of") : sums;
  }
  if (items().empty() || !is_percent(chunk(items().front())) || (!actor && !target))
    return refuse("nobody's share");
  const std::size_t i = items().front();
  const Chunk& part = chunk(i);
  const bool sold = fold(stage_.doc.text(part.of)).find("export") != std::string::npos;
  if (const auto whose = owner_of(stage_, i);
      sold && whose && !whose->party.iso2.empty() && part.of_class == "deed") {
    // "Chad accounted for 30 percent of French arms exports": who sells them gives
    if (!target) target = actor;
    actor = whose;
  }
  if (!actor) return refuse("nobody gives");
  const bool traded = part.of_class == "arms" || part.of_class == "goods" ||
                      part.of_class == "fuel" || part.of_class == "deed";
  if (!traded) return refuse("no share of goods");
  if (!target && i + 3 < stage_.chunks.size() && chunk(i + 1).voice == Voice::participle) {
    // "of the arms delivered to Ukraine", "of the weapons imported by Pakistan"
    const bool to = is_word(chunk(i + 2), "to");
    const bool taken = is_word(chunk(i + 2), "by") &&
                       (chunk(i + 1).lemma == "import" || chunk(i + 1).lemma == "buy" ||
                        chunk(i + 1).lemma == "receive");
    if (to || taken) target = party_of(stage_, i + 3);
  }
  if (!target) target = owner_of(stage_, i);  // "of Pakistan's arms imports"
  const bool of_world = whole_world(stage_.doc.text(part.span)) && part.of_class == "deed";
  if (!target && !of_world) return refuse("nobody takes");
  if (target && target->party == actor->party) return refuse("nobody takes");
  // who accounts for imports or relies on somebody for them need not say again of what
  const bool plain_verb = frame_.id == "share.give" || frame_.id == "share.take";
  if (plain_verb && (part.of_class != "deed" || !trades_arms(stage_.doc.text(part.of))))
    return refuse("goods, and no share of a trade in arms");
  Claim claim = start("transfer");
  claim.item = item_of(stage_, part);
  if (part.of_class == "deed") claim.item = Item{"arms", "arms", "", "arms"};
  span(claim, "item", part.span);
  claim.quantity = std::get<Quantity>(part.quantity->value);
  span(claim, "quantity", part.quantity->span);
  set(claim, &Claim::actor, "actor", actor);
  set(claim, &Claim::target, "target", target);
  std::vector<Claim> out{claim};
  // ", Germany for 12 percent and Poland for 11 percent"
  for (std::size_t k = i + 1; k + 3 < stage_.chunks.size() && frame_.id == "share.account"; ++k) {
    if (!is_word(chunk(k), ",") && !is_word(chunk(k), "and")) continue;
    if (!is_word(chunk(k + 2), "for") || !is_percent(chunk(k + 3))) continue;
    const auto other = party_of(stage_, k + 1);
    if (!other || (target && other->party == target->party)) break;
    Claim next = claim;
    replace(next, &Claim::actor, "actor", *other);
    std::erase_if(next.evidence.spans, [](const auto& known) { return known.first == "quantity"; });
    next.quantity = std::get<Quantity>(chunk(k + 3).quantity->value);
    span(next, "quantity", chunk(k + 3).quantity->span);
    out.push_back(std::move(next));
  }
  return out;
}

}  // namespace msmt
