#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "msmt/output.hpp"
#include "sample_report.hpp"

using nlohmann::ordered_json;

namespace {

constexpr msmt::OutputOptions kAll{.mentions = true, .residue = true};

std::vector<std::string> keys(const ordered_json& object) {
  std::vector<std::string> out;
  for (const auto& [key, value] : object.items()) out.push_back(key);
  return out;
}

/// The report with one claim of `value` shells.
std::string with_value(double value) {
  msmt::Report report{{}, {sample::wagons()}, {}};
  report.claims[0].claim.quantity->value = value;
  return msmt::to_json(report, {});
}

/// A report whose only source has this path.
ordered_json with_path(const std::string& path) {
  msmt::Report report{{sample::daily()}, {}, {}};
  report.sources[0].path = path;
  return ordered_json::parse(msmt::to_json(report, {}));
}

}  // namespace

TEST_CASE("an empty report") {
  CHECK(msmt::to_json({}, kAll) ==
        "{\n  \"format\": \"msmt-claims\",\n  \"version\": 1,\n  \"sources\": [],\n  \"claims\": "
        "[]\n}\n");
  CHECK(msmt::to_jsonl({}).empty());
}

TEST_CASE("keys come in the documented order") {
  const auto report = ordered_json::parse(msmt::to_json(sample::report(), kAll));
  CHECK(keys(report) == std::vector<std::string>{"format", "version", "sources", "claims"});
  CHECK(keys(report["sources"][1]) == std::vector<std::string>{"path", "sha256", "bytes", "title",
                                                               "publisher", "url", "published",
                                                               "sketch", "mentions", "residue"});
  CHECK(keys(report["claims"][0]) ==
        std::vector<std::string>{"id", "type", "summary", "actor", "target", "item", "quantity",
                                 "period", "attribution", "certainty", "equivalent", "measures",
                                 "overlaps", "agreement", "evidence"});
  CHECK(keys(report["claims"][0]["evidence"][0]) ==
        std::vector<std::string>{"source", "line", "column", "bytes", "chars", "quote", "url",
                                 "rule", "spans", "order", "stated"});
  CHECK(keys(report["claims"][0]["item"]) ==
        std::vector<std::string>{"name", "category", "weapon", "kinds"});
}

TEST_CASE("evidence has what its article states beyond the claim and its variants") {
  const auto report = ordered_json::parse(msmt::to_json(sample::report(), {}));
  const auto& evidence = report["claims"][0]["evidence"];
  CHECK(evidence[0]["order"] == 0);
  CHECK(evidence[0]["stated"].dump() == R"({"equivalent":null})");
  CHECK_FALSE(evidence[1].contains("stated"));
  CHECK(report["claims"][1]["evidence"][0]["order"] == 1);
}

TEST_CASE("what is not known is null, what is empty is left out") {
  const auto report = ordered_json::parse(msmt::to_json(sample::report(), {}));
  const auto& source = report["sources"][0];
  CHECK(source["title"].is_null());
  CHECK(source["published"].is_null());
  CHECK_FALSE(source.contains("mentions"));
  CHECK_FALSE(source.contains("residue"));
  const auto& members = report["claims"][1];
  for (const char* key : {"target", "item", "period"}) CHECK(members.at(key).is_null());
  for (const char* key : {"besides", "operators", "parties", "equivalent"}) {
    CHECK_FALSE(members.contains(key));
  }
  CHECK(members["attribution"] == ordered_json::array());
  CHECK(members["actor"] == ordered_json{{"name", "MSMT"}});
  CHECK(report["claims"][0]["quantity"]["high"].is_null());
}

TEST_CASE("every optional part stands after certainty") {
  msmt::Report report = sample::report();
  msmt::Claim& claim = report.claims[0].claim;
  claim.members = claim.besides = {{"Japan", "JP"}, {"Panel of Experts", ""}};
  claim.operators = {"Railway Troops"};
  claim.parties = {"A. Person"};
  const auto tree = ordered_json::parse(msmt::to_json(report, {}));
  const auto found = keys(tree["claims"][0]);
  CHECK(std::vector<std::string>(found.begin() + 9, found.end()) ==
        std::vector<std::string>{"certainty", "members", "besides", "operators", "parties",
                                 "equivalent", "measures", "overlaps", "agreement", "evidence"});
  CHECK(tree["claims"][0]["besides"].dump() ==
        R"([{"name":"Japan","iso2":"JP"},{"name":"Panel of Experts"}])");
}

TEST_CASE("numbers") {
  CHECK_THAT(with_value(9e6), Catch::Contains("\"value\": 9000000,"));
  CHECK_THAT(with_value(65.9e9), Catch::Contains("\"value\": 65900000000,"));
  CHECK_THAT(with_value(1e18), Catch::Contains("\"value\": 1000000000000000000,"));
  CHECK_THAT(with_value(1e20), Catch::Contains("\"value\": 100000000000000000000,"));
  CHECK_THAT(with_value(0), Catch::Contains("\"value\": 0,"));
  CHECK_THAT(with_value(-0.0), Catch::Contains("\"value\": 0,"));
  CHECK_THAT(with_value(-3), Catch::Contains("\"value\": -3,"));
  CHECK_THAT(with_value(2.5), Catch::Contains("\"value\": 2.5,"));
  CHECK_THAT(with_value(0.1), Catch::Contains("\"value\": 0.1,"));
  CHECK_THAT(with_value(1.0 / 3), Catch::Contains("\"value\": 0.3333333333333333,"));
  CHECK_THAT(with_value(std::numeric_limits<double>::infinity()),
             Catch::Contains("\"value\": null,"));
}

TEST_CASE("short values stay on one line, long ones are broken up") {
  const std::string text = msmt::to_json(sample::report(), kAll);
  CHECK_THAT(text, Catch::Contains("\n          \"bytes\": [0, 81],\n"));
  CHECK_THAT(
      text, Catch::Contains("\n      \"actor\": {\"name\": \"North Korea\", \"iso2\": \"KP\"},\n"));
  CHECK_THAT(text, Catch::Contains("\n          \"spans\": {\"actor\": ["));
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const bool one_value = line.find("\": \"") != std::string::npos;  // a string is never broken
    CHECK((line.size() <= 100 || one_value));
  }
}

TEST_CASE("text is UTF-8, unescaped; what is not UTF-8 is replaced") {
  CHECK_THAT(msmt::to_json(sample::report(), {}), Catch::Contains("North Korea → Russia"));
  CHECK(with_path("\xc3\xa9\n\"\\.txt")["sources"][0]["path"] == "\xc3\xa9\n\"\\.txt");
  CHECK(with_path("a\xff.txt")["sources"][0]["path"] == "a\xef\xbf\xbd.txt");
}

TEST_CASE("one line per claim, with the fields of the report") {
  const auto report = ordered_json::parse(msmt::to_json(sample::report(), {}));
  std::istringstream lines(msmt::to_jsonl(sample::report()));
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    CHECK(ordered_json::parse(line) == report["claims"][count]);
  }
  CHECK(count == 2);
}

TEST_CASE("bytes and characters of the sample are those of its text") {
  for (const msmt::Evidence& evidence : sample::wagons().evidence) {
    const auto text = evidence.source == "example/wire.txt" ? sample::kWire : sample::kDaily;
    CHECK(text.substr(evidence.bytes.begin, evidence.bytes.size()) == evidence.quote);
  }
}

TEST_CASE("docs/output.md shows this report") {
  std::ifstream file(MSMT_SOURCE_DIR "/docs/output.md");
  std::ostringstream page;
  page << file.rdbuf();
  const std::string text = page.str();
  const std::string mark = "```json\n";
  const std::size_t begin = text.rfind(mark) + mark.size();
  REQUIRE(begin > mark.size());
  CHECK(text.substr(begin, text.find("```", begin) - begin) ==
        msmt::to_json(sample::report(), kAll));
}
