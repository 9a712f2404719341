/// Times: what TIMEX3 knows besides dates.
///
///     "fought for three days, every Thursday at noon" -> P3D, XXXX-WXX-4, T12:00
///
/// They place nothing in the calendar. No table and no claim builds on them: the "15 years" that
/// something lasted are a quantity like any other.
#pragma once

#include <vector>

#include "msmt/extract.hpp"

namespace msmt {

/// extract(), and besides it
///
/// times      set to the lengths, repetitions, hours and the present of all sentences (`three days`,
///            `every Thursday`, `at noon`, `now`), in text order; their values are dates of type
///            DURATION, SET, TIME or DATE, and they overlap no date of the readings
std::vector<Reading> extract_times(const Engine& engine, const Document& doc,
                                   std::vector<Mention>& times);

}  // namespace msmt
