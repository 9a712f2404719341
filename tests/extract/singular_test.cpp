#include "extract/singular.hpp"

#include <catch2/catch.hpp>

using namespace msmt;

TEST_CASE("plurals are those whose singular is the noun again") {
  CHECK(plural("tank") == "tanks");
  CHECK(plural("battery") == "batteries");
  CHECK(plural("convoy") == "convoys");
  CHECK(plural("box") == "boxes");
  CHECK(plural("person") == "people");
  CHECK(plural("child") == "children");
  CHECK(plural("policeman") == "policemen");
  CHECK(plural("human") == "humans");
  CHECK(plural("cargo aircraft") == "cargo aircraft");
  CHECK(plural("air defence system") == "air defence systems");
  for (const char* noun : {"tank", "battery", "box", "person", "child", "policeman", "aircraft",
                           "wolf", "torpedo", "launch", "class"}) {
    CAPTURE(noun);
    CHECK(singular(plural(noun)) == noun);
  }
}
