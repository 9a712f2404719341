// Quoted text, in one pass over a paragraph. Typists mix the marks up, so a mark is judged by what
// stands beside it as well as by its shape.

#include "text/page.hpp"
#include "text/utf8.hpp"

namespace msmt::text {
namespace {

using utf8::CodePoint;

enum class Mark { none, open_double, close_double, open_single, close_single };

Mark read_mark(std::string_view text, Span block, std::size_t at, CodePoint c) {
  const std::size_t after = at + c.size;
  const char32_t left = at > block.begin ? utf8::decode_before(text, at).value : U' ';
  const char32_t right = after < block.end ? utf8::decode(text, after).value : U' ';
  const bool starts = utf8::is_space(left) || utf8::is_dash(left) || left == U'(' || left == U'[' ||
                      utf8::is_opening_quote(left);
  const bool before_text = !utf8::is_space(right) && right != U'.' && right != U',';
  switch (c.value) {
    case U'"':
    case 0x201D:
      return starts && before_text ? Mark::open_double : Mark::close_double;
    case 0x201C:
      // German-style „…“ closes with what opens in English.
      return !starts && !before_text ? Mark::close_double : Mark::open_double;
    case 0x201E:
    case 0xAB:
      return Mark::open_double;
    case 0xBB:
      return Mark::close_double;
    case 0x2018:
      return starts && before_text ? Mark::open_single : Mark::none;
    case 0x2019:
      return utf8::is_letter(right) || utf8::is_digit(right) || starts ? Mark::none
                                                                       : Mark::close_single;
    default:
      return Mark::none;
  }
}

}  // namespace

std::vector<Span> find_quotes(std::string_view text, Span block, bool open_end) {
  constexpr std::size_t kClosed = std::string_view::npos;
  std::vector<Span> quotes;
  std::size_t double_at = kClosed;  ///< first byte after the opening mark
  std::size_t single_at = kClosed;
  const auto close = [&](std::size_t& begin, std::size_t end) {
    const Span inner = begin == kClosed ? Span{} : utf8::trim(text, {begin, end});
    if (!inner.empty()) quotes.push_back(inner);
    begin = kClosed;
  };
  for (std::size_t at = block.begin; at < block.end;) {
    const CodePoint c = utf8::decode(text, at);
    switch (read_mark(text, block, at, c)) {
      case Mark::open_double:  // an earlier one that is still open was never closed
        double_at = at + c.size;
        single_at = kClosed;
        break;
      case Mark::close_double:
        close(double_at, at);
        single_at = kClosed;
        break;
      case Mark::open_single:
        if (double_at == kClosed) single_at = at + c.size;
        break;
      case Mark::close_single:
        if (double_at == kClosed) close(single_at, at);
        break;
      case Mark::none:
        break;
    }
    at += c.size;
  }
  if (open_end) close(double_at, block.end);
  return quotes;
}

}  // namespace msmt::text
