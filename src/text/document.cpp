// Reading an article: its bytes are checked once, then only pointed into.

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "msmt/text.hpp"
#include "text/encoding.hpp"
#include "text/page.hpp"
#include "text/utf8.hpp"

namespace msmt {
namespace {

constexpr std::size_t kMarkEvery = 64;

std::size_t characters_before(const Document& doc, std::size_t byte) {
  const std::size_t mark = byte / kMarkEvery;
  return doc.char_marks[mark] + utf8::count(std::string_view(doc.bytes).substr(
                                    mark * kMarkEvery, byte - mark * kMarkEvery));
}

/// Sentences of all blocks; a sentence printed a second time is furniture.
void add_sentences(Document& doc, const std::vector<text::Block>& blocks) {
  std::unordered_set<std::string> seen;
  std::size_t paragraph = 0;
  for (const text::Block& block : blocks) {
    const std::size_t before = doc.sentences.size();
    const auto add = [&](Span span) {
      if (!span.empty() && seen.insert(text::fold_line(doc.text(span))).second)
        doc.sentences.push_back({span, block.zone, paragraph});
    };
    if (block.dateline) add(*block.dateline);
    for (const Span span : text::split_sentences(doc.bytes, block.span)) add(span);
    if (doc.sentences.size() > before) ++paragraph;
  }
}

void add_quotes(Document& doc, const std::vector<text::Block>& blocks) {
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const bool goes_on = i + 1 < blocks.size() && [&] {
      const char32_t first = utf8::decode(doc.bytes, blocks[i + 1].span.begin).value;
      return first == U'"' || utf8::is_opening_quote(first);
    }();
    for (const Span quote : text::find_quotes(doc.bytes, blocks[i].span, goes_on))
      doc.quotes.push_back(quote);
  }
}

/// Bytes of what is ignorable or white space other than one space at `at`, as far as it is to be one space or nothing;
/// 0 for anything else. Lines between paragraphs stay as they are: no span of words goes over them.
std::size_t uneven_space(std::string_view bytes, std::size_t at, bool& space) {
  std::size_t end = at;
  std::size_t lines = 0;
  space = false;
  while (end < bytes.size()) {
    const auto byte = static_cast<unsigned char>(bytes[end]);
    if (byte > ' ' && byte < 0x80U) break;
    const utf8::CodePoint c = utf8::decode(bytes, end);
    if (!utf8::is_space(c.value) && !utf8::is_ignorable(c.value)) break;
    space = space || utf8::is_space(c.value);
    if (c.value == U'\n') ++lines;
    end += c.size;
  }
  const bool even = end == at || lines > 1 || (end == at + 1 && bytes[at] == ' ');
  return even ? 0 : end - at;
}

void even_spaces(Document& doc) {
  doc.spaced.clear();
  doc.shifts.clear();
  const std::string_view bytes = doc.bytes;
  std::size_t copied = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    bool space = false;
    const std::size_t length = uneven_space(bytes, at, space);
    if (length == 0) {
      // past this letter, this space or this paragraph's end
      at += utf8::decode(bytes, at).size;
      while (at < bytes.size() && static_cast<unsigned char>(bytes[at - 1]) <= ' ' &&
             static_cast<unsigned char>(bytes[at]) <= ' ')
        ++at;
      continue;
    }
    doc.spaced.append(bytes.substr(copied, at - copied));
    if (space) doc.spaced.push_back(' ');
    at += length;
    copied = at;
    if (at != doc.spaced.size() + (doc.shifts.empty() ? 0 : doc.shifts.back().dropped))
      doc.shifts.push_back({at, at - doc.spaced.size()});
  }
  if (copied > 0) doc.spaced.append(bytes.substr(copied));
}

}  // namespace

namespace text {

void index_positions(Document& doc) {
  doc.line_starts.assign(1, 0);
  doc.char_marks.clear();
  std::size_t characters = 0;
  for (std::size_t at = 0; at < doc.bytes.size(); ++at) {
    if (at % kMarkEvery == 0) doc.char_marks.push_back(characters);
    const auto byte = static_cast<unsigned char>(doc.bytes[at]);
    if ((byte & 0xC0U) != 0x80U) ++characters;
    if (byte == '\n') doc.line_starts.push_back(at + 1);
  }
  if (doc.bytes.size() % kMarkEvery == 0) doc.char_marks.push_back(characters);
  even_spaces(doc);
}

}  // namespace text

std::string_view to_string(Anchor anchor) {
  switch (anchor) {
    case Anchor::none:
      return "";
    case Anchor::option:
      return "option";
    case Anchor::manifest:
      return "manifest";
    case Anchor::header:
      return "header";
    case Anchor::inferred:
      return "inferred";
  }
  return "";
}

Document read_document(std::string path, std::string bytes, const Metadata& metadata,
                       std::string_view published) {
  text::check_encoding(path, bytes);
  Document doc;
  doc.path = std::move(path);
  doc.bytes = std::move(bytes);
  doc.title = metadata.title;
  doc.publisher = metadata.publisher;
  doc.url = metadata.url;
  text::index_positions(doc);

  std::vector<text::Line> lines = text::cut_lines(doc.bytes);
  text::assign_roles(doc.bytes, lines);
  std::vector<text::Block> blocks = text::build_blocks(doc.bytes, lines);
  text::read_head(doc, blocks);
  doc.turns = text::cut_turns(doc.bytes, blocks);
  add_sentences(doc, blocks);
  add_quotes(doc, blocks);

  if (metadata.published) {
    doc.published = {*metadata.published, Anchor::manifest};
  } else {
    doc.published = text::find_published(doc, lines, blocks);
    // A date on the command line is stated; one in a picture's address is only a hint.
    if (doc.published.from != Anchor::header && !published.empty())
      doc.published = {std::string(published), Anchor::option};
  }
  return doc;
}

std::string_view Document::words(Span span) const {
  if (spaced.empty()) return text(span);
  const auto moved = [&](std::size_t byte) {
    const auto next =
        std::upper_bound(shifts.begin(), shifts.end(), byte,
                         [](std::size_t at, const Shift& shift) { return at < shift.from; });
    return next == shifts.begin() ? byte : byte - std::prev(next)->dropped;
  };
  const std::size_t begin = moved(span.begin);
  return std::string_view(spaced).substr(begin, moved(span.end) - begin);
}

Position Document::position(std::size_t byte) const {
  byte = std::min(byte, bytes.size());
  const auto next = std::upper_bound(line_starts.begin(), line_starts.end(), byte);
  const std::size_t line = static_cast<std::size_t>(next - line_starts.begin());
  const std::size_t character = characters_before(*this, byte);
  return {line, character - characters_before(*this, line_starts[line - 1]) + 1, character};
}

std::string quote(const Document& doc, Span span) {
  const std::string_view text = doc.text(span);
  std::string out;
  out.reserve(text.size());
  std::size_t begin = 0;  // of what is not copied yet
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::CodePoint c = utf8::decode(text, at);
    const bool now = utf8::is_space(c.value);
    if (now) {
      out += text.substr(begin, at - begin);
      if (!space) out += ' ';
      begin = at + c.size;
    }
    space = now;
    at += c.size;
  }
  out += text.substr(begin);
  return out;
}

}  // namespace msmt
