/// Decisions stopped: vetoes.

#include "claims/clause_words.hpp"
#include "claims/filler.hpp"

namespace msmt {

bool Filler::is_decision(std::size_t i) const {
  const Chunk& c = chunk(i);
  if (c.of_class == "measure" || c.of_class == "decision") return true;
  if (!stage_.grammar.is(WordClass::decision, c.lemma)) return false;
  const bool of_body = c.owner && c.owner->party.iso2.empty() && c.owner->party.name.size() > 3;
  return of_body || c.before.find("sanction") != std::string::npos ||
         c.before.find("draft") != std::string::npos;
}

void Filler::failed_decision(Claim& claim) const {
  // "The draft failed because of vetoes by Russia and China"
  if (trigger_ < 3 ||
      !(is_word(chunk(trigger_ - 1), "because of") || is_word(chunk(trigger_ - 1), "due to") ||
        is_word(chunk(trigger_ - 1), "after") || is_word(chunk(trigger_ - 1), "following")))
    return;
  for (std::size_t k = trigger_ - 1; k > 1; --k) {
    if (!is_finite(chunk(k - 1))) continue;
    const Chunk& c = chunk(k - 2);
    if (c.kind != ChunkKind::phrase ||
        (c.item_class != "decision" && !stage_.grammar.is(WordClass::decision, c.lemma)))
      return;
    claim.item = item_of(stage_, c);
    span(claim, "item", c.span);
    return;
  }
}

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
    if (frame_.pos == "verb" && !frame_.takes(klass) && !chunk(i).party && !is_decision(i))
      continue;
    if (!claim.target && frame_.pos == "verb") {
      // "blocked the EU's 18th package of sanctions": in whose hands it is
      const auto owner = owner_of(stage_, i);
      if (owner && owner->party.iso2.empty() && is_decision(i))
        set(claim, &Claim::target, "target", owner);
    }
    claim.item = item_of(stage_, chunk(i));
    span(claim, "item", chunk(i).span);
    break;
  }
  if (!claim.target && stage_.chunks.size() > 1 &&
      (is_word(chunk(0), "in") || is_word(chunk(0), "at")) && lists_names(chunk(1)) &&
      chunk(1).party->party.iso2.empty())
    set(claim, &Claim::target, "target",
        chunk(1).party);  // "In the Security Council, Russia blocked"
  if (frame_.pos == "noun" && !claim.item) failed_decision(claim);
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
