/// JSON as text: the one reader and the one writer of the program.
///
///     append_json(out, tree, 4)   {"relation": "more_than", "value": 20000} on one line where it
///     fits,
///                                 else one line per key, two spaces deeper
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace msmt {

using Json = nlohmann::ordered_json;

/// A whole number as an integer ("9000000", never 9e+06), null for none and for what is not finite.
Json json_number(std::optional<double> value);

struct JsonMember {
  const char* key;
  Json value;
};

/// An object of these members, whose keys are all different, in this order:
///
///     json_object({{"line", 3}, {"quote", "…"}})
///
/// The library's own list makes an array of each member first.
template <std::size_t N>
Json json_object(JsonMember (&&members)[N]);

/// The whole value on one line.
std::string one_line(const Json& value);

/// Appends `value` to a line that is indented by `indent` and ends in `column`. What fits into 100
/// columns stays on its line. Bytes that are not UTF-8 become U+FFFD.
void append_json(std::string& out, const Json& value, std::size_t indent, std::size_t column);

/// Parses one JSON text that is nested at most 64 deep.
///
/// errors   Error{"NAME:LINE", "not JSON: …", hint}
Json parse_json(std::string_view text, std::string_view name, std::string_view hint);

template <std::size_t N>
Json json_object(JsonMember (&&members)[N]) {
  Json out = Json::object();
  auto& object = out.get_ref<Json::object_t&>();
  object.reserve(N);
  for (JsonMember& member : members) object.emplace_back(member.key, std::move(member.value));
  return out;
}

}  // namespace msmt
