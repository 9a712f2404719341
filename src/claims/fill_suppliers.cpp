/// Givers named by what they are to the taker, and by the share of what the taker fires.
///
///     "China is Pakistan's largest arms supplier"
///     "Russia turned to Iran for drones and to Cuba for soldiers"
///     "half of the shells that Russia fires are North Korean"

#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/filler.hpp"

namespace msmt {

std::vector<Claim> Filler::supplier() {
  if (const auto behind = named_behind(); !behind.empty()) return suppliers_behind(behind);
  const auto named = said_to_be();
  if (named.empty()) return refuse("nobody is the supplier");
  put("actor", named);
  const auto actor = party("actor");
  auto target = party("target");
  const auto owner = trigger_owner();
  if (!target && owner && !trigger().owner_is_adjective) target = owner;
  if (!actor || actor->party.iso2.empty()) return refuse("nobody is the supplier");
  if (!target || target->party == actor->party) return refuse("nobody is supplied");
  return supplied(*actor, *target);
}

std::vector<Claim> Filler::turned_to() {
  const auto taker = party("target");
  if (!taker) return refuse("nobody turns");
  std::vector<Claim> out;
  for (std::size_t k = trigger_ + 1; k + 3 < stage_.chunks.size(); ++k) {
    if (is_finite(chunk(k))) break;
    if (!is_word(chunk(k), "to") || !is_word(chunk(k + 2), "for")) continue;
    const auto giver = party_of(stage_, k + 1);
    if (!giver || giver->party == taker->party) continue;
    // each kind of goods or people behind "for"
    for (std::size_t i = k + 3; i < stage_.chunks.size(); ++i) {
      if (is_word(chunk(i), ",") || is_word(chunk(i), "and")) continue;
      const std::string klass = class_of(stage_.grammar, chunk(i));
      if (chunk(i).kind != ChunkKind::phrase || klass.empty() || !frame_.takes(klass)) break;
      Claim claim = start(Grammar::type_of_class(klass));
      set_item(claim, i);
      set(claim, &Claim::actor, "actor", giver);
      set(claim, &Claim::target, "target", taker);
      out.push_back(std::move(claim));
    }
  }
  roles_.erase("actor");  // each of them gave its own
  return out.empty() ? refuse("turned to nobody for goods") : out;
}

std::vector<Claim> Filler::traded() {
  const auto giver = party("actor");
  const auto taker = party("target");
  if (!giver || !taker || giver->party == taker->party) return refuse("not two sides");
  std::vector<Claim> out;
  // "traded shells for oil": there the shells, back the oil
  for (const bool back : {false, true}) {
    for (const std::size_t i : get(roles_, back ? "return" : "item")) {
      const std::string klass = class_of(stage_.grammar, chunk(i));
      if (klass.empty() || !frame_.takes(klass)) continue;
      Claim claim = start(Grammar::type_of_class(klass));
      set_item(claim, i);
      set(claim, &Claim::actor, "actor", back ? taker : giver);
      set(claim, &Claim::target, "target", back ? giver : taker);
      out.push_back(std::move(claim));
    }
  }
  roles_.erase("actor");
  roles_.erase("target");
  return out.empty() ? refuse("no goods are traded") : out;
}

std::vector<Claim> Filler::share_of_fired() {
  constexpr std::size_t kFar = 8;  // chunks between the share and what is said of it
  std::size_t part = trigger_;
  for (std::size_t k = trigger_; k > 0 && k + kFar > trigger_ && part == trigger_; --k) {
    const Chunk& c = chunk(k - 1);
    if (is_word(c, ";") || is_word(c, "--")) break;
    if (c.kind == ChunkKind::phrase && c.quantity != nullptr && c.of_class == "arms") part = k - 1;
  }
  if (part == trigger_ || trigger().negated) return refuse("no share of arms");
  const auto& count = std::get<Quantity>(chunk(part).quantity->value);
  const bool share = count.unit == "percent" || (count.unit.empty() && count.value.value_or(1) < 1);
  if (!share) return refuse("no share of arms");
  // "that Russia fires", "used by Hamas": who fires them took them
  std::optional<Named> user;
  bool fires = false;
  for (std::size_t k = part + 1; k < trigger_ && !(user && fires); ++k) {
    const Chunk& c = chunk(k);
    if (c.kind == ChunkKind::phrase && !user) {
      user = party_of(stage_, k);
      if (!user && c.item_class.empty()) user = owner_of(stage_, k);
    }
    const std::string_view pos = c.kind == ChunkKind::verb ? "verb" : "noun";
    if (c.kind != ChunkKind::verb && c.kind != ChunkKind::phrase) continue;
    for (const Frame* frame : stage_.grammar.frames(pos, c.lemma))
      fires = fires || frame->type == "use";
  }
  if (!user || !fires) return refuse("nobody fires them");
  std::optional<Named> giver = party("actor");
  if (!giver && trigger().lemma == "be") {
    // "are North Korean", "are now of Iranian make"
    for (std::size_t k = trigger_ + 1; k < stage_.chunks.size() && k < trigger_ + 3; ++k) {
      const Chunk& c = chunk(k);
      if (c.kind != ChunkKind::phrase) continue;
      const bool kind = c.party && !c.country_head && !c.party->party.iso2.empty();
      giver = kind ? c.party : (c.owner_is_adjective ? owner_of(stage_, k) : std::nullopt);
      break;
    }
  }
  if (!giver || giver->party.iso2.empty() || giver->party == user->party)
    return refuse("nobody gives them");
  Claim claim = start("transfer");
  claim.item = item_of(stage_, chunk(part));
  span(claim, "item", chunk(part).span);
  claim.quantity = count;
  span(claim, "quantity", chunk(part).quantity->span);
  set(claim, &Claim::actor, "actor", giver);
  set(claim, &Claim::target, "target", user);
  return {claim};
}

}  // namespace msmt
