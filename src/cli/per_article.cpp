#include <optional>
#include <string>

#include "cli/files.hpp"
#include "cli/ordered.hpp"
#include "cli/run.hpp"
#include "msmt/output.hpp"

namespace msmt::cli {
namespace {

/// An article, or why there is none.
struct Taken {
  Raw raw;
  std::optional<Error> problem;
};

struct Line {
  std::string text;
  std::optional<std::string> warning;
  std::optional<Error> problem;
};

}  // namespace

Status write_articles(const Options& options, const Pipeline& pipeline) {
  Reporter reporter(options);
  const Messages messages = reporter.messages();
  ArticleStream stream(options, messages);
  keep_inputs(options, stream.paths());
  Output output(options.output);
  const OutputOptions listed{.mentions = options.mentions, .residue = options.residue};

  const auto take = [&](Taken& taken) {
    try {
      return stream.next(taken.raw);
    } catch (const Error& error) {
      taken.problem = error;
      return true;
    }
  };
  const auto work = [&](Taken taken) -> Line {
    if (taken.problem) return {{}, {}, std::move(taken.problem)};
    try {
      auto cut = keep_size(taken.raw.bytes, taken.raw.origin, options.max_bytes);
      const Document doc = open_document(std::move(taken.raw), options);
      return {to_line(pipeline.read(doc), listed), std::move(cut), {}};
    } catch (const Error& error) {
      return {{}, {}, error};
    }
  };
  const auto give = [&](const Line& line) {
    if (line.problem) reporter.problem(*line.problem);
    if (line.warning) messages.warning(*line.warning);
    return line.text.empty() || output.write(line.text);
  };
  ordered<Taken, Line>(options.jobs, take, work, give);
  output.finish();
  return reporter.failed() ? kTrouble : kDone;
}

}  // namespace msmt::cli
