// Lines of a page and what can be seen of each by itself.

#include "text/page.hpp"
#include "text/utf8.hpp"

namespace msmt::text {
namespace {

using utf8::CodePoint;

bool is_break(char32_t c) { return c == U'\n' || c == U'\r' || c == 0x2028 || c == 0x2029; }

bool is_end_mark(char32_t c) {
  return c == U'.' || c == U'!' || c == U'?' || c == 0x2026 || c == 0x3002 || c == 0xFF01 ||
         c == 0xFF1F;
}

}  // namespace

std::string fold_line(std::string_view text) {
  std::string spaced;
  spaced.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = utf8::decode(text, at);
    if (!utf8::is_space(c.value)) {
      spaced.append(text, at, c.size);
    } else if (!spaced.empty() && spaced.back() != ' ') {
      spaced += ' ';
    }
    at += c.size;
  }
  return fold(spaced);
}

void describe(std::string_view text, Line& line) {
  const std::string_view seen = text.substr(line.span.begin, line.span.size());
  line.folded = fold_line(seen);
  line.words = 0;
  line.ends = false;
  bool word = false;
  bool first = true;
  bool upper = false;
  bool small = false;
  for (std::size_t at = 0; at < seen.size();) {
    const CodePoint c = utf8::decode(seen, at);
    const bool letter = utf8::is_letter(c.value);
    if (letter || utf8::is_digit(c.value)) {
      if (!word) ++line.words;
      word = true;
      if (first) line.lower = utf8::is_lower(c.value);
      first = false;
      upper = upper || utf8::is_upper(c.value);
      small = small || (letter && !utf8::is_upper(c.value));
    } else if (utf8::is_space(c.value)) {
      word = false;
    }
    at += c.size;
  }
  if (first) line.lower = false;
  line.capitals = upper && !small;
  std::size_t end = seen.size();
  for (CodePoint c = utf8::decode_before(seen, end); end > 0 && is_closer(c.value);
       c = utf8::decode_before(seen, end))
    end -= c.size;
  const char32_t last = utf8::decode_before(seen, end).value;
  line.ends = end > 0 && is_end_mark(last);
  line.questions = line.ends && (last == U'?' || last == U'!');
}

std::vector<Line> cut_lines(std::string_view text) {
  std::vector<Line> lines;
  std::size_t gap = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    CodePoint mark;
    for (; end < text.size(); end += mark.size) {
      mark = utf8::decode(text, end);
      if (is_break(mark.value)) break;
    }
    std::size_t next = end < text.size() ? end + mark.size : end;
    if (end < text.size() && mark.value == U'\r' && next < text.size() && text[next] == '\n')
      ++next;

    Line line;
    line.written = line.span = utf8::trim(text, {begin, end});
    if (line.span.empty()) {
      ++gap;
    } else {
      line.gap = gap;
      line.indent = utf8::count(text.substr(begin, line.span.begin - begin));
      line.width = utf8::count(text.substr(line.span.begin, line.span.size()));
      describe(text, line);
      lines.push_back(std::move(line));
      gap = 0;
    }
    begin = next;
  }
  return lines;
}

}  // namespace msmt::text
