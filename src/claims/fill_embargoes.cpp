/// Rules that only a noun names, embargoes and caps, and who made a rule.

#include <algorithm>

#include "claims/clause_words.hpp"
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

}  // namespace

bool Filler::is_rule(const Chunk& c) {
  return c.item_class == "measure" || c.of_class == "measure" || c.item_class == "decision" ||
         c.item_class == "document";
}

std::optional<Named> Filler::ruling_before(std::size_t i) const {
  const Chunk& c = chunk(i);
  const auto& memory = stage_.memory;
  if (!memory.ruling) return std::nullopt;
  // "It required states to …", after "a UN resolution"
  const bool it = c.pronoun && (c.head == "it" || c.head == "they") && i == 0 &&
                  memory.ruling_sentence + 1 == stage_.reading.sentence;
  // "These decisions forbid", "The measures cap", without a word about whose they are
  constexpr std::size_t kBack = 3;  // sentences
  const bool these = c.definite && !c.owner && !c.of_party && !c.party && c.names.empty() &&
                     c.of.empty() && (c.item_class == "decision" || c.item_class == "measure") &&
                     memory.ruling_sentence + kBack >= stage_.reading.sentence;
  if (!it && !these) return std::nullopt;
  return Named{*memory.ruling, c.span};
}

std::optional<Named> Filler::rule_setter(std::size_t i) const {
  const Chunk& c = chunk(i);
  const std::string_view text = stage_.doc.text(c.span);
  const bool numbered =
      c.item_id == "resolution" && text.find_first_of("0123456789") != std::string_view::npos;
  // "Resolution 2397": the Council's
  if (numbered) return Named{stage_.grammar.body_roles().rule_maker(), c.span};
  if (c.quantity != nullptr || (!c.lemma.empty() && c.lemma[0] >= '0' && c.lemma[0] <= '9')) {
    // "resolutions 2375 and 2397, which prohibit"
    for (std::size_t k = i; k > 0 && k + 3 > i; --k) {
      if (fold(stage_.doc.text(chunk(k - 1).span)).find("resolutions ") != std::string::npos)
        return Named{stage_.grammar.body_roles().rule_maker(), chunk(k - 1).span};
    }
  }
  if (c.pronoun && c.head == "it" && stage_.memory.rule && i == 0 && stage_.reading.sentence > 0 &&
      stage_.memory.rule->evidence.bytes.begin ==
          stage_.doc.sentences[stage_.reading.sentence - 1].span.begin)
    return Named{*stage_.memory.rule->actor, c.span};  // "It also bars …", after "The resolution …"
  if (const auto told = ruling_before(i)) return told;
  std::optional<Named> actor = party_of(stage_, i);
  if (!actor) actor = owner_of(stage_, i);
  if (!actor && c.item_class == "decision" && c.demonstrative && stage_.memory.rule_maker)
    actor = Named{*stage_.memory.rule_maker, c.span};  // "These decisions cap deliveries"
  if (!actor && c.item_class == "measure" && !c.names.empty()) actor = body_of(c);
  if (!actor && c.definite && c.head == "council" && c.before.empty() && !c.owner)
    return Named{stage_.grammar.body_roles().rule_maker(), c.span};  // "the Council halved …"
  if (!actor && is_rule(c) && i + 2 < stage_.chunks.size() &&
      (is_word(chunk(i + 1), "from") || is_word(chunk(i + 1), "by")) && lists_names(chunk(i + 2)))
    actor = party_of(stage_, i + 2);  // "New rules from the Commerce Department"
  if (!actor && is_rule(c) && i + 3 < stage_.chunks.size()) {
    // "a resolution that the Council adopted in 2017 bans …"
    const std::size_t that = chunk(i + 1).word == "," ? i + 2 : i + 1;
    if ((chunk(that).word == "that" || chunk(that).word == "which") &&
        that + 2 < stage_.chunks.size() && chunk(that + 1).party &&
        chunk(that + 2).voice == Voice::active)
      actor = party_of(stage_, that + 1);
  }
  if (!actor && is_rule(c)) {
    // "The Clark Amendment, passed by Congress", "a decree of the president"
    for (std::size_t k = i + 1; k + 2 < stage_.chunks.size() && k < i + 4; ++k) {
      const Chunk& made = chunk(k);
      if (made.kind == ChunkKind::phrase || made.voice == Voice::active) break;
      if (made.voice != Voice::participle || chunk(k + 1).word != "by") continue;
      actor = party_of(stage_, k + 2);
      if (!actor) actor = body_of(chunk(k + 2));
      break;
    }
  }
  if (!actor && c.item_id == "resolution" && c.lemma == "resolution")
    return Named{stage_.grammar.body_roles().rule_maker(), c.span};
  if (!actor && (c.item_class == "measure" || c.of_class == "measure") && stage_.memory.rule_maker)
    actor = Named{*stage_.memory.rule_maker, c.span};
  return actor;
}

bool Filler::packed() const {
  if (frame_.pos != "noun" || trigger_ == 0) return false;
  const Chunk& verb = chunk(trigger_ - 1);
  return verb.kind == ChunkKind::verb &&
         (verb.lemma == "include" || verb.lemma == "contain" || verb.lemma == "feature");
}

std::optional<Named> Filler::setter_before() const {
  // "The G7 also set a price cap of $60 a barrel on Russian oil"
  if (frame_.pos != "noun" || trigger_ < 2 || chunk(trigger_ - 1).voice != Voice::active ||
      !stage_.grammar.is(WordClass::set_rule, chunk(trigger_ - 1).lemma))
    return std::nullopt;
  std::size_t k = trigger_ - 1;
  while (k > 0 && (chunk(k - 1).kind == ChunkKind::word || chunk(k - 1).kind == ChunkKind::date) &&
         mark_of(chunk(k - 1)) != "prep" && !is_word(chunk(k - 1), ","))
    --k;
  return k > 0 && chunk(k - 1).kind == ChunkKind::phrase ? rule_setter(k - 1) : std::nullopt;
}

std::optional<Named> Filler::setter_behind() const {
  // "has been banned since 2017, when the Council tightened its sanctions"
  for (std::size_t k = trigger_ + 1; k + 2 < stage_.chunks.size(); ++k) {
    if (!is_word(chunk(k), "when") || !lists_names(chunk(k + 1)) || !is_finite(chunk(k + 2)))
      continue;
    if (auto actor = party_of(stage_, k + 1)) return actor;
  }
  // "are prohibited from docking in Canadian ports": by whose they are
  for (std::size_t k = trigger_ + 1; k + 1 < stage_.chunks.size() && k < trigger_ + 6; ++k) {
    if (chunk(k).word != "in" && chunk(k).word != "into" && chunk(k).word != "from") continue;
    const Chunk& where = chunk(k + 1);
    if (where.lemma != "port" && where.lemma != "airspace" && where.lemma != "territory" &&
        where.lemma != "airport" && where.lemma != "water")
      continue;
    auto actor = owner_of(stage_, k + 1);
    if (!actor && recent_sanction())  // "The vessels are banned from European ports"
      actor = Named{*stage_.memory.sanction->actor, chunk(k + 1).span};
    return actor;
  }
  return std::nullopt;
}

Filler::Setter Filler::setter() const {
  Setter out;
  auto& [actor, rule] = out;
  const auto& who = get(roles_, "actor");
  if (!who.empty()) actor = rule_setter(who.front());
  if (!actor) actor = trigger_owner();
  if (!actor) actor = setter_before();
  if (!actor && packed() && recent_sanction())  // "The package includes a ban on"
    actor = Named{*stage_.memory.sanction->actor, trigger().span};
  // a deal binds as a rule does, whoever made it: "The accord caps the stockpile at 300 kg"
  rule =
      !who.empty() && (is_rule(chunk(who.front())) ||
                       (frame_.id == "limit.cap" && chunk(who.front()).item_class == "agreement") ||
                       (chunk(who.front()).pronoun && ruling_before(who.front())) ||
                       (!chunk(who.front()).party && actor &&
                        actor->party == stage_.grammar.body_roles().rule_maker()));
  for (std::size_t k = 0; !actor && k + 1 < stage_.chunks.size(); ++k) {
    // "Under a UN resolution, deliveries are limited to …", "is allowed to import … under sanctions"
    if (chunk(k).kind != ChunkKind::word || chunk(k).word != "under" ||
        chunk(k + 1).kind != ChunkKind::phrase || !is_rule(chunk(k + 1)))
      continue;
    actor = rule_setter(k + 1);
    rule = true;
  }
  if (!actor && who.empty() && stage_.memory.heading_rule &&
      bulleted(stage_.doc, stage_.sentence().span)) {
    // "• Textile exports are banned", below "UN sanctions on North Korea"
    actor = Named{*stage_.memory.heading_rule, trigger().span};
    rule = true;
  }
  if (!actor && who.empty() && barred_own()) actor = owner_of(stage_, items().front());
  if (!actor && frame_.id == "limit.ban" && who.empty() && trigger().voice == Voice::passive) {
    actor = setter_behind();
    rule = rule || actor.has_value();
  }
  return out;
}

std::vector<Claim> Filler::banned_deed(std::optional<Named> actor) {
  const std::size_t n = stage_.chunks.size();
  constexpr std::size_t kFar = 9;  // over "(2017)", "contained in Resolution 2375"
  for (std::size_t k = trigger_ + 1; k + 2 < n && k < trigger_ + kFar; ++k) {
    const Chunk& c = chunk(k);
    if (c.voice == Voice::active || c.voice == Voice::passive) break;
    if (c.voice == Voice::participle && k == trigger_ + 1 && !actor &&
        (chunk(k + 1).word == "in" || chunk(k + 1).word == "by" || chunk(k + 1).word == "under"))
      actor = rule_setter(k + 2);  // "contained in UNSCR 2375", "imposed by the Council"
    const bool on = c.word == "on" || c.word == "against";
    if (!on || chunk(k + 1).voice != Voice::gerund || chunk(k + 2).kind != ChunkKind::phrase)
      continue;
    if (!actor || (actor->party.iso2.empty() && actor->party.name.size() < 3)) break;
    Claim claim = start("limit");
    claim.item = item_of(stage_, chunk(k + 2));
    claim.item->name = quote(stage_.doc, {chunk(k + 1).span.begin, chunk(k + 2).span.end});
    span(claim, "item", chunk(k + 2).span);
    set(claim, &Claim::actor, "actor", actor);
    set_target(claim, k + 2);
    if (claim.target && claim.target->iso2.empty()) claim.target.reset();
    if (!claim.target && k + 4 < n && (chunk(k + 3).word == "to" || chunk(k + 3).word == "from")) {
      auto whose = party_of(stage_, k + 4);
      if (!whose) whose = owner_of(stage_, k + 4);
      set(claim, &Claim::target, "target", whose);
    }
    if (!claim.target && chunk(k + 2).owner)
      set(claim, &Claim::target, "target", owner_of(stage_, k + 2));
    return {claim};
  }
  return {};
}

void Filler::exact_cap(Claim& claim) const {
  // "a limit of 500,000 barrels": the rule says that figure, however much may come below it
  if (!claim.quantity || claim.quantity->relation != Relation::at_most) return;
  std::string_view words = claim.quantity->cue;
  while (!words.empty()) {
    const std::string_view word = words.substr(0, words.find(' '));
    words.remove_prefix(std::min(words.size(), word.size() + 1));
    if (!stage_.grammar.is(WordClass::ban, word) && word != "limit") continue;
    claim.quantity->relation = Relation::exactly;
    claim.quantity->low = claim.quantity->value;
    claim.quantity->high = claim.quantity->value;
    return;
  }
}

std::vector<Claim> Filler::named_cap(std::optional<Named> actor) {
  // "the annual cap of 500,000 barrels", "the 500,000-barrel cap set by the Council"
  const Mention* count = nullptr;
  for (const Mention& mention : stage_.reading.mentions) {
    if (std::holds_alternative<Quantity>(mention.value) && trigger().span.contains(mention.span))
      count = &mention;
  }
  if (count == nullptr && !get(roles_, "bound").empty())
    count = chunk(get(roles_, "bound").front()).quantity;
  std::optional<Named> bound;
  for (std::size_t k = trigger_ + 1; count == nullptr && k + 1 < stage_.chunks.size(); ++k) {
    // "the ceiling that the Council imposes on Syria is 500,000 barrels a year", "set at 500,000"
    const Chunk& c = chunk(k);
    if (c.word == "on" && chunk(k + 1).party && !chunk(k + 1).party->party.iso2.empty())
      bound = chunk(k + 1).party;
    if (c.kind == ChunkKind::verb && c.lemma != "be" && c.voice == Voice::active && !actor &&
        chunk(k - 1).kind == ChunkKind::phrase)
      actor = rule_setter(k - 1);
    const Chunk& next = chunk(k + 1);
    const bool is = (c.kind == ChunkKind::verb && c.lemma == "be") || c.word == "at" ||
                    c.word == "of" || c.word == ",";
    if (is && next.quantity != nullptr &&
        (!std::get<Quantity>(next.quantity->value).per.empty() || tells_rate(trigger())))
      count = next.quantity;
    if (c.word == "," || c.word == ";" || c.word == "and") break;
  }
  if (count == nullptr) return refuse("no bound");
  for (std::size_t k = trigger_ + 1; !actor && k + 2 < stage_.chunks.size() && k < trigger_ + 6;
       ++k) {
    if (chunk(k).kind == ChunkKind::verb && chunk(k).voice == Voice::participle &&
        chunk(k + 1).word == "by" && chunk(k + 2).kind == ChunkKind::phrase)
      actor = rule_setter(k + 2);
  }
  for (std::size_t k = trigger_ + 1; !actor && k + 1 < stage_.chunks.size(); ++k) {
    // "the ceiling of 500,000 barrels that resolution 2397 lays down"
    if (is_word(chunk(k), ",") || is_word(chunk(k), ";")) break;
    const bool lays = (is_word(chunk(k - 1), "that") || is_word(chunk(k - 1), "which")) &&
                      chunk(k).kind == ChunkKind::phrase && is_finite(chunk(k + 1));
    if (lays) actor = rule_setter(k);
  }
  // "The annual quota of the Council is 500,000"
  const auto& of = get(roles_, "bound");
  if (!actor && !of.empty() && chunk(of.front()).quantity == nullptr)
    actor = rule_setter(of.front());
  Claim claim = start("limit");
  claim.quantity = std::get<Quantity>(count->value);
  span(claim, "quantity", count->span);
  exact_cap(claim);
  if (claim.quantity->per.empty() && tells_rate(trigger())) claim.quantity->per = "year";
  if (stage_.memory.deed && stage_.memory.deed->item && stage_.memory.deed->quantity &&
      stage_.memory.deed->quantity->unit == claim.quantity->unit) {
    claim.item = stage_.memory.deed->item;  // a cap on what was just counted in the same unit
    claim.target = stage_.memory.deed->target;
  } else if (!claim.quantity->of.empty()) {
    claim.item = Item{claim.quantity->of, "", "", claim.quantity->of};
  }
  if (bound) claim.target.reset();
  set(claim, &Claim::target, "target", bound);
  set(claim, &Claim::actor, "actor", actor);
  if (!claim.item && !claim.actor) return refuse("a cap on nothing by nobody");
  return {claim};
}

std::vector<Claim> Filler::embargo() {
  const std::size_t on = get(roles_, "item").front();
  std::optional<Named> actor = trigger_owner();
  const auto& by = sides_.of("by");
  if (!actor && !by.empty()) actor = rule_setter(by.front());
  if (!actor) actor = setter_before();
  std::size_t since = stage_.chunks.size();
  for (std::size_t k = on + 1; !actor && k + 2 < stage_.chunks.size() && k < on + 4; ++k) {
    // "an arms embargo on Libya, imposed by the Council"
    const Chunk& c = chunk(k);
    if (c.kind == ChunkKind::verb && c.voice == Voice::participle && chunk(k + 1).word == "by" &&
        chunk(k + 2).kind == ChunkKind::phrase)
      actor = rule_setter(k + 2);
    // ", which the Council imposed in 2011,"
    const bool relative = is_word(c, "which") || is_word(c, "that");
    if (relative && chunk(k + 1).kind == ChunkKind::phrase && is_finite(chunk(k + 2)) &&
        stage_.grammar.is(WordClass::set_rule, chunk(k + 2).lemma)) {
      actor = rule_setter(k + 1);
      since = k + 3;
    }
  }
  if (!actor) return refuse("nobody sets the limit");
  Claim claim = start("limit");
  if (since < stage_.chunks.size() && chunk(since).kind == ChunkKind::date) {
    const auto& date = std::get<Date>(chunk(since).date->value);
    if (!date.edtf.empty() || waits_for_anchor(date)) claim.period = date;
    span(claim, "period", chunk(since).span);
  }
  claim.item = item_of(stage_, trigger());
  span(claim, "item", trigger().span);
  set(claim, &Claim::actor, "actor", actor);
  date_of_force(claim, on);
  std::vector<Claim> out;
  for (const std::size_t i : get(roles_, "item")) {
    Claim one = claim;  // "on Libya and Chad": on each
    set(one, &Claim::target, "target", party_of(stage_, i));
    if (!one.target || *one.target != *one.actor) out.push_back(std::move(one));
  }
  return out.empty() ? refuse("both sides are the same") : out;
}

void Filler::date_of_force(Claim& claim, std::size_t from) const {
  // "the embargo on Zimbabwe, in force since 2002, was extended": since then it holds
  for (std::size_t k = from + 1; k + 2 < stage_.chunks.size() && k < from + 6; ++k) {
    if (is_finite(chunk(k))) return;
    const bool force =
        is_word(chunk(k), "in") && (chunk(k + 1).head == "force" || chunk(k + 1).head == "place" ||
                                    chunk(k + 1).head == "effect");
    if (!force || chunk(k + 2).kind != ChunkKind::date) continue;
    const auto& date = std::get<Date>(chunk(k + 2).date->value);
    if (!date.edtf.empty() || waits_for_anchor(date)) claim.period = date;
    span(claim, "period", chunk(k + 2).span);
    return;
  }
}

std::optional<Named> Filler::placed_under(std::size_t i) const {
  // "Libya has been under an arms embargo", "is subject to a UN embargo"
  if (i < 3 || chunk(i - 2).kind != ChunkKind::verb) return std::nullopt;
  const Chunk& verb = chunk(i - 2);
  const auto& frames = stage_.grammar.frames("verb", verb.lemma);
  const bool under = is_word(chunk(i - 1), "under") &&
                     std::any_of(frames.begin(), frames.end(),
                                 [](const Frame* frame) { return frame->id == "sanction.under"; });
  const bool subject = is_word(chunk(i - 1), "to") && verb.lemma == "subject";
  if (!under && !subject) return std::nullopt;
  std::size_t k = i - 2;
  while (k > 0 && chunk(k - 1).kind != ChunkKind::phrase) --k;
  auto named = k > 0 ? party_of(stage_, k - 1) : std::nullopt;
  if (!named || named->party.iso2.empty()) return std::nullopt;
  return named;
}

std::optional<Named> Filler::embargoed(std::size_t i) const {
  if (chunk(i).lemma != "embargo") return std::nullopt;
  if (auto under = placed_under(i)) return under;
  // "the Libya arms embargo"
  const auto& whose = chunk(i).owner;
  if (whose && chunk(i).owner_bare && !whose->party.iso2.empty()) return whose;
  if (i + 2 < stage_.chunks.size() && is_finite(chunk(i + 1)) && chunk(i + 1).lemma == "cover")
    return party_of(stage_, i + 2);
  if (stage_.memory.embargoed && (chunk(i).definite || chunk(i).owner))
    return Named{*stage_.memory.embargoed, chunk(i).span};
  if (stage_.memory.topic) return Named{*stage_.memory.topic, chunk(i).span};
  return std::nullopt;
}

std::vector<Claim> Filler::bare_embargo(const std::optional<Named>& actor) const {
  const auto target = embargoed(trigger_);
  if (!actor || !actor->party.iso2.empty() || !target || target->party == actor->party) return {};
  Claim claim = start("limit");
  claim.item = item_of(stage_, trigger());
  span(claim, "item", trigger().span);
  set(claim, &Claim::actor, "actor", actor);
  set(claim, &Claim::target, "target", target);
  return {claim};
}

std::vector<Claim> Filler::imposed_rule(std::size_t measure) {
  const std::string& noun = chunk(measure).lemma;
  if (noun == "control" && chunk(measure).item_class != "measure")
    return refuse("no rule on goods");  // "tightened its control of the border"
  if (sides_.construction == "relative_object" && chunk(measure).quantity == nullptr &&
      (noun == "cap" || noun == "ceiling" || noun == "limit" || noun == "quota"))
    return refuse("the noun tells it");  // "the ceiling that the Council imposes is …"
  std::optional<Named> actor;
  const auto& who = get(roles_, "actor");
  if (!who.empty()) actor = rule_setter(who.front());
  if (!actor) actor = owner_of(stage_, measure);
  Claim claim = start("limit");
  claim.item = item_of(stage_, chunk(measure));
  span(claim, "item", chunk(measure).span);
  set_quantity(claim, measure);
  set(claim, &Claim::actor, "actor", actor);
  set(claim, &Claim::target, "target", party("target"));
  for (const std::string_view side : {"on", "of"}) {
    // "an embargo on arms", "a ban on the sale of coal", "a cap of 500,000 barrels on sales"
    for (const std::size_t i : sides_.of(side)) {
      if (chunk(i).party || chunk(i).pronoun || party_of(stage_, i)) continue;
      if (side == "on" && !claim.target && can_be_sanctioned(chunk(i)) &&
          chunk(i).item_class != "vehicle" && chunk(i).item_class != "workers") {
        set(claim, &Claim::target, "target", sanctioned(i));  // "put an embargo on the gangs"
        continue;
      }
      if (side == "on") claim.item->name += " on " + item_of(stage_, chunk(i)).name;
      if (!claim.quantity) set_quantity(claim, i);
      set_target(claim, i);
    }
  }
  if (!claim.target && stage_.memory.rule && !sides_.has("on")) {
    // "The embargo, which the Council imposed in 2011": the one that was told of
    if (stage_.memory.rule->actor == claim.actor) claim.target = stage_.memory.rule->target;
  }
  if (!claim.target && get(roles_, "target").empty() && !sides_.has("on"))
    set(claim, &Claim::target, "target", embargoed(measure));
  if (!claim.actor) return refuse("nobody sets the limit");
  if (measure < trigger_) date_of_force(claim, measure);
  if (claim.target && *claim.target == *claim.actor) claim.target.reset();
  return {claim};
}

std::optional<Named> Filler::body_of(const Chunk& c) {
  for (const Mention* name : c.names) {
    if (const auto* body = std::get_if<Organization>(&name->value))
      return Named{{body->name, ""}, name->span};
  }
  return std::nullopt;
}

}  // namespace msmt
