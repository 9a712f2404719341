/// Mentions and residue from JSON trees, of reports made with --mentions and --residue.
#pragma once

#include "output/value_input.hpp"

namespace msmt {

/// errors   Error{where, …} as value_input.hpp has it
SourceInfo::Listed read_listed(const Fields& object);
SourceInfo::Unused read_unused(const Fields& object);

}  // namespace msmt
