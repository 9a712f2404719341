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

/// Settles the tellings of one claim, field by field.
class Settler {
 public:
  Settler(std::vector<Telling> tellings, const std::string& key, const Standing& standing)
      : tellings_(std::move(tellings)), key_(key), standing_(standing) {
    std::sort(tellings_.begin(), tellings_.end(), [](const Telling& a, const Telling& b) {
      const Evidence& x = a.claim->evidence;
      const Evidence& y = b.claim->evidence;
      return std::tie(a.article, x.bytes, x.rule, x.spans, a.order) <
             std::tie(b.article, y.bytes, y.rule, y.spans, b.order);
    });
    if (is_mutual(sample().type)) turn_alike(tellings_);
    out_.claim.type = sample().type;
    out_.claim.item = settle_item(tellings_, key);
    once_ = is_once();
    period_ = period_field(once_);
  }

  MergedClaim run() && {
    settle_values();
    unite_lists();
    add_all_variants();
    count_support();
    out_.agreement.status = status();
    hand_over_evidence();
    out_.summary = summary(out_.claim);
    return std::move(out_);
  }

 private:
  const Claim& sample() const { return *tellings_.front().claim; }

  bool is_once() const {
    if (!out_.claim.item) return happens_once(sample());
    Claim probe;
    probe.type = sample().type;
    probe.item = out_.claim.item;
    probe.target = sample().target;
    return happens_once(probe);
  }

  void settle_values() {
    actors_ = settle_field(actor_, tellings_, standing_);
    targets_ = settle_field(target_, tellings_, standing_);
    quantities_ = settle_field(quantity_, tellings_, standing_);
    periods_ = settle_field(period_, tellings_, standing_);
    if (!once_ && quantities_.value) {  // a period goes with its figure
      const auto of_figure = tellers_of(quantity_, *quantities_.value, tellings_);
      const Settled<Date> own = settle_field(period_, of_figure, standing_);
      if (own.value) periods_.value = own.value;
    }
    certainties_ = settle_field(certainty_, tellings_, standing_);
    attributions_ = settle_field(attribution_, tellings_, standing_);
    Claim& claim = out_.claim;
    claim.actor = actors_.value;
    claim.target = targets_.value;
    claim.quantity = quantities_.value;
    claim.period = periods_.value;
    claim.certainty = parse_certainty(certainties_.value.value_or("")).value_or(sample().certainty);
    claim.attribution = attributions_.value.value_or(Names());
  }

  void unite_lists() {
    const auto name_of = [](const Party& party) { return shown(party); };
    const auto itself = [](const std::string& text) { return text; };
    Claim& claim = out_.claim;
    claim.members = united(tellings_, &Claim::members, name_of);
    claim.besides = united(tellings_, &Claim::besides, name_of);
    claim.operators = united(tellings_, &Claim::operators, itself);
    claim.parties = united(tellings_, &Claim::parties, itself);
    claim.equivalent = settle_equivalent(tellings_);
    claim.part = std::any_of(tellings_.begin(), tellings_.end(),
                             [](const Telling& telling) { return telling.claim->part; });
  }

  void add_all_variants() {
    std::vector<Variant>& variants = out_.agreement.variants;
    add_variants(actor_, out_.claim.actor, tellings_, variants);
    add_variants(target_, out_.claim.target, tellings_, variants);
    add_variants(item_, out_.claim.item, tellings_, variants);
    add_variants(quantity_, out_.claim.quantity, tellings_, variants);
    add_variants(period_, out_.claim.period, tellings_, variants);
    add_variants(certainty_, certainties_.value, tellings_, variants);
    add_variants(attribution_, attributions_.value, tellings_, variants);
  }

  void count_support() {
    std::set<std::size_t> articles;
    std::set<std::size_t> origins;
    for (const Telling& telling : tellings_) {
      articles.insert(telling.article);
      origins.insert(telling.origin);
    }
    out_.agreement.sources = articles.size();
    out_.agreement.independent = origins.size();
  }

  const char* status() const {
    if (out_.agreement.sources == 1) return "single";
    if (conflict()) return "conflict";
    return differ() ? "differ" : "agree";
  }

  bool conflict() const {
    const auto denies = [](const Telling& telling) {
      return telling.claim->certainty == Certainty::denied;
    };
    const bool denied = std::any_of(tellings_.begin(), tellings_.end(), denies);
    const bool asserted = !std::all_of(tellings_.begin(), tellings_.end(), denies);
    return (denied && asserted) || any_conflict(quantities_, compare_quantities) ||
           any_conflict(periods_, [this](const Date& a, const Date& b) {
             return compare_dates(a, b, once_);
           });
  }

  bool differ() const {
    const Claim& claim = out_.claim;
    const auto same_party = [](const std::optional<Party>& merged) {
      return [&merged](const Party& party) { return party_key(party) == party_key(merged); };
    };
    const auto same_quantity = [&claim](const Quantity& other) {
      return compare_quantities(*claim.quantity, other) == Fit::same;
    };
    const auto same_period = [&claim](const Date& date) { return date.edtf == claim.period->edtf; };
    const auto same_certainty = [this](const std::string& name) {
      return name == *certainties_.value;
    };
    return unlike<Party>(actors_, same_party(claim.actor)) ||
           unlike<Party>(targets_, same_party(claim.target)) || !one_kind(tellings_, key_) ||
           unlike<Quantity>(quantities_, same_quantity) || unlike<Date>(periods_, same_period) ||
           unlike<std::string>(certainties_, same_certainty);
  }

  void hand_over_evidence() {
    out_.evidence.reserve(tellings_.size());
    out_.told.reserve(tellings_.size());
    for (const Telling& telling : tellings_) {
      if (telling.turned) std::swap(telling.claim->actor, telling.claim->target);
      out_.evidence.push_back(std::move(telling.claim->evidence));
      out_.told.push_back({telling.article, telling.order, telling.turned});
    }
    out_.claim.evidence = out_.evidence.front();
  }

  std::vector<Telling> tellings_;
  const std::string& key_;
  const Standing& standing_;
  MergedClaim out_;
  bool once_ = false;  ///< what happens once has one date

  Field<Party> actor_ = party_field("actor", &Claim::actor);
  Field<Party> target_ = party_field("target", &Claim::target);
  Field<Item> item_ = item_field();
  Field<Quantity> quantity_ = quantity_field();
  Field<Date> period_;
  Field<std::string> certainty_ = certainty_field();
  Field<Names> attribution_ = attribution_field();

  Settled<Party> actors_;
  Settled<Party> targets_;
  Settled<Quantity> quantities_;
  Settled<Date> periods_;
  Settled<std::string> certainties_;
  Settled<Names> attributions_;
};

}  // namespace

void turn(Evidence& evidence) {
  for (auto& [field, span] : evidence.spans) {
    if (field == "actor" || field == "target") field = field == "actor" ? "target" : "actor";
  }
  std::sort(evidence.spans.begin(), evidence.spans.end());
}

MergedClaim settle(std::vector<Telling> tellings, const std::string& key,
                   const Standing& standing) {
  return Settler(std::move(tellings), key, standing).run();
}

}  // namespace msmt
