/// Decisions against somebody: sanctions and vetoes.
#include <algorithm>
#include <array>

#include "claims/filler.hpp"

namespace msmt {

std::vector<Claim> Filler::sanction() {
  std::optional<Named> actor = party("actor");
  const auto is_measure = [&](std::size_t i) { return chunk(i).item_class == "measure"; };
  const auto& measure = get(roles_, "measure");
  std::vector<std::size_t> targets = get(roles_, "target");
  if (frame_.id == "sanction.impose") {
    if (measure.empty() || !is_measure(measure.front())) return refuse("no sanctions");
  }
  if (frame_.id == "sanction.list") {
    // only bodies and states that list; "added", "targeted" say too little by themselves
    const auto& roll = get(roles_, "roll");
    const bool on_list = !roll.empty() && is_roll(chunk(roll.front()));
    const bool by_measure = !measure.empty() && is_measure(measure.front());
    const auto& assets = get(roles_, "target");
    const bool frozen =
        trigger().lemma == "freeze" && !assets.empty() && chunk(assets.front()).lemma == "asset";
    const bool against = by_measure && !get(roles_, "against").empty();
    if (trigger().lemma == "designate") {
      if (!actor) return refuse("not a listing");
    } else if (!on_list && !by_measure && !frozen) {
      return refuse("not a listing");
    }
    if (by_measure && !actor) actor = owner_of(stage_, measure.front());  // "hit with EU sanctions"
    if (!actor && !on_list) return refuse("nobody lists");
    if (against) targets = get(roles_, "against");
  }
  std::vector<Claim> out;
  for (const std::size_t i : targets) {
    const auto target = sanctioned(i);
    if (!target) {
      why_ = "nobody is sanctioned";
      continue;
    }
    if (actor && actor->party == target->party) continue;
    Claim claim = start("sanction");
    set_quantity(claim, i);
    set(claim, &Claim::actor, "actor", actor);
    set(claim, &Claim::target, "target", target);
    out.push_back(std::move(claim));
  }
  return out;
}

bool Filler::is_roll(const Chunk& c) {
  return c.lemma == "blacklist" ||
         (c.lemma == "list" &&
          (c.before.find("sanction") != std::string::npos ||
           c.before.find("black") != std::string::npos ||
           c.before.find("entity") != std::string::npos || !c.of.empty() || c.owner));
}

std::optional<Named> Filler::sanctioned(std::size_t i) const {
  const Chunk& c = chunk(i);
  if (c.lemma == "asset") {
    // "the assets of three firms", "Sberbank's assets"
    if (c.of_party) return c.of_party;
    if (const auto owner = owner_of(stage_, i)) return owner;
    if (c.of.empty()) return std::nullopt;
    return Named{{quote(stage_.doc, c.of), ""}, c.of};
  }
  if (c.party) return c.party;
  if (c.item_class == "speaker" && i + 2 < stage_.chunks.size() && chunk(i + 1).word == "," &&
      chunk(i + 2).person && chunk(i + 2).party) {
    return chunk(i + 2).party;  // "its director, Khin Phyu Win"
  }
  if (auto party = party_of(stage_, i)) return party;
  if (c.owner && c.item_class != "deed") return owner_of(stage_, i);
  if (c.quantity == nullptr && !c.pronoun && c.item_class.empty()) {
    const Item named = item_of(stage_, c);
    if (!named.name.empty() && named.name[0] >= 'A' && named.name[0] <= 'Z')
      return Named{{named.name, ""}, c.span};
  }
  static constexpr std::array<std::string_view, 22> kSanctioned = {
      "individual", "company",   "entity",     "firm",    "person",  "official",
      "vessel",     "ship",      "bank",       "trader",  "network", "tanker",
      "owner",      "executive", "national",   "group",   "people",  "hacker",
      "commander",  "general",   "subsidiary", "supplier"};
  if (std::find(kSanctioned.begin(), kSanctioned.end(), c.lemma) != kSanctioned.end())
    return Named{{item_of(stage_, c).name, ""}, c.span};
  return std::nullopt;
}

std::vector<Claim> Filler::veto() {
  std::optional<Named> actor = party("actor");
  if (const auto owner = trigger_owner(); owner && !actor) actor = owner;
  if (!actor || actor->party.iso2.empty()) return refuse("no state");
  Claim claim = start("veto");
  set(claim, &Claim::actor, "actor", actor);
  auto target = party("target");
  if (target && target->party.iso2.empty()) set(claim, &Claim::target, "target", target);
  for (const std::size_t i : items()) {
    const std::string klass = class_of(chunk(i));
    if (frame_.pos == "verb" && !frame_.takes(klass) && !chunk(i).party) continue;
    claim.item = item_of(stage_, chunk(i));
    span(claim, "item", chunk(i).span);
    break;
  }
  if (frame_.pos == "verb" && !claim.item) return refuse("no decision");
  if (frame_.pos == "noun" && trigger().lemma == "opposition" && !claim.item && !target) {
    // "Russia's opposition" alone blocks nothing; beside the end of a body it does
    bool ends = false;
    for (const Chunk& c : stage_.chunks) {
      if (c.kind == ChunkKind::verb || c.kind == ChunkKind::phrase) {
        for (const Frame* frame :
             stage_.grammar.frames(c.kind == ChunkKind::verb ? "verb" : "noun", c.lemma)) {
          ends = ends || frame->type == "dissolution";
        }
      }
    }
    if (!ends) return refuse("no decision");
  }
  return {claim};
}

}  // namespace msmt
