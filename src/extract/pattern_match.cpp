// The groups of a match: the steps of a program depth first, each at an item at most once.
#include <array>
#include <vector>

#include "extract/pattern_program.hpp"

namespace msmt {

bool PatternProgram::match(std::span<const Symbol> line, std::size_t at, const Answer& answer,
                           std::span<ItemRange> groups, PatternMemory& memory) const {
  constexpr std::size_t kBits = 64;
  constexpr std::size_t kMostPlaces = std::size_t{1} << 20U;
  const std::size_t items = answer.end - at + 1;
  if (steps_.size() * items > kMostPlaces) return false;
  // Only forks lead back to a step, so it is enough to remember where these were tried.
  std::vector<std::uint64_t>& tried = memory.tried;
  tried.assign(steps_.size() * items / kBits + 1, 0);
  std::vector<std::uint32_t>& marks = memory.marks;
  marks.assign(2 * groups.size(), PatternMemory::kNoItem);
  std::vector<PatternMemory::Way>& ways = memory.ways;
  ways.clear();
  std::uint32_t step = start_;
  std::uint32_t item = 0;  // from `at`
  for (;;) {
    const Step& here = steps_[step];
    bool goes_on = false;
    switch (here.kind) {
      case Kind::match:
        for (std::size_t g = 1; g < groups.size(); ++g) {
          const std::uint32_t end = marks[2 * g + 1];
          groups[g] =
              end == PatternMemory::kNoItem ? ItemRange{} : ItemRange{at + marks[2 * g], at + end};
        }
        groups[0] = {at, at + item};
        return true;
      case Kind::take:
        goes_on = at + item < answer.end && holds(here.a, line[at + item]);
        if (goes_on) {
          step = here.b;
          ++item;
        }
        break;
      case Kind::branch: {
        const Edge* const edge = at + item < answer.end ? edge_for(here, line[at + item]) : nullptr;
        goes_on = edge != nullptr;
        if (goes_on) {
          step = edge->step;
          ++item;
        }
        break;
      }
      case Kind::fork: {
        const std::size_t place = step * items + item;
        std::uint64_t& word = tried[place / kBits];
        const std::uint64_t bit = std::uint64_t{1} << (place % kBits);
        goes_on = (word & bit) == 0;
        word |= bit;
        if (goes_on) {
          ways.push_back({here.b, item, PatternMemory::kNoMark});
          step = here.a;
        }
        break;
      }
      case Kind::mark:
        goes_on = true;
        if (here.a < marks.size()) {
          ways.push_back({0, marks[here.a], here.a});
          marks[here.a] = item;
        }
        step = here.b;
        break;
    }
    if (goes_on) continue;
    // Back to the last fork; marks that were set since then are what they were.
    while (!ways.empty() && ways.back().mark != PatternMemory::kNoMark) {
      marks[ways.back().mark] = ways.back().item;
      ways.pop_back();
    }
    if (ways.empty()) return false;  // not after an answer that there is a match
    step = ways.back().step;
    item = ways.back().item;
    ways.pop_back();
  }
}

}  // namespace msmt
