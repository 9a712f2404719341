// What pages print around an article: player text, share bars, comment forms, bylines, notices.
// Phrases are data; the few shapes (a byline, a counter) are code beside the function that reads
// them.

#include <algorithm>
#include <iterator>

#include "text/page.hpp"
#include "text/utf8.hpp"

namespace msmt::text {
namespace {

/// Latin letters without accents, so that one spelling of a phrase is enough. All of them begin
/// with the same byte.
std::string plain(std::string_view folded) {
  struct Accent {
    std::string_view from;
    char to;
  };
  constexpr Accent kAccents[] = {{"\xC3\xA1", 'a'}, {"\xC3\xA9", 'e'}, {"\xC3\xAD", 'i'},
                                 {"\xC3\xB3", 'o'}, {"\xC3\xBA", 'u'}, {"\xC3\xB1", 'n'},
                                 {"\xC3\xA8", 'e'}, {"\xC3\xA0", 'a'}};
  std::string out;
  out.reserve(folded.size());
  for (std::size_t at = 0; at < folded.size();) {
    if (folded[at] != kAccents[0].from[0]) {
      out += folded[at++];
      continue;
    }
    const auto* accent =
        std::find_if(std::begin(kAccents), std::end(kAccents),
                     [&](const Accent& a) { return folded.substr(at).starts_with(a.from); });
    const bool found = accent != std::end(kAccents);
    out += found ? accent->to : folded[at];
    at += found ? accent->from.size() : 1;
  }
  return out;
}

std::string_view without_end_marks(std::string_view line) {
  const std::size_t last = line.find_last_not_of(" .:!?>|+-*");
  return line.substr(0, last == line.npos ? 0 : last + 1);
}

/// "3 comments", "0 shares", "5 min read", "12 likes", "views: 1,204", "14 thoughts on "The guns"".
bool is_counter(std::string_view line) {
  if (line.ends_with(" ago") && line.size() < 40) return true;  // "updated 3 hours ago"
  for (const std::string_view label :
       {"hit", "hits", "view", "views", "reads", "page views", "likes", "shares", "comments"}) {
    if (!line.starts_with(label)) continue;
    const std::string_view figure = line.substr(label.size());
    if (figure.find_first_not_of(" :(0123456789,.k)") == figure.npos &&
        figure.find_first_of("0123456789") != figure.npos)
      return true;
  }
  const std::size_t after = line.find_first_not_of("0123456789,.k");
  if (after == 0 || after == line.npos) return false;
  constexpr std::string_view kCounted[] = {
      "comment",   "comments", "share",   "shares",    "like",        "likes",
      "view",      "views",    "reads",   "min read",  "minute read", "minutes read",
      "mins read", "reply",    "replies", "reactions", "photos"};
  const std::string_view rest = line.substr(
      line.find_first_not_of(' ', after) == line.npos ? after : line.find_first_not_of(' ', after));
  for (const std::string_view on : {"thoughts on ", "responses to ", "replies to "}) {
    if (!rest.starts_with(on) || rest.size() == on.size()) continue;
    const char32_t mark = utf8::decode(rest, on.size()).value;
    if (mark == U'"' || mark == U'\'' || utf8::is_opening_quote(mark)) return true;
  }
  return std::find(std::begin(kCounted), std::end(kCounted), rest) != std::end(kCounted);
}

/// "0 / 300" under a form, the number of a page between two paragraphs.
bool is_figure(const Line& line) {
  const bool figures = line.folded.find_first_not_of("0123456789/ ") == line.folded.npos;
  return figures && (line.gap > 0 || line.folded.find('/') != line.folded.npos);
}

bool is_address(std::string_view word) {
  return word.find('@') != word.npos || word.find("[email") != word.npos ||
         word.find("email protected]") != word.npos;
}

/// All words are names: capitalised, initials, or what stands between names. Stops at a date or a
/// bar.
bool is_name_list(std::string_view line, std::size_t from) {
  constexpr std::string_view kBetween[] = {"and", "of",  "for", "the", "in", "at", "de",
                                           "van", "von", "bin", "al",  "el", "da", "&"};
  constexpr std::string_view kAfter[] = {
      "posted",       "published",    "updated",      "|", "on", "-", "\xC2\xB7",
      "\xE2\x80\xA2", "\xE2\x80\x94", "\xE2\x80\x93", "/"};
  constexpr std::string_view kNoName[] = {
      "the",      "a",      "an",       "this",   "that",      "these",    "contrast", "comparison",
      "then",     "now",    "all",      "its",    "their",     "monday",   "tuesday",  "wednesday",
      "thursday", "friday", "saturday", "sunday", "january",   "february", "march",    "april",
      "may",      "june",   "july",     "august", "september", "october",  "november", "december",
      "late",     "early",  "mid",      "most",   "some"};
  std::size_t names = 0;
  for (std::size_t at = line.find_first_not_of(" :", from); at != line.npos && at < line.size();) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    const std::string_view word = line.substr(at, end - at);
    const std::string folded = fold(word);
    const auto same = [&](std::string_view w) { return w == folded; };
    if (names > 0 && std::any_of(std::begin(kAfter), std::end(kAfter), same)) return true;
    if (is_address(word)) return names > 0;
    if (names == 0 && std::any_of(std::begin(kNoName), std::end(kNoName), same)) return false;
    const bool between = names > 0 && std::any_of(std::begin(kBetween), std::end(kBetween), same);
    if (!between && !utf8::is_upper(utf8::decode(word, 0).value)) return false;
    if (++names > 12) return false;
    at = line.find_first_not_of(' ', end);
  }
  return names > 0;
}

/// "By Jane Roe", "BY JANE ROE [address]", "- JANE ROE", "Jane Roe, Reporter", "with the Example
/// Daily".
bool is_byline(std::string_view written, const Line& line, bool after_furniture) {
  const std::string_view folded = line.folded;
  if (folded.starts_with("by ") || folded.starts_with("by:"))
    return (!line.ends || is_address(folded)) && is_name_list(written, 3);
  if (is_address(folded) && line.words <= 8) return true;
  if (written.starts_with("- ") && line.capitals && line.words >= 2 && line.words <= 4)
    return folded.find_first_of("0123456789") == folded.npos;
  if (line.words <= 8 && !line.ends) {
    constexpr std::string_view kOffices[] = {
        ", reporter",      ", staff reporter",      ", staff writer",
        ", correspondent", ", staff correspondent", ", editor",
        " reporter",       " correspondent",        " staff writer"};
    const bool office = std::any_of(std::begin(kOffices), std::end(kOffices),
                                    [&](std::string_view o) { return folded.ends_with(o); });
    if (office && line.words <= 6 && is_name_list(written, 0)) return true;
    if (after_furniture && folded.starts_with("with the ")) return true;
  }
  return false;
}

/// "Watch Duration: 1 minute 52 seconds", "Download the annex (PDF, 340 KB)".
bool is_file(const Line& line) {
  constexpr std::string_view kTypes[] = {"pdf", "doc", "docx", "xls",  "xlsx",    "zip",
                                         "csv", "mp3", "mp4",  "epub", "download"};
  constexpr std::string_view kSizes[] = {"kb", "mb", "gb", "kib", "mib"};
  constexpr std::size_t kLongest = 14;  // words
  const std::string& folded = line.folded;
  if (line.ends || line.words > kLongest || folded.find_first_of("0123456789") == folded.npos)
    return false;
  if (folded.find("duration:") != folded.npos) return true;
  bool type = false;
  bool size = false;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t begin = folded.find_first_not_of(" ()[],.0123456789", at);
    if (begin == folded.npos) break;
    const std::size_t end = std::min(folded.find_first_of(" ()[],.", begin), folded.size());
    const std::string_view word = std::string_view(folded).substr(begin, end - begin);
    type = type || std::find(std::begin(kTypes), std::end(kTypes), word) != std::end(kTypes);
    size = size || std::find(std::begin(kSizes), std::end(kSizes), word) != std::end(kSizes);
    at = end;
  }
  return type && size;
}

/// "Roe reported from Cairo.", "Associated writers in London contributed to this report."
bool is_reporters_note(std::string_view written, const Line& line) {
  constexpr std::size_t kLongest = 20;  // words
  constexpr std::string_view kFrom = " reported from ";
  if (line.words > kLongest) return false;
  if (line.folded.ends_with(" contributed to this report.")) return true;
  const std::size_t at = written.find(kFrom);
  return at != written.npos && line.ends && is_name_list(written.substr(0, at), 0) &&
         is_name_list(written.substr(at + kFrom.size()), 0);
}

/// "(END)", "- ends -", "Source: Example Wire"
bool is_slug(const Line& line) {
  if (line.ends || line.words > 5) return false;
  return line.folded == "(end)" || line.folded == "- ends -" || line.folded == "- end -" ||
         line.folded.starts_with("source: ") || line.folded.starts_with("sources: ");
}

bool is_link(std::string_view folded) {
  const bool bare =
      folded.starts_with("http://") || folded.starts_with("https://") || folded.starts_with("www.");
  if (bare) return folded.find(' ') == folded.npos;
  return folded.starts_with("[") && folded.ends_with(")") && folded.find("](") != folded.npos &&
         folded.find("](") == folded.rfind("](");
}

}  // namespace

bool is_breadcrumb(const Line& line) {
  if (line.ends || line.words > 14) return false;
  for (const std::string_view mark : {" > ", " \xE2\x80\xBA ", " \xC2\xBB ", " >> "}) {
    if (line.folded.find(mark) != std::string::npos) return true;
  }
  return line.folded.starts_with("home /") || line.folded.starts_with("home |");
}

bool is_furniture(std::string_view text, const Line& line, bool after_furniture) {
  if (line.words == 0 || is_figure(line)) return true;
  const std::string_view written = text.substr(line.written.begin, line.written.size());
  std::string phrase = plain(line.folded);
  if (is_page_phrase(phrase) || is_counter(without_end_marks(phrase))) return true;
  if (phrase.find("all rights reserved") != phrase.npos ||
      phrase.find(": this article was updated") != phrase.npos ||
      phrase.find(": this article has been updated") != phrase.npos ||
      phrase.find("appeared first on") != phrase.npos || phrase.starts_with("\xC2\xA9"))
    return true;
  return is_byline(written, line, after_furniture) || is_breadcrumb(line) || is_slug(line) ||
         is_link(phrase) || is_file(line) || is_reporters_note(written, line) ||
         is_house_heading(text, line);
}

}  // namespace msmt::text
