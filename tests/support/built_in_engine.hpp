/// The tables that are built in, and what finds mentions with them.
#pragma once

#include "msmt/extract.hpp"
#include "msmt/lexicon.hpp"

namespace msmt::test {

inline const Lexicons& lexicons() {
  static const Lexicons loaded = load_lexicons({});
  return loaded;
}

inline const Engine& engine() {
  static const Engine compiled(lexicons());
  return compiled;
}

}  // namespace msmt::test
