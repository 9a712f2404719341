#include "merge/fields.hpp"

#include "merge/key.hpp"

namespace msmt {
namespace {

std::string reason_of(Fit fit) {
  switch (fit) {
    case Fit::overlaps:
      return "overlaps";
    case Fit::same:  // the same figure under another noun
    case Fit::refines:
    case Fit::refined:
      return "refines";
    case Fit::conflicts:
      return "conflicts";
    case Fit::different:
      return "different_scope";
  }
  return "different_scope";
}

}  // namespace

Fit compare_dates(const Date& a, const Date& b, bool once) {
  const auto x = days_of(a);
  const auto y = days_of(b);
  return x && y ? compare_periods(*x, *y, once) : Fit::refines;
}

Field<Party> party_field(std::string name, std::optional<Party> Claim::*member) {
  return {std::move(name),
          [member](const Claim& claim) { return claim.*member; },
          [](const Party& party) { return shown(party); },
          [](const Party& party) { return party.iso2.empty() ? 1L : 0L; },
          [](const Party& said, const Party& value) { return party_key(said) == party_key(value); },
          [](const Party& merged, const Party& other) -> std::string {
            return party_key(merged) == party_key(other) ? "refines" : "different_scope";
          }};
}

Field<Quantity> quantity_field() {
  return {"quantity",
          [](const Claim& claim) { return claim.quantity; },
          [](const Quantity& quantity) { return shown(quantity); },
          [](const Quantity& quantity) {
            return 4L * imprecision(quantity) + (quantity.unit.empty() ? 2 : 0) +
                   (quantity.per.empty() ? 1 : 0);
          },
          [](const Quantity& said, const Quantity& value) {
            if (said.value && said.value != value.value) return false;
            const Fit fit = compare_quantities(said, value);
            return fit == Fit::same || fit == Fit::refined;
          },
          [](const Quantity& merged, const Quantity& other) {
            return reason_of(compare_quantities(merged, other));
          }};
}

Field<Date> period_field(bool once) {
  return {"period",
          [](const Claim& claim) { return claim.period; },
          [](const Date& date) { return shown(date); },
          [](const Date& date) { return imprecision(date); },
          [once](const Date& said, const Date& value) {
            // "between March and October" says how long it went on, not that a day is unknown
            const bool span = said.edtf.find('/') != std::string::npos && !said.end.empty();
            if (span && !once && shown(said) != shown(value)) return false;
            const Fit fit = compare_dates(said, value, once);
            return fit == Fit::same || fit == Fit::refined;
          },
          [once](const Date& merged, const Date& other) -> std::string {
            // One-time dates and dates of what goes on contradict only where they lie apart.
            const Fit fit = compare_dates(merged, other, once);
            return fit == Fit::different ? "conflicts" : reason_of(fit);
          }};
}

Field<std::string> certainty_field() {
  const auto rank = [](const std::string& name) {
    return static_cast<long>(parse_certainty(name).value_or(Certainty::denied));
  };
  return {"certainty",
          [](const Claim& claim) {
            return std::optional<std::string>(std::string(to_string(claim.certainty)));
          },
          [](const std::string& name) { return name; },
          rank,
          [](const std::string&, const std::string&) { return false; },
          [](const std::string& merged, const std::string& other) -> std::string {
            return (merged == "denied") != (other == "denied") ? "conflicts" : "refines";
          }};
}

Field<Names> attribution_field() {
  return {"attribution",
          [](const Claim& claim) { return std::optional<Names>(claim.attribution); },
          [](const Names& names) {
            std::string out;
            for (const std::string& name : names) out += name + "\x1f";
            return out;
          },
          [](const Names& names) { return -static_cast<long>(names.size()); },
          [](const Names&, const Names&) { return false; },
          [](const Names& merged, const Names& other) -> std::string {
            const bool shared = std::any_of(other.begin(), other.end(), [&](const auto& name) {
              return std::find(merged.begin(), merged.end(), name) != merged.end();
            });
            return shared ? "refines" : "different_scope";
          }};
}

std::string first_kind(const Item& item) {
  const std::vector<std::string> path = item_path(item);
  return path.empty() ? "" : path.front();
}

Field<Item> item_field() {
  return {"item",
          [](const Claim& claim) { return claim.item; },
          [](const Item& item) { return shown(item); },
          [](const Item&) { return 0L; },
          [](const Item&, const Item&) { return false; },
          [](const Item& merged, const Item& other) -> std::string {
            return first_kind(merged) == first_kind(other) ? "refines" : "different_scope";
          }};
}

}  // namespace msmt
