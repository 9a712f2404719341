// Checks of the cells that --lexicon files bring; the built-in tables are held to more by tests.
#include "lexicon/check.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "lexicon/tsv.hpp"
#include "msmt/error.hpp"

namespace msmt {
namespace {

using ColumnOf = std::pair<std::string_view, std::string_view>;  // column, table; "" for any table

constexpr std::array<ColumnOf, 15> kClosed = {{{"category", ""},
                                               {"unroca", ""},
                                               {"ml", ""},
                                               {"kind", "organizations"},
                                               {"kind", "numbers"},
                                               {"kind", "calendar"},
                                               {"dimension", ""},
                                               {"class", ""},
                                               {"relation", ""},
                                               {"place", "hedges"},
                                               {"role", ""},
                                               {"pos", ""},
                                               {"type", ""},
                                               {"certainty", ""},
                                               {"noun", "verbs"}}};
constexpr std::array<ColumnOf, 2> kNumbers = {{{"si", "units"}, {"value", "numbers"}}};
constexpr std::array<std::string_view, 13> kLists = {
    "names", "adjectives", "aliases", "capitals", "places", "ambiguous", "not",
    "forms", "heads",      "symbols", "triggers", "past",   "participle"};

template <std::size_t N>
bool holds(const std::array<ColumnOf, N>& columns, std::string_view column,
           std::string_view table) {
  return std::any_of(columns.begin(), columns.end(), [&](const ColumnOf& known) {
    return known.first == column && (known.second.empty() || known.second == table);
  });
}

void check_closed(const Table& added, const Table& table, const std::string& column) {
  std::set<std::string> values;
  for (const Row& row : table.rows) values.insert(table.cell(row, column));
  values.erase("");
  const std::vector<std::string> known(values.begin(), values.end());
  for (const Row& row : added.rows) {
    const std::string value = added.cell(row, column);
    if (value.empty() || values.contains(value)) continue;
    throw Error(row.where(), in_quotes(value) + " is no " + column + " of " + table.name,
                offer_names(value, known));
  }
}

void check_number(const Table& added, const std::string& column) {
  for (const Row& row : added.rows) {
    const std::string_view text = added.cell(row, column);
    double value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || (problem == std::errc() && end == text.data() + text.size())) continue;
    throw Error(row.where(), in_quotes(text) + " in column " + in_quotes(column) + " is no number",
                "write it in digits, such as 0.3048 or 1e6");
  }
}

void check_list(const Table& added, const std::string& column) {
  for (const Row& row : added.rows) {
    for (std::string_view item : added.list(row, column)) {
      if (item.starts_with('*')) item.remove_prefix(1);
      if (!item.empty()) continue;
      throw Error(row.where(), "column " + in_quotes(column) + " has an empty item",
                  "put one \"|\" between two items, and none at the ends");
    }
  }
}

void check_country(const Table& added, const Table& countries) {
  for (const Row& row : added.rows) {
    const std::string_view code = added.cell(row, "country");
    const bool known = std::any_of(countries.rows.begin(), countries.rows.end(), [&](const Row& c) {
      const std::string_view id = countries.cell(c, "id");
      return id == code || (id.size() == 4 && id.substr(0, 2) == code);
    });
    if (code.empty() || known) continue;
    throw Error(row.where(), in_quotes(code) + " is the code of no country",
                "use an ISO 3166-1 alpha-2 code, such as KP, or add a row to countries first");
  }
}

}  // namespace

void check_rows(const Table& added, const Table& table, const Table& countries) {
  for (const std::string& column : added.columns) {
    if (holds(kClosed, column, table.name)) check_closed(added, table, column);
    if (holds(kNumbers, column, table.name)) check_number(added, column);
    if (column == "country") check_country(added, countries);
    if (column == "place" && table.name == "calendar") continue;
    if (std::find(kLists.begin(), kLists.end(), column) != kLists.end()) check_list(added, column);
  }
}

}  // namespace msmt
