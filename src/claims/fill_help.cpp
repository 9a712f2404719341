/// Know-how handed on in person: advice, help, and what engineers of one state do to arms of another.
#include "claims/clause_words.hpp"
#include "claims/fill_arms.hpp"
#include "claims/fill_goods.hpp"
#include "claims/fill_money.hpp"
#include "claims/fill_people.hpp"
#include "claims/filler.hpp"

namespace msmt {

namespace {

/// "China supported Pakistan's missile program", "supported work to improve missile guidance"
std::vector<Claim> program_support(Filler& f) {
  const auto actor = f.party("actor");
  if (!actor || f.items().empty()) return f.refuse("nobody supports anything");
  const std::size_t i = f.items().front();
  const Chunk& c = f.chunk(i);
  for (std::size_t k = i + 1; k + 1 < f.stage.chunks.size() && k < i + 3; ++k) {
    if (f.chunk(k).word == "by" && f.chunk(k + 1).voice == Voice::gerund)
      return f.refuse("what it did says more");  // "supported the program by providing data"
  }
  if (!f.stage.grammar.is(WordClass::work, c.lemma)) return f.refuse("no work");
  std::size_t what = i;
  if (i + 2 < f.stage.chunks.size() && f.chunk(i + 1).kind == ChunkKind::verb &&
      f.stage.grammar.is(WordClass::make, f.chunk(i + 1).lemma))
    what = i + 2;  // "supported work to improve missile guidance"
  const Chunk& made = f.chunk(what);
  const std::string klass = class_of(f.stage.grammar, made);
  bool technical = klass == "arms" || klass == "knowhow" || made.weapon != nullptr ||
                   (what != i && made.item_id == "system");
  for (const Mention& mention : f.stage.reading.mentions)
    technical = technical ||
                (std::holds_alternative<Weapon>(mention.value) && made.span.contains(mention.span));
  if (!technical) return f.refuse("nothing technical");
  auto target = owner_of(f.stage, what);
  if (!target) target = owner_of(f.stage, i);
  if (target && target->party == actor->party) return f.refuse("its own work");
  Claim claim = f.start("technology");
  claim.item = item_of(f.stage, made);
  if (what != i) claim.item->name = "work to " + f.chunk(i + 1).lemma + " " + claim.item->name;
  claim.item->category = "knowhow";
  add_span(claim, "item", {c.span.begin, made.span.end});
  set_party(claim, &Claim::actor, "actor", actor);
  set_party(claim, &Claim::target, "target", target);
  return {claim};
}

/// "Russian engineers improved the accuracy of North Korean missiles", "refitted Syria's jets"
std::vector<Claim> improvement(Filler& f) {
  auto actor = f.party("actor");
  const auto& by = f.sides.of("subj");
  // "Russian assistance has helped improve Iran's missiles"
  if (!actor && by.size() == 1 &&
      (f.chunk(by.front()).item_class == "aid" ||
       f.stage.grammar.is(WordClass::support_noun, f.chunk(by.front()).lemma)))
    actor = owner_of(f.stage, by.front());
  if (!actor) return f.refuse("nobody improves");
  if (f.trigger().voice == Voice::infinitive) return f.refuse("meant or helped to");
  std::vector<Claim> out;
  for (const std::size_t i : f.items()) {
    const Chunk& c = f.chunk(i);
    const std::string klass = class_of(f.stage.grammar, c);
    const bool technical = klass == "arms" || klass == "knowhow" || c.of_class == "arms" ||
                           c.weapon != nullptr || c.before.find("missile") != std::string::npos;
    const bool quality = f.stage.grammar.is(WordClass::quality, c.lemma);
    auto target = owner_of(f.stage, i);
    // "Engineers from Chad repaired radars in Togo"
    const auto& there = f.sides.of("in");
    if (!target && by.size() == 1 && f.chunk(by.front()).item_class == "workers" && !there.empty())
      target = state_where(f.stage, there.front());
    if (!target || target->party == actor->party || (!technical && !quality)) {
      f.why = "nothing technical of another side's";
      continue;
    }
    Claim claim = f.start("technology");
    claim.item = item_of(f.stage, c);
    if (quality) claim.item->name = c.lemma + (c.of.empty() ? "" : " of " + claim.item->name);
    claim.item->category = "knowhow";
    add_span(claim, "item", c.span);
    if (c.quantity != nullptr) f.set_quantity(claim, i);
    set_party(claim, &Claim::actor, "actor", actor);
    set_party(claim, &Claim::target, "target", target);
    out.push_back(std::move(claim));
  }
  return out;
}

/// "Russian engineers corrected the flaws of the Hwasong-11"
std::vector<Claim> repair(Filler& f) {
  const auto actor = f.party("actor");
  if (!actor || f.items().size() != 1) return f.refuse("nobody repairs");
  const std::size_t flaw = f.items().front();
  if (!f.stage.grammar.is(WordClass::flaw, f.chunk(flaw).lemma)) return f.refuse("no flaw");
  // "the flaws of the missile", "defects in Iranian drones"
  std::size_t what = flaw;
  if (f.chunk(flaw).of.empty() && flaw + 2 < f.stage.chunks.size() &&
      (is_word(f.chunk(flaw + 1), "in") || is_word(f.chunk(flaw + 1), "of")))
    what = flaw + 2;
  const Chunk& c = f.chunk(what);
  const bool arms = what == flaw ? c.of_class == "arms" : is_arms(f, c);
  if (!arms) return f.refuse("nothing technical");
  auto target = owner_of(f.stage, what);
  if (const std::string_view made = make_of(f, what); !target && !made.empty())
    target = Named{f.stage.grammar.country(std::string(made)), c.span};
  if (!target || target->party == actor->party) return f.refuse("nothing of another side's");
  Claim claim = f.start("technology");
  claim.item = item_of(f.stage, c);
  claim.item->name = "repair of " + claim.item->name;
  claim.item->category = "knowhow";
  add_span(claim, "item", {f.chunk(flaw).span.begin, c.span.end});
  set_party(claim, &Claim::actor, "actor", actor);
  set_party(claim, &Claim::target, "target", target);
  return {claim};
}

/// Arms, know-how, plants: what help to make is know-how.
bool is_technical(const Filler& f, const Chunk& c) {
  const std::string klass = class_of(f.stage.grammar, c);
  return klass == "arms" || klass == "knowhow" || klass == "program" || c.of_class == "arms" ||
         c.weapon != nullptr || c.before.find("missile") != std::string::npos ||
         f.stage.grammar.is(WordClass::facility, c.lemma);
}

/// "helps Pyongyang with its missiles and satellite technology": each of the technical things, uncounted.
std::vector<Claim> helped_with(Filler& f, const Named& actor, const Named& target) {
  std::vector<Claim> out;
  for (const std::size_t i : f.items()) {
    const Chunk& what = f.chunk(i);
    const bool parts = class_of(f.stage.grammar, what) == "parts" && !what.definite;
    if (what.quantity != nullptr || (!is_technical(f, what) && !parts)) break;
    Claim claim = f.start("technology");
    claim.item = item_of(f.stage, what);
    if (class_of(f.stage.grammar, what) != "knowhow")
      claim.item->name = "help with " + claim.item->name;
    claim.item->category = "knowhow";
    claim.item->weapon.clear();
    add_span(claim, "item", what.span);
    set_party(claim, &Claim::actor, "actor", actor);
    set_party(claim, &Claim::target, "target", target);
    out.push_back(std::move(claim));
  }
  return out.empty() ? f.refuse("helped with nothing technical") : out;
}

/// "helped Iran improve its missiles by sharing data": whether a claim of the data tells how it helped.
bool told_by_way(const Filler& f, std::size_t from) {
  for (std::size_t k = from; k + 2 < f.stage.chunks.size(); ++k) {
    const Chunk& link = f.chunk(k);
    if (link.kind == ChunkKind::verb || is_word(link, ",") || is_word(link, ";")) return false;
    if (!is_word(link, "by")) continue;
    const Chunk& deed = f.chunk(k + 1);
    return deed.voice == Voice::gerund && f.chunk(k + 2).kind == ChunkKind::phrase &&
           class_of(f.stage.grammar, f.chunk(k + 2)) == "knowhow" &&
           f.stage.grammar.evokes("verb", deed.lemma, {"give.supply", "give.give", "give.send"});
  }
  return false;
}

/// "Iran helped Russia to build a drone factory"
std::vector<Claim> help(Filler& f) {
  const auto actor = f.party("actor");
  auto target = f.party("target");
  std::size_t helped = f.at + 1;  // also where it reads like a subject: "helps Pakistan build"
  if (target) {
    helped = get(f.roles, "target").back();
  } else if (helped < f.stage.chunks.size()) {
    target = party_of(f.stage, helped);
  }
  for (const std::size_t i : f.sides.of("with")) {
    // "helped with the design and fitting of Chad's frigate"
    if (target) break;
    if (is_technical(f, f.chunk(i))) target = owner_of(f.stage, i);
    if (target && target->party.iso2.empty()) target.reset();
  }
  if (!actor || !target || actor->party == target->party) return f.refuse("not two sides");
  const std::size_t from = helped + 1;
  for (std::size_t k = from; k + 1 < f.stage.chunks.size() && k < from + 3; ++k) {
    const Chunk& verb = f.chunk(k);
    if (verb.kind != ChunkKind::verb) continue;
    const Chunk& what = f.chunk(k + 1);
    if (f.frame.id == "tech.teach" && (verb.lemma == "maintain" || verb.lemma == "repair"))
      return f.refuse("a lesson for crews");
    if (!f.stage.grammar.is(WordClass::make, verb.lemma) || what.kind != ChunkKind::phrase ||
        what.pronoun)
      return f.refuse("helped with nothing technical");
    if (!is_technical(f, what) && class_of(f.stage.grammar, what) != "parts")
      return f.refuse("helped with nothing technical");
    Claim claim = f.start("technology");
    claim.item = item_of(f.stage, what);
    claim.item->name = "help to " + verb.lemma + " " + claim.item->name;
    claim.item->category = "knowhow";
    claim.item->weapon.clear();
    add_span(claim, "item", {verb.span.begin, what.span.end});
    set_party(claim, &Claim::actor, "actor", actor);
    set_party(claim, &Claim::target, "target", target);
    std::vector<Claim> out;
    if (!told_by_way(f, k + 2)) out.push_back(std::move(claim));
    goods_back(f, out, *actor, *target);
    return out.empty() ? f.refuse("told by what helps") : out;
  }
  return helped_with(f, *actor, *target);
}

/// "gave Ethiopia help in repairing its tanks", "received assistance in developing radars from Iran"
std::vector<Claim> help_in(Filler& f) {
  const bool in = f.at + 3 < f.stage.chunks.size() && f.at > 1 &&
                  (is_word(f.chunk(f.at + 1), "in") || is_word(f.chunk(f.at + 1), "with")) &&
                  f.chunk(f.at + 2).kind == ChunkKind::verb &&
                  f.chunk(f.at + 2).voice == Voice::gerund;
  if (!in) return f.refuse("nothing is done with it");
  const Chunk& deed = f.chunk(f.at + 2);
  const Chunk& what = f.chunk(f.at + 3);
  if (!f.stage.grammar.is(WordClass::make, deed.lemma) || !is_technical(f, what))
    return f.refuse("nothing technical is made");
  const Chunk& given = f.chunk(f.at - 1);
  std::optional<Named> actor = f.party("actor");
  std::optional<Named> target;
  if (f.trigger().owner_bare) target = f.trigger().owner;  // "gave Ethiopia help"
  if (!actor && !target) actor = f.trigger_owner();
  if (is_finite(given)) {
    const auto subject = party_of(f.stage, f.at - 2);
    const bool takes = f.stage.grammar.is(WordClass::undergo, given.lemma);
    auto& side = takes ? target : actor;
    if (!side && subject) side = subject;
  }
  if (!target) target = owner_of(f.stage, f.at + 3);
  if (!actor || !target || actor->party == target->party) return f.refuse("not two sides");
  Claim claim = f.start("technology");
  claim.item = item_of(f.stage, what);
  claim.item->name = "help in " + deed.head + " " + claim.item->name;
  claim.item->category = "knowhow";
  claim.item->weapon.clear();
  add_span(claim, "item", what.span);
  set_party(claim, &Claim::actor, "actor", actor);
  set_party(claim, &Claim::target, "target", target);
  return {claim};
}

/// "With help from China, Pakistan developed the jet", "was built with Russian assistance"
std::vector<Claim> helped_by(Filler& f) {
  const bool with =
      f.at > 0 &&
      (is_word(f.chunk(f.at - 1), "with") || is_word(f.chunk(f.at - 1), "under") ||
       (f.at > 1 && is_word(f.chunk(f.at - 1), "to") && f.chunk(f.at - 2).lemma == "thank"));
  if (!with) return help_in(f);
  auto actor = f.trigger_owner();
  if (!actor) actor = f.party("actor");
  if (!actor) return f.refuse("nobody's help");
  for (std::size_t k = 0; k < f.stage.chunks.size(); ++k) {
    const Chunk& deed = f.chunk(k);
    if (k >= f.at && is_word(deed, ";")) break;
    const bool learns = deed.kind == ChunkKind::verb && deed.voice == Voice::infinitive && k > 0 &&
                        f.chunk(k - 1).kind == ChunkKind::verb && f.chunk(k - 1).lemma == "learn";
    if (deed.kind != ChunkKind::verb || !f.stage.grammar.is(WordClass::make, deed.lemma) ||
        (!is_finite(deed) && !learns && deed.voice != Voice::participle))
      continue;
    if (f.stage.grammar.evokes("verb", deed.lemma, {"use"}))
      continue;  // "launched drones with help from Iran": fired
    const bool passive = deed.voice == Voice::passive || deed.voice == Voice::participle;
    const std::size_t subject = learns ? k - 2 : k - 1;
    const std::size_t what = passive ? k - 1 : k + 1;
    if (subject >= f.stage.chunks.size() || what >= f.stage.chunks.size()) continue;
    if (f.chunk(what).kind != ChunkKind::phrase || !is_technical(f, f.chunk(what))) continue;
    std::optional<Named> target = passive ? owner_of(f.stage, what) : party_of(f.stage, subject);
    if (!target && !passive) target = owner_of(f.stage, subject);
    if (target && target->party == actor->party) return f.refuse("its own help");
    if (!target && !passive) return f.refuse("nobody is helped");
    Claim claim = f.start("technology");
    claim.item = item_of(f.stage, f.chunk(what));
    claim.item->name = "help to " + deed.lemma + " " + claim.item->name;
    claim.item->category = "knowhow";
    claim.item->weapon.clear();
    add_span(claim, "item", f.chunk(what).span);
    set_party(claim, &Claim::actor, "actor", actor);
    set_party(claim, &Claim::target, "target", target);
    return {claim};
  }
  return f.refuse("nothing technical is made");
}

}  // namespace

bool works_on_thing(const Filler& f) {
  const auto& on = f.sides.of("on");
  if (f.frame.id != "labor.work" || on.empty()) return false;
  const Chunk& c = f.chunk(on.front());
  return c.pronoun || is_arms(f, c) || class_of(f.stage.grammar, c) == "knowhow" ||
         class_of(f.stage.grammar, c) == "program";
}

std::vector<Claim> advice(Filler& f) {
  if (f.frame.id == "tech.help" || f.frame.id == "tech.teach") return help(f);
  if (f.frame.id == "tech.improve" || f.frame.id == "tech.work") return improvement(f);
  if (f.frame.id == "tech.support") return program_support(f);
  if (f.frame.id == "tech.repair") return repair(f);
  if (f.frame.id == "tech.with") return helped_by(f);
  const auto actor = f.party("actor");
  const auto target = f.party("target");
  if (!actor || !target || actor->party == target->party) return f.refuse("not two sides");
  std::vector<Claim> out;
  for (const std::size_t i : f.items()) {
    if (f.chunk(i).party) continue;
    Claim claim = f.start("technology");
    claim.item = item_of(f.stage, f.chunk(i));
    add_span(claim, "item", f.chunk(i).span);
    set_party(claim, &Claim::actor, "actor", actor);
    set_party(claim, &Claim::target, "target", target);
    out.push_back(std::move(claim));
  }
  return out;
}

}  // namespace msmt
