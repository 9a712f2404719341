/// Which columns of a table hold names, and which narrow them.
#pragma once

#include <string_view>
#include <vector>

namespace msmt {

struct NameColumns {
  std::string_view table;
  std::vector<std::string_view> forms;  ///< a leading `*` marks a form as ambiguous
  std::string_view ambiguous;           ///< forms of the row that often mean something else
  std::string_view blocked;             ///< longer phrases that name nothing here
  bool nouns = false;                   ///< class nouns: regular plurals are forms too
};

/// All tables whose names are looked up in a gazetteer.
const std::vector<NameColumns>& name_columns();

}  // namespace msmt
