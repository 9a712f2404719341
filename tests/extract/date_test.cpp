// Calendar arithmetic, the notation for what is said, and its resolution. What sentences give is in
// tests/corpus/date.tsv.
#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "extract/calendar.hpp"

using msmt::Anchor;
using msmt::Date;
using msmt::DateAnchors;
using msmt::Day;

namespace {

bool digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// One date of EDTF level 1 as this program may write it: year, decade, century, season, month, day.
bool is_edtf_date(std::string_view text, bool in_interval) {
  const bool approximate = text.ends_with('~');
  if (approximate) text.remove_suffix(1);
  if (text.size() < 4) return false;
  const std::string_view year = text.substr(0, 4);
  if (!digits(year)) {
    const bool open = (digits(year.substr(0, 3)) && year[3] == 'X') ||
                      (digits(year.substr(0, 2)) && year.substr(2) == "XX");
    return open && text.size() == 4 && !in_interval && !approximate;
  }
  if (text.size() == 4) return true;
  if (text.size() < 7 || text[4] != '-' || !digits(text.substr(5, 2))) return false;
  const int month = std::stoi(std::string(text.substr(5, 2)));
  if (text.size() == 7) {
    if (month >= 21 && month <= 24) return !approximate;
    return month >= 1 && month <= 12;
  }
  if (text.size() != 10 || text[7] != '-' || !digits(text.substr(8, 2))) return false;
  return msmt::is_day(std::stoi(std::string(year)), month,
                      std::stoi(std::string(text.substr(8, 2))));
}

bool is_edtf(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return is_edtf_date(text, false);
  const std::string_view begin = text.substr(0, slash);
  const std::string_view end = text.substr(slash + 1);
  if (begin == ".." && end == "..") return false;
  return (begin == ".." || is_edtf_date(begin, true)) && (end == ".." || is_edtf_date(end, true));
}

Date resolved(std::string_view said, const DateAnchors& anchors = {}) {
  const auto parsed = msmt::parse_said(said);
  REQUIRE(parsed);
  CHECK(msmt::to_string(*parsed) == said);
  const Date date = msmt::resolve(*parsed, anchors);
  if (!date.edtf.empty()) {
    INFO(said << " -> " << date.edtf);
    CHECK(is_edtf(date.edtf));
  }
  return date;
}

const DateAnchors kFriday{"2025-05-30", Anchor::header, "", Anchor::none, 0};

}  // namespace

TEST_CASE("days are counted in both directions") {
  CHECK(msmt::day_number({1970, 1, 1}) == 0);
  CHECK(msmt::day_number({2000, 3, 1}) == 11017);
  CHECK(msmt::day_number({1899, 12, 31}) == -25568);
  for (std::int64_t number = -200000; number < 200000; number += 37) {
    const Day day = msmt::day_of(number);
    CHECK(msmt::day_number(day) == number);
    CHECK(msmt::is_day(day.year, day.month, day.day));
  }
}

TEST_CASE("weekdays and leap years") {
  CHECK(msmt::weekday_of({2025, 5, 30}) == 5);
  CHECK(msmt::weekday_of({1945, 8, 15}) == 3);
  CHECK(msmt::weekday_of({1969, 12, 31}) == 3);
  CHECK(msmt::is_day(2024, 2, 29));
  CHECK(msmt::is_day(2000, 2, 29));
  CHECK_FALSE(msmt::is_day(2023, 2, 29));
  CHECK_FALSE(msmt::is_day(1900, 2, 29));
  CHECK_FALSE(msmt::is_day(2024, 13, 1));
  CHECK_FALSE(msmt::is_day(2024, 4, 31));
  CHECK_FALSE(msmt::is_day(2024, 0, 1));
}

TEST_CASE("what is said is written and read back") {
  for (const char* said :
       {"2024",          "199X",       "19XX",     "2024-10",       "2024-10-12",      "2024-22",
        "2024-H1",       "2024-Q3",    "2024~",    "XXXX-10",       "XXXX-10-12",      "XXXX-WXX-4",
        "XXXX-WXX-4+",   "XXXX-12<",   "XXXX-24>", "REF-1Y",        "REF+0W",          "REF-1Y-10",
        "REF-1Y-10-12~", "NAR+1M",     "NAR-1D",   "NAR-4Q",        "XXXX-11-WXX-4#4", "XXXX-E-2",
        "2024/..",       "../2024-10", "../!2024", "REF-3M/REF+0M", "PAST_REF",        "FUTURE_REF",
        "2024-XX-XX"}) {
    const auto parsed = msmt::parse_said(said);
    REQUIRE(parsed);
    CHECK(msmt::to_string(*parsed) == said);
  }
  for (const char* broken :
       {"", "20", "2024-", "2024-13", "2024-25", "REF", "REF1Y", "REF+Y", "REF+1H", "2024-H3",
        "2024-Q5", "XXXX-WXX-8", "../..", "2024-10-32", "last year"}) {
    INFO(broken);
    CHECK_FALSE(msmt::parse_said(broken));
  }
}

TEST_CASE("feasts move with the year") {
  CHECK(msmt::to_string(msmt::easter_of(1916)) == "1916-04-23");
  CHECK(msmt::to_string(msmt::easter_of(2000)) == "2000-04-23");
  CHECK(msmt::to_string(msmt::easter_of(2024)) == "2024-03-31");
  CHECK(msmt::to_string(msmt::easter_of(2025)) == "2025-04-20");
  CHECK(resolved("2025-11-WXX-4#4").edtf == "2025-11-27");
  CHECK(resolved("2025-05-WXX-1#5").edtf == "2025-05-26");
  CHECK(resolved("2021-05-WXX-1#5").edtf == "2021-05-31");
  CHECK(resolved("2025-E-2").edtf == "2025-04-18");
}

TEST_CASE("absolute dates need no anchor") {
  const Date month = resolved("2023-09/..");
  CHECK(month.edtf == "2023-09/..");
  CHECK(month.timex_value == "2023-09");
  CHECK(month.start == "2023-09-01");
  CHECK(month.end.empty());
  CHECK(month.granularity == "month");
  CHECK(month.anchored_by == Anchor::none);
  const Date half = resolved("2025-H1");
  CHECK(half.edtf == "2025-01/2025-06");
  CHECK(half.timex_value == "2025-H1");
  CHECK(half.granularity == "half");
  CHECK(half.end == "2025-06-30");
  CHECK(resolved("2024-Q3/..").edtf == "2024-07/..");
  CHECK(resolved("../2024-Q3").edtf == "../2024-09");
  const Date winter = resolved("2023-24");
  CHECK(winter.start == "2023-12-01");
  CHECK(winter.end == "2024-02-29");
  CHECK(winter.timex_value == "2023-WI");
  CHECK(resolved("199X").timex_value == "199");
  CHECK(resolved("19XX").end == "1999-12-31");
  CHECK(resolved("199X/..").edtf == "1990/..");
  CHECK(resolved("../!2026").edtf == "../2025");
  CHECK(resolved("../!2024-01").edtf == "../2023-12");
  CHECK(resolved("../!2024-03-01").edtf == "../2024-02-29");
  CHECK(resolved("../!2024-03-01").end == "2024-02-29");
  CHECK(resolved("2024~/..").edtf == "2024~/..");
}

TEST_CASE("impossible dates have no value") {
  CHECK(resolved("2024-02-30").edtf.empty());
  CHECK(resolved("XXXX-04-31", kFriday).edtf.empty());
  CHECK(resolved("2024-10/2024-03").edtf.empty());
  CHECK(resolved("XXXX-02-29", kFriday).edtf == "2024-02-29");
}

TEST_CASE("relative dates lean on publication") {
  const auto at = [](std::string_view said) { return resolved(said, kFriday); };
  CHECK(at("REF-1Y").edtf == "2024");
  CHECK(at("REF-1Y").anchored_by == Anchor::header);
  CHECK(at("REF-5M").edtf == "2024-12");
  CHECK(at("REF+0W").edtf == "2025-05-26/2025-06-01");
  CHECK(at("REF+0W").timex_value == "2025-W22");
  CHECK(at("REF-1W-WXX-4").edtf == "2025-05-22");
  CHECK(at("REF-30D").edtf == "2025-04-30");
  CHECK(at("REF-1Y-10").edtf == "2024-10");
  CHECK(at("REF-1Y-H2").edtf == "2024-07/2024-12");
  CHECK(at("XXXX-WXX-5").edtf == "2025-05-30");
  CHECK(at("XXXX-WXX-5<").edtf == "2025-05-23");
  CHECK(at("XXXX-WXX-5>").edtf == "2025-06-06");
  CHECK(at("XXXX-WXX-1+").edtf == "2025-06-02");
  CHECK(at("XXXX-05").edtf == "2025-05");
  CHECK(at("XXXX-05<").edtf == "2024-05");
  CHECK(at("XXXX-06").edtf == "2024-06");
  CHECK(at("XXXX-06+").edtf == "2025-06");
  CHECK(at("XXXX-22").edtf == "2024-22");
  CHECK(at("XXXX-24<").edtf == "2024-24");
  CHECK(at("REF-1Y-03/REF-1Y-10").edtf == "2024-03/2024-10");
  CHECK(at("XXXX-11/XXXX-01").edtf == "2024-11/2025-01");
  CHECK(at("2023-12/XXXX-03").edtf == "2023-12/2024-03");
}

TEST_CASE("an imprecise publication date gives no more than it holds") {
  const DateAnchors month{"2025-05", Anchor::manifest, "", Anchor::none, 0};
  CHECK(resolved("REF-1Y", month).edtf == "2024");
  CHECK(resolved("REF-1M", month).edtf == "2025-04");
  CHECK(resolved("REF-1D", month).edtf.empty());
  CHECK(resolved("REF-1D", month).timex_value == "REF-1D");
  CHECK(resolved("XXXX-04-30", month).edtf == "2025-04-30");
  CHECK(resolved("XXXX-05-12", month).edtf.empty());
  const DateAnchors year{"2025", Anchor::manifest, "", Anchor::none, 0};
  CHECK(resolved("REF-1Y", year).edtf == "2024");
  CHECK(resolved("XXXX-10", year).edtf.empty());
}

TEST_CASE("dates lean on the one before them") {
  DateAnchors told = kFriday;
  told.last_date = "2023-08";
  told.last_from = Anchor::none;
  told.sentences_since = 1;
  CHECK(resolved("NAR+0Y", told).edtf == "2023");
  CHECK(resolved("NAR+0Y", told).anchored_by == Anchor::inferred);
  CHECK(resolved("NAR+0Y-02", told).edtf == "2023-02");
  CHECK(resolved("NAR+6M", told).edtf == "2024-02");
  CHECK(resolved("NAR+1D", told).edtf.empty());
  CHECK(resolved("XXXX-10", told).edtf == "2023-10");
  CHECK(resolved("XXXX-04", told).edtf == "2025-04");
  CHECK(resolved("NAR+0Y-03>", told).edtf == "2024-03");
  told.last_from = Anchor::header;
  CHECK(resolved("XXXX-10", told).anchored_by == Anchor::header);
  told.sentences_since = 2;
  CHECK(resolved("XXXX-10", told).edtf == "2024-10");
  told.last_date = "2023-08/..";
  told.sentences_since = 0;
  CHECK(resolved("XXXX-10", told).edtf == "2024-10");
  told.last_date = "2025-05-29";
  CHECK(resolved("XXXX-10", told).edtf == "2024-10");
}

TEST_CASE("whatever is said gives EDTF or nothing") {
  constexpr unsigned kSeed = 20250530;
  INFO("seed " << kSeed);
  std::mt19937 random(kSeed);
  const auto below = [&](unsigned n) { return static_cast<int>(random() % n); };
  const auto point = [&] {
    msmt::Point p;
    p.base = static_cast<msmt::Base>(below(4));
    p.year = p.base == msmt::Base::absolute ? 1800 + below(400) : 0;
    p.shift = p.base >= msmt::Base::published ? below(7) - 3 : 0;
    p.unit = p.base >= msmt::Base::published ? "YMWD"[below(4)] : 'Y';
    if (p.unit == 'Y') {
      switch (below(7)) {
        case 0:
          p.month = 1 + below(12);
          break;
        case 1:
          p.month = 1 + below(12), p.day = 1 + below(31);
          break;
        case 2:
          p.season = 21 + below(4);
          break;
        case 3:
          p.half = 1 + below(2);
          break;
        case 4:
          p.quarter = 1 + below(4);
          break;
        case 5:
          p.unknown = p.base == msmt::Base::absolute ? below(3) : 0;
          break;
        default:
          p.weekday = p.base == msmt::Base::free ? 1 + below(7) : 0;
          break;
      }
    }
    if (p.unknown > 0) p.year -= p.year % (p.unknown == 1 ? 10 : 100);
    p.approximate = below(3) == 0;
    p.pick = static_cast<msmt::Pick>(below(4));
    return p;
  };
  for (int i = 0; i < 20000; ++i) {
    msmt::Said said;
    said.span = below(2) == 0;
    if (!said.span || below(3) > 0) said.from = point();
    if (said.span && (!said.from || below(2) == 0)) said.to = point();
    said.before = said.to && !said.from && below(2) == 0;
    const std::string text = msmt::to_string(said);
    INFO(text);
    const auto back = msmt::parse_said(text);
    REQUIRE(back);
    REQUIRE(msmt::to_string(*back) == text);
    DateAnchors anchors = kFriday;
    if (below(2) == 0) anchors.last_date = below(2) == 0 ? "2024-02" : "2023-12-31";
    const Date date = msmt::resolve(said, anchors);
    INFO(date.edtf);
    REQUIRE((date.edtf.empty() ? !date.timex_value.empty() : is_edtf(date.edtf)));
    if (!date.start.empty() && !date.end.empty()) REQUIRE(date.start <= date.end);
    if (!date.edtf.empty()) REQUIRE(msmt::parse_edtf(date.edtf));
  }
}
