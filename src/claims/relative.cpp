#include "claims/relative.hpp"

#include <vector>

#include "claims/sentence_claims.hpp"

namespace msmt {

void set_period(Claim& claim, const Chunk& date) {
  const auto& value = std::get<Date>(date.date->value);
  if (!value.edtf.empty() || waits_for_anchor(value)) claim.period = value;
  drop_spans(claim, {"period"});
  claim.evidence.spans.emplace_back("period", date.span);
}

}  // namespace msmt
