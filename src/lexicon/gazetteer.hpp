/// A form cut into words the way tokenize() cuts text.
#pragma once

#include <string>
#include <string_view>

namespace msmt {

struct FormWords {
  std::string folded;   ///< the words in lower case, one space between two, no hyphens
  std::string written;  ///< the same with letter case as written
  std::size_t count = 0;

  void clear();
};

/// "Il-76" -> {"il 76", "Il 76", 2}; "People's Army" -> {"people 's army", …, 3}.
FormWords split_form(std::string_view form);
/// The same into `words`, whose memory is used again.
void split_form(std::string_view form, FormWords& words);

/// Whether a form is a short acronym, which matches only as written: all letters capitals, at most
/// five of them, beside digits, stops and hyphens ("US", "U.N.", "S-400").
bool is_short_acronym(std::string_view form);

}  // namespace msmt
