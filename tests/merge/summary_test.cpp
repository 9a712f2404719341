#include "merge/summary.hpp"

#include <catch2/catch.hpp>

#include "claim_text.hpp"

using namespace msmt;

namespace {

std::string summed(const std::string& text) { return summary(test::claim(text)); }

}  // namespace

TEST_CASE("numbers are grouped in threes") {
  CHECK(grouped(0) == "0");
  CHECK(grouped(999) == "999");
  CHECK(grouped(9000000) == "9,000,000");
  CHECK(grouped(1.5) == "1.5");
  CHECK(grouped(1234.05) == "1,234.05");
  CHECK(grouped(0.999) == "1");
  CHECK(grouped(-2500) == "-2,500");
}

TEST_CASE("quantities in words") {
  const auto words = [](const char* text) { return in_words(test::quantity(text)); };
  CHECK(words(">20000 container") == "more than 20,000 containers");
  CHECK(words("1 system") == "1 system");
  CHECK(words(">=1 country") == "at least 1 country");
  CHECK(words("9 country") == "9 countries");
  CHECK(words("~500000 barrel/year") == "about 500,000 barrels a year");
  CHECK(words("100..200 km") == "between 100 and 200 kms");
  CHECK(words("1000+ worker") == "thousands of workers");
  CHECK(words("<=9000000 shell") == "up to 9,000,000 shells");
  CHECK(words("3 aircraft") == "3 aircraft");
  CHECK(words("3 policeman") == "3 policemen");
  CHECK(words("12 child") == "12 children");
  CHECK(words("2 human") == "2 humans");
  CHECK(words("7") == "7");
}

TEST_CASE("periods in words") {
  const auto words = [](const char* text) { return in_words(test::date(text)); };
  CHECK(words("2023-09/..") == "since September 2023");
  CHECK(words("2024~/..") == "since around 2024");
  CHECK(words("../2024-10") == "until October 2024");
  CHECK(words("2024") == "in 2024");
  CHECK(words("2024-12~") == "around December 2024");
  CHECK(words("2025-05-09") == "on 9 May 2025");
  CHECK(words("2024-03/2024-10") == "between March and October 2024");
  CHECK(words("2023-11/2024-02") == "between November 2023 and February 2024");
  CHECK(words("2023/2024") == "between 2023 and 2024");
  CHECK(in_words(Date()).empty());
}

TEST_CASE("a line for each type") {
  CHECK(summed("transfer North Korea>Russia; >20000 container; containers of munitions=c; "
               "2023-09/..") ==
        "North Korea → Russia: more than 20,000 containers of munitions, since September 2023");
  CHECK(summed("transfer Russia>-; ~9000000 round; artillery ammunition=a") ==
        "Russia → ?: about 9,000,000 rounds of artillery ammunition");
  CHECK(summed("transfer RU>KP; >=1 vehicle; *air defence system=pantsir; -; -; denied") ==
        "RU → KP: at least 1 pantsir vehicle (denied)");
  CHECK(summed("casualties -; 3 policeman; policemen=people") == "?: casualties, 3 policemen");
  CHECK(summed("labor KP>RU; 8000 worker; construction and IT=workers; 2024; -; planned") ==
        "KP → RU: 8,000 workers (construction and IT), in 2024 (planned)");
  CHECK(summed("deployment KP>RU; >11000 troop; troops") == "KP → RU: more than 11,000 troops");
  CHECK(summed("deployment KP>RU; >11000 troop; soldiers=troops") ==
        "KP → RU: more than 11,000 troops");
  CHECK(summed("transport RU>-; 49 occasion; cargo ships=ship") ==
        "RU: transport by cargo ships, 49 occasions");
  CHECK(summed("technology RU>KP; -; missile data=d") == "RU → KP: know-how, missile data");
  CHECK(summed("training RU>KP; -; infantry operations=i") == "RU trained KP: infantry operations");
  CHECK(summed("possession KP>-; -; Choe Hyon destroyer=d") == "KP has Choe Hyon destroyer");
  CHECK(summed("use RU>UA; -; missiles=m") == "RU used missiles against UA");
  CHECK(summed("theft KP>-; 5 US dollar") == "KP stole 5 US dollars");
  CHECK(summed("casualties KP>-; 4700 soldier") == "KP: casualties, 4,700 soldiers");
  CHECK(summed("limit UN>KP; 5 barrel/year; refined petroleum=fuel") ==
        "UN → KP: limit, 5 barrels a year (refined petroleum)");
  CHECK(summed("sanction KR>Euromarket; -; -; 2024-06") ==
        "KR sanctioned Euromarket, in June 2024");
  CHECK(summed("establishment MSMT>-; -; -; 2024-10") == "MSMT established, in October 2024");
  CHECK(summed("dissolution Panel>-") == "Panel disbanded");
  CHECK(summed("membership MSMT>-; 11 member") == "MSMT: 11 members");
  CHECK(summed("agreement RU>KP; -; treaty; 2024-06") == "RU and KP: treaty, in June 2024");
  CHECK(summed("veto RU>UNSC; -; the panel=p") == "RU blocked the panel in UNSC");
  CHECK(summed("veto ->-") == "? blocked a decision");
  CHECK(summed("finance KP>RU; -; transactions=t; -; -; possible") ==
        "KP → RU: transactions (possible)");
  CHECK(summed("unheard-of KP>RU") == "unheard-of, KP → RU");
}
