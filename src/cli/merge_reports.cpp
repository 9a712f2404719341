#include <algorithm>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>

#include "cli/lines.hpp"
#include "cli/ordered.hpp"
#include "cli/run.hpp"
#include "output/report_input.hpp"

namespace msmt::cli {
namespace {

constexpr const char* kHint = "give reports, or - for standard input";

/// One JSON text of a source, or why there is none.
struct Taken {
  std::string text;
  std::string where;
  std::optional<Error> problem;
};

struct Parsed {
  std::vector<Article> articles;
  std::string where;
  std::optional<Error> problem;
};

/// The JSON texts of all sources, one after the other.
class Texts {
 public:
  explicit Texts(const std::vector<std::string>& sources) : sources_(sources) {}

  bool next(Taken& out) {
    while (ready_.empty()) {
      if (!lines_ && !open()) return false;
      read();
    }
    out = std::move(ready_.front());
    ready_.pop_front();
    return true;
  }

 private:
  bool open() {
    if (next_source_ == sources_.size()) return false;
    const std::string& path = sources_[next_source_++];
    try {
      lines_.emplace(path, kHint);
      cutter_ = TextCutter();
    } catch (const Error& error) {
      ready_.push_back({{}, {}, error});
    }
    return true;
  }

  void read() {
    if (!lines_) return;
    const std::string& path = sources_[next_source_ - 1];
    const auto keep = [&](std::string_view text, std::size_t line) {
      ready_.push_back({std::string(text), path + ":" + std::to_string(line), {}});
    };
    try {
      std::string line;
      if (lines_->next(line)) {
        cutter_.line(line, keep);
      } else {
        cutter_.end(keep);
        lines_.reset();
      }
    } catch (const Error& error) {  // too long a line, or the file cannot be read on
      ready_.push_back({{}, {}, error});
      if (lines_ && error.where() != lines_->place()) lines_.reset();
    }
  }

  const std::vector<std::string>& sources_;
  std::size_t next_source_ = 0;
  std::optional<LineReader> lines_;
  TextCutter cutter_;
  std::deque<Taken> ready_;
};

}  // namespace

std::vector<Article> read_reports(const Options& options, Reporter& reporter) {
  // A report given twice holds the same articles; standard input can be read only once.
  std::vector<std::string> sources = options.sources;
  std::ranges::sort(sources);
  sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
  Texts texts(sources);

  std::vector<Article> out;
  std::unordered_map<std::string, std::string> digests;  // by path
  const auto take = [&](Taken& taken) { return texts.next(taken); };
  const auto work = [](Taken taken) -> Parsed {
    if (taken.problem) return {{}, {}, std::move(taken.problem)};
    try {
      return {parse_articles(taken.text, taken.where), taken.where, {}};
    } catch (const Error& error) {
      return {{}, taken.where, error};
    }
  };
  const auto give = [&](Parsed parsed) {
    if (parsed.problem) reporter.problem(*parsed.problem);
    for (Article& article : parsed.articles) {
      const SourceInfo& source = article.source;
      const auto [known, fresh] = digests.emplace(source.path, source.sha256);
      if (known->second != source.sha256) {
        reporter.problem(Error(parsed.where, "another article has the path \"" + source.path + "\"",
                               "give each its own \"path\""));
      }
      out.push_back(std::move(article));
    }
    return true;
  };
  ordered<Taken, Parsed>(options.jobs, take, work, give);
  return out;
}

}  // namespace msmt::cli
