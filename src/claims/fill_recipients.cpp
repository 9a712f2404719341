/// Who gives or takes the most, named behind the noun that says so, and with shares in brackets.
///
///     "The main suppliers to Chad were France (45 per cent) and Turkey"
///     "The largest recipient of French arms is Chad"
#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/fill_goods.hpp"
#include "claims/filler.hpp"
#include "claims/subjects.hpp"

namespace msmt {

namespace {

/// "is", "became", "remain", said as a fact.
bool equates(const Chunk& verb) {
  return verb.kind == ChunkKind::verb && verb.voice == Voice::active && verb.modals.empty() &&
         !verb.negated && (verb.lemma == "be" || verb.lemma == "become" || verb.lemma == "remain");
}

/// "France (45 per cent)": the chunk of the share in brackets behind chunk k, or k.
std::size_t share_behind(const Filler& f, std::size_t k) {
  if (k + 2 >= f.stage.chunks.size() || !is_word(f.chunk(k + 1), "(")) return k;
  // "(45 per cent)", "(accounting for 75% of imports)"
  for (std::size_t i = k + 2; i < f.stage.chunks.size() && !is_word(f.chunk(i), ")"); ++i) {
    if (f.chunk(i).quantity != nullptr &&
        std::get<Quantity>(f.chunk(i).quantity->value).unit == "percent")
      return i;
  }
  return k;
}

}  // namespace

std::vector<std::size_t> said_to_be(const Filler& f) {
  std::size_t at = f.at;
  while (at > 0 && (f.chunk(at - 1).kind == ChunkKind::date || mark_of(f.chunk(at - 1)) == "adv"))
    --at;
  // "one of Syria's main suppliers"
  if (at > 3 && is_word(f.chunk(at - 1), "of") && f.chunk(at - 2).head == "one") at -= 2;
  if (at < 2) return {};
  const Chunk& link = f.chunk(at - 1);
  std::size_t named = at - 2;
  // "China, which was the main supplier of arms to Pakistan, sold it jets"
  if (is_word(f.chunk(named), "which") && named > 1 && is_word(f.chunk(named - 1), ",")) named -= 2;
  // "Turkey has emerged as Mali's main supplier"
  const Chunk& emerged = f.chunk(at - 2);
  if (is_word(link, "as") && at > 2 && is_finite(emerged) && !emerged.negated &&
      emerged.modals.empty() && (emerged.lemma == "emerge" || emerged.lemma == "serve") &&
      f.chunk(at - 3).kind == ChunkKind::phrase)
    return list_before(f.stage.chunks, at - 3);
  // "with France as its main supplier"
  const bool as = is_word(link, "as") && named > 0 && is_word(f.chunk(named - 1), "with");
  const bool is = equates(link);
  if ((!is && !as && !is_word(link, ",")) || f.chunk(named).kind != ChunkKind::phrase ||
      f.chunk(named).person)
    return {};
  return is ? list_before(f.stage.chunks, named) : std::vector<std::size_t>{named};
}

std::vector<std::size_t> named_behind(const Filler& f) {
  const std::size_t n = f.stage.chunks.size();
  std::size_t k = f.at + 1;
  while (k + 1 < n && !equates(f.chunk(k))) {  // over "of arms to Chad in 2023"
    if (f.chunk(k).kind == ChunkKind::date || f.chunk(k).kind == ChunkKind::phrase) {
      ++k;
      continue;
    }
    if (!governs(f.chunk(k))) return {};
    ++k;
  }
  std::vector<std::size_t> out;
  for (++k; k < n; ++k) {
    const Chunk& c = f.chunk(k);
    if (is_word(c, ",") || is_word(c, "and")) continue;
    const auto named =
        c.kind == ChunkKind::phrase && c.country_head ? party_of(f.stage, k) : std::nullopt;
    if (!named || named->party.iso2.empty()) break;
    out.push_back(k);
    if (share_behind(f, k) > k) {
      while (k + 1 < n && !is_word(f.chunk(k), ")")) ++k;
    }
  }
  return out;
}

std::vector<Claim> supplied(Filler& f, const Named& actor, const Named& target) {
  std::vector<Claim> out;
  for (const std::size_t i : f.sides.of("of")) {
    if (!f.frame.takes(class_of(f.stage.grammar, f.chunk(i)))) continue;
    out.push_back(f.start("transfer"));
    f.set_item(out.back(), i);
    set_sides(out.back(), actor, target, std::nullopt);
  }
  // "is the main source for weapons supplied to Sudan"
  for (const std::size_t i : f.sides.of("for")) {
    if (!out.empty() || !f.frame.takes(class_of(f.stage.grammar, f.chunk(i)))) continue;
    out.push_back(f.start("transfer"));
    f.set_item(out.back(), i);
    set_sides(out.back(), actor, target, std::nullopt);
  }
  if (!out.empty()) return out;
  out = from_trigger_noun(f, actor, target, std::nullopt);
  const auto& told = f.stage.memory.deed;
  if (out.empty() && told && told->item && told->item->category == "arms" && told->target &&
      *told->target == target.party) {
    out.push_back(f.start("transfer"));  // of the arms whose imports were told of
    out.back().item = told->item;
    set_sides(out.back(), actor, target, std::nullopt);
  }
  return out;
}

std::vector<Claim> suppliers_behind(Filler& f, const std::vector<std::size_t>& named) {
  auto target = f.party("target");
  if (!target && f.trigger_owner() && !f.trigger().owner_is_adjective) target = f.trigger_owner();
  if (!target && f.stage.memory.deed && f.stage.memory.deed->type == "transfer" &&
      f.stage.memory.deed->target)
    target = Named{*f.stage.memory.deed->target, f.trigger().span};
  if (!target) return f.refuse("nobody is supplied");
  std::vector<Claim> out;
  for (const std::size_t k : named) {
    const auto actor = party_of(f.stage, k);
    if (!actor || actor->party == target->party) continue;
    for (Claim& claim : supplied(f, *actor, *target)) {
      const std::size_t share = share_behind(f, k);
      if (share > k) {
        claim.quantity = std::get<Quantity>(f.chunk(share).quantity->value);
        add_span(claim, "quantity", f.chunk(share).quantity->span);
      }
      out.push_back(std::move(claim));
    }
  }
  f.roles.erase("target");
  return out;
}

std::vector<Claim> recipient(Filler& f) {
  std::vector<std::size_t> takers = named_behind(f);
  const bool behind = !takers.empty();
  if (!behind) takers = said_to_be(f);
  // "a customer for Israeli arms"
  const auto& goods = f.sides.of(f.sides.of("of").empty() ? "for" : "of");
  if (takers.empty() || goods.empty()) return f.refuse("nobody takes");
  const std::size_t i = goods.front();
  const std::string words = fold(f.stage.doc.words(f.chunk(i).span));
  const bool traded = f.chunk(i).item_class == "deed" && words.find("arms") != std::string::npos;
  if (!traded && !f.frame.takes(class_of(f.stage.grammar, f.chunk(i)))) return f.refuse("no goods");
  auto giver = f.party("actor");
  if (!giver) giver = owner_of(f.stage, i);
  if (!giver || giver->party.iso2.empty()) return f.refuse("nobody gives");
  std::vector<Claim> out;
  for (const std::size_t k : takers) {
    const auto taker = party_of(f.stage, k);
    if (!taker || taker->party.iso2.empty() || taker->party == giver->party) continue;
    Claim claim = f.start("transfer");
    f.set_item(claim, i);
    if (traded) claim.item = Item{"arms", "arms", "", "arms"};
    const std::size_t at = behind ? k : i;
    if (const std::size_t share = share_behind(f, at); share > at) {
      claim.quantity = std::get<Quantity>(f.chunk(share).quantity->value);
      add_span(claim, "quantity", f.chunk(share).quantity->span);
    }
    set_sides(claim, giver, taker, std::nullopt);
    out.push_back(std::move(claim));
  }
  f.roles.erase("actor");
  return out.empty() ? f.refuse("nobody takes") : out;
}

}  // namespace msmt
