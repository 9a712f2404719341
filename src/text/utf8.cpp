#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace msmt {
namespace utf8 {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

bool in(const Range* begin, const Range* end, char32_t c) {
  const Range* at =
      std::upper_bound(begin, end, c, [](char32_t v, const Range& r) { return v < r.first; });
  return at != begin && c <= std::prev(at)->last;
}

template <std::size_t N>
bool in(const Range (&ranges)[N], char32_t c) {
  return in(std::begin(ranges), std::end(ranges), c);
}

// Unicode 15 blocks; punctuation inside alphabetic blocks is cut out where it is in common use.
constexpr Range kLetters[] = {
    {U'A', U'Z'},       {U'a', U'z'},       {0xAA, 0xAA},      {0xB5, 0xB5},     {0xBA, 0xBA},
    {0xC0, 0xD6},       {0xD8, 0xF6},       {0xF8, 0x2BB},     {0x2BD, 0x2FF},   {0x370, 0x373},
    {0x376, 0x377},     {0x37A, 0x37D},     {0x37F, 0x37F},    {0x386, 0x386},   {0x388, 0x481},
    {0x48A, 0x559},     {0x560, 0x588},     {0x5D0, 0x5F2},    {0x620, 0x65F},   {0x66E, 0x6D3},
    {0x6D5, 0x6EF},     {0x6FA, 0x6FF},     {0x710, 0x963},    {0x971, 0xE3A},   {0xE40, 0xE4E},
    {0xE80, 0x1049},    {0x1050, 0x10FA},   {0x10FC, 0x1360},  {0x1380, 0x166C}, {0x166F, 0x167F},
    {0x1681, 0x169A},   {0x16A0, 0x17D3},   {0x1820, 0x1FBC},  {0x1FC2, 0x1FCC}, {0x1FD0, 0x1FDB},
    {0x1FE0, 0x1FEC},   {0x1FF2, 0x1FFC},   {0x2071, 0x2071},  {0x207F, 0x207F}, {0x2090, 0x209C},
    {0x2C00, 0x2DFF},   {0x2E80, 0x2FDF},   {0x3005, 0x3007},  {0x3021, 0x3029}, {0x3031, 0x3035},
    {0x3041, 0x3096},   {0x309D, 0x309F},   {0x30A1, 0x30FA},  {0x30FC, 0xD7FB}, {0xF900, 0xFD3D},
    {0xFD50, 0xFDFB},   {0xFE70, 0xFEFC},   {0xFF21, 0xFF3A},  {0xFF41, 0xFF5A}, {0xFF66, 0xFFDC},
    {0x10000, 0x1CFFF}, {0x1D400, 0x1EFFF}, {0x20000, 0x3FFFF}};

constexpr Range kMarks[] = {{0x300, 0x36F},    {0x483, 0x489},   {0x591, 0x5BD},   {0x5BF, 0x5C2},
                            {0x64B, 0x65F},    {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF},
                            {0x302A, 0x302F},  {0x3099, 0x309A}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F},
                            {0xE0100, 0xE01EF}};

/// Upper and lower case take turns from `first`, upper case first (Latin Extended, Cyrillic).
constexpr Range kPaired[] = {{0x100, 0x12F},   {0x132, 0x137},  {0x14A, 0x177}, {0x370, 0x373},
                             {0x3D8, 0x3EF},   {0x460, 0x481},  {0x48A, 0x4BF}, {0x4D0, 0x52F},
                             {0x1E00, 0x1E95}, {0x1EA0, 0x1EFF}};
constexpr Range kPairedOdd[] = {{0x139, 0x148}, {0x179, 0x17E}, {0x4C1, 0x4CE}};

bool continuation(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

}  // namespace

CodePoint decode_wide(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const auto byte = [&](std::size_t i) -> char32_t {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) & 0x3FU : 0U;
  };
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0xE0U) return {((lead & 0x1FU) << 6U) | byte(1), 2};
  if (lead < 0xF0U) return {((lead & 0x0FU) << 12U) | (byte(1) << 6U) | byte(2), 3};
  return {((lead & 0x07U) << 18U) | (byte(1) << 12U) | (byte(2) << 6U) | byte(3), 4};
}

CodePoint decode_before(std::string_view text, std::size_t at) {
  if (at == 0) return {};
  std::size_t begin = at - 1;
  while (begin > 0 && continuation(static_cast<unsigned char>(text[begin]))) --begin;
  return {decode(text, begin).value, at - begin};
}

void append(std::string& out, char32_t c) {
  const auto put = [&](char32_t bits) {
    out += static_cast<char>(static_cast<unsigned char>(bits));
  };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0U | (c >> 6U));
    put(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    put(0xE0U | (c >> 12U));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  } else {
    put(0xF0U | (c >> 18U));
    put(0x80U | ((c >> 12U) & 0x3FU));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  }
}

std::optional<std::size_t> first_invalid(std::string_view text) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  for (std::size_t at = 0; at < text.size();) {
    const unsigned lead = byte(at);
    if (lead < 0x80U) {
      ++at;
      continue;
    }
    const std::size_t size = lead >= 0xC2U && lead < 0xE0U   ? 2
                             : lead >= 0xE0U && lead < 0xF0U ? 3
                             : lead >= 0xF0U && lead < 0xF5U ? 4
                                                             : 0;
    if (size == 0) return at;
    // The second byte is what tells overlong forms, surrogates and values above U+10FFFF.
    const unsigned low = lead == 0xE0U ? 0xA0U : lead == 0xF0U ? 0x90U : 0x80U;
    const unsigned high = lead == 0xEDU ? 0x9FU : lead == 0xF4U ? 0x8FU : 0xBFU;
    if (byte(at + 1) < low || byte(at + 1) > high) return at;
    for (std::size_t i = 2; i < size; ++i) {
      if (!continuation(static_cast<unsigned char>(byte(at + i)))) return at;
    }
    at += size;
  }
  return std::nullopt;
}

bool is_space_wide(char32_t c) {
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}
bool is_ignorable(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
}
bool is_mark(char32_t c) { return c >= 0x300 && in(kMarks, c); }
bool is_letter_wide(char32_t c) { return in(kLetters, c); }
bool is_latin(char32_t c) {
  return is_letter(c) && (c < 0x250 || (c >= 0x1E00 && c < 0x1F00) || (c >= 0xFF21 && c <= 0xFF5A));
}
bool is_lower(char32_t c) {
  if (c < 0x80) return c >= U'a' && c <= U'z';
  if (c < 0x100) return c >= 0xDF && c != 0xF7;
  if (c <= 0x24F || (c >= 0x1E00 && c <= 0x1EFF)) return !is_upper(c);
  return (c >= 0x3AC && c <= 0x3CE) || (c >= 0x430 && c <= 0x45F) ||
         (c >= 0x460 && c <= 0x52F && !is_upper(c));
}
bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == 0x2019 || c == 0x2018 || c == 0x2BC || c == 0xB4 || c == U'`';
}
bool is_double_quote(char32_t c) {
  return c == U'"' || (c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB;
}
bool is_opening_quote(char32_t c) {
  return c == 0x201C || c == 0x2018 || c == 0x201E || c == 0x201A || c == 0xAB;
}
bool is_closing_quote(char32_t c) { return c == 0x201D || c == 0x2019 || c == 0xBB; }
bool is_dash(char32_t c) {
  return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2011;
}

char32_t lower_wide(char32_t c) {
  if (c < 0x100) return c >= 0xC0 && c <= 0xDE && c != 0xD7 ? c + 32 : c;
  if (c == 0x130) return U'i';
  if (c == 0x178) return 0xFF;
  if (c == 0x1E9E) return 0xDF;
  if (c >= 0x391 && c <= 0x3AB && c != 0x3A2) return c + 32;
  if (c == 0x386) return 0x3AC;
  if (c >= 0x388 && c <= 0x38A) return c + 37;
  if (c == 0x38C) return 0x3CC;
  if (c == 0x38E || c == 0x38F) return c + 63;
  if (c >= 0x410 && c <= 0x42F) return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  if (c == 0x4C0) return 0x4CF;
  if (in(kPaired, c)) return c | 1U;
  if (in(kPairedOdd, c)) return (c & 1U) != 0 ? c + 1 : c;
  if (c >= 0xFF21 && c <= 0xFF3A) return c + 32;
  return c;
}

Span trim(std::string_view text, Span span) {
  const auto blank = [](char32_t c) { return is_space(c) || is_ignorable(c); };
  for (CodePoint c; span.begin < span.end; span.begin += c.size) {
    c = decode(text, span.begin);
    if (!blank(c.value)) break;
  }
  for (CodePoint c; span.begin < span.end; span.end -= c.size) {
    c = decode_before(text, span.end);
    if (!blank(c.value)) break;
  }
  return span;
}

std::size_t skip_space(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end) {
    const CodePoint c = decode(text, at);
    if (!is_space(c.value) && !is_ignorable(c.value)) return at;
    at += c.size;
  }
  return end;
}

std::size_t count(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return !continuation(static_cast<unsigned char>(c));
  }));
}

}  // namespace utf8

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (const auto byte = static_cast<unsigned char>(text[at]); byte < 0x80) {
      out += static_cast<char>(utf8::lower(byte));
      ++at;
      continue;
    }
    const utf8::CodePoint c = utf8::decode(text, at);
    const std::size_t next = at + c.size;
    if (utf8::is_ignorable(c.value)) {
      // dropped: a soft hyphen or a zero-width joiner is no part of the word's spelling
    } else if (utf8::is_apostrophe(c.value)) {
      out += '\'';
    } else if (utf8::is_double_quote(c.value)) {
      out += '"';
    } else if (utf8::is_dash(c.value)) {
      const bool spaced = at > 0 && utf8::is_space(utf8::decode_before(text, at).value) &&
                          utf8::is_space(utf8::decode(text, next).value);
      out += c.value == 0x2014 || c.value == 0x2015 || (c.value == 0x2013 && spaced) ? "--" : "-";
    } else if (c.value == 0x2026) {
      out += "...";
    } else {
      utf8::append(out, utf8::lower(c.value));
    }
    at = next;
  }
  return out;
}

}  // namespace msmt
