// Title, publisher and date of publication as a page states them.
#include <catch2/catch.hpp>

#include "read.hpp"

using namespace msmt;
using namespace msmt::test;

namespace {

std::string published(std::string_view page) {
  const Document doc = read(page);
  return doc.published.date + " " + std::string(to_string(doc.published.from));
}

}  // namespace

TEST_CASE("the date of publication is read from the page") {
  struct Row {
    const char* page;
    const char* published;
  };
  const std::vector<Row> rows{
      {"Guns fall silent\n date 2025-05-30 Evening News\nThe army left.", "2025-05-30 header"},
      {"Guns fall silent\nBy Jane Roe Posted : May 30, 2025, 09:12 Updated : June 2, 2025, "
       "10:00\nThe army left.",
       "2025-05-30 header"},
      {"Guns fall silent\nUpdated: 2 June 2025\nPublished: 30 May 2025\nThe army left.",
       "2025-05-30 header"},
      {"Guns fall silent\nUpdated: 2 June 2025\nThe army left.", "2025-06-02 header"},
      {"Guns fall silent\nMay 30, 2025\nThe army left.", "2025-05-30 header"},
      {"Guns fall silent\nFriday, 30th May 2025\nThe army left.", "2025-05-30 header"},
      {"Guns fall silent\n2025.05.30\nThe army left.", "2025-05-30 header"},
      {"Guns fall silent\n2025. 5. 30. 15:59\nThe army left.", "2025-05-30 header"},
      {"Guns fall silent\nPublished: 30/05/2025\nThe army left.", "2025-05-30 header"},
      {"Guns fall silent\nPublished: 05/30/2025\nThe army left.", "2025-05-30 header"},
      {"Guns fall silent\nPublished: 03/06/2025\nThe army left.", " "},
      {"Guns fall silent\nPublished: May 2025\nThe army left.", "2025-05 header"},
      {"Guns fall silent\nJane Roe | Example Wire | 3 June 2025\nThe army left.",
       "2025-06-03 header"},
      {"KYIV, 3 June 2025 (Example) \u2014 The army left.", "2025-06-03 header"},
      {"KYIV, June 3 (Example) - The army left.", " "},
      {"Posted: Jan. 2, 2025\nKYIV, Dec. 31 (Example) - The army left.", "2025-01-02 header"},
      {"Updated: Jan. 2, 2025\nKYIV, Dec. 31 (Example) - The army left.", "2024-12-31 header"},
      {"![A tank on the bank](https://example.com/2025/06/04/a.jpg)\nKYIV, June 3 (Example) - The "
       "army left.",
       "2025-06-03 inferred"},
      {"![A tank on the bank](https://example.com/2025/06/04/a.jpg)\nThe army left.",
       "2025-06-04 inferred"},
      // Page heads as agencies, papers, broadcasters, ministries and institutes print them.
      {"Guns fall silent\nPublished 5:00 AM EDT, Fri May 30, 2025\nThe army left.",
       "2025-05-30 header"},
      {"Guns fall silent\nUpdated: 30 May 2025 | 14:05 IST\nThe army left.", "2025-05-30 header"},
      {"Guns fall silent\n05.06.2025\nThe army left.", "2025-06-05 header"},
      {"Guns fall silent\n2025.05.30 15:59\nThe army left.", "2025-05-30 header"},
      {"Guns fall silent\nMay 30th, 2025 by Jane Roe\nThe army left.", "2025-05-30 header"},
      {"Guns fall silent\nFri 30 May 2025 10.21 BST\nFirst published on Thu 29 May 2025 21.03 "
       "BST\nThe army left.",
       "2025-05-29 header"},
      {"Guns fall silent\nIssued on: 30/05/2025 - 10:21\nThe army left.", "2025-05-30 header"},
      {"Guns fall silent\n2025-05-30T14:05:00+09:00\nThe army left.", "2025-05-30 header"},
      {"Guns fall silent\nMay 30, 2025 (Example Japan)\nThe army left.", "2025-05-30 header"},
      {"Guns fall silent\nAll News 15:01 May 30, 2025\nSEOUL, May 30 (Example) -- The army left.",
       "2025-05-30 header"},
      {"Guns fall silent\nMay 30, 2025 5:59 AM UTC Updated 2 hours ago\nThe army left.",
       "2025-05-30 header"},
      {"Guns fall silent\nPosted on : May.30,2025 16:59 KST\nThe army left.", "2025-05-30 header"},
      {"Guns fall silent\nOFFICE OF THE SPOKESPERSON\nMAY 30, 2025\nThe army left.",
       "2025-05-30 header"},
      {"30 May, 10:21\nGuns fall silent\nMOSCOW, May 30. /Example/. The army left.", " "},
      {"May 9, 2025 was a day of parades for the army\nThe army left.", " "},
      {"![A tank](https://example.com/photo/20250604/a.jpg)\nThe army left.",
       "2025-06-04 inferred"},
      {"![A tank](https://example.com/2025-06-04-a.jpg)\nThe army left.", "2025-06-04 inferred"},
      {"![A tank](https://example.com/id/20251399/a.jpg)\nThe army left.", " "},
      {"The army left on 30 May 2025.", " "},
      {"The army left. It came.\nThe ships left.\nThe guns fell.\nIt rained.\nMay 30, 2025\nThe "
       "war began.",
       " "},
      {"Guns fall silent\nFebruary 30, 2025\nThe army left.", " "},
  };
  for (const Row& row : rows) {
    INFO(row.page);
    CHECK(published(row.page) == row.published);
  }
}

TEST_CASE("a manifest wins over the page, the page over an option, an option over a hint") {
  const std::string page = "Guns fall silent\nMay 30, 2025\nThe army left.";
  Metadata metadata;
  metadata.published = "2025-05";
  metadata.title = "Silence";
  metadata.publisher = "Example Wire";
  const Document given = read_document("a", page, metadata, "2024-01-01");
  CHECK((given.published.date == "2025-05" && given.published.from == Anchor::manifest));
  CHECK((given.title == "Silence" && given.publisher == "Example Wire"));
  const Document stated = read_document("a", page, {}, "2024-01-01");
  CHECK((stated.published.date == "2025-05-30" && stated.published.from == Anchor::header));
  const Document option = read_document(
      "a", "![A tank here now](https://e.com/2025/06/04/a.jpg)\nThe army left.", {}, "2024-01-01");
  CHECK((option.published.date == "2024-01-01" && option.published.from == Anchor::option));
  Metadata address;
  address.url = "https://example.com/news/2025/06/04/guns";
  CHECK(read_document("a", "The army left.", address, "").published.from == Anchor::inferred);
}

TEST_CASE("title and publisher") {
  struct Row {
    const char* page;
    const char* title;
    const char* publisher;
  };
  const std::vector<Row> rows{
      {"Guns fall silent\nThe army left.", "Guns fall silent", ""},
      {"# Guns fall silent\nThe army left.", "Guns fall silent", ""},
      {"2025-05-30\n[News Today] \u201CGuns fall silent in the east\u201D\nThe army left.",
       "Guns fall silent in the east", ""},
      {"Guns fall silent - the example\n\nThe army left.", "Guns fall silent", "the example"},
      {"Guns fall silent | Wire\n\nThe army left.", "Guns fall silent", "Wire"},
      {"Guns fall silent - officials\n\nThe army left.", "Guns fall silent - officials", ""},
      {"WORLD\nGuns fall silent\nThe army left.", "Guns fall silent", ""},
      {"EXAMPLE NEWS AGENCY\n\nGuns fall silent\nThe army left.", "Guns fall silent", ""},
      {"Have the guns fallen silent?\nThe army left.", "Have the guns fallen silent?", ""},
      {"The army left. It was late.\n\nWhat we know\n", "", ""},
      {"Guns fall silent\nKYIV, June 3 (Example News) - The army left.", "Guns fall silent",
       "Example News"},
      {"MOSCOW, June 3. /TASS/. The army left.", "", "TASS"},
  };
  for (const Row& row : rows) {
    INFO(row.page);
    const Document doc = read(row.page);
    CHECK(doc.title.value_or("") == row.title);
    CHECK(doc.publisher.value_or("") == row.publisher);
  }
}

TEST_CASE("a dateline is a sentence of its own") {
  CHECK(sentences("SEOUL, May 30 (AJP) - The North sent shells.") ==
        Strings{"SEOUL, May 30 (AJP)", "The North sent shells."});
  CHECK(sentences("WASHINGTON \u2014 The panel met.") == Strings{"WASHINGTON", "The panel met."});
  CHECK(sentences("Seoul, May 30 (Yonhap) -- The North sent shells.") ==
        Strings{"Seoul, May 30 (Yonhap)", "The North sent shells."});
  CHECK(sentences("SEOUL, South Korea (AP) \u2014 \u201CWe go,\u201D he said.") ==
        Strings{"SEOUL, South Korea (AP)", "\u201CWe go,\u201D he said."});
  CHECK(sentences("SEOUL, SOUTH KOREA: The North sent shells.") ==
        Strings{"SEOUL, SOUTH KOREA", "The North sent shells."});
  CHECK(sentences("Iran, Syria: The two met.") == Strings{"Iran, Syria: The two met."});
  CHECK(sentences("NATO \u2014 the alliance \u2014 met.") ==
        Strings{"NATO \u2014 the alliance \u2014 met."});
  CHECK(sentences("Russian troops - The report says - left.") ==
        Strings{"Russian troops - The report says - left."});
}
