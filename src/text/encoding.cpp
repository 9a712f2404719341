#include "text/encoding.hpp"

#include <algorithm>
#include <array>

#include "msmt/error.hpp"
#include "text/utf8.hpp"

namespace msmt::text {
namespace {

using namespace std::string_view_literals;

std::string convert_from(std::string_view name) {
  return "convert first, e.g. iconv -f " + std::string(name) + " -t utf-8";
}

unsigned char byte_at(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}

bool is_continuation(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

std::string hex(unsigned char byte) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  return std::string("0x") + kDigits[byte >> 4U] + kDigits[byte & 0x0FU];
}

struct Wide {
  std::string_view shown;  ///< empty: none of them
  std::string_view iconv;
};

Wide wide_by_mark(std::string_view bytes) {
  struct Marked {
    std::string_view mark;
    Wide wide;
  };
  static constexpr std::array<Marked, 4> kMarks{{{"\xFF\xFE\0\0"sv, {"UTF-32", "utf-32"}},
                                                 {"\0\0\xFE\xFF"sv, {"UTF-32", "utf-32"}},
                                                 {"\xFF\xFE"sv, {"UTF-16", "utf-16"}},
                                                 {"\xFE\xFF"sv, {"UTF-16", "utf-16"}}}};
  for (const Marked& marked : kMarks) {
    if (bytes.starts_with(marked.mark)) return marked.wide;
  }
  return {};
}

/// UTF-16 without a mark: every second byte of Latin text is zero.
Wide wide_by_zeros(std::string_view bytes) {
  constexpr std::size_t kEnough = 16, kLook = 4096;
  const std::string_view look = bytes.substr(0, kLook);
  if (look.size() < kEnough) return {};
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < look.size(); ++i) zeros[i % 2] += look[i] == '\0' ? 1U : 0U;
  const std::size_t half = look.size() / 2;
  const auto most = [&](std::size_t n) { return n * 10 >= half * 7; };
  if (most(zeros[1]) && zeros[0] * 10 < half) return {"UTF-16", "utf-16le"};
  if (most(zeros[0]) && zeros[1] * 10 < half) return {"UTF-16", "utf-16be"};
  return {};
}

/// Whether the bytes above ASCII are those of Western text: each stands alone between ASCII bytes,
/// as é in "café" and curly quotes do, and none is one of the five that Windows-1252 leaves out. In
/// other one-byte encodings, such as those of Cyrillic, they stand side by side.
bool is_windows_1252(std::string_view bytes) {
  std::size_t high = 0, alone = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const unsigned char byte = byte_at(bytes, i);
    if (byte < 0x80U) continue;
    if ("\x81\x8D\x8F\x90\x9D"sv.find(bytes[i]) != std::string_view::npos) return false;
    ++high;
    const bool before = i > 0 && byte_at(bytes, i - 1) >= 0x80U;
    if (!before && byte_at(bytes, i + 1) < 0x80U) ++alone;
  }
  return alone * 10 >= high * 7;
}

/// What is wrong with the sequence at the first byte that is not UTF-8; empty when it is no sequence.
std::string_view broken_sequence(std::string_view bytes, std::size_t at) {
  const unsigned char lead = byte_at(bytes, at), next = byte_at(bytes, at + 1);
  if (!is_continuation(next)) {
    const bool end = at + 1 >= bytes.size() && lead >= 0xC2U && lead < 0xF5U;
    return end ? "begins a UTF-8 sequence that the end of the text cuts short" : "";
  }
  if (lead == 0xC0U || lead == 0xC1U || (lead == 0xE0U && next < 0xA0U) ||
      (lead == 0xF0U && next < 0x90U)) {
    return "begins an overlong UTF-8 sequence";
  }
  if (lead == 0xEDU && next >= 0xA0U) return "begins a surrogate, which UTF-8 has none of";
  if (lead == 0xF4U && next >= 0x90U) return "begins a sequence above U+10FFFF";
  if (lead >= 0xE0U && lead < 0xF5U) {
    return at + (lead < 0xF0U ? 2 : 3) >= bytes.size()
               ? "begins a UTF-8 sequence that the end of the text cuts short"
               : "begins a UTF-8 sequence that is cut short";
  }
  return "";
}

}  // namespace

void check_encoding(const std::string& path, std::string_view bytes) {
  if (const Wide wide = wide_by_mark(bytes); !wide.shown.empty()) {
    throw Error(path + ":1", "text is " + std::string(wide.shown) + ", not UTF-8",
                convert_from(wide.iconv));
  }
  const std::size_t zero = bytes.find('\0');
  const std::size_t invalid = utf8::first_invalid(bytes).value_or(bytes.size());
  const std::size_t at = std::min(zero, invalid);
  if (at >= bytes.size()) return;

  const auto end = bytes.begin() + static_cast<std::ptrdiff_t>(at);
  const std::string where = path + ":" + std::to_string(1 + std::count(bytes.begin(), end, '\n'));
  const std::string byte = "byte " + hex(byte_at(bytes, at));
  if (zero < bytes.size()) {
    if (const Wide wide = wide_by_zeros(bytes); !wide.shown.empty()) {
      throw Error(path + ":1", "text is " + std::string(wide.shown) + " without a mark, not UTF-8",
                  convert_from(wide.iconv));
    }
    throw Error(where, byte + " is not text", "give an article as plain text in UTF-8");
  }
  const bool begun_as_utf8 = std::any_of(
      bytes.begin(), end, [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; });
  if (!begun_as_utf8 && is_windows_1252(bytes)) {
    throw Error(where, byte + " is Windows-1252, not UTF-8", convert_from("windows-1252"));
  }
  if (const std::string_view broken = broken_sequence(bytes, at); !broken.empty()) {
    throw Error(where, byte + " " + std::string(broken), "mend the file, or fetch it again");
  }
  throw Error(where, byte + " is not UTF-8",
              "find out its encoding, then iconv -f ENCODING -t utf-8");
}

}  // namespace msmt::text
