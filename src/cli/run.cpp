#include "cli/run.hpp"

#include "cli/files.hpp"

namespace msmt::cli {

Messages Reporter::messages() {
  return {.problem = [this](const Error& error) { problem(error); },
          .warning =
              [this](const std::string& text) {
                if (!options_.quiet) say(text);
              },
          .note =
              [this](const std::string& text) {
                if (options_.verbose) say(text);
              }};
}

void Reporter::problem(const Error& error) {
  if (options_.strict) throw error;
  say(error.what());
  failed_ = true;
}

void keep_inputs(const Options& options, const std::vector<std::string>& inputs) {
  for (const std::string& input : inputs) {
    if (options.output && same_file(input, *options.output)) {
      throw Error(*options.output, "is an input as well", "write to another file");
    }
  }
}

}  // namespace msmt::cli
