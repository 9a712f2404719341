#include "output/json_input.hpp"

#include <algorithm>
#include <array>

#include "msmt/error.hpp"
#include "output/json_text.hpp"

namespace msmt {
namespace {

constexpr const char* kRecordHint =
    R"(write one article per line, e.g. {"text": "...", "path": "a.txt"})";
constexpr const char* kManifestHint =
    R"(write a list such as [{"path": "a.txt", "published": "2025-05-30"}])";
constexpr std::array kManifestKeys{"path", "url", "title", "publisher", "published"};

std::optional<std::string> field(const Json& object, const char* key, const std::string& where) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return std::nullopt;
  if (!found->is_string()) {
    throw Error(where, std::string("\"") + key + "\" is not a string", "write a string or null");
  }
  return found->get<std::string>();
}

Metadata metadata(const Json& object, const std::string& where) {
  return {.title = field(object, "title", where),
          .publisher = field(object, "publisher", where),
          .url = field(object, "url", where),
          .published = field(object, "published", where)};
}

}  // namespace

Record parse_record(std::string_view line, std::string_view where_view) {
  const std::string where(where_view);
  Json object;
  try {
    object = parse_json(line, where, kRecordHint);
  } catch (const Error& error) {
    throw Error(where, error.problem(), error.hint());  // the record is one line, `where` names it
  }
  if (!object.is_object()) throw Error(where, "not a JSON object", kRecordHint);
  auto text = field(object, "text", where);
  if (!text) throw Error(where, "no \"text\"", kRecordHint);
  return {.text = std::move(*text),
          .path = field(object, "path", where),
          .metadata = metadata(object, where)};
}

Manifest parse_manifest(std::string_view text, std::string_view name) {
  const Json list = parse_json(text, name, kManifestHint);
  if (!list.is_array()) throw Error(std::string(name), "not a JSON list", kManifestHint);
  Manifest out;
  for (const Json& object : list) {
    const std::string number = std::to_string(out.entries.size() + 1);
    const std::string where = std::string(name) + ": entry " + number;
    if (!object.is_object()) throw Error(where, "not a JSON object", kManifestHint);
    auto path = field(object, "path", where);
    if (!path || path->empty()) throw Error(where, "no \"path\"", kManifestHint);
    out.entries.push_back({std::move(*path), metadata(object, where)});
    for (const auto& [key, value] : object.items()) {
      if (std::ranges::find(kManifestKeys, key) == kManifestKeys.end() &&
          std::ranges::find(out.unknown_keys, key) == out.unknown_keys.end()) {
        out.unknown_keys.push_back(key);
      }
    }
  }
  return out;
}

}  // namespace msmt
