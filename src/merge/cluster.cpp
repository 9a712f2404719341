#include "merge/cluster.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

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
      : statements_(statements), contradictions_(contradictions) {
    for (const Statement* statement : statements) {
      const Profile& p = statement->profile;
      if (p.once) nearness_ = Nearness::once_contradictory;
      denials_ = denials_ || p.stance == Stance::denied;
    }
  }

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
    // Whoever tells both does not contradict himself: one holder is enough to pass over many.
    const std::size_t holder = nearness == Nearness::compatible ? 0 : c.holder;
    shelves.add(both(c.actor, c.target), where, number, holder);
    if (!c.actor.empty()) shelves.add(either(c.actor), where, number, holder);
    if (!c.target.empty() && c.target != c.actor) {
      shelves.add(either(c.target), where, number, holder);
    }
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
        shelves_.find(either(p.actor + p.target), wanted, nullptr, out);
      } else {
        shelves_.find(both(p.actor, p.target), wanted, nullptr, out);
      }
      if (sides(p) == 2) {
        shelves_.find(both(p.actor, ""), wanted, nullptr, out);
        shelves_.find(both("", p.target), wanted, nullptr, out);
      }
      std::sort(out.begin(), out.end());
      out.erase(std::unique(out.begin(), out.end()), out.end());
    }
    std::erase_if(out, [&](std::size_t i) { return clusters_[i].gone || !near(clusters_[i], p); });
    return out;
  }

  using SidesBefore = std::optional<std::pair<std::string, std::string>>;

  void shelve(std::size_t number) {
    shelve(clusters_[number], number, Nearness::compatible, shelves_);
    if (contradictions_ == Contradictions::come_together || denials_) {
      shelve(clusters_[number], number, nearness_, opposites_);
    }
  }

  /// Puts the cluster on its shelves; `before`: the sides under which it stands there already, and
  /// where it stays: neighbours() passes over it.
  void index(std::size_t number, const SidesBefore& before) {
    touched_.insert(number);
    if (!shelved_) {
      if (clusters_.size() <= kFew) return;
      shelved_ = true;
      for (std::size_t i = 0; i < clusters_.size(); ++i) {
        if (!clusters_[i].gone) shelve(i);
      }
      return;
    }
    const Cluster& c = clusters_[number];
    if (before && *before == std::pair(c.actor, c.target)) return;
    shelve(number);
  }

  struct Choice {
    std::tuple<int, int, int, std::ptrdiff_t, int> order;
    std::size_t cluster = 0;
  };

  /// "stole more than $3 billion in three years … at least $1.65 billion since January": within one article two bounds with a
  /// time of their own are two facts.
  bool tells_of_another_time(const Cluster& c, const Profile& p) const {
    return contradictions_ == Contradictions::stay_apart && p.range && c.figured && p.days &&
           !c.days.empty() && !c.periods.contains(p.period) && p.quantity->value &&
           !c.numbers.contains(*p.quantity->value);
  }

  std::vector<Choice> choices(const Node& node) const {
    const Profile& p = *node.profile;
    std::vector<Choice> out;
    for (const std::size_t number : neighbours(p)) {
      const Cluster& c = clusters_[number];
      if (p.range && c.figured && (p.range->high < c.common.low || p.range->low > c.common.high)) {
        continue;  // most clusters end here
      }
      if (!sides_meet(c, p) || !fits(c, p) || tells_of_another_time(c, p)) continue;
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
      if (cluster.holders.empty()) cluster.holder = holders.front();
      cluster.holders.insert(holders.begin(), holders.end());
      cluster.statements.push_back(number);
      joined = true;
    }
    if (joined) admit(cluster, *node.profile);
    return refused;
  }

  /// Makes one of clusters that contradict each other over one fact: denials and what they deny, or
  /// else figures and dates. Those that most tell come first, and take in what contradicts them. Two
  /// clusters that have both stayed as they were since the last time are not compared again.
  void bring_together(bool denials) {
    if (denials) {
      if (!denials_) return;
      for (std::size_t i = 0; i < clusters_.size(); ++i) touched_.insert(i);
    }
    const std::set<std::size_t> touched = std::exchange(touched_, {});
    // Without a figure, a date of what happens once or a denial there is nothing to contradict.
    const auto counts = [&](const Cluster& c) {
      return !c.gone && (denials || ((c.figured || c.once) && !has(c, Stance::denied)));
    };
    const auto earlier = [&](std::size_t a, std::size_t b) {
      const Cluster& x = clusters_[a];
      const Cluster& y = clusters_[b];
      const bool x_denies = has(x, Stance::denied);
      const bool y_denies = has(y, Stance::denied);
      if (x_denies != y_denies) return y_denies;
      if (x.holders.size() != y.holders.size()) return x.holders.size() > y.holders.size();
      if (x.imprecision != y.imprecision) return x.imprecision < y.imprecision;
      return x.text != y.text ? x.text < y.text : a < b;
    };
    std::set<std::size_t, decltype(earlier)> pending(earlier);
    std::unordered_map<std::size_t, std::size_t> kept;  // number -> place among those that stay
    const auto contradicting = [&](std::size_t number) {
      std::vector<std::size_t> out = opposites(clusters_[number]);
      std::erase_if(out, [&](std::size_t other) {
        return other == number || !counts(clusters_[other]) ||
               !contradict(clusters_[other], clusters_[number]);
      });
      return out;
    };
    for (const std::size_t number : touched) {
      if (!counts(clusters_[number])) continue;
      const std::vector<std::size_t> others = contradicting(number);
      if (!others.empty()) pending.insert(number);
      pending.insert(others.begin(), others.end());
    }
    while (!pending.empty()) {
      const std::size_t number = *pending.begin();
      pending.erase(pending.begin());
      Cluster& cluster = clusters_[number];
      std::optional<std::size_t> home;
      if (has(cluster, Stance::denied) == denials) {
        for (const std::size_t other : contradicting(number)) {
          const auto at = kept.find(other);
          if (at != kept.end() && (!home || at->second < kept.at(*home))) home = other;
        }
      }
      if (!home) {
        kept.emplace(number, kept.size());
        continue;
      }
      const std::pair before(clusters_[*home].actor, clusters_[*home].target);
      absorb(clusters_[*home], cluster);
      index(*home, before);
      for (const std::size_t other : contradicting(*home)) {
        if (!kept.contains(other)) pending.insert(other);
      }
    }
  }

  /// Clusters that may contradict this one, each once.
  std::vector<std::size_t> opposites(const Cluster& c) const {
    std::vector<std::size_t> out;
    if (!shelved_) {
      for (std::size_t i = 0; i < clusters_.size(); ++i) out.push_back(i);
      return out;
    }
    const Reach wanted = reach(c, nearness_);
    const bool one_side = c.actor.empty() != c.target.empty();
    opposites_.find(one_side ? either(c.actor + c.target) : both(c.actor, c.target), wanted,
                    &c.holders, out);
    if (!c.actor.empty() && !c.target.empty()) {
      for (const std::string& party : {c.actor, c.target}) {
        opposites_.find(both(party, ""), wanted, &c.holders, out);
        opposites_.find(both("", party), wanted, &c.holders, out);
      }
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
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
  Nearness nearness_ = Nearness::contradictory;
  bool denials_ = false;           ///< some statement is one
  std::set<std::size_t> touched_;  ///< clusters that have changed since they were last compared
  bool shelved_ = false;
  Shelves shelves_;
  Shelves opposites_;  ///< by how near contradictions are
};

}  // namespace

std::vector<std::vector<std::size_t>> cluster(const std::vector<const Statement*>& statements,
                                              Contradictions contradictions) {
  return Grouping(statements, contradictions).run();
}

}  // namespace msmt
