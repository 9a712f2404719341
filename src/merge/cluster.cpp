#include "merge/cluster.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <unordered_set>

namespace msmt {
namespace {

/// Statements that say the same, to the letter.
struct Node {
  const Profile* profile = nullptr;
  std::string text;  ///< the signature; settles what nothing else does
  std::vector<std::size_t> statements;
  std::size_t holders = 0;
};

/// A cluster, and the bounds that what all its statements say sets to whoever wants to join. Of
/// intervals that meet two by two all have a point in common (Helly's theorem on the line), so the
/// common interval stands for all of them.
struct Cluster {
  std::string actor;
  std::string target;
  std::vector<std::size_t> statements;
  std::unordered_set<std::size_t> holders;  // asked, never iterated
  bool figured = false;
  Range common;                    ///< what all figures share; low > high where they contradict
  std::vector<Range> units;        ///< one figure of each unit
  std::set<std::string> figures;   ///< as shown
  std::set<double> numbers;        ///< as stated
  std::vector<Days> days;          ///< each once
  std::set<std::string> periods;   ///< as shown
  std::array<bool, 3> stances{};   ///< by Stance
  bool once = false;
  bool mutual = false;
  int imprecision = 9;
  std::string text;  ///< of the first node
  bool gone = false;
};

std::string signature(const Profile& p) {
  const auto part = [](const std::string& text) { return text + "\x1f"; };
  return part(p.actor) + part(p.target) + part(p.quantity ? shown(*p.quantity) : "") +
         part(p.period) + std::to_string(static_cast<int>(p.stance));
}

std::string figure_text(const Quantity& quantity) {
  Quantity bare = quantity;
  bare.unit.clear();
  bare.per.clear();
  return shown(bare);
}

int sides(const Profile& p) { return (p.actor.empty() ? 0 : 1) + (p.target.empty() ? 0 : 1); }

/// 0 for a dated figure, 1 for a figure, 2 for a date, 3 for neither.
int silence(const Profile& p) { return (p.range ? 0 : 2) + (p.days ? 0 : 1); }

struct Sides {
  const std::string& actor;
  const std::string& target;
};

Sides sides_of(const Profile& p) { return {p.actor, p.target}; }
Sides sides_of(const Cluster& c) { return {c.actor, c.target}; }

/// No side that both state is another one. Of an agreement, either side may be the one stated.
bool sides_agree(Sides a, Sides b, bool mutual) {
  const auto agree = [](const std::string& x, const std::string& y) {
    return x.empty() || y.empty() || x == y;
  };
  if (agree(a.actor, b.actor) && agree(a.target, b.target)) return true;
  if (!mutual || (!a.target.empty() && !b.target.empty())) return false;
  return a.target.empty() ? b.target == a.actor : a.target == b.actor;
}

/// They agree, and on a side that both state; or neither states any.
bool sides_meet(Sides a, Sides b, bool mutual) {
  if (a.actor == b.actor && a.target == b.target) return true;
  const bool shared = (!a.actor.empty() && a.actor == b.actor) ||
                      (!a.target.empty() && a.target == b.target) ||
                      (mutual && (a.actor == b.target || a.target == b.actor));
  return shared && sides_agree(a, b, mutual);
}

/// The party opposite to the only one that `p` states.
const std::string& opposite(const Profile& p, const Cluster& c) {
  if (p.mutual) return c.actor == p.actor ? c.target : c.actor;
  return p.target.empty() ? c.target : c.actor;
}

bool has(const Cluster& cluster, Stance stance) {
  return cluster.stances[static_cast<std::size_t>(stance)];
}

bool same_units(const Cluster& cluster, const Range& range) {
  return std::all_of(cluster.units.begin(), cluster.units.end(), [&](const Range& unit) {
    return comparable(unit.unit, range.unit) &&
           (unit.per.empty() || range.per.empty() || unit.per == range.per);
  });
}

/// `compatible`, `conflicts` or `different`; `range` may be the common one of another cluster.
Fit compare_figures(const Cluster& cluster, const Range& range) {
  if (!same_units(cluster, range)) return Fit::different;
  const double apart = std::max(cluster.common.core_low, range.core_low);
  const double together = std::min(cluster.common.core_high, range.core_high);
  if (apart > together && apart >= kOtherMagnitude * together) return Fit::different;
  const double low = std::max(cluster.common.low, range.low);
  const double high = std::min(cluster.common.high, range.high);
  return low > high ? Fit::conflicts : Fit::overlaps;
}

Fit compare_days(const Cluster& cluster, const Days& days) {
  Fit worst = Fit::same;
  for (const Days& other : cluster.days) {
    worst = std::max(worst, compare_periods(days, other, cluster.once));
    if (worst == Fit::different) break;
  }
  return worst;
}

/// What was planned and what was done are one fact only where the same figure says so.
bool stances_fit(const Cluster& cluster, const Profile& p) {
  if (p.stance == Stance::denied || has(cluster, Stance::denied)) {
    return p.stance == Stance::denied && !has(cluster, Stance::asserted) &&
           !has(cluster, Stance::planned);
  }
  const bool done = has(cluster, Stance::asserted);
  if (done == (p.stance == Stance::asserted)) return true;
  return p.range && cluster.figured;
}

void admit(Cluster& cluster, const Profile& p) {
  if (!p.mutual || sides(p) == 2 || cluster.actor.empty()) {
    if (cluster.actor.empty()) cluster.actor = p.actor;
    if (cluster.target.empty()) cluster.target = p.target;
  }
  cluster.once = p.once;
  cluster.mutual = p.mutual;
  cluster.stances[static_cast<std::size_t>(p.stance)] = true;
  if (p.days && cluster.periods.insert(p.period).second) cluster.days.push_back(*p.days);
  if (!p.range) return;
  if (!cluster.figured) cluster.common = *p.range;
  cluster.figured = true;
  cluster.common.low = std::max(cluster.common.low, p.range->low);
  cluster.common.high = std::min(cluster.common.high, p.range->high);
  cluster.common.core_low = std::max(cluster.common.core_low, p.range->core_low);
  cluster.common.core_high = std::min(cluster.common.core_high, p.range->core_high);
  const bool known = std::any_of(
      cluster.units.begin(), cluster.units.end(), [&](const Range& unit) {
        return unit.unit.name == p.range->unit.name && unit.per == p.range->per;
      });
  if (!known) cluster.units.push_back(*p.range);
  cluster.figures.insert(figure_text(*p.quantity));
  if (p.quantity->value) cluster.numbers.insert(*p.quantity->value);
  cluster.imprecision = std::min(cluster.imprecision, imprecision(*p.quantity));
}

constexpr int kNoFigure = 4;

/// 0 for a figure that the cluster has, 1 for such a number bent otherwise, 2 for one inside the
/// common interval or around it, 3 for others that fit.
int closeness(const Cluster& cluster, const Profile& p) {
  if (!p.range || !cluster.figured) return kNoFigure;
  if (cluster.figures.contains(figure_text(*p.quantity))) return 0;
  if (p.quantity->value && cluster.numbers.contains(*p.quantity->value)) return 1;
  const bool inside = cluster.common.low <= p.range->low && p.range->high <= cluster.common.high;
  const bool around = p.range->low <= cluster.common.low && cluster.common.high <= p.range->high;
  return inside || around ? 2 : 3;
}

class Grouping {
 public:
  Grouping(const std::vector<const Statement*>& statements, Contradictions contradictions)
      : statements_(statements), contradictions_(contradictions) {}

  std::vector<std::vector<std::size_t>> run() {
    const std::vector<Node> nodes = make_nodes();
    for (auto node = nodes.begin(); node != nodes.end();) {
      const auto level = [](const Node& n) {
        return std::pair(sides(*n.profile), silence(*n.profile));
      };
      const auto end = std::find_if(
          node, nodes.end(), [&](const Node& other) { return level(other) != level(*node); });
      for (; node != end; ++node) place(*node);
      if (contradictions_ == Contradictions::come_together) bring_together(false);
    }
    bring_together(true);

    std::vector<std::vector<std::size_t>> out;
    for (Cluster& cluster : clusters_) {
      if (cluster.gone) continue;
      std::sort(cluster.statements.begin(), cluster.statements.end());
      out.push_back(std::move(cluster.statements));
    }
    std::sort(out.begin(), out.end());
    return out;
  }

 private:
  /// Both sides, or one side wherever it stands. Clusters whose sides have been filled since stay
  /// listed under what they were; neighbours() passes over them.
  using Key = std::pair<std::string, std::optional<std::string>>;

  std::vector<Node> make_nodes() const {
    std::map<std::string, Node> by_text;
    std::map<std::pair<std::string, std::size_t>, std::size_t> seen;
    for (std::size_t i = 0; i < statements_.size(); ++i) {
      const Profile& profile = statements_[i]->profile;
      std::string text = signature(profile);
      // "one system and one vehicle": what a holder says twice is two facts, first and second.
      std::size_t repeated = 0;
      for (const std::size_t holder : statements_[i]->holders) {
        repeated = std::max(repeated, seen[{text, holder}]++);
      }
      if (repeated > 0) text += "\x1f#" + std::to_string(repeated);
      Node& node = by_text[text];
      node.profile = &profile;
      node.text = text;
      node.statements.push_back(i);
      node.holders += statements_[i]->holders.size();
    }
    std::vector<Node> nodes;
    for (auto& [text, node] : by_text) nodes.push_back(std::move(node));
    const auto order = [](const Node& n) {
      const Profile& p = *n.profile;
      return std::tuple(-sides(p), silence(p), p.quantity ? imprecision(*p.quantity) : 9);
    };
    std::sort(nodes.begin(), nodes.end(), [&](const Node& a, const Node& b) {
      const auto x = order(a);
      const auto y = order(b);
      if (x != y) return x < y;
      return a.holders != b.holders ? a.holders > b.holders : a.text < b.text;
    });
    return nodes;
  }

  /// Clusters that may share a side with the profile, each once.
  std::vector<std::size_t> neighbours(const Profile& p) const {
    std::vector<std::size_t> out;
    const auto add = [&](const Key& key) {
      const auto found = by_sides_.find(key);
      if (found == by_sides_.end()) return;
      for (const std::size_t number : found->second) {
        const Cluster& c = clusters_[number];
        const bool current = key.second.has_value()
                                 ? c.actor == key.first && c.target == *key.second
                                 : c.actor == key.first || c.target == key.first;
        if (!c.gone && current) out.push_back(number);
      }
    };
    if (sides(p) == 1) {
      add({p.actor + p.target, std::nullopt});
    } else {
      add({p.actor, p.target});
    }
    if (sides(p) == 2) {
      add({p.actor, ""});
      add({"", p.target});
    }
    return out;
  }

  using SidesBefore = std::optional<std::pair<std::string, std::string>>;

  /// Lists the cluster under its sides; `before`: those that it is listed under already.
  void index(std::size_t number, const SidesBefore& before) {
    const Cluster& c = clusters_[number];
    if (before && *before == std::pair(c.actor, c.target)) return;
    by_sides_[{c.actor, c.target}].push_back(number);
    if (!before || c.actor != before->first) by_sides_[{c.actor, std::nullopt}].push_back(number);
    if (c.target != c.actor && (!before || c.target != before->second)) {
      by_sides_[{c.target, std::nullopt}].push_back(number);
    }
  }

  struct Choice {
    std::tuple<int, int, int, std::ptrdiff_t, int> order;
    std::size_t cluster = 0;
  };

  std::vector<Choice> choices(const Node& node) const {
    const Profile& p = *node.profile;
    std::vector<Choice> out;
    for (const std::size_t number : neighbours(p)) {
      const Cluster& c = clusters_[number];
      if (p.range && c.figured &&
          (p.range->high < c.common.low || p.range->low > c.common.high)) {
        continue;  // most clusters end here
      }
      if (!sides_meet(sides_of(p), sides_of(c), p.mutual) || !stances_fit(c, p)) continue;
      if (p.range && c.figured && !compatible(compare_figures(c, *p.range))) continue;
      if (p.days && !compatible(compare_days(c, *p.days))) continue;
      const int quantity = closeness(c, p);
      const int period = p.days && c.periods.contains(p.period) ? 0 : 1;
      const int new_sides = (c.actor == p.actor ? 0 : 1) + (c.target == p.target ? 0 : 1);
      out.push_back({{quantity, period, sides(p) == 2 ? new_sides : 0,
                      -static_cast<std::ptrdiff_t>(c.holders.size()), c.imprecision},
                     number});
    }
    std::sort(out.begin(), out.end(), [&](const Choice& a, const Choice& b) {
      if (a.order != b.order) return a.order < b.order;
      return clusters_[a.cluster].text < clusters_[b.cluster].text;
    });
    if (sides(p) == 1) keep_certain_side(p, out);
    return out;
  }

  /// "workers were sent" by X to somebody: not to be put on one of several receivers by chance.
  void keep_certain_side(const Profile& p, std::vector<Choice>& choices) const {
    if (choices.empty()) return;
    const auto others = [&](int figure) {
      std::set<std::string> names;
      for (const Choice& choice : choices) {
        const std::string& other = opposite(p, clusters_[choice.cluster]);
        if (!other.empty() && std::get<0>(choice.order) <= figure) names.insert(other);
      }
      return names;
    };
    // Whoever gives the same figure settles it; else all have to name one party.
    const std::set<std::string> sure = others(1);
    const std::set<std::string> all = others(kNoFigure);
    const std::set<std::string>& allowed = sure.size() == 1 ? sure : all;
    std::erase_if(choices, [&](const Choice& choice) {
      const std::string& other = opposite(p, clusters_[choice.cluster]);
      return !other.empty() && (allowed.size() != 1 || !allowed.contains(other));
    });
  }

  void place(const Node& node) {
    std::vector<std::size_t> rest = node.statements;
    for (const Choice& choice : choices(node)) {
      Cluster& home = clusters_[choice.cluster];
      const std::pair before(home.actor, home.target);
      rest = join(home, node, rest);
      index(choice.cluster, before);
      if (rest.empty()) return;
    }
    Cluster fresh;
    fresh.text = node.text;
    rest = join(fresh, node, rest);
    clusters_.push_back(std::move(fresh));
    index(clusters_.size() - 1, std::nullopt);
    if (!rest.empty()) {  // one holder twice, which make_nodes has already told apart
      Node again = node;
      again.statements = rest;
      place(again);
    }
  }

  /// Adds the statements whose holders the cluster does not have yet; returns the others.
  std::vector<std::size_t> join(Cluster& cluster, const Node& node,
                                const std::vector<std::size_t>& wanted) const {
    std::vector<std::size_t> refused;
    bool joined = false;
    for (const std::size_t number : wanted) {
      const std::vector<std::size_t>& holders = statements_[number]->holders;
      const bool clash = std::any_of(holders.begin(), holders.end(), [&](std::size_t holder) {
        return cluster.holders.contains(holder);
      });
      if (clash) {
        refused.push_back(number);
        continue;
      }
      cluster.holders.insert(holders.begin(), holders.end());
      cluster.statements.push_back(number);
      joined = true;
    }
    if (joined) admit(cluster, *node.profile);
    return refused;
  }

  /// Makes one of clusters that contradict each other over one fact: denials and what they deny, or
  /// else figures and dates.
  void bring_together(bool denials) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < clusters_.size(); ++i) {
      if (!clusters_[i].gone) order.push_back(i);
    }
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      const Cluster& x = clusters_[a];
      const Cluster& y = clusters_[b];
      const bool x_denies = has(x, Stance::denied);
      const bool y_denies = has(y, Stance::denied);
      if (x_denies != y_denies) return y_denies;
      if (x.holders.size() != y.holders.size()) return x.holders.size() > y.holders.size();
      if (x.imprecision != y.imprecision) return x.imprecision < y.imprecision;
      return x.text < y.text;
    });
    std::vector<std::size_t> kept;
    for (const std::size_t number : order) {
      Cluster& cluster = clusters_[number];
      const bool denies = has(cluster, Stance::denied);
      if (denies != denials) {
        kept.push_back(number);
        continue;
      }
      const auto home = std::find_if(kept.begin(), kept.end(), [&](std::size_t other) {
        return contradict(clusters_[other], cluster);
      });
      if (home == kept.end()) {
        kept.push_back(number);
      } else {
        const std::pair before(clusters_[*home].actor, clusters_[*home].target);
        absorb(clusters_[*home], cluster);
        index(*home, before);
      }
    }
  }

  static bool contradict(const Cluster& a, const Cluster& b) {
    Fit worst = Fit::same;
    if (a.figured && b.figured) worst = compare_figures(a, b.common);
    if (worst == Fit::different) return false;
    if (!sides_meet(sides_of(a), sides_of(b), a.mutual)) return false;
    for (const Range& unit : b.units) {
      if (!same_units(a, unit)) return false;
    }
    for (const Days& days : b.days) worst = std::max(worst, compare_days(a, days));
    if (worst == Fit::different || share_holder(a, b)) return false;
    const bool denials = has(a, Stance::denied) != has(b, Stance::denied);
    const bool plans = has(a, Stance::asserted) != has(b, Stance::asserted);
    return denials || (worst == Fit::conflicts && !plans);
  }

  static bool share_holder(const Cluster& a, const Cluster& b) {
    const Cluster& small = a.holders.size() < b.holders.size() ? a : b;
    const Cluster& large = &small == &a ? b : a;
    return std::any_of(small.holders.begin(), small.holders.end(),
                       [&](std::size_t holder) { return large.holders.contains(holder); });
  }

  void absorb(Cluster& home, Cluster& other) const {
    for (const std::size_t number : other.statements) admit(home, statements_[number]->profile);
    home.statements.insert(home.statements.end(), other.statements.begin(),
                           other.statements.end());
    home.holders.insert(other.holders.begin(), other.holders.end());
    home.text = std::min(home.text, other.text);
    other = Cluster();
    other.gone = true;
  }

  const std::vector<const Statement*>& statements_;
  Contradictions contradictions_;
  std::vector<Cluster> clusters_;
  std::map<Key, std::vector<std::size_t>> by_sides_;
};

}  // namespace

Profile profile_of(const Claim& claim, const std::vector<std::string>& path) {
  Profile p;
  p.bucket = claim.type + "\x1f" + (path.empty() ? "" : path.front()) + "\x1f" +
             (claim.part ? "part" : "") + "\x1f" + (claim.besides.empty() ? "" : "besides");
  p.actor = party_key(claim.actor);
  p.target = party_key(claim.target);
  p.mutual = is_mutual(claim.type);
  if (p.mutual && (p.actor.empty() || (!p.target.empty() && p.target < p.actor))) {
    std::swap(p.actor, p.target);
  }
  if (claim.quantity) p.range = range_of(*claim.quantity);
  if (p.range) p.quantity = claim.quantity;
  if (claim.period) p.days = days_of(*claim.period);
  if (p.days) p.period = shown(*claim.period);
  p.stance = claim.certainty == Certainty::denied    ? Stance::denied
             : claim.certainty == Certainty::planned ? Stance::planned
                                                     : Stance::asserted;
  p.once = happens_once(claim);
  p.partial = claim.part || !claim.besides.empty();
  return p;
}

Fit compare_profiles(const Profile& a, const Profile& b) {
  if (!sides_agree(sides_of(a), sides_of(b), a.mutual)) return Fit::different;
  const auto silent = [](bool x, bool y) {
    return x == y ? Fit::same : x ? Fit::refines : Fit::refined;
  };
  const Fit quantity = a.range && b.range
                           ? compare_ranges(*a.range, *b.range, same_figure(*a.quantity, *b.quantity))
                           : silent(a.range.has_value(), b.range.has_value());
  if (quantity == Fit::different) return Fit::different;
  const Fit period = a.days && b.days ? compare_periods(*a.days, *b.days, a.once)
                                      : silent(a.days.has_value(), b.days.has_value());
  if (period == Fit::different) return Fit::different;
  const Fit fit = worse(quantity, period);
  if (a.stance == b.stance) return fit;
  if (a.stance == Stance::denied || b.stance == Stance::denied) return Fit::conflicts;
  // What was planned and what was done are one fact only where the same figure says so.
  if (!a.range || !b.range || !compatible(quantity)) return Fit::different;
  return worse(fit, a.stance == Stance::asserted ? Fit::refines : Fit::refined);
}

std::vector<std::vector<std::size_t>> cluster(const std::vector<const Statement*>& statements,
                                              Contradictions contradictions) {
  return Grouping(statements, contradictions).run();
}

}  // namespace msmt
