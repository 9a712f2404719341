/// When an article appeared, from the dates that it names.
///
///     "has transferred since November 2024"            -> 2024-11/..  (past_date)
///     "will send more in the first half of 2025"       -> ../2025-06  (coming_date)
///     "on Thursday, May 29", and nothing before 2024   -> 2025        (weekday)
#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "extract/calendar.hpp"
#include "extract/vocabulary.hpp"
#include "msmt/merge.hpp"
#include "text/page.hpp"

namespace msmt {

namespace {

/// A day named with its weekday is news of the last months, not of the last year.
constexpr int kWeekdayReach = 120;  // days
/// One day of a month falls on the same weekday again after five years at the earliest, or six.
constexpr int kWeekdayYears = 5;

/// First and last day on which an article can have appeared; nullopt for no bound.
struct Bounds {
  std::optional<Day> first;
  std::optional<Day> last;
};

/// Names of things that carry a year: "the 2026 World Cup", "Resolution 2397 (2017)".
bool dates_a_name(const Mention& mention) {
  return mention.rule == "date/year_noun" || mention.rule == "date/year_paren";
}

bool has_cue(const Vocabulary& vocabulary, const std::vector<Token>& tokens) {
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    if (vocabulary.calendar(tokens[t].folded, "cue")) return true;
    if (t + 1 < tokens.size() &&
        vocabulary.calendar(tokens[t].folded + " " + tokens[t + 1].folded, "cue")) {
      return true;
    }
  }
  return false;
}

/// "will", "plans to", "is expected to" among the words before a date, with no date in between.
bool is_expected(const Vocabulary& vocabulary, const std::vector<Token>& tokens, Span date,
                 std::size_t after) {
  constexpr std::size_t kWords = 3;
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    if (tokens[t].span.begin < after || tokens[t].span.begin >= date.begin) continue;
    std::string phrase;
    for (std::size_t n = 0; n < kWords && t + n < tokens.size(); ++n) {
      phrase += (n == 0 ? "" : " ") + tokens[t + n].folded;
      if (vocabulary.calendar(phrase, "ahead")) return true;
    }
  }
  return false;
}

bool tells_of_past(const Vocabulary& vocabulary, const std::vector<Token>& tokens) {
  return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
    return vocabulary.is(token.folded, kPast | kParticiple) || token.folded == "was" ||
           token.folded == "were";
  });
}

std::string from_on(Day day, int precision) {
  return to_string(day).substr(0, precision >= 4 ? 10 : precision == 1 ? 4 : 7) + "/..";
}

std::string until(Day day) {
  const bool month_ends = day.day == days_in_month(day.year, day.month);
  const bool year_ends = month_ends && day.month == 12;
  return "../" + to_string(day).substr(0, year_ends ? 4 : month_ends ? 7 : 10);
}

/// The first day of the last part that a date names: of `2024-03/2024-10` October 1.
std::optional<Day> last_begun(const Date& date, int& precision) {
  const std::size_t slash = date.edtf.find('/');
  const std::string last = slash == std::string::npos || date.edtf.ends_with("..")
                               ? date.edtf.substr(0, slash)
                               : date.edtf.substr(slash + 1);
  const auto range = parse_edtf(last);
  if (!range || !range->first) return std::nullopt;
  precision = range->precision;
  return range->first;
}

/// The point of a month and a day without a year, which a weekday stands beside.
std::optional<Point> day_with_weekday(const Vocabulary& vocabulary, const Reading& reading,
                                      const Mention& mention, const Date& date) {
  const auto said = parse_said(date.timex_value);
  if (!said || said->span || !said->from || said->from->base != Base::free ||
      said->from->month == 0 || said->from->day == 0) {
    return std::nullopt;
  }
  for (const Token& token : reading.tokens) {
    if (!mention.span.contains(token.span)) continue;
    if (const auto day = vocabulary.calendar(token.folded, "weekday")) {
      Point point = *said->from;
      point.weekday = std::atoi(std::string(*day).c_str());
      return point;
    }
  }
  return std::nullopt;
}

/// "\u00A9 2025", "Copyright 2019-2025"
std::optional<std::pair<int, Span>> copyright_year(std::string_view bytes) {
  constexpr std::array<std::string_view, 4> kMarks = {"\xC2\xA9", "Copyright", "copyright",
                                                      "COPYRIGHT"};
  constexpr std::size_t kReach = 24;
  std::optional<std::pair<int, Span>> found;
  for (const std::string_view mark : kMarks) {
    for (std::size_t at = bytes.find(mark); at != bytes.npos; at = bytes.find(mark, at + 1)) {
      const std::size_t limit = std::min(bytes.find('\n', at), std::min(bytes.size(), at + kReach));
      std::size_t digits = 0;
      for (std::size_t i = at + mark.size(); i <= limit && i <= bytes.size(); ++i) {
        const bool digit = i < limit && bytes[i] >= '0' && bytes[i] <= '9';
        if (digit) {
          ++digits;
          continue;
        }
        const int year = digits == 4 ? std::atoi(std::string(bytes.substr(i - 4, 4)).c_str()) : 0;
        digits = 0;
        if (year < 1990 || year > 2100 || (found && found->first >= year)) continue;
        found = {year, Span{at, i}};
      }
    }
  }
  return found;
}

constexpr std::string_view kDateline = "dateline";

Bounds bounds_of(const std::vector<DateHint>& hints) {
  Bounds out;
  for (const DateHint& hint : hints) {
    const auto range = parse_edtf(hint.date);
    if (!range) continue;
    if (range->first && (!out.first || *out.first < *range->first)) out.first = range->first;
    if (range->last && (!out.last || *range->last < *out.last)) out.last = range->last;
  }
  return out;
}

class Hints {
 public:
  Hints(const Engine& engine, const Document& doc) : vocabulary_(engine.vocabulary()), doc_(doc) {}

  std::vector<DateHint> read(const std::vector<Reading>& readings) {
    for (const Reading& reading : readings) read(reading);
    if (const auto notice = copyright_year(doc_.bytes)) {
      add(last_, Day{notice->first, 12, 31}, "copyright", "../" + std::to_string(notice->first),
          notice->second);
    }
    std::vector<DateHint> out;
    if (auto found = dateline()) out.push_back(std::move(*found));
    if (first_) out.push_back(first_->second);
    if (last_) out.push_back(last_->second);
    if (first_) add_weekdays(readings, first_->first.year, out);
    return out;
  }

 private:
  using Bound = std::optional<std::pair<Day, DateHint>>;

  DateHint hint(std::string reason, std::string date, Span span) const {
    return {std::move(reason), std::move(date), span, doc_.position(span.begin).line, {}};
  }

  /// Month and day of "WASHINGTON, June 9 (Agency)".
  std::optional<DateHint> dateline() const {
    const std::vector<Sentence>& sentences = doc_.sentences;
    for (std::size_t i = 0; i + 1 < sentences.size(); ++i) {
      const Span span = sentences[i].span;
      if (sentences[i].paragraph != sentences[i + 1].paragraph) continue;
      const auto line = text::find_dateline(doc_.bytes, {span.begin, sentences[i + 1].span.end});
      if (!line || line->span != span) continue;
      const auto dates = text::find_dates(doc_.bytes, span);
      if (dates.empty() || dates.front().year) return std::nullopt;
      return hint(std::string(kDateline), "XXXX-" + dates.front().edtf, dates.front().span);
    }
    return std::nullopt;
  }

  /// Of several bounds the narrowest, of equal ones the first.
  void add(Bound& bound, Day day, const char* reason, std::string date, Span span) {
    const bool low = &bound == &first_;
    if (bound && (low ? day <= bound->first : day >= bound->first)) return;
    bound = {day, hint(reason, std::move(date), span)};
  }

  void read(const Reading& reading) {
    const bool ahead = has_cue(vocabulary_, reading.tokens);
    const bool past = tells_of_past(vocabulary_, reading.tokens);
    std::size_t after = 0;
    for (const Mention& mention : reading.mentions) {
      const auto* date = std::get_if<Date>(&mention.value);
      if (date == nullptr || date->edtf.empty() || date->timex_type != "DATE") continue;
      if (dates_a_name(mention) || date->anchored_by != Anchor::none) continue;
      const std::size_t from = std::exchange(after, mention.span.end);
      int precision = 0;
      const auto range = parse_edtf(date->edtf);
      const auto begun = last_begun(*date, precision);
      if (!range || !begun || precision == 0) continue;
      if (is_expected(vocabulary_, reading.tokens, mention.span, from)) {
        // What is expected has not ended yet.
        if (range->last && from == 0) {
          add(last_, *range->last, "coming_date", until(*range->last), mention.span);
        }
      } else if (past && !ahead) {
        add(first_, *begun, "past_date", from_on(*begun, precision), mention.span);
      }
    }
  }

  /// The one year from `earliest` on in which the weekday is right.
  void add_weekdays(const std::vector<Reading>& readings, int earliest,
                    std::vector<DateHint>& out) const {
    for (const Reading& reading : readings) {
      for (const Mention& mention : reading.mentions) {
        const auto* date = std::get_if<Date>(&mention.value);
        if (date == nullptr || !date->edtf.empty()) continue;
        const auto point = day_with_weekday(vocabulary_, reading, mention, *date);
        if (!point || point->pick == Pick::earliest) continue;
        for (int year = earliest; year < earliest + kWeekdayYears; ++year) {
          if (!is_day(year, point->month, point->day)) continue;
          const Day day{year, point->month, point->day};
          if (weekday_of(day) != point->weekday) continue;
          const Day last = day_of(day_number(day) + kWeekdayReach);
          out.push_back(hint(
              "weekday",
              last.year == year ? std::to_string(year) : to_string(day) + "/" + to_string(last),
              mention.span));
          return;
        }
      }
    }
  }

  const Vocabulary& vocabulary_;
  const Document& doc_;
  Bound first_;
  Bound last_;
};

}  // namespace

std::vector<DateHint> date_hints(const Engine& engine, const Document& doc,
                                 const std::vector<Reading>& readings) {
  return Hints(engine, doc).read(readings);
}

bool allows(const std::vector<DateHint>& hints, const std::string& published) {
  const auto day = parse_edtf(published);
  const Bounds bounds = bounds_of(hints);
  return !day || ((!bounds.first || !day->last || *bounds.first <= *day->last) &&
                  (!bounds.last || !day->first || *day->first <= *bounds.last));
}

std::string dateline_day(const std::vector<DateHint>& hints, int year) {
  for (const DateHint& hint : hints) {
    if (hint.reason != kDateline) continue;
    std::string day = to_string(Day{year, 1, 1}).substr(0, 4) + hint.date.substr(4);
    return parse_edtf(day) ? day : std::string();  // February 29
  }
  return std::to_string(year);
}

Published infer_published(const std::vector<DateHint>& hints) {
  const Bounds bounds = bounds_of(hints);
  if (!bounds.first || !bounds.last || *bounds.last < *bounds.first) return {};
  std::vector<std::string> days;
  for (int year = bounds.first->year; year <= bounds.last->year; ++year) {
    const std::string day = dateline_day(hints, year);
    if (!day.empty() && allows(hints, day)) days.push_back(day);
  }
  if (days.size() != 1) return {};
  const bool month = days[0].size() == 4 && bounds.first->year == bounds.last->year &&
                     bounds.first->month == bounds.last->month;
  return {month ? to_string(*bounds.first).substr(0, 7) : days[0], Anchor::inferred};
}

std::optional<DateHint> address_hint(const Document& doc) {
  const std::string& date = doc.published.date;
  if (date.size() != std::string_view("2025-05-30").size()) return std::nullopt;
  const std::string year = date.substr(0, 4);
  const std::string month = date.substr(5, 2);
  const std::string day = date.substr(8, 2);
  const std::string_view bytes = doc.bytes;
  for (const std::string& written :
       {"/" + year + "/" + month + "/" + day, "/" + date, "/" + year + month + day}) {
    const std::size_t at = bytes.find(written);
    if (at == std::string_view::npos) continue;
    constexpr std::string_view kAround = " \t\r\n()[]<>\"";
    const std::size_t before = bytes.find_last_of(kAround, at);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    const std::size_t end = std::min(bytes.find_first_of(kAround, at), bytes.size());
    return DateHint{"address", date, {begin, end}, doc.position(begin).line, {}};
  }
  return std::nullopt;
}

}  // namespace msmt
