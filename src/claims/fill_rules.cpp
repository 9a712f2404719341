/// Decisions stopped: vetoes.
#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/fill_limits.hpp"
#include "claims/filler.hpp"

namespace msmt {

namespace {

/// Whether a phrase names the UN, the EU or another body of states by this name.
bool is_body_of_states(const Chunk& c, const std::string& name) {
  return std::any_of(c.names.begin(), c.names.end(), [&](const Mention* mention) {
    const auto* body = std::get_if<Organization>(&mention->value);
    return body != nullptr && body->name == name && body->kind == "international organization";
  });
}

/// "the EU's 18th sanctions package", "the draft statement": what a body decides on.
bool is_decision(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  if (c.of_class == "measure" || c.of_class == "decision") return true;
  // "blocked the text in the Council", "the report": what is before a body is to be decided there
  const auto body = f.party("target");
  const bool before_body =
      body && body->party.iso2.empty() && lists_names(f.chunk(get(f.roles, "target").front()));
  if ((before_body || f.trigger().lemma == "veto") &&
      (f.stage.grammar.is(WordClass::decision, c.lemma) || c.item_class == "document"))
    return true;
  // "vetoed EU aid for Ukraine"
  if (f.trigger().lemma == "veto" && c.owner && is_body_of_states(c, c.owner->party.name))
    return true;
  if (!f.stage.grammar.is(WordClass::decision, c.lemma)) return false;
  // "blocked a statement of the Security Council"
  if (f.frame.id == "veto.verb" && is_word(f.chunk(i + 1), "of") && lists_names(f.chunk(i + 2)) &&
      f.chunk(i + 2).party->party.iso2.empty())
    return true;
  const bool of_body = c.owner && c.owner->party.iso2.empty() && c.owner->party.name.size() > 3;
  return of_body || c.before.find("sanction") != std::string::npos ||
         c.before.find("draft") != std::string::npos;
}

/// "a draft resolution of the Security Council", "the sanctions of the EU": the body that decides on chunk i.
std::optional<Named> decided_by(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  // "EU sanctions on Russia"
  if (c.owner && c.item_class == "measure" && is_body_of_states(c, c.owner->party.name))
    return c.owner;
  if (!c.of_party || (c.item_class != "decision" && c.item_class != "measure")) return std::nullopt;
  const std::string& name = c.of_party->party.name;
  const bool decides =
      is_body_of_states(c, name) && (name.ends_with("Council") || c.item_class == "measure");
  return decides ? c.of_party : std::nullopt;
}

/// "A truce failed in the Security Council when China vetoed the draft": the council of a clause before.
std::optional<Named> council_before(const Filler& f) {
  for (std::size_t k = f.at; k > 1; --k) {
    const Chunk& c = f.chunk(k - 1);
    if (is_word(c, ";")) return std::nullopt;
    const bool there = c.kind == ChunkKind::phrase && is_word(f.chunk(k - 2), "in") && c.party &&
                       lists_names(c) && c.party->party.iso2.empty() &&
                       c.party->party.name.ends_with("Council");
    if (there) return c.party;
  }
  return std::nullopt;
}

/// "The Security Council debated the draft. China vetoed the text": of which council the sentence before spoke.
std::optional<Named> council_told_of(const Filler& f, std::size_t i) {
  const auto& body = f.stage.memory.subject_org;
  const bool told = body && body->name.ends_with("Council") && f.chunk(i).definite &&
                    f.chunk(i).of.empty() &&
                    (f.chunk(i).item_class == "decision" || is_decision(f, i));
  return told ? std::optional(Named{*body, f.chunk(i).span}) : std::nullopt;
}

/// "a veto cast by China": who casts the veto of the trigger noun.
std::optional<Named> caster(const Filler& f) {
  const bool cast = f.frame.pos == "noun" && f.chunk(f.at + 1).voice == Voice::participle &&
                    is_word(f.chunk(f.at + 2), "by") && f.chunk(f.at + 3).kind == ChunkKind::phrase;
  if (cast) return party_of(f.stage, f.at + 3);
  // "through its use of the veto"
  const bool used = f.frame.pos == "noun" && f.at > 1 && is_word(f.chunk(f.at - 1), "of") &&
                    (f.chunk(f.at - 2).lemma == "use" || f.chunk(f.at - 2).lemma == "exercise");
  return used ? owner_of(f.stage, f.at - 2) : std::nullopt;
}

/// "China joined Russia in blocking the report": who blocks it as well.
void add_joined(Filler& f) {
  const bool joined = f.at > 3 && f.trigger().voice == Voice::gerund &&
                      is_word(f.chunk(f.at - 1), "in") && f.chunk(f.at - 2).country_head &&
                      f.chunk(f.at - 3).voice == Voice::active &&
                      f.chunk(f.at - 3).lemma == "join" && f.chunk(f.at - 4).country_head;
  if (joined) f.roles["actor"] = {f.at - 4, f.at - 2};
}

/// "the Security Council's Panel of Experts": in whose hands the body at chunk i is.
std::optional<Named> council_of(const Filler& f, std::size_t i) {
  if (i >= f.stage.chunks.size()) return std::nullopt;
  for (const Mention& mention : f.stage.reading.mentions) {
    const auto* body = std::get_if<Organization>(&mention.value);
    const bool inside = body != nullptr && f.chunk(i).span.contains(mention.span) &&
                        mention.span.end < f.chunk(i).span.end;
    if (inside && body->name.ends_with("Council")) return Named{{body->name, ""}, mention.span};
  }
  return std::nullopt;
}

/// "Sweden's accession to NATO", "a resolution of the Council": the body that the decision at chunk i is on.
std::optional<Named> body_entered(const Filler& f, std::size_t i) {
  if (i + 2 >= f.stage.chunks.size() || f.chunk(i).item_class != "decision") return std::nullopt;
  const Chunk& body = f.chunk(i + 2);
  if ((!is_word(f.chunk(i + 1), "to") && !is_word(f.chunk(i + 1), "of")) || !lists_names(body) ||
      !body.party->party.iso2.empty())
    return std::nullopt;
  return body.party;
}

/// "The draft failed because of vetoes": what the veto before stopped.
void failed_decision(const Filler& f, Claim& claim) {
  // "The draft failed because of vetoes by Russia and China"
  if (f.at < 3 ||
      !(is_word(f.chunk(f.at - 1), "because of") || is_word(f.chunk(f.at - 1), "due to") ||
        is_word(f.chunk(f.at - 1), "after") || is_word(f.chunk(f.at - 1), "following")))
    return;
  for (std::size_t k = f.at - 1; k > 1; --k) {
    if (!is_finite(f.chunk(k - 1))) continue;
    const Chunk& c = f.chunk(k - 2);
    if (c.kind != ChunkKind::phrase ||
        (c.item_class != "decision" && !f.stage.grammar.is(WordClass::decision, c.lemma)))
      return;
    claim.item = item_of(f.stage, c);
    add_span(claim, "item", c.span);
    return;
  }
}

/// The chunk of "adopting" in "kept the Council from adopting a statement"; the number of chunks for none.
std::size_t undecided(const Filler& f) {
  const std::size_t none = f.stage.chunks.size();
  const auto& body = get(f.roles, "target");
  if (body.empty() || body.front() < f.at) return none;
  const std::size_t from = body.front() + 1;
  const bool deed = from + 2 < none && is_word(f.chunk(from), "from") &&
                    f.chunk(from + 1).voice == Voice::gerund &&
                    f.chunk(from + 2).kind == ChunkKind::phrase &&
                    f.stage.grammar.is(WordClass::decide, f.chunk(from + 1).lemma);
  return deed ? from + 1 : none;
}

/// "kept the Council from adopting a statement": a body of states does not decide.
bool keeps_from_deciding(const Filler& f) {
  const auto body = f.party("target");
  return body && body->party.iso2.empty() && undecided(f) < f.stage.chunks.size() &&
         lists_names(f.chunk(get(f.roles, "target").front()));
}

/// "a resolution to continue the monitoring by a Security Council panel": the Council, by the panel that it is about.
std::optional<Named> council_of_purpose(const Filler& f, std::size_t i) {
  const Party& council = f.stage.grammar.body_roles().rule_maker();
  const std::string_view known = std::string_view(council.name).substr(council.name.find(' ') + 1);
  for (std::size_t k = i + 1; k < f.stage.chunks.size(); ++k) {
    const Chunk& c = f.chunk(k);
    if (is_finite(c) || is_word(c, ",") || is_word(c, ";")) break;
    if (names_body(c, {"expert panel"}) &&
        f.stage.doc.words(c.span).find(known) != std::string_view::npos)
      return Named{council, c.span};
  }
  return std::nullopt;
}

/// "voted for the draft, but the US vetoed it": what the pronoun stands for, where the sentence named it.
void name_meant(const Filler& f, Claim& claim) {
  const auto& items = f.items();
  if (items.empty() || f.trigger().lemma != "veto" || f.chunk(items.front()).head != "it") return;
  for (std::size_t k = f.at; k > 0; --k) {
    const Chunk& c = f.chunk(k - 1);
    if (c.kind != ChunkKind::phrase || c.item_class != "decision") continue;
    claim.item = item_of(f.stage, c);
    add_span(claim, "item", c.span);
    if (!claim.target) set_party(claim, &Claim::target, "target", council_of(f, k - 1));
    return;
  }
}

/// What the body was kept from deciding.
void name_undecided(const Filler& f, Claim& claim) {
  const std::size_t i = undecided(f) + 1;
  claim.item = item_of(f.stage, f.chunk(i));
  add_span(claim, "item", f.chunk(i).span);
}

}  // namespace

std::vector<Claim> veto(Filler& f) {
  if (f.frame.id == "veto.keep" && !keeps_from_deciding(f)) return f.refuse("no decision");
  add_joined(f);
  std::optional<Named> actor = f.party("actor");
  if (const auto owner = f.trigger_owner(); owner && !actor) actor = owner;
  if (!actor) actor = caster(f);
  if (!actor || actor->party.iso2.empty()) return f.refuse("no state");
  Claim claim = f.start("veto");
  set_party(claim, &Claim::actor, "actor", actor);
  auto target = f.party("target");
  if (target && target->party.iso2.empty()) set_party(claim, &Claim::target, "target", target);
  // "used its Security Council veto to stop the extension"
  if (f.at > 0 && f.trigger().voice == Voice::infinitive && f.chunk(f.at - 1).lemma == "veto" &&
      f.chunk(f.at - 1).owner && !claim.target) {
    const Named& council = *f.chunk(f.at - 1).owner;
    if (is_body_of_states(f.chunk(f.at - 1), council.party.name))
      set_party(claim, &Claim::target, "target", council);
  }
  // "both sides oppose the Red Front": a group, and no decision
  if (f.frame.pos == "verb" && f.items().size() == 1 && !is_decision(f, f.items().front()) &&
      names_body(f.chunk(f.items().front()), {"armed group"}))
    return f.refuse("a group, and no decision");
  for (const std::size_t i : f.items()) {
    const std::string klass = class_of(f.stage.grammar, f.chunk(i));
    const bool sum = f.chunk(i).money && claim.target;  // "held up 500 million euros in the EU"
    if (f.frame.pos == "verb" && !f.frame.takes(klass) && !f.chunk(i).party && !is_decision(f, i) &&
        !sum)
      continue;
    if (sum || is_plural(f.chunk(i).head)) f.set_quantity(claim, i);  // "vetoed 14 resolutions"
    if (!claim.target && f.frame.pos == "verb") {
      // "blocked the EU's 18th package of sanctions": in whose hands it is
      const auto owner = owner_of(f.stage, i);
      if (owner && owner->party.iso2.empty() && is_decision(f, i))
        set_party(claim, &Claim::target, "target", owner);
    }
    if (!claim.target) set_party(claim, &Claim::target, "target", council_of(f, i));
    // "the renewal of the Security Council's mission"
    if (!claim.target && is_word(f.chunk(i + 1), "of"))
      set_party(claim, &Claim::target, "target", council_of(f, i + 2));
    if (!claim.target && f.frame.pos == "verb")
      set_party(claim, &Claim::target, "target", council_of_purpose(f, i));
    if (!claim.target) set_party(claim, &Claim::target, "target", decided_by(f, i));
    if (!claim.target) set_party(claim, &Claim::target, "target", body_entered(f, i));
    if (!claim.target && council_before(f))
      set_party(claim, &Claim::target, "target", council_before(f));
    if (!claim.target && f.frame.pos == "verb")
      set_party(claim, &Claim::target, "target", council_told_of(f, i));
    claim.item = item_of(f.stage, f.chunk(i));
    add_span(claim, "item", f.chunk(i).span);
    break;
  }
  if (!claim.target && f.stage.chunks.size() > 1 &&
      (is_word(f.chunk(0), "in") || is_word(f.chunk(0), "at")) && lists_names(f.chunk(1)) &&
      f.chunk(1).party->party.iso2.empty())
    set_party(claim, &Claim::target, "target",
              f.chunk(1).party);  // "In the Security Council, Russia blocked"
  // "our opposition to arms transfers", "to the missiles": of what no body decides
  if (f.frame.pos == "noun" && f.trigger().lemma == "opposition" && !claim.target &&
      !f.items().empty()) {
    const std::string klass = class_of(f.stage.grammar, f.chunk(f.items().front()));
    if (klass == "deed" || klass == "arms") return f.refuse("no decision");
  }
  // "vetoed a UN resolution": in the body of it that makes them
  const auto& roles = f.stage.grammar.body_roles();
  if (claim.target && f.trigger().lemma == "veto" && roles.is_background(claim.target->name))
    claim.target = roles.rule_maker();
  if (f.frame.pos == "noun" && !claim.item) failed_decision(f, claim);
  if (f.frame.id == "veto.keep") name_undecided(f, claim);
  if (f.frame.id == "veto.verb" && !claim.item) name_meant(f, claim);
  if (f.frame.pos == "verb" && !claim.item) return f.refuse("no decision");
  // "stopped the resolution" may be done in many ways, in a body it is a vote against it
  if (f.frame.id == "veto.stop" && !claim.target) return f.refuse("in no body");
  if (f.frame.pos == "noun" && f.trigger().lemma == "opposition" && !claim.item && !target) {
    // "Russia's opposition" alone blocks nothing; beside the end of a body it does
    const auto ends = [&](const Chunk& c) {
      return (c.kind == ChunkKind::verb || c.kind == ChunkKind::phrase) &&
             f.stage.grammar.evokes(c.kind == ChunkKind::verb ? "verb" : "noun", c.lemma,
                                    {"dissolution"});
    };
    if (std::none_of(f.stage.chunks.begin(), f.stage.chunks.end(), ends))
      return f.refuse("no decision");
  }
  return {claim};
}

}  // namespace msmt
