/// Units of measurement right behind a number.
#pragma once

#include <optional>

#include "extract/noun_phrase.hpp"

namespace msmt {

/// "km/h", "kg", "nautical miles": the unit that begins at the items of a range, which lie right behind a
/// number; nothing where what follows is counted, not measured.
std::optional<CountedNoun> measured_noun(const Scene& scene, ItemRange range);

}  // namespace msmt
