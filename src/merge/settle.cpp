#include "merge/settle.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

#include "merge/fields.hpp"
#include "merge/key.hpp"
#include "merge/summary.hpp"

namespace msmt {
namespace {

/// Whether a wording has all the words of a kind: "technical support for missiles", technical-support.
bool names_kind(const std::string& name, std::string_view kind) {
  const std::string words = " " + fold(name) + " ";
  while (!kind.empty()) {
    const std::size_t hyphen = std::min(kind.find('-'), kind.size());
    if (words.find(" " + std::string(kind.substr(0, hyphen)) + " ") == std::string::npos)
      return false;
    kind.remove_prefix(std::min(hyphen + 1, kind.size()));
  }
  return true;
}

/// The wording of the cluster's own kind with a named weapon; then the most frequent by origins, one
/// that names its kind, the longest, the first by its letters.
std::optional<Item> settle_item(const std::vector<Telling>& tellings, const std::string& key) {
  std::map<std::string, std::set<std::size_t>> frequency;
  for (const Telling& telling : tellings) {
    if (telling.claim->item) frequency[fold(telling.claim->item->name)].insert(telling.origin);
  }
  using Order = std::tuple<bool, bool, bool, std::ptrdiff_t, bool, std::ptrdiff_t, std::string>;
  std::optional<Order> best;
  const Item* chosen = nullptr;
  for (const Telling& telling : tellings) {
    const std::optional<Item>& item = telling.claim->item;
    if (!item) continue;
    Order order{first_kind(*item) != key,
                item->weapon.empty(),
                item->category.empty(),
                -static_cast<std::ptrdiff_t>(frequency[fold(item->name)].size()),
                !names_kind(item->name, key),
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
  const auto most = std::max_element(
      counts.begin(), counts.end(),
      [](const auto& a, const auto& b) { return a.second.first < b.second.first; });
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
    telling.turned = true;
    std::swap(claim.actor, claim.target);
    turn(claim.evidence);
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

/// All tellings of the articles that state the figure: what they say of the time goes with it.
/// "200 drones in 2024" and "drones in April 2024" are not 200 drones in April.
std::vector<Telling> tellers_of(const Field<Quantity>& field, const Quantity& figure,
                                const std::vector<Telling>& tellings) {
  std::set<std::size_t> articles;
  for (const Telling& telling : tellings) {
    const std::optional<Quantity>& said = telling.claim->quantity;
    if (said && (field.text(*said) == field.text(figure) || field.supports(*said, figure))) {
      articles.insert(telling.article);
    }
  }
  std::vector<Telling> out;
  std::copy_if(tellings.begin(), tellings.end(), std::back_inserter(out),
               [&](const Telling& telling) { return articles.contains(telling.article); });
  return out;
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

void turn(Evidence& evidence) {
  for (auto& [field, span] : evidence.spans) {
    if (field == "actor" || field == "target") field = field == "actor" ? "target" : "actor";
  }
  std::sort(evidence.spans.begin(), evidence.spans.end());
}

MergedClaim settle(std::vector<Telling> tellings, const std::string& key,
                   const Standing& standing) {
  std::sort(tellings.begin(), tellings.end(), [](const Telling& a, const Telling& b) {
    const Evidence& x = a.claim->evidence;
    const Evidence& y = b.claim->evidence;
    return std::tie(a.article, x.bytes, x.rule, x.spans, a.order) <
           std::tie(b.article, y.bytes, y.rule, y.spans, b.order);
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
  Settled<Date> periods = settle_field(period, tellings, standing);
  if (!once && quantities.value) {
    const auto of_figure = tellers_of(quantity, *quantities.value, tellings);
    const Settled<Date> own = settle_field(period, of_figure, standing);
    if (own.value) periods.value = own.value;
  }
  const Settled<std::string> certainties = settle_field(certainty, tellings, standing);
  const Settled<Names> attributions = settle_field(attribution, tellings, standing);
  out.claim.actor = actors.value;
  out.claim.target = targets.value;
  out.claim.quantity = quantities.value;
  out.claim.period = periods.value;
  out.claim.certainty = parse_certainty(certainties.value.value_or("")).value_or(sample.certainty);
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
  const bool conflict = (denied && asserted) || any_conflict(quantities, compare_quantities) ||
                        any_conflict(periods, [once](const Date& a, const Date& b) {
                          return compare_dates(a, b, once);
                        });
  out.agreement.status = articles.size() == 1 ? "single"
                         : conflict           ? "conflict"
                         : differ             ? "differ"
                                              : "agree";

  out.evidence.reserve(tellings.size());
  out.told.reserve(tellings.size());
  for (const Telling& telling : tellings) {
    if (telling.turned) std::swap(telling.claim->actor, telling.claim->target);
    out.evidence.push_back(std::move(telling.claim->evidence));
    out.told.push_back({telling.article, telling.order, telling.turned});
  }
  out.claim.evidence = out.evidence.front();
  out.summary = summary(out.claim);
  return out;
}

}  // namespace msmt
