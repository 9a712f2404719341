#include "output/json_input.hpp"

#include <catch2/catch.hpp>

#include "msmt/error.hpp"

using Catch::Matchers::Message;

TEST_CASE("a record: text, the rest may be left out or null") {
  const auto full = msmt::parse_record(
      R"({"text": "Shells.\n", "path": "a", "url": "u", "title": "t", "publisher": "p",
          "published": "2025", "other": [1]})",
      "in.jsonl:1");
  CHECK(full.text == "Shells.\n");
  CHECK(full.path == "a");
  CHECK(full.metadata.url == "u");
  CHECK(full.metadata.title == "t");
  CHECK(full.metadata.publisher == "p");
  CHECK(full.metadata.published == "2025");
  const auto bare = msmt::parse_record(R"({"text": "", "path": null})", "in.jsonl:2");
  CHECK_FALSE(bare.path);
  CHECK_FALSE(bare.metadata.title);
}

TEST_CASE("a record that is none") {
  const std::string hint = R"(: write one article per line, e.g. {"text": "...", "path": "a.txt"})";
  CHECK_THROWS_MATCHES(msmt::parse_record("[]", "x:3"), msmt::Error,
                       Message("x:3: not a JSON object" + hint));
  CHECK_THROWS_MATCHES(msmt::parse_record(R"({"path": "a"})", "x:3"), msmt::Error,
                       Message("x:3: no \"text\"" + hint));
  CHECK_THROWS_MATCHES(msmt::parse_record(R"({"text": "", "title": 1})", "x:3"), msmt::Error,
                       Message("x:3: \"title\" is not a string: write a string or null"));
  for (const char* text :
       {"", "{", "{\"text\": \"\xff\"}", "{\"text\": \"a\"} x", "{\"text\": 1e999}"}) {
    INFO(text);
    CHECK_THROWS_AS(msmt::parse_record(text, "x:3"), msmt::Error);
  }
}

TEST_CASE("a manifest") {
  const auto manifest = msmt::parse_manifest(
      R"([{"path": "a.txt", "published": "2025-05"}, {"path": "b.txt", "lang": "en", "by": 1, "title": null},
          {"path": "c.txt", "by": 2}])",
      "list.json");
  REQUIRE(manifest.entries.size() == 3);
  CHECK(manifest.entries[0].path == "a.txt");
  CHECK(manifest.entries[0].metadata.published == "2025-05");
  CHECK_FALSE(manifest.entries[1].metadata.title);
  CHECK(manifest.unknown_keys == std::vector<std::string>{"lang", "by"});
}

TEST_CASE("a manifest that is none names its line or its entry") {
  const std::string hint =
      R"(: write a list such as [{"path": "a.txt", "published": "2025-05-30"}])";
  CHECK_THROWS_WITH(msmt::parse_manifest("[\n{\"path\": }]", "m.json"),
                    Catch::StartsWith("m.json:2: not JSON: "));
  CHECK_THROWS_MATCHES(msmt::parse_manifest("{}", "m.json"), msmt::Error,
                       Message("m.json: not a JSON list" + hint));
  CHECK_THROWS_MATCHES(msmt::parse_manifest(R"([{"path": "a"}, {"title": "b"}])", "m.json"),
                       msmt::Error, Message("m.json: entry 2: no \"path\"" + hint));
}
