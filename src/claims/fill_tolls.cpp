/// The killed and wounded as nouns: "600 dead", "losses of 4,700", "20 fallen soldiers".
#include <algorithm>

#include "claims/filler.hpp"

namespace msmt {

std::string_view Filler::no_toll() const {
  const Chunk& c = trigger();
  const std::size_t next = trigger_ + 1;
  if (c.quantity == nullptr && trigger_ > 0 && chunk(trigger_ - 1).voice == Voice::gerund &&
      chunk(trigger_ - 1).kind == ChunkKind::verb && chunk(trigger_ - 1).lemma == "count")
    return "counted with others";  // "Counting the wounded, casualties stand at 4,700"
  if (next < stage_.chunks.size() && chunk(next).voice == Voice::passive) {
    const auto& frames = stage_.grammar.frames("verb", chunk(next).lemma);
    if (!frames.empty() && frames.front()->type == "casualties")
      return "the verb says whose";  // "6,000 casualties were suffered by the army"
  }
  if (is_fate(c)) return {};
  // "children", "women" are a toll only beside one
  const bool beside =
      toll_of_sentence() && (is_partitive() || (trigger_ > 0 && c.quantity != nullptr &&
                                                chunk(trigger_ - 1).word == "including"));
  return beside ? std::string_view{} : "no toll that they are part of";
}

bool Filler::is_partitive() const {
  return trigger_ >= 3 && chunk(trigger_ - 1).kind == ChunkKind::phrase &&
         (chunk(trigger_ - 1).head == "them" || chunk(trigger_ - 1).head == "these") &&
         chunk(trigger_ - 2).word == "of" && chunk(trigger_ - 3).quantity != nullptr;
}

bool Filler::toll_of_sentence() const {
  return stage_.memory.casualties && stage_.memory.casualties->evidence.bytes == sentence_span();
}

std::optional<Named> Filler::people_of_toll(Claim& claim) const {
  const Chunk& c = trigger();
  auto owner = owner_of_people(trigger_);
  if (const auto& among = sides_.of("among"); !owner && !among.empty())
    owner = owner_of_people(among.front());  // "the death toll among Syrian soldiers"
  const auto& of = sides_.of("of");
  if (!of.empty() && is_people(class_of(stage_.grammar, chunk(of.front())))) {
    set_item(claim, of.front());  // "the death of 20 Chadian soldiers"
    owner = owner_of_people(of.front());
    if (!owner) owner = state_of_victims(of.front());
  }
  if (is_partitive()) {
    set_quantity(claim, trigger_ - 3);
    if (!toll_of_sentence()) return owner_of_people(trigger_ - 1);
    if (!stage_.memory.casualties->actor) return std::nullopt;
    return Named{*stage_.memory.casualties->actor, c.span};
  }
  if (c.quantity == nullptr && trigger_ >= 3 && chunk(trigger_ - 1).word == "as" &&
      chunk(trigger_ - 2).kind == ChunkKind::verb &&
      is_people(class_of(stage_.grammar, chunk(trigger_ - 3)))) {
    set_item(claim, trigger_ - 3);  // "2,016 of its soldiers are counted as dead"
    return owner_of_people(trigger_ - 3);
  }
  return owner ? owner : state_of_victims(trigger_);
}

std::vector<Claim> Filler::toll() {
  if (const auto why = no_toll(); !why.empty()) return refuse(why);
  Claim claim = start("casualties");
  set_item(claim, trigger_);
  const auto owner = people_of_toll(claim);
  if (!claim.quantity) reached(claim);
  if (!claim.quantity) put_at(claim);
  if (!claim.quantity) return refuse("not counted");
  if (claim.quantity->unit == "US dollar" || claim.quantity->unit == "percent")
    return refuse("a loss of money");
  set(claim, &Claim::actor, "actor", owner);
  return {claim};
}

std::optional<Claim> fallen(const Stage& stage, std::size_t i) {
  const Chunk& c = stage.chunks[i];
  if (c.kind != ChunkKind::phrase || c.money) return std::nullopt;
  const Mention* count = c.quantity;
  for (const Mention& mention : stage.reading.mentions) {
    if (count == nullptr && std::holds_alternative<Quantity>(mention.value) &&
        c.of.contains(mention.span))
      count = &mention;  // "the portraits of 101 fallen soldiers"
  }
  const bool people = is_people(c.item_class) || is_people(c.of_class);
  if (!people || count == nullptr) return std::nullopt;
  const std::string counted = fold(stage.doc.text({count->span.begin, c.span.end}));
  bool dead = false;
  for (std::size_t t = c.first; t < c.last; ++t)
    dead = dead || stage.grammar.is(WordClass::fallen, stage.reading.tokens[t].folded);
  if (!dead || counted.find(" of ") != std::string::npos) return std::nullopt;
  Claim claim;
  claim.type = "casualties";
  claim.evidence.rule = "casualties.fallen";
  claim.item = item_of(stage, c);
  claim.quantity = std::get<Quantity>(count->value);
  auto owner = owner_of(stage, i);
  if (!owner) owner = owner_of_named_people(stage, i);
  if (owner) {
    claim.actor = owner->party;
    claim.evidence.spans.emplace_back("actor", owner->span);
  }
  claim.evidence.spans.emplace_back("trigger", c.span);
  claim.evidence.spans.emplace_back("item", c.span);
  claim.evidence.spans.emplace_back("quantity", count->span);
  return claim;
}

void Filler::put_at(Claim& claim) const {
  std::size_t k = trigger_ + 1;
  while (k + 2 < stage_.chunks.size() && (chunk(k).word == "in" || chunk(k).word == "on") &&
         chunk(k + 1).kind == ChunkKind::phrase) {
    k += 2;
  }
  if (k < stage_.chunks.size() && chunk(k).kind == ChunkKind::verb) {
    const auto& frames = stage_.grammar.frames("verb", chunk(k).lemma);
    if (std::any_of(frames.begin(), frames.end(),
                    [](const Frame* frame) { return frame->id == "more.put"; }))
      ++k;
  }
  if (k + 1 >= stage_.chunks.size() || chunk(k).kind != ChunkKind::word) return;
  if (chunk(k).word != "at" && chunk(k).word != "of") return;
  if (chunk(k + 1).kind == ChunkKind::phrase && class_of(stage_.grammar, chunk(k + 1)) != "money")
    set_quantity(claim, k + 1);
}

}  // namespace msmt
