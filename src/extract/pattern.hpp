/// Patterns: regular expressions over words instead of letters.
///
///     {hedge}? (?P<num>{num} {multiplier}?) (?P<unit>{unit})
///
/// A sentence is written as a string of symbols, one per item (a token, or a lexicon hit of several
/// tokens). A symbol stands for the set of classes that its item belongs to, so `{month}` becomes
/// the character class of all symbols whose set holds `month`, and "may" can be a month, an
/// auxiliary and the word `may` at once. White space, line breaks, letter case and word boundaries
/// are settled before any pattern runs.
///
/// In a pattern: `word` is that folded word, `<,>` any folded token, `{class}` a class, `.` any
/// item, `(?P<name>…)`, `( )`, `|`, `?`, `*`, `+` and `{2,3}` as in RE2; spaces part, no more.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace msmt {

/// Half-open range of items; empty when a group took no part in the match.
struct ItemRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool empty() const { return begin == end; }
  std::size_t size() const { return end - begin; }
};

/// The classes and words that one rule table speaks of. Filled first, then frozen by the first
/// symbol or pattern that is asked for.
class Alphabet {
 public:
  /// Lets class `name` hold a form; a form of several words is a sequence of items.
  void add_form(std::string_view name, std::string_view folded_form);
  /// Declares a class that code gives to items: a shape such as `num`, a lexicon hit such as `weapon`.
  void add_mark(std::string_view name);
  /// Declares the literal words of a pattern.
  void add_words_of(std::string_view pattern);
  /// Numbers the symbols; nothing can be added afterwards.
  void freeze();

  /// The symbol of an item: its folded word (or "") and its mark (or "").
  char32_t symbol(std::string_view folded, std::string_view mark) const;
  /// The RE2 source of a pattern; errors: Error naming the pattern and the unknown class.
  std::string expand(std::string_view pattern) const;
  /// Bytes of UTF-8 per symbol: the same for all symbols of an alphabet.
  std::size_t width() const { return width_; }
  void append(std::string& text, char32_t symbol) const;

 private:
  using Set = std::vector<std::uint16_t>;  // sorted class numbers
  std::string char_class(std::uint16_t class_number) const;

  std::vector<std::string> class_names_;
  std::unordered_map<std::string, std::uint16_t> classes_;       // name -> number
  std::unordered_map<std::string, Set> words_;                   // folded word -> classes
  std::map<std::string, std::vector<std::vector<std::string>>, std::less<>> phrases_;
  std::vector<std::string> marks_;
  std::unordered_map<std::string, std::uint32_t> word_set_;      // folded word -> set number
  std::vector<Set> sets_;
  std::size_t width_ = 2;
};

/// One compiled pattern.
class Pattern {
 public:
  Pattern(const Alphabet& alphabet, std::string_view pattern, std::string_view where);
  ~Pattern();
  Pattern(Pattern&&) noexcept;

  /// The groups of one match; group 0 is the whole.
  struct Match {
    std::vector<ItemRange> groups;
  };
  /// First match at or after item `from` (only at `from` if anchored); false when there is none.
  bool search(std::string_view symbols, std::size_t from, bool anchored, Match& match) const;
  /// Number of a named group, or -1.
  int group(std::string_view name) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace msmt
