/// Dates that lean on the publication or on the date before them.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <string>

#include "extract/date_readers.hpp"

namespace msmt {

namespace {

/// A point so many units away. Weeks are their days, decades and centuries their years.
bool set_shift(Point& point, std::string_view unit, int count) {
  point.shift = count;
  switch (unit.empty() ? '?' : unit[0]) {
    case 'D':
      point.unit = 'D';
      return true;
    case 'W':
      point.unit = 'W';
      return true;
    case 'M':
      point.unit = 'M';
      return true;
    case 'Y':
      point.unit = 'Y';
      return true;
    case 'E':
    case 'C':
      point.unit = 'Y';
      point.shift = count * (unit[0] == 'E' ? 10 : 100);
      point.approximate = true;
      return true;
    default:
      return false;
  }
}

/// Half a year, decade or century, or a quarter of one: in whole months or years.
bool take_piece(Point& point, std::string_view unit, std::string_view piece) {
  constexpr int kMonths = 12;
  const int parts = piece.starts_with("half") ? 2 : 4;
  if (unit == "Y") {
    point.unit = 'M';
    point.shift *= kMonths;
  }
  if (unit == "D" || unit == "W" || unit == "M" || point.shift % parts != 0) return false;
  point.shift /= parts;
  return true;
}

/// "at 3 o'clock that afternoon": T15:00
std::string clock_in(std::string_view part, std::string time) {
  constexpr int kNoon = 12;
  constexpr int kFirstOfNight = 6;
  constexpr std::size_t kHour = 3;  // of T03:00
  if (time.size() < kHour || part == "TMO") return time;
  const int hour = std::atoi(time.substr(1, 2).c_str());
  if (hour >= kNoon || (part == "TNI" && hour < kFirstOfNight)) return time;
  return "T" + std::to_string(hour + kNoon) + time.substr(kHour);
}

/// "weeks", as the last word
bool is_plural_unit(const Captures& captures, std::size_t item) {
  const std::string word = captures.folded(ItemRange{item, item + 1});
  return word.ends_with('s') && calendar_word(captures.scene().vocabulary, word, "unit");
}

/// "in the following weeks", "the weeks that followed": nobody knows how many
Mentions read_weeks_around(const Captures& captures, std::size_t item) {
  const auto unit = calendar_word(captures.scene().vocabulary,
                                  captures.folded(ItemRange{item, item + 1}), "unit");
  Mention mention =
      date_mention(captures, captures.whole(), said_long(length_of(unit.value_or(""), 0)));
  std::get<Date>(mention.value).timex_type = "DURATION";
  return {std::move(mention)};
}

/// "a century and a half ago", "two and a half years later": in years or months where they are whole.
void add_half(Point& point, int count) {
  constexpr int kMonths = 12;
  const int one = point.shift / count;
  if (point.unit == 'Y' && one % 2 != 0) {
    point.unit = 'M';
    point.shift = point.shift * kMonths + one * kMonths / 2;
  } else {
    point.shift += one / 2;
  }
  point.approximate = true;
}

std::string_view unit_of(const Captures& captures) {
  return calendar_word(captures.scene().vocabulary, captures.folded("unit"), "unit").value_or("");
}

/// Hours, minutes and quarters as well.
std::string_view any_unit(const Captures& captures) {
  const std::string_view unit = unit_of(captures);
  if (!unit.empty()) return unit;
  return calendar_word(captures.scene().vocabulary, captures.folded("unit"), "short_unit")
      .value_or("");
}

}  // namespace

/// "by the end of the year", "later in the month", "by year's end": of the story's year when it has
/// just named one, else of the publication's; settle() knows
Mentions read_part_of(const Captures& captures) {
  Point point;
  point.base = Base::narrative;
  const std::string_view unit = unit_of(captures);
  if (unit == "E" || unit == "C") {
    point.unit = unit[0];
  } else if (!set_shift(point, unit, 0)) {
    return {};
  }
  std::string_view part = "end";
  if (captures.has("part")) {
    std::string words = captures.folded("part");
    const auto value = calendar_word(captures.scene().vocabulary, words, "part");
    if (!value) return {};
    part = *value;
  }
  if (point.unit == 'D' && part != "none" && part != "early" && part != "late") return {};
  point.approximate = part != "none" && (point.unit == 'Y' || part == "mid") && point.unit != 'W';
  return one_date(captures, bent_date(point, bend_of_date(captures), part));
}

/// "last year", "earlier this month", "next Thursday", "that February", "the same day"
Mentions read_relative(const Captures& captures) {
  const ItemRange range = captures.range("p");
  auto words = read_point_words(captures, range);
  if (!words) return {};
  Point& point = words->point;
  const std::string rel(
      calendar_word(captures.scene().vocabulary, captures.folded("rel"), "rel").value_or(""));
  const std::string text = captures.folded(range);
  if ((rel == "following" || rel == "previous") && is_plural_unit(captures, range.end - 1)) {
    return read_weeks_around(captures, range.end - 1);
  }
  if (captures.has("the")) {
    // "the last year of the war" counts back from its end; "the next day" goes on from the story
    if (rel == "last" || rel == "this") return {};
    if (rel == "next" && point.base == Base::published) point.base = Base::narrative;
    if (rel == "next" && point.base == Base::free && point.weekday == 0) {  // "the next spring"
      point.base = Base::narrative;
      point.pick = Pick::after;
    }
  }
  const Token* next = token_after(captures, captures.whole().end);
  if (next != nullptr && (next->folded == "-" || (next->folded == "of" && rel == "last")))
    return {};
  if (rel == "that" && next != nullptr && point.month == 0 && point.season == 0 &&
      captures.scene().vocabulary.is(next->folded, kModal)) {
    return {};  // "said that year would …" is still a date, "that day will come" is not
  }
  if (rel == "this" && point.base == Base::published && point.unit == 'D') return {};
  // "they say that March 8 is a holiday"
  const bool number_next = next != nullptr && next->kind == TokenKind::number;
  if (rel == "that" && point.month != 0 && number_next) return {};
  // "the talks go on this week"
  const bool takes_on = point.weekday != 0 || point.unit == 'D' || point.day != 0;
  if (!takes_on && words->part.empty() &&
      (captures.folded("pre") == "on" || captures.folded("pre") == "at"))
    return {};
  return finish_date(captures, *words);
}

Mentions read_weekday(const Captures& captures) {
  const auto words = read_point_words(captures, captures.range("p"));
  if (!words || words->abbreviated) return {};
  const Token* before = token_before(captures, captures.whole().begin);
  const Token* next = token_after(captures, captures.whole().end);
  const Vocabulary& vocabulary = captures.scene().vocabulary;
  if (before != nullptr && before->capital && !captures.has("pre") &&
      calendar_word(vocabulary, before->folded, "not_before")) {
    return {};
  }
  if (next != nullptr && next->capital && calendar_word(vocabulary, next->folded, "not_after"))
    return {};
  if (before != nullptr && (before->folded == "every" || before->folded == "each")) return {};
  static constexpr std::array<std::string_view, 4> kParts = {"mornings", "afternoons", "evenings",
                                                             "nights"};
  const std::string part = captures.folded("tod");  // "Saturday nights" are every one of them
  if (std::find(kParts.begin(), kParts.end(), part) != kParts.end()) return {};
  return finish_date(captures, *words);
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
  return one_date(captures, said_between(saturday, sunday));
}

Mentions read_day_word(const Captures& captures) {
  const auto words = read_point_words(captures, captures.range("p"));
  if (!words) return {};
  return finish_date(captures, *words);
}

/// "two weeks ago", "more than a year ago", "three days later", "a month earlier"
Mentions read_count(const Captures& captures) {
  const bool piece = captures.has("piece");
  const auto count = piece ? std::optional(1) : read_unit_count(captures, captures.range("n"));
  if (!count) return {};
  const std::string word = captures.folded("word");
  const bool ago = word == "ago";
  const bool hence = word == "from now" || word == "hence";  // "two days from now"
  const bool back = ago || word == "earlier" || word == "before" || word == "previously" ||
                    word == "beforehand" || word == "prior";
  if (!ago && !hence) {
    // "two days before the summit" leans on the summit
    const Token* next = token_after(captures, captures.whole().end);
    if (word == "before" || word == "prior" || word == "after") {
      if (next != nullptr && next->kind != TokenKind::symbol) return {};
    }
    if (next != nullptr && next->folded == "than") return {};
  }
  if (*count == 0) return one_date(captures, said_vague(hence ? "FUTURE_REF" : "PAST_REF"));
  Point point;
  point.base = ago || hence ? Base::published : Base::narrative;
  const std::string_view unit = unit_of(captures);
  if (unit == "H") return one_date(captures, said_vague(hence ? "FUTURE_REF" : "PAST_REF"));
  if (!set_shift(point, unit, back ? -*count : *count)) return {};
  if (piece && !take_piece(point, unit, captures.folded("piece"))) return {};
  if (captures.has("half") || captures.has("more")) add_half(point, *count);
  if (captures.has("hedge") || captures.has("so") || captures.has("or")) point.approximate = true;
  if (captures.has("same")) {
    if (unit == "D" || unit == "E" || unit == "C" || point.approximate) return {};
    if (captures.folded("same") == "this month") {
      if (unit != "Y") return {};
      constexpr int kMonths = 12;
      point.unit = 'M';
      point.shift *= kMonths;
    } else {
      point.same_day = true;
    }
  }
  return one_date(captures, bent_date(point, bend_of_date(captures)));
}

/// "that night", "the following morning", "the night before"
Mentions read_night(const Captures& captures) {
  const Vocabulary& vocabulary = captures.scene().vocabulary;
  const std::string part(
      calendar_word(vocabulary, captures.folded("tod"), "day_part").value_or(""));
  if (part != "TMO" && part != "TAF" && part != "TEV" && part != "TNI") return {};
  Point point;
  point.base = Base::narrative;
  point.unit = 'D';
  if (captures.has("rel")) {
    const std::string rel(calendar_word(vocabulary, captures.folded("rel"), "rel").value_or(""));
    // "the last night of the siege" counts back from its end
    if (captures.has("the") && (rel == "last" || rel == "this" || rel == "that")) return {};
    if (rel == "last" || rel == "this") point.base = Base::published;
    point.shift = rel == "last" || rel == "previous"    ? -1
                  : rel == "next" || rel == "following" ? 1
                                                        : 0;
  } else {
    const Token* next = token_after(captures, captures.whole().end);
    // "the night before the vote"
    if (next != nullptr && next->kind != TokenKind::symbol &&
        !vocabulary.is(next->folded, kAuxiliary)) {
      return {};
    }
    point.shift = captures.folded("word") == "before" ? -1 : 1;
  }
  Said said = bent_date(point, bend_of_date(captures));
  said.time = part;
  if (captures.has("clock")) {
    said.time = clock_in(part, read_clock(captures, captures.range("clock")));
    if (said.time.empty()) return {};
  }
  return one_date(captures, said);
}

/// "Since then": from the date on that the story stands at; settle_dates() drops it where there is none.
Mentions read_since_then(const Captures& captures) {
  Point point;
  point.base = Base::narrative;
  point.unit = 'T';
  Said said = said_at(point);
  said.span = true;
  return one_date(captures, said);
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
  const int step =
      word == "before" || word == "earlier" || word == "prior" || word == "previous" ? -1 : 1;
  if (!set_shift(point, unit_of(captures), step) || point.approximate) return {};
  return one_date(captures, bent_date(point, bend_of_date(captures)));
}

/// "in the past three months", "over the last decade", "within the next two years"
Mentions read_window(const Captures& captures) {
  const std::string rel(
      calendar_word(captures.scene().vocabulary, captures.folded("rel"), "rel").value_or(""));
  const std::string word = captures.folded("rel");
  const bool ahead = rel == "next" || word == "coming" || word == "upcoming" || rel == "following";
  if (rel == "following") return {};
  int count = 1;
  if (captures.has("n")) {
    const auto read = read_unit_count(captures, captures.range("n"));
    if (!read) return {};
    const bool couple = captures.folded("n").find("couple") != std::string::npos;
    if (*read == 0 && !couple)
      return one_date(captures, said_long(length_of(any_unit(captures), 0)));
    count = couple ? 2 : *read;
  } else if (captures.folded("unit").back() == 's') {
    return one_date(captures, said_vague(ahead ? "FUTURE_REF" : "PAST_REF"));
  } else if (word == "next") {
    // "the next day" goes on from the story, "in the next year" from today
    static constexpr std::array<std::string_view, 5> kWithin = {"in", "over", "within", "during",
                                                                "for"};
    const std::string pre = captures.folded("pre");
    if (std::find(kWithin.begin(), kWithin.end(), pre) == kWithin.end()) return {};
  }
  const Token* next = token_after(captures, captures.whole().end);
  if (next != nullptr && (next->folded == "of" || next->folded == "before" || next->folded == "-"))
    return {};
  std::string_view unit = unit_of(captures);
  if (unit.empty()) {  // quarters, minutes
    unit = any_unit(captures);
    if (unit.empty()) return {};
    Mention mention = date_mention(captures, captures.whole(), said_long(length_of(unit, count)));
    std::get<Date>(mention.value).timex_type = "DURATION";
    return {std::move(mention)};
  }
  const std::string length = length_of(unit, count);
  // "over the past three years" reaches back to the month, fifteen years to some year
  constexpr int kByMonth = 9;
  constexpr int kMonths = 12;
  if (unit == "Y" && count <= kByMonth) {
    unit = "M";
    count *= kMonths;
  }
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
  Said said = ahead ? said_between(here, there) : said_between(there, here);
  said.length = length;
  return one_date(captures, said);
}

/// "recently", "in recent years", "in the coming weeks"
Mentions read_vague(const Captures& captures) {
  for (const std::string_view kind : {"past", "future", "recent", "coming"}) {
    if (const auto value =
            calendar_word(captures.scene().vocabulary, captures.folded("word"), kind)) {
      return one_date(captures, said_vague(*value));
    }
  }
  return {};
}

}  // namespace msmt
