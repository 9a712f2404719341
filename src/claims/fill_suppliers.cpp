/// Givers named by what they are to the taker, and by the share of what the taker fires.
///
///     "China is Pakistan's largest arms supplier"
///     "Russia turned to Iran for drones and to Cuba for soldiers"
///     "half of the shells that Russia fires are North Korean"

#include "claims/clause_words.hpp"
#include "claims/fill_goods.hpp"
#include "claims/filler.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

namespace {

/// "the main source for weapons supplied to Sudan": to whom those weapons go.
std::optional<Named> taker_of_source(const Filler& f) {
  const auto& goods = f.sides.of(f.sides.has("of") ? "of" : "for");
  if (goods.empty() || goods.back() + 3 >= f.stage.chunks.size()) return std::nullopt;
  const Chunk& verb = f.chunk(goods.back() + 1);
  const bool given = verb.kind == ChunkKind::verb && verb.voice == Voice::participle &&
                     f.stage.grammar.evokes("verb", verb.lemma, {"give.supply", "give.send"}) &&
                     is_word(f.chunk(goods.back() + 2), "to");
  return given ? party_of(f.stage, goods.back() + 3) : std::nullopt;
}

}  // namespace

std::vector<Claim> supplier(Filler& f) {
  if (const auto behind = named_behind(f); !behind.empty()) return suppliers_behind(f, behind);
  const auto named = said_to_be(f);
  if (named.empty()) return f.refuse("nobody is the supplier");
  f.put("actor", named);
  const auto actor = f.party("actor");
  auto target = f.party("target");
  const auto owner = f.trigger_owner();
  if (!target && owner && !f.trigger().owner_is_adjective) target = owner;
  if (!actor || actor->party.iso2.empty()) return f.refuse("nobody is the supplier");
  if (const auto& of = f.sides.of("of"); !target && !of.empty()) target = user_behind(f, of.back());
  if (!target) target = taker_of_source(f);
  if (!target) target = whose_effort(f, actor);
  if (!target || target->party == actor->party) return f.refuse("nobody is supplied");
  std::vector<Claim> out = supplied(f, *actor, *target);
  for (Claim& claim : out) {
    // "is the source of 70 percent of the chips that Russia imported"
    for (const Chunk& c : f.stage.chunks) {
      if (claim.quantity || c.quantity == nullptr || c.span != span_of(claim, "item")) continue;
      claim.quantity = std::get<Quantity>(c.quantity->value);
      add_span(claim, "quantity", c.quantity->span);
    }
  }
  return out;
}

std::vector<Claim> turned_to(Filler& f) {
  const auto taker = f.party("target");
  if (!taker) return f.refuse("nobody turns");
  std::vector<Claim> out;
  for (std::size_t k = f.at + 1; k + 3 < f.stage.chunks.size(); ++k) {
    if (is_finite(f.chunk(k))) break;
    const bool leans = is_word(f.chunk(k), "on") || is_word(f.chunk(k), "upon");
    if ((!is_word(f.chunk(k), "to") && !leans) || !is_word(f.chunk(k + 2), "for")) continue;
    const auto giver = party_of(f.stage, k + 1);
    if (!giver || giver->party == taker->party) continue;
    // each kind of goods or people behind "for"
    for (std::size_t i = k + 3; i < f.stage.chunks.size(); ++i) {
      if (is_word(f.chunk(i), ",") || is_word(f.chunk(i), "and")) continue;
      const std::string klass = class_of(f.stage.grammar, f.chunk(i));
      if (f.chunk(i).kind != ChunkKind::phrase || klass.empty() || !f.frame.takes(klass)) break;
      Claim claim = f.start(Grammar::type_of_class(klass));
      f.set_item(claim, i);
      set_party(claim, &Claim::actor, "actor", giver);
      set_party(claim, &Claim::target, "target", taker);
      out.push_back(std::move(claim));
    }
  }
  f.roles.erase("actor");  // each of them gave its own
  return out.empty() ? f.refuse("turned to nobody for goods") : out;
}

std::vector<Claim> traded(Filler& f) {
  const auto giver = f.party("actor");
  const auto taker = f.party("target");
  if (!giver || !taker || giver->party == taker->party) return f.refuse("not two sides");
  std::vector<Claim> out;
  // "traded shells for oil": there the shells, back the oil
  for (const bool back : {false, true}) {
    for (const std::size_t i : get(f.roles, back ? "return" : "item")) {
      const std::string klass = class_of(f.stage.grammar, f.chunk(i));
      if (klass.empty() || !f.frame.takes(klass)) continue;
      Claim claim = f.start(Grammar::type_of_class(klass));
      f.set_item(claim, i);
      set_party(claim, &Claim::actor, "actor", back ? taker : giver);
      set_party(claim, &Claim::target, "target", back ? giver : taker);
      out.push_back(std::move(claim));
    }
  }
  f.roles.erase("actor");
  f.roles.erase("target");
  return out.empty() ? f.refuse("no goods are traded") : out;
}

std::vector<Claim> share_of_fired(Filler& f) {
  constexpr std::size_t kFar = 8;  // chunks between the share and what is said of it
  std::size_t part = f.at;
  for (std::size_t k = f.at; k > 0 && k + kFar > f.at && part == f.at; --k) {
    const Chunk& c = f.chunk(k - 1);
    if (is_word(c, ";") || is_word(c, "--")) break;
    if (c.kind == ChunkKind::phrase && c.quantity != nullptr && c.of_class == "arms") part = k - 1;
  }
  if (part == f.at || f.trigger().negated) return f.refuse("no share of arms");
  const auto& count = std::get<Quantity>(f.chunk(part).quantity->value);
  const bool share = count.unit == "percent" || (count.unit.empty() && count.value.value_or(1) < 1);
  if (!share) return f.refuse("no share of arms");
  // "that Russia fires", "used by Hamas": who fires them took them
  std::optional<Named> user;
  bool fires = false;
  for (std::size_t k = part + 1; k < f.at && !(user && fires); ++k) {
    const Chunk& c = f.chunk(k);
    if (c.kind == ChunkKind::phrase && !user) {
      user = party_of(f.stage, k);
      if (!user && c.item_class.empty()) user = owner_of(f.stage, k);
    }
    const std::string_view pos = c.kind == ChunkKind::verb ? "verb" : "noun";
    if (c.kind != ChunkKind::verb && c.kind != ChunkKind::phrase) continue;
    fires = fires || f.stage.grammar.evokes(pos, c.lemma, {"use"});
  }
  if (!user || !fires) return f.refuse("nobody fires them");
  std::optional<Named> giver = f.party("actor");
  if (!giver && f.trigger().lemma == "be") {
    // "are North Korean", "are now of Iranian make"
    for (std::size_t k = f.at + 1; k < f.stage.chunks.size() && k < f.at + 3; ++k) {
      const Chunk& c = f.chunk(k);
      if (c.kind != ChunkKind::phrase) continue;
      const bool kind = c.party && !c.country_head && !c.party->party.iso2.empty();
      giver = kind ? c.party : (c.owner_is_adjective ? owner_of(f.stage, k) : std::nullopt);
      break;
    }
  }
  if (!giver || giver->party.iso2.empty() || giver->party == user->party)
    return f.refuse("nobody gives them");
  Claim claim = f.start("transfer");
  claim.item = item_of(f.stage, f.chunk(part));
  add_span(claim, "item", f.chunk(part).span);
  claim.quantity = count;
  add_span(claim, "quantity", f.chunk(part).quantity->span);
  set_party(claim, &Claim::actor, "actor", giver);
  set_party(claim, &Claim::target, "target", user);
  return {claim};
}

}  // namespace msmt
