#include "output/stated.hpp"

#include <utility>

#include "output/value_trees.hpp"

namespace msmt {
namespace {

template <typename T>
const T* pointer(const std::optional<T>& value) {
  return value ? &*value : nullptr;
}

bool same(const Party& a, const Party& b) { return a == b; }
bool same(const Item& a, const Item& b) { return a == b; }
bool same(const std::vector<std::string>& a, const std::vector<std::string>& b) { return a == b; }
bool same(const std::string& a, const std::string& b) { return a == b; }

/// As far as a claim writes them; the words of its mention are in its quote.
bool same(const Quantity& a, const Quantity& b) {
  return a.relation == b.relation && a.value == b.value && a.low == b.low && a.high == b.high &&
         a.unit == b.unit && a.per == b.per;
}

/// A date without a value, or with one that was inferred, has more to it than a claim writes.
bool same(const Date& a, const Date& b) {
  return !keeps_form(a) && a.edtf == b.edtf && a.start == b.start && a.end == b.end &&
         a.granularity == b.granularity;
}

template <typename T>
bool differ(const T* a, const T* b) {
  return a == nullptr || b == nullptr ? a != b : !same(*a, *b);
}

}  // namespace

Unspoken::Unspoken(const Report& report, const MergedClaim& merged)
    : report_(report), merged_(merged), variants_(merged.evidence.size()) {
  for (const Variant& variant : merged.agreement.variants) {
    for (const std::size_t index : variant.evidence) {
      if (index < variants_.size()) variants_[index].push_back(&variant);
    }
  }
}

/// What the report says that the evidence states; none for nothing.
template <typename T>
const T* Unspoken::spoken(std::size_t index, std::string_view field, const T* merged) const {
  for (const Variant* variant : variants_[index]) {
    if (variant->field == field) return std::get_if<T>(&variant->value);
  }
  return merged;
}

void Unspoken::add_to(Json& evidence, std::size_t index) const {
  if (index >= merged_.told.size()) return;
  const Told& told = merged_.told[index];
  if (told.source >= report_.told.size() || told.order >= report_.told[told.source].size()) return;
  const Claim& claim = report_.told[told.source][told.order];
  const Claim& merged = merged_.claim;

  Json stated = Json::object();
  const Party* actor = spoken(index, "actor", pointer(merged.actor));
  const Party* target = spoken(index, "target", pointer(merged.target));
  if (told.turned) {
    stated["turned"] = true;
    std::swap(actor, target);
  }
  if (differ(pointer(claim.actor), actor)) stated["actor"] = tree(claim.actor);
  if (differ(pointer(claim.target), target)) stated["target"] = tree(claim.target);
  if (differ(pointer(claim.item), spoken(index, "item", pointer(merged.item)))) {
    stated["item"] = tree(claim.item);
  }
  if (differ(pointer(claim.quantity), spoken(index, "quantity", pointer(merged.quantity)))) {
    stated["quantity"] = tree(claim.quantity);
  }
  if (differ(pointer(claim.period), spoken(index, "period", pointer(merged.period)))) {
    stated["period"] = stated_period(claim.period);
  }
  const std::string certainty(to_string(claim.certainty));
  const std::string settled(to_string(merged.certainty));
  if (differ(&certainty, spoken(index, "certainty", &settled))) stated["certainty"] = certainty;
  if (const auto* names = spoken(index, "attribution", &merged.attribution);
      differ(&claim.attribution, names) && (names != nullptr || !claim.attribution.empty())) {
    stated["attribution"] = tree(claim.attribution);
  }
  if (claim.members != merged.members) stated["members"] = tree(claim.members);
  if (claim.besides != merged.besides) stated["besides"] = tree(claim.besides);
  if (claim.operators != merged.operators) stated["operators"] = tree(claim.operators);
  if (claim.parties != merged.parties) stated["parties"] = tree(claim.parties);
  if (differ(pointer(claim.equivalent), pointer(merged.equivalent))) {
    stated["equivalent"] = tree(claim.equivalent);
  }
  if (claim.part != merged.part) stated["part"] = claim.part;

  evidence["order"] = told.order;
  if (claim.repeat_of != Claim::npos) evidence["repeats"] = claim.repeat_of;
  if (!stated.empty()) evidence["stated"] = std::move(stated);
}

}  // namespace msmt
