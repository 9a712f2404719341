// Reading bytes: what is refused and how, and where a byte stands.
#include <catch2/catch.hpp>

#include "msmt/error.hpp"
#include "read.hpp"

using namespace msmt;
using namespace msmt::test;

namespace {

std::string refused(std::string bytes) {
  try {
    read_document("a.txt", std::move(bytes), {}, "");
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("bytes that are not UTF-8 are named by line, byte and what is wrong") {
  const std::string mend = ": mend the file, or fetch it again";
  const std::string overlong = " begins an overlong UTF-8 sequence" + mend;
  const std::string cut = " begins a UTF-8 sequence that is cut short" + mend;
  const std::string ends = " begins a UTF-8 sequence that the end of the text cuts short" + mend;
  const std::string windows =
      " is Windows-1252, not UTF-8: convert first, e.g. iconv -f windows-1252 -t utf-8";
  const std::string unknown =
      " is not UTF-8: find out its encoding, then iconv -f ENCODING -t utf-8";
  struct Row {
    std::string bytes;
    std::string message;
  };
  const std::vector<Row> rows{
      {"\xC0\xAF", "a.txt:1: byte 0xc0" + overlong},
      {"\xE0\x80\xAF", "a.txt:1: byte 0xe0" + overlong},
      {"a\nb \xF0\x80\x80\xAF", "a.txt:2: byte 0xf0" + overlong},
      {"\xED\xA0\x80", "a.txt:1: byte 0xed begins a surrogate, which UTF-8 has none of" + mend},
      {"\xF4\x90\x80\x80", "a.txt:1: byte 0xf4 begins a sequence above U+10FFFF" + mend},
      {"a\n\nb \xE2\x80", "a.txt:3: byte 0xe2" + ends},
      {"caf\xC3\xA9 and caf\xC3", "a.txt:1: byte 0xc3" + ends},
      {"caf\xC3\xA9 \xE2\x82 and more", "a.txt:1: byte 0xe2" + cut},
      {"one\ntwo \x92 three\n", "a.txt:2: byte 0x92" + windows},
      {"Caf\xE9 \x93quoted\x94 \x96 na\xEFve, \x80 5\n", "a.txt:1: byte 0xe9" + windows},
      {"\xCC\xEE\xF1\xEA\xE2\xE0 \xE2\xE7\xFF\xEB\xE0\n", "a.txt:1: byte 0xcc" + unknown},  // 1251
      {"caf\xC3\xA9 and \x92\n", "a.txt:1: byte 0x92" + unknown},  // two encodings in one file
      {"\xF5\x80\x80\x80", "a.txt:1: byte 0xf5" + unknown},
      {"\xFF", "a.txt:1: byte 0xff" + windows},
  };
  for (const Row& row : rows) CHECK(refused(row.bytes) == row.message);
}

TEST_CASE("words are compared with even spaces") {
  const Document doc = read("The\u00a0UN  sent\twater to \u200bMali,\t\u00a0twice.\n\nIt went.");
  REQUIRE(doc.sentences.size() == 2);
  CHECK(doc.words(doc.sentences[0].span) == "The UN sent water to Mali, twice.");
  CHECK(doc.words(doc.sentences[1].span) == "It went.");
  const std::size_t mali = doc.bytes.find("Mali");
  CHECK(doc.words({mali, mali + 4}) == "Mali");
  CHECK(doc.words({0, mali}) == "The UN sent water to ");
  CHECK(read("The UN sent water.").spaced.empty());
  CHECK(read("\u2022 The \u2019UN\u2019.").spaced.empty());
}

TEST_CASE("other encodings and binary files are named as such") {
  using namespace std::string_literals;
  CHECK(refused("\xFF\xFEH\0i\0"s) ==
        "a.txt:1: text is UTF-16, not UTF-8: convert first, e.g. iconv -f utf-16 -t utf-8");
  CHECK(refused("\xFE\xFF\0H\0i"s) ==
        "a.txt:1: text is UTF-16, not UTF-8: convert first, e.g. iconv -f utf-16 -t utf-8");
  std::string wide;
  for (const char c : "North Korea sent shells.\n"s) wide += {c, '\0'};
  CHECK(refused(wide) ==
        "a.txt:1: text is UTF-16 without a mark, not UTF-8: convert first, e.g. "
        "iconv -f utf-16le -t utf-8");
  CHECK(refused('\0' + wide.substr(0, wide.size() - 1)) ==
        "a.txt:1: text is UTF-16 without a mark, not UTF-8: convert first, e.g. "
        "iconv -f utf-16be -t utf-8");
  CHECK(refused("one\n\0\1"s) ==
        "a.txt:2: byte 0x00 is not text: give an article as plain text in UTF-8");
}

TEST_CASE("the widest code points are read") {
  CHECK(refused("\x7F \xC2\x80 \xDF\xBF \xE0\xA0\x80 \xED\x9F\xBF \xEE\x80\x80 \xF0\x90\x80\x80 "
                "\xF4\x8F\xBF\xBF")
            .empty());
}

TEST_CASE("positions count code points, the byte order mark and carriage returns included") {
  const Document doc = read("\xEF\xBB\xBFZo\u00EB fired.\r\n\u042F said so.\r\n");
  const Position name = doc.position(3);
  CHECK(name.line == 1);
  CHECK(name.column == 2);
  CHECK(name.character == 1);
  const std::size_t second = doc.bytes.find("said");
  const Position said = doc.position(second);
  CHECK(said.line == 2);
  CHECK(said.column == 3);
  CHECK(said.character == second - 2 - 1 - 1);  // BOM, e with dots and Ya have more bytes than one
  CHECK(doc.position(doc.bytes.size()).line == 3);
  CHECK(doc.position(doc.bytes.size() + 9).character == doc.position(doc.bytes.size()).character);
  CHECK(sentences(doc) == Strings{"Zo\u00EB fired.", "\u042F said so."});
}

TEST_CASE("positions agree with counting one by one") {
  std::string page;
  for (int i = 0; i < 60; ++i)
    page += i % 7 == 0 ? "\u20AC\n" : i % 5 == 0 ? "\U0001F680 " : "word\u00E9 ";
  const Document doc = read(page);
  std::size_t line = 1;
  std::size_t column = 1;
  std::size_t character = 0;
  for (std::size_t at = 0; at <= page.size(); ++at) {
    if (at < page.size() && (static_cast<unsigned char>(page[at]) & 0xC0U) == 0x80U) continue;
    const Position position = doc.position(at);
    REQUIRE(position.line == line);
    REQUIRE(position.column == column);
    REQUIRE(position.character == character);
    ++character;
    ++column;
    if (at < page.size() && page[at] == '\n') ++line, column = 1;
  }
}

TEST_CASE("a quote has one space for each run of white space") {
  const Document doc = read("Ten\u00A0\u2009km\r\n\t\u3000away \u2028 \u1680now\u200Bhere");
  CHECK(quote(doc, {0, doc.bytes.size()}) == "Ten km away now\u200Bhere");
}

TEST_CASE("an empty page has no sentences") {
  for (const std::string page : {"", "\n", "\xEF\xBB\xBF", " \r\n\t\n"}) {
    const Document doc = read(page);
    CHECK(doc.sentences.empty());
    CHECK(doc.published.from == Anchor::none);
    CHECK(doc.position(0).line == 1);
  }
}
