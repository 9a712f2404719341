/// Spans: "between A and B", "from A to B", "A-B", "from A onwards".
#include "extract/date_readers.hpp"

namespace msmt {

namespace {

/// The first end of a span takes the year of the second: "between March and October last year".
void share_year(Point& from, const Point& to) {
  if (from.base != Base::free || to.base == Base::free || from.pick != Pick::latest) return;
  if (from.weekday != 0 ||
      (from.month == 0 && from.season == 0 && from.quarter == 0 && from.half == 0))
    return;
  if (to.base != Base::absolute && to.unit != 'Y') return;
  if (to.unknown > 0) return;
  from.base = to.base;
  from.year = to.year;
  from.shift = to.shift;
  from.unit = to.unit;
  // "between November and March 2024" begins the year before
  const bool later =
      from.month != 0 && to.month != 0 &&
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

}  // namespace

/// "between A and B", "from A to B", "A-B"
Mentions read_span(const Captures& captures) {
  auto from = read_end(captures, "a");
  auto to = read_end(captures, "b");
  if (!from) {
    // "12 to 14 June": the first end is a bare day
    return {};
  }
  if (captures.has("now")) {
    Said said = said_at(from->point);
    said.span = true;
    return one_date(captures, said);
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
    aim_date(captures, from->point, {});
    to->point.pick = from->point.pick;
  }
  share_year(from->point, to->point);
  return one_date(captures, said_between(from->point, to->point));
}

/// "from March 2024 onwards", "from 2026 on"
Mentions read_onward(const Captures& captures) {
  auto from = read_end(captures, "a");
  if (!from || counts_as_year(captures, *from)) return {};
  // "from 2026 on, …", but not "from May on the border"
  const bool comma = captures.whole().end > captures.range("span").end;
  if (captures.has("on") && !comma) return {};
  aim_date(captures, from->point, {});
  Said said = said_at(from->point);
  said.span = true;
  return {date_mention(captures, captures.range("span"), said)};
}

/// "since the coup of February 2021", "since the invasion of Ukraine in February 2022"
Mentions read_since_event(const Captures& captures) {
  auto from = read_end(captures, "a");
  if (!from || counts_as_year(captures, *from)) return {};
  const ItemRange event = captures.range("event");
  const std::string_view head = word_at(captures.scene(), event.end - 1);
  if (!calendar_word(captures.scene().vocabulary, head, "turn")) return {};
  // "since the yard was built in 2019": a clause, whose date has a rule of its own
  for (std::size_t i = event.begin; i < event.end; ++i) {
    const std::uint32_t kinds = captures.scene().vocabulary.kinds(word_at(captures.scene(), i));
    const bool verb = (kinds & (kPast | kThird)) != 0 && (kinds & (kNoun | kAdjective)) == 0;
    if ((kinds & (kAuxiliary | kPreposition | kPronoun)) != 0 || verb) return {};
  }
  aim_date(captures, from->point, "since");
  return one_date(captures, bent_date(from->point, "since", from->part));
}

}  // namespace msmt
