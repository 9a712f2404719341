// Articles that state no date, from their text to the resolved dates.
#include <catch2/catch.hpp>

#include "built_in_pipeline.hpp"

using namespace msmt;
using msmt::test::pipeline;

namespace {

Document page(const std::string& path, const std::string& text) {
  return read_document(path, text, {}, "");
}

/// "2025 inferred; past_date 2025-02/..; coming_date ../2025-06"
std::string dated(const SourceInfo& source) {
  std::string out = source.published.date + " " + std::string(to_string(source.published.from));
  for (const DateHint& hint : source.dating) out += "; " + hint.reason + " " + hint.date;
  return out;
}

std::string dated(const std::string& text) {
  return dated(pipeline().read(page("a.txt", text)).source);
}

/// The dates of a text, in order: "2024-10" or, where nothing anchors them, "(REF-1Y-10)".
std::vector<std::string> dates(const Report& report, std::size_t source) {
  std::vector<std::string> out;
  for (const auto& listed : report.sources[source].mentions) {
    const auto* date = std::get_if<Date>(&listed.mention.value);
    if (date == nullptr) continue;
    out.push_back(date->edtf.empty() ? "(" + date->timex_value + ")" : date->edtf);
  }
  return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("an article's own words bound the day on which it appeared") {
  struct Row {
    const char* text;
    const char* dated;
  };
  const std::vector<Row> rows{
      {"Iran has sent Russia drones since November 2024.", " ; past_date 2024-11/.."},
      {"Iran sent Russia drones in March 2025 and tanks in 2024. It will send more by June 2025.",
       "2025 inferred; past_date 2025-03/..; coming_date ../2025-06"},
      {"Iran sent drones in May 2025. It plans to send more in May 2025.",
       "2025-05 inferred; past_date 2025-05/..; coming_date ../2025-05"},
      {"Iran sent drones in 2024. The ships left on Thursday, May 29.",
       "2025 inferred; past_date 2024/..; weekday 2025"},
      {"Iran sent drones in 2024. The ships left on Thursday, November 20.",
       " ; past_date 2024/..; weekday 2025-11-20/2026-03-20"},
      {"Iran sent drones in February 2025.\n\nCopyright \xC2\xA9 2019-2025 Example News",
       "2025 inferred; past_date 2025-02/..; copyright ../2025"},
      // Names carry years, and what was expected once need not be to come.
      {"Resolution 2397 (2017) was adopted.", " "},
      {"Iran was to send drones in 2026.", " "},
      {"Iran said in 2020 that it will send drones in 2022.", " "},
      {"Iran sent drones last year.", " "},
      {"KYIV, June 9 (Example) - Iran sent drones.", " ; dateline XXXX-06-09"},
      // A bound that contradicts the other one dates nothing.
      {"Iran sent drones in 2024. It will send more in 2022.",
       " ; past_date 2024/..; coming_date ../2022"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(dated(row.text) == row.dated);
  }
}

TEST_CASE("what the article's own words date resolves its relative dates") {
  const Report report = run(pipeline(),
                            {page("a.txt",
                                  "Iran sent Russia 200 drones last year. It delivered tanks in "
                                  "March 2025. It will send more by June 2025.")},
                            1);
  CHECK(dates(report, 0) == Lines{"2024", "2025-03", "../2025-06"});
}

TEST_CASE("dates that lean on a date that nothing anchors wait for the same anchor") {
  const std::string text =
      "The Gulf Arms Commission was set up in October last year. The Arms Panel was dissolved in "
      "March of the same year. The talks ended in April last year and began anew in May.";
  const Report alone = run(pipeline(), {page("a.txt", text)}, 1);
  CHECK(dates(alone, 0) == Lines{"(REF-1Y-10)", "(REF-1Y-03)", "(REF-1Y-04)", "(REF-1Y-05)"});
  const Report both = run(
      pipeline(),
      {page("a.txt", text), page("b.txt", "The Gulf Arms Commission was set up in October 2019.")},
      1);
  CHECK(dated(both.sources[0]) == "2020 inferred; same_event 2020");
  CHECK(dates(both, 0) == Lines{"2019-10", "2019-03", "2019-04", "2019-05"});
}

TEST_CASE("a dateline without a year gives the day once something gives the year") {
  const std::string page_text =
      "KYIV, June 9 (Example) - The Gulf Arms Commission was set up last October. It met on "
      "Thursday.";
  CHECK(dated(page_text) == " ; dateline XXXX-06-09");
  const Report report = run(pipeline(),
                            {page("a.txt", page_text),
                             page("b.txt", "The Gulf Arms Commission was set up in October 2019.")},
                            1);
  CHECK(dated(report.sources[0]) ==
        "2020-06-09 inferred; dateline XXXX-06-09; same_event 2019-11-01/2020-09-30");
  CHECK(dates(report, 0) == Lines{"(XXXX-06-09)", "(XXXX-10)", "(XXXX-WXX-4)"});
  CHECK(dated("KYIV, June 9 (Example) - Iran sent drones in March 2025. It will send more by "
              "August 2025.") ==
        "2025-06-09 inferred; dateline XXXX-06-09; past_date 2025-03/..; coming_date ../2025-08");
}

TEST_CASE("a picture older than the dates that an article tells of does not date it") {
  const std::string picture = "![A tank](https://example.com/2019/06/04/a.jpg)\n";
  CHECK(dated(picture + "Iran sent Russia drones in 2018.") ==
        "2019-06-04 inferred; address 2019-06-04");
  CHECK(dated(picture + "Iran sent Russia drones in March 2025.") == " ; past_date 2025-03/..");
}
