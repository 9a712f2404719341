/// Independence: which articles go back to one origin.
///
/// Copies, near-copies and further articles of one publisher count as one origin. Near-copies are
/// found as by A. Broder, "On the resemblance and containment of documents" (SEQUENCES 1997): the
/// resemblance of two texts is the Jaccard index of their sets of five-word shingles, estimated
/// from the least values of independent hash functions.
#pragma once

#include <string_view>
#include <vector>

#include "msmt/merge.hpp"

namespace msmt {

/// Resemblance from which a text counts as a copy of another one.
inline constexpr double kNearCopy = 0.8;

/// Estimated Jaccard index of two sketches made by shingles(); 0 when one is empty.
double resemblance(std::string_view a, std::string_view b);

/// For each source the index of the first source of its origin.
///
/// convention being of one origin is transitive; sources without publisher and sketch stand alone
std::vector<std::size_t> origins(const std::vector<SourceInfo>& sources);

}  // namespace msmt
