#include "claims/fixed_phrases.hpp"

namespace msmt {

FixedPhrases::FixedPhrases(const Table& words, std::string_view id) {
  for (const Row& row : words.rows) {
    if (words.cell(row, "id") != id) continue;
    for (const std::string_view form : words.list(row, "forms")) {
      by_first_[form.substr(0, form.find(' '))].push_back(form);
    }
  }
}

}  // namespace msmt
