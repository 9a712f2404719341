// Sections of releases and lists of fact sheets, whose lines lean on a heading.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "claims_of.hpp"
#include "text/page.hpp"

namespace {

std::vector<std::string> claims_under(std::vector<std::string> paragraphs) {
  msmt::Document doc;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    // a bullet stands before its sentence
    const std::string bullet = "• ";
    if (paragraphs[i].starts_with(bullet)) {
      doc.bytes += bullet;
      paragraphs[i].erase(0, bullet.size());
    }
    const std::size_t begin = doc.bytes.size();
    doc.bytes += paragraphs[i];
    doc.sentences.push_back({{begin, doc.bytes.size()}, msmt::Zone::body, i});
    doc.bytes += "\n\n";
  }
  msmt::text::index_positions(doc);
  return msmt::test::printed_claims(doc);
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a section of designations sanctions whom its paragraphs are about") {
  CHECK(claims_under({"The Treasury sanctioned nine shipping companies.", "DESIGNATED TODAY",
                      "Sahara Thunder, based in Tehran, has two offices.",
                      "Ali Reza Karimi and Omid Nouri run the firm.", "BACKGROUND",
                      "Sberbank opened an office."}) ==
        Lines{"sanction US>-; 9 company; shipping companies; -; -; reported",
              "sanction US>Sahara Thunder; -; -; -; -; reported",
              "sanction US>Ali Reza Karimi; -; -; -; -; reported",
              "sanction US>Omid Nouri; -; -; -; -; reported"});
}

TEST_CASE("a section without a release of sanctions names nobody who is sanctioned") {
  CHECK(claims_under({"The Treasury met on Monday.", "DESIGNATED TODAY",
                      "Sahara Thunder, based in Tehran, has two offices."})
            .empty());
}

TEST_CASE("a line of a list of aid may be a sum of money, a contribution or a purchase") {
  CHECK(claims_under({"Denmark has donated military equipment to Ukraine.",
                      "Denmark has sent to Ukraine:", "• 19 Leopard 2 tanks",
                      "• €40 million for demining", "• Contribution to a radar (€12 million)",
                      "• two radars, purchased from Sweden for €30 million"}) ==
        Lines{"transfer DK>UA; -; military equipment; -; -; reported",
              "transfer DK>UA; 19 tank; Leopard 2 tanks; -; -; reported",
              "finance DK>UA; 40000000 euro; demining; -; -; reported",
              "finance DK>-; 12000000 euro; Contribution to radar; -; -; reported",
              "transfer DK>UA; 2 radar; radars; -; -; reported",
              "finance DK>SE; 30000000 euro; payment for radars; -; -; reported"});
}

TEST_CASE("a line of a list names each of its goods, with the header's sides and certainty") {
  CHECK(claims_under(
            {"Denmark announced military aid for Moldova.",
             "The new assistance package includes:", "• 300 Javelin, 40 light guns, and 12 radars;",
             "• 100 Tactical Unmanned Aerial Systems;",
             "• Secure radios, body armour, and other gear;",
             "• Mine disposal and detection equipment;",
             "• Satellite imagery and analysis capability;", "• 20 trucks to carry infantry; and",
             "• 200 machine guns.",
             "In addition, previous Danish assistance committed to Moldova includes:",
             "• Ten radars.", "Denmark has delivered to Moldova:", "• 30 mortars"}) ==
        Lines{"transfer DK>MD; -; military aid; -; -; planned",
              "transfer DK>MD; 300 javelin; Javelin; -; -; planned",
              "transfer DK>MD; 40 gun; light guns; -; -; planned",
              "transfer DK>MD; 12 radar; radars; -; -; planned",
              "transfer DK>MD; 100 system; Tactical Unmanned Aerial Systems; -; -; planned",
              "transfer DK>MD; -; Secure radios; -; -; planned",
              "transfer DK>MD; -; body armour; -; -; planned",
              "transfer DK>MD; -; gear; -; -; planned",
              "transfer DK>MD; -; Mine disposal and detection equipment; -; -; planned",
              "technology DK>MD; -; Satellite imagery; -; -; planned",
              "transfer DK>MD; 20 truck; trucks; -; -; planned",
              "transfer DK>MD; 200 gun; machine guns; -; -; planned",
              "transfer DK>MD; -; previous Danish assistance; -; -; planned",
              "transfer DK>MD; 10 radar; radars; -; -; planned",
              "transfer DK>MD; 30 mortar; mortars; -; -; reported"});
}

TEST_CASE("a header's own sentence gives its lines their sides and certainty") {
  CHECK(claims_under({"Under a contract Serbia agreed to sell Mali the following weapons:",
                      "• 12 T-72 tanks with a 125 mm gun", "• 40 MiG-29, fast jets"}) ==
        Lines{"transfer RS>ML; -; weapons; -; -; planned",
              "agreement RS>ML; -; weapons; -; -; reported",
              "transfer RS>ML; 12 tank; T-72 tanks; -; -; planned",
              "transfer RS>ML; 40 MiG-29; MiG-29; -; -; planned"});
}

TEST_CASE("a line that names no goods is none of a list of aid") {
  CHECK(claims_under({"Denmark announced military aid for Moldova.",
                      "The new assistance package includes:", "• 12 songs, games, and dances;"}) ==
        Lines{"transfer DK>MD; -; military aid; -; -; planned"});
}

TEST_CASE("a line without a bullet between bullets is a heading, and one with a mark an item") {
  const std::string header = "Norway has delivered to Chad:";
  CHECK(claims_under({header, "• 12 tanks;", "• 40 trucks.", "Artillery and armour",
                      "Kenya has also sent to Mali:", "• 9 howitzers."}) ==
        Lines{"transfer NO>TD; 12 tank; tanks; -; -; reported",
              "transfer NO>TD; 40 truck; trucks; -; -; reported",
              "transfer KE>ML; 9 howitzer; howitzers; -; -; reported"});
  CHECK(claims_under({header, "• 12 tanks;", "200 rifles;"}) ==
        Lines{"transfer NO>TD; 12 tank; tanks; -; -; reported",
              "transfer NO>TD; 200 rifle; rifles; -; -; reported"});
}

TEST_CASE("a state that labels a paragraph gives what the heading has go to another") {
  const char* const kRoundup =
      "Military aid to Ukraine: who gives what\n\n"
      "Germany. Thirty missiles have been handed over. The army has set aside 500 million euros "
      "for drones.\n\n"
      "Norway: In May 40 tanks were delivered.\n\n"
      "In June 12 howitzers were delivered.\n";
  CHECK(msmt::test::printed_claims(msmt::read_document("roundup.txt", kRoundup, {}, {})) ==
        Lines{"transfer DE>UA; 30 missile; missiles; -; -; reported",
              "finance DE>UA; 500000000 euro; payment for drones; -; -; reported",
              "transfer NO>UA; 40 tank; tanks; (XXXX-05); -; reported"});
}
