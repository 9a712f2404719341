#include "claims/way.hpp"

#include "claims/fill_arms.hpp"
#include "claims/parties.hpp"
#include "claims/roles.hpp"

namespace msmt {

bool is_carrier(const Stage& stage, const Chunk& c) {
  if (c.kind != ChunkKind::phrase) return false;
  const std::string klass = class_of(stage.grammar, c);
  const bool warship = c.weapon != nullptr &&
                       std::get<Weapon>(c.weapon->value).category == "warship" &&
                       (c.lemma == "ship" || c.lemma == "vessel");  // "landing ships"
  return klass == "vehicle" || c.item_class == "container" || is_flagged(c) || warship ||
         stage.grammar.is(WordClass::conveyance, c.lemma);
}

Way way_of_cargo(const Stage& stage, std::size_t from, bool carried) {
  Way way;
  const auto& chunks = stage.chunks;
  bool heads = false;  // a word says that something is on its way
  for (std::size_t k = from; k + 1 < chunks.size(); ++k) {
    const Chunk& c = chunks[k];
    if (is_word(c, ";") || is_word(c, "and") || is_word(c, "after")) break;
    if (c.kind == ChunkKind::verb) {
      const bool relative =
          k == from + 1 && (is_word(chunks[from], "that") || is_word(chunks[from], "which"));
      const bool own =
          carried || k == from || relative;  // of the carrier, or right behind the goods
      const bool on_way = c.lemma == "be" && is_word(chunks[k + 1], "on");  // "was on its way"
      if (!own || (!on_way && !stage.grammar.is(WordClass::heading, c.lemma))) break;
      heads = heads || !on_way;
      continue;
    }
    if (c.kind != ChunkKind::word || chunks[k + 1].kind != ChunkKind::phrase) continue;
    heads = heads || (c.word == "on" && chunks[k + 1].lemma == "way");
    carried = carried || is_carrier(stage, chunks[k + 1]);
    // "stopped 12 containers of arms for Libya", "found rifles on a ship to Libya"
    if (carried && k > from && (c.word == "to" || c.word == "for") &&
        is_carrier(stage, chunks[k - 1]))
      heads = true;
    if (c.word == "from" && (carried || heads) && !way.giver) way.giver = state_where(stage, k + 1);
    const bool goes = c.word == "for" || c.word == "to" || c.word == "towards";
    if (goes && heads && !way.taker) {
      way.taker = state_where(stage, k + 1);
      if (!way.taker) way.taker = party_of(stage, k + 1);
    }
  }
  return way;
}

void note_way(const Stage& stage) {
  for (std::size_t k = 0; k < stage.chunks.size(); ++k) {
    const Chunk& c = stage.chunks[k];
    const bool cargo = c.kind == ChunkKind::phrase && c.quantity == nullptr &&
                       (c.lemma == "cargo" || c.lemma == "consignment" || c.lemma == "shipment");
    if (!cargo && !is_carrier(stage, c)) continue;
    Way way = way_of_cargo(stage, k + 1, true);
    if (!way.taker || (way.giver && way.giver->party == way.taker->party)) continue;
    stage.memory.way_from = std::move(way.giver);
    stage.memory.way_to = std::move(way.taker);
    stage.memory.way_sentence = stage.reading.sentence;
    return;
  }
}

Way way_told(const Stage& stage) {
  constexpr std::size_t kRecent = 2;  // sentences
  const Memory& memory = stage.memory;
  const std::size_t now = stage.reading.sentence;
  if (!memory.way_to || memory.way_sentence >= now || memory.way_sentence + kRecent < now)
    return {};
  return {memory.way_from, memory.way_to};
}

}  // namespace msmt
