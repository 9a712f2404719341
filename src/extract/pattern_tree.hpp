/// Pattern trees: what a pattern says, before it is compiled.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extract/pattern.hpp"

namespace msmt {

struct PatternNode {
  enum class Kind : std::uint8_t {
    items,     ///< one item of `members.set`, or one of `members.phrases`
    sequence,  ///< all children, in order; none for nothing
    choice,    ///< one of the children, tried in order
    repeat,    ///< the child `least` to `most` times, as often as possible or, if lazy, as seldom
    group      ///< the child, kept as group `number`
  };
  static constexpr int kNoLimit = -1;

  Kind kind = Kind::sequence;
  std::vector<PatternNode> children;
  Alphabet::Members members;
  int least = 0;
  int most = kNoLimit;
  bool lazy = false;
  int number = 0;
  std::string name;
};

/// errors   Error{where, "pattern …", hint}
PatternNode parse_pattern(const Alphabet& alphabet, std::string_view pattern,
                          std::string_view where);

/// Sets of symbols of each of which a match holds one or more; not all that there are.
std::vector<SymbolSet> needs_of(const PatternNode& node);

/// The words of a pattern that stand for themselves.
std::vector<std::string_view> words_of_pattern(std::string_view pattern);

}  // namespace msmt
