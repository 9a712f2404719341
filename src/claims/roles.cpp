#include <algorithm>
#include <array>

#include "claims/filler.hpp"

namespace msmt {

const std::vector<std::size_t>& get(const RoleMap& roles, std::string_view role) {
  static const std::vector<std::size_t> none;
  const auto it = roles.find(role);
  return it == roles.end() ? none : it->second;
}

std::vector<Claim> Filler::run_all() {
  std::vector<Claim> claims = run();
  for (Claim& claim : claims) side_of_money(claim);
  count_in_all(claims);
  return claims;
}

void Filler::count_in_all(std::vector<Claim>& claims) const {
  if (claims.size() != 1 || claims.front().quantity || !claims.front().item) return;
  for (std::size_t k = trigger_ + 1; k + 3 < stage_.chunks.size(); ++k) {
    const bool all = chunk(k).word == "," && chunk(k + 1).kind == ChunkKind::phrase &&
                     is_count(chunk(k + 1)) && chunk(k + 2).word == "in" &&
                     (chunk(k + 3).head == "all" || chunk(k + 3).head == "total");
    if (!all) continue;
    set_quantity(claims.front(), k + 1);
    if (!claims.front().quantity || !claims.front().quantity->unit.empty()) return;
    const std::string& name = claims.front().item->name;
    claims.front().quantity->unit = singular(name.substr(name.find_last_of(' ') + 1));
    return;
  }
}

std::vector<Claim> Filler::run() {
  map_sides();
  if (frame_.type == "more") return more();
  if (frame_.id == "give.support") return support();
  if (frame_.id == "deploy.strength") return strength();
  if (frame_.type == "*") return goods();
  static const std::map<std::string_view, std::vector<Claim> (Filler::*)()> by_type = {
      {"technology", &Filler::advice},
      {"training", &Filler::training},
      {"deployment", &Filler::people},
      {"labor", &Filler::people},
      {"finance", &Filler::finance},
      {"theft", &Filler::theft},
      {"transport", &Filler::transport},
      {"possession", &Filler::possession},
      {"use", &Filler::use},
      {"casualties", &Filler::casualties},
      {"limit", &Filler::limit},
      {"sanction", &Filler::sanction},
      {"establishment", &Filler::body_event},
      {"dissolution", &Filler::body_event},
      {"membership", &Filler::membership},
      {"agreement", &Filler::agreement},
      {"veto", &Filler::veto},
  };
  const auto it = by_type.find(frame_.type);
  return it == by_type.end() ? std::vector<Claim>{} : (this->*it->second)();
}

std::vector<Claim> Filler::each(std::vector<Claim> claims) const {
  static constexpr std::array<std::string_view, 9> kTypes = {"transfer", "technology", "veto",
                                                             "sanction", "deployment", "labor",
                                                             "use",      "possession", "finance"};
  constexpr std::size_t kMost = 6;
  std::vector<Claim> out;
  for (Claim& claim : claims) {
    const bool spreads = std::find(kTypes.begin(), kTypes.end(), claim.type) != kTypes.end();
    std::vector<Named> actors = spreads ? parties("actor") : std::vector<Named>{};
    std::vector<Named> targets =
        spreads && claim.type != "sanction" ? parties("target") : std::vector<Named>{};
    if (!claim.actor || actors.empty() || actors.front().party != *claim.actor ||
        actors.size() > kMost)
      actors.clear();
    if (!claim.target || targets.empty() || targets.front().party != *claim.target ||
        targets.size() > kMost)
      targets.clear();
    // a list is of states or of bodies: "to Jordan, the panel said" is none
    for (auto* side : {&actors, &targets}) {
      if (side->empty()) continue;
      const bool states = !side->front().party.iso2.empty();
      std::erase_if(*side, [&](const Named& named) { return named.party.iso2.empty() == states; });
    }
    if (claim.quantity && targets.size() > 1 &&
        (claim.type == "deployment" || claim.type == "labor")) {
      // "400 soldiers to Jordan and Syria": how many went where is not said
      claim.target.reset();
      std::erase_if(claim.evidence.spans,
                    [](const auto& known) { return known.first == "target"; });
      targets.clear();
    }
    const std::size_t n = std::max<std::size_t>(1, actors.size());
    const std::size_t m = std::max<std::size_t>(1, targets.size());
    for (std::size_t a = 0; a < n; ++a) {
      for (std::size_t t = 0; t < m; ++t) {
        Claim copy = claim;
        if (a > 0) replace(copy, &Claim::actor, "actor", actors[a]);
        if (t > 0) replace(copy, &Claim::target, "target", targets[t]);
        if (copy.actor && copy.target && *copy.actor == *copy.target) continue;
        out.push_back(std::move(copy));
      }
    }
  }
  return out;
}

std::vector<Claim> Filler::refuse(std::string_view why) {
  why_ = why;
  return {};
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
    if (side == "planner") {
      if (const auto owner = owner_of(stage_, list.front()); owner && !frame_.role("subj").empty())
        planner_ = owner;
      continue;
    }
    static constexpr std::array<std::string_view, 5> kEquip = {"equip", "arm", "outfit", "present",
                                                               "resupply"};
    if (side == "obj" && !surface_object && frame_.type == "*" &&
        std::find(kEquip.begin(), kEquip.end(), trigger().lemma) != kEquip.end()) {
      put(frame_.role("second"),
          list);  // "enough to equip three brigades": they take, they are not given
      continue;
    }
    if (side == "obj" && !surface_object && frame_.role("with") == "item" &&
        !frame_.role("second").empty() && !sides_.of("with").empty() &&
        frame_.takes(class_of(chunk(sides_.of("with").front())))) {
      put(frame_.role("second"), list);  // "equipped the rebels with jammers"
      continue;
    }
    if (side == "subj") {
      if (!surface_object) {
        put(frame_.role("subj"), list);
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
      const bool swapped = !sides_.of("second").empty() && frame_.type == "finance" &&
                           !frame_.takes(class_of(chunk(list.front()))) &&
                           frame_.takes(class_of(chunk(sides_.of("second").front())));
      const bool party = stands_for_party(list.front()) || swapped;
      if (party && frame_.role("obj") == "item" && !frame_.role("second").empty()) {
        put(frame_.role("second"), list);
      } else {
        put(frame_.role("obj"), list);
      }
    } else if (side == "second") {
      const bool money = frame_.type == "finance" && frame_.takes(class_of(chunk(list.front())));
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

void Filler::set(Claim& claim, std::optional<Party> Claim::*field, std::string_view name,
                 const std::optional<Named>& named) {
  if (!named) return;
  claim.*field = named->party;
  span(claim, name, named->span);
}

void Filler::span(Claim& claim, std::string_view name, Span bytes) {
  for (const auto& [known, old] : claim.evidence.spans) {
    if (known == name) return;
  }
  claim.evidence.spans.emplace_back(std::string(name), bytes);
}

void Filler::replace(Claim& claim, std::optional<Party> Claim::*field, std::string_view name,
                     const Named& named) {
  std::erase_if(claim.evidence.spans, [&](const auto& known) { return known.first == name; });
  set(claim, field, name, named);
}

Claim Filler::start(std::string_view type) const {
  Claim claim;
  claim.type = std::string(type);
  claim.evidence.rule = frame_.id + "." + sides_.construction;
  span(claim, "trigger", trigger().kind == ChunkKind::word ? trigger().span : trigger().head_span);
  return claim;
}

void Filler::set_item(Claim& claim, std::size_t i) const {
  const Chunk& c = chunk(i);
  claim.item = item_of(stage_, c);
  if (c.item_class.empty() && c.of.empty() && class_of(c) == "money") {
    claim.item->name = "money";
    claim.item->key = "money";
  }
  span(claim, "item", c.span);
  set_quantity(claim, i);
}

void Filler::set_quantity(Claim& claim, std::size_t i) const {
  const Chunk& c = chunk(i);
  if (c.quantity == nullptr) {
    // "a brigade of 4,800 soldiers", "a deployment of 300 men"
    const bool counts = c.of_class == "troops" || c.of_class == "people" || c.item_class == "money";
    if (c.of.empty() || !counts) return;
    for (const Mention& mention : stage_.reading.mentions) {
      if (!std::holds_alternative<Quantity>(mention.value) || !c.of.contains(mention.span))
        continue;
      claim.quantity = std::get<Quantity>(mention.value);
      span(claim, "quantity", mention.span);
      return;
    }
    return;
  }
  const auto& quantity = std::get<Quantity>(c.quantity->value);
  if (!quantity.unit.empty() &&
      (quantity.unit == "percent" || quantity.unit == "year" || quantity.unit == "month")) {
    return;
  }
  claim.quantity = quantity;
  span(claim, "quantity", c.quantity->span);
  claim.part = is_part(stage_.doc.text(c.quantity->span));
}

bool is_part(std::string_view count) {
  static constexpr std::array<std::string_view, 6> kPart = {"additional", "more",  "another",
                                                            "further",    "extra", "remaining"};
  const std::string text = fold(count);
  return std::any_of(kPart.begin(), kPart.end(), [&](std::string_view word) {
    const std::size_t at = text.find(word);
    return at != std::string::npos &&
           !(word == "more" && text.find("more than") != std::string::npos);
  });
}

std::vector<Claim> fill(const Stage& stage, const Frame& frame, std::size_t trigger,
                        const Sides& sides, std::string& why) {
  Filler filler(stage, frame, trigger, sides, why);
  return filler.each(filler.run_all());
}

}  // namespace msmt
