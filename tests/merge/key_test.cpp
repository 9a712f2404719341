#include "merge/key.hpp"

#include <catch2/catch.hpp>

#include "claim_text.hpp"

using namespace msmt;

namespace {

std::string derived(const std::string& name) {
  Item item;
  item.name = name;
  const std::vector<std::string> path = item_path(item);
  return path.empty() ? "" : path.front();
}

}  // namespace

TEST_CASE("kinds come from the key, else the weapon, else the head words") {
  Item item{"heavy artillery pieces", "artillery", "", "heavy-artillery<artillery<arms"};
  CHECK(item_path(item) == std::vector<std::string>{"heavy-artillery", "artillery", "arms"});
  item = {"Pantsir-class combat vehicle", "air defence system", "Pantsir", ""};
  CHECK(item_path(item) == std::vector<std::string>{"pantsir"});
  CHECK(item_path(std::nullopt).empty());
  CHECK(item_path(Item{}).empty());

  CHECK(derived("large quantities of missile-related equipment") == "missile-related-equipment");
  CHECK(derived("new air defense systems") == "air-defence-system");
  CHECK(derived("air defence system to protect the capital") == "air-defence-system");
  CHECK(derived("batteries and shells") == "battery");
  CHECK(derived("the") == "the");
  CHECK(derived("…").empty());
}

TEST_CASE("types imply who goes") {
  CHECK(kinds_of(test::claim("deployment KP>RU")) == std::vector<std::string>{"troops"});
  CHECK(kinds_of(test::claim("labor KP>RU")) == std::vector<std::string>{"workers"});
  CHECK(kinds_of(test::claim("transfer KP>RU")).empty());
}

TEST_CASE("parties are compared by code, else by name") {
  CHECK(party_key(Party{"North Korea", "KP"}) == "KP");
  CHECK(party_key(Party{"UN Panel of Experts", ""}) == "un-panel-of-experts");
  CHECK(party_key(Party{"kp", ""}) == "kp");
  CHECK(party_key(std::nullopt).empty());
}

TEST_CASE("what is counted alike is comparable") {
  const auto alike = [](const char* a, const char* b) {
    const bool one_way = comparable(unit_class(a), unit_class(b));
    CHECK(one_way == comparable(unit_class(b), unit_class(a)));
    return one_way;
  };
  CHECK(alike("troop", "soldier"));
  CHECK(alike("system", "vehicle"));
  CHECK(alike("round", "shell"));
  CHECK(alike("piece", "shell"));
  CHECK(alike("", "missile"));
  CHECK(alike("ton", "kilogram"));
  CHECK_FALSE(alike("container", "round"));
  CHECK_FALSE(alike("container", ""));
  CHECK_FALSE(alike("barrel", "tonne"));
  CHECK_FALSE(alike("US dollar", "euro"));
  CHECK_FALSE(alike("battery", "launcher"));
  CHECK_FALSE(alike("occasion", "ship"));
  CHECK_FALSE(alike("missile", "launcher"));
}

TEST_CASE("one-time facts and recurring ones") {
  CHECK(happens_once(test::claim("dissolution Panel>-")));
  CHECK(happens_once(test::claim("agreement RU>KP; -; treaty")));
  CHECK_FALSE(happens_once(test::claim("agreement RU>KP; -; meeting")));
  CHECK_FALSE(happens_once(test::claim("agreement RU>KP")));
  CHECK(happens_once(test::claim("sanction KR>Euromarket")));
  CHECK_FALSE(happens_once(test::claim("sanction US>KP")));
  CHECK_FALSE(happens_once(test::claim("transfer RU>KP; -; fuel")));
}

TEST_CASE("types in the order of the report") {
  CHECK(type_rank("transfer") == 0);
  CHECK(type_rank("transfer") < type_rank("veto"));
  CHECK(type_rank("unheard-of") > type_rank("veto"));
}
