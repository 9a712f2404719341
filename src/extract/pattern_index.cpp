#include "extract/pattern_index.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace msmt {

namespace {
constexpr std::size_t kWordBits = 64;
}  // namespace

PatternIndex::PatternIndex(const std::vector<Pattern>& patterns, std::size_t symbols)
    : words_((patterns.size() + kWordBits - 1) / kWordBits), end_(symbols) {
  std::array<std::vector<Word>, kItems> all;
  for (auto& sets : all) sets.assign((symbols + 1) * words_, 0);
  for (std::size_t p = 0; p < patterns.size(); ++p) {
    const PatternProgram::Openings openings = patterns[p].program().openings();
    const Word bit = Word{1} << (p % kWordBits);
    for (std::size_t k = 0; k < kItems; ++k) {
      Word* const sets = all[k].data() + p / kWordBits;
      if (openings.free[k]) {
        for (std::size_t s = 0; s <= symbols; ++s) sets[s * words_] |= bit;
        continue;
      }
      for (std::size_t w = 0; w < openings.symbols[k].size(); ++w) {
        for (Word left = openings.symbols[k][w]; left != 0; left &= left - 1) {
          const std::size_t s = w * kWordBits + static_cast<std::size_t>(std::countr_zero(left));
          sets[s * words_] |= bit;
        }
      }
    }
  }
  for (std::size_t k = 0; k < kItems; ++k) sets_[k].take(std::move(all[k]));
}

void PatternIndex::find(const Symbols& symbols, std::vector<Place>& places) const {
  places.clear();
  const std::span<const Symbol> line = symbols.line();
  const auto at = [&](std::size_t item) { return item < line.size() ? line[item] : end_; };
  for (std::size_t item = 0; item < line.size(); ++item) {
    const Word* const first = sets_[0].data() + at(item) * words_;
    const Word* const second = sets_[1].data() + at(item + 1) * words_;
    const Word* const third = sets_[2].data() + at(item + 2) * words_;
    for (std::size_t w = 0; w < words_; ++w) {
      for (Word left = first[w] & second[w] & third[w]; left != 0; left &= left - 1) {
        const std::size_t p = w * kWordBits + static_cast<std::size_t>(std::countr_zero(left));
        places.push_back({static_cast<std::uint32_t>(p), static_cast<std::uint32_t>(item)});
      }
    }
  }
  std::sort(places.begin(), places.end());
}

}  // namespace msmt
