#include <string>

#include "cli/files.hpp"
#include "cli/read_each.hpp"
#include "msmt/output.hpp"

namespace msmt::cli {

Status write_articles(const Options& options, const Pipeline& pipeline) {
  Reporter reporter(options);
  ArticleStream stream(options, reporter.messages());
  keep_inputs(options, stream.paths());
  Output output(options.output);
  const OutputOptions listed{.mentions = options.mentions, .residue = options.residue};
  read_each<std::string>(
      options, pipeline, stream, reporter,
      [&](const Article& article) { return to_line(article, listed); },
      [&](const std::string& line, const std::string&) { return output.write(line); });
  output.finish();
  return reporter.failed() ? kTrouble : kDone;
}

}  // namespace msmt::cli
