// The engine: what every reading keeps to, whatever the tables say.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "built_in_engine.hpp"
#include "corpus.hpp"
#include "extract/rule.hpp"

using msmt::Mention;
using msmt::Span;
using msmt::test::engine;

namespace {

Mention at(std::size_t begin, std::size_t end, std::string rule) {
  return {{begin, end}, std::move(rule), msmt::Unit{"crate", "count", "", {}}};
}

}  // namespace

TEST_CASE("overlaps: the longer span wins, then the earlier rule") {
  std::vector<Mention> mentions = {at(0, 4, "a"), at(2, 9, "b"), at(9, 12, "c"), at(9, 12, "d")};
  msmt::resolve_overlaps(mentions);
  REQUIRE(mentions.size() == 2);
  CHECK(mentions[0].rule == "b");
  CHECK(mentions[1].rule == "c");
}

TEST_CASE("mentions of different types may overlap") {
  std::vector<Mention> mentions = {at(0, 4, "a"),
                                   {{0, 4}, "w", msmt::Weapon{"", "", "tank", "", ""}}};
  msmt::resolve_overlaps(mentions);
  CHECK(mentions.size() == 2);
}

TEST_CASE("readings are ordered, inside their sentence, and do not overlap within a type") {
  for (const char* corpus : {"quantity", "weapon", "country", "organization", "military_unit"}) {
    for (const auto& example : msmt::test::read_corpus(corpus)) {
      for (const msmt::Reading& reading : msmt::extract(engine(), example.doc)) {
        const Span sentence = example.doc.sentences[reading.sentence].span;
        std::vector<std::size_t> ends(std::variant_size_v<msmt::Value>, 0);
        std::size_t begin = 0;
        INFO(example.where);
        for (const Mention& mention : reading.mentions) {
          CHECK(sentence.contains(mention.span));
          CHECK(mention.span.begin >= begin);
          CHECK(mention.span.begin >= ends[mention.value.index()]);
          CHECK_FALSE(mention.rule.empty());
          begin = mention.span.begin;
          ends[mention.value.index()] = mention.span.end;
        }
      }
    }
  }
}

TEST_CASE("reading twice gives the same") {
  for (const auto& example : msmt::test::read_corpus("quantity")) {
    const auto once = msmt::test::mentions_of(engine(), example.doc, "quantity");
    const auto twice = msmt::test::mentions_of(engine(), example.doc, "quantity");
    REQUIRE(once.size() == twice.size());
    for (std::size_t i = 0; i < once.size(); ++i) {
      CHECK(once[i].span == twice[i].span);
      CHECK(msmt::print(once[i].value) == msmt::print(twice[i].value));
    }
  }
}

TEST_CASE("rules: ids stand below their extractor and are unique; every type has an extractor") {
  constexpr std::size_t kTimes = 1;  // the rules of times give dates
  std::set<std::string> ids, extractors;
  for (const msmt::RuleInfo& rule : engine().rules()) {
    CHECK(rule.id.starts_with(rule.extractor + "/"));
    CHECK(ids.insert(rule.id).second);
    CHECK_FALSE(rule.example.empty());
    extractors.insert(rule.extractor);
  }
  CHECK(extractors.size() == std::variant_size_v<msmt::Value> + kTimes);
}

TEST_CASE("mentions name a rule of the list") {
  std::set<std::string> ids;
  for (const msmt::RuleInfo& rule : engine().rules()) ids.insert(rule.id);
  for (const char* corpus : {"quantity", "unit", "weapon", "country", "organization"}) {
    for (const auto& example : msmt::test::read_corpus(corpus)) {
      for (const msmt::Reading& reading : msmt::extract(engine(), example.doc)) {
        for (const Mention& mention : reading.mentions) {
          INFO(example.where << ' ' << mention.rule);
          CHECK(ids.contains(mention.rule));
        }
      }
    }
  }
}
