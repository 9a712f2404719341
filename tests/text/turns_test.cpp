// Turns: labels that say who speaks in a transcript, and what only looks like one.
#include <catch2/catch.hpp>

#include "read.hpp"

using namespace msmt;
using namespace msmt::test;

namespace {

std::vector<std::string> labels(std::string text) {
  const Document doc = read_document("a.txt", std::move(text), {}, "");
  std::vector<std::string> out;
  for (const Turn& turn : doc.turns)
    out.push_back(std::string(doc.text(turn.label)) + (turn.asks ? " ?" : ""));
  return out;
}

using Labels = std::vector<std::string>;

}  // namespace

TEST_CASE("labels of a briefing are turns and belong to no sentence") {
  const std::string text =
      "Briefing by Jon Karlsen\n\nMR. KARLSEN:  The first ships left in May.\n\nThey have "
      "arrived.\n\n"
      "Q    Have all of them arrived?\n\nMS. DE GROOT:  Most of them have.\n";
  CHECK(labels(text) == Labels{"MR. KARLSEN", "Q ?", "MS. DE GROOT"});
  const Document doc = read_document("a.txt", text, {}, "");
  REQUIRE(doc.sentences.size() == 5);
  CHECK(doc.text(doc.sentences[1].span) == "The first ships left in May.");
  CHECK(doc.text(doc.sentences[3].span) == "Have all of them arrived?");
}

TEST_CASE("labels without a title speak where one of them comes again") {
  CHECK(labels("The hearing\n\nKARLSEN: The ships left in May.\n\nDUPONT: The ships are here.\n\n"
               "KARLSEN: They came from the north.\n") == Labels{"KARLSEN", "DUPONT", "KARLSEN"});
}

TEST_CASE("an official without a name and one in capitals speak") {
  CHECK(
      labels("Call\n\nSENIOR ARMY OFFICIAL: The ships left.\n\nTHE PRESIDENT: They are here.\n") ==
      Labels{"SENIOR ARMY OFFICIAL", "THE PRESIDENT"});
  CHECK(labels("Call\n\nMR. KARLSEN: The ships left.\n") == Labels{"MR. KARLSEN"});
  CHECK(labels("Call\n\nMr. Karlsen: The ships left.\n").empty());
}

TEST_CASE("one label, towns before news and heads of page lines are no turns") {
  CHECK(labels("The fleet\n\nUPDATE: The ships left in May.\n\nThey have arrived in the port.\n")
            .empty());
  CHECK(labels("In brief\n\nOSLO: The ships left in May.\n\nPARIS: The ships came in June.\n")
            .empty());
  CHECK(labels("In brief\n\nWATCH: The ships left in May.\n\nREAD: The ships came in June.\n\n"
               "WATCH: The ships left again.\n")
            .empty());
  CHECK(labels("The fleet\n\nWhat he said: the ships left.\n\nWhat she said: they are here.\n")
            .empty());
}
