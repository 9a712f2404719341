/// The deal that a trigger of goods tells: who gives, who takes, and the claim with its sides.
///
///     "transferred shells from Serbia to Mali"   Serbia gives, Mali takes
#include <algorithm>
#include <array>
#include <utility>

#include "claims/clause_words.hpp"
#include "claims/fill_goods.hpp"
#include "claims/fill_money.hpp"
#include "claims/filler.hpp"
#include "claims/flow.hpp"
#include "claims/pronouns.hpp"
#include "claims/scene.hpp"

namespace msmt {

namespace {

/// "enabled Benin to step up attacks and supplied 300 tanks": for whom the verb before did something as well.
std::optional<Named> enabled_before(const Filler& f, const std::optional<Named>& actor) {
  for (std::size_t k = f.at; k > 2; --k) {
    const Chunk& verb = f.chunk(k - 3);
    if (verb.kind != ChunkKind::verb || verb.voice != Voice::active) continue;
    const bool helped =
        f.chunk(k - 2).country_head && f.chunk(k - 1).voice == Voice::infinitive && !verb.negated;
    if (!helped) return std::nullopt;
    auto named = party_of(f.stage, k - 2);
    if (named && actor && named->party == actor->party) named.reset();
    return named;
  }
  return std::nullopt;
}

/// "North Korea has sent shells to Russia, with 6,000 containers shipped in total": the claim that the phrase behind `with`
/// goes on from; nullptr for none.
const Claim* told_before_with(const Filler& f) {
  const auto& goods = f.items();
  if (f.sides.construction != "reduced" || goods.size() != 1 || goods.front() < 2 ||
      f.chunk(goods.front()).quantity == nullptr || !is_word(f.chunk(goods.front() - 1), "with") ||
      !is_word(f.chunk(goods.front() - 2), ","))
    return nullptr;
  const auto& deed = f.stage.memory.deed;
  const bool told =
      deed && deed->type == "transfer" && deed->evidence.bytes.begin == f.stage.sentence_begin();
  return told ? &*deed : nullptr;
}

/// "dispatched shipments totaling 165,000 barrels of fuel to Togo", "sent 40 containers to date, holding shells, to Togo":
/// to whom goes what the goods hold.
std::optional<Named> taker_behind_load(const Filler& f) {
  if (f.items().size() != 1 || f.items().front() < f.at) return std::nullopt;
  const std::size_t lot = f.items().front();
  std::size_t k = lot + 1;
  const std::size_t end = f.stage.chunks.size();
  while (k < end && (f.chunk(k).kind == ChunkKind::date || is_word(f.chunk(k), ",") ||
                     mark_of(f.chunk(k)) == "adv"))
    ++k;
  const bool holds = f.chunk(lot).item_class == "deed" || f.chunk(lot).item_class == "container";
  if (!holds || f.chunk(k).voice != Voice::gerund) return std::nullopt;
  ++k;
  while (k < end && (f.chunk(k).kind == ChunkKind::phrase || joins_list(f.chunk(k).word))) ++k;
  if (!is_word(f.chunk(k), "to")) return std::nullopt;
  auto named = party_of(f.stage, k + 1);
  return named ? named : owner_of(f.stage, k + 1);
}

/// "Iran's military support to Russia, including the provision of drones": the claim that the deed is a part of; nullptr
/// for none.
const Claim* told_before_including(const Filler& f) {
  const auto& deed = f.stage.memory.deed;
  const bool part = f.frame.id == "give.noun" && f.at > 0 &&
                    is_word(f.chunk(f.at - 1), "including") && deed && deed->type == "transfer" &&
                    deed->certainty == Certainty::reported &&
                    deed->evidence.bytes.begin == f.stage.sentence_begin();
  return part ? &*deed : nullptr;
}

/// "In exchange for deploying troops to Russia, Pyongyang has received drones": from whom the gift in front went to.
std::optional<Named> paid_in_front(const Filler& f, const Named& taker) {
  const auto& chunks = f.stage.chunks;
  if (f.frame.id != "get.receive" || !opens_return(chunks[0])) return std::nullopt;
  for (std::size_t k = 1; k + 1 < f.at && !is_word(chunks[k], ","); ++k) {
    if (!is_word(chunks[k], "to") || !chunks[k + 1].country_head) continue;
    auto named = party_of(f.stage, k + 1);
    if (named && named->party != taker.party) return named;
  }
  return std::nullopt;
}

/// "Rockets used by M23 were supplied by Rwanda": who has what the trigger gives.
std::optional<Named> user_of_goods(const Filler& f, const Named& giver) {
  if (f.items().size() != 1 || f.items().front() + 3 >= f.at) return std::nullopt;
  const std::size_t used = f.items().front() + 1;
  const Chunk& verb = f.chunk(used);
  const bool has = verb.kind == ChunkKind::verb && verb.voice == Voice::participle &&
                   is_word(f.chunk(used + 1), "by") &&
                   f.stage.grammar.evokes("verb", verb.lemma, {"use", "possession"});
  if (!has) return std::nullopt;
  auto user = party_of(f.stage, used + 2);
  return user && user->party != giver.party ? user : std::nullopt;
}

/// "Peru flies 20 jets, which were delivered in 2022": who has what the relative clause says was given.
std::optional<Named> holder_of_goods(const Filler& f, const std::optional<Named>& giver) {
  const auto& goods = f.items();
  if (f.sides.construction != "relative" || f.trigger().voice != Voice::passive ||
      goods.size() != 1 || goods.front() < 2 || f.sides.has("to"))
    return std::nullopt;
  const Chunk& verb = f.chunk(goods.front() - 1);
  const bool has = is_finite(verb) && verb.voice == Voice::active && !verb.negated &&
                   f.stage.grammar.evokes("verb", verb.lemma, {"possess.have"});
  auto holder = has ? party_of(f.stage, goods.front() - 2) : std::nullopt;
  if (holder && giver && holder->party == giver->party) holder.reset();
  return holder;
}

/// "The rebels of M23, armed with rifles supplied by Rwanda": who is said to have the goods that the trigger gives.
std::optional<Named> armed_with(const Filler& f, const std::optional<Named>& actor) {
  const auto& goods = f.items();
  if (f.sides.construction != "reduced" || goods.empty() || goods.front() < 3) return std::nullopt;
  std::size_t k = goods.front();
  while (k > 3 && is_word(f.chunk(k - 1), "and") && f.chunk(k - 2).kind == ChunkKind::phrase)
    k -= 2;  // "armed with drones and rifles supplied by"
  if (!is_word(f.chunk(k - 1), "with")) return std::nullopt;
  k -= 2;
  const Chunk& armed = f.chunk(k);
  if (armed.kind != ChunkKind::verb || !f.stage.grammar.is(WordClass::equip, armed.lemma) ||
      (armed.voice != Voice::participle && armed.voice != Voice::passive) || armed.negated ||
      k == 0)
    return std::nullopt;
  const std::size_t who = is_word(f.chunk(k - 1), ",") && k > 1 ? k - 2 : k - 1;
  auto taker = party_of(f.stage, who);
  if (!taker) taker = owner_of(f.stage, who);
  if (taker && actor && taker->party == actor->party) taker.reset();
  return taker;
}

/// Who takes goods by what the words around the deed say of them: whose effort they are for, who needs or
/// fires them.
std::optional<Named> taker_implied(const Filler& f, const std::optional<Named>& actor) {
  const bool noun = f.trigger().kind == ChunkKind::phrase;
  // "taught soldiers to fly drones" moves nothing to them
  const bool weak = f.stage.grammar.is(WordClass::hand_on, f.trigger().lemma);
  std::optional<Named> target;
  const bool behind = f.sides.construction == "clause" || f.sides.construction == "by_way";
  if (behind && !weak) target = other_party(f, actor);
  if (!target && !noun && f.sides.construction == "shared") target = enabled_before(f, actor);
  if (!target) target = supported(f, actor);
  if (!target && !noun) target = needed_by(f, actor);
  if (!target && !noun) target = fired_by_taker(f, actor);
  if (!target && !noun) target = armed_with(f, actor);
  if (!target && !noun && actor) target = user_of_goods(f, *actor);
  if (!target && !noun) target = holder_of_goods(f, actor);
  return target ? target : whose_effort(f, actor);
}

/// "delivered to North Korean ports", "for Iran's air force": the party whose the taker is.
std::optional<Named> owner_of_taker(const Filler& f) {
  if (get(f.roles, "target").empty()) return std::nullopt;
  const std::size_t taker = get(f.roles, "target").front();
  const std::string& kind = f.chunk(taker).item_class;
  // "to its proxies", "to Iran's allies": to others than the state whose they are
  const std::string& whom = f.chunk(taker).lemma;
  if (f.stage.grammar.is(WordClass::partner, whom) ||
      f.stage.grammar.is(WordClass::side_in_general, whom))
    return std::nullopt;
  // "supplied shops in Pyongyang with perfume": in which state those are
  const Chunk& some = f.chunk(taker);
  const bool located = kind.empty() && is_plural(some.head) && some.quantity == nullptr &&
                       !some.party && !some.owner && taker + 2 < f.stage.chunks.size() &&
                       is_word(f.chunk(taker + 1), "in");
  if (located) {
    auto state = state_where(f.stage, taker + 2);
    if (state && !state->party.iso2.empty()) return state;
  }
  const bool paid = is_people(kind) && !f.items().empty() && f.chunk(f.items().front()).money;
  const bool equipped =
      f.frame.id == "give.supply";  // "supply the Chadian air defence with missiles"
  // "gave Malian soldiers rifles"
  const auto& second = f.sides.of("second");
  const bool given = is_people(kind) && !second.empty() && !f.items().empty() &&
                     f.items().front() == second.front();
  return kind.empty() || paid || equipped || given ? owner_of(f.stage, taker) : std::nullopt;
}

/// "gave Russia drones": a bare name before the goods takes them.
std::optional<Named> taker_before_goods(const Filler& f, const std::optional<Named>& actor) {
  if (f.trigger().kind != ChunkKind::verb || f.frame.role("second") != "target" ||
      f.items().empty() || f.trigger().voice == Voice::passive ||
      f.trigger().voice == Voice::participle)
    return std::nullopt;
  const Chunk& first = f.chunk(f.items().front());
  const bool named =
      first.owner_bare && first.owner && (!actor || first.owner->party != actor->party);
  return named ? first.owner : std::nullopt;
}

/// "The Soviet airlift brought 3,000 tons to Cairo": whose deed carries the goods.
std::optional<Named> owner_of_deed(const Filler& f) {
  const auto& subject = f.sides.of("subj");
  if (f.frame.id != "give.send" || f.trigger().voice != Voice::active || subject.size() != 1 ||
      !f.stage.grammar.evokes("noun", f.chunk(subject.front()).lemma, {"give.noun"}))
    return std::nullopt;
  auto owner = owner_of(f.stage, subject.front());
  return owner && !owner->party.iso2.empty() ? owner : std::nullopt;
}

/// "Russia's delivery", "their imports": the side that the frame gives to the owner of its noun.
void take_owner_of_noun(const Filler& f, Deal& deal) {
  const auto owner = f.trigger_owner();
  if (!owner) return;
  if (f.frame.role("owner") == "actor" && !deal.actor) deal.actor = owner;
  if (f.frame.role("owner") == "target" && !deal.target) deal.target = owner;
}

/// "transferred shells from A": A gave them.
void take_source(const Filler& f, Deal& deal) {
  auto& [actor, target, source, pair, agreed] = deal;
  // "Hyundai Rotem will deliver 116 tanks from Korea": who delivers takes nothing
  const bool gives = actor && actor->party.iso2.empty() &&
                     f.stage.grammar.is(WordClass::hand_out, f.trigger().lemma);
  if (gives && !target) return;
  // without another taker, who moved them took them
  if (!target && actor && actor->party != source->party && f.frame.role("obj") == "item" &&
      f.trigger().voice == Voice::active) {
    target = actor;
  }
  // "Wagner sent 400 fighters from Libya to Mali": people only leave from there
  const bool leave = actor && target && !f.items().empty() && f.frame.id == "give.send" &&
                     is_people(class_of(f.stage.grammar, f.chunk(f.items().front())));
  if (!actor || (actor->party != source->party && !leave)) actor = source;
}

/// "Ankara denied any arms sales to Ethiopia", "took delivery of six howitzers": the sides that the verb
/// before the trigger noun gives it.
void take_sides_of_verb(const Filler& f, Deal& deal) {
  auto& [actor, target, source, pair, agreed] = deal;
  if (f.at < 2) return;
  const Chunk& verb = f.chunk(f.at - 1);
  if (!actor && verb.voice == Voice::active &&
      f.stage.grammar.cue("governor", verb.lemma) == "denied") {
    actor = party_of(f.stage, f.at - 2);  // its own sales
    if (actor && (actor->party.iso2.empty() || !target || target->party == actor->party))
      actor.reset();
  }
  // "The ministry paid for the delivery of 160 drones": the buyer takes them
  const Chunk& payment = f.chunk(f.at - 2);
  if (!target && f.at >= 3 && is_word(verb, "for") && payment.kind == ChunkKind::verb &&
      payment.lemma == "pay" && payment.voice == Voice::active) {
    target = party_of(f.stage, f.at - 3);
    if (actor && target && actor->party == target->party) target.reset();
  }
  if (!target && verb.kind == ChunkKind::verb && verb.lemma == "take") {
    target = party_of(f.stage, f.at - 2);
    // "India, a buyer of arms, took delivery of"
    for (std::size_t k = f.at - 1; k > 0 && !target; --k) {
      const bool subject = f.chunk(k - 1).party && has_verb(f.stage, k - 1);
      if (subject && !is_governed(f.stage.chunks, k - 1)) target = party_of(f.stage, k - 1);
    }
    if (actor && target && actor->party == target->party) actor.reset();
  }
}

/// "Rifles from Libya ended up in Chad": where the goods before the trigger come from.
std::optional<Named> origin_of_subject(const Filler& f) {
  if (f.items().empty() || f.items().back() + 2 >= f.at ||
      !is_word(f.chunk(f.items().back() + 1), "from"))
    return std::nullopt;
  const std::size_t origin = f.items().back() + 2;
  if (f.chunk(origin).country_head) return party_of(f.stage, origin);
  // "Missiles from Iranian stocks reached Chad"
  if (!f.stage.grammar.evokes("noun", f.chunk(origin).lemma, {"possession"})) return std::nullopt;
  auto owner = owner_of(f.stage, origin);
  return owner && !owner->party.iso2.empty() ? owner : std::nullopt;
}

/// "sent $5 million to a bank in Dubai", "moved the proceeds to accounts in Turkey": where the money goes.
std::optional<Named> place_of_bank(const Filler& f) {
  const auto& to = f.sides.of("to");
  if (to.empty() || f.items().empty()) return std::nullopt;
  const Chunk& money = f.chunk(f.items().front());
  if (class_of(f.stage.grammar, money) != "money" && money.of_class != "money") return std::nullopt;
  const Chunk& bank = f.chunk(to.front());
  const bool holds = f.stage.grammar.is(WordClass::firm, bank.lemma) ||
                     class_of(f.stage.grammar, bank) == "account";
  return holds ? place_of_phrase(f.stage, to.front()) : std::nullopt;
}

/// "firms in Iran and China that bought engines": those who do it are of several states, and not told apart.
bool in_several_states(const Filler& f) {
  const auto& subject = f.sides.of("subj");
  if (f.sides.construction != "relative" || subject.empty()) return false;
  std::size_t k = subject.front();
  if (!f.chunk(k).country_head) return false;
  while (k >= 2 && (is_word(f.chunk(k - 1), "and") || is_word(f.chunk(k - 1), ",")) &&
         f.chunk(k - 2).country_head)
    k -= 2;
  return k >= 2 && k != subject.back() && is_word(f.chunk(k - 1), "in");
}

/// "signed an agreement with Togo on the purchase of 48 rifles": the two that agree on the deed of the trigger noun; who
/// is named first does it.
void take_sides_of_pact(const Filler& f, Deal& deal) {
  const bool takes = f.frame.id == "get.noun";
  if ((!takes && f.frame.id != "give.noun") || f.at < 2 || deal.actor || deal.target || deal.pair ||
      (!is_word(f.chunk(f.at - 1), "on") && !is_word(f.chunk(f.at - 1), "for")))
    return;
  const auto& pact = f.stage.memory.agreement;
  if (!pact || pact->evidence.bytes.begin != f.stage.sentence_begin() ||
      (pact->actor->iso2.empty() && pact->target->iso2.empty()))
    return;
  // "Togo and Chad agreed on the delivery": nobody says which of them gives
  bool with = false;
  for (std::size_t k = 1; k < f.at; ++k) {
    with = with || (is_word(f.chunk(k - 1), "with") && f.chunk(k).party &&
                    f.chunk(k).party->party == *pact->target);
  }
  if (!with) return;
  const Span here = f.trigger().span;
  deal.actor = Named{takes ? *pact->target : *pact->actor, here};
  deal.target = Named{takes ? *pact->actor : *pact->target, here};
  deal.agreed = true;
}

}  // namespace

Deal deal(const Filler& f) {
  Deal out{f.party("actor"), f.party("target"), f.party("source"), pair_of(f)};
  auto& [actor, target, source, pair, agreed] = out;
  if (in_several_states(f)) {
    (f.frame.role("subj") == "target" ? target : actor).reset();
    return out;
  }
  if (const auto way = taken_out(f)) {
    actor = way->first;
    target = way->second;
    return out;
  }
  if (!actor && !source) source = owner_of_deed(f);
  if (!target) target = owner_of_taker(f);
  if (!target) target = state_of_ships(f, f.sides.of("to"));
  if (!actor && target) actor = state_of_ships(f, f.sides.of("from"));
  if (!actor && target) actor = state_of_ships(f, f.sides.of("subj"));
  if (!target) target = holder_of_account(f);
  if (!target) target = place_of_bank(f);
  if (!target) take_place(f, out);
  if (f.frame.id == "get.receive") take_market(f, out);
  if (!target) target = taker_before_goods(f, actor);
  const bool noun = f.trigger().kind == ChunkKind::phrase;
  if (noun) take_owner_of_noun(f, out);
  if (noun && !actor) {
    if (const auto joined = goods_joined_before(f)) actor = owner_of(f.stage, *joined);
  }
  if (source && !target) target = home_of_carrier(f, *source);
  if (source) take_source(f, out);
  if (noun) take_sides_of_verb(f, out);
  if (!noun) take_described_side(f, actor, target);
  if (!noun && !actor && !target) take_thanked(f, actor, target);
  if (!noun && !target) target = end_of_trips(f);
  if (!noun && !actor && target) actor = home_of_vehicle(f);
  if (!noun && !actor && target) actor = owner_of_carrier(f, *target);
  if (!noun && !actor) actor = origin_of_subject(f);
  if (noun && !actor && !target) take_sides_of_pact(f, out);
  if (auto& doer = f.frame.id == "get.noun" ? target : actor; noun && !doer) doer = punished_for(f);
  if (noun && !actor && target) actor = earner_by(f);
  if (!noun && !target) target = taker_behind_load(f);
  if (!noun && !actor && target) actor = paid_in_front(f, *target);
  if (!noun && actor && !target) target = payer_in_front(f);
  if (!target) target = taker_implied(f, actor);
  if (!noun && actor && !target && !f.items().empty()) target = sent_there(f, *actor);
  if (!noun && actor && !target) target = partner_in_pact(f.stage, f.at, actor->party);
  if (!noun && target && !actor) actor = partner_in_pact(f.stage, f.at, target->party);
  if (!target && noun) target = supported_before(f, actor);
  if (!target && noun && f.frame.id == "give.noun") target = reached_state(f);
  if (!target && noun && actor && f.frame.id == "give.noun") target = helped_by_deed(f, *actor);
  const Claim* told = nullptr;
  if (!actor && !target) told = noun ? told_before_including(f) : told_before_with(f);
  if (told != nullptr) {
    const Span with = f.trigger().span;
    if (told->actor) actor = Named{*told->actor, with};
    if (told->target) target = Named{*told->target, with};
  }
  if (actor && target && actor->party == target->party) target.reset();
  return out;
}

}  // namespace msmt
