/// Arms that somebody has, shows or fits to something: possession.

#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/filler.hpp"

namespace msmt {

bool Filler::is_outfit() const {
  // "Ethiopia's air force is equipped with fighters": what it has, by nobody's deed
  if (frame_.type != "possession" && frame_.id != "give.supply") return false;
  const auto& subject = sides_.of("subj");
  const std::string words = fold(stage_.doc.text(trigger().span));
  const bool state = words.starts_with("is ") || words.starts_with("are ");
  return state && trigger().voice == Voice::passive && trigger().chain.empty() &&
         !sides_.has("by") && !subject.empty() && stands_for_party(subject.front()) &&
         stage_.grammar.is(WordClass::equip, trigger().lemma) && !sides_.of("with").empty() &&
         is_arms(chunk(sides_.of("with").front()));
}

std::vector<std::size_t> Filler::stocked(std::vector<std::size_t> list) const {
  // "keeps a fleet of 60 tanks and 20 guns": what the stock is of
  if (list.size() != 1 || list.front() + 2 >= stage_.chunks.size()) return list;
  const std::size_t stock = list.front();
  const auto& frames = stage_.grammar.frames("noun", chunk(stock).lemma);
  const bool holds = std::any_of(frames.begin(), frames.end(),
                                 [](const Frame* frame) { return frame->id == "possess.noun"; });
  if (!holds || !is_word(chunk(stock + 1), "of") || !is_arms(chunk(stock + 2))) return list;
  list.front() = stock + 2;
  for (std::size_t k = stock + 3; k + 1 < stage_.chunks.size() && joins_list(chunk(k).word);
       k += 2) {
    if (chunk(k + 1).kind != ChunkKind::phrase || !is_arms(chunk(k + 1))) break;
    list.push_back(k + 1);
  }
  return list;
}

std::vector<Claim> Filler::possession() {
  if (trigger_ >= 2 && trigger().voice == Voice::infinitive &&
      chunk(trigger_ - 2).kind == ChunkKind::verb) {
    for (const Frame* frame : stage_.grammar.frames("verb", chunk(trigger_ - 2).lemma)) {
      if (frame->type == "training") return refuse("taught to, not had");
    }
  }
  if (trigger_ >= 2 && chunk(trigger_ - 2).kind == ChunkKind::verb &&
      (chunk(trigger_ - 2).lemma == "help" || chunk(trigger_ - 2).lemma == "let")) {
    return refuse("somebody is helped to have it");
  }
  if (trigger().lemma == "launch" && is_ability()) return refuse("an ability, nothing shown");
  if (trigger().lemma == "fly" && trigger().voice == Voice::infinitive)
    return refuse("learned or meant, not had");  // "taught them to fly drones"
  if (frame_.id == "possess.put") {
    // "put a second battery into service"
    const auto& service = get(roles_, "service");
    if (service.empty() || !stage_.grammar.is(WordClass::service, chunk(service.front()).lemma))
      return refuse("not into service");
  }
  std::optional<Named> actor = party("actor");
  if (frame_.id == "possess.fit" || frame_.id == "possess.consist") {
    const auto& whole = get(roles_, frame_.id == "possess.fit" ? "carrier" : "arsenal");
    if (!whole.empty()) {
      actor = is_outfit() ? party_of(stage_, whole.front()) : owner_of(stage_, whole.front());
      const auto& shown = stage_.memory.listed;
      if (!actor && frame_.id == "possess.fit" && !shown.empty() &&
          shown.back().type == "possession" && shown.back().actor) {
        // "unveiled a destroyer, which was equipped with …"
        actor = Named{*shown.back().actor, chunk(whole.front()).span};
      }
    }
  }
  if (const auto owner = trigger_owner(); owner && !actor) actor = owner;
  std::vector<Claim> out;
  std::vector<std::size_t> list = frame_.id == "possess.have" ? stocked(items()) : items();
  if (frame_.id == "possess.consist" && !get(roles_, "arsenal").empty()) {
    const std::string& whole = chunk(get(roles_, "arsenal").front()).item_class;
    if (whole == "aid" || whole == "deed" ||
        stage_.grammar.is(WordClass::support_noun, chunk(get(roles_, "arsenal").front()).lemma))
      return refuse("what is given, not had");
  }
  const auto& carriers = get(roles_, "aboard");
  if (!carriers.empty() && !actor && frame_.id == "possess.show") {
    // "a radar shown on Turkey's latest frigate": both are Turkey's
    actor = owner_of(stage_, carriers.front());
    if (actor && !actor->party.iso2.empty())
      list.insert(list.end(), carriers.begin(), carriers.end());
  }
  if (!actor) return refuse("no owner");
  for (std::size_t k = 0; k + 1 < list.size(); ++k) {
    // "a 5,000-ton destroyer, the Choe Hyon": one thing, by its kind and by its name
    const Chunk& kind = chunk(list[k]);
    const Chunk& name = chunk(list[k + 1]);
    if (kind.weapon == nullptr || name.weapon == nullptr || kind.quantity != nullptr ||
        !name.definite)
      continue;
    const auto& first = std::get<Weapon>(kind.weapon->value);
    const auto& second = std::get<Weapon>(name.weapon->value);
    if (first.name.empty() && !second.name.empty() && first.category == second.category) {
      list.erase(list.begin() + static_cast<std::ptrdiff_t>(k));
      break;
    }
  }
  if (frame_.id == "possess.noun" && list.empty()) {
    // "Its arsenal is put at 150,000 rockets"
    Claim claim = start("possession");
    put_at(claim);
    if (!claim.quantity) return refuse("no weapon");
    for (std::size_t k = trigger_ + 1; k < stage_.chunks.size(); ++k) {
      const Chunk& c = chunk(k);
      if (c.quantity == nullptr || std::get<Quantity>(c.quantity->value) != *claim.quantity)
        continue;
      if (!is_arms(c)) return refuse("no weapon");
      claim.item = item_of(stage_, c);
      span(claim, "item", c.span);
      break;
    }
    set(claim, &Claim::actor, "actor", actor);
    return {claim};
  }
  for (const std::size_t i : list) {
    const Chunk& c = chunk(i);
    const bool is_arms = c.weapon != nullptr || c.item_class == "arms" || c.of_weapon != nullptr;
    // "It operates three", "fields 90 of these systems": of the weapon named last
    const bool again = !is_arms && frame_.id == "possess.have" && stage_.memory.arms &&
                       c.quantity != nullptr && (is_count(c) || c.item_id == "system") &&
                       (std::get<Quantity>(c.quantity->value).unit == stage_.memory.arms_unit ||
                        c.item_id == "system");
    if (!is_arms && !again) {
      why_ = "no weapon";
      continue;
    }
    if (frame_.id == "possess.belong" && carries(c)) {
      why_ = "a means of transport";  // "aircraft belonging to the Command carried the shells"
      continue;
    }
    Claim claim = start("possession");
    set_item(claim, i);
    if (again) claim.item = stage_.memory.arms;
    if (frame_.id == "possess.noun" && !claim.quantity) put_at(claim);
    set(claim, &Claim::actor, "actor", actor);
    out.push_back(std::move(claim));
  }
  return out;
}

bool Filler::is_arms(const Chunk& c) const {
  return c.weapon != nullptr || class_of(stage_.grammar, c) == "arms" || c.of_weapon != nullptr;
}

std::optional<Claim> owned_arms(const Stage& stage, std::size_t i) {
  const Chunk& c = stage.chunks[i];
  const bool subject = i + 1 < stage.chunks.size() && stage.chunks[i + 1].kind == ChunkKind::verb &&
                       stage.chunks[i + 1].voice == Voice::active &&
                       (i == 0 || stage.chunks[i - 1].kind != ChunkKind::word ||
                        !is_preposition(stage.chunks[i - 1].word));
  const bool counted = c.kind == ChunkKind::phrase && c.quantity != nullptr && !c.money &&
                       c.owner && !c.owner_is_adjective && c.weapon != nullptr;
  if (!subject || !counted) return std::nullopt;
  const auto& quantity = std::get<Quantity>(c.quantity->value);
  const auto owner = owner_of(stage, i);
  if (!owner || owner->party.iso2.empty() || quantity.unit == "percent") return std::nullopt;
  Claim claim;
  claim.type = "possession";
  claim.evidence.rule = "possess.owned";
  claim.actor = owner->party;
  claim.item = item_of(stage, c);
  claim.quantity = quantity;
  claim.evidence.spans.emplace_back("trigger", c.span);
  claim.evidence.spans.emplace_back("item", c.span);
  claim.evidence.spans.emplace_back("actor", owner->span);
  claim.evidence.spans.emplace_back("quantity", c.quantity->span);
  return claim;
}

}  // namespace msmt
