// No text, however odd, stops a stage or breaks what it promises of its spans.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "built_in_pipeline.hpp"
#include "generator.hpp"
#include "msmt/error.hpp"
#include "msmt/output.hpp"

using namespace msmt;
using msmt::test::Generator;
using msmt::test::pipeline;

namespace {

void check_all_stages(const std::string& bytes) {
  const Document doc = read_document("a.txt", bytes, {}, "2025-05-30");
  REQUIRE(doc.bytes == bytes);
  const Report report = run(pipeline(), {doc}, 1);
  const auto inside = [&](Span span) { return span.begin < span.end && span.end <= bytes.size(); };
  for (const SourceInfo::Listed& listed : report.sources.front().mentions) {
    CHECK(inside(listed.mention.span));
    CHECK_FALSE(print(listed.mention.value).empty());
  }
  for (const MergedClaim& merged : report.claims) {
    for (const Evidence& evidence : merged.evidence) {
      CHECK(inside(evidence.bytes));
      for (const auto& [field, span] : evidence.spans) {
        INFO(merged.id << " " << field << " [" << span.begin << ", " << span.end << ")");
        CHECK(inside(span));
      }
    }
  }
  const std::string json = to_json(report, {.mentions = true, .residue = true});
  CHECK(nlohmann::json::accept(json));  // UTF-8 is checked, too
  CHECK_FALSE(to_csv(report).empty());
  CHECK_FALSE(to_table(report).empty());
}

/// The texts of tests/corpus/claims.tsv: one of each construction that is read.
std::vector<std::string> corpus_texts() {
  std::ifstream file(MSMT_SOURCE_DIR "/tests/corpus/claims.tsv", std::ios::binary);
  std::vector<std::string> texts;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::string text = line.substr(0, line.find('\t'));
    for (std::size_t bar; (bar = text.find(" | ")) != std::string::npos;)
      text.replace(bar, 3, "\n\n");
    texts.push_back(std::move(text));
  }
  return texts;
}

/// Where a word begins, or the end of the text.
std::size_t word_of(Generator& generator, const std::string& text) {
  const std::size_t space = text.find(' ', generator.below(text.size()));
  return space == std::string::npos ? text.size() : space + 1;
}

}  // namespace

TEST_CASE("any characters go through all stages") {
  for (unsigned seed = 1; seed <= 250; ++seed) {
    INFO("seed " << seed);
    Generator generator(seed);
    const std::string bytes = generator.text(1 + generator.below(80));
    INFO(bytes);
    check_all_stages(bytes);
  }
}

TEST_CASE("articles with a piece cut out or doubled go through all stages") {
  for (unsigned seed = 1000; seed < 1150; ++seed) {
    INFO("seed " << seed);
    Generator generator(seed);
    std::string bytes = generator.article();
    const auto boundary = [&] {
      std::size_t at = generator.below(bytes.size());
      while (at > 0 && (static_cast<unsigned char>(bytes[at]) & 0xC0U) == 0x80U) --at;
      return at;
    };
    for (std::size_t edits = 1 + generator.below(3); edits > 0 && !bytes.empty(); --edits) {
      const auto [begin, end] = std::minmax({boundary(), boundary()});
      if (generator.below(2) == 0) {
        bytes.erase(begin, end - begin);
      } else {
        bytes.insert(begin, bytes.substr(begin, end - begin));
      }
    }
    INFO(bytes);
    check_all_stages(bytes);
  }
}

TEST_CASE(
    "sentences that are whole, break off, go on as another one, or hold words of others go through "
    "all stages") {
  Generator generator(3000);
  const std::vector<std::string> texts = corpus_texts();
  REQUIRE(texts.size() > 1000);
  for (const std::string& text : texts) {
    std::string broken = text;
    const std::size_t way = generator.below(4);
    if (way == 1 || way == 2) broken.erase(word_of(generator, text));
    if (way == 2) {
      const std::string& other = texts[generator.below(texts.size())];
      broken += other.substr(word_of(generator, other));
    }
    for (std::size_t words = way == 3 ? 1 + generator.below(3) : 0; words > 0; --words) {
      const std::string& other = texts[generator.below(texts.size())];
      const std::size_t from = word_of(generator, other);
      const std::size_t to = word_of(generator, broken);
      broken.replace(to, broken.find(' ', to) - to,
                     other.substr(from, other.find(' ', from) - from));
    }
    INFO(broken);
    check_all_stages(broken);
  }
}

TEST_CASE("bytes that are not UTF-8 are refused with their place") {
  for (unsigned seed = 2000; seed < 2100; ++seed) {
    INFO("seed " << seed);
    Generator generator(seed);
    std::string bytes = generator.article();
    const std::size_t at = bytes.find(' ', generator.below(bytes.size() / 2));
    REQUIRE(at != std::string::npos);
    bytes[at] = static_cast<char>(0xF8 + generator.below(8));  // never stands in UTF-8
    const auto line = 1 + std::count(bytes.begin(), bytes.begin() + static_cast<long>(at), '\n');
    CHECK_THROWS_WITH(read_document("a.txt", bytes, {}, ""),
                      Catch::StartsWith("a.txt:" + std::to_string(line) + ": "));
  }
}
