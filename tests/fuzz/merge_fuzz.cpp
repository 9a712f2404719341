// Any bytes as reports to be merged: each is refused with its place, or its articles are merged, and then
// neither their order nor their grouping changes a byte, and merging the report again gives the report.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "fuzz.hpp"
#include "msmt/error.hpp"
#include "msmt/output.hpp"
#include "output/report_input.hpp"

using namespace msmt;
using msmt::test::promise;

namespace {

std::vector<Article> read_all(std::string_view bytes) {
  std::vector<Article> out;
  TextCutter cutter;
  const auto take = [&](std::string_view text, std::size_t line) {
    try {
      std::vector<Article> some = parse_articles(text, "r:" + std::to_string(line));
      std::move(some.begin(), some.end(), std::back_inserter(out));
    } catch (const Error& error) {
      promise(error.where().starts_with("r:"), "a report is refused with its place");
    }
  };
  for (std::size_t begin = 0; begin <= bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    cutter.line(bytes.substr(begin, end - begin), take);
    begin = end + 1;
  }
  cutter.end(take);
  return out;
}

std::string merged(std::vector<Article> articles) {
  static const Background background(load_lexicons({}));
  return to_json(merge(std::move(articles), background), {.mentions = true, .residue = true});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::vector<Article> articles = read_all(test::bytes_of(data, size));
  if (articles.empty()) return 0;
  const std::string report = merged(articles);

  std::vector<Article> turned(articles.rbegin(), articles.rend());
  promise(merged(turned) == report, "the order of articles has no say");

  std::vector<Article> grouped = parse_articles(report, "report");
  promise(merged(grouped) == report, "a report merged again is itself");

  const auto half = articles.begin() + static_cast<std::ptrdiff_t>(articles.size() / 2);
  grouped = parse_articles(merged({articles.begin(), half}), "report");
  grouped.insert(grouped.end(), half, articles.end());
  promise(merged(std::move(grouped)) == report, "grouping has no say");

  promise(compare(report, "report", report).empty(), "a report does not differ from itself");
  return 0;
}
