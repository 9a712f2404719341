#include "claims/later_sides.hpp"

#include <algorithm>
#include <optional>

#include "claims/clause_words.hpp"
#include "claims/filler.hpp"
#include "claims/parties.hpp"

namespace msmt {

namespace {

/// Who stands on a side of what was handed over before.
struct LaterSide {
  Named who;
  bool gives = false;
};

/// The first finite verb of a sentence that affirms what it says; the number of chunks for none.
std::size_t first_statement(const std::vector<Chunk>& chunks) {
  const auto verb = std::find_if(chunks.begin(), chunks.end(), is_finite);
  if (verb == chunks.end() || verb->negated || !verb->modals.empty() || !verb->chain.empty())
    return chunks.size();
  return static_cast<std::size_t>(verb - chunks.begin());
}

/// "The buyer was Armenia", "Armenia was the buyer": by what somebody is called.
std::optional<LaterSide> by_name_of_side(const Stage& stage, std::size_t verb) {
  const auto& chunks = stage.chunks;
  if (verb == 0 || verb + 1 >= chunks.size() || chunks[verb].lemma != "be") return std::nullopt;
  for (const auto& [noun, name] : {std::pair(verb - 1, verb + 1), std::pair(verb + 1, verb - 1)}) {
    const Chunk& called = chunks[noun];
    if (called.kind != ChunkKind::phrase || !called.definite || called.owner || called.of_party ||
        chunks[name].kind != ChunkKind::phrase)
      continue;
    // "The main buyers are Algeria and Egypt": not one of them
    const bool several = name + 2 < chunks.size() && joins_list(chunks[name + 1].word) &&
                         chunks[name + 2].party.has_value();
    if (several) continue;
    const bool gives = stage.grammar.is(WordClass::giver, called.lemma);
    if (!gives && !stage.grammar.is(WordClass::taker, called.lemma)) continue;
    if (const auto who = party_of(stage, name)) return LaterSide{*who, gives};
  }
  return std::nullopt;
}

/// "They", "these", "the weapons": goods that were told of before.
bool goes_back(const Chunk& subject) {
  if (subject.kind != ChunkKind::phrase || subject.owner || subject.party) return false;
  if (subject.pronoun) return subject.head == "they" || subject.head == "it";
  const bool goods = subject.item_class == "arms" || subject.item_class == "goods" ||
                     subject.item_class == "parts" || subject.item_class == "container" ||
                     subject.item_class == "deed";
  return subject.definite && goods && subject.quantity == nullptr;
}

/// "They came from Turkey", "They were destined for Armenia": by where the goods go or come from.
std::optional<LaterSide> by_way_of_goods(const Stage& stage, const Constructions& constructions,
                                         std::size_t verb) {
  const auto& chunks = stage.chunks;
  if (verb == 0 || !goes_back(chunks[verb - 1])) return std::nullopt;
  const std::string_view of_goods = chunks[verb].voice == Voice::passive ? "obj" : "subj";
  const Sides sides = constructions.read(chunks, verb);
  for (const Frame* frame : stage.grammar.frames("verb", chunks[verb].lemma)) {
    if (frame->type != "*" || frame->role(of_goods) != "item") continue;
    for (const auto& [side, list] : sides.chunks) {
      const std::string_view role = frame->role(side);
      if (role != "actor" && role != "target") continue;
      if (const auto who = party_of(stage, list.front())) return LaterSide{*who, role == "actor"};
    }
  }
  return std::nullopt;
}

/// Fills the side if it is open and the other one is not the same party.
bool fill_side(Claim& claim, const LaterSide& side) {
  const auto& other = side.gives ? claim.target : claim.actor;
  const auto field = side.gives ? &Claim::actor : &Claim::target;
  if (claim.type != "transfer" || claim.*field || !other || *other == side.who.party) return false;
  set_party(claim, field, side.gives ? "actor" : "target", side.who);
  return true;
}

}  // namespace

bool fill_later_side(const Stage& stage, const Constructions& constructions,
                     std::vector<Claim>& told) {
  const std::size_t at = stage.reading.sentence;
  if (at == 0 || told.empty()) return false;
  const std::size_t verb = first_statement(stage.chunks);
  if (verb >= stage.chunks.size()) return false;
  auto side = by_name_of_side(stage, verb);
  if (!side) side = by_way_of_goods(stage, constructions, verb);
  if (!side) return false;
  const std::size_t before = stage.doc.sentences[at - 1].span.begin;
  bool filled = false;
  const auto fill_all = [&](std::vector<Claim>& claims) {
    for (auto claim = claims.rbegin();
         claim != claims.rend() && claim->evidence.bytes.begin >= before; ++claim) {
      if (claim->evidence.bytes.begin != before || !fill_side(*claim, *side)) continue;
      stage.memory.deed = *claim;
      filled = true;
    }
  };
  fill_all(told);
  fill_all(stage.memory.said);
  return filled;
}

}  // namespace msmt
