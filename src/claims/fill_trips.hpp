/// Trips: flights and voyages that are counted, and whose they are.
///
/// Functions that take a Filler read what its trigger and sides say; see filler.hpp.
#pragma once

#include "claims/filler.hpp"

namespace msmt {

/// Whether the trigger counts trips, or deliveries that a means of transport makes.
bool is_trips(const Filler& f);

/// "40 flights between Sebha and Darfur", "from Iran to Sudan": whether the words behind the trigger say between whom.
bool between_sides(const Filler& f);

/// "12 flights by Emirati planes", "40 flights between Sebha and Darfur"
std::vector<Claim> flights_counted(Filler& f);

/// "tracked four ships as they made 64 voyages": the ships that the pronoun at chunk i stands for.
std::optional<std::size_t> ships_meant(const Filler& f, std::size_t i);

/// "They made 64 trips", "The vessels made 49 such voyages": of the ships told of before.
std::optional<Claim> trips_again(const Filler& f, std::size_t i);

/// "64 journeys by four ships": the ships, where the words behind a trip name no state.
std::vector<std::size_t> vehicles_behind(const Filler& f);

/// "43 times" behind the trigger, before the next verb.
const Mention* times_after(const Filler& f);

}  // namespace msmt
