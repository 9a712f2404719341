/// A hash table from words to values that owns neither: keys point into text that stays.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace msmt {

/// Mixes eight bytes at a time; for tables in memory only, never for anything that is written.
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

/// Places of entries by hash: open addressing over a power of two, at most half full.
class HashSlots {
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

 private:
  std::size_t mask() const { return slots_.size() - 1; }
  void place(std::uint32_t entry, std::uint32_t hash) {
    std::size_t at = hash & mask();
    while (slots_[at] != kNone) at = (at + 1) & mask();
    slots_[at] = entry;
  }

  std::vector<std::uint32_t> slots_;
};

template <typename T>
class WordTable {
 public:
  struct Entry {
    std::string_view key;
    std::uint32_t hash;
    T value;
  };

  /// nullptr for unknown words.
  const T* find(std::string_view key) const {
    const std::uint32_t at = place_of(key, hash_word(key));
    return at == HashSlots::kNone ? nullptr : &entries_[at].value;
  }
  bool contains(std::string_view key) const { return find(key) != nullptr; }
  /// The value of a word; made when the word is new.
  T& operator[](std::string_view key) { return *try_emplace(key, T{}).first; }
  /// Keeps what is known already; true when the word is new.
  std::pair<T*, bool> try_emplace(std::string_view key, const T& value) {
    const std::uint32_t hash = hash_word(key);
    const std::uint32_t known = place_of(key, hash);
    if (known != HashSlots::kNone) return {&entries_[known].value, false};
    entries_.push_back({key, hash, value});
    slots_.add(static_cast<std::uint32_t>(entries_.size() - 1),
               [&](std::uint32_t entry) { return entries_[entry].hash; });
    return {&entries_.back().value, true};
  }
  /// All entries, in the order in which they came.
  const std::vector<Entry>& entries() const { return entries_; }

 private:
  std::uint32_t place_of(std::string_view key, std::uint32_t hash) const {
    return slots_.find(hash, [&](std::uint32_t entry) {
      return entries_[entry].hash == hash && entries_[entry].key == key;
    });
  }

  std::vector<Entry> entries_;
  HashSlots slots_;
};

}  // namespace msmt
