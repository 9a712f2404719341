/// Clusters: which statements are tellings of one fact.
///
///     a.txt "more than 11,000 troops in 2024", b.txt "troops", c.txt "11,000 troops" -> one
///     a.txt "one system and one vehicle" -> two, and they stay two
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "merge/compare_values.hpp"
#include "msmt/claims.hpp"

namespace msmt {

/// Whether the fact is said to be so, to be intended, or not to be so.
enum class Stance : std::uint8_t { asserted, planned, denied };

/// What is compared of a statement. Everything that must be equal stands in `bucket`.
struct Profile {
  std::string bucket;  ///< type, item key, part, and whether the count leaves members out
  std::string actor;   ///< party_key; empty when not stated
  std::string target;
  std::optional<Range> range;
  std::optional<Quantity> quantity;
  std::optional<Days> days;
  std::string period;  ///< shown(Date)
  Stance stance = Stance::asserted;
  bool once = false;
  bool mutual = false;
  bool partial = false;
};

/// Claims that are known to be one, with what they say taken together.
struct Statement {
  Profile profile;
  std::vector<std::string> path;     ///< item kinds from specific to general
  std::vector<std::size_t> holders;  ///< sorted; one cluster holds no holder twice
  std::vector<std::size_t> claims;   ///< indices of whoever made the statement
};

/// Reads a profile from a claim; `path` is item_path(claim.item).
Profile profile_of(const Claim& claim, const std::vector<std::string>& path);

/// How two statements of one bucket stand to each other; a field that one leaves out fits.
Fit compare_profiles(const Profile& a, const Profile& b);

enum class Contradictions : bool { stay_apart, come_together };

/// Groups statements of one bucket; the result does not depend on their order.
///
/// returns    lists of indices into `statements`, each sorted; every index stands in one list
/// convention statements that say most come first: both sides before one, figure and period before
///            one of them, then those that neither date nor count. A statement goes to the cluster
///            whose figure it shares, else whose period, then to the one with most holders, then to
///            the most precise, then to the one whose text sorts first. A side that is left out
///            fits only when all clusters that it could join name the same party there.
///            Contradictions of one fact come together afterwards, unless somebody tells both.
std::vector<std::vector<std::size_t>> cluster(const std::vector<const Statement*>& statements,
                                              Contradictions contradictions);

}  // namespace msmt
