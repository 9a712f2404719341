/// Decisions stopped: vetoes.
#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/fill_limits.hpp"
#include "claims/filler.hpp"

namespace msmt {

namespace {

/// "the EU's 18th sanctions package", "the draft statement": what a body decides on.
bool is_decision(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  if (c.of_class == "measure" || c.of_class == "decision") return true;
  if (!f.stage.grammar.is(WordClass::decision, c.lemma)) return false;
  const bool of_body = c.owner && c.owner->party.iso2.empty() && c.owner->party.name.size() > 3;
  return of_body || c.before.find("sanction") != std::string::npos ||
         c.before.find("draft") != std::string::npos;
}

/// "the Security Council's Panel of Experts": in whose hands the body at chunk i is.
std::optional<Named> council_of(const Filler& f, std::size_t i) {
  for (const Mention& mention : f.stage.reading.mentions) {
    const auto* body = std::get_if<Organization>(&mention.value);
    const bool inside = body != nullptr && f.chunk(i).span.contains(mention.span) &&
                        mention.span.end < f.chunk(i).span.end;
    if (inside && body->name.ends_with("Council")) return Named{{body->name, ""}, mention.span};
  }
  return std::nullopt;
}

/// "The draft failed because of vetoes": what the veto before stopped.
void failed_decision(const Filler& f, Claim& claim) {
  // "The draft failed because of vetoes by Russia and China"
  if (f.at < 3 ||
      !(is_word(f.chunk(f.at - 1), "because of") || is_word(f.chunk(f.at - 1), "due to") ||
        is_word(f.chunk(f.at - 1), "after") || is_word(f.chunk(f.at - 1), "following")))
    return;
  for (std::size_t k = f.at - 1; k > 1; --k) {
    if (!is_finite(f.chunk(k - 1))) continue;
    const Chunk& c = f.chunk(k - 2);
    if (c.kind != ChunkKind::phrase ||
        (c.item_class != "decision" && !f.stage.grammar.is(WordClass::decision, c.lemma)))
      return;
    claim.item = item_of(f.stage, c);
    add_span(claim, "item", c.span);
    return;
  }
}

}  // namespace

std::vector<Claim> veto(Filler& f) {
  std::optional<Named> actor = f.party("actor");
  if (const auto owner = f.trigger_owner(); owner && !actor) actor = owner;
  if (!actor || actor->party.iso2.empty()) return f.refuse("no state");
  Claim claim = f.start("veto");
  set_party(claim, &Claim::actor, "actor", actor);
  auto target = f.party("target");
  if (target && target->party.iso2.empty()) set_party(claim, &Claim::target, "target", target);
  for (const std::size_t i : f.items()) {
    const std::string klass = class_of(f.stage.grammar, f.chunk(i));
    if (f.frame.pos == "verb" && !f.frame.takes(klass) && !f.chunk(i).party && !is_decision(f, i))
      continue;
    if (!claim.target && f.frame.pos == "verb") {
      // "blocked the EU's 18th package of sanctions": in whose hands it is
      const auto owner = owner_of(f.stage, i);
      if (owner && owner->party.iso2.empty() && is_decision(f, i))
        set_party(claim, &Claim::target, "target", owner);
    }
    if (!claim.target) set_party(claim, &Claim::target, "target", council_of(f, i));
    claim.item = item_of(f.stage, f.chunk(i));
    add_span(claim, "item", f.chunk(i).span);
    break;
  }
  if (!claim.target && f.stage.chunks.size() > 1 &&
      (is_word(f.chunk(0), "in") || is_word(f.chunk(0), "at")) && lists_names(f.chunk(1)) &&
      f.chunk(1).party->party.iso2.empty())
    set_party(claim, &Claim::target, "target",
              f.chunk(1).party);  // "In the Security Council, Russia blocked"
  if (f.frame.pos == "noun" && !claim.item) failed_decision(f, claim);
  if (f.frame.pos == "verb" && !claim.item) return f.refuse("no decision");
  if (f.frame.pos == "noun" && f.trigger().lemma == "opposition" && !claim.item && !target) {
    // "Russia's opposition" alone blocks nothing; beside the end of a body it does
    const auto ends = [&](const Chunk& c) {
      return (c.kind == ChunkKind::verb || c.kind == ChunkKind::phrase) &&
             f.stage.grammar.evokes(c.kind == ChunkKind::verb ? "verb" : "noun", c.lemma,
                                    {"dissolution"});
    };
    if (std::none_of(f.stage.chunks.begin(), f.stage.chunks.end(), ends))
      return f.refuse("no decision");
  }
  return {claim};
}

}  // namespace msmt
