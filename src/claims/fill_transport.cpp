/// Means of transport: what carried goods, whose it was, in how many trips.
#include <algorithm>
#include <array>

#include "claims/clause_words.hpp"
#include "claims/fill_arms.hpp"
#include "claims/fill_people.hpp"
#include "claims/fill_trips.hpp"
#include "claims/filler.hpp"
#include "claims/party_words.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

namespace {

/// Whether a phrase before chunk `end` names what can be carried.
bool goods_before(const Filler& f, std::size_t end) {
  static constexpr std::array<std::string_view, 9> kGoods = {
      "arms", "goods", "fuel", "container", "aid", "parts", "deed", "troops", "workers"};
  for (std::size_t k = 0; k < end; ++k) {
    if (f.chunk(k).kind != ChunkKind::phrase) continue;
    const std::string klass = class_of(f.stage.grammar, f.chunk(k));
    if (f.chunk(k).pronoun || std::find(kGoods.begin(), kGoods.end(), klass) != kGoods.end())
      return true;
  }
  return false;
}

/// "used trains to move grain": goods or a way that they go, for a means of transport that is used.
bool goods_named(const Filler& f) {
  // "The shells left using cargo ships", "used trains to move grain"; but "use planes in attacks"
  const auto& operators = f.sides.of("subj");
  std::size_t from = 0;
  if (!operators.empty() && f.trigger().voice != Voice::gerund) from = operators.front() + 1;
  for (std::size_t k = from; k < f.stage.chunks.size(); ++k) {
    const bool moved = k > f.at && f.chunk(k).kind == ChunkKind::verb &&
                       f.stage.grammar.is(WordClass::motion, f.chunk(k).lemma);
    if (moved || (k < f.at && f.chunk(k).kind == ChunkKind::phrase &&
                  class_of(f.stage.grammar, f.chunk(k)) != "vehicle" && goods_before(f, k + 1)))
      return true;
  }
  return false;
}

/// A means of transport of somebody who is named, or of which the words only say that it is used.
bool is_hired(const Filler& f, std::size_t i) {
  // "employed Iranian tankers", "planes used for deliveries"; but "use their planes"
  if (f.trigger().voice == Voice::participle || f.trigger().voice == Voice::passive) return true;
  const auto& owner = f.chunk(i).owner;
  return owner && !is_owner_pronoun(owner->party.name);
}

/// "landed in Chad with weapons on board": what arrives carries goods or people.
bool laden(const Filler& f) {
  for (const std::size_t i : f.sides.of("with")) {
    const std::string klass = class_of(f.stage.grammar, f.chunk(i));
    if (klass == "arms" || klass == "goods" || klass == "parts" || klass == "fuel" ||
        klass == "aid" || klass == "troops" || klass == "workers" || klass == "container")
      return true;
  }
  return false;
}

/// A load or a way from one place to another, for a means of transport that moves.
bool moves_something(const Filler& f) {
  // "were flying overhead", "could move quickly": no load, no way from one place to another
  const auto& vehicle = get(f.roles, "vehicle");
  const bool loaded = !get(f.roles, "cargo").empty() || laden(f) ||
                      (!vehicle.empty() && !f.chunk(vehicle.front()).of_class.empty() &&
                       f.chunk(vehicle.front()).of_class != "vehicle");  // "convoys of equipment"
  const bool from_to = f.sides.has("between") || (f.sides.has("from") && f.sides.has("to"));
  return loaded || from_to || f.trigger().voice == Voice::passive ||
         f.trigger().voice == Voice::participle;
}

/// "The vessel returned in May", after an Iranian freighter was told of: whose it is.
std::optional<Named> operator_told(const Filler& f, const Chunk& c) {
  const auto& told = f.stage.memory.transport;
  const std::size_t now = f.stage.reading.sentence;
  const Span before = f.stage.doc.sentences[now > 1 ? now - 2 : 0].span;
  const bool again = c.definite && !c.owner && c.quantity == nullptr && c.item_id == "ship" &&
                     c.first + 2 == c.last && told && told->actor &&
                     told->evidence.bytes.begin >= before.begin &&
                     told->evidence.bytes.begin < f.stage.sentence_begin();
  return again ? std::optional(Named{*told->actor, c.span}) : std::nullopt;
}

/// "Coltan is moved by M23 from Rubaya, most of it on trucks": who moves what goes by it.
std::optional<Named> mover_before(const Filler& f) {
  for (std::size_t k = f.at; k > 1; --k) {
    const Chunk& verb = f.chunk(k - 1);
    if (verb.kind != ChunkKind::verb) continue;
    const bool moved = verb.voice == Voice::passive && is_word(f.chunk(k), "by") &&
                       f.stage.grammar.is(WordClass::motion, verb.lemma);
    return moved ? party_of(f.stage, k + 1) : std::nullopt;
  }
  return std::nullopt;
}

/// "Six helicopters carried 90 soldiers": ships and aircraft of war as means of transport.
bool ferries(const Filler& f, std::size_t i) {
  // "Six helicopters carried 90 soldiers to Haiti", "aboard two frigates": a warship that carries
  // missiles is armed with them
  if (!is_arms(f, f.chunk(i)) || !goes_with_crew(f, item_of(f.stage, f.chunk(i)))) return false;
  if (f.frame.pos == "prep") {
    return (f.trigger().word == "aboard" || f.trigger().word == "on board") &&
           goods_before(f, f.at) && f.at >= 2;
  }
  const auto& cargo = get(f.roles, "cargo");
  if (f.frame.id != "transport.carry" || cargo.empty()) return false;
  const std::string klass = class_of(f.stage.grammar, f.chunk(cargo.front()));
  const bool somewhere = f.sides.has("to") || f.sides.has("into") || f.sides.has("from");
  return klass == "troops" || klass == "aid" || klass == "fuel" || klass == "container" ||
         (klass == "arms" && somewhere && (f.sides.has("from") || f.sides.has("into")));
}

/// "aboard the Angara": a name that no list has.
bool names_ship(const Filler& f, const Chunk& c) {
  if (f.frame.pos == "prep" && f.trigger().word == "on" && is_flagged(c)) return true;
  const bool aboard =
      f.frame.pos == "prep" && (f.trigger().word == "aboard" || f.trigger().word == "on board");
  // "the Lady R made five trips between Durban and Sudan"
  const bool sails = is_trips(f) && f.trigger().quantity != nullptr &&
                     (f.sides.has("between") || (f.sides.has("from") && f.sides.has("to")));
  if (!aboard && !sails) return false;
  const char initial = f.stage.doc.words(c.head_span).front();
  return c.definite && !c.party && c.item_class.empty() && c.weapon == nullptr && initial >= 'A' &&
         initial <= 'Z';
}

/// "sea", "rail": a way to go, and no vessel.
bool is_mode(const Chunk& c) {
  static constexpr std::string_view kModes[] = {"sea", "air", "land", "rail", "road"};
  return c.kind == ChunkKind::phrase && c.first + 1 == c.last &&
         std::find(std::begin(kModes), std::end(kModes), c.lemma) != std::end(kModes);
}

/// "sea, air and rail": several ways to go, and nothing else.
bool all_modes(const Filler& f, const std::vector<std::size_t>& list) {
  return list.size() > 1 &&
         std::all_of(list.begin(), list.end(), [&](std::size_t i) { return is_mode(f.chunk(i)); });
}

/// "by sea, air and rail": one way to go, by each of them.
void join_modes(const Filler& f, const std::vector<std::size_t>& list, std::vector<Claim>& out) {
  if (out.size() != list.size() || !all_modes(f, list)) return;
  const Span all{f.chunk(list.front()).span.begin, f.chunk(list.back()).span.end};
  out.resize(1);
  out.front().item->name = quote(f.stage.doc, all);
  for (auto& [name, bytes] : out.front().evidence.spans) {
    if (name == "item") bytes = all;
  }
}

/// "flew to Sudan 30 times": trips, and no load.
bool flies_often(const Filler& f) {
  const auto& cargo = get(f.roles, "cargo");
  return f.frame.id == "transport.carry" && cargo.size() == 1 &&
         f.chunk(cargo.front()).lemma == "time" && f.chunk(cargo.front()).quantity != nullptr;
}

/// "Two tankers sailed from Iran to Syria": several that go from one state to another.
bool travel_between_states(const Filler& f, std::size_t vehicle) {
  const auto& from = f.sides.of("from");
  const auto& to = f.sides.of("to");
  if (from.empty() || to.empty() || f.chunk(vehicle).quantity == nullptr) return false;
  const auto start = state_where(f.stage, from.front());
  const auto end = state_where(f.stage, to.front());
  return start && end && start->party != end->party;
}

}  // namespace

std::vector<Claim> transport(Filler& f) {
  if (f.frame.id == "transport.flights") return flights_counted(f);
  std::vector<std::size_t> vehicles = get(f.roles, "vehicle");
  if (vehicles.empty()) vehicles = vehicles_behind(f);
  if (vehicles.empty() && is_trips(f) && between_sides(f)) return flights_counted(f);
  if (vehicles.empty()) return f.refuse("no vehicle");
  // "transported by sea and rail": both by the preposition
  if (f.frame.id == "transport.carry" && all_modes(f, vehicles))
    return f.refuse("told by the preposition");
  if (f.frame.id == "transport.deliver" && f.trigger().quantity == nullptr)
    return f.refuse("not counted");
  if (const auto meant = ships_meant(f, vehicles.front())) vehicles = {*meant};
  if (auto again = trips_again(f, vehicles.front())) return {*again};
  const bool flights =
      f.chunk(vehicles.front()).lemma == "flight" && f.chunk(vehicles.front()).quantity != nullptr;
  if (!flights && f.stage.grammar.is(WordClass::arrive, f.trigger().lemma) && !laden(f))
    return f.refuse("no count of flights and no load");
  if (f.frame.id == "transport.carry" && !flights && !flies_often(f) && !moves_something(f))
    return f.refuse("no load");
  if (f.frame.id == "transport.use" && f.sides.has("against"))
    return f.refuse("used against somebody");
  if (f.frame.id == "transport.use" && !goods_named(f) && !is_hired(f, vehicles.front()))
    return f.refuse("no goods");
  const bool travels = f.frame.id == "transport.call" && travel_between_states(f, vehicles.front());
  if ((f.frame.id == "transport.call" && !travels) || flies_often(f)) {
    const Mention* times =
        flies_often(f) ? f.chunk(get(f.roles, "cargo").front()).quantity : times_after(f);
    if (times == nullptr) return f.refuse("not counted in times");
    const Chunk& ship = f.chunk(vehicles.front());
    if (class_of(f.stage.grammar, ship) != "vehicle") return f.refuse("no means of transport");
    Claim claim = f.start("transport");
    f.set_item(claim, vehicles.front());
    claim.quantity = std::get<Quantity>(times->value);
    claim.quantity->unit = "time";
    drop_spans(claim, {"quantity"});
    add_span(claim, "quantity", times->span);
    set_party(claim, &Claim::actor, "actor", owner_of(f.stage, vehicles.front()));
    return {claim};
  }
  if (f.frame.id == "transport.carry" && !flights && !get(f.roles, "cargo").empty()) {
    const Chunk& cargo = f.chunk(get(f.roles, "cargo").front());
    const std::string klass = class_of(f.stage.grammar, cargo);
    const bool unnamed = klass.empty() && !flown_over(f, cargo);
    if (cargo.negative || unnamed || klass == "people" || klass == "speaker")
      return f.refuse("no goods");
  }
  if (f.frame.pos == "prep" && !goods_before(f, f.at)) return f.refuse("no goods");
  std::vector<Claim> out;
  for (const std::size_t i : vehicles) {
    const Chunk& c = f.chunk(i);
    const bool several = is_plural(c.head) || f.stage.doc.words(c.span).ends_with("s");
    if (f.frame.pos == "prep" && f.trigger().word == "in" && c.quantity == nullptr && !several) {
      f.why = "in, not aboard";
      continue;
    }
    if (class_of(f.stage.grammar, c) != "vehicle" && !carries(f, c) && !names_ship(f, c) &&
        !ferries(f, i)) {
      f.why = "no means of transport";
      continue;
    }
    Claim claim = f.start("transport");
    f.set_item(claim, i);
    count_convoy(f, i, claim);
    if (is_trips(f)) {
      if (claim.quantity && f.trigger().quantity != nullptr &&
          f.trigger().kind == ChunkKind::phrase) {
        // "four ships made 64 voyages": ships and voyages
        Claim ships = claim;
        set_party(ships, &Claim::actor, "actor", owner_of(f.stage, i));
        out.push_back(std::move(ships));
      }
      claim.quantity.reset();
      drop_spans(claim, {"quantity"});
      f.set_quantity(claim, f.at);  // "Russian ships made 27 voyages"
    }
    auto owner = owner_of(f.stage, i);
    if (!owner) owner = operator_after(f, i, claim);
    if (!owner && f.frame.id == "transport.use") owner = f.party("operator");
    if (!owner && i + 3 < f.stage.chunks.size() && is_word(f.chunk(i + 1), ",") &&
        f.chunk(i + 2).kind == ChunkKind::phrase && f.chunk(i + 2).definite &&
        is_word(f.chunk(i + 3), ","))
      owner = owner_of(f.stage, i + 2);  // "One of them, the Russian-flagged Angara, carried"
    if (!owner) owner = operator_told(f, c);
    if (!owner && f.frame.pos == "prep") owner = mover_before(f);
    set_party(claim, &Claim::actor, "actor", owner);
    out.push_back(std::move(claim));
  }
  for (Claim& claim : out) {
    // "three A and three B of the Russian air force": what follows the list belongs to all of it
    if (!claim.actor && out.size() > 1 && out.back().actor) claim.actor = out.back().actor;
  }
  join_modes(f, vehicles, out);
  return out;
}

std::optional<Named> operator_after(const Filler& f, std::size_t i, Claim& claim) {
  for (std::size_t k = i + 1; k < f.stage.chunks.size() && k < i + 4; ++k) {
    const Chunk& c = f.chunk(k);
    if (c.kind == ChunkKind::phrase) {
      if (!c.party) return c.owner;  // "flights by Russian cargo aircraft"
      std::optional<Named> state = c.owner ? c.owner : c.party;
      if (c.party->party.iso2.empty()) claim.operators.push_back(c.party->party.name);
      if (!c.names.empty() && !c.party->party.iso2.empty()) {
        for (const Mention* name : c.names) {
          if (const auto* unit = std::get_if<MilitaryUnit>(&name->value))
            claim.operators.push_back(unit->name);
        }
      }
      return state;
    }
    const bool link =
        (c.kind == ChunkKind::verb && f.stage.grammar.is(WordClass::operate, c.lemma)) ||
        (c.kind == ChunkKind::word && ((c.word == "to" && f.chunk(k - 1).kind == ChunkKind::verb) ||
                                       c.word == "by" || c.word == "of"));
    if (!link) return std::nullopt;
  }
  return std::nullopt;
}

bool carries(const Filler& f, const Chunk& c) {
  if (f.frame.pos == "prep" && f.trigger().word == "by" && is_mode(c)) {
    // "The arms were moved by sea"; but "Mercenaries came by air"
    return std::none_of(f.stage.chunks.begin(), f.stage.chunks.end(), [&](const Chunk& other) {
      return is_people(class_of(f.stage.grammar, other));
    });
  }
  const bool via = f.frame.pos == "prep" || f.frame.id == "transport.carry";  // "trucks hauled"
  if (via && f.stage.grammar.is(WordClass::conveyance, c.lemma)) return true;
  if (c.weapon == nullptr) return false;
  const auto& weapon = std::get<Weapon>(c.weapon->value);
  return weapon.category == "transport aircraft" ||
         (via && weapon.category == "warship" && (c.lemma == "ship" || c.lemma == "vessel"));
}

bool is_flagged(const Chunk& c) { return c.owner && c.before.find("flagged") != std::string::npos; }

}  // namespace msmt
