/// Units: what quantities are measured or counted in. The readers of quantity.cpp, which know where
/// a number ends and what it counts, give these mentions; the table names their rules.
#include "extract/rule.hpp"

namespace msmt {

const Extractor& unit_extractor() {
  // clang-format off
  static const Extractor extractor{
      "unit",
      {},
      {},
      {
      {"unit/lexicon", "more than 3 million litres of diesel", "", nullptr},
      {"unit/counted", "8,000 North Korean workers", "", nullptr},
      {"unit/symbol", "more than $540 million", "", nullptr},
      {"unit/compound", "a 5,000-ton destroyer", "", nullptr},
      }};
  // clang-format on
  return extractor;
}

}  // namespace msmt
