/// Dates: points, spans and open spans of time, absolute or relative (CLAIMS.md sections 2 and 5).
///
/// Readers keep what is said, in the notation of calendar.hpp; when the sentence is read, settle()
/// resolves its dates in text order, because a date may lean on the one before it.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

#include "extract/calendar.hpp"
#include "extract/date_context.hpp"
#include "extract/date_point.hpp"
#include "extract/rule.hpp"

namespace msmt {

namespace {

using Mentions = std::vector<Mention>;

Mention mention_of(const Captures& captures, ItemRange items, const Said& said) {
  Date date;
  date.timex_type = "DATE";
  date.timex_value = to_string(said);
  Mention mention;
  mention.span = captures.span(items);
  mention.value = date;
  return mention;
}

Mentions one(const Captures& captures, const Said& said) {
  return {mention_of(captures, captures.whole(), said)};
}

Said at(const Point& point) {
  Said said;
  said.from = point;
  return said;
}

Said between(const Point& from, const Point& to) {
  Said said;
  said.from = from;
  said.to = to;
  said.span = true;
  return said;
}

/// What the preposition does: point, since, by, before, after, from, about; "" for none.
std::string_view bend_of(const Captures& captures) {
  if (!captures.has("pre")) return {};
  return calendar_word(captures.scene().lexicons, captures.folded("pre"), "pre").value_or("point");
}

/// A point bent by its preposition: since X is `X/..`, by X is `../X`, before X ends before it.
Said bend(Point point, std::string_view how, std::string_view part = {}) {
  // "since the start of 2024" and "by the end of 2024" are exact at that end
  if ((how == "by" && part == "end") || ((how == "since" || how == "from") && part == "start")) {
    point.approximate = false;
  }
  Said said = at(point);
  if (how == "about") said.from->approximate = true;
  if (how == "since" || how == "after") said.span = true;
  if (how == "by" || how == "before") {
    said.span = true;
    said.to = said.from;
    said.from.reset();
    said.before = how == "before";
  }
  return said;
}

/// A point without a year looks back, unless the sentence looks ahead.
void aim(const Captures& captures, Point& point, std::string_view how) {
  if (point.base == Base::free && point.pick == Pick::latest && points_ahead(captures, how)) {
    point.pick = Pick::earliest;
  }
}

Mentions finish(const Captures& captures, PointWords words) {
  const std::string_view how = bend_of(captures);
  aim(captures, words.point, how);
  return one(captures, bend(words.point, how, words.part));
}

/// The year of `words` is none: "on May 9, 2000 troops" has a date and a count.
bool counts_as_year(const Captures& captures, const PointWords& words) {
  if (words.point.base != Base::absolute || words.point.unknown > 0) return false;
  return is_no_year(captures, words.year_item,
                    words.point.month == 0 && words.point.season == 0 ? captures.folded("pre") : "in");
}

// --- days and months --------------------------------------------------------------------------

/// "May 9", "12 June 2024", "Thursday, May 29"
Mentions read_day(const Captures& captures) {
  const auto words = read_point_words(captures, captures.range("p"));
  if (!words || words->point.day == 0 || counts_as_year(captures, *words)) return {};
  // "in May 15 ships": a day takes "on"
  const ItemRange range = captures.range("p");
  const bool day_last = captures.scene().tokens[captures.item(range.begin).first].kind !=
                        TokenKind::number;
  if (!words->has_year) {
    if (counts_next(captures, captures.whole().end)) return {};
    if (day_last && captures.folded("pre") == "in") return {};
  }
  return finish(captures, *words);
}

/// "June 12-14, 2024", "12 to 14 June", "May 9 and 10"
Mentions read_days(const Captures& captures) {
  auto words = read_point_words(captures, captures.range("p"));
  if (!words || words->point.day == 0 || counts_as_year(captures, *words)) return {};
  Point from = words->point;
  if (captures.has("tail")) {
    const auto tail = read_point_words(captures, captures.range("tail"));
    if (!tail || counts_as_year(captures, *tail)) return {};
    from.base = tail->point.base;
    from.year = tail->point.year;
    from.shift = tail->point.shift;
    from.unit = tail->point.unit;
  }
  Point to = from;
  const bool day_first = captures.has("first");
  const int day = std::atoi(captures.folded(day_first ? "first" : "last").c_str());
  constexpr int kLeapYear = 2000;
  if (!is_day(from.base == Base::absolute ? from.year : kLeapYear, from.month, day)) return {};
  (day_first ? from : to).day = day;
  if (from.day >= to.day) return {};
  const bool list = captures.folded("sep") == "and" && !captures.has("between");
  if (list && to.day != from.day + 1) return {};
  if (!captures.has("tail") && counts_next(captures, captures.whole().end)) return {};
  aim(captures, from, bend_of(captures));
  to.pick = from.pick;
  return one(captures, between(from, to));
}

/// Whether a bare month is a person or a verb: "by April Jones", "on March"
bool is_no_month(const Captures& captures, const PointWords& words) {
  const std::string pre = captures.folded("pre");
  if (words.abbreviated) return true;
  if (pre == "on" || pre == "at" || pre == "dated") return true;
  const std::size_t after = captures.whole().end;
  const bool names = pre == "by" || pre == "of" || pre == "from" || pre == "for" || pre == "after" ||
                     pre == "before" || pre.empty();
  if (names && after < captures.scene().items.size() && captures.item(after).mark == "cap") return true;
  if (const Token* next = token_after(captures, after)) {
    // "in March 2,000 men" is a month and a count; "in May 5-10" is nothing at all
    if (next->glued && (next->folded == "-" || next->folded == "/")) return true;
    if (calendar_word(captures.scene().lexicons, next->folded, "not_after")) return true;
  }
  return false;
}

Mentions read_month(const Captures& captures) {
  const auto words = read_point_words(captures, captures.range("p"));
  if (!words || words->point.month == 0 || words->point.day != 0) return {};
  if (captures.has("tail")) {
    if (!words->has_year || counts_as_year(captures, *words)) return {};
    // "31 February 2024" is no day, and its month is no date
    const Token* before = token_before(captures, captures.whole().begin);
    if (before != nullptr && before->kind == TokenKind::number && before->folded.size() < 3) return {};
    return finish(captures, *words);
  }
  if (is_no_month(captures, *words)) return {};
  const bool bare_of = captures.folded("pre") == "of" && words->part.empty();
  if (bare_of && (words->point.month == 3 || words->point.month == 5)) return {};
  if (!captures.has("pre") && words->part.empty()) return {};
  // "earlier May" is no part of a month
  if (!captures.has("pre") && words->part == "none") return {};
  return finish(captures, *words);
}

/// "its June summit", "Putin's March visit", "April's talks": the month alone
Mentions read_month_noun(const Captures& captures) {
  const auto words = read_point_words(captures, captures.range("p"));
  if (!words || words->abbreviated) return {};
  if (captures.has("noun")) {
    const Token* noun = token_after(captures, captures.range("noun").begin);
    if (noun == nullptr || noun->kind != TokenKind::word || noun->capital) return {};
    if (captures.scene().vocabulary.is(noun->folded, kAuxiliary | kPreposition | kPast)) return {};
  }
  Point point = words->point;
  aim(captures, point, {});
  return {mention_of(captures, captures.range("p"), at(point))};
}

/// "June summit last year": one date with the noun inside it
Mentions read_month_around(const Captures& captures) {
  const auto words = read_point_words(captures, captures.range("p"), captures.range("noun"));
  if (!words || words->point.month == 0 || words->abbreviated) return {};
  return finish(captures, *words);
}

/// "in May and June 2024": each month is a date, the year is all of theirs
Mentions read_months(const Captures& captures) {
  const ItemRange range = captures.range("p");
  PointWords year;
  if (captures.has("tail")) {
    const auto tail = read_point_words(captures, captures.range("tail"));
    if (!tail || (tail->point.base == Base::absolute && counts_as_year(captures, *tail))) return {};
    year = *tail;
  }
  Mentions mentions;
  const std::size_t end = captures.has("tail") ? captures.range("tail").begin : range.end;
  std::size_t begin = captures.whole().begin;
  for (std::size_t i = range.begin; i < end; ++i) {
    const auto month = read_point_words(captures, ItemRange{i, i + 1});
    if (!month || month->point.month == 0) {
      begin = i + 1;
      continue;
    }
    if (month->abbreviated) return {};
    Point point = year.point;
    point.month = month->point.month;
    aim(captures, point, bend_of(captures));
    const bool first = mentions.empty();
    const bool last = i + 1 == end;
    const ItemRange items{begin, last ? range.end : i + 1};
    mentions.push_back(mention_of(captures, items, first ? bend(point, bend_of(captures)) : at(point)));
  }
  return mentions;
}

// --- years and longer -------------------------------------------------------------------------

Mentions read_year(const Captures& captures) {
  const auto words = read_point_words(captures, captures.range("p"));
  if (!words || words->point.base != Base::absolute || counts_as_year(captures, *words)) return {};
  const std::string pre = captures.folded("pre");
  const bool worded = captures.range("p").size() > 1;
  // "about 2000" and "on 2024" date nothing
  if (!worded && (pre == "on" || pre == "at" || pre == "effective" || pre == "dated")) return {};
  if (!worded && bend_of(captures) == "about" && pre != "circa" && pre != "ca.") return {};
  return finish(captures, *words);
}

/// "in 2022, 2023 and 2024"
Mentions read_years(const Captures& captures) {
  Mentions mentions;
  const ItemRange range = captures.range("p");
  std::size_t begin = captures.whole().begin;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (captures.item(i).mark != "year") {
      begin = i + 1;
      continue;
    }
    const auto words = read_point_words(captures, ItemRange{i, i + 1});
    if (!words || counts_as_year(captures, *words)) return {};
    const ItemRange items{begin, i + 1};
    mentions.push_back(mention_of(captures, items,
                                  mentions.empty() ? bend(words->point, bend_of(captures)) : at(words->point)));
  }
  return mentions;
}

/// "the 2024 election", "Ukraine's 2022 appeal", "MSMT 2024 report", "(2017)"
Mentions read_year_noun(const Captures& captures) {
  const ItemRange range = captures.range("p");
  const auto words = read_point_words(captures, range);
  if (!words || is_no_year(captures, range.begin, "")) return {};
  const Scene& scene = captures.scene();
  const Token* noun = token_after(captures, range.end);
  if (captures.has("paren")) return {mention_of(captures, range, at(words->point))};
  if (noun == nullptr || noun->kind != TokenKind::word || noun->folded.starts_with('\'')) return {};
  if (scene.vocabulary.is(noun->folded, kPreposition | kConjunction | kPronoun | kBe | kHave |
                                            kModal | kDeterminer)) {
    return {};
  }
  const std::string_view mark = captures.item(range.end).mark;
  const bool plural = is_plural(noun->folded);
  if (plural && (mark == "weapon" || mark == "military")) return {};
  const bool event = calendar_word(scene.lexicons, noun->folded, "event").has_value();
  if (!captures.has("det")) {
    if (!event) return {};
    if (range.begin > 0) {
      const Term& before = captures.item(range.begin - 1);
      const Token& token = scene.tokens[before.first + before.count - 1];
      const bool named = before.mark == "country" || before.mark == "organization";
      if (!named && (token.kind != TokenKind::word || token.capital)) return {};
    }
  }
  // "the remaining 1950 prisoners" counts
  if (plural && !event && captures.has("between")) return {};
  return {mention_of(captures, range, at(words->point))};
}

Mentions read_century(const Captures& captures) {
  const int number = std::atoi(captures.folded("n").c_str());
  if (number < 10 || number > 22) return {};
  Point point;
  point.base = Base::absolute;
  point.year = (number - 1) * 100;
  point.unknown = 2;
  return one(captures, bend(point, bend_of(captures)));
}

/// "2023-24", "2019-2023": the years of a span; "in winter 2023-24" is read with the season
Mentions read_year_span(const Captures& captures) {
  const ItemRange range = captures.range("p");
  const Scene& scene = captures.scene();
  const Token& first = scene.tokens[captures.item(range.begin).first];
  const Token& last = scene.tokens[captures.item(range.end - 1).first];
  const Token* before = token_before(captures, range.begin);
  if (first.glued && before != nullptr && before->folded != "(") return {};
  if (!captures.has("pre") && !last.glued) return {};
  Point from;
  from.base = Base::absolute;
  from.year = std::atoi(first.folded.c_str());
  Point to = from;
  to.year = std::atoi(last.folded.c_str());
  if (last.folded.size() == 2) to.year += from.year - from.year % 100;
  constexpr int kLongest = 200;
  if (to.year <= from.year || to.year - from.year > kLongest) return {};
  if (last.folded.size() != 2 && last.folded.size() != 4) return {};
  // twelve months are no month: "2011-12" alone may be either
  if (last.folded.size() == 2 && to.year != from.year + 1 && !captures.has("pre")) return {};
  if (const Token* next = token_after(captures, range.end)) {
    if (next->glued && (next->kind != TokenKind::symbol || next->folded == "-")) return {};
    if (calendar_word(scene.lexicons, next->folded, "counted") ||
        calendar_word(scene.lexicons, next->folded, "clock")) {
      return {};
    }
  }
  return one(captures, between(from, to));
}

Mentions read_fiscal(const Captures& captures) {
  const auto words = read_point_words(captures, captures.range("year"));
  if (!words) return {};
  if (!captures.has("to")) return one(captures, bend(words->point, bend_of(captures)));
  Point to = words->point;
  const std::string digits = captures.folded("to");
  to.year = std::atoi(digits.c_str()) + (digits.size() == 2 ? to.year - to.year % 100 : 0);
  if (to.year != words->point.year + 1) return {};
  return one(captures, between(words->point, to));
}

/// "the first half of 2025", "Q3 2024", "the third quarter of last year"
Mentions read_fraction(const Captures& captures) {
  const auto words = read_point_words(captures, captures.range("p"));
  if (!words || counts_as_year(captures, *words)) return {};
  return finish(captures, *words);
}

/// "the first eleven months of that year"
Mentions read_first_months(const Captures& captures) {
  const auto count = read_unit_count(captures, captures.range("n"));
  const auto year = read_point_words(captures, captures.range("tail"));
  if (!count || *count < 1 || *count > 12 || !year || counts_as_year(captures, *year)) return {};
  const bool first = captures.folded("nth") == "first";
  Point from = year->point;
  Point to = year->point;
  if (from.base == Base::free) return {};
  from.month = first ? 1 : 13 - *count;
  to.month = first ? *count : 12;
  return one(captures, between(from, to));
}

Mentions read_season(const Captures& captures) {
  const auto words = read_point_words(captures, captures.range("p"));
  if (!words || words->point.season == 0) return {};
  if (captures.has("winters")) {  // "the winter of 2023-24"
    const int next_year = (words->point.year + 1) % 100;
    if (std::atoi(captures.folded("winters").c_str()) != next_year) return {};
    return finish(captures, *words);
  }
  if (captures.has("tail")) {
    if (!words->has_year || counts_as_year(captures, *words)) return {};
    return finish(captures, *words);
  }
  const Token* next = token_after(captures, captures.whole().end);
  const std::string season = captures.folded("season");
  const bool verb = season == "fall" || season == "spring";
  if (verb && !captures.has("the")) return {};
  // "in the fall of the city", "in the spring offensive"
  if (next != nullptr && (next->folded == "of" || next->folded == "-" || next->folded == "in")) return {};
  if (next != nullptr && next->kind == TokenKind::word && verb &&
      !captures.scene().vocabulary.is(next->folded, kPreposition | kConjunction | kAuxiliary |
                                                        kPronoun | kAdverb | kRelative)) {
    return {};
  }
  return finish(captures, *words);
}

// --- relative ---------------------------------------------------------------------------------

bool set_shift(Point& point, std::string_view unit, int count);
std::string_view unit_of(const Captures& captures);

/// "by the end of the year", "later in the month", "by year's end": of the story's year when it has
/// just named one, else of the publication's; settle() knows
Mentions read_part_of(const Captures& captures) {
  Point point;
  point.base = Base::narrative;
  if (!set_shift(point, unit_of(captures), 0) || point.unit == 'D') return {};
  std::string_view part = "end";
  if (captures.has("part")) {
    std::string words = captures.folded("part");
    const auto value = calendar_word(captures.scene().lexicons, words, "part");
    if (!value) return {};
    part = *value;
  }
  point.approximate = part != "none" && (point.unit == 'Y' || part == "mid") && point.unit != 'W';
  return one(captures, bend(point, bend_of(captures), part));
}

/// "last year", "earlier this month", "next Thursday", "that February", "the same day"
Mentions read_relative(const Captures& captures) {
  const ItemRange range = captures.range("p");
  auto words = read_point_words(captures, range);
  if (!words) return {};
  Point& point = words->point;
  const std::string rel(calendar_word(captures.scene().lexicons, captures.folded("rel"), "rel").value_or(""));
  const std::string text = captures.folded(range);
  if (captures.has("the")) {
    // "the last year of the war" counts back from its end; "the next day" goes on from the story
    if (rel == "last" || rel == "this") return {};
    if (rel == "next" && point.base == Base::published) point.base = Base::narrative;
  }
  const Token* next = token_after(captures, captures.whole().end);
  if (next != nullptr && (next->folded == "-" || (next->folded == "of" && rel == "last"))) return {};
  if (rel == "that" && next != nullptr && point.month == 0 && point.season == 0 &&
      captures.scene().vocabulary.is(next->folded, kModal)) {
    return {};  // "said that year would …" is still a date, "that day will come" is not
  }
  if (rel == "this" && point.base == Base::published && point.unit == 'D') return {};
  // "the talks go on this week"
  const bool takes_on = point.weekday != 0 || point.unit == 'D' || point.day != 0;
  if (!takes_on && words->part.empty() && (captures.folded("pre") == "on" || captures.folded("pre") == "at")) return {};
  return finish(captures, *words);
}

Mentions read_weekday(const Captures& captures) {
  const auto words = read_point_words(captures, captures.range("p"));
  if (!words || words->abbreviated) return {};
  const Token* before = token_before(captures, captures.whole().begin);
  const Token* next = token_after(captures, captures.whole().end);
  const Lexicons& lexicons = captures.scene().lexicons;
  if (before != nullptr && before->capital && !captures.has("pre") &&
      calendar_word(lexicons, before->folded, "not_before")) {
    return {};
  }
  if (next != nullptr && next->capital && calendar_word(lexicons, next->folded, "not_after")) return {};
  if (before != nullptr && (before->folded == "every" || before->folded == "each")) return {};
  return finish(captures, *words);
}

/// "over the weekend", "last weekend"
Mentions read_weekend(const Captures& captures) {
  Point saturday;
  saturday.weekday = 6;
  const std::string rel = captures.folded("rel");
  if (rel == "last") saturday.pick = Pick::before;
  if (rel == "this" || rel == "this coming") saturday.pick = Pick::earliest;
  if (rel == "next") saturday.pick = Pick::after;
  Point sunday = saturday;
  sunday.weekday = 7;
  return one(captures, between(saturday, sunday));
}

Mentions read_day_word(const Captures& captures) {
  const auto words = read_point_words(captures, captures.range("p"));
  if (!words) return {};
  return finish(captures, *words);
}

/// A point so many units away. Weeks are their days, decades and centuries their years.
bool set_shift(Point& point, std::string_view unit, int count) {
  point.shift = count;
  switch (unit.empty() ? '?' : unit[0]) {
    case 'D': point.unit = 'D'; return true;
    case 'W': point.unit = 'W'; return true;
    case 'M': point.unit = 'M'; return true;
    case 'Y': point.unit = 'Y'; return true;
    case 'E':
    case 'C':
      point.unit = 'Y';
      point.shift = count * (unit[0] == 'E' ? 10 : 100);
      point.approximate = true;
      return true;
    default: return false;
  }
}

std::string_view unit_of(const Captures& captures) {
  return calendar_word(captures.scene().lexicons, captures.folded("unit"), "unit").value_or("");
}

Said vague(std::string_view value) {
  Said said;
  said.vague = value;
  return said;
}

/// "two weeks ago", "more than a year ago", "three days later", "a month earlier"
Mentions read_count(const Captures& captures) {
  const auto count = read_unit_count(captures, captures.range("n"));
  if (!count) return {};
  const std::string word = captures.folded("word");
  const bool ago = word == "ago";
  const bool back = ago || word == "earlier" || word == "before" || word == "previously" ||
                    word == "beforehand" || word == "prior";
  if (!ago) {
    // "two days before the summit" leans on the summit
    const Token* next = token_after(captures, captures.whole().end);
    if (word == "before" || word == "prior" || word == "after") {
      if (next != nullptr && next->kind != TokenKind::symbol) return {};
    }
    if (next != nullptr && next->folded == "than") return {};
  }
  if (*count == 0) return one(captures, vague("PAST_REF"));
  Point point;
  point.base = ago ? Base::published : Base::narrative;
  const std::string_view unit = unit_of(captures);
  if (unit == "H") return one(captures, vague("PAST_REF"));
  if (!set_shift(point, unit, back ? -*count : *count)) return {};
  if (captures.has("hedge") || captures.has("half") || captures.has("or")) point.approximate = true;
  return one(captures, bend(point, bend_of(captures)));
}

/// "the year before", "the day after", "the month earlier"
Mentions read_unit_before(const Captures& captures) {
  const std::string word = captures.folded("word");
  const Token* next = token_after(captures, captures.whole().end);
  if (next != nullptr && next->kind != TokenKind::symbol && next->folded != "and" &&
      next->folded != "by" && next->folded != "in") {
    return {};
  }
  Point point;
  point.base = Base::narrative;
  const int step = word == "before" || word == "earlier" || word == "prior" || word == "previous" ? -1 : 1;
  if (!set_shift(point, unit_of(captures), step) || point.approximate) return {};
  return one(captures, bend(point, bend_of(captures)));
}

/// "in the past three months", "over the last decade", "within the next two years"
Mentions read_window(const Captures& captures) {
  const std::string rel(calendar_word(captures.scene().lexicons, captures.folded("rel"), "rel").value_or(""));
  const std::string word = captures.folded("rel");
  const bool ahead = rel == "next" || word == "coming" || word == "upcoming" || rel == "following";
  if (rel == "following") return {};
  int count = 1;
  if (captures.has("n")) {
    const auto read = read_unit_count(captures, captures.range("n"));
    if (!read) return {};
    if (*read == 0) return one(captures, vague(ahead ? "FUTURE_REF" : "PAST_REF"));
    count = *read;
  } else if (captures.folded("unit").back() == 's') {
    return one(captures, vague(ahead ? "FUTURE_REF" : "PAST_REF"));
  } else if (word == "next") {
    // "the next day" goes on from the story, "in the next year" from today
    static constexpr std::array<std::string_view, 5> kWithin = {"in", "over", "within", "during", "for"};
    const std::string pre = captures.folded("pre");
    if (std::find(kWithin.begin(), kWithin.end(), pre) == kWithin.end()) return {};
  }
  const Token* next = token_after(captures, captures.whole().end);
  if (next != nullptr && (next->folded == "of" || next->folded == "before" || next->folded == "-")) return {};
  std::string_view unit = unit_of(captures);
  if (unit == "W") {
    unit = "D";
    count *= 7;
  }
  if (unit == "H") {
    constexpr int kHours = 24;
    unit = "D";
    count = (count + kHours - 1) / kHours;
  }
  Point here;
  here.base = Base::published;
  Point there = here;
  if (!set_shift(there, unit, ahead ? count : -count)) return {};
  there.approximate = false;
  here.unit = there.unit;
  return one(captures, ahead ? between(here, there) : between(there, here));
}

/// "recently", "in recent years", "in the coming weeks"
Mentions read_vague(const Captures& captures) {
  for (const std::string_view kind : {"past", "future", "recent", "coming"}) {
    if (const auto value = calendar_word(captures.scene().lexicons, captures.folded("word"), kind)) {
      return one(captures, vague(*value));
    }
  }
  return {};
}

Mentions read_feast(const Captures& captures) {
  const auto words = read_point_words(captures, captures.range("p"));
  if (!words || words->point.month == 0) return {};
  if (words->has_year && counts_as_year(captures, *words)) return {};
  const Token* next = token_after(captures, captures.whole().end);
  if (next != nullptr && next->capital && next->kind == TokenKind::word) return {};
  if (!captures.has("pre") && captures.folded("p") == "christmas") return {};
  return finish(captures, *words);
}

// --- by numbers -------------------------------------------------------------------------------

/// "2024-06-12", "2024.06.12", "13/06/2024"; the order of 12/06/2024 is anybody's guess
Mentions read_numeric(const Captures& captures) {
  const Scene& scene = captures.scene();
  const ItemRange range = captures.range("p");
  std::array<int, 3> part{};
  std::array<std::size_t, 3> width{};
  for (std::size_t i = 0; i < 3; ++i) {
    const Token& token = scene.tokens[captures.item(range.begin + 2 * i).first];
    if (i > 0 && !token.glued) return {};
    part[i] = std::atoi(token.folded.c_str());
    width[i] = token.folded.size();
  }
  for (std::size_t i = 0; i < 2; ++i) {
    if (!scene.tokens[captures.item(range.begin + 2 * i + 1).first].glued) return {};
  }
  const Token* before = token_before(captures, range.begin);
  const Token* next = token_after(captures, range.end);
  if (before != nullptr && scene.tokens[captures.item(range.begin).first].glued && before->folded != "(") {
    return {};
  }
  if (next != nullptr && next->glued && (next->folded == "-" || next->folded == "/" || next->folded == "." ) &&
      next + 1 < scene.tokens.data() + scene.tokens.size() && next[1].glued) {
    return {};
  }
  Point point;
  point.base = Base::absolute;
  const std::string sign = scene.tokens[captures.item(range.begin + 1).first].folded;
  if (width[0] == 4) {
    if (width[1] > 2 || width[2] > 2) return {};
    point.year = part[0];
    point.month = part[1];
    point.day = part[2];
  } else {
    if (width[0] > 2 || width[1] > 2 || width[2] != 4) return {};
    point.year = part[2];
    const bool dotted = sign == ".";  // written so only where the day comes first
    if (dotted || part[0] > 12 || part[0] == part[1]) {
      point.day = part[0];
      point.month = part[1];
    } else if (part[1] > 12) {
      point.month = part[0];
      point.day = part[1];
    } else {
      if (!is_day(point.year, part[0], part[1])) return {};
      return one(captures, vague(std::to_string(point.year) + "-XX-XX"));
    }
  }
  if (!is_day(point.year, point.month, point.day)) return {};
  return one(captures, bend(point, bend_of(captures)));
}

// --- spans ------------------------------------------------------------------------------------

/// The first end of a span takes the year of the second: "between March and October last year".
void share_year(Point& from, const Point& to) {
  if (from.base != Base::free || to.base == Base::free || from.pick != Pick::latest) return;
  if (from.weekday != 0 || (from.month == 0 && from.season == 0 && from.quarter == 0 && from.half == 0)) return;
  if (to.base != Base::absolute && to.unit != 'Y') return;
  if (to.unknown > 0) return;
  from.base = to.base;
  from.year = to.year;
  from.shift = to.shift;
  from.unit = to.unit;
  // "between November and March 2024" begins the year before
  const bool later = from.month != 0 && to.month != 0 &&
                     (from.month > to.month || (from.month == to.month && from.day > to.day && to.day != 0));
  if (!later) return;
  if (from.base == Base::absolute) {
    --from.year;
  } else {
    --from.shift;
  }
}

std::optional<PointWords> read_end(const Captures& captures, std::string_view group) {
  auto words = read_point_words(captures, captures.range(group));
  if (!words) return std::nullopt;
  if (words->part == "start" || words->part == "end") words->point.approximate = false;
  return words;
}

/// "between A and B", "from A to B", "A-B"
Mentions read_span(const Captures& captures) {
  auto from = read_end(captures, "a");
  auto to = read_end(captures, "b");
  if (!from) {
    // "12 to 14 June": the first end is a bare day
    return {};
  }
  if (captures.has("now")) {
    Said said = at(from->point);
    said.span = true;
    return one(captures, said);
  }
  if (!to) return {};
  // "Jan-Mar 2024", but not "Jan to March"
  if ((from->abbreviated || to->abbreviated) && !to->has_year) return {};
  if (counts_as_year(captures, *from) && !captures.has("dash")) return {};
  if (counts_as_year(captures, *to)) return {};
  const bool years = from->point.base == Base::absolute && from->point.month == 0 &&
                     from->point.season == 0 && to->point.base == Base::absolute;
  if (captures.has("and") && !captures.has("open")) return {};
  if (years && to->point.month == 0 && from->point.year > to->point.year) return {};
  const bool opened = captures.has("open");
  if (!opened) {
    // without "from" or "between" both ends must be of one kind: "March to Moscow" is not
    const bool months = from->point.month != 0 && to->point.month != 0;
    const bool weekdays = from->point.weekday != 0 && to->point.weekday != 0;
    const bool quarters = from->point.quarter != 0 && to->point.quarter != 0;
    if (!months && !weekdays && !quarters && !years) return {};
  }
  if (from->point.base == Base::free && to->point.base == Base::free) {
    aim(captures, from->point, {});
    to->point.pick = from->point.pick;
  }
  share_year(from->point, to->point);
  return one(captures, between(from->point, to->point));
}

/// "from March 2024 onwards", "from 2026 on"
Mentions read_onward(const Captures& captures) {
  auto from = read_end(captures, "a");
  if (!from || counts_as_year(captures, *from)) return {};
  // "from 2026 on, …", but not "from May on the border"
  const bool comma = captures.whole().end > captures.range("span").end;
  if (captures.has("on") && !comma) return {};
  aim(captures, from->point, {});
  Said said = at(from->point);
  said.span = true;
  return {mention_of(captures, captures.range("span"), said)};
}

// --- settling ---------------------------------------------------------------------------------

/// "Thursday", "today" and the like place the report, not the story.
bool places_report(const Said& said) {
  if (!said.from || said.span) return !said.vague.empty();
  const Point& point = *said.from;
  const bool weekday = point.base == Base::free && point.weekday != 0;
  const bool day = point.base == Base::published && point.unit == 'D';
  return weekday || day;
}

/// "the year" is the publication's unless the same or the last sentence has named another.
void lean_on_publication(Said& said, const DateAnchors& anchors) {
  if (!anchors.last_date.empty() && anchors.sentences_since <= 1) return;
  for (std::optional<Point>* end : {&said.from, &said.to}) {
    if (*end && (*end)->base == Base::narrative) (*end)->base = Base::published;
  }
}

/// Resolves the dates of a sentence in text order; each may lean on the one before it.
void settle(const Scene& scene, Mentions& mentions) {
  Narrative& narrative = scene.narrative;
  const auto sentence = static_cast<std::size_t>(&scene.sentence - scene.doc.sentences.data());
  bool at_report = false;  // "born 12 May 1950, died on Thursday (May 29)"
  for (Mention& mention : mentions) {
    auto* date = std::get_if<Date>(&mention.value);
    if (date == nullptr) continue;
    auto said = parse_said(date->timex_value);
    if (!said) continue;
    DateAnchors anchors;
    anchors.published = scene.doc.published.date;
    anchors.published_from = scene.doc.published.from;
    anchors.last_date = narrative.last_date;
    anchors.last_from = narrative.last_date_from;
    anchors.sentences_since = sentence - std::min(sentence, narrative.last_date_sentence);
    const bool recurs = !said->span && said->from && said->from->base == Base::free;
    if (at_report && recurs) anchors.last_date.clear();
    if (mention.rule == "date/part_of" || mention.rule == "date/years_end") {
      lean_on_publication(*said, anchors);
    }
    *date = resolve(*said, anchors);
    if (date->edtf.empty()) continue;
    at_report = places_report(*said);
    if (at_report) continue;
    narrative.last_date = date->edtf;
    narrative.last_date_from = date->anchored_by;
    narrative.last_date_sentence = sentence;
  }
}

// Fragments. A pattern only finds the words; read_point_words() makes sense of them.
const std::string kPre = "(?P<pre> {pre} )?";
const std::string kYearRel =
    "(?: the? {rel} (?: calendar | fiscal | financial )? year | of the year )";
const std::string kTail = "(?: <,>? (?: of | in )? (?: {year} | " + kYearRel + " ) )";
const std::string kYearWord = "(?: the? (?: calendar )? year )";
const std::string kMonth = "{month|month_short}";
const std::string kDay = "(?: the? {num} {nth_end} | {num} )";
const std::string kMonthDay = "(?: " + kMonth + " " + kDay + " | " + kDay + " of? " + kMonth + " )";
const std::string kWeekday = "(?: {weekday|weekday_short} <,>? )";
const std::string kPart = "(?: the? {part} <->? )";
const std::string kDayPart = "(?: <,>? (?: in the | at )? {day_part} )";
const std::string kNight = "(?: the? (?: early | late )? {day_part} of )";
const std::string kCount =
    "(?: {num|num3} | {card} (?: <->? {card} )* | a | an | {vague_count} )";
const std::string kHedge = "(?P<hedge> {hedge} )?";
const std::string kFraction =
    "(?: the? {nth} <->? (?: half | quarter ) (?: of )? | (?: h | q ) {num} (?: of )? )";
const std::string kSeason = "(?: the? {season} )";
/// One end of a span.
const std::string kEnd =
    "(?: " + kPart + "? (?: " + kWeekday + "? " + kMonthDay + " " + kTail + "? | " + kMonth + " " +
    kTail + "? | {year} | the? {year} (?: s | 's ) | " + kYearRel + " | " + kFraction + " " + kTail + "? | " + kSeason +
    " (?: of )? (?: {year} | " + kYearRel + " )? | the? {rel} {unit|month|season|weekday} | {weekday} | {day_word} ) )";
const std::string kNow = "(?P<now> (?: the present (?: day )? | now | date | present (?: day )? ) )";

}  // namespace

const Extractor& date_extractor() {
  // clang-format off
  static const Extractor extractor{
      "date",
      {{"month", "calendar", "forms", "kind", "month"},
       {"month", "calendar", "forms", "kind", "month_word"},
       {"month_short", "calendar", "forms", "kind", "month_short"},
       {"weekday", "calendar", "forms", "kind", "weekday"},
       {"weekday_short", "calendar", "forms", "kind", "weekday_short"},
       {"season", "calendar", "forms", "kind", "season"},
       {"feast", "calendar", "forms", "kind", "feast"},
       {"pre", "calendar", "forms", "kind", "pre"},
       {"part", "calendar", "forms", "kind", "part"},
       {"rel", "calendar", "forms", "kind", "rel"},
       {"unit", "calendar", "forms", "kind", "unit"},
       {"nth", "calendar", "forms", "kind", "nth"},
       {"nth_end", "calendar", "forms", "kind", "nth_end"},
       {"day_word", "calendar", "forms", "kind", "day_word"},
       {"day_part", "calendar", "forms", "kind", "day_part"},
       {"vague_count", "calendar", "forms", "kind", "vague_count"},
       {"past", "calendar", "forms", "kind", "past"},
       {"future", "calendar", "forms", "kind", "future"},
       {"recent", "calendar", "forms", "kind", "recent"},
       {"coming", "calendar", "forms", "kind", "coming"},
       {"card", "numbers", "forms", "kind", "unit"},
       {"card", "numbers", "forms", "kind", "ten"},
       {"hedge", "hedges", "forms", "place", "before"}},
      {{"country", nullptr, "country"},
       {"organization", nullptr, "organization"},
       {"military", nullptr, "military_unit"},
       {"weapon", nullptr, "weapon"}},
      {
      {"date/between", "between March and October last year",
       "(?P<open> between ) (?P<a>" + kEnd + ") <,>? (?P<and> and ) (?P<b>" + kEnd + ")",
       read_span},
      {"date/from_to", "from November to December 2023",
       "(?P<open> (?: since | starting )? from ) (?P<a>" + kEnd + ") <,>? (?: up? to | until | till | through | <-> | <--> ) (?: " + kNow + " | (?P<b>" + kEnd + ") )",
       read_span},
      {"date/to", "May 30 to June 2, 2025",
       kPre + "(?P<a>" + kEnd + ") (?: to | through | (?P<dash> <-> | <--> ) ) (?: " + kNow + " | (?P<b>" + kEnd + ") )",
       read_span},
      {"date/onward", "from March 2024 onwards",
       "(?P<span> from (?P<a>" + kEnd + ") (?: onward | onwards | forward | (?P<on> on ) ) ) <,>?",
       read_onward},
      {"date/numeric", "2024-06-12",
       kPre + "(?P<p> {year} <-> {num} <-> {num} | {year} </> {num} </> {num} | {year} <.> {num} <.> {num} | {num} </> {num} </> {year} | {num} <.> {num} <.> {year} | {num} <-> {num} <-> {year} )",
       read_numeric},
      {"date/days", "June 12-14, 2024",
       kPre + "(?: from | (?P<between> between ) )? (?P<p> " + kMonth + " " + kDay + " ) (?P<sep> <-> | <--> | to | and | through ) the? (?P<last> {num} ) {nth_end}? (?P<tail> <,>? (?: {year} | " + kYearRel + " ) )?",
       read_days},
      {"date/days_first", "12 to 14 June",
       kPre + "(?: from | (?P<between> between ) )? the? (?P<first> {num} ) {nth_end}? (?P<sep> <-> | <--> | to | and | through ) (?P<p> " + kDay + " of? " + kMonth + " (?: <,>? (?: {year} | " + kYearRel + " ) )? )",
       read_days},
      {"date/day_year", "on May 9, 2025",
       kPre + kNight + "? (?P<p> " + kWeekday + "? " + kMonthDay + " (?P<tail> " + kTail + " ) )" + kDayPart + "?",
       read_day},
      {"date/day", "on May 9",
       kPre + kNight + "? (?P<p> " + kWeekday + "? " + kMonthDay + " )" + kDayPart + "?",
       read_day},
      {"date/months", "in May and June 2024",
       kPre + "(?P<p> " + kMonth + " (?: <,> " + kMonth + " )* <,>? (?: and | or ) " + kMonth + " (?P<tail> " + kTail + " )? )",
       read_months},
      {"date/month_year", "since September 2023",
       kPre + "(?P<p> " + kPart + "? " + kMonth + " (?P<tail> " + kTail + " ) )",
       read_month},
      {"date/month_around", "June summit last year",
       kPre + "(?P<p> " + kMonth + " (?P<noun> {lower|cap|upper}{1,2} ) (?: of )? {rel} year )",
       read_month_around},
      {"date/month", "in October",
       kPre + "(?P<p> " + kPart + "? " + kMonth + " )",
       read_month},
      {"date/month_noun", "its June summit",
       "(?: the | a | an | its | his | her | their | our | 's ) (?P<p> {month} ) (?P<noun> {^punct} )",
       read_month_noun},
      {"date/month_possessive", "April's talks",
       "(?P<p> {month} ) 's",
       read_month_noun},
      {"date/years", "in 2022, 2023 and 2024",
       "(?P<pre> {pre} ) (?P<p> {year} (?: <,> {year} )* <,>? (?: and | or ) {year} )",
       read_years},
      {"date/year_span", "2023-24",
       kPre + "(?P<p> {year} (?: <-> | <--> | </> ) {year|num} )",
       read_year_span},
      {"date/year", "in 2024",
       "(?P<pre> {pre} ) (?P<p> " + kPart + "? " + kYearWord + "? {year} )",
       read_year},
      {"date/year_part", "late 2024",
       "(?P<p> " + kPart + " {year} )",
       read_year},
      {"date/year_noun", "the 2024 election",
       "(?P<det> the | a | an | its | his | her | their | our | this | that | 's | new )? (?P<between> {lower} )? (?P<p> {year} ) {^punct|num|num3|year}",
       read_year_noun},
      {"date/year_paren", "Resolution 2397 (2017)",
       "(?P<paren> <(> ) (?P<p> {year} ) <)>",
       read_year_noun},
      {"date/decade", "in the 1990s",
       kPre + "(?P<p> the? " + kPart + "? the? {year} (?: s | 's ) )",
       read_year},
      {"date/century", "in the 20th century",
       kPre + "the? " + kPart + "? the? (?P<n> {num} ) {nth_end} <->? century",
       read_century},
      {"date/fiscal", "fiscal 2024",
       kPre + "the? (?: fiscal | financial | fy ) (?: year )? (?P<year> {year} ) (?: (?: <-> | </> ) (?P<to> {year|num} ) )?",
       read_fiscal},
      {"date/fraction", "in the first half of 2025",
       kPre + "(?P<p> " + kPart + "? " + kFraction + " (?: <,>? (?: of | in )? (?: {year} | the? {rel} year | the year | " + kMonth + " (?: {year} )? ) ) )",
       read_fraction},
      {"date/first_months", "in the first eleven months of that year",
       kPre + "the? (?P<nth> first | last | final ) (?P<n> {num} | {card} ) months (?P<tail> of (?: {year} | the? {rel} year | the year ) )",
       read_first_months},
      {"date/quarter", "in the third quarter",
       "(?P<pre> {pre} ) (?P<p> the {nth} <->? quarter )",
       read_fraction},
      {"date/part_of", "by the end of the year",
       kPre + "(?P<part> the? {part} ) the (?P<unit> {unit} )",
       read_part_of},
      {"date/years_end", "by year's end",
       kPre + "the? (?P<unit> year | month ) (?: 's | <-> )? end",
       read_part_of},
      {"date/season_year", "in the summer of 2019",
       kPre + "(?P<p> " + kPart + "? the? {season} (?P<tail> <,>? (?: of | in )? (?: {year} | " + kYearRel + " ) ) ) (?: <-> (?P<winters> {num} ) )?",
       read_season},
      {"date/season", "in the summer",
       "(?P<pre> {pre} ) (?P<p> " + kPart + "? (?P<the> the )? (?P<season> {season} ) )",
       read_season},
      {"date/window", "in the past three months",
       "(?P<pre> {pre} | over | within | across | inside )? the (?P<rel> last | past | next | coming | upcoming ) (?P<n> " + kCount + " )? (?P<unit> {unit} )",
       read_window},
      {"date/window_bare", "over past three months",
       "(?P<pre> in | over | during | for | within ) (?P<rel> last | past | next | coming ) (?P<n> " + kCount + " ) (?P<unit> {unit} )",
       read_window},
      {"date/relative", "earlier this year",
       kPre + "(?P<p> " + kPart + "? (?P<the> the )? (?P<rel> {rel} ) (?: calendar )? {unit|month|season|weekday} )" + kDayPart + "?",
       read_relative},
      {"date/weekday_week", "Thursday last week",
       kPre + "(?P<p> {weekday} (?: of )? (?P<rel> {rel} ) week )",
       read_relative},
      {"date/weekend", "last weekend",
       "(?P<pre> {pre} | over )? (?: the | (?P<rel> last | this | next | this coming ) ) weekend",
       read_weekend},
      {"date/weekday", "on Thursday",
       kPre + "(?P<p> " + kPart + "? {weekday} )" + kDayPart + "?",
       read_weekday},
      {"date/day_word", "today",
       "(?: (?P<pre> since | until | by | before | after | as of | from | late | early ) )? (?P<p> {day_word} )" + kDayPart + "?",
       read_day_word},
      {"date/ago", "two weeks ago",
       "(?P<pre> since | until | from | as recently as | as late as | as far back as )? " + kHedge + "(?P<n> " + kCount + " ) (?P<or> (?: to | or | <-> ) " + kCount + " )? (?P<unit> {unit} ) (?P<half> and a half )? (?P<word> ago )",
       read_count},
      {"date/later", "three days later",
       kHedge + "(?P<n> " + kCount + " ) (?P<unit> {unit} ) (?P<half> and a half )? (?P<word> later | earlier | before | after | afterward | afterwards | previously | beforehand | prior | thereafter )",
       read_count},
      {"date/unit_before", "the year before",
       kPre + "the (?P<unit> {unit} ) (?P<word> before | after | earlier | prior | previous )",
       read_unit_before},
      {"date/recent", "in recent years",
       "(?P<pre> {pre} | over | within )? the? (?: {vague_count} )? (?P<word> {recent|coming} ) {unit}",
       read_vague},
      {"date/vague", "recently",
       "(?P<word> {past|future} )",
       read_vague},
      {"date/feast", "on Christmas Day",
       kPre + "(?P<p> {feast} (?: <,>? (?: {year} | {rel} year ) )? )",
       read_feast},
      },
      settle};
  // clang-format on
  return extractor;
}

}  // namespace msmt
