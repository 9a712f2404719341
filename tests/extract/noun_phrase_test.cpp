// The counted noun: which word is the head, and what belongs to it.
#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "corpus.hpp"
#include "extract/vocabulary.hpp"

using msmt::Quantity;

TEST_CASE("singulars") {
  const std::vector<std::pair<std::string, std::string>> pairs = {
      {"containers", "container"}, {"batteries", "battery"}, {"people", "person"},
      {"women", "woman"},          {"aircraft", "aircraft"}, {"missiles", "missile"},
      {"torpedoes", "torpedo"},    {"boxes", "box"},         {"launches", "launch"},
      {"sorties", "sortie"},       {"corps", "corps"},       {"bus", "bus"},
      {"chassis", "chassis"},      {"troops", "troop"}};
  for (const auto& [plural, one] : pairs) {
    INFO(plural);
    CHECK(msmt::singular(plural) == one);
  }
  CHECK(msmt::is_plural("workers"));
  CHECK_FALSE(msmt::is_plural("glass"));
  CHECK_FALSE(msmt::is_plural("aircraft"));
}

TEST_CASE("the head of the phrase behind a number") {
  static const msmt::Lexicons lexicons = msmt::load_lexicons({});
  static const msmt::Engine engine(lexicons);
  const std::vector<std::pair<std::string, std::string>> phrases = {
      {"workers", "worker"},
      {"North Korean workers", "worker"},
      {"foreign forestry workers in Siberia", "worker"},
      {"newly built grey tugs", "tug"},
      {"captured enemy tanks", "tank"},
      {"IT workers", "worker"},
      {"Russian-flagged ships", "ship"},
      {"T-72 tanks", "tank"},
      {"containers of shells", "container"},
      {"containers bound for the port", "container"},
      {"soldiers dispatched there", "soldier"},
      {"trucks north of the river", "truck"},
      {"other countries", "country"},
      {"metric tons of steel", "tonne"},
      {"square kilometres", "square kilometer"},
      {"North Koreans", "person"}};
  for (const auto& [phrase, head] : phrases) {
    const auto example = msmt::test::parse_example("They counted 12 " + phrase + ".", phrase);
    const auto found = msmt::test::mentions_of(engine, example.doc, "quantity");
    INFO(phrase);
    REQUIRE(found.size() == 1);
    CHECK(std::get<Quantity>(found[0].value).unit == head);
  }
}
