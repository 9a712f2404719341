// All tables: the built-in ones, what --lexicon lays over them, and the names looked up in them.
#include "msmt/lexicon.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <unordered_map>
#include <utility>
#include <vector>

#include "lexicon/check.hpp"
#include "lexicon/embedded.hpp"
#include "lexicon/gazetteer_index.hpp"
#include "lexicon/name_columns.hpp"
#include "lexicon/snapshot.hpp"
#include "lexicon/tsv.hpp"
#include "msmt/error.hpp"
#include "text/utf8.hpp"

namespace msmt {
namespace {

constexpr std::string_view kId = "id";
constexpr std::string_view kFolder = "data/lexicon/";

Table embedded_table(const EmbeddedTable& embedded) {
  std::string name(embedded.name);
  const std::string where = std::string(kFolder) + name + ".tsv";
  const bool checked = !snapshot().digest.empty();  // by the program that made the snapshot
  return parse_lasting(std::move(name), embedded.pieces, where, checked);
}

std::string read_file(const std::string& path) {
  const std::string hint = "check the name given to --lexicon";
  std::error_code problem;
  if (std::filesystem::is_directory(path, problem)) throw Error(path, "is a folder", hint);
  std::ifstream file(path, std::ios::binary);
  if (!file)
    throw Error(path, "cannot be opened (" + std::string(std::strerror(errno)) + ")", hint);
  std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (file.bad()) throw Error(path, "cannot be read", hint);
  return text;
}

void check_utf8(std::string_view text, const std::string& path) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const std::optional<std::size_t> bad = utf8::first_invalid(text);
  if (!bad) return;
  const std::string_view before = text.substr(0, *bad);
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const auto byte = static_cast<unsigned char>(text[*bad]);
  throw Error(path + ":" + std::to_string(line),
              std::string("byte 0x") + kDigits[byte >> 4U] + kDigits[byte & 0xFU] + " is not UTF-8",
              "convert first, e.g. iconv -f windows-1252 -t utf-8");
}

void check_columns_known(const Table& table, const ParsedTable& added, const std::string& path) {
  const std::string header = path + ":" + std::to_string(added.header_line);
  const std::vector<std::string>& columns = added.table.columns;
  for (const std::string& column : columns) {
    const auto known = std::find(table.columns.begin(), table.columns.end(), column);
    if (known == table.columns.end()) {
      throw Error(header, "unknown column \"" + column + "\"", offer_names(column, table.columns));
    }
  }
  if (std::find(columns.begin(), columns.end(), kId) == columns.end()) {
    throw Error(header, "no column \"id\"", "add it: it says which row to add or replace");
  }
}

std::string join(const std::vector<Cell>& cells, char between) {
  std::string out;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += between;
    out += cells[i];
  }
  return out;
}

/// Lays the rows of one file over the table they belong to.
void lay_over(Table& table, const ParsedTable& added) {
  const Table& from = added.table;
  std::vector<std::size_t> targets;
  for (const std::string& column : from.columns) targets.push_back(table.column(column));
  const std::size_t id_cell = from.column(kId);

  std::unordered_map<std::string_view, std::size_t> rows;  // of the table, by id
  const auto laid_lines = std::make_shared<std::vector<std::string>>();
  laid_lines->reserve(from.rows.size());  // never moved: rows point into it
  const std::size_t table_id = table.column(kId);
  for (std::size_t i = 0; i < table.rows.size(); ++i) rows.emplace(table.rows[i].cell(table_id), i);
  std::unordered_map<std::string_view, const Row*> seen;  // in this file
  for (const Row& row : from.rows) {
    const std::string_view id = row.cell(id_cell);
    if (id.empty()) throw Error(row.where(), "the id is empty", "give the row an id of its own");
    if (const auto [first, is_new] = seen.emplace(id, &row); !is_new) {
      throw Error(row.where(),
                  "id \"" + std::string(id) + "\" stands at " + first->second->where() + " as well",
                  "keep one of the two rows");
    }
    const auto known = rows.find(id);
    std::vector<Cell> cells(table.columns.size());
    for (std::size_t i = 0; known != rows.end() && i < cells.size(); ++i) {
      cells[i] = table.rows[known->second].cell(i);
    }
    for (std::size_t i = 0; i < targets.size(); ++i) cells[targets[i]] = row.cell(i);
    laid_lines->push_back(join(cells, '\t'));
    const Row laid{row.file, row.line, laid_lines->back()};
    if (known != rows.end()) {
      table.rows[known->second] = laid;
    } else {
      table.rows.push_back(laid);
    }
  }
  table.texts.push_back(laid_lines);
  table.texts.insert(table.texts.end(), from.texts.begin(), from.texts.end());
}

/// "battery" -> "batteries", "round of ammunition" -> "rounds of ammunition".
std::string plural(std::string_view noun) {
  const std::size_t of = noun.find(" of ");
  const std::string_view head = noun.substr(0, of);
  const std::string rest(of == std::string_view::npos ? std::string_view{} : noun.substr(of));
  std::string out(head);
  constexpr std::string_view kVowels = "aeiou";
  const bool hisses = head.ends_with("s") || head.ends_with("x") || head.ends_with("ch") ||
                      head.ends_with("sh") || head.ends_with("pedo") || head.ends_with("rgo");
  if (head.size() > 2 && head.ends_with('y') &&
      kVowels.find(head[head.size() - 2]) == std::string_view::npos) {
    out.back() = 'i';
    out += "es";
  } else {
    out += hisses ? "es" : "s";
  }
  return out + rest;
}

/// Whether a name has a plural of its own: "Reaper", "F-15EX", but not "Abrams" or "TOW"; a name that
/// ends in digits is read in the plural wherever it stands.
bool has_plural(std::string_view name) {
  const char last = name.empty() ? ' ' : name.back();
  const bool model = name.find_first_of("0123456789") != std::string_view::npos;
  return (last >= 'a' && last <= 'z' && last != 's' && last != 'y') ||
         (model && last >= 'A' && last <= 'Z' && last != 'S');
}

std::string in_capitals(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return out;
}

void add_forms(Gazetteer& names, const Table& table, const NameColumns& columns) {
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const Row& row = table.rows[r];
    std::vector<std::string_view> ambiguous;
    if (!columns.ambiguous.empty()) ambiguous = table.list(row, columns.ambiguous);
    const auto add = [&](std::string_view column, bool blocked) {
      const std::size_t c = table.column(column);
      for (std::string_view text : table.list(row, column)) {
        Form form{static_cast<std::uint32_t>(r), static_cast<std::uint16_t>(c), false, blocked};
        if (text.starts_with('*')) {
          text.remove_prefix(1);
          form.ambiguous = true;
        }
        form.ambiguous = form.ambiguous ||
                         std::find(ambiguous.begin(), ambiguous.end(), text) != ambiguous.end();
        names.add(text, form, form.ambiguous || is_short_acronym(text));
        if (form.ambiguous && columns.table == "countries") {
          names.add(in_capitals(text), form, true);  // "CHAD" in a headline
        }
        if (columns.table == "weapons" && has_plural(text)) {
          names.add(std::string(text) + "s", form, form.ambiguous);  // "Super Tucanos"
        }
        if (!columns.nouns) continue;
        if (is_short_acronym(text)) {
          names.add(std::string(text) + "s", form, true);  // "UAVs"
        } else {
          names.add(plural(text), form, form.ambiguous);
        }
      }
    };
    for (const std::string_view column : columns.forms) add(column, false);
    if (!columns.blocked.empty()) add(columns.blocked, true);
  }
}

/// A line of the list that the digest is made of, as sha256sum prints it.
std::string digest_line(std::string_view digest, std::string_view file) {
  std::string line(digest);
  line += "  ";
  line += file;
  line += '\n';
  return line;
}

}  // namespace

const std::vector<NameColumns>& name_columns() {
  static const std::vector<NameColumns> names = {
      {"countries",
       {"names", "adjectives", "aliases", "capitals", "places"},
       "ambiguous",
       "not",
       false},
      {"items", {"forms"}, "", "", true},
      {"military_units", {"forms"}, "ambiguous", "", false},
      {"organizations", {"forms"}, "ambiguous", "", false},
      {"weapon_classes", {"heads"}, "", "not", true},
      {"weapons", {"forms"}, "", "", false},
  };
  return names;
}

void save_names(const Lexicons& lexicons, Saver& saver) {
  std::vector<std::string_view> tables;
  for (const NameColumns& columns : name_columns()) tables.push_back(columns.table);
  std::sort(tables.begin(), tables.end());
  for (const std::string_view table : tables) index_of(lexicons.gazetteer(table)).fields(saver);
}

const Table& Lexicons::table(std::string_view name) const {
  const auto found = tables_.find(name);
  if (found == tables_.end()) {
    std::vector<std::string> known;
    for (const auto& entry : tables_) known.push_back(entry.first);
    throw Error(std::string(name) + ".tsv", "no such lexicon", offer_names(name, known));
  }
  return found->second;
}

const Gazetteer& Lexicons::gazetteer(std::string_view table_name) const {
  const auto found = gazetteers_.find(table_name);
  if (found == gazetteers_.end()) {
    std::vector<std::string> known;
    for (const auto& entry : gazetteers_) known.push_back(entry.first);
    throw Error(std::string(table_name) + ".tsv", "no names to look up in this lexicon",
                offer_names(table_name, known));
  }
  return found->second;
}

Lexicons load_lexicons(const std::vector<std::string>& files) {
  Lexicons lexicons;
  std::vector<std::string> known;
  std::string listing;
  for (const EmbeddedTable& embedded : embedded_tables()) {
    known.emplace_back(embedded.name);
    listing += digest_line(embedded.sha256, known.back() + ".tsv");
    lexicons.tables_.emplace(known.back(), embedded_table(embedded));
  }
  std::sort(known.begin(), known.end());

  for (const std::string& path : files) {
    const std::string text = read_file(path);
    check_utf8(text, path);
    const std::string stem = std::filesystem::path(path).stem().string();
    const ParsedTable added = parse_tsv(stem, text, path);
    const std::string& name = added.declared.empty() ? stem : added.declared;
    const auto table = lexicons.tables_.find(name);
    if (table == lexicons.tables_.end()) {
      throw Error(path, "no lexicon is named \"" + name + "\"",
                  "rename the file or begin it with a line \"# lexicon: NAME\"; " +
                      offer_names(name, known));
    }
    check_columns_known(table->second, added, path);
    check_rows(added.table, table->second, lexicons.tables_.at("countries"));
    lay_over(table->second, added);
    listing += digest_line(sha256(text), "--lexicon " + name);
  }

  for (const NameColumns& columns : name_columns()) {
    lexicons.gazetteers_[std::string(columns.table)];
  }
  const std::span<const std::uint64_t> ready = snapshot().names;
  if (files.empty() && !ready.empty()) {
    Loader loader(ready);
    for (const auto& [name, gazetteer] : lexicons.gazetteers_) index_of(gazetteer).fields(loader);
  } else {
    for (const NameColumns& columns : name_columns()) {
      Gazetteer& names = lexicons.gazetteers_.find(columns.table)->second;
      const auto table = lexicons.tables_.find(columns.table);
      if (table != lexicons.tables_.end()) add_forms(names, table->second, columns);
    }
  }
  // For the built-in tables alone: cd data/lexicon; sha256sum *.tsv | sha256sum
  lexicons.digest_ = sha256(listing);
  return lexicons;
}

}  // namespace msmt
