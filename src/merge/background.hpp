/// Background: what the lexicon knows of the world, indexed once.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "merge/compare_values.hpp"
#include "msmt/merge.hpp"

namespace msmt {

/// A row of events.tsv: a fact with its day, which dates the articles that tell of it.
struct KnownEvent {
  std::string id;
  std::vector<std::string> keys;  ///< fact keys (dating.hpp), one for each kind that it goes by
  std::string date;               ///< EDTF
};

/// A row of measures.tsv.
struct Measure {
  std::string id;
  std::string says;
  std::set<std::string> types;
  std::string giver;  ///< party key; empty for anybody
  std::string receiver;
  bool either = false;  ///< `giver` may be on either side
  std::set<std::string> items;
  std::set<std::string> except;
  Days in_force;
  std::vector<Quantity> limits;  ///< either holds; empty for a ban
};

struct Background::Impl {
  std::vector<KnownEvent> events;
  std::vector<Measure> measures;
  std::map<std::string, std::string> broader;  ///< item kind -> the next more general one
  std::set<std::string> arms;                  ///< categories that are arms

  /// The kinds of a claim's item and all more general ones, `arms` for any class of weapon.
  std::vector<std::string> kinds(const Claim& claim) const;
};

}  // namespace msmt
