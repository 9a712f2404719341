/// Who gives or takes the most, named behind the noun that says so, and with shares in brackets.
///
///     "The main suppliers to Chad were France (45 per cent) and Turkey"
///     "The largest recipient of French arms is Chad"
#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/filler.hpp"
#include "claims/subjects.hpp"

namespace msmt {

namespace {

/// "is", "became", "remain", said as a fact.
bool equates(const Chunk& verb) {
  return verb.kind == ChunkKind::verb && verb.voice == Voice::active && verb.modals.empty() &&
         !verb.negated && (verb.lemma == "be" || verb.lemma == "become" || verb.lemma == "remain");
}

}  // namespace

std::size_t Filler::share_behind(std::size_t k) const {
  if (k + 2 >= stage_.chunks.size() || !is_word(chunk(k + 1), "(")) return k;
  // "(45 per cent)", "(accounting for 75% of imports)"
  for (std::size_t i = k + 2; i < stage_.chunks.size() && !is_word(chunk(i), ")"); ++i) {
    if (chunk(i).quantity != nullptr &&
        std::get<Quantity>(chunk(i).quantity->value).unit == "percent")
      return i;
  }
  return k;
}

std::vector<std::size_t> Filler::said_to_be() const {
  std::size_t at = trigger_;
  while (at > 0 && (chunk(at - 1).kind == ChunkKind::date || mark_of(chunk(at - 1)) == "adv")) --at;
  // "one of Syria's main suppliers"
  if (at > 3 && is_word(chunk(at - 1), "of") && chunk(at - 2).head == "one") at -= 2;
  if (at < 2) return {};
  const Chunk& link = chunk(at - 1);
  const std::size_t named = at - 2;
  // "with France as its main supplier"
  const bool as = is_word(link, "as") && named > 0 && is_word(chunk(named - 1), "with");
  const bool is = equates(link);
  if ((!is && !as && !is_word(link, ",")) || chunk(named).kind != ChunkKind::phrase ||
      chunk(named).person)
    return {};
  return is ? list_before(stage_.chunks, named) : std::vector<std::size_t>{named};
}

std::vector<std::size_t> Filler::named_behind() const {
  const std::size_t n = stage_.chunks.size();
  std::size_t k = trigger_ + 1;
  while (k + 1 < n && !equates(chunk(k))) {  // over "of arms to Chad in 2023"
    if (chunk(k).kind == ChunkKind::date || chunk(k).kind == ChunkKind::phrase) {
      ++k;
      continue;
    }
    const bool prep = chunk(k).kind == ChunkKind::word && is_preposition(chunk(k).word);
    if (!prep || is_break(chunk(k).word)) return {};
    ++k;
  }
  std::vector<std::size_t> out;
  for (++k; k < n; ++k) {
    const Chunk& c = chunk(k);
    if (is_word(c, ",") || is_word(c, "and")) continue;
    const auto named =
        c.kind == ChunkKind::phrase && c.country_head ? party_of(stage_, k) : std::nullopt;
    if (!named || named->party.iso2.empty()) break;
    out.push_back(k);
    if (share_behind(k) > k) {
      while (k + 1 < n && !is_word(chunk(k), ")")) ++k;
    }
  }
  return out;
}

std::vector<Claim> Filler::supplied(const Named& actor, const Named& target) {
  std::vector<Claim> out;
  for (const std::size_t i : sides_.of("of")) {
    if (!frame_.takes(class_of(stage_.grammar, chunk(i)))) continue;
    out.push_back(start("transfer"));
    set_item(out.back(), i);
    set_sides(out.back(), actor, target, std::nullopt);
  }
  if (!out.empty()) return out;
  out = from_trigger_noun(actor, target, std::nullopt);
  const auto& told = stage_.memory.deed;
  if (out.empty() && told && told->item && told->item->category == "arms" && told->target &&
      *told->target == target.party) {
    out.push_back(start("transfer"));  // of the arms whose imports were told of
    out.back().item = told->item;
    set_sides(out.back(), actor, target, std::nullopt);
  }
  return out;
}

std::vector<Claim> Filler::suppliers_behind(const std::vector<std::size_t>& named) {
  auto target = party("target");
  if (!target && trigger_owner() && !trigger().owner_is_adjective) target = trigger_owner();
  if (!target && stage_.memory.deed && stage_.memory.deed->type == "transfer" &&
      stage_.memory.deed->target)
    target = Named{*stage_.memory.deed->target, trigger().span};
  if (!target) return refuse("nobody is supplied");
  std::vector<Claim> out;
  for (const std::size_t k : named) {
    const auto actor = party_of(stage_, k);
    if (!actor || actor->party == target->party) continue;
    for (Claim& claim : supplied(*actor, *target)) {
      const std::size_t share = share_behind(k);
      if (share > k) {
        claim.quantity = std::get<Quantity>(chunk(share).quantity->value);
        span(claim, "quantity", chunk(share).quantity->span);
      }
      out.push_back(std::move(claim));
    }
  }
  roles_.erase("target");
  return out;
}

std::vector<Claim> Filler::recipient() {
  std::vector<std::size_t> takers = named_behind();
  const bool behind = !takers.empty();
  if (!behind) takers = said_to_be();
  const auto& goods = sides_.of("of");
  if (takers.empty() || goods.empty()) return refuse("nobody takes");
  const std::size_t i = goods.front();
  const std::string words = fold(stage_.doc.text(chunk(i).span));
  const bool traded = chunk(i).item_class == "deed" && words.find("arms") != std::string::npos;
  if (!traded && !frame_.takes(class_of(stage_.grammar, chunk(i)))) return refuse("no goods");
  auto giver = party("actor");
  if (!giver) giver = owner_of(stage_, i);
  if (!giver || giver->party.iso2.empty()) return refuse("nobody gives");
  std::vector<Claim> out;
  for (const std::size_t k : takers) {
    const auto taker = party_of(stage_, k);
    if (!taker || taker->party.iso2.empty() || taker->party == giver->party) continue;
    Claim claim = start("transfer");
    set_item(claim, i);
    if (traded) claim.item = Item{"arms", "arms", "", "arms"};
    const std::size_t at = behind ? k : i;
    if (const std::size_t share = share_behind(at); share > at) {
      claim.quantity = std::get<Quantity>(chunk(share).quantity->value);
      span(claim, "quantity", chunk(share).quantity->span);
    }
    set_sides(claim, giver, taker, std::nullopt);
    out.push_back(std::move(claim));
  }
  roles_.erase("actor");
  return out.empty() ? refuse("nobody takes") : out;
}

}  // namespace msmt
