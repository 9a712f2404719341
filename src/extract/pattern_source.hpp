/// Pattern sources: what a pattern is for RE2.
///
/// Symbols that a pattern does not tell apart are one character to RE2: few patterns tell apart as
/// many as 250, so a character is a byte (Latin-1), and RE2 has little to compile.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "extract/pattern_tree.hpp"

namespace msmt {

struct PatternSource {
  std::string regex;
  std::vector<std::uint16_t> characters;  ///< by symbol
  bool wide = false;  ///< more than 255 of them: the text is UTF-8, two bytes for each

  std::size_t width() const { return wide ? 2 : 1; }
  /// The items as RE2 sees them.
  void write_text(std::span<const Symbol> line, std::string& out) const;
};

PatternSource write_source(const PatternNode& root);

}  // namespace msmt
