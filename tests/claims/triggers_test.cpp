// Which texts of the corpus exercise which trigger: tests/corpus/triggers.tsv, a row for each trigger of
// each frame of data/lexicon/frames.tsv.
//
//     give.send	airlift	Qatar airlifted rifles to Chad.
//
// The text is a line of tests/corpus/claims.tsv in which that word makes a claim by that frame. After a change of frames or corpus,
//
//     claims_tests "[.write]"
//
// writes the table anew, with `-` for a trigger that still needs a text.
#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "chunks.hpp"
#include "claims_of.hpp"

using msmt::test::assembler;
using msmt::test::engine;
using msmt::test::grammar;
using msmt::test::lexicons;

namespace {

using Trigger = std::pair<std::string, std::string>;  ///< frame id, base form

const std::string kFolder = std::string(MSMT_SOURCE_DIR) + "/tests/corpus/";

/// Every trigger of every frame, in the order of the table.
std::vector<Trigger> all_triggers() {
  std::vector<Trigger> all;
  const msmt::Table& frames = lexicons().table("frames");
  for (const msmt::Row& row : frames.rows) {
    for (const std::string_view word : frames.list(row, "triggers"))
      all.emplace_back(frames.cell(row, "id"), word);
  }
  return all;
}

/// The frame and the base form of the word that make each claim of a text.
std::set<Trigger> triggers_of(const std::string& text) {
  const msmt::Document doc = msmt::test::parse_example(text, "triggers").doc;
  const std::vector<msmt::Reading> readings = msmt::extract(engine(), doc);
  std::set<Trigger> found;
  for (const msmt::Claim& claim : msmt::assemble(assembler(), doc, readings).claims) {
    const std::string frame = claim.evidence.rule.substr(0, claim.evidence.rule.rfind('.'));
    for (const auto& [field, span] : claim.evidence.spans) {
      if (field != "trigger") continue;
      for (const msmt::Reading& reading : readings) {
        for (const msmt::Chunk& chunk :
             msmt::chunk(grammar(), lexicons(), engine().vocabulary(), doc, reading)) {
          if (!chunk.span.overlaps(span)) continue;
          const std::string compound =
              chunk.before.substr(chunk.before.rfind(' ') + 1) + " " + chunk.lemma;
          for (const std::string& word : {chunk.lemma, chunk.head, chunk.word, compound})
            found.emplace(frame, word);
        }
      }
    }
  }
  return found;
}

/// The texts of the corpus that make a claim, as they stand in it.
std::vector<std::string> corpus_texts() {
  std::ifstream file(kFolder + "claims.tsv", std::ios::binary);
  REQUIRE(file);
  std::vector<std::string> texts;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.starts_with('#') || line.ends_with("\t-")) continue;
    texts.push_back(line.substr(0, line.find('\t')));
  }
  return texts;
}

std::map<Trigger, std::string> read_table() {
  std::ifstream file(kFolder + "triggers.tsv", std::ios::binary);
  REQUIRE(file);
  std::map<Trigger, std::string> table;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    const std::size_t first = line.find('\t');
    const std::size_t second = line.find('\t', first + 1);
    INFO(line);
    REQUIRE(second != std::string::npos);
    table[{line.substr(0, first), line.substr(first + 1, second - first - 1)}] =
        line.substr(second + 1);
  }
  return table;
}

}  // namespace

TEST_CASE("triggers.tsv says which text of the corpus exercises each trigger") {
  const std::map<Trigger, std::string> table = read_table();
  const std::vector<Trigger> triggers = all_triggers();
  const std::vector<std::string> texts = corpus_texts();
  const std::set<std::string> corpus(texts.begin(), texts.end());
  for (const Trigger& trigger : triggers) {
    INFO(trigger.first << ", " << trigger.second
                       << ": where it is wrong, claims_tests \"[.write]\"");
    const auto row = table.find(trigger);
    CHECK(row != table.end());
    if (row == table.end()) continue;
    INFO(row->second);
    CHECK(corpus.contains(row->second));
    CHECK(triggers_of(row->second).contains(trigger));
  }
}

TEST_CASE("write tests/corpus/triggers.tsv", "[.write]") {
  std::map<Trigger, std::string> shortest;
  for (const std::string& text : corpus_texts()) {
    for (const Trigger& trigger : triggers_of(text)) {
      std::string& known = shortest[trigger];
      if (known.empty() || text.size() < known.size()) known = text;
    }
  }
  std::ofstream file(kFolder + "triggers.tsv", std::ios::binary);
  file << "# Which text of claims.tsv exercises which trigger of data/lexicon/frames.tsv: frame, "
          "base form, text.\n"
          "# Written by claims_tests \"[.write]\"; tests/claims/triggers_test.cpp keeps it true.\n";
  for (const Trigger& trigger : all_triggers()) {
    const auto text = shortest.find(trigger);
    file << trigger.first << '\t' << trigger.second << '\t'
         << (text == shortest.end() ? std::string("-") : text->second) << '\n';
  }
}
