/// Fighters: a word for aircraft and for people.
#include "claims/chunker.hpp"

namespace msmt {

bool Chunker::fights(std::size_t c) const {
  const Chunk& chunk = chunks_[c];
  if (chunk.item_class != "arms") return false;
  if (chunk.weapon != nullptr && !std::get<Weapon>(chunk.weapon->value).name.empty()) return false;
  const bool of_band = grammar_.any_is(WordClass::band, chunk.before);
  if (of_band ||
      (chunk.owner && chunk.owner->party.iso2.empty() && chunk.owner->party.name != "its"))
    return true;  // "rebel fighters", "Wagner fighters"
  // "Syrian fighters", "fighters from Chad": of a state that makes no aircraft
  const auto of_state = [&](const std::optional<Named>& state) {
    return state && !state->party.iso2.empty() && !grammar_.makes_fighters(state->party.iso2);
  };
  const bool bombs =
      (c + 1 < chunks_.size() && grammar_.evokes("verb", chunks_[c + 1].lemma, {"use.strike"})) ||
      (c > 0 && chunks_[c - 1].kind == ChunkKind::verb &&
       (grammar_.is(WordClass::make, chunks_[c - 1].lemma) ||
        grammar_.evokes("verb", chunks_[c - 1].lemma,
                        {"technology"})));  // "overhauled Algerian fighters"
  const bool from = !chunk.owner && c + 3 < chunks_.size() && is_word(chunks_[c + 1], "from") &&
                    chunks_[c + 3].kind == ChunkKind::verb;
  if (chunk.head == "fighters" && !bombs &&
      ((chunk.owner_is_adjective && of_state(chunk.owner)) ||
       (from && chunks_[c + 2].country_head && of_state(chunks_[c + 2].party))))
    return true;
  // "sent 30 fighters to Mali to help the rebels"
  for (std::size_t k = c + 1; k < chunks_.size() && k < c + 5; ++k) {
    if (chunks_[k].kind != ChunkKind::verb) continue;
    const bool sent = c > 0 && chunks_[c - 1].kind == ChunkKind::verb &&
                      (chunks_[c - 1].lemma == "send" || chunks_[c - 1].lemma == "dispatch");
    if (sent && chunks_[k].voice == Voice::infinitive &&
        (chunks_[k].lemma == "fight" || grammar_.is(WordClass::support_verb, chunks_[k].lemma)))
      return true;
    break;
  }
  constexpr double kMostAircraft = 150;
  if (chunk.quantity != nullptr) {
    const auto& count = std::get<Quantity>(chunk.quantity->value);
    if (count.value.value_or(count.low.value_or(0)) > kMostAircraft) return true;
    constexpr double kHundreds = 100;  // "hundreds of Colombian fighters"
    if (!count.value && count.low.value_or(0) >= kHundreds) return true;
  }
  const auto of_people = [&](const Chunk& verb, bool object) {
    if (verb.kind != ChunkKind::verb) return false;
    const bool passive = verb.voice == Voice::passive || verb.voice == Voice::participle;
    if (grammar_.evokes("verb", verb.lemma, {"training", "casualties.harm"}))
      return passive != object || verb.voice == Voice::participle;  // "wounded fighters" as well
    return !object && grammar_.evokes("verb", verb.lemma, {"casualties.die"});
  };
  // "fighters received instruction"
  const bool trained = c + 2 < chunks_.size() && chunks_[c + 1].kind == ChunkKind::verb &&
                       grammar_.is(WordClass::undergo, chunks_[c + 1].lemma) &&
                       chunks_[c + 2].item_class == "training";
  return trained || (c > 0 && of_people(chunks_[c - 1], true)) ||
         (c + 1 < chunks_.size() && of_people(chunks_[c + 1], false));
}

void Chunker::enlist(Chunk& chunk) {
  chunk.item_class = "troops";
  chunk.item_id = "troops";
  chunk.weapon = nullptr;
}

}  // namespace msmt
