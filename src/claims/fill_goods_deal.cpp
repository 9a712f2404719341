/// The deal that a trigger of goods tells: who gives, who takes, and the claim with its sides.
///
///     "transferred shells from Serbia to Mali"   Serbia gives, Mali takes
#include <algorithm>
#include <array>
#include <utility>

#include "claims/clause_words.hpp"
#include "claims/fill_arms.hpp"
#include "claims/fill_goods.hpp"
#include "claims/fill_money.hpp"
#include "claims/fill_people.hpp"
#include "claims/filler.hpp"
#include "claims/flow.hpp"
#include "claims/pronouns.hpp"
#include "claims/scene.hpp"
#include "claims/sentence_claims.hpp"
#include "claims/way.hpp"

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
  return kind.empty() || paid || equipped ? owner_of(f.stage, taker) : std::nullopt;
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

/// "Iranian planes carried drones to Sudan", "Turkish trucks took tanks to Syria": whose the carrier is, where the
/// words name nobody else's goods; a ship that only flies a flag sails for any owner.
std::optional<Named> owner_of_carrier(const Filler& f, const Named& target) {
  const auto& carrier = f.sides.of("subj");
  const bool moves =
      f.frame.id == "give.unload" || f.frame.id == "give.take" ||
      (f.frame.id == "give.send" && (f.stage.grammar.is(WordClass::carry, f.trigger().lemma) ||
                                     f.stage.grammar.is(WordClass::bring_over, f.trigger().lemma) ||
                                     f.trigger().lemma == "deliver"));
  if (!moves || f.trigger().voice == Voice::passive || carrier.size() != 1 || f.items().empty() ||
      f.chunk(f.items().front()).owner_is_adjective ||
      !is_carrier(f.stage, f.chunk(carrier.front())) || f.sides.has("from"))
    return std::nullopt;
  static constexpr std::string_view kFlags[] = {"flag", "register"};
  const std::string words = fold(f.stage.doc.text(f.chunk(carrier.front()).span));
  const bool flagged =
      std::any_of(std::begin(kFlags), std::end(kFlags),
                  [&](std::string_view word) { return words.find(word) != std::string::npos; });
  // "Il-76 flights of the Russian air force"
  const std::size_t of = carrier.front() + 1;
  const bool fleet = of + 1 < f.at && is_word(f.chunk(of), "of") && f.chunk(of + 1).party &&
                     !f.chunk(of + 1).country_head;
  const Chunk& craft = f.chunk(carrier.front());
  // "A Wagner plane brought 40 instructors": their own side flies them
  const bool own_people =
      craft.owner_is_adjective && is_people(f.chunk(f.items().front()).item_class);
  if (own_people && craft.owner && craft.owner->party.iso2.empty()) return craft.owner;
  if (f.chunk(carrier.front()).item_id == "ship" && !fleet &&
      (flagged || !f.chunk(carrier.front()).owner_is_adjective))
    return std::nullopt;
  auto owner = fleet ? party_of(f.stage, of + 1) : owner_of(f.stage, carrier.front());
  const bool state = owner && !owner->party.iso2.empty() && owner->party != target.party;
  return state ? owner : std::nullopt;
}

/// "made 20 voyages to Libya, carrying 300 trucks": where the trips go on which the goods are carried.
std::optional<Named> end_of_trips(const Filler& f) {
  const bool carries = f.frame.id == "give.send" && !f.sides.has("to") &&
                       f.stage.grammar.is(WordClass::carry, f.trigger().lemma);
  for (std::size_t k = f.at; carries && k > 2; --k) {
    if (is_word(f.chunk(k - 1), ";")) break;
    if (f.chunk(k - 1).kind != ChunkKind::phrase || !is_word(f.chunk(k - 2), "to") ||
        !f.stage.grammar.is(WordClass::trip, f.chunk(k - 3).lemma))
      continue;
    return state_where(f.stage, k - 1);
  }
  return std::nullopt;
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

/// "transferred coal from Cuban vessels to Libyan barges": the state whose the ships on a side are, where what they hand
/// over is cargo.
std::optional<Named> state_of_ships(const Filler& f, const std::vector<std::size_t>& side) {
  const bool over = f.stage.grammar.is(WordClass::offload, f.trigger().lemma);
  // "The Chinese tanker passed diesel to a North Korean ship": from ship to ship
  const auto ship_on = [&](std::string_view of_side) {
    const auto& list = f.sides.of(of_side);
    return !list.empty() && f.chunk(list.front()).item_id == "ship";
  };
  const bool between = ship_on("to") && (ship_on("subj") || ship_on("from"));
  if ((!over && !between) || side.empty() || f.items().empty()) return std::nullopt;
  const std::string cargo = class_of(f.stage.grammar, f.chunk(f.items().front()));
  const Chunk& ships = f.chunk(side.front());
  if ((cargo != "fuel" && cargo != "goods") || ships.item_id != "ship" || is_flagged(ships) ||
      !ships.owner || !ships.owner_is_adjective)
    return std::nullopt;
  auto owner = owner_of(f.stage, side.front());
  if (owner && owner->party.iso2.empty()) owner.reset();
  return owner;
}

}  // namespace

std::optional<std::pair<Named, Named>> taken_out(const Filler& f) {
  const auto& carrier = f.sides.of("subj");
  if (f.frame.id != "give.take" || f.items().empty() || carrier.empty()) return std::nullopt;
  const std::size_t out = f.items().back() + 1;
  if (!is_word(f.chunk(out), "out") || !is_word(f.chunk(out + 1), "of")) return std::nullopt;
  const auto start = state_where(f.stage, out + 2);
  const auto home = owner_of(f.stage, carrier.front());
  if (!start || !home || home->party.iso2.empty() || home->party == start->party)
    return std::nullopt;
  return std::pair(*start, *home);
}

namespace {

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

namespace {

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
  const std::string_view words = f.stage.doc.text(f.chunk(i).span);
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
