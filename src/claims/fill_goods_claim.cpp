/// One claim of a trigger of goods: its item, its count, and whose people or goods they are.
///
///     "North Korean workers were sent to Russia"   by North Korea
#include "claims/fill_goods.hpp"
#include "claims/fill_people.hpp"
#include "claims/filler.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

namespace {

/// "deliveries of Iranian fuel": a noun by which the goods leave the state whose they are.
bool leaves_owner(const Filler& f) {
  return f.frame.id == "give.noun" && f.stage.grammar.is(WordClass::outflow, f.trigger().lemma);
}

/// "Sudan depends upon deliveries of fuel": who takes what it depends on.
std::optional<Named> depends_on(const Filler& f) {
  if (!leaves_owner(f) || f.at < 3) return std::nullopt;
  const Chunk& verb = f.chunk(f.at - 2);
  const bool on = is_word(f.chunk(f.at - 1), "on") || is_word(f.chunk(f.at - 1), "upon");
  if (!on || verb.kind != ChunkKind::verb || verb.negated || verb.voice != Voice::active ||
      !f.stage.grammar.is(WordClass::resort, verb.lemma) ||
      f.chunk(f.at - 3).kind != ChunkKind::phrase)
    return std::nullopt;
  auto taker = party_of(f.stage, f.at - 3);
  if (!taker) taker = owner_of(f.stage, f.at - 3);
  return taker && !taker->party.iso2.empty() ? taker : std::nullopt;
}

/// "Chad sent 200 soldiers. Niger has sent 300.": a bare count behind a verb of sending is its subject's.
bool sends_more(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  return f.frame.id.starts_with("give.") && (is_count(c) || c.head == "any");
}

}  // namespace

Claim one(const Filler& f, std::size_t i, std::string_view type, std::optional<Named> actor,
          std::optional<Named> target, const std::optional<std::pair<Named, Named>>& pair) {
  Claim claim = f.start(type);
  f.set_item(claim, i);
  const bool of_people = type == "deployment" || type == "labor";
  // "has lost 4,700 of the soldiers whom it sent": not as many as it sent
  const std::string_view words = f.stage.doc.words(f.chunk(i).span);
  const std::size_t whole = words.find(" of the ");
  if (of_people && f.sides.construction == "relative_object" && f.chunk(i).quantity != nullptr &&
      whole != std::string_view::npos && words.find_first_of("0123456789", whole) == words.npos) {
    claim.quantity.reset();
    drop_spans(claim, {"quantity"});
  }
  // "A Cuban force of 3,000 soldiers"
  if (const Chunk& men = f.chunk(i + 2); of_people && !claim.quantity && f.chunk(i).of.empty() &&
                                         is_word(f.chunk(i + 1), "of") && men.quantity != nullptr &&
                                         is_people(men.item_class)) {
    f.set_quantity(claim, i + 2);
    claim.item = item_of(f.stage, men);
  }
  auto owner = of_people ? sender_of(f, i) : owner_of(f.stage, i);
  if (!of_people && is_booty(f, i)) owner.reset();
  if (!target && type == "transfer") target = depends_on(f);
  if (owner && !owner->party.iso2.empty() && !actor && !target && type == "transfer" &&
      leaves_owner(f))
    actor = owner;
  if (owner && !owner->party.iso2.empty() && !actor &&
      (of_people || (target && target->party.iso2 != owner->party.iso2))) {
    actor = owner;  // "North Korean workers were sent to Russia"
  }
  if (of_people && owner && owner->party.iso2.empty() && !actor && f.chunk(i).owner &&
      owner->party == f.chunk(i).owner->party)
    actor = owner;  // "Wagner fighters were sent to Mali"
  // "Operation Carlota carried 36,000 Cuban soldiers", "the firm transported Russian arms": their own side sent them
  if ((of_people || f.chunk(i).owner_is_adjective) && owner && !owner->party.iso2.empty() &&
      actor && actor->party.iso2.empty() && f.stage.grammar.is(WordClass::carry, f.trigger().lemma))
    actor = owner;
  const bool agentless =
      f.trigger().kind == ChunkKind::verb && f.sides.of("by").empty() &&
      (f.trigger().voice == Voice::passive || f.trigger().voice == Voice::participle);
  if (type == "deployment" && !owner && !actor && agentless) {
    actor = owner_of_named_people(f.stage, i);  // "told them that soldiers had been sent"
  }
  const bool has_men =
      f.frame.id == "people.keep" && unit_of_members(f, i);  // "has had Wagner men"
  // "Burkina Faso received Russian soldiers"; but "Turkey sent Syrian fighters" that it had hired
  const bool sends = f.trigger().kind == ChunkKind::verb &&
                     (f.frame.id == "give.send" || f.frame.id == "give.give");
  if (type == "deployment" && owner && actor && owner->party != actor->party && !sends &&
      (!owner->party.iso2.empty() || has_men) && !target && !sends_more(f, i)) {
    target = actor;
    actor = owner;
  }
  set_sides(claim, std::move(actor), std::move(target), pair);
  return claim;
}

void set_sides(Claim& claim, std::optional<Named> actor, std::optional<Named> target,
               const std::optional<std::pair<Named, Named>>& pair) {
  if (pair && !actor && !target) {
    actor = pair->first;
    target = pair->second;
  }
  if (actor && target && actor->party == target->party) {
    // "for supplying Russia with engines", of Russian businessmen: who is named outright takes
    const bool outright = target->span.size() > 0 && target->span != actor->span &&
                          !actor->party.iso2.empty() && claim.evidence.rule.ends_with("charge");
    (outright ? actor : target).reset();
  }
  set_party(claim, &Claim::actor, "actor", actor);
  set_party(claim, &Claim::target, "target", target);
}

}  // namespace msmt
