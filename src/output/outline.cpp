#include "output/outline.hpp"

#include <algorithm>

#include "msmt/error.hpp"

namespace msmt {
namespace {

class Walk {
 public:
  Walk(std::string_view json, const std::string& where, const char* hint)
      : json_(json), where_(where), hint_(hint) {}

  Outline run() {
    Outline out;
    expect('{');
    for (bool first = true; !takes('}'); first = false) {
      if (!first) expect(',');
      const std::string_view quoted = string();
      const std::string key(quoted.substr(1, quoted.size() - 2));
      expect(':');
      if (next() == '[') {
        out.lists[key] = elements();
      } else {
        out.values[key] = value();
      }
    }
    if (next() != 0) refuse("more after its end");
    return out;
  }

 private:
  [[noreturn]] void refuse(const std::string& problem) const {
    const auto line =
        std::count(json_.begin(), json_.begin() + static_cast<std::ptrdiff_t>(at_), '\n');
    throw Error(where_, "not JSON: line " + std::to_string(line + 1) + " of it: " + problem, hint_);
  }

  /// The byte to come after white space; 0 at the end.
  char next() {
    at_ = std::min(json_.find_first_not_of(" \t\r\n", at_), json_.size());
    return at_ < json_.size() ? json_[at_] : '\0';
  }

  bool takes(char wanted) {
    if (next() != wanted) return false;
    ++at_;
    return true;
  }

  void expect(char wanted) {
    if (!takes(wanted)) refuse(std::string("no ") + wanted);
  }

  std::string_view string() {
    if (next() != '"') refuse("no string");
    const std::size_t begin = at_++;
    for (;;) {
      at_ = json_.find_first_of("\"\\", at_);
      if (at_ == std::string_view::npos) {
        at_ = json_.size();
        refuse("a string without an end");
      }
      if (json_[at_] == '"') break;
      at_ = std::min(at_ + 2, json_.size());
    }
    ++at_;
    return json_.substr(begin, at_ - begin);
  }

  /// Up to the mark that ends it, with the white space before that.
  std::string_view value() {
    next();
    const std::size_t begin = at_;
    std::size_t depth = 0;
    for (;;) {
      at_ = json_.find_first_of("\"{}[],", at_);
      if (at_ == std::string_view::npos) {
        at_ = json_.size();
        refuse("broken off");
      }
      const char mark = json_[at_];
      if (mark == '"') {
        string();
        continue;
      }
      if (depth == 0 && (mark == ',' || mark == '}' || mark == ']')) break;
      if (mark == '{' || mark == '[') ++depth;
      if (mark == '}' || mark == ']') --depth;
      ++at_;
    }
    if (at_ == begin) refuse("no value");
    return json_.substr(begin, at_ - begin);
  }

  std::vector<std::string_view> elements() {
    std::vector<std::string_view> out;
    expect('[');
    for (bool first = true; !takes(']'); first = false) {
      if (!first) expect(',');
      out.push_back(value());
    }
    return out;
  }

  std::string_view json_;
  const std::string& where_;
  const char* hint_;
  std::size_t at_ = 0;
};

}  // namespace

Outline outline(std::string_view json, const std::string& where, const char* hint) {
  return Walk(json, where, hint).run();
}

}  // namespace msmt
