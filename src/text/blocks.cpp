// Paragraphs. Pages come with one paragraph per line, or wrapped by hand at some width, with or
// without blank lines between the pieces. Lines are joined only on evidence of wrapping: a line
// that stops in the middle of a sentence before one that goes on in lower case, or, on such pages,
// one that had no room for the first word of the next line.

#include <algorithm>
#include <array>
#include <iterator>

#include "text/page.hpp"
#include "text/utf8.hpp"

namespace msmt::text {
namespace {

/// Wrapping as seen on this page, for lines that touch and for lines with blank lines between.
struct Wrapping {
  std::size_t seen = 0;   ///< line breaks that are certainly inside a sentence
  std::size_t width = 0;  ///< where the lines end
};

bool joinable(const Line& before, const Line& line) {
  const bool open =
      before.role == Role::prose || before.role == Role::list_item || before.role == Role::caption;
  return open &&
         (line.role == Role::prose || (line.role == Role::caption && before.role == Role::prose));
}

bool certain(const Line& before, const Line& line) {
  return joinable(before, line) && !before.ends && line.lower && !before.folded.ends_with(':') &&
         before.width >= (line.gap > 0 ? 50U : 30U);
}

/// Stops where no sentence or headline stops: "…, Australia," or "… of the".
bool plainly_open(const Line& line) {
  constexpr std::string_view kOpenWords[] = {
      " a",    " an",  " and",   " as",  " at",    " but", " by",   " for",     " from", " her",
      " his",  " in",  " into",  " its", " nor",   " of",  " on",   " or",      " such", " than",
      " that", " the", " their", " to",  " which", " who", " with", " between", ","};
  return std::any_of(std::begin(kOpenWords), std::end(kOpenWords),
                     [&](std::string_view w) { return line.folded.ends_with(w); });
}

std::array<Wrapping, 2> measure(const std::vector<Line>& lines) {
  std::array<std::vector<std::size_t>, 2> widths;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (certain(lines[i - 1], lines[i]))
      widths[lines[i].gap > 0 ? 1 : 0].push_back(lines[i - 1].width);
  }
  std::array<Wrapping, 2> found;
  for (std::size_t k = 0; k < 2; ++k) {
    found[k].seen = widths[k].size();
    if (widths[k].empty()) continue;
    // The widest but for a tenth: a long paragraph set in one line must not hide the wrapping.
    const auto at =
        widths[k].begin() + static_cast<std::ptrdiff_t>((widths[k].size() - 1) * 9 / 10);
    std::nth_element(widths[k].begin(), at, widths[k].end());
    found[k].width = *at;
  }
  return found;
}

/// Whether the first word of `line` had no room at the end of `before`.
bool is_full(const Wrapping& wrapping, const Line& before, const Line& line) {
  const std::size_t word =
      utf8::count(std::string_view(line.folded).substr(0, line.folded.find(' ')));
  return wrapping.seen > 0 && before.width + 1 + word + 2 > wrapping.width &&
         before.width <= wrapping.width + wrapping.width / 4;
}

bool joins(const std::array<Wrapping, 2>& wrappings, const Line& before, const Line& line) {
  if (!joinable(before, line)) return false;
  if (certain(before, line)) return true;
  const Wrapping& wrapping = wrappings[line.gap > 0 ? 1 : 0];
  if (before.ends) {
    return wrapping.seen > 1 && before.role == Role::prose && line.indent < before.indent + 2 &&
           is_full(wrapping, before, line);
  }
  if (wrapping.seen > 0 && line.gap == 0 && line.lower && before.words > 2 &&
      !before.folded.ends_with(':'))
    return true;
  if (plainly_open(before) && line.gap == 0 && before.width >= (wrapping.seen > 0 ? 25U : 40U))
    return true;
  return wrapping.seen > 0 && !before.folded.ends_with(':') && is_full(wrapping, before, line);
}

Zone zone_of(std::string_view text, const std::vector<Line>& lines, std::size_t first,
             std::size_t last, bool top) {
  std::size_t words = 0;
  for (std::size_t i = first; i <= last; ++i) {
    if (lines[i].role == Role::caption) return Zone::caption;
    words += lines[i].words;
  }
  if (lines[first].role == Role::heading) return Zone::headline;
  if (lines[first].role == Role::list_item) return Zone::list_item;
  const std::string_view folded = lines[last].folded;
  if (lines[last].ends)
    return top && lines[last].questions && words <= 20 ? Zone::headline : Zone::body;
  // "Jane Roe / Spokesperson", "Range: 300 km", a lead-in
  if (words > 25 || folded.ends_with(':') || folded.ends_with(';') ||
      folded.find(" / ") != folded.npos)
    return Zone::body;
  if (folded.starts_with('|')) return Zone::body;  // a row of a table
  const std::size_t colon = folded.find(": ");
  if (colon != folded.npos && folded.find_first_of("0123456789", colon) != folded.npos)
    return Zone::body;
  if (split_sentences(text, {lines[first].span.begin, lines[last].span.end}).size() > 1)
    return Zone::body;
  std::size_t at = lines[first].span.begin;
  while (at < lines[first].span.end && is_opener(utf8::decode(text, at).value))
    at += utf8::decode(text, at).size;
  return utf8::is_lower(utf8::decode(text, at).value) ? Zone::body : Zone::headline;
}

}  // namespace

std::vector<Block> build_blocks(std::string_view text, const std::vector<Line>& lines) {
  const std::array<Wrapping, 2> wrappings = measure(lines);
  std::vector<Block> blocks;
  bool top = true;
  for (std::size_t first = 0; first < lines.size();) {
    std::size_t last = first;
    while (last + 1 < lines.size() && joins(wrappings, lines[last], lines[last + 1])) ++last;
    if (lines[first].role != Role::furniture && !lines[first].span.empty()) {
      Block block{{lines[first].span.begin, lines[last].span.end},
                  zone_of(text, lines, first, last, top),
                  {}};
      if (block.zone == Zone::body) {
        top = false;
        if (const auto dateline = find_dateline(text, block.span)) {
          block.dateline = dateline->span;
          block.span.begin = dateline->text_begin;
        }
      }
      blocks.push_back(block);
    }
    first = last + 1;
  }
  return blocks;
}

}  // namespace msmt::text
