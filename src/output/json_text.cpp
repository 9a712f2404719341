#include "output/json_text.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>

#include "msmt/error.hpp"
#include "text/utf8.hpp"

namespace msmt {
namespace {

constexpr std::size_t kLineWidth = 100;
constexpr int kDeepest = 64;  // a report is nested eight deep

void append_double(std::string& out, double value) {
  // Positional digits for the sizes that articles speak of; 1.6e-19 stays readable as it is.
  const double size = std::abs(value);
  const bool positional = size >= 1e-6 && size < 1e21;
  char digits[64];
  const auto end =
      positional ? std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed)
                 : std::to_chars(digits, digits + sizeof digits, value);
  out.append(digits, end.ptr);
}

/// `json` with the control characters that JSON allows but terminals obey written as escapes: DEL
/// and U+0080 to U+009F, among them a CSI of one character.
std::string escape_controls(const std::string& json) {
  std::string out;
  for (std::size_t at = 0; at < json.size(); ++at) {
    const auto byte = static_cast<unsigned char>(json[at]);
    const bool two = byte == 0xC2U && at + 1 < json.size() && json[at + 1] < '\xA0';
    if (byte != 0x7FU && !two) {
      out += json[at];
      continue;
    }
    const auto value = two ? static_cast<unsigned char>(json[++at]) : byte;
    constexpr std::string_view kDigits = "0123456789abcdef";
    out += "\\u00";
    out += {kDigits[value >> 4U], kDigits[value & 15U]};
  }
  return out;
}

/// Quotes a text; the library sees to the few that need escapes or have bytes to be replaced.
void append_text(std::string& out, const std::string& text) {
  bool is_plain = true;
  bool is_ascii = true;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    is_plain &= byte >= 0x20 && byte != 0x7F && byte != 0xC2 && c != '"' && c != '\\';
    is_ascii &= byte < 0x80;
  }
  if (is_plain && (is_ascii || !utf8::first_invalid(text))) {
    out += '"';
    out += text;
    out += '"';
  } else {
    out += escape_controls(Json(text).dump(-1, ' ', false, Json::error_handler_t::replace));
  }
}

template <typename Integer>
void append_integer(std::string& out, Integer value) {
  char digits[24];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

void append_scalar(std::string& out, const Json& value) {
  switch (value.type()) {
    case Json::value_t::string:
      append_text(out, value.get_ref<const std::string&>());
      break;
    case Json::value_t::number_float:
      append_double(out, value.get<double>());
      break;
    case Json::value_t::number_integer:
      append_integer(out, value.get<std::int64_t>());
      break;
    case Json::value_t::number_unsigned:
      append_integer(out, value.get<std::uint64_t>());
      break;
    default:
      out += value.dump();
  }
}

/// Calls `use(key, child)` for each member of an object, `use(nullptr, child)` for each of an array,
/// until it returns false; whether it never did.
template <typename Use>
bool each_child(const Json& value, Use use) {
  if (value.is_object()) {
    for (const auto& [key, child] : value.get_ref<const Json::object_t&>()) {
      if (!use(&key, child)) return false;
    }
    return true;
  }
  for (const Json& child : value.get_ref<const Json::array_t&>()) {
    if (!use(nullptr, child)) return false;
  }
  return true;
}

void append_key(std::string& out, const std::string& key) {
  append_text(out, key);
  out += ": ";
}

/// No more than the bytes of a value on one line: numbers count as one digit, and nothing is escaped.
/// Stops counting behind `limit`.
std::size_t least_width(const Json& value, std::size_t limit) {
  if (value.is_string()) return value.get_ref<const std::string&>().size() + 2;
  if (!value.is_structured()) return 1;
  std::size_t width = 2;
  each_child(value, [&](const std::string* key, const Json& child) {
    constexpr std::size_t kAroundKey = 4;  // "": and a space
    if (key != nullptr) width += key->size() + kAroundKey;
    if (width <= limit) width += least_width(child, limit - width);
    width += 2;                 // a comma and a space …
    return width <= limit + 2;  // … not behind the last
  });
  return value.empty() ? width : width - 2;
}

/// Appends on one line; gives up, false, once `out` is longer than `limit`.
bool append_line(std::string& out, const Json& value, std::size_t limit) {
  if (!value.is_structured()) {
    append_scalar(out, value);
    return out.size() <= limit;
  }
  out += value.is_object() ? '{' : '[';
  bool first = true;
  const bool fits = each_child(value, [&](const std::string* key, const Json& child) {
    if (!first) out += ", ";
    first = false;
    if (key != nullptr) append_key(out, *key);
    return append_line(out, child, limit);
  });
  out += value.is_object() ? '}' : ']';
  return fits && out.size() <= limit;
}

std::size_t line_of(std::string_view text, std::size_t byte) {
  const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(byte, text.size()));
  return 1 + static_cast<std::size_t>(std::count(text.begin(), end, '\n'));
}

/// "syntax error while parsing value - unexpected end of input; …" of nlohmann's long message.
std::string reason(std::string message) {
  for (const std::string_view lead : {"] ", "column ", ": "}) {
    const auto at = message.find(lead);
    if (at != std::string::npos) message.erase(0, at + lead.size());
  }
  return message.substr(0, message.find(';'));
}

}  // namespace

Json json_number(std::optional<double> value) {
  constexpr double kIntegers = 9.2e18;  // below 2^63
  if (!value || !std::isfinite(*value)) return nullptr;
  if (std::trunc(*value) == *value && std::abs(*value) < kIntegers) {
    return static_cast<std::int64_t>(*value);
  }
  return *value;
}

std::string one_line(const Json& value) {
  std::string out;
  append_line(out, value, std::string::npos);
  return out;
}

void append_json(std::string& out, const Json& value, std::size_t indent, std::size_t column) {
  const std::size_t begin = out.size();
  const std::size_t room = column < kLineWidth ? kLineWidth - column : 0;
  if (!value.is_structured() || value.empty()) {
    append_line(out, value, std::string::npos);
    return;
  }
  if (least_width(value, room) <= room) {
    if (append_line(out, value, begin + room)) return;
    out.resize(begin);
  }
  out += value.is_object() ? '{' : '[';
  const char* between = "\n";
  each_child(value, [&](const std::string* key, const Json& child) {
    out += between;
    between = ",\n";
    const std::size_t line = out.size();
    out.append(indent + 2, ' ');
    if (key != nullptr) append_key(out, *key);
    append_json(out, child, indent + 2, out.size() - line + 1);
    return true;
  });
  out += '\n';
  out.append(indent, ' ');
  out += value.is_object() ? '}' : ']';
}

Json parse_json(std::string_view text, std::string_view name, std::string_view hint) {
  const auto not_deep = [&](int depth, Json::parse_event_t, Json&) {
    if (depth <= kDeepest) return true;
    throw Error(std::string(name), "not JSON that is read here: nested too deep",
                std::string(hint));
  };
  try {
    return Json::parse(text, not_deep);
  } catch (const Json::parse_error& error) {
    const std::string where = std::string(name) + ":" + std::to_string(line_of(text, error.byte));
    throw Error(where, "not JSON: " + reason(error.what()), std::string(hint));
  } catch (const Json::exception& error) {  // a number beyond a double
    throw Error(std::string(name), "not JSON: " + reason(error.what()), std::string(hint));
  }
}

}  // namespace msmt
