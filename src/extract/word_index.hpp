/// Word indexes: all words that any table tells from others, numbered.
///
/// A sentence's words are looked up once, and each table then has what it wants to know of them by
/// number.
#pragma once

#include <cstdint>
#include <string_view>

#include "lexicon/flat_slots.hpp"
#include "lexicon/hash_word.hpp"

namespace msmt {

class WordIndex {
 public:
  static constexpr std::uint32_t kUnknown = 0;

  /// The number of a word; a new word gets the next one.
  std::uint32_t add(std::string_view word);
  /// The number of a word, or kUnknown.
  std::uint32_t find(std::string_view word) const;
  /// The word with a number.
  std::string_view word(std::uint32_t number) const {
    const Entry& entry = entries_[number - 1];
    return text_of(text_, entry.begin, entry.size);
  }
  /// One more than the largest number.
  std::size_t size() const { return entries_.size() + 1; }

  template <typename Archive>
  void fields(Archive& archive) {
    archive(text_);
    archive(entries_);
    slots_.fields(archive);
  }

 private:
  struct Entry {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
    std::uint32_t hash = 0;
  };
  std::uint32_t place_of(std::string_view word, std::uint32_t hash) const {
    return slots_.find(hash, [&](std::uint32_t at) {
      return entries_[at].hash == hash &&
             text_of(text_, entries_[at].begin, entries_[at].size) == word;
    });
  }

  Flat<char> text_;
  Flat<Entry> entries_;
  FlatSlots slots_;
};

inline std::uint32_t WordIndex::add(std::string_view word) {
  const std::uint32_t hash = hash_word(word);
  const std::uint32_t known = place_of(word, hash);
  if (known != FlatSlots::kNone) return known + 1;
  const auto begin = static_cast<std::uint32_t>(text_.size());
  text_.append(word);
  entries_.push_back({begin, static_cast<std::uint32_t>(word.size()), hash});
  slots_.add(static_cast<std::uint32_t>(entries_.size() - 1),
             [&](std::uint32_t at) { return entries_[at].hash; });
  return static_cast<std::uint32_t>(entries_.size());
}

inline std::uint32_t WordIndex::find(std::string_view word) const {
  const std::uint32_t known = place_of(word, hash_word(word));
  return known == FlatSlots::kNone ? kUnknown : known + 1;
}

}  // namespace msmt
