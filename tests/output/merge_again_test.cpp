// Merging reports is as good as merging their articles: seeds are fixed and printed on failure.
#include <algorithm>
#include <catch2/catch.hpp>

#include "claim_maker.hpp"
#include "clock.hpp"
#include "merged.hpp"
#include "msmt/error.hpp"
#include "msmt/output.hpp"
#include "output/report_input.hpp"
#include "sample_report.hpp"
#include "schema_validator.hpp"

using namespace msmt;
using msmt::test::Maker;

namespace {

/// The text of a report of some articles, in one of the forms that --merge reads.
std::vector<std::string> written(const std::vector<Article>& articles, std::size_t form) {
  if (form % 2 == 0) return {merged(articles)};
  std::vector<std::string> out;
  for (const Article& article : articles) out.push_back(to_line(article, {}));
  return out;
}

std::vector<Article> read(const std::vector<std::string>& texts) {
  std::vector<Article> out;
  for (const std::string& text : texts) {
    for (Article& article : parse_articles(text, "a report")) out.push_back(std::move(article));
  }
  return out;
}

/// Merges the articles in groups, the reports of the groups in groups, and so on, at random.
std::vector<Article> regrouped(std::vector<Article> articles, Maker& maker, int depth) {
  if (depth == 0) return articles;
  std::shuffle(articles.begin(), articles.end(), maker.random());
  const std::size_t groups = 1 + maker.random()() % 3;
  std::vector<Article> out;
  for (std::size_t group = 0; group < groups; ++group) {
    std::vector<Article> some;
    for (std::size_t i = group; i < articles.size(); i += groups) some.push_back(articles[i]);
    if (some.empty()) continue;
    if (group > 0) some.push_back(articles.front());  // one that several groups have
    std::vector<Article> again =
        read(written(regrouped(std::move(some), maker, depth - 1), maker.random()()));
    out.insert(out.end(), again.begin(), again.end());
  }
  return out;
}

}  // namespace

TEST_CASE("merging in any grouping gives the bytes of merging at once") {
  for (unsigned seed = 1; seed <= (test::kSanitized ? 30 : 120); ++seed) {
    INFO("seed " << seed);
    Maker maker(seed);
    const std::vector<Article> articles = maker.articles(1 + seed % 12);
    const std::string expected = merged(articles);
    for (int depth = 1; depth <= 3; ++depth) {
      INFO("depth " << depth);
      REQUIRE(merged(regrouped(articles, maker, depth)) == expected);
    }
  }
}

TEST_CASE("the articles of a report are those that were merged") {
  for (unsigned seed = 1; seed <= (test::kSanitized ? 15 : 60); ++seed) {
    INFO("seed " << seed);
    std::vector<Article> before = Maker(500 + seed).articles(1 + seed % 9);
    std::sort(before.begin(), before.end(),
              [](const Article& a, const Article& b) { return a.source.path < b.source.path; });
    const std::vector<Article> after = articles(merge(before));
    const std::vector<Article> parsed = read({merged(before)});
    REQUIRE(after.size() == before.size());
    REQUIRE(parsed.size() == before.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
      CHECK(to_line(after[i], {}) == to_line(before[i], {}));
      CHECK(to_line(parsed[i], {}) == to_line(before[i], {}));
    }
  }
}

TEST_CASE("mentions and residue come along where the reports have them") {
  constexpr OutputOptions kListed{.mentions = true, .residue = true};
  const Report report = merge(articles(sample::report()));
  const std::string whole = to_json(report, kListed);
  CHECK(to_json(merge(read({whole})), kListed) == whole);
  std::vector<std::string> lines;
  for (const Article& article : articles(report)) lines.push_back(to_line(article, kListed));
  CHECK(to_json(merge(read(lines)), kListed) == whole);
}

TEST_CASE("a hostile or broken report is refused whole, with its place") {
  const auto problem = [](const std::string& text) -> std::string {
    try {
      parse_articles(text, "in.jsonl:7");
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  };
  const std::string line = to_line(test::article("a.txt", {"transfer KP>RU; 200 shell"}), {});
  REQUIRE(problem(line).empty());
  const auto with = [&](const std::string& from, const std::string& to) {
    std::string out = line;
    const std::size_t at = out.find(from);
    REQUIRE(at != std::string::npos);
    return problem(out.replace(at, from.size(), to));
  };
  const std::string other_hint = "give what --per-article writes, or reports in JSON";
  const std::string hint = ": give reports of this program, unchanged";
  CHECK(with("\"version\": 1", "\"version\": 2") ==
        "in.jsonl:7: the version of the report is not 1: " + other_hint);
  CHECK(with("\"path\": \"a.txt\"", "\"path\": 3") ==
        "in.jsonl:7: source.path is not a string" + hint);
  CHECK(with("\"type\": \"transfer\"", "\"type\": \"gift\"") ==
        "in.jsonl:7: claims[0].type is none that there is" + hint);
  CHECK(with("\"bytes\": [100, 190]", "\"bytes\": [190, 100]") ==
        "in.jsonl:7: claims[0].bytes ends before it begins" + hint);
  CHECK(with("\"value\": 200", "\"value\": \"many\"") ==
        "in.jsonl:7: claims[0].quantity.value is not a number" + hint);
  CHECK(with("\"line\": 1", "\"line\": -1") == "in.jsonl:7: claims[0].line is not a count" + hint);
  CHECK_THAT(problem(line.substr(0, line.size() / 2)), Catch::StartsWith("in.jsonl:7: not JSON"));
  CHECK_THAT(problem("[]"), Catch::StartsWith("in.jsonl:7: not JSON: line 1 of it: no {"));
  CHECK_THAT(problem("{\"format\": \"x\"}"), Catch::StartsWith("in.jsonl:7: not a report"));
  CHECK_THAT(problem("{\"evidence\": []}"),
             Catch::StartsWith("in.jsonl:7: a claim without its sources"));
}

TEST_CASE("a stream is cut into its texts, and what is broken off takes nothing with it") {
  const auto cut = [](const std::string& stream) {
    std::vector<std::string> out;
    const auto keep = [&](std::string_view text, std::size_t line) {
      out.push_back(std::to_string(line) + ":" + std::string(text));
    };
    TextCutter cutter;
    for (const std::string& line : test::parts(stream, '|')) cutter.line(line, keep);
    cutter.end(keep);
    return out;
  };
  using Texts = std::vector<std::string>;
  CHECK(cut("").empty());
  CHECK(cut("{\"a\": 1}|{\"b\": 2}") == Texts{"1:{\"a\": 1}", "2:{\"b\": 2}"});
  CHECK(cut("{|\"a\": [|1|]|}||{\"b\": 2}") == Texts{"1:{\n\"a\": [\n1\n]\n}\n", "7:{\"b\": 2}"});
  CHECK(cut("{|\"a\": [|{\"b\": 2}|x") == Texts{"1:{\n\"a\": [\n", "3:{\"b\": 2}", "4:x"});
  CHECK(cut("{|\"a\": [|{|\"b\": 2|}") == Texts{"1:{\n\"a\": [\n", "3:{\n\"b\": 2\n}\n"});
  CHECK(cut("{|\"a\": [") == Texts{"1:{\n\"a\": [\n"});
}

TEST_CASE("whatever a report is turned into, it is refused or makes a valid report") {
  test::Validator validator(nlohmann::json::parse(json_schema()));
  std::size_t accepted = 0;
  for (unsigned seed = 1; seed <= 400; ++seed) {
    INFO("seed " << seed);
    Maker maker(seed);
    std::string text = written(maker.articles(2), seed).front();
    static const std::vector<std::string> kPieces = {
        "null", "-1", "1e300", "\"\"", "[]", "{}", "true", "\"x\"", "99", "2024-02-31", "\"", ","};
    for (std::size_t edits = 1 + maker.random()() % 3; edits > 0; --edits) {
      // After a key, where a value begins, or anywhere.
      std::size_t at = maker.random()() % text.size();
      if (edits % 2 == 1) at = std::min(text.find(": ", at), text.size() - 2) + 2;
      const std::size_t length = std::min(text.find_first_of(",}]\n", at), text.size()) - at;
      text.replace(at, length, kPieces[maker.random()() % kPieces.size()]);
    }
    std::vector<Article> articles;
    try {
      articles = parse_articles(text, "a report");
    } catch (const Error&) {
      continue;
    }
    ++accepted;
    const std::string report = merged(articles);
    CHECK(validator.errors(nlohmann::json::parse(report)).empty());
    CHECK(merged(read({report})) == report);
  }
  CHECK(accepted > 10);
}
