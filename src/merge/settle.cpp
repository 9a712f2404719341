#include "merge/settle.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <map>
#include <set>
#include <tuple>

#include "merge/compare_values.hpp"
#include "merge/summary.hpp"

namespace msmt {
namespace {

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
    Order order{-static_cast<std::ptrdiff_t>(support.size()), field.imprecision(candidate.value),
                candidate.certainty,                          candidate.published.empty(),
                candidate.published,                          candidate.articles.front()};
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

using Names = std::vector<std::string>;

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

/// The wording of the cluster's own kind with a named weapon; then the most frequent by origins,
/// the longest, the first by its letters.
std::optional<Item> settle_item(const std::vector<Telling>& tellings, const std::string& key) {
  std::map<std::string, std::set<std::size_t>> frequency;
  for (const Telling& telling : tellings) {
    if (telling.claim->item) frequency[fold(telling.claim->item->name)].insert(telling.origin);
  }
  using Order = std::tuple<bool, bool, bool, std::ptrdiff_t, std::ptrdiff_t, std::string>;
  std::optional<Order> best;
  const Item* chosen = nullptr;
  for (const Telling& telling : tellings) {
    const std::optional<Item>& item = telling.claim->item;
    if (!item) continue;
    Order order{first_kind(*item) != key,
                item->weapon.empty(),
                item->category.empty(),
                -static_cast<std::ptrdiff_t>(frequency[fold(item->name)].size()),
                -static_cast<std::ptrdiff_t>(item->name.size()),
                shown(*item) + item->key};
    if (!best || order < *best) {
      best = std::move(order);
      chosen = &*item;
    }
  }
  return chosen == nullptr ? std::nullopt : std::optional<Item>(*chosen);
}

/// All entries: those of the longest list first, the rest in the order of their text.
template <typename T, typename Text>
std::vector<T> united(const std::vector<Telling>& tellings, std::vector<T> Claim::*member,
                      Text text) {
  std::map<std::string, T> rest;
  std::vector<T> out;
  const auto joined = [&](const std::vector<T>& list) {
    std::string all;
    for (const T& entry : list) all += text(entry) + "\x1f";
    return all;
  };
  for (const Telling& telling : tellings) {
    const std::vector<T>& list = telling.claim->*member;
    if (list.size() > out.size() || (list.size() == out.size() && joined(list) < joined(out))) {
      out = list;
    }
    for (const T& entry : list) rest.emplace(text(entry), entry);
  }
  for (const T& entry : out) rest.erase(text(entry));
  for (auto& [key, entry] : rest) out.push_back(std::move(entry));
  return out;
}

std::optional<Quantity> settle_equivalent(const std::vector<Telling>& tellings) {
  std::map<std::string, std::pair<std::size_t, const Quantity*>> counts;
  for (const Telling& telling : tellings) {
    const std::optional<Quantity>& quantity = telling.claim->equivalent;
    if (!quantity) continue;
    auto& [count, first] = counts[shown(*quantity)];
    ++count;
    if (first == nullptr) first = &*quantity;
  }
  const auto most = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
    return a.second.first < b.second.first;
  });
  return most == counts.end() ? std::nullopt : std::optional<Quantity>(*most->second.second);
}

/// `X and Y met` said the other way round is the same: every telling is turned to the same side.
void turn_alike(std::vector<Telling>& tellings) {
  std::map<std::string, std::set<std::size_t>> first_sides;
  for (const Telling& telling : tellings) {
    const Claim& claim = *telling.claim;
    if (claim.actor && claim.target) first_sides[party_key(claim.actor)].insert(telling.origin);
  }
  if (first_sides.empty()) return;
  const auto most = std::max_element(
      first_sides.begin(), first_sides.end(),
      [](const auto& a, const auto& b) { return a.second.size() < b.second.size(); });
  const auto other = [&] {
    for (const Telling& telling : tellings) {
      const Claim& claim = *telling.claim;
      if (claim.actor && claim.target && party_key(claim.actor) == most->first) {
        return party_key(claim.target);
      }
    }
    return std::string();
  }();
  for (Telling& telling : tellings) {
    Claim& claim = *telling.claim;
    const std::string actor = party_key(claim.actor);
    const std::string target = party_key(claim.target);
    const bool turned = (actor == other && !actor.empty()) || (target == most->first);
    if (!turned || actor == target) continue;
    std::swap(claim.actor, claim.target);
    for (auto& [field, span] : claim.evidence.spans) {
      if (field == "actor" || field == "target") field = field == "actor" ? "target" : "actor";
    }
    std::sort(claim.evidence.spans.begin(), claim.evidence.spans.end());
  }
}

template <typename Value>
bool unlike(const Settled<Value>& settled, const std::function<bool(const Value&)>& equal) {
  return (settled.silent && settled.value) ||
         std::any_of(settled.candidates.begin(), settled.candidates.end(),
                     [&](const auto& candidate) { return !equal(candidate.value); });
}

template <typename Value, typename Compare>
bool any_conflict(const Settled<Value>& settled, Compare compare) {
  for (const auto& a : settled.candidates) {
    for (const auto& b : settled.candidates) {
      const Fit fit = compare(a.value, b.value);
      if (fit == Fit::conflicts || fit == Fit::different) return true;
    }
  }
  return false;
}

/// Whether every article has the item as the cluster's kind (or nobody names any).
bool one_kind(const std::vector<Telling>& tellings, const std::string& key) {
  std::map<std::size_t, bool> has;
  for (const Telling& telling : tellings) {
    const std::vector<std::string> kinds = kinds_of(*telling.claim);
    bool& article = has[telling.article];
    article = article || (kinds.empty() ? key.empty() : kinds.front() == key);
  }
  return std::all_of(has.begin(), has.end(), [](const auto& entry) { return entry.second; });
}

}  // namespace

MergedClaim settle(std::vector<Telling> tellings, const std::string& key,
                   const Standing& standing) {
  std::sort(tellings.begin(), tellings.end(), [](const Telling& a, const Telling& b) {
    const Evidence& x = a.claim->evidence;
    const Evidence& y = b.claim->evidence;
    return std::tie(a.article, x.bytes, x.rule, x.spans) <
           std::tie(b.article, y.bytes, y.rule, y.spans);
  });
  const Claim& sample = *tellings.front().claim;
  if (is_mutual(sample.type)) turn_alike(tellings);

  MergedClaim out;
  out.claim.type = sample.type;
  out.claim.item = settle_item(tellings, key);
  const bool once = happens_once(out.claim.item ? [&] {
    Claim probe;
    probe.type = sample.type;
    probe.item = out.claim.item;
    probe.target = sample.target;
    return probe;
  }() : sample);

  const Field<Party> actor = party_field("actor", &Claim::actor);
  const Field<Party> target = party_field("target", &Claim::target);
  const Field<Item> item = item_field();
  const Field<Quantity> quantity = quantity_field();
  const Field<Date> period = period_field(once);
  const Field<std::string> certainty = certainty_field();
  const Field<Names> attribution = attribution_field();

  const Settled<Party> actors = settle_field(actor, tellings, standing);
  const Settled<Party> targets = settle_field(target, tellings, standing);
  const Settled<Quantity> quantities = settle_field(quantity, tellings, standing);
  const Settled<Date> periods = settle_field(period, tellings, standing);
  const Settled<std::string> certainties = settle_field(certainty, tellings, standing);
  const Settled<Names> attributions = settle_field(attribution, tellings, standing);
  out.claim.actor = actors.value;
  out.claim.target = targets.value;
  out.claim.quantity = quantities.value;
  out.claim.period = periods.value;
  out.claim.certainty =
      parse_certainty(certainties.value.value_or("")).value_or(sample.certainty);
  out.claim.attribution = attributions.value.value_or(Names());

  const auto name_of = [](const Party& party) { return shown(party); };
  const auto itself = [](const std::string& text) { return text; };
  out.claim.members = united(tellings, &Claim::members, name_of);
  out.claim.besides = united(tellings, &Claim::besides, name_of);
  out.claim.operators = united(tellings, &Claim::operators, itself);
  out.claim.parties = united(tellings, &Claim::parties, itself);
  out.claim.equivalent = settle_equivalent(tellings);
  out.claim.part = std::any_of(tellings.begin(), tellings.end(),
                               [](const Telling& telling) { return telling.claim->part; });

  std::vector<Variant>& variants = out.agreement.variants;
  add_variants(actor, out.claim.actor, tellings, variants);
  add_variants(target, out.claim.target, tellings, variants);
  add_variants(item, out.claim.item, tellings, variants);
  add_variants(quantity, out.claim.quantity, tellings, variants);
  add_variants(period, out.claim.period, tellings, variants);
  add_variants(certainty, certainties.value, tellings, variants);
  add_variants(attribution, attributions.value, tellings, variants);

  std::set<std::size_t> articles;
  std::set<std::size_t> all_origins;
  bool denied = false;
  bool asserted = false;
  for (const Telling& telling : tellings) {
    articles.insert(telling.article);
    all_origins.insert(telling.origin);
    (telling.claim->certainty == Certainty::denied ? denied : asserted) = true;
  }
  out.agreement.sources = articles.size();
  out.agreement.independent = all_origins.size();

  const auto same_party = [](const std::optional<Party>& merged) {
    return [&merged](const Party& party) { return party_key(party) == party_key(merged); };
  };
  const bool differ =
      unlike<Party>(actors, same_party(out.claim.actor)) ||
      unlike<Party>(targets, same_party(out.claim.target)) || !one_kind(tellings, key) ||
      unlike<Quantity>(quantities,
                       [&](const Quantity& other) {
                         return compare_quantities(*out.claim.quantity, other) == Fit::same;
                       }) ||
      unlike<Date>(periods,
                   [&](const Date& date) { return date.edtf == out.claim.period->edtf; }) ||
      unlike<std::string>(certainties,
                          [&](const std::string& name) { return name == *certainties.value; });
  const bool conflict =
      (denied && asserted) || any_conflict(quantities, compare_quantities) ||
      any_conflict(periods, [once](const Date& a, const Date& b) {
        return compare_dates(a, b, once);
      });
  out.agreement.status = articles.size() == 1 ? "single"
                         : conflict           ? "conflict"
                         : differ             ? "differ"
                                              : "agree";

  out.evidence.reserve(tellings.size());
  for (const Telling& telling : tellings) {
    out.evidence.push_back(std::move(telling.claim->evidence));
  }
  out.claim.evidence = out.evidence.front();
  out.summary = summary(out.claim);
  return out;
}

}  // namespace msmt
