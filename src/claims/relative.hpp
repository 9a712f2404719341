/// Dates of claims, which may wait for their anchor.
#pragma once

#include "claims/chunk.hpp"
#include "extract/calendar.hpp"

namespace msmt {

/// Whether a date is relative and nobody has resolved it: "last year" where nobody knows the year.
inline bool waits_for_anchor(const Date& date) {
  if (!date.edtf.empty() || date.timex_type != "DATE") return false;
  const auto said = parse_said(date.timex_value);
  return said && said->vague.empty();
}

/// Dates a claim by a chunk of kind `date`; what dated it before is forgotten.
void set_period(Claim& claim, const Chunk& date);

}  // namespace msmt
