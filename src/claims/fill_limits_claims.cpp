/// The claim of one ruling: what is ruled, how much of it, and whom that binds.
///
///     "imports of refined petroleum, at most 500,000 barrels a year"   item, quantity, per year
#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/fill_goods.hpp"
#include "claims/fill_limits.hpp"
#include "claims/fill_sanctions.hpp"
#include "claims/filler.hpp"
#include "claims/lists.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

namespace {

/// "the amount permitted", "twice the volume allowed": a measure of what was named before.
bool is_amount(const Grammar& grammar, const Chunk& c) {
  return c.of.empty() && grammar.is(WordClass::amount, c.lemma);
}

/// The state that the sanctions are on which the trigger is listed under.
std::optional<Party> bound_by_list(const Filler& f) {
  // "imposed sanctions, including bans on coal exports, on Chad"
  const auto& sanction = f.stage.memory.sanction;
  const bool listed = f.frame.pos == "noun" && f.at > 0 &&
                      is_word(f.chunk(f.at - 1), "including") && sanction &&
                      sanction->evidence.bytes.begin == f.stage.sentence_begin();
  return listed ? sanction->target : std::nullopt;
}

/// What is ruled; false where it is an amount of nothing.
bool name_goods(const Filler& f, Claim& claim, std::size_t i, const Ruling& ruling, bool deed) {
  const Chunk& c = f.chunk(i);
  // "unlawful activities prohibited by UN resolutions": whatever they are
  const bool anything = c.lemma == "activity" || c.lemma == "action" || c.lemma == "conduct" ||
                        c.lemma == "practice" || c.lemma == "behavior" || c.lemma == "behaviour";
  if (anything && f.sides.construction == "reduced" && c.of.empty()) return false;
  set_party(claim, &Claim::target, "target", ruling.bound);
  // "prohibit all states from selling oil to North Korea": on whom it is laid
  const bool sold = i > 0 && f.chunk(i - 1).voice == Voice::gerund &&
                    i + 2 < f.stage.chunks.size() && is_word(f.chunk(i + 1), "to") &&
                    f.chunk(i + 2).country_head;
  if (!ruling.bound && sold) set_party(claim, &Claim::target, "target", party_of(f.stage, i + 2));
  claim.item = item_of(f.stage, c);
  if (deed) claim.item->name = quote(f.stage.doc, {f.chunk(i - 1).span.begin, c.span.end});
  if (deed && c.party && !c.party->party.iso2.empty())
    set_party(claim, &Claim::target, "target", c.party);
  add_span(claim, "item", c.span);
  const bool bare = class_of(f.stage.grammar, c).empty() || c.lemma == "barrel";
  const auto& told = f.stage.memory.deed;
  const bool oil = told && told->item && (c.lemma != "barrel" || told->item->category == "fuel");
  if (c.quantity != nullptr && bare && c.of.empty() && oil) {
    // "the 500,000 barrels a year that the Council permits": of what was just spoken of
    claim.item = told->item;
    if (told->target) claim.target = told->target;
  }
  if (c.quantity != nullptr && !ruling.same) f.set_quantity(claim, i);
  if (const std::string part = noun_of_part(f, c);
      claim.quantity && f.stage.grammar.is(WordClass::trading, part)) {
    claim.quantity->unit = part;  // "30 of its 350 export licences"
    const std::size_t digits = claim.item->name.find_last_of("0123456789");
    if (digits != std::string::npos && digits + 2 < claim.item->name.size())
      claim.item->name.erase(0, digits + 2);
  }
  if (f.frame.pos == "noun" && !claim.quantity && f.at > 0 &&
      f.chunk(f.at - 1).kind == ChunkKind::verb) {
    // "lowered the ceiling on the price of oil from $60 to $47.60 a barrel"
    for (const std::size_t to : f.sides.of("to")) f.set_quantity(claim, to);
  }
  if (bare && c.of.empty()) counted_before(f, claim, i);
  if (is_amount(f.stage.grammar, c)) {
    // "transfers of fuel, more than double the amount permitted": of the goods named before
    std::size_t goods = i;
    while (goods > 0 && (f.chunk(goods - 1).kind != ChunkKind::phrase ||
                         !is_traded(class_of(f.stage.grammar, f.chunk(goods - 1)))))
      --goods;
    if (goods == 0) return false;
    claim.quantity.reset();
    claim.target.reset();
    drop_spans(claim, {"item", "quantity"});
    claim.item = item_of(f.stage, f.chunk(goods - 1));
    add_span(claim, "item", f.chunk(goods - 1).span);
  }
  return true;
}

/// "capped its budget at one per cent of GDP": a share is a bound too.
void set_share(const Filler& f, Claim& claim, std::size_t i) {
  const Mention* share = f.chunk(i).quantity;
  if (share == nullptr || std::get<Quantity>(share->value).unit != "percent") return;
  claim.quantity = std::get<Quantity>(share->value);
  add_span(claim, "quantity", share->span);
}

void count_rule(const Filler& f, Claim& claim, std::size_t i, const Ruling& ruling,
                const std::vector<Claim>& out) {
  const Chunk& c = f.chunk(i);
  const auto& bound = get(f.roles, "bound");
  if (ruling.count > 0) {
    f.set_quantity(claim, ruling.count);
  } else if (!bound.empty()) {
    f.set_quantity(claim, bound.front());
    if (!claim.quantity && f.frame.id == "limit.cap") set_share(f, claim, bound.front());
  }
  // "limits exports of oil to Syria to 500 barrels a year": the bound stands behind the other "to"
  for (std::size_t k = i + 1; f.frame.id == "limit.cap" && !claim.quantity &&
                              k + 1 < f.stage.chunks.size() && !is_finite(f.chunk(k));
       ++k) {
    if (is_word(f.chunk(k), "to") && f.chunk(k + 1).quantity != nullptr)
      f.set_quantity(claim, k + 1);
  }
  if (!claim.quantity && f.frame.pos == "noun" && f.trigger().quantity != nullptr)
    f.set_quantity(claim, f.at);  // "a cap of 500,000 barrels a year on sales"
  exact_cap(f, claim);
  if (!claim.quantity && !f.sides.of("of").empty() && f.frame.pos == "noun")
    f.set_quantity(claim, f.sides.of("of").front());
  if (const std::size_t told = f.frame.pos == "noun" ? bound_behind(f, i) : 0;
      told > 0 && !claim.quantity)
    f.set_quantity(claim, told);
  if (claim.quantity && claim.quantity->per.empty() &&
      (c.before.find("annual") != std::string::npos ||
       c.before.find("yearly") != std::string::npos)) {
    claim.quantity->per = "year";
  }
  for (const Chunk& often : f.stage.chunks) {
    if (claim.quantity && claim.quantity->per.empty() && tells_how_often(often))
      claim.quantity->per = often.lemma;
  }
  if (!claim.target && !out.empty()) claim.target = out.front().target;
  if (claim.quantity && !out.empty() && out.front().quantity && claim.quantity->per.empty())
    claim.quantity->per = out.front().quantity->per;
}

/// "forbid arms from Eritrea, cap deliveries of diesel": whom the verb before of the same rule binds.
std::optional<Party> bound_by_rule_before(const Filler& f, const Claim& claim) {
  // "forbid the purchase of arms from Eritrea, cap deliveries of diesel": one rule for one state
  if (f.sides.construction != "shared" || !claim.actor || f.frame.pos != "verb")
    return std::nullopt;
  const auto& said = f.stage.memory.said;
  const auto last = std::find_if(said.rbegin(), said.rend(), [&](const Claim& known) {
    return known.evidence.bytes.begin != f.stage.sentence_begin() ||
           (known.type == "limit" && known.actor == claim.actor && known.target);
  });
  const bool same_sentence =
      last != said.rend() && last->evidence.bytes.begin == f.stage.sentence_begin();
  return same_sentence ? last->target : std::nullopt;
}

/// "imposed sanctions on Eritrea. It banned arms exports", "bans the export of arms", below a heading about Belarus:
/// on whom whoever rules has just imposed something, else of whom the heading speaks.
std::optional<Party> bound_before(const Filler& f, const Claim& claim, const Chunk& c) {
  const bool bans_trade = f.frame.id == "limit.ban" && c.item_class == "deed" && claim.actor &&
                          !f.stage.grammar.is(WordClass::let, f.trigger().lemma);
  if (!bans_trade || c.owner) return std::nullopt;
  const auto& sanction = f.stage.memory.sanction;
  if (recent_sanction(f) && *sanction->actor == *claim.actor && sanction->target &&
      !sanction->target->iso2.empty())
    return sanction->target;
  const auto& topic = f.stage.memory.topic;
  const bool names_state =
      std::any_of(f.stage.reading.mentions.begin(), f.stage.reading.mentions.end(),
                  [&](const Mention& mention) {
                    const auto* country = std::get_if<Country>(&mention.value);
                    return country != nullptr && country->iso2 != claim.actor->iso2;
                  });
  return topic && *topic != *claim.actor && !names_state ? topic : std::nullopt;
}

/// Whom a rule binds by what stands around it: the verb before, the heading, the package.
void bind_by_context(const Filler& f, Claim& claim, const Chunk& c) {
  if (claim.target && claim.actor && *claim.target == *claim.actor) claim.target.reset();
  if (!claim.target) claim.target = bound_by_rule_before(f, claim);
  const bool its = c.owner && c.owner->party.name == "its";  // the state of the heading
  if ((!claim.target || its) && claim.actor && claim.actor == f.stage.memory.heading_rule &&
      bulleted(f.stage.doc, f.stage.sentence().span))
    claim.target = f.stage.memory.heading_bound;
  if (packed(f) && !claim.target && claim.actor && recent_sanction(f) &&
      f.stage.memory.sanction->target && !f.stage.memory.sanction->target->iso2.empty() &&
      *claim.actor == *f.stage.memory.sanction->actor)
    claim.target = f.stage.memory.sanction->target;
  if (!claim.target) claim.target = bound_by_list(f);
  if (!claim.target) claim.target = bound_before(f, claim, c);
}

/// "imports of refined petroleum", "the hiring of North Koreans": a deed keeps its `of` apart.
void name_ruled(const Filler& f, Claim& claim, std::size_t i, std::size_t other) {
  if (other > 0) {
    const Item of_item = item_of(f.stage, f.chunk(other));
    claim.item->name += " of " + of_item.name;
    claim.item->key = of_item.key;
    claim.item->category = of_item.category;
    drop_spans(claim, {"item"});
    add_span(claim, "item", f.chunk(other).span);
    set_target(f, claim, other);
    set_target(f, claim, i);
    return;
  }
  if (const std::size_t of = of_behind(f, i); of > 0) {
    const Item of_item = item_of(f.stage, f.chunk(of + 1));
    claim.item->name += " of " + of_item.name;
    if (!of_item.key.empty()) claim.item->key = of_item.key;
    if (f.chunk(i).item_class == "deed" && !of_item.category.empty())
      claim.item->category = of_item.category;
    set_target(f, claim, of + 1);
    if (const auto bound = party_of(f.stage, of + 1); bound && !bound->party.iso2.empty())
      set_party(claim, &Claim::target, "target", bound);
  }
  set_target(f, claim, i);
  for (std::size_t k = i + 1; k < f.stage.chunks.size() && k < i + 5 && !claim.target; ++k) {
    if (is_finite(f.chunk(k))) break;
    // "exports of coal, Togo's largest source of income"
    if (says_what_it_is(f.stage.chunks, k)) set_target(f, claim, k);
  }
}

}  // namespace

std::string noun_of_part(const Filler& f, const Chunk& c) {
  const std::string words = fold(f.stage.doc.words(c.span));
  const std::size_t of = words.find(" of ");
  if (c.quantity == nullptr || of == std::string::npos || words.rfind(' ') < of + 4) return {};
  return singular(words.substr(words.rfind(' ') + 1));
}

std::optional<Claim> rule_on(Filler& f, std::size_t i, const Ruling& ruling,
                             const std::optional<Named>& actor, const std::vector<Claim>& out) {
  const Chunk& c = f.chunk(i);
  // "Employing North Koreans has been banned": people without a noun of their own
  const bool deed = i > 0 && f.chunk(i - 1).voice == Voice::gerund && c.party &&
                    c.item_class.empty() && !ruling.bound;
  if (c.pronoun || (c.party && c.item_class.empty() && !deed)) return std::nullopt;
  const bool lets = f.frame.pos == "verb" && f.stage.grammar.is(WordClass::let, f.trigger().lemma);
  if (lets && !rules_on_trade(f, i) && !ruling.on_all && ruling.count == 0) {
    f.why = lets_do(f) ? "somebody may or must do something" : "neither trade nor a figure";
    return std::nullopt;
  }
  Claim claim = f.start("limit");
  if (!name_goods(f, claim, i, ruling, deed)) return std::nullopt;
  name_ruled(f, claim, i, ruling.of);
  const bool sends_home = f.frame.pos == "verb" && !ruling.bound &&
                          f.stage.grammar.is(WordClass::oblige, f.trigger().lemma) &&
                          (c.of_class == "workers" || claim.item->category == "workers");
  if (ruling.on_all || sends_home) {
    // "oblige member states to repatriate workers": all of them, not the workers' state
    claim.target.reset();
    drop_spans(claim, {"target"});
    set_party(claim, &Claim::actor, "actor", actor);
    if (actor && !actor->party.iso2.empty()) set_taker(f, claim, i);  // "its firms … to Israel"
    if (claim.target && claim.target == claim.actor) claim.target.reset();
    return claim;
  }
  if (claim.target && actor && *claim.target == actor->party) claim.target.reset();
  set_taker(f, claim, i);
  count_rule(f, claim, i, ruling, out);
  // "capped Syria's imports of oil": a rule, whatever the bound is
  const bool trade =
      claim.target && c.item_class == "deed" && f.stage.grammar.is(WordClass::trading, c.lemma);
  if (claim.quantity == std::nullopt && f.frame.id == "limit.cap" && !trade) {
    f.why = "no bound";
    return std::nullopt;
  }
  set_party(claim, &Claim::actor, "actor", actor);
  date_of_rule(f, claim);
  if (f.frame.pos == "noun") told_by_relative(f, claim, i);
  if (f.frame.pos == "noun") date_of_force(f, claim, i);
  if (!claim.actor && !claim.target && !claim.quantity && f.frame.pos == "verb") {
    f.why = "a rule by nobody for nobody";
    return std::nullopt;
  }
  bind_by_context(f, claim, c);
  return claim;
}

void counted_before(const Filler& f, Claim& claim, std::size_t i) {
  if (!claim.quantity || claim.quantity->unit.empty()) return;
  for (std::size_t k = i; k > 0; --k) {
    const Chunk& goods = f.chunk(k - 1);
    if (goods.kind != ChunkKind::phrase || goods.quantity == nullptr ||
        !is_traded(class_of(f.stage.grammar, goods)) ||
        std::get<Quantity>(goods.quantity->value).unit != claim.quantity->unit)
      continue;
    claim.item = item_of(f.stage, goods);
    for (std::size_t m = k; m + 1 < i; ++m) {
      auto taker = f.chunk(m).word == "to" ? party_of(f.stage, m + 1) : std::nullopt;
      if (!taker && f.chunk(m).word == "to") taker = owner_of(f.stage, m + 1);
      if (!taker || taker->party.iso2.empty()) continue;
      claim.target = taker->party;
      return;
    }
    return;
  }
}

void set_taker(const Filler& f, Claim& claim, std::size_t i) {
  std::size_t end = i + 6;
  while (end > i + 1 && end < i + 9 && f.chunk(end).kind == ChunkKind::word &&
         (joins_list(f.chunk(end - 2).word) ||
          (is_word(f.chunk(end - 2), "of") && joins_list(f.chunk(end - 3).word))))
    end += 2;  // "the export of arms and of chemicals to Belarus"
  for (std::size_t k = i + 1; k + 1 < f.stage.chunks.size() && k < end && !claim.target; ++k) {
    if (f.chunk(k).kind == ChunkKind::verb) break;
    // "an embargo on rifles for Liberia"
    const bool meant = k == i + 1 && is_word(f.chunk(k), "for") && f.chunk(k + 1).country_head;
    const bool visa = f.chunk(i).item_class == "visa" && is_word(f.chunk(k), "for");
    if (f.chunk(k).kind != ChunkKind::word ||
        (!visa && !meant && f.chunk(k).word != "to" && f.chunk(k).word != "from" &&
         f.chunk(k).word != "into" && f.chunk(k).word != "with"))
      continue;
    auto bound_to = party_of(f.stage, k + 1);
    if (!bound_to) bound_to = owner_of(f.stage, k + 1);
    // "deliveries of weapons to the militias"
    if (!bound_to && is_word(f.chunk(k), "to") && is_plural(f.chunk(k + 1).head) &&
        f.stage.grammar.is(WordClass::armed_body, f.chunk(k + 1).lemma))
      bound_to = sanctioned(f, k + 1);
    set_party(claim, &Claim::target, "target", bound_to);
  }
}

void set_target(const Filler& f, Claim& claim, std::size_t i) {
  if (claim.target) return;
  auto owner = owner_of(f.stage, i);
  if (!owner) {
    for (const Mention* name : f.chunk(i).names) {
      if (const auto* country = std::get_if<Country>(&name->value)) {
        owner = Named{{country->name, country->iso2}, name->span};
      }
    }
  }
  set_party(claim, &Claim::target, "target", owner);
}

}  // namespace msmt
