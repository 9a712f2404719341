/// Which phrases of a deal are goods, and the claim of each: its class, its count, its date.
///
///     "sent 40 rifles and $3 million worth of shells"   arms, 40; arms, $3 million
#include <algorithm>
#include <utility>

#include "claims/clause_words.hpp"
#include "claims/fill_arms.hpp"
#include "claims/fill_goods.hpp"
#include "claims/fill_money.hpp"
#include "claims/fill_people.hpp"
#include "claims/filler.hpp"
#include "claims/relative.hpp"
#include "claims/sentence_claims.hpp"
#include "claims/way.hpp"

namespace msmt {

namespace {

/// A claim of the goods of an earlier one, counted by chunk i.
Claim more_of(const Filler& f, const Claim& told, std::size_t i, const Deal& deal) {
  Claim again = one(f, i, told.type, deal.actor, deal.target, deal.pair);
  const bool bare = f.chunk(i).item_class.empty();
  if (bare) again.item = told.item;
  if (bare && again.quantity && again.quantity->unit.empty()) {
    if (told.quantity)
      again.quantity->unit = told.quantity->unit;
    else if (again.item)
      again.quantity->unit = unit_of(*again.item);
  }
  const auto& giver = told.actor;
  const auto& taker = told.target;
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

/// "20 tanks, half of them in 2020": a part of goods that are told already.
bool is_fraction_of(const Filler& f, const Chunk& c) {
  if (c.stands_for >= f.stage.chunks.size() || c.quantity == nullptr) return false;
  const auto& part = std::get<Quantity>(c.quantity->value);
  return part.value && *part.value < 1 && part.unit.empty();
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

/// "18 Mi-8 and Mi-17 helicopters": two systems by their names, with one noun and one count. The claim
/// before is then of both; whether it is.
bool joins_named(const Filler& f, std::size_t i, std::vector<Claim>& out) {
  if (out.empty() || i < 2 || !is_word(f.chunk(i - 1), "and")) return false;
  const Chunk& first = f.chunk(i - 2);
  const Chunk& second = f.chunk(i);
  const auto is_named = [](const Chunk& c) {
    return c.weapon != nullptr && !std::get<Weapon>(c.weapon->value).system.empty();
  };
  // the first has no noun of its own: "12 T-72 tanks and T-62 tanks" are two lots
  if (!is_named(first) || !is_named(second) || first.quantity == nullptr ||
      second.quantity != nullptr || !first.item_id.empty() || second.item_id.empty() ||
      span_of(out.back(), "item") != first.span)
    return false;
  const Item both = item_of(f.stage, second);
  out.back().item = Item{quote(f.stage.doc, {first.weapon->span.begin, second.span.end}),
                         both.category, "", f.stage.grammar.path(second.item_id)};
  return true;
}

/// The class of what goes over where its noun says too little: by what it is for, by who they are.
std::string class_handed_over(const Filler& f, std::size_t i, std::string klass) {
  if (klass == "deed" || klass == "program") klass.clear();
  if (klass.empty() || klass == "people") {
    if (const auto purpose = class_by_purpose(f, i); !purpose.empty()) klass = purpose;
  }
  if (klass.empty() || klass == "people") klass = class_of_people(f, i);
  if (klass == "people") klass = "";
  const Chunk& c = f.chunk(i);
  if (klass != "troops" || c.lemma != "unit" || c.quantity == nullptr) return klass;
  // "delivered 40 artillery units": guns, where "sent" may mean their crews
  static constexpr std::string_view kGuns[] = {"artillery", "missile", "rocket", "howitzer"};
  const bool handed = f.stage.grammar.is(WordClass::hand_out, f.trigger().lemma);
  const bool guns = std::any_of(std::begin(kGuns), std::end(kGuns),
                                [&](std::string_view gun) { return c.before.ends_with(gun); });
  return handed && guns ? "arms" : klass;
}

/// "bought $1 billion in arms": the chunk of the goods that the money at chunk i counts.
std::optional<std::size_t> goods_for_money(const Filler& f, std::size_t i, std::string_view klass) {
  if (klass != "money") return std::nullopt;
  const bool in = i + 2 < f.stage.chunks.size() && is_word(f.chunk(i + 1), "in");
  if (in) {
    // "supplied Mali up to $9 million in arms"; but "$9 million in aid" is money
    const Chunk& goods = f.chunk(i + 2);
    const std::string kind = class_of(f.stage.grammar, goods);
    // "approved $20 billion in arms sales"
    const bool sales = (f.frame.id == "give.approve" || f.frame.id == "get.seek") &&
                       goods.item_class == "deed" && goods.before.find("arms") != std::string::npos;
    if (sales || kind == "arms" || kind == "parts" || kind == "fuel") return i + 2;
  }
  // "$900 million in grain reached Sudan", where the verb takes no money
  const bool beside = in && !f.frame.takes("money") && i + 2 < f.at;
  if (!beside && (!trades(f) || f.sides.of("in").empty())) return std::nullopt;
  // "bought $1 billion in arms": the goods went over, the money is their count
  const std::size_t goods = beside ? i + 2 : f.sides.of("in").front();
  const std::string kind = class_of(f.stage.grammar, f.chunk(goods));
  if (kind == "arms" || kind == "goods" || kind == "parts" || kind == "fuel") return goods;
  return std::nullopt;
}

/// Whether a verb of carrying takes things from one side to another, with both or by its words.
bool carries_over(const Filler& f, const Deal& deal, bool of_people) {
  const auto& [actor, target, source, pair, agreed] = deal;
  // "planes carried 600 Cuban soldiers to Ethiopia": people are carried by their own side
  const bool passive = (f.trigger().voice == Voice::passive || of_people) && target;
  const auto& carrier = f.sides.of("subj");
  // "trains carried cars into North Korea": to a state, by what carries
  const bool aboard = !carrier.empty() && is_carrier(f.stage, f.chunk(carrier.front()));
  const bool arrives =
      target && !carrier.empty() &&
      (aboard || (!target->party.iso2.empty() &&
                  f.stage.grammar.is(WordClass::firm, f.chunk(carrier.front()).lemma)));
  // "Rwanda brought rifles into Chad", "Russia brought warheads to Belarus": from one state into another
  const bool arms = !f.items().empty() && is_arms(f, f.chunk(f.items().front())) &&
                    f.trigger().voice == Voice::active && f.sides.has("to");
  const bool crosses = actor && target && !actor->party.iso2.empty() &&
                       !target->party.iso2.empty() && (f.sides.has("into") || arms);
  // "The firm transported Russian arms to Syria": those of a third state
  const bool of_third = target && !target->party.iso2.empty() && !f.items().empty() &&
                        f.chunk(f.items().front()).owner_is_adjective &&
                        f.chunk(f.items().front()).owner &&
                        !f.chunk(f.items().front()).owner->party.iso2.empty() &&
                        f.chunk(f.items().front()).owner->party != target->party;
  return (target && source) || passive || arrives || crosses || of_third;
}

/// Why goods of a class that the frame takes went to no other side; empty where they did.
std::string_view stays_with(const Filler& f, const Deal& deal, std::string_view klass) {
  if (klass != "money" && f.at + 1 < f.stage.chunks.size() && is_word(f.chunk(f.at + 1), "home"))
    return "taken home";
  const bool people = klass == "troops" || klass == "workers";
  if (people && !f.items().empty() && f.chunk(f.items().back() + 1).head == "home")
    return "sent home";
  if (people && f.trigger().lemma == "divert" && !deal.target)
    return "turned away, and to nobody";  // "to divert Russian troops from the east"
  if (people && f.frame.id == "give.supply" && !deal.target && f.sides.of("with").empty())
    return "people supplied, with nothing named";  // "munitions to supply its armed forces"
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
  // "The number of rifles sent to Mali is about 5,000"
  const bool figure = f.stage.grammar.is(WordClass::figure, f.chunk(i).lemma) &&
                      f.chunk(i).definite && !f.chunk(i).of.empty();
  for (std::size_t k = f.at + 1; figure && !claim.quantity && k + 1 < f.stage.chunks.size(); ++k) {
    const Chunk& verb = f.chunk(k);
    if (!is_finite(verb)) continue;
    const bool comes_to = verb.lemma == "be" || f.stage.grammar.is(WordClass::reach, verb.lemma);
    if (!comes_to || f.chunk(k + 1).quantity == nullptr || f.chunk(k + 1).money) break;
    f.set_quantity(claim, k + 1);
    if (claim.quantity && claim.item) claim.quantity->unit = unit_of(*claim.item);
  }
  // "$2 billion in weapons that had reached the junta", "$2 billion in weapons and spare parts"
  const bool joined = i >= 4 && is_word(f.chunk(i - 1), "and") &&
                      f.chunk(i - 2).kind == ChunkKind::phrase && !f.chunk(i - 2).money;
  const std::size_t first = joined ? i - 2 : i;
  if (claim.type == "transfer" && !claim.quantity && first >= 2 &&
      is_word(f.chunk(first - 1), "in") && f.chunk(first - 2).money) {
    f.set_quantity(claim, first - 2);
    if (joined)
      claim.item->name = quote(f.stage.doc, {f.chunk(first).span.begin, f.chunk(i).span.end});
  }
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
  const Chunk& c = f.chunk(i);
  if (c.item_class == "knowhow" && c.before.ends_with("export")) return true;
  return i + 2 < f.stage.chunks.size() && f.chunk(i).item_class == "knowhow" &&
         f.stage.grammar.is(WordClass::trading, f.chunk(i).lemma) &&
         is_word(f.chunk(i + 1), "for") && f.chunk(i + 2).item_class == "deed";
}

/// "approved 40 million pounds worth of arms exports": the sum of what goes over.
std::optional<Claim> worth_of_trade(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  if (!c.money || c.quantity == nullptr || c.of_class != "deed") return std::nullopt;
  const std::string of = fold(f.stage.doc.words(c.of));
  if (of.find("arms ") == std::string::npos && of.find("weapon") == std::string::npos)
    return std::nullopt;
  Claim claim = f.start("transfer");
  claim.item = Item{"arms", "arms", "", "arms"};
  add_span(claim, "item", c.of);
  claim.quantity = std::get<Quantity>(c.quantity->value);
  add_span(claim, "quantity", c.quantity->span);
  return claim;
}

}  // namespace

void add_goods(Filler& f, std::size_t i, const Deal& deal, std::string& last_class,
               std::vector<Claim>& out) {
  const auto& [actor, target, source, pair, agreed] = deal;
  const Chunk& c = f.chunk(i);
  if (measures_what(f, i) || is_fraction_of(f, c)) return;
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
  if (counted_with_others(f, i, out) || joins_named(f, i, out)) return;
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
    f.why = "item \"" + std::string(f.stage.doc.words(c.span)) +
            "\" is of no class that the frame takes";
    return;
  }
  last_class = klass;
  if (const std::string_view why = stays_with(f, deal, klass); !why.empty()) {
    f.why = why;
    return;
  }
  // "293 units shipped to Chad": things that are traded, and no troops
  const bool wares = klass == "troops" && c.lemma == "unit" &&
                     (f.trigger().lemma == "import" || f.trigger().lemma == "ship" ||
                      f.trigger().lemma == "export" || f.trigger().lemma == "sell");
  out.push_back(one(f, i, wares ? "transfer" : Grammar::type_of_class(klass), actor, target, pair));
  if (wares && out.back().item) {
    out.back().item->category = "goods";
    out.back().item->key = "goods";
  }
  // "weapons, shells and troops worth $9 million": the sum is that of the goods
  if (of_people && c.money && out.size() > 1 && !out.front().quantity) {
    out.front().quantity = std::exchange(out.back().quantity, std::nullopt);
    add_span(out.front(), "quantity", c.quantity->span);
    drop_spans(out.back(), {"quantity"});
  }
  count_lots(f, out.back(), i);
  fill_in_goods(f, i, out.back(), of_people);
}

}  // namespace msmt
