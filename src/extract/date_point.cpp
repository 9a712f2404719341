#include "extract/date_point.hpp"

#include <array>
#include <cmath>
#include <cstdlib>

#include "extract/number.hpp"

namespace msmt {

namespace {

constexpr std::array<std::string_view, 13> kKinds = {
    "part",   "rel", "month", "month_word", "month_short", "weekday", "weekday_short",
    "season", "nth", "unit",  "day_word",   "day_part",    "feast"};
constexpr std::array<std::string_view, 15> kIgnored = {
    "the", "of", "in", "on",     ",",         "-",        "--", "(",
    ")",   "at", "a",  "fiscal", "financial", "calendar", "'s"};
constexpr std::size_t kLongestPhrase = 6;  // words of "morning local time" and the like

int integer_of(std::string_view digits) { return std::atoi(std::string(digits).c_str()); }

/// What the words name before they are put together.
struct Found {
  PointWords words;
  std::string rel;
  std::string unit;
  int nth = 0;
  std::string fraction;  // half or quarter
  std::optional<int> day_shift;
};

class PointReader {
 public:
  PointReader(const Captures& captures, ItemRange items, ItemRange noise)
      : scene_(captures.scene()), captures_(captures), items_(items), noise_(noise) {}

  std::optional<PointWords> read() {
    for (std::size_t i = items_.begin; i < items_.end;) {
      if (!noise_.empty() && i >= noise_.begin && i < noise_.end) {
        ++i;
        continue;
      }
      const std::size_t used = step(i);
      if (used == 0) return std::nullopt;
      i += used;
    }
    return combine();
  }

 private:
  const Token& token(std::size_t item) const { return scene_.tokens[captures_.item(item).first]; }

  /// Reads what starts at an item; returns how many items it took, 0 for a word that does not fit.
  std::size_t step(std::size_t item) {
    const Token& first = token(item);
    if (first.kind == TokenKind::number) return number(item);
    if (const SpelledYear spelled = read_spelled_year(captures_, item, items_.end);
        spelled.items > 0) {
      if (found_.words.has_year) return 0;
      found_.words.point.base = Base::absolute;
      found_.words.point.year = spelled.year;
      found_.words.has_year = true;
      found_.words.era = true;  // no figure that might count
      return spelled.items;
    }
    std::string phrase;
    std::size_t most = 0;
    std::string_view kind;
    std::string_view value;
    for (std::size_t n = 1; n <= kLongestPhrase && item + n <= items_.end; ++n) {
      phrase = captures_.folded(ItemRange{item, item + n});
      for (const std::string_view candidate : kKinds) {
        const auto found = calendar_word(scene_.vocabulary, phrase, candidate);
        if (!found) continue;
        most = n;
        kind = candidate;
        value = *found;
        break;
      }
    }
    if (most > 0) return take(kind, value, first) ? most : 0;
    for (const std::string_view ignored : kIgnored) {
      if (first.folded == ignored) return 1;
    }
    if (first.folded == "latter") {
      found_.nth = 2;
      return 1;
    }
    if (first.folded == "half" || first.folded == "quarter" || first.folded == "h" ||
        first.folded == "q") {
      found_.fraction = first.folded[0] == 'h' ? "half" : "quarter";
      return 1;
    }
    if (first.folded == "fy" || first.folded == "ad" || first.folded == "a.d.") return 1;
    return 0;
  }

  std::size_t number(std::size_t item) {
    const Token& digits = token(item);
    const std::string_view mark = captures_.item(item).mark;
    Point& point = found_.words.point;
    const auto era = item + 1 < items_.end
                         ? calendar_word(scene_.vocabulary, token(item + 1).folded, "era")
                         : std::nullopt;
    const bool after_era =
        item > items_.begin && (token(item - 1).folded == "ad" || token(item - 1).folded == "a.d.");
    if ((era || after_era) && digits.folded.size() <= 4 && !found_.words.has_year &&
        integer_of(digits.folded) > 0) {
      point.base = Base::absolute;
      point.year = integer_of(digits.folded);
      if (era && *era == "BC") point.year = 1 - point.year;
      found_.words.has_year = true;
      found_.words.era = true;
      found_.words.year_item = item;
      return era ? 2 : 1;
    }
    if (mark == "year") {
      if (found_.words.has_year) return 0;
      point.base = Base::absolute;
      point.year = integer_of(digits.folded);
      found_.words.has_year = true;
      found_.words.year_item = item;
      if (item + 1 < items_.end && is_decade_end(token(item + 1))) {
        if (point.year % 10 != 0) return 0;
        point.unknown = 1;
        return 2;
      }
      return 1;
    }
    if (digits.folded.size() > 2) return 0;
    const int value = integer_of(digits.folded);
    const bool ordinal = item + 1 < items_.end && token(item + 1).glued &&
                         calendar_word(scene_.vocabulary, token(item + 1).folded, "nth_end");
    if (!found_.fraction.empty() && found_.nth == 0) {  // Q3
      found_.nth = value;
      return 1;
    }
    if (point.day != 0 || value < 1 || value > 31) return 0;
    point.day = value;
    return ordinal ? 2 : 1;
  }

  static bool is_decade_end(const Token& token) {
    return token.glued && (token.folded == "s" || token.folded == "'s");
  }

  bool take(std::string_view kind, std::string_view value, const Token& first) {
    Point& point = found_.words.point;
    const auto put = [&](int& slot) {
      if (slot != 0) return false;
      slot = integer_of(value);
      return true;
    };
    if (kind == "part") {
      found_.words.part = value;
      return true;
    }
    if (kind == "rel") {
      if (!found_.rel.empty()) return false;
      found_.rel = value;
      return true;
    }
    if (kind == "unit") {
      if (!found_.unit.empty()) return false;
      found_.unit = value;
      return true;
    }
    if (kind == "month" || kind == "month_word" || kind == "month_short") {
      if (kind != "month" && !first.capital) return false;
      found_.words.abbreviated = kind == "month_short";
      return put(point.month);
    }
    if (kind == "weekday" || kind == "weekday_short") {
      if (!first.capital) return false;
      return put(point.weekday);
    }
    if (kind == "season") return put(point.season);
    if (kind == "nth") return put(found_.nth);
    if (kind == "day_word") {
      found_.day_shift = integer_of(value);
      return true;
    }
    if (kind == "feast") {
      if (point.month != 0 || !first.capital) return false;
      if (value[0] == 'E') {
        point.easter = integer_of(value.substr(1));
        return true;
      }
      point.month = integer_of(value.substr(0, 2));
      if (const std::size_t nth = value.find('#'); nth != std::string_view::npos) {
        point.weekday = value[nth - 1] - '0';
        point.nth = value[nth + 1] - '0';
        return true;
      }
      point.day = integer_of(value.substr(3));
    }
    return true;
  }

  std::optional<PointWords> combine() {
    Point& point = found_.words.point;
    if (found_.day_shift) {
      point.base = Base::published;
      point.unit = 'D';
      point.shift = *found_.day_shift;
      return found_.words;
    }
    if (!found_.fraction.empty()) {
      int& slot = found_.fraction == "half" ? point.half : point.quarter;
      if (found_.nth == 0 && found_.rel == "last" && found_.fraction == "half") {
        found_.nth = 2;  // "the last half of 1989"
        found_.rel.clear();
      }
      slot = found_.nth;
      if (slot < 1 || slot > (found_.fraction == "half" ? 2 : 4)) return std::nullopt;
      // "the first half of October" is October as far as anyone can tell
      if (point.month != 0) slot = 0;
    } else if (found_.nth != 0) {
      return std::nullopt;
    }
    if (!relate()) return std::nullopt;
    // the weekday adds nothing to a full date, but tells the year of one that lacks it
    if (point.weekday != 0 && point.day != 0 && point.base != Base::free) point.weekday = 0;
    if (point.day != 0 && point.month == 0 && point.unit != 'M') return std::nullopt;
    constexpr int kLeapYear = 2000;
    const int year = point.base == Base::absolute ? point.year : kLeapYear;
    if (point.day != 0 && point.month != 0 && !is_day(year, point.month, point.day)) {
      return std::nullopt;
    }
    const bool has_part = point.month != 0 || point.season != 0 || point.weekday != 0 ||
                          point.half != 0 || point.quarter != 0 || point.easter.has_value();
    if (point.base == Base::free && !has_part) return std::nullopt;
    bend_part();
    return found_.words;
  }

  /// "last year", "next Thursday", "that February"
  bool relate() {
    Point& point = found_.words.point;
    const std::string& rel = found_.rel;
    if (rel.empty()) {
      // "the first quarter of the year"
      if (found_.unit == "Y" && point.base == Base::free &&
          (point.half != 0 || point.quarter != 0)) {
        point.base = Base::published;
        found_.words.has_year = true;
        return true;
      }
      // "the year 2024"
      return found_.unit.empty() || (found_.unit == "Y" && point.base == Base::absolute);
    }
    if (point.base == Base::absolute) return false;
    const bool told = rel == "that" || rel == "same" || rel == "previous" || rel == "following";
    const int step = rel == "last" || rel == "previous"    ? -1
                     : rel == "next" || rel == "following" ? 1
                                                           : 0;
    if (!found_.unit.empty()) {
      if (std::string_view("DWMYEC").find(found_.unit[0]) == std::string_view::npos) return false;
      point.base = told ? Base::narrative : Base::published;
      point.unit = found_.unit[0];
      point.shift = step;
      const bool has_part =
          point.month != 0 || point.season != 0 || point.half != 0 || point.quarter != 0;
      if (has_part && point.unit != 'Y') return false;
      if (point.day != 0 && point.month == 0 && point.unit != 'M') return false;
      if (point.weekday != 0 && point.day == 0 && point.unit != 'W') return false;
      found_.words.has_year = true;
      return true;
    }
    if (point.month == 0 && point.season == 0 && point.weekday == 0) return false;
    found_.words.has_year = true;
    if (told) {
      point.base = Base::narrative;
      point.pick = step < 0             ? Pick::before
                   : step > 0           ? Pick::after
                   : point.weekday == 0 ? Pick::latest
                                        : Pick::nearest;
    } else if (step == 0 && point.weekday == 0) {
      point.base = Base::published;
    } else {
      point.pick = step < 0 ? Pick::before : step > 0 ? Pick::after : Pick::earliest;
    }
    return true;
  }

  /// docs/output.md: early and late months are the month, all else is approximate.
  void bend_part() {
    Point& point = found_.words.point;
    const std::string& part = found_.words.part;
    if (part.empty() || part == "none" || point.day != 0 || point.weekday != 0) return;
    if (point.base != Base::absolute && point.unit != 'Y' && point.unit != 'M') return;
    const bool is_month = point.month != 0 || (point.base != Base::absolute && point.unit == 'M');
    point.approximate = !is_month || part == "mid";
  }

  const Scene& scene_;
  const Captures& captures_;
  ItemRange items_;
  ItemRange noise_;
  Found found_;
};

}  // namespace

std::optional<std::string_view> calendar_word(const Vocabulary& vocabulary, std::string_view folded,
                                              std::string_view kind) {
  return vocabulary.calendar(folded, kind);
}

std::optional<PointWords> read_point_words(const Captures& captures, ItemRange items,
                                           ItemRange noise) {
  if (items.empty()) return std::nullopt;
  return PointReader(captures, items, noise).read();
}

SpelledYear read_spelled_year(const Captures& captures, std::size_t item, std::size_t end) {
  const Scene& scene = captures.scene();
  const auto word = [&](std::size_t i) -> std::string_view {
    return i < end ? std::string_view(scene.tokens[captures.item(i).first].folded) : "";
  };
  const auto small = [&](std::size_t i) {
    const NumberWord* number = scene.vocabulary.number(word(i));
    const bool plain =
        number != nullptr && (number->kind == NumberKind::unit || number->kind == NumberKind::ten);
    return plain ? static_cast<int>(number->value) : 0;
  };
  constexpr int kTeens = 10;
  constexpr int kTens = 20;
  SpelledYear out;
  if (word(item) == "two" && word(item + 1) == "thousand") {
    std::size_t next = item + 2;
    if (word(next) == "and") ++next;
    const int rest = small(next);
    return rest > 0 && rest < kTens ? SpelledYear{2000 + rest, next + 1 - item}
                                    : SpelledYear{2000, 2};
  }
  const int century = small(item);
  constexpr int kFirst = 17;
  if (century < kFirst || century > kTens) return out;
  if (word(item + 1) == "hundred" && century < kTens) return {century * 100, 2};
  const int tens = small(item + 1);
  if (tens < kTeens) return out;
  out = {century * 100 + tens, 2};
  if (tens < kTens) return out;
  const std::size_t next = item + (word(item + 2) == "-" ? 3 : 2);
  const int rest = small(next);
  if (rest > 0 && rest < kTeens) out = {out.year + rest, next + 1 - item};
  return out;
}

std::optional<int> read_unit_count(const Captures& captures, ItemRange items) {
  const std::string words = captures.folded(items);
  if (words == "a" || words == "an" || words == "another") return 1;
  if (calendar_word(captures.scene().vocabulary, words, "vague_count")) return 0;
  const auto number = read_number(captures, items);
  constexpr double kMost = 9999;
  if (!number || number->vague || number->value < 1 || number->value > kMost ||
      number->value != std::floor(number->value)) {
    return std::nullopt;
  }
  return static_cast<int>(number->value);
}

}  // namespace msmt
