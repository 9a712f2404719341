/// Summary: a claim as one line of English, made from its fields.
///
///     "North Korea → Russia: more than 20,000 containers of munitions, since September 2023"
#pragma once

#include <string>

#include "msmt/claims.hpp"

namespace msmt {

/// Never empty; a side that is not stated is `?`.
std::string summary(const Claim& claim);

/// "more than 20,000 containers", "500,000 barrels a year"; without a unit the figure alone.
std::string in_words(const Quantity& quantity);
/// "since September 2023", "between March and October 2024", "around December 2024".
std::string in_words(const Date& date);
/// Digits in groups of three, at most two decimals: "9,000,000", "1.5". Same in every locale.
std::string grouped(double number);

}  // namespace msmt
