/// A hash of words, quick to work out.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace msmt {

/// Mixes eight bytes at a time; never for anything that is put out.
inline std::uint32_t hash_word(std::string_view word) {
  constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15U;
  std::uint64_t hash = word.size() * kMix;
  while (!word.empty()) {
    std::uint64_t part = 0;
    const std::size_t bytes = word.size() < sizeof part ? word.size() : sizeof part;
    std::memcpy(&part, word.data(), bytes);
    hash = (hash ^ part) * kMix;
    hash ^= hash >> 29U;
    word.remove_prefix(bytes);
  }
  return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
}

}  // namespace msmt
