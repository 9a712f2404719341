#include "merge/measures.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>

#include "merge/key.hpp"

namespace msmt {
namespace {

constexpr long kYear = 366;  // days at most
constexpr long kMonth = 31;

/// How long the period of a limit is; 0 for a limit without one.
long length_of(const std::string& per) {
  return per == "year" ? kYear : per == "month" ? kMonth : per == "week" ? 7 : per == "day" ? 1 : 0;
}

bool meets(const Days& a, const Days& b) {
  return (a.open_end || b.open_start || a.last >= b.first) &&
         (b.open_end || a.open_start || b.last >= a.first);
}

/// What a limit and a claim come to: a ratio, or why there is none.
struct Comparison {
  std::optional<double> ratio;
  std::string why;
};

double rounded(double ratio) {
  constexpr double kPerUnit = 1000;  // three places: the figures of news are no finer
  const double whole = std::round(ratio * kPerUnit) / kPerUnit;
  return whole > 0 ? whole : ratio;
}

Comparison compare(const Claim& claim, const Quantity& limit, const Days* in_force) {
  if (!claim.quantity || !range_of(*claim.quantity)) return {std::nullopt, "no_figure"};
  const auto figure = range_of(*claim.quantity);
  const auto cap = range_of(limit);
  if (!cap || !comparable(figure->unit, cap->unit)) return {std::nullopt, "other_unit"};
  const bool rule = claim.type == "limit";  // a rule counts by its own year, whenever it was made
  if (!figure->per.empty() || rule) {
    if (figure->per != cap->per) return {std::nullopt, "other_period"};
  } else {
    const auto days = claim.period ? days_of(*claim.period) : std::nullopt;
    if (!days) return {std::nullopt, "no_period"};
    if (days->open_start || days->open_end) return {std::nullopt, "open_period"};
    const long most = limit.per.empty() && in_force != nullptr && !in_force->open_end
                          ? in_force->last - in_force->first + 1
                          : length_of(limit.per);
    if (most == 0) return {std::nullopt, "other_period"};
    if (days->last - days->first + 1 > most) return {std::nullopt, "longer_period"};
  }
  return {rounded(figure->core_low / cap->core_low), ""};
}

TouchedMeasure touched(std::string id, std::string says, const Claim& claim,
                       const std::vector<Quantity>& limits, const Days* in_force) {
  TouchedMeasure out;
  out.id = std::move(id);
  out.says = std::move(says);
  if (limits.empty()) {
    out.why = "no_limit";
    return out;
  }
  for (const Quantity& limit : limits) {
    Comparison compared = compare(claim, limit, in_force);
    if (out.limit && !compared.ratio)
      continue;  // the first one stands for those that do not compare
    out.limit = limit;
    out.ratio = compared.ratio;
    out.why = compared.why;
    if (out.ratio) break;
  }
  return out;
}

bool any_of(const std::vector<std::string>& kinds, const std::set<std::string>& items) {
  return std::any_of(kinds.begin(), kinds.end(),
                     [&](const std::string& kind) { return items.contains(kind); });
}

/// A claim with what every measure asks of it.
struct Asked {
  const Claim& claim;
  std::string actor, target;       ///< keys of the parties
  std::vector<std::string> kinds;  ///< of the item, the most specific first
};

bool covers(const Measure& measure, const Asked& asked) {
  const auto& [claim, actor, target, kinds] = asked;
  if (claim.type == "limit") {
    // Whom a rule binds may give or receive; what it caps must be named, not only a kind of it.
    if (target != measure.giver && target != measure.receiver) return false;
    if (measure.limits.empty() || !claim.quantity || measure.items.contains("any")) return false;
  } else {
    if (!measure.types.contains(claim.type)) return false;
    if (measure.either) {
      if (actor != measure.giver && target != measure.giver) return false;
    } else if ((!measure.giver.empty() && actor != measure.giver) ||
               (!measure.receiver.empty() && target != measure.receiver)) {
      return false;
    }
  }
  if (!measure.items.contains("any") && !any_of(kinds, measure.items)) return false;
  if (any_of(kinds, measure.except)) return false;
  const auto days = claim.period ? days_of(*claim.period) : std::nullopt;
  // Without a date what is in force still is what it touches.
  return days ? meets(*days, measure.in_force) : measure.in_force.open_end;
}

/// So many limits that articles state are set beside one claim.
constexpr std::size_t kMostLimits = 64;

/// What a limit is looked up by: the most specific kind that it caps, and one of the sides.
std::string limit_key(const std::string& kind, const std::string& party) {
  return kind + "\x1f" + party;
}

}  // namespace

void apply_measures(std::vector<MergedClaim>& claims, const Background::Impl& background) {
  std::unordered_map<std::string, std::vector<const MergedClaim*>> told;  // `limit` claims
  for (const MergedClaim& merged : claims) {
    if (merged.claim.type != "limit" || !merged.claim.target) continue;
    const std::vector<std::string> kinds = background.kinds(merged.claim);
    if (kinds.empty()) continue;
    told[limit_key(kinds.front(), party_key(merged.claim.target))].push_back(&merged);
  }
  for (MergedClaim& merged : claims) {
    const Claim& claim = merged.claim;
    if (claim.certainty == Certainty::denied) continue;
    const Asked asked{claim, party_key(claim.actor), party_key(claim.target),
                      background.kinds(claim)};
    for (const Measure& measure : background.measures) {
      if (!covers(measure, asked)) continue;
      merged.measures.push_back(
          touched(measure.id, measure.says, claim, measure.limits, &measure.in_force));
    }
    if (claim.type == "limit" || told.empty()) continue;
    std::vector<const MergedClaim*> limits;
    for (const std::string& kind : asked.kinds) {
      std::set<std::string> parties{asked.actor, asked.target};
      parties.erase("");
      std::vector<const MergedClaim*> of_kind;
      for (const std::string& party : parties) {
        const auto found = told.find(limit_key(kind, party));
        if (found == told.end()) continue;
        of_kind.insert(of_kind.end(), found->second.begin(), found->second.end());
      }
      std::sort(of_kind.begin(), of_kind.end());  // as the report has them
      limits.insert(limits.end(), of_kind.begin(), of_kind.end());
    }
    if (limits.size() > kMostLimits) limits.resize(kMostLimits);
    for (const MergedClaim* limit : limits) {
      const std::optional<Quantity>& cap = limit->claim.quantity;
      merged.measures.push_back(touched(limit->id, limit->summary, claim,
                                        cap ? std::vector<Quantity>{*cap} : std::vector<Quantity>(),
                                        nullptr));
    }
  }
}

}  // namespace msmt
