/// What a piece of evidence states, beyond what the report says of it.
///
/// A merged claim and its variants say of nearly every field what each article states. The rest,
/// small and mostly empty, stands with the evidence, so that a report can be merged again as if
/// its articles were at hand.
#pragma once

#include "msmt/merge.hpp"
#include "output/json_text.hpp"

namespace msmt {

class Unspoken {
 public:
  Unspoken(const Report& report, const MergedClaim& merged);

  /// Adds `order`, and `repeats` and `stated` where there is something to say, to the tree of a
  /// piece of evidence. A report that was made without its articles' claims gets none of them.
  void add_to(Json& evidence, std::size_t index) const;

 private:
  template <typename T>
  const T* spoken(std::size_t index, std::string_view field, const T* merged) const;

  const Report& report_;
  const MergedClaim& merged_;
  std::vector<std::vector<const Variant*>> variants_;  ///< by evidence
};

}  // namespace msmt
