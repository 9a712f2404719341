/// Pattern programs: whether a match begins at an item, and where its groups lie, without asking RE2.
///
/// RE2 is general and pays for it: compiling a pattern takes half a million instructions, and each
/// call thousands. So the patterns are kept a second time as small programs over symbols. run()
/// goes through all ways at once, without groups and without an order of alternatives, and answers
/// yes or no; nearly all places of nearly all sentences match nothing. Where the answer is yes,
/// match() goes through the ways one after the other, in RE2's order, and finds RE2's groups.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "extract/pattern_tree.hpp"
#include "lexicon/flat.hpp"

namespace msmt {

class PatternProgram {
 public:
  PatternProgram() = default;
  explicit PatternProgram(const PatternNode& root);

  /// Whether a match begins at item `at`.
  struct Answer {
    bool matches = false;
    std::size_t end = 0;  ///< one past the last item that a match could take
  };
  Answer run(std::span<const Symbol> line, std::size_t at, PatternMemory& memory) const;

  /// Where the match that begins at item `at` lies, and its groups: the first way to a match, of
  /// alternatives the earlier one, of repetitions the longer one, or the shorter when lazy.
  /// answer: of run(); groups: group 0 is the whole; those past the last of `groups` are left out.
  /// false, with nothing known, when there are so many ways that it takes too much memory.
  bool match(std::span<const Symbol> line, std::size_t at, const Answer& answer,
             std::span<ItemRange> groups, PatternMemory& memory) const;

  /// The steps that a match begins with; whether nothing is a match.
  bool begin(std::vector<std::uint32_t>& steps, PatternMemory& memory) const;
  /// The steps behind `steps` after an item, into `next`; whether a match ends there. taken: whether
  /// any step takes the item.
  bool advance(std::span<const std::uint32_t> steps, Symbol symbol,
               std::vector<std::uint32_t>& next, PatternMemory& memory, bool& taken) const;
  static constexpr std::uint32_t kEnd = 0;  ///< the step that is the match

  /// What the first items of a match can be, each on its own.
  struct Openings {
    static constexpr std::size_t kItems = 3;
    std::array<SymbolSet, kItems> symbols;
    /// Whether a match can end before this item, so that it can be anything, or the end.
    std::array<bool, kItems> free{};
  };
  Openings openings() const;

  template <typename Archive>
  void fields(Archive& archive) {
    archive(steps_);
    archive(edges_);
    archive(sets_);
    archive.number(set_words_);
    archive.number(start_);
  }

 private:
  enum class Kind : std::uint32_t { match, take, branch, fork, mark };
  struct Step {
    Kind kind = Kind::match;
    /// take: its set; branch: first of its edges; fork: the way to try first; mark: begin (2 * n) or
    /// end (2 * n + 1) of group n
    std::uint32_t a = 0;
    /// take, mark: the step behind it; branch: one past its edges; fork: the other way
    std::uint32_t b = 0;
  };
  /// A phrase of several words goes on with this word.
  struct Edge {
    std::uint32_t symbol = 0;
    std::uint32_t step = 0;
  };

  const Edge* edge_for(const Step& branch, Symbol symbol) const;
  std::uint32_t add(Kind kind, std::uint32_t a, std::uint32_t b);
  std::uint32_t add_set(const SymbolSet& set);
  std::uint32_t compile(const PatternNode& node, std::uint32_t next);
  std::uint32_t compile_repeat(const PatternNode& node, std::uint32_t next);
  /// steps: where the nodes of the tree that are compiled already begin
  std::uint32_t compile_phrases(const Phrases& phrases, std::uint32_t node, std::uint32_t next,
                                std::vector<std::uint32_t>& steps);
  bool holds(std::uint32_t set, Symbol symbol) const {
    return ((sets_[set * set_words_ + (symbol >> 6U)] >> (symbol & 63U)) & 1U) != 0;
  }
  void new_round(PatternMemory& memory) const;
  /// Adds a step and all that it forks to; true when one of them is the match.
  bool reach(std::uint32_t step, std::vector<std::uint32_t>& into, PatternMemory& memory) const;

  Flat<Step> steps_;
  Flat<Edge> edges_;
  Flat<std::uint64_t> sets_;   // one after the other
  std::size_t set_words_ = 0;  // of each
  std::uint32_t start_ = 0;
};

}  // namespace msmt
