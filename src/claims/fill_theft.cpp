/// Money, data and goods stolen: theft.

#include <algorithm>
#include <array>

#include "claims/certainty.hpp"
#include "claims/clause_words.hpp"
#include "claims/fill_agreements.hpp"
#include "claims/fill_goods.hpp"
#include "claims/fill_money.hpp"
#include "claims/fill_people.hpp"
#include "claims/filler.hpp"
#include "claims/relative.hpp"
#include "claims/scene.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

namespace {

/// The person that a phrase names, else the party that it stands for.
std::optional<Named> person_or_party(const Filler& f, std::size_t i) {
  if (f.chunk(i).person && f.chunk(i).party) return f.chunk(i).party;
  return party_of(f.stage, i);
}

/// "raked in $1 billion through hacking", "netted $3 million in the heist"
bool by_hacking(const Filler& f) {
  for (std::size_t k = f.at + 1; k < f.stage.chunks.size() && k < f.at + 7; ++k) {
    if (is_finite(f.chunk(k))) return false;
    if (f.chunk(k).kind == ChunkKind::phrase &&
        f.stage.grammar.is(WordClass::theft_noun, f.chunk(k).lemma))
      return true;
  }
  return false;
}

/// Whether a sum is a part of stolen money that the sentence names first.
bool of_stolen_money(const Filler& f) {
  // "Of the $2 billion stolen in 2024, $1.3 billion was taken by North Korea"
  const bool opens = f.stage.chunks.size() > 3 && is_word(f.chunk(0), "of") && f.chunk(1).money;
  for (std::size_t k = 2; opens && k < f.at && k < 6; ++k) {
    if (f.chunk(k).kind != ChunkKind::verb) continue;
    return f.stage.grammar.evokes("verb", f.chunk(k).lemma, {"theft.steal"});
  }
  return false;
}

/// "the $1 billion raid on the exchange was carried out by the group": the noun has the sum.
std::vector<Claim> raid(Filler& f, const std::optional<Named>& thief,
                        const std::optional<Named>& target) {
  Claim claim = f.start("theft");
  f.set_item(claim, f.at);
  claim.item = Item{"money", "money", "", f.stage.grammar.path("money")};
  std::optional<Named> actor = thief;
  for (std::size_t k = f.at + 1; !actor && k + 2 < f.stage.chunks.size(); ++k) {
    // "the $1 billion raid on the exchange was carried out by the group"
    if (f.chunk(k).kind != ChunkKind::verb || f.chunk(k).voice != Voice::passive) continue;
    if (f.chunk(k + 1).word == "by" || f.chunk(k + 1).word == "on")
      actor = party_of(f.stage, k + 2);
    break;
  }
  set_party(claim, &Claim::actor, "actor", actor);
  set_party(claim, &Claim::target, "target", target);
  if (!claim.actor && !claim.target) return f.refuse("stolen from nobody by nobody");
  return {claim};
}

std::vector<Claim> denied_theft(Filler& f) {
  // "North Korea denied any role in the heist", "has denied involvement in hacking"
  const auto& part = get(f.roles, "part");
  const bool role =
      !part.empty() && (f.stage.grammar.is(WordClass::involvement, f.chunk(part.front()).lemma) ||
                        f.chunk(part.front()).lemma == "responsibility");
  std::size_t deed = role ? f.stage.chunks.size() : f.at + 1;
  for (std::size_t k = f.at + 1; role && k + 1 < f.stage.chunks.size() && k < f.at + 5; ++k) {
    if (is_word(f.chunk(k), "in") || is_word(f.chunk(k), "for")) deed = k + 1;
  }
  if (deed >= f.stage.chunks.size() ||
      !f.stage.grammar.is(WordClass::theft_noun, f.chunk(deed).lemma))
    return f.refuse("no theft");
  const auto actor = f.party("actor");
  if (!actor || actor->party.iso2.empty()) return f.refuse("nobody denies");
  Claim claim = f.start("theft");
  claim.item = item_of(f.stage, f.chunk(deed));
  add_span(claim, "item", f.chunk(deed).span);
  set_party(claim, &Claim::actor, "actor", actor);
  deny(f, claim);
  return {claim};
}

/// "Iranian hackers carried out 33 attacks": of those who steal, and no use of a weapon.
bool attack_of_thieves(const Filler& f) {
  for (const std::size_t i : get(f.roles, "actor")) {
    if (is_thief(f.stage.grammar, f.chunk(i)) || names_gang(f.chunk(i))) return true;
  }
  return false;
}

/// "58 cyberattacks by North Korea, worth about $3 billion"
std::vector<Claim> counted_thefts(const Filler& f, const std::optional<Named>& actor) {
  // "58 cyberattacks by North Korea on exchanges, worth about $3 billion"
  if (f.trigger().kind != ChunkKind::phrase || f.trigger().quantity == nullptr ||
      f.trigger().money || !actor || !f.items().empty() ||
      (!f.stage.grammar.is(WordClass::theft_noun, f.trigger().lemma) && !attack_of_thieves(f)))
    return {};
  std::vector<Claim> out;
  Claim claim = f.start("theft");
  f.set_item(claim, f.at);
  set_party(claim, &Claim::actor, "actor", actor);
  out.push_back(claim);
  for (std::size_t k = f.at + 1; k + 1 < f.stage.chunks.size() && !is_finite(f.chunk(k)); ++k) {
    if (!is_word(f.chunk(k), "worth") || !f.chunk(k + 1).money) continue;
    Claim sum = f.start("theft");
    f.set_item(sum, k + 1);
    set_party(sum, &Claim::actor, "actor", actor);
    out.push_back(std::move(sum));
    break;
  }
  return out;
}

/// "Of the total, $1 billion was taken in 2024", "The remaining $2 billion was stolen": sums of the theft that was told.
bool part_of_loot(const Filler& f) {
  if (!f.stage.memory.theft || !f.stage.memory.theft->actor || f.items().empty() ||
      f.trigger().voice != Voice::passive || f.sides.has("by"))
    return false;
  const Chunk& sum = f.chunk(f.items().front());
  const bool rest =
      sum.money && sum.definite && sum.quantity != nullptr &&
      fold(f.stage.doc.words({sum.span.begin, sum.head_span.end})).find("remaining") !=
          std::string::npos;
  const bool of_total = sum.money && is_word(f.chunk(0), "of") && f.chunk(1).definite &&
                        f.items().front() < 6 && is_word(f.chunk(f.items().front() - 1), ",");
  return rest || of_total;
}

/// Why a plain word for taking says of no theft; empty where it does.
std::string_view no_taking(const Filler& f, std::optional<Named>& actor) {
  // plain words for taking: only by thieves, or where the article speaks of a theft
  const auto& by = get(f.roles, "actor");
  const bool thieves = by_hacking(f) || of_stolen_money(f) ||
                       (!by.empty() && (is_thief(f.stage.grammar, f.chunk(by.front())) ||
                                        names_gang(f.chunk(by.front()))));
  const bool gains =
      f.trigger().lemma == "rake in" || f.trigger().lemma == "net" || f.trigger().lemma == "pocket";
  if (gains && !by_hacking(f)) return "gained, but not by theft";
  const bool goes_on =
      part_of_loot(f) ||
      (f.stage.memory.theft && f.trigger().lemma == "take" &&
       (!get(f.roles, "target").empty() || (!by.empty() && f.chunk(by.front()).pronoun)));
  // "is accused of taking $740,000": money, by whom the charge names
  const bool accused = f.sides.construction == "accused" && !f.items().empty() &&
                       class_of(f.stage.grammar, f.chunk(f.items().front())) == "money" &&
                       f.trigger().lemma == "take";
  if (accused) actor = person_or_party(f, by.front());
  if (!actor && by.empty()) actor = taken_by_intruders(f);
  const bool intruders = actor && by.empty();
  if (!thieves && !goes_on && !accused && !intruders && !taken_from_body(f))
    return "taken, but by no thief";
  if (!actor && by.empty() && goes_on)
    actor = Named{*f.stage.memory.theft->actor, f.trigger().span};
  return {};
}

/// "Bybit, which lost $1.4 billion": to whom, where the article has just told of a theft.
std::optional<Named> thief_before(const Filler& f) {
  // "The haul came from an attack on Bybit, which lost $1.4 billion": to the thief of whom it is told
  const auto& loser = get(f.roles, "target");
  const auto& theft = f.stage.memory.theft;
  if (loser.empty() || !theft || !f.party("target")) return std::nullopt;
  const Chunk& c = f.chunk(loser.front());
  if (c.person || !f.party("target")->party.iso2.empty()) return std::nullopt;
  const std::size_t now = f.stage.reading.sentence;
  const std::size_t since = f.stage.doc.sentences[now > 0 ? now - 1 : 0].span.begin;
  if (theft->evidence.bytes.begin < since) return std::nullopt;
  return Named{*theft->actor, f.trigger().span};
}

/// Who stole from whom where other words than the sides say; why it is no theft, or "".
std::string_view settle_theft_sides(const Filler& f, std::optional<Named>& actor,
                                    std::optional<Named>& target) {
  if (f.trigger().kind == ChunkKind::phrase && f.items().empty() &&
      f.stage.grammar.is(WordClass::loose_theft, f.trigger().lemma))
    return "no sum";
  if (f.trigger().kind == ChunkKind::phrase && !f.items().empty() &&
      f.stage.grammar.is(WordClass::loose_theft, f.trigger().lemma)) {
    const std::string klass = class_of(f.stage.grammar, f.chunk(f.items().front()));
    if (klass != "money" && klass != "knowhow" && !f.chunk(f.items().front()).party)
      return "no sum and no data";  // "a breach of the ban"
  }
  // "Togo breached the limit of 40 tons a year"
  if (const auto& broken = f.sides.of("obj");
      f.frame.id == "theft.hack" && !broken.empty() &&
      f.stage.grammar.evokes("noun", f.chunk(broken.front()).lemma, {"limit.noun"}))
    return "a rule is breached";
  if (const auto& broken = f.sides.of("obj");
      f.frame.id == "theft.hack" && !broken.empty() &&
      f.stage.grammar.is(WordClass::barrier, f.chunk(broken.front()).lemma))
    return "a barrier is breached, by soldiers";
  if (f.frame.id == "theft.breach") {
    const auto& by = get(f.roles, "actor");
    const bool thieves = !by.empty() && (is_thief(f.stage.grammar, f.chunk(by.front())) ||
                                         names_gang(f.chunk(by.front())));
    if (!thieves || !actor) return "broken into by no thief";
    if (!target) target = broken_into(f);
  }
  if (f.frame.id == "theft.take") {
    if (const auto why = no_taking(f, actor); !why.empty()) return why;
  }
  const bool whole = is_word(f.chunk(0), "of") && f.at < 6;  // "Of the $2 billion stolen"
  if (!actor && !whole && f.trigger().voice == Voice::participle && f.sides.of("by").empty() &&
      f.stage.memory.theft &&
      f.stage.memory.theft->evidence.bytes.begin == f.stage.sentence_begin() &&
      !f.items().empty() && f.chunk(f.items().front()).money)
    actor = Named{*f.stage.memory.theft->actor, f.trigger().span};  // "on top of $1 billion looted"
  if (!actor && part_of_loot(f)) actor = Named{*f.stage.memory.theft->actor, f.trigger().span};
  if (f.frame.id == "theft.lose" && !actor) actor = thief_before(f);
  if (!actor && f.frame.id != "theft.lose") actor = blamed_after(f);
  if (f.frame.id == "theft.lose" && !actor) return "lost, but to nobody";
  if (!target && get(f.roles, "target").empty() && f.frame.id == "theft.take")
    target = broken_into(f);
  return {};
}

std::optional<Claim> stolen(Filler& f, std::size_t i, const std::optional<Named>& actor,
                            const std::optional<Named>& target, std::size_t valued) {
  const auto& in = f.sides.of("in");
  const bool of_money = !in.empty() && class_of(f.stage.grammar, f.chunk(in.front())) == "money";
  // "they took a further 1.65 billion": of the currency stolen before
  const bool bare = is_count(f.chunk(i)) && f.chunk(i).of.empty() && f.stage.memory.theft &&
                    f.stage.memory.theft->quantity &&
                    (std::get<Quantity>(f.chunk(i).quantity->value).unit.empty() ||
                     std::get<Quantity>(f.chunk(i).quantity->value).unit ==
                         f.stage.memory.theft->quantity->unit) &&
                    std::get<Quantity>(f.chunk(i).quantity->value).value.value_or(0) >= 1e6;
  if (!f.frame.takes(class_of(f.stage.grammar, f.chunk(i))) && !of_money && !bare) {
    f.why = "nothing that can be stolen";
    return std::nullopt;
  }
  Claim claim = f.start("theft");
  f.set_item(claim, i);
  if (!claim.quantity && valued < f.stage.chunks.size()) f.set_quantity(claim, valued);
  if (bare) {
    claim.quantity->unit = f.stage.memory.theft->quantity->unit;
    claim.item = f.stage.memory.theft->item;
  }
  if (of_money) claim.item = item_of(f.stage, f.chunk(in.front()));
  set_party(claim, &Claim::actor, "actor", actor);
  set_party(claim, &Claim::target, "target", victim_of(f, i, actor, target));
  if (!claim.actor && !claim.target && f.chunk(i).negative && f.stage.memory.theft) {
    claim.actor = f.stage.memory.theft->actor;  // "no customer data was stolen"
    claim.target = f.stage.memory.theft->target;
  }
  if (!claim.actor && !claim.target && !claim.quantity) return std::nullopt;
  if (f.at >= 3 && f.chunk(f.at - 3).kind == ChunkKind::verb &&
      (f.chunk(f.at - 3).lemma == "accuse" || f.chunk(f.at - 3).lemma == "suspect")) {
    claim.certainty = Certainty::possible;
  }
  return claim;
}

/// "breached the treaty", "breached UN sanctions": a rule is broken, and nobody is robbed.
bool breaks_rule(const Filler& f) {
  const auto& broken = get(f.roles, "target");
  if (broken.empty()) return false;
  const Chunk& c = f.chunk(broken.front());
  return c.item_class == "measure" || c.item_class == "agreement" || c.item_class == "decision" ||
         f.stage.grammar.is(WordClass::ban, c.lemma) ||
         f.stage.grammar.is(WordClass::bargain, c.lemma) ||
         f.stage.grammar.is(WordClass::no_body, c.lemma);
}

/// "A lost $2 million to hackers in May, and B $3 million in June"
void and_lost(const Filler& f, std::vector<Claim>& claims) {
  if (claims.size() != 1 || !claims.front().quantity) return;
  for (std::size_t k = f.at + 1; k + 2 < f.stage.chunks.size(); ++k) {
    if (is_finite(f.chunk(k))) return;
    if (f.chunk(k).word != "and" || f.chunk(k + 1).kind != ChunkKind::phrase) continue;
    // "and the exchange B of Japan $308 million", "and another 1.65 billion this year"
    std::size_t sum = k + 1;
    std::optional<Named> loser;
    if (f.chunk(sum).quantity == nullptr && f.frame.id == "theft.lose") {
      loser = party_of(f.stage, sum);
      sum += f.chunk(sum + 1).word == "of" ? std::size_t{3} : std::size_t{1};
    }
    if (sum >= f.stage.chunks.size() || f.chunk(sum).quantity == nullptr) return;
    const auto& read = f.items();
    if (std::find(read.begin(), read.end(), sum) != read.end()) return;
    const auto& quantity = std::get<Quantity>(f.chunk(sum).quantity->value);
    const bool dated = sum + 1 < f.stage.chunks.size() && f.chunk(sum + 1).kind == ChunkKind::date;
    const bool money = f.chunk(sum).money ||
                       (is_count(f.chunk(sum)) && quantity.value.value_or(0) >= 1e6 &&
                        (quantity.unit.empty() || quantity.unit == claims.front().quantity->unit));
    if (!money || !dated || (f.frame.id == "theft.lose" && !loser)) return;
    Claim claim = claims.front();
    drop_spans(claim, {"target", "quantity", "item", "period"});
    const std::string unit = claim.quantity->unit;
    f.set_quantity(claim, sum);
    claim.quantity->unit = unit;
    add_span(claim, "item", f.chunk(sum).span);
    if (loser) {
      claim.target.reset();
      set_party(claim, &Claim::target, "target", loser);
    }
    claim.period.reset();
    set_period(claim, f.chunk(sum + 1));
    claims.push_back(std::move(claim));
    return;
  }
}

/// "the theft of $30 million from A and $5 million from B"
void and_from(const Filler& f, std::vector<Claim>& claims) {
  if (claims.size() != 1 || !claims.front().quantity || !claims.front().target) return;
  for (std::size_t k = f.at + 1; k + 3 < f.stage.chunks.size(); ++k) {
    const bool goes_on = f.chunk(k).word == "and" && f.chunk(k + 1).quantity != nullptr &&
                         class_of(f.stage.grammar, f.chunk(k + 1)) == "money" &&
                         f.chunk(k + 2).word == "from" && f.chunk(k + 3).kind == ChunkKind::phrase;
    if (!goes_on) continue;
    Claim claim = claims.front();
    drop_spans(claim, {"target", "quantity", "item"});
    f.set_item(claim, k + 1);
    claim.target.reset();
    set_party(claim, &Claim::target, "target", party_of(f.stage, k + 3));
    claims.push_back(std::move(claim));
    return;
  }
}

}  // namespace

std::vector<Claim> theft(Filler& f) {
  if (f.frame.id == "theft.deny") return denied_theft(f);
  if (f.trigger().kind == ChunkKind::phrase && f.trigger().lemma == "attack" &&
      f.trigger().before.find("cyber") == std::string::npos &&
      (!attack_of_thieves(f) || f.trigger().quantity == nullptr))
    return f.refuse("no counted attack of thieves");
  auto actor = thief(f);
  std::optional<Named> target = whose_account(f);
  if (!target) target = robbed_by_name(f);
  if (!target) target = f.party("target");
  // "the Bybit heist by hackers of Chad": what stands in front is robbed
  const auto robbed_one = f.trigger_owner();
  if (!target && robbed_one && robbed_one->party.iso2.empty() && f.sides.has("by") && actor &&
      actor->party != robbed_one->party)
    target = robbed_one;
  if (!target && f.trigger().kind == ChunkKind::phrase && f.trigger().money)
    target = named_in_front_or_behind(f);
  if (f.trigger().kind == ChunkKind::phrase && f.trigger().money) {
    if (f.items().empty()) return raid(f, actor, target);
    const std::size_t robbed = f.items().front();  // "the $20 million hack of Bybit"
    if (f.chunk(robbed).party) return raid(f, actor, party_of(f.stage, robbed));
    // "the $600 million heist of Ethereum from the bank"
    if (f.chunk(robbed).quantity == nullptr &&
        class_of(f.stage.grammar, f.chunk(robbed)) == "money") {
      auto claims = raid(f, actor, target);
      for (Claim& claim : claims) claim.item = item_of(f.stage, f.chunk(robbed));
      return claims;
    }
  }
  if (auto counted = counted_thefts(f, actor); !counted.empty()) return counted;
  if (const auto why = settle_theft_sides(f, actor, target); !why.empty()) return f.refuse(why);
  const std::size_t valued = figure_of_stolen(f);
  if (!target && valued == f.stage.chunks.size()) target = robbed_side(f);
  if (!target) target = robbed_by_subject(f);
  std::vector<Claim> out;
  for (const std::size_t i : f.items()) {
    if (auto claim = stolen(f, sum_of_part(f, i), actor, target, valued))
      out.push_back(std::move(*claim));
  }
  for (Claim& claim : out) claim.certainty = weaker(claim.certainty, certainty_of_part(f));
  name_currency(f, out);
  and_from(f, out);
  and_lost(f, out);
  if (out.empty() && (f.frame.id == "theft.hack" || f.frame.id == "theft.breach") && actor &&
      target && !breaks_rule(f)) {
    Claim claim = f.start("theft");
    set_party(claim, &Claim::actor, "actor", actor);
    set_party(claim, &Claim::target, "target", target);
    out.push_back(std::move(claim));
  }
  if (out.empty() && f.trigger().kind == ChunkKind::phrase && f.items().empty()) {
    return from_trigger_noun(f, actor, target, std::nullopt);
  }
  return out;
}

}  // namespace msmt
