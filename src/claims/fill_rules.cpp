/// Rules: limits, sanctions, vetoes.
#include <algorithm>
#include <array>

#include "claims/filler.hpp"

namespace msmt {

std::vector<Claim> Filler::limit() {
  std::optional<Named> actor;
  const auto& who = get(roles_, "actor");
  if (!who.empty()) {
    const Chunk& c = chunk(who.front());
    actor = party_of(stage_, who.front());
    if (!actor) actor = owner_of(stage_, who.front());
    if (!actor && c.item_class == "measure" && !c.names.empty()) actor = body_of(c);
    const std::string_view text = stage_.doc.text(c.span);
    if (!actor && c.item_id == "resolution" &&
        text.find_first_of("0123456789") != std::string_view::npos) {
      actor = Named{{"UN Security Council", ""},
                    c.span};  // "Resolution 2397": numbered ones are the Council's
    }
    if (!actor && (c.item_class == "measure" || c.of_class == "measure") &&
        stage_.memory.rule_maker) {
      actor = Named{*stage_.memory.rule_maker, c.span};
    }
  }
  if (const auto owner = trigger_owner(); owner && !actor) actor = owner;
  if (frame_.pos == "verb" && who.empty()) return refuse("nobody sets the limit");
  const bool rule =
      !who.empty() &&
      (chunk(who.front()).item_class == "measure" || chunk(who.front()).of_class == "measure" ||
       chunk(who.front()).item_class == "decision" || chunk(who.front()).item_class == "document");
  if (frame_.pos == "verb" && !rule && (!actor || actor->party.iso2.size() == 2)) {
    if (frame_.id == "limit.ban" && actor && !get(roles_, "item").empty()) {
      // a state can ban; it cannot be said to cap by having less
    } else {
      return refuse("no rule and no body that makes rules");
    }
  }
  std::vector<Claim> out;
  std::vector<std::size_t> ruled = items();
  std::optional<Named> bound_party;
  if (frame_.id == "limit.ban" && ruled.size() == 1 && chunk(ruled.front()).party) {
    // "barred Iran from exporting missiles": whom the rule binds, and what it is about
    bound_party = chunk(ruled.front()).party;
    for (std::size_t k = ruled.front() + 1; k + 1 < stage_.chunks.size() && k < ruled.front() + 4;
         ++k) {
      if (chunk(k).kind == ChunkKind::verb && chunk(k + 1).kind == ChunkKind::phrase) {
        ruled = {k + 1};
        break;
      }
    }
  }
  for (const std::size_t i : ruled) {
    const Chunk& c = chunk(i);
    if (c.pronoun || (c.party && c.item_class.empty())) continue;
    Claim claim = start("limit");
    set(claim, &Claim::target, "target", bound_party);
    claim.item = item_of(stage_, c);
    span(claim, "item", c.span);
    if (c.quantity != nullptr && class_of(c).empty() && stage_.memory.deed &&
        stage_.memory.deed->item) {
      // "the 500,000 barrels a year that the Council permits": of what was just spoken of
      set_quantity(claim, i);
      claim.item = stage_.memory.deed->item;
      if (stage_.memory.deed->target) claim.target = stage_.memory.deed->target;
    }
    const std::size_t of = i + 1;
    if (of + 1 < stage_.chunks.size() && chunk(of).kind == ChunkKind::word &&
        chunk(of).word == "of" && chunk(of + 1).kind == ChunkKind::phrase) {
      // "imports of refined petroleum", "the hiring of North Koreans": a deed keeps its `of` apart
      const Item of_item = item_of(stage_, chunk(of + 1));
      claim.item->name += " of " + of_item.name;
      if (!of_item.key.empty()) claim.item->key = of_item.key;
      if (c.item_class == "deed" && !of_item.category.empty())
        claim.item->category = of_item.category;
      set_target(claim, of + 1);
      if (const auto bound = party_of(stage_, of + 1); bound && !bound->party.iso2.empty()) {
        set(claim, &Claim::target, "target", bound);
      }
    }
    set_target(claim, i);
    if (claim.target && actor && *claim.target == actor->party) claim.target.reset();
    for (std::size_t k = i + 1; k + 1 < stage_.chunks.size() && k < i + 6 && !claim.target; ++k) {
      if (chunk(k).kind == ChunkKind::verb) break;
      if (chunk(k).kind != ChunkKind::word ||
          (chunk(k).word != "to" && chunk(k).word != "from" && chunk(k).word != "into"))
        continue;
      auto bound_to = party_of(stage_, k + 1);
      if (!bound_to) bound_to = owner_of(stage_, k + 1);
      set(claim, &Claim::target, "target", bound_to);
    }
    const auto& bound = get(roles_, "bound");
    if (!bound.empty()) set_quantity(claim, bound.front());
    if (!claim.quantity && !sides_.of("of").empty() && frame_.pos == "noun")
      set_quantity(claim, sides_.of("of").front());
    if (claim.quantity && claim.quantity->per.empty() &&
        (c.before.find("annual") != std::string::npos ||
         c.before.find("yearly") != std::string::npos)) {
      claim.quantity->per = "year";
    }
    if (claim.quantity == std::nullopt && frame_.id == "limit.cap") {
      why_ = "no bound";
      continue;
    }
    set(claim, &Claim::actor, "actor", actor);
    if (claim.target && claim.actor && *claim.target == *claim.actor) claim.target.reset();
    out.push_back(std::move(claim));
  }
  return out;
}

void Filler::set_target(Claim& claim, std::size_t i) const {
  if (claim.target) return;
  auto owner = owner_of(stage_, i);
  if (!owner) {
    for (const Mention* name : chunk(i).names) {
      if (const auto* country = std::get_if<Country>(&name->value)) {
        owner = Named{{country->name, country->iso2}, name->span};
      }
    }
  }
  set(claim, &Claim::target, "target", owner);
}

std::optional<Named> Filler::body_of(const Chunk& c) {
  for (const Mention* name : c.names) {
    if (const auto* body = std::get_if<Organization>(&name->value))
      return Named{{body->name, ""}, name->span};
  }
  return std::nullopt;
}

std::vector<Claim> Filler::sanction() {
  std::optional<Named> actor = party("actor");
  if (frame_.id == "sanction.impose") {
    const auto& measure = get(roles_, "measure");
    if (measure.empty() || chunk(measure.front()).item_class != "measure")
      return refuse("no sanctions");
  }
  if (frame_.id == "sanction.list") {
    // only bodies and states that list; "added", "targeted" say too little by themselves
    const bool by_treasury = actor && (trigger().lemma == "designate");
    if (!by_treasury) return refuse("not a listing");
  }
  std::vector<Claim> out;
  for (const std::size_t i : get(roles_, "target")) {
    auto target = chunk(i).party ? chunk(i).party : party_of(stage_, i);
    if (!target && chunk(i).owner && chunk(i).item_class != "deed") target = owner_of(stage_, i);
    if (!target && chunk(i).quantity == nullptr && !chunk(i).pronoun &&
        chunk(i).item_class.empty()) {
      const Item named = item_of(stage_, chunk(i));
      if (!named.name.empty() && named.name[0] >= 'A' && named.name[0] <= 'Z')
        target = Named{{named.name, ""}, chunk(i).span};
    }
    static constexpr std::array<std::string_view, 16> kSanctioned = {
        "individual", "company", "entity",  "firm",   "person", "official",  "vessel",   "ship",
        "bank",       "trader",  "network", "tanker", "owner",  "executive", "national", "trader"};
    const std::string& lemma = chunk(i).lemma;
    if (!target && std::find(kSanctioned.begin(), kSanctioned.end(), lemma) != kSanctioned.end()) {
      target = Named{{item_of(stage_, chunk(i)).name, ""}, chunk(i).span};
    }
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
