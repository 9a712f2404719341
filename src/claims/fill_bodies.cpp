/// Bodies that are set up and disbanded.
#include "claims/fill_bodies.hpp"

#include <algorithm>
#include <array>

#include "claims/clause_words.hpp"
#include "claims/fill_limits.hpp"
#include "claims/fill_sanctions.hpp"
#include "claims/filler.hpp"
#include "claims/party_words.hpp"

namespace msmt {

namespace {

/// "A second ship tipped over at its launch": the subject that "its" leans on is no body.
bool thing_before(const Filler& f) {
  for (std::size_t k = f.at; k > 1; --k) {
    const Chunk& left = f.chunk(k - 2);
    if (left.kind != ChunkKind::phrase || !is_finite(f.chunk(k - 1))) continue;
    return !left.party && !left.pronoun && left.item_class != "document" &&
           left.item_class != "speaker" && left.item_class != "body" &&
           !is_body_noun(f.stage.grammar, left.lemma);
  }
  return false;
}

/// "the team's formation": the body, named before, for which the owner of the trigger noun stands.
std::optional<Named> body_owning(const Filler& f) {
  const std::string text = fold(quote(f.stage.doc, f.trigger().span));
  std::size_t mark = text.find("'s ");
  if (mark == std::string::npos) mark = text.find("\u2019s ");
  if (mark == std::string::npos || !f.trigger().definite) return std::nullopt;
  const std::size_t space = text.substr(0, mark).find_last_of(' ');
  if (space == std::string::npos) return std::nullopt;
  const std::string noun = text.substr(space + 1, mark - space - 1);
  if (!f.stage.grammar.is(WordClass::body, noun)) return std::nullopt;
  return body_for(f.stage, f.at);
}

/// "the Group of Monitors (GoM)": the name in the brackets behind chunk i.
std::optional<Named> short_name(const Filler& f, std::size_t i) {
  std::size_t k = i + 1;
  while (k + 1 < f.stage.chunks.size() && k < i + 6 && f.chunk(k).kind == ChunkKind::word &&
         (f.chunk(k).word == "of" || f.chunk(k).word == "for" || f.chunk(k).word == "on" ||
          f.chunk(k).word == "against") &&
         f.chunk(k + 1).kind == ChunkKind::phrase)
    k += 2;
  if (k + 2 >= f.stage.chunks.size() || !is_word(f.chunk(k), "(") ||
      !is_word(f.chunk(k + 2), ")") || f.chunk(k + 1).last != f.chunk(k + 1).first + 1 ||
      f.chunk(i).party || is_no_body(f, f.chunk(i)))
    return std::nullopt;
  const std::string name = quote(f.stage.doc, f.chunk(k + 1).span);
  const auto capitals = std::count_if(name.begin(), name.end(),
                                      [](char letter) { return letter >= 'A' && letter <= 'Z'; });
  if (capitals < 2) return std::nullopt;
  return Named{{name, ""}, f.chunk(k + 1).span};
}

/// "Nine countries, among them Norway and Denmark, set up": the states named behind their number.
void add_some_founders(const Filler& f, Claim& claim, std::size_t i) {
  std::size_t k = i + 1;
  if (k < f.stage.chunks.size() && is_word(f.chunk(k), ",")) ++k;
  if (k >= f.stage.chunks.size() ||
      !(is_word(f.chunk(k), "including") || is_word(f.chunk(k), "among them")))
    return;
  for (++k; k < f.stage.chunks.size(); ++k) {
    const Chunk& c = f.chunk(k);
    if (is_word(c, ",") || is_word(c, "and")) continue;
    if (!c.country_head || !c.party) return;
    claim.members.push_back(c.party->party);
  }
}

/// "was launched by Japan, Italy and nine other nations": its founders are its members.
std::optional<Claim> founders(const Filler& f, const Named& body) {
  if (f.frame.id != "found.verb" && f.frame.id != "found.noun") return std::nullopt;
  const bool active = f.trigger().voice == Voice::active;
  Claim claim = f.start("membership");
  set_party(claim, &Claim::actor, "actor", body);
  for (std::size_t k = f.at + 1; k + 1 < f.stage.chunks.size(); ++k) {
    // "founded the team together with ten other states", "announced its formation in Seoul, along with …"
    if (is_finite(f.chunk(k))) break;
    const bool with = f.chunk(k).kind == ChunkKind::word && goes_along(f.chunk(k).word);
    if (with && counts_states(f.chunk(k + 1))) f.set_quantity(claim, k + 1);
  }
  for (const std::size_t i : active ? f.sides.of("subj") : f.sides.of("by")) {
    const Chunk& c = f.chunk(i);
    if (counts_states(c)) {
      f.set_quantity(claim, i);
      add_some_founders(f, claim, i);
    } else if (c.country_head && c.party) {
      claim.members.push_back(c.party->party);
    }
  }
  if (!claim.quantity) return std::nullopt;
  return claim;
}

/// "AUSSOM replaced ATMIS": a body by a body, and no firm by a firm.
bool replaces_body(const Filler& f) {
  if (f.trigger().voice == Voice::infinitive) return false;  // "was launched in May to replace it"
  const auto is_body = [&](std::string_view role) {
    const auto& list = get(f.roles, role);
    if (list.size() != 1) return false;
    const Chunk& c = f.chunk(list.front());
    if (f.stage.grammar.is(WordClass::mission, c.lemma) || c.item_class == "body") return true;
    const bool known = std::any_of(c.names.begin(), c.names.end(), [](const Mention* name) {
      const auto* body = std::get_if<Organization>(&name->value);
      return std::holds_alternative<MilitaryUnit>(name->value) ||
             (body != nullptr && body->kind != "company" && body->kind != "bank" &&
              body->kind != "news agency" && body->kind != "newspaper");
    });
    return known && c.party && c.party->party.iso2.empty() && !c.person;
  };
  return is_body("heir") && is_body("body");
}

/// "the MSMT—an organization formed in 2024", "AMISOM is a force of five states that was set up in 2007": the
/// phrase with the name, beside or before "is", that chunk i describes; i itself for none.
std::size_t described_by(const Filler& f, std::size_t i) {
  const bool parts = i >= 2 && counts_states(f.chunk(i)) && is_word(f.chunk(i - 1), "of");
  const std::size_t noun = parts ? i - 2 : i;
  const Chunk& c = f.chunk(noun);
  if (noun < 2 || c.kind != ChunkKind::phrase || c.definite || c.party) return i;
  const Chunk& link = f.chunk(noun - 1);
  const bool is = link.kind == ChunkKind::verb && link.lemma == "be" && !link.negated &&
                  (c.item_class == "body" || f.stage.grammar.is(WordClass::mission, c.lemma));
  if (!is && !is_word(link, "--") && !is_word(link, ",")) return i;
  std::size_t named = noun - 2;  // "by IRINI alone, a mission set up in 2020"
  while (named > 0 && f.chunk(named).kind == ChunkKind::word && mark_of(f.chunk(named)) == "adv")
    --named;
  // "the Kestrel Group (KG) is a body"
  if (named > 2 && is_word(f.chunk(named), ")") && is_word(f.chunk(named - 2), "(")) named -= 3;
  return f.chunk(named).kind == ChunkKind::phrase ? named : i;
}

/// "put an end to it", "put it out of business", "pulled the plug on it"
bool puts_end(const Filler& f) {
  // "put an end to the panel", "put the panel out of business", "brought the mission to a close"
  for (std::size_t k = f.at + 1; k < f.stage.chunks.size() && k < f.at + 5; ++k) {
    if (f.chunk(k).kind == ChunkKind::verb) return false;
    if (f.chunk(k).kind != ChunkKind::phrase ||
        !f.stage.grammar.is(WordClass::halt_noun, f.chunk(k).lemma))
      continue;
    const std::string& before = f.chunk(k - 1).word;
    if (f.frame.id == "end.come" && f.chunk(k).lemma != "end" && f.chunk(k).lemma != "close")
      return false;  // "came to a halt near Gao": on its way
    const bool out = f.chunk(k).lemma == "business" || f.chunk(k).lemma == "existence";
    return out ? before == "of" || before == "out of" : k == f.at + 1 || before == "to";
  }
  return false;
}

/// "closed its doors", "shut up shop", "packed its bags", "went out of business", "ran its course"
bool closes_doors(const Filler& f) {
  for (std::size_t k = f.at + 1; k < f.stage.chunks.size() && k < f.at + 4; ++k) {
    if (f.chunk(k).kind == ChunkKind::verb) return false;
    if (f.chunk(k).kind == ChunkKind::phrase)
      return f.stage.grammar.is(WordClass::own_end, f.chunk(k).lemma);
  }
  return false;
}

/// "came into being", "came into existence"
bool comes_into_being(const Filler& f) {
  const std::size_t next = f.at + 2;
  return next < f.stage.chunks.size() && f.chunk(next - 1).word == "into" &&
         (f.chunk(next).head == "being" || f.chunk(next).head == "existence" ||
          f.chunk(next).lemma == "operation");
}

/// "a mechanized formation": one that is there, and no founding.
bool is_formation(const Filler& f) { return is_indefinite(f.stage, f.trigger()); }

/// "was launched near Arica": a missile, more often than a body.
bool flies_off(const Filler& f) {
  // "It was launched near Arica and fell into the sea", "launched from a base"
  if (f.trigger().lemma != "launch" || f.at + 1 >= f.stage.chunks.size()) return false;
  static constexpr std::array<std::string_view, 7> kWay = {"from",    "near", "toward", "towards",
                                                           "against", "over", "into"};
  return std::find(kWay.begin(), kWay.end(), f.chunk(f.at + 1).word) != kWay.end();
}

/// "ceased to operate", "was forced to close", "ceased operations"
bool ceases(const Filler& f) {
  for (const std::string& verb : f.trigger().chain) {
    if (f.stage.grammar.is(WordClass::cease, verb)) return true;
  }
  if (f.trigger().voice == Voice::infinitive && f.at > 0 &&
      f.chunk(f.at - 1).kind == ChunkKind::verb)
    return f.chunk(f.at - 1).lemma == "force";  // "was forced to close"
  const auto& what = f.sides.of("obj");
  return f.trigger().lemma == "cease" && !what.empty() &&
         (f.chunk(what.front()).lemma == "operation" ||
          f.chunk(what.front()).lemma == "existence" || f.chunk(what.front()).lemma == "work");
}

/// "The UN mission in Mali was closed", "The Panel of Experts will close in May": a body of states, and no market,
/// closes for good.
bool closes_for_good(const Filler& f) {
  if (f.frame.id != "end.cease" || f.trigger().lemma != "close") return false;
  const bool passive = f.trigger().voice == Voice::passive;
  const auto& who = f.sides.of("subj");
  if (who.size() != 1 || (!passive && (f.trigger().voice != Voice::active || f.sides.has("obj"))))
    return false;
  const Chunk& c = f.chunk(who.front());
  return is_body(c, {"expert panel", "monitoring body"}) || mission_by_place(f, who.front());
}

/// "decided to close UNIFIL": whether a body of states is the object that is closed.
bool closes_body(const Filler& f) {
  if (f.frame.id != "end.cease" || f.trigger().lemma != "close") return false;
  const auto& what = f.sides.of("obj");
  return what.size() == 1 && f.trigger().voice != Voice::passive &&
         (is_body(f.chunk(what.front()),
                  {"expert panel", "monitoring body", "international organization"}) ||
          mission_by_place(f, what.front()));
}

/// "The force was established in 1978", "The fund was founded": the body that the sentence before named, called by what
/// it is.
std::optional<Named> body_called(const Filler& f, std::size_t i) {
  static constexpr std::array<std::string_view, 6> kKinds = {"force", "fund",   "alliance",
                                                             "corps", "scheme", "facility"};
  const Chunk& c = f.chunk(i);
  const auto& bodies = f.stage.memory.bodies;
  const bool called = c.definite && !c.owner && !c.party && c.first + 2 == c.last &&
                      std::find(kKinds.begin(), kKinds.end(), c.lemma) != kKinds.end();
  constexpr std::size_t kBefore = 1;  // sentences
  if (!called || bodies.empty() || bodies.front().sentence + kBefore < f.stage.reading.sentence ||
      bodies.front().kind == "company" || bodies.front().kind == "bank")
    return std::nullopt;
  return Named{bodies.front().named.party, c.span};
}

/// "Three ships sailed, the team established.": a verb of saying at the end.
bool finds_out(const Filler& f) {
  return f.trigger().lemma == "establish" && f.at > 2 && is_word(f.chunk(f.at + 1), ".") &&
         f.trigger().voice != Voice::passive && f.chunk(f.at - 1).kind == ChunkKind::phrase &&
         is_word(f.chunk(f.at - 2), ",") &&
         std::any_of(f.stage.chunks.begin(),
                     f.stage.chunks.begin() + static_cast<std::ptrdiff_t>(f.at - 2), is_finite);
}

/// "the Quds Force": a formation, which acts for its state but is set up as itself.
std::optional<Named> named_formation(const Chunk& c) {
  for (const Mention* name : c.names) {
    const auto* unit = std::get_if<MilitaryUnit>(&name->value);
    if (unit != nullptr && !unit->country.empty() && name->span.contains(c.head_span))
      return Named{{unit->name, ""}, name->span};
  }
  return std::nullopt;
}

/// The body that the phrase at chunk i names, describes, or begins to name.
std::optional<Named> body_at(const Filler& f, std::size_t i) {
  std::optional<Named> body = short_name(f, i);
  if (body) return body;
  if (const std::size_t named = described_by(f, i); named != i) body = body_named_by(f, named);
  if (!body) body = body_named_by(f, i);
  if (!body) body = long_name(f, i);
  if (!body) body = mission_by_place(f, i);
  if (!body) body = body_called(f, i);
  if (!body || !body->party.iso2.empty()) {
    if (const auto formation = named_formation(f.chunk(i))) body = formation;
  }
  return body;
}

/// Why what is ended or set up is no body; empty where it may be one.
std::string_view no_body_ends(const Filler& f, const std::vector<std::size_t>& bodies) {
  // "as it has since its launch in August": of a thing as likely as of a body
  if (f.frame.id == "found.noun" && f.trigger().lemma == "launch" && f.at > 1 &&
      is_word(f.chunk(f.at - 1), "since") && f.trigger().owner &&
      f.trigger().owner->party.name == "its")
    return "its launch, of whatever it is";
  // "The Houthis launch these attacks": a verb, whatever it was taken for
  if (f.frame.id == "found.noun" && f.trigger().lemma == "launch" &&
      f.chunk(f.at + 1).kind == ChunkKind::phrase)
    return "somebody launches something";
  // "to establish the protocol as a standard"
  if (f.frame.id == "found.verb" && !bodies.empty() && is_word(f.chunk(bodies.back() + 1), "as"))
    return "it is made something";
  // "the inception of a plan", "his founding of a fund": of what the words name
  const auto& of = f.sides.of("of");
  if (f.frame.id == "found.noun" && !of.empty() && bodies.empty() && !f.chunk(of.front()).party)
    return "of something that is no body";
  if (f.frame.id != "end.verb" || bodies.empty()) return {};
  const Chunk& c = f.chunk(bodies.front());
  // "dismantle the group's capabilities"
  if (c.owner && !c.party && f.stage.grammar.is(WordClass::ability, c.lemma))
    return "what it has, not itself";
  // "ended the quarter with"
  return f.stage.grammar.is(WordClass::time_span, c.lemma) ? "a time, and no body"
                                                           : std::string_view{};
}

}  // namespace

std::vector<Claim> body_event(Filler& f) {
  if (f.frame.id == "found.begin") {
    const auto& work = get(f.roles, "work");
    const bool works = !work.empty() && (f.chunk(work.front()).lemma == "work" ||
                                         f.chunk(work.front()).lemma == "operation");
    if (!works) return f.refuse("no work begun");
  }
  if (f.frame.id == "end.cease" && !ceases(f) && !closes_for_good(f) && !closes_body(f))
    return f.refuse("nothing ceases");
  const bool ends = f.frame.id == "end.put" || f.frame.id == "end.come";
  if (ends && !puts_end(f)) return f.refuse("no end");
  if (f.frame.id == "end.close" && !closes_doors(f))
    return f.refuse("nothing of its own is closed");
  if (f.frame.id == "found.come" && !comes_into_being(f)) return f.refuse("nothing begins");
  if (f.frame.id == "found.noun" && is_formation(f)) return f.refuse("a formation");
  const auto& founded = f.sides.of("of");
  if (f.frame.id == "found.noun" && f.trigger().lemma == "launch" && !founded.empty() &&
      !f.chunk(founded.front()).party && f.chunk(founded.front()).item_class != "body")
    return f.refuse("no body is launched");
  if (f.frame.id == "found.verb" && flies_off(f)) return f.refuse("what flies is launched");
  if (f.frame.id == "found.verb" && finds_out(f)) return f.refuse("what it found out");
  if (f.frame.id == "end.replace" && !replaces_body(f)) return f.refuse("no body takes over");
  std::vector<std::size_t> bodies = get(f.roles, "body");
  if (const std::string_view why = no_body_ends(f, bodies); !why.empty()) return f.refuse(why);
  // "The panel dissolved": but nothing establishes or creates itself
  const bool by_itself = f.trigger().lemma != "establish" && f.trigger().lemma != "create" &&
                         f.trigger().lemma != "found" && f.trigger().lemma != "launch";
  if (bodies.empty() && f.trigger().voice == Voice::active && by_itself)
    bodies = f.sides.of("subj");
  if (bodies.empty() && closes_for_good(f)) bodies = f.sides.of("subj");
  if (closes_body(f)) bodies = f.sides.of("obj");
  // "put an end to the panel", "pulled the plug on the panel": the end is not what ends
  const auto& ended = f.sides.of(f.trigger().lemma == "pull" ? "on" : "to");
  if (f.frame.id == "end.put" && !ended.empty() && !bodies.empty() &&
      !f.chunk(bodies.front()).party && f.chunk(bodies.front()).item_class.empty())
    bodies = ended;
  // "supports efforts to end it": a war, more often than a body
  if (f.frame.id == "end.verb" && f.trigger().lemma == "end" &&
      f.trigger().voice == Voice::infinitive && !bodies.empty() && f.chunk(bodies.front()).pronoun)
    return f.refuse("nothing named ends");
  // "the UN Charter and restrictions established by the Council": the nearest is set up
  if (f.sides.construction == "reduced" && bodies.size() > 1 &&
      class_of(f.stage.grammar, f.chunk(bodies.back())) != "body" && !f.chunk(bodies.back()).party)
    return f.refuse("no body is set up");
  std::optional<Named> body;
  if (f.frame.pos == "noun") {
    if (const auto owner = f.trigger_owner()) body = owner;
    if (body && !body->party.iso2.empty()) body.reset();
    if (!body && f.trigger().owner &&
        (f.trigger().owner->party.name == "its" || f.trigger().owner->party.name == "their")) {
      if (thing_before(f)) return f.refuse("of a thing that the sentence names");
      body = body_for(f.stage, f.at);
    }
    // "the expert panel's breakup" is an owner; "the MSMT launch" a name in the phrase
    if (!body) body = body_of(f.trigger());
    if (!body) body = body_owning(f);
  }
  for (const std::size_t i : bodies) {
    if (body) break;
    // "the SWT – a five-nation group founded in 2019": of the name that the phrase stands beside
    const bool apposed = i > 1 && f.trigger().voice == Voice::participle && !f.chunk(i).definite &&
                         !f.chunk(i).party && f.chunk(i).item_class == "body" &&
                         (is_word(f.chunk(i - 1), "--") || is_word(f.chunk(i - 1), ","));
    if (apposed) body = body_described(f);
    // "Tasis, the coalition which the movement set up": what the name names
    const bool renamed = i > 1 && !f.chunk(i).party && f.chunk(i).item_class == "body" &&
                         f.chunk(i).quantity == nullptr && is_word(f.chunk(i - 1), ",") &&
                         f.sides.construction.starts_with("relative");
    if (!body && renamed) body = proper_name(f, i - 2);
    if (!body) body = body_at(f, i);
  }
  if (!body && f.frame.type == "establishment") body = body_described(f);
  // "mandate", "set" and the like say nothing of a body without one
  if (!body || !body->party.iso2.empty()) return f.refuse("no body");
  Claim claim = f.start(f.frame.type);
  set_party(claim, &Claim::actor, "actor", body);
  std::vector<Claim> out{claim};
  // "the disbandment of the Baath Party and of Hezbollah": each of them
  for (const std::size_t i : bodies) {
    const auto& other = f.chunk(i).party;
    if (!other || !other->party.iso2.empty() || f.chunk(i).person || other->party == body->party)
      continue;
    Claim next = f.start(f.frame.type);
    set_party(next, &Claim::actor, "actor", other);
    out.push_back(std::move(next));
  }
  if (auto members = founders(f, *body)) out.push_back(std::move(*members));
  return out;
}

}  // namespace msmt
