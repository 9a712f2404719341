/// Files: bytes in, bytes out, and lines on standard error.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace msmt::cli {

/// The bytes of a regular file. hint: what to do when the path names something else.
///
/// at_most  bytes to read; of a longer file these come, and one more that tells it from others
/// errors   Error{path, …} when it is missing, unreadable, a folder, a device, a FIFO or a socket,
///          or grows or shrinks while it is read
std::string read_file(const std::string& path, const char* hint = "give a regular file",
                      std::size_t at_most = std::string::npos - 1);

/// Opens a file or a pipe, or standard input for -, to be read block by block; close() it.
///
/// errors   as read_file()
int open_input(const std::string& path, const char* hint);

/// Up to `size` bytes to come; 0 at the end.
std::size_t read_block(int file, const std::string& path, char* to, std::size_t size);

/// Refuses an output file that cannot be written: a folder, or a file in a folder that is not
/// there.
void check_output(const std::string& path);

/// Writes all of `text` or leaves the old file: a temporary file beside it, then a rename. A device
/// or a FIFO is written to as it is.
void write_file(const std::string& path, std::string_view text);

/// A file as write_file() makes it, written piece by piece; or standard output.
class Output {
 public:
  /// path  of the file; none or - for standard output
  explicit Output(const std::optional<std::string>& path);
  ~Output();
  Output(Output&&) noexcept;

  /// False when the reader of standard output has gone.
  bool write(std::string_view text);
  /// Puts the file into its place; what has not come to this leaves the old file as it is.
  void finish();

 private:
  struct File;
  std::unique_ptr<File> file_;
};

/// Writes to standard output; a reader that has gone (`| head`) is no error, only false.
bool write_standard_output(std::string_view text);

/// One line on standard error, "msmt-extract: MESSAGE"; control characters and bytes that are not
/// UTF-8 are escaped, so that a file name cannot forge a line or move the cursor.
void say(std::string_view message);

/// Ends writes to closed pipes with an error instead of a signal, and keeps files that are opened
/// later from taking the place of a closed standard stream.
void prepare_standard_streams();

}  // namespace msmt::cli
