// Kinds of goods, by which claims about the same thing are found: more than the printed form shows.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "claims_of.hpp"
#include "corpus.hpp"

namespace {

std::vector<std::string> kinds_in(std::string_view sentence) {
  const msmt::Document doc = msmt::test::parse_example(sentence, "kinds_in").doc;
  std::vector<std::string> kinds;
  for (const msmt::Claim& claim : msmt::test::claims_of(doc))
    kinds.push_back(claim.item ? claim.item->key : std::string());
  return kinds;
}

using Kinds = std::vector<std::string>;

}  // namespace

TEST_CASE("weapons of a kind are not weapons of any kind") {
  CHECK(kinds_in("Libya sent weapons to Chad.") == Kinds{"arms"});
  CHECK(kinds_in("Libya sent anti-tank weapons to Chad.") == Kinds{"anti-tank-weapon<arms"});
  CHECK(kinds_in("Iran sold sniper weapons to Sudan.") == Kinds{"small-arms<arms"});
  CHECK(kinds_in("Serbia shipped anti-tank weapons and anti-tank rockets to Mali.") ==
        Kinds{"anti-tank-weapon<arms", "anti-tank-rocket<rocket<ammunition<arms"});
}

TEST_CASE("generic words for weapons stay generic") {
  CHECK(kinds_in("Iran sold military equipment to Sudan.") == Kinds{"arms"});
  CHECK(kinds_in("Iran sold weapons systems to Sudan.") == Kinds{"arms"});
}
