/// A report of two invented articles with every part that a report can have; docs/output.md shows
/// it.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "msmt/merge.hpp"

namespace sample {

inline constexpr std::string_view kDaily =
    "Some 320 wagons of mortar shells went from North Korea to Russia, the MSMT found.\n";
inline constexpr std::string_view kWire =
    "SEOUL, June 2, 2025 – Pyongyang shipped at least 300 wagons of mortar shells to Russia "
    "between "
    "May and July 2024, enough for two brigades, according to the MSMT.\n"
    "The MSMT is made up of eleven countries, the United States and Japan among them.\n";

inline std::size_t characters(std::string_view text, std::size_t byte) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(byte),
                    [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
}

inline msmt::Span find(std::string_view text, std::string_view words) {
  const std::size_t begin = text.find(words);
  return {begin, begin + words.size()};
}

/// Fills bytes, chars, line and column of an evidence, a mention or an unused span.
template <typename Placed>
void place(Placed& out, std::string_view text, msmt::Span span) {
  out.chars = {characters(text, span.begin), characters(text, span.end)};
  const std::string_view before = text.substr(0, span.begin);
  const std::size_t line_begin = before.rfind('\n') + 1;  // npos + 1 is 0
  out.line = 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  out.column = 1 + out.chars.begin - characters(text, line_begin);
}

struct Field {
  std::string name;
  std::string_view words;
};

inline msmt::Evidence evidence(const std::string& source, std::string_view text,
                               std::string_view quote, const std::string& rule,
                               const std::vector<Field>& fields) {
  msmt::Evidence out;
  out.source = source;
  out.bytes = find(text, quote);
  place(out, text, out.bytes);
  out.quote = quote;
  out.rule = rule;
  for (const Field& field : fields) {
    const msmt::Span inside = find(quote, field.words);
    const std::size_t begin = out.bytes.begin;
    out.spans.emplace_back(field.name, msmt::Span{begin + inside.begin, begin + inside.end});
  }
  return out;
}

inline msmt::SourceInfo::Listed listed(std::string_view text, std::string_view words,
                                       const std::string& rule, msmt::Value value) {
  msmt::SourceInfo::Listed out;
  out.mention = {find(text, words), rule, std::move(value)};
  out.text = words;
  place(out, text, out.mention.span);
  return out;
}

inline msmt::Quantity quantity(msmt::Relation relation, std::optional<double> value,
                               std::optional<double> low, std::optional<double> high,
                               const std::string& unit) {
  msmt::Quantity out;
  out.relation = relation;
  out.value = value;
  out.low = low;
  out.high = high;
  out.unit = unit;
  return out;
}

inline msmt::Date summer() {
  msmt::Date out;
  out.edtf = "2024-05/2024-07";
  out.timex_type = "DATE";
  out.timex_value = "2024-05";
  out.start = "2024-05-01";
  out.end = "2024-07-31";
  out.granularity = "month";
  return out;
}

inline msmt::SourceInfo daily() {
  msmt::SourceInfo out;
  out.path = "example/daily.txt";
  out.sha256 = std::string(64, 'd');
  out.bytes = kDaily.size();
  return out;
}

inline msmt::SourceInfo wire() {
  using namespace msmt;
  SourceInfo out;
  out.path = "example/wire.txt";
  out.sha256 = std::string(64, 'e');
  out.bytes = kWire.size();
  out.title = "Wagons of shells";
  out.publisher = "Example Wire";
  out.url = "https://example.org/wagons";
  out.published = {"2025-06-02", Anchor::header};
  out.shingles = "5d0c9e17";

  Quantity wagons = quantity(Relation::at_least, 300, 300, std::nullopt, "wagon");
  wagons.cue = "at least";
  wagons.of = "mortar shells";
  Weapon shells;
  shells.category = "ammunition";
  shells.unroca = "III";
  shells.ml = "ML3";
  out.mentions = {
      listed(kWire, "Pyongyang", "country/gazetteer",
             Country{"KP", "PRK", "North Korea", "capital"}),
      listed(kWire, "at least 300 wagons", "quantity/at_least", wagons),
      listed(kWire, "wagons", "unit/counted", Unit{"wagon", "count", "", std::nullopt}),
      listed(kWire, "mortar shells", "weapon/class", shells),
      listed(kWire, "between May and July 2024", "date/between", summer()),
      listed(kWire, "MSMT", "organization/gazetteer", Organization{"MSMT", "monitoring body", ""}),
      listed(kWire, "two brigades", "military_unit/counted", MilitaryUnit{"two brigades", ""})};
  SourceInfo::Unused unused;
  unused.residue = {find(kWire, "June 2, 2025"), "date", "no_claim"};
  unused.text = "June 2, 2025";
  place(unused, kWire, unused.residue.span);
  out.residue = {unused};
  return out;
}

inline msmt::MergedClaim wagons() {
  using namespace msmt;
  MergedClaim out;
  out.id = "transfer-kp-ru-wagon-3b07";
  out.summary = "North Korea → Russia: at least 300 wagons of mortar shells, May to July 2024";
  Claim& claim = out.claim;
  claim.type = "transfer";
  claim.actor = Party{"North Korea", "KP"};
  claim.target = Party{"Russia", "RU"};
  claim.item = Item{"mortar shells", "ammunition", "", "shell"};
  claim.quantity = quantity(Relation::at_least, 300, 300, std::nullopt, "wagon");
  claim.period = summer();
  claim.attribution = {"MSMT"};
  claim.equivalent = quantity(Relation::exactly, 2, 2, 2, "brigade");
  out.agreement = {"differ", 2, 2, {}, 1, {"MSMT"}};
  out.measures.push_back({"UNSCR 1874 (2009) OP 9",
                          "arms from North Korea: all arms, training and payments for them banned",
                          std::nullopt, std::nullopt, "no_limit"});
  out.overlaps.push_back({"transfer-kp-ru-artillery-ammunition-7ec5", "shares", "unit"});
  out.agreement.variants.push_back(
      {"quantity",
       "overlaps",
       quantity(Relation::about, 320, std::nullopt, std::nullopt, "wagon"),
       {0}});
  out.agreement.variants.push_back({"period", "refines", std::monostate{}, {0}});
  out.evidence.push_back(evidence("example/daily.txt", kDaily, kDaily.substr(0, kDaily.size() - 1),
                                  "transfer.intransitive",
                                  {{"actor", "North Korea"},
                                   {"attribution", "MSMT"},
                                   {"item", "mortar shells"},
                                   {"quantity", "Some 320 wagons"},
                                   {"target", "Russia"}}));
  out.evidence.push_back(evidence("example/wire.txt", kWire, kWire.substr(0, kWire.find('\n')),
                                  "transfer.active",
                                  {{"actor", "Pyongyang"},
                                   {"attribution", "MSMT"},
                                   {"equivalent", "two brigades"},
                                   {"item", "mortar shells"},
                                   {"period", "between May and July 2024"},
                                   {"quantity", "at least 300 wagons"},
                                   {"target", "Russia"}}));
  out.evidence.back().url = "https://example.org/wagons";
  out.told = {{0, 0, false}, {1, 0, false}};
  return out;
}

inline msmt::MergedClaim members() {
  using namespace msmt;
  MergedClaim out;
  out.id = "membership-msmt-country-90aa";
  out.summary = "MSMT: 11 countries";
  Claim& claim = out.claim;
  claim.type = "membership";
  claim.actor = Party{"MSMT", ""};
  claim.quantity = quantity(Relation::exactly, 11, 11, 11, "country");
  claim.members = {{"United States", "US"}, {"Japan", "JP"}};
  out.agreement = {"single", 1, 1, {}, 1, {}};
  const std::string_view quote =
      kWire.substr(kWire.find("The MSMT"), kWire.size() - 1 - kWire.find("The MSMT"));
  out.evidence.push_back(evidence("example/wire.txt", kWire, quote, "membership.consists",
                                  {{"actor", "MSMT"}, {"quantity", "eleven countries"}}));
  out.evidence.back().url = "https://example.org/wagons";
  out.told = {{1, 1, false}};
  return out;
}

/// A report that nothing is known of but what it says.
inline msmt::Report untold() { return {{daily(), wire()}, {wagons(), members()}, {}}; }

/// A report with the claims of its articles, as merge() makes it.
inline msmt::Report report() {
  msmt::Report out = untold();
  msmt::Claim first = out.claims[0].claim;
  first.quantity = quantity(msmt::Relation::about, 320, std::nullopt, std::nullopt, "wagon");
  first.period.reset();
  first.equivalent.reset();
  out.told = {{first}, {out.claims[0].claim, out.claims[1].claim}};
  return out;
}

}  // namespace sample
