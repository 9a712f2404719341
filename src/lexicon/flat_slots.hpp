/// Places of entries by hash, in a flat array: open addressing over a power of two, at most half
/// full.
#pragma once

#include <cstdint>

#include "lexicon/flat.hpp"

namespace msmt {

class FlatSlots {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  /// The first entry with this hash that `is_it` accepts, or kNone.
  template <typename IsIt>
  std::uint32_t find(std::uint32_t hash, IsIt is_it) const {
    if (slots_.empty()) return kNone;
    for (std::size_t at = hash & mask();; at = (at + 1) & mask()) {
      const std::uint32_t entry = slots_[at];
      if (entry == kNone || is_it(entry)) return entry;
    }
  }
  /// Adds entry number `entry`, which is the last one; hash_of gives the hashes of the others.
  template <typename HashOf>
  void add(std::uint32_t entry, HashOf hash_of) {
    constexpr std::size_t kLeast = 16;
    if (slots_.size() < 2 * (std::size_t{entry} + 1)) {
      slots_.assign(slots_.size() < kLeast ? kLeast : 4 * slots_.size(), kNone);
      for (std::uint32_t known = 0; known < entry; ++known) place(known, hash_of(known));
    }
    place(entry, hash_of(entry));
  }
  template <typename Archive>
  void fields(Archive& archive) {
    archive(slots_);
  }

 private:
  std::size_t mask() const { return slots_.size() - 1; }
  void place(std::uint32_t entry, std::uint32_t hash) {
    std::size_t at = hash & mask();
    while (slots_[at] != kNone) at = (at + 1) & mask();
    slots_.at(at) = entry;
  }

  Flat<std::uint32_t> slots_;
};

}  // namespace msmt
