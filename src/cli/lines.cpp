#include "cli/lines.hpp"

#include <unistd.h>

#include <utility>

#include "cli/files.hpp"
#include "msmt/error.hpp"

namespace msmt::cli {

LineReader::LineReader(std::string path, const char* hint)
    : path_(std::move(path)), file_(open_input(path_, hint)) {}

LineReader::~LineReader() { ::close(file_); }

/// Reads another block; false at the end.
bool LineReader::fill() {
  constexpr std::size_t kBlock = std::size_t{1} << 18U;
  if (ended_) return false;
  if (begin_ > 0) {
    buffer_.erase(0, begin_);
    begin_ = 0;
  }
  const std::size_t size = buffer_.size();
  buffer_.resize(size + kBlock);
  std::size_t got = 0;
  ended_ = true;  // also of what cannot be read on
  try {
    got = read_block(file_, path_, buffer_.data() + size, kBlock);
  } catch (...) {
    buffer_.resize(size);
    throw;
  }
  buffer_.resize(size + got);
  ended_ = got == 0;
  return !ended_;
}

bool LineReader::next(std::string& line) {
  bool too_long = false;
  for (std::size_t seen = 0;;) {
    const std::size_t end = buffer_.find('\n', begin_ + seen);
    if (end != std::string::npos || ended_) {
      if (end == std::string::npos && begin_ == buffer_.size() && !too_long) return false;
      const std::size_t stop = std::min(end, buffer_.size());
      line.assign(buffer_, begin_, stop - begin_);
      begin_ = std::min(stop + 1, buffer_.size());
      ++number_;
      if (!too_long) return true;
      throw Error(place(), "a line of more than 256 MiB", "break it up, or leave it out");
    }
    seen = buffer_.size() - begin_;
    if (seen > kLongestLine) {  // what is too long is read past, not kept
      too_long = true;
      buffer_.clear();
      begin_ = seen = 0;
    }
    fill();
  }
}

char LineReader::first() {
  for (;;) {
    const std::size_t at = buffer_.find_first_not_of(" \t\r\n", begin_);
    if (at != std::string::npos) return buffer_[at];
    if (!fill()) return 0;
  }
}

std::string LineReader::rest(std::size_t at_most) {
  while (buffer_.size() - begin_ <= at_most && fill()) {
  }
  std::string out = buffer_.substr(std::exchange(begin_, 0));
  buffer_.clear();
  return out;
}

}  // namespace msmt::cli
