// Sentences: each row is a paragraph with `|` where a sentence ends.
#include <catch2/catch.hpp>

#include "read.hpp"

using namespace msmt;
using namespace msmt::test;

namespace {

std::string marked(std::string_view paragraph) {
  std::string plain;
  for (const char c : paragraph) {
    if (c != '|') plain += c;
  }
  std::string out;
  for (const std::string& sentence : sentences(plain)) out += (out.empty() ? "" : "| ") + sentence;
  return out;
}

}  // namespace

TEST_CASE("full stops end sentences and abbreviations do not") {
  const std::vector<std::string> rows{
      "The ship left.| It was full.| Why?| Nobody knows!| So it goes.",
      "Gen. Roe met Lt. Col. J. R. Doe of the U.S. Navy.| They spoke.",
      "He flew to the U.S.| The talks went on.| They were held by the U.N. Security Council.",
      "It began at 5 p.m. Thursday in the port.| It began at 5 p.m. on Friday.| It ended at 11 "
      "p.m.| Nobody was hurt.",
      "They met at 10 a.m. Seoul time and left.",
      "It fell on Oct. 16 and Nov. 2, 2024.| The war went on.",
      "See No. 3 of the list.| Was it no?| No.| It was not.",
      "Roe Co. Ltd. sold it to Doe Inc. for money.| Doe Inc.| The firm is closed.",
      "The range is 3.5 km.| The count is 3.| The rest is 1,200.75 tons.",
      "In 2024.| The year after was calm.| 300 people came.",
      "He had tanks, guns, etc. and more.| She had tanks, guns, etc.| They left.",
      "Works of art.| 300 of them were lost.| Art. 5 was cited.",
      "The plan was plan B.| The end came.",
      "Read www.example.com for more.| It is e.g. there, i.e. here.",
      "Shells, guns; rockets: all of it came.| It stayed.",
      "They gave more \u2026 and went on.| They left\u2026| The end.",
      "They gave more ... and went on.| They left...| The end.",
      "The guns fell silent.The army left.| It was over?We think so.",
  };
  for (std::string row : rows) {
    std::string expected = row;
    // two rows without a space between the sentences
    for (const std::string gap : {"silent.The", "over?We"}) {
      const std::size_t at = expected.find(gap);
      if (at != std::string::npos) expected.replace(expected.find_first_of(".?", at) + 1, 0, "| ");
    }
    CHECK(marked(row) == expected);
  }
}

TEST_CASE("closing marks belong to the sentence that they close") {
  const std::vector<std::string> rows{
      "\"We go.\"| \"They stay,\" she said.| He left.",
      "\u201CIs it late?\u201D he asked.| \u201CYes!\u201D| They left.",
      "He said, \u201CIt was long.| It was hard.\u201D| Then he left.",
      "It fell in May.[12][3]| The rest stayed.[4]| It left.",
      "(It was so.)| He left.| [It was not.]| She left.",
      "The pact (signed in 2024.) was void.| It ended.",
      "He asked: \"Why?\" and left.| She stayed.",
      "\u201CThe mark is never closed.| The page goes on.| And on.",
      "It was wrong.| \u201DThis mark is the wrong one.\u201D",
  };
  for (const std::string& row : rows) CHECK(marked(row) == row);
}

TEST_CASE("quoted text is found within its paragraph") {
  CHECK(quotes("She said, \u201Cwe go,\u201D and \"they stay.\" It's done.") ==
        Strings{"we go,", "they stay."});
  CHECK(quotes("The \u2018grey network\u2019 ran the allies\u2019 ships in the \u201990s.") ==
        Strings{"grey network"});
  CHECK(quotes("\u201CThe \u2018grey\u2019 one,\u201D he said.") ==
        Strings{"The \u2018grey\u2019 one,"});
  CHECK(quotes(
            "He said \u201Cthe first part is here.\n\n\u201CThe second is there,\u201D he said.") ==
        Strings{"the first part is here.", "The second is there,"});
  CHECK(quotes("He said \u201Cthe first part is here.\n\nThe second is his own.").empty());
  CHECK(quotes("It ended. \u201DWe are glad.\u201D") == Strings{"We are glad."});
  CHECK(quotes("A 5\" gun and a 3\" gun.").empty());
  CHECK(quotes("Er sagte \u201Eja\u201C und \u00ABnon\u00BB.") == Strings{"ja", "non"});
}
