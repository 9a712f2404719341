#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "msmt/error.hpp"
#include "msmt/output.hpp"
#include "sample_report.hpp"

using nlohmann::ordered_json;

namespace {

const std::string kGolden = msmt::to_json(sample::untold(), {});

std::string against(const msmt::Report& report) {
  return msmt::compare(kGolden, "expected.json", msmt::to_json(report, {}));
}

}  // namespace

TEST_CASE("equal reports make no lines") {
  CHECK(against(sample::untold()).empty());
  CHECK(msmt::compare(ordered_json::parse(kGolden).dump(), "expected.json", kGolden).empty());
}

TEST_CASE("a changed field names its old and its new value") {
  msmt::Report report = sample::untold();
  report.claims[0].claim.quantity->value = 310;
  report.claims[0].claim.certainty = msmt::Certainty::believed;
  report.claims[0].claim.period.reset();
  report.claims[0].summary = "other";  // follows from the fields, not said again
  CHECK(against(report) ==
        "expected.json: 1 claim changed\n"
        "~ transfer-kp-ru-wagon-3b07  quantity.value: 300 → 310\n"
        "~ transfer-kp-ru-wagon-3b07  period: {\"edtf\": \"2024-05/2024-07\", \"start\": "
        "\"2024-05-01\", \"end\": \"2024-07-31\"… → null\n"
        "~ transfer-kp-ru-wagon-3b07  certainty: reported → believed\n");
}

TEST_CASE("a summary that alone has changed is named") {
  msmt::Report report = sample::untold();
  report.claims[1].summary = "MSMT: eleven countries";
  CHECK(against(report) ==
        "expected.json: 1 claim changed\n"
        "~ membership-msmt-country-90aa  summary: MSMT: 11 countries → MSMT: eleven countries\n");
}

TEST_CASE("new and gone claims, in a stable order after the changes") {
  msmt::Report report = sample::untold();
  report.claims[1].id = "membership-msmt-state-1111";
  report.claims[0].claim.equivalent.reset();
  CHECK(against(report) ==
        "expected.json: 1 claim changed, 1 new, 1 gone\n"
        "~ transfer-kp-ru-wagon-3b07  equivalent: {\"relation\": \"exactly\", \"value\": 2, "
        "\"low\": 2, "
        "\"high\": 2, \"unit\": \"brig… → null\n"
        "+ membership-msmt-state-1111  MSMT: 11 countries\n"
        "- membership-msmt-country-90aa  MSMT: 11 countries\n");
}

TEST_CASE("claims that only stand elsewhere come last and in short") {
  msmt::Report report = sample::untold();
  report.claims[0].evidence[0].line = 3;
  report.claims[0].evidence[1].bytes = {5, 9};
  report.claims[1].claim.quantity->value = 12;
  report.sources[0].bytes += 2;
  CHECK(against(report) ==
        "expected.json: 1 claim changed, 1 only moved; 1 source edited\n"
        "~ membership-msmt-country-90aa  quantity.value: 11 → 12\n"
        "= transfer-kp-ru-wagon-3b07  example/daily.txt:1:1 → 3:1 and 1 more\n"
        "= example/daily.txt  text edited, bytes: 82 → 84\n");
}

TEST_CASE("evidence: gone, new, with another rule or another quote") {
  msmt::Report report = sample::untold();
  report.claims[0].evidence[1].rule = "transfer.passive";
  report.claims[0].evidence[0].quote = "Other words.";
  report.claims[1].evidence[0].source = "example/other.txt";
  CHECK(against(report) ==
        "expected.json: 2 claims changed\n"
        "~ transfer-kp-ru-wagon-3b07  evidence example/wire.txt:1:1 rule: transfer.active → "
        "transfer.passive\n"
        "~ transfer-kp-ru-wagon-3b07  evidence example/daily.txt:1:1 quote: Some 320 wagons of "
        "mortar "
        "shells went from North Korea to Russia, the … → Other words.\n"
        "~ membership-msmt-country-90aa  evidence gone: example/wire.txt:2:1\n"
        "~ membership-msmt-country-90aa  evidence new: example/other.txt:2:1\n");
}

TEST_CASE("variants are told by what they say and who says it, not by numbers") {
  msmt::Report report = sample::untold();
  auto& claim = report.claims[0];
  std::swap(claim.evidence[0], claim.evidence[1]);
  for (auto& variant : claim.agreement.variants) variant.evidence = {1};
  CHECK(against(report).empty());
  claim.agreement.variants[0].reason = "conflicts";
  claim.agreement.variants.pop_back();
  claim.agreement.status = "conflict";
  CHECK(against(report) ==
        "expected.json: 1 claim changed\n"
        "~ transfer-kp-ru-wagon-3b07  agreement.status: differ → conflict\n"
        "~ transfer-kp-ru-wagon-3b07  variant gone: quantity overlaps {\"relation\": \"about\", "
        "\"value\": 320, \"low\": null, \"high\": null, \"unit\":… in example/daily.txt\n"
        "~ transfer-kp-ru-wagon-3b07  variant gone: period refines null in example/daily.txt\n"
        "~ transfer-kp-ru-wagon-3b07  variant new: quantity conflicts {\"relation\": \"about\", "
        "\"value\": 320, \"low\": null, \"high\": null, \"unit\":… in example/daily.txt\n");
}

TEST_CASE("sources: new, gone, changed") {
  msmt::Report report = sample::untold();
  report.sources[0].path = "example/new.txt";
  report.sources[1].published = {"2025-06", msmt::Anchor::option};
  CHECK(against(report) ==
        "expected.json: 1 source changed, 1 new, 1 gone\n"
        "~ example/wire.txt  published.date: 2025-06-02 → 2025-06\n"
        "~ example/wire.txt  published.from: header → option\n"
        "+ example/new.txt  (source)\n"
        "- example/daily.txt  (source)\n");
}

TEST_CASE("mentions are compared where both reports list them") {
  const std::string golden = msmt::to_json(sample::untold(), {.mentions = true});
  CHECK_THAT(msmt::compare(golden, "g.json", kGolden),
             Catch::Contains("~ example/wire.txt  mentions: listed in the golden report only\n"));
  msmt::Report report = sample::untold();
  std::get<msmt::Country>(report.sources[1].mentions[0].mention.value).form = "name";
  report.sources[1].mentions.pop_back();
  CHECK(msmt::compare(golden, "g.json", msmt::to_json(report, {.mentions = true})) ==
        "g.json: 1 source changed\n"
        "~ example/wire.txt  mentions country \"Pyongyang\" 1:23 form: capital → name\n"
        "~ example/wire.txt  mentions military_unit \"two brigades\" gone: 1:126\n");
}

TEST_CASE("another order of the same claims is a difference") {
  msmt::Report report = sample::untold();
  std::swap(report.claims[0], report.claims[1]);
  CHECK(against(report) == "expected.json: the same claims in another order\n");
}

TEST_CASE("what is no report is refused") {
  for (const std::string golden :
       {"", "not JSON", "[]", "{}", R"({"format": "x", "version": 1, "sources": [], "claims": []})",
        R"({"format": "msmt-claims", "version": 2, "sources": [], "claims": []})",
        R"({"format": "msmt-claims", "version": 1, "sources": [{}], "claims": []})",
        R"({"format": "msmt-claims", "version": 1, "sources": [], "claims": [{"id": 3}]})"}) {
    INFO(golden);
    CHECK_THROWS_AS(msmt::compare(golden, "g.json", kGolden), msmt::Error);
  }
  CHECK_THROWS_AS(msmt::compare(std::string(100000, '['), "g.json", kGolden), msmt::Error);
}

TEST_CASE("a golden report with odd fields is compared all the same") {
  ordered_json golden = ordered_json::parse(kGolden);
  golden["claims"][0]["evidence"] = 5;
  golden["claims"][0]["agreement"] = nullptr;
  golden["claims"][1]["evidence"][0] = "x";
  golden["claims"][1]["quantity"] = ordered_json::array();
  CHECK_FALSE(msmt::compare(golden.dump(), "g.json", kGolden).empty());
}
