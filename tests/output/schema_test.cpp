#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "claim_maker.hpp"
#include "msmt/output.hpp"
#include "sample_report.hpp"
#include "schema_validator.hpp"

using msmt::test::Validator;
using nlohmann::json;

namespace {

Validator validator() { return Validator(json::parse(msmt::json_schema())); }

json sample_tree() {
  msmt::Report report = sample::report();
  msmt::Claim& claim = report.claims[0].claim;
  claim.members = claim.besides = {{"Japan", "JP"}, {"Panel of Experts", ""}};
  claim.operators = claim.parties = {"A name"};
  claim.quantity->per = "year";
  auto& variants = report.claims[0].agreement.variants;
  variants.push_back({"actor", "conflicts", msmt::Party{"Russia", "RU"}, {1}});
  variants.push_back({"item", "refines", msmt::Item{"shells", "", "", ""}, {1}});
  variants.push_back({"period", "refines", sample::summer(), {1}});
  variants.push_back({"certainty", "refines", std::string("believed"), {1}});
  variants.push_back({"attribution", "refines", std::vector<std::string>{"Seoul"}, {1}});
  variants.push_back({"attribution", "refines", std::vector<std::string>{}, {0}});
  return json::parse(msmt::to_json(report, {.mentions = true, .residue = true}));
}

}  // namespace

TEST_CASE("a report follows the schema") {
  CHECK(validator().errors(sample_tree()) == std::vector<std::string>{});
  CHECK(validator().errors(json::parse(msmt::to_json({}, {}))) == std::vector<std::string>{});
}

TEST_CASE("the line of an article follows its part of the schema") {
  json schema = json::parse(msmt::json_schema());
  schema = {{"$ref", "#/$defs/article"}, {"$defs", schema["$defs"]}};
  for (unsigned seed = 1; seed <= 20; ++seed) {
    INFO("seed " << seed);
    for (const msmt::Article& article : msmt::test::Maker(seed).articles(5)) {
      const json line = json::parse(msmt::to_line(article, {.mentions = true, .residue = true}));
      CHECK(Validator(schema).errors(line) == std::vector<std::string>{});
    }
  }
  for (const msmt::Article& article : msmt::articles(sample::report())) {
    const json line = json::parse(msmt::to_line(article, {.mentions = true, .residue = true}));
    CHECK(Validator(schema).errors(line) == std::vector<std::string>{});
  }
}

TEST_CASE("the schema refuses what a report never has") {
  for (const auto& [path, value] : std::vector<std::pair<std::string, json>>{
           {"/extra", 1},
           {"/version", 2},
           {"/claims/0/extra", 1},
           {"/claims/0/type", "gift"},
           {"/claims/0/certainty", "sure"},
           {"/claims/0/actor", ""},
           {"/claims/0/actor/iso2", "kp"},
           {"/claims/0/quantity/value", "300"},
           {"/claims/0/evidence", json::array()},
           {"/claims/0/evidence/0/bytes", json::array({0, 1, 2})},
           {"/claims/0/evidence/0/line", 0},
           {"/claims/0/agreement/variants/0/reason", "other"},
           {"/claims/0/period/start", "2024-05"},
           {"/sources/0/sha256", "abc"},
           {"/sources/1/published/from", "guess"},
           {"/sources/1/mentions/0/type", "person"},
           {"/sources/1/mentions/0/unroca", "I"},
           {"/sources/1/residue/0/reason", "why not"}}) {
    json tree = sample_tree();
    tree[json::json_pointer(path)] = value;
    INFO(path);
    CHECK_FALSE(validator().errors(tree).empty());
  }
}

TEST_CASE("the schema asks for every key that is always there") {
  for (const char* path : {"/claims/0/target", "/claims/0/period/end", "/claims/0/evidence/0/url",
                           "/sources/0/title", "/sources/1/mentions/1/of", "/sources"}) {
    json tree = sample_tree();
    const json::json_pointer pointer(path);
    tree[pointer.parent_pointer()].erase(pointer.back());
    INFO(path);
    CHECK_FALSE(validator().errors(tree).empty());
  }
}
