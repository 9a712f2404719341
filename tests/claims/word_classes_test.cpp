// Word classes: what rules ask for, and that the table and a user's rows answer.
#include "claims/word_classes.hpp"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>

#include "chunks.hpp"
#include "msmt/error.hpp"

using msmt::WordClass;
using msmt::WordClasses;
using msmt::test::lexicons;

namespace {

/// The built-in tables with a file over them, which is gone afterwards.
msmt::Lexicons with_rows(const std::string& rows) {
  std::string path = (std::filesystem::temp_directory_path() / "msmt-word-classes-XXXXXX").string();
  const int file = mkstemp(path.data());
  REQUIRE(file >= 0);
  close(file);
  std::ofstream(path) << "# lexicon: word_classes\nid\tclass\tpos\tforms\n" << rows;
  try {
    msmt::Lexicons loaded = msmt::load_lexicons({path});
    std::filesystem::remove(path);
    return loaded;
  } catch (const msmt::Error&) {
    std::filesystem::remove(path);
    throw;
  }
}

}  // namespace

TEST_CASE("each class that rules ask for has words, and each row a class") {
  const msmt::Table& table = lexicons().table("word_classes");
  const WordClasses classes(lexicons());
  std::set<std::string> filled;
  for (const msmt::Row& row : table.rows) filled.insert(table.cell(row, "class"));
  std::set<std::string> asked;
  for (std::size_t i = 0; i < msmt::kWordClasses; ++i) {
    asked.insert(std::string(to_string(static_cast<WordClass>(i))));
  }
  CHECK(filled == asked);
  for (const msmt::Row& row : table.rows) {
    for (std::size_t i = 0; i < msmt::kWordClasses; ++i) {
      const auto word_class = static_cast<WordClass>(i);
      if (to_string(word_class) != table.cell(row, "class")) continue;
      for (const std::string_view form : table.list(row, "forms")) {
        INFO(form);
        CHECK(classes.holds(word_class, form));
      }
    }
  }
}

TEST_CASE("a word is of the classes whose rows have it, and of no other") {
  CHECK(msmt::test::grammar().is(WordClass::thief, "hacker"));
  CHECK(msmt::test::grammar().is(WordClass::light, "carry out"));
  CHECK_FALSE(msmt::test::grammar().is(WordClass::thief, "government"));
  CHECK_FALSE(msmt::test::grammar().is(WordClass::thief, ""));
  CHECK(msmt::test::grammar().any_is(WordClass::band, "several rebel"));
  CHECK_FALSE(msmt::test::grammar().any_is(WordClass::band, "rebelled"));
  CHECK_FALSE(msmt::test::grammar().any_is(WordClass::band, ""));
}

TEST_CASE("a row of a user adds to a class, and one with a known id replaces its words") {
  const msmt::Lexicons added = with_rows("mine\tthief\tnoun\traider\n");
  const WordClasses more(added);
  CHECK(more.holds(WordClass::thief, "raider"));
  CHECK(more.holds(WordClass::thief, "hacker"));
  const msmt::Lexicons replaced = with_rows("thief\tthief\tnoun\traider\n");
  const WordClasses others(replaced);
  CHECK(others.holds(WordClass::thief, "raider"));
  CHECK_FALSE(others.holds(WordClass::thief, "hacker"));
}

TEST_CASE("a class that no rule asks for is refused") {
  CHECK_THROWS_AS(with_rows("mine\tthieves\tnoun\traider\n"), msmt::Error);
}
