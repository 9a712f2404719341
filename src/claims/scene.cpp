#include "claims/scene.hpp"

#include <algorithm>
#include <cctype>

#include "claims/clause_words.hpp"
#include "claims/parties.hpp"
#include "claims/subjects.hpp"

namespace msmt {

bool is_attack(const Stage& stage, const Chunk& chunk) {
  if (chunk.kind == ChunkKind::phrase)
    return stage.grammar.is(WordClass::attack_noun, chunk.lemma) ||
           stage.grammar.is(WordClass::assault, chunk.lemma);
  if (chunk.kind != ChunkKind::verb) return false;
  if (stage.grammar.is(WordClass::assault, chunk.lemma)) return true;
  return stage.grammar.evokes("verb", chunk.lemma, {"use.strike", "use.impact", "casualties.harm"});
}

namespace {

/// "in", "near": what stands behind them is where something is.
bool locates(const Chunk& chunk) {
  static constexpr std::string_view kWhere[] = {"in",     "at",         "near",   "outside",
                                                "across", "over",       "inside", "around",
                                                "of",     "throughout", "out of"};
  return chunk.kind == ChunkKind::word &&
         std::find(std::begin(kWhere), std::end(kWhere), chunk.word) != std::end(kWhere);
}

/// "said in Geneva", "Speaking to reporters in Geneva": where somebody speaks, or a body sits.
bool is_of_speech(const Stage& stage, std::size_t prep) {
  for (std::size_t k = prep; k > 0; --k) {
    const Chunk& left = stage.chunks[k - 1];
    // "claimed responsibility for an attack in Goma"
    const bool claims = left.lemma == "claim" && stage.chunks[k].kind == ChunkKind::phrase;
    if (left.kind == ChunkKind::verb)
      return !claims && (!stage.grammar.cue("governor", left.lemma).empty() ||
                         stage.grammar.is(WordClass::speak, left.lemma));
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

/// "Goma" in "the Goma market": the words between the article and the head.
Span name_before_head(const Stage& stage, const Chunk& chunk) {
  const auto& tokens = stage.reading.tokens;
  const std::size_t first = chunk.first + (tokens[chunk.first].folded == "the" ? 1 : 0);
  std::size_t head = first;
  while (head < chunk.last && tokens[head].span.begin < chunk.head_span.begin) ++head;
  if (head == first) return {chunk.head_span.begin, chunk.head_span.begin};
  return {tokens[first].span.begin, tokens[head - 1].span.end};
}

/// The state of the place that chunk i names: "Kyiv", "Yemen's Hodeidah province", "a market of Goma".
std::optional<Named> state_at(const Stage& stage, std::size_t i) {
  const Chunk& chunk = stage.chunks[i];
  if (chunk.kind != ChunkKind::phrase || chunk.pronoun || chunk.quantity != nullptr)
    return std::nullopt;
  // "the Lebanese capital" is no money
  if (!chunk.item_class.empty() && !(chunk.lemma == "capital" && chunk.owner)) return std::nullopt;
  for (const Span name : {chunk.span, name_before_head(stage, chunk)}) {
    const std::string_view iso2 = stage.grammar.place_country(stage.doc.words(name));
    if (!iso2.empty()) return Named{stage.grammar.country(std::string(iso2)), name};
  }
  // "near the border with Iraq": on either side of it
  if ((chunk.lemma == "border" || chunk.lemma == "frontier") && !chunk.owner) return std::nullopt;
  if (is_attack(stage, chunk))
    return std::nullopt;  // "in Russian strikes": of who strikes, not where
  if (auto named = state_where(stage, i)) return named;
  if (chunk.of_party && !chunk.of_party->party.iso2.empty()) return chunk.of_party;
  const bool body = stage.grammar.is(WordClass::stand_in, chunk.lemma);
  if (auto owner = owner_of(stage, i); !body && owner && !owner->party.iso2.empty()) return owner;
  return std::nullopt;
}

/// The state that the small word at chunk k places something in; nullopt for none and for what is
/// claimed by several.
std::optional<Named> place_behind(const Stage& stage, std::size_t k) {
  const Chunk& link = stage.chunks[k];
  if (k + 1 >= stage.chunks.size()) return std::nullopt;
  const bool hits = k > 0 && (is_word(link, "on") || is_word(link, "against")) &&
                    is_attack(stage, stage.chunks[k - 1]);
  // "the battle for Timbuktu"
  const bool fought_for = k > 0 && is_word(link, "for") && stage.chunks[k - 1].lemma == "battle";
  // ", Sudan,": behind a place, the state that it lies in
  const bool lies_in = k > 1 && is_word(link, ",") && stage.chunks[k + 1].country_head &&
                       locates(stage.chunks[k - 2]) &&
                       stage.chunks[k - 1].kind == ChunkKind::phrase;
  if (!locates(link) && !hits && !lies_in && !fought_for) return std::nullopt;
  if (is_of_speech(stage, k) || is_of_speaker(stage, k + 1)) return std::nullopt;
  auto state = state_at(stage, k + 1);
  if (state && state->party.iso2.size() != 2) state.reset();
  return state;
}

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

std::optional<Named> state_in_attack(const Stage& stage, std::size_t i) {
  const Chunk& chunk = stage.chunks[i];
  if (chunk.kind != ChunkKind::phrase || chunk.of.empty() || !is_attack(stage, chunk))
    return std::nullopt;
  const std::string_view iso2 = stage.grammar.place_country(stage.doc.words(chunk.of));
  if (!iso2.empty()) return Named{stage.grammar.country(std::string(iso2)), chunk.of};
  if (chunk.of_party && !chunk.of_party->party.iso2.empty()) return chunk.of_party;
  return std::nullopt;
}

std::optional<Named> place_before_where(const Stage& stage, std::size_t trigger) {
  const auto& chunks = stage.chunks;
  for (std::size_t k = trigger; k > 1; --k) {
    if (is_finite(chunks[k - 1])) break;
    if (!is_word(chunks[k - 1], "where")) continue;
    std::size_t place = is_word(chunks[k - 2], ",") ? k - 3 : k - 2;
    if (place < chunks.size() && place > 0 && chunks[place].kind == ChunkKind::date) --place;
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

std::optional<Named> city_before_head(const Stage& stage, const Chunk& chunk) {
  const auto& tokens = stage.reading.tokens;
  for (std::size_t first = chunk.first; first + 1 < chunk.last; ++first) {
    if (!tokens[first].capital) continue;
    for (const std::size_t last : {first + 1, first}) {  // "Tel Aviv" before "Tel"
      if (last + 1 >= chunk.last || !tokens[last].capital ||
          tokens[last + 1].kind != TokenKind::word || tokens[last + 1].glued)
        continue;
      const Span name{tokens[first].span.begin, tokens[last].span.end};
      const std::string text(stage.doc.words(name));
      std::string_view iso2 = stage.grammar.capital_country(text);
      if (iso2.empty()) iso2 = stage.grammar.place_country(text);
      if (!iso2.empty()) return Named{stage.grammar.country(std::string(iso2)), name};
    }
  }
  return std::nullopt;
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

namespace {

/// "GOMA, Congo": the state of a dateline that names the town and its state. Bureaus sit in capitals,
/// which stand alone.
std::optional<Named> state_of_dateline(const Stage& stage) {
  const auto& chunks = stage.chunks;
  const std::size_t now = stage.reading.sentence;
  const auto& sentences = stage.doc.sentences;
  const bool opens = now + 1 < sentences.size() &&
                     sentences[now].paragraph == sentences[now + 1].paragraph &&
                     (now == 0 || sentences[now].paragraph != sentences[now - 1].paragraph);
  if (!opens || chunks.size() < 3 || !is_word(chunks[1], ",") || !chunks[2].country_head)
    return std::nullopt;
  const std::string_view town = stage.doc.words(chunks[0].span);
  const bool capitals = std::none_of(
      town.begin(), town.end(), [](unsigned char letter) { return std::islower(letter) != 0; });
  const bool acts = std::any_of(chunks.begin(), chunks.end(),
                                [](const Chunk& c) { return c.kind == ChunkKind::verb; });
  return capitals && !acts ? chunks[2].party : std::nullopt;
}

/// "Rebels ambushed an Indian patrol": whose soldiers are attacked.
std::optional<Party> state_of_attacked(const Stage& stage) {
  for (std::size_t i = 0; i + 1 < stage.chunks.size(); ++i) {
    const Chunk& verb = stage.chunks[i];
    const Chunk& hit = stage.chunks[i + 1];
    if (verb.kind != ChunkKind::verb || verb.voice != Voice::active || !is_attack(stage, verb) ||
        hit.kind != ChunkKind::phrase)
      continue;
    const bool soldiers =
        hit.item_class == "troops" || stage.grammar.is(WordClass::garrison, hit.lemma);
    if (soldiers && hit.owner && hit.owner_is_adjective && !hit.owner->party.iso2.empty())
      return hit.owner->party;
  }
  return std::nullopt;
}

/// "Mali is at war", "The army of Mali has lost many towns": the only state of a sentence about its war.
std::optional<Party> state_at_war(const Stage& stage) {
  std::optional<Party> state;
  for (const Mention& mention : stage.reading.mentions) {
    const auto* country = std::get_if<Country>(&mention.value);
    if (country == nullptr) continue;
    if (state && state->iso2 != country->iso2) return std::nullopt;
    state = Party{country->name, country->iso2};
  }
  if (!state || stage.chunks.empty()) return std::nullopt;
  const Chunk& first = stage.chunks.front();
  const Chunk& verb = stage.chunks.size() > 1 ? stage.chunks[1] : first;
  // "the fighting in Mali", "Mali's war": where the sentence names no other state
  const bool told = std::any_of(stage.chunks.begin(), stage.chunks.end(), [&](const Chunk& c) {
    return c.kind == ChunkKind::phrase && stage.grammar.is(WordClass::warfare, c.lemma);
  });
  if (told) return state;
  if (verb.kind != ChunkKind::verb || verb.voice != Voice::active) return std::nullopt;
  // "Mali is at war"
  const bool at_war = first.country_head && verb.lemma == "be" && stage.chunks.size() > 3 &&
                      is_word(stage.chunks[2], "at") && stage.chunks[3].lemma == "war";
  const bool loses = verb.lemma == "lose" &&
                     stage.grammar.any_is(WordClass::army, fold(stage.doc.words(first.span)));
  if (!at_war && !loses) return std::nullopt;
  return state;
}

/// "Iran attacked Iraq", "Iran's attack on Iraq": the state that carries out the attack of chunk i.
std::optional<Party> attacker_at(const Stage& stage, std::size_t i) {
  const Chunk& attack = stage.chunks[i];
  if (attack.kind == ChunkKind::phrase) {
    if (!attack.owner || attack.owner->party.iso2.empty()) return std::nullopt;
    return attack.owner->party;
  }
  const std::size_t doer = attack.voice == Voice::active ? subject_before(stage.chunks, i) : i;
  if (doer >= i || !stage.chunks[doer].country_head) return std::nullopt;
  return stage.chunks[doer].party->party;
}

}  // namespace

bool names_other_place(const Stage& stage) {
  for (std::size_t k = 0; k + 1 < stage.chunks.size(); ++k) {
    const Chunk& place = stage.chunks[k + 1];
    if (!locates(stage.chunks[k]) || place.kind != ChunkKind::phrase) continue;
    const char first = stage.doc.words(place.head_span).front();
    if (first >= 'A' && first <= 'Z') return true;
  }
  return false;
}

void note_scene(const Stage& stage) {
  Memory& memory = stage.memory;
  const std::size_t now = stage.reading.sentence;
  if (const auto state = state_of_dateline(stage)) {
    memory.dateline = state->party;
    memory.dateline_sentence = now;
    return;
  }
  std::optional<Party> scene;
  std::optional<Party> attacker;
  for (std::size_t i = 0; i < stage.chunks.size() && !scene; ++i) {
    if (!is_attack(stage, stage.chunks[i])) continue;
    auto state = scene_of(stage, i);
    if (!state && stage.chunks[i].voice == Voice::active && i + 1 < stage.chunks.size())
      state = state_at(stage, i + 1);  // "Iran attacked Iraq"
    if (!state) continue;
    scene = state->party;
    attacker = attacker_at(stage, i);
  }
  // "launched 800 drones at Ukraine"
  if (!scene && memory.use && memory.use->evidence.bytes == stage.sentence().span &&
      memory.use->target && !memory.use->target->iso2.empty()) {
    scene = memory.use->target;
    attacker = memory.use->actor;
  }
  if (!scene) scene = state_of_attacked(stage);
  if (!scene) scene = state_at_war(stage);
  const bool goes_on = memory.casualties &&
                       memory.casualties->evidence.bytes == stage.sentence().span &&
                       memory.scene_sentence + 1 == now;
  if (scene) {
    memory.scene = scene;
    memory.attacker = attacker;
  }
  if (scene || goes_on) memory.scene_sentence = now;
}

}  // namespace msmt
