#include "cli/lint.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "lexicon/lint.hpp"

namespace msmt::cli {
namespace {

/// A sentence that a name of this table fits into.
struct Frame {
  std::string_view table;
  std::string_view column;
  std::string_view before;
  std::string_view after;
};
constexpr std::array<Frame, 4> kSentences = {{
    {"countries", "names", "They came from ", " last night."},
    {"military_units", "forms", "They spoke with the ", " last night."},
    {"organizations", "forms", "They spoke with the ", " last night."},
    {"weapons", "forms", "They bought 12 ", " systems last night."},
}};

Document sentence(const std::string& text) {
  Document doc = read_document("example", text, {}, "2025-06-01");
  return doc;
}

/// Whether a mention covers the name and has the value that its row gives.
bool is_row(const Mention& mention, Span name, const Table& table, const Row& row) {
  if (mention.span.begin > name.begin || mention.span.end < name.end) return false;
  const std::string_view wanted = table.cell(row, "name");
  if (const auto* country = std::get_if<Country>(&mention.value)) {
    return table.name == "countries" && country->name == wanted;
  }
  if (const auto* unit = std::get_if<MilitaryUnit>(&mention.value)) {
    return table.name == "military_units" && unit->country == table.cell(row, "country");
  }
  if (const auto* body = std::get_if<Organization>(&mention.value)) {
    return table.name == "organizations" && body->kind == table.cell(row, "kind");
  }
  if (const auto* weapon = std::get_if<Weapon>(&mention.value)) {
    return table.name == "weapons" && weapon->category == table.cell(row, "category");
  }
  return false;
}

void lint_names(const Pipeline& pipeline, const Table& table, const Frame& frame,
                std::vector<Error>& findings) {
  for (const Row& row : table.rows) {
    const auto forms = table.list(row, frame.column);
    if (forms.empty()) continue;  // reported by lint_tables()
    std::string form(unmarked(forms.front()));
    const std::string text = std::string(frame.before) + form + std::string(frame.after) + "\n";
    const Document doc = sentence(text);
    const Span name{frame.before.size(), frame.before.size() + form.size()};
    bool found = false;
    for (const Reading& reading : extract(pipeline.engine(), doc)) {
      for (const Mention& mention : reading.mentions) {
        found = found || is_row(mention, name, table, row);
      }
    }
    if (found) continue;
    findings.emplace_back(row.where(),
                          "\"" + form + "\" is not read as what its row says in \"" +
                              text.substr(0, text.size() - 1) + "\"",
                          "see what --mentions reads there instead");
  }
}

void lint_frames(const Pipeline& pipeline, const Table& frames, std::vector<Error>& findings) {
  for (const Row& row : frames.rows) {
    const std::string example = frames.cell(row, "example");
    // frames that go on from an earlier sentence have nothing to go on from
    if (example.empty() || frames.cell(row, "type") == "more") continue;
    const std::string id = frames.cell(row, "id");
    const Article article = pipeline.read(sentence(example + "\n"));
    const bool made =
        std::any_of(article.claims.begin(), article.claims.end(), [&](const Claim& claim) {
          return claim.evidence.rule == id || claim.evidence.rule.starts_with(id + ".");
        });
    if (made) continue;
    findings.emplace_back(row.where(), "\"" + example + "\" makes no claim by \"" + id + "\"",
                          "correct the row or its example; --explain shows what was tried");
  }
}

}  // namespace

std::vector<Error> lint_examples(const Pipeline& pipeline, const Lexicons& lexicons) {
  std::vector<Error> findings;
  for (const Frame& frame : kSentences) {
    lint_names(pipeline, lexicons.table(frame.table), frame, findings);
  }
  lint_frames(pipeline, lexicons.table("frames"), findings);
  return findings;
}

}  // namespace msmt::cli
