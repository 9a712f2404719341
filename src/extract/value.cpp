/// The one printed form of a value: corpora, failure messages and --explain use it.
#include <array>
#include <charconv>

#include "msmt/extract.hpp"

namespace msmt {

namespace {

constexpr std::array<std::string_view, 8> kRelations = {
    "exactly", "about", "more_than", "at_least", "less_than", "at_most", "between", "indefinite"};

std::string number(double value) {
  std::array<char, 32> buffer{};
  const auto [end, error] =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed);
  if (error != std::errc()) return "?";
  return {buffer.data(), end};
}

std::string sign(const Quantity& quantity) {
  std::string value = number(quantity.value.value_or(0));
  switch (quantity.relation) {
    case Relation::exactly:
      return value;
    case Relation::about:
      return "~" + value;
    case Relation::more_than:
      return ">" + value;
    case Relation::at_least:
      return ">=" + value;
    case Relation::less_than:
      return "<" + value;
    case Relation::at_most:
      return "<=" + value;
    case Relation::between:
      return number(quantity.low.value_or(0)) + ".." + number(quantity.high.value_or(0));
    case Relation::indefinite:
      return number(quantity.low.value_or(0)) + "+";
  }
  return value;
}

struct Printer {
  std::string operator()(const Quantity& quantity) const {
    std::string out = sign(quantity);
    if (!quantity.unit.empty()) out += " " + quantity.unit;
    if (!quantity.per.empty()) out += "/" + quantity.per;
    return out;
  }
  std::string operator()(const Date& date) const {
    return date.edtf.empty() ? "(" + date.timex_value + ")" : date.edtf;
  }
  std::string operator()(const Weapon& weapon) const {
    if (weapon.name.empty()) return "(" + weapon.category + ")";
    const std::string system = weapon.system == weapon.name ? "" : " = " + weapon.system;
    return weapon.name + system + " (" + weapon.category + ")";
  }
  std::string operator()(const Country& country) const {
    return country.iso2.empty() ? country.name : country.iso2;
  }
  std::string operator()(const Unit& unit) const { return unit.name + " (" + unit.dimension + ")"; }
  std::string operator()(const MilitaryUnit& unit) const {
    return unit.country.empty() ? unit.name : unit.name + " (" + unit.country + ")";
  }
  std::string operator()(const Organization& organization) const {
    return organization.name + " (" + organization.kind + ")";
  }
};

}  // namespace

std::string_view to_string(Relation relation) {
  return kRelations[static_cast<std::size_t>(relation)];
}

std::optional<Relation> parse_relation(std::string_view name) {
  for (std::size_t i = 0; i < kRelations.size(); ++i) {
    if (kRelations[i] == name) return static_cast<Relation>(i);
  }
  return std::nullopt;
}

std::string_view type_name(const Value& value) {
  static constexpr std::array<std::string_view, 7> kNames = {
      "quantity", "date", "weapon", "country", "unit", "military_unit", "organization"};
  return kNames[value.index()];
}

std::string print(const Value& value) { return std::visit(Printer{}, value); }

}  // namespace msmt
