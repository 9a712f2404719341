#include "merge/cluster.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "merge/bounds.hpp"

namespace msmt {
namespace {

/// Statements that say the same, to the letter.
struct Node {
  const Profile* profile = nullptr;
  std::string text;  ///< the signature; settles what nothing else does
  std::vector<std::size_t> statements;
  std::size_t holders = 0;
};

std::string signature(const Profile& p) {
  const auto part = [](const std::string& text) { return text + "\x1f"; };
  return part(p.actor) + part(p.target) + part(p.quantity ? shown(*p.quantity) : "") +
         part(p.period) + std::to_string(static_cast<int>(p.stance));
}

/// 0 for a dated figure, 1 for a figure, 2 for a date, 3 for neither.
int silence(const Profile& p) { return (p.range ? 0 : 2) + (p.days ? 0 : 1); }

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
    nodes.reserve(by_text.size());
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
      if (p.range && c.figured && (p.range->high < c.common.low || p.range->low > c.common.high)) {
        continue;  // most clusters end here
      }
      if (!sides_meet(c, p) || !fits(c, p)) continue;
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

  void absorb(Cluster& home, Cluster& other) const {
    for (const std::size_t number : other.statements) admit(home, statements_[number]->profile);
    home.statements.insert(home.statements.end(), other.statements.begin(), other.statements.end());
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

std::vector<std::vector<std::size_t>> cluster(const std::vector<const Statement*>& statements,
                                              Contradictions contradictions) {
  return Grouping(statements, contradictions).run();
}

}  // namespace msmt
