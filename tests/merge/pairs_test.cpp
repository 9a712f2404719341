#include <catch2/catch.hpp>
#include <fstream>

#include "claim_text.hpp"

using namespace msmt;
using msmt::test::article;

namespace {

std::string verdict(const std::string& first, const std::string& second) {
  const Report report = merge({article("a.txt", {first}), article("b.txt", {second})});
  if (report.claims.size() != 1) return "different";
  const Agreement& agreement = report.claims.front().agreement;
  if (agreement.status == "agree") return "merge";
  std::string out = "refine";
  for (const Variant& variant : agreement.variants) {
    if (variant.field == "attribution") continue;
    if (variant.reason == "conflicts") return "conflict";
    if (variant.reason == "overlaps") out = "overlap";
  }
  return out;
}

}  // namespace

TEST_CASE("pairs of claims merge as the corpus says, either way round") {
  const std::string path = std::string(MSMT_SOURCE_DIR) + "/tests/corpus/merge_pairs.tsv";
  std::ifstream file(path);
  REQUIRE(file);
  std::size_t number = 0;
  std::size_t pairs = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    INFO(path << ":" << number << ": " << line);
    const std::vector<std::string> cells = test::parts(line, '\t');
    REQUIRE(cells.size() == 4);
    ++pairs;
    CHECK(verdict(cells[0], cells[1]) == cells[2]);
    CHECK(verdict(cells[1], cells[0]) == cells[2]);
  }
  CHECK(pairs >= 150);
}
