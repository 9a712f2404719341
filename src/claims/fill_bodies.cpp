/// Bodies that are set up and disbanded, and which body a phrase names.
#include <algorithm>
#include <array>

#include "claims/clause_words.hpp"
#include "claims/filler.hpp"
#include "claims/party_words.hpp"

namespace msmt {

std::vector<Claim> Filler::body_event() {
  if (frame_.id == "found.begin") {
    const auto& work = get(roles_, "work");
    const bool works = !work.empty() && (chunk(work.front()).lemma == "work" ||
                                         chunk(work.front()).lemma == "operation");
    if (!works) return refuse("no work begun");
  }
  if (frame_.id == "end.cease" && !ceases()) return refuse("nothing ceases");
  if (frame_.id == "end.put" && !puts_end()) return refuse("no end");
  if (frame_.id == "end.close" && !closes_doors()) return refuse("nothing of its own is closed");
  if (frame_.id == "found.come" && !comes_into_being()) return refuse("nothing begins");
  if (frame_.id == "found.noun" && is_formation()) return refuse("a formation");
  if (frame_.id == "found.verb" && flies_off()) return refuse("what flies is launched");
  if (frame_.id == "end.replace" && !replaces_body()) return refuse("no body takes over");
  std::vector<std::size_t> bodies = get(roles_, "body");
  // "The panel dissolved": but nothing establishes or creates itself
  const bool by_itself =
      trigger().lemma != "establish" && trigger().lemma != "create" && trigger().lemma != "found";
  if (bodies.empty() && trigger().voice == Voice::active && by_itself) bodies = sides_.of("subj");
  // "put an end to the panel": the end is not what ends
  if (frame_.id == "end.put" && !sides_.of("to").empty() && !bodies.empty() &&
      !chunk(bodies.front()).party && chunk(bodies.front()).item_class.empty())
    bodies = sides_.of("to");
  // "supports efforts to end it": a war, more often than a body
  if (frame_.id == "end.verb" && trigger().lemma == "end" && trigger().voice == Voice::infinitive &&
      !bodies.empty() && chunk(bodies.front()).pronoun)
    return refuse("nothing named ends");
  std::optional<Named> body;
  if (frame_.pos == "noun") {
    if (const auto owner = trigger_owner()) body = owner;
    if (body && !body->party.iso2.empty()) body.reset();
    if (!body && trigger().owner &&
        (trigger().owner->party.name == "its" || trigger().owner->party.name == "their")) {
      if (thing_before()) return refuse("of a thing that the sentence names");
      body = body_for(stage_, trigger_);
    }
    // "the expert panel's breakup" is an owner; "the MSMT launch" a name in the phrase
    if (!body) body = body_of(trigger());
    if (!body) body = body_owning();
  }
  for (const std::size_t i : bodies) {
    if (body) break;
    body = short_name(i);
    if (body) break;
    if (i >= 2 && !chunk(i).definite && !chunk(i).party && chunk(i - 1).kind == ChunkKind::word &&
        (chunk(i - 1).word == "--" || chunk(i - 1).word == ",")) {
      // "the MSMT—an organization formed in 2024", "by IRINI alone, a mission set up in 2020"
      std::size_t named = i - 2;
      while (named > 0 && chunk(named).kind == ChunkKind::word && mark_of(chunk(named)) == "adv")
        --named;
      if (chunk(named).kind == ChunkKind::phrase) body = body_named_by(named);
    }
    if (!body) body = body_named_by(i);
    if (!body) body = long_name(i);
  }
  // "mandate", "set" and the like say nothing of a body without one
  if (!body || !body->party.iso2.empty()) return refuse("no body");
  Claim claim = start(frame_.type);
  set(claim, &Claim::actor, "actor", body);
  std::vector<Claim> out{claim};
  if (auto members = founders(*body)) out.push_back(std::move(*members));
  return out;
}

bool Filler::thing_before() const {
  for (std::size_t k = trigger_; k > 1; --k) {
    const Chunk& left = chunk(k - 2);
    if (left.kind != ChunkKind::phrase || !is_finite(chunk(k - 1))) continue;
    return !left.party && !left.pronoun && left.item_class != "document" &&
           left.item_class != "speaker" && left.item_class != "body" &&
           !is_body_noun(stage_.grammar, left.lemma);
  }
  return false;
}

std::optional<Named> Filler::body_owning() const {
  // "the team's formation": a noun for a body, that was named before
  const std::string text = fold(quote(stage_.doc, trigger().span));
  std::size_t mark = text.find("'s ");
  if (mark == std::string::npos) mark = text.find("\u2019s ");
  if (mark == std::string::npos || !trigger().definite) return std::nullopt;
  const std::size_t space = text.substr(0, mark).find_last_of(' ');
  if (space == std::string::npos) return std::nullopt;
  const std::string noun = text.substr(space + 1, mark - space - 1);
  if (!stage_.grammar.is(WordClass::body, noun)) return std::nullopt;
  return body_for(stage_, trigger_);
}

std::optional<Named> Filler::short_name(std::size_t i) const {
  // "the Group of Monitors (GoM)": the name that the brackets give
  std::size_t k = i + 1;
  while (k + 1 < stage_.chunks.size() && k < i + 6 && chunk(k).kind == ChunkKind::word &&
         (chunk(k).word == "of" || chunk(k).word == "for" || chunk(k).word == "on" ||
          chunk(k).word == "against") &&
         chunk(k + 1).kind == ChunkKind::phrase)
    k += 2;
  if (k + 2 >= stage_.chunks.size() || !is_word(chunk(k), "(") || !is_word(chunk(k + 2), ")") ||
      chunk(k + 1).last != chunk(k + 1).first + 1 || chunk(i).party || is_no_body(chunk(i)))
    return std::nullopt;
  const std::string name = quote(stage_.doc, chunk(k + 1).span);
  const auto capitals = std::count_if(name.begin(), name.end(),
                                      [](char letter) { return letter >= 'A' && letter <= 'Z'; });
  if (capitals < 2) return std::nullopt;
  return Named{{name, ""}, chunk(k + 1).span};
}

std::optional<Named> Filler::long_name(std::size_t i) const {
  // "the International Coalition for the Return of Children, which was set up in 2024"
  if (i < 2 || chunk(i - 1).kind != ChunkKind::word) return std::nullopt;
  const std::string& link = chunk(i - 1).word;
  if (link != "for" && link != "of" && link != "on" && link != "against") return std::nullopt;
  const Chunk& head = chunk(i - 2);
  const std::string_view noun = stage_.doc.text(head.head_span);
  const bool capital = !noun.empty() && noun.front() >= 'A' && noun.front() <= 'Z';
  const std::string_view behind = stage_.doc.text(chunk(i).span);
  const std::string_view before = head.before;
  const std::string_view first = stage_.doc.text(head.span);
  // "the Regional Grouping of Forces": a name by its capitals
  const std::size_t article = first.starts_with("the ") || first.starts_with("The ") ? 4 : 0;
  const bool name = link == "of" && !before.empty() && article < first.size() &&
                    first[article] >= 'A' && first[article] <= 'Z' && behind.front() >= 'A' &&
                    behind.front() <= 'Z' && !chunk(i).party && head.quantity == nullptr;
  if (head.kind != ChunkKind::phrase || !capital || (head.item_class != "body" && !name))
    return std::nullopt;
  const Span span{head.span.begin, chunk(i).span.end};
  return Named{{strip_article(quote(stage_.doc, span)), ""}, span};
}

std::optional<Claim> Filler::founders(const Named& body) const {
  if (frame_.id != "found.verb" && frame_.id != "found.noun") return std::nullopt;
  const bool active = trigger().voice == Voice::active;
  Claim claim = start("membership");
  set(claim, &Claim::actor, "actor", body);
  for (std::size_t k = trigger_ + 1; k + 1 < stage_.chunks.size(); ++k) {
    // "founded the team together with ten other states", "announced its formation in Seoul, along with …"
    if (is_finite(chunk(k))) break;
    const bool with = is_word(chunk(k), "together with") || is_word(chunk(k), "along with") ||
                      is_word(chunk(k), "as well as");
    if (with && counts_states(chunk(k + 1))) set_quantity(claim, k + 1);
  }
  for (const std::size_t i : active ? sides_.of("subj") : sides_.of("by")) {
    const Chunk& c = chunk(i);
    if (counts_states(c)) {
      set_quantity(claim, i);
    } else if (c.country_head && c.party) {
      claim.members.push_back(c.party->party);
    }
  }
  if (!claim.quantity) return std::nullopt;
  return claim;
}

bool Filler::replaces_body() const {
  // "AUSSOM replaced ATMIS": a body by a body, and no firm by a firm
  if (trigger().voice == Voice::infinitive) return false;  // "was launched in May to replace it"
  const auto is_body = [&](std::string_view role) {
    const auto& list = get(roles_, role);
    if (list.size() != 1) return false;
    const Chunk& c = chunk(list.front());
    if (stage_.grammar.is(WordClass::mission, c.lemma) || c.item_class == "body") return true;
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

bool Filler::puts_end() const {
  // "put an end to the panel", "put the panel out of business", "brought the mission to a close"
  for (std::size_t k = trigger_ + 1; k < stage_.chunks.size() && k < trigger_ + 5; ++k) {
    if (chunk(k).kind == ChunkKind::verb) return false;
    if (chunk(k).kind != ChunkKind::phrase ||
        !stage_.grammar.is(WordClass::halt_noun, chunk(k).lemma))
      continue;
    const std::string& before = chunk(k - 1).word;
    const bool out = chunk(k).lemma == "business" || chunk(k).lemma == "existence";
    return out ? before == "of" || before == "out of" : k == trigger_ + 1 || before == "to";
  }
  return false;
}

bool Filler::closes_doors() const {
  // "closed its doors", "shut up shop", "packed its bags", "went out of business", "ran its course"
  for (std::size_t k = trigger_ + 1; k < stage_.chunks.size() && k < trigger_ + 4; ++k) {
    if (chunk(k).kind == ChunkKind::verb) return false;
    if (chunk(k).kind == ChunkKind::phrase)
      return stage_.grammar.is(WordClass::own_end, chunk(k).lemma);
  }
  return false;
}

bool Filler::comes_into_being() const {
  const std::size_t next = trigger_ + 2;
  return next < stage_.chunks.size() && chunk(next - 1).word == "into" &&
         (chunk(next).head == "being" || chunk(next).head == "existence" ||
          chunk(next).lemma == "operation");
}

bool Filler::is_formation() const {
  const std::string_view text = stage_.doc.text(trigger().span);
  return text.starts_with("a ") || text.starts_with("A ") || text.starts_with("an ") ||
         text.starts_with("An ");  // "a mechanized formation of the Command"
}

bool Filler::flies_off() const {
  // "It was launched near Arica and fell into the sea", "launched from a base"
  if (trigger().lemma != "launch" || trigger_ + 1 >= stage_.chunks.size()) return false;
  static constexpr std::array<std::string_view, 7> kWay = {"from",    "near", "toward", "towards",
                                                           "against", "over", "into"};
  return std::find(kWay.begin(), kWay.end(), chunk(trigger_ + 1).word) != kWay.end();
}

bool Filler::ceases() const {
  for (const std::string& verb : trigger().chain) {
    if (stage_.grammar.is(WordClass::cease, verb)) return true;
  }
  if (trigger().voice == Voice::infinitive && trigger_ > 0 &&
      chunk(trigger_ - 1).kind == ChunkKind::verb)
    return chunk(trigger_ - 1).lemma == "force";  // "was forced to close"
  const auto& what = sides_.of("obj");
  return trigger().lemma == "cease" && !what.empty() &&
         (chunk(what.front()).lemma == "operation" || chunk(what.front()).lemma == "existence" ||
          chunk(what.front()).lemma == "work");
}

std::optional<Named> Filler::body_named_by(std::size_t i) const {
  const Chunk& c = chunk(i);
  if (c.pronoun) return c.head == "it" ? body_that_is_it(i) : std::nullopt;
  if (is_no_body(c)) return std::nullopt;
  if (c.owner && stage_.grammar.is(WordClass::mission, c.lemma)) {
    if (auto later = named_later(i)) return later;  // not the body that runs the mission
  }
  auto body = party_of(stage_, i);
  if (body && body->party.iso2.empty()) return body;
  // "the mandate of the Panel of Experts": what ends with its mandate
  const bool life = frame_.type == "dissolution" && stage_.grammar.is(WordClass::life, c.lemma);
  if (life && c.of_party && c.of_party->party.iso2.empty()) return c.of_party;
  if (life && c.owner && c.owner->party.iso2.empty() && c.owner->party.name.size() > 3)
    return c.owner;
  if (life && c.owner) return body_for(stage_, i);
  if (life && c.of_class == "body")  // "to end the work of a panel of experts"
    return Named{{strip_article(quote(stage_.doc, c.of)), ""}, c.of};
  if (auto later = named_later(i)) return later;
  if (c.item_class == "body") {
    // an unnamed body keeps its own words: "a Libya arms embargo panel"
    auto named = body_of(c);
    if (named && c.item_id != "monitoring-mechanism") return named;
    const std::string text = quote(stage_.doc, c.span);
    if (!c.before.empty()) return Named{{strip_article(text), ""}, c.span};
    return std::nullopt;
  }
  if (body) return std::nullopt;  // a state is not set up or disbanded
  // a name that no list has: "the Warsaw Pact"
  const auto& tokens = stage_.reading.tokens;
  std::size_t capitals = 0;
  for (std::size_t t = c.first + (c.definite ? 1 : 0); t < c.last; ++t) {
    // "the Regional Grouping of Forces"
    const bool small = capitals > 0 && t + 1 < c.last && tokens[t].span.size() <= 3;
    if (!tokens[t].capital && !small) return std::nullopt;
    if (tokens[t].capital) ++capitals;
  }
  if (capitals < 2 || !c.definite || c.weapon != nullptr) return std::nullopt;
  return Named{{strip_article(quote(stage_.doc, c.span)), ""}, c.span};
}

bool Filler::is_no_body(const Chunk& c) const {
  // "the Boer War", "President Ana Sol"; "assault groups" are no one body
  const bool several = c.item_class == "body" && is_plural(c.head) && c.names.empty();
  // "Operation UNIFIER" is written like a person's name
  const bool person = c.person && !stage_.grammar.any_is(WordClass::mission, c.before);
  return person || several || stage_.grammar.is(WordClass::no_body, c.lemma);
}

std::optional<Named> Filler::body_that_is_it(std::size_t i) const {
  const bool subject_of_verb = i + 1 < stage_.chunks.size() && chunk(i + 1).kind == ChunkKind::verb;
  const bool object = i > 0 && chunk(i - 1).kind == ChunkKind::verb && !subject_of_verb;
  for (std::size_t k = i; k > 0; --k) {
    const Chunk& left = chunk(k - 1);
    if (left.kind != ChunkKind::phrase || left.pronoun || is_plural(left.head)) continue;
    // "developed a missile, but struggled to launch it": the nearest thing
    if (object) return left.party && !is_no_body(left) ? body_for(stage_, i) : std::nullopt;
    // "Kenya says it began its operation": the subject before
    const bool subject = chunk(k).kind == ChunkKind::verb;
    if (subject && left.party && !left.party->party.iso2.empty()) return std::nullopt;
    if (left.party && left.party->party.iso2.empty()) return body_for(stage_, i);
  }
  const auto& known = stage_.memory.bodies;
  // "It ended without a deal": of the sentence before, not of one long ago
  if (!known.empty() && known.front().sentence + 1 < stage_.reading.sentence) return std::nullopt;
  return body_for(stage_, i);
}

std::optional<Named> Filler::named_later(std::size_t i) const {
  const auto is_body = [&](std::size_t k) {
    return k < stage_.chunks.size() && chunk(k).kind == ChunkKind::phrase && chunk(k).party &&
           chunk(k).party->party.iso2.empty() && !chunk(k).person;
  };
  if (i + 2 < stage_.chunks.size() && chunk(i + 1).kind == ChunkKind::word &&
      chunk(i + 1).word == "," && is_body(i + 2)) {
    return chunk(i + 2).party;
  }
  if (i + 3 < stage_.chunks.size() && is_word(chunk(i + 1), ",") && is_word(chunk(i + 3), ",") &&
      chunk(i + 2).kind == ChunkKind::phrase && i + 3 < trigger_) {
    if (auto name = proper_name(i + 2)) return name;  // "The EU's mission, Aspides, was launched"
  }
  for (std::size_t k = i + 1; k + 1 < stage_.chunks.size(); ++k) {
    const Chunk& c = chunk(k);
    const bool finite =
        c.kind == ChunkKind::verb && (c.voice == Voice::active || c.voice == Voice::passive);
    if (finite && k != trigger_ && c.lemma != "name" && c.lemma != "call" && c.lemma != "know")
      return std::nullopt;
    if (c.kind == ChunkKind::verb &&
        (c.lemma == "name" || c.lemma == "call" || c.lemma == "dub" || c.lemma == "know")) {
      for (std::size_t m = k + 1; m < stage_.chunks.size() && m < k + 3; ++m) {
        if (is_body(m)) return chunk(m).party;
      }
    }
  }
  return std::nullopt;
}

std::string Filler::strip_article(std::string text) {
  for (const std::string_view article : {"The ", "the ", "A ", "a ", "An ", "an "}) {
    if (text.starts_with(article)) return text.substr(article.size());
  }
  return text;
}

}  // namespace msmt
