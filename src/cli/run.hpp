/// Runs: the ways from sources to what is written.
#pragma once

#include <string>
#include <vector>

#include "cli/options.hpp"
#include "cli/sources.hpp"
#include "msmt/error.hpp"
#include "msmt/merge.hpp"
#include "msmt/pipeline.hpp"

namespace msmt::cli {

enum Status { kDone = 0, kDifferences = 1, kTrouble = 2 };

/// Which of the sources failed, and who is told.
class Reporter {
 public:
  explicit Reporter(const Options& options) : options_(options) {}

  Messages messages();
  bool failed() const { return failed_; }
  /// One line on standard error; with --strict, the error itself.
  void problem(const Error& error);

 private:
  const Options& options_;
  bool failed_ = false;
};

/// Refuses to write over what is read.
void keep_inputs(const Options& options, const std::vector<std::string>& inputs);

/// --per-article: each article as one line, as soon as it and those before it are read. What is held
/// does not grow with the number of articles.
Status write_articles(const Options& options, const Pipeline& pipeline);

/// Every article that the arguments name, ordered by path, each once. The same files make the same
/// articles, in whatever order or by whichever links they are given; a file that is named by
/// several paths keeps the shortest.
///
/// errors   Error for a manifest that cannot be read; problems of single sources are reported
std::vector<Article> read_articles(const Options& options, const Pipeline& pipeline,
                                   Reporter& reporter);

/// --merge: the articles of the reports that the sources are, ordered by path, each once.
std::vector<Article> read_reports(const Options& options, Reporter& reporter);

}  // namespace msmt::cli
