/// Descriptions: words that stand for a state that was named before, the rows of descriptions.tsv.
///
///     "the West African country"    Niger, if that was named
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "msmt/lexicon.hpp"

namespace msmt {

class Descriptions {
 public:
  explicit Descriptions(const Lexicons& lexicons);
  /// The states that words fit, by the ids of countries.tsv; nullptr for words that describe none.
  /// words: folded, without an article, "gulf kingdom"
  const std::set<std::string>* states(std::string_view words) const;

 private:
  std::map<std::string, std::set<std::string>, std::less<>> states_;
};

}  // namespace msmt
