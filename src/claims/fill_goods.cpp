/// Goods that go over, transfer and technology: a claim for each kind of goods.
///
///     "Serbia sent Mali 40 rifles and two radars"   transfer of 40 rifles, transfer of two radars
#include "claims/fill_goods.hpp"

#include <algorithm>
#include <array>

#include "claims/clause_words.hpp"
#include "claims/fill_arms.hpp"
#include "claims/fill_people.hpp"
#include "claims/filler.hpp"
#include "claims/party_words.hpp"
#include "claims/sentence_claims.hpp"
#include "claims/way.hpp"

namespace msmt {

namespace {

/// "armed its corvettes with missiles": the taker is a thing.
bool fits_out(const Filler& f) {
  const auto& taker = get(f.roles, "target");
  if (f.frame.id != "give.supply" || taker.empty() || f.party("target")) return false;
  const auto owner = owner_of(f.stage, taker.front());
  const auto giver = f.party("actor");
  if (owner && giver && owner->party != giver->party && !owner->party.iso2.empty())
    return false;  // "supply the Chadian air defence with missiles"
  const std::string& kind = f.chunk(taker.front()).item_class;
  return kind == "arms" || kind == "vehicle";
}

/// "any sale, supply or export of such items is prohibited": nouns for deeds of which none is told; not "denied any
/// sale".
bool any_deed(const Filler& f) {
  if (f.frame.id != "give.noun") return false;
  std::size_t k = f.at;
  while (k >= 2 && (is_word(f.chunk(k - 1), ",") || is_word(f.chunk(k - 1), "or")) &&
         f.stage.grammar.evokes("noun", f.chunk(k - 2).lemma, {"*"}))
    k -= 2;
  if (k > 0 && k < f.at && is_word(f.chunk(k - 1), "or")) --k;
  const bool any = f.stage.reading.tokens[f.chunk(k).first].folded == "any";
  const bool governed = k > 0 && f.chunk(k - 1).kind == ChunkKind::verb;
  return any && k < f.at && !governed;
}

/// "Eight tanks were unloaded in Libya": by whatever brought them, and to stay;
/// not "was first unloaded in Vietnam and sold on".
bool was_brought(const Filler& f) {
  const Chunk& landed = f.trigger();
  if (landed.voice != Voice::passive || f.sides.of("subj") != f.items()) return false;
  if (std::find(landed.adverbs.begin(), landed.adverbs.end(), "first") != landed.adverbs.end())
    return false;
  const std::size_t behind = f.sides.end;
  return behind + 1 >= f.stage.chunks.size() || !is_word(f.chunk(behind), "and") ||
         !f.stage.grammar.evokes("verb", f.chunk(behind + 1).lemma, {"*"});
}

/// Why a trigger of goods gives and takes nothing: "sent drones against them"; empty where it does.
std::string_view no_goods(const Filler& f) {
  if (f.trigger().lemma == "send" && (f.sides.has("against") || is_fired_into(f)))
    return "sent against somebody";
  // "the provisions of the treaty on destruction"
  if (f.trigger().lemma == "provision" && is_plural(f.trigger().head)) return "what a paper says";
  // "received pictures of a Malian helicopter"
  if (!f.items().empty() && f.chunk(f.items().front()).of_class == "arms" &&
      f.stage.grammar.is(WordClass::evidence, f.chunk(f.items().front()).lemma))
    return "pictures, and no goods";
  // "uses cryptocurrency to buy and sell equipment": a trade in general
  if (f.at >= 2 && f.trigger().lemma == "sell" && f.chunk(f.at - 1).word == "and" &&
      f.chunk(f.at - 2).lemma == "buy" && f.sides.of("to").empty())
    return "bought and sold, by nobody to nobody";
  if (f.trigger().lemma == "borrow" && f.sides.of("from").empty()) return "from nobody";
  if (f.frame.id == "get.receive" && f.sides.of("from").empty() && meant_for(f))
    return "what money is for";
  const auto first_is = [&](std::string_view role, std::string_view lemma) {
    return !get(f.roles, role).empty() && f.chunk(get(f.roles, role).front()).lemma == lemma;
  };
  // "the drone reached its target": where it was aimed
  if (f.frame.id == "get.reach" && (first_is("target", "target") || first_is("target", "goal")))
    return "an aim, and no taker";
  if (any_deed(f)) return "any such deed";
  if (f.trigger().lemma == "fly" && first_is("item", "flight"))
    return "flights, and no goods";  // "flew 12 flights to Chad"
  // "the arms trade between Chad and Mali"; but "trade in cattle", "the trade of Chad"
  if (f.frame.id == "give.noun" && f.trigger().lemma == "trade" &&
      ((f.trigger().before.find("arms") == std::string::npos &&
        f.trigger().before.find("weapon") == std::string::npos) ||
       !pair_of(f)))
    return "trade in general";
  // "did not disclose the number of launchers"
  if (f.trigger().lemma == "disclose" && !f.items().empty() &&
      f.stage.grammar.is(WordClass::figure, f.chunk(f.items().front()).lemma))
    return "a figure, and no goods";
  if (f.frame.id == "get.order" && !first_is("order", "order")) return "not on order";
  if (f.frame.id == "get.due" && !first_is("due", "due")) return "not due";
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
  const bool fitted = f.trigger().voice == Voice::participle && !f.sides.has("by") &&
                      get(f.roles, "actor").empty() && f.sides.has("with") &&
                      f.stage.grammar.is(WordClass::equip, f.trigger().lemma);
  if (is_outfit(f) || fitted) return "had, not given";  // "fighters equipped with goggles"
  if (f.frame.id == "give.help" &&
      (f.items().empty() || f.chunk(f.items().front()).quantity == nullptr))
    return "not counted";                       // "helped Iran with its drones"
  if (fits_out(f)) return "fitted, not given";  // "armed its corvettes with missiles"
  // "sent an engineer a test": somebody who gets it
  const auto& object = f.sides.of("obj");
  if (!f.sides.of("second").empty() && object.size() == 1 && !f.chunk(object.front()).party &&
      is_people(class_of(f.stage.grammar, f.chunk(object.front()))) &&
      is_indefinite(f.stage, f.chunk(object.front())) && !is_plural(f.chunk(object.front()).head))
    return "one who gets something";
  // "took the matter of arms to court", "unloaded rifles in Geneva": by no carrier, in no state
  const auto& place = get(f.roles, "target");
  const auto& mover = f.sides.of("subj");
  if (f.frame.id == "give.take" || f.frame.id == "give.unload") {
    std::optional<Named> where;
    if (!place.empty()) where = state_where(f.stage, place.front());
    if (!where && !place.empty() && f.frame.id == "give.unload")
      where = owner_of(f.stage, place.front());  // "at Libya's main port"
    if (!where && f.frame.id == "give.unload" && f.sides.has("in"))
      where = state_where(f.stage, f.sides.of("in").front());  // "at Bosaso in Somalia"
    if (!where && f.frame.id == "give.take" && taken_out(f)) where = taken_out(f)->first;
    if (!where) return "to no state";
    std::optional<Named> home;
    if (f.frame.id == "give.unload" && !mover.empty()) home = owner_of(f.stage, mover.front());
    if (home && home->party == where->party) return "at home";
  }
  if (f.frame.id == "give.unload" && !was_brought(f) &&
      (mover.empty() || !is_carrier(f.stage, f.chunk(mover.front()))))
    return "no means of transport";
  if (f.frame.id == "give.laden" && !f.items().empty() &&
      class_of(f.stage.grammar, f.chunk(f.items().front())) == "people")
    return "passengers";  // "landed with 400 people aboard"
  if (f.frame.id == "give.laden" &&
      (get(f.roles, "carrier").empty() ||
       (class_of(f.stage.grammar, f.chunk(get(f.roles, "carrier").front())) != "vehicle" &&
        aboard(f, get(f.roles, "carrier").front()) == get(f.roles, "carrier").front())))
    return "no means of transport";
  // "a tanker with crude on board discharged in China", but "a truck with food unloaded two men"
  if (f.frame.id == "give.laden" && f.sides.has("obj") &&
      f.stage.grammar.evokes("verb", f.trigger().lemma, {"give.unload"}))
    return "something else is unloaded";
  return {};
}

/// "unloaded its cargo": what the carrier in its subject is said to have aboard.
std::optional<std::size_t> own_cargo(const Filler& f, const std::vector<std::size_t>& goods) {
  const auto& carrier = f.sides.of("subj");
  if (f.frame.id != "give.unload" || goods.size() != 1 || carrier.empty()) return std::nullopt;
  const Chunk& load = f.chunk(goods.front());
  const bool own = load.owner && is_owner_pronoun(load.owner->party.name);
  const bool told = f.stage.grammar.is(WordClass::cargo, load.lemma);
  const std::size_t cargo = aboard(f, carrier.front());
  if (!own || !told || cargo == carrier.front()) return std::nullopt;
  return cargo;
}

/// "three kinds of arms to Mali: 40 howitzers and 12 tanks": what is listed in place of the whole.
const std::vector<std::size_t>* listed_behind_colon(const Filler& f,
                                                    const std::vector<std::size_t>& goods) {
  const auto& listed = f.sides.of(":");
  if (listed.empty() || goods.size() > 1) return nullptr;
  // "deliveries to Mali: rifles and mortars", "will send Malta: mortars and trucks"
  const bool taken = f.trigger().kind == ChunkKind::phrase || f.party("target");
  if (goods.empty()) return taken ? &listed : nullptr;
  const Chunk& whole = f.chunk(goods.front());
  const bool of_kinds = f.stage.grammar.is(WordClass::portion, whole.lemma) ||
                        whole.lemma == "kind" || whole.lemma == "type" || whole.lemma == "item" ||
                        whole.lemma == "thing";
  const std::string key = item_of(f.stage, whole).key;
  const bool generic =
      whole.quantity == nullptr &&
      (key == "arms" || key == "goods" || key.starts_with("military-supplies") || key == "aid");
  // "sent helicopters: four Mi-8s and a Mi-35"
  const bool counted =
      whole.quantity == nullptr && whole.of.empty() && is_plural(whole.head) &&
      std::all_of(listed.begin(), listed.end(), [&](std::size_t i) {
        return f.chunk(i).weapon != nullptr && whole.weapon != nullptr &&
               item_of(f.stage, f.chunk(i)).category == item_of(f.stage, whole).category;
      });
  return of_kinds || generic || counted ? &listed : nullptr;
}

/// The chunks of what goes over, and for cargo that the words only put aboard also who gives it.
std::vector<std::size_t> goods_of(const Filler& f, std::optional<Named>& actor) {
  std::vector<std::size_t> list = unpack(f, f.items());
  // "dispatched shipments totaling 165,000 barrels of fuel", "sent crates containing 300 rifles"
  if (list.size() == 1 && list.front() + 2 < f.stage.chunks.size() &&
      f.chunk(list.front()).item_class == "deed" && list.front() > f.at) {
    const Chunk& holds = f.chunk(list.front() + 1);
    const bool filled = holds.kind == ChunkKind::verb && holds.voice == Voice::gerund &&
                        f.stage.grammar.evokes("verb", holds.lemma, {"more.include", "give.held"});
    const std::string klass = class_of(f.stage.grammar, f.chunk(list.front() + 2));
    if (filled && !klass.empty() && f.frame.takes(klass)) list = {list.front() + 2};
  }
  // "exported ten times more weapons"
  if (list.size() == 1 && f.chunk(list.front()).lemma == "time" &&
      f.chunk(list.front() + 1).kind == ChunkKind::phrase)
    list = {list.front() + 1};
  if (const auto* listed = listed_behind_colon(f, list)) list = *listed;
  if (f.frame.id == "get.come" && f.at == 2 && is_word(f.chunk(0), "from")) {
    if (list.empty()) list = goods_behind(f);  // "From Italy came jets"
    if (!actor) actor = party_of(f.stage, 1);
  }
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
  if (const auto cargo = own_cargo(f, list)) {
    list = {*cargo};
    if (!actor) actor = origin_behind(f, *cargo);
  }
  return list;
}

/// "supplied 70 percent of Azerbaijan's arms": whether a share of the goods is what is given.
bool gives_share(const Filler& f) {
  return f.trigger().voice == Voice::active && !f.items().empty() &&
         f.chunk(f.items().front()).quantity != nullptr &&
         std::get<Quantity>(f.chunk(f.items().front()).quantity->value).unit == "percent" &&
         f.frame.id.starts_with("give.");
}

/// Whether goods that came from somewhere say who took them, as far as that is needed.
bool comes_to_taker(const Filler& f, Deal& deal, std::vector<Claim>& out) {
  auto& [actor, target, source, pair, agreed] = deal;
  if (!target) target = user_of_goods(f, out);
  // "Pakistan fired missiles at India. The missiles came from China": to who fired them
  const auto& use = f.stage.memory.use;
  if (!target && actor && use && use->actor && !use->actor->iso2.empty() && use->item &&
      out.size() == 1 && out.front().item && f.stage.told_just_before(*use) &&
      f.chunk(f.items().front()).definite && same_goods(*out.front().item, *use->item) &&
      *use->actor != actor->party) {
    target = Named{*use->actor, f.chunk(f.items().front()).span};
    set_party(out.front(), &Claim::target, "target", target);
  }
  taken_by_owner(f, out, deal);
  if (!target && out.size() == 1 && out.front().target) target = Named{*out.front().target, {}};
  // "the missile came from Iran" tells where it was made; with a known taker it tells a delivery
  const auto& pairs = f.stage.memory.pairs;
  const bool known = std::any_of(pairs.begin(), pairs.end(), [&](const auto& known_pair) {
    return deal.actor && known_pair.first == deal.actor->party;
  });
  const bool counted = out.size() == 1 && tells_arrival(f, out.front());
  return target || !actor || known || counted;
}

/// "bought Turkish and North Korean rifles": from each of the states whose make they are.
void from_each_maker(const Filler& f, const std::vector<std::size_t>& goods,
                     std::vector<Claim>& out) {
  std::vector<Claim> more;
  for (const std::size_t i : goods) {
    const Chunk& c = f.chunk(i);
    const std::vector<Named> makers = adjectives_joined(f.stage, c);
    for (const Claim& claim : out) {
      if (makers.empty() || c.quantity != nullptr || claim.type != "transfer" ||
          claim.actor != makers.front().party || !item_span(claim).overlaps(c.span))
        continue;
      for (auto maker = makers.begin() + 1; maker != makers.end(); ++maker) {
        if (claim.target && *claim.target == maker->party) continue;
        more.push_back(claim);
        drop_spans(more.back(), {"actor"});
        set_party(more.back(), &Claim::actor, "actor", *maker);
      }
    }
  }
  out.insert(out.end(), more.begin(), more.end());
}

/// "Taiwan has equipped itself with radars": who gets them, from nobody who is named.
bool supplies_itself(const Filler& f) {
  const auto& whom = f.sides.of("obj");
  return whom.size() == 1 &&
         (f.chunk(whom.front()).head == "itself" || f.chunk(whom.front()).head == "themselves");
}

/// A claim for each kind of goods that the trigger's words hand over.
std::vector<Claim> handed_over(Filler& f) {
  Deal sides = deal(f);
  auto& [actor, target, source, pair, agreed] = sides;
  const bool noun = f.trigger().kind == ChunkKind::phrase;
  if (actor && supplies_itself(f)) {
    target = actor;
    actor = f.sides.has("from") ? source : std::nullopt;
  }
  if (noun && !actor && !target && !pair) sides_of_clause(f, actor, target);
  const std::vector<std::size_t> list = goods_of(f, actor);
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
    if (actor && target && !inside.empty()) goods_back(f, inside, *actor, *target);
    return inside;
  }
  if (noun && !actor && !target && !pair && out.size() == 1) exchange(f, out, list.front());
  // "supplied 70 percent of Azerbaijan's arms", "Mali's drones were supplied by Turkey"
  const bool done_by = f.trigger().voice == Voice::passive && f.sides.has("by");
  if (actor && !noun && (gives_share(f) || (done_by && !target))) taken_by_owner(f, out, sides);
  if (actor && target && !out.empty()) goods_back(f, out, *actor, *target);
  from_each_maker(f, list, out);
  for (Claim& claim : out) {
    if (agreed && claim.certainty == Certainty::reported) claim.certainty = Certainty::planned;
  }
  if (list.empty()) f.why = "no item";
  if (f.frame.id == "get.come") {
    if (actor && out.empty() && list.size() == 1) {
      if (auto claims = imports_from(f, *actor); !claims.empty()) return claims;
    }
    if (!comes_to_taker(f, sides, out)) return f.refuse("nobody takes");
  }
  settle(f, out);
  return out;
}

/// "Qatar's aid for Chad amounts to $30 million": aid in money, whatever is given for it.
std::optional<Claim> aid_sum(const Filler& f) {
  const auto actor = f.trigger_owner();
  const auto target = f.party("target");
  if (!actor || !target || actor->party.iso2.empty() || actor->party == target->party)
    return std::nullopt;
  std::size_t k = f.at + 1;
  while (k < f.stage.chunks.size() && f.chunk(k).kind != ChunkKind::verb &&
         !is_word(f.chunk(k), ",")) {
    ++k;
  }
  const Chunk& verb = f.chunk(k);
  if (verb.kind != ChunkKind::verb || verb.voice != Voice::active || verb.negated ||
      !f.stage.grammar.is(WordClass::reach, verb.lemma))
    return std::nullopt;
  const std::size_t sum = is_word(f.chunk(k + 1), "to") ? k + 2 : k + 1;
  if (!f.chunk(sum).money) return std::nullopt;
  Claim claim = f.start("finance");
  claim.item = item_of(f.stage, f.trigger());
  claim.item->category = "money";
  add_span(claim, "item", f.trigger().span);
  f.set_quantity(claim, sum);
  set_party(claim, &Claim::actor, "actor", actor);
  set_party(claim, &Claim::target, "target", target);
  return claim;
}

/// "brings the total value of Chad's aid to Mali since 2020 to $4 million": the chunk of the sum; the number of chunks
/// for none.
std::size_t total_brought_to(const Filler& f) {
  const auto& chunks = f.stage.chunks;
  std::size_t verb = f.at;
  while (verb > 0 && chunks[verb - 1].kind != ChunkKind::verb) --verb;
  if (verb == 0 || !f.stage.grammar.is(WordClass::bring_total, chunks[verb - 1].lemma) ||
      chunks[verb].kind != ChunkKind::phrase || !chunks[verb].definite)
    return chunks.size();
  for (std::size_t k = f.at + 1; k + 1 < chunks.size() && !is_finite(chunks[k]); ++k) {
    if (is_word(chunks[k], "to") && chunks[k + 1].money) return k + 1;
  }
  return chunks.size();
}

}  // namespace

std::vector<Claim> support(Filler& f) {
  // "Chinese technical assistance to Iran"
  const bool technical = f.trigger().item_class == "knowhow";
  if (auto sum = aid_sum(f)) return {std::move(*sum)};
  if (f.trigger().item_id != "military-supplies" && !technical) return f.refuse("not military");
  auto actor = f.trigger_owner();
  if (!actor && !get(f.roles, "actor").empty() && get(f.roles, "actor").front() > f.at)
    actor = f.party("actor");  // "arms support for Angola by Cuba"
  auto target = f.party("target");
  for (const std::size_t i : get(f.roles, "target")) {
    // "Iran's military support to Russia's war": for whose effort it is
    if (!target && f.stage.grammar.is(WordClass::effort, f.chunk(i).lemma))
      target = owner_of(f.stage, i);
  }
  if (!actor || !target || actor->party.iso2.empty() || target->party.iso2.empty())
    return f.refuse("not two states");
  Claim claim = f.start(technical ? "technology" : "transfer");
  claim.item = item_of(f.stage, f.trigger());
  add_span(claim, "item", f.trigger().span);
  f.set_quantity(claim, f.at);
  // "Chad's military aid to Mali is worth $4 million"
  for (std::size_t k = f.at + 1; !claim.quantity && k + 2 < f.stage.chunks.size(); ++k) {
    if (!is_finite(f.chunk(k))) continue;
    if (f.chunk(k).lemma == "be" && is_word(f.chunk(k + 1), "worth") && f.chunk(k + 2).money)
      f.set_quantity(claim, k + 2);
    break;
  }
  if (const std::size_t sum = total_brought_to(f); !claim.quantity && sum < f.stage.chunks.size())
    f.set_quantity(claim, sum);
  set_party(claim, &Claim::actor, "actor", actor);
  set_party(claim, &Claim::target, "target", target);
  std::vector<Claim> out = brought_to(f, claim);
  if (!technical) goods_back(f, out, *actor, *target);
  return out;
}

namespace {

/// "Chadian arms aid Niger's war effort", "evidence of Chadian arms helping Niger": arms that one state has from another.
std::optional<Claim> arms_that_aid(const Filler& f) {
  if (f.frame.id != "give.help" || f.trigger().negated) return std::nullopt;
  std::vector<std::size_t> subject = f.sides.of("subj");
  std::vector<std::size_t> helped = f.sides.of("obj");
  // "a military aid package to help Niger"
  if (f.trigger().voice == Voice::infinitive && f.at > 0 &&
      f.chunk(f.at - 1).kind == ChunkKind::phrase)
    subject = {f.at - 1};
  if (helped.empty() && f.chunk(f.at + 1).country_head) helped = {f.at + 1};
  if (subject.size() != 1 || helped.empty()) return std::nullopt;
  const Chunk& arms = f.chunk(subject.front());
  const std::string klass = class_of(f.stage.grammar, arms);
  if (klass != "arms" && klass != "aid" && klass != "fuel" && arms.item_id != "military-supplies")
    return std::nullopt;
  const auto actor = owner_of(f.stage, subject.front());
  auto target = party_of(f.stage, helped.front());
  if (!target && f.stage.grammar.is(WordClass::effort, f.chunk(helped.front()).lemma))
    target = owner_of(f.stage, helped.front());
  if (!actor || !target || actor->party.iso2.empty() || target->party.iso2.empty() ||
      actor->party == target->party)
    return std::nullopt;
  Claim claim = f.start("transfer");
  f.set_item(claim, subject.front());
  set_party(claim, &Claim::actor, "actor", actor);
  set_party(claim, &Claim::target, "target", target);
  return claim;
}

}  // namespace

std::vector<Claim> goods(Filler& f) {
  if (auto aided = arms_that_aid(f)) return {*aided};
  if (const std::string_view why = no_goods(f); !why.empty()) return f.refuse(why);
  if (const std::string_view why = no_handover(f); !why.empty()) return f.refuse(why);
  std::vector<Claim> out = handed_over(f);
  drop_unstated(f, out);
  return out;
}

}  // namespace msmt
