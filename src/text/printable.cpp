#include "text/printable.hpp"

#include "text/utf8.hpp"

namespace msmt::text {
namespace {

/// Length of the well-formed UTF-8 sequence at the start of `text`, else 0.
std::size_t sequence(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t size = lead < 0x80U ? 1 : lead < 0xE0U ? 2 : lead < 0xF0U ? 3 : 4;
  return size <= text.size() && !utf8::first_invalid(text.substr(0, size)) ? size : 0;
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

/// Marks, embeddings, overrides and isolates of UAX #9.
bool is_direction(char32_t c) {
  return c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

void append_hex(std::string& out, std::string_view lead, char32_t value, unsigned digits) {
  out += lead;
  while (digits-- > 0) out += "0123456789abcdef"[(value >> (4 * digits)) & 15U];
}

}  // namespace

std::string printable(std::string_view text, bool keep_lines) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t size = sequence(text);
    const char32_t c = size > 0 ? utf8::decode(text, 0).value : 0;
    if (c == U'\n') {
      out += keep_lines ? "\n" : "\\n";
    } else if (c == U'\t') {
      out += "\\t";
    } else if (size == 0 || is_control(c)) {
      const std::size_t bytes = size == 0 ? 1 : size;
      for (const char byte : text.substr(0, bytes)) {
        append_hex(out, "\\x", static_cast<unsigned char>(byte), 2);
      }
    } else if (is_direction(c)) {
      append_hex(out, "\\u", c, 4);
    } else {
      out += text.substr(0, size);
    }
    text.remove_prefix(size == 0 ? 1 : size);
  }
  return out;
}

}  // namespace msmt::text
