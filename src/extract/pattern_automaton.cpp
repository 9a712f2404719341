#include "extract/pattern_automaton.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace msmt {

// The usual subset construction, over the parts of symbols that the pattern does not tell apart.
PatternAutomaton::PatternAutomaton(const PatternProgram& program, const PatternSource& source)
    : parts_(source.parts()) {
  constexpr std::size_t kMostEntries = std::size_t{1} << 17U;
  using Steps = std::vector<std::uint32_t>;
  PatternMemory memory;
  std::map<Steps, std::uint16_t> numbers;
  std::vector<Steps> states;
  const auto number = [&](Steps steps, bool matches) -> std::uint16_t {
    std::sort(steps.begin(), steps.end());
    const auto [known, is_new] =
        numbers.try_emplace(std::move(steps), static_cast<std::uint16_t>(states.size()));
    if (is_new) states.push_back(known->first);
    return known->second | (matches ? kMatch : 0U);
  };
  number({}, false);
  Steps steps;
  const bool empty_matches = program.begin(steps, memory);
  start_ = number(steps, empty_matches);
  const std::vector<Symbol> examples = source.examples();
  std::vector<std::uint16_t> next;
  for (std::size_t state = 0; state < states.size(); ++state) {
    if ((states.size() + 1) * parts_ > kMostEntries || states.size() >= kMatch) return;
    for (std::size_t part = 0; part < parts_; ++part) {
      steps.clear();
      bool any = false;
      const Steps from = states[state];
      const bool matches = program.advance(from, examples[part], steps, memory, any);
      // A step that takes the item and ends the match leaves no steps, but is no dead end.
      if (steps.empty() && any) steps.push_back(PatternProgram::kEnd);
      next.push_back(number(steps, matches));
    }
  }
  next_.take(std::move(next));
}

PatternProgram::Answer PatternAutomaton::run(std::span<const Symbol> line, std::size_t at,
                                             const PatternSource& source) const {
  std::uint16_t state = start_;
  PatternProgram::Answer answer{(state & kMatch) != 0, at};
  constexpr std::uint16_t kNumber = kMatch - 1;
  for (std::size_t item = at; item < line.size(); ++item) {
    state = next_[std::size_t{static_cast<std::uint16_t>(state & kNumber)} * parts_ +
                  source.part(line[item])];
    if (state == 0) break;
    answer.matches |= (state & kMatch) != 0;
    answer.end = item + 1;
  }
  return answer;
}

}  // namespace msmt
