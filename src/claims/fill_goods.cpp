/// Goods that go over, transfer and technology: a claim for each kind of goods.
#include "claims/fill_goods.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "claims/fill_arms.hpp"
#include "claims/fill_money.hpp"
#include "claims/fill_people.hpp"
#include "claims/filler.hpp"
#include "claims/flow.hpp"
#include "claims/relative.hpp"

namespace msmt {

namespace {

/// "armed its corvettes with missiles": the taker is a thing.
bool fits_out(const Filler& f) {
  const auto& taker = get(f.roles, "target");
  if (f.frame.id != "give.supply" || taker.empty() || f.party("target")) return false;
  const std::string& kind = f.chunk(taker.front()).item_class;
  return kind == "arms" || kind == "vehicle";
}

/// Who takes goods by what the words around the deed say of them: whose effort they are for, who needs or
/// fires them.
std::optional<Named> taker_implied(const Filler& f, const std::optional<Named>& actor) {
  const bool noun = f.trigger().kind == ChunkKind::phrase;
  // "taught soldiers to fly drones" moves nothing to them
  const bool weak = f.stage.grammar.is(WordClass::hand_on, f.trigger().lemma);
  std::optional<Named> target;
  if (f.sides.construction == "clause" && !weak) target = other_party(f, actor);
  if (!target) target = supported(f, actor);
  if (!target && !noun) target = needed_by(f, actor);
  if (!target && !noun) target = fired_by_taker(f, actor);
  return target ? target : whose_effort(f, actor);
}

Deal deal(const Filler& f) {
  Deal out{f.party("actor"), f.party("target"), f.party("source"), pair_of(f)};
  auto& [actor, target, source, pair] = out;
  if (!target && !get(f.roles, "target").empty()) {
    // "delivered to North Korean ports", "for Iran's air force": whose they are
    const std::size_t taker = get(f.roles, "target").front();
    const std::string& kind = f.chunk(taker).item_class;
    if (kind.empty()) target = owner_of(f.stage, taker);
  }
  if (!target) target = holder_of_account(f);
  if (!target) take_place(f, out);
  if (f.frame.id == "get.receive") take_market(f, out);
  if (!target && f.trigger().kind == ChunkKind::verb && f.frame.role("second") == "target" &&
      !f.items().empty() && f.trigger().voice != Voice::passive &&
      f.trigger().voice != Voice::participle) {
    // "gave Russia drones": a bare name before the goods takes them
    const Chunk& first = f.chunk(f.items().front());
    if (first.owner_bare && first.owner && (!actor || first.owner->party != actor->party))
      target = first.owner;
  }
  const bool noun = f.trigger().kind == ChunkKind::phrase;
  if (noun) {
    if (const auto owner = f.trigger_owner()) {
      if (f.frame.role("owner") == "actor" && !actor) actor = owner;
      if (f.frame.role("owner") == "target" && !target) target = owner;
    }
  }
  if (source && !target) target = home_of_carrier(f, *source);
  if (source) {
    // "transferred shells from A": A gave them; without another taker, who moved them took them
    if (!target && actor && actor->party != source->party && f.frame.role("obj") == "item" &&
        f.trigger().voice == Voice::active) {
      target = actor;
    }
    // "Wagner sent 400 fighters from Libya to Mali": people only leave from there
    const bool leave = actor && target && !f.items().empty() && f.frame.id == "give.send" &&
                       is_people(class_of(f.stage.grammar, f.chunk(f.items().front())));
    if (!actor || (actor->party != source->party && !leave)) actor = source;
  }
  if (noun && !actor && f.at >= 2 && f.chunk(f.at - 1).voice == Voice::active &&
      f.stage.grammar.cue("governor", f.chunk(f.at - 1).lemma) == "denied") {
    // "Ankara denied any arms sales to Ethiopia": its own
    actor = party_of(f.stage, f.at - 2);
    if (actor && (actor->party.iso2.empty() || !target || target->party == actor->party))
      actor.reset();
  }
  if (noun && !target && f.at >= 2 && f.chunk(f.at - 1).kind == ChunkKind::verb &&
      f.chunk(f.at - 1).lemma == "take") {
    target = party_of(f.stage, f.at - 2);  // "took delivery of six howitzers"
    if (actor && target && actor->party == target->party) actor.reset();
  }
  if (!noun) take_described_side(f, actor, target);
  if (!noun && !actor && !target) take_thanked(f, actor, target);
  if (!noun && !actor && target) actor = home_of_vehicle(f);
  if (!noun && !actor && !f.items().empty() && f.items().back() + 2 < f.at &&
      is_word(f.chunk(f.items().back() + 1), "from") && f.chunk(f.items().back() + 2).country_head)
    actor = party_of(f.stage, f.items().back() + 2);  // "Rifles from Libya ended up in Chad"
  if (noun && !actor) actor = punished_for(f);
  if (noun && !actor && target) actor = earner_by(f);
  if (!target) target = taker_implied(f, actor);
  if (!noun && actor && !target && !f.items().empty()) target = sent_there(f, *actor);
  if (!noun && actor && !target) target = partner_in_pact(f.stage, f.at, actor->party);
  if (!noun && target && !actor) actor = partner_in_pact(f.stage, f.at, target->party);
  if (!target && noun) target = supported_before(f, actor);
  if (!target && noun && f.frame.id == "give.noun") target = reached_state(f);
  if (actor && target && actor->party == target->party) target.reset();
  return out;
}

/// A claim of the goods of an earlier one, counted by chunk i.
Claim more_of(const Filler& f, const Claim& told, std::size_t i, const Deal& deal) {
  const bool order = told.type == "agreement";  // the buyer stands first
  Claim again = one(f, i, order ? "transfer" : std::string_view(told.type), deal.actor, deal.target,
                    deal.pair);
  const bool bare = f.chunk(i).item_class.empty();
  if (bare) again.item = told.item;
  if (bare && again.quantity && again.quantity->unit.empty()) {
    if (told.quantity)
      again.quantity->unit = told.quantity->unit;
    else if (again.item)
      again.quantity->unit = unit_of(*again.item);
  }
  const auto& giver = order ? told.target : told.actor;
  const auto& taker = order ? told.actor : told.target;
  if (again.actor || again.target) {
    // "four more arrived from Spain": from another giver, to the same taker
    const bool comes = f.frame.id.starts_with("get.") && !again.target && again.actor != taker;
    if (comes) again.target = taker;
    return again;
  }
  again.actor = giver;  // "Two of them have been delivered"
  again.target = taker;
  return again;
}

/// "three times what it may buy": the phrase measures, and names no goods of its own.
bool measures_what(const Filler& f, std::size_t i) {
  return f.chunk(i).head == "what" ||
         (i + 1 < f.stage.chunks.size() && f.chunk(i + 1).head == "what");
}

/// The class of a chunk in a list: for a bare count, that of what was listed before it.
std::string class_in_list(const Filler& f, const Chunk& c, const std::string& last_class) {
  std::string klass = class_of(f.stage.grammar, c);
  if (klass.empty() && c.quantity != nullptr && !last_class.empty() && c.item_class.empty() &&
      c.head_span.begin >= c.quantity->span.begin && c.head_span.end <= c.quantity->span.end) {
    klass = last_class;  // "481 workers, 198 in construction"
  }
  return klass;
}

/// The earlier claim whose goods chunk c counts; nullptr for none.
const Claim* told_before(const Filler& f, const Chunk& c, std::string_view klass) {
  const bool no_noun = (klass.empty() && c.item_class.empty()) || c.meant != nullptr;
  // "transferred 24 aircraft, and Norway has pledged six": of what was counted before
  if (const Claim* told = no_noun ? counts_again(f, c) : nullptr) return told;
  return delivery_before(f, c);
}

/// "20 trucks and other vehicles": the count of what stands before is of both.
bool counted_with_others(const Filler& f, std::size_t i, const std::vector<Claim>& out) {
  const Chunk& c = f.chunk(i);
  return c.quantity == nullptr && c.before.starts_with("other") && i > 0 &&
         f.chunk(i - 1).word == "and" && !out.empty() && out.back().quantity;
}

/// The class of what goes over where its noun says too little: by what it is for, by who they are.
std::string class_handed_over(const Filler& f, std::size_t i, std::string klass) {
  if (klass == "deed" || klass == "program") klass.clear();
  if (klass.empty() || klass == "people") {
    if (const auto purpose = class_by_purpose(f, i); !purpose.empty()) klass = purpose;
  }
  if (klass.empty() || klass == "people") klass = class_of_people(f, i);
  if (klass == "people") klass = "";
  return klass;
}

/// "bought $1 billion in arms": the chunk of the goods that the money at chunk i counts.
std::optional<std::size_t> goods_for_money(const Filler& f, std::size_t i, std::string_view klass) {
  // "$900 million in weapons reached Sudan", where the verb takes no money
  const bool beside = !f.frame.takes("money") && i + 2 < f.stage.chunks.size() &&
                      is_word(f.chunk(i + 1), "in") && i + 2 < f.at;
  const bool priced = klass == "money" && ((trades(f) && !f.sides.of("in").empty()) || beside);
  if (!priced) return std::nullopt;
  // "bought $1 billion in arms": the goods went over, the money is their count
  const std::size_t goods = beside ? i + 2 : f.sides.of("in").front();
  const std::string kind = class_of(f.stage.grammar, f.chunk(goods));
  if (kind == "arms" || kind == "goods" || kind == "parts" || kind == "fuel") return goods;
  return std::nullopt;
}

/// Whether a verb of carrying takes things from one side to another, with both or by its words.
bool carries_over(const Filler& f, const Deal& deal, bool of_people) {
  const auto& [actor, target, source, pair] = deal;
  // "planes carried 600 Cuban soldiers to Ethiopia": people are carried by their own side
  const bool passive = (f.trigger().voice == Voice::passive || of_people) && target;
  const auto& carrier = f.sides.of("subj");
  // "trains carried cars into North Korea": to a state, by what carries
  const bool arrives = target && !target->party.iso2.empty() && !carrier.empty() &&
                       (class_of(f.stage.grammar, f.chunk(carrier.front())) == "vehicle" ||
                        f.stage.grammar.is(WordClass::firm, f.chunk(carrier.front()).lemma));
  // "Rwanda brought rifles into Chad": from one state into another
  const bool crosses = actor && target && !actor->party.iso2.empty() &&
                       !target->party.iso2.empty() && f.sides.has("into");
  return (target && source) || passive || arrives || crosses;
}

/// Why goods of a class that the frame takes went to no other side; empty where they did.
std::string_view stays_with(const Filler& f, const Deal& deal, std::string_view klass) {
  if (klass != "money" && f.at + 1 < f.stage.chunks.size() && is_word(f.chunk(f.at + 1), "home"))
    return "taken home";
  const auto& taker = get(f.roles, "target");
  const bool anybody = !taker.empty() && (f.chunk(taker.front()).head == "anyone" ||
                                          f.chunk(taker.front()).head == "anybody");
  const bool weak = f.stage.grammar.is(WordClass::hand_on, f.trigger().lemma);
  if (!deal.target && !deal.source && weak && !anybody && f.trigger().voice != Voice::passive)
    return "moved, but to nobody";
  const bool of_people = klass == "troops" || klass == "workers";
  if (f.stage.grammar.is(WordClass::carry, f.trigger().lemma) && !carries_over(f, deal, of_people))
    return "carried, but not from one side to another";
  return {};
}

/// "sent 300 soldiers in June and 200 more in August": each count has its date.
void date_behind_count(const Filler& f, Claim& claim, std::size_t i) {
  if (i + 1 >= f.stage.chunks.size() || f.chunk(i + 1).kind != ChunkKind::date) return;
  const auto& date = std::get<Date>(f.chunk(i + 1).date->value);
  if (!date.edtf.empty() || waits_for_anchor(date)) claim.period = date;
  if (claim.period) add_span(claim, "period", f.chunk(i + 1).span);
}

/// "exported $2.9 billion worth of them": goods, and no gift of money.
void sum_of_trade(const Filler& f, Claim& claim) {
  if (claim.type != "finance" || (f.trigger().lemma != "export" && f.trigger().lemma != "import"))
    return;
  claim.type = "transfer";
  claim.item->name = "goods";
  claim.item->key = f.stage.grammar.path("goods");
  claim.item->category = "goods";
}

/// The count of goods that does not stand with them: "seven shipments of fuel".
void count_elsewhere(const Filler& f, Claim& claim, std::size_t i) {
  const bool noun = f.trigger().kind == ChunkKind::phrase;
  if (noun && !claim.quantity) f.set_quantity(claim, f.at);  // "seven shipments of fuel"
  if (noun && !claim.quantity) reached(f, claim);
  if (claim.type == "transfer" && !claim.quantity && i >= 2 && is_word(f.chunk(i - 1), "in") &&
      f.chunk(i - 2).money)
    f.set_quantity(claim, i - 2);  // "$2 billion in weapons that had reached the junta"
}

/// "sent three shipments of drones": how often the goods went.
void count_lots(const Filler& f, Claim& claim, std::size_t i) {
  if (claim.quantity || i < 2 || !is_word(f.chunk(i - 1), "of")) return;
  if (is_lot(f, f.chunk(i - 2))) f.set_quantity(claim, i - 2);
}

/// What the words around the goods at chunk i add to their claim: date, place, count and sides.
void fill_in_goods(const Filler& f, std::size_t i, Claim& claim, bool of_people) {
  const Chunk& c = f.chunk(i);
  const bool noun = f.trigger().kind == ChunkKind::phrase;
  const bool weak = f.stage.grammar.is(WordClass::hand_on, f.trigger().lemma);
  const bool first = f.items().empty() || i == f.items().front();
  if (i > f.at && !first) date_behind_count(f, claim, i);
  sum_of_trade(f, claim);
  if (claim.type == "finance") describe_money(f, claim);
  if (claim.type == "training" && !claim.quantity && !get(f.roles, "target").empty() &&
      is_people(f.chunk(get(f.roles, "target").front()).item_class))
    f.set_quantity(claim, get(f.roles, "target").front());  // "gave training to 600 soldiers"
  if ((claim.type == "labor" || claim.type == "deployment") && !claim.target) {
    place_after(f, claim, std::max(i, f.at) + 1);
  }
  count_elsewhere(f, claim, i);
  if (of_people && (is_count(c) || claim.part) && recent_people(f)) carry_on(f, claim);
  if (!first && i > f.at && is_count(c) && c.of.empty())
    claim.item = item_of(f.stage, f.chunk(f.items().front()));
  elliptical(f, claim);
  if (!noun && !of_people && !weak) carry_sides(f, claim, c);
}

/// "granted 42 licences for the export of rifles": papers, and no know-how.
bool is_licence(const Filler& f, std::size_t i) {
  return i + 2 < f.stage.chunks.size() && f.chunk(i).item_class == "knowhow" &&
         f.stage.grammar.is(WordClass::trading, f.chunk(i).lemma) &&
         is_word(f.chunk(i + 1), "for") && f.chunk(i + 2).item_class == "deed";
}

/// "approved 40 million pounds worth of arms exports": the sum of what goes over.
std::optional<Claim> worth_of_trade(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  if (!c.money || c.quantity == nullptr || c.of_class != "deed") return std::nullopt;
  const std::string of = fold(f.stage.doc.text(c.of));
  if (of.find("arms ") == std::string::npos && of.find("weapon") == std::string::npos)
    return std::nullopt;
  Claim claim = f.start("transfer");
  claim.item = Item{"arms", "arms", "", "arms"};
  add_span(claim, "item", c.of);
  claim.quantity = std::get<Quantity>(c.quantity->value);
  add_span(claim, "quantity", c.quantity->span);
  return claim;
}

/// The claim of one kind of goods; last_class is that of the goods listed before it.
void add_goods(Filler& f, std::size_t i, const Deal& deal, std::string& last_class,
               std::vector<Claim>& out) {
  const auto& [actor, target, source, pair] = deal;
  const Chunk& c = f.chunk(i);
  if (measures_what(f, i)) return;
  if (is_licence(f, i)) {
    f.why = "leave to hand over";
    return;
  }
  if (auto sum = worth_of_trade(f, i)) {
    set_sides(*sum, actor, target, pair);
    out.push_back(std::move(*sum));
    return;
  }
  std::string klass = class_in_list(f, c, last_class);
  if (const Claim* told = told_before(f, c, klass)) {
    out.push_back(more_of(f, *told, i, deal));
    return;
  }
  if (counted_with_others(f, i, out)) return;
  klass = class_handed_over(f, i, klass);
  const bool of_people = klass == "troops" || klass == "workers";
  if (of_people && f.trigger().kind == ChunkKind::phrase && f.trigger().lemma == "supply" &&
      c.quantity == nullptr) {
    f.why = "they are supplied, not given";  // "the supply of the army"
    return;
  }
  if (const auto bought = goods_for_money(f, i, klass)) {
    Claim claim = one(f, *bought, "transfer", actor, target, pair);
    f.set_quantity(claim, i);
    if (claim.actor || claim.target) out.push_back(std::move(claim));
    return;
  }
  if (klass.empty() && goes_with_goods(c, last_class)) klass = "goods";
  if (klass.empty()) {
    if (const Claim* named = former_or_latter(f, c)) {
      out.push_back(one(f, i, named->type, actor, target, pair));
      out.back().item = named->item;
      return;
    }
  }
  if (klass.empty() || !f.frame.takes(klass)) {
    f.why = "item \"" + std::string(f.stage.doc.text(c.span)) +
            "\" is of no class that the frame takes";
    return;
  }
  last_class = klass;
  if (const std::string_view why = stays_with(f, deal, klass); !why.empty()) {
    f.why = why;
    return;
  }
  out.push_back(one(f, i, Grammar::type_of_class(klass), actor, target, pair));
  count_lots(f, out.back(), i);
  fill_in_goods(f, i, out.back(), of_people);
}

/// Why a trigger of goods gives and takes nothing: "sent drones against them"; empty where it does.
std::string_view no_goods(const Filler& f) {
  if (f.trigger().lemma == "send" && f.sides.has("against")) return "sent against somebody";
  // "uses cryptocurrency to buy and sell equipment": a trade in general
  if (f.at >= 2 && f.trigger().lemma == "sell" && f.chunk(f.at - 1).word == "and" &&
      f.chunk(f.at - 2).lemma == "buy" && f.sides.of("to").empty())
    return "bought and sold, by nobody to nobody";
  if (f.frame.id == "get.receive" && f.sides.of("from").empty() && meant_for(f))
    return "what money is for";
  const auto first_is = [&](std::string_view role, std::string_view lemma) {
    return !get(f.roles, role).empty() && f.chunk(get(f.roles, role).front()).lemma == lemma;
  };
  if (f.frame.id == "get.order" && !first_is("order", "order")) return "not on order";
  if (f.frame.id == "get.way" && !first_is("way", "way")) return "no way";
  if (f.frame.id == "get.sign" && f.sides.has("obj")) return "something else is signed";
  const auto& subject = f.sides.of("subj");
  if (f.frame.id == "give.supply" && f.trigger().voice == Voice::passive &&
      f.stage.grammar.is(WordClass::equip, f.trigger().lemma) && !subject.empty() &&
      !f.stands_for_party(subject.front()) && !f.sides.of("with").empty() &&
      (is_arms(f, f.chunk(subject.front())) ||
       class_of(f.stage.grammar, f.chunk(subject.front())) == "vehicle"))
    return "fitted, not given";  // "the destroyers are armed with missiles"
  // "a delivery of two consignments of shells": the delivery is of what they hold
  if (f.at >= 2 && is_word(f.chunk(f.at - 1), "of") && is_lot(f, f.trigger()) &&
      f.stage.grammar.evokes("noun", f.chunk(f.at - 2).lemma, {"*"}))
    return "counted with the deed before";
  if (is_outfit(f)) return "had, not given";
  if (f.frame.id == "give.help" &&
      (f.items().empty() || f.chunk(f.items().front()).quantity == nullptr))
    return "not counted";                       // "helped Iran with its drones"
  if (fits_out(f)) return "fitted, not given";  // "armed its corvettes with missiles"
  if (f.frame.id == "give.laden" &&
      (get(f.roles, "carrier").empty() ||
       (class_of(f.stage.grammar, f.chunk(get(f.roles, "carrier").front())) != "vehicle" &&
        aboard(f, get(f.roles, "carrier").front()) == get(f.roles, "carrier").front())))
    return "no means of transport";
  return {};
}

/// "three kinds of arms to Mali: 40 howitzers and 12 tanks": what is listed in place of the whole.
const std::vector<std::size_t>* listed_behind_colon(const Filler& f,
                                                    const std::vector<std::size_t>& goods) {
  const auto& listed = f.sides.of(":");
  if (listed.empty() || goods.size() != 1) return nullptr;
  const Chunk& whole = f.chunk(goods.front());
  const bool of_kinds = f.stage.grammar.is(WordClass::portion, whole.lemma) ||
                        whole.lemma == "kind" || whole.lemma == "type" || whole.lemma == "item";
  const std::string key = item_of(f.stage, whole).key;
  const bool generic =
      whole.quantity == nullptr &&
      (key == "arms" || key == "goods" || key.starts_with("military-supplies") || key == "aid");
  return of_kinds || generic ? &listed : nullptr;
}

/// A claim for each kind of goods that the trigger's words hand over.
std::vector<Claim> handed_over(Filler& f) {
  Deal sides = deal(f);
  auto& [actor, target, source, pair] = sides;
  const bool noun = f.trigger().kind == ChunkKind::phrase;
  if (noun && !actor && !target && !pair) sides_of_clause(f, actor, target);
  std::vector<std::size_t> list = unpack(f, f.items());
  if (const auto* listed = listed_behind_colon(f, list)) list = *listed;
  if (list.empty() && f.frame.id == "give.send" && f.trigger().voice != Voice::passive &&
      f.trigger().voice != Voice::participle && !f.sides.of("in").empty()) {
    // "shipped in armoured cars": into the country; but "shipped in containers"
    const std::string klass = class_of(f.stage.grammar, f.chunk(f.sides.of("in").front()));
    if (klass == "arms" || klass == "fuel" || klass == "parts") list = f.sides.of("in");
  }
  if (list.empty() && f.frame.id == "give.laden" && !get(f.roles, "carrier").empty()) {
    const std::size_t carrier = get(f.roles, "carrier").front();
    const std::size_t cargo = aboard(f, carrier);
    if (cargo != carrier) list = {cargo};  // "A train with 490 tons of shells arrived in"
    if (!actor) actor = origin_behind(f, cargo);
  }
  std::vector<Claim> out;
  std::string last_class;
  for (std::size_t k = 0; k < list.size(); ++k) {
    // "750 tons of missiles, engines and other hardware": one count for all of them
    if (k > 0 && weighs_all(f, list.front(), list[k])) continue;
    add_goods(f, list[k], deal_of(f, list[k], sides), last_class, out);
  }
  if (list.empty() && !noun && actor && target && supplies_fighters(f, *target)) {
    // "Iran arms the Houthis", "denies supplying the RSF"
    Claim claim = f.start("transfer");
    if (f.trigger().lemma == "arm") claim.item = Item{"weapons", "arms", "", "arms"};
    set_party(claim, &Claim::actor, "actor", actor);
    set_party(claim, &Claim::target, "target", target);
    return {claim};
  }
  if (out.size() == 1 && (out.front().type == "labor" || out.front().type == "deployment"))
    and_there(f, out);
  if (list.empty() && noun) {
    std::vector<Claim> inside = from_trigger_noun(f, actor, target, pair);
    if (f.trigger().lemma == "sale") let_go_by(f, inside);  // "approved weapons sales to Egypt"
    return inside;
  }
  if (noun && !actor && !target && !pair && out.size() == 1) exchange(f, out, list.front());
  if (!target && actor && !noun && f.trigger().voice == Voice::active && !f.items().empty() &&
      f.chunk(f.items().front()).quantity != nullptr &&
      std::get<Quantity>(f.chunk(f.items().front()).quantity->value).unit == "percent" &&
      f.frame.id.starts_with("give."))
    taken_by_owner(f, out, sides);  // "supplied 70 percent of Azerbaijan's arms"
  if (actor && target && !noun && !out.empty()) goods_back(f, out, *actor, *target);
  if (list.empty()) f.why = "no item";
  if (f.frame.id == "get.come") {
    if (actor && out.empty() && list.size() == 1) {
      if (auto claims = imports_from(f, *actor); !claims.empty()) return claims;
    }
    if (!target) target = user_of_goods(f, out);
    taken_by_owner(f, out, sides);
    if (!target && out.size() == 1 && out.front().target) target = Named{*out.front().target, {}};
    // "the missile came from Iran" tells where it was made; with a known taker it tells a delivery
    const auto& pairs = f.stage.memory.pairs;
    const bool known = std::any_of(pairs.begin(), pairs.end(), [&](const auto& known_pair) {
      return sides.actor && known_pair.first == sides.actor->party;
    });
    const bool counted = out.size() == 1 && tells_arrival(f, out.front());
    if (!target && actor && !known && !counted) return f.refuse("nobody takes");
  }
  settle(f, out);
  return out;
}

}  // namespace

std::vector<Claim> support(Filler& f) {
  // "Chinese technical assistance to Iran"
  const bool technical = f.trigger().item_class == "knowhow";
  if (f.trigger().item_id != "military-supplies" && !technical) return f.refuse("not military");
  const auto actor = f.trigger_owner();
  const auto target = f.party("target");
  if (!actor || !target || actor->party.iso2.empty() || target->party.iso2.empty())
    return f.refuse("not two states");
  Claim claim = f.start(technical ? "technology" : "transfer");
  claim.item = item_of(f.stage, f.trigger());
  add_span(claim, "item", f.trigger().span);
  f.set_quantity(claim, f.at);
  set_party(claim, &Claim::actor, "actor", actor);
  set_party(claim, &Claim::target, "target", target);
  return brought_to(f, claim);
}

std::vector<Claim> goods(Filler& f) {
  if (const std::string_view why = no_goods(f); !why.empty()) return f.refuse(why);
  if (const std::string_view why = no_handover(f); !why.empty()) return f.refuse(why);
  std::vector<Claim> out = handed_over(f);
  drop_unstated(f, out);
  return out;
}

namespace {

/// "deliveries of Iranian fuel": a noun by which the goods leave the state whose they are.
bool leaves_owner(const Filler& f) {
  static constexpr std::array<std::string_view, 5> kNouns = {"delivery", "shipment", "supply",
                                                             "consignment", "export"};
  return f.frame.id == "give.noun" &&
         std::find(kNouns.begin(), kNouns.end(), f.trigger().lemma) != kNouns.end();
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

}  // namespace

Claim one(const Filler& f, std::size_t i, std::string_view type, std::optional<Named> actor,
          std::optional<Named> target, const std::optional<std::pair<Named, Named>>& pair) {
  Claim claim = f.start(type);
  f.set_item(claim, i);
  const bool of_people = type == "deployment" || type == "labor";
  const auto owner = of_people ? sender_of(f, i) : owner_of(f.stage, i);
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
  if (of_people && owner && !owner->party.iso2.empty() && actor && actor->party.iso2.empty() &&
      f.stage.grammar.is(WordClass::carry, f.trigger().lemma))
    actor = owner;  // "Operation Carlota carried 36,000 Cuban soldiers": their own side sent them
  const bool agentless =
      f.trigger().kind == ChunkKind::verb && f.sides.of("by").empty() &&
      (f.trigger().voice == Voice::passive || f.trigger().voice == Voice::participle);
  if (type == "deployment" && !owner && !actor && agentless) {
    actor = owner_of_named_people(f.stage, i);  // "told them that soldiers had been sent"
  }
  const bool has_men =
      f.frame.id == "people.keep" && unit_of_members(f, i);  // "has had Wagner men"
  if (type == "deployment" && owner && actor && owner->party != actor->party &&
      (!owner->party.iso2.empty() || has_men) && !target) {
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
