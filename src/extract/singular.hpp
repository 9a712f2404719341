/// Singulars and plurals of English nouns.
///
///     singular("batteries")   -> "battery"
///     is_plural("series")     -> true
///     plural("policeman")     -> "policemen"
#pragma once

#include <string>
#include <string_view>

namespace msmt {

/// The singular of a counted noun, folded: "batteries" -> "battery", "troops" -> "troop".
std::string singular(std::string_view noun);
/// The plural of a noun in the singular, as its last word forms it: "cargo aircraft", "child" -> "children".
std::string plural(std::string_view noun);
/// Whether a noun has the look of a plural.
bool is_plural(std::string_view noun);

}  // namespace msmt
