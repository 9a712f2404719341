// What says where matches begin must agree with what finds them, and what is saved with what is made.
#include "extract/pattern_program.hpp"

#include <re2/re2.h>

#include <array>
#include <catch2/catch.hpp>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "extract/compiled.hpp"
#include "extract/pattern_automaton.hpp"
#include "lexicon/snapshot.hpp"

using msmt::PatternAutomaton;
using msmt::PatternProgram;
using msmt::PatternSource;
using msmt::Symbol;

namespace {

constexpr const char* kPatterns[] = {"red",
                                     "{fruit}",
                                     "{colour}",
                                     "{colour} {fruit}",
                                     "{^colour}+ {fruit}",
                                     ". . {num}",
                                     "(?P<a> {colour} )? (?P<b> {num} ){1,3} {fruit}?",
                                     "( red | green apple? | {num} )* plum",
                                     "{colour|fruit} (?P<x> . *? ) {num}",
                                     "( {colour}? {fruit}? ){2,} plum",
                                     "( red ( plum | ) | {phrase} ) {phrase|num}",
                                     "{num}{2} | {num} red{0,2}? apple",
                                     "( red? )* plum",
                                     "(?P<a> ( red | {num} )* ) (?P<b> {num}* ) plum?",
                                     "(?P<a> . *? ) (?P<b> red+? ) (?P<c> .* ) plum",
                                     "( (?P<a> red ) | (?P<b> {num} ) | plum )+",
                                     "( (?P<a> red )? (?P<b> {num}? ) ){2,} (?P<c> . )",
                                     "( (?P<a> red?? ) | (?P<b> {fruit}* ) ){0,3} {num}",
                                     "(?P<a> ( | red ) )* (?P<b> {phrase} | {colour} )",
                                     "(?P<a> {colour} | {phrase} ) (?P<b> {fruit|colour}* )"};

msmt::Alphabet alphabet() {
  msmt::Alphabet made;
  made.add_mark("num");
  for (const char* form : {"red", "green", "dark red", "dark dark green"}) {
    made.add_form("colour", form);
  }
  for (const char* form : {"apple", "plum"}) made.add_form("fruit", form);
  for (const char* form : {"dark apple", "red apple", "red plum", "red plum red", "more"}) {
    made.add_form("phrase", form);
  }
  for (const char* pattern : kPatterns) made.add_words_of(pattern);
  made.freeze();
  return made;
}

/// What RE2 finds in `line` from `at` on, the whole and its groups; nothing when no match begins there.
std::vector<msmt::ItemRange> re2_groups(const PatternSource& source, std::span<const Symbol> line,
                                        std::size_t at) {
  re2::RE2::Options options(re2::RE2::Latin1);
  options.set_dot_nl(true);
  const re2::RE2 regex(re2::StringPiece(source.regex().data(), source.regex().size()), options);
  REQUIRE(regex.ok());
  std::string text;
  source.write_text(line.subspan(at), text);
  std::array<re2::StringPiece, 4> found;
  if (!regex.Match(text, 0, text.size(), re2::RE2::ANCHOR_START, found.data(), found.size())) {
    return {};
  }
  std::vector<msmt::ItemRange> groups(found.size());
  for (std::size_t g = 0; g < found.size(); ++g) {
    if (found[g].data() == nullptr) continue;
    const std::size_t begin = at + static_cast<std::size_t>(found[g].data() - text.data());
    groups[g] = {begin, begin + found[g].size()};
  }
  return groups;
}

std::size_t named_groups(std::string_view pattern) {
  std::size_t count = 0;
  for (std::size_t at = pattern.find("(?P<"); at != std::string_view::npos;
       at = pattern.find("(?P<", at + 1)) {
    ++count;
  }
  return count;
}

std::string bytes_of(std::span<const std::uint64_t> words) {
  std::string bytes(words.size_bytes(), '\0');
  if (!words.empty()) std::memcpy(bytes.data(), words.data(), bytes.size());
  return bytes;
}

}  // namespace

TEST_CASE("programs and automata find what RE2 finds") {
  const msmt::Alphabet letters = alphabet();
  std::mt19937 random(20250530);
  msmt::PatternMemory memory;
  std::size_t matches = 0;
  for (const char* text : kPatterns) {
    const msmt::PatternNode root = msmt::parse_pattern(letters, text, "test");
    const PatternProgram program(root);
    const PatternSource source(root);
    const PatternAutomaton automaton(program, source);
    REQUIRE(automaton.ready());
    for (int round = 0; round < 60; ++round) {
      std::vector<Symbol> line(random() % 8);
      for (Symbol& symbol : line) symbol = static_cast<Symbol>(random() % letters.size());
      for (std::size_t at = 0; at <= line.size(); ++at) {
        INFO(text << ", round " << round << ", item " << at);
        const auto said = program.run(line, at, memory);
        const auto fast = automaton.run(line, at, source);
        const std::vector<msmt::ItemRange> wanted = re2_groups(source, line, at);
        CHECK(said.matches == !wanted.empty());
        CHECK(fast.matches == !wanted.empty());
        CHECK(said.end == fast.end);
        if (wanted.empty()) continue;
        ++matches;
        std::vector<msmt::ItemRange> groups(1 + named_groups(text));
        REQUIRE(program.match(line, at, said, groups, memory));
        for (std::size_t g = 0; g < groups.size(); ++g) {
          INFO("group " << g);
          CHECK(groups[g].begin == wanted[g].begin);
          CHECK(groups[g].end == wanted[g].end);
        }
      }
    }
  }
  CHECK(matches > 200);
}

TEST_CASE("the first items of a match are among those that the openings name") {
  const msmt::Alphabet letters = alphabet();
  std::mt19937 random(7);
  msmt::PatternMemory memory;
  for (const char* text : kPatterns) {
    const PatternProgram program(msmt::parse_pattern(letters, text, "test"));
    const PatternProgram::Openings openings = program.openings();
    for (int round = 0; round < 200; ++round) {
      std::vector<Symbol> line(1 + random() % 6);
      for (Symbol& symbol : line) symbol = static_cast<Symbol>(random() % letters.size());
      if (!program.run(line, 0, memory).matches) continue;
      for (std::size_t item = 0; item < PatternProgram::Openings::kItems; ++item) {
        if (openings.free[item]) continue;
        INFO(text << ", item " << item);
        REQUIRE(item < line.size());
        CHECK(((openings.symbols[item][line[item] >> 6U] >> (line[item] & 63U)) & 1U) == 1);
      }
    }
  }
}

TEST_CASE("what is saved when the library is built is what the tables come to") {
  const msmt::Lexicons lexicons = msmt::load_lexicons({});
  msmt::Vocabulary vocabulary(lexicons);
  msmt::Saver words;
  vocabulary.fields(words);
  CHECK(words.bytes() == bytes_of(msmt::snapshot().vocabulary));
  msmt::Tables tables = msmt::compile_tables(lexicons, vocabulary);
  CHECK(msmt::save_tables(tables) == bytes_of(msmt::snapshot().engine));
  CHECK(lexicons.digest() == msmt::snapshot().digest);
}
