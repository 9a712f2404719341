// The corpora against the rule tables: what the extractors read in every line, no more and no less.
#include "corpus.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

#include "built_in_engine.hpp"

using msmt::Mention;
using msmt::test::engine;
using msmt::test::Example;

namespace {

void check_corpus(const std::string& type) {
  std::size_t failures = 0;
  std::size_t lines = 0;
  std::size_t traps = 0;  // what looks like a mention and is none
  for (const Example& example : msmt::test::read_corpus(type)) {
    ++lines;
    if (example.spans.empty()) ++traps;
    std::vector<msmt::Span> spans;
    std::vector<std::string> values;
    for (const Mention& mention : msmt::test::mentions_of(engine(), example.doc, type)) {
      spans.push_back(mention.span);
      values.push_back(msmt::print(mention.value));
    }
    const std::string wanted = msmt::test::corpus_line(example.doc, example.spans, example.values);
    const std::string got = msmt::test::corpus_line(example.doc, spans, values);
    if (wanted == got) continue;
    ++failures;
    FAIL_CHECK(example.where << "\n  want " << wanted << "\n  got  " << got);
  }
  INFO(failures << " of " << lines << " lines fail");
  CHECK(failures == 0);
  INFO(traps << " of " << lines << " lines hold nothing");
  CHECK(3 * traps >= lines);
}

}  // namespace

TEST_CASE("corpus: quantity") { check_corpus("quantity"); }
TEST_CASE("corpus: unit") { check_corpus("unit"); }
TEST_CASE("corpus: date") { check_corpus("date"); }
TEST_CASE("corpus: time") { check_corpus("time"); }
TEST_CASE("corpus: weapon") { check_corpus("weapon"); }
TEST_CASE("corpus: country") { check_corpus("country"); }
TEST_CASE("corpus: military_unit") { check_corpus("military_unit"); }
TEST_CASE("corpus: organization") { check_corpus("organization"); }

TEST_CASE("every rule finds its example, and the example stands in the corpus") {
  std::map<std::string, std::vector<std::string>> texts;
  for (const msmt::RuleInfo& rule : engine().rules()) {
    auto [corpus, is_new] = texts.try_emplace(rule.extractor);
    if (is_new) {
      for (const Example& example : msmt::test::read_corpus(rule.extractor)) {
        corpus->second.push_back(example.doc.bytes);
      }
    }
    INFO(rule.id << ": " << rule.example);
    CHECK(std::any_of(corpus->second.begin(), corpus->second.end(), [&](const std::string& text) {
      return text.find(rule.example) != std::string::npos;
    }));
    const Example example = msmt::test::parse_example(rule.example, rule.id);
    const auto found = msmt::test::mentions_of(engine(), example.doc, rule.extractor);
    CHECK(std::any_of(found.begin(), found.end(),
                      [&](const Mention& mention) { return mention.rule == rule.id; }));
  }
}
