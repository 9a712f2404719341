// How well and how fast made-up articles of known truth are merged.
//
//   merge_scale SMALL LARGE    measures both sizes and compares them; status 1 when merging
//                                        is not right or not fast enough
//   merge_scale --write N                writes the articles as JSON Lines
//
// Precision and recall are over pairs of tellings: of the pairs that stand in one merged claim, how
// many tell of one fact; of those that tell of one fact, how many stand in one merged claim. Times are
// of this process's threads, so that other work on the machine has little say.
#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "msmt/output.hpp"
#include "msmt/pipeline.hpp"
#include "output/report_input.hpp"
#include "story.hpp"

using namespace msmt;

namespace {

constexpr unsigned kSeed = 20260101;
constexpr double kRight = 0.99;
constexpr double kMostGrowth = 12;  // for ten times the articles
constexpr int kRuns = 4;            // of merging; the least time counts, other work adds to it
constexpr int kAttempts = 3;        // neighbours that come and go make one of two sizes slower

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

/// Peak of what the process has held, in MB.
double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

struct Measured {
  std::size_t claims = 0;
  std::size_t merged = 0;
  double told = 0;  ///< of the sentences, the share that made a claim
  double precision = 0;
  double recall = 0;
  double read_seconds = 0;
  double merge_seconds = 0;
  double write_seconds = 0;
  double again_seconds = 0;  ///< from article lines to the report
};

double pairs(std::size_t count) {
  return static_cast<double>(count) * static_cast<double>(count - (count > 0 ? 1 : 0)) / 2;
}

Metadata about(const test::StoryArticle& article) {
  return {.title = {}, .publisher = article.publisher, .url = {}, .published = {}};
}

void score(const Report& report, const std::map<std::string, std::size_t>& truth,
           std::size_t sentences, Measured& out) {
  std::map<std::size_t, std::size_t> by_fact;
  double together = 0;
  double right = 0;
  std::size_t told = 0;
  for (const MergedClaim& merged : report.claims) {
    std::map<std::size_t, std::size_t> facts;
    std::size_t all = 0;
    for (const Evidence& evidence : merged.evidence) {
      const auto fact = truth.find(evidence.source + ":" + std::to_string(evidence.line));
      if (fact == truth.end()) continue;
      ++facts[fact->second];
      ++by_fact[fact->second];
      ++all;
    }
    told += all;
    together += pairs(all);
    for (const auto& [fact, count] : facts) right += pairs(count);
  }
  double wanted = 0;
  for (const auto& [fact, count] : by_fact) wanted += pairs(count);
  out.told = static_cast<double>(told) / static_cast<double>(sentences);
  out.precision = together > 0 ? right / together : 1;
  out.recall = wanted > 0 ? right / wanted : 1;
}

Measured measure(const Pipeline& pipeline, std::size_t size) {
  const test::Story story(kSeed, size);
  Measured out;
  std::vector<Article> articles;
  std::string lines;
  std::map<std::string, std::size_t> truth;
  double start = cpu_seconds();
  for (std::size_t i = 0; i < size; ++i) {
    test::StoryArticle one = story.article(i);
    for (const auto& [line, fact] : one.facts) {
      truth.emplace(one.path + ":" + std::to_string(line), fact);
    }
    const Metadata metadata = about(one);
    articles.push_back(pipeline.read(read_document(one.path, std::move(one.text), metadata, "")));
    articles.back().source.mentions.clear();
    articles.back().source.residue.clear();
    out.claims += articles.back().claims.size();
  }
  out.read_seconds = cpu_seconds() - start;
  for (const Article& article : articles) lines += to_line(article, {});

  start = cpu_seconds();
  const Report report = merge(std::move(articles));
  out.merge_seconds = cpu_seconds() - start;
  out.merged = report.claims.size();
  score(report, truth, truth.size(), out);

  start = cpu_seconds();
  const std::string direct = to_json(report, {});
  out.write_seconds = cpu_seconds() - start;

  for (int runs = 1; runs < kRuns; ++runs) {
    start = cpu_seconds();
    std::vector<Article> again;
    for (std::size_t begin = 0; begin < lines.size();) {
      const std::size_t end = lines.find('\n', begin);
      for (Article& one :
           parse_articles(std::string_view(lines).substr(begin, end - begin), "lines")) {
        again.push_back(std::move(one));
      }
      begin = end + 1;
    }
    const double merging = cpu_seconds();
    const Report reduced = merge(std::move(again));
    const double merged = cpu_seconds();
    out.merge_seconds = std::min(out.merge_seconds, merged - merging);
    if (to_json(reduced, {}) != direct) {
      std::puts("merging the lines of the articles gives another report");
      std::exit(1);
    }
    const double seconds = cpu_seconds() - start;
    out.again_seconds = runs == 1 ? seconds : std::min(out.again_seconds, seconds);
  }
  return out;
}

void print(std::size_t size, const Measured& m) {
  std::printf("%9zu %8zu %8zu %9.4f %9.4f %9.4f %8.2f %8.2f %8.2f %8.2f %9.0f\n", size, m.claims,
              m.merged, m.told, m.precision, m.recall, m.read_seconds, m.merge_seconds,
              m.write_seconds, m.again_seconds, peak_megabytes());
}

/// Story by story, so that any number of articles is written from little memory.
void write(std::size_t size) {
  constexpr std::size_t kStory = 20000;
  for (std::size_t first = 0; first < size; first += kStory) {
    const unsigned seed = kSeed + static_cast<unsigned>(first / kStory);
    const test::Story story(seed, std::min(kStory, size - first), first);
    for (std::size_t i = 0; i < story.size(); ++i) {
      const test::StoryArticle one = story.article(i);
      const nlohmann::ordered_json record = {
          {"path", one.path}, {"publisher", one.publisher}, {"text", one.text}};
      if (std::puts(record.dump().c_str()) < 0) return;
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 3 && std::string(argv[1]) == "--write") {
    write(std::strtoul(argv[2], nullptr, 10));
    return 0;
  }
  if (argc != 3 && argc != 4) {
    std::puts("usage: merge_scale SMALL LARGE [GROWTH] | merge_scale --write N");
    return 2;
  }
  const double most_growth = argc == 4 ? std::strtod(argv[3], nullptr) : kMostGrowth;
  const Lexicons lexicons = load_lexicons({});
  const Pipeline pipeline(lexicons);
  std::printf("%9s %8s %8s %9s %9s %9s %8s %8s %8s %8s %9s\n", "articles", "claims", "merged",
              "read", "precision", "recall", "read s", "merge s", "write s", "again s", "peak MB");
  std::array<Measured, 2> measured;
  std::array<std::size_t, 2> sizes{};
  bool linear = false;
  for (int attempt = 0; attempt < kAttempts && !linear; ++attempt) {
    for (std::size_t i = 0; i < 2; ++i) {
      sizes[i] = std::strtoul(argv[i + 1], nullptr, 10);
      measured[i] = measure(pipeline, sizes[i]);
      print(sizes[i], measured[i]);
    }
    const double times = static_cast<double>(sizes[1]) / static_cast<double>(sizes[0]);
    const double growth = measured[1].merge_seconds / measured[0].merge_seconds;
    // Twelve times the time for ten times the articles, or GROWTH times, and in proportion.
    const double most = most_growth * times / 10;
    std::printf("merging %.1f times the articles takes %.1f times the time (at most %.1f)\n", times,
                growth, most);
    linear = growth <= most;
  }
  bool good = linear;
  for (const Measured& one : measured) {
    good = good && one.told >= kRight && one.precision >= kRight && one.recall >= kRight;
  }
  return good ? 0 : 1;
}
