// Tab separated tables: comment lines, one line of column names, rows with as many cells.
#include "lexicon/tsv.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "msmt/error.hpp"
#include "text/encoding.hpp"

namespace msmt {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kDeclaration = "lexicon:";

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

/// What the rows of a table point into.
struct Text {
  std::string file;
  std::string bytes;  // empty for text that always stays
};

std::size_t count_cells(std::string_view line) {
  return 1 + static_cast<std::size_t>(std::count(line.begin(), line.end(), '\t'));
}

std::string place(std::string_view where, std::size_t line) {
  std::string text;
  text.reserve(where.size() + 8);
  text += where;
  text += ':';
  text += std::to_string(line);
  return text;
}

void check_columns(const std::vector<std::string>& columns, const std::string& where) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].empty()) {
      throw Error(where, "column " + std::to_string(i + 1) + " has no name",
                  "name each column, with one tab between two names");
    }
    for (std::size_t j = 0; j < i; ++j) {
      if (columns[i] == columns[j]) {
        throw Error(where, "column \"" + columns[i] + "\" is named twice", "name it once");
      }
    }
  }
}

/// Edits (insert, delete, replace) that turn `a` into `b`.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row[b.size()];
}

/// Reads pieces of text that are cut at line ends and that `held` keeps or that always stay.
/// checked: known to have as many cells in each row as columns
ParsedTable parse(std::string name, std::span<const std::string_view> pieces,
                  const std::shared_ptr<Text>& held, bool checked) {
  ParsedTable parsed;
  Table& table = parsed.table;
  const std::string& where = held->file;
  table.name = std::move(name);
  std::size_t piece = 0;
  std::string_view text;
  for (std::size_t line = 1;; ++line) {
    if (text.empty()) {
      if (piece == pieces.size()) break;
      text = pieces[piece++];
      if (piece == 1 && text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
      if (text.empty()) {
        --line;
        continue;
      }
    }
    const std::size_t newline = text.find('\n');
    std::string_view content = text.substr(0, newline);
    text.remove_prefix(newline == std::string_view::npos ? text.size() : newline + 1);
    if (content.ends_with('\r')) content.remove_suffix(1);
    if (content.empty()) continue;
    if (content.front() == '#') {
      const std::string_view comment = trim(content.substr(1));
      if (parsed.header_line == 0 && comment.starts_with(kDeclaration)) {
        parsed.declared = trim(comment.substr(kDeclaration.size()));
      }
      continue;
    }
    if (parsed.header_line == 0) {
      const Row header{where, line, content};
      for (std::size_t i = 0; i < count_cells(content); ++i)
        table.columns.push_back(header.cell(i));
      check_columns(table.columns, place(where, line));
      parsed.header_line = line;
      continue;
    }
    if (!checked && count_cells(content) != table.columns.size()) {
      throw Error(place(where, line),
                  std::to_string(count_cells(content)) + " cells where the header names " +
                      std::to_string(table.columns.size()) + " columns",
                  "put one tab between two cells, also around empty ones");
    }
    table.rows.push_back({where, line, content});
  }
  if (parsed.header_line == 0) {
    throw Error(where, "no line names the columns",
                "begin with a line such as: id, forms, note, parted by tabs");
  }
  table.texts.push_back(held);
  return parsed;
}

}  // namespace

ParsedTable parse_tsv(std::string name, std::string_view text, std::string_view where) {
  const auto held = std::make_shared<Text>();
  held->file = where;
  held->bytes = text;
  const std::string_view whole = held->bytes;
  return parse(std::move(name), std::span(&whole, 1), held, false);
}

Table parse_lasting(std::string name, std::span<const std::string_view> pieces,
                    std::string_view where, bool checked) {
  const auto held = std::make_shared<Text>();
  held->file = where;
  return parse(std::move(name), pieces, held, checked).table;
}

Table parse_table(std::string name, std::string_view text, std::string_view where) {
  text::check_encoding(std::string(where),
                       text);  // what cuts forms into words takes UTF-8 for granted
  return parse_tsv(std::move(name), text, where).table;
}

std::string in_quotes(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::string_view nearest_name(std::string_view name, std::span<const std::string> known) {
  std::string_view best;
  std::size_t fewest = std::max<std::size_t>(2, name.size() / 3) + 1;
  for (const std::string& candidate : known) {
    const std::size_t edits = edit_distance(name, candidate);
    if (edits < fewest && edits < candidate.size()) {
      fewest = edits;
      best = candidate;
    }
  }
  return best;
}

std::string offer_names(std::string_view name, std::span<const std::string> known) {
  std::string hint;
  if (const std::string_view near = nearest_name(name, known); !near.empty()) {
    hint = "did you mean \"" + std::string(near) + "\"? ";
  }
  hint += "use one of ";
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (i > 0) hint += ", ";
    hint += known[i];
  }
  return hint;
}

std::size_t Table::column(std::string_view column_name) const {
  const auto found = std::find(columns.begin(), columns.end(), column_name);
  if (found == columns.end()) {
    throw Error(this->name + ".tsv", "no column \"" + std::string(column_name) + "\"",
                offer_names(column_name, columns));
  }
  return static_cast<std::size_t>(found - columns.begin());
}

Cell Table::cell(const Row& row, std::string_view column_name) const {
  return row.cell(column(column_name));
}

Cell Row::cell(std::size_t column) const {
  std::string_view rest = text;
  for (; column > 0; --column) {
    const std::size_t tab = rest.find('\t');
    if (tab == std::string_view::npos) return {};
    rest.remove_prefix(tab + 1);
  }
  return Cell(trim(rest.substr(0, rest.find('\t'))));
}

std::string Row::where() const { return place(file, line); }

std::vector<std::string_view> Table::list(const Row& row, std::string_view column_name) const {
  std::string_view rest = cell(row, column_name);
  std::vector<std::string_view> items;
  if (rest.empty()) return items;
  while (true) {
    const std::size_t bar = rest.find('|');
    items.push_back(trim(rest.substr(0, bar)));
    if (bar == std::string_view::npos) return items;
    rest.remove_prefix(bar + 1);
  }
}

}  // namespace msmt
