/// Sources: from the arguments of the command line to documents.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/options.hpp"
#include "msmt/error.hpp"
#include "msmt/text.hpp"

namespace msmt::cli {

/// Where the problems of single sources go, so that the others are still read.
struct Messages {
  std::function<void(const Error&)> problem;        ///< a source that cannot be read
  std::function<void(const std::string&)> warning;  ///< something is left out
  std::function<void(const std::string&)> note;     ///< what is done, for --verbose
};

/// Leaves at most `max_bytes` of an article, whole lines or at least whole sentences where there are
/// any. origin: the place of the article; returns the warning when something was left out
std::optional<std::string> keep_size(std::string& bytes, const std::string& origin,
                                     std::size_t max_bytes);

/// One article before it is split into sentences.
struct Raw {
  std::string path;
  std::string bytes;
  Metadata metadata;
  std::string origin;  ///< the path, or FILE:LINE of a JSON Lines record
};

/// The articles that the arguments name, one after the other: files in the order of their paths, of
/// JSON Lines one line after the other, standard input first. Standard input is JSON Lines when it
/// begins with `{`, else one article.
class ArticleStream {
 public:
  /// errors   Error for a manifest that cannot be read; folders that cannot be listed go to `messages`
  ArticleStream(const Options& options, const Messages& messages);
  ~ArticleStream();

  /// False when there are no more.
  ///
  /// errors   Error for an article that cannot be read; the next call goes on with the one after it
  bool next(Raw& out);

  /// The files, - for standard input.
  const std::vector<std::string>& paths() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// errors   Error when it is not text
Document open_document(Raw raw, const Options& options);

/// Every article that the arguments name, ordered by path.
///
/// errors   Error for a manifest that cannot be read; problems of single sources go to `messages`
std::vector<Document> load_documents(const Options& options, const Messages& messages);

/// Whether both paths lead to the same existing file.
bool same_file(const std::string& a, const std::string& b);

}  // namespace msmt::cli
