/// Arms: what is held, fired, flown and carried.
///
/// Functions that take a Filler read what its trigger and sides say; see filler.hpp.
#pragma once

#include "claims/filler.hpp"

namespace msmt {

/// "struck 200 targets in Lebanon", "carried out 40 attacks on ships": strikes without a weapon, by the
/// actor, at the target.
std::vector<Claim> strikes(Filler& f, const std::optional<Named>& actor,
                           const std::optional<Named>& target);

/// "learned to use drones": what the verb before teaches is not done.
bool taught_to_use(const Filler& f);

/// "Ethiopia's air force is equipped with fighters": a state of things, and no delivery.
bool is_outfit(const Filler& f);

std::vector<Claim> possession(Filler& f);

bool is_arms(const Filler& f, const Chunk& c);
/// "used in an attack", "deployed by Iran in strikes on a base": whether the trigger's "in" names an attack.
bool in_attack(const Filler& f);

/// "test-fired a missile", "two missile tests": what is fired at nobody.
std::vector<Claim> trials(Filler& f);

/// "shelled the port", "bombed a depot": the weapon that the verb is made of.
std::optional<Item> weapon_in_verb(const Filler& f);

std::vector<Claim> fired_by_verb(Filler& f, const Item& item, const std::optional<Named>& actor,
                                 const std::optional<Named>& target);

/// "Drones launched by the Houthis struck the port", "the rockets, bought abroad and fired by Armenian
/// crews, hit": who fired the arms at chunk i, by what is told of them before their verb.
std::optional<Named> launched_by(const Filler& f, std::size_t i);

/// "A Russian jet dropped two bombs", "jets of the Russian air force fired": whose the craft is that fires.
std::optional<Named> owner_of_craft(const Filler& f);

/// "exports to Ethiopia reached $94.6 million": the figure that a deed comes to.
void reached(const Filler& f, Claim& claim);

std::vector<Claim> transport(Filler& f);

/// "Two An-124 planes lifted the batteries from Ramstein to Rzeszow": what a transport aircraft takes
/// from one place to another, whatever it is called.
bool flown_over(const Filler& f, const Chunk& cargo);

/// "a convoy of 62 trucks", "a fleet of 40 tankers": how many of them there are.
void count_convoy(const Filler& f, std::size_t i, Claim& claim);

/// "planes belonging to the Indian Air Force", "ships of the Navy"
std::optional<Named> operator_after(const Filler& f, std::size_t i, Claim& claim);

bool carries(const Filler& f, const Chunk& c);

/// "the Dutch-flagged Meerdijk": a name that its flag makes a ship.
bool is_flagged(const Chunk& c);

/// Whether b is of the kind of a: "the missiles" after "KN-23 missiles".
bool same_goods(const Item& a, const Item& b);

std::vector<Claim> use(Filler& f);

/// At whom the trigger's arms are fired: as its sides say, by what is struck and where that lies.
std::optional<Named> fired_at(const Filler& f, const std::optional<Named>& actor);

/// "Russian forces have used North Korean missiles in Ukraine": the other state in which what a state fires comes down.
std::optional<Named> fired_inside(const Filler& f, const std::optional<Named>& actor);

}  // namespace msmt
