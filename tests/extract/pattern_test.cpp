// Patterns over a small invented alphabet.
#include "extract/pattern.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "msmt/error.hpp"

using msmt::Alphabet;
using msmt::Pattern;
using msmt::Symbols;

namespace {

/// Colours and fruit; "may" is a month and a literal word; "dark red" is a form of two words.
struct Small {
  Alphabet alphabet;
  explicit Small(std::string_view words) {
    alphabet.add_mark("num");
    alphabet.add_mark("cap");
    for (const char* form : {"red", "green", "dark red"}) alphabet.add_form("colour", form);
    for (const char* form : {"apple", "plum"}) alphabet.add_form("fruit", form);
    alphabet.add_form("month", "may");
    alphabet.add_words_of(words);
    alphabet.freeze();
  }
  Symbols text(const std::vector<std::pair<std::string, std::string>>& items) const {
    Symbols out;
    for (const auto& [word, mark] : items) out.add(alphabet.symbol(word, mark));
    return out;
  }
};

}  // namespace

TEST_CASE("classes, words and marks") {
  const std::string source = "(?P<n> {num} )? (?P<c> {colour} )+ {fruit}";
  const Small small(source);
  const Pattern pattern(small.alphabet, source, "test");
  Pattern::Match match;
  const Symbols text = small.text({{"x", ""}, {"", "num"}, {"red", ""}, {"plum", ""}});
  REQUIRE(pattern.search(text, 0, match));
  CHECK(match.groups[0].begin == 1);
  CHECK(match.groups[0].end == 4);
  CHECK(match.groups[static_cast<std::size_t>(pattern.group("n"))].size() == 1);
  CHECK(pattern.group("none") == -1);
  CHECK(pattern.search(text, 1, match));
  REQUIRE(pattern.search(text, 2, match));
  CHECK(match.groups[static_cast<std::size_t>(pattern.group("n"))].empty());
  CHECK_FALSE(pattern.search(small.text({{"red", ""}, {"", "num"}}), 0, match));
}

TEST_CASE("a form of several words is a sequence, and longer forms win") {
  const std::string source = "{colour} {fruit}";
  const Small small(source);
  const Pattern pattern(small.alphabet, source, "test");
  Pattern::Match match;
  REQUIRE(pattern.search(small.text({{"dark", ""}, {"red", ""}, {"apple", ""}}), 0, match));
  CHECK(match.groups[0].size() == 3);
}

TEST_CASE("a word is in all of its classes and itself") {
  const std::string source = "(?P<m> {month} ) | may <,>";
  const Small small(source);
  const Symbols text = small.text({{"may", ""}, {",", ""}});
  Pattern::Match match;
  CHECK(Pattern(small.alphabet, "{month}", "test").search(text, 0, match));
  CHECK(Pattern(small.alphabet, "may <,>", "test").search(text, 0, match));
  CHECK(Pattern(small.alphabet, "{^month|num}", "test").search(text, 0, match));
  CHECK(match.groups[0].begin == 1);
}

TEST_CASE("mistakes in a pattern are named") {
  const Small small("red");
  CHECK_NOTHROW(Pattern(small.alphabet, "red", "test"));
  CHECK_THROWS_AS(Pattern(small.alphabet, "{animal}", "test"), msmt::Error);
  CHECK_THROWS_AS(Pattern(small.alphabet, "blue", "test"), msmt::Error);
  CHECK_THROWS_AS(Pattern(small.alphabet, "( red", "test"), msmt::Error);
}

TEST_CASE("a match of very many items is found by RE2, groups and all") {
  const std::string source = "(?P<n> {num} )+? (?P<c> {colour}* ) {fruit}";
  const Small small(source);
  const Pattern pattern(small.alphabet, source, "test");
  constexpr std::size_t kColours = 300'000;  // more than the program keeps track of
  Symbols text = small.text({{"", "num"}});
  for (std::size_t i = 0; i < kColours; ++i) text.add(small.alphabet.symbol("red", ""));
  text.add(small.alphabet.symbol("plum", ""));
  Pattern::Match match;
  REQUIRE(pattern.match_at(text, 0, match));
  CHECK(match.groups[0].size() == kColours + 2);
  const msmt::ItemRange colours = match.groups[static_cast<std::size_t>(pattern.group("c"))];
  CHECK(colours.begin == 1);
  CHECK(colours.size() == kColours);
}
