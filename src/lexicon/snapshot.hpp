/// What the built-in tables come to, worked out when the library is built.
///
/// cmake/make_snapshot.cpp loads the tables, compiles the engine and writes what it gets as a
/// source. With `--lexicon` the tables are others, and the same code does the work at start-up.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "lexicon/flat.hpp"
#include "msmt/lexicon.hpp"

namespace msmt {

struct Snapshot {
  std::string_view digest;               ///< Lexicons::digest() of the built-in tables
  std::span<const std::uint64_t> names;  ///< the gazetteers, in the order of their tables
  std::span<const std::uint64_t> vocabulary;
  std::span<const std::uint64_t> engine;         ///< words, symbols and patterns
  std::span<const std::uint64_t> constructions;  ///< of the claims stage; the same for all tables
};

/// Empty in the program that makes it.
Snapshot snapshot();

/// Saves what load_lexicons() loads.
void save_names(const Lexicons& lexicons, Saver& saver);

}  // namespace msmt
