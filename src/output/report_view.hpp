/// Reports as a reader of JSON sees them, for --check and --since: what is missing is null, and
/// values are shown short.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "output/json_text.hpp"

namespace msmt {

using Lines = std::vector<std::string>;

/// A report with lists of sources and claims, each with its name.
///
/// errors   Error{name, "not a report: …", "…"}
Json read_report(std::string_view json, const std::string& name);

/// The value of a key; null where there is no object or no such key.
const Json& member(const Json& object, const std::string& key);
/// A string as it is, anything else as JSON.
std::string text_of(const Json& object, const std::string& key);
/// The objects of a list; what is no list, or no object, counts as not there.
std::vector<const Json*> objects(const Json& owner, const std::string& key);

/// A value on one line, at most 70 code points of it.
std::string shown(const Json& value);
/// "field: 20000 → 21000"
std::string change(const std::string& field, const Json& before, const Json& after);
/// "23:1", where a claim or a mention stands.
std::string place(const Json& at);

/// One line for each field that differs, "quantity.value: 20000 → 21000"; objects field by field.
void add_changes(const std::string& field, const Json& before, const Json& after, Lines& out);

/// The same for all fields of two objects but the named ones.
template <std::size_t N>
void add_field_changes(const Json& before, const Json& after,
                       const std::array<std::string_view, N>& without, Lines& out) {
  const auto rest = [&](Json fields) {
    for (const std::string_view key : without) {
      if (fields.is_object()) fields.erase(std::string(key));
    }
    return fields;
  };
  Lines lines;
  add_changes("", rest(before), rest(after), lines);
  for (std::string& line : lines) out.push_back(line.substr(line.starts_with('.') ? 1 : 0));
}

}  // namespace msmt
