/// Pattern indexes: one scan of a sentence for all patterns of a table.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "extract/pattern_program.hpp"

namespace msmt {

/// For each symbol, the patterns that have it as first, second or third item of a match: three
/// look-ups and two ANDs leave few patterns of a table at an item, and none at most.
class PatternIndex {
 public:
  PatternIndex() = default;
  /// symbols: how many the alphabet has.
  PatternIndex(const std::vector<Pattern>& patterns, std::size_t symbols);

  struct Place {
    std::uint32_t pattern = 0;
    std::uint32_t item = 0;
    friend auto operator<=>(const Place&, const Place&) = default;
  };
  /// Where matches may begin: by pattern, then by item.
  void find(const Symbols& symbols, std::vector<Place>& places) const;

  template <typename Archive>
  void fields(Archive& archive) {
    archive.number(words_);
    archive.number(end_);
    for (auto& sets : sets_) archive(sets);
  }

 private:
  using Word = std::uint64_t;
  static constexpr std::size_t kItems = PatternProgram::Openings::kItems;

  std::size_t words_ = 0;                // of a set of patterns
  std::size_t end_ = 0;                  // stands for the items behind the last one
  std::array<Flat<Word>, kItems> sets_;  // by symbol
};

}  // namespace msmt
