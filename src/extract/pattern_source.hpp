/// Pattern sources: what a pattern is for RE2.
///
/// Symbols that a pattern does not tell apart are one character to RE2: few patterns tell apart as
/// many as 250, so a character is a byte (Latin-1), and RE2 has little to compile.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/pattern_tree.hpp"
#include "lexicon/flat.hpp"

namespace msmt {

class PatternSource {
 public:
  PatternSource() = default;
  explicit PatternSource(const PatternNode& root);

  std::string_view regex() const { return text_of(regex_, 0, regex_.size()); }
  /// More than 255 characters: regex and text are UTF-8, with two bytes for each.
  bool wide() const { return parts_ > kMostNarrow; }
  std::size_t width() const { return wide() ? 2 : 1; }
  static constexpr std::size_t kMostNarrow = 255;  ///< all bytes but 0
  /// Symbols that the pattern does not tell apart are one part; parts count from 0.
  std::size_t parts() const { return parts_; }
  std::size_t part(Symbol symbol) const {
    return symbol < part_of_.size() ? part_of_[symbol] : 0U;  // a pattern without symbols has one
  }
  /// A symbol of each part.
  std::vector<Symbol> examples() const;
  /// The items as RE2 sees them.
  void write_text(std::span<const Symbol> line, std::string& out) const;

  template <typename Archive>
  void fields(Archive& archive) {
    archive(regex_);
    archive(part_of_);
    archive.number(parts_);
  }

 private:
  Flat<char> regex_;
  Flat<std::uint16_t> part_of_;  // by symbol
  std::size_t parts_ = 1;
};

}  // namespace msmt
