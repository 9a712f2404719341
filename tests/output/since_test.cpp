#include <catch2/catch.hpp>

#include "claim_text.hpp"
#include "merged.hpp"
#include "msmt/error.hpp"
#include "msmt/output.hpp"

using namespace msmt;
using msmt::test::article;

namespace {

std::string since(std::vector<Article> before, std::vector<Article> after) {
  return changes_since(merged(std::move(before)), "old.json", merged(std::move(after)));
}

const std::string kShells = "transfer KP>RU; 200 shell; artillery-ammunition";
const std::string kTroops = "deployment KP>RU; 3000 soldier; troops";

}  // namespace

TEST_CASE("nothing has changed") {
  CHECK(since({article("a.txt", {kShells})}, {article("a.txt", {kShells})}).empty());
}

TEST_CASE("claims that are new and gone") {
  CHECK(
      since({article("a.txt", {kShells})}, {article("b.txt", {kTroops})}) ==
      "old.json: 1 article new, 1 article gone; claims: 1 new, 1 gone\n"
      "+ deployment-kp-ru-troops-2192  KP → RU: 3,000 soldiers\n"
      "- transfer-kp-ru-artillery-ammunition-7ec5  KP → RU: 200 shells of artillery-ammunition\n");
}

TEST_CASE("a second source supports a claim") {
  const std::string out = since({article("a.txt", {kShells})},
                                {article("a.txt", {kShells}), article("b.txt", {kShells})});
  CHECK_THAT(out, Catch::StartsWith("old.json: 1 article new; claims: 1 better supported\n^ "));
  CHECK_THAT(out, Catch::EndsWith("  sources: 1 → 2, with b.txt\n"));
}

TEST_CASE("another figure contradicts a claim, and takes it back") {
  const std::vector<Article> one = {article("a.txt", {kShells})};
  const std::vector<Article> two = {
      article("a.txt", {kShells}),
      article("b.txt", {"transfer KP>RU; 300 shell; artillery-ammunition"})};
  const std::string out = since(one, two);
  CHECK_THAT(out, Catch::StartsWith(
                      "old.json: 1 article new; claims: 1 in conflict, 1 better supported\n! "));
  CHECK_THAT(out, Catch::Contains("  quantity: 200 shells, but 300 shells in b.txt\n") ||
                      Catch::Contains("  quantity: 300 shells, but 200 shells in a.txt\n"));
  const std::string back = since(two, one);
  CHECK_THAT(back, Catch::Contains("1 no longer in conflict, 1 less supported"));
  CHECK_THAT(back, Catch::Contains("agreement.status: conflict → single"));
}

TEST_CASE("a claim that gains a side is the same claim under another id") {
  const std::string out =
      since({article("a.txt", {"transfer ->RU; 200 shell; artillery-ammunition"})},
            {article("a.txt", {"transfer ->RU; 200 shell; artillery-ammunition"}),
             article("b.txt", {kShells})});
  CHECK_THAT(out, Catch::Contains("claims: 1 changed, 1 better supported\n"));
  CHECK_THAT(out, Catch::Contains("  actor: null → {\"name\": \"KP\", \"iso2\": \"KP\"}\n"));
  CHECK_THAT(out, Catch::Contains("  id: transfer-x-ru-artillery-ammunition-"));
}

TEST_CASE("since: what is no report is refused") {
  CHECK_THROWS_AS(changes_since("{}", "old.json", merged({})), Error);
}
