/// Goods: what is given, sold, supplied, found on its way, listed and shared out.
///
/// Functions that take a Filler read what its trigger and sides say; see filler.hpp.
#pragma once

#include "claims/filler.hpp"

namespace msmt {

/// Who gives and who takes, as far as the words around a trigger say.
struct Deal {
  std::optional<Named> actor;
  std::optional<Named> target;
  std::optional<Named> source;  ///< "from A"
  std::optional<std::pair<Named, Named>> pair;
  bool agreed = false;  ///< a pact of this sentence is about it: it is yet to come
};

/// Whether goods that arrive, land or end up somewhere say enough of who gave or took them.
bool tells_arrival(const Filler& f, const Claim& claim);

/// "The first four arrived in May", "Two destroyers followed": more of what was ordered or handed
/// over in this sentence or the one before; nullptr for none.
const Claim* delivery_before(const Filler& f, const Chunk& c);

/// "Iranian planes carried drones to Sudan", "Turkish trucks took tanks to Syria": whose the carrier is, where the
/// words name nobody else's goods; a ship that only flies a flag sails for any owner.
std::optional<Named> owner_of_carrier(const Filler& f, const Named& target);

/// "made 20 voyages to Libya, carrying 300 trucks": where the trips go on which the goods are carried.
std::optional<Named> end_of_trips(const Filler& f);

/// "transferred coal from Cuban vessels to Libyan barges": the state whose the ships on a side are, where what they hand
/// over is cargo.
std::optional<Named> state_of_ships(const Filler& f, const std::vector<std::size_t>& side);

/// "Russian planes took missiles out of Chad": from where, and whose planes; nullopt where either is no state, or both are
/// the same.
std::optional<std::pair<Named, Named>> taken_out(const Filler& f);

/// "sent 40 missiles into Libya": what flies by itself and into a state is fired, not handed over.
bool is_fired_into(const Filler& f);
/// Whether all goods at these chunks are missiles, rockets, drones or shells.
bool fly_by_themselves(const Filler& f, const std::vector<std::size_t>& goods);

/// What one of the goods is called that an item names, by the last word of its name: "drone".
std::string unit_of(const Item& item);

/// "seized 300 rockets on a dhow that was bound for Yemen"
std::vector<Claim> found_cargo(Filler& f);

/// "The vessel held 40 rifles", "Inside were 40 rifles": what a carrier holds whose way was told of.
std::vector<Claim> held_cargo(Filler& f);

/// "On board the crew found 40 rifles": found in the carrier that the sentence before told of.
bool found_within(const Filler& f);

/// The goods that stand behind the trigger, up to the end of their list: "Inside were 40 rifles and fuel".
std::vector<std::size_t> goods_behind(const Filler& f);
/// "Among the weapons that Serbia sent to Mali were 40 howitzers"
std::vector<Claim> among_goods(Filler& f);

/// "put their number at 4,000", "They number 4,000": what was told of before, with its count.
std::optional<Claim> number_put_at(const Filler& f);

/// Whether the subject is stolen goods that an earlier theft explains, with a sum put on them.
bool puts_sum_on_loot(const Filler& f, const Chunk& subject);

/// "puts the loot of the year before at $1.3 billion"
std::vector<Claim> loot_put_at(Filler& f, const Chunk& subject);

/// "The team also counted 100 missiles": more of the goods told of before.
std::vector<Claim> tallied(Filler& f);

/// "ordered three radars from Serbia": goods that are to come.
std::vector<Claim> ordered(Filler& f);

/// "A dhow with 40 rifles", "a train loaded with shells": what the carrier at chunk i has aboard.
std::size_t aboard(const Filler& f, std::size_t i);

/// "Mali thanked Serbia for 40 howitzers delivered in May": who is thanked gave them.
void take_thanked(const Filler& f, std::optional<Named>& actor, std::optional<Named>& target);

/// "Serbia earned $30 million from the sale of shells": who earns by the deed that the trigger names.
std::optional<Named> earner_by(const Filler& f);

/// "A ship from Serbia brought howitzers": the state that the carrier comes from.
std::optional<Named> home_of_vehicle(const Filler& f);

/// "shells from Serbia": the state behind the goods at chunk i.
std::optional<Named> origin_behind(const Filler& f, std::size_t i);

/// "British weapons seized in Ukraine": whether the goods of chunk i were taken from somebody; who made them did not
/// give them.
bool is_booty(const Filler& f, std::size_t i);
/// "ordered three Indian batteries", "a contract for Turkish vehicles": the state whose make the goods
/// at chunk i are.
std::optional<Named> seller_of(const Filler& f, std::size_t i);

/// "The rifles were bound for Somalia": goods on their way, told by the word that says where to.
std::vector<Claim> bound_cargo(Filler& f);

/// "German military support for Ukraine": the noun itself is what goes over.
std::vector<Claim> support(Filler& f);

std::vector<Claim> goods(Filler& f);

/// Who gives and who takes what the trigger hands over, by its own words or by those around it.
Deal deal(const Filler& f);

/// The claim of the goods at chunk i, if they are any; last_class is the class of those listed before.
void add_goods(Filler& f, std::size_t i, const Deal& deal, std::string& last_class,
               std::vector<Claim>& out);

Claim one(const Filler& f, std::size_t i, std::string_view type, std::optional<Named> actor,
          std::optional<Named> target, const std::optional<std::pair<Named, Named>>& pair);

/// Gives a claim its sides, those of a pair where there are no others; nobody deals with himself.
void set_sides(Claim& claim, std::optional<Named> actor, std::optional<Named> target,
               const std::optional<std::pair<Named, Named>>& pair);

/// "Iran's arms and fuel shipments": the goods before the "and", which the trigger noun shares, and whose owner is that
/// of the deed; nullopt for none.
std::optional<std::size_t> goods_joined_before(const Filler& f);

/// "81 percent of Pakistan's arms imports came from China": whose imports, and of what.
std::vector<Claim> imports_from(Filler& f, const Named& giver);

/// Whether the noun at chunk i is a bare word for the flow that the sentence before told of.
bool flow_goes_on(const Filler& f, std::size_t i);

/// "the third shipment that Iran has made to Sudan", "this delivery is not the first Iran has made": the
/// sides that a clause with a light verb gives to the deed which the trigger names.
void sides_of_clause(const Filler& f, std::optional<Named>& actor, std::optional<Named>& target);

/// "arms transfers between A and B", "troop deployment to Russia", "fuel supplies"
std::vector<Claim> from_trigger_noun(Filler& f, std::optional<Named> actor,
                                     std::optional<Named> target,
                                     const std::optional<std::pair<Named, Named>>& pair);

/// "In exchange for Togo's support, Benin provides aid": whose goods the words in front of the clause are.
std::optional<Named> payer_in_front(const Filler& f);

/// "sent Russia shells in return for fuel", "In exchange for fuel, Iran …": what goes the other way.
void goods_back(Filler& f, std::vector<Claim>& out, const Named& actor, const Named& target);

/// "half of the shells used by Russia came from Iran": who uses them took them.
std::optional<Named> user_of_goods(const Filler& f, std::vector<Claim>& claims);

/// "approved arms for Taiwan worth $11 billion": the sum behind the taker is that of the goods.
void worth_behind_taker(const Filler& f, Claim& claim);

/// What a frame's own meaning makes of its claims; what states nothing goes.
void settle(Filler& f, std::vector<Claim>& out);

/// "containers of shells, rockets and fuel": the count of the first of a list is that of all.
bool weighs_all(const Filler& f, std::size_t first, std::size_t i);

/// The sides of one kind of goods in a list: "24 jets from Britain and four ships from Italy".
Deal deal_of(const Filler& f, std::size_t i, const Deal& deal);

/// Goods of no known class in a list of known ones: "warheads and guidance sections".
bool goes_with_goods(const Chunk& c, std::string_view last_class);

/// "The former" and "the latter" of the goods that the sentence before listed.
const Claim* former_or_latter(const Filler& f, const Chunk& c);

/// The order or deed whose goods a bare count is of: "and Norway has pledged six"; nullptr for none.
const Claim* counts_again(const Filler& f, const Chunk& c);

/// Verbs of buying and selling: their money is a price.
bool trades(const Filler& f);

std::optional<std::pair<Named, Named>> pair_of(const Filler& f);

/// "Russian ships brought shells from the North": what fetches them is of the side that takes them.
std::optional<Named> home_of_carrier(const Filler& f, const Named& source);

/// "the transfer of Iranian and Syrian weapons": each side's went to the other.
void exchange(const Filler& f, std::vector<Claim>& claims, std::size_t i);

/// "None of the jets has been delivered": the sides of the deed or order before about them.
void carry_sides(const Filler& f, Claim& claim, const Chunk& c);

/// Sides that a participle behind the goods names: "the warheads promised by Russia".
void take_described_side(const Filler& f, std::optional<Named>& actor,
                         std::optional<Named>& target);

/// "three deliveries", "two consignments": counted lots, whose count is that of what they hold.
bool is_lot(const Filler& f, const Chunk& c);

/// "a consignment of rifles and grenades", "two consignments of shells": the goods in place of the lot.
std::vector<std::size_t> unpack(const Filler& f, const std::vector<std::size_t>& list);

/// "Six helicopters were bought in Serbia": the state where goods are bought gives them.
void take_market(const Filler& f, Deal& deal);

/// "arrived in Sudan", "to a plant in Izhevsk": the state of the place that takes goods.
void take_place(const Filler& f, Deal& deal);

/// "uses the money to buy weapons", "provides $3 million to buy drones"
bool meant_for(const Filler& f);

/// "60 percent of Algeria's weapons come from Russia": who has the goods took them.
void taken_by_owner(const Filler& f, std::vector<Claim>& claims, const Deal& deal);

/// "China helped Pakistan's space effort by giving data": whose programs they are.
std::optional<Named> other_party(const Filler& f, const std::optional<Named>& actor);

/// "supplied containers … to support Russia's war": whom the deed is to support.
std::optional<Named> supported(const Filler& f, const std::optional<Named>& actor);

/// "the optics that Russia needs": who needs or uses the goods at chunk i.
std::optional<Named> user_behind(const Filler& f, std::size_t i);

/// "supplies the optics that Russia needs": who needs or uses the goods takes them.
std::optional<Named> needed_by(const Filler& f, const std::optional<Named>& actor);

/// "struck the port with missiles supplied by France": who fires the goods took them.
std::optional<Named> fired_by_taker(const Filler& f, const std::optional<Named>& actor);

/// "sanctions on three American firms over arms sales": whose firms they are did what the trigger noun says.
std::optional<Named> punished_for(const Filler& f);

/// "supplied ammunition for Russia's war": whose the effort is that the goods are for.
std::optional<Named> whose_effort(const Filler& f, const std::optional<Named>& actor);

/// "Russia shipped diesel there": to the state that the sentence before is about.
std::optional<Named> sent_there(const Filler& f, const Named& actor);

/// "support to Syria, through the delivery of jets": whom the deed supports.
std::optional<Named> supported_before(const Filler& f, const std::optional<Named>& actor);

/// "denies supplying the RSF": whom one supplies with arms also where none are named.
bool supplies_fighters(const Filler& f, const Named& taker);

/// "The shipment of shells from Iran helped Sudan keep up its fire": whom the goods of a noun help.
std::optional<Named> helped_by_deed(const Filler& f, const Named& actor);

/// "A shipment from Serbia reached Mali": where the lot that the trigger noun names went.
std::optional<Named> reached_state(const Filler& f);

/// "thousands of laborers to work in construction in Russia": a place further on in the clause.
void place_after(const Filler& f, Claim& claim, std::size_t from);

/// "500 men to Mali …, with a further 200 soldiers flown in": the sides go on.
void elliptical(const Filler& f, Claim& claim);

std::vector<Claim> more(Filler& f);

/// Sides of a noun for a deed: "Deliveries by Moscow to Hanoi".
std::optional<Claim> deed_of(const Filler& f, std::size_t i);

/// "the package", "Friday's package", "a second package": whether chunk i is aid that the article has told of, or goes on
/// from such.
bool is_told_package(const Filler& f, std::size_t i);

/// "Norway's package of arms for Ukraine is worth 200 million kroner": the package, with its sum.
std::vector<Claim> package_worth(Filler& f);

/// "approved a sale to Egypt": who lets goods go gives them, and they have not gone yet.
void let_go_by(const Filler& f, std::vector<Claim>& out);

/// "includes 30 jets; 40 missiles for $40 million; and shells": the goods behind each semicolon.
std::vector<std::size_t> behind_semicolons(const Filler& f);

/// "Also included are radios and spare parts": what stands behind the trigger and "are".
std::vector<std::size_t> also_included(const Filler& f);

/// "bringing the total assistance to Kenya to $2 billion this year, and to $3 billion since 2020": the claim
/// with each sum; as it is where no total is told.
std::vector<Claim> brought_to(const Filler& f, const Claim& claim);

/// "a package for Kenya, which includes": the chunk of the lot, where i names who takes it; else i.
std::size_t lot_before(const Filler& f, std::size_t i);

/// "could deliver", "capable of reaching", "the ability to hit": what can be done is not done.
bool is_ability(const Filler& f);
/// "capable of hitting Oslo", "the capacity to wage war and kill people": the same of the words before the verb alone.
bool is_capability(const Filler& f);

/// "to restrict exports", "a blockade on exports": the trigger noun's deed is to be less or none.
bool is_curbed(const Filler& f);

/// Why the words tell of no handover at all; empty where they may.
std::string_view no_handover(const Filler& f);

/// Takes away claims whose words say too little: a stock, what is gathered from nobody.
void drop_unstated(Filler& f, std::vector<Claim>& out);

/// Why "train", "teach" and "learn" tell of no training; empty where they may.
std::string_view no_lesson(const Filler& f);

/// "lifted its ban": the trigger's rule is in force no longer.
bool is_lifted(const Filler& f);

/// "those who divert goods": whoever does it, nobody is told to have done it.
bool by_anybody(const Filler& f);

/// "allows officials to draft foreigners"
bool lets_do(const Filler& f);

/// Whether what a rule is on is goods, trade or a figure.
bool rules_on_trade(const Filler& f, std::size_t i);

/// "France is Chad's main supplier", "with France as its main supplier": of whom the trigger noun is
/// said; empty where of nobody.
std::vector<std::size_t> said_to_be(const Filler& f);

/// "The main suppliers to Chad were France and Turkey": states behind the trigger noun and "is".
std::vector<std::size_t> named_behind(const Filler& f);

/// What a supplier gives, by the trigger noun or by what was told before.
std::vector<Claim> supplied(Filler& f, const Named& actor, const Named& target);

std::vector<Claim> suppliers_behind(Filler& f, const std::vector<std::size_t>& named);

/// "The largest recipient of French arms is Chad", "Chad is the biggest buyer of French arms".
std::vector<Claim> recipient(Filler& f);

/// "Of that, $410 million came from Russia": the givers' parts of a sum that the sentence before told of;
/// empty for none.
std::vector<Claim> parts_from(const Filler& f);

/// "The United States accounted for 45 percent of the arms delivered to Ukraine"
std::vector<Claim> share(Filler& f);

/// "China is Pakistan's largest arms supplier", "Serbia, a supplier of shells to Ukraine,"
std::vector<Claim> supplier(Filler& f);

/// "Russia turned to Iran for drones and to Cuba for soldiers"
std::vector<Claim> turned_to(Filler& f);

/// "North Korea traded shells for oil with Russia"
std::vector<Claim> traded(Filler& f);

/// "half of the shells that Russia fires are North Korean"
std::vector<Claim> share_of_fired(Filler& f);

}  // namespace msmt
