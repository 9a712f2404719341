/// What a table can be read with but is a mistake all the same.
#pragma once

#include <string_view>
#include <vector>

#include "msmt/error.hpp"
#include "msmt/lexicon.hpp"

namespace msmt {

/// Looks for entries that say nothing or are never found: repeated ids and forms, forms that another
/// row takes or that no text can hold, codes and kinds that nothing else knows, references to rows
/// that are not there.
///
/// returns  one Error per finding, tables by name, rows in their order; empty when all is well
std::vector<Error> lint_tables(const Lexicons& lexicons);

/// The form without the `*` that marks it as ambiguous.
constexpr std::string_view unmarked(std::string_view form) {
  if (form.starts_with('*')) form.remove_prefix(1);
  return form;
}

}  // namespace msmt
