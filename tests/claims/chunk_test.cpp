// Chunks: phrases, verb groups, dates and small words, with every token in exactly one.
#include <catch2/catch.hpp>

#include "chunks.hpp"

using msmt::Chunk;
using msmt::ChunkKind;
using msmt::Voice;
using msmt::test::Chunked;
using msmt::test::chunks_of;

TEST_CASE("chunk: every token belongs to exactly one chunk, in order") {
  for (const char* text :
       {"Since July 2018, Ankara has transferred at least one Kirpi vehicle to Tripoli.",
        "\"We sent nothing,\" the (acting) envoy said; nobody believed him.", "Yes.", "-- !",
        "U.S. and South Korean officials' 5,000-ton claims, if any, weren't up-to-date?"}) {
    const Chunked read = chunks_of(text);
    INFO(text);
    std::size_t next = 0;
    for (const Chunk& chunk : read.chunks) {
      CHECK(chunk.first == next);
      CHECK(chunk.last > chunk.first);
      next = chunk.last;
    }
    CHECK(next == read.readings[0].tokens.size());
  }
}

TEST_CASE("chunk: a verb group holds its auxiliaries and knows its voice") {
  const auto voice = [](const char* text, const char* group) {
    return chunks_of(text).at(group).voice;
  };
  CHECK(voice("Iran has supplied Sudan with drones.", "has supplied") == Voice::active);
  CHECK(voice("Drones were supplied to Sudan.", "were supplied") == Voice::passive);
  CHECK(voice("Drones have been supplied to Sudan.", "have been supplied") == Voice::passive);
  CHECK(voice("Drones supplied by Iran reached Sudan.", "supplied") == Voice::participle);
  CHECK(voice("Iran was accused of supplying drones.", "supplying") == Voice::gerund);
}

TEST_CASE("chunk: verbs before the main verb are its chain") {
  const Chunked read = chunks_of("Iran is believed to have shipped drones to Sudan.");
  const Chunk& group = read.at("is believed to have shipped");
  CHECK(group.lemma == "ship");
  CHECK(group.chain == std::vector<std::string>{"believe"});
  CHECK(group.chain_passive);
  CHECK(group.voice == Voice::active);
}

TEST_CASE("chunk: modals, negation and adverbs stand in the group") {
  const Chunked may = chunks_of("Iran may have shipped drones to Sudan.");
  CHECK(may.at("may have shipped").modals == std::vector<std::string>{"may"});
  const Chunked no = chunks_of("Iran has not shipped drones to Sudan.");
  CHECK(no.at("has not shipped").negated);
  const Chunked adverb = chunks_of("Iran has reportedly shipped drones to Sudan.");
  CHECK(adverb.at("has reportedly shipped").adverbs == std::vector<std::string>{"reportedly"});
}

TEST_CASE("chunk: a particle belongs to its verb") {
  const Chunked read = chunks_of("Poland handed over tanks.");
  CHECK(read.at("handed over").lemma == "hand over");
}

TEST_CASE("chunk: a phrase has head, count, class and weapon") {
  const Chunked read = chunks_of("Iran sent about 200 ballistic missiles to Sudan.");
  const Chunk& phrase = read.at("about 200 ballistic missiles");
  CHECK(phrase.kind == ChunkKind::phrase);
  CHECK(phrase.head == "missiles");
  CHECK(phrase.lemma == "missile");
  REQUIRE(phrase.quantity != nullptr);
  CHECK(msmt::print(phrase.quantity->value) == "~200 missile");
  CHECK(phrase.weapon != nullptr);
  CHECK(phrase.item_class == "arms");
}

TEST_CASE("chunk: an adjective or a genitive is the owner, a name is the party") {
  const Chunked adjective = chunks_of("Iranian drones struck the port.");
  REQUIRE(adjective.at("Iranian drones").owner);
  CHECK(adjective.at("Iranian drones").owner->party.iso2 == "IR");
  CHECK(adjective.at("Iranian drones").owner_is_adjective);
  const Chunked genitive = chunks_of("Iran's drones struck the port.");
  REQUIRE(genitive.at("Iran's drones").owner);
  CHECK(genitive.at("Iran's drones").owner->party.iso2 == "IR");
  CHECK_FALSE(genitive.at("Iran's drones").owner_is_adjective);
  const Chunked name = chunks_of("Iran struck the port.");
  REQUIRE(name.at("Iran").party);
  CHECK(name.at("Iran").party->party.iso2 == "IR");
  CHECK(name.at("Iran").country_head);
}

TEST_CASE("chunk: a pronoun is to be resolved") {
  const Chunked it = chunks_of("It sent drones to Sudan.");
  CHECK(it.at("It").pronoun);
}

TEST_CASE("chunk: a negative phrase") {
  CHECK(chunks_of("No drones were sent.").at("No drones").negative);
  CHECK_FALSE(chunks_of("Ten drones were sent.").at("Ten drones").negative);
}

TEST_CASE("chunk: a date is one chunk with its preposition") {
  const Chunked read = chunks_of("Since November 2024, Iran has sent drones.");
  const Chunk& date = read.at("Since November 2024");
  CHECK(date.kind == ChunkKind::date);
  REQUIRE(date.date != nullptr);
  CHECK(msmt::print(date.date->value) == "2024-11/..");
}

TEST_CASE("chunk: an of-complement is drawn into its phrase") {
  const Chunked read = chunks_of("Iran sent 20 containers of ammunition to Sudan.");
  const Chunk& phrase = read.at("20 containers of ammunition");
  CHECK(phrase.item_class == "container");
  CHECK(read.doc.text(phrase.of) == "ammunition");
  CHECK(phrase.of_class == "arms");
}
