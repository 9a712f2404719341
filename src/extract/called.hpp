/// What to call a listed body or unit that has several names.
#pragma once

#include <string>
#include <string_view>

#include "extract/rule.hpp"

namespace msmt {

/// The name to give to a mention of a listed body or unit.
///
/// written   the words of the mention
/// listed    the name in its row
/// returns   for an acronym the full name that the article has used before, if any; for a full name
///           that shares too little with `listed` ("Department of Defense", "U.S. Central Command") the
///           name as written; else `listed`. Remembers full names, so that later acronyms find them.
std::string called(Narrative& narrative, std::string_view written, const std::string& listed);

}  // namespace msmt
