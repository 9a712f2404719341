/// Patterns: regular expressions over words instead of letters.
///
///     {hedge}? (?P<num>{num} {multiplier}?) (?P<unit>{unit})
///
/// A sentence is written as a line of symbols, one per item (a token, or a lexicon hit of several
/// tokens). A symbol stands for the set of classes that its item belongs to, so `{month}` is the set
/// of all symbols whose classes hold `month`, and "may" can be a month, an auxiliary and the word
/// `may` at once. White space, line breaks, letter case and word boundaries are settled before any
/// pattern runs.
///
/// In a pattern: `word` is that folded word, `<,>` any folded token, `{class}` a class, `{a|b}` an
/// item of either, `{^a|b}` any item of neither, `.` any item, `(?P<name>…)`, `( )`, `|`, `?`, `*`,
/// `+`, `{2,3}` and their lazy forms `??` … as in RE2; spaces part, no more. A class may hold
/// phrases of several words; the longest is tried first.
///
/// Matching is RE2's: leftmost, then the first alternative that leads to a match. RE2 itself is asked
/// only where a match is so long that small programs (src/extract/pattern_program.hpp) would need
/// much memory for it.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace msmt {

/// Half-open range of items; empty when a group took no part in the match.
struct ItemRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool empty() const { return begin == end; }
  std::size_t size() const { return end - begin; }
};

/// What an item is to the patterns of one alphabet.
using Symbol = std::uint16_t;

/// A set of symbols, one bit each.
using SymbolSet = std::vector<std::uint64_t>;

/// A sentence as symbols.
class Symbols {
 public:
  void clear() { line_.clear(); }
  void add(Symbol symbol) { line_.push_back(symbol); }
  std::size_t size() const { return line_.size(); }
  Symbol operator[](std::size_t item) const { return line_[item]; }
  std::span<const Symbol> line() const { return line_; }

  /// The most symbols of an alphabet: as many as UTF-8 writes in two bytes from U+0100 on.
  static constexpr std::size_t kMost = 0x700;

 private:
  std::vector<Symbol> line_;
};

/// Phrases of several words as a tree of words; node 0 is where they begin. Once joined, what is
/// alike from some word on is there once.
struct Phrases {
  struct Node {
    std::vector<std::pair<Symbol, std::uint32_t>> next;
    bool ends = false;
  };
  std::vector<Node> nodes{Node{}};

  /// Not after join().
  void add(const std::vector<Symbol>& words);
  void add_all(const Phrases& other);
  void join();
};

/// The classes and words that one rule table speaks of. Filled first, then frozen; only then it has
/// symbols and takes patterns.
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

  /// The symbol of an item: that of its mark, if this alphabet has it, else of its folded word. 0 is
  /// the symbol of words in no class.
  Symbol symbol(std::string_view folded, std::string_view mark) const;
  /// How many symbols there are.
  std::size_t size() const { return symbols_; }
  /// All words that have a symbol, with it, in no order.
  std::vector<std::pair<std::string_view, Symbol>> words() const;

  /// What `{names}` stands for: symbols, and phrases of several words or nullptr. `pattern` is for
  /// messages.
  struct Members {
    SymbolSet set;
    std::shared_ptr<const Phrases> phrases;
  };
  Members members(std::string_view names, std::string_view pattern) const;
  /// The symbols that a folded word has as itself.
  SymbolSet literal(std::string_view word, std::string_view pattern) const;

 private:
  struct Hash {
    using is_transparent = void;  // NOLINT(readability-identifier-naming): a name of the library
    std::size_t operator()(std::string_view text) const noexcept {
      return std::hash<std::string_view>{}(text);
    }
  };
  template <typename T>
  using ByText = std::unordered_map<std::string, T, Hash, std::equal_to<>>;
  using ClassNumbers = std::vector<std::uint16_t>;  // sorted
  struct Word {
    ClassNumbers classes;
    bool literal = false;
    Symbol symbol = 0;
  };

  ByText<std::uint16_t> classes_;  // name -> number
  ByText<Word> words_;             // by folded word
  struct ClassPhrases {
    std::vector<std::vector<std::string>> words;
    std::shared_ptr<const Phrases> tree;  // made by freeze()
  };

  ByText<ClassPhrases> phrases_;
  ByText<Symbol> marks_;
  std::vector<std::string> mark_names_;
  std::vector<SymbolSet> class_symbols_;
  std::size_t symbols_ = 0;
};

/// Memory of searches, kept between them; belongs to one thread.
struct PatternMemory {
  std::vector<std::uint32_t> now, next, stack;  ///< steps of a program
  std::vector<std::uint32_t> seen;              ///< by step: the round that last came to it
  std::uint32_t round = 0;

  /// A way that is left to try: a step at an item, or a mark to be set back to an item.
  struct Way {
    std::uint32_t step = 0;
    std::uint32_t item = 0;
    std::uint32_t mark = kNoMark;
  };
  static constexpr std::uint32_t kNoMark = 0xFFFFFFFF;
  static constexpr std::uint32_t kNoItem = 0xFFFFFFFF;
  std::vector<Way> ways;
  std::vector<std::uint32_t> marks;  ///< begins and ends of groups
  std::vector<std::uint64_t> tried;  ///< a bit for each step and item

  std::string text;  ///< what RE2 is given
};

class PatternProgram;
class Saver;
class Loader;

/// One pattern. For RE2, which is compiled when first asked, a line has one character per item.
class Pattern {
 public:
  /// where: what messages name; errors: Error when the pattern is none or names an unknown class.
  Pattern(const Alphabet& alphabet, std::string_view pattern, std::string_view where);
  /// As saved.
  explicit Pattern(Loader& loader);
  ~Pattern();
  Pattern(Pattern&&) noexcept;
  void save(Saver& saver);

  /// The groups of one match, group 0 the whole; and memory that is kept between searches.
  struct Match {
    std::vector<ItemRange> groups;
    PatternMemory memory;
  };
  /// First match at or after item `from`; false when there is none.
  bool search(const Symbols& symbols, std::size_t from, Match& match) const;
  /// The match that begins at item `at`, if one does.
  bool match_at(const Symbols& symbols, std::size_t at, Match& match) const;
  /// Number of a named group, or -1.
  int group(std::string_view name) const;

  const PatternProgram& program() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace msmt
