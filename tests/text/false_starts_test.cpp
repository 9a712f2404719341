// False starts: what a speaker breaks off or says again.
#include <catch2/catch.hpp>

#include "read.hpp"

using namespace msmt;

namespace {

std::string spoken(const std::string& text) {
  const Document doc = read_document("a.txt", text + "\n", {}, "");
  std::string out;
  for (const Token& token : without_false_starts(tokenize(doc, {0, text.size()})))
    out += (out.empty() ? "" : " ") + std::string(doc.text(token.span));
  return out;
}

}  // namespace

TEST_CASE("a word that is broken off goes, with what is said again") {
  CHECK(spoken("a grant of $5 mil- — $5 million") == "a grant of $ 5 million");
  CHECK(spoken("they may en- — enter the war") == "they may enter the war");
  CHECK(spoken("the sale of the — of the ships") == "the sale of the ships");
  CHECK(spoken("East Timor's — Timorese ships") == "East Timorese ships");
  CHECK(spoken("we strong — strongly object") == "we strongly object");
}

TEST_CASE("dashes of written text stay") {
  CHECK(spoken("the ships — the largest of all — left") == "the ships — the largest of all — left");
  CHECK(spoken("a two- or three-day visit — in May") == "a two - or three - day visit — in May");
}
