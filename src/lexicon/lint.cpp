// Lint: entries of the tables that are read without complaint and never do anything.
#include "lexicon/lint.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "lexicon/gazetteer.hpp"
#include "lexicon/name_columns.hpp"
#include "lexicon/tsv.hpp"

namespace msmt {
namespace {

constexpr std::array<std::string_view, 16> kListColumns = {
    "names", "adjectives", "aliases",  "capitals", "places",     "ambiguous", "not",   "forms",
    "heads", "symbols",    "triggers", "past",     "participle", "before",    "nouns", "states"};

/// Columns whose values are few and known; a value that stands once and is nearly another is a slip.
constexpr std::array<std::string_view, 9> kClosedColumns = {
    "category", "kind", "unroca", "ml", "dimension", "class", "relation", "place", "role"};

bool has_column(const Table& table, std::string_view name) {
  return std::find(table.columns.begin(), table.columns.end(), name) != table.columns.end();
}

class Linter {
 public:
  explicit Linter(const Lexicons& lexicons) : lexicons_(lexicons) {}

  std::vector<Error> findings() {
    for (const auto& [name, table] : lexicons_.tables()) {
      ids(table);
      lists(table);
      closed_columns(table);
      ambiguous_forms(table);
      if (has_column(table, "country")) countries(table, "country");
      if (has_column(table, "states")) countries(table, "states");
    }
    for (const NameColumns& columns : name_columns()) names(columns);
    words("units", "forms", "", true);
    words("units", "symbols", "", false);
    words("numbers", "forms", "", true);
    words("hedges", "forms", "place", true);
    words("word_classes", "forms", "class", true);
    base_forms("frames", "triggers", "trigger");
    base_forms("word_classes", "forms", "form");
    heads();
    broader_kinds();
    return std::move(findings_);
  }

 private:
  void report(const Row& row, std::string problem, std::string hint) {
    findings_.emplace_back(row.where(), std::move(problem), std::move(hint));
  }

  void ids(const Table& table) {
    std::map<std::string_view, const Row*> seen;
    for (const Row& row : table.rows) {
      const std::string_view id = table.cell(row, "id");
      if (id.empty()) report(row, "the id is empty", "give the row an id of its own");
      const auto [first, is_new] = seen.emplace(id, &row);
      if (!is_new) {
        report(row, "id " + in_quotes(id) + " stands at " + first->second->where() + " as well",
               "keep one of the two rows");
      }
    }
  }

  void lists(const Table& table) {
    for (const std::string_view column : kListColumns) {
      if (!has_column(table, column) || (table.name == "calendar" && column == "place")) continue;
      for (const Row& row : table.rows) {
        std::set<std::string_view> seen;
        for (const std::string_view item : table.list(row, column)) {
          if (unmarked(item).empty()) {
            report(row, "column " + in_quotes(column) + " has an empty item", "remove one \"|\"");
          } else if (!seen.insert(item).second) {
            report(row, in_quotes(item) + " stands twice in column " + in_quotes(column),
                   "remove one of the two");
          }
        }
      }
    }
  }

  void closed_columns(const Table& table) {
    for (const std::string_view column : kClosedColumns) {
      if (!has_column(table, column)) continue;
      // a class stands once there, until a row of a user adds to it
      if (table.name == "word_classes" && column == "class") continue;
      std::map<std::string, std::pair<std::size_t, const Row*>> values;
      for (const Row& row : table.rows) {
        auto& [count, first] = values[table.cell(row, column)];
        if (count++ == 0) first = &row;
      }
      for (const auto& [value, use] : values) {
        if (use.first > 1 || value.empty()) continue;
        std::vector<std::string> others;
        for (const auto& [other, count] : values) {
          if (count.first > 1 && !other.empty()) others.push_back(other);
        }
        constexpr std::size_t kShortest = 5;  // "ML3" is no slip for "ML4"
        const std::string_view near = nearest_name(value, others);
        if (near.empty() || value.size() < kShortest) continue;
        report(*use.second,
               "no other row has " + in_quotes(value) + " in column " + in_quotes(column),
               "did you mean " + in_quotes(near) + "?");
      }
    }
  }

  void ambiguous_forms(const Table& table) {
    if (!has_column(table, "ambiguous")) return;
    for (const Row& row : table.rows) {
      std::set<std::string_view> forms;
      for (const std::string_view column :
           {"names", "adjectives", "aliases", "capitals", "places", "forms"}) {
        if (!has_column(table, column)) continue;
        for (const std::string_view form : table.list(row, column)) forms.insert(form);
      }
      for (const std::string_view form : table.list(row, "ambiguous")) {
        if (forms.contains(form)) continue;
        report(row, in_quotes(form) + " is marked as ambiguous but is no form of the row",
               "add it to the forms or remove the mark");
      }
    }
  }

  /// Codes of countries are ids of countries.tsv.
  void countries(const Table& table, std::string_view column) {
    std::set<std::string_view> known;
    const Table& states = lexicons_.table("countries");
    for (const Row& row : states.rows) {
      const std::string_view id = states.cell(row, "id");
      known.insert(id);
      if (id.size() == 4) known.insert(id.substr(0, 2));  // "SU" of SUHH, as in ISO 3166-3
    }
    for (const Row& row : table.rows) {
      for (const std::string_view code : table.list(row, column)) {
        if (known.contains(code)) continue;
        report(row, "no row of countries.tsv has the id " + in_quotes(code),
               "use the ISO 3166-1 alpha-2 code of the country");
      }
    }
  }

  /// Each form, standing alone in a text, must lead to its own row.
  void names(const NameColumns& columns) {
    const Table& table = lexicons_.table(columns.table);
    const Gazetteer& gazetteer = lexicons_.gazetteer(columns.table);
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      const Row& row = table.rows[r];
      std::size_t forms = 0;
      for (const std::string_view column : columns.forms) {
        for (const std::string_view form : table.list(row, column)) {
          ++forms;
          find(gazetteer, table, r, unmarked(form), columns.table);
        }
      }
      if (forms == 0) report(row, "the row has no form", "add what texts call it, or remove it");
      if (has_column(table, "name") && table.cell(row, "name").empty()) {
        report(row, "the row has no name", "give the name that the output shall have");
      }
    }
  }

  void find(const Gazetteer& gazetteer, const Table& table, std::size_t r, std::string_view form,
            std::string_view table_name) {
    if (form.empty()) return;  // an empty item, reported already
    const Row& row = table.rows[r];
    Document doc;
    doc.bytes = "x " + std::string(form) + " y";
    const std::vector<Token> tokens = tokenize(doc, {0, doc.bytes.size()});
    const auto match = gazetteer.match(doc, tokens, 1);
    if (!match || match->tokens + 2 != tokens.size()) {
      report(row, in_quotes(form) + " is never found in a text",
             "write it as texts do: letters and digits, without marks at its ends");
      return;
    }
    const Row& found = table.rows[match->form.row];
    if (match->form.blocked) {
      report(row, in_quotes(form) + " stands in the column \"not\" of " + found.where(),
             "remove it from one of the two");
    } else if (match->form.row != r) {
      report(row,
             in_quotes(form) + " is taken by " + in_quotes(table.cell(found, "id")) + " at " +
                 found.where(),
             "keep it in one of the two rows of " + std::string(table_name));
    }
  }

  /// Words that the first row wins: a second one is never read.
  void words(std::string_view name, std::string_view column, std::string_view beside, bool folded) {
    const Table& table = lexicons_.table(name);
    std::map<std::string, const Row*> seen;
    for (const Row& row : table.rows) {
      for (const std::string_view form : table.list(row, column)) {
        std::string key = folded ? fold(form) : std::string(form);
        if (!beside.empty()) key += "\t" + std::string(table.cell(row, beside));
        const auto [first, is_new] = seen.emplace(std::move(key), &row);
        if (is_new || first->second == &row) continue;
        report(row,
               in_quotes(form) + " is taken by " + in_quotes(table.cell(*first->second, "id")) +
                   " at " + first->second->where(),
               "keep it in one of the two rows");
      }
    }
  }

  /// Verbs of a table, in their base forms, have their other forms in verbs.tsv.
  void base_forms(std::string_view name, std::string_view column, const std::string& what) {
    std::set<std::string_view> verbs;
    const Table& known = lexicons_.table("verbs");
    for (const Row& row : known.rows) verbs.insert(known.cell(row, "id"));
    for (const std::string_view auxiliary : {"be", "have", "do"}) verbs.insert(auxiliary);
    const Table& table = lexicons_.table(name);
    for (const Row& row : table.rows) {
      if (table.cell(row, "pos") != "verb") continue;
      for (const std::string_view form : table.list(row, column)) {
        if (verbs.contains(form.substr(0, form.find(' ')))) continue;
        report(row, what + " " + in_quotes(form) + " is no verb of verbs.tsv",
               "add its forms there, in a row of their own");
      }
    }
  }

  /// Rules ask for the head of a phrase, which is one word: "company" of "shell company".
  void heads() {
    const Table& table = lexicons_.table("word_classes");
    for (const Row& row : table.rows) {
      if (table.cell(row, "pos") == "verb") continue;
      for (const std::string_view form : table.list(row, "forms")) {
        if (form.find(' ') == std::string_view::npos) continue;
        report(row, in_quotes(form) + " is never asked for: a phrase is known by its last word",
               "write " + in_quotes(form.substr(form.rfind(' ') + 1)) + " alone, or remove it");
      }
    }
  }

  /// The broader kind of an item is an item.
  void broader_kinds() {
    const Table& items = lexicons_.table("items");
    std::set<std::string_view> kinds;
    for (const Row& row : items.rows) kinds.insert(items.cell(row, "id"));
    for (const Row& row : items.rows) {
      const std::string_view broader = items.cell(row, "broader");
      if (broader.empty() || kinds.contains(broader)) continue;
      report(row, "no row has the id " + in_quotes(broader) + ", which is said to be broader",
             "name a row of this table");
    }
  }

  const Lexicons& lexicons_;
  std::vector<Error> findings_;
};

}  // namespace

std::vector<Error> lint_tables(const Lexicons& lexicons) { return Linter(lexicons).findings(); }

}  // namespace msmt
