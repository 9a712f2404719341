/// JSON that the program reads besides golden reports: manifests and JSON Lines articles.
///
///     parse_record(R"({"text": "SEOUL - …", "path": "a.txt", "published": "2025-05-30"})",
///     "in.jsonl:3")
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "msmt/text.hpp"

namespace msmt {

/// One article of a JSON Lines file.
struct Record {
  std::string text;
  std::optional<std::string> path;
  Metadata metadata;
};

/// One line of a JSON Lines file. Unknown keys are left alone.
///
/// errors   Error{where, …} when it is no object, has no "text", or a field is not a string
Record parse_record(std::string_view line, std::string_view where);

/// What a manifest says of one article.
struct ManifestEntry {
  std::string path;  ///< as written in the manifest
  Metadata metadata;
};

struct Manifest {
  std::vector<ManifestEntry> entries;
  std::vector<std::string> unknown_keys;  ///< each once, in order of appearance
};

/// A JSON list of {"path", "url", "title", "publisher", "published"}; null is the same as left out.
///
/// errors   Error{"name:line" or name, …}
Manifest parse_manifest(std::string_view text, std::string_view name);

}  // namespace msmt
