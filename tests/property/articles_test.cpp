// What holds for every article, checked over generated ones: from bytes to report, and back from
// every value of the report to its bytes.
#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "built_in_pipeline.hpp"
#include "generator.hpp"
#include "msmt/output.hpp"
#include "schema_validator.hpp"

using namespace msmt;
using msmt::test::Generator;
using msmt::test::pipeline;

namespace {

constexpr OutputOptions kAll{.mentions = true, .residue = true};

Document document(const std::string& path, const std::string& bytes) {
  return read_document(path, bytes, {}, "");
}

/// Some articles of one seed, named a.txt, b.txt …
std::vector<Document> documents(unsigned seed) {
  Generator generator(seed);
  std::vector<Document> out;
  for (std::size_t count = 1 + generator.below(6); count > 0; --count) {
    const std::string name(1, static_cast<char>('a' + out.size()));
    out.push_back(document(name + ".txt", generator.article()));
  }
  return out;
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

bool on_boundaries(std::string_view bytes, Span span) {
  const auto boundary = [&](std::size_t at) {
    return at == bytes.size() || (at < bytes.size() && !is_continuation(bytes[at]));
  };
  return span.begin < span.end && boundary(span.begin) && boundary(span.end);
}

std::size_t code_points(std::string_view bytes) {
  return static_cast<std::size_t>(
      std::count_if(bytes.begin(), bytes.end(), [](char c) { return !is_continuation(c); }));
}

/// Each run of white space made one space; the generator writes no other than these.
std::string collapsed(std::string_view bytes) {
  std::string out;
  bool space = false;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const bool no_break = bytes.substr(i, 2) == "\u00A0";
    if (no_break || bytes[i] == ' ' || bytes[i] == '\n' || bytes[i] == '\r') {
      space = true;
      i += no_break ? 1 : 0;
      continue;
    }
    if (space) out += ' ';
    space = false;
    out += bytes[i];
  }
  return out;
}

struct Place {
  Span bytes;
  Span chars;
  std::size_t line = 1;
  std::size_t column = 1;
  std::string text;
};

/// Counted from the bytes alone.
void check_place(const std::string& bytes, const Place& place) {
  INFO(place.text);
  REQUIRE(place.bytes.end <= bytes.size());
  REQUIRE(on_boundaries(bytes, place.bytes));
  const std::string_view before = std::string_view(bytes).substr(0, place.bytes.begin);
  const std::string_view words =
      std::string_view(bytes).substr(place.bytes.begin, place.bytes.size());
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  CHECK(place.text == collapsed(words));
  CHECK(place.chars.begin == code_points(before));
  CHECK(place.chars.size() == code_points(words));
  CHECK(place.line == 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')));
  CHECK(place.column == 1 + code_points(before.substr(line_start)));
}

struct Offset {
  std::size_t bytes = 0;
  std::size_t chars = 0;
  std::size_t lines = 0;
};

std::string shown(Span span, std::size_t offset) {
  return "[" + std::to_string(span.begin - offset) + ", " + std::to_string(span.end - offset) + ")";
}

/// Everything that was read from an article, a line for each value, as if it began at `from`.
std::vector<std::string> reading(const Article& article, Offset from) {
  std::vector<std::string> out;
  const auto place = [&](Span bytes, Span chars, std::size_t line, std::size_t column) {
    return shown(bytes, from.bytes) + " " + shown(chars, from.chars) + " " +
           std::to_string(line - from.lines) + ":" + std::to_string(column) + " ";
  };
  for (const SourceInfo::Listed& listed : article.source.mentions) {
    out.push_back(place(listed.mention.span, listed.chars, listed.line, listed.column) +
                  listed.mention.rule + " " + print(listed.mention.value) + " " + listed.text);
  }
  for (const SourceInfo::Unused& unused : article.source.residue) {
    out.push_back(place(unused.residue.span, unused.chars, unused.line, unused.column) +
                  unused.residue.type + " " + unused.residue.reason + " " + unused.text);
  }
  for (const Claim& claim : article.claims) {
    const Evidence& evidence = claim.evidence;
    std::string line = place(evidence.bytes, evidence.chars, evidence.line, evidence.column) +
                       evidence.rule + " " + print(claim) + " " + evidence.quote;
    for (const auto& [field, span] : evidence.spans) {
      line += " " + field + shown(span, from.bytes);
    }
    out.push_back(line);
  }
  return out;
}

}  // namespace

TEST_CASE("every quote and every mention is what its bytes say") {
  std::size_t claims = 0;
  for (unsigned seed = 1; seed <= 60; ++seed) {
    INFO("seed " << seed);
    Generator generator(seed);
    std::string bytes = generator.article();
    if (seed % 3 == 0) bytes = "\xEF\xBB\xBF" + bytes;
    for (std::size_t at = bytes.find(' ', 40); seed % 2 == 0 && at != std::string::npos;
         at = bytes.find(' ', at + 40)) {
      bytes.replace(at, 1, seed % 4 == 0 ? "\r\n" : "\u00A0");
    }
    INFO(bytes);
    const Document doc = document("a.txt", bytes);
    REQUIRE(doc.bytes == bytes);
    const Article article = pipeline().read(doc);
    for (const SourceInfo::Listed& listed : article.source.mentions) {
      check_place(bytes,
                  {listed.mention.span, listed.chars, listed.line, listed.column, listed.text});
    }
    for (const SourceInfo::Unused& unused : article.source.residue) {
      check_place(bytes,
                  {unused.residue.span, unused.chars, unused.line, unused.column, unused.text});
    }
    for (const MergedClaim& merged : merge({article}).claims) {
      for (const Evidence& evidence : merged.evidence) {
        check_place(bytes, {evidence.bytes, evidence.chars, evidence.line, evidence.column,
                            evidence.quote});
      }
    }
    claims += article.claims.size();
  }
  CHECK(claims > 100);  // else the generator has lost touch with the frames
}

TEST_CASE("mentions stand in order, and two of one type never overlap") {
  for (unsigned seed = 100; seed < 160; ++seed) {
    INFO("seed " << seed);
    Generator generator(seed);
    const Document doc = document("a.txt", generator.article());
    for (const Reading& reading : extract(pipeline().engine(), doc)) {
      const Span sentence = doc.sentences.at(reading.sentence).span;
      const auto in_order = [](const Mention& a, const Mention& b) {
        return std::tuple(a.span.begin, b.span.end) < std::tuple(b.span.begin, a.span.end);
      };
      CHECK(std::is_sorted(reading.mentions.begin(), reading.mentions.end(), in_order));
      for (const Mention& mention : reading.mentions) {
        INFO(doc.text(mention.span) << " by " << mention.rule);
        CHECK(on_boundaries(doc.bytes, mention.span));
        CHECK(sentence.contains(mention.span));
        const auto rivals = std::count_if(reading.mentions.begin(), reading.mentions.end(),
                                          [&](const Mention& other) {
                                            return other.value.index() == mention.value.index() &&
                                                   other.span.overlaps(mention.span);
                                          });
        CHECK(rivals == 1);  // itself
      }
    }
  }
}

TEST_CASE("no claim without evidence, and every value of a claim leads back to words") {
  for (unsigned seed = 200; seed < 240; ++seed) {
    INFO("seed " << seed);
    const std::vector<Document> docs = documents(seed);
    const Report report = run(pipeline(), docs, 1);
    for (const MergedClaim& merged : report.claims) {
      INFO(merged.id << " " << merged.summary);
      REQUIRE_FALSE(merged.evidence.empty());
      CHECK(merged.claim.evidence == merged.evidence.front());
      for (const Evidence& evidence : merged.evidence) {
        const auto doc = std::find_if(docs.begin(), docs.end(), [&](const Document& candidate) {
          return candidate.path == evidence.source;
        });
        REQUIRE(doc != docs.end());
        CHECK_FALSE(evidence.rule.empty());
        // A field may have been read elsewhere in the article: "the shipments included …".
        for (const auto& [field, span] : evidence.spans) {
          INFO(field << " " << shown(span, 0));
          CHECK(on_boundaries(doc->bytes, span));
        }
      }
    }
  }
}

TEST_CASE("a paragraph in front moves every span and changes nothing else") {
  const std::string front = "Nobody had tidied up at the caf\u00E9.\n\n";
  for (unsigned seed = 300; seed < 360; ++seed) {
    INFO("seed " << seed);
    Generator generator(seed);
    const std::string bytes = generator.article();
    INFO(bytes);
    const Article before = pipeline().read(document("a.txt", bytes));
    const Article after = pipeline().read(document("a.txt", front + bytes));
    const std::vector<std::string> expected = reading(before, {});
    const std::vector<std::string> moved = reading(after, {front.size(), code_points(front), 2});
    const auto [first, other] =
        std::mismatch(expected.begin(), expected.end(), moved.begin(), moved.end());
    CHECK((first == expected.end() ? "" : *first) == (other == moved.end() ? "" : *other));
  }
}

TEST_CASE("line ends and a byte order mark do not change what is claimed") {
  for (unsigned seed = 400; seed < 430; ++seed) {
    INFO("seed " << seed);
    Generator generator(seed);
    const std::string bytes = generator.article();
    std::string other = "\xEF\xBB\xBF";
    for (const char c : bytes) other += c == '\n' ? std::string("\r\n") : std::string(1, c);
    const auto facts = [](const std::string& text) {
      std::vector<std::string> out;
      for (const Claim& claim : pipeline().read(document("a.txt", text)).claims) {
        out.push_back(print(claim) + " " + claim.evidence.quote);
      }
      return out;
    };
    CHECK(facts(other) == facts(bytes));
  }
}

TEST_CASE("neither the order of articles nor the number of threads changes a byte") {
  for (unsigned seed = 500; seed < 530; ++seed) {
    INFO("seed " << seed);
    std::vector<Document> docs = documents(seed);
    const std::string expected = to_json(run(pipeline(), docs, 1), kAll);
    for (const unsigned jobs : {2U, 4U}) {
      std::rotate(docs.begin(), docs.begin() + 1, docs.end());
      CHECK(to_json(run(pipeline(), docs, jobs), kAll) == expected);
      std::reverse(docs.begin(), docs.end());
      CHECK(to_json(run(pipeline(), docs, jobs), kAll) == expected);
    }
  }
}

TEST_CASE("articles given twice are merged as if given once") {
  for (unsigned seed = 600; seed < 640; ++seed) {
    INFO("seed " << seed);
    std::vector<Article> articles;
    for (const Document& doc : documents(seed)) articles.push_back(pipeline().read(doc));
    std::vector<Article> twice = articles;
    twice.insert(twice.end(), articles.begin(), articles.end());
    CHECK(to_json(merge(std::move(twice)), kAll) == to_json(merge(std::move(articles)), kAll));
  }
}

TEST_CASE("the output parses, follows its schema, and holds what the report holds") {
  test::Validator schema(nlohmann::json::parse(json_schema()));
  for (unsigned seed = 700; seed < 740; ++seed) {
    INFO("seed " << seed);
    const Report report = run(pipeline(), documents(seed), 1);
    const std::string text = to_json(report, kAll);
    const auto json = nlohmann::ordered_json::parse(text, nullptr, false);
    REQUIRE_FALSE(json.is_discarded());
    CHECK(schema.errors(json) == std::vector<std::string>{});
    REQUIRE(json.at("claims").size() == report.claims.size());
    REQUIRE(json.at("sources").size() == report.sources.size());
    for (std::size_t i = 0; i < report.claims.size(); ++i) {
      CHECK(json["claims"][i].at("id") == report.claims[i].id);
      CHECK(json["claims"][i].at("evidence").size() == report.claims[i].evidence.size());
    }
    const std::string lines = to_jsonl(report);
    std::size_t count = 0;
    for (std::size_t at = 0; at < lines.size(); ++count) {
      const std::size_t end = lines.find('\n', at);
      REQUIRE(end != std::string::npos);
      CHECK(nlohmann::ordered_json::parse(lines.substr(at, end - at)) == json["claims"][count]);
      at = end + 1;
    }
    CHECK(count == report.claims.size());
    CHECK(compare(text, "golden.json", text).empty());
  }
}
