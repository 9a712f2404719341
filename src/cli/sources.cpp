#include "cli/sources.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "cli/files.hpp"
#include "cli/lines.hpp"
#include "cli/published.hpp"
#include "output/json_input.hpp"
#include "text/part.hpp"

namespace msmt::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFileHint = "give a text file, or - for standard input";

/// The one path by which a file is known, whatever it is called; of a missing file as far as it
/// goes.
std::string real_path(const fs::path& path) {
  std::error_code failure;
  const fs::path found = fs::weakly_canonical(path, failure);
  return failure ? path.lexically_normal().string() : found.string();
}

}  // namespace

/// What manifests say, by canonical path and by the path as written (for records and "-").
class Catalogue {
 public:
  Catalogue() = default;

  Catalogue(const std::string& file, const Messages& messages) {
    const Manifest manifest = parse_manifest(read_file(file), file);
    for (const ManifestEntry& entry : manifest.entries) {
      const auto& published = entry.metadata.published;
      if (published && !is_publication_date(*published)) {
        throw Error(file, "\"" + *published + "\" of \"" + entry.path + "\" is no date", kDateHint);
      }
      const fs::path path = fs::path(file).parent_path() / entry.path;  // an absolute path stays
      if (!by_file_.emplace(real_path(path), entry.metadata).second) {
        throw Error(file, "\"" + entry.path + "\" stands there twice", "keep one of the two");
      }
      as_written_.emplace(entry.path, entry.metadata);
    }
    if (!manifest.unknown_keys.empty()) {
      std::string keys;
      for (const std::string& key : manifest.unknown_keys)
        keys += (keys.empty() ? "\"" : ", \"") + key + "\"";
      messages.warning(file + ": not known and left out: " + keys +
                       ": use path, url, title, publisher, published");
    }
  }

  const Metadata* of_file(const std::string& path) const { return find(by_file_, real_path(path)); }
  const Metadata* as_written(const std::string& path) const { return find(as_written_, path); }

 private:
  using Entries = std::map<std::string, Metadata>;

  static const Metadata* find(const Entries& entries, const std::string& path) {
    const auto found = entries.find(path);
    return found == entries.end() ? nullptr : &found->second;
  }

  Entries by_file_;
  Entries as_written_;
};

namespace {

/// What the record says, and what the manifest says of the rest.
Metadata joined(Metadata own, const Metadata* listed) {
  if (listed == nullptr) return own;
  if (!own.title) own.title = listed->title;
  if (!own.publisher) own.publisher = listed->publisher;
  if (!own.url) own.url = listed->url;
  if (!own.published) own.published = listed->published;
  return own;
}

/// Collects the files that the arguments name, each once, under its shortest name.
class Collector {
 public:
  explicit Collector(const Messages& messages) : messages_(messages) {}

  void add(const std::string& argument) {
    std::error_code failure;
    if (argument == "-") {
      standard_input_ = true;
    } else if (fs::is_directory(argument, failure)) {
      add_folder(argument);
    } else {
      add_file(argument);
    }
  }

  bool standard_input() const { return standard_input_; }

  std::vector<std::string> paths() const {
    std::vector<std::string> out;
    for (const auto& [file, name] : names_) out.push_back(name);
    std::ranges::sort(out);
    return out;
  }

 private:
  void add_file(const std::string& path) {
    const auto [known, added] = names_.emplace(real_path(path), path);
    const auto rank = [](const std::string& name) { return std::tuple(name.size(), name); };
    if (!added && rank(path) < rank(known->second)) known->second = path;
  }

  /// Links to folders wait until all real folders are read, and no folder is read twice: loops end.
  void add_folder(const std::string& root) {
    std::size_t found = 0;
    bool all_listed = true;
    std::set<std::string> visited;
    std::vector<std::string> folders{root};
    std::vector<std::string> links;
    while (!folders.empty() || !links.empty()) {
      auto& from = folders.empty() ? links : folders;
      const std::string folder = from.back();
      from.pop_back();
      if (!visited.insert(real_path(folder)).second) continue;
      std::vector<std::string> names;
      all_listed = list(folder, names) && all_listed;
      std::ranges::sort(names, std::greater<>());  // taken from the back
      for (const std::string& name : names) {
        const std::string path = folder.ends_with('/') ? folder + name : folder + "/" + name;
        std::error_code failure;
        if (fs::is_directory(path, failure)) {
          (fs::is_symlink(path, failure) ? links : folders).push_back(path);
        } else if (name.ends_with(".txt")) {
          add_file(path);
          ++found;
        }
      }
    }
    if (found == 0 && all_listed)
      messages_.problem(
          Error(root, "no *.txt file in this folder", "give another folder, or the files"));
  }

  /// Adds the names in one folder; false, and said, when it cannot be listed to its end.
  bool list(const std::string& folder, std::vector<std::string>& names) {
    std::error_code failure;
    for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end;
         entry.increment(failure)) {
      names.push_back(entry->path().filename().string());
    }
    if (failure) {
      messages_.problem(Error(folder, "cannot list this folder (" + failure.message() + ")",
                              "check its permissions"));
    }
    return !failure;
  }

  const Messages& messages_;
  std::map<std::string, std::string> names_;  ///< canonical path -> name it was given by
  bool standard_input_ = false;
};

/// The article of one line of JSON Lines.
Raw record_of(std::string_view line, const std::string& where, const Catalogue& catalogue) {
  Record record = parse_record(line, where);
  const auto& published = record.metadata.published;
  if (published && !is_publication_date(*published)) {
    throw Error(where, "\"" + *published + "\" is no date", kDateHint);
  }
  const std::string path = record.path && !record.path->empty() ? *record.path : where;
  return {.path = path,
          .bytes = std::move(record.text),
          .metadata = joined(std::move(record.metadata), catalogue.as_written(path)),
          .origin = where};
}

}  // namespace

std::optional<std::string> keep_size(std::string& bytes, const std::string& origin,
                                     std::size_t max_bytes) {
  const std::size_t end = text::end_of_part(bytes, max_bytes);
  if (end == bytes.size()) return std::nullopt;
  bytes.resize(end);
  const bool whole_line = bytes.ends_with('\n');
  const auto line = std::count(bytes.begin(), bytes.end(), '\n') + (whole_line ? 0 : 1);
  return origin + ":" + std::to_string(line) + ": the article is longer than " +
         std::to_string(max_bytes) +
         " bytes, and what follows is left out: part it, or give --max-bytes";
}

struct ArticleStream::Impl {
  Catalogue catalogue;
  std::vector<std::string> paths;
  std::size_t next_path = 0;
  bool streaming = false;
  std::size_t max_bytes = 0;
  std::optional<LineReader> lines;  ///< of the JSON Lines that are being read
  std::string line;

  /// The next record of the open lines; false at their end.
  bool next_record(Raw& out) {
    while (lines->next(line)) {
      if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
      out = record_of(line, lines->place(), catalogue);
      return true;
    }
    return false;
  }

  /// Standard input is JSON Lines when it begins with an object, else one article; where articles
  /// stream, nothing at all is no article, as of an empty part of a larger input.
  bool open_standard_input(Raw& out) {
    lines.emplace("-", kFileHint);
    const char first = lines->first();
    if (first == '{' || (first == 0 && streaming)) return false;
    out = {.path = "-",
           .bytes = lines->rest(max_bytes),
           .metadata = joined({}, catalogue.as_written("-")),
           .origin = "-"};
    lines.reset();
    return true;
  }
};

ArticleStream::ArticleStream(const Options& options, const Messages& messages)
    : impl_(std::make_unique<Impl>()) {
  if (options.manifest) impl_->catalogue = Catalogue(*options.manifest, messages);
  Collector collector(messages);
  for (const std::string& argument : options.sources) collector.add(argument);
  impl_->streaming = options.per_article;
  impl_->max_bytes = options.max_bytes;
  impl_->paths = collector.paths();
  if (collector.standard_input()) impl_->paths.insert(impl_->paths.begin(), "-");
}
ArticleStream::~ArticleStream() = default;

const std::vector<std::string>& ArticleStream::paths() const { return impl_->paths; }

bool ArticleStream::next(Raw& out) {
  for (;;) {
    if (impl_->lines) {
      if (impl_->next_record(out)) return true;
      impl_->lines.reset();
    }
    if (impl_->next_path == impl_->paths.size()) return false;
    const std::string& path = impl_->paths[impl_->next_path++];
    if (path == "-") {
      if (impl_->open_standard_input(out)) return true;
    } else if (path.ends_with(".jsonl")) {
      impl_->lines.emplace(path, kFileHint);
    } else {
      out = {.path = path,
             .bytes = read_file(path, kFileHint, impl_->max_bytes),
             .metadata = joined({}, impl_->catalogue.of_file(path)),
             .origin = path};
      return true;
    }
  }
}

Document open_document(Raw raw, const Options& options) {
  return read_document(std::move(raw.path), std::move(raw.bytes), raw.metadata, options.published);
}

std::vector<Document> load_documents(const Options& options, const Messages& messages) {
  ArticleStream stream(options, messages);
  std::vector<Document> documents;
  for (bool more = true; more;) {
    try {
      Raw raw;
      more = stream.next(raw);
      if (!more) break;
      const auto cut = keep_size(raw.bytes, raw.origin, options.max_bytes);
      messages.note(raw.origin + ": " + std::to_string(raw.bytes.size()) + " bytes");
      documents.push_back(open_document(std::move(raw), options));
      if (cut) messages.warning(*cut);
    } catch (const Error& error) {
      messages.problem(error);
    }
  }
  std::ranges::stable_sort(documents, {},
                           [](const Document& doc) -> const std::string& { return doc.path; });
  return documents;
}

bool same_file(const std::string& a, const std::string& b) {
  std::error_code failure;
  return fs::equivalent(a, b, failure) && !failure;
}

}  // namespace msmt::cli
