// Every EDTF and TIMEX3 value that the corpora and the practice articles give, against the grammars.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>

#include "corpus.hpp"

using msmt::Date;
using msmt::Mention;

namespace {

/// EDTF level 1 (ISO 8601-2:2019) as far as this program writes it.
bool fits_edtf(const std::string& text) {
  static const std::string day =
      "-?[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?|-2[1-4])?~?";
  static const std::regex date("(" + day + "|-?[0-9]{3}X|-?[0-9]{2}XX)");
  static const std::regex interval("(" + day + "|\\.\\.)/(" + day + "|\\.\\.)");
  return std::regex_match(text, date) || (std::regex_match(text, interval) && text != "../..");
}

/// Values of TIMEX3 (ISO 24617-1, TimeML annotation guidelines 1.2.1) by type; years before Christ as
/// in corpora of history (BC0431), weekends as -WE, decades and centuries of lengths as E and C.
bool is_timex(const std::string& type, const std::string& value) {
  static const std::string year = "((BC)?[0-9]{4}|XXXX)";
  static const std::string day = year + "-(([0-9]{2}|XX)-([0-9]{2}|XX)|W([0-9]{2}|XX)-[1-7])";
  static const std::regex date("(PAST|PRESENT|FUTURE)_REF|(BC)?[0-9]{2,3}|" + day + "|" + year +
                               "(-([0-9]{2}|SP|SU|FA|WI|H[12]|Q[1-4]|W([0-9]{2}|XX)(-WE)?))?");
  static const std::regex time(day + "T([0-9]{2}:[0-9]{2}|MO|MI|AF|EV|NI)");
  static const std::regex length("P([0-9]+(\\.5)?|X)[YMWDQEC]|PT([0-9]+(\\.5)?|X)[HMS]");
  static const std::regex set("XXXX-.*");
  if (type == "DATE") return std::regex_match(value, date);
  if (type == "TIME") return std::regex_match(value, time);
  if (type == "DURATION") return std::regex_match(value, length);
  if (type != "SET") return false;
  return std::regex_match(value, length) ||
         (std::regex_match(value, set) &&
          (std::regex_match(value, date) || std::regex_match(value, time)));
}

/// What is relative and unanchored keeps the notation of calendar.hpp.
bool is_relative(const std::string& value) {
  return value.find("REF+") != std::string::npos || value.find("REF-") != std::string::npos ||
         value.find("NAR+") != std::string::npos || value.find("NAR-") != std::string::npos;
}

struct Checked {
  std::size_t dates = 0;
  std::size_t times = 0;
};

void check(const Mention& mention, const std::string& where, Checked& checked) {
  const auto* date = std::get_if<Date>(&mention.value);
  if (date == nullptr) return;
  ++(mention.rule.starts_with("time/") ? checked.times : checked.dates);
  INFO(where << " " << mention.rule << ": " << date->edtf << " " << date->timex_type << " "
             << date->timex_value);
  const bool edtf = date->edtf.empty() || fits_edtf(date->edtf);
  const bool timex = is_timex(date->timex_type, date->timex_value) ||
                     (date->edtf.empty() && is_relative(date->timex_value));
  if (!edtf || !timex) {
    CHECK(edtf);
    CHECK(timex);
  }
}

Checked check_all(const msmt::Engine& engine, const msmt::Document& doc, const std::string& where) {
  Checked checked;
  std::vector<Mention> times;
  for (const msmt::Reading& reading : msmt::extract_times(engine, doc, times)) {
    for (const Mention& mention : reading.mentions) check(mention, where, checked);
  }
  for (const Mention& mention : times) check(mention, where, checked);
  return checked;
}

}  // namespace

TEST_CASE("the grammars themselves") {
  for (const char* good : {"2024", "2024~", "199X", "19XX", "2024-05/2024-07", "-0430",
                           "2024-22/..", "../2024-05-01", "2024-12~"}) {
    CHECK(fits_edtf(good));
  }
  for (const char* bad :
       {"", "24", "2024-13", "2024-5", "199X/..", "../..", "2024-05-32", "last"}) {
    CHECK_FALSE(fits_edtf(bad));
  }
  CHECK(is_timex("DATE", "1998-W12"));
  CHECK(is_timex("DATE", "1998-03-12"));
  CHECK(is_timex("TIME", "1998-03-12T14:30"));
  CHECK(is_timex("TIME", "XXXX-WXX-4TNI"));
  CHECK(is_timex("DURATION", "PT2H"));
  CHECK(is_timex("SET", "XXXX-WXX-1"));
  CHECK_FALSE(is_timex("DATE", "1998/1999"));
  CHECK_FALSE(is_timex("DATE", "P3D"));
  CHECK_FALSE(is_timex("DURATION", "3 days"));
  CHECK_FALSE(is_timex("TIME", "T14:30"));
}

TEST_CASE("EDTF and TIMEX3 values are of their grammars") {
  const msmt::Lexicons lexicons = msmt::load_lexicons({});
  const msmt::Engine engine(lexicons);
  Checked checked;
  const auto add = [&](const Checked& more) {
    checked.dates += more.dates;
    checked.times += more.times;
  };
  for (const char* corpus : {"date", "time", "quantity"}) {
    for (const auto& example : msmt::test::read_corpus(corpus)) {
      add(check_all(engine, example.doc, example.where));
    }
  }
  for (const char* folder : {"practice", "test"}) {
    const std::string path = std::string(MSMT_SOURCE_DIR) + "/tests/articles/" + folder;
    for (const auto& entry : std::filesystem::directory_iterator(path)) {
      if (entry.path().extension() != ".txt") continue;
      std::ifstream file(entry.path(), std::ios::binary);
      std::stringstream text;
      text << file.rdbuf();
      const auto doc = msmt::read_document(entry.path().string(), text.str(), {}, {});
      add(check_all(engine, doc, entry.path().filename().string()));
    }
  }
  CHECK(checked.dates > 500);
  CHECK(checked.times > 40);
}
