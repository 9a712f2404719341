/// What merging knows of the world with the tables that are built in.
#pragma once

#include "built_in_engine.hpp"
#include "merge/background.hpp"

namespace msmt::test {

inline const Background& built_in() {
  static const Background background(lexicons());
  return background;
}

}  // namespace msmt::test
