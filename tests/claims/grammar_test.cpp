// Grammar: frames, cues and items are found by the words that evoke them.
#include "claims/grammar.hpp"

#include <catch2/catch.hpp>

#include "chunks.hpp"

using msmt::test::grammar;

TEST_CASE("grammar: a word evokes its frames and only as its part of speech") {
  CHECK(grammar().evokes("verb", "supply", {"give.supply"}));
  CHECK(grammar().evokes("noun", "supply", {"give.noun"}));
  CHECK(grammar().evokes("verb", "hand over", {"give.send"}));
  CHECK(grammar().evokes("prep", "via", {"transport.via"}));
  CHECK_FALSE(grammar().evokes("noun", "supply", {"give.supply"}));
  CHECK_FALSE(grammar().evokes("verb", "supplied", {"give.supply"}));
  CHECK(grammar().frames("verb", "sing").empty());
}

TEST_CASE("grammar: a frame is asked for by its id or its type, alone or among others") {
  CHECK(grammar().evokes("verb", "kill", {"casualties"}));
  CHECK(grammar().evokes("verb", "kill", {"training", "casualties.harm"}));
  CHECK_FALSE(grammar().evokes("verb", "kill", {"training", "casualties.die"}));
}

TEST_CASE("grammar: a verb with several frames keeps the order of the table") {
  const auto& frames = grammar().frames("verb", "launch");
  REQUIRE(frames.size() >= 3);
  for (std::size_t i = 1; i < frames.size(); ++i) CHECK(frames[i - 1] < frames[i]);
}

TEST_CASE("grammar: sides and needs of a frame") {
  const msmt::Frame* supply = nullptr;
  for (const msmt::Frame& frame : grammar().all()) {
    if (frame.id == "give.supply") supply = &frame;
  }
  REQUIRE(supply != nullptr);
  CHECK(supply->role("subj") == "actor");
  CHECK(supply->role("to") == "target");
  CHECK(supply->role("against").empty());
  CHECK(supply->takes("arms"));
  CHECK_FALSE(supply->takes("meeting"));
}

TEST_CASE("grammar: the class of the item decides the type of a general deed") {
  using msmt::Grammar;
  for (const char* goods : {"arms", "goods", "fuel", "container", "aid", "parts"}) {
    CHECK(Grammar::type_of_class(goods) == "transfer");
  }
  CHECK(Grammar::type_of_class("knowhow") == "technology");
  CHECK(Grammar::type_of_class("training") == "training");
  CHECK(Grammar::type_of_class("troops") == "deployment");
  CHECK(Grammar::type_of_class("workers") == "labor");
  CHECK(Grammar::type_of_class("money") == "finance");
}

TEST_CASE("grammar: every frame gives a known type and a role to some side") {
  for (const msmt::Frame& frame : grammar().all()) {
    INFO(frame.id);
    CHECK_FALSE(frame.type.empty());
    CHECK_FALSE(frame.roles.empty());
    CHECK((frame.pos == "verb" || frame.pos == "noun" || frame.pos == "prep"));
  }
}

TEST_CASE("grammar: cues") {
  CHECK(grammar().cue("chain", "plan") == "planned");
  CHECK(grammar().cue("governor", "confirm") == "confirmed");
  CHECK(grammar().cue("modal", "may") == "possible");
  CHECK(grammar().cue("modal", "should") == "none");
  CHECK(grammar().cue("adverb", "allegedly") == "possible");
  CHECK(grammar().cue("adverb", "slowly").empty());
  CHECK(grammar().cue("governor", "sing").empty());
}

TEST_CASE("grammar: an item leads to more general ones") {
  CHECK(grammar().path("artillery-ammunition") == "artillery-ammunition<ammunition<arms");
  CHECK(grammar().path("container") == "container");
  CHECK(grammar().item_class("artillery-ammunition") == "arms");
  CHECK(grammar().item_class("no-such-item").empty());
}

TEST_CASE("grammar: leaders and countries") {
  CHECK(grammar().leader_country("Vladimir Putin") == "RU");
  CHECK(grammar().leader_country("Jane Doe").empty());
  CHECK(grammar().country("KP").name == "North Korea");
  CHECK(grammar().country("KP").iso2 == "KP");
}
