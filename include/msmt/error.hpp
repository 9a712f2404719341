/// What is thrown when a source, a lexicon, a manifest or a report cannot be read.
///
///     throw Error("a.txt:7", "byte 0x92 is not UTF-8", "convert first, e.g. iconv -f windows-1252 -t utf-8");
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace msmt {

/// One problem, as one line: where it is, what is wrong, what to do about it.
class Error : public std::runtime_error {
 public:
  Error(std::string where, std::string problem, std::string hint)
      : std::runtime_error(where + ": " + problem + ": " + hint),
        where_(std::move(where)),
        problem_(std::move(problem)),
        hint_(std::move(hint)) {}

  const std::string& where() const { return where_; }
  const std::string& problem() const { return problem_; }
  const std::string& hint() const { return hint_; }

 private:
  std::string where_;
  std::string problem_;
  std::string hint_;
};

}  // namespace msmt
