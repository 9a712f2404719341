#include <catch2/catch.hpp>

#include "msmt/output.hpp"
#include "sample_report.hpp"

TEST_CASE("a table: aligned, one line per claim") {
  CHECK(msmt::to_table(sample::report()) ==
        "TYPE        CERTAINTY  AGREEMENT  SOURCES  SUMMARY\n"
        "transfer    reported   differ     2        North Korea → Russia: at least 300 wagons of "
        "mortar shells, May to July 2024 [UNSCR 1874 (2009) OP 9]\n"
        "membership  reported   single     1        MSMT: 11 countries\n");
  CHECK(msmt::to_table({}) == "TYPE  CERTAINTY  AGREEMENT  SOURCES  SUMMARY\n");
}

TEST_CASE("CSV: a row of names, a row per claim, empty cells for what is not known") {
  CHECK(
      msmt::to_csv(sample::report()) ==
      "id,type,summary,actor,actor_iso2,target,target_iso2,item,category,weapon,relation,value,low,"
      "high,unit,per,period,start,end,attribution,certainty,agreement,sources,independent,"
      "first_source,first_line,measures\r\n"
      "transfer-kp-ru-wagon-3b07,transfer,\"North Korea → Russia: at least 300 wagons of mortar "
      "shells, May to July 2024\",North Korea,KP,Russia,RU,mortar shells,ammunition,,at_least,300,"
      "300,,wagon,,2024-05/2024-07,2024-05-01,2024-07-31,MSMT,reported,differ,2,2,"
      "example/daily.txt,1,UNSCR 1874 (2009) OP 9\r\n"
      "membership-msmt-country-90aa,membership,MSMT: 11 countries,MSMT,,,,,,,exactly,11,11,11,"
      "country,,,,,,reported,single,1,1,example/wire.txt,2,\r\n");
}

TEST_CASE("a claim has the measures that it touches, and how many times their limit") {
  msmt::Report report = sample::report();
  msmt::TouchedMeasure cap;
  cap.id = "UNSCR 2397 (2017) OP 5";
  cap.ratio = 2.5;
  msmt::TouchedMeasure ban;
  ban.id = "UNSCR 1874 (2009) OP 9";
  report.claims[0].measures = {cap, ban};
  const std::string shown = "UNSCR 2397 (2017) OP 5 x 2.5; UNSCR 1874 (2009) OP 9";
  CHECK_THAT(msmt::to_table(report), Catch::Contains("July 2024 [" + shown + "]\n"));
  CHECK_THAT(msmt::to_csv(report), Catch::Contains("," + shown + "\r\n"));
}

TEST_CASE("CSV: quotes, commas and line ends are quoted") {
  msmt::Report report;
  report.claims = {sample::members()};
  report.claims[0].summary = "a \"b\",\nc";
  CHECK_THAT(msmt::to_csv(report), Catch::Contains(",\"a \"\"b\"\",\nc\","));
}

TEST_CASE("no table and no spreadsheet holds what a terminal would obey") {
  msmt::Report report = sample::report();
  report.claims[0].measures.clear();
  report.claims[0].summary = "\x1b[31mred\x7f \u009b1m\u202Ebed";
  const std::string shown = "\\x1b[31mred\\x7f \\xc2\\x9b1m\\u202ebed";
  CHECK_THAT(msmt::to_csv(report), Catch::Contains("," + shown + ","));
  CHECK_THAT(msmt::to_table(report), Catch::Contains("  " + shown + "\n"));
}
