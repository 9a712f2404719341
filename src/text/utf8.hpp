/// Code points of UTF-8 text: decoding, and the few classes of characters that reading a page
/// needs.
///
///     decode("é", 0)      -> {U+00E9, 2 bytes}
///     is_letter(U'я')     -> true
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "msmt/text.hpp"

namespace msmt::utf8 {

struct CodePoint {
  char32_t value = 0;
  std::size_t size = 0;  ///< bytes; 0 past the end of the text
};

/// What decode(), is_space(), is_letter() and lower() do beyond ASCII, and decode() at the end.
CodePoint decode_wide(std::string_view text, std::size_t at);
bool is_space_wide(char32_t c);
bool is_letter_wide(char32_t c);
char32_t lower_wide(char32_t c);

/// The code point that starts at byte `at`; `text` has passed first_invalid().
inline CodePoint decode(std::string_view text, std::size_t at) {
  if (at >= text.size() || static_cast<unsigned char>(text[at]) >= 0x80U)
    return decode_wide(text, at);
  return {static_cast<unsigned char>(text[at]), 1};
}
/// The code point that ends before byte `at`; size 0 at the beginning.
CodePoint decode_before(std::string_view text, std::size_t at);
void append(std::string& out, char32_t code_point);

/// Byte offset of the first byte that is not UTF-8 (RFC 3629: overlong forms, surrogates and
/// anything above U+10FFFF are refused), or none.
std::optional<std::size_t> first_invalid(std::string_view text);

/// Unicode White_Space.
inline bool is_space(char32_t c) {
  return c == U' ' || (c >= 0x09 && c <= 0x0D) || (c >= 0x80 && is_space_wide(c));
}
bool is_ignorable(char32_t c);  ///< zero-width space and joiners, soft hyphen, BOM
bool is_mark(char32_t c);       ///< combining marks
/// Letters of any script, by block.
inline bool is_letter(char32_t c) {
  if (c >= 0x80) return is_letter_wide(c);
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}
bool is_latin(char32_t c);
constexpr bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_apostrophe(char32_t c);     ///< ' and what is typed for it
bool is_double_quote(char32_t c);   ///< straight, curly, low and angle double quotes
bool is_opening_quote(char32_t c);  ///< by shape; straight quotes are neither
bool is_closing_quote(char32_t c);
bool is_dash(char32_t c);  ///< hyphens, dashes and minus
inline char32_t lower(char32_t c) {
  if (c >= 0x80) return lower_wide(c);
  return c >= U'A' && c <= U'Z' ? c + 32 : c;
}
inline bool is_upper(char32_t c) { return lower(c) != c; }
bool is_lower(char32_t c);

/// `text` without white space (and ignorable characters) at both ends.
Span trim(std::string_view text, Span span);
/// The first byte at or after `at` that is no white space; `end` when there is none.
std::size_t skip_space(std::string_view text, std::size_t at, std::size_t end);
std::size_t count(std::string_view text);  ///< code points

}  // namespace msmt::utf8
