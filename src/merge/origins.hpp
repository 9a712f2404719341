/// Origins: on how many legs a claim stands. Ten papers that all retell one report are ten sources,
/// and may be ten origins of their own text, but the claim stands on the report alone.
#pragma once

#include <string>
#include <vector>

#include "merge/settle.hpp"

namespace msmt {

/// Whom each article credits for most of its claims; empty for one that credits nobody.
std::vector<std::string> main_credits(const std::vector<Article>& articles);

/// Sets Agreement::origins and Agreement::legs from the tellings of one claim.
///
/// convention  an article stands on whom it credits for the claim (the first named, which is the
///             most specific), else on whom it credits most, else on itself; articles of one origin
///             that credit nobody are one leg. Names are compared without case and article.
void count_legs(const std::vector<Telling>& tellings, const std::vector<std::string>& credits,
                Agreement& agreement);

}  // namespace msmt
