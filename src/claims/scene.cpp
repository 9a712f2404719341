#include "claims/scene.hpp"

#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/parties.hpp"

namespace msmt {

namespace {

/// "in", "near": what stands behind them is where something is.
bool locates(const Chunk& chunk) {
  static constexpr std::string_view kWhere[] = {"in",     "at",         "near",   "outside",
                                                "across", "over",       "inside", "around",
                                                "of",     "throughout", "out of"};
  return chunk.kind == ChunkKind::word &&
         std::find(std::begin(kWhere), std::end(kWhere), chunk.word) != std::end(kWhere);
}

/// "an attack", "struck", "the shelling": a place behind `on` or `of` is hit.
bool is_attack(const Stage& stage, const Chunk& chunk) {
  if (chunk.kind == ChunkKind::phrase)
    return stage.grammar.is(WordClass::attack_noun, chunk.lemma) ||
           stage.grammar.is(WordClass::assault, chunk.lemma);
  if (chunk.kind != ChunkKind::verb) return false;
  if (stage.grammar.is(WordClass::assault, chunk.lemma)) return true;
  return stage.grammar.evokes("verb", chunk.lemma, {"use.strike", "use.impact", "casualties.harm"});
}

/// "said in Geneva", "Speaking to reporters in Geneva": where somebody speaks, or a body sits.
bool is_of_speech(const Stage& stage, std::size_t prep) {
  for (std::size_t k = prep; k > 0; --k) {
    const Chunk& left = stage.chunks[k - 1];
    if (left.kind == ChunkKind::verb)
      return !stage.grammar.cue("governor", left.lemma).empty() ||
             stage.grammar.is(WordClass::speak, left.lemma);
    if (left.kind == ChunkKind::word && (left.word == "," || left.word == "that")) return false;
  }
  return false;
}

/// "a hospital in London said", "the office in Geneva": a place inside the name of who speaks.
bool is_of_speaker(const Stage& stage, std::size_t place) {
  for (std::size_t k = place + 1; k < stage.chunks.size(); ++k) {
    const Chunk& next = stage.chunks[k];
    if (next.kind == ChunkKind::date) continue;
    return next.kind == ChunkKind::verb && next.voice == Voice::active &&
           !stage.grammar.cue("governor", next.lemma).empty();
  }
  return false;
}

/// The state of the place that chunk i names: "Kyiv", "Yemen's Hodeidah province", "a market of Goma".
std::optional<Named> state_at(const Stage& stage, std::size_t i) {
  const Chunk& chunk = stage.chunks[i];
  if (chunk.kind != ChunkKind::phrase || chunk.pronoun || chunk.quantity != nullptr ||
      !chunk.item_class.empty())
    return std::nullopt;
  const std::string_view iso2 = stage.grammar.place_country(stage.doc.text(chunk.span));
  if (!iso2.empty()) return Named{stage.grammar.country(std::string(iso2)), chunk.span};
  if (auto named = state_where(stage, i)) return named;
  if (chunk.of_party && !chunk.of_party->party.iso2.empty()) return chunk.of_party;
  const bool body = stage.grammar.is(WordClass::stand_in, chunk.lemma);
  if (auto owner = owner_of(stage, i); !body && owner && !owner->party.iso2.empty()) return owner;
  return std::nullopt;
}

/// "the shelling of Kharkiv": an attack that names its place itself.
std::optional<Named> state_in_attack(const Stage& stage, std::size_t i) {
  const Chunk& chunk = stage.chunks[i];
  if (chunk.kind != ChunkKind::phrase || chunk.of.empty() || !is_attack(stage, chunk))
    return std::nullopt;
  const std::string_view iso2 = stage.grammar.place_country(stage.doc.text(chunk.of));
  if (!iso2.empty()) return Named{stage.grammar.country(std::string(iso2)), chunk.of};
  if (chunk.of_party && !chunk.of_party->party.iso2.empty()) return chunk.of_party;
  return std::nullopt;
}

/// The state that the small word at chunk k places something in; nullopt for none and for what is
/// claimed by several.
std::optional<Named> place_behind(const Stage& stage, std::size_t k) {
  const Chunk& link = stage.chunks[k];
  if (k + 1 >= stage.chunks.size()) return std::nullopt;
  const bool hits = k > 0 && (is_word(link, "on") || is_word(link, "against")) &&
                    is_attack(stage, stage.chunks[k - 1]);
  // ", Sudan,": behind a place, the state that it lies in
  const bool lies_in = k > 1 && is_word(link, ",") && stage.chunks[k + 1].country_head &&
                       locates(stage.chunks[k - 2]) &&
                       stage.chunks[k - 1].kind == ChunkKind::phrase;
  if (!locates(link) && !hits && !lies_in) return std::nullopt;
  if (is_of_speech(stage, k) || is_of_speaker(stage, k + 1)) return std::nullopt;
  auto state = state_at(stage, k + 1);
  if (state && state->party.iso2.size() != 2) state.reset();
  return state;
}

}  // namespace

namespace {

/// "were killed when a shell hit a market in Goma": where the attack was that a clause behind tells of.
std::optional<Named> place_of_attack_behind(const Stage& stage, std::size_t trigger) {
  const auto& chunks = stage.chunks;
  bool clause = false;
  bool attack = false;
  for (std::size_t k = trigger + 1; k < chunks.size() && !is_word(chunks[k], ";"); ++k) {
    clause = clause || is_word(chunks[k], "when") || is_word(chunks[k], "after");
    if (!clause) continue;
    attack = attack || is_attack(stage, chunks[k]);
    if (!attack) continue;
    if (auto state = place_behind(stage, k)) return state;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Named> place_before_where(const Stage& stage, std::size_t trigger) {
  const auto& chunks = stage.chunks;
  for (std::size_t k = trigger; k > 1; --k) {
    if (is_finite(chunks[k - 1])) break;
    if (!is_word(chunks[k - 1], "where")) continue;
    const std::size_t place = is_word(chunks[k - 2], ",") ? k - 3 : k - 2;
    if (place >= chunks.size()) break;
    return state_at(stage, place);
  }
  return std::nullopt;
}

std::optional<Named> place_of_clause(const Stage& stage, std::size_t trigger) {
  const auto& chunks = stage.chunks;
  for (std::size_t k = trigger + 1; k < chunks.size(); ++k) {
    if (is_word(chunks[k], ";") || is_finite(chunks[k])) break;
    const bool joined = k > 0 && is_word(chunks[k - 1], "and");
    if (is_break(chunks[k].word) || (joined && chunks[k].kind == ChunkKind::verb)) break;
    if (auto state = place_behind(stage, k)) return state;
  }
  return std::nullopt;
}

std::optional<Named> fronted_place(const Stage& stage) {
  const bool fronted = stage.chunks.size() > 3 && locates(stage.chunks[0]) &&
                       !is_word(stage.chunks[0], "of") &&
                       (is_word(stage.chunks[2], ",") || stage.chunks[2].head == "there");
  return fronted ? place_behind(stage, 0) : std::nullopt;
}

std::optional<Named> place_of_phrase(const Stage& stage, std::size_t i) {
  for (std::size_t k = i + 1; k + 1 < stage.chunks.size() && k < i + 6; k += 2) {
    if (stage.chunks[k].kind != ChunkKind::word || is_word(stage.chunks[k], "of")) break;
    if (auto state = place_behind(stage, k)) return state;
    if (!locates(stage.chunks[k])) break;
  }
  return std::nullopt;
}

std::optional<Named> scene_of(const Stage& stage, std::size_t trigger) {
  if (auto state = place_of_clause(stage, trigger)) return state;
  if (auto state = place_before_where(stage, trigger)) return state;
  if (auto state = place_of_attack_behind(stage, trigger)) return state;
  const auto& chunks = stage.chunks;
  for (std::size_t k = trigger; k > 0; --k) {
    if (is_word(chunks[k - 1], ";") || is_word(chunks[k - 1], "while")) break;
    if (auto state = place_behind(stage, k - 1)) return state;
    if (auto state = state_in_attack(stage, k - 1)) return state;
    // "bombed the city of Goma", "hit Kyiv": what is hit is the place
    if (k < trigger && is_attack(stage, chunks[k - 1]) && chunks[k - 1].kind == ChunkKind::verb &&
        chunks[k - 1].voice != Voice::passive) {
      if (auto state = state_at(stage, k)) return state;
    }
  }
  return std::nullopt;
}

void note_scene(const Stage& stage) {
  Memory& memory = stage.memory;
  const std::size_t now = stage.reading.sentence;
  std::optional<Party> scene;
  for (std::size_t i = 0; i < stage.chunks.size() && !scene; ++i) {
    if (!is_attack(stage, stage.chunks[i])) continue;
    if (const auto state = scene_of(stage, i)) scene = state->party;
  }
  // "launched 800 drones at Ukraine"
  if (!scene && memory.use && memory.use->evidence.bytes == stage.sentence().span &&
      memory.use->target && !memory.use->target->iso2.empty())
    scene = memory.use->target;
  const bool goes_on = memory.casualties &&
                       memory.casualties->evidence.bytes == stage.sentence().span &&
                       memory.scene_sentence + 1 == now;
  if (scene) memory.scene = scene;
  if (scene || goes_on) memory.scene_sentence = now;
}

}  // namespace msmt
