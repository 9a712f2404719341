/// At whom arms are fired: by the sides of the deed, by what is struck, and where that lies.
#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/fill_arms.hpp"
#include "claims/filler.hpp"
#include "claims/scene.hpp"

namespace msmt {

namespace {

/// "to shoot down three drones launched by the Houthis", "to intercept Russian missiles": whose arms are shot down.
std::optional<Named> shot_down(const Filler& f, std::size_t verb) {
  std::size_t k = verb + 1;
  if (!is_arms(f, f.chunk(k))) return std::nullopt;
  if (auto owner = owner_of(f.stage, k); owner && f.chunk(k).owner_is_adjective) return owner;
  if (f.chunk(k + 1).voice != Voice::participle) return std::nullopt;
  for (k += 2; k + 1 < f.stage.chunks.size() && !is_finite(f.chunk(k)); ++k) {
    if (is_word(f.chunk(k), "by")) return party_of(f.stage, k + 1);
  }
  return std::nullopt;
}

/// "In the 2020 war against Armenia, Azerbaijan used drones": against whom the war in front of the clause is.
std::optional<Named> enemy_in_war(const Filler& f) {
  for (std::size_t k = 1; k + 2 < f.at; ++k) {
    if (is_finite(f.chunk(k))) return std::nullopt;
    const bool war = f.stage.grammar.is(WordClass::warfare, f.chunk(k).lemma);
    if (war && (is_word(f.chunk(k + 1), "against") || is_word(f.chunk(k + 1), "with")))
      return party_of(f.stage, k + 2);
  }
  return std::nullopt;
}

/// "used jets to bomb Yemen": whom the verb behind strikes.
std::optional<Named> struck_after(const Filler& f) {
  for (std::size_t k = f.at + 1; k + 1 < f.stage.chunks.size(); ++k) {
    const Chunk& c = f.chunk(k);
    if (c.kind != ChunkKind::verb) continue;
    if (c.voice != Voice::infinitive && c.voice != Voice::gerund) return std::nullopt;
    if (f.stage.grammar.evokes("verb", c.lemma, {"use.down"})) return shot_down(f, k);
    if (!f.stage.grammar.evokes("verb", c.lemma, {"use.strike"})) return std::nullopt;
    if (auto named = party_of(f.stage, k + 1)) return named;
    if (auto owner = owner_of(f.stage, k + 1)) return owner;
    // "to strike power plants in Kyiv", "to strike a depot near Tikhoretsk"
    const bool placed = k + 3 < f.stage.chunks.size() &&
                        (is_word(f.chunk(k + 2), "in") || is_word(f.chunk(k + 2), "near") ||
                         is_word(f.chunk(k + 2), "at"));
    return placed ? state_where(f.stage, k + 3) : std::nullopt;
  }
  return std::nullopt;
}

/// "hit a refinery in Ryazan": the state where what is struck lies.
std::optional<Named> struck_place(const Filler& f) {
  const auto& hit = get(f.roles, "target");
  const bool noun = f.trigger().kind == ChunkKind::phrase;  // its sides stand behind it
  std::size_t k = hit.empty() || noun ? f.at + 1 : hit.back() + 1;
  constexpr std::size_t kFar = 6;  // chunks
  for (const std::size_t end = k + kFar; k + 1 < f.stage.chunks.size() && k < end; ++k) {
    const Chunk& c = f.chunk(k);
    if (c.kind == ChunkKind::verb && c.voice != Voice::participle) return std::nullopt;
    if (c.word == ";" || c.word == "--" || c.word == "and" || c.word == "after" ||
        c.word == "as well as")
      return std::nullopt;
    const bool lies = c.word == "in" || c.word == "at" || c.word == "near" || c.word == "on" ||
                      c.word == "outside" || c.word == "across" || c.word == "over";
    if (c.kind != ChunkKind::word || !lies) continue;
    if (auto named = state_where(f.stage, k + 1)) return named;
    const Chunk& where = f.chunk(k + 1);
    if (!where.item_class.empty() || where.pronoun) continue;
    if (auto owner = owner_of(f.stage, k + 1); owner && !owner->party.iso2.empty()) return owner;
  }
  return std::nullopt;
}

/// "Ukrainian cities", "Ukraine's energy grid": the target is whose they are.
std::optional<Named> owner_of_struck(const Filler& f, const std::optional<Named>& actor) {
  const auto& hit = get(f.roles, "target");
  if (hit.empty()) return std::nullopt;
  auto target = owner_of(f.stage, hit.front());
  if (!target || !actor || target->party != actor->party) return target;
  if (f.stage.grammar.is(WordClass::waters, f.chunk(hit.front()).lemma))
    return std::nullopt;  // "towards its eastern waters"
  // "Ukraine says Russia has launched drones at its cities": the other one's
  for (const Party& other : f.stage.memory.countries) {
    if (other != actor->party) return Named{other, f.chunk(hit.front()).span};
  }
  return target;
}

/// "Seven missiles were fired at the plants", after an attack on plants: where that took place.
std::optional<Named> struck_again(const Filler& f, const std::optional<Named>& actor) {
  constexpr std::size_t kRecent = 4;  // sentences
  const auto& hit = get(f.roles, "target");
  const Memory& memory = f.stage.memory;
  if (hit.empty() || !memory.scene || memory.scene_sentence + kRecent < f.stage.reading.sentence)
    return std::nullopt;
  const Chunk& c = f.chunk(hit.front());
  // "Iran fired at Israel. The United States hit the plants": those of whoever attacks now
  const bool other = actor && memory.attacker && actor->party != *memory.attacker;
  const bool known =
      c.definite && !c.owner && !other && f.stage.grammar.is(WordClass::struck, c.lemma);
  return known ? std::optional(Named{*memory.scene, c.span}) : std::nullopt;
}

/// "A missile attack killed five people in Kyiv": where those lived whom the noun's deed killed.
std::optional<Named> place_of_dead(const Filler& f) {
  if (f.trigger().kind != ChunkKind::phrase) return std::nullopt;
  std::size_t k = f.at + 1;
  while (k < f.stage.chunks.size() && f.chunk(k).kind == ChunkKind::date) ++k;
  const bool kills = is_finite(f.chunk(k)) && f.chunk(k).voice == Voice::active &&
                     f.stage.grammar.evokes("verb", f.chunk(k).lemma, {"casualties.harm"});
  return kills ? place_of_clause(f.stage, k) : std::nullopt;
}

/// "attacked Kyiv, using drones": whom the verb before strikes.
std::optional<Named> struck_before(const Filler& f) {
  if (f.trigger().voice != Voice::gerund || f.at < 3 || !is_word(f.chunk(f.at - 1), ","))
    return std::nullopt;
  const Chunk& verb = f.chunk(f.at - 3);
  const bool strikes = is_finite(verb) && verb.voice == Voice::active &&
                       f.stage.grammar.evokes("verb", verb.lemma, {"use.strike"});
  return strikes ? state_where(f.stage, f.at - 2) : std::nullopt;
}

}  // namespace

std::optional<Named> fired_at(const Filler& f, const std::optional<Named>& actor) {
  std::optional<Named> target = f.party("target");
  // "fired shells at Umm Hawsh": a place that no list has
  const auto& at = get(f.roles, "target");
  if (target && at.size() == 1 && f.chunk(at.front()).person && target->party.iso2.empty())
    target.reset();
  if (!target) target = owner_of_struck(f, actor);
  if (actor && target && actor->party == target->party) target.reset();
  if (!target) target = struck_after(f);
  const bool strikes_somebody =
      f.frame.id == "use.strike" || f.frame.id == "use.noun" || f.frame.id == "use.impact";
  if (!target && (strikes_somebody || !get(f.roles, "target").empty())) target = struck_place(f);
  if (!target && strikes_somebody) target = place_of_dead(f);
  if (!target) target = struck_before(f);
  if (!target) target = struck_again(f, actor);
  if (!target && f.frame.id == "use.fire") target = enemy_in_war(f);
  if (actor && target && actor->party == target->party) target.reset();
  return target;
}

std::optional<Named> fired_inside(const Filler& f, const std::optional<Named>& actor) {
  if (f.frame.id != "use.fire" || !actor || actor->party.iso2.empty() || f.items().empty() ||
      f.trigger().voice == Voice::infinitive)
    return std::nullopt;
  static constexpr std::string_view kFired[] = {"missile", "ammunition", "rocket", "bomb"};
  const std::string key = item_of(f.stage, f.chunk(f.items().front())).key;
  const bool fired = std::any_of(std::begin(kFired), std::end(kFired), [&](std::string_view kind) {
    return key.find(kind) != std::string::npos;
  });
  for (const std::size_t i : f.sides.of("in")) {
    // "used drones in the war in Chad"
    const bool war =
        f.stage.grammar.is(WordClass::effort, f.chunk(i).lemma) && is_word(f.chunk(i + 1), "in");
    const std::size_t place = war ? i + 2 : i;
    if ((!fired && !war) || !f.chunk(place).country_head) continue;
    auto where = state_where(f.stage, place);
    if (where && where->party != actor->party) return where;
  }
  return std::nullopt;
}

}  // namespace msmt
