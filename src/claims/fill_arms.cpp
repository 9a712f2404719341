/// Arms: possession and use.

#include "claims/filler.hpp"

namespace msmt {

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
      actor = owner_of(stage_, whole.front());
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
  std::vector<std::size_t> list = items();
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

std::optional<Named> Filler::struck_after() const {
  for (std::size_t k = trigger_ + 1; k + 1 < stage_.chunks.size(); ++k) {
    const Chunk& c = chunk(k);
    if (c.kind != ChunkKind::verb) continue;
    if (c.voice != Voice::infinitive && c.voice != Voice::gerund) return std::nullopt;
    for (const Frame* frame : stage_.grammar.frames("verb", c.lemma)) {
      if (frame->id != "use.strike") continue;
      if (auto named = party_of(stage_, k + 1)) return named;
      if (auto owner = owner_of(stage_, k + 1)) return owner;
      // "to strike power plants in Kyiv"
      if (k + 3 < stage_.chunks.size() && chunk(k + 2).word == "in") {
        auto place = party_of(stage_, k + 3);
        if (place && !place->party.iso2.empty()) return place;
      }
    }
    return std::nullopt;
  }
  return std::nullopt;
}

bool Filler::same_goods(const Item& a, const Item& b) {
  const std::string_view kind = std::string_view(a.key).substr(0, a.key.find('<'));
  return a.key == b.key || b.key.starts_with(std::string(kind) + "<") ||
         b.key.find("<" + std::string(kind)) != std::string::npos;
}

std::vector<Claim> Filler::use() {
  if (frame_.id == "use.send" && sides_.of("against").empty()) return refuse("against nobody");
  std::optional<Named> actor = party("actor");
  std::optional<Named> target = party("target");
  if (const auto owner = trigger_owner(); owner && !actor) actor = owner;
  if (!target) {
    // "Ukrainian cities", "Ukraine's energy grid": the target is whose they are
    const auto& hit = get(roles_, "target");
    if (!hit.empty()) target = owner_of(stage_, hit.front());
    if (target && actor && target->party == actor->party && !hit.empty()) {
      // "Ukraine says Russia has launched drones at its cities": the other one's
      for (const Party& other : stage_.memory.countries) {
        if (other != actor->party) {
          target = Named{other, chunk(hit.front()).span};
          break;
        }
      }
    }
  }
  if (actor && target && actor->party == target->party) target.reset();
  if (!target) target = struck_after();
  // "was struck by two missiles", "G5 howitzers shelled the town": what strikes is the weapon
  std::vector<std::size_t> list = items();
  const auto& doer = get(roles_, "actor");
  if (list.empty() && !doer.empty() && (frame_.id == "use.strike" || frame_.id == "use.down") &&
      is_arms(chunk(doer.front()))) {
    list = doer;
    actor = owner_of(stage_, doer.front());
  }
  if (actor && target && actor->party == target->party) target.reset();
  if (trigger().lemma == "launch" && !target) {
    for (const std::size_t i : items()) {
      if (chunk(i).weapon != nullptr &&
          std::get<Weapon>(chunk(i).weapon->value).category == "warship") {
        return refuse("a ship that is launched is not fired");
      }
    }
  }
  std::vector<Claim> out;
  for (const std::size_t i : list) {
    const Chunk& c = chunk(i);
    const bool arms = is_arms(c);
    const bool of_them = c.item_class.empty() && c.quantity != nullptr &&
                         i + 2 < stage_.chunks.size() && chunk(i + 1).word == "of" &&
                         chunk(i + 2).head == "them";
    const bool pronoun =
        stage_.memory.deed && stage_.memory.deed->item &&
        (c.head == "them" || c.lemma == "system" || c.lemma == "weapon" || of_them) &&
        c.item_class != "arms";
    const Claim* listed = arms ? nullptr : former_or_latter(c);
    if (!arms && !pronoun && listed == nullptr) {
      why_ = "no weapon";
      continue;
    }
    Claim claim = start("use");
    set_item(claim, i);
    if (pronoun && !arms) claim.item = stage_.memory.deed->item;
    if (listed != nullptr) claim.item = listed->item;
    set(claim, &Claim::actor, "actor", actor);
    set(claim, &Claim::target, "target", target);
    if (!claim.target && stage_.memory.use && stage_.memory.use->actor == claim.actor &&
        stage_.memory.use->evidence.bytes.begin == stage_.sentence_begin()) {
      claim.target = stage_.memory.use->target;  // "used drones against X and also fired missiles"
    }
    if (!claim.actor && trigger().voice == Voice::passive && (c.definite || pronoun) &&
        stage_.memory.deed && stage_.memory.deed->item && stage_.memory.deed->target &&
        claim.item && same_goods(*claim.item, *stage_.memory.deed->item) &&
        stage_.memory.deed->target != claim.target) {
      claim.actor = stage_.memory.deed->target;  // "The missiles were fired at …": by who got them
    }
    if (!claim.actor && !claim.target) {
      why_ = "no side";
      continue;
    }
    if (frame_.id == "use.fire" && !claim.target && ambiguous_use()) {
      why_ = "not said against whom";
      continue;
    }
    out.push_back(std::move(claim));
  }
  if (list.empty()) {
    why_ = "no weapon";
    if (trigger().kind == ChunkKind::phrase && frame_.id == "use.noun") {
      return from_trigger_noun(actor, target, std::nullopt);
    }
  }
  return out;
}

}  // namespace msmt
