/// Sides of goods by what carries them: whose ships, planes and trucks, and where their trips go.
///
///     "Iranian planes carried drones to Sudan"   Iran gives
#include <algorithm>
#include <utility>

#include "claims/fill_arms.hpp"
#include "claims/fill_goods.hpp"
#include "claims/filler.hpp"
#include "claims/way.hpp"

namespace msmt {

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
  const std::string words = fold(f.stage.doc.words(f.chunk(carrier.front()).span));
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

}  // namespace msmt
