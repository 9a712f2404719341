/// Settling: from all tellings of one fact to one claim, and what they disagree on.
///
/// The merged value of a field is the one of the most independent sources; among those the most
/// precise one (exact figure, bounded on both sides, on one, about, indefinite; the shortest
/// period); then the most certain; then the earliest published; then the one of the smallest path. A source
/// supports what it states and whatever makes that more exact (`about 8,000` supports `8,000`,
/// `2024` supports `April 2024`); of the same article only the most precise value counts. A value
/// that is stated always stands before none. Nothing is averaged.
#pragma once

#include <vector>

#include "msmt/merge.hpp"

namespace msmt {

/// A claim of the cluster, and where it comes from.
struct Telling {
  Claim* claim = nullptr;
  std::size_t article = 0;  ///< index into sources, which are ordered by path
  std::size_t origin = 0;
  std::size_t order = 0;  ///< index among the claims of the article
  bool turned = false;    ///< settle() has made actor and target change places
};

/// What decides between values held by equally many.
struct Standing {
  std::vector<std::string> published;  ///< EDTF by article; empty when unknown
};

/// Lets the spans of actor and target change places.
void turn(Evidence& evidence);

/// Makes the merged claim; moves the evidence out of the tellings. `id` is left empty.
///
/// tellings  of one cluster, not empty
/// key       first kind of the items that counts for the cluster; empty for none
MergedClaim settle(std::vector<Telling> tellings, const std::string& key, const Standing& standing);

}  // namespace msmt
