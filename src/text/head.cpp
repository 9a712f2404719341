// What an article's head says of the article: dateline, title and publisher.

#include <algorithm>
#include <cstdlib>
#include <iterator>

#include "text/page.hpp"
#include "text/utf8.hpp"

namespace msmt::text {
namespace {

constexpr std::size_t kLongestDateline = 120;  ///< bytes

/// "SEOUL, SOUTH KOREA"
bool is_place_in_capitals(std::string_view text) {
  return text.find(", ") != text.npos &&
         std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// The dash, with its spaces, that ends a dateline; the colon behind a place in capitals; in the Russian manner the stop
/// in "/TASS/. ".
std::optional<Span> dateline_dash(std::string_view text, Span block) {
  const std::size_t limit = std::min(block.end, block.begin + kLongestDateline);
  for (std::size_t at = block.begin; at < limit;) {
    const utf8::CodePoint c = utf8::decode(text, at);
    std::size_t end = at + c.size;
    if (utf8::is_dash(c.value)) {
      while (end < limit && text[end] == '-') ++end;
      const bool spaced = utf8::is_space(utf8::decode_before(text, at).value) &&
                          utf8::is_space(utf8::decode(text, end).value);
      if (spaced || c.value == 0x2014)
        return Span{utf8::trim(text, {block.begin, at}).end,
                    utf8::skip_space(text, end, block.end)};
    }
    if (c.value == U'/' && text.substr(end, 2) == ". ")
      return Span{end, utf8::skip_space(text, end + 1, block.end)};
    if (c.value == U':' && is_place_in_capitals(text.substr(block.begin, at - block.begin)) &&
        end < limit && utf8::is_space(utf8::decode(text, end).value))
      return Span{at, utf8::skip_space(text, end, block.end)};
    if (c.value == U'!' || c.value == U'?' || c.value == U';' || c.value == U'"')
      return std::nullopt;
    at = end;
  }
  return std::nullopt;
}

/// A media house by its name: "the statesman", "Example News", "example.com".
bool names_publisher(std::string_view folded, bool bar) {
  constexpr std::string_view kWords[] = {"agency",    "associated press",
                                         "bbc",       "broadcasting",
                                         "bulletin",  "chronicle",
                                         "cnn",       "courier",
                                         "daily",     "dispatch",
                                         "gazette",   "guardian",
                                         "herald",    "journal",
                                         "kbs",       "magazine",
                                         "mirror",    "monitor",
                                         "news",      "newspaper",
                                         "observer",  "post",
                                         "press",     "radio",
                                         "review",    "reuters",
                                         "standard",  "statesman",
                                         "sun",       "tass",
                                         "telegraph", "times",
                                         "today",     "tribune",
                                         "tv",        "weekly",
                                         "yonhap",    "afp",
                                         "ap",        "ajp",
                                         "xinhua",    ".com",
                                         ".org",      ".net"};
  const auto spaces = std::count(folded.begin(), folded.end(), ' ');
  if (folded.empty() || spaces > 4) return false;
  if (bar) return true;
  if (folded.starts_with("the ") && spaces <= 2) return true;
  return std::any_of(std::begin(kWords), std::end(kWords), [&](std::string_view w) {
    const std::size_t at = folded.find(w);
    if (at == folded.npos) return false;
    const std::size_t end = at + w.size();
    return w[0] == '.' ||
           ((at == 0 || folded[at - 1] == ' ') && (end == folded.size() || folded[end] == ' '));
  });
}

struct Tail {
  std::size_t title_end = 0;
  Span name;
};

std::optional<Tail> title_tail(std::string_view text, Span title) {
  const std::string_view seen = text.substr(title.begin, title.size());
  for (const std::string_view mark : {" | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 "}) {
    const std::size_t at = seen.rfind(mark);
    if (at == seen.npos || at == 0 || (mark == " | " && seen.find('|') != at + 1)) continue;
    const Span name = utf8::trim(text, {title.begin + at + mark.size(), title.end});
    if (!names_publisher(fold_line(text.substr(name.begin, name.size())), mark == " | ")) continue;
    return Tail{utf8::trim(text, {title.begin, title.begin + at}).end, name};
  }
  return std::nullopt;
}

/// The headline that names the article: the first one above the body, and one of three words or
/// more rather than a rubric ("WORLD").
std::optional<Span> find_title(std::string_view text, const std::vector<Block>& blocks) {
  std::optional<Span> title;
  for (const Block& block : blocks) {
    if (block.zone == Zone::body || block.zone == Zone::list_item) break;
    if (block.zone != Zone::headline) continue;
    const std::string_view seen = text.substr(block.span.begin, block.span.size());
    const bool phrase =
        std::count(seen.begin(), seen.end(), ' ') >= 2 && !names_publisher(fold_line(seen), false);
    if (!title || phrase) title = block.span;
    if (phrase) break;
  }
  return title;
}

/// Without the marks of a title that is one quotation from end to end.
std::string unquoted(const std::string& title) {
  const utf8::CodePoint first = utf8::decode(title, 0);
  const utf8::CodePoint last = utf8::decode_before(title, title.size());
  const bool straight = first.value == U'"' && last.value == U'"';
  const bool curly = utf8::is_opening_quote(first.value) && utf8::is_closing_quote(last.value);
  if ((!straight && !curly) || title.size() <= first.size + last.size) return title;
  const std::string inner = title.substr(first.size, title.size() - first.size - last.size);
  const bool whole = inner.find('"') == inner.npos && inner.find("\u201D") == inner.npos;
  return whole ? inner : title;
}

}  // namespace

std::optional<Dateline> find_dateline(std::string_view text, Span block) {
  const auto dash = dateline_dash(text, block);
  if (!dash || dash->end >= block.end || dash->begin <= block.begin) return std::nullopt;
  const char32_t first = utf8::decode(text, dash->end).value;
  if (utf8::is_lower(first) || utf8::is_dash(first)) return std::nullopt;
  Dateline found{{block.begin, dash->begin}, dash->end, std::nullopt};

  const std::vector<WrittenDate> dates = find_dates(text, found.span);
  std::size_t words = 0;
  std::optional<std::size_t> bracket;
  bool place_in_capitals = false;
  for (const Token& token : tokenize_text(text, found.span)) {
    if (std::any_of(dates.begin(), dates.end(),
                    [&](const WrittenDate& d) { return d.span.contains(token.span); }))
      continue;
    if (token.kind == TokenKind::number) return std::nullopt;
    if (token.kind == TokenKind::symbol) {
      if (token.folded == "(" || (token.folded == "/" && !bracket)) {
        bracket = token.span.end;
      } else if ((token.folded == ")" || token.folded == "/") && bracket && !found.agency) {
        found.agency = utf8::trim(text, {*bracket, token.span.begin});
      } else if (token.folded != "," && token.folded != "." && token.folded != "-" &&
                 token.folded != "/" && token.folded != ":" && token.folded != "'" &&
                 token.folded != "*") {
        return std::nullopt;
      }
      continue;
    }
    constexpr std::string_view kSmall[] = {"of", "the", "and", "de", "on", "'s"};
    if (!token.capital &&
        std::find(std::begin(kSmall), std::end(kSmall), token.folded) == std::end(kSmall))
      return std::nullopt;
    if (words++ == 0) place_in_capitals = token.upper && token.span.size() > 2;
  }
  if (words == 0 || words > 12 || !(place_in_capitals || !dates.empty() || found.agency))
    return std::nullopt;
  if (found.agency && (found.agency->empty() || found.agency->size() > 40)) found.agency.reset();
  return found;
}

void read_head(Document& doc, std::vector<Block>& blocks) {
  for (Block& block : blocks) {
    if (block.zone != Zone::headline) continue;
    const auto tail = title_tail(doc.bytes, block.span);
    if (!tail) continue;
    if (!doc.publisher) doc.publisher = quote(doc, tail->name);
    block.span.end = tail->title_end;
  }
  if (!doc.title) {
    if (const auto title = find_title(doc.bytes, blocks)) doc.title = unquoted(quote(doc, *title));
  }
  for (const Block& block : blocks) {
    if (doc.publisher || !block.dateline) continue;
    const auto dateline = find_dateline(doc.bytes, {block.dateline->begin, block.span.end});
    if (dateline && dateline->agency) doc.publisher = quote(doc, *dateline->agency);
  }
}

}  // namespace msmt::text
