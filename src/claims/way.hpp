/// The way of cargo: from where and to where a ship, a truck or a container was going.
///
///     "The navy stopped a dhow bound for Yemen. On board the crew found 40 rifles."   rifles to Yemen
#pragma once

#include "claims/stage.hpp"

namespace msmt {

/// From where and to where cargo was on its way.
struct Way {
  std::optional<Named> giver;
  std::optional<Named> taker;
};

/// A ship, a truck, a container: in or on it goods are on their way.
bool is_carrier(const Stage& stage, const Chunk& c);

/// What the words from chunk `from` on say of the way of the goods, or of the carrier, before them.
Way way_of_cargo(const Stage& stage, std::size_t from, bool carried = false);

/// Notes where a carrier that the sentence names was bound, for what is found in it later.
void note_way(const Stage& stage);

/// The way of the carrier that one of the last two sentences told of; no sides where none was.
Way way_told(const Stage& stage);

}  // namespace msmt
