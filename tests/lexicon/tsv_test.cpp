#include "lexicon/tsv.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "msmt/error.hpp"
#include "msmt/lexicon.hpp"

namespace {

std::string message(std::string_view text) {
  try {
    msmt::parse_table("fruit", text, "fruit.tsv");
  } catch (const msmt::Error& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace

TEST_CASE("a table has columns, rows, and the place of each row") {
  const msmt::Table table = msmt::parse_table("fruit",
                                              "# fruit, of the market\n"
                                              "id\tforms\tnote\n"
                                              "\n"
                                              "apple\tapple|apples\t\n"
                                              "# pear\tis a colour too\n"
                                              "plum\t\tsweet\n",
                                              "data/fruit.tsv");
  CHECK(table.name == "fruit");
  CHECK(table.columns == std::vector<std::string>{"id", "forms", "note"});
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[0].where() == "data/fruit.tsv:4");
  CHECK(table.rows[1].where() == "data/fruit.tsv:6");
  CHECK(table.cell(table.rows[1], "note") == "sweet");
  CHECK(table.list(table.rows[0], "forms") == std::vector<std::string_view>{"apple", "apples"});
  CHECK(table.list(table.rows[1], "forms").empty());
}

TEST_CASE("byte order mark, CRLF, a missing last newline and spaces around cells do not matter") {
  const msmt::Table table =
      msmt::parse_table("fruit", "\xEF\xBB\xBFid\tforms\r\napple\t red apple | apple ", "f.tsv");
  CHECK(table.columns == std::vector<std::string>{"id", "forms"});
  REQUIRE(table.rows.size() == 1);
  CHECK(table.rows[0].cell(0) == "apple");
  CHECK(table.rows[0].cell(1) == "red apple | apple");
  CHECK(table.list(table.rows[0], "forms") == std::vector<std::string_view>{"red apple", "apple"});
}

TEST_CASE("a table that is no table is refused with its place") {
  CHECK(message("") ==
        "fruit.tsv: no line names the columns: "
        "begin with a line such as: id, forms, note, parted by tabs");
  CHECK(message("# only words\n") == message(""));
  CHECK(message("id\tforms\na\tb\nc\n") ==
        "fruit.tsv:3: 1 cells where the header names 2 columns: "
        "put one tab between two cells, also around empty ones");
  CHECK(message("id\t\tforms\n") ==
        "fruit.tsv:1: column 2 has no name: name each column, with one tab between two names");
  CHECK(message("id\tforms\tid\n") == "fruit.tsv:1: column \"id\" is named twice: name it once");
}

TEST_CASE("an unknown column is an error that offers the nearest one") {
  const msmt::Table table = msmt::parse_table("units", "id\tforms\tkind\n", "units.tsv");
  CHECK(table.column("kind") == 2);
  try {
    static_cast<void>(table.column("form"));
    FAIL("no error");
  } catch (const msmt::Error& error) {
    CHECK(error.problem() == "no column \"form\"");
    CHECK(error.hint() == "did you mean \"forms\"? use one of id, forms, kind");
  }
}

TEST_CASE("a file may name its lexicon") {
  const msmt::ParsedTable parsed =
      msmt::parse_tsv("mine", "# my own words\n#lexicon: weapons\nid\tforms\n# lexicon: no\n", "m");
  CHECK(parsed.declared == "weapons");
  CHECK(parsed.header_line == 3);
}

TEST_CASE("the nearest name is offered only when it is near") {
  const std::vector<std::string> known = {"id", "forms", "kind", "note"};
  CHECK(msmt::nearest_name("form", known) == "forms");
  CHECK(msmt::nearest_name("notes", known) == "note");
  CHECK(msmt::nearest_name("population", known).empty());
  CHECK(msmt::nearest_name("xy", known).empty());
}
