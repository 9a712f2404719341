// Dates as pages print them above and below an article, in forms that can be read one way only.

#include <algorithm>
#include <array>
#include <cstdio>
#include <iterator>

#include "text/page.hpp"
#include "text/utf8.hpp"

namespace msmt::text {
namespace {

int month_of(std::string_view word) {
  constexpr std::array<std::string_view, 12> kMonths{
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  if (word.ends_with('.')) word.remove_suffix(1);
  if (word == "sept") return 9;
  if (word.size() < 3) return 0;
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (word == kMonths[i] || (word.size() == 3 && kMonths[i].starts_with(word)))
      return static_cast<int>(i) + 1;
  }
  return 0;
}

int days_in(int year, int month) {
  constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && (leap || year == 0) ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

std::string edtf(int year, int month, int day) {
  std::array<char, 48> out{};
  if (year == 0) {
    std::snprintf(out.data(), out.size(), "%02d-%02d", month, day);
  } else if (day == 0) {
    std::snprintf(out.data(), out.size(), "%04d-%02d", year, month);
  } else {
    std::snprintf(out.data(), out.size(), "%04d-%02d-%02d", year, month, day);
  }
  return out.data();
}

class Reader {
 public:
  Reader(std::string_view text, Span span) : text_(text), tokens_(tokenize_text(text, span)) {}

  std::vector<WrittenDate> run() {
    while (at_ < tokens_.size()) {
      if (!written() && !numeric()) ++at_;
    }
    return std::move(dates_);
  }

 private:
  const Token* token(std::size_t i) const { return i < tokens_.size() ? &tokens_[i] : nullptr; }
  bool is(std::size_t i, std::string_view folded) const {
    return i < tokens_.size() && tokens_[i].folded == folded;
  }

  /// The number at token i, when it has at most `digits` digits and no separators; else -1.
  int number(std::size_t i, std::size_t digits) const {
    const Token* t = token(i);
    if (t == nullptr || t->kind != TokenKind::number || t->folded.size() > digits) return -1;
    int value = 0;
    for (const char c : t->folded) {
      if (c < '0' || c > '9') return -1;
      value = value * 10 + (c - '0');
    }
    return value;
  }
  int year(std::size_t i) const {
    const int value = number(i, 4);
    return value >= 1900 && value < 2100 ? value : 0;
  }
  int month(std::size_t i) const {
    return i < tokens_.size() && tokens_[i].capital ? month_of(tokens_[i].folded) : 0;
  }
  std::size_t after_day(std::size_t i) const {
    const bool ordinal = is(i, "st") || is(i, "nd") || is(i, "rd") || is(i, "th");
    return ordinal && tokens_[i].glued ? i + 1 : i;
  }

  bool add(std::size_t last, int y, int m, int d) {
    if (m < 1 || m > 12 || d < 0 || d > days_in(y, m) || (d == 0 && y == 0)) return false;
    dates_.push_back({{tokens_[at_].span.begin, tokens_[last].span.end}, edtf(y, m, d), y != 0});
    at_ = last + 1;
    return true;
  }

  /// May 30, 2025 · May 30 · May 2025 · 30 May 2025 · 30th May
  bool written() {
    if (const int m = month(at_); m > 0) {
      std::size_t next = at_ + 1;
      if (is(next, ".")) ++next;
      const int d = number(next, 2);
      if (d > 0) {
        std::size_t end = after_day(next + 1);
        const std::size_t day_end = end - 1;
        if (is(end, ",")) ++end;
        if (const int y = year(end)) return add(end, y, m, d);
        return add(day_end, 0, m, d);
      }
      if (is(next, ",")) ++next;
      if (const int y = year(next)) return add(next, y, m, 0);
      return false;
    }
    const int d = number(at_, 2);
    if (d < 1 || (at_ > 0 && tokens_[at_].glued && is(at_ - 1, ":"))) return false;  // "15:01 May"
    std::size_t next = after_day(at_ + 1);
    if (is(next, "of")) ++next;
    const int m = month(next);
    if (m == 0) return false;
    std::size_t end = next + 1;
    if (is(end, ",") || is(end, ".")) ++end;
    if (const int y = year(end)) return add(end, y, m, d);
    return add(next, 0, m, d);
  }

  /// 2025-05-30 · 2025.05.30 · 2025. 5. 30 · 30.05.2025 · 30/05/2025 when only one reading is a date
  bool numeric() {
    const Token* mark = token(at_ + 1);
    if (mark == nullptr || (mark->folded != "-" && mark->folded != "." && mark->folded != "/") ||
        !is(at_ + 3, mark->folded))
      return false;
    if (const int y = year(at_); y != 0 && number(at_, 4) > 0 && tokens_[at_].folded.size() == 4) {
      const int m = number(at_ + 2, 2);
      const int d = number(at_ + 4, 2);
      return m > 0 && d > 0 && add(at_ + 4, y, m, d);
    }
    const int first = number(at_, 2);
    const int second = number(at_ + 2, 2);
    const int y = year(at_ + 4);
    if (first < 1 || second < 1 || y == 0) return false;
    // With dots the day comes first wherever dates are written so.
    if (first > 12 || mark->folded == ".") return add(at_ + 4, y, second, first);
    if (second > 12) return add(at_ + 4, y, first, second);
    return first == second && add(at_ + 4, y, first, second);
  }

  std::string_view text_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  std::vector<WrittenDate> dates_;
};

/// "Example Weekly, 4 August 2025", "Issue brief, 27 March 2025": a house or a rubric before the date.
bool heads_date(std::string_view text, const Line& line, const WrittenDate& date) {
  Line before = line;
  before.span = utf8::trim(text, {line.span.begin, date.span.begin});
  if (before.span.empty()) return false;
  const char mark = text[before.span.end - 1];
  if (mark != ',' && mark != '|') return false;
  before.span = utf8::trim(text, {before.span.begin, before.span.end - 1});
  describe(text, before);
  return is_rubric(before) || names_house(text, before) ||
         before.folded.starts_with("commentary by ") || before.folded.starts_with("analysis by ");
}

}  // namespace

std::vector<WrittenDate> find_dates(std::string_view text, Span span) {
  return Reader(text, span).run();
}

bool is_date_line(std::string_view text, const Line& line) {
  constexpr std::string_view kLabels[] = {
      "posted",   "published", "publication", "publish", "updated",   "update",   "modified",
      "date",     "dated",     "first",       "last",    "on",        "at",       "time",
      "gmt",      "utc",       "kst",         "jst",     "est",       "edt",      "et",
      "bst",      "cet",       "cest",        "msk",     "eet",       "am",       "pm",
      "a.m.",     "p.m.",      "monday",      "tuesday", "wednesday", "thursday", "friday",
      "saturday", "sunday",    "mon",         "tue",     "wed",       "thu",      "fri",
      "sat",      "sun",       "t",           "z",       "h",         "uploaded", "created",
      "release",  "released",  "issued",      "ist",     "pkt",       "min",      "mins",
      "minute",   "minutes",   "read",        "aired",   "recorded",  "as",       "of"};
  if (line.words > 24) return false;
  const std::vector<WrittenDate> dates = find_dates(text, line.span);
  if (dates.empty()) return false;
  std::size_t others = 0;
  bool label = false;
  bool first = true;
  bool parted = false;
  bool leads = false;   // the date comes first
  bool clock = false;   // "15:59"
  bool byline = false;  // "by" right after the date
  bool dash = false;    // "JANE ROE — 5 NOVEMBER 2025"
  bool names = true;    // all other words begin with a capital
  bool named = false;   // "Posted on 28 March 2025 by Jane, filed under …"
  std::size_t brackets = 0;
  const std::vector<Token> tokens = tokenize_text(text, line.span);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    const bool dated = std::any_of(dates.begin(), dates.end(), [&](const WrittenDate& d) {
      return d.span.contains(token.span);
    });
    if (token.folded == "|" || token.folded == "\xC2\xB7" || token.folded == "\xE2\x80\xA2")
      parted = true;
    dash = dash || (token.folded == "--" && !dated);
    if (token.folded == "(") ++brackets;
    if (token.folded == ")" && brackets > 0) --brackets;
    if (token.folded == ":" && token.glued && i > 0 && i + 1 < tokens.size() &&
        tokens[i - 1].kind == TokenKind::number && tokens[i + 1].kind == TokenKind::number)
      clock = true;
    if (first && dated) leads = true;
    if (dated && label && others == 0) named = true;
    if (token.kind == TokenKind::symbol || dated) continue;
    if (leads && token.folded == "by" && i > 0 && others == 0) byline = true;
    if (leads && brackets > 0) continue;  // "May 30, 2025 (Example Japan)"
    const bool known =
        std::find(std::begin(kLabels), std::end(kLabels), token.folded) != std::end(kLabels);
    if (first) {
      label = known && token.folded != "on" && token.folded != "at" && token.folded != "as" &&
              token.folded != "of";
    }
    first = false;
    if (!known && token.kind == TokenKind::word) {
      ++others;
      names = names && token.capital;
    }
  }
  const bool full =
      std::any_of(dates.begin(), dates.end(), [](const WrittenDate& d) { return d.year; });
  if (others == 0) return full || label || clock;
  if (line.ends) return false;
  return (label && others <= 4) || (parted && full && others <= 8) ||
         (dash && names && full && others <= 5) || (leads && clock && full && others <= 4) ||
         (byline && full && others <= 8) || (named && full && others <= 16) ||
         (full && dates.back().span.end == line.span.end && heads_date(text, line, dates.back()));
}

}  // namespace msmt::text
