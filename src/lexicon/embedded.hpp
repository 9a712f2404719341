/// The tables as they were when the library was built, made by cmake/EmbedData.cmake.
#pragma once

#include <span>
#include <string_view>

namespace msmt {

struct EmbeddedTable {
  std::string_view name;                     ///< "units"
  std::string_view sha256;                   ///< of the file, in hexadecimal
  std::span<const std::string_view> pieces;  ///< the file's text, cut at line ends
};

/// All files of data/lexicon/, by name.
std::span<const EmbeddedTable> embedded_tables();

}  // namespace msmt
