#include "text/part.hpp"

#include <catch2/catch.hpp>
#include <string>

using msmt::text::end_of_part;

namespace {
std::string part(const std::string& text, std::size_t at_most) {
  return text.substr(0, end_of_part(text, at_most));
}
}  // namespace

TEST_CASE("a text that fits is kept whole") {
  CHECK(part("", 0).empty());
  CHECK(part("One. Two.", 9) == "One. Two.");
  CHECK(part("One. Two.", 100) == "One. Two.");
}

TEST_CASE("a text that is too long ends with a line, a sentence or a word") {
  CHECK(part("One line.\nA second. And more.\n", 25) == "One line.\nA second. ");
  CHECK(part("One line.\nA sec. And more.\n", 12) == "One line.\n");
  CHECK(part("One is here. Two is not.", 20) == "One is here. ");
  CHECK(part("No stop before the end", 15) == "No stop before ");
}

TEST_CASE("a text without white space is cut between code points") {
  const std::string text = "\u00e9\u00e9\u00e9";
  CHECK(part(text, 5) == "\u00e9\u00e9");
  CHECK(part(text, 4) == "\u00e9\u00e9");
  CHECK(part(text, 1).empty());
  CHECK(part("aaaaaaaa", 3) == "aaa");
}
