/// Arms that are fired, and strikes that name no weapon: use.

#include <algorithm>

#include "claims/filler.hpp"

namespace msmt {

std::optional<Named> Filler::struck_after() const {
  for (std::size_t k = trigger_ + 1; k + 1 < stage_.chunks.size(); ++k) {
    const Chunk& c = chunk(k);
    if (c.kind != ChunkKind::verb) continue;
    if (c.voice != Voice::infinitive && c.voice != Voice::gerund) return std::nullopt;
    for (const Frame* frame : stage_.grammar.frames("verb", c.lemma)) {
      if (frame->id != "use.strike") continue;
      if (auto named = party_of(stage_, k + 1)) return named;
      if (auto owner = owner_of(stage_, k + 1)) return owner;
      // "to strike power plants in Kyiv", "to strike a depot near Tikhoretsk"
      if (k + 3 < stage_.chunks.size() &&
          (chunk(k + 2).word == "in" || chunk(k + 2).word == "near" || chunk(k + 2).word == "at")) {
        if (auto place = state_where(stage_, k + 3)) return place;
      }
    }
    return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Named> Filler::struck_place() const {
  const auto& hit = get(roles_, "target");
  const bool noun = trigger().kind == ChunkKind::phrase;  // its sides stand behind it
  std::size_t k = hit.empty() || noun ? trigger_ + 1 : hit.back() + 1;
  constexpr std::size_t kFar = 6;  // chunks
  for (const std::size_t end = k + kFar; k + 1 < stage_.chunks.size() && k < end; ++k) {
    const Chunk& c = chunk(k);
    if (c.kind == ChunkKind::verb && c.voice != Voice::participle) return std::nullopt;
    if (c.word == ";" || c.word == "--" || c.word == "and" || c.word == "after")
      return std::nullopt;
    const bool lies = c.word == "in" || c.word == "at" || c.word == "near" || c.word == "on" ||
                      c.word == "outside" || c.word == "across" || c.word == "over";
    if (c.kind != ChunkKind::word || !lies) continue;
    if (auto named = state_where(stage_, k + 1)) return named;
    const Chunk& where = chunk(k + 1);
    if (!where.item_class.empty() || where.pronoun) continue;
    if (auto owner = owner_of(stage_, k + 1); owner && !owner->party.iso2.empty()) return owner;
  }
  return std::nullopt;
}

std::optional<Named> Filler::doer_behind() const {
  // "A rocket attack on a base was carried out by Iran"
  if (trigger().kind != ChunkKind::phrase) return std::nullopt;
  for (std::size_t k = trigger_ + 1; k + 2 < stage_.chunks.size(); ++k) {
    if (chunk(k).kind != ChunkKind::verb) continue;
    const bool done = chunk(k).voice == Voice::passive && is_word(chunk(k + 1), "by") &&
                      stage_.grammar.is(WordClass::light, chunk(k).lemma);
    return done ? party_of(stage_, k + 2) : std::nullopt;
  }
  return std::nullopt;
}

bool Filler::hits_something() const {
  if (trigger_ + 2 >= stage_.chunks.size() || is_plural(trigger().head)) return false;
  if (!is_word(chunk(trigger_ + 1), "on") && !is_word(chunk(trigger_ + 1), "against")) return false;
  const Chunk& hit = chunk(trigger_ + 2);
  if (hit.kind != ChunkKind::phrase) return false;
  return class_of(stage_.grammar, hit) == "vehicle" ||
         stage_.grammar.is(WordClass::struck, hit.lemma);
}

std::vector<Claim> Filler::strikes(const std::optional<Named>& actor,
                                   const std::optional<Named>& target) {
  const bool noun = trigger().kind == ChunkKind::phrase;
  if (!actor || (actor->party.iso2.empty() && noun && !target)) return refuse("no weapon");
  const auto& doer = get(roles_, "actor");
  if (actor->party.iso2.empty() && !doer.empty() && lists_names(chunk(doer.front())))
    return refuse("listed, not struck");  // "The EU targeted 189 ships"
  const bool attack =
      frame_.id == "use.noun" && stage_.grammar.is(WordClass::attack_noun, trigger().lemma);
  std::size_t counted = trigger_;
  if (!noun && frame_.id == "use.strike") {
    // who is struck is no goods: the count of the ships, sites or targets is that of the strikes
    const auto& hit = get(roles_, "target");
    if (hit.empty() || hit.size() > 1) return refuse("no weapon");
    counted = hit.front();
    const Chunk& c = chunk(counted);
    const std::string klass = class_of(stage_.grammar, c);
    const bool hittable = klass == "vehicle" || stage_.grammar.is(WordClass::struck, c.lemma);
    if (!hittable || c.quantity == nullptr || !is_plural(c.head)) return refuse("no weapon");
  } else if (attack && trigger().quantity == nullptr && hits_something()) {
    Claim claim = start("use");  // "an American strike on a speedboat"
    claim.item = item_of(stage_, trigger());
    claim.item->category.clear();
    claim.item->key = "strike";
    span(claim, "item", trigger().span);
    set(claim, &Claim::actor, "actor", actor);
    set(claim, &Claim::target, "target", target);
    return {claim};
  } else if (!attack || trigger().quantity == nullptr) {
    return refuse("no weapon");
  }
  Claim claim = start("use");
  set_item(claim, counted);
  // "several attacks" on the ground tell of no weapon
  if (!claim.quantity || (trigger().lemma == "attack" && !claim.quantity->value))
    return refuse("not counted");
  if (!noun) claim.item->name = "strikes on " + claim.item->name;
  claim.item->category.clear();
  claim.item->key = "strike";
  set(claim, &Claim::actor, "actor", actor);
  set(claim, &Claim::target, "target", target);
  return {claim};
}

bool Filler::same_goods(const Item& a, const Item& b) {
  const std::string_view kind = std::string_view(a.key).substr(0, a.key.find('<'));
  return a.key == b.key || b.key.starts_with(std::string(kind) + "<") ||
         b.key.find("<" + std::string(kind)) != std::string::npos;
}

bool Filler::impacts() const {
  // "a missile slammed into a market": only what flies by itself does so
  if (items().empty() || (get(roles_, "target").empty() && !sides_.has("in"))) return false;
  const Chunk& c = chunk(items().front());
  const std::string kind =
      c.weapon != nullptr ? std::get<Weapon>(c.weapon->value).category : c.lemma;
  return stage_.grammar.any_is(WordClass::flies, kind);
}

bool Filler::flies_drones() const {
  if (items().size() != 1 || sides_.has("to") || sides_.has("into")) return false;
  const std::size_t i = items().front();
  const bool drones =
      chunk(i).weapon != nullptr && std::get<Weapon>(chunk(i).weapon->value).category == "drone";
  // "flies Turkish drones" only has them; where they fly says that they do
  const Chunk* where = i + 2 < stage_.chunks.size() && i > trigger_ ? &chunk(i + 1) : nullptr;
  return drones && where != nullptr &&
         (where->word == "over" || where->word == "along" || where->word == "across" ||
          where->word == "above" || where->word == "from" || where->word == "near");
}

std::vector<Claim> Filler::use() {
  if (trigger_ >= 2 && trigger().voice == Voice::infinitive) {
    for (std::size_t k = trigger_ - 1; k > 0 && k + 4 > trigger_; --k) {
      if (chunk(k).kind != ChunkKind::verb) continue;
      for (const Frame* frame : stage_.grammar.frames("verb", chunk(k).lemma)) {
        if (frame->type == "training") return refuse("taught to, not used");
      }
      break;
    }
  }
  if (trigger().modals.empty() && is_ability()) return refuse("an ability, no deed");
  if (frame_.id == "use.impact" && !impacts()) return refuse("nothing is hit");
  if (frame_.id == "use.send" && sides_.of("against").empty()) return refuse("against nobody");
  if (frame_.id == "use.fly" && !flies_drones()) return refuse("no drones, or to somebody");
  std::optional<Named> actor = party("actor");
  std::optional<Named> target = party("target");
  if (const auto owner = trigger_owner(); owner && !actor) actor = owner;
  if (!actor) actor = doer_behind();
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
  const bool strikes_somebody =
      frame_.id == "use.strike" || frame_.id == "use.noun" || frame_.id == "use.impact";
  if (!target && (strikes_somebody || !get(roles_, "target").empty())) target = struck_place();
  // "was struck by two missiles", "G5 howitzers shelled the town": what strikes is the weapon
  std::vector<std::size_t> list = items();
  const auto& doer = get(roles_, "actor");
  if (list.empty() && !doer.empty() && (frame_.id == "use.strike" || frame_.id == "use.down") &&
      is_arms(chunk(doer.front()))) {
    list = doer;
    actor = owner_of(stage_, doer.front());
  }
  if (!list.empty() && chunk(list.front()).quantity != nullptr &&
      (sides_.construction == "relative_object" || sides_.construction == "reduced")) {
    const auto& count = std::get<Quantity>(chunk(list.front()).quantity->value);
    if (count.unit == "percent" || (count.unit.empty() && count.value.value_or(1) < 1))
      return refuse("a share of what is fired");  // "half of the shells that Russia fires"
  }
  if (frame_.id == "use.impact" && !list.empty()) actor = owner_of(stage_, list.front());
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
    const bool pronoun = stage_.memory.deed && stage_.memory.deed->item &&
                         (c.head == "them" || (c.head == "they" && sides_.has("against")) ||
                          c.lemma == "system" || c.lemma == "weapon" || of_them) &&
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
    if (frame_.pos == "noun" && list.size() == 1 && !claim.quantity)
      set_quantity(claim, trigger_);  // "12 launches of"
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
  if (const auto item = list.empty() ? weapon_in_verb() : std::nullopt) {
    if (auto fired = fired_by_verb(*item, actor, target); !fired.empty()) return fired;
  }
  if (out.empty() && (list.empty() || trigger().kind == ChunkKind::phrase)) {
    if (auto counted = strikes(actor, target); !counted.empty()) return counted;
  }
  if (list.empty()) {
    why_ = "no weapon";
    if (frame_.pos == "noun") {
      return from_trigger_noun(actor, target, std::nullopt);
    }
  }
  return out;
}

}  // namespace msmt
