#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace msmt {

/// Whether a word is one of a closed set, in code points as they stand.
template <std::size_t N>
bool is_among(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace msmt
