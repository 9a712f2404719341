/// Lines: a file or standard input, one line at a time, however large it is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace msmt::cli {

/// Reads lines without holding more than one of them and a block of what follows.
class LineReader {
 public:
  /// path  of a file, or - for standard input
  /// hint  what to do when the path names something else
  ///
  /// errors   Error as read_file() has it; pipes are read, since `<(zcat …)` is one
  LineReader(std::string path, const char* hint);
  ~LineReader();
  LineReader(const LineReader&) = delete;
  LineReader& operator=(const LineReader&) = delete;

  /// The next line without its line feed; false at the end.
  ///
  /// errors   Error for a line of more than kLongestLine bytes; the next call goes on after it
  bool next(std::string& line);

  /// The first byte to come that is no white space, 0 at the end; takes nothing.
  char first();

  /// What is left; of more than `at_most` bytes these, and some more that tell it from others.
  std::string rest(std::size_t at_most);

  /// "in.jsonl:3", the place of the last line.
  std::string place() const { return path_ + ":" + std::to_string(number_); }
  std::size_t number() const { return number_; }

  static constexpr std::size_t kLongestLine = std::size_t{256} << 20U;

 private:
  bool fill();

  std::string path_;
  int file_ = -1;
  std::string buffer_;
  std::size_t begin_ = 0;  ///< of what has not been given yet
  bool ended_ = false;
  std::size_t number_ = 0;
};

}  // namespace msmt::cli
