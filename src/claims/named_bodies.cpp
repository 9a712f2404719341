/// Which body a phrase names: by its name, by "it", or by a name that stands further on.
///
///     "a special commission, UNSCOM, was set up"   UNSCOM
#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/fill_bodies.hpp"
#include "claims/fill_limits.hpp"
#include "claims/fill_sanctions.hpp"
#include "claims/filler.hpp"
#include "claims/party_words.hpp"

namespace msmt {

namespace {

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
  // "a UN sanctions panel", "a Security Council panel"; not "the UN human rights panel"
  const auto& tokens = f.stage.reading.tokens;
  const bool bare = c.last > c.first + 1 && tokens[c.last - 2].span.begin < c.owner->span.end;
  if (c.lemma == "panel" && (bare || c.before.ends_with("sanctions")))
    return Named{*watcher, c.span};
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

/// "the mandate of the UN Panel of Experts watching Chad": the body with a name that begins the words of `of`.
std::optional<Named> body_inside(const Filler& f, Span of) {
  constexpr std::size_t kArticle = 4;
  for (const Mention& mention : f.stage.reading.mentions) {
    const auto* body = std::get_if<Organization>(&mention.value);
    if (body != nullptr && mention.span.begin >= of.begin &&
        mention.span.begin <= of.begin + kArticle && mention.span.end <= of.end)
      return Named{{body->name, ""}, mention.span};
  }
  return std::nullopt;
}

/// "a special commission, UNSCOM", "a new regime …, named the Monitoring Team"
std::optional<Named> named_later(const Filler& f, std::size_t i) {
  const auto is_body = [&](std::size_t k) {
    return k < f.stage.chunks.size() && f.chunk(k).kind == ChunkKind::phrase && f.chunk(k).party &&
           f.chunk(k).party->party.iso2.empty() && !f.chunk(k).person;
  };
  // "its mission in Niger, MISAHEL,"
  const bool placed =
      i + 2 < f.stage.chunks.size() && is_word(f.chunk(i + 1), "in") && f.chunk(i + 2).country_head;
  const std::size_t comma = placed ? i + 3 : i + 1;
  if (comma + 1 < f.stage.chunks.size() && is_word(f.chunk(comma), ",") && is_body(comma + 1))
    return f.chunk(comma + 1).party;
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

/// "the naval mission Sophia", "the mission Coastwatch": the name behind the noun for a mission.
std::optional<Named> name_of_mission(const Filler& f, const Chunk& c) {
  const auto& tokens = f.stage.reading.tokens;
  std::size_t begin = c.last;
  while (begin > c.first && tokens[begin - 1].capital) --begin;
  const bool flies = c.before.find("space") != std::string::npos ||
                     c.before.find("satellite") != std::string::npos;
  if (begin == c.last || begin <= c.first || flies || c.party || c.pronoun ||
      c.quantity != nullptr || !f.stage.grammar.is(WordClass::mission, tokens[begin - 1].folded))
    return std::nullopt;
  const Span span{tokens[begin].span.begin, tokens[c.last - 1].span.end};
  return Named{{quote(f.stage.doc, span), ""}, span};
}

/// "Sahara Watch was founded": what reads as the name of a person and is founded is a body.
std::optional<Named> founded_name(const Filler& f, const Chunk& c) {
  const bool founds =
      f.frame.id == "found.verb" &&
      (f.trigger().voice == Voice::passive || f.trigger().voice == Voice::participle) &&
      (f.trigger().head == "founded" || f.trigger().head == "established");
  const bool name = c.person && c.party && c.party->party.iso2.empty() && c.quantity == nullptr;
  return founds && name ? c.party : std::nullopt;
}

}  // namespace

std::optional<Named> mission_by_place(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  const bool placed = is_word(f.chunk(i + 1), "in") && f.chunk(i + 2).country_head;
  if (c.kind != ChunkKind::phrase || c.party || is_plural(c.head) || !placed ||
      (c.lemma != "mission" && c.lemma != "force" && c.lemma != "operation"))
    return std::nullopt;
  // "The EU launched a mission in Armenia": whose who launches it is
  auto owner = c.owner ? owner_of(f.stage, i) : f.party("founder");
  if (!owner || !owner->party.iso2.empty() || owner->party.name.empty()) return std::nullopt;
  const Span span{c.span.begin, f.chunk(i + 2).span.end};
  if (c.owner && !is_owner_pronoun(c.owner->party.name))
    return Named{{strip_article(quote(f.stage.doc, span)), ""}, span};
  // "ECOWAS ended its mission in Liberia"
  const Span rest{c.head_span.begin, span.end};
  std::string name = owner->party.name;
  for (const Mention& mention : f.stage.reading.mentions) {
    const auto* body = std::get_if<Organization>(&mention.value);
    if (body != nullptr && body->name == owner->party.name) name = quote(f.stage.doc, mention.span);
  }
  return Named{{name + " " + quote(f.stage.doc, rest), ""}, rest};
}

std::optional<Named> long_name(const Filler& f, std::size_t i) {
  // "the International Coalition for the Return of Children, which was set up in 2024"
  if (i < 2 || f.chunk(i - 1).kind != ChunkKind::word) return std::nullopt;
  const std::string& link = f.chunk(i - 1).word;
  if (link != "for" && link != "of" && link != "on" && link != "against") return std::nullopt;
  const Chunk& head = f.chunk(i - 2);
  const std::string_view noun = f.stage.doc.words(head.head_span);
  const bool capital = !noun.empty() && noun.front() >= 'A' && noun.front() <= 'Z';
  const std::string_view behind = f.stage.doc.words(f.chunk(i).span);
  const std::string_view before = head.before;
  const std::string_view first = f.stage.doc.words(head.span);
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

std::optional<Named> body_described(const Filler& f) {
  const Chunk& trigger = f.trigger();
  if (trigger.voice != Voice::participle && trigger.voice != Voice::gerund) return std::nullopt;
  bool parted = false;  // by a comma or a dash, as an aside is
  for (std::size_t k = f.at; k > 0; --k) {
    const Chunk& left = f.chunk(k - 1);
    if (is_finite(left) || is_word(left, ";") || is_word(left, "that")) return std::nullopt;
    parted = parted || is_word(left, ",") || is_word(left, "--") || is_word(left, "(");
    const bool body = left.kind == ChunkKind::phrase && left.party && !left.person &&
                      left.party->party.iso2.empty();
    if (body && parted) return left.party;
  }
  return std::nullopt;
}

std::optional<Named> body_named_by(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  if (c.pronoun) return c.head == "it" ? body_that_is_it(f, i) : std::nullopt;
  if (auto founded = founded_name(f, c)) return founded;
  if (is_no_body(f, c)) return std::nullopt;
  if (auto mission = name_of_mission(f, c)) return mission;
  if (c.owner && f.stage.grammar.is(WordClass::mission, c.lemma)) {
    if (auto later = named_later(f, i)) return later;  // not the body that runs the mission
  }
  if (auto watcher = watches_sanctions(f, i)) return watcher;
  // "The MSMT team was set up"
  if (c.owner && c.owner_bare && is_body_noun(f.stage.grammar, c.lemma) &&
      names_body(c, {"monitoring body", "expert panel"}))
    return c.owner;
  auto body = party_of(f.stage, i);
  if (body && body->party.iso2.empty()) return body;
  // "the mandate of the Panel of Experts": what ends with its mandate
  const bool life = f.frame.type == "dissolution" && f.stage.grammar.is(WordClass::life, c.lemma);
  if (life) {
    if (auto inside = body_inside(f, c.of)) return inside;
    if (i + 2 < f.stage.chunks.size() && is_word(f.chunk(i + 1), "of"))
      return body_named_by(f, i + 2);
  }
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
