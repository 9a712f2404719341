#include "merge/cluster.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>

#include "merge/bounds.hpp"
#include "merge/shelf.hpp"

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

  /// A few clusters are looked at one by one; more stand on shelves.
  static constexpr std::size_t kFew = 16;

  static std::string both(const std::string& actor, const std::string& target) {
    return actor + "\x1f" + target;
  }
  static std::string either(const std::string& party) { return party + "\x1e"; }

  static Reach reach(const Cluster& c, Nearness nearness) {
    return reach_of(c.figured ? std::optional(c.common) : std::nullopt,
                    c.days.empty() ? std::nullopt : std::optional(c.days.front()), nearness);
  }

  static void shelve(const Cluster& c, std::size_t number, Nearness nearness, Shelves& shelves) {
    const Reach where = reach(c, nearness);
    shelves.add(both(c.actor, c.target), where, number);
    if (!c.actor.empty()) shelves.add(either(c.actor), where, number);
    if (!c.target.empty() && c.target != c.actor) shelves.add(either(c.target), where, number);
  }

  /// Whether the sides of a cluster are those of the profile, or some of them, or more.
  static bool near(const Cluster& c, const Profile& p) {
    if (sides(p) == 1) {
      const std::string& party = p.actor.empty() ? p.target : p.actor;
      return c.actor == party || c.target == party;
    }
    if (c.actor == p.actor && c.target == p.target) return true;
    return sides(p) == 2 &&
           ((c.actor == p.actor && c.target.empty()) || (c.actor.empty() && c.target == p.target));
  }

  /// Clusters that may share a side with the profile, each once.
  std::vector<std::size_t> neighbours(const Profile& p) const {
    std::vector<std::size_t> out;
    if (!shelved_) {
      for (std::size_t i = 0; i < clusters_.size(); ++i) out.push_back(i);
    } else {
      const Reach wanted = reach_of(p.range, p.days, Nearness::compatible);
      if (sides(p) == 1) {
        shelves_.find(either(p.actor + p.target), wanted, out);
      } else {
        shelves_.find(both(p.actor, p.target), wanted, out);
      }
      if (sides(p) == 2) {
        shelves_.find(both(p.actor, ""), wanted, out);
        shelves_.find(both("", p.target), wanted, out);
      }
      std::sort(out.begin(), out.end());
      out.erase(std::unique(out.begin(), out.end()), out.end());
    }
    std::erase_if(out, [&](std::size_t i) { return clusters_[i].gone || !near(clusters_[i], p); });
    return out;
  }

  using SidesBefore = std::optional<std::pair<std::string, std::string>>;

  /// Puts the cluster on its shelves; `before`: the sides under which it stands there already, and
  /// where it stays: neighbours() passes over it.
  void index(std::size_t number, const SidesBefore& before) {
    if (!shelved_) {
      if (clusters_.size() <= kFew) return;
      shelved_ = true;
      for (std::size_t i = 0; i < clusters_.size(); ++i) {
        if (!clusters_[i].gone) shelve(clusters_[i], i, Nearness::compatible, shelves_);
      }
      return;
    }
    const Cluster& c = clusters_[number];
    if (before && *before == std::pair(c.actor, c.target)) return;
    shelve(c, number, Nearness::compatible, shelves_);
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
    const bool once = std::any_of(clusters_.begin(), clusters_.end(),
                                  [](const Cluster& c) { return !c.gone && c.once; });
    Kept kept(clusters_, once ? Nearness::once_contradictory : Nearness::contradictory,
              order.size() > kFew);
    for (const std::size_t number : order) {
      Cluster& cluster = clusters_[number];
      // Without a figure, a date of what happens once or a denial there is nothing to contradict.
      if (!denials && !cluster.figured && !cluster.once) continue;
      const bool denies = has(cluster, Stance::denied);
      const auto home = denies == denials ? kept.contradicted_by(cluster) : std::nullopt;
      if (!home) {
        kept.add(number);
        continue;
      }
      const std::pair before(clusters_[*home].actor, clusters_[*home].target);
      absorb(clusters_[*home], cluster);
      index(*home, before);
      if (before != std::pair(clusters_[*home].actor, clusters_[*home].target)) {
        kept.put_again(*home);
      }
    }
  }

  /// Clusters that stay, in the order in which they are asked.
  class Kept {
   public:
    Kept(const std::vector<Cluster>& clusters, Nearness nearness, bool shelved)
        : clusters_(clusters), nearness_(nearness), shelved_(shelved) {}

    void add(std::size_t number) {
      if (shelved_) shelve(clusters_[number], in_order_.size(), nearness_, shelves_);
      place_[number] = in_order_.size();
      in_order_.push_back(number);
    }

    /// Under its new sides.
    void put_again(std::size_t number) {
      if (shelved_) shelve(clusters_[number], place_.at(number), nearness_, shelves_);
    }

    /// The first that tells of the same fact and cannot be true as well.
    std::optional<std::size_t> contradicted_by(const Cluster& c) const {
      if (!shelved_) {
        for (const std::size_t number : in_order_) {
          if (contradict(clusters_[number], c)) return number;
        }
        return std::nullopt;
      }
      std::vector<std::size_t> places;
      const Reach wanted = reach(c, nearness_);
      const bool one_side = c.actor.empty() != c.target.empty();
      shelves_.find(one_side ? either(c.actor + c.target) : both(c.actor, c.target), wanted,
                    places);
      if (!c.actor.empty() && !c.target.empty()) {
        for (const std::string& party : {c.actor, c.target}) {
          shelves_.find(both(party, ""), wanted, places);
          shelves_.find(both("", party), wanted, places);
        }
      }
      std::sort(places.begin(), places.end());
      for (std::size_t i = 0; i < places.size(); ++i) {
        if (i > 0 && places[i] == places[i - 1]) continue;
        const std::size_t number = in_order_[places[i]];
        if (contradict(clusters_[number], c)) return number;
      }
      return std::nullopt;
    }

   private:
    const std::vector<Cluster>& clusters_;
    Nearness nearness_;
    bool shelved_;
    std::vector<std::size_t> in_order_;
    std::map<std::size_t, std::size_t> place_;  ///< of a cluster in `in_order_`
    Shelves shelves_;
  };

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
  bool shelved_ = false;
  Shelves shelves_;
};

}  // namespace

std::vector<std::vector<std::size_t>> cluster(const std::vector<const Statement*>& statements,
                                              Contradictions contradictions) {
  return Grouping(statements, contradictions).run();
}

}  // namespace msmt
