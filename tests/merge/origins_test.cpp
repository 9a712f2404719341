// On how many legs a claim stands.
#include "merge/origins.hpp"

#include <catch2/catch.hpp>

#include "claim_text.hpp"

using namespace msmt;
using msmt::test::article;

namespace {

/// "2: MSMT, Seoul" for the first claim of the report.
std::string legs(const Report& report) {
  const Agreement& agreement = report.claims.front().agreement;
  std::string out = std::to_string(agreement.legs) + ":";
  for (const std::string& name : agreement.origins) {
    out += (out.back() == ':' ? " " : ", ") + name;
  }
  return out;
}

}  // namespace

TEST_CASE("ten articles that retell one report stand on one leg") {
  std::vector<Article> articles;
  for (char name = 'a'; name < 'k'; ++name) {
    articles.push_back(article(std::string(1, name),
                               {"transfer KP>RU; 100 missile; missile; 2024; MSMT, Seoul"},
                               std::string("Paper ") + name));
  }
  const Report report = merge(articles);
  CHECK(report.claims[0].agreement.sources == 10);
  CHECK(report.claims[0].agreement.independent == 10);
  CHECK(legs(report) == "1: MSMT");
}

TEST_CASE("who is credited, who is credited elsewhere, and who credits nobody") {
  const std::string missiles = "transfer KP>RU; 100 missile; missile; 2024";
  SECTION("two origins, the one of more articles first") {
    CHECK(legs(merge({article("a", {missiles + "; Seoul"}), article("b", {missiles + "; the MSMT"}),
                      article("c", {missiles + "; MSMT"})})) == "2: MSMT, Seoul");
  }
  SECTION("a bare sentence in an article about a report is the report's") {
    CHECK(legs(merge({article("a", {missiles, "use RU>UA; -; missile; 2024; MSMT"}),
                      article("b", {missiles + "; MSMT"})})) == "1: MSMT");
  }
  SECTION("an article that credits nobody stands on itself, two of one publisher on one leg") {
    CHECK(legs(merge({article("a", {missiles}), article("b", {missiles + "; MSMT"})})) ==
          "2: MSMT");
    CHECK(legs(merge({article("a", {missiles}, "Daily"), article("b", {missiles}, "Daily")})) ==
          "1:");
    CHECK(legs(merge({article("a", {missiles}, "Daily"), article("b", {missiles}, "Wire")})) ==
          "2:");
  }
}
