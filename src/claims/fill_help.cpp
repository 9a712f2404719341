/// Know-how handed on in person: advice, help, and what engineers of one state do to arms of another.
#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/filler.hpp"

namespace msmt {

std::vector<Claim> Filler::advice() {
  if (frame_.id == "tech.help" || frame_.id == "tech.teach") return help();
  if (frame_.id == "tech.improve") return improvement();
  if (frame_.id == "tech.support") return program_support();
  if (frame_.id == "tech.repair") return repair();
  if (frame_.id == "tech.with") return helped_by();
  const auto actor = party("actor");
  const auto target = party("target");
  if (!actor || !target || actor->party == target->party) return refuse("not two sides");
  std::vector<Claim> out;
  for (const std::size_t i : items()) {
    if (chunk(i).party) continue;
    Claim claim = start("technology");
    claim.item = item_of(stage_, chunk(i));
    span(claim, "item", chunk(i).span);
    set(claim, &Claim::actor, "actor", actor);
    set(claim, &Claim::target, "target", target);
    out.push_back(std::move(claim));
  }
  return out;
}

std::vector<Claim> Filler::program_support() {
  const auto actor = party("actor");
  if (!actor || items().empty()) return refuse("nobody supports anything");
  const std::size_t i = items().front();
  const Chunk& c = chunk(i);
  for (std::size_t k = i + 1; k + 1 < stage_.chunks.size() && k < i + 3; ++k) {
    if (chunk(k).word == "by" && chunk(k + 1).voice == Voice::gerund)
      return refuse("what it did says more");  // "supported the program by providing data"
  }
  if (!stage_.grammar.is(WordClass::work, c.lemma)) return refuse("no work");
  std::size_t what = i;
  if (i + 2 < stage_.chunks.size() && chunk(i + 1).kind == ChunkKind::verb &&
      stage_.grammar.is(WordClass::make, chunk(i + 1).lemma))
    what = i + 2;  // "supported work to improve missile guidance"
  const Chunk& made = chunk(what);
  const std::string klass = class_of(stage_.grammar, made);
  bool technical = klass == "arms" || klass == "knowhow" || made.weapon != nullptr ||
                   (what != i && made.item_id == "system");
  for (const Mention& mention : stage_.reading.mentions)
    technical = technical ||
                (std::holds_alternative<Weapon>(mention.value) && made.span.contains(mention.span));
  if (!technical) return refuse("nothing technical");
  auto target = owner_of(stage_, what);
  if (!target) target = owner_of(stage_, i);
  if (target && target->party == actor->party) return refuse("its own work");
  Claim claim = start("technology");
  claim.item = item_of(stage_, made);
  if (what != i) claim.item->name = "work to " + chunk(i + 1).lemma + " " + claim.item->name;
  claim.item->category = "knowhow";
  span(claim, "item", {c.span.begin, made.span.end});
  set(claim, &Claim::actor, "actor", actor);
  set(claim, &Claim::target, "target", target);
  return {claim};
}

std::vector<Claim> Filler::improvement() {
  const auto actor = party("actor");
  if (!actor) return refuse("nobody improves");
  if (trigger().voice == Voice::infinitive) return refuse("meant or helped to");
  std::vector<Claim> out;
  for (const std::size_t i : items()) {
    const Chunk& c = chunk(i);
    const std::string klass = class_of(stage_.grammar, c);
    const bool technical =
        klass == "arms" || klass == "knowhow" || c.of_class == "arms" || c.weapon != nullptr;
    const bool quality = stage_.grammar.is(WordClass::quality, c.lemma);
    const auto target = owner_of(stage_, i);
    if (!target || target->party == actor->party || (!technical && !quality)) {
      why_ = "nothing technical of another side's";
      continue;
    }
    Claim claim = start("technology");
    claim.item = item_of(stage_, c);
    if (quality) claim.item->name = c.lemma + (c.of.empty() ? "" : " of " + claim.item->name);
    claim.item->category = "knowhow";
    span(claim, "item", c.span);
    if (c.quantity != nullptr) set_quantity(claim, i);
    set(claim, &Claim::actor, "actor", actor);
    set(claim, &Claim::target, "target", target);
    out.push_back(std::move(claim));
  }
  return out;
}

std::vector<Claim> Filler::repair() {
  const auto actor = party("actor");
  if (!actor || items().size() != 1) return refuse("nobody repairs");
  const std::size_t flaw = items().front();
  if (!stage_.grammar.is(WordClass::flaw, chunk(flaw).lemma)) return refuse("no flaw");
  // "the flaws of the missile", "defects in Iranian drones"
  std::size_t what = flaw;
  if (chunk(flaw).of.empty() && flaw + 2 < stage_.chunks.size() &&
      (is_word(chunk(flaw + 1), "in") || is_word(chunk(flaw + 1), "of")))
    what = flaw + 2;
  const Chunk& c = chunk(what);
  const bool arms = what == flaw ? c.of_class == "arms" : is_arms(c);
  if (!arms) return refuse("nothing technical");
  auto target = owner_of(stage_, what);
  if (const std::string_view made = make_of(what); !target && !made.empty())
    target = Named{stage_.grammar.country(std::string(made)), c.span};
  if (!target || target->party == actor->party) return refuse("nothing of another side's");
  Claim claim = start("technology");
  claim.item = item_of(stage_, c);
  claim.item->name = "repair of " + claim.item->name;
  claim.item->category = "knowhow";
  span(claim, "item", {chunk(flaw).span.begin, c.span.end});
  set(claim, &Claim::actor, "actor", actor);
  set(claim, &Claim::target, "target", target);
  return {claim};
}

std::vector<Claim> Filler::help() {
  const auto actor = party("actor");
  auto target = party("target");
  std::size_t helped = trigger_ + 1;  // also where it reads like a subject: "helps Pakistan build"
  if (target) {
    helped = get(roles_, "target").back();
  } else if (helped < stage_.chunks.size()) {
    target = party_of(stage_, helped);
  }
  if (!actor || !target || actor->party == target->party) return refuse("not two sides");
  const std::size_t from = helped + 1;
  for (std::size_t k = from; k + 1 < stage_.chunks.size() && k < from + 3; ++k) {
    const Chunk& verb = chunk(k);
    if (verb.kind != ChunkKind::verb) continue;
    const Chunk& what = chunk(k + 1);
    if (!stage_.grammar.is(WordClass::make, verb.lemma) || what.kind != ChunkKind::phrase ||
        what.pronoun)
      return refuse("helped with nothing technical");
    const std::string klass = class_of(stage_.grammar, what);
    const bool technical = klass == "arms" || klass == "knowhow" || klass == "parts" ||
                           klass == "program" || what.weapon != nullptr ||
                           what.before.find("missile") != std::string::npos ||
                           stage_.grammar.is(WordClass::facility, what.lemma);
    if (!technical) return refuse("helped with nothing technical");
    Claim claim = start("technology");
    claim.item = item_of(stage_, what);
    claim.item->name = "help to " + verb.lemma + " " + claim.item->name;
    claim.item->category = "knowhow";
    claim.item->weapon.clear();
    span(claim, "item", {verb.span.begin, what.span.end});
    set(claim, &Claim::actor, "actor", actor);
    set(claim, &Claim::target, "target", target);
    return {claim};
  }
  return refuse("helped with nothing technical");
}

bool Filler::is_technical(const Chunk& c) const {
  const std::string klass = class_of(stage_.grammar, c);
  return klass == "arms" || klass == "knowhow" || klass == "program" || c.of_class == "arms" ||
         c.weapon != nullptr || stage_.grammar.is(WordClass::facility, c.lemma);
}

std::vector<Claim> Filler::help_in() {
  // "gave Ethiopia help in repairing its tanks", "received assistance in developing radars from Iran"
  const bool in = trigger_ + 3 < stage_.chunks.size() && trigger_ > 1 &&
                  (is_word(chunk(trigger_ + 1), "in") || is_word(chunk(trigger_ + 1), "with")) &&
                  chunk(trigger_ + 2).kind == ChunkKind::verb &&
                  chunk(trigger_ + 2).voice == Voice::gerund;
  if (!in) return refuse("nothing is done with it");
  const Chunk& deed = chunk(trigger_ + 2);
  const Chunk& what = chunk(trigger_ + 3);
  if (!stage_.grammar.is(WordClass::make, deed.lemma) || !is_technical(what))
    return refuse("nothing technical is made");
  const Chunk& given = chunk(trigger_ - 1);
  std::optional<Named> actor = party("actor");
  std::optional<Named> target;
  if (trigger().owner_bare) target = trigger().owner;  // "gave Ethiopia help"
  if (!actor && !target) actor = trigger_owner();
  if (is_finite(given)) {
    const auto subject = party_of(stage_, trigger_ - 2);
    const bool takes = stage_.grammar.is(WordClass::undergo, given.lemma);
    auto& side = takes ? target : actor;
    if (!side && subject) side = subject;
  }
  if (!target) target = owner_of(stage_, trigger_ + 3);
  if (!actor || !target || actor->party == target->party) return refuse("not two sides");
  Claim claim = start("technology");
  claim.item = item_of(stage_, what);
  claim.item->name = "help in " + deed.head + " " + claim.item->name;
  claim.item->category = "knowhow";
  claim.item->weapon.clear();
  span(claim, "item", what.span);
  set(claim, &Claim::actor, "actor", actor);
  set(claim, &Claim::target, "target", target);
  return {claim};
}

std::vector<Claim> Filler::helped_by() {
  // "With help from China, Pakistan developed the jet", "was built with Russian assistance"
  const bool with = trigger_ > 0 && (is_word(chunk(trigger_ - 1), "with") ||
                                     is_word(chunk(trigger_ - 1), "under") ||
                                     (trigger_ > 1 && is_word(chunk(trigger_ - 1), "to") &&
                                      chunk(trigger_ - 2).lemma == "thank"));
  if (!with) return help_in();
  auto actor = trigger_owner();
  if (!actor) actor = party("actor");
  if (!actor) return refuse("nobody's help");
  for (std::size_t k = 0; k < stage_.chunks.size(); ++k) {
    const Chunk& deed = chunk(k);
    if (k >= trigger_ && is_word(deed, ";")) break;
    const bool learns = deed.kind == ChunkKind::verb && deed.voice == Voice::infinitive && k > 0 &&
                        chunk(k - 1).kind == ChunkKind::verb && chunk(k - 1).lemma == "learn";
    if (deed.kind != ChunkKind::verb || !stage_.grammar.is(WordClass::make, deed.lemma) ||
        (!is_finite(deed) && !learns && deed.voice != Voice::participle))
      continue;
    const auto& uses = stage_.grammar.frames("verb", deed.lemma);
    if (std::any_of(uses.begin(), uses.end(),
                    [](const Frame* frame) { return frame->type == "use"; }))
      continue;  // "launched drones with help from Iran": fired
    const bool passive = deed.voice == Voice::passive || deed.voice == Voice::participle;
    const std::size_t subject = learns ? k - 2 : k - 1;
    const std::size_t what = passive ? k - 1 : k + 1;
    if (subject >= stage_.chunks.size() || what >= stage_.chunks.size()) continue;
    if (chunk(what).kind != ChunkKind::phrase || !is_technical(chunk(what))) continue;
    std::optional<Named> target = passive ? owner_of(stage_, what) : party_of(stage_, subject);
    if (!target && !passive) target = owner_of(stage_, subject);
    if (target && target->party == actor->party) return refuse("its own help");
    if (!target && !passive) return refuse("nobody is helped");
    Claim claim = start("technology");
    claim.item = item_of(stage_, chunk(what));
    claim.item->name = "help to " + deed.lemma + " " + claim.item->name;
    claim.item->category = "knowhow";
    claim.item->weapon.clear();
    span(claim, "item", chunk(what).span);
    set(claim, &Claim::actor, "actor", actor);
    set(claim, &Claim::target, "target", target);
    return {claim};
  }
  return refuse("nothing technical is made");
}

}  // namespace msmt
