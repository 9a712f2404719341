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

namespace {

constexpr const char* kStandardInput = "standard input";
constexpr const char* kStandardOutput = "standard output";

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

int open_input(const std::string& path, const char* hint) {
  if (path == "-") {
    const int copy = ::dup(0);
    if (copy < 0) refuse(kStandardInput, errno);
    return copy;
  }
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) refuse(path, errno);
  if (!S_ISFIFO(status.st_mode)) {
    if (const auto problem = not_a_file(status.st_mode)) throw Error(path, *problem, hint);
  }
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) refuse(path, errno);
  return file;
}

std::size_t read_block(int file, const std::string& path, char* to, std::size_t size) {
  for (;;) {
    const ssize_t got = ::read(file, to, size);
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) refuse(path == "-" ? kStandardInput : path, errno);
  }
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

/// A temporary file beside the one to be made, or a device that is written to as it is.
struct Output::File {
  std::string path;
  std::filesystem::path target;
  std::string temporary;  ///< empty for a device or a FIFO
  std::optional<mode_t> mode;
  std::optional<Descriptor> file;

  explicit File(std::string name) : path(std::move(name)) {
    struct stat status {};
    const bool exists = ::stat(path.c_str(), &status) == 0;
    if (exists && !S_ISREG(status.st_mode)) {
      file.emplace(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    } else {
      target = target_of(path);
      const std::string own = ".msmt-extract." + std::to_string(::getpid()) + ".tmp";
      if (exists) mode = status.st_mode & 0777U;
      temporary = (target.parent_path() / own).string();
      file.emplace(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    }
    if (!file->valid()) {
      const int error = errno;
      temporary.clear();  // not ours
      refuse(path, error);
    }
  }

  ~File() {
    if (!temporary.empty()) ::unlink(temporary.c_str());
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  void write(std::string_view text) const {
    const int error = write_all(file->number(), text);
    const bool gone = error == EPIPE && temporary.empty();  // the reader of a FIFO
    if (error != 0 && !gone) refuse(path, error);
  }

  void finish() {
    if (temporary.empty()) return;
    int error = 0;
    if (mode && ::fchmod(file->number(), *mode) != 0) error = errno;
    if (error == 0 && ::fsync(file->number()) != 0) error = errno;
    if (!file->close() && error == 0) error = errno;
    if (error == 0 && ::rename(temporary.c_str(), target.c_str()) != 0) error = errno;
    if (error != 0) refuse(path, error);
    temporary.clear();
  }
};

Output::Output(const std::optional<std::string>& path) {
  if (path && *path != "-") file_ = std::make_unique<File>(*path);
}
Output::~Output() = default;
Output::Output(Output&&) noexcept = default;

bool Output::write(std::string_view text) {
  if (!file_) return write_standard_output(text);
  file_->write(text);
  return true;
}

void Output::finish() {
  if (file_) file_->finish();
}

void write_file(const std::string& path, std::string_view text) {
  Output file(path);
  file.write(text);
  file.finish();
}

bool write_standard_output(std::string_view text) {
  const int error = write_all(1, text);
  if (error != 0 && error != EPIPE) refuse(kStandardOutput, error);
  return error == 0;
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
