/// Reading: every article that the arguments name, on several threads, one held by each.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "cli/ordered.hpp"
#include "cli/run.hpp"
#include "cli/sources.hpp"
#include "msmt/error.hpp"
#include "msmt/pipeline.hpp"

namespace msmt::cli {

/// What was made of one article; without a result when there is a problem.
template <typename Result>
struct Made {
  std::optional<Result> result;
  std::string origin;    ///< the path, or FILE:LINE of a JSON Lines record
  std::size_t size = 0;  ///< bytes that were read
  std::optional<std::string> warning;
  std::optional<Error> problem;
};

/// Reads the articles of `stream` and gives each on in their order, with its problems reported. What
/// is held does not grow with the number of articles.
///
/// make   Result(Article), on any thread
/// give   bool(Result, origin): false when nobody wants more
template <typename Result, typename Make, typename Give>
void read_each(const Options& options, const Pipeline& pipeline, ArticleStream& stream,
               Reporter& reporter, Make make, Give give) {
  struct Taken {
    Raw raw;
    std::optional<Error> problem;
  };
  const Messages messages = reporter.messages();
  const Listed listed{.mentions = options.mentions || options.verbose,
                      .residue = options.residue || options.verbose};
  const auto take = [&](Taken& taken) {
    try {
      return stream.next(taken.raw);
    } catch (const Error& error) {
      taken.problem = error;
      return true;
    }
  };
  const auto work = [&](Taken taken) {
    Made<Result> out;
    out.problem = std::move(taken.problem);
    if (out.problem) return out;
    out.origin = taken.raw.origin;
    out.size = taken.raw.bytes.size();
    try {
      out.warning = keep_size(taken.raw.bytes, out.origin, options.max_bytes);
      const Document doc = open_document(std::move(taken.raw), options);
      out.result = make(pipeline.read(doc, listed));
    } catch (const Error& error) {
      out.problem = error;
    }
    return out;
  };
  ordered<Taken, Made<Result>>(options.jobs, take, work, [&](Made<Result> made) {
    if (!made.origin.empty()) {
      messages.note(made.origin + ": " + std::to_string(made.size) + " bytes");
    }
    if (made.problem) reporter.problem(*made.problem);
    if (made.result && made.warning) messages.warning(*made.warning);
    return !made.result || give(std::move(*made.result), made.origin);
  });
}

}  // namespace msmt::cli
