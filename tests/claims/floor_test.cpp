// Transcripts: who has the floor says what is said, for the state whose official that is.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "claims_of.hpp"

namespace {

std::vector<std::string> claims_in(std::string text) {
  return msmt::test::printed_claims(msmt::read_document("a.txt", std::move(text), {}, ""));
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a label speaks until the next one, with the name that was said in full") {
  CHECK(claims_in("Briefing by Spokesman Jon Karlsen\n\nMR. KARLSEN:  Good afternoon.\n\n"
                  "Iran has sent 40 drones to Sudan.\n\n"
                  "MS. DE GROOT:  Turkey sold 12 tanks to Mali.\n") ==
        Lines{"transfer IR>SD; 40 drone; drones; -; Jon Karlsen; reported",
              "transfer TR>ML; 12 tank; tanks; -; De Groot; reported"});
}

TEST_CASE("a reporter on the air speaks for the article") {
  CHECK(claims_in("KARLSEN: Good afternoon.\n\nDUPONT, PRESENTER: Iran has sent 40 drones to "
                  "Sudan.\n\nKARLSEN: Drones.\n\nDUPONT, PRESENTER: Yes.\n") ==
        Lines{"transfer IR>SD; 40 drone; drones; -; -; reported"});
}

TEST_CASE("whom somebody with the floor quotes comes first") {
  CHECK(claims_in("Briefing by Spokesman Jon Karlsen\n\nMR. KARLSEN:  Reuters reported that Iran "
                  "has sent 40 drones to Sudan.\n") ==
        Lines{"transfer IR>SD; 40 drone; drones; -; Reuters, Jon Karlsen; reported"});
}

TEST_CASE("a question states nothing") {
  CHECK(claims_in("Briefing\n\nMR. KARLSEN:  Good afternoon.\n\nQ    Iran has sent 40 drones to "
                  "Sudan.  What do you say?\n\nMR. KARLSEN:  Nothing.\n")
            .empty());
}

TEST_CASE("we are the state of the body that the transcript is headed by") {
  CHECK(claims_in("Pentagon briefing\n\nMR. KARLSEN:  We have sent 40 drones to Sudan.\n\n"
                  "We assess that Iran sent 12 tanks to Chad.\n") ==
        Lines{"transfer US>SD; 40 drone; drones; -; Karlsen; reported",
              "transfer IR>TD; 12 tank; tanks; -; Karlsen; believed"});
}

TEST_CASE("a text that is headed as somebody's remarks is said by that person") {
  CHECK(claims_in("Remarks by Jon Karlsen on the fleet\n\nIran has sent 40 drones to Sudan.\n") ==
        Lines{"transfer IR>SD; 40 drone; drones; -; Jon Karlsen; reported"});
  CHECK(claims_in("A report by Jon Karlsen on the fleet\n\nIran has sent 40 drones to Sudan.\n") ==
        Lines{"transfer IR>SD; 40 drone; drones; -; -; reported"});
}
