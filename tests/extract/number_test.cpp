// Numbers, read through the engine over the built-in tables: the value, whatever is counted.
#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "built_in_engine.hpp"
#include "corpus.hpp"

using msmt::Mention;
using msmt::Quantity;
using msmt::test::engine;

namespace {

std::vector<Quantity> quantities(const std::string& sentence) {
  const auto example = msmt::test::parse_example(sentence, sentence);
  std::vector<Quantity> out;
  for (const Mention& mention : msmt::test::mentions_of(engine(), example.doc, "quantity")) {
    out.push_back(std::get<Quantity>(mention.value));
  }
  return out;
}

}  // namespace

TEST_CASE("one value, many spellings") {
  const std::vector<std::pair<std::string, double>> spellings = {{"9,000,000", 9e6},
                                                                 {"9 000 000", 9e6},
                                                                 {"9 million", 9e6},
                                                                 {"nine million", 9e6},
                                                                 {"9m", 9e6},
                                                                 {"9mn", 9e6},
                                                                 {"9 mln", 9e6},
                                                                 {"20-thousand", 20e3},
                                                                 {"20 thousand", 20e3},
                                                                 {"twenty thousand", 20e3},
                                                                 {"1.5bn", 1.5e9},
                                                                 {"a dozen", 12},
                                                                 {"two dozen", 24},
                                                                 {"half a dozen", 6},
                                                                 {"half a million", 5e5},
                                                                 {"a million and a half", 1.5e6},
                                                                 {"one and a half million", 1.5e6},
                                                                 {"two hundred and six", 206},
                                                                 {"nineteen hundred", 1900},
                                                                 {"one hundred thousand", 1e5},
                                                                 {"ninety-nine", 99},
                                                                 {"0.25", 0.25}};
  for (const auto& [spelling, value] : spellings) {
    const auto found = quantities("They moved " + spelling + " crates.");
    INFO(spelling);
    REQUIRE(found.size() == 1);
    REQUIRE(found[0].value);
    CHECK(*found[0].value == value);
    CHECK(found[0].unit == "crate");
  }
}

TEST_CASE("whole counts stay whole") {
  for (const char* text : {"They moved 1.1 million crates.", "They moved 4.35 million crates.",
                           "They moved 2.3 thousand crates."}) {
    const auto found = quantities(text);
    REQUIRE(found.size() == 1);
    CHECK(*found[0].value == static_cast<double>(static_cast<long long>(*found[0].value)));
  }
}

TEST_CASE("bounds follow from the relation") {
  const auto one = [](const char* text) { return quantities(text).at(0); };
  CHECK(one("It has over 20 tugs.").low == 20);
  CHECK_FALSE(one("It has over 20 tugs.").high);
  CHECK(one("It has up to 20 tugs.").high == 20);
  CHECK_FALSE(one("It has up to 20 tugs.").low);
  CHECK_FALSE(one("It has about 20 tugs.").low);
  CHECK(one("It has 20 tugs.").low == one("It has 20 tugs.").high);
  CHECK(one("It has 20 to 30 tugs.").high == 30);
  CHECK_FALSE(one("It has 20 to 30 tugs.").value);
  CHECK(one("It has dozens of tugs.").low == 12);
  CHECK_FALSE(one("It has dozens of tugs.").value);
}

TEST_CASE("numbers beyond reason are left alone") {
  CHECK(quantities("It has 99999999999999999999999 crates.").empty());
  for (const char* text : {"It has 0,0,0 crates.", "It has 1,2,3,4 crates.", "a a a half half",
                           "million billion trillion quadrillion", "- - 5 - - 6 - -", "$ $ 5 $"}) {
    CHECK_NOTHROW(quantities(text));
  }
}
