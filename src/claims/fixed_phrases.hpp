/// Fixed phrases: runs of words that a sentence uses as one word, the rows of words.tsv that hold them.
#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "msmt/lexicon.hpp"

namespace msmt {

/// The phrases of a class, looked up by their first word. Views into the table, which must outlive it.
class FixedPhrases {
 public:
  struct Found {
    std::string_view phrase;  ///< empty for none
    std::size_t words = 0;    ///< how many calls of `word_at` it took
  };

  /// id   the class in words.tsv
  FixedPhrases(const Table& words, std::string_view id);

  /// The longest phrase that begins at a word of a sentence.
  ///
  /// word_at   the k-th word from there, folded, or words that were joined before, parted by spaces;
  ///           empty where no phrase may go on
  template <typename WordAt>
  Found longest(const WordAt& word_at) const {
    Found found;
    const std::string_view first = word_at(0);
    const auto candidates = by_first_.find(first.substr(0, first.find(' ')));
    if (candidates == by_first_.end()) return found;
    for (const std::string_view phrase : candidates->second) {
      const std::size_t words = words_of(phrase, word_at);
      if (words > found.words) found = {phrase, words};
    }
    return found;
  }

 private:
  /// How many words make up the whole phrase; 0 when they do not.
  template <typename WordAt>
  static std::size_t words_of(std::string_view phrase, const WordAt& word_at) {
    for (std::size_t k = 0;; ++k) {
      const std::string_view word = word_at(k);
      if (word.empty() || !phrase.starts_with(word)) return 0;
      phrase.remove_prefix(word.size());
      if (phrase.empty()) return k + 1;
      if (phrase.front() != ' ') return 0;
      phrase.remove_prefix(1);
    }
  }

  std::unordered_map<std::string_view, std::vector<std::string_view>> by_first_;
};

}  // namespace msmt
