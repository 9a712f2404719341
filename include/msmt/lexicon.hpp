/// Lexicons: the words, as tables from data/lexicon/*.tsv, built into the library.
///
///     Lexicons lexicons = load_lexicons({});
///     lexicons.table("months").rows[0].cell("forms")   -> "January|Jan"
///     lexicons.countries.match(tokens, 0)               -> longest form that starts at token 0
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "msmt/text.hpp"

namespace msmt {

/// A part of a table's text, which lives as long as any copy of the table; becomes a string wherever
/// one is asked for.
class Cell : public std::string_view {
 public:
  constexpr Cell() = default;
  constexpr explicit Cell(std::string_view text) : std::string_view(text) {}
  operator std::string() const { return std::string(data(), size()); }
};

/// A row of a table, with the place it came from for messages.
struct Row {
  std::string_view file;  ///< "data/lexicon/units.tsv"
  std::size_t line = 0;   ///< counted from 1
  std::string_view text;  ///< as it stands in the file: as many cells as its table has columns

  /// Found anew at each call: most cells of the built-in tables are never asked for in a run.
  Cell cell(std::size_t column) const;
  /// "data/lexicon/units.tsv:14"
  std::string where() const;
};

/// One file: columns named by its first line that is no comment.
struct Table {
  std::string name;  ///< file stem: "units"
  std::vector<std::string> columns;
  std::vector<Row> rows;
  std::vector<std::shared_ptr<const void>> texts;  ///< what the rows point into

  /// The cell in the named column; errors: Error when the table has no such column.
  Cell cell(const Row& row, std::string_view column) const;
  /// The cell's list, parted by `|`; empty for an empty cell.
  std::vector<std::string_view> list(const Row& row, std::string_view column) const;
  std::size_t column(std::string_view name) const;
};

/// Which column of its table a form stands in, and how strictly it must match.
struct Form {
  std::uint32_t row = 0;     ///< index into Table::rows
  std::uint16_t column = 0;  ///< index into Table::columns
  bool ambiguous = false;    ///< means something else as well: a rule asks for more context
  bool blocked = false;      ///< a longer phrase that names nothing here (`not` column)
};

/// Forms of several words looked up by tokens. Hyphens and glued tokens match loosely:
/// the form `Il-76` matches `Il-76`, `IL 76` and `Il76`.
class Gazetteer {
 public:
  struct Match {
    std::size_t tokens = 0;  ///< how many tokens the form takes
    Form form;
  };

  /// exact: letter case must be as written (short acronyms, ambiguous words).
  void add(std::string_view form_text, Form form, bool exact);
  /// The longest form that starts at tokens[first], if any.
  std::optional<Match> match(const Document& doc, std::span<const Token> tokens,
                             std::size_t first) const;
  /// How many forms there are, letter case apart.
  std::size_t size() const;

  Gazetteer();
  ~Gazetteer();
  Gazetteer(Gazetteer&&) noexcept;
  Gazetteer& operator=(Gazetteer&&) noexcept;

 private:
  struct Index;
  std::unique_ptr<Index> index_;
};

/// All tables, immutable once loaded.
class Lexicons {
 public:
  const Table& table(std::string_view name) const;
  const Gazetteer& gazetteer(std::string_view table_name) const;
  const std::map<std::string, Table, std::less<>>& tables() const { return tables_; }
  /// SHA-256 over all tables; names the vocabulary in the report.
  const std::string& digest() const { return digest_; }

 private:
  friend Lexicons load_lexicons(const std::vector<std::string>& files);
  std::map<std::string, Table, std::less<>> tables_;
  std::map<std::string, Gazetteer, std::less<>> gazetteers_;
  std::string digest_;
};

/// The built-in lexicons with `files` laid over them: a row with a known id replaces that row, any
/// other row is added. A file names its lexicon by its stem or by a line `# lexicon: NAME`.
///
/// errors  Error{"units.tsv:14", "unknown column \"form\"", "use one of id, forms, kind, note"}
Lexicons load_lexicons(const std::vector<std::string>& files);

/// Parses one TSV text. name: the table's name; where: the file named in messages.
Table parse_table(std::string name, std::string_view text, std::string_view where);

/// SHA-256 of bytes as 64 lower-case hexadecimal digits (FIPS 180-4).
std::string sha256(std::string_view bytes);

}  // namespace msmt
