/// Who made a rule: the body or state that a phrase, the words around it or the sentences before name.
///
///     "a resolution that the Council adopted in 2017 bans …"   the Council
#include "claims/clause_words.hpp"
#include "claims/fill_limits.hpp"
#include "claims/fill_sanctions.hpp"
#include "claims/filler.hpp"
#include "claims/lists.hpp"

namespace msmt {

namespace {

/// "sanctions", "Resolution 2397": the phrase names a rule.
bool is_rule(const Chunk& c) {
  return c.item_class == "measure" || c.of_class == "measure" || c.item_class == "decision" ||
         c.of_class == "decision" || c.item_class == "document" || (c.lemma == "act" && c.definite);
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

}  // namespace

std::optional<Named> setter_before(const Filler& f) {
  // "The G7 also set a price cap of $60 a barrel on Russian oil"
  if (f.frame.pos != "noun" || f.at < 2) return std::nullopt;
  // "Peru answered a day later with a ban on exports"
  if (is_word(f.chunk(f.at - 1), "with")) {
    std::size_t verb = f.at - 2;
    while (verb > 0 && f.chunk(verb).kind == ChunkKind::date) --verb;
    const bool answers = verb > 0 && is_finite(f.chunk(verb)) &&
                         f.chunk(verb).voice == Voice::active &&
                         f.stage.grammar.is(WordClass::hit_back, f.chunk(verb).lemma);
    return answers ? rule_setter(f, verb - 1) : std::nullopt;
  }
  if (!f.stage.grammar.is(WordClass::set_rule, f.chunk(f.at - 1).lemma)) return std::nullopt;
  std::size_t k = f.at - 1;
  if (f.chunk(k).voice == Voice::gerund && is_word(f.chunk(k - 1), ",")) {
    // "The Union imposed sanctions on Chad, lowering the price cap to $47": who does the deed of the clause before
    while (k > 0 && !is_finite(f.chunk(k))) --k;
  }
  if (f.chunk(k).voice != Voice::active) return std::nullopt;
  while (k > 0 &&
         (f.chunk(k - 1).kind == ChunkKind::word || f.chunk(k - 1).kind == ChunkKind::date) &&
         mark_of(f.chunk(k - 1)) != "prep" && !is_word(f.chunk(k - 1), ","))
    --k;
  return k > 0 && f.chunk(k - 1).kind == ChunkKind::phrase ? rule_setter(f, k - 1) : std::nullopt;
}

std::optional<Named> rule_setter(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  const std::string_view text = f.stage.doc.words(c.span);
  const bool numbered = (c.item_id == "resolution" || c.of_id == "resolution") &&
                        text.find_first_of("0123456789") != std::string_view::npos;
  // "Resolution 2397": the Council's
  if (numbered) return Named{f.stage.grammar.body_roles().rule_maker(), c.span};
  if (c.quantity != nullptr || (!c.lemma.empty() && c.lemma[0] >= '0' && c.lemma[0] <= '9')) {
    // "resolutions 2375 and 2397, which prohibit"
    for (std::size_t k = i; k > 0 && k + 3 > i; --k) {
      if (fold(f.stage.doc.words(f.chunk(k - 1).span)).find("resolutions ") != std::string::npos)
        return Named{f.stage.grammar.body_roles().rule_maker(), f.chunk(k - 1).span};
    }
  }
  if (c.pronoun && c.head == "it" && f.stage.memory.rule &&
      (i == 0 || (i < 3 && f.chunk(0).kind == ChunkKind::date)) &&
      f.stage.told_just_before(*f.stage.memory.rule))
    return Named{*f.stage.memory.rule->actor,
                 c.span};  // "It also bars …", "In July it barred …", after "The resolution …"
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
  // "A ban in Resolution 1521"
  if (const std::size_t where = f.at + 2;
      !actor && f.frame.pos == "noun" && is_word(f.chunk(f.at + 1), "in") &&
      f.chunk(where).kind == ChunkKind::phrase && is_rule(f.chunk(where)))
    actor = rule_setter(f, where);
  if (!actor && packed(f) && recent_sanction(f))  // "The package includes a ban on"
    actor = Named{*f.stage.memory.sanction->actor, f.trigger().span};
  // a deal binds as a rule does, whoever made it: "The accord caps the stockpile at 300 kg"
  rule = !who.empty() &&
         (is_rule(f.chunk(who.front())) ||
          ((f.frame.id == "limit.cap" || f.frame.id == "limit.ban") &&
           f.chunk(who.front()).item_class == "agreement" && f.chunk(who.front()).definite) ||
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

std::optional<Named> body_of(const Chunk& c) {
  for (const Mention* name : c.names) {
    if (const auto* body = std::get_if<Organization>(&name->value))
      return Named{{body->name, ""}, name->span};
  }
  return std::nullopt;
}

}  // namespace msmt
