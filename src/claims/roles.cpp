/// The sides of a trigger as the roles of its frame, and the parties that fill a role.
#include <algorithm>

#include "claims/filler.hpp"

namespace msmt {

const std::vector<std::size_t>& get(const RoleMap& roles, std::string_view role) {
  static const std::vector<std::size_t> none;
  const auto it = roles.find(role);
  return it == roles.end() ? none : it->second;
}

void Filler::put(std::string_view role, const std::vector<std::size_t>& chunks) {
  if (role.empty() || chunks.empty()) return;
  auto& out = roles_[std::string(role)];
  const bool of_party = role == "target" || role == "actor";
  if (out.empty() || (of_party && parties(role).empty())) out = chunks;
}

void Filler::map_sides() {
  const bool surface_object =
      trigger().kind == ChunkKind::verb &&
      (trigger().voice == Voice::passive || trigger().voice == Voice::participle);
  // the surface subject first: in a passive it is the object, and a phrase behind the verb is none
  std::vector<std::pair<std::string_view, const std::vector<std::size_t>*>> ordered;
  for (const auto& [side, list] : sides_.chunks) {
    if (side == "subj") {
      ordered.insert(ordered.begin(), {side, &list});
    } else if (side != "in") {
      ordered.emplace_back(side, &list);
    }
  }
  // a place is a side only where nothing else names one
  if (sides_.has("in")) ordered.emplace_back("in", &sides_.of("in"));
  for (const auto& [side, members] : ordered) {
    const std::vector<std::size_t>& list = *members;
    // "forbids the purchase of arms from Eritrea": the deed is ruled, and not who is behind it
    const bool of_deed = frame_.type == "limit" && side != "obj" && side != "subj" &&
                         frame_.role(side) == "item" && !sides_.of("obj").empty() &&
                         chunk(sides_.of("obj").front()).item_class == "deed";
    if (of_deed) continue;
    if (side == "planner") {
      if (const auto owner = owner_of(stage_, list.front()); owner && !frame_.role("subj").empty())
        planner_ = owner;
      continue;
    }
    if (side == "obj" && !surface_object && frame_.type == "*" &&
        stage_.grammar.is(WordClass::equip, trigger().lemma) &&
        class_of(stage_.grammar, chunk(list.front())) != "money") {
      put(frame_.role("second"),
          list);  // "enough to equip three brigades": they take, they are not given
      continue;
    }
    if (side == "obj" && !surface_object && frame_.role("with") == "item" &&
        !frame_.role("second").empty() && !sides_.of("with").empty() &&
        frame_.takes(class_of(stage_.grammar, chunk(sides_.of("with").front())))) {
      put(frame_.role("second"), list);  // "equipped the rebels with jammers"
      continue;
    }
    if (side == "subj") {
      if (!surface_object) {
        put(frame_.role("subj"), list);
        continue;
      }
      if (stage_.grammar.is(WordClass::equip, trigger().lemma) && !sides_.of("with").empty() &&
          frame_.type == "*" && class_of(stage_.grammar, chunk(list.front())) == "troops") {
        put(frame_.role("second"), list);  // "fighters equipped with goggles": they take
        continue;
      }
      // "Russia was supplied with drones": a party as surface subject is the second object
      const bool party = std::all_of(list.begin(), list.end(), [&](std::size_t i) {
        return chunk(i).party.has_value() && !chunk(i).party->party.name.empty();
      });
      const bool recipient =
          party && frame_.role("obj") == "item" && !frame_.role("second").empty();
      put(recipient ? frame_.role("second") : frame_.role("obj"), list);
    } else if (side == "obj") {
      if (surface_object) {
        put(frame_.role("obj"), list);
        continue;
      }
      // "supplied Russia with drones", "gave Russia drones": a party is no goods
      const bool swapped =
          !sides_.of("second").empty() && frame_.type == "finance" &&
          !frame_.takes(class_of(stage_.grammar, chunk(list.front()))) &&
          frame_.takes(class_of(stage_.grammar, chunk(sides_.of("second").front())));
      const bool party = stands_for_party(list.front()) || swapped;
      if (party && frame_.role("obj") == "item" && !frame_.role("second").empty()) {
        put(frame_.role("second"), list);
      } else {
        put(frame_.role("obj"), list);
      }
    } else if (side == "second") {
      const bool money =
          frame_.type == "finance" && frame_.takes(class_of(stage_.grammar, chunk(list.front())));
      const std::string_view role =
          !money && stands_for_party(list.front()) ? frame_.role("second") : frame_.role("obj");
      put(role.empty() ? frame_.role("second") : role, list);
    } else if (side == "by") {
      const std::string_view role = frame_.role("by");
      put(role.empty() && surface_object ? frame_.role("subj") : role, list);
    } else {
      put(frame_.role(side), list);
    }
  }
  if (!sides_.has("between")) return;
  if (frame_.role("between") == "pair") roles_["pair"] = sides_.of("between");
}

bool Filler::stands_for_party(std::size_t i) const {
  const Chunk& c = chunk(i);
  if (c.party) return true;
  if (c.pronoun) return c.head == "it" || c.head == "them" || c.head == "him" || c.head == "us";
  if (!c.item_class.empty() && c.item_class != "troops" && c.item_class != "people") return false;
  return parties_of(stage_, i).size() == 1 && c.quantity == nullptr && c.item_class.empty();
}

std::vector<Named> Filler::parties(std::string_view role) const {
  std::vector<Named> out;
  for (const std::size_t i : get(roles_, role)) {
    for (Named& named : parties_of(stage_, i)) out.push_back(std::move(named));
  }
  return out;
}

std::optional<Named> Filler::party(std::string_view role) const {
  auto all = parties(role);
  if (all.empty() && planner_ && role == frame_.role("subj")) return planner_;
  if (all.empty()) return std::nullopt;
  return all.front();
}

std::optional<Named> Filler::trigger_owner() const {
  if (trigger().kind != ChunkKind::phrase) return std::nullopt;
  return owner_of(stage_, trigger_);
}

}  // namespace msmt
