// Claims of single sentences, in the printed form: tests/corpus/claims.tsv.
//
//     sentence | next sentence <tab> claim ## claim        `-` where nothing may be claimed
//
// tests/corpus/claims_gaps.tsv has the same form and holds what is right and not yet read so. A line
// of it that passes fails the test, so that it moves over and the list of gaps stays honest.
#include "corpus.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "claims_of.hpp"

using msmt::test::lexicons;

namespace {

struct Line {
  msmt::test::Example example;
  std::vector<std::string> wanted;  ///< printed claims, sorted
};

std::vector<std::string> split(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (;;) {
    const std::size_t end = text.find(separator, begin);
    parts.emplace_back(text.substr(begin, end == std::string_view::npos ? end : end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + separator.size();
  }
}

std::string join(const std::vector<std::string>& claims) {
  if (claims.empty()) return "-";
  std::string out;
  for (const std::string& claim : claims) out += (out.empty() ? "" : " ## ") + claim;
  return out;
}

/// Quotation marks that a sentence opens and closes, as the reader of pages finds them.
void find_quotes(msmt::Document& doc) {
  std::size_t open = std::string::npos;
  for (std::size_t i = 0; i < doc.bytes.size(); ++i) {
    if (doc.bytes[i] != '"') continue;
    if (open == std::string::npos) {
      open = i + 1;
    } else {
      doc.quotes.push_back({open, i});
      open = std::string::npos;
    }
  }
}

std::vector<Line> read_lines(const std::string& name) {
  const std::string path = "tests/corpus/" + name + ".tsv";
  std::ifstream file(std::string(MSMT_SOURCE_DIR) + "/" + path, std::ios::binary);
  REQUIRE(file);
  std::vector<Line> lines;
  std::string line;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line.starts_with('#')) continue;
    const std::string where = path + ":" + std::to_string(number);
    const std::size_t tab = line.find('\t');
    INFO(where << " has no tab");
    REQUIRE(tab != std::string::npos);
    Line read{msmt::test::parse_example(std::string_view(line).substr(0, tab), where), {}};
    find_quotes(read.example.doc);
    if (line.substr(tab + 1) != "-")
      read.wanted = split(std::string_view(line).substr(tab + 1), " ## ");
    std::sort(read.wanted.begin(), read.wanted.end());
    lines.push_back(std::move(read));
  }
  return lines;
}

std::vector<std::string> sorted_claims(const msmt::Document& doc) {
  std::vector<std::string> printed = msmt::test::printed_claims(doc);
  std::sort(printed.begin(), printed.end());
  return printed;
}

}  // namespace

TEST_CASE("corpus: claims") {
  for (const Line& line : read_lines("claims")) {
    const std::vector<std::string> got = sorted_claims(line.example.doc);
    if (got == line.wanted) continue;
    FAIL_CHECK(line.example.where << ": " << line.example.doc.bytes << "\n  want "
                                  << join(line.wanted) << "\n  got  " << join(got));
  }
}

namespace {

/// The same text with another white space for each space.
msmt::Document with_spaces(const msmt::Document& doc, std::string_view space) {
  msmt::Document out = doc;
  std::vector<std::size_t> moved;  // where each byte is now
  out.bytes.clear();
  for (const char byte : doc.bytes) {
    moved.push_back(out.bytes.size());
    byte == ' ' ? out.bytes += space : out.bytes += byte;
  }
  moved.push_back(out.bytes.size());
  const auto move = [&](msmt::Span& span) { span = {moved[span.begin], moved[span.end]}; };
  for (msmt::Sentence& sentence : out.sentences) move(sentence.span);
  for (msmt::Span& quote : out.quotes) move(quote);
  msmt::text::index_positions(out);
  return out;
}

}  // namespace

TEST_CASE("claims are the same whatever white space stands between the words") {
  for (const Line& line : read_lines("claims")) {
    for (const std::string_view space : {"\u00a0", "  ", "\n"}) {
      const std::vector<std::string> got = sorted_claims(with_spaces(line.example.doc, space));
      if (got == line.wanted) continue;
      FAIL_CHECK(line.example.where << ": " << line.example.doc.bytes << "\n  want "
                                    << join(line.wanted) << "\n  got  " << join(got));
    }
  }
}

TEST_CASE("every side, item, figure, period and source of a claim leads back to words") {
  const auto leads_back = [](const msmt::Claim& claim, std::string_view field) {
    return std::any_of(
        claim.evidence.spans.begin(), claim.evidence.spans.end(),
        [&](const auto& span) { return span.first == field && !span.second.empty(); });
  };
  for (const Line& line : read_lines("claims")) {
    for (const msmt::Claim& claim : msmt::test::claims_of(line.example.doc)) {
      INFO(line.example.where << ": " << print(claim));
      CHECK((!claim.actor || leads_back(claim, "actor")));
      CHECK((!claim.target || leads_back(claim, "target")));
      CHECK((!claim.item || leads_back(claim, "item")));
      CHECK((!claim.quantity || leads_back(claim, "quantity")));
      CHECK((!claim.period || leads_back(claim, "period")));
      CHECK((claim.attribution.empty() || leads_back(claim, "attribution")));
    }
  }
}

TEST_CASE("corpus: claims that are not read yet") {
  const std::vector<Line> gaps = read_lines("claims_gaps");
  for (const Line& line : gaps) {
    if (sorted_claims(line.example.doc) != line.wanted) continue;
    FAIL_CHECK(line.example.where << " passes: move it to claims.tsv\n  "
                                  << line.example.doc.bytes);
  }
  WARN(gaps.size() << " lines in tests/corpus/claims_gaps.tsv");
}

TEST_CASE("the corpus of claims has 25 sentences and 8 traps for each type") {
  // "# --- transfer: goods went …" begins a section; a trap is a line of it that claims nothing
  std::map<std::string, std::size_t> made;
  std::map<std::string, std::size_t> traps;
  std::ifstream file(std::string(MSMT_SOURCE_DIR) + "/tests/corpus/claims.tsv", std::ios::binary);
  REQUIRE(file);
  constexpr std::string_view kSection = "# --- ";
  std::string section;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with(kSection)) {
      section = line.substr(kSection.size());
      section.resize(std::min(section.size(), section.find_first_of(": ")));
    }
    if (line.empty() || line.starts_with('#')) continue;
    const std::string claims = line.substr(line.find('\t') + 1);
    if (claims == "-") {
      ++traps[section];
      continue;
    }
    std::set<std::string> types;
    for (const std::string& claim : split(claims, " ## "))
      types.insert(claim.substr(0, claim.find(' ')));
    for (const std::string& type : types) ++made[type];
  }
  CHECK(made.size() == 18);
  for (const auto& [type, sentences] : made) {
    INFO(type << ": " << sentences << " sentences, " << traps[type] << " traps");
    CHECK(sentences >= 25);
    CHECK(traps[type] >= 8);
  }
}

TEST_CASE("the example of every frame stands in the corpus of claims") {
  std::vector<std::string> texts;
  for (const std::string name : {"claims", "claims_gaps"}) {
    for (const Line& line : read_lines(name)) texts.push_back(line.example.doc.bytes);
  }
  const msmt::Table& frames = lexicons().table("frames");
  for (const msmt::Row& row : frames.rows) {
    const std::string& example = frames.cell(row, "example");
    INFO(example);
    CHECK(std::any_of(texts.begin(), texts.end(), [&](const std::string& text) {
      return text.find(example) != std::string::npos;
    }));
  }
}
