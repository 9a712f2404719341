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
  auto& out = roles[std::string(role)];
  const bool of_party = role == "target" || role == "actor";
  if (out.empty() || (of_party && parties(role).empty())) out = chunks;
}

void Filler::map_sides() {
  const bool surface_object =
      trigger().kind == ChunkKind::verb &&
      (trigger().voice == Voice::passive || trigger().voice == Voice::participle);
  // the surface subject first: in a passive it is the object, and a phrase behind the verb is none
  std::vector<std::pair<std::string_view, const std::vector<std::size_t>*>> ordered;
  for (const auto& [side, list] : sides.chunks) {
    if (side == "subj") {
      ordered.insert(ordered.begin(), {side, &list});
    } else if (side != "in") {
      ordered.emplace_back(side, &list);
    }
  }
  // a place is a side only where nothing else names one
  if (sides.has("in")) ordered.emplace_back("in", &sides.of("in"));
  for (const auto& [side, members] : ordered) {
    const std::vector<std::size_t>& list = *members;
    // "forbids the purchase of arms from Eritrea": the deed is ruled, and not who is behind it
    const bool of_deed = frame.type == "limit" && side != "obj" && side != "subj" &&
                         frame.role(side) == "item" && !sides.of("obj").empty() &&
                         chunk(sides.of("obj").front()).item_class == "deed";
    if (of_deed) continue;
    if (side == "planner") {
      if (const auto owner = owner_of(stage, list.front()); owner && !frame.role("subj").empty())
        planner = owner;
      continue;
    }
    if (side == "obj" && !surface_object && frame.type == "*" &&
        stage.grammar.is(WordClass::equip, trigger().lemma) &&
        class_of(stage.grammar, chunk(list.front())) != "money") {
      put(frame.role("second"),
          list);  // "enough to equip three brigades": they take, they are not given
      continue;
    }
    if (side == "obj" && !surface_object && frame.role("with") == "item" &&
        !frame.role("second").empty() && !sides.of("with").empty() &&
        frame.takes(class_of(stage.grammar, chunk(sides.of("with").front())))) {
      put(frame.role("second"), list);  // "equipped the rebels with jammers"
      continue;
    }
    if (side == "subj") {
      if (!surface_object) {
        put(frame.role("subj"), list);
        continue;
      }
      if (stage.grammar.is(WordClass::equip, trigger().lemma) && !sides.of("with").empty() &&
          frame.type == "*" && class_of(stage.grammar, chunk(list.front())) == "troops") {
        put(frame.role("second"), list);  // "fighters equipped with goggles": they take
        continue;
      }
      // "Russia was supplied with drones": a party as surface subject is the second object
      const bool party = std::all_of(list.begin(), list.end(), [&](std::size_t i) {
        return chunk(i).party.has_value() && !chunk(i).party->party.name.empty();
      });
      const bool recipient = party && frame.role("obj") == "item" && !frame.role("second").empty();
      put(recipient ? frame.role("second") : frame.role("obj"), list);
    } else if (side == "obj") {
      if (surface_object) {
        put(frame.role("obj"), list);
        continue;
      }
      // "supplied Russia with drones", "gave Russia drones": a party is no goods
      const bool swapped = !sides.of("second").empty() && frame.type == "finance" &&
                           !frame.takes(class_of(stage.grammar, chunk(list.front()))) &&
                           frame.takes(class_of(stage.grammar, chunk(sides.of("second").front())));
      const bool party = stands_for_party(list.front()) || swapped;
      if (party && frame.role("obj") == "item" && !frame.role("second").empty()) {
        put(frame.role("second"), list);
      } else {
        put(frame.role("obj"), list);
      }
    } else if (side == "second") {
      const bool money =
          frame.type == "finance" && frame.takes(class_of(stage.grammar, chunk(list.front())));
      const std::string_view role =
          !money && stands_for_party(list.front()) ? frame.role("second") : frame.role("obj");
      put(role.empty() ? frame.role("second") : role, list);
    } else if (side == "by") {
      const std::string_view role = frame.role("by");
      put(role.empty() && surface_object ? frame.role("subj") : role, list);
    } else {
      put(frame.role(side), list);
    }
  }
  if (!sides.has("between")) return;
  if (frame.role("between") == "pair") roles["pair"] = sides.of("between");
}

bool Filler::stands_for_party(std::size_t i) const {
  const Chunk& c = chunk(i);
  if (c.party) return true;
  if (c.pronoun) return c.head == "it" || c.head == "them" || c.head == "him" || c.head == "us";
  if (!c.item_class.empty() && c.item_class != "troops" && c.item_class != "people") return false;
  return parties_of(stage, i).size() == 1 && c.quantity == nullptr && c.item_class.empty();
}

std::vector<Named> Filler::parties(std::string_view role) const {
  std::vector<Named> out;
  for (const std::size_t i : get(roles, role)) {
    for (Named& named : parties_of(stage, i)) out.push_back(std::move(named));
  }
  return out;
}

std::optional<Named> Filler::party(std::string_view role) const {
  auto all = parties(role);
  if (all.empty() && planner && role == frame.role("subj")) return planner;
  if (all.empty()) return std::nullopt;
  return all.front();
}

std::optional<Named> Filler::trigger_owner() const {
  if (trigger().kind != ChunkKind::phrase) return std::nullopt;
  return owner_of(stage, at);
}

}  // namespace msmt
