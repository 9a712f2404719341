// What stands above a headline: the name of the paper or the ministry, its motto, a bar of links.
// A name alone is no furniture (a headline may be one); the bar, the rubric or the date line below it
// tells that it heads a page.

#include <algorithm>
#include <array>
#include <iterator>

#include "text/page.hpp"
#include "text/utf8.hpp"

namespace msmt::text {
namespace {

template <std::size_t N>
bool is_one_of(const std::string_view (&words)[N], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// Every word begins with a capital, but for the small ones between them.
bool is_titled(std::string_view written) {
  constexpr std::string_view kSmall[] = {"and", "of", "for", "the", "in", "on", "at", "to", "de"};
  std::size_t words = 0;
  for (std::size_t at = written.find_first_not_of(' '); at < written.size();) {
    const std::size_t end = std::min(written.find(' ', at), written.size());
    const std::string_view word = written.substr(at, end - at);
    const char32_t first = utf8::decode(word, 0).value;
    const bool letter = utf8::is_letter(first);
    if (letter && !utf8::is_upper(first) && (words == 0 || !is_one_of(kSmall, word))) return false;
    if (utf8::is_digit(first)) return false;
    words += letter ? 1 : 0;
    at = written.find_first_not_of(' ', end);
  }
  return words > 0;
}

/// The entries of "World | Asia | Sport", "Home > Press" or "Just In   World   Sport"; one entry for
/// any other line.
std::vector<std::string_view> bar_entries(std::string_view written) {
  constexpr std::string_view kMarks[] = {
      " | ", " > ", " \xE2\x80\xBA ", " \xC2\xB7 ", " \xE2\x80\xA2 ", "   ", "\t"};
  for (const std::string_view mark : kMarks) {
    std::vector<std::string_view> entries;
    for (std::size_t at = 0; at <= written.size();) {
      const std::size_t end = std::min(written.find(mark, at), written.size());
      const std::size_t begin = std::min(written.find_first_not_of(' ', at), end);
      if (begin < end) entries.push_back(written.substr(begin, end - begin));
      at = end + mark.size();
    }
    const bool spaces = mark == "   " || mark == "\t";
    if (entries.size() >= (spaces ? 3U : 2U)) return entries;
  }
  return {written};
}

/// A bar of links or of rubrics. Rows of a table, one below the other, are none.
bool is_bar(std::string_view text, const std::vector<Line>& lines, std::size_t i) {
  constexpr std::ptrdiff_t kMostSpaces = 3;
  const auto entries_of = [&](std::size_t at) {
    const Line& line = lines[at];
    return bar_entries(text.substr(line.written.begin, line.written.size()));
  };
  const Line& line = lines[i];
  if (line.ends || line.words > 24 || text[line.written.begin] == '|') return false;
  const std::vector<std::string_view> entries = entries_of(i);
  if (entries.size() < 2) return false;
  const bool links = std::all_of(entries.begin(), entries.end(), [](std::string_view entry) {
    return is_titled(entry) && std::count(entry.begin(), entry.end(), ' ') <= kMostSpaces;
  });
  if (!links) return false;
  const bool above = i > 0 && line.gap == 0 && entries_of(i - 1).size() == entries.size();
  const bool below =
      i + 1 < lines.size() && lines[i + 1].gap == 0 && entries_of(i + 1).size() == entries.size();
  return !above && !below;
}

/// A headline below: a line of some words that no mark ends, or that asks.
bool is_title(const Line& line) {
  constexpr std::size_t kShortest = 4;
  return (line.role == Role::prose || line.role == Role::heading) && line.words >= kShortest &&
         (!line.ends || line.questions);
}

}  // namespace

bool is_rubric(const Line& line) {
  constexpr std::string_view kRubrics[] = {
      "press release",   "media release",     "news release",
      "press statement", "fact sheet",        "factsheet",
      "briefing note",   "issue brief",       "policy brief",
      "commentary",      "analysis",          "transcript",
      "statement",       "immediate release", "for immediate release",
      "media advisory",  "research note",     "working paper",
      "white paper",     "daily briefing"};
  if (line.ends || line.words > 5) return false;
  return std::any_of(std::begin(kRubrics), std::end(kRubrics), [&](std::string_view rubric) {
    const std::string_view rest =
        std::string_view(line.folded).substr(std::min(rubric.size(), line.folded.size()));
    return line.folded.starts_with(rubric) &&
           rest.find_first_not_of("0123456789/.-# no") == rest.npos;
  });
}

bool names_house(std::string_view text, const Line& line) {
  constexpr std::string_view kFirst[] = {"ministry",  "department", "office",    "bureau",
                                         "institute", "centre",     "center",    "council",
                                         "embassy",   "government", "mission",   "permanent",
                                         "house",     "academy",    "foundation"};
  constexpr std::string_view kLast[] = {
      "agency",   "broadcasting", "bulletin",    "center",    "centre",     "chronicle", "council",
      "courier",  "daily",        "dispatch",    "examiner",  "foundation", "gazette",   "globe",
      "guardian", "herald",       "independent", "inquirer",  "institute",  "journal",   "ledger",
      "magazine", "mail",         "mirror",      "monitor",   "news",       "observer",  "post",
      "press",    "radio",        "record",      "register",  "review",     "standard",  "star",
      "sun",      "telegraph",    "television",  "times",     "today",      "tribune",   "weekly",
      "wire",     "network",      "ministry",    "department"};
  constexpr std::size_t kLongest = 8;  // words
  if (line.role != Role::prose || line.ends || line.words < 2 || line.words > kLongest)
    return false;
  if (!is_titled(text.substr(line.span.begin, line.span.size()))) return false;
  std::string_view name = line.folded;
  for (const std::string_view lead : {"the ", "u.s. ", "us ", "uk "}) {
    if (name.starts_with(lead)) name.remove_prefix(lead.size());
  }
  return is_one_of(kFirst, name.substr(0, name.find(' '))) ||
         is_one_of(kLast, name.substr(name.rfind(' ') + 1));
}

bool is_house_heading(std::string_view text, const Line& line) {
  if (!line.folded.starts_with("about the ") || line.ends) return false;
  Line name = line;
  name.span.begin += std::string_view("about the ").size();
  describe(text, name);
  return names_house(text, name);
}

void clear_mastheads(std::string_view text, std::vector<Line>& lines) {
  constexpr std::size_t kMotto = 2;     // lines between a name and its bar
  constexpr std::size_t kHeadline = 4;  // lines between the bar and the headline
  std::vector<bool> bars(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i)
    bars[i] = lines[i].role == Role::prose && is_bar(text, lines, i);
  // A motto may part a name from its bar; what stands between a name and a date is a headline.
  const auto heads = [&](std::size_t k, std::size_t name) {
    const bool links = bars[k] || is_breadcrumb(lines[k]);
    const bool page = lines[k].role == Role::furniture && !is_page_phrase(lines[k].folded);
    return links || (k == name + 1 && (is_rubric(lines[k]) || page));
  };
  const auto titled = [&](std::size_t i) {
    for (std::size_t k = i + 1; k < lines.size() && k <= i + kHeadline; ++k) {
      if (!bars[k] && is_title(lines[k])) return true;
    }
    return false;
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!names_house(text, lines[i]) || bars[i]) continue;
    for (std::size_t k = i + 1; k < lines.size() && k <= i + 1 + kMotto && !lines[k].ends; ++k) {
      if (!heads(k, i)) continue;
      if (titled(k)) {
        for (std::size_t m = i; m <= k; ++m) lines[m].role = Role::furniture;
      }
      break;
    }
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (bars[i]) lines[i].role = Role::furniture;
  }
}

}  // namespace msmt::text
