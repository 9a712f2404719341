// The real tables, held to what data/lexicon/README.md promises of them. Every breach is reported
// with its file and line, so a new word needs no look at the code.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <sstream>
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

TEST_CASE("the numbers of a weapon's registers agree with its category") {
  // as the head of weapons.tsv has them: UN Register category and Munitions List number
  const std::map<std::string, std::vector<std::string>> allowed = {
      {"air defence system", {" ML19", " ML2", " ML4", "VII ML4"}},
      {"aircraft", {" ML10"}},
      {"ammunition", {" ML3", " ML4"}},
      {"anti-ship missile", {" ML4", "VII ML4"}},
      {"anti-tank weapon", {"SALW ML2", "SALW ML4", "VII ML4"}},
      {"armoured vehicle", {" ML6", "II ML6"}},
      {"artillery", {" ML2", "III ML2", "SALW ML2"}},
      {"ballistic missile", {"VII ML4"}},
      {"bomb", {" ML4", "VII ML4"}},
      {"combat aircraft", {"IV ML10"}},
      {"cruise missile", {"VII ML4"}},
      {"drone", {" ML10", " ML9", "IV ML10", "VII ML10"}},
      {"electronic warfare equipment", {" ML11", "VII ML11"}},
      {"helicopter", {" ML10", "V ML10"}},
      {"mine", {" ML4"}},
      {"missile", {" ML4", "VII ML4"}},
      {"nuclear weapon", {" ML4", "VII ML4"}},
      {"radar", {" ML5"}},
      {"rocket launcher", {" ML4", "III ML4"}},
      {"small arms", {"SALW ML1", "SALW ML2"}},
      {"submarine", {"VI ML9"}},
      {"tank", {"I ML6"}},
      {"torpedo", {" ML4"}},
      {"transport aircraft", {" ML10"}},
      {"vehicle", {" ML6", "II ML6"}},
      {"warship", {" ML9", "VI ML9"}},
  };
  Breaches breaches;
  const msmt::Lexicons lexicons = msmt::load_lexicons({});
  const msmt::Table& weapons = lexicons.table("weapons");
  for (const msmt::Row& row : weapons.rows) {
    const std::string kind = weapons.cell(row, "category");
    const std::string unroca = weapons.cell(row, "unroca");
    const std::string list = weapons.cell(row, "ml");
    const std::string numbers = unroca + " " + list;
    const auto category = allowed.find(kind);
    if (category == allowed.end() ||
        std::count(category->second.begin(), category->second.end(), numbers) == 0) {
      breaches.push_back(row.where() + ": " + kind + " with " + numbers);
    }
  }
  CHECK(breaches == Breaches{});
}

TEST_CASE("the country of a row is one of the table of countries") {
  Breaches breaches;
  const msmt::Lexicons lexicons = msmt::load_lexicons({});
  std::vector<std::string> ids;  // ISO 3166-1 alpha-2, with which ISO 3166-3 begins too
  for (const msmt::Row& row : lexicons.table("countries").rows)
    ids.push_back(std::string(lexicons.table("countries").cell(row, "id").substr(0, 2)));
  for (const char* name : {"weapons", "organizations", "military_units", "persons"}) {
    const msmt::Table& table = lexicons.table(name);
    for (const msmt::Row& row : table.rows) {
      const std::string country = table.cell(row, "country");
      if (!country.empty() && std::find(ids.begin(), ids.end(), country) == ids.end())
        breaches.push_back(row.where() + ": " + country + " is no country");
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

TEST_CASE(
    "data/sources/weapons.tsv has a row for each weapon, with a source at least, which its head "
    "cites") {
  std::ifstream file(MSMT_SOURCE_DIR "/data/sources/weapons.tsv", std::ios::binary);
  REQUIRE(file);
  std::string head;
  std::map<std::string, std::string> sources;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) {
      head += line + "\n";
      continue;
    }
    const std::size_t tab = line.find('\t');
    INFO(line);
    REQUIRE(tab != std::string::npos);
    if (line.starts_with("id\t")) continue;
    const std::size_t page = line.find('\t', tab + 1);
    REQUIRE(page != std::string::npos);
    const std::string keys = line.substr(tab + 1, page - tab - 1);
    CHECK(sources.emplace(line.substr(0, tab), keys).second);
    // an address, or a file of a repository
    const std::string address = line.substr(page + 1);
    CHECK((keys == "page") == !address.empty());
    CHECK(
        (address.empty() || address.starts_with("http") || address.find('/') < address.find(':')));
  }
  const msmt::Lexicons lexicons = msmt::load_lexicons({});
  const msmt::Table& weapons = lexicons.table("weapons");
  CHECK(sources.size() == weapons.rows.size());
  for (const msmt::Row& row : weapons.rows) {
    const std::string& id = weapons.cell(row, "id");
    INFO(id);
    REQUIRE(sources.contains(id));
    CHECK_FALSE(sources[id].empty());
    std::istringstream keys(sources[id]);
    for (std::string key; keys >> key;) {
      INFO(key);
      CHECK(head.find(" " + key + " (") != std::string::npos);
    }
  }
}
