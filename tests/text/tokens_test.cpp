// Tokens: each row is a text and its tokens parted by spaces.
#include <catch2/catch.hpp>

#include "read.hpp"

using namespace msmt;
using namespace msmt::test;

namespace {

std::vector<Token> tokens_of(const Document& doc) { return tokenize(doc, {0, doc.bytes.size()}); }

std::string parted(std::string_view text) {
  const Document doc = read(text);
  std::string out;
  for (const Token& token : tokens_of(doc))
    out += (out.empty() ? "" : " ") + std::string(doc.text(token.span));
  return out;
}

std::string folded(std::string_view text) {
  std::string out;
  for (const Token& token : tokens_of(read(text))) out += (out.empty() ? "" : " ") + token.folded;
  return out;
}

}  // namespace

TEST_CASE("words, numbers and marks are parted") {
  struct Row {
    const char* text;
    const char* tokens;
  };
  const std::vector<Row> rows{
      {"Russia's army", "Russia 's army"},
      {"RUSSIA\u2019S army", "RUSSIA \u2019S army"},
      {"the allies' ships", "the allies ' ships"},
      {"they don't, O\u2019Brien's do", "they do n't , O\u2019Brien 's do"},
      {"it can't, won\u2019t and didn\u2019t", "it can't , won\u2019t and did n\u2019t"},
      {"we've sent, they're D'Arcy's, he'd say", "we 've sent , they 're D'Arcy 's , he 'd say"},
      {"9,000,000 rounds", "9,000,000 rounds"},
      {"1,2 and 1,2345 and 12,345,6", "1 , 2 and 1 , 2345 and 12,345 , 6"},
      {"1.5 or 1,200.75.", "1.5 or 1,200.75 ."},
      {"It is 3.", "It is 3 ."},
      {"on 2025.05.30", "on 2025 . 05 . 30"},
      {"T-72B and Il76, 9m", "T - 72 B and Il 76 , 9 m"},
      {"S-125M, the 224th", "S - 125 M , the 224 th"},
      {"$540 million, 30%", "$ 540 million , 30 %"},
      {"the U.S. and D.P.R.K. met", "the U.S. and D.P.R.K. met"},
      {"the U.S.-led U.N.", "the U.S. - led U.N."},
      {"a U.S-made gun", "a U.S - made gun"},
      {"at 5 p.m. on Oct. 16", "at 5 p.m. on Oct. 16"},
      {"It ended in Oct.", "It ended in Oct ."},
      {"Lt. Gen. J. R. Roe of Roe Co. Ltd. came", "Lt. Gen. J. R. Roe of Roe Co. Ltd. came"},
      {"No. 3 says no. Or no.", "No. 3 says no . Or no ."},
      {"wait... go\u2026", "wait ... go \u2026"},
      {"\u201CGo!\u201D", "\u201C Go ! \u201D"},
      {"a -- b", "a -- b"},
      {"cafe\u0301 na\u00EFve", "cafe\u0301 na\u00EFve"},
      {"\u0421\u0435\u0443\u043B 5", "\u0421\u0435\u0443\u043B 5"},
      {"co\u00ADoperate zero\u200Bwidth", "co\u00ADoperate zero\u200Bwidth"},
      {"10\u00A0km", "10 km"},
  };
  for (const Row& row : rows) CHECK(parted(row.text) == row.tokens);
}

TEST_CASE("folded tokens have one spelling") {
  CHECK(folded("\u201CYes\u201D, it\u2019s \u2018A\u2019") == "\" yes \" , it 's ' a '");
  CHECK(folded("Su\u201127 Su\u201327 \u22125") == "su - 27 su - 27 - 5");
  CHECK(folded("north \u2014 south \u2013 east\u2014west") == "north -- south -- east -- west");
  CHECK(folded("\u00C9COLE \u041C\u041E\u0421\u041A\u0412\u0410 \u0391\u0398\u0397\u039D\u0391") ==
        "\u00E9cole \u043C\u043E\u0441\u043A\u0432\u0430 \u03B1\u03B8\u03B7\u03BD\u03B1");
  CHECK(folded("co\u00ADoperate \u2026") == "cooperate ...");
}

TEST_CASE("tokens know case and what they touch") {
  const Document doc = read("The UN's Il-76 iX");
  const std::vector<Token> tokens = tokens_of(doc);
  REQUIRE(tokens.size() == 7);
  CHECK((tokens[0].capital && !tokens[0].upper && !tokens[0].glued));
  CHECK((tokens[1].capital && tokens[1].upper && !tokens[1].glued));
  CHECK((tokens[2].folded == "'s" && tokens[2].glued && tokens[2].kind == TokenKind::word));
  CHECK((tokens[4].kind == TokenKind::symbol && tokens[4].glued));
  CHECK((tokens[5].kind == TokenKind::number && tokens[5].glued && !tokens[5].upper));
  CHECK(!tokens[6].capital);
}

TEST_CASE("fold makes spellings comparable") {
  CHECK(fold("\u201EA\u201D \u2018b\u2019") == "\"a\" 'b'");
  CHECK(fold("\u00C4\u0160\u017D\u0116") == "\u00E4\u0161\u017E\u0117");
  CHECK(fold("5\u20137") == "5-7");
}
