#include <algorithm>
#include <array>

#include "msmt/output.hpp"
#include "output/json_text.hpp"
#include "text/printable.hpp"

namespace msmt {
namespace {

using Cells = std::vector<std::string>;

std::string number(std::optional<double> value) {
  return value ? one_line(json_number(value)) : std::string();
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : "; ") + part;
  return out;
}

/// "UNSCR 2397 (2017) OP 5 x 2": each measure that the claim touches, and how many times its limit.
std::string measures(const MergedClaim& merged) {
  std::vector<std::string> parts;
  for (const TouchedMeasure& measure : merged.measures) {
    parts.push_back(measure.id + (measure.ratio ? " x " + number(measure.ratio) : std::string()));
  }
  return joined(parts);
}

const Cells& csv_names() {
  static const Cells names{"id",         "type",        "summary", "actor",       "actor_iso2",
                           "target",     "target_iso2", "item",    "category",    "weapon",
                           "relation",   "value",       "low",     "high",        "unit",
                           "per",        "period",      "start",   "end",         "attribution",
                           "certainty",  "agreement",   "sources", "independent", "first_source",
                           "first_line", "measures"};
  return names;
}

Cells csv_cells(const MergedClaim& merged) {
  const Claim& claim = merged.claim;
  const Party actor = claim.actor.value_or(Party{});
  const Party target = claim.target.value_or(Party{});
  const Item item = claim.item.value_or(Item{});
  const Quantity quantity = claim.quantity.value_or(Quantity{});
  const Date period = claim.period.value_or(Date{});
  const Evidence first = merged.evidence.empty() ? claim.evidence : merged.evidence.front();
  return {merged.id,
          claim.type,
          merged.summary,
          actor.name,
          actor.iso2,
          target.name,
          target.iso2,
          item.name,
          item.category,
          item.weapon,
          claim.quantity ? std::string(to_string(quantity.relation)) : std::string(),
          number(quantity.value),
          number(quantity.low),
          number(quantity.high),
          quantity.unit,
          quantity.per,
          period.edtf,
          period.start,
          period.end,
          joined(claim.attribution),
          std::string(to_string(claim.certainty)),
          merged.agreement.status,
          std::to_string(merged.agreement.sources),
          std::to_string(merged.agreement.independent),
          first.source,
          std::to_string(first.line),
          measures(merged)};
}

void append_row(std::string& out, const Cells& cells) {
  bool first = true;
  for (const std::string& raw : cells) {
    const std::string cell = text::printable(raw, true);
    if (!first) out += ',';
    first = false;
    if (cell.find_first_of(",\"\r\n") == std::string::npos) {
      out += cell;
      continue;
    }
    out += '"';
    for (const char c : cell) out.append(c == '"' ? 2 : 1, c);
    out += '"';
  }
  out += "\r\n";
}

std::size_t width(const std::string& text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
}

}  // namespace

std::string to_csv(const Report& report) {
  std::string out;
  append_row(out, csv_names());
  for (const MergedClaim& claim : report.claims) append_row(out, csv_cells(claim));
  return out;
}

std::string to_table(const Report& report) {
  using Line = std::array<std::string, 5>;
  std::vector<Line> rows{{"TYPE", "CERTAINTY", "AGREEMENT", "SOURCES", "SUMMARY"}};
  for (const MergedClaim& claim : report.claims) {
    const std::string touched = measures(claim);
    rows.push_back(
        {claim.claim.type, std::string(to_string(claim.claim.certainty)), claim.agreement.status,
         std::to_string(claim.agreement.sources),
         text::printable(claim.summary + (touched.empty() ? "" : " [" + touched + "]"))});
  }
  std::array<std::size_t, 4> widths{};  // the last column needs none
  for (const Line& row : rows) {
    for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
  }
  std::string out;
  for (const Line& row : rows) {
    for (std::size_t i = 0; i < widths.size(); ++i) {
      out += row[i] + std::string(widths[i] - width(row[i]) + 2, ' ');
    }
    out += row.back() + "\n";
  }
  return out;
}

}  // namespace msmt
