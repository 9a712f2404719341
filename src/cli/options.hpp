/// Options: what the command line asks for.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace msmt::cli {

enum class Format { json, jsonl, csv, table };

/// What the program is to do; all but `extract` print something about the program itself.
enum class Task {
  extract,
  help,
  version,
  schema,
  list_rules,
  list_extractors,
  dump_lexicon,
  lint_lexicon,
  explain
};

struct Options {
  Task task = Task::extract;
  std::vector<std::string> sources;  ///< files, folders, "-"
  Format format = Format::json;
  std::optional<std::string> output;
  bool mentions = false;
  bool residue = false;
  std::size_t explain_line = 0;  ///< 0: the whole file
  std::string published;         ///< EDTF date or ""
  std::optional<std::string> manifest;
  std::vector<std::string> lexicons;
  std::optional<std::string> check;
  std::optional<std::string> since;
  bool per_article = false;
  bool merge = false;
  bool strict = false;
  unsigned jobs = 1;
  std::size_t max_bytes = std::size_t{16} << 20U;  ///< of one article; the rest is left out
  std::string dump_folder;
  bool verbose = false;
  bool quiet = false;
  std::string help;  ///< text of --help
};

/// Reads the command line.
///
/// errors   Error{"--jobs", "\"many\" is no number from 1 to 1024", "…"}
Options parse_options(int argc, const char* const* argv);

}  // namespace msmt::cli
