/// Bounds: what the statements of a cluster, taken together, ask of whoever wants to join it.
///
///     "about 11,000" and "more than 11,000"   -> whoever joins states part of 11,000 to 12,100
#pragma once

#include <array>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

#include "merge/cluster.hpp"

namespace msmt {

/// A cluster, and the bounds that what all its statements say sets to whoever wants to join. Of
/// intervals that meet two by two all have a point in common (Helly's theorem on the line), so the
/// common interval stands for all of them.
struct Cluster {
  std::string actor;
  std::string target;
  std::vector<std::size_t> statements;
  std::unordered_set<std::size_t> holders;  // asked, never iterated
  std::size_t holder = 0;                   ///< one of them, always the same
  bool figured = false;
  Range common;                   ///< what all figures share; low > high where they contradict
  std::vector<Range> units;       ///< one figure of each unit
  std::set<std::string> figures;  ///< as shown
  std::set<double> numbers;       ///< as stated
  std::vector<Days> days;         ///< each once
  std::set<std::string> periods;  ///< as shown
  std::array<bool, 3> stances{};  ///< by Stance
  bool once = false;
  bool mutual = false;
  int imprecision = 9;
  std::string text;  ///< of the first node
  bool gone = false;
};

bool has(const Cluster& cluster, Stance stance);

/// Takes in what a statement says.
void admit(Cluster& cluster, const Profile& p);

/// How many of actor and target are stated.
int sides(const Profile& p);

/// They agree, and on a side that both state; or neither states any. Of an agreement, either side
/// may be the one stated.
bool sides_meet(const Cluster& cluster, const Profile& p);

/// The party opposite to the only one that `p` states.
const std::string& opposite(const Profile& p, const Cluster& cluster);

/// Whether every statement of the cluster is compatible with `p`; holders are not looked at.
bool fits(const Cluster& cluster, const Profile& p);

/// Whether the clusters tell of one fact, but cannot both be true: figures of one order, dates of
/// what happens once, a denial and what it denies. Never when one holder is in both.
bool contradict(const Cluster& a, const Cluster& b);

inline constexpr int kNoFigure = 4;

/// 0 for a figure that the cluster has, 1 for such a number bent otherwise, 2 for one inside the
/// common interval or around it, 3 for others that fit, kNoFigure where one of the two has none.
int closeness(const Cluster& cluster, const Profile& p);

}  // namespace msmt
