/// From what a date says to its value: the resolution against what the article's dates lean on.
#include "extract/calendar.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "extract/calendar_fixed.hpp"

namespace msmt {

namespace {

/// Reckons points from the anchors and remembers which one was needed.
class Resolver {
 public:
  explicit Resolver(const DateAnchors& anchors) : anchors_(anchors) {
    if (const auto range = parse_edtf(anchors.published); range && range->first && range->last) {
      published_ = range;
    }
    // An open date is no place for a story to go on from, but it has a year.
    if (const auto range = parse_edtf(anchors.last_date)) last_ = range;
  }

  Anchor used() const { return used_; }

  std::optional<Fixed> fix(const Point& point) {
    auto fixed = fix_exactly(point);
    if (fixed) fixed->approximate = point.approximate;
    return fixed;
  }

  /// A point that recurs, near another one: "from December 2023 to March".
  std::optional<Fixed> fix_near(Point point, Day origin, Pick pick) {
    point.pick = pick;
    auto fixed = fix_free(point, origin);
    if (fixed) fixed->approximate = point.approximate;
    return fixed;
  }

 private:
  std::optional<Fixed> fix_exactly(const Point& point) {
    switch (point.base) {
      case Base::absolute:
        return point.unknown > 0 ? fix_year(point.year, point.unknown)
                                 : fix_in_year(point, point.year);
      case Base::published:
        return from_published([&](Day day) { return fix_shifted(point, day); });
      case Base::narrative:
        return from_narrative(point);
      case Base::free:
        break;
    }
    if (anchors_.story && last_) {
      if (auto told = in_story(point)) {
        use_narrative();
        return told;
      }
    }
    auto near_publication = from_published([&](Day day) { return fix_free(point, day); }, false);
    auto told = in_narrative_year(point);
    if (told && !(near_publication && near_publication->edtf == told->edtf)) {
      use_narrative();
      return told;
    }
    if (near_publication) used_ = anchors_.published_from;
    return near_publication;
  }

  /// A publication date that is only a month or a year gives what all of its days agree on.
  template <typename Reckon>
  std::optional<Fixed> from_published(const Reckon& reckon, bool use = true) {
    if (!published_) return std::nullopt;
    auto early = reckon(*published_->first);
    const auto late = reckon(*published_->last);
    if (!early || !late || early->edtf != late->edtf) return std::nullopt;
    if (use) used_ = anchors_.published_from;
    return early;
  }

  std::optional<Fixed> from_narrative(const Point& point) {
    constexpr std::size_t kReach = 6;  // sentences: about a paragraph
    if (point.unit == 'Q') return from_quarter(point);
    if (point.unit == 'T') return from_then();
    if (!last_) return std::nullopt;
    if (anchors_.sentences_since > kReach && !anchors_.story) return std::nullopt;
    auto origin = last_->first ? last_->first : last_->last;
    // "fought from 1914 to 1918; two years later"
    const bool years = last_->precision == 1 && anchors_.last_date.find('/') != std::string::npos;
    // "repealed in 1985, and the next spring": that of 1986
    const bool next = last_->precision == 1 && point.pick == Pick::after;
    // "fought from 31 July to 10 November; three days later", "from 8 August to 11 November, on the 11th"
    const bool past_end = is_stretch() && (point.shift > 0 || point.day != 0);
    if (((years && point.shift > 0) || next || past_end) && last_->last) origin = last_->last;
    const bool bare_weekday = point.weekday != 0 && point.month == 0;
    const bool long_unit = point.unit == 'E' || point.unit == 'C';
    const int needed = bare_weekday        ? 4
                       : long_unit         ? 0
                       : point.unit == 'Y' ? 1
                       : point.unit == 'M' ? 3
                                           : 4;
    if (!origin || last_->precision < needed) return std::nullopt;
    // "the following March" is the next one after it
    auto fixed =
        point.pick == Pick::latest ? fix_shifted(point, *origin) : fix_free(point, *origin);
    if (fixed) use_narrative();
    return fixed;
  }

  /// Whether the narrative stands at a span of days or months that was told as one; a week is a unit.
  bool is_stretch() const {
    constexpr int kMonth = 3;  // as precise as a month
    if (last_->precision < kMonth || !last_->first || !last_->last) return false;
    if (anchors_.last_date.find('/') == std::string::npos) return false;
    constexpr std::int64_t kWeek = 6;  // from its first day to its last
    const bool week = day_number(*last_->last) - day_number(*last_->first) == kWeek &&
                      weekday_of(*last_->first) == 1;
    return !week;
  }

  /// "Since then": the date itself, the end of a span.
  std::optional<Fixed> from_then() {
    constexpr std::size_t kNear = 2;  // sentences
    if (!last_ || anchors_.sentences_since > kNear) return std::nullopt;
    const auto told = parse_said(anchors_.last_date);
    if (!told) return std::nullopt;
    const std::optional<Point>& then = told->from && told->to ? told->to : told->from;
    if (!then || then->base != Base::absolute || then->unknown > 0) return std::nullopt;
    auto fixed = fix_in_year(*then, then->year);
    if (fixed) use_narrative();
    return fixed;
  }

  /// "the quarter", "the year-earlier quarter"
  std::optional<Fixed> from_quarter(Point point) {
    const auto told = parse_edtf(anchors_.quarter);
    if (!told || !told->first) {
      --point.shift;
      return from_published([&](Day day) { return fix_shifted(point, day); });
    }
    used_ = Anchor::inferred;
    return fix_shifted(point, *told->first);
  }

  /// "In 1941 … On 7 December … In March …": the year goes on.
  std::optional<Fixed> in_story(Point point) const {
    if (point.pick == Pick::before || point.pick == Pick::after) return std::nullopt;
    const auto origin = last_->first ? last_->first : last_->last;
    if (!origin || last_->precision < 1) return std::nullopt;
    if (point.weekday != 0 && point.month == 0) {
      if (last_->precision < 4) return std::nullopt;
      point.pick = Pick::earliest;
      return fix_free(point, *origin);
    }
    if (point.weekday != 0 && point.day != 0) {  // "On Monday, February 1": the year that has it
      auto near = fix_free(point, *origin);
      if (near && weekday_of(near->first) == point.weekday) return near;
    }
    constexpr int kTurn = 6;  // months back
    const bool turned =
        last_->precision >= 2 && point.month != 0 && point.month + kTurn <= origin->month;
    // "On 2 February … Over the winter": the one that began the year before
    constexpr int kThaw = 4;
    const bool same_winter =
        last_->precision >= 3 && point.season == kWinter && origin->month <= kThaw;
    return fix_in_year(point, origin->year + (turned ? 1 : same_winter ? -1 : 0));
  }

  /// "dismantled in April last year and launched in October"
  std::optional<Fixed> in_narrative_year(const Point& point) const {
    if (!last_ || !last_->first || !last_->last) return std::nullopt;
    if (point.weekday != 0 && point.day == 0) return std::nullopt;
    if (point.pick == Pick::before || point.pick == Pick::after) return std::nullopt;
    const bool same_sentence = anchors_.sentences_since == 0;
    if (anchors_.sentences_since > 1 || last_->precision < (same_sentence ? 1 : 3)) {
      return std::nullopt;
    }
    // "They met in June last year. He came in October": counted from publication again
    if (!same_sentence && published_ && anchors_.last_from != Anchor::none && !anchors_.story)
      return std::nullopt;
    auto fixed = fix_in_year(point, last_->first->year);
    if (!fixed || fixed->last < *last_->first) return std::nullopt;
    if (point.weekday != 0 && weekday_of(fixed->first) != point.weekday) return std::nullopt;
    if (!published_) return fixed;
    if (point.day != 0 && is_news(point, *fixed)) return std::nullopt;
    const bool to_come = fixed->first > *published_->last;
    if (to_come && point.pick == Pick::latest) return std::nullopt;
    // the story's year may be the last one or the next: what publication is nearer to counts
    constexpr std::int64_t kNear = 200;  // days
    const std::int64_t ahead = day_number(fixed->first) - day_number(*published_->last);
    if (point.pick == Pick::nearest && ahead > kNear) return std::nullopt;
    const bool recent = last_->first->year + 1 >= published_->first->year;
    if (point.pick == Pick::earliest && recent && fixed->last < *published_->first) {
      return std::nullopt;
    }
    return fixed;
  }

  /// "In 1987 it had none. On Sept. 29 …": a day of the last weeks is news, not history, unless the
  /// story stands close before the other one.
  bool is_news(const Point& point, const Fixed& told) const {
    constexpr std::int64_t kWeeks = 45;  // days
    const auto near = fix_free(point, *published_->last);
    if (!near) return false;
    const std::int64_t away = day_number(*published_->last) - day_number(near->first);
    const std::int64_t on = day_number(told.first) - day_number(*last_->first);
    return std::abs(away) <= kWeeks && (last_->precision < 3 || on > kWeeks);
  }

  void use_narrative() {
    used_ = anchors_.last_from == Anchor::none ? Anchor::inferred : anchors_.last_from;
  }

  const DateAnchors& anchors_;
  std::optional<DayRange> published_;
  std::optional<DayRange> last_;
  Anchor used_ = Anchor::none;
};

/// One end of a span: no intervals in intervals, no open digits (EDTF level 1).
std::string write_end(const Fixed& fixed, bool first) {
  if (fixed.several) {
    const std::size_t slash = fixed.edtf.find('/');
    return first ? fixed.edtf.substr(0, slash) : fixed.edtf.substr(slash + 1);
  }
  if (fixed.precision == 0) return padded(first ? fixed.first.year : fixed.last.year, 4);
  return mark(fixed, fixed.approximate);
}

/// What ends right before a point begins, as precise as it is.
Fixed just_before(const Fixed& fixed) {
  const Day last = day_of(day_number(fixed.first) - 1);
  if (fixed.precision <= 1) return fix_year(last.year, 0);
  if (fixed.precision == 4) return fix_day(last);
  return fix_months(last.year, last.month, 1);
}

int rank(std::string_view granularity) {
  static constexpr std::array<std::string_view, 8> kOrder = {
      "century", "decade", "year", "season", "half", "quarter", "month", "day"};
  return static_cast<int>(std::find(kOrder.begin(), kOrder.end(), granularity) - kOrder.begin());
}

bool is_weekend(const Said& said) {
  return said.from && said.to && said.from->base == Base::free && said.to->base == Base::free &&
         said.from->weekday == 6 && said.to->weekday == 7;
}

Date resolve_span(const Said& said, Resolver& resolver, Date date) {
  std::optional<Fixed> from;
  std::optional<Fixed> to;
  const auto is_free = [](const Point& point) { return point.base == Base::free; };
  // An end without a year is the one next to the other end.
  if (said.from && said.to && is_free(*said.from) && said.from->pick == Pick::latest) {
    to = resolver.fix(*said.to);
    if (to) from = resolver.fix_near(*said.from, to->first, Pick::latest);
  } else {
    if (said.from) from = resolver.fix(*said.from);
    if (said.from && said.to && is_free(*said.to)) {
      if (from) to = resolver.fix_near(*said.to, from->last, Pick::earliest);
    } else if (said.to) {
      to = resolver.fix(*said.to);
    }
  }
  if ((said.from && !from) || (said.to && !to)) return date;
  if (from && to && to->last < from->first) return date;
  std::string_view granularity;
  for (const auto& end : {from, to}) {
    if (end && (granularity.empty() || rank(end->granularity) > rank(granularity))) {
      granularity = end->granularity;
    }
  }
  date.granularity = granularity;
  date.timex_value = from ? from->timex : to->timex;
  if (from && to && is_weekend(said)) date.timex_value = fix_week(from->first).timex + "-WE";
  if (to && said.before && !to->approximate) to = just_before(*to);
  const std::string begin = from ? write_end(*from, true) : "..";
  const std::string end = to ? write_end(*to, false) : "..";
  date.edtf = begin == end ? begin : begin + "/" + end;
  if (from) date.start = to_string(from->first);
  if (to) date.end = to_string(to->last);
  return date;
}

}  // namespace

Date resolve(const Said& said, const DateAnchors& anchors) {
  Date date;
  date.timex_type = "DATE";
  date.timex_value = to_string(said);
  if (!said.vague.empty()) return date;
  const Point* stated = said.from ? &*said.from : said.to ? &*said.to : nullptr;
  if (stated != nullptr && stated->base == Base::free) {
    date.timex_value = is_weekend(said) ? "XXXX-WXX-WE" : open_timex(*stated);
  } else if (stated != nullptr && !said.span) {
    date.timex_value = write_point(*stated);
  }
  Resolver resolver(anchors);
  if (said.span) {
    date = resolve_span(said, resolver, std::move(date));
  } else if (const auto fixed = said.from ? resolver.fix(*said.from) : std::nullopt) {
    date.edtf = mark(*fixed, fixed->approximate);
    date.timex_value = fixed->timex;
    date.start = to_string(fixed->first);
    date.end = to_string(fixed->last);
    date.granularity = fixed->granularity;
  }
  if (!date.edtf.empty()) date.anchored_by = resolver.used();
  if (!said.length.empty()) {
    date.timex_type = "DURATION";
    date.timex_value = said.length;
  } else if (!said.time.empty() && !(said.from && said.to)) {
    date.timex_type = "TIME";
    if (!date.timex_value.ends_with(";" + said.time)) date.timex_value += said.time;
  }
  return date;
}

}  // namespace msmt
