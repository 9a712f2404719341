#include "merge/independence.hpp"

#include <catch2/catch.hpp>
#include <random>

using namespace msmt;

namespace {

std::vector<std::string> random_words(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<std::string> words;
  for (std::size_t i = 0; i < count; ++i) words.push_back("w" + std::to_string(random() % 500));
  return words;
}

std::string sketch(const std::vector<std::string>& words) {
  Document doc;
  for (const std::string& word : words) doc.bytes += word + " ";
  doc.sentences.push_back({{0, doc.bytes.size()}, Zone::body, 0});
  return shingles(doc);
}

SourceInfo source(const std::string& path, const std::string& publisher, std::string shingles_) {
  SourceInfo out;
  out.path = path;
  out.sha256 = "digest of " + path;
  if (!publisher.empty()) out.publisher = publisher;
  out.shingles = std::move(shingles_);
  return out;
}

}  // namespace

TEST_CASE("resemblance estimates the Jaccard index of five-word shingles") {
  const std::vector<std::string> words = random_words(1000, 1);
  CHECK(resemblance(sketch(words), sketch(words)) == 1.0);
  CHECK(resemblance(sketch(words), sketch(random_words(1000, 2))) < 0.05);
  CHECK(resemblance(sketch(words), "") == 0.0);

  // A text and its first part share as many shingles as the part has.
  for (const double share : {0.9, 0.8, 0.6, 0.3}) {
    const std::vector<std::string> part(words.begin(),
                                        words.begin() + static_cast<std::ptrdiff_t>(share * 1000));
    INFO("share " << share);
    CHECK(resemblance(sketch(words), sketch(part)) == Approx(share).margin(0.12));
  }
}

TEST_CASE("letter case, punctuation and line breaks do not hide a copy") {
  Document a;
  a.bytes = "The North sent shells to the port, officials said on Monday.";
  a.sentences.push_back({{0, a.bytes.size()}, Zone::body, 0});
  Document b;
  b.bytes = "THE NORTH sent shells\nto the port officials said on Monday";
  b.sentences.push_back({{0, b.bytes.size()}, Zone::body, 0});
  CHECK(shingles(a) == shingles(b));
  CHECK(shingles(Document()).empty());
}

TEST_CASE("origins: near-copies, one publisher, one file; and whoever is linked through them") {
  const std::vector<std::string> words = random_words(600, 3);
  std::vector<std::string> edited = words;
  edited[100] = "edited";
  edited[400] = "too";
  const std::vector<SourceInfo> sources = {
      source("a", "Agency", sketch(words)),
      source("b", "", sketch(edited)),
      source("c", "Herald", sketch(random_words(600, 4))),
      source("d", "HERALD", ""),
      source("e", "", ""),
      source("f", "agency", ""),
      source("g", "", ""),
  };
  CHECK(origins(sources) == std::vector<std::size_t>{0, 0, 2, 2, 4, 0, 6});

  SourceInfo copy = sources[4];
  copy.path = "h";
  CHECK(origins({sources[4], copy}) == std::vector<std::size_t>{0, 0});
}

TEST_CASE("origins stay fast and right among many copies") {
  std::vector<SourceInfo> sources;
  for (unsigned family = 0; family < 50; ++family) {
    const std::vector<std::string> words = random_words(300, 100 + family);
    for (unsigned copy = 0; copy < 20; ++copy) {
      std::vector<std::string> edited = words;
      edited[10 * copy] = "edited";
      sources.push_back(
          source(std::to_string(family) + "/" + std::to_string(copy), "", sketch(edited)));
    }
  }
  const std::vector<std::size_t> found = origins(sources);
  for (std::size_t i = 0; i < found.size(); ++i) CHECK(found[i] == i / 20 * 20);
}
