// Pages: what is the article and what stands around it.
#include <catch2/catch.hpp>

#include "read.hpp"

using namespace msmt;
using namespace msmt::test;

TEST_CASE("lines around an article are no sentences") {
  const std::vector<std::string> lines{
      "Advertisement",
      "Loading...",
      "Play all audios:",
      "3 comments",
      "0 / 200",
      "View more comments",
      "Leave a reply",
      "DEJA UNA RESPUESTA",
      "Share",
      "Read more",
      "Related articles",
      "You may also like: Ten ships that sank",
      "By Jane Roe",
      "BY JANE ROE [jane@example.com]",
      "- JANE ROE",
      "-",
      "Jane Roe, Staff Reporter",
      "jane@example.com",
      "[email protected]",
      "Posted : June 3, 2025, 09:12",
      "Updated: 30 May 2025",
      " date 2025-05-30 Evening News",
      "2025.05.30",
      "JANE ROE \u2014 TUESDAY, 3 JUNE 2025, 16:45",
      "Jane Roe, Brussels \u2014 Thursday 24 July 2025 \u2014 4 min read",
      "By Jane Roe Posted : June 3, 2025, 09:12 Updated : June 4, 2025, 10:00",
      "Jane Roe | Example Wire | 3 June 2025",
      "[LEAD]",
      "[REPORT]",
      "[Anchor]",
      "To write comments, please log in.",
      "Standards Board Policy (0/250)",
      "This site uses cookies and a filter.",
      "We use cookies to make this site work.",
      "*Images used for illustration only",
      "Sign up for our newsletter",
      "\u00A9 2025 Example Wire. All rights reserved.",
      "Copyright \u00A9 2025 Example",
      "\uAE30\uC0AC \uC774\uBBF8\uC9C0 \uD655\uB300",
      "* * *",
      "-----",
      "Home > World > Asia",
      "https://example.com/a",
      "[Ten ships that sank](https://example.com/b)",
      "Sample article written for msmt-extract.",
      "# sample page",
      "Reporting by Jane Roe; Editing by John Doe",
      "Your email address will not be published.",
      "Por favor deje su comentario",
      "5 min read",
      "Updated 3 hours ago",
      "(END)",
      "Source: Example Wire",
      "14 thoughts on \"Ten ships that sank\"",
      "2 responses to \"Ten ships that sank\"",
      "Hits: 1,204",
      "Views 18,230",
      "Watch    Duration: 2 minutes 10 seconds   2m 10s",
      "Duration: 5:48",
      "Download the annex (PDF, 340 KB)",
      "Annex II [xlsx, 1.4MB]",
      "Download PDF | Cite this brief",
      "Posted on 3 June 2025 by Jane, filed under Ships, Oil, The Sea",
      "Date 2025-06-03   Writer Press Office   Hit 1,204",
      "Recorded on 3 June 2025",
      "Aired 2025-06-03, 21:00",
      "As of: 3 June 2025",
      "Issue brief, 3 June 2025",
      "Example Weekly, Aug. 4, 2025",
      "Commentary by Jane Roe, Institute for Ships, 3 June 2025",
      "Next update: 5 June",
      "Update 6/3/25, 7:30 a.m. ET: This article was updated with a map.",
      "Roe reported from Cairo.",
      "Example writers in London contributed to this report.",
      "For media inquiries: Ships Division, +31-2-555-0101",
      "Media contact: Ships Division, 555-0142",
      "An official website of the Example Government",
      "About the Institute for Ships",
      "World | Asia | Opinion",
      "Just In   Watch Live   World   Politics   Sport"};
  for (const std::string& line : lines) {
    INFO(line);
    CHECK(sentences("The army fired.\n" + line + "\nThe guns fell silent.\n") ==
          Strings{"The army fired.", "The guns fell silent."});
    CHECK(sentences("The army fired.\n\n" + line + "\n\nThe guns fell silent.\n") ==
          Strings{"The army fired.", "The guns fell silent."});
  }
}

TEST_CASE("sentences that look like furniture are kept") {
  for (const std::string line : {"By Monday, 300 troops had crossed.",
                                 "By contrast, the North stayed.",
                                 "Related violations went on.",
                                 "Advertisement spending rose.",
                                 "Comments were few.",
                                 "Share prices fell.",
                                 "Published figures differ.",
                                 "Read more widely, he said.",
                                 "[North Korea] began it.",
                                 "Jane Roe / Spokesperson, Foreign Office",
                                 "In May 2025, the guns fell silent.",
                                 "Watch towers were built.",
                                 "Photographs show the ship.",
                                 "14 thoughts on the war were printed.",
                                 "Views of 1,204 readers were asked for.",
                                 "The ship reported from the strait at noon.",
                                 "A file of 340 KB was stolen",
                                 "As of June 2025, 12 ships had left",
                                 "Posted to Kyiv on 3 June 2025, she stayed.",
                                 "Brief talks were held on 3 June 2025",
                                 "About the guns of the fleet",
                                 "North Korea | 12 guns | 300 shells",
                                 "The watch on the coast lasted 2 minutes 10 seconds"}) {
    INFO(line);
    CHECK(sentences("The army fired.\n" + line + "\nIt was over.\n") ==
          Strings{"The army fired.", line, "It was over."});
  }
}

TEST_CASE("rows of a table are no bars of links") {
  CHECK(sentences("The army fired.\n\nIran | Drone\nRussia | Tank\n\nIt was over.").size() == 4);
}

TEST_CASE("the name at the head of a page is no headline") {
  for (const std::string head :
       {"The Example Register\n\nWorld | Asia\n", "CENTRE FOR EXAMPLES\n\nAnalysis | 3 June 2025\n",
        "Ministry of Examples\nRepublic of Freedonia\n\nHome > Press > Statements\n",
        "EXAMPLE ARMS REVIEW\nThe monthly for those who buy\n\nSHIPS | SOUTH SEA\n",
        "Department of Examples\nPRESS RELEASE\n",
        "Example Policy Centre\nBriefing note 14/2025\n"}) {
    INFO(head);
    CHECK(sentences(head + "\nGuns fall silent in the east\n\nThe army left.\n") ==
          Strings{"Guns fall silent in the east", "The army left."});
    // wherever the page begins
    CHECK(sentences("The ships sank.\n\n" + head +
                    "\nGuns fall silent in the east\n\nThe army left.\n") ==
          Strings{"The ships sank.", "Guns fall silent in the east", "The army left."});
  }
  // a headline is one although a paper could be called so
  for (const std::string head :
       {"Russia Joins the Ministry\n\n3 June 2025\n",
        "Guns of the Weekly\n\nWho fired first\n\n3 June 2025\n",
        "Institute for Ships\n\nIt was founded late.\n",
        "What the Council said\nPosted 3 June 2025\n", "World and Asia\n"}) {
    INFO(head);
    CHECK(sentences(head + "\nThe army left.\n").front() == head.substr(0, head.find('\n')));
  }
}

TEST_CASE("an advertisement between two sentences is left out") {
  CHECK(sentences("The army fired. Advertisement The guns fell silent. Advertisement") ==
        Strings{"The army fired.", "The guns fell silent."});
}

TEST_CASE("a sentence printed twice counts once") {
  CHECK(sentences(
            "Guns fall silent in the east\n\nGuns fall  silent in the east\n\nThe army left.") ==
        Strings{"Guns fall silent in the east", "The army left."});
}

TEST_CASE("links and forms after the article are left out") {
  CHECK(sentences(
            "The army fired.\n\nRelated articles\nTen ships that sank\n- Why the guns fell "
            "silent\n\nThe article goes on here.\n\nLeave a comment\nYour name here\nPost it") ==
        Strings{"The army fired.", "The article goes on here."});
}

TEST_CASE("captions: the alternative text counts only where no caption repeats it") {
  const std::string address = "](https://example.com/2025/05/29/a.jpg)\n";
  CHECK(in_zone("![A tank crosses the river on May 3. [AP/YONHAP]" + address +
                    "A tank crosses the river on May 3. [AP/YONHAP]\nThe army fired.",
                Zone::caption) == Strings{"A tank crosses the river on May 3."});
  CHECK(in_zone("![A tank crosses the river" + address + "The army fired.", Zone::caption) ==
        Strings{"A tank crosses the river"});
  CHECK(sentences("![photo" + address + "The army fired.") == Strings{"The army fired."});
}

TEST_CASE("photo credits are no part of a caption") {
  for (const std::string credit :
       {" AP-Yonhap", " [JOINT PRESS CORPS]", " [AP/YONHAP]", " (Reuters)", " Photo: Jane Roe",
        " (AP Photo/Jane Roe)", " Reuters", " Jane Roe/AFP", " Photo by Jane Roe"}) {
    INFO(credit);
    CHECK(in_zone("The army fired.\n\nA tank crosses the wide river in the east on May 3." +
                      credit + "\n\nIt rained.",
                  Zone::caption)
                  .size() +
              (credit == " (Reuters)" ? 1 : 0) ==
          1);
    CHECK(sentences("The army fired.\n\nA tank crosses the wide river in the east on May 3." +
                    credit + "\n\nIt rained.") ==
          Strings{"The army fired.", "A tank crosses the wide river in the east on May 3.",
                  "It rained."});
  }
  CHECK(sentences("A ship of the Example Line (EL)\nThe report was written by the team (MSMT).")
            .back() == "The report was written by the team (MSMT).");
}

TEST_CASE("list items lose their marker and end a lead-in") {
  const std::string page =
      "The following were sent:\n- 20 launchers;\n* two radars\n\u2022 3,000 shells\n1. One "
      "gun\n2) Two guns\n(a) A ship\nThat was all.";
  CHECK(in_zone(page, Zone::list_item) ==
        Strings{"20 launchers;", "two radars", "3,000 shells", "One gun", "Two guns", "A ship"});
  CHECK(in_zone(page, Zone::body) == Strings{"The following were sent:", "That was all."});
}

TEST_CASE("hard-wrapped text is joined, also across blank lines") {
  const std::string wrapped =
      "The ministry of the north said on Tuesday that its ships had left the\n"
      "port of the capital with more than forty containers on board.  The list\n"
      "of goods was not\n"
      "published. Officials of the South said that they had seen ships of the\n"
      "North Sea fleet near the coast.\n"
      "\n"
      "A second paragraph starts here and goes on for a while, with the name of\n"
      "Example Town at the turn of the line.\n";
  const Strings expected{
      "The ministry of the north said on Tuesday that its ships had left the port of the capital "
      "with more than forty containers on board.",
      "The list of goods was not published.",
      "Officials of the South said that they had seen ships of the North Sea fleet near the coast.",
      "A second paragraph starts here and goes on for a while, with the name of Example Town at "
      "the turn of the line."};
  CHECK(sentences(wrapped) == expected);
  std::string spread;
  for (const char c : wrapped) spread += c == '\n' ? std::string("\r\n\r\n") : std::string(1, c);
  CHECK(sentences(spread).size() >= 4);
  CHECK(sentences(spread)[0] == expected[0]);
}

TEST_CASE("a paragraph per line is not joined") {
  const std::string page =
      "Guns fall silent in the long war of the east, the ministry of defence says\nThe army "
      "left.\nThe ships of the fleet, which had been at sea for months, came home on Friday\nThey "
      "were empty.\n";
  CHECK(sentences(page).size() == 4);
}

TEST_CASE("headlines, also further down, have their zone") {
  const std::string page =
      "# Guns fall silent\n\nThe army left.\n\nWhat we know\n\nIt was late.\n\n## The "
      "ships\n\nThey came.\n";
  CHECK(in_zone(page, Zone::headline) == Strings{"Guns fall silent", "What we know", "The ships"});
}
