/// Rule tables made ready to run, over one numbering of words.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "extract/pattern_index.hpp"
#include "extract/rule.hpp"
#include "extract/word_index.hpp"

namespace msmt {

/// Shapes of tokens in no class, in the order of kShapes.
enum class Shape : std::uint32_t { num, num3, year, upper, cap, lower, punct };
constexpr std::array<std::string_view, 7> kShapes = {"num", "num3",  "year", "upper",
                                                     "cap", "lower", "punct"};
Shape shape_number(const Document& doc, const Token& token);

/// Names for items, with their symbol.
struct CompiledNames {
  const Names* names = nullptr;
  const Gazetteer* gazetteer = nullptr;  ///< or nullptr, for earlier mentions
  std::uint32_t starts = 0;              ///< bit of the words that names of it begin with
  std::size_t type = 0;                  ///< of earlier mentions: index of their value
  Symbol symbol = 0;
};

/// One extractor.
struct Compiled {
  const Extractor* extractor = nullptr;
  std::vector<const Rule*> rules;  ///< those with a reader …
  std::vector<Pattern> patterns;   ///< … and their patterns
  PatternIndex index;              ///< of those
  std::vector<CompiledNames> names;
  std::uint32_t starts = 0;    ///< of all gazetteers
  Flat<Symbol> symbols;        ///< by word number; 0 for words in no class
  Flat<Symbol> shape_symbols;  ///< by shape
  Flat<Symbol> name_symbols;   ///< by names
};

/// All extractors.
struct Tables {
  WordIndex words;
  /// By word number: gazetteers of which a name begins with it, and kIsPronoun.
  Flat<std::uint32_t> word_bits;
  std::vector<Compiled> compiled;

  static constexpr std::uint32_t kIsPronoun = std::uint32_t{1} << 31U;
};

Tables compile_tables(const Lexicons& lexicons, const Vocabulary& vocabulary);
/// compile_tables() of the built-in tables, as saved when the library was built.
Tables load_tables(const Lexicons& lexicons, std::span<const std::uint64_t> saved);
/// What load_tables() loads.
std::string save_tables(Tables& tables);

}  // namespace msmt
