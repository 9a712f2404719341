/// Goods that go over, transfer and technology: a claim for each kind of goods.
#include <algorithm>
#include <utility>

#include "claims/filler.hpp"
#include "claims/flow.hpp"
#include "claims/relative.hpp"

namespace msmt {

std::vector<Claim> Filler::support() {
  if (trigger().item_id != "military-supplies") return refuse("not military");
  const auto actor = trigger_owner();
  const auto target = party("target");
  if (!actor || !target || actor->party.iso2.empty() || target->party.iso2.empty())
    return refuse("not two states");
  Claim claim = start("transfer");
  claim.item = item_of(stage_, trigger());
  span(claim, "item", trigger().span);
  set_quantity(claim, trigger_);
  set(claim, &Claim::actor, "actor", actor);
  set(claim, &Claim::target, "target", target);
  return {claim};
}

bool Filler::fits_out() const {
  const auto& taker = get(roles_, "target");
  if (frame_.id != "give.supply" || taker.empty() || party("target")) return false;
  const std::string& kind = chunk(taker.front()).item_class;
  return kind == "arms" || kind == "vehicle";
}

Filler::Deal Filler::deal() const {
  Deal out{party("actor"), party("target"), party("source"), pair_of()};
  auto& [actor, target, source, pair] = out;
  if (!target && !get(roles_, "target").empty()) {
    // "delivered to North Korean ports", "for Iran's air force": whose they are
    const std::size_t taker = get(roles_, "target").front();
    const std::string& kind = chunk(taker).item_class;
    if (kind.empty()) target = owner_of(stage_, taker);
  }
  if (!target) target = holder_of_account();
  if (!target) take_place(out);
  if (frame_.id == "get.receive") take_market(out);
  if (!target && trigger().kind == ChunkKind::verb && frame_.role("second") == "target" &&
      !items().empty() && trigger().voice != Voice::passive &&
      trigger().voice != Voice::participle) {
    // "gave Russia drones": a bare name before the goods takes them
    const Chunk& first = chunk(items().front());
    if (first.owner_bare && first.owner && (!actor || first.owner->party != actor->party))
      target = first.owner;
  }
  const bool noun = trigger().kind == ChunkKind::phrase;
  if (noun) {
    if (const auto owner = trigger_owner()) {
      if (frame_.role("owner") == "actor" && !actor) actor = owner;
      if (frame_.role("owner") == "target" && !target) target = owner;
    }
  }
  if (source && !target) target = home_of_carrier(*source);
  if (source) {
    // "transferred shells from A": A gave them; without another taker, who moved them took them
    if (!target && actor && actor->party != source->party && frame_.role("obj") == "item" &&
        trigger().voice == Voice::active) {
      target = actor;
    }
    // "Wagner sent 400 fighters from Libya to Mali": people only leave from there
    const bool leave = actor && target && !items().empty() && frame_.id == "give.send" &&
                       is_people(class_of(stage_.grammar, chunk(items().front())));
    if (!actor || (actor->party != source->party && !leave)) actor = source;
  }
  if (noun && !actor && trigger_ >= 2 && chunk(trigger_ - 1).voice == Voice::active &&
      stage_.grammar.cue("governor", chunk(trigger_ - 1).lemma) == "denied") {
    // "Ankara denied any arms sales to Ethiopia": its own
    actor = party_of(stage_, trigger_ - 2);
    if (actor && (actor->party.iso2.empty() || !target || target->party == actor->party))
      actor.reset();
  }
  if (noun && !target && trigger_ >= 2 && chunk(trigger_ - 1).kind == ChunkKind::verb &&
      chunk(trigger_ - 1).lemma == "take") {
    target = party_of(stage_, trigger_ - 2);  // "took delivery of six howitzers"
    if (actor && target && actor->party == target->party) actor.reset();
  }
  if (!noun) take_described_side(actor, target);
  if (!noun && !actor && !items().empty() && items().back() + 2 < trigger_ &&
      is_word(chunk(items().back() + 1), "from") && chunk(items().back() + 2).country_head)
    actor = party_of(stage_, items().back() + 2);  // "Rifles from Libya ended up in Chad"
  const bool weak = stage_.grammar.is(WordClass::hand_on, trigger().lemma);
  // "taught soldiers to fly drones" moves nothing to them
  if (!target && sides_.construction == "clause" && !weak) target = other_party(actor);
  if (!target) target = supported(actor);
  if (!target) target = whose_effort(actor);
  if (!noun && actor && !target && !items().empty()) target = sent_there(*actor);
  if (!noun && actor && !target) target = partner_in_pact(stage_, trigger_, actor->party);
  if (!noun && target && !actor) actor = partner_in_pact(stage_, trigger_, target->party);
  if (!target && noun) target = supported_before(actor);
  if (!target && noun && frame_.id == "give.noun") target = reached_state();
  if (actor && target && actor->party == target->party) target.reset();
  return out;
}

Claim Filler::more_of(const Claim& told, std::size_t i, const Deal& deal) const {
  const bool order = told.type == "agreement";  // the buyer stands first
  Claim again =
      one(i, order ? "transfer" : std::string_view(told.type), deal.actor, deal.target, deal.pair);
  const bool bare = chunk(i).item_class.empty();
  if (bare) again.item = told.item;
  if (bare && again.quantity && again.quantity->unit.empty() && told.quantity)
    again.quantity->unit = told.quantity->unit;
  const auto& giver = order ? told.target : told.actor;
  const auto& taker = order ? told.actor : told.target;
  if (again.actor || again.target) {
    // "four more arrived from Spain": from another giver, to the same taker
    const bool comes = frame_.id.starts_with("get.") && !again.target && again.actor != taker;
    if (comes) again.target = taker;
    return again;
  }
  again.actor = giver;  // "Two of them have been delivered"
  again.target = taker;
  return again;
}

void Filler::add_goods(std::size_t i, const Deal& deal, std::string& last_class,
                       std::vector<Claim>& out) {
  const auto& [actor, target, source, pair] = deal;
  const bool noun = trigger().kind == ChunkKind::phrase;
  const bool weak = stage_.grammar.is(WordClass::hand_on, trigger().lemma);
  const Chunk& c = chunk(i);
  // "twice what it may buy", "three times what it may buy": no goods of their own
  if (c.head == "what" || (i + 1 < stage_.chunks.size() && chunk(i + 1).head == "what")) return;
  std::string klass = class_of(stage_.grammar, c);
  if (klass.empty() && c.quantity != nullptr && !last_class.empty() && c.item_class.empty() &&
      c.head_span.begin >= c.quantity->span.begin && c.head_span.end <= c.quantity->span.end) {
    klass = last_class;  // "481 workers, 198 in construction"
  }
  const bool no_noun = (klass.empty() && c.item_class.empty()) || c.meant != nullptr;
  if (const Claim* told = no_noun ? counts_again(c) : nullptr) {
    // "transferred 24 aircraft, and Norway has pledged six": of what was counted before
    out.push_back(more_of(*told, i, deal));
    return;
  }
  if (const Claim* told = delivery_before(c)) {
    out.push_back(more_of(*told, i, deal));
    return;
  }
  // "20 trucks and other vehicles": the count is of both
  if (c.quantity == nullptr && c.before.starts_with("other") && i > 0 &&
      chunk(i - 1).word == "and" && !out.empty() && out.back().quantity)
    return;
  if (klass == "deed" || klass == "program") klass.clear();
  if (klass.empty() || klass == "people") {
    if (const auto purpose = class_by_purpose(i); !purpose.empty()) klass = purpose;
  }
  if (klass.empty() || klass == "people") klass = class_of_people(i);
  if (klass == "people") klass = "";
  const bool of_people = klass == "troops" || klass == "workers";
  if (of_people && noun && trigger().lemma == "supply" && c.quantity == nullptr) {
    why_ = "they are supplied, not given";  // "the supply of the army"
    return;
  }
  // "$900 million in weapons reached Sudan", where the verb takes no money
  const bool beside = !frame_.takes("money") && i + 2 < stage_.chunks.size() &&
                      is_word(chunk(i + 1), "in") && i + 2 < trigger_;
  const bool priced = klass == "money" && ((trades() && !sides_.of("in").empty()) || beside);
  if (priced) {
    // "bought $1 billion in arms": the goods went over, the money is their count
    const std::size_t goods = beside ? i + 2 : sides_.of("in").front();
    const std::string kind = class_of(stage_.grammar, chunk(goods));
    if (kind == "arms" || kind == "goods" || kind == "parts" || kind == "fuel") {
      Claim claim = one(goods, "transfer", actor, target, pair);
      set_quantity(claim, i);
      if (claim.actor || claim.target) out.push_back(std::move(claim));
      return;
    }
  }
  if (klass.empty() && goes_with_goods(c, last_class)) klass = "goods";
  if (klass.empty()) {
    if (const Claim* named = former_or_latter(c)) {
      out.push_back(one(i, named->type, actor, target, pair));
      out.back().item = named->item;
      return;
    }
  }
  if (klass.empty() || !frame_.takes(klass)) {
    why_ =
        "item \"" + std::string(stage_.doc.text(c.span)) + "\" is of no class that the frame takes";
    return;
  }
  last_class = klass;
  if (klass != "money" && trigger_ + 1 < stage_.chunks.size() &&
      is_word(chunk(trigger_ + 1), "home")) {
    why_ = "taken home";
    return;
  }
  const auto& taker = get(roles_, "target");
  const bool anybody = !taker.empty() && (chunk(taker.front()).head == "anyone" ||
                                          chunk(taker.front()).head == "anybody");
  if (!target && !source && weak && !anybody && trigger().voice != Voice::passive) {
    why_ = "moved, but to nobody";
    return;
  }
  // "planes carried 600 Cuban soldiers to Ethiopia": people are carried by their own side
  const bool passive = (trigger().voice == Voice::passive || of_people) && target;
  const auto& carrier = sides_.of("subj");
  // "trains carried cars into North Korea": to a state, by what carries
  const bool arrives = target && !target->party.iso2.empty() && !carrier.empty() &&
                       (class_of(stage_.grammar, chunk(carrier.front())) == "vehicle" ||
                        stage_.grammar.is(WordClass::firm, chunk(carrier.front()).lemma));
  // "Rwanda brought rifles into Chad": from one state into another
  const bool crosses = actor && target && !actor->party.iso2.empty() &&
                       !target->party.iso2.empty() && sides_.has("into");
  if ((!target || !source) && !passive && !arrives && !crosses &&
      stage_.grammar.is(WordClass::carry, trigger().lemma)) {
    why_ = "carried, but not from one side to another";
    return;
  }
  out.push_back(one(i, Grammar::type_of_class(klass), actor, target, pair));
  Claim& claim = out.back();
  const bool first = items().empty() || i == items().front();
  if (i > trigger_ && !first && i + 1 < stage_.chunks.size() &&
      chunk(i + 1).kind == ChunkKind::date) {
    // "sent 300 soldiers in June and 200 more in August": each count has its date
    const auto& date = std::get<Date>(chunk(i + 1).date->value);
    if (!date.edtf.empty() || waits_for_anchor(date)) claim.period = date;
    if (claim.period) span(claim, "period", chunk(i + 1).span);
  }
  if (claim.type == "finance" && (trigger().lemma == "export" || trigger().lemma == "import")) {
    claim.type = "transfer";  // "exported $2.9 billion worth of them"
    claim.item->name = "goods";
    claim.item->key = stage_.grammar.path("goods");
    claim.item->category = "goods";
  }
  if (claim.type == "finance") describe_money(claim);
  if ((claim.type == "labor" || claim.type == "deployment") && !claim.target) {
    place_after(claim, std::max(i, trigger_) + 1);
  }
  if (noun && !claim.quantity) set_quantity(claim, trigger_);  // "seven shipments of fuel"
  if (noun && !claim.quantity) reached(claim);
  if (claim.type == "transfer" && !claim.quantity && i >= 2 && is_word(chunk(i - 1), "in") &&
      chunk(i - 2).money)
    set_quantity(claim, i - 2);  // "$2 billion in weapons that had reached the junta"
  if (of_people && (is_count(c) || claim.part) && recent_people()) carry_on(claim);
  if (!first && i > trigger_ && is_count(c) && c.of.empty())
    claim.item = item_of(stage_, chunk(items().front()));
  elliptical(claim);
  if (!noun && !of_people && !weak) carry_sides(claim, c);
}

std::string_view Filler::no_goods() const {
  if (trigger().lemma == "send" && sides_.has("against")) return "sent against somebody";
  // "uses cryptocurrency to buy and sell equipment": a trade in general
  if (trigger_ >= 2 && trigger().lemma == "sell" && chunk(trigger_ - 1).word == "and" &&
      chunk(trigger_ - 2).lemma == "buy" && sides_.of("to").empty())
    return "bought and sold, by nobody to nobody";
  if (frame_.id == "get.receive" && sides_.of("from").empty() && meant_for())
    return "what money is for";
  const auto first_is = [&](std::string_view role, std::string_view lemma) {
    return !get(roles_, role).empty() && chunk(get(roles_, role).front()).lemma == lemma;
  };
  if (frame_.id == "get.order" && !first_is("order", "order")) return "not on order";
  if (frame_.id == "get.way" && !first_is("way", "way")) return "no way";
  if (frame_.id == "get.sign" && sides_.has("obj")) return "something else is signed";
  const auto& subject = sides_.of("subj");
  if (frame_.id == "give.supply" && trigger().voice == Voice::passive &&
      stage_.grammar.is(WordClass::equip, trigger().lemma) && !subject.empty() &&
      !stands_for_party(subject.front()) && !sides_.of("with").empty() &&
      (is_arms(chunk(subject.front())) ||
       class_of(stage_.grammar, chunk(subject.front())) == "vehicle"))
    return "fitted, not given";  // "the destroyers are armed with missiles"
  if (is_outfit()) return "had, not given";
  if (fits_out()) return "fitted, not given";  // "armed its corvettes with missiles"
  if (frame_.id == "give.laden" &&
      (get(roles_, "carrier").empty() ||
       class_of(stage_.grammar, chunk(get(roles_, "carrier").front())) != "vehicle"))
    return "no means of transport";
  return {};
}

std::vector<Claim> Filler::goods() {
  if (const std::string_view why = no_goods(); !why.empty()) return refuse(why);
  if (const std::string_view why = no_handover(); !why.empty()) return refuse(why);
  std::vector<Claim> out = handed_over();
  drop_unstated(out);
  return out;
}

std::vector<Claim> Filler::handed_over() {
  Deal sides = deal();
  auto& [actor, target, source, pair] = sides;
  const bool noun = trigger().kind == ChunkKind::phrase;
  std::vector<std::size_t> list = noun ? items() : unpack(items());
  if (list.empty() && frame_.id == "give.send" && trigger().voice != Voice::passive &&
      trigger().voice != Voice::participle && !sides_.of("in").empty()) {
    // "shipped in armoured cars": into the country; but "shipped in containers"
    const std::string klass = class_of(stage_.grammar, chunk(sides_.of("in").front()));
    if (klass == "arms" || klass == "fuel" || klass == "parts") list = sides_.of("in");
  }
  if (list.empty() && frame_.id == "give.laden" && !get(roles_, "carrier").empty()) {
    const std::size_t carrier = get(roles_, "carrier").front();
    const std::size_t cargo = aboard(carrier);
    if (cargo != carrier) list = {cargo};  // "A train with 490 tons of shells arrived in"
    if (!actor) actor = origin_behind(cargo);
  }
  std::vector<Claim> out;
  std::string last_class;
  for (std::size_t k = 0; k < list.size(); ++k) {
    // "750 tons of missiles, engines and other hardware": one count for all of them
    if (k > 0 && weighs_all(list.front(), list[k])) continue;
    add_goods(list[k], deal_of(list[k], sides), last_class, out);
  }
  if (list.empty() && !noun && actor && target && supplies_fighters(*target)) {
    // "Iran arms the Houthis", "denies supplying the RSF"
    Claim claim = start("transfer");
    if (trigger().lemma == "arm") claim.item = Item{"weapons", "arms", "", "arms"};
    set(claim, &Claim::actor, "actor", actor);
    set(claim, &Claim::target, "target", target);
    return {claim};
  }
  if (out.size() == 1 && (out.front().type == "labor" || out.front().type == "deployment"))
    and_there(out);
  if (list.empty() && noun) return from_trigger_noun(actor, target, pair);
  if (noun && !actor && !target && !pair && out.size() == 1) exchange(out, list.front());
  if (!target && actor && !noun && trigger().voice == Voice::active && !items().empty() &&
      chunk(items().front()).quantity != nullptr &&
      std::get<Quantity>(chunk(items().front()).quantity->value).unit == "percent" &&
      frame_.id.starts_with("give."))
    taken_by_owner(out, sides);  // "supplied 70 percent of Azerbaijan's arms"
  if (actor && target && !noun && !out.empty()) goods_back(out, *actor, *target);
  if (list.empty()) why_ = "no item";
  if (frame_.id == "get.come") {
    if (actor && out.empty() && list.size() == 1) {
      if (auto claims = imports_from(*actor); !claims.empty()) return claims;
    }
    if (!target) target = user_of_goods(out);
    taken_by_owner(out, sides);
    if (!target && out.size() == 1 && out.front().target) target = Named{*out.front().target, {}};
    // "the missile came from Iran" tells where it was made; with a known taker it tells a delivery
    const auto& pairs = stage_.memory.pairs;
    const bool known = std::any_of(pairs.begin(), pairs.end(), [&](const auto& known_pair) {
      return sides.actor && known_pair.first == sides.actor->party;
    });
    const bool counted = out.size() == 1 && tells_arrival(out.front());
    if (!target && actor && !known && !counted) return refuse("nobody takes");
  }
  settle(out);
  return out;
}

Claim Filler::one(std::size_t i, std::string_view type, std::optional<Named> actor,
                  std::optional<Named> target,
                  const std::optional<std::pair<Named, Named>>& pair) const {
  Claim claim = start(type);
  set_item(claim, i);
  const bool of_people = type == "deployment" || type == "labor";
  const auto owner = of_people ? sender_of(i) : owner_of(stage_, i);
  if (owner && !owner->party.iso2.empty() && !actor &&
      (of_people || (target && target->party.iso2 != owner->party.iso2))) {
    actor = owner;  // "North Korean workers were sent to Russia"
  }
  if (of_people && owner && owner->party.iso2.empty() && !actor && chunk(i).owner &&
      owner->party == chunk(i).owner->party)
    actor = owner;  // "Wagner fighters were sent to Mali"
  if (of_people && owner && !owner->party.iso2.empty() && actor && actor->party.iso2.empty() &&
      stage_.grammar.is(WordClass::carry, trigger().lemma))
    actor = owner;  // "Operation Carlota carried 36,000 Cuban soldiers": their own side sent them
  const bool agentless =
      trigger().kind == ChunkKind::verb && sides_.of("by").empty() &&
      (trigger().voice == Voice::passive || trigger().voice == Voice::participle);
  if (type == "deployment" && !owner && !actor && agentless) {
    actor = owner_of_named_people(stage_, i);  // "told them that soldiers had been sent"
  }
  const bool has_men = frame_.id == "people.keep" && unit_of_members(i);  // "has had Wagner men"
  if (type == "deployment" && owner && actor && owner->party != actor->party &&
      (!owner->party.iso2.empty() || has_men) && !target) {
    target = actor;
    actor = owner;
  }
  set_sides(claim, std::move(actor), std::move(target), pair);
  return claim;
}

void Filler::set_sides(Claim& claim, std::optional<Named> actor, std::optional<Named> target,
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
  set(claim, &Claim::actor, "actor", actor);
  set(claim, &Claim::target, "target", target);
}

}  // namespace msmt
