/// Readers of the date rules: from the groups of a match to what it says.
///
/// A reader keeps what is said, in the notation of calendar.hpp, as `timex_value`; nothing is
/// resolved before the whole sentence is read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/calendar.hpp"
#include "extract/date_context.hpp"
#include "extract/date_point.hpp"
#include "extract/rule.hpp"

namespace msmt {

using Mentions = std::vector<Mention>;

// What readers share: group `pre` is the preposition, `p` the words of the point.
Mention date_mention(const Captures& captures, ItemRange items, const Said& said);
Mentions one_date(const Captures& captures, const Said& said);
Said said_at(const Point& point);
Said said_between(const Point& from, const Point& to);
Said said_vague(std::string_view value);
/// A length without a place: PXM.
Said said_long(std::string_view length);
/// TIMEX3 of so many units (values of calendar.tsv): P3M, PT24H, P20Y for two decades; PXM for a
/// number that nobody knows, which is 0; "" for no unit.
std::string length_of(std::string_view unit, int count);
/// What the preposition does: point, since, by, before, after, from, about; "" for none.
std::string_view bend_of_date(const Captures& captures);
/// A point bent by its preposition: since X is `X/..`, by X is `../X`, before X ends before it.
Said bent_date(Point point, std::string_view how, std::string_view part = {});
/// A point without a year looks back, unless the sentence looks ahead.
/// The time of day among the groups `before`, `night`, `tod` of a match, or that of a day word: TNI,
/// T14:30; "" for none.
std::string time_of_day(const Captures& captures);
/// Reads `9:30 p.m.`, `0430 hours`, `noon`: T21:30; "" for what is no time.
std::string read_clock(const Captures& captures, ItemRange items);
void aim_date(const Captures& captures, Point& point, std::string_view how);
Mentions finish_date(const Captures& captures, PointWords words);
/// The year of `words` is none: "on May 9, 2000 troops" has a date and a count.
bool counts_as_year(const Captures& captures, const PointWords& words);

// date_day.cpp, date_time.cpp
Mentions read_day(const Captures& captures);
Mentions read_days(const Captures& captures);
Mentions read_day_list(const Captures& captures);
Mentions read_day_ordinal(const Captures& captures);
Mentions read_month(const Captures& captures);
Mentions read_month_noun(const Captures& captures);
Mentions read_month_around(const Captures& captures);
Mentions read_months(const Captures& captures);
Mentions read_numeric(const Captures& captures);
Mentions read_feast(const Captures& captures);

// date_year.cpp
Mentions read_year(const Captures& captures);
Mentions read_year_words(const Captures& captures);
Mentions read_years(const Captures& captures);
Mentions read_year_noun(const Captures& captures);
Mentions read_century(const Captures& captures);
Mentions read_era_span(const Captures& captures);
Mentions read_era(const Captures& captures);
Mentions read_decade(const Captures& captures);
Mentions read_year_span(const Captures& captures);
Mentions read_fiscal(const Captures& captures);
Mentions read_fraction(const Captures& captures);
Mentions read_first_months(const Captures& captures);
Mentions read_season(const Captures& captures);

// date_relative.cpp
Mentions read_part_of(const Captures& captures);
Mentions read_relative(const Captures& captures);
Mentions read_weekday(const Captures& captures);
Mentions read_weekend(const Captures& captures);
Mentions read_day_word(const Captures& captures);
Mentions read_night(const Captures& captures);
Mentions read_count(const Captures& captures);
Mentions read_since_then(const Captures& captures);
Mentions read_unit_before(const Captures& captures);
Mentions read_window(const Captures& captures);
Mentions read_vague(const Captures& captures);

// time_rules.cpp: the rules of lengths, repetitions and hours
std::vector<Rule> time_rules();

// date_quarter.cpp: the rules of quarters in reports on business
std::vector<Rule> quarter_rules();

// date_settle.cpp
/// Resolves the dates of a sentence in text order; each may lean on the one before it.
void settle_dates(const Scene& scene, Mentions& mentions);

// date_span.cpp
Mentions read_span(const Captures& captures);
Mentions read_onward(const Captures& captures);
Mentions read_since_event(const Captures& captures);

}  // namespace msmt
