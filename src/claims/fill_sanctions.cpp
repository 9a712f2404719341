/// Sanctions: a claim for each of those who are put on a list.
///
///     "The EU added two banks and a refinery to its list"   a sanction on two banks, one on a refinery
#include "claims/fill_sanctions.hpp"

#include <algorithm>
#include <utility>

#include "claims/clause_words.hpp"
#include "claims/ellipsis.hpp"
#include "claims/fill_limits.hpp"
#include "claims/filler.hpp"
#include "claims/relative.hpp"
#include "claims/scene.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

namespace {

std::vector<Claim> imposed_on_named(Filler& f, const std::optional<Named>& actor) {
  // "Sanctions on the marshal remain in force; Washington imposed them in December"
  if (!actor) return f.refuse("no sanctions");
  for (std::size_t k = f.at; k > 2; --k) {
    const Chunk& measure = f.chunk(k - 3);
    if (!is_measure(measure) || (f.chunk(k - 2).word != "on" && f.chunk(k - 2).word != "against"))
      continue;
    const auto target = sanctioned(f, k - 1);
    if (!target || target->party == actor->party) break;
    Claim claim = f.start("sanction");
    set_party(claim, &Claim::actor, "actor", actor);
    set_party(claim, &Claim::target, "target", target);
    return {claim};
  }
  return f.refuse("no sanctions");
}

/// "imposed an arms embargo on": the claims of a rule on goods; nullopt where somebody is sanctioned.
std::optional<std::vector<Claim>> rule_for_goods(Filler& f) {
  const auto& measure = get(f.roles, "measure");
  if (f.frame.id != "sanction.impose" || measure.empty()) return std::nullopt;
  if (is_ban(f.stage.grammar, f.chunk(measure.front()))) return imposed_rule(f, measure.front());
  if (f.chunk(measure.front()).head != "them" || !listed_behind(f).empty()) return std::nullopt;
  auto actor = imposer(f);
  return imposed_on_named(f, actor);
}

/// "the Belarusian minister and other generals": of the same nation.
void name_after_first(const Filler& f, const std::vector<std::size_t>& targets, std::size_t t,
                      Named& target) {
  const Chunk& c = f.chunk(targets[t]);
  const Chunk& first = f.chunk(targets[t - 1]);
  if (!can_be_sanctioned(f, c) || c.party || !target.party.iso2.empty()) return;
  const bool other = c.before == "other" || c.before == "several other" || c.before == "two other";
  if (other && !c.owner && first.owner && first.owner_is_adjective && !first.party)
    target.party.name = quote(f.stage.doc, first.owner->span) + " " + target.party.name;
}

std::optional<Named> sanctioned_in_list(const Filler& f, const std::vector<std::size_t>& targets,
                                        std::size_t t) {
  auto target = sanctioned(f, targets[t]);
  // "eight men and seven firms linked to the group": all of them are
  const bool shares = t + 1 < targets.size() && f.chunk(targets[t]).quantity != nullptr &&
                      f.chunk(targets[t + 1]).quantity != nullptr &&
                      can_be_sanctioned(f, f.chunk(targets[t]));
  if (shares && targets[t + 1] + 1 < f.stage.chunks.size() &&
      f.chunk(targets[t + 1] + 1).voice == Voice::participle) {
    const std::string all = described(f, targets[t + 1], targets[t + 1]);
    const std::string own = described(f, targets[t + 1], targets[t + 1], false);
    if (target && all.size() > own.size()) target->party.name += all.substr(own.size());
  }
  if (target && t > 0) name_after_first(f, targets, t, *target);
  return target;
}

/// "300 persons and firms": the target after number t has no count of its own; but "individuals and firms" are two.
bool shares_count(const Filler& f, const std::vector<std::size_t>& targets, std::size_t t) {
  if (t + 1 >= targets.size()) return false;
  const Chunk& c = f.chunk(targets[t]);
  const Chunk& next = f.chunk(targets[t + 1]);
  const bool counted =
      c.quantity != nullptr && std::get<Quantity>(c.quantity->value).value.has_value();
  return (counted || targets.size() > 2) && can_be_sanctioned(f, c) && c.party == std::nullopt &&
         can_be_sanctioned(f, next) && next.quantity == nullptr && is_plural(next.head) &&
         is_plural(c.head);
}

/// "the assets of three firms": three.
void count_owners(const Filler& f, Claim& claim, std::size_t i) {
  // "the assets of nine groups", where the words stand apart
  const bool apart = f.chunk(i).of.empty() && i + 2 < f.stage.chunks.size() &&
                     is_word(f.chunk(i + 1), "of") && f.chunk(i + 2).quantity != nullptr;
  if (apart) {
    claim.quantity = std::get<Quantity>(f.chunk(i + 2).quantity->value);
    add_span(claim, "quantity", f.chunk(i + 2).quantity->span);
  }
  for (const Mention& mention : f.stage.reading.mentions) {
    if (!std::holds_alternative<Quantity>(mention.value) || !f.chunk(i).of.contains(mention.span))
      continue;
    claim.quantity = std::get<Quantity>(mention.value);  // "the assets of three firms"
    add_span(claim, "quantity", mention.span);
  }
}

/// The day of the measures that a claim is by: "announced on Friday".
void date_of_measures(const Filler& f, Claim& claim) {
  // "Ottawa's sanctions, announced on Friday, hit three banks"
  const auto& lister = get(f.roles, "actor");
  if (lister.empty() || !is_measures(f, lister.front())) return;
  for (std::size_t k = lister.front() + 1; k < f.at; ++k) {
    if (is_finite(f.chunk(k))) return;
    if (f.chunk(k).kind != ChunkKind::date) continue;
    set_period(claim, f.chunk(k));
    return;
  }
}

std::vector<Claim> sanction_each(Filler& f, Listing& listing) {
  auto& actor = listing.actor;
  auto& targets = listing.targets;
  if (targets.size() == 1) {
    if (auto names = renamed_by(f, targets.front()); names.size() > 1) targets = std::move(names);
  }
  if (!targets.empty() && targets.front() >= 2 && f.chunk(targets.front() - 1).word == "and" &&
      f.chunk(targets.front() - 2).quantity != nullptr && targets.front() < f.at &&
      can_be_sanctioned(f, f.chunk(targets.front() - 2)))
    targets.insert(targets.begin(), targets.front() - 2);  // "nine people and the refinery were …"
  std::vector<Claim> out;
  for (std::size_t t = 0; t < targets.size(); ++t) {
    if (auto same = sanctioned_before(f, targets[t], actor); !same.empty()) {
      for (Claim& claim : same) out.push_back(std::move(claim));
      continue;
    }
    auto target = sanctioned_in_list(f, targets, t);
    if (!target) {
      f.why = "nobody is sanctioned";
      continue;
    }
    if (f.frame.pos == "noun" && target->party.iso2.size() == 2) {
      f.why = "a state is not listed";
      continue;
    }
    if (actor && actor->party == target->party) continue;
    const std::size_t i = targets[t];
    Claim claim = f.start("sanction");
    f.set_quantity(claim, i);
    if (!claim.quantity && is_frozen(f, f.chunk(i))) count_owners(f, claim, i);
    while (shares_count(f, targets, t)) {
      // "300 persons and firms": one count
      ++t;
      target = Named{{described(f, i, targets[t]), ""},
                     {f.chunk(i).span.begin, f.chunk(targets[t]).span.end}};
    }
    if (f.frame.id == "sanction.weigh" || f.frame.id == "sanction.threat")
      claim.certainty = Certainty::planned;
    set_party(claim, &Claim::actor, "actor", actor);
    set_party(claim, &Claim::target, "target", target);
    date_of_measures(f, claim);
    const std::vector<Claim> named = sanctioned_by_name(f, i, claim);
    if (named.empty() || claim.quantity) out.push_back(std::move(claim));
    out.insert(out.end(), named.begin(), named.end());
  }
  return out;
}

/// "added 12 ships, bringing their total to 90": the whole as well.
void add_total(const Filler& f, std::vector<Claim>& out) {
  const std::size_t total = total_after(f.stage, f.at + 1);
  if (total == kNoChunk || out.size() != 1 || !out.front().quantity) return;
  Claim whole = out.front();
  const std::string unit = whole.quantity->unit;
  drop_spans(whole, {"quantity"});
  f.set_quantity(whole, total);
  whole.quantity->unit = unit;
  if (whole.quantity != out.front().quantity) out.push_back(std::move(whole));
}

/// "is under EU and US sanctions": a claim for each whose sanctions they are.
void add_other_imposers(const Listing& listing, std::vector<Claim>& out) {
  const std::vector<Claim> by_one = out;
  for (const Named& other : listing.others) {
    for (Claim claim : by_one) {
      if (claim.target == other.party) continue;
      replace_party(claim, &Claim::actor, "actor", other);
      out.push_back(std::move(claim));
    }
  }
}

/// "three rounds of sanctions", "nine packages": sanctions counted by how often they were imposed.
bool counts_rounds(const Chunk& c) {
  return c.quantity != nullptr && !c.owner &&
         (c.lemma == "round" || c.lemma == "package" || c.lemma == "tranche");
}

/// "imposed three rounds of sanctions on Chad": the count of a claim that counts nobody.
void count_rounds(const Filler& f, std::vector<Claim>& out) {
  const auto& measure = get(f.roles, "measure");
  const bool counted = out.size() == 1 && !out.front().quantity && measure.size() == 1 &&
                       counts_rounds(f.chunk(measure.front()));
  if (counted) f.set_quantity(out.front(), measure.front());
}

/// "Britain has imposed sanctions on Chad. Ghana has imposed none", "Kenya has adopted nine rounds": on whom the
/// sanctions told before are.
std::optional<Claim> imposed_again(const Filler& f) {
  const auto& measure = get(f.roles, "measure");
  if (f.frame.id != "sanction.impose" || measure.size() != 1 || !get(f.roles, "target").empty())
    return std::nullopt;
  const Chunk& c = f.chunk(measure.front());
  const bool none = c.head == "none";
  const bool rounds = counts_rounds(c) && c.of.empty();
  const auto actor = imposer(f);
  if ((!none && !rounds) || !actor || !recent_sanction(f) || f.stage.memory.said.empty())
    return std::nullopt;
  const Claim& last = f.stage.memory.said.back();
  if (last.type != "sanction" || !last.target || *last.target == actor->party) return std::nullopt;
  Claim claim = f.start("sanction");
  set_party(claim, &Claim::actor, "actor", actor);
  set_party(claim, &Claim::target, "target", Named{*last.target, c.span});
  if (none) claim.certainty = Certainty::denied;
  if (rounds) f.set_quantity(claim, measure.front());
  return claim;
}

/// "Tokyo said sanctions had been slapped on five firms": the state that says so has imposed them.
std::optional<Named> announcer(const Filler& f) {
  const auto& measure = get(f.roles, "measure");
  if (f.frame.id != "sanction.impose" || f.trigger().voice != Voice::passive || f.sides.has("by") ||
      measure.size() != 1 || measure.front() > f.at)
    return std::nullopt;
  std::size_t k = measure.front();
  if (k > 0 && is_word(f.chunk(k - 1), "that")) --k;
  if (k < 2 || f.chunk(k - 1).kind != ChunkKind::verb || f.chunk(k - 1).voice != Voice::active ||
      f.stage.grammar.cue("governor", f.chunk(k - 1).lemma).empty())
    return std::nullopt;
  const auto speaker = party_of(f.stage, k - 2);
  return speaker && !speaker->party.iso2.empty() ? speaker : owner_of(f.stage, k - 2);
}

/// "Sanctions on Serbia were extended": on whom measures are that stand before their verb.
std::vector<std::size_t> aimed_at(const Filler& f, const std::vector<std::size_t>& measure) {
  if (measure.size() != 1 || measure.front() + 2 >= f.stage.chunks.size()) return {};
  const std::size_t k = measure.front() + 1;
  const bool aims = is_word(f.chunk(k), "on") || is_word(f.chunk(k), "against");
  if (!aims || measure.front() > f.at || f.chunk(k + 1).kind != ChunkKind::phrase) return {};
  return {k + 1};
}

/// "measures imposed for Belarus's aggression against Georgia": on whose deed it is, in place of whom the deed is against.
void aim_at_aggressor(const Filler& f, std::vector<std::size_t>& targets) {
  if (targets.size() != 1 || targets.front() < 3) return;
  const std::size_t deed = targets.front() - 2;
  const bool charged = is_word(f.chunk(deed - 1), "for") || is_word(f.chunk(deed - 1), "over");
  const bool attack = f.chunk(deed).kind == ChunkKind::phrase && f.chunk(deed).owner &&
                      (is_attack(f.stage, f.chunk(deed)) ||
                       f.stage.grammar.is(WordClass::warfare, f.chunk(deed).lemma));
  if (charged && attack) targets = {deed};
}

}  // namespace

std::vector<Claim> sanction(Filler& f) {
  if (auto rule = rule_for_goods(f)) return *rule;
  if (auto again = imposed_again(f)) return {*again};
  Listing listing{imposer(f), get(f.roles, "target"), {}, false};
  if (!find_listed(f, listing)) return {};
  if (!listing.actor) listing.actor = announcer(f);
  if (listing.targets.empty()) listing.targets = aimed_at(f, get(f.roles, "measure"));
  aim_at_aggressor(f, listing.targets);
  join_targets(f, listing.targets);
  std::vector<Claim> out = sanction_each(f, listing);
  add_total(f, out);
  add_listed_among(f, listing.targets, out);
  add_other_imposers(listing, out);
  count_rounds(f, out);
  return out;
}

}  // namespace msmt
