/// Outlines: where the parts of a JSON text lie, so that a report of any size is parsed piece by piece.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace msmt {

/// The members of a top-level object, each as the bytes of its value; lists as those of their
/// elements. What the bytes hold is not looked at: parse_json() does that.
struct Outline {
  std::map<std::string, std::string_view, std::less<>> values;
  std::map<std::string, std::vector<std::string_view>, std::less<>> lists;
};

/// errors   Error{where, "not JSON: …", hint} where the text is not an object of that form
Outline outline(std::string_view json, const std::string& where, const char* hint);

}  // namespace msmt
