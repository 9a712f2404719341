#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/read_each.hpp"

namespace msmt::cli {

std::vector<Article> read_articles(const Options& options, const Pipeline& pipeline,
                                   Reporter& reporter) {
  struct Read {
    Article article;
    std::string origin;
  };
  ArticleStream stream(options, reporter.messages());
  keep_inputs(options, stream.paths());  // those in folders too
  std::vector<Read> all;
  read_each<Article>(
      options, pipeline, stream, reporter, [](Article article) { return article; },
      [&](Article article, const std::string& origin) {
        all.push_back({std::move(article), origin});
        return true;
      });
  // Sources come in the order of their paths, however they are given, so the first is the same.
  std::ranges::stable_sort(
      all, {}, [](const Read& read) { return std::string_view(read.article.source.path); });
  std::vector<Article> out;
  for (Read& read : all) {
    const SourceInfo& source = read.article.source;
    if (!out.empty() && out.back().source.path == source.path) {
      if (out.back().source.sha256 == source.sha256) continue;
      reporter.problem(Error(read.origin, "another article has the path \"" + source.path + "\"",
                             "give each its own \"path\""));
      continue;
    }
    out.push_back(std::move(read.article));
  }
  return out;
}

}  // namespace msmt::cli
