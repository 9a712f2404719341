/// Text: an article's bytes, never changed, and what a page is made of.
///
///     Document doc = read_document("a.txt", "SEOUL, May 30 (AJP) - The North sent shells.\n", {}, "");
///     doc.sentences[0].span     -> [0, 43)
///     doc.position(22).column   -> 23
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace msmt {

/// Half-open range of bytes [begin, end); both ends lie on code-point boundaries.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend auto operator<=>(Span, Span) = default;
};

/// Where a byte stands: line and column count from 1, columns and `character` are code points.
struct Position {
  std::size_t line = 1;
  std::size_t column = 1;
  std::size_t character = 0;
};

/// How the publication date of an article is known (docs/output.md, `anchored_by` and `published.from`).
enum class Anchor : std::uint8_t { none, option, manifest, header, inferred };

/// "" (for none), "option", "manifest", "header", "inferred".
std::string_view to_string(Anchor anchor);

/// The article's own date: EDTF (`2025-05-30`, `2025-05`, `2025`) or empty when unknown.
struct Published {
  std::string date;
  Anchor from = Anchor::none;
  friend auto operator<=>(const Published&, const Published&) = default;
};

/// What a manifest or a JSON Lines record says of an article; it wins over what the page says.
struct Metadata {
  std::optional<std::string> title;
  std::optional<std::string> publisher;
  std::optional<std::string> url;
  std::optional<std::string> published;  ///< EDTF date
};

/// The part of a page that a sentence stands in.
enum class Zone : std::uint8_t { headline, body, caption, list_item };

struct Sentence {
  Span span;
  Zone zone = Zone::body;
  std::size_t paragraph = 0;  ///< counts from 0; sentences of one paragraph share it
};

/// Where somebody begins to speak in a transcript: "MR. KARLSEN:", "Q".
struct Turn {
  Span label;           ///< who speaks, without the colon; belongs to no sentence
  bool asks = false;    ///< a question, which states nothing
  bool titled = false;  ///< "MR. KARLSEN", "Secretary Dupont": an official before the press
};

/// One article. `bytes` are the file's, BOM and CRLF included; everything else points into them.
struct Document {
  std::string path;
  std::string bytes;
  std::optional<std::string> title;
  std::optional<std::string> publisher;
  std::optional<std::string> url;
  Published published;
  std::vector<Sentence> sentences;  ///< in order, not overlapping; page furniture belongs to none
  std::vector<Span> quotes;         ///< text inside quotation marks, without the marks, in order
  std::vector<Turn> turns;          ///< of a transcript, in order; empty for any other text

  std::string_view text(Span span) const {
    return std::string_view(bytes).substr(span.begin, span.size());
  }

  /// The text of a span as it is compared with words: each run of Unicode white space made one space, what is ignorable
  /// left out, so that a line that is broken, or a space that may not be, reads like any other. In O(log n); the span
  /// begins and ends at tokens. Of its length nothing follows for the bytes of the article.
  std::string_view words(Span span) const;

  /// Line, column and code point of a byte offset, in O(log n).
  Position position(std::size_t byte) const;

  std::vector<std::size_t> line_starts;  ///< byte offset of each line; the first is 0
  std::vector<std::size_t> char_marks;   ///< code points before byte k * 64

  /// From byte `from` on, `spaced` stands `dropped` bytes before the article.
  struct Shift {
    std::size_t from = 0;
    std::size_t dropped = 0;
  };
  std::string spaced;         ///< the article with its spaces made even; empty where they are
  std::vector<Shift> shifts;  ///< in order
};

/// Splits a page into sentences and finds title, publisher and date.
///
/// path       names the article in the output
/// bytes      UTF-8, with or without a byte order mark; lines end in LF or CRLF
/// metadata   wins over what the page states
/// published  EDTF date for pages that state none, or ""
/// errors     Error when the bytes are not UTF-8 text, naming the line and the byte
Document read_document(std::string path, std::string bytes, const Metadata& metadata,
                       std::string_view published);

/// The quoted form of a span: each run of Unicode white space made one space.
std::string quote(const Document& doc, Span span);

enum class TokenKind : std::uint8_t { word, number, symbol };

/// A word, a number (`9,000,000`, `1.5`) or a single punctuation mark. Letters and digits that touch
/// are two tokens (`9m`, `T-72B` is `T` `-` `72` `B`), a hyphen is a token, `'s` is a token, an
/// abbreviation keeps its stops (`U.S.`, `Oct.`). Words keep inner apostrophes (`don't`).
struct Token {
  Span span;
  TokenKind kind = TokenKind::symbol;
  bool glued = false;    ///< touches the token before
  bool capital = false;  ///< begins with an upper-case letter
  bool upper = false;    ///< has letters and all of them are upper case
  std::string folded;    ///< lower case; curly quotes and dashes as ' " and -
};

/// Tokens of one sentence, in order. White space makes none.
std::vector<Token> tokenize(const Document& doc, Span sentence);

/// Tokens without the false starts of speech: of "a loan of $20 mil- — $20 billion" the first sum is gone.
std::vector<Token> without_false_starts(std::vector<Token> tokens);

/// Lower case (ASCII, Latin-1, Greek and Cyrillic letters), curly quotes straight, dashes `-`.
std::string fold(std::string_view text);

}  // namespace msmt
