/// Ships: names that an article gives to ships, and whose they are.
///
///     "Two Iranian cargo ships, the Sahand and the Karun, …"   from here on both are Iran's ships
#pragma once

#include <string>
#include <vector>

#include "claims/stage.hpp"

namespace msmt {

/// Makes the phrases that are names of known ships what they are. Comes before triggers are read.
void name_ships(const Grammar& grammar, Memory& memory, const Document& doc,
                std::vector<Chunk>& chunks);

/// What a ship is called, "Sahand" of "the tanker Sahand"; "" for one without a name, and for no ship.
std::string ship_name(const Stage& stage, const Chunk& chunk);

/// The names that a sentence gives to ships, for the sentences behind it.
void note_ships(const Stage& stage);

}  // namespace msmt
