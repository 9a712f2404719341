#include "claims/descriptions.hpp"

#include "text/utf8.hpp"

namespace msmt {

Descriptions::Descriptions(const Lexicons& lexicons) {
  const Table& table = lexicons.table("descriptions");
  for (const Row& row : table.rows) {
    const auto add = [&](const std::string& words) {
      for (const std::string_view id : table.list(row, "states")) states_[words].emplace(id);
    };
    for (const std::string_view noun : table.list(row, "nouns")) {
      if (table.cell(row, "before").empty()) add(fold(noun));
      for (const std::string_view before : table.list(row, "before"))
        add(fold(before) + ' ' + fold(noun));
    }
  }
}

const std::set<std::string>* Descriptions::states(std::string_view words) const {
  const auto found = states_.find(words);
  return found == states_.end() ? nullptr : &found->second;
}

}  // namespace msmt
