/// Reports that are read to be merged: the reduce step of a distributed run.
///
///     {"format": "msmt-article", …}     what --per-article writes, one article a line
///     {"format": "msmt-claims", …}      a report, on one line or on many
///
/// Both give articles back as they were before merging, so that merging what they hold is the same as
/// merging the articles themselves, in whatever grouping.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "msmt/merge.hpp"

namespace msmt {

/// The articles of one JSON text: an article line or a report.
///
/// errors   Error{where, …} when it is neither, or when a value is not what docs/output.md says;
///          then none of its articles is returned
std::vector<Article> parse_articles(std::string_view json, const std::string& where);

/// Cuts a stream of lines into the JSON texts that it holds: every line that is one, and every block
/// from a line `{` to a line `}`, as pretty printers write a report. A block that is broken off ends
/// where the next text begins, so that nothing after it is lost.
class TextCutter {
 public:
  /// text   one JSON text, or what is left of one; lines from `line` on, counting from 1
  using Take = std::function<void(std::string_view text, std::size_t line)>;

  /// Gives the next line, without its line feed.
  void line(std::string_view text, const Take& take);
  /// Gives the end of the stream.
  void end(const Take& take);

 private:
  std::string block_;
  bool inside_ = false;
  std::size_t begun_ = 0;
  std::size_t lines_ = 0;
};

}  // namespace msmt
