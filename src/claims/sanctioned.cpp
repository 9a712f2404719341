/// Who is sanctioned by a phrase, by a name or by the words for those who have none.
///
///     "the assets of two Syrian ministers"   "Syrian ministers"
///     "two firms based in Dubai"             "firms based in Dubai"
#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/fill_sanctions.hpp"
#include "claims/filler.hpp"
#include "claims/party_questions.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

bool can_be_sanctioned(const Filler& f, const Chunk& c) {
  return f.stage.grammar.is(WordClass::sanctioned, c.lemma);
}

bool is_frozen(const Filler& f, const Chunk& c) {
  const bool somebodys = !c.of.empty() || c.owner;
  return c.lemma == "asset" || ((c.lemma == "fund" || c.lemma == "account") && somebodys &&
                                f.trigger().lemma == "freeze");
}

std::string described(const Filler& f, std::size_t first, std::size_t last, bool modifiers) {
  const Chunk& c = f.chunk(first);
  const std::string name = item_of(f.stage, c).name;
  // the item's name leaves its owner out: "two Russian vessels"
  Span span{c.span.begin, f.chunk(last).span.end};
  for (std::size_t t = c.first; t < c.last; ++t) {
    span.begin = f.stage.reading.tokens[t].span.begin;
    if (f.stage.doc.words({span.begin, c.span.end}).size() <= name.size()) break;
  }
  if (!c.of.empty()) span.begin = c.head_span.begin;  // "captains of five tankers"
  if (c.owner && c.owner->span.begin >= c.span.begin && c.owner->span.begin < span.begin &&
      c.owner_is_adjective)
    span.begin = c.owner->span.begin;
  if (!modifiers) return quote(f.stage.doc, span);
  std::size_t k = last + 1;
  const bool listed = first >= 1 && ends_clause(f.chunk(first - 1)) && first >= 2 &&
                      can_be_sanctioned(f, f.chunk(first - 2));
  const auto noun_at = [&](std::size_t i) {
    return i < f.stage.chunks.size() && f.chunk(i).kind == ChunkKind::phrase && !f.chunk(i).pronoun;
  };
  while (k + 1 < f.stage.chunks.size()) {
    const Chunk& next = f.chunk(k);
    std::size_t to = 0;
    // "a spokesman for the Taliban"
    const bool speaks_for = k == last + 1 && is_word(next, "for") && c.item_class == "speaker" &&
                            noun_at(k + 1) && f.chunk(k + 1).party;
    if (speaks_for || (next.kind == ChunkKind::word && (next.word == "of" || next.word == "in") &&
                       noun_at(k + 1))) {
      to = k + 1;
    } else {
      const bool after = k + 2 < f.stage.chunks.size() && noun_at(k + 2);
      const Chunk& link = f.chunk(k + 1);
      // "supporting arms procurement"
      if (k != f.at && next.voice == Voice::gerund && noun_at(k + 1)) to = k + 1;
      // "linked to the group", "based in Dubai"
      const bool participle = k != f.at &&
                              (next.voice == Voice::participle || next.voice == Voice::gerund) &&
                              link.kind == ChunkKind::word && link.word != "by" &&
                              link.word != "," && link.word != "for";
      // "who launder money"
      const bool relative = !listed && next.kind == ChunkKind::word &&
                            (next.word == "who" || next.word == "that") &&
                            link.voice == Voice::active;
      if (after && (participle || relative)) to = k + 2;
      // "that trade in jet fuel"
      if (!after && relative && k + 3 < f.stage.chunks.size() && noun_at(k + 3) &&
          f.chunk(k + 2).kind == ChunkKind::word && is_preposition(f.chunk(k + 2).word))
        to = k + 3;
    }
    if (to == 0) break;
    k = to + 1;
    // "in China, Laos and Vietnam"
    while (k + 1 < f.stage.chunks.size() && ends_clause(f.chunk(k)) && f.chunk(k).word != ";" &&
           noun_at(k + 1) && f.chunk(k + 1).country_head && f.chunk(to).country_head) {
      to = k + 1;
      k = to + 1;
    }
    span.end = f.chunk(to).span.end;
  }
  return quote(f.stage.doc, span);
}

std::optional<Named> sanctioned(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  if (is_frozen(f, c)) {
    // "the assets of three firms", "Sberbank's assets"
    const auto whose = c.of_party ? c.of_party : owner_of(f.stage, i);
    const bool theirs = whose && c.of.contains(whose->span) && whose->span.end < c.of.end &&
                        !whose->party.iso2.empty();
    if (c.of_party && !theirs) return c.of_party;
    if (theirs) {
      // "the assets of two Syrian ministers": theirs, not the state's
      Span who = c.of;
      for (const Mention& mention : f.stage.reading.mentions) {
        if (std::holds_alternative<Quantity>(mention.value) && c.of.contains(mention.span))
          who.begin = whose->span.begin;
      }
      return Named{{quote(f.stage.doc, who), ""}, who};
    }
    if (auto owner = owner_of(f.stage, i)) return owner;
    // "the assets of nine groups"
    if (c.of.empty() && i + 2 < f.stage.chunks.size() && is_word(f.chunk(i + 1), "of") &&
        f.chunk(i + 2).kind == ChunkKind::phrase && is_plural(f.chunk(i + 2).head) &&
        can_be_sanctioned(f, f.chunk(i + 2)))
      return Named{{described(f, i + 2, i + 2), ""}, f.chunk(i + 2).span};
    if (c.of.empty()) return std::nullopt;
    const Span who = without_count(f.stage, c, c.of);
    return Named{{quote(f.stage.doc, who), ""}, who};
  }
  if (c.person && c.party) return c.party;
  // "The lender has no ties to it. The Treasury sanctioned it": the bank or firm that was named last
  if (c.pronoun && c.head == "it" && i > f.at && !f.stage.memory.bodies.empty()) {
    constexpr std::size_t kBefore = 2;  // sentences
    const Body& last = f.stage.memory.bodies.front();
    if ((last.kind == "bank" || last.kind == "company") &&
        last.sentence + kBefore >= f.stage.reading.sentence)
      return Named{last.named.party, c.span};
  }
  // "executives of the firm Redlepus": they, and not the firm
  const bool theirs = c.of_party && !c.party && is_plural(c.head) && can_be_sanctioned(f, c) &&
                      !f.stage.grammar.is(WordClass::firm, c.lemma);
  if (theirs) return Named{{described(f, i, i), ""}, c.span};
  if (auto name = name_beside(f.stage, i)) return name;
  const bool single = c.quantity == nullptr && !is_plural(c.head);
  // "its director, Khin Phyu Win", "a front company, Asia Sun", "the minister for energy, Ivan Petrov"
  std::size_t comma = i + 1;
  while (comma + 2 < f.stage.chunks.size() && f.chunk(comma + 1).kind == ChunkKind::phrase &&
         (is_word(f.chunk(comma), "for") || is_word(f.chunk(comma), "of")))
    comma += 2;
  const bool reports = comma + 2 < f.stage.chunks.size() &&
                       f.chunk(comma + 2).kind == ChunkKind::verb &&
                       !f.stage.grammar.cue("governor", f.chunk(comma + 2).lemma).empty();
  if (!c.party && single && !reports && comma + 1 < f.stage.chunks.size() &&
      f.chunk(comma).word == "," && f.chunk(comma + 1).kind == ChunkKind::phrase &&
      f.chunk(comma + 1).party && f.chunk(comma + 1).party->party.iso2.empty() && !c.pronoun) {
    return f.chunk(comma + 1).party;
  }
  if (auto name = name_behind_noun(f, c)) return name;
  if (const auto names = renamed_by(f, i); names.size() == 1) return proper_name(f, names.front());
  if (c.party) return c.party;
  if (c.definite && single && !c.owner && c.of.empty() && c.first + 2 == c.last &&
      (c.lemma == "group" || f.stage.grammar.is(WordClass::armed_body, c.lemma))) {
    if (auto body = party_of(f.stage, i)) return body;  // "put the group on its list"
  }
  // "sanctioned the company as well": the one that was spoken of
  if (auto firm = c.last == c.first + 2 && i > f.at ? firm_spoken_of(f.stage, i) : std::nullopt)
    return Named{firm->party, c.span};
  const auto& last = f.stage.memory.sanction;
  const bool again = c.last == c.first + 2 && c.definite && i > f.at && last && last->target &&
                     last->target->iso2.empty() && f.stage.told_just_before(*last) &&
                     f.stage.grammar.is(WordClass::firm, c.lemma) &&
                     last->target->name.front() >= 'A' && last->target->name.front() <= 'Z';
  if (again) return Named{*last->target, c.span};
  if (can_be_sanctioned(f, c) && !c.pronoun) return Named{{described(f, i, i), ""}, c.span};
  if (auto party = party_of(f.stage, i)) return party;
  if (auto name = name_at_end(f, c)) return name;
  if (c.owner && c.item_class != "deed") return owner_of(f.stage, i);
  // "put Naura Technology on its list": a name that ends in the word for some goods
  if (auto name = c.item_class.empty() ? std::nullopt : capital_name(f, c)) return name;
  if (c.quantity == nullptr && !c.pronoun && c.item_class.empty()) {
    const Item named = item_of(f.stage, c);
    if (!named.name.empty() && named.name[0] >= 'A' && named.name[0] <= 'Z')
      return Named{{named.name, ""}, c.span};
  }
  return std::nullopt;
}

namespace {

/// Whether words before a state's name only say whose they are: "companies based in", "captains of five"; but not
/// "firms that launder money for".
bool says_whose(std::string_view words) {
  static constexpr std::string_view kClauses[] = {" that ", " who ",  " which ",  "ing ",
                                                  " for ",  " with ", " linked ", " behind "};
  return std::none_of(std::begin(kClauses), std::end(kClauses), [&](std::string_view word) {
    return words.find(word) != std::string_view::npos;
  });
}

/// "Haitian judges", "entities from Belarus": the only state that the words for somebody name as theirs.
std::optional<Named> state_in_words(const Filler& f, std::string_view words) {
  std::optional<Named> state;
  for (const Mention& mention : f.stage.reading.mentions) {
    const auto* country = std::get_if<Country>(&mention.value);
    if (country == nullptr || country->iso2.empty()) continue;
    const std::size_t at = words.find(f.stage.doc.words(mention.span));
    if (at == std::string_view::npos || !says_whose(words.substr(0, at))) continue;
    if (state && state->party.iso2 != country->iso2) return std::nullopt;
    state = Named{{country->name, country->iso2}, mention.span};
  }
  return state;
}

/// Whether the phrase of chunk c ends in a noun for those who have no name, and in no name.
bool describes(const Filler& f, const Chunk& c) {
  const char first = f.stage.doc.words(c.head_span).front();
  return !c.person && can_be_sanctioned(f, c) && first >= 'a' && first <= 'z';
}

}  // namespace

void group_target(const Filler& f, Claim& claim) {
  if (claim.type != "sanction" || !claim.target || !claim.target->iso2.empty()) return;
  const Span span = span_of(claim, "target");
  const auto& chunks = f.stage.chunks;
  const auto c = std::find_if(chunks.begin(), chunks.end(), [&](const Chunk& chunk) {
    return chunk.kind == ChunkKind::phrase && chunk.span.overlaps(span);
  });
  const std::string words = claim.target->name;
  const bool small = words.front() >= 'a' && words.front() <= 'z';
  const bool opens = c != chunks.end() && c->first == 0 && is_plural(c->head) &&
                     can_be_sanctioned(f, *c) && fold(words).starts_with(c->head);
  const bool group = c != chunks.end() && describes(f, *c);
  auto state = small || group ? state_in_words(f, words) : std::nullopt;
  if (!state && c + 2 < chunks.end() && is_word(c[1], "from") && c[2].country_head)
    state = c[2].party;  // "40 entities from Belarus"
  if (!small && !opens && !state) return;
  claim.item = Item{words, "", "", ""};
  claim.target.reset();
  drop_spans(claim, {"target"});
  if (c != chunks.end()) add_span(claim, "item", span);
  set_party(claim, &Claim::target, "target", state);
}

}  // namespace msmt
