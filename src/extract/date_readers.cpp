#include "extract/date_readers.hpp"

#include <cctype>

namespace msmt {

Mention date_mention(const Captures& captures, ItemRange items, const Said& said) {
  Date date;
  date.timex_type = "DATE";
  date.timex_value = to_string(said);
  Mention mention;
  mention.span = captures.span(items);
  mention.value = date;
  return mention;
}

Mentions one_date(const Captures& captures, const Said& said) {
  return {date_mention(captures, captures.whole(), said)};
}

Said said_at(const Point& point) {
  Said said;
  said.from = point;
  return said;
}

Said said_between(const Point& from, const Point& to) {
  Said said;
  said.from = from;
  said.to = to;
  said.span = true;
  return said;
}

Said said_vague(std::string_view value) {
  Said said;
  said.vague = value;
  return said;
}

Said said_long(std::string_view length) {
  Said said;
  said.length = length;
  return said;
}

std::string length_of(std::string_view unit, int count) {
  if (unit.empty()) return {};
  const bool clock = unit[0] == 'H' || unit[0] == 'm' || unit[0] == 's';
  std::string out = clock ? "PT" : "P";
  if (count == 0)
    return out + "X" + static_cast<char>(std::toupper(static_cast<unsigned char>(unit[0])));
  if (unit[0] == 'E') return out + std::to_string(count * 10) + "Y";
  if (unit[0] == 'C') return out + std::to_string(count * 100) + "Y";
  return out + std::to_string(count) +
         static_cast<char>(std::toupper(static_cast<unsigned char>(unit[0])));
}

std::string_view bend_of_date(const Captures& captures) {
  if (!captures.has("pre")) return {};
  return calendar_word(captures.scene().vocabulary, captures.folded("pre"), "pre")
      .value_or("point");
}

Said bent_date(Point point, std::string_view how, std::string_view part) {
  // "before the end of 2024" may be its last day
  if (how == "before" && part == "end") how = "by";
  // "since the start of 2024" and "by the end of 2024" are exact at that end
  if ((how == "by" && part == "end") || ((how == "since" || how == "from") && part == "start")) {
    point.approximate = false;
  }
  Said said = said_at(point);
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

void aim_date(const Captures& captures, Point& point, std::string_view how) {
  if (point.base != Base::free || point.pick != Pick::latest) return;
  Aim aim = aim_of(captures, how);
  // results are promised after the quarter's end
  if (point.quarter != 0 && aim == Aim::ahead) aim = Aim::open;
  if (aim == Aim::ahead) point.pick = Pick::earliest;
  if (aim == Aim::open && point.weekday == 0) point.pick = Pick::nearest;
}

Mentions finish_date(const Captures& captures, PointWords words) {
  std::string_view how = bend_of_date(captures);
  // "before 9 a.m. on May 9" is still that day
  if (how == "before" && (captures.has("before") || captures.has("night"))) how = "by";
  aim_date(captures, words.point, how);
  Said said = bent_date(words.point, how, words.part);
  const bool day = words.point.day != 0 || words.point.weekday != 0 ||
                   (words.point.base != Base::absolute && words.point.unit == 'D');
  if (day) said.time = time_of_day(captures);
  return one_date(captures, said);
}

/// "the summer of 1936", "the year 2000", "late 1944": what stands before it makes a year of the figure.
static bool is_named_year(const Captures& captures, const PointWords& words) {
  const Token* before = token_before(captures, words.year_item);
  if (before == nullptr || words.year_item == captures.whole().begin) return false;
  if (before->folded == "year" && words.point.day == 0) return true;
  constexpr int kRound = 100;
  if (words.point.year % kRound == 0) return false;
  const bool whole = words.point.day == 0 && (words.point.month != 0 || words.point.season != 0);
  if (whole && (before->folded == "of" || words.point.month != 0)) return true;
  return before->folded == "early" || before->folded == "late" || before->folded == "mid";
}

bool counts_as_year(const Captures& captures, const PointWords& words) {
  if (words.point.base != Base::absolute || words.point.unknown > 0 || words.era) return false;
  // "On 26 November 1939 shells fell": the day first, then a year that is no round figure
  const ItemRange items = captures.range("p");
  const Term* year = words.year_item >= 2 ? &captures.item(words.year_item - 1) : nullptr;
  const bool day_first = words.point.day != 0 && year != nullptr && !items.empty() &&
                         words.year_item < items.end &&
                         captures.scene().tokens[year->first].kind == TokenKind::word;
  constexpr int kRound = 100;
  if (day_first && words.point.year % kRound != 0) return false;
  if (is_named_year(captures, words)) return false;
  return is_no_year(
      captures, words.year_item,
      words.point.month == 0 && words.point.season == 0 ? captures.folded("pre") : "in");
}

}  // namespace msmt
