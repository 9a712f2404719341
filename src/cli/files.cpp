#include "cli/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <optional>

#include "msmt/error.hpp"
#include "text/printable.hpp"

namespace msmt::cli {
namespace {

constexpr const char* kStandardInput = "standard input";
constexpr const char* kStandardOutput = "standard output";

/// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  bool valid() const { return number_ >= 0; }
  int number() const { return number_; }
  bool close() {
    const int open = std::exchange(number_, -1);
    return open < 0 || ::close(open) == 0;
  }

 private:
  int number_;
};

/// What the operating system says of `error`, with what to do about it.
[[noreturn]] void refuse(const std::string& path, int error) {
  const char* hint = "check the file and its folder";
  switch (error) {
    case ENOENT:
      throw Error(path, "no such file or folder", "check the path");
    case EACCES:
    case EPERM:
      hint = "ask for permission, or copy it";
      break;
    case ENOSPC:
    case EDQUOT:
      hint = "make room and run again";
      break;
    case EBADF:
      hint = "open it before the program starts";
      break;
    case ELOOP:
      hint = "mend the symbolic links";
      break;
    case EIO:
      hint = "check the disk";
      break;
    default:
      break;
  }
  std::string problem = std::strerror(error);
  if (!problem.empty() && problem[0] >= 'A' && problem[0] <= 'Z') {
    problem[0] = static_cast<char>(problem[0] - 'A' + 'a');
  }
  throw Error(path, problem, hint);
}

/// Why a file of this kind holds no article; nothing for a regular file.
std::optional<std::string> not_a_file(mode_t mode) {
  if (S_ISREG(mode)) return std::nullopt;
  if (S_ISDIR(mode)) return "is a folder, not a file";
  if (S_ISFIFO(mode)) return "is a FIFO, not a file";
  if (S_ISSOCK(mode)) return "is a socket, not a file";
  return "is a device, not a file";
}

std::string read_all(const Descriptor& from, const std::string& name, std::size_t expected,
                     std::size_t at_most) {
  std::string bytes;
  bytes.reserve(std::min(expected, at_most));
  char block[1 << 16];
  while (bytes.size() <= at_most) {
    const std::size_t room = at_most - bytes.size() + 1;
    const ssize_t got = ::read(from.number(), block, std::min(sizeof block, room));
    if (got == 0) break;
    if (got > 0) {
      bytes.append(block, static_cast<std::size_t>(got));
    } else if (errno != EINTR) {
      refuse(name, errno);
    }
  }
  return bytes;
}

/// Writes all of `text`; returns 0 or the error number.
int write_all(int to, std::string_view text) {
  while (!text.empty()) {
    const ssize_t put = ::write(to, text.data(), text.size());
    if (put >= 0) {
      text.remove_prefix(static_cast<std::size_t>(put));
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

/// The file that `path` names in the end, so that a symbolic link stays one.
std::filesystem::path target_of(const std::string& path) {
  std::error_code failure;
  auto target = std::filesystem::canonical(path, failure);
  return failure ? std::filesystem::path(path) : target;
}

/// Writes to the temporary file, then renames it; returns 0 or the error number. mode: of the file
/// that is there already.
int replace(const std::filesystem::path& target, const std::string& temporary,
            std::optional<mode_t> mode, std::string_view text) {
  Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  if (!file.valid()) return errno;
  int error = write_all(file.number(), text);
  if (error == 0 && mode && ::fchmod(file.number(), *mode) != 0) error = errno;
  if (error == 0 && ::fsync(file.number()) != 0) error = errno;
  if (!file.close() && error == 0) error = errno;
  if (error == 0 && ::rename(temporary.c_str(), target.c_str()) != 0) error = errno;
  if (error != 0) ::unlink(temporary.c_str());
  return error;
}

}  // namespace

std::string read_file(const std::string& path, const char* hint, std::size_t at_most) {
  // O_NONBLOCK: a FIFO without a writer must not hold the program up before it is refused.
  Descriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
  struct stat status {};
  if (!file.valid()) {
    const int error = errno;
    if (::stat(path.c_str(), &status) != 0 || S_ISREG(status.st_mode)) refuse(path, error);
  } else if (::fstat(file.number(), &status) != 0) {
    refuse(path, errno);
  }
  if (const auto problem = not_a_file(status.st_mode)) {
    throw Error(path, *problem, hint);
  }
  const auto size = static_cast<std::size_t>(status.st_size);
  std::string bytes = read_all(file, path, size, at_most);
  // Half of an old and half of a new version make an article that nobody wrote. The files of /proc
  // say that they are empty.
  if (size > 0 && std::min(bytes.size(), at_most) != std::min(size, at_most)) {
    throw Error(path, "changed while it was read", "run again when it is written");
  }
  return bytes;
}

std::string read_standard_input(std::size_t at_most) {
  return read_all(Descriptor(::dup(0)), kStandardInput, 0, at_most);
}

void check_output(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0) {
    if (S_ISDIR(status.st_mode)) throw Error(path, "is a folder", "give a file to write to");
    return;
  }
  if (errno != ENOENT) refuse(path, errno);
  const auto parent = std::filesystem::path(path).parent_path();
  const std::string folder = parent.empty() ? "." : parent.string();
  if (path.ends_with('/') || ::stat(folder.c_str(), &status) != 0 || !S_ISDIR(status.st_mode)) {
    throw Error(path, "its folder does not exist", "make the folder first");
  }
}

void write_file(const std::string& path, std::string_view text) {
  struct stat status {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  int error = 0;
  if (exists && !S_ISREG(status.st_mode)) {
    Descriptor device(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    error = device.valid() ? write_all(device.number(), text) : errno;
    if (error == EPIPE) error = 0;
  } else {
    const auto target = target_of(path);
    const std::string name = ".msmt-extract." + std::to_string(::getpid()) + ".tmp";
    const auto mode = exists ? std::optional(status.st_mode & 0777U) : std::nullopt;
    error = replace(target, (target.parent_path() / name).string(), mode, text);
  }
  if (error != 0) refuse(path, error);
}

void write_standard_output(std::string_view text) {
  const int error = write_all(1, text);
  if (error != 0 && error != EPIPE) refuse(kStandardOutput, error);
}

void say(std::string_view message) {
  write_all(2, "msmt-extract: " + text::printable(message) + "\n");  // failing, nobody can be told
}

void prepare_standard_streams() {
  std::signal(SIGPIPE, SIG_IGN);
  for (const int stream : {0, 1, 2}) {
    // The place is taken by something that fails as the closed stream would.
    if (::fcntl(stream, F_GETFD) < 0) ::open("/dev/null", stream == 0 ? O_WRONLY : O_RDONLY);
  }
}

}  // namespace msmt::cli
