/// Keys: what two claims must share before their values are compared, and what an id is made of.
///
///     transfer, Pantsir system, {KP}   -> type rank 0, item path {"pantsir"}, party key "KP"
///     item key "artillery-ammunition<ammunition<goods" -> path, from specific to general
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "msmt/claims.hpp"

namespace msmt {

/// Place of a claim type in the report (order of docs/output.md); unknown types come last.
std::size_t type_rank(std::string_view type);

/// Whether there is such a type of claims.
bool is_type(std::string_view type);

/// Whether actor and target may change places: `agreement` says `X and Y signed`.
bool is_mutual(std::string_view type);

/// Whether the fact happens once, so that two dates of it contradict each other (a body is set up
/// once), or again and again, so that two dates tell of two facts (goods are sent every month).
bool happens_once(const Claim& claim);

/// Lower case words joined by `-`: "UN Panel of Experts" -> "un-panel-of-experts".
std::string slug(std::string_view text);

/// "KP" for a country, else the slug of the name; empty for none. Codes are upper case and slugs
/// lower case, so the two never meet.
std::string party_key(const std::optional<Party>& party);

/// The kinds that the item belongs to, from specific to general. Without Item::key the named
/// weapon, else the head words of the name; empty for no item.
std::vector<std::string> item_path(const std::optional<Item>& item);

/// The kinds of a claim's item. Without an item those that the type implies: who is deployed are
/// troops, who labours are workers.
std::vector<std::string> kinds_of(const Claim& claim);

/// How a unit counts. Figures of different classes say nothing about each other.
struct UnitClass {
  std::string name;  ///< "each", "munition", "container", "occasion", "mass", "group:brigade" …
  double factor = 1.0;  ///< to the common unit of the class (tonnes for mass)
};
UnitClass unit_class(std::string_view unit);
bool comparable(const UnitClass& a, const UnitClass& b);

}  // namespace msmt
