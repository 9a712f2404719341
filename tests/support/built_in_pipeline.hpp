/// All stages with the tables that are built in.
#pragma once

#include "built_in_engine.hpp"
#include "msmt/pipeline.hpp"

namespace msmt::test {

inline const Pipeline& pipeline() {
  static const Pipeline made(lexicons());
  return made;
}

}  // namespace msmt::test
