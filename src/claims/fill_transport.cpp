/// Means of transport: what carried goods, whose it was, in how many trips.
#include <algorithm>
#include <array>

#include "claims/clause_words.hpp"
#include "claims/filler.hpp"
#include "claims/party_words.hpp"

namespace msmt {

void Filler::reached(Claim& claim) const {
  const bool valued = trigger_ >= 3 && is_word(chunk(trigger_ - 1), "of") &&
                      (stage_.grammar.is(WordClass::price, chunk(trigger_ - 2).lemma) ||
                       stage_.grammar.is(WordClass::amount, chunk(trigger_ - 2).lemma)) &&
                      chunk(trigger_ - 3).kind == ChunkKind::verb &&
                      stage_.grammar.is(WordClass::put_figure, chunk(trigger_ - 3).lemma);
  for (std::size_t k = trigger_ + 1; valued && k + 1 < stage_.chunks.size(); ++k) {
    // "put the value of its arms exports to Syria at $4 billion"
    if (chunk(k).kind == ChunkKind::verb) break;
    if (is_word(chunk(k), "at") && chunk(k + 1).quantity != nullptr)
      return set_quantity(claim, k + 1);
  }
  for (std::size_t k = trigger_ + 1; k + 1 < stage_.chunks.size() && k < trigger_ + 8; ++k) {
    if (chunk(k).kind != ChunkKind::verb) continue;
    if (!stage_.grammar.is(WordClass::reach, chunk(k).lemma)) return;
    for (std::size_t q = k + 1; q < stage_.chunks.size() && q < k + 3; ++q) {
      if (is_word(chunk(q), "by")) return;  // "fell by 40 percent" is no figure of its own
      if (chunk(q).kind != ChunkKind::phrase || chunk(q).quantity == nullptr) continue;
      // "jumped tenfold to $5 million": the figure that it came to
      const bool factor = std::get<Quantity>(chunk(q).quantity->value).unit.empty() &&
                          q + 2 < stage_.chunks.size() && is_word(chunk(q + 1), "to") &&
                          chunk(q + 2).quantity != nullptr;
      return set_quantity(claim, factor ? q + 2 : q);
    }
    return;
  }
}

std::vector<Claim> Filler::transport() {
  if (frame_.id == "transport.flights") return flights_counted();
  std::vector<std::size_t> vehicles = get(roles_, "vehicle");
  if (vehicles.empty()) return refuse("no vehicle");
  if (const auto meant = ships_meant(vehicles.front())) vehicles = {*meant};
  if (auto again = trips_again(vehicles.front())) return {*again};
  const bool flights =
      chunk(vehicles.front()).lemma == "flight" && chunk(vehicles.front()).quantity != nullptr;
  if (!flights && stage_.grammar.is(WordClass::arrive, trigger().lemma) && !laden())
    return refuse("no count of flights and no load");
  if (frame_.id == "transport.carry" && !flights && !moves_something()) return refuse("no load");
  if (frame_.id == "transport.use" && !goods_named() && !is_hired(vehicles.front()))
    return refuse("no goods");
  if (frame_.id == "transport.call") {
    const Mention* times = times_after();
    if (times == nullptr) return refuse("not counted in times");
    const Chunk& ship = chunk(vehicles.front());
    if (class_of(stage_.grammar, ship) != "vehicle") return refuse("no means of transport");
    Claim claim = start("transport");
    set_item(claim, vehicles.front());
    claim.quantity = std::get<Quantity>(times->value);
    std::erase_if(claim.evidence.spans,
                  [](const auto& known) { return known.first == "quantity"; });
    span(claim, "quantity", times->span);
    set(claim, &Claim::actor, "actor", owner_of(stage_, vehicles.front()));
    return {claim};
  }
  if (frame_.id == "transport.carry" && !flights && !get(roles_, "cargo").empty()) {
    const Chunk& cargo = chunk(get(roles_, "cargo").front());
    const std::string klass = class_of(stage_.grammar, cargo);
    if (cargo.negative || klass.empty() || klass == "people" || klass == "speaker")
      return refuse("no goods");
  }
  if (frame_.pos == "prep" && !goods_before(trigger_)) return refuse("no goods");
  std::vector<Claim> out;
  for (const std::size_t i : vehicles) {
    const Chunk& c = chunk(i);
    const bool several = is_plural(c.head) || stage_.doc.text(c.span).ends_with("s");
    if (frame_.pos == "prep" && trigger().word == "in" && c.quantity == nullptr && !several) {
      why_ = "in, not aboard";
      continue;
    }
    if (class_of(stage_.grammar, c) != "vehicle" && !carries(c) && !names_ship(c) && !ferries(i)) {
      why_ = "no means of transport";
      continue;
    }
    Claim claim = start("transport");
    set_item(claim, i);
    if (frame_.id == "transport.trips") {
      if (claim.quantity && trigger().quantity != nullptr && trigger().kind == ChunkKind::phrase) {
        // "four ships made 64 voyages": ships and voyages
        Claim ships = claim;
        set(ships, &Claim::actor, "actor", owner_of(stage_, i));
        out.push_back(std::move(ships));
      }
      claim.quantity.reset();
      std::erase_if(claim.evidence.spans,
                    [](const auto& known) { return known.first == "quantity"; });
      set_quantity(claim, trigger_);  // "Russian ships made 27 voyages"
    }
    auto owner = owner_of(stage_, i);
    if (!owner) owner = operator_after(i, claim);
    if (!owner && frame_.id == "transport.use") owner = party("operator");
    if (!owner && i + 3 < stage_.chunks.size() && is_word(chunk(i + 1), ",") &&
        chunk(i + 2).kind == ChunkKind::phrase && chunk(i + 2).definite &&
        is_word(chunk(i + 3), ","))
      owner = owner_of(stage_, i + 2);  // "One of them, the Russian-flagged Angara, carried"
    set(claim, &Claim::actor, "actor", owner);
    out.push_back(std::move(claim));
  }
  for (Claim& claim : out) {
    // "three A and three B of the Russian air force": what follows the list belongs to all of it
    if (!claim.actor && out.size() > 1 && out.back().actor) claim.actor = out.back().actor;
  }
  return out;
}

bool Filler::goods_before(std::size_t end) const {
  static constexpr std::array<std::string_view, 9> kGoods = {
      "arms", "goods", "fuel", "container", "aid", "parts", "deed", "troops", "workers"};
  for (std::size_t k = 0; k < end; ++k) {
    if (chunk(k).kind != ChunkKind::phrase) continue;
    const std::string klass = class_of(stage_.grammar, chunk(k));
    if (chunk(k).pronoun || std::find(kGoods.begin(), kGoods.end(), klass) != kGoods.end())
      return true;
  }
  return false;
}

bool Filler::goods_named() const {
  // "The shells left using cargo ships", "used trains to move grain"; but "use planes in attacks"
  const auto& operators = sides_.of("subj");
  std::size_t from = 0;
  if (!operators.empty() && trigger().voice != Voice::gerund) from = operators.front() + 1;
  for (std::size_t k = from; k < stage_.chunks.size(); ++k) {
    const bool moved = k > trigger_ && chunk(k).kind == ChunkKind::verb &&
                       stage_.grammar.is(WordClass::motion, chunk(k).lemma);
    if (moved || (k < trigger_ && chunk(k).kind == ChunkKind::phrase &&
                  class_of(stage_.grammar, chunk(k)) != "vehicle" && goods_before(k + 1)))
      return true;
  }
  return false;
}

bool Filler::is_hired(std::size_t i) const {
  // "employed Iranian tankers", "planes used for deliveries"; but "use their planes"
  if (trigger().voice == Voice::participle || trigger().voice == Voice::passive) return true;
  const auto& owner = chunk(i).owner;
  return owner && !is_owner_pronoun(owner->party.name);
}

bool Filler::moves_something() const {
  // "were flying overhead", "could move quickly": no load, no way from one place to another
  const auto& vehicle = get(roles_, "vehicle");
  const bool loaded = !get(roles_, "cargo").empty() || laden() ||
                      (!vehicle.empty() && !chunk(vehicle.front()).of_class.empty() &&
                       chunk(vehicle.front()).of_class != "vehicle");  // "convoys of equipment"
  const bool from_to = sides_.has("between") || (sides_.has("from") && sides_.has("to"));
  return loaded || from_to || trigger().voice == Voice::passive ||
         trigger().voice == Voice::participle;
}

std::vector<Claim> Filler::flights_counted() {
  const bool somewhere = !sides_.of("by").empty() || !sides_.of("between").empty() ||
                         (!sides_.of("from").empty() && !sides_.of("to").empty());
  // "six flights by cargo planes reached Chad": the verb says more
  if (sides_.end < stage_.chunks.size() && is_finite(chunk(sides_.end)) &&
      stage_.grammar.is(WordClass::motion, chunk(sides_.end).lemma))
    return refuse("the verb says so");
  if (trigger().quantity == nullptr || !somewhere) return refuse("not counted, or of nobody");
  Claim claim = start("transport");
  set_item(claim, trigger_);
  auto owner = owner_of(stage_, trigger_);
  if (!owner && !sides_.of("by").empty()) {
    owner = owner_of(stage_, sides_.of("by").front());
    if (!owner) owner = party_of(stage_, sides_.of("by").front());
  }
  if (!owner && trigger_ >= 2 && chunk(trigger_ - 1).voice == Voice::active &&
      (stage_.grammar.is(WordClass::light, chunk(trigger_ - 1).lemma) ||
       stage_.grammar.is(WordClass::operate, chunk(trigger_ - 1).lemma))) {
    owner = party_of(stage_, trigger_ - 2);  // "A Syrian airline operated 40 flights"
    if (!owner) owner = owner_of(stage_, trigger_ - 2);
  }
  // "86 flights from the Emirates to eastern Chad"
  if (!owner && !sides_.of("from").empty() && !sides_.of("to").empty())
    owner = state_where(stage_, sides_.of("from").front());
  set(claim, &Claim::actor, "actor", owner);
  return {claim};
}

std::optional<std::size_t> Filler::ships_meant(std::size_t i) const {
  const Chunk& c = chunk(i);
  if (!c.pronoun || (c.head != "they" && c.head != "it" && c.head != "which")) return std::nullopt;
  for (std::size_t k = i; k > 0; --k) {
    const Chunk& left = chunk(k - 1);
    if (left.kind != ChunkKind::phrase || class_of(stage_.grammar, left) != "vehicle") continue;
    const bool several = is_plural(left.head);
    if (several == (c.head == "it")) continue;
    return k - 1;
  }
  return std::nullopt;
}

std::optional<Claim> Filler::trips_again(std::size_t i) const {
  const auto& told = stage_.memory.transport;
  const Chunk& c = chunk(i);
  const bool refers = c.pronoun ? c.head == "they"
                                : c.definite && !c.owner && c.quantity == nullptr &&
                                      is_plural(c.head) && class_of(stage_.grammar, c) == "vehicle";
  const std::size_t now = stage_.reading.sentence;
  const Span before = stage_.doc.sentences[now > 1 ? now - 2 : 0].span;
  if (frame_.id != "transport.trips" || trigger().quantity == nullptr || !refers || !told ||
      !told->item || told->evidence.bytes.begin < before.begin)
    return std::nullopt;
  Claim claim = start("transport");
  set_item(claim, i);
  claim.item = told->item;
  claim.quantity.reset();
  std::erase_if(claim.evidence.spans, [](const auto& known) { return known.first == "quantity"; });
  set_quantity(claim, trigger_);
  claim.actor = told->actor;
  return claim;
}

bool Filler::laden() const {
  for (const std::size_t i : sides_.of("with")) {
    const std::string klass = class_of(stage_.grammar, chunk(i));
    if (klass == "arms" || klass == "goods" || klass == "parts" || klass == "fuel" ||
        klass == "aid" || klass == "troops" || klass == "workers" || klass == "container")
      return true;
  }
  return false;
}

const Mention* Filler::times_after() const {
  for (std::size_t k = trigger_ + 1; k < stage_.chunks.size(); ++k) {
    if (chunk(k).kind == ChunkKind::verb) return nullptr;
    if (chunk(k).quantity == nullptr) continue;
    const auto& unit = std::get<Quantity>(chunk(k).quantity->value).unit;
    if (unit == "time" || unit == "times" || unit == "occasion") return chunk(k).quantity;
  }
  return nullptr;
}

std::optional<Named> Filler::operator_after(std::size_t i, Claim& claim) const {
  for (std::size_t k = i + 1; k < stage_.chunks.size() && k < i + 4; ++k) {
    const Chunk& c = chunk(k);
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
        (c.kind == ChunkKind::verb && stage_.grammar.is(WordClass::operate, c.lemma)) ||
        (c.kind == ChunkKind::word && ((c.word == "to" && chunk(k - 1).kind == ChunkKind::verb) ||
                                       c.word == "by" || c.word == "of"));
    if (!link) return std::nullopt;
  }
  return std::nullopt;
}

bool Filler::carries(const Chunk& c) const {
  const bool via = frame_.pos == "prep";
  if (via && stage_.grammar.is(WordClass::conveyance, c.lemma)) return true;
  if (c.weapon == nullptr) return false;
  const auto& weapon = std::get<Weapon>(c.weapon->value);
  return weapon.category == "transport aircraft" ||
         (via && weapon.category == "warship" && (c.lemma == "ship" || c.lemma == "vessel"));
}

bool Filler::ferries(std::size_t i) const {
  // "Six helicopters carried 90 soldiers to Haiti", "aboard two frigates": a warship that carries
  // missiles is armed with them
  if (!is_arms(chunk(i)) || !goes_with_crew(item_of(stage_, chunk(i)))) return false;
  if (frame_.pos == "prep") {
    return (trigger().word == "aboard" || trigger().word == "on board") && goods_before(trigger_) &&
           trigger_ >= 2;
  }
  const auto& cargo = get(roles_, "cargo");
  if (frame_.id != "transport.carry" || cargo.empty()) return false;
  const std::string klass = class_of(stage_.grammar, chunk(cargo.front()));
  const bool somewhere = sides_.has("to") || sides_.has("into") || sides_.has("from");
  return klass == "troops" || klass == "aid" || klass == "fuel" || klass == "container" ||
         (klass == "arms" && somewhere && (sides_.has("from") || sides_.has("into")));
}

bool Filler::is_flagged(const Chunk& c) const {
  return c.owner && c.before.find("flagged") != std::string::npos;
}

bool Filler::names_ship(const Chunk& c) const {
  if (frame_.pos == "prep" && trigger().word == "on" && is_flagged(c)) return true;
  if (frame_.pos != "prep" || (trigger().word != "aboard" && trigger().word != "on board"))
    return false;
  const char initial = stage_.doc.text(c.head_span).front();
  return c.definite && !c.party && c.item_class.empty() && c.weapon == nullptr && initial >= 'A' &&
         initial <= 'Z';
}

}  // namespace msmt
