#pragma once

#include "msmt/merge.hpp"

namespace msmt {

/// Whether an article stands before another: by path, then by all else that it says, so that of two that
/// share a path the same one counts in whatever order they come.
bool goes_before(const Article& a, const Article& b);

}  // namespace msmt
