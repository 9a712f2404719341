#include "claims/relative.hpp"

#include <vector>

namespace msmt {

void set_period(Claim& claim, const Chunk& date) {
  const auto& value = std::get<Date>(date.date->value);
  if (!value.edtf.empty() || waits_for_anchor(value)) claim.period = value;
  std::erase_if(claim.evidence.spans, [](const auto& span) { return span.first == "period"; });
  claim.evidence.spans.emplace_back("period", date.span);
}

}  // namespace msmt
