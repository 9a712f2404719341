// The real tables, held to what data/lexicon/README.md promises of them. Every breach is reported
// with its file and line, so a new word needs no look at the code.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/embedded.hpp"
#include "msmt/lexicon.hpp"
#include "msmt/text.hpp"

namespace {

bool has_column(const msmt::Table& table, std::string_view name) {
  return std::find(table.columns.begin(), table.columns.end(), name) != table.columns.end();
}

using Breaches = std::vector<std::string>;

}  // namespace

TEST_CASE("cells have no stray spaces and lists no empty or repeated items") {
  Breaches breaches;
  for (const msmt::EmbeddedTable& embedded : msmt::embedded_tables()) {
    std::string text;
    for (const std::string_view piece : embedded.pieces) text += piece;
    std::size_t line = 0;
    for (std::string_view rest = text; !rest.empty();) {
      ++line;
      const std::size_t newline = rest.find('\n');
      const std::string_view row = rest.substr(0, newline);
      rest.remove_prefix(std::min(rest.size(), row.size() + 1));
      if (row.empty() || row.front() == '#') continue;
      const std::string bounded = "\t" + std::string(row) + "\t";
      for (const std::string_view bad :
           {"\t ", " \t", "| ", " |", "\t|", "|\t", "||", "  ", "\r"}) {
        if (bounded.find(bad) == std::string::npos) continue;
        breaches.push_back(std::string(embedded.name) + ".tsv:" + std::to_string(line) +
                           ": stray space or empty item");
      }
    }
  }
  CHECK(breaches == Breaches{});
}

TEST_CASE("ids are given, and once") {
  Breaches breaches;
  const msmt::Lexicons lexicons = msmt::load_lexicons({});
  for (const auto& [name, table] : lexicons.tables()) {
    if (!has_column(table, "id")) continue;
    std::map<std::string, std::string> seen;
    for (const msmt::Row& row : table.rows) {
      const std::string& id = table.cell(row, "id");
      if (id.empty()) breaches.push_back(row.where() + ": no id");
      const auto [first, is_new] = seen.emplace(id, row.where());
      if (!is_new) breaches.push_back(row.where() + ": " + id + " stands at " + first->second);
    }
  }
  CHECK(breaches == Breaches{});
}

TEST_CASE("ambiguous forms are forms of their row") {
  Breaches breaches;
  const msmt::Lexicons lexicons = msmt::load_lexicons({});
  for (const auto& [name, table] : lexicons.tables()) {
    if (!has_column(table, "ambiguous")) continue;
    for (const msmt::Row& row : table.rows) {
      std::vector<std::string_view> forms;
      for (const char* column : {"names", "adjectives", "aliases", "capitals", "places", "forms"}) {
        if (!has_column(table, column)) continue;
        const auto items = table.list(row, column);
        forms.insert(forms.end(), items.begin(), items.end());
      }
      for (const std::string_view form : table.list(row, "ambiguous")) {
        if (std::find(forms.begin(), forms.end(), form) == forms.end()) {
          breaches.push_back(row.where() + ": " + std::string(form) + " is no form of the row");
        }
      }
    }
  }
  CHECK(breaches == Breaches{});
}

TEST_CASE("a form of a gazetteer finds itself") {
  Breaches breaches;
  const msmt::Lexicons lexicons = msmt::load_lexicons({});
  const std::map<std::string, std::vector<std::string>> columns = {
      {"countries", {"names", "adjectives", "aliases", "capitals", "places", "not"}},
      {"military_units", {"forms"}},
      {"organizations", {"forms"}},
      {"weapons", {"forms"}}};
  for (const auto& [name, names] : columns) {
    if (!lexicons.tables().contains(name)) continue;
    const msmt::Table& table = lexicons.table(name);
    for (const msmt::Row& row : table.rows) {
      for (const std::string& column : names) {
        for (std::string_view form : table.list(row, column)) {
          if (form.starts_with('*')) form.remove_prefix(1);
          msmt::Document doc;
          doc.bytes = "x " + std::string(form) + " y";
          const auto tokens = msmt::tokenize(doc, {0, doc.bytes.size()});
          const auto match = lexicons.gazetteer(name).match(doc, tokens, 1);
          if (!match || match->tokens + 2 != tokens.size()) {
            breaches.push_back(row.where() + ": \"" + std::string(form) +
                               "\" is not found in text");
          }
        }
      }
    }
  }
  CHECK(breaches == Breaches{});
}
