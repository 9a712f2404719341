/// Embargoes and bans that only a noun names, and on whom they are.
///
///     "an arms embargo on Libya, imposed by the Council"   a rule of the Council for Libya
#include "claims/clause_words.hpp"
#include "claims/fill_limits.hpp"
#include "claims/fill_sanctions.hpp"
#include "claims/filler.hpp"
#include "claims/relative.hpp"

namespace msmt {

namespace {

/// "Libya has been under an arms embargo", "is subject to a UN embargo": who is said to be under the embargo
/// at chunk i.
std::optional<Named> placed_under(const Filler& f, std::size_t i) {
  if (i < 3 || f.chunk(i - 2).kind != ChunkKind::verb) return std::nullopt;
  const Chunk& verb = f.chunk(i - 2);
  const bool under = is_word(f.chunk(i - 1), "under") &&
                     f.stage.grammar.evokes("verb", verb.lemma, {"sanction.under"});
  const bool subject = is_word(f.chunk(i - 1), "to") && verb.lemma == "subject";
  if (!under && !subject) return std::nullopt;
  std::size_t k = i - 2;
  while (k > 0 && f.chunk(k - 1).kind != ChunkKind::phrase) --k;
  auto named = k > 0 ? party_of(f.stage, k - 1) : std::nullopt;
  if (!named || named->party.iso2.empty()) return std::nullopt;
  return named;
}

/// "UN embargoes applied to nine states": whether the words say on whom the embargo at chunk i is.
bool applies_to(const Filler& f, std::size_t i) {
  return f.chunk(i + 1).voice == Voice::active && !f.chunk(i + 1).negated &&
         f.chunk(i + 1).lemma == "apply" && is_word(f.chunk(i + 2), "to") &&
         f.chunk(i + 3).kind == ChunkKind::phrase;
}

/// "renewed its arms embargo", "the UN embargo covers Darfur": on whom the embargo at chunk i is,
/// where no `on` says it: by its verb, by what was told of it, else by the heading.
std::optional<Named> embargoed(const Filler& f, std::size_t i) {
  if (f.chunk(i).lemma != "embargo") return std::nullopt;
  if (auto under = placed_under(f, i)) return under;
  // "the Libya arms embargo"
  const auto& whose = f.chunk(i).owner;
  if (whose && f.chunk(i).owner_bare && !whose->party.iso2.empty()) return whose;
  if (is_finite(f.chunk(i + 1)) && f.chunk(i + 1).lemma == "cover" && i + 2 < f.stage.chunks.size())
    return party_of(f.stage, i + 2);
  if (applies_to(f, i)) return party_of(f.stage, i + 3);
  if (f.stage.memory.embargoed && (f.chunk(i).definite || f.chunk(i).owner))
    return Named{*f.stage.memory.embargoed, f.chunk(i).span};
  if (f.stage.memory.topic) return Named{*f.stage.memory.topic, f.chunk(i).span};
  // "Liberia is at war. The arms embargo, which the UN imposed in 1992, is ignored."
  const auto& told = f.stage.memory.told_states;
  if (f.chunk(i).definite && told.size() == 1) return Named{told.front(), f.chunk(i).span};
  return std::nullopt;
}

}  // namespace

std::vector<Claim> banned_deed(Filler& f, std::optional<Named> actor) {
  const std::size_t n = f.stage.chunks.size();
  constexpr std::size_t kFar = 9;  // over "(2017)", "contained in Resolution 2375"
  for (std::size_t k = f.at + 1; k + 2 < n && k < f.at + kFar; ++k) {
    const Chunk& c = f.chunk(k);
    if (c.voice == Voice::active || c.voice == Voice::passive) break;
    if (c.voice == Voice::participle && k == f.at + 1 && !actor &&
        (f.chunk(k + 1).word == "in" || f.chunk(k + 1).word == "by" ||
         f.chunk(k + 1).word == "under"))
      actor = rule_setter(f, k + 2);  // "contained in UNSCR 2375", "imposed by the Council"
    const bool on = c.word == "on" || c.word == "against";
    if (!on || f.chunk(k + 1).voice != Voice::gerund || f.chunk(k + 2).kind != ChunkKind::phrase)
      continue;
    if (!actor || (actor->party.iso2.empty() && actor->party.name.size() < 3)) break;
    Claim claim = f.start("limit");
    claim.item = item_of(f.stage, f.chunk(k + 2));
    claim.item->name = quote(f.stage.doc, {f.chunk(k + 1).span.begin, f.chunk(k + 2).span.end});
    add_span(claim, "item", f.chunk(k + 2).span);
    set_party(claim, &Claim::actor, "actor", actor);
    set_target(f, claim, k + 2);
    if (claim.target && claim.target->iso2.empty()) claim.target.reset();
    if (!claim.target && k + 4 < n &&
        (f.chunk(k + 3).word == "to" || f.chunk(k + 3).word == "from")) {
      auto whose = party_of(f.stage, k + 4);
      if (!whose) whose = owner_of(f.stage, k + 4);
      set_party(claim, &Claim::target, "target", whose);
    }
    if (!claim.target && f.chunk(k + 2).owner)
      set_party(claim, &Claim::target, "target", owner_of(f.stage, k + 2));
    return {claim};
  }
  return {};
}

std::vector<Claim> embargo(Filler& f) {
  const std::size_t on = get(f.roles, "item").front();
  std::optional<Named> actor = f.trigger_owner();
  const auto& by = f.sides.of("by");
  if (!actor && !by.empty()) actor = rule_setter(f, by.front());
  if (!actor) actor = setter_before(f);
  std::size_t since = f.stage.chunks.size();
  for (std::size_t k = on + 1; !actor && k + 2 < f.stage.chunks.size() && k < on + 4; ++k) {
    // "an arms embargo on Libya, imposed by the Council"
    const Chunk& c = f.chunk(k);
    if (c.kind == ChunkKind::verb && c.voice == Voice::participle && f.chunk(k + 1).word == "by" &&
        f.chunk(k + 2).kind == ChunkKind::phrase)
      actor = rule_setter(f, k + 2);
    // ", which the Council imposed in 2011,"
    const bool relative = is_word(c, "which") || is_word(c, "that");
    if (relative && f.chunk(k + 1).kind == ChunkKind::phrase && is_finite(f.chunk(k + 2)) &&
        f.stage.grammar.is(WordClass::set_rule, f.chunk(k + 2).lemma)) {
      actor = rule_setter(f, k + 1);
      since = k + 3;
    }
  }
  Claim claim = f.start("limit");
  // "The arms embargo on Haiti has been in place since 2022": whoever imposed it
  const bool in_force = date_of_force(f, claim, on);
  if (!actor && !in_force) return f.refuse("nobody sets the limit");
  if (since < f.stage.chunks.size() && f.chunk(since).kind == ChunkKind::date) {
    set_period(claim, f.chunk(since));
  }
  claim.item = item_of(f.stage, f.trigger());
  add_span(claim, "item", f.trigger().span);
  set_party(claim, &Claim::actor, "actor", actor);
  std::vector<Claim> out;
  for (const std::size_t i : get(f.roles, "item")) {
    Claim one = claim;  // "on Libya and Chad": on each
    set_party(one, &Claim::target, "target", party_of(f.stage, i));
    if (!one.target || one.target != one.actor) out.push_back(std::move(one));
  }
  return out.empty() ? f.refuse("both sides are the same") : out;
}

std::vector<Claim> bare_embargo(const Filler& f, const std::optional<Named>& actor) {
  const auto target = embargoed(f, f.at);
  const bool counted = applies_to(f, f.at) && counts_states(f.chunk(f.at + 3));
  if (!actor || !actor->party.iso2.empty() || (!target && !counted)) return {};
  if (target && target->party == actor->party) return {};
  Claim claim = f.start("limit");
  claim.item = item_of(f.stage, f.trigger());
  add_span(claim, "item", f.trigger().span);
  set_party(claim, &Claim::actor, "actor", actor);
  set_party(claim, &Claim::target, "target", target);
  if (counted) f.set_quantity(claim, f.at + 3);
  if (applies_to(f, f.at) && f.chunk(f.at + 4).kind == ChunkKind::date) {
    set_period(claim, f.chunk(f.at + 4));
  }
  return {claim};
}

std::vector<Claim> imposed_rule(Filler& f, std::size_t measure) {
  const std::string& noun = f.chunk(measure).lemma;
  if (noun == "control" && f.chunk(measure).item_class != "measure")
    return f.refuse("no rule on goods");  // "tightened its control of the border"
  if (f.sides.construction == "relative_object" && f.chunk(measure).quantity == nullptr &&
      (noun == "cap" || noun == "ceiling" || noun == "limit" || noun == "quota"))
    return f.refuse("the noun tells it");  // "the ceiling that the Council imposes is …"
  std::optional<Named> actor;
  const auto& who = get(f.roles, "actor");
  if (!who.empty()) actor = rule_setter(f, who.front());
  if (!actor) actor = owner_of(f.stage, measure);
  Claim claim = f.start("limit");
  claim.item = item_of(f.stage, f.chunk(measure));
  add_span(claim, "item", f.chunk(measure).span);
  f.set_quantity(claim, measure);
  set_party(claim, &Claim::actor, "actor", actor);
  set_party(claim, &Claim::target, "target", f.party("target"));
  for (const std::string_view side : {"on", "of"}) {
    // "an embargo on arms", "a ban on the sale of coal", "a cap of 500,000 barrels on sales"
    for (const std::size_t i : f.sides.of(side)) {
      if (f.chunk(i).party || f.chunk(i).pronoun || party_of(f.stage, i)) continue;
      if (side == "on" && !claim.target && can_be_sanctioned(f, f.chunk(i)) &&
          f.chunk(i).item_class != "vehicle" && f.chunk(i).item_class != "workers") {
        set_party(claim, &Claim::target, "target",
                  sanctioned(f, i));  // "put an embargo on the gangs"
        continue;
      }
      if (side == "on") claim.item->name += " on " + item_of(f.stage, f.chunk(i)).name;
      if (!claim.quantity) f.set_quantity(claim, i);
      set_target(f, claim, i);
      if (side == "on") set_taker(f, claim, i);  // "an embargo on deliveries of mortars to Chad"
    }
  }
  if (!claim.target && f.stage.memory.rule && !f.sides.has("on")) {
    // "The embargo, which the Council imposed in 2011": the one that was told of
    if (f.stage.memory.rule->actor == claim.actor) claim.target = f.stage.memory.rule->target;
  }
  if (!claim.target && get(f.roles, "target").empty() && !f.sides.has("on"))
    set_party(claim, &Claim::target, "target", embargoed(f, measure));
  if (!claim.actor) return f.refuse("nobody sets the limit");
  if (measure < f.at) date_of_force(f, claim, measure);
  if (claim.target && *claim.target == *claim.actor) claim.target.reset();
  return {claim};
}

}  // namespace msmt
