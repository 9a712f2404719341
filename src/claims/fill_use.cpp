/// Arms that are fired, and strikes that name no weapon: use.

#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/fill_arms.hpp"
#include "claims/fill_goods.hpp"
#include "claims/fill_trips.hpp"
#include "claims/filler.hpp"
#include "claims/party_words.hpp"
#include "claims/scene.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

namespace {

/// "A rocket attack on a base was carried out by Iran", "an attack launched by Iran on a base"
std::optional<Named> doer_behind(const Filler& f) {
  if (f.trigger().kind != ChunkKind::phrase) return std::nullopt;
  for (std::size_t k = f.at + 1; k + 2 < f.stage.chunks.size(); ++k) {
    if (f.chunk(k).kind != ChunkKind::verb) continue;
    const bool done = (f.chunk(k).voice == Voice::passive ||
                       (f.chunk(k).voice == Voice::participle && k == f.at + 1)) &&
                      is_word(f.chunk(k + 1), "by") &&
                      f.stage.grammar.is(WordClass::light, f.chunk(k).lemma);
    return done ? party_of(f.stage, k + 2) : std::nullopt;
  }
  return std::nullopt;
}

/// "Drone strikes on Riyadh also came from Iraq"
std::vector<Named> come_from(const Filler& f) {
  if (f.trigger().kind != ChunkKind::phrase) return {};
  for (std::size_t k = f.at + 1; k + 2 < f.stage.chunks.size(); ++k) {
    const Chunk& verb = f.chunk(k);
    if (verb.kind != ChunkKind::verb) continue;
    const bool comes = is_finite(verb) && !verb.negated && is_word(f.chunk(k + 1), "from") &&
                       f.stage.grammar.evokes("verb", verb.lemma, {"get.come"});
    std::vector<Named> out;
    for (std::size_t c = k + 2; comes && c < f.stage.chunks.size() && f.chunk(c).country_head;
         c += 2) {
      out.push_back(*f.chunk(c).party);
      if (c + 1 >= f.stage.chunks.size() || !joins_list(f.chunk(c + 1).word)) break;
    }
    return out;
  }
  return {};
}

/// "the Tel Aviv drone strike": the state of the city that is struck.
std::optional<Named> city_struck(const Filler& f) {
  const bool strike = f.trigger().kind == ChunkKind::phrase &&
                      f.stage.grammar.is(WordClass::attack_noun, f.trigger().lemma);
  return strike ? city_before_head(f.stage, f.trigger()) : std::nullopt;
}

/// "claimed responsibility for the drone attack", "blamed Iran for the strike": who did the trigger noun's
/// deed, by the words before it.
std::optional<Named> responsible(const Filler& f) {
  // "The group claimed the attack"
  if (f.trigger().kind == ChunkKind::phrase && f.at >= 2 && f.chunk(f.at - 1).lemma == "claim" &&
      f.chunk(f.at - 1).voice == Voice::active && !f.chunk(f.at - 1).negated)
    return party_of(f.stage, f.at - 2);
  if (f.trigger().kind != ChunkKind::phrase || f.at < 3 || !is_word(f.chunk(f.at - 1), "for"))
    return std::nullopt;
  const Chunk& verb = f.chunk(f.at - 3);
  if (verb.kind != ChunkKind::verb || verb.negated) return std::nullopt;
  const Chunk& object = f.chunk(f.at - 2);
  if (f.stage.grammar.is(WordClass::accuse, verb.lemma) && verb.voice != Voice::passive)
    return party_of(f.stage, f.at - 2);
  const bool owns = object.lemma == "responsibility" || object.lemma == "credit";
  if (!owns || verb.voice != Voice::active || !is_finite(verb)) return std::nullopt;
  for (std::size_t k = f.at - 3; k > 0; --k) {
    const Chunk& who = f.chunk(k - 1);
    if (who.kind == ChunkKind::word && is_preposition(who.word)) continue;
    if (who.kind != ChunkKind::phrase || is_governed(f.stage.chunks, k - 1))
      continue;  // "rebels in Yemen claimed"
    return party_of(f.stage, k - 1);
  }
  return std::nullopt;
}

/// "a missile slammed into a market": whether what comes down is fired at somebody.
bool impacts(const Filler& f) {
  // "a missile slammed into a market": only what flies by itself does so
  if (f.items().empty() || (get(f.roles, "target").empty() && !f.sides.has("in"))) return false;
  const Chunk& c = f.chunk(f.items().front());
  if (c.meant != nullptr && f.trigger().lemma == "land") return false;  // "The first two landed in"
  const std::string kind =
      c.weapon != nullptr ? std::get<Weapon>(c.weapon->value).category : c.lemma;
  return f.stage.grammar.any_is(WordClass::flies, kind);
}

/// "flew drones over the border": drones that go to nobody are used.
bool flies_drones(const Filler& f) {
  if (f.items().size() != 1 || f.sides.has("to") || f.sides.has("into")) return false;
  const std::size_t i = f.items().front();
  const bool drones = f.chunk(i).weapon != nullptr &&
                      std::get<Weapon>(f.chunk(i).weapon->value).category == "drone";
  // "flies Turkish drones" only has them; where they fly says that they do
  const Chunk* where = i + 2 < f.stage.chunks.size() && i > f.at ? &f.chunk(i + 1) : nullptr;
  return drones && where != nullptr &&
         (where->word == "over" || where->word == "along" || where->word == "across" ||
          where->word == "above" || where->word == "from" || where->word == "near");
}

/// "adapted the way it used artillery": a clause that says how.
bool tells_manner(const Filler& f) {
  const auto& who = f.sides.of("subj");
  return !who.empty() && who.front() > 0 && who.front() < f.at &&
         f.chunk(who.front() - 1).kind == ChunkKind::phrase &&
         (f.chunk(who.front() - 1).lemma == "way" || f.chunk(who.front() - 1).lemma == "manner");
}

/// "the number of rounds that Russia has fired": what is asked or estimated, without a figure.
bool fires_unknown_number(const Filler& f) {
  const auto& list = get(f.roles, "item");
  if (list.size() != 1 || list.front() > f.at) return false;
  const Chunk& c = f.chunk(list.front());
  return c.quantity == nullptr && c.definite && !c.of.empty() &&
         f.stage.grammar.is(WordClass::amount, c.lemma);
}

/// "was struck by two missiles", "G5 howitzers shelled the town": what strikes is the weapon.
bool weapon_strikes(const Filler& f) {
  const auto& doer = get(f.roles, "actor");
  return f.items().empty() && !doer.empty() &&
         (f.frame.id == "use.strike" || f.frame.id == "use.down") &&
         is_arms(f, f.chunk(doer.front()));
}

/// "flew 1,200 kilometers to hit its target": where it was aimed.
bool hits_target(const Filler& f) {
  const auto& hit = f.sides.of("obj");
  return hit.size() == 1 && f.chunk(hit.front()).lemma == "target" && f.chunk(hit.front()).owner &&
         is_owner_pronoun(f.chunk(hit.front()).owner->party.name);
}

/// Why the trigger tells of nothing that is fired; empty where it may.
std::string_view no_use(const Filler& f) {
  if (taught_to_use(f)) return "taught to, not used";
  if (f.at > 0 && f.trigger().voice == Voice::infinitive && is_word(f.chunk(f.at - 1), "how"))
    return "a skill, no deed";  // "learned how to use drones"
  if (f.frame.pos == "noun" && is_curbed(f)) return "a deed that somebody is to curb";
  if (weapon_strikes(f) && is_ability(f)) return "an ability, no deed";
  if (f.frame.id == "use.strike" && hits_target(f)) return "an aim, and nobody";
  if (f.frame.id == "use.impact" && !impacts(f)) return "nothing is hit";
  if (f.frame.id == "use.down" && !f.sides.of("obj").empty() &&
      f.chunk(f.sides.of("obj").front()).item_id == "ship")
    return "stopped, not shot down";  // "A frigate intercepted a dhow"
  if (f.frame.id == "use.send" && f.sides.of("against").empty() && !is_fired_into(f))
    return "against nobody";
  if (f.frame.id == "use.fly" && !flies_drones(f)) return "no drones, or to somebody";
  if (f.sides.construction == "for_to") return "what it would be for";  // "enough for Chad to fire"
  if (tells_manner(f)) return "how, not that";
  const auto items = f.items();
  if (f.trigger().kind == ChunkKind::verb && !items.empty() &&
      f.stage.grammar.is(WordClass::work, f.chunk(items.front()).lemma))
    return "work on arms, none fired";  // "launched mass production of drones"
  if (fires_unknown_number(f)) return "a number that nobody names";
  return {};
}

/// "half of the shells that Russia fires": a share, and no number of shells.
bool fires_share(const Filler& f, const std::vector<std::size_t>& list) {
  if (list.empty() || f.chunk(list.front()).quantity == nullptr ||
      (f.sides.construction != "relative_object" && f.sides.construction != "reduced"))
    return false;
  const auto& count = std::get<Quantity>(f.chunk(list.front()).quantity->value);
  // "40 percent of the 14 million rounds fired": the whole is counted
  Claim whole;
  f.set_quantity(whole, list.front());
  if (whole.quantity && *whole.quantity != count) return false;
  return count.unit == "percent" || (count.unit.empty() && count.value.value_or(1) < 1);
}

/// "launched a frigate": a ship that goes into the water.
bool launches_ship(const Filler& f) {
  if (f.trigger().lemma != "launch") return false;
  const auto list = f.items();
  return std::any_of(list.begin(), list.end(), [&](std::size_t i) {
    return f.chunk(i).weapon != nullptr &&
           std::get<Weapon>(f.chunk(i).weapon->value).category == "warship";
  });
}

/// "fired them at", "used the system": chunk i stands for the goods of the deed before.
bool stands_for_goods(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  const bool of_them = c.item_class.empty() && c.quantity != nullptr &&
                       i + 2 < f.stage.chunks.size() && f.chunk(i + 1).word == "of" &&
                       f.chunk(i + 2).head == "them";
  return f.stage.memory.deed && f.stage.memory.deed->item &&
         (c.head == "them" || (c.head == "they" && f.sides.has("against")) || c.lemma == "system" ||
          c.lemma == "weapon" || of_them) &&
         c.item_class != "arms";
}

/// "Togo received six fighters. The aircraft have been used against rebels": the last craft that the article had somebody
/// get; nullptr for none.
const Claim* craft_given(const Filler& f, const Chunk& c) {
  if (!c.definite || c.owner || c.weapon != nullptr || !f.sides.has("against") ||
      f.trigger().voice != Voice::passive)
    return nullptr;
  const bool craft = c.item_class == "vehicle" || c.lemma == "aircraft" || c.lemma == "jet";
  const auto said = f.stage.memory.recent();
  for (auto it = said.rbegin(); craft && it != said.rend(); ++it) {
    if (it->type == "transfer" && it->target && it->item &&
        it->item->category.find("aircraft") != std::string::npos)
      return &*it;
  }
  return nullptr;
}

/// "100 missiles, many of which have been fired": a part of the goods that the sentence hands over.
bool counts_them_again(const Filler& f, const Claim& claim, const Claim& said) {
  return f.trigger().voice == Voice::passive && claim.item && said.item &&
         claim.item->key == said.item->key && item_span(said).end < f.trigger().span.begin;
}

/// "India has three S-400 systems … the S-400 was used against drones": the only one of whom the article said that it has or
/// got the named weapon; nullopt for none and for several.
std::optional<Party> only_holder(const Filler& f, const Claim& claim) {
  if (!claim.item || claim.item->weapon.empty()) return std::nullopt;
  std::optional<Party> holder;
  for (const Claim& said : f.stage.memory.recent()) {
    const bool gets = said.type == "transfer" && said.certainty == Certainty::reported;
    const bool has = said.type == "possession" && said.certainty == Certainty::reported;
    if ((!gets && !has) || !said.item || said.item->weapon != claim.item->weapon) continue;
    const std::optional<Party>& who = gets ? said.target : said.actor;
    if (!who || (holder && *holder != *who)) return std::nullopt;
    holder = who;
  }
  return holder;
}

/// Sides of a use that only what was told before says.
void sides_from_before(const Filler& f, Claim& claim, bool known_goods) {
  const auto& use = f.stage.memory.use;
  if (!claim.target && use && use->actor == claim.actor &&
      use->evidence.bytes.begin == f.stage.sentence_begin()) {
    claim.target = use->target;  // "used drones against X and also fired missiles"
  }
  const auto& in = f.sides.of("in");
  const bool attack = in_attack(f);
  if (!claim.actor && attack && f.chunk(in.front()).owner) {
    // "missiles used in a Houthi attack"
    set_party(claim, &Claim::actor, "actor", owner_of(f.stage, in.front()));
  } else if (!claim.actor && !claim.target && use && attack && f.chunk(in.front()).definite) {
    claim.actor = use->actor;  // "Ten drones were used in the attack": the one that was told of
    claim.target = use->target;
  }
  // "The Houthis fired 30 missiles at Israel. Another 12 drones were launched"
  const bool bare = f.trigger().voice == Voice::passive && !claim.actor && !claim.target &&
                    claim.quantity && f.frame.id == "use.fire" && !f.sides.has("from");
  if (bare && use && use->actor && use->target && f.stage.told_just_before(*use)) {
    claim.actor = use->actor;
    claim.target = use->target;
    return;
  }
  // "Iran attacked Iraq. Some 30 missiles were launched"
  const Memory& memory = f.stage.memory;
  if (bare && memory.attacker && memory.scene && memory.attacker != memory.scene &&
      memory.scene_sentence + 1 == f.stage.reading.sentence) {
    claim.actor = memory.attacker;
    claim.target = memory.scene;
    return;
  }
  const std::string what = claim.item ? " " + fold(claim.item->name) : std::string();
  if (claim.actor || what.find(" stolen ") != std::string::npos ||
      what.find(" looted ") != std::string::npos)
    return;  // by whoever has them now
  const auto& deed = f.stage.memory.deed;
  // "supplied Azerbaijan with the drones that struck a camp": who takes them fires them
  for (const Claim& said : f.stage.memory.recent()) {
    const bool same = said.target && said.type == "transfer" &&
                      said.certainty == Certainty::reported &&
                      said.evidence.bytes.begin == f.stage.sentence_begin() &&
                      (item_span(said) == item_span(claim) || counts_them_again(f, claim, said));
    if (!claim.actor && same && said.target != claim.target) claim.actor = said.target;
  }
  if (!claim.actor && f.trigger().voice == Voice::passive && known_goods && deed && deed->item &&
      deed->target && claim.item && same_goods(*claim.item, *deed->item) &&
      deed->target != claim.target) {
    claim.actor = deed->target;  // "The missiles were fired at …": by who got them
  }
  if (!claim.actor && f.trigger().voice == Voice::passive && claim.target) {
    const auto holder = only_holder(f, claim);
    if (holder != claim.target) claim.actor = holder;
  }
}

/// The claim that the arms at chunk i are fired, alone or in a list; nullopt, with why, for none.
std::optional<Claim> fired_arms(Filler& f, std::size_t i, bool only,
                                const std::optional<Named>& actor,
                                const std::optional<Named>& target) {
  const Chunk& c = f.chunk(i);
  const bool arms = is_arms(f, c);
  const bool pronoun = stands_for_goods(f, i);
  const Claim* listed = arms ? nullptr : former_or_latter(f, c);
  const Claim* given = arms || pronoun || listed != nullptr ? nullptr : craft_given(f, c);
  if (!arms && !pronoun && listed == nullptr && given == nullptr) {
    f.why = "no weapon";
    return std::nullopt;
  }
  // "flights using Il-76 aircraft": transport, and nothing fired
  const bool carrier =
      c.weapon != nullptr && std::get<Weapon>(c.weapon->value).category == "transport aircraft";
  if (carrier) {
    f.why = "what carries, and is not fired";
    return std::nullopt;
  }
  Claim claim = f.start("use");
  f.set_item(claim, i);
  if (pronoun && !arms) claim.item = f.stage.memory.deed->item;
  if (listed != nullptr) claim.item = listed->item;
  if (given != nullptr) {
    claim.item = given->item;
    claim.actor = given->target;
  }
  if (f.frame.pos == "noun" && only && !claim.quantity)
    f.set_quantity(claim, f.at);  // "12 launches of"
  if (!claim.actor) set_party(claim, &Claim::actor, "actor", actor);
  set_party(claim, &Claim::target, "target", target);
  sides_from_before(f, claim, c.definite || pronoun);
  if (!claim.actor && !claim.target) {
    f.why = "no side";
    return std::nullopt;
  }
  const bool aimed = f.trigger().lemma != "deploy" || f.sides.has("against") || in_attack(f);
  if (f.frame.id == "use.fire" && (!claim.target || !aimed) && f.ambiguous_use()) {
    f.why = "not said against whom";
    return std::nullopt;
  }
  return claim;
}

}  // namespace

bool in_attack(const Filler& f) {
  const auto& in = f.sides.of("in");
  return !in.empty() && f.stage.grammar.is(WordClass::attack_noun, f.chunk(in.front()).lemma);
}

bool taught_to_use(const Filler& f) {
  if (f.at < 2 || f.trigger().voice != Voice::infinitive) return false;
  for (std::size_t k = f.at - 1; k > 0 && k + 4 > f.at; --k) {
    if (f.chunk(k).kind != ChunkKind::verb) continue;
    return f.stage.grammar.evokes("verb", f.chunk(k).lemma, {"training"});
  }
  return false;
}

namespace {

/// "Iran stepped up its attacks on Iraq. Overnight it fired 40 missiles": whom the same state attacks in
/// the sentence before.
std::optional<Named> attacked_before(const Filler& f, const std::optional<Named>& actor) {
  const Memory& memory = f.stage.memory;
  const bool goes_on = actor && memory.subject == actor->party && memory.scene &&
                       *memory.scene != actor->party &&
                       memory.scene_sentence + 1 == f.stage.reading.sentence;
  return goes_on ? std::optional(Named{*memory.scene, {}}) : std::nullopt;
}

}  // namespace

bool same_goods(const Item& a, const Item& b) {
  const std::string_view kind = std::string_view(a.key).substr(0, a.key.find('<'));
  return a.key == b.key || b.key.starts_with(std::string(kind) + "<") ||
         b.key.find("<" + std::string(kind)) != std::string::npos;
}

namespace {

/// What the trigger tells that was fired; origin: where it came from, for who fired it.
std::vector<Claim> fired(Filler& f, const std::optional<Named>& origin) {
  if (const std::string_view why = no_use(f); !why.empty()) return f.refuse(why);
  std::optional<Named> actor = f.party("actor");
  const std::optional<Named> city = city_struck(f);
  if (const auto owner = f.trigger_owner(); owner && !city && (!actor || f.trigger().owner))
    actor = owner;
  // "Russia's procurement and use of missiles": whose both are
  if (!actor && f.frame.id == "use.noun" && f.at > 1 && is_word(f.chunk(f.at - 1), "and") &&
      f.chunk(f.at - 2).item_class == "deed")
    actor = owner_of(f.stage, f.at - 2);
  if (!actor) actor = doer_behind(f);
  if (!actor) actor = origin;
  if (!actor) actor = owner_of_craft(f);
  if (const auto blamed = responsible(f)) actor = blamed;
  std::optional<Named> target = fired_at(f, actor);
  if (city && actor && actor->party == city->party) actor.reset();
  if (!target) target = city;
  // "with strikes in Odesa, using missiles": where they were, and not who used them
  if (const auto& who = get(f.roles, "actor");
      f.trigger().voice == Voice::gerund && who.size() == 1 && who.front() > 1 &&
      is_word(f.chunk(who.front() - 1), "in") && is_attack(f.stage, f.chunk(who.front() - 2))) {
    if (!target) target = actor;
    actor.reset();
  }
  if (!target && f.trigger().kind == ChunkKind::verb) target = attacked_before(f, actor);
  if (!target) target = fired_inside(f, actor);
  std::vector<std::size_t> list = f.items();
  if (weapon_strikes(f)) {
    list = get(f.roles, "actor");
    actor = owner_of(f.stage, list.front());
    if (!actor) actor = launched_by(f, list.front());
    // "Iranian rockets were used to hit the plant": made there, and fired by whoever has them
    const bool used = f.at > 0 && f.trigger().voice == Voice::infinitive &&
                      f.chunk(f.at - 1).voice == Voice::passive && f.chunk(f.at - 1).lemma == "use";
    if (used) actor.reset();
  }
  if (fires_share(f, list)) return f.refuse("a share of what is fired");
  if (f.frame.id == "use.impact" && !list.empty()) actor = owner_of(f.stage, list.front());
  if (actor && target && actor->party == target->party) target.reset();
  const auto& hit = get(f.roles, "target");
  if (weapon_strikes(f) && hit.size() == 1 && f.chunk(hit.front()).head == "it")
    target.reset();  // "fired at the battery and destroyed it": a thing, and nobody
  if (!target && launches_ship(f)) return f.refuse("a ship that is launched is not fired");
  std::vector<Claim> out;
  for (const std::size_t i : list) {
    if (auto claim = fired_arms(f, i, list.size() == 1, actor, target))
      out.push_back(std::move(*claim));
  }
  if (const auto item = list.empty() ? weapon_in_verb(f) : std::nullopt) {
    if (auto claims = fired_by_verb(f, *item, actor, target); !claims.empty()) return claims;
  }
  if (out.empty() && (list.empty() || f.trigger().kind == ChunkKind::phrase)) {
    if (auto counted = strikes(f, actor, target); !counted.empty()) return counted;
  }
  // "uses the fighters in its air force": has them
  const auto& inside = f.sides.of("in");
  if (f.trigger().lemma == "use" && !target && !inside.empty() && f.chunk(inside.front()).owner &&
      f.chunk(inside.front()).item_class == "troops") {
    for (Claim& claim : out) claim.type = "possession";
  }
  // "used drones against the militia on at least 40 occasions"
  if (out.size() == 1 && !out.front().quantity && f.trigger().kind == ChunkKind::verb) {
    const Mention* times = times_after(f);
    if (times != nullptr && std::get<Quantity>(times->value).value) {
      out.front().quantity = std::get<Quantity>(times->value);
      out.front().evidence.spans.emplace_back("quantity", times->span);
    }
  }
  if (list.empty()) {
    f.why = "no weapon";
    if (f.frame.pos == "noun") {
      return from_trigger_noun(f, actor, target, std::nullopt);
    }
  }
  return out;
}

}  // namespace

std::vector<Claim> use(Filler& f) {
  const std::vector<Named> origins = come_from(f);
  if (origins.empty()) return fired(f, std::nullopt);
  std::vector<Claim> out = fired(f, origins.front());
  if (out.size() != 1 || out.front().actor != origins.front().party) return out;
  for (std::size_t k = 1; k < origins.size(); ++k) {
    Claim claim = out.front();
    replace_party(claim, &Claim::actor, "actor", origins[k]);
    out.push_back(std::move(claim));
  }
  return out;
}

}  // namespace msmt
