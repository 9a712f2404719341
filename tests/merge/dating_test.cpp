// Articles without a date, dated by what others say of the same events.
#include "merge/dating.hpp"

#include <catch2/catch.hpp>

#include "claim_text.hpp"

using namespace msmt;
using msmt::test::article;

namespace {

const SourceInfo& source(const Report& report, const std::string& path) {
  for (const SourceInfo& one : report.sources) {
    if (one.path == path) return one;
  }
  throw std::runtime_error("no source " + path);
}

/// "2025 inferred: same_event 2025 [b.txt]"
std::string dated(const Report& report, const std::string& path) {
  const SourceInfo& one = source(report, path);
  std::string out = one.published.date + " " + std::string(to_string(one.published.from));
  for (const DateHint& hint : one.dating) {
    out += "; " + hint.reason + " " + hint.date;
    for (const std::string& other : hint.sources) out += " " + other;
  }
  return out;
}

std::string periods(const Report& report) {
  std::string out;
  for (const MergedClaim& merged : report.claims) {
    out += (out.empty() ? "" : " ") + (merged.claim.period ? merged.claim.period->edtf : "-");
  }
  return out;
}

}  // namespace

TEST_CASE("an article is dated by events that others date") {
  struct Row {
    const char* told;   ///< by the article without a date
    const char* dated;  ///< by another one
    const char* year;
  };
  const std::vector<Row> rows{
      {"establishment Sea Watch; -; -; REF-1Y-10", "establishment Sea Watch; -; -; 2019-10",
       "2020"},
      {"establishment Sea Watch; -; -; REF-1Y", "establishment Sea Watch; -; -; 2019-10", "2020"},
      {"establishment Sea Watch; -; -; REF+0Y-10", "establishment Sea Watch; -; -; 2019", "2019"},
      {"transfer RU>KP; >1000000 barrel; fuel; REF-1Y-03/REF-1Y-10",
       "transfer RU>KP; 1000000 barrel; fuel; 2024-03/2024-10", "2025"},
      {"transfer IR>RU; ~200 system; drone; REF-2Y", "transfer IR>RU; 200 system; drone; 2022",
       "2024"},
      {"agreement IR>RU; -; treaty; REF-1Y-06", "agreement RU>IR; -; treaty; 2024-06", "2025"},
      {"establishment Sea Watch; -; -; REF-1M", "establishment Sea Watch; -; -; 2019-12",
       "2020-01"},
      // another month, another figure, other sides, a small figure, another kind: another event
      {"establishment Sea Watch; -; -; REF-1Y-10", "establishment Sea Watch; -; -; 2019-11", ""},
      {"transfer IR>RU; 200 system; drone; REF-1Y", "transfer IR>RU; 300 system; drone; 2022", ""},
      {"transfer IR>RU; 200 system; drone; REF-1Y", "transfer IR>SY; 200 system; drone; 2022", ""},
      {"transfer IR>RU; 3 system; drone; REF-1Y", "transfer IR>RU; 3 system; drone; 2022", ""},
      {"transfer IR>RU; 200 system; drone; REF-1Y", "transfer IR>RU; 200 system; tank; 2022", ""},
      // what recurs without a figure, what is only planned, what is open
      {"transfer IR>RU; -; drone; REF-1Y", "transfer IR>RU; -; drone; 2022", ""},
      {"transfer IR>RU; 200 system; drone; REF-1Y; -; planned",
       "transfer IR>RU; 200 system; drone; 2022", ""},
      {"transfer IR>RU; 200 system; drone; REF-1Y", "transfer IR>RU; 200 system; drone; 2022/..",
       ""},
  };
  for (const Row& row : rows) {
    INFO(row.told << " / " << row.dated);
    const Report report = merge({article("a.txt", {row.told}), article("b.txt", {row.dated})});
    CHECK(source(report, "a.txt").published.date == row.year);
  }
}

TEST_CASE("relative dates are resolved as far as the inferred year carries") {
  const Report report = merge({
      article("a.txt", {"establishment Sea Watch; -; -; REF-1Y-10",
                        "transfer IR>RU; -; drone; REF-1Y", "use RU>UA; -; drone; XXXX-WXX-4"}),
      article("b.txt", {"establishment Sea Watch; -; -; 2019-10"}),
  });
  CHECK(dated(report, "a.txt") == "2020 inferred; same_event 2020 b.txt");
  CHECK(dated(report, "b.txt") == " ");
  REQUIRE(report.claims.size() == 3);
  CHECK(report.claims[0].claim.period->edtf == "2019");
  CHECK(report.claims[0].claim.period->anchored_by == Anchor::inferred);
  CHECK(report.claims[2].agreement.status == "agree");
}

TEST_CASE("thin or contradictory evidence dates nothing") {
  // The two events give two years; neither has most of them.
  const Report split = merge({
      article("a.txt",
              {"establishment Sea Watch; -; -; REF-1Y", "dissolution Arms Panel; -; -; REF-1Y"}),
      article("b.txt",
              {"establishment Sea Watch; -; -; 2019", "dissolution Arms Panel; -; -; 2017"}),
  });
  CHECK(dated(split, "a.txt") == " ");
  CHECK(periods(split) == "2019 2017");  // those of b.txt
  // Others date the event in two years.
  const Report disputed = merge({
      article("a.txt", {"establishment Sea Watch; -; -; REF-1Y"}),
      article("b.txt", {"establishment Sea Watch; -; -; 2019"}),
      article("c.txt", {"establishment Sea Watch; -; -; 2017"}),
  });
  CHECK(dated(disputed, "a.txt") == " ");
  // The article's own words forbid the year.
  Article own = article("a.txt", {"establishment Sea Watch; -; -; REF-1Y"});
  own.source.dating.push_back({"past_date", "2024-11/..", {}, 1, {}});
  const Report forbidden = merge({own, article("b.txt", {"establishment Sea Watch; -; -; 2019"})});
  CHECK(dated(forbidden, "a.txt") == " ; past_date 2024-11/..");
}

TEST_CASE("figures in common with articles of one year date an article that retells their report") {
  const std::vector<std::string> figures{"transfer KP>RU; >20000 container; container",
                                         "transfer KP>RU; ~200 piece; heavy-artillery",
                                         "labor KP>RU; 8000 worker; workers"};
  std::vector<std::string> retold = figures;
  retold.emplace_back("transfer RU>KP; -; fuel; REF-1Y");
  Article undated = article("a.txt", retold);
  undated.source.dating.push_back({"past_date", "2024-10/..", {}, 1, {}});
  const Article daily = article("b.txt", {figures[0], figures[1]}, "", "2025-05-30");
  const Article wire = article("c.txt", {figures[2]}, "", "2025-06-02");
  const Report report = merge({undated, daily, wire});
  CHECK(dated(report, "a.txt") ==
        "2025 inferred; past_date 2024-10/..; same_report 2025 b.txt c.txt");
  // Two figures are too few; articles of two years, or an older article, say nothing.
  CHECK(source(merge({undated, daily}), "a.txt").published.date.empty());
  const Article later = article("d.txt", {figures[0]}, "", "2026-01-10");
  CHECK(source(merge({undated, daily, wire, later}), "a.txt").published.date.empty());
  Article old = undated;
  old.source.dating.front().date = "2023-10/..";
  CHECK(source(merge({old, daily, wire}), "a.txt").published.date.empty());
}

TEST_CASE("nothing goes round in circles, and nothing depends on the order") {
  // b.txt is dated by c.txt; its own relative dates do not date a.txt.
  const std::vector<Article> articles{
      article("a.txt", {"dissolution Arms Panel; -; -; REF-2Y"}),
      article("b.txt",
              {"establishment Sea Watch; -; -; REF-1Y", "dissolution Arms Panel; -; -; REF-1Y"}),
      article("c.txt", {"establishment Sea Watch; -; -; 2019"}),
  };
  std::vector<std::size_t> order{0, 1, 2};
  do {
    const Report report = merge({articles[order[0]], articles[order[1]], articles[order[2]]});
    CHECK(dated(report, "a.txt") == " ");
    CHECK(dated(report, "b.txt") == "2020 inferred; same_event 2020 c.txt");
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("what an earlier merge inferred is taken back") {
  std::vector<Article> articles{
      article("a.txt", {"establishment Sea Watch; -; -; REF-1Y-10"}),
      article("b.txt", {"establishment Sea Watch; -; -; 2019-10"}),
  };
  const Claim before = articles[0].claims[0];
  date_articles(articles, Background().impl());
  CHECK(articles[0].claims[0].period->edtf == "2019-10");
  CHECK(articles[0].source.published.date == "2020");
  articles.pop_back();
  date_articles(articles, Background().impl());
  CHECK(articles[0].source.published.date.empty());
  CHECK(articles[0].source.dating.empty());
  CHECK(articles[0].claims[0].period == before.period);
}

TEST_CASE("events of the lexicon date an article that stands alone") {
  const Lexicons lexicons = load_lexicons({});
  const Background background(lexicons);
  const Report report = merge({article("a.txt", {"establishment MSMT; -; -; REF-1Y-10",
                                                 "labor KP>RU; -; workers; REF-1Y"})},
                              background);
  CHECK(dated(report, "a.txt") == "2025 inferred; known_event 2025");
  CHECK(periods(report) == "2024 2024-10");
}
