// MB/s of each stage and of all of them, over articles made up from a seed.
//
//     msmt_bench [--size MB] [--seed N] [--runs N] [--jobs N]
//     msmt_bench [--size MB] [--seed N] --write ARTICLES.jsonl [--names NAMES.txt]
//
// Each figure is the best of `runs` runs, in 10^6 bytes of article text per second of processor
// time; only the lines with several threads count seconds of the clock. The articles are made
// before anything is timed. The union of names is one RE2 expression of all names of the lexicons,
// run over the same text in the same process: what a list of names costs in RE2 alone.
#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "articles.hpp"
#include "msmt/output.hpp"
#include "msmt/pipeline.hpp"

namespace {

struct Settings {
  double megabytes = 1;
  std::uint64_t seed = 1;
  int runs = 3;
  unsigned jobs = std::max(2U, std::thread::hardware_concurrency());
  std::string write;  ///< instead of measuring: the articles as JSON Lines …
  std::string names;  ///< … and the names of the lexicons, one a line
};

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

double clock_seconds() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double>(now).count();
}

/// The least seconds that `work` takes.
template <typename Work>
double least(int runs, double (*seconds)(), Work work) {
  double best = 1e300;
  for (int run = 0; run < runs; ++run) {
    const double begin = seconds();
    work();
    best = std::min(best, seconds() - begin);
  }
  return best;
}

void print(std::string_view what, double bytes, double seconds) {
  fmt::print("{:<34}{:>10.1f}\n", what, bytes / 1e6 / seconds);
}

/// The largest resident size so far, in MB (Linux); 0 where it is not known.
double peak_megabytes() {
  std::ifstream status("/proc/self/status");
  std::string key;
  while (status >> key) {
    double kilobytes = 0;
    if (key == "VmHWM:" && status >> kilobytes) return kilobytes / 1024;
  }
  return 0;
}

/// All names of the lexicons, the longest first.
std::vector<std::string> all_names(const msmt::Lexicons& lexicons) {
  const std::pair<std::string_view, std::vector<std::string_view>> columns[] = {
      {"countries", {"names", "adjectives", "aliases", "capitals"}},
      {"items", {"forms"}},
      {"military_units", {"forms"}},
      {"organizations", {"forms"}},
      {"weapon_classes", {"heads"}},
      {"weapons", {"forms"}},
      {"units", {"forms"}},
  };
  std::vector<std::string> names;
  for (const auto& [name, lists] : columns) {
    const msmt::Table& table = lexicons.table(name);
    for (const msmt::Row& row : table.rows) {
      for (const std::string_view list : lists) {
        for (std::string_view form : table.list(row, list)) {
          if (form.starts_with('*')) form.remove_prefix(1);
          if (!form.empty()) names.emplace_back(form);
        }
      }
    }
  }
  std::sort(names.begin(), names.end(), [](const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

/// All of them as one expression.
std::string union_of(const std::vector<std::string>& names) {
  std::string out = "\\b(?:";
  for (const std::string& name : names) out += re2::RE2::QuoteMeta(name) + "|";
  out.back() = ')';
  return out + "\\b";
}

/// Makes articles up to the size that is asked for, one at a time.
template <typename Use>
void make_articles(const Settings& settings, Use use) {
  double bytes = 0;
  for (std::uint64_t n = 0; bytes < settings.megabytes * 1e6; ++n) {
    msmt::bench::Made page = msmt::bench::make_article(settings.seed, n);
    bytes += static_cast<double>(page.text.size());
    use(n, std::move(page));
  }
}

/// The articles and the names, for other tools; of any size, since no more than one is held.
void write_inputs(const Settings& settings) {
  std::ofstream articles(settings.write);
  make_articles(settings, [&](std::uint64_t n, const msmt::bench::Made& page) {
    articles << nlohmann::json{{"path", fmt::format("{:08}.txt", n)},
                               {"text", page.text},
                               {"published", page.published}}
                    .dump()
             << '\n';
  });
  if (settings.names.empty()) return;
  std::ofstream names(settings.names);
  for (const std::string& name : all_names(msmt::load_lexicons({}))) names << name << '\n';
}

std::size_t count_matches(const re2::RE2& names, std::string_view text) {
  std::size_t count = 0;
  re2::StringPiece found;
  std::size_t at = 0;
  const re2::StringPiece whole(text.data(), text.size());
  while (names.Match(whole, at, text.size(), re2::RE2::UNANCHORED, &found, 1)) {
    ++count;
    at = static_cast<std::size_t>(found.data() - text.data()) +
         std::max<std::size_t>(1, found.size());
  }
  return count;
}

Settings parse(int argc, char** argv) {
  Settings settings;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string_view option = argv[i];
    const double value = std::atof(argv[i + 1]);
    if (option == "--write") settings.write = argv[i + 1];
    if (option == "--names") settings.names = argv[i + 1];
    if (option == "--size") settings.megabytes = value;
    if (option == "--seed") settings.seed = static_cast<std::uint64_t>(value);
    if (option == "--runs") settings.runs = std::max(1, static_cast<int>(value));
    if (option == "--jobs") settings.jobs = std::max(1U, static_cast<unsigned>(value));
  }
  return settings;
}

}  // namespace

int main(int argc, char** argv) {
  const Settings settings = parse(argc, argv);
  const int runs = settings.runs;
  if (!settings.write.empty()) {
    write_inputs(settings);
    return 0;
  }
  std::vector<msmt::bench::Made> pages;
  double bytes = 0;
  make_articles(settings, [&](std::uint64_t, msmt::bench::Made page) {
    bytes += static_cast<double>(page.text.size());
    pages.push_back(std::move(page));
  });
  std::string text;
  for (const auto& page : pages) text += page.text;
  fmt::print("{:.1f} MB in {} articles, seed {}, best of {} runs\n\n", bytes / 1e6, pages.size(),
             settings.seed, runs);

  const double load = least(runs, processor_seconds, [] { msmt::load_lexicons({}); });
  const msmt::Lexicons lexicons = msmt::load_lexicons({});
  const double make = least(runs, processor_seconds, [&] { msmt::Pipeline made(lexicons); });
  const msmt::Pipeline pipeline(lexicons);
  fmt::print("start-up: lexicons {:.1f} ms, engine and frames {:.1f} ms\n\n", load * 1e3,
             make * 1e3);

  fmt::print("{:<34}{:>10}\n", "one thread", "MB/s");
  std::vector<msmt::Document> documents;
  print("text: read_document", bytes, least(runs, processor_seconds, [&] {
          documents.clear();
          for (std::size_t n = 0; n < pages.size(); ++n) {
            documents.push_back(msmt::read_document(fmt::format("{:08}.txt", n), pages[n].text, {},
                                                    pages[n].published));
          }
        }));
  print("text: tokenize", bytes, least(runs, processor_seconds, [&] {
          for (const msmt::Document& doc : documents) {
            for (const msmt::Sentence& sentence : doc.sentences) tokenize(doc, sentence.span);
          }
        }));
  std::vector<std::vector<msmt::Reading>> readings;
  const double mentions = least(runs, processor_seconds, [&] {
    readings.clear();
    for (const msmt::Document& doc : documents) {
      readings.push_back(extract(pipeline.engine(), doc));
    }
  });
  print("extract: mentions", bytes, mentions);
  print("claims", bytes, least(runs, processor_seconds, [&] {
          for (std::size_t n = 0; n < documents.size(); ++n) {
            assemble(pipeline.assembler(), documents[n], readings[n]);
          }
        }));
  readings.clear();
  readings.shrink_to_fit();
  std::vector<msmt::Article> articles;
  const double read = least(runs, processor_seconds, [&] {
    articles.clear();
    for (const msmt::Document& doc : documents) articles.push_back(pipeline.read(doc));
  });
  print("mentions, claims and description", bytes, read);
  msmt::Report report;
  double merging = 1e300;
  for (int run = 0; run < runs; ++run) {
    std::vector<msmt::Article> copy = articles;
    const double begin = processor_seconds();
    report = merge(std::move(copy));
    merging = std::min(merging, processor_seconds() - begin);
  }
  articles.clear();
  print("merge", bytes, merging);
  print("output: JSON", bytes, least(runs, processor_seconds, [&] {
          to_json(report, {false, false});
        }));
  print("output: JSON with all mentions", bytes, least(runs, processor_seconds, [&] {
          to_json(report, {true, true});
        }));

  const auto all = [&](unsigned jobs) {
    std::vector<msmt::Document> read_again;
    for (std::size_t n = 0; n < pages.size(); ++n) {
      read_again.push_back(
          msmt::read_document(fmt::format("{:08}.txt", n), pages[n].text, {}, pages[n].published));
    }
    to_json(run(pipeline, read_again, jobs), {false, false});
  };
  const double whole = least(runs, processor_seconds, [&] { all(1); });
  print("all of it", bytes, whole);

  re2::RE2::Options options;
  options.set_max_mem(64 << 20);
  options.set_log_errors(false);
  const re2::RE2 names(union_of(all_names(lexicons)), options);
  std::size_t found = 0;
  const double names_once =
      least(runs, processor_seconds, [&] { found = count_matches(names, text); });
  print("RE2: union of all names", bytes, names_once);
  fmt::print("\nmentions / union {:.2f}, all / union {:.2f} ({} names found)\n",
             names_once / mentions, names_once / whole, found);

  const double one = least(runs, clock_seconds, [&] { run(pipeline, documents, 1); });
  const double many = least(runs, clock_seconds, [&] { run(pipeline, documents, settings.jobs); });
  fmt::print("\n{} threads, seconds of the clock: {:.2f} times as fast as one\n", settings.jobs,
             one / many);
  fmt::print("peak memory: {:.0f} MB\n", peak_megabytes());
  return 0;
}
