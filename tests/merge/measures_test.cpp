// The rules that claims touch.
#include "merge/measures.hpp"

#include <catch2/catch.hpp>
#include <cstdio>

#include "built_in.hpp"
#include "claim_text.hpp"
#include "merge/key.hpp"
#include "msmt/error.hpp"

using namespace msmt;
using msmt::test::article;
using msmt::test::built_in;

namespace {

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%g", value);
  return text;
}

/// "UNSCR 2397 (2017) OP 5: 500000 barrel/year 2" or ": no_limit", of the first claim.
std::vector<std::string> measures(const std::vector<std::string>& claims,
                                  const Background& background = built_in()) {
  const Report report = merge({article("a.txt", claims)}, background);
  std::vector<std::string> out;
  for (const TouchedMeasure& measure : report.claims.front().measures) {
    std::string text = measure.id + ":";
    if (measure.limit) {
      text += " " + number(*measure.limit->value) + " " + measure.limit->unit;
      if (!measure.limit->per.empty()) text += "/" + measure.limit->per;
    }
    if (measure.ratio) text += " " + number(*measure.ratio);
    CHECK(measure.ratio.has_value() == measure.why.empty());
    out.push_back(text + (measure.why.empty() ? "" : " " + measure.why));
  }
  return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a claim has the ratio to a cap, or why there is none") {
  const std::string cap = "UNSCR 2397 (2017) OP 5: 500000 barrel/year ";
  struct Row {
    const char* claim;
    const char* comparison;
  };
  const std::vector<Row> rows{
      {"transfer RU>KP; >1000000 barrel; fuel; 2024-03/2024-10", "2"},
      {"transfer RU>KP; ~750000 barrel; fuel; 2024", "1.5"},
      {"transfer CN>KP; 165000 barrel; fuel; 2023-05", "0.33"},
      {"transfer RU>KP; -; fuel; 2024", "no_figure"},
      {"transfer RU>KP; 1000 ton; fuel; 2024", "other_unit"},
      {"transfer RU>KP; >1000000 barrel; fuel", "no_period"},
      {"transfer RU>KP; >1000000 barrel; fuel; 2024-03/..", "open_period"},
      {"transfer RU>KP; >1000000 barrel; fuel; 2023/2024", "longer_period"},
      {"transfer RU>KP; 600000 barrel/year; fuel; 2023/2024", "1.2"},
      {"transfer RU>KP; 60000 barrel/month; fuel; 2024", "other_period"},
      {"transfer RU>KP; 600000 barrel; aviation-fuel<fuel; 2024", "1.2"},
  };
  for (const Row& row : rows) {
    INFO(row.claim);
    const Lines found = measures({row.claim});
    CHECK(std::find(found.begin(), found.end(), cap + row.comparison) != found.end());
  }
}

TEST_CASE("of two figures that a cap has, the one that counts alike") {
  CHECK(measures({"transfer RU>KP; 1050000 ton; crude-oil; 2024"}) ==
        Lines{"UNSCR 2397 (2017) OP 4: 525000 ton/year 2"});
  CHECK(measures({"transfer RU>KP; 1000000 barrel; crude-oil; 2024"}) ==
        Lines{"UNSCR 2397 (2017) OP 4: 4e+06 barrel/year 0.25"});
}

TEST_CASE("a measure covers its type, direction, kind and days") {
  CHECK(measures({"labor KP>RU; 8000 worker; workers; 2024"}) ==
        Lines{"UNSCR 2375 (2017) OP 17: no_limit", "UNSCR 2397 (2017) OP 8: no_limit"});
  CHECK(measures({"labor RU>KP; 8000 worker; workers; 2024"}).empty());
  CHECK(measures({"transfer KP>RU; 100 missile; ballistic-missile<missile<arms; 2024"}) ==
        Lines{"UNSCR 1718 (2006) OP 8(b): no_limit", "UNSCR 1874 (2009) OP 9: no_limit"});
  CHECK(measures({"transfer RU>KP; -; *pantsir<air-defence-system; 2024"}) ==
        Lines{"UNSCR 1874 (2009) OP 10: no_limit",  // the UN Register leaves out air defence
              "UNSCR 2270 (2016) OP 6: no_limit"});
  CHECK(measures({"transfer RU>KP; -; tank<armoured-vehicle<arms; 2015"}) ==
        Lines{"UNSCR 1718 (2006) OP 8(a)(i): no_limit", "UNSCR 1874 (2009) OP 10: no_limit"});
  CHECK(measures({"transfer RU>KP; -; tank<armoured-vehicle<arms; 2024"}) ==
        Lines{"UNSCR 1718 (2006) OP 8(a)(i): no_limit", "UNSCR 1874 (2009) OP 10: no_limit",
              "UNSCR 2270 (2016) OP 6: no_limit"});
  CHECK(measures({"transfer KP>RU; -; anti-tank-missile<missile<arms; 2024"}) ==
        Lines{"UNSCR 1874 (2009) OP 9: no_limit"});
  CHECK(measures({"technology KP>SY; -; missile-data; 2024"}) ==
        Lines{"UNSCR 1718 (2006) OP 8(b): no_limit", "UNSCR 1718 (2006) OP 8(c): no_limit",
              "UNSCR 2270 (2016) OP 5: no_limit"});
  CHECK(measures({"transfer RU>KP; -; small-arms<arms; 2015"}).empty());
  CHECK(measures({"transfer RU>KP; -; small-arms-ammunition<ammunition<arms; 2015"}).empty());
  CHECK(measures({"transfer RU>KP; -; small-arms<arms; 2017"}) ==
        Lines{"UNSCR 2270 (2016) OP 6: no_limit"});
  CHECK(measures({"transfer KP>CN; 15000000 ton; coal<minerals<goods; 2017-01/2017-06"}) ==
        Lines{"UNSCR 2321 (2016) OP 26(b): 7.5e+06 ton/year 2"});
  CHECK(measures({"transfer KP>CN; 801740036 US dollar; coal<minerals<goods; 2017-01/2017-06"}) ==
        Lines{"UNSCR 2321 (2016) OP 26(b): 4.0087e+08 US dollar/year 2"});
  CHECK(measures({"transfer KP>CN; 2001732 ton; coal<minerals<goods; 2016-12"}) ==
        Lines{"UNSCR 2321 (2016) OP 26(b), 2016: 1.00087e+06 ton 2"});
  CHECK(measures({"transfer KP>CN; 15000 ton; coal<minerals<goods; 2016-04"}) ==
        Lines{"UNSCR 2270 (2016) OP 29: no_limit"});
  CHECK(measures({"transfer KP>CN; 5 ton; gold<minerals<goods; 2019"}) ==
        Lines{"UNSCR 2270 (2016) OP 30: no_limit", "UNSCR 2270 (2016) OP 37: no_limit"});
  CHECK(measures({"transfer KP>CN; 50 ton; copper<minerals<goods; 2019"}) ==
        Lines{"UNSCR 2321 (2016) OP 28: no_limit"});
  CHECK(measures({"transfer KP>CN; 50 ton; lead-ore<minerals<goods; 2019"}) ==
        Lines{"UNSCR 2371 (2017) OP 10: no_limit"});
  CHECK(measures({"transfer RU>KP; -; missile-equipment<missile<arms; 2024"}) ==
        Lines{"UNSCR 1718 (2006) OP 8(a)(i): no_limit", "UNSCR 1718 (2006) OP 8(a)(ii): no_limit",
              "UNSCR 1874 (2009) OP 10: no_limit", "UNSCR 2270 (2016) OP 6: no_limit"});
  CHECK(measures({"transfer KP>CN; 15000 ton; coal<minerals<goods; 2019"}) ==
        Lines{"UNSCR 2371 (2017) OP 8: no_limit"});
  CHECK(measures({"transfer IR>RU; 200 system; drone<arms; 2024"}).empty());
  CHECK(measures({"transfer RU>KP; -; fuel; 2024; -; denied"}).empty());
}

TEST_CASE("a measure covers the goods that its paragraph names, and no kind around them") {
  CHECK(measures({"transfer RU>KP; -; gas; 2024"}).empty());
  CHECK(measures({"transfer RU>KP; -; gas-liquids<gas; 2024"}) ==
        Lines{"UNSCR 2375 (2017) OP 13: no_limit"});
  CHECK(measures({"transfer CN>KP; -; dual-use<goods; 2024"}) ==
        Lines{"UNSCR 2094 (2013) OP 22: no_limit", "UNSCR 2270 (2016) OP 27: no_limit",
              "UNSCR 2270 (2016) OP 8: no_limit", "UNSCR 2321 (2016) OP 7: no_limit"});
  CHECK(measures({"transfer CN>KP; -; machinery<dual-use<goods; 2024"}) ==
        Lines{"UNSCR 2094 (2013) OP 22: no_limit", "UNSCR 2270 (2016) OP 27: no_limit",
              "UNSCR 2270 (2016) OP 8: no_limit", "UNSCR 2321 (2016) OP 7: no_limit",
              "UNSCR 2397 (2017) OP 7: no_limit"});
  CHECK(measures({"transfer CN>KP; -; ship; 2017-01"}) ==
        Lines{"UNSCR 2321 (2016) OP 30: no_limit"});
  CHECK(measures({"transfer CN>KP; -; ship; 2024"}) == Lines{"UNSCR 2321 (2016) OP 30: no_limit",
                                                             "UNSCR 2397 (2017) OP 14: no_limit",
                                                             "UNSCR 2397 (2017) OP 7: no_limit"});
  CHECK(measures({"transfer KP>CN; -; wood<materials<goods; 2024"}) ==
        Lines{"UNSCR 2397 (2017) OP 6: no_limit"});
  CHECK(measures({"transfer KP>CN; -; materials<goods; 2024"}).empty());
  CHECK(measures({"transfer KP>SN; -; statue<goods; 2024"}) ==
        Lines{"UNSCR 2321 (2016) OP 29: no_limit"});
  CHECK(measures({"finance CN>KP; -; credit<money; 2024"}) ==
        Lines{"UNSCR 1874 (2009) OP 18: no_limit", "UNSCR 1874 (2009) OP 19: no_limit",
              "UNSCR 1874 (2009) OP 20: no_limit", "UNSCR 2094 (2013) OP 11: no_limit",
              "UNSCR 2321 (2016) OP 32: no_limit"});
  CHECK(measures({"finance CN>KP; -; money; 2024"}) ==
        Lines{"UNSCR 1874 (2009) OP 18: no_limit", "UNSCR 2094 (2013) OP 11: no_limit"});
}

TEST_CASE("small arms and light weapons to North Korea were free until 2016") {
  for (const char* item :
       {"small-arms<arms", "small-arms-ammunition<ammunition<arms",
        "anti-tank-missile<missile<arms", "anti-tank-rocket<rocket<ammunition<arms",
        "*kornet<anti-tank-weapon<arms"}) {
    INFO(item);
    CHECK(measures({std::string("transfer CN>KP; -; ") + item + "; 2012"}).empty());
    CHECK(measures({std::string("transfer CN>KP; -; ") + item + "; 2016-03-02"}) ==
          Lines{"UNSCR 2270 (2016) OP 6: no_limit"});
    CHECK(measures({std::string("transfer KP>CN; -; ") + item + "; 2012"}) ==
          Lines{"UNSCR 1874 (2009) OP 9: no_limit"});
  }
  CHECK(measures({"transfer CN>KP; -; rocket<ammunition<arms; 2012"}) ==
        Lines{"UNSCR 1874 (2009) OP 10: no_limit"});
}

TEST_CASE("with arms goes what is taught and advised about them, and no payment") {
  const std::string arms = "UNSCR 2270 (2016) OP 6: no_limit";
  const auto covers = [](const Lines& found, const std::string& line) {
    return std::find(found.begin(), found.end(), line) != found.end();
  };
  CHECK(covers(measures({"technology RU>KP; -; technical-support; 2024"}), arms));
  CHECK(covers(measures({"technology RU>KP; -; operational-knowledge; 2024"}), arms));
  CHECK(covers(measures({"training RU>KP; -; training; 2024"}), arms));
  CHECK_FALSE(covers(measures({"technology RU>KP; -; technical-support; 2015"}), arms));
  CHECK(covers(measures({"technology RU>KP; -; technical-support; 2015"}),
               "UNSCR 1874 (2009) OP 10: no_limit"));
  CHECK_FALSE(covers(measures({"technology KP>RU; -; technical-support; 2024"}), arms));
  CHECK_FALSE(covers(measures({"finance RU>KP; -; money; 2024"}), arms));
  // Parts may be of anything; only those of missiles are known as parts of arms.
  CHECK(measures({"transfer RU>KP; -; parts<goods; 2015"}).empty());
  CHECK_FALSE(covers(measures({"transfer RU>KP; -; parts<goods; 2024"}), arms));
}

TEST_CASE("technical cooperation on launches is banned both ways") {
  for (const char* sides : {"RU>KP", "KP>RU"}) {
    for (const char* item : {"launch-technology<technology", "technical-support", "missile-data"}) {
      INFO(sides << " " << item);
      const Lines found =
          measures({std::string("technology ") + sides + "; -; " + item + "; 2024"});
      CHECK(std::count(found.begin(), found.end(), "UNSCR 2270 (2016) OP 5: no_limit") == 1);
    }
  }
  CHECK(measures({"technology RU>KP; -; launch-technology<technology; 2015"}) ==
        Lines{"UNSCR 1718 (2006) OP 8(c): no_limit"});
  CHECK(measures({"technology RU>KP; -; technology; 2024"}) ==
        Lines{"UNSCR 1718 (2006) OP 8(c): no_limit", "UNSCR 2321 (2016) OP 11: no_limit"});
  CHECK(measures({"technology RU>KP; -; blueprint; 2024"}) ==
        Lines{"UNSCR 1718 (2006) OP 8(c): no_limit", "UNSCR 2321 (2016) OP 11: no_limit"});
  CHECK(measures({"technology RU>IR; -; launch-technology<technology; 2024"}).empty());
}

TEST_CASE("dual-use goods and gold are banned both ways") {
  CHECK(measures({"transfer KP>SY; -; dual-use<goods; 2016-04"}) ==
        Lines{"UNSCR 2094 (2013) OP 22: no_limit", "UNSCR 2270 (2016) OP 27: no_limit",
              "UNSCR 2270 (2016) OP 8: no_limit"});
  CHECK(measures({"transfer KP>SY; -; dual-use<goods; 2016-11-29/2016-11-30"}) ==
        Lines{"UNSCR 2094 (2013) OP 22: no_limit", "UNSCR 2270 (2016) OP 27: no_limit",
              "UNSCR 2270 (2016) OP 8: no_limit", "UNSCR 2321 (2016) OP 7: no_limit"});
  CHECK(measures({"transfer KP>SY; -; dual-use<goods; 2012"}).empty());
  CHECK(measures({"transfer KP>SY; -; dual-use<goods; 2015"}) ==
        Lines{"UNSCR 2094 (2013) OP 22: no_limit"});
  CHECK(measures({"transfer CN>KP; -; dual-use<goods; 2015"}) ==
        Lines{"UNSCR 2094 (2013) OP 22: no_limit"});
  CHECK(measures({"transfer CN>KP; -; goods; 2024"}).empty());
  CHECK(measures({"transfer RU>KP; 5 ton; gold<minerals<goods; 2019"}) ==
        Lines{"UNSCR 2270 (2016) OP 37: no_limit"});
  CHECK(measures({"transfer RU>KP; 5 ton; gold<minerals<goods; 2015"}).empty());
  CHECK(measures({"transfer RU>KP; 5 ton; minerals<goods; 2019"}).empty());
}

TEST_CASE("accounts in North Korea were first not to be opened, then to be closed") {
  Lines before{"UNSCR 1874 (2009) OP 18: no_limit", "UNSCR 2094 (2013) OP 11: no_limit",
               "UNSCR 2094 (2013) OP 13: no_limit", "UNSCR 2270 (2016) OP 34: no_limit"};
  Lines after = before;
  before.push_back("UNSCR 2270 (2016) OP 35: no_limit");
  after.push_back("UNSCR 2321 (2016) OP 31: no_limit");
  CHECK(measures({"finance RU>KP; -; bank-account; 2016-11-29"}) == before);
  CHECK(measures({"finance RU>KP; -; bank-account; 2016-11-30"}) == after);
  CHECK(measures({"finance KP>RU; -; bank-account; 2024"}) ==
        Lines{"UNSCR 1874 (2009) OP 18: no_limit", "UNSCR 2094 (2013) OP 11: no_limit",
              "UNSCR 2094 (2013) OP 12: no_limit", "UNSCR 2270 (2016) OP 33: no_limit"});
}

TEST_CASE("support of trade was first banned for weapons, then at all") {
  const Lines calls{"UNSCR 1874 (2009) OP 18: no_limit", "UNSCR 1874 (2009) OP 19: no_limit",
                    "UNSCR 1874 (2009) OP 20: no_limit", "UNSCR 2094 (2013) OP 11: no_limit"};
  struct Row {
    const char* day;
    const char* ban;
  };
  const std::vector<Row> rows{
      {"2014", "UNSCR 2094 (2013) OP 15: no_limit"},
      {"2016-03-01", "UNSCR 2094 (2013) OP 15: no_limit"},
      {"2016-03-02", "UNSCR 2270 (2016) OP 36: no_limit"},
      {"2016-11-29", "UNSCR 2270 (2016) OP 36: no_limit"},
      {"2016-11-30", "UNSCR 2321 (2016) OP 32: no_limit"},
  };
  for (const Row& row : rows) {
    INFO(row.day);
    Lines expected = calls;
    expected.push_back(row.ban);
    CHECK(measures({std::string("finance CN>KP; -; credit<money; ") + row.day}) == expected);
  }
}

TEST_CASE("refined petroleum products were banned until the first cap began") {
  CHECK(measures({"transfer RU>KP; 1000 barrel; fuel; 2017-09-20"}) ==
        Lines{"UNSCR 2375 (2017) OP 14, September 2017: no_limit"});
  CHECK(measures({"transfer RU>KP; 250000 barrel; fuel; 2017-11"}) ==
        Lines{"UNSCR 2375 (2017) OP 14: 500000 barrel 0.5"});
}

TEST_CASE("training of North Koreans was a matter of vigilance before it was banned") {
  const std::string call = "UNSCR 1874 (2009) OP 28: no_limit";
  const std::string ban = "UNSCR 2270 (2016) OP 17: no_limit";
  const Lines first = measures({"training RU>KP; -; training; 2010"});
  CHECK(std::count(first.begin(), first.end(), call) == 1);
  CHECK(std::count(first.begin(), first.end(), ban) == 0);
  const Lines later = measures({"training RU>KP; -; training; 2024"});
  CHECK(std::count(later.begin(), later.end(), call) == 1);
  CHECK(std::count(later.begin(), later.end(), ban) == 1);
}

TEST_CASE("a row that a later resolution replaced ends the day before") {
  CHECK(measures({"agreement RU>KP; -; joint-venture<treaty; 2017-09-10"}) ==
        Lines{"UNSCR 2371 (2017) OP 12: no_limit"});
  CHECK(measures({"agreement RU>KP; -; joint-venture<treaty; 2017-09-11"}) ==
        Lines{"UNSCR 2375 (2017) OP 18: no_limit"});
  CHECK(measures({"agreement RU>KP; -; joint-venture<treaty"}) ==
        Lines{"UNSCR 2375 (2017) OP 18: no_limit"});
  CHECK(measures({"agreement RU>KP; -; treaty; 2017-09-10"}).empty());
  CHECK(measures({"labor KP>RU; -; workers; 2017-09-10"}) ==
        Lines{"UNSCR 2371 (2017) OP 11: no_limit"});
  CHECK(measures({"labor KP>RU; -; workers; 2017-09-11"}) ==
        Lines{"UNSCR 2375 (2017) OP 17: no_limit"});
}

TEST_CASE("limits that articles state are rules as well") {
  const Lines found = measures(
      {"transfer IR>RU; 150 system; drone; 2024; UN", "limit EU>RU; <=50 system/year; drone"});
  REQUIRE(found.size() == 1);
  CHECK(found[0].starts_with("limit-eu-ru-drone-"));
  CHECK(found[0].ends_with(": 50 system/year 3"));
  // The limit claim itself stands beside the paragraph that it tells of.
  CHECK(measures({"limit UN>KP; <=500000 barrel/year; fuel"}) ==
        Lines{"UNSCR 2397 (2017) OP 5: 500000 barrel/year 1"});
}

TEST_CASE("another regime is a table away") {
  const Lexicons lexicons =
      load_lexicons({std::string(MSMT_SOURCE_DIR) + "/tests/merge/other_measures.tsv"});
  const Background background(lexicons);
  CHECK(measures({"transfer RU>IR; -; tank<armoured-vehicle<arms; 2018"}, background) ==
        Lines{"UNSCR 2231 (2015) Annex B 5: no_limit"});
  CHECK(measures({"transfer RU>IR; -; tank<armoured-vehicle<arms; 2021"}, background).empty());
  CHECK(measures({"transfer IR>RU; 250 system; drone; 2024-05"}, background) ==
        Lines{"Example Act s. 1: 100 system/month 2.5"});
  CHECK(measures({"transfer RU>KP; 1000000 barrel; fuel; 2024"}, background) ==
        Lines{"UNSCR 2397 (2017) OP 5: 500000 barrel/year 2"});
}

TEST_CASE("every measure covers kinds that the lexicon has") {
  const Lexicons lexicons = load_lexicons({});
  const Table& items = lexicons.table("items");
  std::set<std::string> ids{"any"};
  for (const Row& row : items.rows) ids.insert(items.cell(row, "id"));
  std::set<std::string> kinds = ids;  // what a row can leave out, weapons without another kind too
  const Table& weapons = lexicons.table("weapon_classes");
  for (const Row& row : weapons.rows) kinds.insert(slug(weapons.cell(row, "category")));
  for (const Measure& measure : built_in().impl().measures) {
    INFO(measure.id);
    CHECK(!measure.says.empty());
    CHECK(!measure.types.empty());
    CHECK((!measure.giver.empty() || !measure.receiver.empty()));
    for (const std::string& item : measure.items) CHECK(ids.contains(item));
    for (const std::string& item : measure.except) CHECK(kinds.contains(item));
  }
  CHECK(built_in().impl().measures.size() >= 30);
}
