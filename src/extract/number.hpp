/// Numbers: from digits and number words to a value.
#pragma once

#include <optional>

#include "extract/rule.hpp"

namespace msmt {

/// A number as written: "9 million", "nine hundred and fifty", "20-thousand", "half a million".
struct Number {
  double value = 0;
  bool vague = false;        ///< "thousands": value is the least that the word says
  bool approximate = false;  ///< "a couple"
  double multiplier =
      1;  ///< the last multiplier word, for ranges that share it: "4.2 and 5.8 million"
  bool fraction = false;  ///< "a third"
  bool metres = false;    ///< ends in a glued `m`: "9m rounds" are nine million, "a 9m wall" is not
};

/// Reads the items of a range that a number pattern matched; nullopt when they make no number.
std::optional<Number> read_number(const Captures& captures, ItemRange items);

}  // namespace msmt
