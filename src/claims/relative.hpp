/// Dates that wait for their anchor.
#pragma once

#include "extract/calendar.hpp"

namespace msmt {

/// Whether a date is relative and nobody has resolved it: "last year" where nobody knows the year.
inline bool waits_for_anchor(const Date& date) {
  if (!date.edtf.empty() || date.timex_type != "DATE") return false;
  const auto said = parse_said(date.timex_value);
  return said && said->vague.empty();
}

}  // namespace msmt
