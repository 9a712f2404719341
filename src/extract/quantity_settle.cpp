// Counts that leave their noun out: "another 4,100 were wounded", "198 and 283 workers".
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "extract/is_among.hpp"
#include "extract/quantity_readers.hpp"

namespace msmt {

namespace {

double figure(const Quantity& quantity) {
  return quantity.value.value_or(quantity.high.value_or(quantity.low.value_or(0)));
}

/// Index of the first token that begins at or after a byte.
std::size_t token_from(const Scene& scene, std::size_t byte) {
  const auto it =
      std::lower_bound(scene.tokens.begin(), scene.tokens.end(), byte,
                       [](const Token& token, std::size_t at) { return token.span.begin < at; });
  return static_cast<std::size_t>(it - scene.tokens.begin());
}

std::string_view token(const Scene& scene, std::size_t index) {
  return index < scene.tokens.size() ? std::string_view(scene.tokens[index].folded)
                                     : std::string_view();
}

/// Whether only "and" or "but" (with a comma) stands between two bounds.
bool both_bound(const Scene& scene, Span before, Span after) {
  std::size_t i = token_from(scene, before.end);
  const std::size_t end = token_from(scene, after.begin);
  if (i < end && token(scene, i) == ",") ++i;
  return end == i + 1 && (token(scene, i) == "and" || token(scene, i) == "but");
}

/// Whether nothing but a joint of a list lies between two quantities: "198 and 283 workers".
bool joined(const Scene& scene, Span before, Span after) {
  std::size_t i = token_from(scene, before.end);
  const std::size_t end = token_from(scene, after.begin);
  if (i >= end || end - i > 2) return false;
  for (; i < end; ++i) {
    const std::string_view word = token(scene, i);
    if (word != "and" && word != "or" && word != "," && word != "to" && word != "then" &&
        word != "by")  // "2,064 by 2,208 pixels"
      return false;
  }
  return true;
}

Counted counted(const Scene& scene, const Quantity& quantity) {
  const auto unit = scene.vocabulary.unit(fold(quantity.unit));
  const bool noun = !unit || unit->dimension == "count" || unit->dimension == "volume";
  const auto sentence = static_cast<std::size_t>(&scene.sentence - scene.doc.sentences.data());
  constexpr double kMany = 100;  // "dozens of flights were cancelled and more than 300 delayed"
  const double most = quantity.relation == Relation::indefinite ? kMany : 1;
  return {quantity.unit, most * figure(quantity), noun, sentence, quantity.per, false};
}

bool is_time(const Scene& scene, const std::string& name) {
  const auto unit = scene.vocabulary.unit(name);
  return unit && unit->dimension == "time";
}

/// The latest count of this sentence.
const Counted* before_in_sentence(const Scene& scene, const std::vector<Counted>& before) {
  const auto sentence = static_cast<std::size_t>(&scene.sentence - scene.doc.sentences.data());
  return before.empty() || before.back().sentence != sentence ? nullptr : &before.back();
}

/// "the number of fighters", "how many missiles": a noun that figures are given for.
void add_announced(const Scene& scene, std::size_t from, std::size_t to,
                   std::vector<Counted>& into) {
  for (std::size_t i = from; i + 2 < to; ++i) {
    const std::string_view first = word_at(scene, i);
    const std::string_view second = word_at(scene, i + 1);
    const bool number_of =
        (first == "number" || first == "toll" || first == "total") && second == "of";
    if (!number_of && !(first == "how" && second == "many")) continue;
    const CountedNoun noun = counted_noun(scene, {i + 2, std::min(i + 8, to)});
    if (noun.unit.empty() || noun.measured) continue;
    Quantity quantity;
    quantity.unit = noun.unit;
    Counted announced = counted(scene, quantity);
    announced.value = std::numeric_limits<double>::infinity();
    into.push_back(announced);
  }
}

/// Whether a figure is set against one before it: "down from 48", "off 0.45", "to 8.4".
bool is_compared(const Scene& scene, std::size_t byte) {
  static constexpr std::array<std::string_view, 10> kSet = {
      "from", "to", "against", "at", "and", "than", "versus", "off", "by", "with"};
  const std::size_t first = token_from(scene, byte);
  return first > 0 && std::find(kSet.begin(), kSet.end(), token(scene, first - 1)) != kSet.end();
}

/// "9.94 seconds, 0.02 off her best", "212 pence, up 3.5", "154 yen, 10 more than in May": set beside
/// the measure that a comma parts it from.
bool is_beside(const Scene& scene, Span span) {
  static constexpr std::array<std::string_view, 8> kAfter = {"more",  "less", "fewer",  "higher",
                                                             "lower", "off",  "longer", "faster"};
  const std::size_t first = token_from(scene, span.begin);
  const std::string_view next = token(scene, token_from(scene, span.end));
  if (first < 2) return false;
  const std::string_view before = token(scene, first - 1);
  if (before == "," && is_among(next, kAfter)) return true;
  return (before == "up" || before == "down") && token(scene, first - 2) == ",";
}

/// "200,000 subscribers, against the gain of 2.5 million": a figure that is like the one before it,
/// whatever its size.
bool is_set_against(const Scene& scene, std::size_t byte) {
  std::size_t i = token_from(scene, byte);
  const auto before = [&] { return i == 0 ? std::string_view() : token(scene, i - 1); };
  if (before() == "of" && i > 1 && scene.vocabulary.figure(token(scene, i - 2), kChange)) i -= 2;
  if (scene.vocabulary.is(before(), kDeterminer)) --i;
  if (before() == "with" && i > 1) return token(scene, i - 2) == "compared";
  return before() == "against" || before() == "versus" || before() == "from";
}

/// "wounded 44", "44 were wounded": a count of people who came to harm.
bool is_harmed(const Scene& scene, Span span) {
  static constexpr std::array<std::string_view, 8> kHarm = {
      "wounded", "wounding", "injured", "injuring", "hurt", "killed", "killing", "missing"};
  const std::size_t first = token_from(scene, span.begin);
  const std::size_t after = token_from(scene, span.end);
  return (first > 0 && is_among(token(scene, first - 1), kHarm)) ||
         is_among(token(scene, after), kHarm) || is_among(token(scene, after + 1), kHarm);
}

/// The latest count that this one can be a part of, else the latest of all; of this sentence first.
/// harmed: it counts people who came to harm, and is like others of its sentence, however few these are.
/// compared: measures count as well, "3.9 percent, down from 48"; so do those of millions.
/// others: "150 others" are like those counted last, whatever the text gave the number of.
const Counted* taken_over(const Scene& scene, const std::vector<Counted>& before, double value,
                          bool of_them, bool compared, bool set_against, bool others, bool harmed) {
  constexpr double kMillion = 1e6;
  const auto sentence = static_cast<std::size_t>(&scene.sentence - scene.doc.sentences.data());
  constexpr double kFarLess = 10;  // "two diplomats said that 600 were killed"
  if (harmed) {
    // "Three Kenyans and one Nepali were killed and 18 wounded": of whatever kind
    const Counted* hurt = nullptr;
    bool mixed = false;
    for (const Counted& it : before) {
      if (it.sentence != sentence) continue;
      mixed = mixed || (it.noun && !before.empty() && it.unit != before.back().unit);
      if (it.harmed) hurt = &it;
    }
    if (hurt != nullptr && !mixed) return hurt;
  }
  if (set_against && !before.empty() && before.back().sentence == sentence && before.back().noun) {
    return &before.back();
  }
  const auto find = [&](bool here, bool whole) -> const Counted* {
    for (std::size_t k = before.size(); k > 0; --k) {
      const Counted* it = &before[k - 1];
      const bool fits = (it->sentence == sentence) == here && it->sentence + 3 > sentence &&
                        (it->noun || (here && !of_them && compared) ||
                         (value >= kMillion && it->value >= kMillion)) &&
                        it->value * (whole ? 1 : kFarLess) >= value;
      if (fits) return it;
    }
    return nullptr;
  };
  const auto like = std::find_if(before.rbegin(), before.rend(), [&](const Counted& it) {
    return it.sentence == sentence && it.noun && !std::isinf(it.value) &&
           it.value * kFarLess >= value;
  });
  if (others && like != before.rend()) return &*like;
  if (const Counted* found = find(true, true)) return found;
  const Counted* earlier = find(false, true);
  const bool announced = earlier != nullptr && std::isinf(earlier->value);
  if (announced) return earlier;
  if (const Counted* found = find(true, false)) return found;
  return earlier != nullptr ? earlier : find(false, false);
}

/// "workers, thousands of whom", "a drone, 6,000 of which": the noun that the clause is about.
std::string noun_before_clause(const Scene& scene, std::size_t byte) {
  std::size_t i = token_from(scene, byte);
  if (i == 0 || token(scene, i - 1) != ",") return {};
  if (i < 2) return {};
  const Token& head = scene.tokens[i - 2];
  constexpr std::uint32_t kOthers = kAnyVerb | kAdverb | kAdjective | kPronoun | kDeterminer;
  const std::uint32_t kinds = scene.vocabulary.kinds(head.folded);
  const bool noun = is_plural(head.folded) || (kinds & kNoun) != 0 || (kinds & kOthers) == 0;
  return head.kind == TokenKind::word && !head.capital && noun ? singular(head.folded)
                                                               : std::string();
}

/// "Its workers are needed too: 8,000 were hired": the plural before the first "be" of the clause before the colon.
std::string subject_before_colon(const Scene& scene, std::size_t colon) {
  for (std::size_t i = 1; i < colon; ++i) {
    if (!scene.vocabulary.is(token(scene, i), kBe)) continue;
    const Token& noun = scene.tokens[i - 1];
    const bool subject = noun.kind == TokenKind::word && is_plural(noun.folded) && !noun.capital &&
                         !scene.vocabulary.is(noun.folded, kAnyVerb | kAdverb | kPronoun);
    if (subject) return singular(noun.folded);  // and not "Peru" of "Peru's workers"
  }
  return {};
}

/// "Containers: more than 28,000", "Ballistic missiles: 148 by January": the noun of a list's line.
std::string noun_of_heading(const Scene& scene, std::size_t byte) {
  constexpr std::size_t kLongest = 14;  // tokens
  const std::size_t end = std::min(token_from(scene, byte), scene.tokens.size());
  for (std::size_t i = 1; i < std::min(end, kLongest); ++i) {
    if (token(scene, i) != ":") continue;
    const Token& head = scene.tokens[i - 1];
    const bool plural = head.kind == TokenKind::word && is_plural(head.folded) && !head.upper;
    return plural ? singular(head.folded) : subject_before_colon(scene, i);
  }
  return {};
}

/// "tested the missile and had 72 of them crushed": the class of weapon that stands before.
std::string weapon_before(const Scene& scene, std::size_t byte) {
  std::string unit;
  for (const Mention& mention : scene.mentions) {
    if (mention.span.end > byte || !std::holds_alternative<Weapon>(mention.value)) continue;
    const Token& last = scene.tokens[token_from(scene, mention.span.end) - 1];
    if (last.kind == TokenKind::word && !last.capital && !last.glued) unit = singular(last.folded);
  }
  return unit;
}

/// "three 5,000-ton destroyers": what is counted stands behind its measure.
std::string noun_behind(const Scene& scene, std::size_t byte) {
  std::size_t first = 0;
  while (first < scene.items.size() && scene.items[first].span.begin < byte) ++first;
  constexpr std::size_t kLongest = 5;
  const std::size_t end = std::min(first + kLongest, scene.items.size());
  const CountedNoun noun = counted_noun(scene, {first, end});
  const bool plural = !noun.items.empty() && is_plural(word_at(scene, noun.items.end - 1));
  return plural && !noun.measured ? noun.unit : std::string();
}

/// "40 of them children": the noun follows the pronoun.
std::string noun_after_them(const Scene& scene, std::size_t index) {
  if (index + 1 > scene.tokens.size()) return {};
  const std::string_view word = token(scene, index);
  const std::string_view next = token(scene, index + 1);
  const bool ends = next.empty() || next == "," || next == "." || next == ";" || next == "and";
  return ends && is_plural(word) && !scene.vocabulary.is(word, kAdverb) ? singular(word)
                                                                        : std::string();
}

/// "27.3 points and 8.1 assists per game": a rate that both have; not one of time or of money, nor "3
/// trucks and 40 tonnes per truck".
void take_rate(const Scene& scene, Quantity& quantity, const Mention& next) {
  const auto& other = std::get<Quantity>(next.value);
  if (other.per.empty() || quantity.unit.empty() || quantity.unit == other.per) return;
  const auto unit = scene.vocabulary.unit(fold(quantity.unit));
  if ((unit && unit->dimension == "money") || is_time(scene, other.per)) return;
  quantity.per = other.per;
}

/// "more than 10 but fewer than 20 crews": one range, each bound with words of its own.
void join_bounds(const Scene& scene, std::vector<Mention>& mentions) {
  Mention* before = nullptr;
  for (Mention& mention : mentions) {
    auto* second = std::get_if<Quantity>(&mention.value);
    if (second == nullptr) continue;
    auto* first = before == nullptr ? nullptr : std::get_if<Quantity>(&before->value);
    const bool bounds = first != nullptr && first->value && second->value &&
                        ((first->low && !first->high && !second->low && second->high) ||
                         (first->high && !first->low && !second->high && second->low)) &&
                        (first->unit.empty() || first->unit == second->unit);
    if (bounds && both_bound(scene, before->span, mention.span)) {
      const double low = first->low ? *first->low : *second->low;
      const double high = first->high ? *first->high : *second->high;
      if (low < high) {
        second->cue = first->cue;
        second->relation = Relation::between;
        second->low = low;
        second->high = high;
        second->value = {};
        mention.span.begin = before->span.begin;
        before->span.end = before->span.begin;  // taken in
      }
    }
    before = &mention;
  }
  std::erase_if(mentions, [](const Mention& mention) { return mention.span.empty(); });
}

/// The next quantity behind one; mentions.size() behind the last.
std::size_t next_quantity(const std::vector<Mention>& mentions, std::size_t from) {
  while (++from < mentions.size() && !std::holds_alternative<Quantity>(mentions[from].value)) {
  }
  return from;
}

/// Gives mention `m`, a count without a noun that stands at item `here`, the unit of what stands beside
/// it, of its subject, or of what was counted before.
void find_unit(const Scene& scene, std::vector<Mention>& mentions, std::size_t m,
               std::size_t here) {
  auto& quantity = std::get<Quantity>(mentions[m].value);
  const std::vector<Counted>& before = scene.narrative.counted;
  const Span span = mentions[m].span;
  const std::size_t next = next_quantity(mentions, m);
  const std::size_t after = token_from(scene, span.end);
  const bool of_them = token(scene, after) == "of" &&
                       (token(scene, after + 1) == "them" || token(scene, after + 1) == "these" ||
                        token(scene, after + 1) == "those");
  if (of_them) quantity.unit = noun_after_them(scene, after + 2);
  // "10 of 12 American victims"
  if (!of_them && token(scene, after) == "of" && next < mentions.size() &&
      token_from(scene, mentions[next].span.begin) == after + 1) {
    quantity.unit = std::get<Quantity>(mentions[next].value).unit;
  }
  for (std::size_t last = m, n = next; quantity.unit.empty() && !of_them && n < mentions.size();
       last = n, n = next_quantity(mentions, n)) {
    if (!joined(scene, mentions[last].span, mentions[n].span)) break;
    quantity.unit = std::get<Quantity>(mentions[n].value).unit;
  }
  const std::string_view whom = token(scene, after + 1);
  if (token(scene, after) == "of" && (whom == "whom" || whom == "which")) {
    quantity.unit = noun_before_clause(scene, span.begin);
  }
  if (quantity.unit.empty() && !of_them && before_in_sentence(scene, before) == nullptr) {
    quantity.unit = noun_of_heading(scene, span.begin);
  }
  if (quantity.unit.empty() && next < mentions.size() &&
      mentions[next].rule == "quantity/compound" &&
      token_from(scene, mentions[next].span.begin) == after) {
    quantity.unit = noun_behind(scene, mentions[next].span.end);
  }
  if (quantity.unit.empty() && !of_them) {
    quantity.unit = noun_that_changed(scene, here, mentions);
  }
  if (quantity.unit.empty()) {
    const std::string weapon = of_them ? weapon_before(scene, span.begin) : std::string();
    // "the average age of the 300 patients was 61.4": no count of patients
    const double value = figure(quantity);
    const bool broken = value != std::floor(value) && !before.empty() && before.back().noun &&
                        before.back().value == std::floor(before.back().value);
    if (broken) return;
    if (!weapon.empty() && (before.empty() || !before.back().noun)) {
      quantity.unit = weapon;
    } else if (const Counted* from =
                   taken_over(scene, before, figure(quantity), of_them,
                              is_compared(scene, span.begin) || is_beside(scene, span),
                              is_set_against(scene, span.begin), token(scene, after) == "others",
                              is_harmed(scene, span))) {
      quantity.unit = from->unit;
      if (!from->noun && quantity.per.empty()) quantity.per = from->per;
    }
  }
}

/// "255 British and 649 Argentine servicemen": whether quantity `m` counts by a people's adjective alone, before another
/// one that it is joined to.
bool leaves_noun_to_next(const Scene& scene, const std::vector<Mention>& mentions, std::size_t m,
                         std::size_t next) {
  if (next >= mentions.size() || !joined(scene, mentions[m].span, mentions[next].span))
    return false;
  const auto& quantity = std::get<Quantity>(mentions[m].value);
  const auto& other = std::get<Quantity>(mentions[next].value);
  if (figure(quantity) <= 1 || other.unit.empty()) return false;
  const Token& last = scene.tokens[token_from(scene, mentions[m].span.end) - 1];
  if (!last.capital || last.folded != quantity.unit || is_plural(last.folded)) return false;
  return std::any_of(scene.items.begin(), scene.items.end(), [&](const Term& item) {
    const auto* country =
        item.mention == nullptr ? nullptr : std::get_if<Country>(&item.mention->value);
    return country != nullptr && country->form == "adjective" && item.mention->span == last.span;
  });
}

}  // namespace

void settle_quantities(const Scene& scene, std::vector<Mention>& mentions) {
  join_bounds(scene, mentions);
  std::vector<Counted>& before = scene.narrative.counted;
  std::size_t announced = 0;  // items searched for "the number of"
  for (std::size_t m = 0; m < mentions.size(); ++m) {
    auto* quantity = std::get_if<Quantity>(&mentions[m].value);
    if (quantity == nullptr) continue;
    const Span span = mentions[m].span;
    std::size_t here = announced;
    while (here < scene.items.size() && scene.items[here].span.begin < span.begin) ++here;
    add_announced(scene, announced, here, before);
    announced = here;
    const std::size_t next = next_quantity(mentions, m);
    const bool joins = next < mentions.size() && joined(scene, span, mentions[next].span);
    if (joins && quantity->relation == Relation::at_most) {
      // one "up to" over both figures of a list
      auto& other = std::get<Quantity>(mentions[next].value);
      if (other.relation == Relation::exactly && other.cue.empty() && other.value &&
          token(scene, token_from(scene, span.end)) == "and") {
        other.relation = Relation::at_most;
        other.low = {};
      }
    }
    const bool both = joins && token(scene, token_from(scene, span.end)) == "and";
    if (both && quantity->per.empty()) take_rate(scene, *quantity, mentions[next]);
    if (leaves_noun_to_next(scene, mentions, m, next))
      quantity->unit = std::get<Quantity>(mentions[next].value).unit;
    const bool elliptical = quantity->unit.empty() && (mentions[m].rule == "quantity/number" ||
                                                       mentions[m].rule == "quantity/range" ||
                                                       mentions[m].rule == "quantity/between");
    // "half of whom": a share says of what it is by itself
    const bool share = quantity->value && *quantity->value < 1 &&
                       scene.tokens[token_from(scene, span.end) - 1].kind == TokenKind::word;
    if (elliptical && !share) find_unit(scene, mentions, m, here);
    if (!quantity->unit.empty() && !is_time(scene, quantity->unit)) {
      before.push_back(counted(scene, *quantity));
      before.back().harmed = is_harmed(scene, span);
    }
  }
  add_announced(scene, announced, scene.items.size(), before);
}

}  // namespace msmt
