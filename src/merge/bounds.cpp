#include "merge/bounds.hpp"

#include <algorithm>

namespace msmt {
namespace {

std::string figure_text(const Quantity& quantity) {
  Quantity bare = quantity;
  bare.unit.clear();
  bare.per.clear();
  return shown(bare);
}

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
bool all_sides_meet(Sides a, Sides b, bool mutual) {
  if (a.actor == b.actor && a.target == b.target) return true;
  const bool shared = (!a.actor.empty() && a.actor == b.actor) ||
                      (!a.target.empty() && a.target == b.target) ||
                      (mutual && (a.actor == b.target || a.target == b.actor));
  return shared && sides_agree(a, b, mutual);
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

bool share_holder(const Cluster& a, const Cluster& b) {
  const Cluster& small = a.holders.size() < b.holders.size() ? a : b;
  const Cluster& large = &small == &a ? b : a;
  return std::any_of(small.holders.begin(), small.holders.end(),
                     [&](std::size_t holder) { return large.holders.contains(holder); });
}

}  // namespace

bool has(const Cluster& cluster, Stance stance) {
  return cluster.stances[static_cast<std::size_t>(stance)];
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
  const bool known =
      std::any_of(cluster.units.begin(), cluster.units.end(), [&](const Range& unit) {
        return unit.unit.name == p.range->unit.name && unit.per == p.range->per;
      });
  if (!known) cluster.units.push_back(*p.range);
  cluster.figures.insert(figure_text(*p.quantity));
  if (p.quantity->value) cluster.numbers.insert(*p.quantity->value);
  cluster.imprecision = std::min(cluster.imprecision, imprecision(*p.quantity));
}

int sides(const Profile& p) { return (p.actor.empty() ? 0 : 1) + (p.target.empty() ? 0 : 1); }

bool sides_meet(const Cluster& cluster, const Profile& p) {
  return all_sides_meet(sides_of(p), sides_of(cluster), p.mutual);
}

const std::string& opposite(const Profile& p, const Cluster& c) {
  if (p.mutual) return c.actor == p.actor ? c.target : c.actor;
  return p.target.empty() ? c.target : c.actor;
}

bool fits(const Cluster& cluster, const Profile& p) {
  if (!stances_fit(cluster, p)) return false;
  if (p.range && cluster.figured && !compatible(compare_figures(cluster, *p.range))) return false;
  return !p.days || compatible(compare_days(cluster, *p.days));
}

bool contradict(const Cluster& a, const Cluster& b) {
  Fit worst = Fit::same;
  if (a.figured && b.figured) worst = compare_figures(a, b.common);
  if (worst == Fit::different) return false;
  if (!all_sides_meet(sides_of(a), sides_of(b), a.mutual)) return false;
  for (const Range& unit : b.units) {
    if (!same_units(a, unit)) return false;
  }
  for (const Days& days : b.days) worst = std::max(worst, compare_days(a, days));
  if (worst == Fit::different || share_holder(a, b)) return false;
  const bool denials = has(a, Stance::denied) != has(b, Stance::denied);
  // "sent no soldier into Ukraine" says nothing of soldiers who were sent nobody knows where
  if (denials && !a.mutual) {
    const Cluster& denied = has(a, Stance::denied) ? a : b;
    const Cluster& told = has(a, Stance::denied) ? b : a;
    if (!denied.target.empty() && told.target.empty()) return false;
  }
  const bool plans = has(a, Stance::asserted) != has(b, Stance::asserted);
  return denials || (worst == Fit::conflicts && !plans);
}

int closeness(const Cluster& cluster, const Profile& p) {
  if (!p.range || !cluster.figured) return kNoFigure;
  if (cluster.figures.contains(figure_text(*p.quantity))) return 0;
  if (p.quantity->value && cluster.numbers.contains(*p.quantity->value)) return 1;
  const bool inside = cluster.common.low <= p.range->low && p.range->high <= cluster.common.high;
  const bool around = p.range->low <= cluster.common.low && cluster.common.high <= p.range->high;
  return inside || around ? 2 : 3;
}

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
  const Fit quantity =
      a.range && b.range ? compare_ranges(*a.range, *b.range, same_figure(*a.quantity, *b.quantity))
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

}  // namespace msmt
