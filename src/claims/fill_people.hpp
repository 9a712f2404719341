/// People: soldiers and workers who are sent, counted and trained, and warships.
///
/// Functions that take a Filler read what its trigger and sides say; see filler.hpp.
#pragma once

#include "claims/filler.hpp"

namespace msmt {

/// "Russia advised the North on spy satellites"
std::vector<Claim> advice(Filler& f);

/// The state that a target is or lies in: "on Syrian soil", "at a plant in Jilin, in China".
std::optional<Named> place(const Filler& f, std::string_view role);

/// "engineers worked on the missiles", "on them": what they worked on, and no place where they are hired.
bool works_on_thing(const Filler& f);

/// Where people are by a place that is no side of the trigger.
std::optional<Named> where_they_are(const Filler& f);

std::vector<Claim> people(Filler& f);

/// Whose people these are, unless they fight for somebody else.
std::optional<Named> sender_of(const Filler& f, std::size_t i);

/// Gives a count the noun and the sides of the people before: "another 600 arrived in January".
void carry_on(const Filler& f, Claim& claim);

/// "600 engineers live in Angola, and 100 in Mozambique": a claim for each place.
void and_there(const Filler& f, std::vector<Claim>& claims);

/// "Wagner's strength in Mali is put at 1,500 fighters"
std::vector<Claim> strength(Filler& f);

/// "a second, of 3,000 soldiers": the chunk that names the people; i itself where it does.
std::size_t people_of(const Filler& f, std::size_t i);

/// "The contingent, some 11,000 strong": a count beside the people.
void count_strong(const Filler& f, Claim& claim, std::size_t i);

/// "were at work there": the state named last besides the one that acts.
std::optional<Named> there(const Filler& f);

/// "are fighting alongside the rebels": the state where the war is in which they fight.
std::optional<Named> where_allies_fight(const Filler& f, const Claim& claim);

/// "members of the Africa Corps", "Wagner's men": the armed body whose people they are.
std::optional<Named> unit_of_members(const Filler& f, std::size_t i);

/// Whether what forces enter is a state or a place in it.
bool enters_state(const Filler& f);

/// The figure to which the people of a chunk were raised or cut.
void put_strength(const Filler& f, Claim& claim, std::size_t people);

/// troops or workers, also where only their count stands: "another 600 arrived".
std::string class_of_people(const Filler& f, std::size_t i);

/// "sends thousands to work in Russia", "300 men to fight for the rebels": workers or troops by what
/// they are sent for; empty where nothing says.
std::string_view class_by_purpose(const Filler& f, std::size_t i);

/// "Some 15,000 of them", after workers or soldiers were named.
bool leans_on_people(const Filler& f, std::size_t i);

/// "returned in body bags"
bool comes_in_coffin(const Filler& f);

/// "A second batch is due in July": more of the people who were told of.
bool is_next_wave(const Filler& f, std::size_t i);

/// A count without a noun of its own.
bool is_count(const Chunk& c);

/// Whether this or the last sentence spoke of people who were sent, and not of goods since.
bool recent_people(const Filler& f);

/// "Kenyan pilots are training in Italy": the subject is trained.
bool trainees_train(const Filler& f);

std::vector<Claim> trainees(Filler& f);

std::vector<Claim> training(Filler& f);

/// "the men drone tactics": a phrase that begins with the people who learn.
bool names_trainees(const Filler& f, const Chunk& c);

/// "familiarised crews with the howitzer", "showed them how to fly drones": people, and a weapon.
bool shows_weapon(const Filler& f);

/// A claim for each thing that is taught, or one for those who learn.
std::vector<Claim> lessons(const Filler& f, const std::optional<Named>& actor,
                           const std::optional<Named>& target, std::size_t people);

/// A name behind `in` that is no thing taught or paid in: "in Florennes".
bool names_place(const Filler& f, const Chunk& c);

bool goes_with_crew(const Filler& f, const Item& item);

/// "will give 400 soldiers to the UN mission in Mali": to the state in which a body has it.
void go_on_mission(const Filler& f, std::vector<Claim>& claims);

/// "earning wages abroad": people who work, where no figure says what they bring in.
bool earns_wages(const Filler& f);

/// "The number of Chadian soldiers in Niger was put at 1,400"
std::vector<Claim> headcount(Filler& f);

/// "deployed eight warships to the Gulf": ships and aircraft that stay their state's.
std::vector<Claim> warships(Filler& f);

/// "deployed 900 soldiers to the Gulf, together with two frigates"
void with_ships(const Filler& f, std::vector<Claim>& claims);

/// Ships of war that are sent to sea or come to a port are deployed, and given to nobody.
void sail(const Filler& f, std::vector<Claim>& claims);

/// "The number of workers residing in Qatar is put at 300": told by the verb that gives the number.
bool counted_behind(const Filler& f);

/// "took part in the fighting", "joined the war": the chunk of what is fought; the number of chunks for none.
std::size_t fight_of(const Filler& f);

}  // namespace msmt
