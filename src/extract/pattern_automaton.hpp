/// Pattern automata: a pattern's program with its states worked out, one look-up per item.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/pattern_program.hpp"
#include "extract/pattern_source.hpp"

namespace msmt {

class PatternAutomaton {
 public:
  PatternAutomaton() = default;
  /// Not ready() when there are too many states; the program has to be run then.
  PatternAutomaton(const PatternProgram& program, const PatternSource& source);

  bool ready() const { return !next_.empty(); }
  /// What PatternProgram::run() answers.
  PatternProgram::Answer run(std::span<const Symbol> line, std::size_t at,
                             const PatternSource& source) const;

  template <typename Archive>
  void fields(Archive& archive) {
    archive(next_);
    archive.number(parts_);
    archive.number(start_);
  }

 private:
  static constexpr std::uint16_t kMatch = 0x8000;  ///< beside the number of a state: matches

  Flat<std::uint16_t> next_;  // by state and part; state 0 is where nothing can match any more
  std::size_t parts_ = 0;
  std::uint16_t start_ = 0;
};

}  // namespace msmt
