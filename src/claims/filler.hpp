/// Filler: one trigger's sides become claims, by the frame that the trigger evokes.
///
/// run() puts the sides on roles and hands over to the function of the frame's claim type. These
/// functions take the filler as `f` and stand by subject in fill_*.cpp, what several files need of
/// them in fill_*.hpp. What all share is in filler.cpp (claims and their fields) and roles.cpp
/// (sides, roles and the parties that fill them).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "claims/roles.hpp"

namespace msmt {

/// Chunks by role, after the frame's map of sides and the voice.
using RoleMap = std::map<std::string, std::vector<std::size_t>, std::less<>>;

/// Chunks of a role; empty for one that nothing fills.
const std::vector<std::size_t>& get(const RoleMap& roles, std::string_view role);

struct Filler {
  const Stage& stage;
  const Frame& frame;
  std::size_t at;  ///< the trigger's chunk
  const Sides& sides;
  std::string& why;  ///< for want of what there is no claim
  RoleMap roles = {};
  std::string pre_text = {};          ///< of the item inside the trigger's phrase
  std::optional<Named> planner = {};  ///< whose plan an infinitive completes
  const Table* item_table = nullptr;

  std::vector<Claim> run();
  /// run(), and the sides of money that the article only implies.
  std::vector<Claim> run_all();
  /// One claim for each of several givers and takers: "Russia and China vetoed", "to Jordan and Syria".
  std::vector<Claim> each(std::vector<Claim> claims) const;
  /// Chunk i of the clause; beyond its ends an empty one, which is no word and no phrase.
  const Chunk& chunk(std::size_t i) const;
  const Chunk& trigger() const { return stage.chunks[at]; }
  std::vector<Claim> refuse(std::string_view reason);
  void put(std::string_view role, const std::vector<std::size_t>& chunks);
  void map_sides();
  /// Gives the phrase behind "for" its role: for whom goods are bought or sent.
  void map_purpose();
  /// Adds arms that go with others to the goods: "sent 12 jets with 40 missiles and two radars".
  void add_goods_with();
  bool stands_for_party(std::size_t i) const;
  /// The trigger noun is the item itself: "financial transactions", "casualties".
  bool needs_self() const { return frame.needs.contains("self"); }
  std::vector<Named> parties(std::string_view role) const;
  std::optional<Named> party(std::string_view role) const;
  /// Owner of the trigger noun itself: "Russia's veto", "its deployment".
  std::optional<Named> trigger_owner() const;
  Claim start(std::string_view type) const;
  void set_item(Claim& claim, std::size_t i) const;
  void set_quantity(Claim& claim, std::size_t i) const;
  /// The item list of the frame: chunks of its item role, or the noun before a trigger noun.
  const std::vector<std::size_t>& items() const { return get(roles, "item"); }
  /// "…, more than 5,000 in all": a count that follows what it counts.
  void count_in_all(std::vector<Claim>& claims) const;
  /// ", around 1,000 of them,", "… number about 600": whether chunk k + 1 counts a claim's item.
  bool counts_them(const Claim& claim, std::size_t k) const;
  /// "use", "employ", "deploy" and "launch" say more than firing.
  bool ambiguous_use() const { return trigger().lemma == "deploy" || trigger().lemma == "employ"; }
};

/// Puts a party on a side of a claim, with its place; "its" that was not resolved is nobody.
void set_party(Claim& claim, std::optional<Party> Claim::*field, std::string_view name,
               const std::optional<Named>& named);
/// The same in place of what stood there.
void replace_party(Claim& claim, std::optional<Party> Claim::*field, std::string_view name,
                   const Named& named);
/// Notes where a field was read; the first place stays, and no bytes are none.
void add_span(Claim& claim, std::string_view name, Span bytes);

}  // namespace msmt
