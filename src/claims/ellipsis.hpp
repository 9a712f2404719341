/// Ellipsis: clauses that go on from a claim without a verb of their own.
#pragma once

#include <vector>

#include "claims/roles.hpp"

namespace msmt {

/// "Ghana sanctioned the firm in May, the European Union in June": the same deed by another.
void gapped(const Stage& stage, std::size_t trigger, std::vector<Claim>& found);

/// Adds claims of others who did the same in clauses without a verb: "…, and Poland 12".
void and_others(const Stage& stage, std::size_t trigger, std::vector<Claim>& found);

/// "$1.3 billion, up from $660 million in 2023": the earlier figure is a claim of its year.
void compared(const Stage& stage, std::vector<Claim>& found);

}  // namespace msmt
