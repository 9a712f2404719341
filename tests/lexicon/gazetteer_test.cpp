#include "lexicon/gazetteer.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "msmt/lexicon.hpp"

namespace {

/// A gazetteer of the given forms; the row of each is its place in the list. A leading `!` asks
/// for the letter case as written.
msmt::Gazetteer names(const std::vector<std::string>& forms) {
  msmt::Gazetteer gazetteer;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const bool exact = forms[i].starts_with('!');
    msmt::Form form;
    form.row = static_cast<std::uint32_t>(i);
    gazetteer.add(exact ? forms[i].substr(1) : forms[i], form, exact);
  }
  return gazetteer;
}

/// The texts that match in `text`, taken from the left, each with its row: "Il-76=0".
std::vector<std::string> found(const msmt::Gazetteer& gazetteer, const std::string& text) {
  msmt::Document doc;
  doc.bytes = text;
  const std::vector<msmt::Token> tokens = msmt::tokenize(doc, {0, text.size()});
  std::vector<std::string> matches;
  for (std::size_t i = 0; i < tokens.size();) {
    const auto match = gazetteer.match(doc, tokens, i);
    if (!match) {
      ++i;
      continue;
    }
    const msmt::Span span{tokens[i].span.begin, tokens[i + match->tokens - 1].span.end};
    matches.push_back(std::string(doc.text(span)) + "=" + std::to_string(match->form.row));
    i += match->tokens;
  }
  return matches;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a form is cut as text is cut") {
  CHECK(msmt::split_form("Il-76").folded == "il 76");
  CHECK(msmt::split_form("Il-76").written == "Il 76");
  CHECK(msmt::split_form("Il-76").count == 2);
  CHECK(msmt::split_form("T-72B3M").folded == "t 72 b 3 m");
  CHECK(msmt::split_form("U.S.").folded == "u.s");
  CHECK(msmt::split_form("People's Army").folded == "people 's army");
  CHECK(msmt::split_form("  two   words ").folded == "two words");
  CHECK(msmt::split_form("").count == 0);
  CHECK(msmt::split_form("-").count == 0);
}

TEST_CASE("plain forms are cut without tokenize() as it would cut them") {
  for (const std::string form :
       {"North Korea", "Choe Hyon", "Kh-101", "9M22U", "122 mm rocket", "S-125M1", "a-b-c", "x--y",
        "7-11", "Type 59", "F-16C Block 50", "-x-", "Su 30"}) {
    msmt::Document doc;
    doc.bytes = form;
    std::string words;
    for (const msmt::Token& token : msmt::tokenize(doc, {0, form.size()})) {
      if (token.folded == "-") continue;
      if (!words.empty()) words += ' ';
      words += token.folded;
    }
    CHECK(msmt::split_form(form).folded == words);
  }
}

TEST_CASE("hyphens, spaces and glued letters match loosely") {
  const msmt::Gazetteer planes = names({"Il-76", "MiG-29"});
  CHECK(found(planes, "an Il-76, an IL-76, an Il 76 and an Il76") ==
        Texts{"Il-76=0", "IL-76=0", "Il 76=0", "Il76=0"});
  CHECK(found(planes,
              "a MIG\xE2\x80\x91"
              "29 and two MiG 29s") == Texts{"MIG\xE2\x80\x91"
                                             "29=1",
                                             "MiG 29s=1"});
  CHECK(found(planes, "a MiG 29sx and a MiG 29SM").empty());
  CHECK(found(planes, "Il - 76").empty());
  CHECK(found(planes, "Il, 76").empty());
}

TEST_CASE("a name does not end or begin inside a word") {
  const msmt::Gazetteer arms = names({"IL-76", "Pantsir", "S-125", "S-125M"});
  CHECK(found(arms, "IL-76MD").empty());
  CHECK(found(arms, "IL-76-like") == Texts{"IL-76=0"});
  CHECK(found(arms, "a Pantsir-class system") == Texts{"Pantsir=1"});
  CHECK(found(arms, "S-125M and S-125") == Texts{"S-125M=3", "S-125=2"});
  CHECK(found(arms, "S-125M1").empty());
  CHECK(found(arms, "9Pantsir, anti-Pantsir") == Texts{"Pantsir=1"});
}

TEST_CASE("a possessive is no part of the name") {
  const msmt::Gazetteer states = names({"Russia", "United States", "Korean People's Army"});
  CHECK(found(states, "Russia's war, the United States' aid") ==
        Texts{"Russia=0", "United States=1"});
  CHECK(found(states, "Russia\xE2\x80\x99s Korean People\xE2\x80\x99s Army's") ==
        Texts{"Russia=0", "Korean People\xE2\x80\x99s Army=2"});
}

TEST_CASE("the stop of an abbreviation may be missing or end the sentence") {
  const msmt::Gazetteer bodies = names({"Zork Shipping Co.", "N. Korea", "St. Ives", "!U.S."});
  CHECK(found(bodies, "Zork Shipping Co. sails") == Texts{"Zork Shipping Co.=0"});
  CHECK(found(bodies, "with Zork Shipping Co.").size() == 1);
  CHECK(found(bodies, "N. Korea, N Korea, St Ives") ==
        Texts{"N. Korea=1", "N Korea=1", "St Ives=2"});
  CHECK(found(bodies, "in the U.S.") == Texts{"U.S.=3"});
}

TEST_CASE("a number after a word inside the form") {
  CHECK(found(names({"Group of 20", "Type 59"}), "the Group of 20, a type 59") ==
        Texts{"Group of 20=0", "type 59=1"});
}

TEST_CASE("the longest form wins") {
  const msmt::Gazetteer states =
      names({"Guinea", "Papua New Guinea", "Korea", "North Korea", "North Korean Army Group"});
  CHECK(found(states, "Papua New Guinea and Guinea") == Texts{"Papua New Guinea=1", "Guinea=0"});
  CHECK(found(states, "North Korea, NORTH KOREA") == Texts{"North Korea=3", "NORTH KOREA=3"});
  CHECK(found(states, "North Korean Army").empty());
  CHECK(found(states, "Korea-Guinea talks") == Texts{"Korea=2", "Guinea=0"});
}

TEST_CASE("a form that asks for its letter case matches only as written") {
  const msmt::Gazetteer words = names({"!US", "!U.S.", "!Turkey", "!KN-23", "Iran"});
  CHECK(found(words, "the US told us") == Texts{"US=0"});
  CHECK(found(words, "the U.S. said, u.s.") == Texts{"U.S.=1"});
  CHECK(found(words, "Turkey ate turkey, TURKEY") == Texts{"Turkey=2"});
  CHECK(found(words, "KN-23, KN23, KN 23, kn-23") == Texts{"KN-23=3", "KN23=3", "KN 23=3"});
  CHECK(found(words, "iran, IRAN") == Texts{"iran=4", "IRAN=4"});
}

TEST_CASE("of two forms with the same words the one as written wins, then the first") {
  const msmt::Gazetteer words = names({"march", "!March", "march"});
  CHECK(found(words, "March march") == Texts{"March=1", "march=0"});
}

TEST_CASE("little words before a number are not the name of an aeroplane") {
  const msmt::Gazetteer planes = names({"An-12", "!A-10", "Su-30", "Hwasong-11A", "Hwasong-11"});
  CHECK(found(planes, "an 12-year-old; An 12-year-old; A 10-day trip; su 30").empty());
  CHECK(found(planes, "an An-12, AN 12, A-10, Su 30") ==
        Texts{"An-12=0", "AN 12=0", "A-10=1", "Su 30=2"});
  CHECK(found(planes, "the Hwasong-11 a year ago, the Hwasong-11A, Hwasong-11 A") ==
        Texts{"Hwasong-11=4", "Hwasong-11A=3", "Hwasong-11 A=3"});
}

TEST_CASE("short acronyms are known by their letters") {
  for (const char* form : {"US", "U.N.", "IRGC", "MSMT", "S-400", "R&D", "A"}) {
    CHECK(msmt::is_short_acronym(form));
  }
  for (const char* form : {"Il-76", "UNICEF", "US Army", "", "76", "Us"}) {
    CHECK_FALSE(msmt::is_short_acronym(form));
  }
}

TEST_CASE("match looks at nothing past the tokens") {
  const msmt::Gazetteer states = names({"North Korea"});
  CHECK(found(states, "North").empty());
  CHECK(found(states, "North-").empty());
  msmt::Document doc;
  CHECK_FALSE(states.match(doc, {}, 0).has_value());
  CHECK(msmt::Gazetteer().size() == 0);
}
