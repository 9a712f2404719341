/// Rules that only a noun names, embargoes and caps, and who made a rule.

#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/fill_limits.hpp"
#include "claims/fill_sanctions.hpp"
#include "claims/filler.hpp"
#include "claims/lists.hpp"
#include "claims/relative.hpp"

namespace msmt {

namespace {

/// "the annual quota": what it caps is counted by the year.
bool tells_rate(const Chunk& cap) {
  return cap.before.find("annual") != std::string::npos ||
         cap.before.find("yearly") != std::string::npos;
}

/// "sanctions", "Resolution 2397": the phrase names a rule.
bool is_rule(const Chunk& c) {
  return c.item_class == "measure" || c.of_class == "measure" || c.item_class == "decision" ||
         c.item_class == "document";
}

/// "It required", "These decisions forbid": whose rule the sentences before named.
std::optional<Named> ruling_before(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  const auto& memory = f.stage.memory;
  if (!memory.ruling) return std::nullopt;
  // "It required states to …", after "a UN resolution"
  const bool it = c.pronoun && (c.head == "it" || c.head == "they") && i == 0 &&
                  memory.ruling_sentence + 1 == f.stage.reading.sentence;
  // "These decisions forbid", "The measures cap", without a word about whose they are
  constexpr std::size_t kBack = 3;  // sentences
  const bool these = c.definite && !c.owner && !c.of_party && !c.party && c.names.empty() &&
                     c.of.empty() && (c.item_class == "decision" || c.item_class == "measure") &&
                     memory.ruling_sentence + kBack >= f.stage.reading.sentence;
  if (!it && !these) return std::nullopt;
  return Named{*memory.ruling, c.span};
}

/// "The G7 set a price cap": the subject of the verb before a rule.
std::optional<Named> setter_before(const Filler& f) {
  // "The G7 also set a price cap of $60 a barrel on Russian oil"
  if (f.frame.pos != "noun" || f.at < 2 || f.chunk(f.at - 1).voice != Voice::active ||
      !f.stage.grammar.is(WordClass::set_rule, f.chunk(f.at - 1).lemma))
    return std::nullopt;
  std::size_t k = f.at - 1;
  while (k > 0 &&
         (f.chunk(k - 1).kind == ChunkKind::word || f.chunk(k - 1).kind == ChunkKind::date) &&
         mark_of(f.chunk(k - 1)) != "prep" && !is_word(f.chunk(k - 1), ","))
    --k;
  return k > 0 && f.chunk(k - 1).kind == ChunkKind::phrase ? rule_setter(f, k - 1) : std::nullopt;
}

/// "is banned from Canadian ports": whom the words behind a ban name.
std::optional<Named> setter_behind(const Filler& f) {
  // "has been banned since 2017, when the Council tightened its sanctions"
  for (std::size_t k = f.at + 1; k + 2 < f.stage.chunks.size(); ++k) {
    if (!is_word(f.chunk(k), "when") || !lists_names(f.chunk(k + 1)) || !is_finite(f.chunk(k + 2)))
      continue;
    if (auto actor = party_of(f.stage, k + 1)) return actor;
  }
  // "are prohibited from docking in Canadian ports": by whose they are
  for (std::size_t k = f.at + 1; k + 1 < f.stage.chunks.size() && k < f.at + 6; ++k) {
    if (f.chunk(k).word != "in" && f.chunk(k).word != "into" && f.chunk(k).word != "from") continue;
    const Chunk& where = f.chunk(k + 1);
    if (where.lemma != "port" && where.lemma != "airspace" && where.lemma != "territory" &&
        where.lemma != "airport" && where.lemma != "water")
      continue;
    auto actor = owner_of(f.stage, k + 1);
    if (!actor && recent_sanction(f))  // "The vessels are banned from European ports"
      actor = Named{*f.stage.memory.sanction->actor, f.chunk(k + 1).span};
    return actor;
  }
  return std::nullopt;
}

/// "in force since 2002": the time of the rule before chunk `from`.
void date_of_force(const Filler& f, Claim& claim, std::size_t from) {
  // "the embargo on Zimbabwe, in force since 2002, was extended": since then it holds
  for (std::size_t k = from + 1; k + 2 < f.stage.chunks.size() && k < from + 6; ++k) {
    if (is_finite(f.chunk(k))) return;
    const bool force = is_word(f.chunk(k), "in") &&
                       (f.chunk(k + 1).head == "force" || f.chunk(k + 1).head == "place" ||
                        f.chunk(k + 1).head == "effect");
    if (!force || f.chunk(k + 2).kind != ChunkKind::date) continue;
    const auto& date = std::get<Date>(f.chunk(k + 2).date->value);
    if (!date.edtf.empty() || waits_for_anchor(date)) claim.period = date;
    add_span(claim, "period", f.chunk(k + 2).span);
    return;
  }
}

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

/// "renewed its arms embargo", "the UN embargo covers Darfur": on whom the embargo at chunk i is,
/// where no `on` says it: by its verb, by what was told of it, else by the heading.
std::optional<Named> embargoed(const Filler& f, std::size_t i) {
  if (f.chunk(i).lemma != "embargo") return std::nullopt;
  if (auto under = placed_under(f, i)) return under;
  // "the Libya arms embargo"
  const auto& whose = f.chunk(i).owner;
  if (whose && f.chunk(i).owner_bare && !whose->party.iso2.empty()) return whose;
  if (i + 2 < f.stage.chunks.size() && is_finite(f.chunk(i + 1)) && f.chunk(i + 1).lemma == "cover")
    return party_of(f.stage, i + 2);
  if (f.stage.memory.embargoed && (f.chunk(i).definite || f.chunk(i).owner))
    return Named{*f.stage.memory.embargoed, f.chunk(i).span};
  if (f.stage.memory.topic) return Named{*f.stage.memory.topic, f.chunk(i).span};
  return std::nullopt;
}

}  // namespace

std::optional<Named> rule_setter(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  const std::string_view text = f.stage.doc.text(c.span);
  const bool numbered =
      c.item_id == "resolution" && text.find_first_of("0123456789") != std::string_view::npos;
  // "Resolution 2397": the Council's
  if (numbered) return Named{f.stage.grammar.body_roles().rule_maker(), c.span};
  if (c.quantity != nullptr || (!c.lemma.empty() && c.lemma[0] >= '0' && c.lemma[0] <= '9')) {
    // "resolutions 2375 and 2397, which prohibit"
    for (std::size_t k = i; k > 0 && k + 3 > i; --k) {
      if (fold(f.stage.doc.text(f.chunk(k - 1).span)).find("resolutions ") != std::string::npos)
        return Named{f.stage.grammar.body_roles().rule_maker(), f.chunk(k - 1).span};
    }
  }
  if (c.pronoun && c.head == "it" && f.stage.memory.rule && i == 0 &&
      f.stage.reading.sentence > 0 &&
      f.stage.memory.rule->evidence.bytes.begin ==
          f.stage.doc.sentences[f.stage.reading.sentence - 1].span.begin)
    return Named{*f.stage.memory.rule->actor,
                 c.span};  // "It also bars …", after "The resolution …"
  if (auto told = ruling_before(f, i)) return told;
  std::optional<Named> actor = party_of(f.stage, i);
  if (!actor) actor = owner_of(f.stage, i);
  if (!actor && c.item_class == "decision" && c.demonstrative && f.stage.memory.rule_maker)
    actor = Named{*f.stage.memory.rule_maker, c.span};  // "These decisions cap deliveries"
  if (!actor && c.item_class == "measure" && !c.names.empty()) actor = body_of(c);
  if (!actor && c.definite && c.head == "council" && c.before.empty() && !c.owner)
    return Named{f.stage.grammar.body_roles().rule_maker(), c.span};  // "the Council halved …"
  if (!actor && is_rule(c) && i + 2 < f.stage.chunks.size() &&
      (is_word(f.chunk(i + 1), "from") || is_word(f.chunk(i + 1), "by")) &&
      lists_names(f.chunk(i + 2)))
    actor = party_of(f.stage, i + 2);  // "New rules from the Commerce Department"
  if (!actor && is_rule(c) && i + 3 < f.stage.chunks.size()) {
    // "a resolution that the Council adopted in 2017 bans …"
    const std::size_t that = f.chunk(i + 1).word == "," ? i + 2 : i + 1;
    if ((f.chunk(that).word == "that" || f.chunk(that).word == "which") &&
        that + 2 < f.stage.chunks.size() && f.chunk(that + 1).party &&
        f.chunk(that + 2).voice == Voice::active)
      actor = party_of(f.stage, that + 1);
  }
  if (!actor && is_rule(c)) {
    // "The Clark Amendment, passed by Congress", "a decree of the president"
    for (std::size_t k = i + 1; k + 2 < f.stage.chunks.size() && k < i + 4; ++k) {
      const Chunk& made = f.chunk(k);
      if (made.kind == ChunkKind::phrase || made.voice == Voice::active) break;
      if (made.voice != Voice::participle || f.chunk(k + 1).word != "by") continue;
      actor = party_of(f.stage, k + 2);
      if (!actor) actor = body_of(f.chunk(k + 2));
      break;
    }
  }
  if (!actor && c.item_id == "resolution" && c.lemma == "resolution")
    return Named{f.stage.grammar.body_roles().rule_maker(), c.span};
  if (!actor && (c.item_class == "measure" || c.of_class == "measure") && f.stage.memory.rule_maker)
    actor = Named{*f.stage.memory.rule_maker, c.span};
  return actor;
}

bool packed(const Filler& f) {
  if (f.frame.pos != "noun" || f.at == 0) return false;
  const Chunk& verb = f.chunk(f.at - 1);
  return verb.kind == ChunkKind::verb &&
         (verb.lemma == "include" || verb.lemma == "contain" || verb.lemma == "feature");
}

Setter setter(const Filler& f) {
  Setter out;
  auto& [actor, rule] = out;
  const auto& who = get(f.roles, "actor");
  if (!who.empty()) actor = rule_setter(f, who.front());
  if (!actor) actor = f.trigger_owner();
  if (!actor) actor = setter_before(f);
  if (!actor && packed(f) && recent_sanction(f))  // "The package includes a ban on"
    actor = Named{*f.stage.memory.sanction->actor, f.trigger().span};
  // a deal binds as a rule does, whoever made it: "The accord caps the stockpile at 300 kg"
  rule = !who.empty() &&
         (is_rule(f.chunk(who.front())) ||
          (f.frame.id == "limit.cap" && f.chunk(who.front()).item_class == "agreement") ||
          (f.chunk(who.front()).pronoun && ruling_before(f, who.front())) ||
          (!f.chunk(who.front()).party && actor &&
           actor->party == f.stage.grammar.body_roles().rule_maker()));
  for (std::size_t k = 0; !actor && k + 1 < f.stage.chunks.size(); ++k) {
    // "Under a UN resolution, deliveries are limited to …", "is allowed to import … under sanctions"
    if (f.chunk(k).kind != ChunkKind::word || f.chunk(k).word != "under" ||
        f.chunk(k + 1).kind != ChunkKind::phrase || !is_rule(f.chunk(k + 1)))
      continue;
    actor = rule_setter(f, k + 1);
    rule = true;
  }
  if (!actor && who.empty() && f.stage.memory.heading_rule &&
      bulleted(f.stage.doc, f.stage.sentence().span)) {
    // "• Textile exports are banned", below "UN sanctions on North Korea"
    actor = Named{*f.stage.memory.heading_rule, f.trigger().span};
    rule = true;
  }
  if (!actor && who.empty() && barred_own(f)) actor = owner_of(f.stage, f.items().front());
  if (!actor && f.frame.id == "limit.ban" && who.empty() && f.trigger().voice == Voice::passive) {
    actor = setter_behind(f);
    rule = rule || actor.has_value();
  }
  return out;
}

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

void exact_cap(const Filler& f, Claim& claim) {
  // "a limit of 500,000 barrels": the rule says that figure, however much may come below it
  if (!claim.quantity || claim.quantity->relation != Relation::at_most) return;
  std::string_view words = claim.quantity->cue;
  while (!words.empty()) {
    const std::string_view word = words.substr(0, words.find(' '));
    words.remove_prefix(std::min(words.size(), word.size() + 1));
    if (!f.stage.grammar.is(WordClass::ban, word) && word != "limit") continue;
    claim.quantity->relation = Relation::exactly;
    claim.quantity->low = claim.quantity->value;
    claim.quantity->high = claim.quantity->value;
    return;
  }
}

std::vector<Claim> named_cap(Filler& f, std::optional<Named> actor) {
  // "the annual cap of 500,000 barrels", "the 500,000-barrel cap set by the Council"
  const Mention* count = nullptr;
  for (const Mention& mention : f.stage.reading.mentions) {
    if (std::holds_alternative<Quantity>(mention.value) && f.trigger().span.contains(mention.span))
      count = &mention;
  }
  if (count == nullptr && !get(f.roles, "bound").empty())
    count = f.chunk(get(f.roles, "bound").front()).quantity;
  std::optional<Named> bound;
  for (std::size_t k = f.at + 1; count == nullptr && k + 1 < f.stage.chunks.size(); ++k) {
    // "the ceiling that the Council imposes on Syria is 500,000 barrels a year", "set at 500,000"
    const Chunk& c = f.chunk(k);
    if (c.word == "on" && f.chunk(k + 1).party && !f.chunk(k + 1).party->party.iso2.empty())
      bound = f.chunk(k + 1).party;
    if (c.kind == ChunkKind::verb && c.lemma != "be" && c.voice == Voice::active && !actor &&
        f.chunk(k - 1).kind == ChunkKind::phrase)
      actor = rule_setter(f, k - 1);
    const Chunk& next = f.chunk(k + 1);
    const bool is = (c.kind == ChunkKind::verb && c.lemma == "be") || c.word == "at" ||
                    c.word == "of" || c.word == ",";
    if (is && next.quantity != nullptr &&
        (!std::get<Quantity>(next.quantity->value).per.empty() || tells_rate(f.trigger())))
      count = next.quantity;
    if (c.word == "," || c.word == ";" || c.word == "and") break;
  }
  if (count == nullptr) return f.refuse("no bound");
  for (std::size_t k = f.at + 1; !actor && k + 2 < f.stage.chunks.size() && k < f.at + 6; ++k) {
    if (f.chunk(k).kind == ChunkKind::verb && f.chunk(k).voice == Voice::participle &&
        f.chunk(k + 1).word == "by" && f.chunk(k + 2).kind == ChunkKind::phrase)
      actor = rule_setter(f, k + 2);
  }
  for (std::size_t k = f.at + 1; !actor && k + 1 < f.stage.chunks.size(); ++k) {
    // "the ceiling of 500,000 barrels that resolution 2397 lays down"
    if (is_word(f.chunk(k), ",") || is_word(f.chunk(k), ";")) break;
    const bool lays = (is_word(f.chunk(k - 1), "that") || is_word(f.chunk(k - 1), "which")) &&
                      f.chunk(k).kind == ChunkKind::phrase && is_finite(f.chunk(k + 1));
    if (lays) actor = rule_setter(f, k);
  }
  // "The annual quota of the Council is 500,000"
  const auto& of = get(f.roles, "bound");
  if (!actor && !of.empty() && f.chunk(of.front()).quantity == nullptr)
    actor = rule_setter(f, of.front());
  Claim claim = f.start("limit");
  claim.quantity = std::get<Quantity>(count->value);
  add_span(claim, "quantity", count->span);
  exact_cap(f, claim);
  if (claim.quantity->per.empty() && tells_rate(f.trigger())) claim.quantity->per = "year";
  if (f.stage.memory.deed && f.stage.memory.deed->item && f.stage.memory.deed->quantity &&
      f.stage.memory.deed->quantity->unit == claim.quantity->unit) {
    claim.item = f.stage.memory.deed->item;  // a cap on what was just counted in the same unit
    claim.target = f.stage.memory.deed->target;
  } else if (!claim.quantity->of.empty()) {
    claim.item = Item{claim.quantity->of, "", "", claim.quantity->of};
  }
  if (bound) claim.target.reset();
  set_party(claim, &Claim::target, "target", bound);
  set_party(claim, &Claim::actor, "actor", actor);
  if (!claim.item && !claim.actor) return f.refuse("a cap on nothing by nobody");
  return {claim};
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
  if (!actor) return f.refuse("nobody sets the limit");
  Claim claim = f.start("limit");
  if (since < f.stage.chunks.size() && f.chunk(since).kind == ChunkKind::date) {
    const auto& date = std::get<Date>(f.chunk(since).date->value);
    if (!date.edtf.empty() || waits_for_anchor(date)) claim.period = date;
    add_span(claim, "period", f.chunk(since).span);
  }
  claim.item = item_of(f.stage, f.trigger());
  add_span(claim, "item", f.trigger().span);
  set_party(claim, &Claim::actor, "actor", actor);
  date_of_force(f, claim, on);
  std::vector<Claim> out;
  for (const std::size_t i : get(f.roles, "item")) {
    Claim one = claim;  // "on Libya and Chad": on each
    set_party(one, &Claim::target, "target", party_of(f.stage, i));
    if (!one.target || *one.target != *one.actor) out.push_back(std::move(one));
  }
  return out.empty() ? f.refuse("both sides are the same") : out;
}

std::vector<Claim> bare_embargo(const Filler& f, const std::optional<Named>& actor) {
  const auto target = embargoed(f, f.at);
  if (!actor || !actor->party.iso2.empty() || !target || target->party == actor->party) return {};
  Claim claim = f.start("limit");
  claim.item = item_of(f.stage, f.trigger());
  add_span(claim, "item", f.trigger().span);
  set_party(claim, &Claim::actor, "actor", actor);
  set_party(claim, &Claim::target, "target", target);
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

std::optional<Named> body_of(const Chunk& c) {
  for (const Mention* name : c.names) {
    if (const auto* body = std::get_if<Organization>(&name->value))
      return Named{{body->name, ""}, name->span};
  }
  return std::nullopt;
}

}  // namespace msmt
