#include "text/printable.hpp"

#include <catch2/catch.hpp>

using msmt::text::printable;

TEST_CASE("text of any script is shown as it is") {
  for (const std::string text :
       {"", "plain \\ text", "caf\u00E9 \u0416 \uD55C \U0001F600 \u00A0"}) {
    CHECK(printable(text) == text);
  }
}

TEST_CASE("what moves a cursor or changes a terminal is escaped") {
  CHECK(printable("\x1b[31mred\x07\x7f\r") == "\\x1b[31mred\\x07\\x7f\\x0d");
  CHECK(printable("\u009b31m") == "\\xc2\\x9b31m");  // CSI in one character
  CHECK(printable(std::string("a\0b", 3)) == "a\\x00b");
}

TEST_CASE("bytes that are not UTF-8 are escaped one by one") {
  CHECK(printable("\xff") == "\\xff");
  CHECK(printable("\xc0\xaf") == "\\xc0\\xaf");           // overlong
  CHECK(printable("\xe2\x82") == "\\xe2\\x82");           // cut short
  CHECK(printable("\xed\xa0\x80") == "\\xed\\xa0\\x80");  // a surrogate
  CHECK(printable("\xe2\x82\xac\x80") == "\u20AC\\x80");
}

TEST_CASE("marks that turn the direction of writing are escaped") {
  CHECK(printable("gpj.\u202Eexe") == "gpj.\\u202eexe");
  CHECK(printable("\u2067x\u2069\u200F") == "\\u2067x\\u2069\\u200f");
}

TEST_CASE("line feeds stay only where lines are meant") {
  CHECK(printable("a\n\tb") == "a\\n\\tb");
  CHECK(printable("a\n\tb", true) == "a\n\\tb");
}
