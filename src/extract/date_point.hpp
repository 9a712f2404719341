/// The words of one point in time, in any order that English puts them: "early September 2023",
/// "the first half of last year", "Thursday, May 29".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extract/calendar.hpp"
#include "extract/rule.hpp"

namespace msmt {

/// The value of a word or phrase of calendar.tsv, if it is of that kind.
std::optional<std::string_view> calendar_word(const Vocabulary& vocabulary, std::string_view folded,
                                              std::string_view kind);

/// A point and what its reader has to know besides.
struct PointWords {
  Point point;
  std::string part;       ///< early, mid, late, start, end, none; "" when no such word stands there
  bool has_year = false;  ///< stated, or relative to another one ("last year")
  std::size_t year_item = 0;  ///< of a stated year
  bool era = false;           ///< "BC" or "AD" makes a year of any figure
  bool abbreviated = false;   ///< a month or weekday whose short form is a word of its own
};

/// nullopt when a word is none of the calendar's, `noise` words excepted, or the parts do not fit.
std::optional<PointWords> read_point_words(const Captures& captures, ItemRange items,
                                           ItemRange noise = {});

/// A year in words from an item on, and how many items it takes: "nineteen ninety-four", "twenty twelve",
/// "two thousand and three"; 0 items for none.
struct SpelledYear {
  int year = 0;
  std::size_t items = 0;
};
SpelledYear read_spelled_year(const Captures& captures, std::size_t item, std::size_t end);

/// A count of units: "two", "15", "a", "a couple of"; 0 for one that is vague, nullopt for none.
std::optional<int> read_unit_count(const Captures& captures, ItemRange items);

}  // namespace msmt
