/// Decisions stopped: vetoes.

#include "claims/filler.hpp"

namespace msmt {

std::vector<Claim> Filler::veto() {
  std::optional<Named> actor = party("actor");
  if (const auto owner = trigger_owner(); owner && !actor) actor = owner;
  if (!actor || actor->party.iso2.empty()) return refuse("no state");
  Claim claim = start("veto");
  set(claim, &Claim::actor, "actor", actor);
  auto target = party("target");
  if (target && target->party.iso2.empty()) set(claim, &Claim::target, "target", target);
  for (const std::size_t i : items()) {
    const std::string klass = class_of(stage_.grammar, chunk(i));
    if (frame_.pos == "verb" && !frame_.takes(klass) && !chunk(i).party) continue;
    claim.item = item_of(stage_, chunk(i));
    span(claim, "item", chunk(i).span);
    break;
  }
  if (frame_.pos == "verb" && !claim.item) return refuse("no decision");
  if (frame_.pos == "noun" && trigger().lemma == "opposition" && !claim.item && !target) {
    // "Russia's opposition" alone blocks nothing; beside the end of a body it does
    bool ends = false;
    for (const Chunk& c : stage_.chunks) {
      if (c.kind == ChunkKind::verb || c.kind == ChunkKind::phrase) {
        for (const Frame* frame :
             stage_.grammar.frames(c.kind == ChunkKind::verb ? "verb" : "noun", c.lemma)) {
          ends = ends || frame->type == "dissolution";
        }
      }
    }
    if (!ends) return refuse("no decision");
  }
  return {claim};
}

}  // namespace msmt
