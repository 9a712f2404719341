/// The examples of lexicon entries, run.
#pragma once

#include <vector>

#include "msmt/error.hpp"
#include "msmt/pipeline.hpp"

namespace msmt::cli {

/// Runs the example of each entry: that of a frame must make a claim by it; a name, put into a plain
/// sentence, must be read as what its row says.
///
/// returns  one Error per entry whose example fails
std::vector<Error> lint_examples(const Pipeline& pipeline, const Lexicons& lexicons);

}  // namespace msmt::cli
