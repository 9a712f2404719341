/// Bodies that are set up and disbanded, and which body a phrase names.
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

/// "was launched by Japan, Italy and nine other nations": its founders are its members.
std::optional<Claim> founders(const Filler& f, const Named& body) {
  if (f.frame.id != "found.verb" && f.frame.id != "found.noun") return std::nullopt;
  const bool active = f.trigger().voice == Voice::active;
  Claim claim = f.start("membership");
  set_party(claim, &Claim::actor, "actor", body);
  for (std::size_t k = f.at + 1; k + 1 < f.stage.chunks.size(); ++k) {
    // "founded the team together with ten other states", "announced its formation in Seoul, along with …"
    if (is_finite(f.chunk(k))) break;
    const bool with = is_word(f.chunk(k), "together with") || is_word(f.chunk(k), "along with") ||
                      is_word(f.chunk(k), "as well as");
    if (with && counts_states(f.chunk(k + 1))) f.set_quantity(claim, k + 1);
  }
  for (const std::size_t i : active ? f.sides.of("subj") : f.sides.of("by")) {
    const Chunk& c = f.chunk(i);
    if (counts_states(c)) {
      f.set_quantity(claim, i);
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

/// "put an end to it", "put it out of business"
bool puts_end(const Filler& f) {
  // "put an end to the panel", "put the panel out of business", "brought the mission to a close"
  for (std::size_t k = f.at + 1; k < f.stage.chunks.size() && k < f.at + 5; ++k) {
    if (f.chunk(k).kind == ChunkKind::verb) return false;
    if (f.chunk(k).kind != ChunkKind::phrase ||
        !f.stage.grammar.is(WordClass::halt_noun, f.chunk(k).lemma))
      continue;
    const std::string& before = f.chunk(k - 1).word;
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

/// The body that "it" at chunk i stands for: of the sentence, else of the one before.
std::optional<Named> body_that_is_it(const Filler& f, std::size_t i) {
  const bool subject_of_verb =
      i + 1 < f.stage.chunks.size() && f.chunk(i + 1).kind == ChunkKind::verb;
  const bool object = i > 0 && f.chunk(i - 1).kind == ChunkKind::verb && !subject_of_verb;
  for (std::size_t k = i; k > 0; --k) {
    const Chunk& left = f.chunk(k - 1);
    if (left.kind != ChunkKind::phrase || left.pronoun || is_plural(left.head)) continue;
    // "developed a missile, but struggled to launch it": the nearest thing
    if (object) return left.party && !is_no_body(f, left) ? body_for(f.stage, i) : std::nullopt;
    // "Kenya says it began its operation": the subject before
    const bool subject = f.chunk(k).kind == ChunkKind::verb;
    if (subject && left.party && !left.party->party.iso2.empty()) return std::nullopt;
    if (left.party && left.party->party.iso2.empty()) return body_for(f.stage, i);
  }
  const auto& known = f.stage.memory.bodies;
  // "It ended without a deal": of the sentence before, not of one long ago
  if (!known.empty() && known.front().sentence + 1 < f.stage.reading.sentence) return std::nullopt;
  return body_for(f.stage, i);
}

/// "the UN team responsible for monitoring the sanctions on Chad": the panel that these words describe.
std::optional<Named> watches_sanctions(const Filler& f, std::size_t i) {
  constexpr std::size_t kFar = 9;
  const Chunk& c = f.chunk(i);
  if (!is_body_noun(f.stage.grammar, c.lemma) || !c.owner || is_plural(c.head)) return std::nullopt;
  const Party* watcher = f.stage.grammar.body_roles().watcher_of(c.owner->party.name);
  if (watcher == nullptr) return std::nullopt;
  bool watches = false;
  for (std::size_t k = i + 1; k < f.stage.chunks.size() && k < i + kFar; ++k) {
    const Chunk& next = f.chunk(k);
    if (is_word(next, ",") || is_word(next, ";") || is_word(next, "--")) break;
    if (watches && next.kind == ChunkKind::phrase && next.item_class == "measure")
      return Named{*watcher, c.span};
    watches =
        watches || f.stage.grammar.is(WordClass::watch, next.lemma) ||
        (next.kind == ChunkKind::phrase && f.stage.grammar.any_is(WordClass::watch, next.before));
  }
  return std::nullopt;
}

/// "a special commission, UNSCOM", "a new regime …, named the Monitoring Team"
std::optional<Named> named_later(const Filler& f, std::size_t i) {
  const auto is_body = [&](std::size_t k) {
    return k < f.stage.chunks.size() && f.chunk(k).kind == ChunkKind::phrase && f.chunk(k).party &&
           f.chunk(k).party->party.iso2.empty() && !f.chunk(k).person;
  };
  if (i + 2 < f.stage.chunks.size() && f.chunk(i + 1).kind == ChunkKind::word &&
      f.chunk(i + 1).word == "," && is_body(i + 2)) {
    return f.chunk(i + 2).party;
  }
  if (i + 3 < f.stage.chunks.size() && is_word(f.chunk(i + 1), ",") &&
      is_word(f.chunk(i + 3), ",") && f.chunk(i + 2).kind == ChunkKind::phrase && i + 3 < f.at) {
    if (auto name = proper_name(f, i + 2))
      return name;  // "The EU's mission, Aspides, was launched"
  }
  for (std::size_t k = i + 1; k + 1 < f.stage.chunks.size(); ++k) {
    const Chunk& c = f.chunk(k);
    const bool finite =
        c.kind == ChunkKind::verb && (c.voice == Voice::active || c.voice == Voice::passive);
    if (finite && k != f.at && c.lemma != "name" && c.lemma != "call" && c.lemma != "know")
      return std::nullopt;
    if (c.kind == ChunkKind::verb &&
        (c.lemma == "name" || c.lemma == "call" || c.lemma == "dub" || c.lemma == "know")) {
      for (std::size_t m = k + 1; m < f.stage.chunks.size() && m < k + 3; ++m) {
        if (is_body(m)) return f.chunk(m).party;
      }
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<Claim> body_event(Filler& f) {
  if (f.frame.id == "found.begin") {
    const auto& work = get(f.roles, "work");
    const bool works = !work.empty() && (f.chunk(work.front()).lemma == "work" ||
                                         f.chunk(work.front()).lemma == "operation");
    if (!works) return f.refuse("no work begun");
  }
  if (f.frame.id == "end.cease" && !ceases(f)) return f.refuse("nothing ceases");
  if (f.frame.id == "end.put" && !puts_end(f)) return f.refuse("no end");
  if (f.frame.id == "end.close" && !closes_doors(f))
    return f.refuse("nothing of its own is closed");
  if (f.frame.id == "found.come" && !comes_into_being(f)) return f.refuse("nothing begins");
  if (f.frame.id == "found.noun" && is_formation(f)) return f.refuse("a formation");
  if (f.frame.id == "found.verb" && flies_off(f)) return f.refuse("what flies is launched");
  if (f.frame.id == "end.replace" && !replaces_body(f)) return f.refuse("no body takes over");
  std::vector<std::size_t> bodies = get(f.roles, "body");
  // "The panel dissolved": but nothing establishes or creates itself
  const bool by_itself = f.trigger().lemma != "establish" && f.trigger().lemma != "create" &&
                         f.trigger().lemma != "found";
  if (bodies.empty() && f.trigger().voice == Voice::active && by_itself)
    bodies = f.sides.of("subj");
  // "put an end to the panel": the end is not what ends
  if (f.frame.id == "end.put" && !f.sides.of("to").empty() && !bodies.empty() &&
      !f.chunk(bodies.front()).party && f.chunk(bodies.front()).item_class.empty())
    bodies = f.sides.of("to");
  // "supports efforts to end it": a war, more often than a body
  if (f.frame.id == "end.verb" && f.trigger().lemma == "end" &&
      f.trigger().voice == Voice::infinitive && !bodies.empty() && f.chunk(bodies.front()).pronoun)
    return f.refuse("nothing named ends");
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
    body = short_name(f, i);
    if (body) break;
    if (i >= 2 && !f.chunk(i).definite && !f.chunk(i).party &&
        f.chunk(i - 1).kind == ChunkKind::word &&
        (f.chunk(i - 1).word == "--" || f.chunk(i - 1).word == ",")) {
      // "the MSMT—an organization formed in 2024", "by IRINI alone, a mission set up in 2020"
      std::size_t named = i - 2;
      while (named > 0 && f.chunk(named).kind == ChunkKind::word &&
             mark_of(f.chunk(named)) == "adv")
        --named;
      if (f.chunk(named).kind == ChunkKind::phrase) body = body_named_by(f, named);
    }
    if (!body) body = body_named_by(f, i);
    if (!body) body = long_name(f, i);
  }
  // "mandate", "set" and the like say nothing of a body without one
  if (!body || !body->party.iso2.empty()) return f.refuse("no body");
  Claim claim = f.start(f.frame.type);
  set_party(claim, &Claim::actor, "actor", body);
  std::vector<Claim> out{claim};
  if (auto members = founders(f, *body)) out.push_back(std::move(*members));
  return out;
}

std::optional<Named> long_name(const Filler& f, std::size_t i) {
  // "the International Coalition for the Return of Children, which was set up in 2024"
  if (i < 2 || f.chunk(i - 1).kind != ChunkKind::word) return std::nullopt;
  const std::string& link = f.chunk(i - 1).word;
  if (link != "for" && link != "of" && link != "on" && link != "against") return std::nullopt;
  const Chunk& head = f.chunk(i - 2);
  const std::string_view noun = f.stage.doc.text(head.head_span);
  const bool capital = !noun.empty() && noun.front() >= 'A' && noun.front() <= 'Z';
  const std::string_view behind = f.stage.doc.text(f.chunk(i).span);
  const std::string_view before = head.before;
  const std::string_view first = f.stage.doc.text(head.span);
  // "the Regional Grouping of Forces": a name by its capitals
  const std::size_t article = first.starts_with("the ") || first.starts_with("The ") ? 4 : 0;
  const bool name = link == "of" && !before.empty() && article < first.size() &&
                    first[article] >= 'A' && first[article] <= 'Z' && behind.front() >= 'A' &&
                    behind.front() <= 'Z' && !f.chunk(i).party && head.quantity == nullptr;
  if (head.kind != ChunkKind::phrase || !capital || (head.item_class != "body" && !name))
    return std::nullopt;
  const Span span{head.span.begin, f.chunk(i).span.end};
  return Named{{strip_article(quote(f.stage.doc, span)), ""}, span};
}

std::optional<Named> body_named_by(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  if (c.pronoun) return c.head == "it" ? body_that_is_it(f, i) : std::nullopt;
  if (is_no_body(f, c)) return std::nullopt;
  if (c.owner && f.stage.grammar.is(WordClass::mission, c.lemma)) {
    if (auto later = named_later(f, i)) return later;  // not the body that runs the mission
  }
  if (auto watcher = watches_sanctions(f, i)) return watcher;
  auto body = party_of(f.stage, i);
  if (body && body->party.iso2.empty()) return body;
  // "the mandate of the Panel of Experts": what ends with its mandate
  const bool life = f.frame.type == "dissolution" && f.stage.grammar.is(WordClass::life, c.lemma);
  if (life && c.of_party && c.of_party->party.iso2.empty()) return c.of_party;
  if (life && c.owner && c.owner->party.iso2.empty() && c.owner->party.name.size() > 3)
    return c.owner;
  if (life && c.owner) return body_for(f.stage, i);
  if (life && c.of_class == "body")  // "to end the work of a panel of experts"
    return Named{{strip_article(quote(f.stage.doc, c.of)), ""}, c.of};
  if (auto later = named_later(f, i)) return later;
  if (c.item_class == "body") {
    // an unnamed body keeps its own words: "a Libya arms embargo panel"
    auto named = body_of(c);
    if (named && c.item_id != "monitoring-mechanism") return named;
    const std::string text = quote(f.stage.doc, c.span);
    if (!c.before.empty()) return Named{{strip_article(text), ""}, c.span};
    return std::nullopt;
  }
  if (body) return std::nullopt;  // a state is not set up or disbanded
  // a name that no list has: "the Warsaw Pact"
  const auto& tokens = f.stage.reading.tokens;
  std::size_t capitals = 0;
  for (std::size_t t = c.first + (c.definite ? 1 : 0); t < c.last; ++t) {
    // "the Regional Grouping of Forces"
    const bool small = capitals > 0 && t + 1 < c.last && tokens[t].span.size() <= 3;
    if (!tokens[t].capital && !small) return std::nullopt;
    if (tokens[t].capital) ++capitals;
  }
  if (capitals < 2 || !c.definite || c.weapon != nullptr) return std::nullopt;
  return Named{{strip_article(quote(f.stage.doc, c.span)), ""}, c.span};
}

bool is_no_body(const Filler& f, const Chunk& c) {
  // "the Boer War", "President Ana Sol"; "assault groups" are no one body
  const bool several = c.item_class == "body" && is_plural(c.head) && c.names.empty();
  // "Operation UNIFIER" is written like a person's name
  const bool person = c.person && !f.stage.grammar.any_is(WordClass::mission, c.before);
  return person || several || f.stage.grammar.is(WordClass::no_body, c.lemma);
}

std::string strip_article(std::string text) {
  for (const std::string_view article : {"The ", "the ", "A ", "a ", "An ", "an "}) {
    if (text.starts_with(article)) return text.substr(article.size());
  }
  return text;
}

}  // namespace msmt
