// What holds for any text: spans in order and on code-point boundaries, a paragraph in front moves
// everything and changes nothing, and reading takes time in proportion to the text.
#include <catch2/catch.hpp>
#include <random>

#include "clock.hpp"
#include "read.hpp"

using namespace msmt;
using namespace msmt::test;

namespace {

bool boundary(const std::string& bytes, std::size_t at) {
  return at == bytes.size() ||
         (at < bytes.size() && (static_cast<unsigned char>(bytes[at]) & 0xC0U) != 0x80U);
}

void check_spans(const Document& doc) {
  std::size_t end = 0;
  std::size_t paragraph = 0;
  for (const Sentence& sentence : doc.sentences) {
    REQUIRE(sentence.span.begin >= end);
    REQUIRE(sentence.span.end > sentence.span.begin);
    REQUIRE(sentence.span.end <= doc.bytes.size());
    REQUIRE(boundary(doc.bytes, sentence.span.begin));
    REQUIRE(boundary(doc.bytes, sentence.span.end));
    REQUIRE(sentence.paragraph >= paragraph);
    REQUIRE(quote(doc, sentence.span).front() != ' ');
    REQUIRE(quote(doc, sentence.span).back() != ' ');
    end = sentence.span.end;
    paragraph = sentence.paragraph;
    std::size_t token_end = sentence.span.begin;
    for (const Token& token : tokenize(doc, sentence.span)) {
      REQUIRE(token.span.begin >= token_end);
      REQUIRE(token.glued == (token.span.begin == token_end && token_end > sentence.span.begin));
      REQUIRE(boundary(doc.bytes, token.span.begin));
      REQUIRE(boundary(doc.bytes, token.span.end));
      REQUIRE(!token.span.empty());
      token_end = token.span.end;
    }
    REQUIRE(token_end <= sentence.span.end);
  }
  end = 0;
  for (const Span span : doc.quotes) {
    REQUIRE(span.begin >= end);
    REQUIRE(span.end <= doc.bytes.size());
    REQUIRE(boundary(doc.bytes, span.begin));
    REQUIRE(boundary(doc.bytes, span.end));
    end = span.end;
  }
}

/// Pieces that meet in all orders: words, marks, breaks, page furniture.
std::string random_page(std::mt19937& random, std::size_t pieces) {
  static const std::vector<std::string> kPieces{"The",
                                                "north",
                                                "sent",
                                                "9,000",
                                                "3.5",
                                                "U.S.",
                                                "Gen.",
                                                "No.",
                                                "Oct.",
                                                "shells",
                                                ".",
                                                ". ",
                                                "? ",
                                                "! ",
                                                ", ",
                                                ": ",
                                                "; ",
                                                "\u2026",
                                                "\n",
                                                "\n\n",
                                                "\r\n",
                                                " ",
                                                "\u00A0",
                                                "\u2028",
                                                "\u201C",
                                                "\u201D",
                                                "\u2018",
                                                "\u2019",
                                                "'",
                                                "\"",
                                                "(",
                                                ")",
                                                "[",
                                                "]",
                                                "\u2014",
                                                " - ",
                                                "--",
                                                "- ",
                                                "* ",
                                                "1. ",
                                                "# ",
                                                "![",
                                                "](",
                                                "https://e.com/2025/05/29/a.jpg)",
                                                "Advertisement",
                                                "By ",
                                                "Posted : May 30, 2025",
                                                "SEOUL, May 30 (AJP) - ",
                                                "\uAE30\uC0AC",
                                                "\u042F\u043D",
                                                "\u00E9",
                                                "e\u0301",
                                                "\u200B",
                                                "\U0001F680",
                                                "\xEF\xBB\xBF",
                                                "AP-Yonhap",
                                                "(Reuters)",
                                                "[LEAD]",
                                                "|",
                                                "/",
                                                "s",
                                                "m",
                                                "72"};
  std::string page;
  for (std::size_t i = 0; i < pieces; ++i) {
    page += kPieces[random() % kPieces.size()];
    if (random() % 3 != 0) page += ' ';
  }
  return page;
}

}  // namespace

TEST_CASE("spans are ordered and on code-point boundaries for any text") {
  constexpr unsigned kSeed = 20250530;
  INFO("seed " << kSeed);
  std::mt19937 random(kSeed);
  for (int i = 0; i < 400; ++i) {
    const std::string page = random_page(random, 1 + random() % 120);
    INFO(page);
    check_spans(read(page));
  }
}

TEST_CASE("a paragraph in front moves every span and changes nothing else") {
  const std::string page =
      "Guns fall silent in the east\n\nBy Jane Roe Posted : May 30, 2025\n\nSEOUL, May 30 (AJP) - "
      "The army left. It was \u201Clate,\u201D he said.\n\n- one gun\n- two guns\n\nWhat we "
      "know\n\n"
      "The ships came home. AP-Yonhap\n\nRelated articles\nTen ships\n\n3 comments\n";
  const std::string front = "It rained on the first day of the caf\u00E9.\n\n";
  const Document before = read(page);
  const Document after = read(front + page);
  REQUIRE(after.sentences.size() == before.sentences.size() + 1);
  for (std::size_t i = 0; i < before.sentences.size(); ++i) {
    const Sentence& moved = after.sentences[i + 1];
    CHECK(moved.span.begin == before.sentences[i].span.begin + front.size());
    CHECK(moved.span.end == before.sentences[i].span.end + front.size());
    CHECK(moved.zone == before.sentences[i].zone);
    CHECK(moved.paragraph == before.sentences[i].paragraph + 1);
  }
  CHECK(after.published.date == before.published.date);
  REQUIRE(after.quotes.size() == before.quotes.size());
  for (std::size_t i = 0; i < before.quotes.size(); ++i)
    CHECK(after.quotes[i].begin == before.quotes[i].begin + front.size());
}

TEST_CASE("line ends and a byte order mark do not change what is read") {
  const std::string page =
      "Guns fall silent\n\nThe army left. It was\nlate.\n\n- one gun\n\nThe end.\n";
  std::string other = "\xEF\xBB\xBF";
  for (const char c : page) other += c == '\n' ? std::string("\r\n") : std::string(1, c);
  CHECK(sentences(page) == sentences(other));
}

TEST_CASE("reading is linear on texts made to be slow") {
  for (const std::string piece : {".",      ". ",     "\"",
                                  "\u2018", "(",      "[",
                                  "![",     "](",     "[LEAD]",
                                  "A.",     "a.b.",   "1,",
                                  "1.",     "ap-",    "ap/",
                                  "- ",     "-",      "Advertisement ",
                                  "May ",   "By A ",  "|",
                                  " | ",    "\n",     "\u201C\n",
                                  "x\n",    "and\n",  "\xE2\x80\xA2 ",
                                  "No. ",   "'s",     "e\u0301",
                                  "\u200B", "/2025/", "https://"}) {
    INFO(piece);
    std::string page;
    while (page.size() < (kSanitized ? 40'000 : 400'000)) page += piece;
    const double start = processor_seconds();
    const Document doc = read(page);
    check_spans(doc);
    // They take some 50 ms; a step that is quadratic in any of the pieces takes minutes.
    CHECK(processor_seconds() - start < 5);
  }
}
