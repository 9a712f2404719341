// What --lexicon does to the built-in tables. The files are invented; of the built-in tables only
// that weapons.tsv exists and has the columns id, name, forms and note is taken for granted.
#include "msmt/lexicon.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/embedded.hpp"
#include "msmt/error.hpp"

namespace {

/// A folder for one test, gone with it.
class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "msmt-lexicon-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  std::string file(const std::string& name, std::string_view text) const {
    const std::filesystem::path path = path_ / name;
    std::ofstream(path, std::ios::binary) << text;
    return path.string();
  }
  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

std::string message(const std::vector<std::string>& files) {
  try {
    msmt::load_lexicons(files);
  } catch (const msmt::Error& error) {
    return error.what();
  }
  return "no error";
}

const msmt::Row* row_of(const msmt::Table& table, std::string_view id) {
  for (const msmt::Row& row : table.rows) {
    if (table.cell(row, "id") == id) return &row;
  }
  return nullptr;
}

std::optional<msmt::Gazetteer::Match> match(const msmt::Gazetteer& names, const std::string& text) {
  msmt::Document doc;
  doc.bytes = text;
  return names.match(doc, msmt::tokenize(doc, {0, text.size()}), 0);
}

}  // namespace

TEST_CASE("the built-in tables are there, in order, with their places") {
  const msmt::Lexicons lexicons = msmt::load_lexicons({});
  REQUIRE(lexicons.tables().contains("weapons"));
  const msmt::Table& weapons = lexicons.table("weapons");
  REQUIRE_FALSE(weapons.rows.empty());
  CHECK(weapons.rows[0].where().starts_with("data/lexicon/weapons.tsv:"));
  CHECK(lexicons.gazetteer("weapons").size() > 0);
  CHECK(lexicons.digest().size() == 64);
  CHECK(lexicons.digest() == msmt::load_lexicons({}).digest());
}

TEST_CASE("the digest is that of the list that sha256sum prints") {
  std::string list;
  for (const msmt::EmbeddedTable& table : msmt::embedded_tables()) {
    std::string text;
    for (const std::string_view piece : table.pieces) text += piece;
    CHECK(table.sha256 == msmt::sha256(text));
    list += msmt::sha256(text) + "  " + std::string(table.name) + ".tsv\n";
  }
  CHECK(msmt::load_lexicons({}).digest() == msmt::sha256(list));
}

TEST_CASE("a file adds rows with the columns it has") {
  const Folder folder;
  const std::string path =
      folder.file("weapons.tsv", "id\tforms\nzork-9\tZork-9|*Zork\nzork-10\tZork-10\n");
  const msmt::Lexicons lexicons = msmt::load_lexicons({path});
  const msmt::Table& weapons = lexicons.table("weapons");
  const msmt::Row* row = row_of(weapons, "zork-9");
  REQUIRE(row != nullptr);
  CHECK(row->where() == path + ":2");
  CHECK(std::count(row->text.begin(), row->text.end(), '\t') + 1 == std::ssize(weapons.columns));
  CHECK(weapons.cell(*row, "name").empty());
  CHECK(row_of(weapons, "zork-10") == row + 1);

  const msmt::Gazetteer& names = lexicons.gazetteer("weapons");
  const auto sure = match(names, "ZORK-9");
  REQUIRE(sure.has_value());
  CHECK(&weapons.rows[sure->form.row] == row);
  CHECK(weapons.columns[sure->form.column] == "forms");
  CHECK_FALSE(sure->form.ambiguous);
  CHECK(match(names, "Zork")->form.ambiguous);
  CHECK_FALSE(match(names, "zork").has_value());
  CHECK(lexicons.digest() != msmt::load_lexicons({}).digest());
}

TEST_CASE("a row with a known id keeps the cells that the file does not have") {
  const Folder folder;
  const msmt::Lexicons built_in = msmt::load_lexicons({});
  const msmt::Table& before = built_in.table("weapons");
  const std::string id = before.cell(before.rows[1], "id");
  const std::string path =
      folder.file("mine.tsv", "# lexicon: weapons\nid\tforms\n" + id + "\tQuux-1|Quux-2\n");
  const msmt::Lexicons lexicons = msmt::load_lexicons({path});
  const msmt::Table& after = lexicons.table("weapons");
  REQUIRE(after.rows.size() == before.rows.size());
  CHECK(after.cell(after.rows[1], "forms") == "Quux-1|Quux-2");
  CHECK(after.cell(after.rows[1], "name") == before.cell(before.rows[1], "name"));
  CHECK(after.rows[1].where() == path + ":3");
  CHECK(after.rows[0].text == before.rows[0].text);
}

TEST_CASE("the last file has the last word") {
  const Folder folder;
  const std::string one = folder.file("one.tsv", "# lexicon: weapons\nid\tname\nzork\tone\n");
  const std::string two = folder.file("two.tsv", "# lexicon: weapons\nid\tname\nzork\ttwo\n");
  const auto name = [](const msmt::Lexicons& lexicons) {
    const msmt::Table& table = lexicons.table("weapons");
    return table.cell(*row_of(table, "zork"), "name");
  };
  CHECK(name(msmt::load_lexicons({one, two})) == "two");
  CHECK(name(msmt::load_lexicons({two, one})) == "one");
}

TEST_CASE("a longer phrase of a country's `not` column is found as such") {
  const Folder folder;
  const std::string path = folder.file("countries.tsv",
                                       "id\tnames\tadjectives\tambiguous\tnot\n"
                                       "zz\tZubrowka|Zub\tZubrowkan\tZub\tZubrowka Airways\n");
  const msmt::Lexicons lexicons = msmt::load_lexicons({path});
  const msmt::Gazetteer& names = lexicons.gazetteer("countries");
  const msmt::Table& countries = lexicons.table("countries");
  CHECK(match(names, "Zubrowka Airways")->form.blocked);
  CHECK(match(names, "Zubrowka Airways")->tokens == 2);
  CHECK_FALSE(match(names, "Zubrowka airport")->form.blocked);
  CHECK(countries.columns[match(names, "zubrowkan")->form.column] == "adjectives");
  CHECK(match(names, "Zub")->form.ambiguous);
  CHECK(match(names, "ZUB")->form.ambiguous);  // in a headline
  CHECK_FALSE(match(names, "zub").has_value());
}

TEST_CASE("a bad file is refused before any work, with its place and a way out") {
  const Folder folder;
  const auto refused = [&](const std::string& name, std::string_view text) {
    const std::string path = folder.file(name, text);
    std::string told = message({path});
    REQUIRE(told.starts_with(path));
    return told.substr(path.size());
  };
  CHECK_THAT(
      refused("weapons.tsv", "# mine\nid\tform\n"),
      Catch::StartsWith(":2: unknown column \"form\": did you mean \"forms\"? use one of id, "));
  CHECK(refused("weapons.tsv", "forms\nZork\n") ==
        ":1: no column \"id\": add it: it says which row to add or replace");
  CHECK_THAT(
      refused("weapon.tsv", "id\tforms\n"),
      Catch::StartsWith(": no lexicon is named \"weapon\": rename the file or begin it with "
                        "a line \"# lexicon: NAME\"; did you mean \"weapons\"? use one of "));
  CHECK_THAT(refused("weapons.tsv", "id\tforms\na\tb\nc\td\na\te\n"),
             Catch::Matches(":4: id \"a\" stands at .*weapons.tsv:2 as well: "
                            "keep one of the two rows"));
  CHECK(refused("weapons.tsv", "id\tforms\n\tb\n") ==
        ":2: the id is empty: give the row an id of its own");
  CHECK(refused("weapons.tsv", "id\tforms\nzork\tZ\x92rk\n") ==
        ":2: byte 0x92 is not UTF-8: convert first, e.g. iconv -f windows-1252 -t utf-8");
  // what a cell may hold, table by table
  CHECK_THAT(refused("weapons.tsv", "id\tcategory\nzork\ttnak\n"),
             Catch::StartsWith(
                 ":2: \"tnak\" is no category of weapons: did you mean \"tank\"? use one of "));
  CHECK_THAT(refused("weapons.tsv", "id\tforms\tcountry\nzork\tZork\tXQ\n"),
             Catch::StartsWith(":2: \"XQ\" is the code of no country: use an ISO 3166-1"));
  CHECK_THAT(refused("weapon_classes.tsv", "id\theads\tml\nzork\tzorker\tML99\n"),
             Catch::StartsWith(":2: \"ML99\" is no ml of weapon_classes: "));
  CHECK_THAT(refused("weapon_modifiers.tsv", "id\tforms\trole\nzork\tzorky\tmodfier\n"),
             Catch::StartsWith(":2: \"modfier\" is no role of weapon_modifiers: did you mean "
                               "\"modifier\"?"));
  CHECK_THAT(refused("organizations.tsv", "id\tforms\tkind\nzork\tZork\tcompnay\n"),
             Catch::StartsWith(":2: \"compnay\" is no kind of organizations: did you mean "
                               "\"company\"?"));
  CHECK_THAT(refused("military_units.tsv", "id\tforms\nzork\tZork Corps||Zorks\n"),
             Catch::StartsWith(":2: column \"forms\" has an empty item: "));
  CHECK_THAT(refused("countries.tsv", "id\tnames\nzz\tZubrowka|\n"),
             Catch::StartsWith(":2: column \"names\" has an empty item: "));
  CHECK_THAT(refused("persons.tsv", "id\tforms\tcountry\nzork\tZ. Zork\tNorth Korea\n"),
             Catch::StartsWith(":2: \"North Korea\" is the code of no country: "));
  CHECK_THAT(refused("units.tsv", "id\tforms\tsi\nzork\tzork\ta lot\n"),
             Catch::StartsWith(":2: \"a lot\" in column \"si\" is no number: "));
  CHECK_THAT(refused("numbers.tsv", "id\tforms\tvalue\nzork\tzork\ttwo\n"),
             Catch::StartsWith(":2: \"two\" in column \"value\" is no number: "));
  CHECK_THAT(refused("hedges.tsv", "id\tforms\trelation\nzork\tzorkly\tabuot\n"),
             Catch::StartsWith(":2: \"abuot\" is no relation of hedges: did you mean \"about\"?"));
  CHECK_THAT(refused("items.tsv", "id\tforms\tclass\nzork\tzork\tarm\n"),
             Catch::StartsWith(":2: \"arm\" is no class of items: did you mean \"arms\"?"));
  CHECK_THAT(
      refused("frames.tsv", "id\ttype\tpos\nzork\ttransfre\tverb\n"),
      Catch::StartsWith(":2: \"transfre\" is no type of frames: did you mean \"transfer\"?"));
  CHECK_THAT(refused("calendar.tsv", "id\tforms\tkind\nzork\tZorkday\tweekdy\n"),
             Catch::StartsWith(":2: \"weekdy\" is no kind of calendar: did you mean \"weekday\"?"));
  CHECK_THAT(refused("verbs.tsv", "id\tnoun\nzork\talways\n"),
             Catch::StartsWith(":2: \"always\" is no noun of verbs: "));
  CHECK_THAT(refused("words.tsv", "id\tforms\nzork\ta||b\n"),
             Catch::StartsWith(":2: column \"forms\" has an empty item: "));
  CHECK_THAT(
      refused("cues.tsv", "id\tforms\tcertainty\nzork\tzorkly\tplaned\n"),
      Catch::StartsWith(":2: \"planed\" is no certainty of cues: did you mean \"planned\"?"));
  CHECK(message({folder.path()}) ==
        folder.path() + ": is a folder: check the name given to --lexicon");
  CHECK(message({folder.path() + "/none.tsv"}) ==
        folder.path() +
            "/none.tsv: cannot be opened (No such file or directory): "
            "check the name given to --lexicon");
}

TEST_CASE("an unknown table is an error that names the known ones") {
  const msmt::Lexicons lexicons = msmt::load_lexicons({});
  CHECK_THROWS_WITH(lexicons.table("weapon"),
                    Catch::StartsWith("weapon.tsv: no such lexicon: did you mean \"weapons\"?"));
  CHECK_THROWS_WITH(lexicons.gazetteer("units"),
                    Catch::StartsWith("units.tsv: no names to look up in this lexicon: "));
}
