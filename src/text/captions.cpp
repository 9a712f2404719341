// Pictures: Markdown images, captions that repeat their alternative text, and photo credits.

#include <algorithm>
#include <iterator>
#include <unordered_map>

#include "text/page.hpp"
#include "text/utf8.hpp"

namespace msmt::text {
namespace {

using utf8::CodePoint;

constexpr std::string_view kAgencies[] = {
    "afp",         "ap",     "anadolu",      "ani",      "ansa",       "belga",        "bloomberg",
    "cctv",        "dpa",    "efe",          "epa",      "getty",      "getty images", "interfax",
    "itar-tass",   "jiji",   "kcna",         "keystone", "korea pool", "kyodo",        "maxar",
    "news1",       "newsis", "planet labs",  "pool",     "pool photo", "pti",          "reuters",
    "ria novosti", "sipa",   "shutterstock", "sputnik",  "tass",       "ukrinform",    "upi",
    "xinhua",      "yonhap", "yonhap news",  "zuma",     "afp-jiji",   "handout",      "courtesy",
    "file photo",  "file"};

bool is_agency(std::string_view name) {
  return std::find(std::begin(kAgencies), std::end(kAgencies), name) != std::end(kAgencies);
}

/// "ap-yonhap", "kcna/reuters", "ap photo/jane roe": agencies, the first of them known.
bool is_agency_list(std::string_view credit, bool several) {
  if (credit.size() > 60) return false;
  if (is_agency(credit)) return !several;
  const std::size_t cut = credit.find_first_of("-/,");
  if (cut == credit.npos || cut == 0)
    return credit.starts_with("ap photo") || credit.starts_with("photo");
  std::string_view head = credit.substr(0, cut);
  while (head.ends_with(' ')) head.remove_suffix(1);
  std::string_view tail = credit.substr(cut + 1);
  while (tail.starts_with(' ')) tail.remove_prefix(1);
  if (credit[cut] == '/' &&
      (is_agency(head) || is_agency(tail) || head == "ap photo" || head == "photo"))
    return true;
  return is_agency(head) && (is_agency(tail) || is_agency_list(tail, false));
}

bool names_photo(std::string_view folded) {
  for (const std::string_view word :
       {"photo", "file", "yonhap", "image", "courtesy", "handout", "picture", "screenshot",
        "screen capture", "press corps", "/"}) {
    if (folded.find(word) != folded.npos) return true;
  }
  return false;
}

/// "[JOINT PRESS CORPS]", "(Reuters)" at the end of a line.
std::optional<Credit> bracketed(std::string_view text, Span line) {
  const char close = text[line.end - 1];
  if (close != ']' && close != ')') return std::nullopt;
  const std::size_t open = text.substr(line.begin, line.size()).rfind(close == ']' ? '[' : '(');
  if (open == std::string_view::npos || open == 0) return std::nullopt;
  const Span inner{line.begin + open + 1, line.end - 1};
  if (inner.size() > 60 || inner.empty()) return std::nullopt;
  const std::string folded = fold_line(text.substr(inner.begin, inner.size()));
  const std::string_view written = text.substr(inner.begin, inner.size());
  const bool capitals = std::none_of(written.begin(), written.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  });
  const bool agency = is_agency_list(folded, false);
  const bool photo = names_photo(folded) && std::count(folded.begin(), folded.end(), ' ') < 6;
  // "(MSMT)" at the end of a line is an acronym, "[MSMT]" hardly anything but a credit after a full
  // stop.
  const char32_t before =
      utf8::decode_before(text, utf8::trim(text, {line.begin, line.begin + open}).end).value;
  const bool stopped =
      before == U'.' || before == U'"' || before == 0x201D || before == U'?' || before == U'!';
  if (agency || (photo && stopped) || (close == ']' && capitals && stopped))
    return Credit{line.begin + open, close == ']' || photo};
  return std::nullopt;
}

/// "… in Moscow. AP-Yonhap", "… on May 9 AP-Yonhap".
std::optional<Credit> bare(std::string_view text, Span line) {
  const std::string_view written = text.substr(line.begin, line.size());
  const std::size_t stop = written.size() > 40 ? written.rfind(". ") : written.npos;
  if (stop != written.npos && written.size() - stop < 60) {
    const std::string tail = fold_line(written.substr(stop + 2));
    const std::string_view credit =
        std::string_view(tail).substr(0, tail.size() - (tail.ends_with('.') ? 1 : 0));
    if (is_agency_list(credit, false)) return Credit{line.begin + stop + 1, true};
    if (tail.starts_with("photo:") || tail.starts_with("photo by") ||
        tail.starts_with("photo courtesy") || tail.starts_with("courtesy of") ||
        tail.starts_with("credit:") || tail.starts_with("image:")) {
      return Credit{line.begin + stop + 1, true};
    }
  }
  const std::size_t space = written.rfind(' ');
  if (space != written.npos && is_agency_list(fold_line(written.substr(space + 1)), true)) {
    const char first = written[space + 1];
    if (first >= 'A' && first <= 'Z') return Credit{line.begin + space, true};
  }
  return std::nullopt;
}

std::unordered_map<std::string, int> words_of(std::string_view text, int& total) {
  std::unordered_map<std::string, int> counts;
  const std::string folded = fold(text);
  std::string word;
  const auto flush = [&] {
    if (!word.empty()) ++counts[word], ++total;
    word.clear();
  };
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint c = utf8::decode(folded, at);
    if (utf8::is_letter(c.value) || utf8::is_digit(c.value)) {
      word += folded.substr(at, c.size);
    } else {
      flush();
    }
    at += c.size;
  }
  flush();
  return counts;
}

}  // namespace

std::optional<Credit> find_credit(std::string_view text, Span line) {
  if (line.size() < 10) return std::nullopt;
  std::optional<Credit> credit = bracketed(text, line);
  if (!credit) credit = bare(text, line);
  if (credit) credit->begin = utf8::trim(text, {line.begin, credit->begin}).end;
  if (credit && credit->begin == line.begin) return std::nullopt;
  return credit;
}

std::optional<Picture> find_picture(std::string_view text, Span line) {
  const std::string_view written = text.substr(line.begin, line.size());
  const std::size_t open = written.starts_with("![") ? 2 : written.starts_with("[![") ? 3 : 0;
  if (open == 0) return std::nullopt;
  std::size_t depth = 1;
  std::size_t close = open;
  for (; close < written.size(); ++close) {
    if (written[close] == '[') ++depth;
    if (written[close] == ']' && --depth == 0) break;
  }
  if (depth != 0 || !written.substr(close).starts_with("](")) close = written.rfind("](");
  if (close == written.npos || close < open) return std::nullopt;
  const std::size_t end = std::min(written.find(')', close), written.size());
  return Picture{utf8::trim(text, {line.begin + open, line.begin + close}),
                 {line.begin + close + 2, line.begin + end}};
}

bool nearly_same(std::string_view a, std::string_view b) {
  int total_a = 0;
  int total_b = 0;
  const auto in_a = words_of(a, total_a);
  int common = 0;
  for (const auto& [word, count] : words_of(b, total_b)) {
    const auto at = in_a.find(word);
    if (at != in_a.end()) common += std::min(count, at->second);
  }
  // A caption may go on after what the alternative text says, so the shorter of the two counts.
  const int shorter = std::min(total_a, total_b);
  return shorter > 0 && common * 10 >= shorter * 9 && shorter * 2 >= std::max(total_a, total_b);
}

}  // namespace msmt::text
