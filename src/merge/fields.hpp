/// Fields: one way to settle any field of a claim and to list who states it otherwise.
///
/// A field says how its values are read, ranked and compared; settle.hpp says which value wins.
#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "merge/compare_values.hpp"
#include "merge/settle.hpp"

namespace msmt {

/// One field: how its values are read, shown, ranked and compared. Equal text, equal value; no
/// text, no value.
template <typename Value>
struct Field {
  std::string name;
  std::function<std::optional<Value>(const Claim&)> read;
  std::function<std::string(const Value&)> text;
  std::function<long(const Value&)> imprecision;
  /// Whether who says `said` supports `value`.
  std::function<bool(const Value& said, const Value& value)> supports;
  std::function<std::string(const Value& merged, const Value& other)> reason;
};

template <typename Value>
struct Candidate {
  Value value;
  std::string text;
  std::vector<std::size_t> articles;
  std::set<std::size_t> origins;
  Certainty certainty = Certainty::denied;
  std::string published;
};

/// What one field came to.
template <typename Value>
struct Settled {
  std::optional<Value> value;
  std::vector<Candidate<Value>> candidates;  ///< the most precise value of each article
  bool silent = false;                       ///< some article states none
};

template <typename Value>
Settled<Value> settle_field(const Field<Value>& field, const std::vector<Telling>& tellings,
                            const Standing& standing) {
  Settled<Value> out;
  std::map<std::string, Candidate<Value>> candidates;
  for (auto first = tellings.begin(); first != tellings.end();) {
    const auto last = std::find_if(first, tellings.end(), [&](const Telling& telling) {
      return telling.article != first->article;
    });
    std::optional<Value> best;
    Certainty certainty = Certainty::denied;
    for (auto telling = first; telling != last; ++telling) {
      std::optional<Value> value = field.read(*telling->claim);
      if (!value || field.text(*value).empty()) continue;
      if (!best || field.imprecision(*value) < field.imprecision(*best)) {
        best = std::move(value);
        certainty = telling->claim->certainty;
      } else if (field.text(*value) == field.text(*best)) {
        certainty = std::min(certainty, telling->claim->certainty);
      }
    }
    if (best) {
      const std::string text = field.text(*best);
      const std::string& date = standing.published[first->article];
      auto [found, fresh] = candidates.try_emplace(text);
      Candidate<Value>& candidate = found->second;
      if (fresh) {
        candidate.value = *best;
        candidate.text = text;
      }
      candidate.articles.push_back(first->article);
      candidate.origins.insert(first->origin);
      candidate.certainty = std::min(candidate.certainty, certainty);
      if (candidate.published.empty() || (!date.empty() && date < candidate.published)) {
        candidate.published = date;
      }
    } else {
      out.silent = true;
    }
    first = last;
  }
  using Order = std::tuple<std::ptrdiff_t, long, Certainty, bool, std::string, std::size_t>;
  std::optional<Order> best;
  for (const auto& [text, candidate] : candidates) {
    std::set<std::size_t> support = candidate.origins;
    for (const auto& [other_text, other] : candidates) {
      if (other_text != text && field.supports(other.value, candidate.value)) {
        support.insert(other.origins.begin(), other.origins.end());
      }
    }
    Order order{-static_cast<std::ptrdiff_t>(support.size()),
                field.imprecision(candidate.value),
                candidate.certainty,
                candidate.published.empty(),
                candidate.published,
                candidate.articles.front()};
    if (!best || order < *best) {
      best = std::move(order);
      out.value = candidate.value;
    }
    out.candidates.push_back(candidate);
  }
  return out;
}

/// One variant for each value unlike the merged one, in the order of the evidence.
template <typename Value>
void add_variants(const Field<Value>& field, const std::optional<Value>& merged,
                  const std::vector<Telling>& tellings, std::vector<Variant>& out) {
  const std::string merged_text = merged ? field.text(*merged) : "";
  std::map<std::string, std::size_t> known;
  for (std::size_t i = 0; i < tellings.size(); ++i) {
    const std::optional<Value> value = field.read(*tellings[i].claim);
    const std::string text = value ? field.text(*value) : "";
    if (text == merged_text) continue;
    const auto [found, fresh] = known.emplace(text, out.size());
    if (fresh) {
      Variant variant;
      variant.field = field.name;
      variant.reason = text.empty() || !merged ? "refines" : field.reason(*merged, *value);
      if (!text.empty()) variant.value = *value;
      out.push_back(std::move(variant));
    }
    out[found->second].evidence.push_back(i);
  }
}

using Names = std::vector<std::string>;

Field<Party> party_field(std::string name, std::optional<Party> Claim::*member);
Field<Item> item_field();
Field<Quantity> quantity_field();
Field<Date> period_field(bool once);
Field<std::string> certainty_field();
Field<Names> attribution_field();

Fit compare_dates(const Date& a, const Date& b, bool once);
/// The most specific kind of an item; empty for none.
std::string first_kind(const Item& item);

}  // namespace msmt
