/// What reading a lexicon file needs beside parse_table().
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "msmt/lexicon.hpp"

namespace msmt {

/// A table and what its file says about itself.
struct ParsedTable {
  Table table;
  std::size_t header_line = 0;  ///< line that names the columns, counted from 1
  std::string declared;         ///< NAME of a line `# lexicon: NAME` above the header, else empty
};

/// parse_table(), with the file's own statements kept.
ParsedTable parse_tsv(std::string name, std::string_view text, std::string_view where);

/// parse_table() of text that is never freed, in pieces that are cut at line ends.
///
/// checked: the text was read before, so its rows have as many cells as it has columns
Table parse_lasting(std::string name, std::span<const std::string_view> pieces,
                    std::string_view where, bool checked);

/// The known name that is fewest edits away, if it is near enough to be a slip; else empty.
std::string_view nearest_name(std::string_view name, std::span<const std::string> known);

/// A cell as a message shows it.
std::string in_quotes(std::string_view text);

/// "did you mean \"forms\"? use one of id, forms, note" or "use one of id, forms, note".
std::string offer_names(std::string_view name, std::span<const std::string> known);

}  // namespace msmt
