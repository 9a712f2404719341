/// Dates that a story looks back to, or ahead to, without going there.
///
///     "In the spring of 1943 … It had been raised in late 1941 … In May": May 1943
#pragma once

#include <optional>

#include "extract/calendar.hpp"
#include "extract/rule.hpp"

namespace msmt {

/// Where the story stood before a date of that kind, for as long as a sentence speaks of it.
class Aside {
 public:
  /// Called with each date of a sentence before it is resolved.
  void meet(const Scene& scene, const Mention& mention, const Said& said, StoryPoint& standing);
  /// After a date that lies before the one that the story stood at or, of "until 2003", years after it, the
  /// story goes on from there.
  void end(StoryPoint& standing);

 private:
  std::optional<StoryPoint> kept_;
  bool outlook_ = false;
};

}  // namespace msmt
