/// Output: a report as text. Pure functions; who calls them writes the result.
#pragma once

#include <string>

#include "msmt/merge.hpp"

namespace msmt {

struct OutputOptions {
  bool mentions = false;  ///< list every mention under its source
  bool residue = false;   ///< list what no claim used under its source
  unsigned jobs = 1;      ///< threads; they change no byte
};

/// docs/output.md: two-space indent, documented key order, UTF-8 unescaped, a newline at the end.
std::string to_json(const Report& report, const OutputOptions& options);

/// One article with its own claims, unmerged, as one line of JSON: what --per-article writes and
/// --merge reads.
std::string to_line(const Article& article, const OutputOptions& options);

/// One line of JSON per claim, in the order of the report.
std::string to_jsonl(const Report& report);

/// One row of RFC 4180 per claim after a row of names, for spreadsheets; lines end in CR LF.
std::string to_csv(const Report& report);

/// One line per claim in aligned columns, for a terminal.
std::string to_table(const Report& report);

/// JSON Schema (2020-12) of to_json's output.
std::string json_schema();

/// Compares two reports given as JSON text, claim id by claim id, field by field.
///
/// returns  lines for a reader, empty when equal; changes of meaning come before moved offsets
/// errors   Error{golden_name, "not a report: …", "…"} when the golden text is not a report
std::string compare(std::string_view golden, std::string_view golden_name, std::string_view actual);

/// What has happened to the claims since an earlier report, given as JSON text: which are new, gone,
/// changed, told by more or fewer articles, or have come into conflict.
///
/// returns  lines for a reader in the form of compare(), what matters most first; empty for no change
/// errors   Error{old_name, "not a report: …", "…"}
std::string changes_since(std::string_view old_text, std::string_view old_name,
                          std::string_view new_text);

}  // namespace msmt
