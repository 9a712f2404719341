/// Filler: one trigger's sides become claims, by the frame that the trigger evokes.
///
/// run() puts the sides on roles and hands over to the function of the frame's claim type. These
/// functions stand by subject in fill_*.cpp; what they share is in filler.cpp (claims and their
/// fields) and roles.cpp (sides, roles and the parties that fill them).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "claims/roles.hpp"

namespace msmt {

/// Chunks by role, after the frame's map of sides and the voice.
using RoleMap = std::map<std::string, std::vector<std::size_t>, std::less<>>;

/// Chunks of a role; empty for one that nothing fills.
const std::vector<std::size_t>& get(const RoleMap& roles, std::string_view role);

class Filler {
 public:
  Filler(const Stage& stage, const Frame& frame, std::size_t trigger, const Sides& sides,
         std::string& why)
      : stage_(stage), frame_(frame), trigger_(trigger), sides_(sides), why_(why) {}

  std::vector<Claim> run();
  /// run(), and the sides of money that the article only implies.
  std::vector<Claim> run_all();
  /// One claim for each of several givers and takers: "Russia and China vetoed", "to Jordan and Syria".
  std::vector<Claim> each(std::vector<Claim> claims) const;

 private:
  const Chunk& chunk(std::size_t i) const { return stage_.chunks[i]; }
  const Chunk& trigger() const { return stage_.chunks[trigger_]; }
  std::vector<Claim> refuse(std::string_view why);
  void put(std::string_view role, const std::vector<std::size_t>& chunks);
  void map_sides();
  bool stands_for_party(std::size_t i) const;
  /// The trigger noun is the item itself: "financial transactions", "casualties".
  bool needs_self() const { return frame_.needs.contains("self"); }
  std::vector<Named> parties(std::string_view role) const;
  std::optional<Named> party(std::string_view role) const;
  /// Owner of the trigger noun itself: "Russia's veto", "its deployment".
  std::optional<Named> trigger_owner() const;
  static void set(Claim& claim, std::optional<Party> Claim::*field, std::string_view name,
                  const std::optional<Named>& named);
  static void span(Claim& claim, std::string_view name, Span bytes);
  static void replace(Claim& claim, std::optional<Party> Claim::*field, std::string_view name,
                      const Named& named);
  Claim start(std::string_view type) const;
  void set_item(Claim& claim, std::size_t i) const;
  void set_quantity(Claim& claim, std::size_t i) const;
  /// The item list of the frame: chunks of its item role, or the noun before a trigger noun.
  std::vector<std::size_t> items() const { return get(roles_, "item"); }
  /// "German military support for Ukraine": the noun itself is what goes over.
  std::vector<Claim> support();
  /// Why a trigger of goods gives and takes nothing: "sent drones against them"; empty where it does.
  std::string_view no_goods() const;
  /// "could deliver", "capable of reaching", "the ability to hit": what can be done is not done.
  bool is_ability() const;
  /// "a nuclear bomb", "a weapons capability": built or wanted, seldom handed over.
  bool is_unconventional(const Chunk& c) const;
  /// "Export of the drones is prohibited": the trigger noun's deed is forbidden.
  bool is_banned() const;
  /// "to restrict exports", "a blockade on exports": the trigger noun's deed is to be less or none.
  bool is_curbed() const;
  /// "The missile could reach Manila": a range, no delivery.
  bool reaches_by_itself() const;
  /// Why the words tell of no handover at all; empty where they may.
  std::string_view no_handover() const;
  /// "its shell supplies", "a week's supply of fuel": what is there, and goes to nobody.
  bool is_stock() const;
  /// Takes away claims whose words say too little: a stock, what is gathered from nobody.
  void drop_unstated(std::vector<Claim>& out);
  /// Why "train", "teach" and "learn" tell of no training; empty where they may.
  std::string_view no_lesson() const;
  /// "enacted measures, including bans on fruit": who made what the trigger is listed under.
  std::optional<Named> maker_of_list() const;
  /// The state that the sanctions are on which the trigger is listed under.
  std::optional<Party> bound_by_list() const;
  /// "A rocket attack on a base was carried out by Iran"
  std::optional<Named> doer_behind() const;
  /// "lifted its ban": the trigger's rule is in force no longer.
  bool is_lifted() const;
  /// "those who divert goods": whoever does it, nobody is told to have done it.
  bool by_anybody() const;
  /// "allows officials to draft foreigners"
  bool lets_do() const;
  /// Whether what a rule is on is goods, trade or a figure.
  bool rules_on_trade(std::size_t i) const;
  std::vector<Claim> goods();
  /// A claim for each kind of goods that the trigger's words hand over.
  std::vector<Claim> handed_over();
  /// "sent Russia shells in return for fuel": what goes the other way.
  void goods_back(std::vector<Claim>& out, const Named& actor, const Named& target);
  /// Who gives and who takes, as far as the words around a trigger say.
  struct Deal {
    std::optional<Named> actor;
    std::optional<Named> target;
    std::optional<Named> source;  ///< "from A"
    std::optional<std::pair<Named, Named>> pair;
  };
  Deal deal() const;
  /// "Russian ships brought shells from the North": what fetches them is of the side that takes them.
  std::optional<Named> home_of_carrier(const Named& source) const;
  /// "armed its corvettes with missiles": the taker is a thing.
  bool fits_out() const;
  /// "Ethiopia's air force is equipped with fighters": a state of things, and no delivery.
  bool is_outfit() const;
  /// "a fleet of 60 tanks": the arms in place of the stock.
  std::vector<std::size_t> stocked(std::vector<std::size_t> list) const;
  /// "containers of shells, rockets and fuel": the count of the first of a list is that of all.
  bool weighs_all(std::size_t first, std::size_t i) const;
  /// The same for one kind of goods in a list: "24 jets from Britain and four ships from Italy".
  Deal deal_of(std::size_t i, const Deal& deal) const;
  /// "a consignment of rifles and grenades": the goods in place of the lot.
  std::vector<std::size_t> unpack(const std::vector<std::size_t>& list) const;
  /// "arrived in Sudan", "to a plant in Izhevsk": the state of the place that takes goods.
  void take_place(Deal& deal) const;
  /// "Six helicopters were bought in Serbia": the state where goods are bought gives them.
  void take_market(Deal& deal) const;
  /// "uses the money to buy weapons", "provides $3 million to buy drones"
  bool meant_for() const;
  /// "60 percent of Algeria's weapons come from Russia": who has the goods took them.
  void taken_by_owner(std::vector<Claim>& claims, const Deal& deal) const;
  /// The claim of one kind of goods; last_class is that of the goods listed before it.
  void add_goods(std::size_t i, const Deal& deal, std::string& last_class, std::vector<Claim>& out);
  /// "half of the shells used by Russia came from Iran": who uses them took them.
  std::optional<Named> user_of_goods(std::vector<Claim>& claims) const;
  /// What a frame's own meaning makes of its claims; what states nothing goes.
  void settle(std::vector<Claim>& out);
  /// Whether goods that arrive, land or end up somewhere say enough of who gave or took them.
  bool tells_arrival(const Claim& claim) const;
  /// "The first four arrived in May", "Two destroyers followed": more of what was ordered or handed
  /// over in this sentence or the one before; nullptr for none.
  const Claim* delivery_before(const Chunk& c) const;
  /// A claim of the goods of an earlier one, counted by chunk i.
  Claim more_of(const Claim& told, std::size_t i, const Deal& deal) const;
  /// "approved arms for Taiwan worth $11 billion": the sum behind the taker is that of the goods.
  void worth_behind_taker(Claim& claim) const;
  /// "received 40 tons of shells, most of them from Serbia"
  std::optional<Named> source_of_most() const;
  /// "approved the sale of 30 helicopters": the deed of the trigger noun is only let go.
  bool permitted() const;
  /// "The State Department approved a sale to Egypt": the state whose body lets goods go.
  std::optional<Named> approver() const;
  /// Verbs of buying and selling: their money is a price.
  bool trades() const;
  /// "China helped Pakistan's space effort by giving data": whose programs they are.
  std::optional<Named> other_party(const std::optional<Named>& actor) const;
  /// "the transfer of Iranian and Syrian weapons": each side's went to the other.
  void exchange(std::vector<Claim>& claims, std::size_t i) const;
  /// "None of the jets has been delivered": the sides of the deed or order before about them.
  void carry_sides(Claim& claim, const Chunk& c) const;
  /// "81 percent of Pakistan's arms imports came from China": whose imports, and of what.
  std::vector<Claim> imports_from(const Named& giver);
  /// Goods of no known class in a list of known ones: "warheads and guidance sections".
  bool goes_with_goods(const Chunk& c, std::string_view last_class) const;
  /// "The former" and "the latter" of the goods that the sentence before listed.
  const Claim* former_or_latter(const Chunk& c) const;
  /// "exports to Ethiopia reached $94.6 million": the figure that a deed comes to.
  void reached(Claim& claim) const;
  /// "denies supplying the RSF": whom one supplies with arms also where none are named.
  bool supplies_fighters(const Named& taker) const;
  /// "A shipment from Serbia reached Mali": where the lot that the trigger noun names went.
  std::optional<Named> reached_state() const;
  /// "supplied containers … to support Russia's war": whom the deed is to support.
  std::optional<Named> supported(const std::optional<Named>& actor) const;
  /// "supplied ammunition for Russia's war": whose the effort is that the goods are for.
  std::optional<Named> whose_effort(const std::optional<Named>& actor) const;
  /// "Russia shipped diesel there": to the state that the sentence before is about.
  std::optional<Named> sent_there(const Named& actor) const;
  /// "support to Syria, through the delivery of jets": whom the deed supports.
  std::optional<Named> supported_before(const std::optional<Named>& actor) const;
  /// "thousands of laborers to work in construction in Russia": a place further on in the clause.
  void place_after(Claim& claim, std::size_t from) const;
  /// "500 men to Mali …, with a further 200 soldiers flown in": the sides go on.
  void elliptical(Claim& claim) const;
  std::optional<std::pair<Named, Named>> pair_of() const;
  /// Gives a claim its sides, those of a pair where there are no others; nobody deals with himself.
  static void set_sides(Claim& claim, std::optional<Named> actor, std::optional<Named> target,
                        const std::optional<std::pair<Named, Named>>& pair);
  Claim one(std::size_t i, std::string_view type, std::optional<Named> actor,
            std::optional<Named> target, const std::optional<std::pair<Named, Named>>& pair) const;
  /// "arms transfers between A and B", "troop deployment to Russia", "fuel supplies"
  /// "Deliveries exceeded 40 tons", after who gave what to whom: the count of that flow.
  std::vector<Claim> flow_before();
  /// Whether the noun at chunk i is a bare word for the flow that the sentence before told of.
  bool goes_on(std::size_t i) const;
  std::vector<Claim> from_trigger_noun(std::optional<Named> actor, std::optional<Named> target,
                                       const std::optional<std::pair<Named, Named>>& pair);
  /// The item that stands before a trigger noun inside its phrase; its text goes to pre_text_.
  std::string pre_item(const Chunk& c);
  const Gazetteer& stage_items();
  std::vector<Claim> people();
  /// Whose people and where, as far as the words around the trigger say.
  std::pair<std::optional<Named>, std::optional<Named>> people_sides() const;
  /// "issued 7,000 such visas to North Koreans"
  std::optional<Claim> visas_for(const std::optional<Named>& target) const;
  /// Who sent the people of chunk i, which chunk `named` names.
  std::optional<Named> sender_at(std::size_t named, std::size_t i, std::string_view klass,
                                 const std::optional<Named>& actor,
                                 const std::optional<Named>& target) const;
  /// Count, sector, and the state of a firm that sends people.
  void detail_people(Claim& claim, std::size_t i, std::string_view klass) const;
  /// Why a claim that people are somewhere says too little; empty where it does not.
  std::string_view nowhere(const Claim& claim) const;
  /// The claim of the people that a chunk names.
  std::optional<Claim> people_claim(std::size_t named, const std::optional<Named>& actor,
                                    const std::optional<Named>& target);
  /// "authorised the deployment of 500 soldiers": the state whose body lets it go ahead.
  std::optional<Named> lets_deploy() const;
  /// The nearest state before chunk i that a finite verb follows.
  std::optional<Named> main_subject(std::size_t i) const;
  void name_sector(Claim& claim) const;
  /// "members of the Africa Corps", "Wagner's men": the armed body whose people they are.
  std::optional<Named> unit_of_members(std::size_t i) const;
  /// Whether what forces enter is a state or a place in it.
  bool enters_state() const;
  /// The figure to which the people of a chunk were raised or cut.
  void put_strength(Claim& claim, std::size_t people) const;
  /// "Turkish forces", "its 5th Brigade": armed forces by their name.
  static bool names_unit(const Chunk& c);
  /// troops or workers, also where only their count stands: "another 600 arrived".
  std::string class_of_people(std::size_t i) const;
  /// "Some 15,000 of them", after workers or soldiers were named.
  bool leans_on_people(std::size_t i) const;
  /// "a second, of 3,000 soldiers": the chunk that names the people; i itself where it does.
  std::size_t people_of(std::size_t i) const;
  /// "The contingent, some 11,000 strong": a count beside the people.
  void count_strong(Claim& claim, std::size_t i) const;
  /// "were at work there": the state named last besides the one that acts.
  std::optional<Named> there() const;
  /// "are fighting alongside the rebels": the state where the war is in which they fight.
  std::optional<Named> where_allies_fight(const Claim& claim) const;
  /// A count without a noun of its own.
  bool is_count(const Chunk& c) const;
  /// Whether this or the last sentence spoke of people who were sent, and not of goods since.
  bool recent_people() const;
  /// The state that a target is or lies in: "on Syrian soil", "at a plant in Jilin, in China".
  std::optional<Named> place(std::string_view role) const;
  /// Where people are by a place that is no side of the trigger.
  std::optional<Named> where_they_are() const;
  /// "active abroad", "in some 40 countries"
  bool is_abroad() const;
  /// "sends thousands to work in Russia", "300 men to fight for the rebels": workers or troops by what
  /// they are sent for; empty where nothing says.
  std::string_view class_by_purpose(std::size_t i) const;
  /// Class of people that a carried unit names: "worker" -> workers.
  std::string class_of_unit(std::string_view unit) const;
  /// Whose people these are, unless they fight for somebody else.
  std::optional<Named> sender_of(std::size_t i) const;
  /// Gives a count the noun and the sides of the people before: "another 600 arrived in January".
  void carry_on(Claim& claim) const;
  /// "600 engineers live in Angola, and 100 in Mozambique": a claim for each place.
  void and_there(std::vector<Claim>& claims) const;
  /// Weapons that are stationed in another state, or deployed to it.
  bool stands_abroad(std::size_t i, const std::optional<Named>& target) const;
  /// "deployed eight warships to the Gulf": ships and aircraft that stay their state's.
  std::vector<Claim> warships();
  bool ordered_away() const;
  bool goes_with_crew(const Item& item) const;
  /// Ships of war that are sent to sea or come to a port are deployed, and given to nobody.
  void sail(std::vector<Claim>& claims) const;
  /// "deployed 900 soldiers to the Gulf, together with two frigates"
  void with_ships(std::vector<Claim>& claims) const;
  /// "asked parliament for $300 million in aid for Kenya"
  std::vector<Claim> asked_money();
  /// "The United States accounted for 45 percent of the arms delivered to Ukraine"
  std::vector<Claim> share();
  /// "France's share of Chad's arms imports was 45 percent"
  std::vector<Claim> share_said();
  /// "Iran accounted for $300 million of that and China for $200 million"
  std::vector<Claim> share_of_sum() const;
  /// "seized 300 rockets on a dhow that was bound for Yemen"
  std::vector<Claim> found_cargo();
  /// From where and to where cargo was on its way.
  struct Way {
    std::optional<Named> giver;
    std::optional<Named> taker;
  };
  /// What the words from chunk `from` on say of the way of the goods before them.
  Way way_of_cargo(std::size_t from) const;
  /// "Iranian rifles bound for Yemen": whose goods they are, where that is not who takes them.
  std::optional<Named> home_of_goods(std::size_t i, const std::optional<Named>& taker) const;
  /// "The rifles were bound for Somalia": goods on their way, told by the word that says where to.
  std::vector<Claim> bound_cargo();
  /// "came from Iran and were meant for Yemen": where the verb before says that they come from.
  std::optional<Named> origin_before() const;
  /// "shells from Serbia": the state behind the goods at chunk i.
  std::optional<Named> origin_behind(std::size_t i) const;
  /// "A dhow with 40 rifles", "a train loaded with shells": what the carrier at chunk i has aboard.
  std::size_t aboard(std::size_t i) const;
  /// A ship, a truck, a container: in or on it goods are on their way.
  bool is_carrier(const Chunk& c) const;
  /// "the Dutch-flagged Meerdijk": a name that its flag makes a ship.
  bool is_flagged(const Chunk& c) const;
  /// "France is Chad's main supplier", "with France as its main supplier": of whom the trigger noun is
  /// said; empty where of nobody.
  std::vector<std::size_t> said_to_be() const;
  /// "The main suppliers to Chad were France and Turkey": states behind the trigger noun and "is".
  std::vector<std::size_t> named_behind() const;
  /// "France (45 per cent)": the chunk of the share in brackets behind chunk k, or k.
  std::size_t share_behind(std::size_t k) const;
  /// What a supplier gives, by the trigger noun or by what was told before.
  std::vector<Claim> supplied(const Named& actor, const Named& target);
  std::vector<Claim> suppliers_behind(const std::vector<std::size_t>& named);
  /// "The largest recipient of French arms is Chad", "Chad is the biggest buyer of French arms".
  std::vector<Claim> recipient();
  /// "China is Pakistan's largest arms supplier", "Serbia, a supplier of shells to Ukraine,"
  std::vector<Claim> supplier();
  /// "Russia turned to Iran for drones and to Cuba for soldiers"
  std::vector<Claim> turned_to();
  /// "North Korea traded shells for oil with Russia"
  std::vector<Claim> traded();
  /// "half of the shells that Russia fires are North Korean"
  std::vector<Claim> share_of_fired();
  /// "Wagner's strength in Mali is put at 1,500 fighters"
  std::vector<Claim> strength();
  /// "Russia advised the North on spy satellites"
  std::vector<Claim> advice();
  /// "China supported Pakistan's missile program", "supported work to improve missile guidance"
  std::vector<Claim> program_support();
  /// "Russian engineers improved the accuracy of North Korean missiles", "refitted Syria's jets"
  std::vector<Claim> improvement();
  /// "Russian engineers corrected the flaws of the Hwasong-11"
  std::vector<Claim> repair();
  /// "With help from China, Pakistan developed the jet"
  std::vector<Claim> helped_by();
  /// "gave Ethiopia help in repairing its tanks"
  std::vector<Claim> help_in();
  /// Arms, know-how, plants: what help to make is know-how.
  bool is_technical(const Chunk& c) const;
  /// "Iran helped Russia to build a drone factory"
  std::vector<Claim> help();
  std::vector<Claim> training();
  /// Whose people are trained, by the words of the trigger's own side.
  std::optional<Named> trained_side() const;
  /// "$3 million for training": what money is for.
  bool pays_for_training() const;
  /// "recruits completed basic training": the chunk of who does so, or kNoChunk; adds the sides.
  std::size_t trainees_before(std::optional<Named>& actor, std::optional<Named>& target) const;
  /// The state in which people of another one learn.
  std::optional<Named> host_of_training(const std::optional<Named>& target) const;
  /// The sides of the training that was told of before, where a word goes on with it.
  void training_before(std::optional<Named>& actor, std::optional<Named>& target) const;
  /// "trained the presidential guard in Bangui": those of the place.
  std::optional<Named> trained_there(const std::optional<Named>& actor) const;
  /// Why sides make no training; empty where they do.
  std::string_view no_training(const std::optional<Named>& actor,
                               const std::optional<Named>& target, std::size_t people) const;
  /// Whom the actor trains where the words seem to name itself.
  std::optional<Named> other_trainees(const Named& actor) const;
  /// A name behind `in` that is no thing taught or paid in: "in Florennes".
  bool names_place(const Chunk& c) const;
  /// A claim for each thing that is taught, or one for those who learn.
  std::vector<Claim> lessons(const std::optional<Named>& actor, const std::optional<Named>& target,
                             std::size_t people) const;
  /// "Kenyan pilots are training in Italy": the subject is trained.
  bool trainees_train() const;
  std::vector<Claim> trainees();
  /// "a Syrian general": somebody of an armed force, by rank or post.
  bool is_ranked(std::size_t i) const;
  /// "the men drone tactics": a phrase that begins with the people who learn.
  bool names_people(const Chunk& c) const;
  /// "…, more than 5,000 in all": a count that follows what it counts.
  void count_in_all(std::vector<Claim>& claims) const;
  /// ", around 1,000 of them,", "… number about 600": whether chunk k + 1 counts a claim's item.
  bool counts_them(const Claim& claim, std::size_t k) const;
  std::vector<Claim> finance();
  /// Who pays and who is paid, where other words than the sides say; why there is no payment, or "".
  std::string_view settle_money_sides(std::optional<Named>& actor,
                                      std::optional<Named>& target) const;
  /// "to accounts held by Hezbollah": who has what the money goes to.
  std::optional<Named> holder_of_account() const;
  std::vector<Claim> money_claims(const std::optional<Named>& actor,
                                  const std::optional<Named>& target);
  /// "The proceeds finance the North's weapons programme": money that pays for what a state does.
  std::vector<Claim> funds_program();
  /// "Pyongyang takes 90 percent of the wages of its workers": a share of pay.
  std::vector<Claim> kept_pay();
  /// "uses cryptocurrency to buy equipment", "is using the money to buy arms"
  std::vector<Claim> use_of_money();
  /// "Most of the wages go to the state", "Half of what they earn goes to the government"
  std::vector<Claim> pay_that_goes();
  /// "turned the coins into cash": verbs that change money only into money.
  bool cashes_in() const;
  /// "paid Iran $2 billion for drones", "paid in fuel": what goes against the money, or instead of it.
  std::vector<Claim> paid_goods(std::optional<Named> payer, std::optional<Named> paid);
  /// "$1.8 billion in kickbacks", "$1.75 billion for drones": what the money was.
  void describe_money(Claim& claim) const;
  /// "transactions are being conducted through banks in Dubai": the noun has a verb of its own.
  bool goes_on(Certainty& certainty) const;
  /// Accounts, transactions, debts: the noun itself is what the claim is about.
  std::vector<Claim> accounts();
  /// Who pays or is paid; a firm without a name is called by its noun.
  std::optional<Named> payer(std::string_view role) const;
  /// "spends $4 billion on support for Ukraine": whom the money is for.
  std::optional<Named> beneficiary() const;
  /// "spent $200 million on Russian missiles": whose the goods are that somebody else buys.
  std::optional<Named> maker_of_bought(const std::optional<Named>& buyer) const;
  /// "signed a contract with Russia and agreed to pay": who is paid for what was agreed.
  std::optional<Named> seller() const;
  /// Fills the sides of money that is set aside, committed or released.
  void side_of_money(Claim& claim) const;
  /// "bought 66 fighters for $8 billion": the money beside the goods.
  std::vector<Claim> price();
  /// "deal", "contract", "order": a noun for what goods are paid by.
  bool is_bargain(std::size_t i) const;
  /// The chunk with the sum that a bargain is worth; the number of chunks for none.
  std::size_t sum_of(std::size_t bargain) const;
  /// "bought 42 jets in a deal worth $8 billion": that deal; the number of chunks for none.
  std::size_t bargain_of_clause() const;
  /// The money at a chunk, from a buyer to a seller; the item is left to the caller.
  Claim payment(std::size_t sum, const Named& buyer, const std::optional<Named>& seller) const;
  Item payment_for(std::size_t goods) const;
  /// The state in which a named system is made (weapons.tsv), or "".
  std::string_view make_of(std::size_t goods) const;
  /// "signed a $2 billion contract with Saab": what the papers are worth, where a side buys.
  std::vector<Claim> worth_of_paper(const std::vector<std::size_t>& papers,
                                    const std::vector<Named>& sides) const;
  std::vector<Claim> award();
  std::vector<Claim> worth_of_bargain();
  std::vector<Claim> theft();
  /// The person that a phrase names, else the party that it stands for.
  std::optional<Named> person_or_party(std::size_t i) const;
  /// Who stole: "hackers affiliated with North Korea", "blamed the North for the theft".
  std::optional<Named> thief() const;
  /// "hackers working for Tehran": for whom those of chunk i steal.
  std::optional<Named> master_of_thieves(std::size_t i) const;
  /// "were indicted for a scheme to steal": who is charged with the trigger's deed.
  std::optional<Named> charged_with_theft() const;
  /// "was the work of the Lazarus Group", "has been attributed to North Korea"
  std::optional<Named> traced_to() const;
  /// "blamed North Korea for the theft"
  std::optional<Named> blamed_for_theft() const;
  /// Whether a sum is a part of stolen money that the sentence names first.
  bool of_stolen_money() const;
  /// Whose the things are that the thieves broke into before.
  std::optional<Named> broken_into() const;
  /// Who stole from whom where other words than the sides say; why it is no theft, or "".
  std::string_view settle_theft_sides(std::optional<Named>& actor,
                                      std::optional<Named>& target) const;
  /// Why a plain word for taking says of no theft; empty where it does.
  std::string_view no_taking(std::optional<Named>& actor) const;
  /// "from an Albanian bank", "from mines in Sudan": who is robbed there.
  std::optional<Named> robbed_side() const;
  /// Whose what is stolen at chunk i was.
  std::optional<Named> victim_of(std::size_t i, const std::optional<Named>& actor,
                                 const std::optional<Named>& target) const;
  std::optional<Claim> stolen(std::size_t i, const std::optional<Named>& actor,
                              const std::optional<Named>& target, std::size_t valued);
  /// "58 cyberattacks by North Korea, worth about $3 billion"
  std::vector<Claim> counted_thefts(const std::optional<Named>& actor) const;
  /// "…; the FBI blamed North Korea"
  std::optional<Named> blamed_after() const;
  std::vector<Claim> denied_theft();
  /// "Bybit, which lost $1.4 billion": to whom, where the article has just told of a theft.
  std::optional<Named> thief_before() const;
  /// "breached the treaty": a rule, and nobody is robbed.
  bool breaks_rule() const;
  /// "raked in $1 billion through hacking"
  bool by_hacking() const;
  /// "the $1 billion raid on the exchange was carried out by the group": the noun has the sum.
  std::vector<Claim> raid(const std::optional<Named>& thief, const std::optional<Named>& target);
  /// "A lost $2 million to hackers in May, and B $3 million in June"
  void and_lost(std::vector<Claim>& claims) const;
  /// "the theft of $30 million from A and $5 million from B"
  void and_from(std::vector<Claim>& claims) const;
  std::vector<Claim> transport();
  /// "planes belonging to the Indian Air Force", "ships of the Navy"
  std::optional<Named> operator_after(std::size_t i, Claim& claim) const;
  /// "tracked four ships as they made 64 voyages": the ships that the pronoun at chunk i stands for.
  std::optional<std::size_t> ships_meant(std::size_t i) const;
  /// "They made 64 trips", "The vessels made 49 such voyages": of the ships told of before.
  std::optional<Claim> trips_again(std::size_t i) const;
  /// "12 flights by Emirati planes", "40 flights between Sebha and Darfur"
  /// Whether a phrase before chunk `end` names what can be carried.
  bool goods_before(std::size_t end) const;
  /// "used trains to move grain": goods or a way that they go, for a means of transport that is used.
  bool goods_named() const;
  /// A means of transport of somebody who is named, or that is said to be used by nobody.
  bool is_hired(std::size_t i) const;
  /// A load or a way from one place to another, for a means of transport that moves.
  bool moves_something() const;
  std::vector<Claim> flights_counted();
  /// "landed in Chad with weapons on board": what arrives carries goods or people.
  bool laden() const;
  /// "43 times" behind the trigger, before the next verb.
  const Mention* times_after() const;
  bool carries(const Chunk& c) const;
  /// "Six helicopters carried 90 soldiers": ships and aircraft of war as means of transport.
  bool ferries(std::size_t i) const;
  /// "aboard the Angara": a name that no list has.
  bool names_ship(const Chunk& c) const;
  std::vector<Claim> possession();
  bool is_arms(const Chunk& c) const;
  /// "used jets to bomb Yemen": whom the verb behind strikes.
  std::optional<Named> struck_after() const;
  /// "hit a refinery in Ryazan": the state where what is struck lies.
  std::optional<Named> struck_place() const;
  /// "struck 200 targets in Lebanon", "carried out 40 attacks on ships": counted, with no weapon.
  /// "an American strike on a boat": one strike, at something that is struck.
  bool hits_something() const;
  std::vector<Claim> strikes(const std::optional<Named>& actor, const std::optional<Named>& target);
  /// "flew drones over the border": drones that go to nobody are used.
  bool flies_drones() const;
  std::vector<Claim> use();
  /// "test-fired a missile", "two missile tests": what is fired at nobody.
  std::vector<Claim> trials();
  /// "shelled the port", "bombed a depot": the weapon that the verb is made of.
  std::optional<Item> weapon_in_verb() const;
  std::vector<Claim> fired_by_verb(const Item& item, const std::optional<Named>& actor,
                                   const std::optional<Named>& target);
  /// "a missile slammed into a market": whether what comes down is fired at somebody.
  bool impacts() const;
  /// Whether b is of the kind of a: "the missiles" after "KN-23 missiles".
  static bool same_goods(const Item& a, const Item& b);
  /// "use", "employ", "deploy" and "launch" say more than firing.
  bool ambiguous_use() const { return trigger().lemma == "deploy" || trigger().lemma == "employ"; }
  std::vector<Claim> casualties();
  /// "killed 12 people and wounded 40 others", "and about 40 were wounded": a count that goes on.
  std::optional<Claim> further_victims(std::size_t i) const;
  /// "Of the 9,000 soldiers sent to Haiti, more than 600 have been killed"
  std::optional<Claim> victims_of_whole(std::size_t i) const;
  /// The people of chunk i, who were killed, wounded or captured.
  std::optional<Claim> victims_named(std::size_t i);
  /// What a rule governs: the chunk of the item, whom it binds, and the chunk of its own count.
  struct Ruling {
    std::size_t item = 0;
    std::optional<Named> bound;
    std::size_t count = 0;  ///< 0 for none
    std::size_t of = 0;     ///< the chunk behind `of`, where it is not the first; 0 for that one
    bool on_all = false;    ///< it binds states in general
    bool same = false;      ///< of goods counted before, without their count: "twice what it may"
  };
  /// "600 dead", "losses of 4,700", "40 of them children": a noun that counts the killed.
  std::vector<Claim> toll();
  /// Why a noun for the killed counts nobody; empty where it does.
  std::string_view no_toll() const;
  /// "40 of them children"
  bool is_partitive() const;
  /// Whether the sentence has told of killed or wounded before.
  bool toll_of_sentence() const;
  /// Whose people a toll counts; gives the claim the people where other words name them.
  std::optional<Named> people_of_toll(Claim& claim) const;
  /// "the number of soldiers killed rose to 600", "put the number of the killed and wounded at 600"
  void figure_of_killed(Claim& claim, std::size_t i) const;
  /// "Of the 9,000 soldiers sent, more than 600": the chunk of the people; i itself for none.
  std::size_t whole_of_sentence(std::size_t i) const;
  /// "12 sailors lost their lives", "claimed the lives of 12 sailors"
  std::vector<Claim> lives();
  /// "12 civilians were killed in Kharkiv": people of no army, whose state the place says.
  std::optional<Named> state_of_victims(std::size_t i) const;
  /// "put its losses at 24", "losses are put at 24", "losses of 24"
  void put_at(Claim& claim) const;
  /// Whose the people of a phrase are, by the words beside it or by what was said of people before.
  std::optional<Named> owner_of_people(std::size_t i) const;
  Span sentence_span() const;
  std::vector<Claim> limit();
  /// "licences for arms exports": the trade that the papers at chunk i are for; i itself for none.
  std::size_t licensed(std::size_t i) const;
  /// "suspended exports of weapons": a state ends a trade of its own.
  bool stops_trade() const;
  /// "no longer allows", "is not permitted": it forbids.
  bool lets_no_longer() const;
  /// "The sale of rifles to Chad has been forbidden since 2006": a rule on trade by nobody named.
  bool bans_trade() const;
  /// "Spanish firms are not allowed to sell": a state's rule for its own.
  bool barred_own() const;
  /// "an embargo on Libya": a rule on states, and on no goods.
  bool is_on_state() const;
  /// "may not export coal", "must send home all workers", under a rule that the sentence names.
  std::vector<Claim> ruled_deed() const;
  /// "in force since 2002": the time of the rule before chunk `from`.
  void date_of_force(Claim& claim, std::size_t from) const;
  /// "an arms embargo on Libya": who is embargoed by whom.
  std::vector<Claim> embargo();
  /// "Libya has been under an arms embargo": who is said to be under the embargo at chunk i.
  std::optional<Named> placed_under(std::size_t i) const;
  /// "renewed its arms embargo", "the UN embargo covers Darfur": on whom the embargo at chunk i is,
  /// where no `on` says it: by its verb, by what was told of it, else by the heading.
  std::optional<Named> embargoed(std::size_t i) const;
  /// "to enforce a UN arms embargo": a rule of a body, on whom the article has named.
  std::vector<Claim> bare_embargo(const std::optional<Named>& actor) const;
  /// "the annual cap of 500,000 barrels": a rule that only a noun names.
  void exact_cap(Claim& claim) const;
  std::vector<Claim> named_cap(std::optional<Named> actor);
  /// "a ban on employing the country's nationals", "the ban contained in a resolution on issuing visas"
  std::vector<Claim> banned_deed(std::optional<Named> actor);
  /// Why the words set no rule; empty where they do.
  std::string_view no_rule(const std::optional<Named>& actor, bool rule, bool stops) const;
  /// The claim that a ruling on chunk i makes, after those of the same trigger; nullopt for none.
  std::optional<Claim> rule_on(std::size_t i, const Ruling& ruling,
                               const std::optional<Named>& actor, const std::vector<Claim>& out);
  /// What is ruled; false where it is an amount of nothing.
  bool name_goods(Claim& claim, std::size_t i, const Ruling& ruling, bool deed) const;
  void count_rule(Claim& claim, std::size_t i, const Ruling& ruling,
                  const std::vector<Claim>& out) const;
  /// Whom a rule binds by what stands around it: the verb before, the heading, the package.
  void bind_by_context(Claim& claim, const Chunk& c) const;
  std::vector<Ruling> rulings() const;
  /// "from selling coal, seafood and textiles": a ruling for each kind of goods behind the first.
  void add_listed_goods(std::size_t first, Ruling ruling, std::vector<Ruling>& out) const;
  /// "twice what the Council allows Syria to import": the goods that `what` stands for.
  std::optional<std::size_t> meant_by_what() const;
  /// "900,000 barrels of oil to Syria, although … permits it 500,000 a year": of what was counted before.
  void counted_before(Claim& claim, std::size_t i) const;
  /// "sanctions", "Resolution 2397": the phrase names a rule.
  static bool is_rule(const Chunk& c);
  /// Who sets the rule of a trigger, and whether the words name a rule: "under sanctions".
  struct Setter {
    std::optional<Named> actor;
    bool rule = false;
  };
  Setter setter() const;
  /// "The package includes a ban": the rule is part of measures that were told of.
  bool packed() const;
  /// "The G7 set a price cap": the subject of the verb before a rule.
  std::optional<Named> setter_before() const;
  /// "is banned from Canadian ports": whom the words behind a ban name.
  std::optional<Named> setter_behind() const;
  /// "It required", "These decisions forbid": whose rule the sentences before named.
  std::optional<Named> ruling_before(std::size_t i) const;
  /// Who made the rule that chunk i names: "UN sanctions", "Resolution 2397", "the Council".
  std::optional<Named> rule_setter(std::size_t i) const;
  /// "imports of refined petroleum", "the hiring of North Koreans": a deed keeps its `of` apart.
  void name_ruled(Claim& claim, std::size_t i, std::size_t other) const;
  /// "imposed an arms embargo on Libya": a rule, no sanction.
  std::vector<Claim> imposed_rule(std::size_t measure);
  void set_target(Claim& claim, std::size_t i) const;
  /// "forbid arms from Eritrea, cap deliveries of diesel": whom the verb before of the same rule binds.
  std::optional<Party> bound_by_rule_before(const Claim& claim) const;
  /// "exports of rifles to Chad": who would take what is ruled at chunk i.
  void set_taker(Claim& claim, std::size_t i) const;
  static std::optional<Named> body_of(const Chunk& c);
  std::vector<Claim> sanction();
  /// Who lists whom, by a frame of sanctions.
  struct Listing {
    std::optional<Named> actor;
    std::vector<std::size_t> targets;
    bool named_behind = false;  ///< "Among those sanctioned were …"
  };
  /// "imposed an arms embargo on": the claims of a rule on goods; nullopt where somebody is sanctioned.
  std::optional<std::vector<Claim>> rule_for_goods();
  /// Whether the words say a listing; fills in what they leave to their construction, else why_ says why not.
  bool find_listed(Listing& listing);
  bool is_under(Listing& listing);
  bool is_imposed(Listing& listing);
  bool is_listed(Listing& listing);
  bool can_be_listed(std::size_t i) const;
  /// "Two refineries were listed as well", after a listing
  bool lists_on(const Listing& listing) const;
  /// "Petrov was among the men whom Canada sanctioned": the name; the number of chunks for none.
  std::size_t named_among() const;
  /// Adds the targets that a list goes on with: "the firm and its director", "X, the minister, and on others".
  void join_targets(std::vector<std::size_t>& targets) const;
  /// Words between the members of such a list, "but also" among them.
  bool joins_targets(std::size_t i) const;
  /// ", which runs tankers, and": the comma behind the clause that the comma opens; the same one for none.
  std::size_t past_clause(std::size_t comma) const;
  /// "No Kwang Chol, the defence minister,": chunk `beside` is the same as chunk `name`.
  bool renames(std::size_t name, std::size_t beside) const;
  std::vector<Claim> sanction_each(Listing& listing);
  std::optional<Named> sanctioned_in_list(const std::vector<std::size_t>& targets,
                                          std::size_t t) const;
  /// "300 persons and firms": the target after number t has no count of its own.
  bool shares_count(const std::vector<std::size_t>& targets, std::size_t t) const;
  /// "the assets of three firms": three.
  void count_owners(Claim& claim, std::size_t i) const;
  /// "added 12 ships, bringing their total to 90": the whole as well.
  void add_total(std::vector<Claim>& out) const;
  /// Where a list of some of the targets begins, "among them …"; the number of chunks for none.
  std::size_t list_of_some(const std::vector<std::size_t>& targets) const;
  /// "…, among them two bankers": some of the targets, each a claim of its own.
  void add_listed_among(const std::vector<std::size_t>& targets, std::vector<Claim>& out) const;
  /// "those singled out by the Treasury": who lists those that stand behind the verb.
  std::optional<Named> lister_behind() const;
  /// "sanctions", "the new package": what hits those on a list.
  bool is_measures(std::size_t i) const;
  /// Whether somebody was said to impose sanctions in the last sentences.
  bool recent_sanction() const;
  /// "Among those sanctioned were two brothers": who stands behind the verb.
  std::vector<std::size_t> listed_behind() const;
  /// "are Asia Sun, which trades in oil, and First Bank": the names of a list from chunk `from` on.
  std::vector<std::size_t> names_behind(std::size_t from) const;
  /// "the Lana and the Tara, two tankers that …": the names which chunk i says more about.
  std::vector<std::size_t> renamed_by(std::size_t i) const;
  /// "the companies", after "sanctioned two companies"
  bool counted_before(const Chunk& c) const;
  /// The day of the measures that a claim is by: "announced on Friday".
  /// "Sanctions on Serbia were extended": on whom measures are that stand before their verb.
  std::vector<std::size_t> aimed_at(const std::vector<std::size_t>& measure) const;
  void date_of_measures(Claim& claim) const;
  /// "firms", "tankers": nouns for those who are put on such lists.
  bool can_be_sanctioned(const Chunk& c) const;
  /// The words for somebody without a name, with what tells them apart: "firms based in Dubai".
  std::string described(std::size_t first, std::size_t last, bool modifiers = true) const;
  /// "Washington imposed them": on whom the sentence says that sanctions are.
  /// Who imposes sanctions: the EU where a text says Brussels, the Council where its committee does.
  std::optional<Named> imposer() const;
  /// "signed a decree imposing sanctions": whose subject signed the paper.
  std::optional<Named> signer(std::size_t paper) const;
  /// Whose the sanctions of chunk i are: their owner, or who agreed on them by the words behind.
  std::optional<Named> imposer_of(std::size_t i) const;
  /// "froze the assets of both": the sanctioned of the claims before, once more.
  std::vector<Claim> sanctioned_before(std::size_t i, const std::optional<Named>& actor) const;
  /// Who is named by a phrase that is a name; nullopt for states and common nouns.
  std::optional<Named> proper_name(std::size_t i) const;
  /// Claims for the names behind a noun for several: "two lenders, Asia Bank and First Bank".
  std::vector<Claim> sanctioned_by_name(std::size_t i, const Claim& whole) const;
  std::vector<Claim> imposed_on_named(const std::optional<Named>& actor);
  /// The one word of a name behind its kind: "the Russian freighter Angara".
  std::optional<Named> name_behind_noun(const Chunk& c) const;
  /// A name that follows its kind within one phrase: "the trader Khin Phyu Win".
  std::optional<Named> name_at_end(const Chunk& c) const;
  /// "its sanctions list", "the blacklist"
  static bool is_roll(const Chunk& c);
  /// Who is sanctioned: a name, a state whose ships or firms they are, else the words for them.
  std::optional<Named> sanctioned(std::size_t i) const;
  /// Set up and disbanded: the body is the actor.
  std::vector<Claim> body_event();
  /// "was launched by Japan, Italy and nine other nations": its founders are its members.
  std::optional<Claim> founders(const Named& body) const;
  /// "ceased to operate", "was forced to close", "ceased operations"
  bool ceases() const;
  /// "A second ship tipped over at its launch": the subject that "its" leans on is no body.
  bool thing_before() const;
  /// "AUSSOM replaced ATMIS"
  bool replaces_body() const;
  /// "the Group of Monitors (GoM)": the name in the brackets behind chunk i.
  std::optional<Named> short_name(std::size_t i) const;
  /// "the team's formation": the body that an owner without a name stands for.
  std::optional<Named> body_owning() const;
  /// "put an end to it", "put it out of business"
  bool puts_end() const;
  /// "closed its doors", "shut up shop", "went out of business"
  bool closes_doors() const;
  /// "came into being", "came into existence"
  bool comes_into_being() const;
  /// "a mechanized formation": one that is there, and no founding.
  bool is_formation() const;
  /// "was launched near Arica": a missile, more often than a body.
  bool flies_off() const;
  /// A person, a war, a treaty or groups in general: nobody sets them up.
  bool is_no_body(const Chunk& c) const;
  /// The body that "it" at chunk i stands for: of the sentence, else of the one before.
  std::optional<Named> body_that_is_it(std::size_t i) const;
  /// The body that chunk i names: a name, "it", "the panel", a capitalised name that no list has.
  std::optional<Named> body_named_by(std::size_t i) const;
  /// "80 Hamas members": a count of an armed body's people.
  static bool is_of_fighters(const Chunk& c);
  /// "SADC, to which 16 states belong"
  std::optional<Named> body_of_which() const;
  /// "Sweden is a member of", "Sweden, a member of", "as a member of": the state.
  std::vector<Party> members_before() const;
  /// "an 11-nation body": the count of members stands in a compound.
  std::vector<Claim> nation_body();
  /// "a special commission, UNSCOM", "a new regime …, named the Monitoring Team"
  std::optional<Named> named_later(std::size_t i) const;
  /// A name that goes on behind a preposition: "the Coalition for the Return of Children".
  std::optional<Named> long_name(std::size_t i) const;
  static std::string strip_article(std::string text);
  std::vector<Claim> membership();
  /// "Eleven MSMT members", "its eight members"
  std::vector<Claim> members_of_noun();
  /// Whose members the trigger noun counts.
  std::optional<Named> body_with_members() const;
  /// "comprises eleven states", "joined the team"
  std::vector<Claim> members_by_verb();
  /// Who agrees: the sides, and the persons who sign for them.
  struct Pact {
    std::vector<Named> sides;
    std::vector<std::string> persons;
    void add(const Named& named);
  };
  Pact signatories() const;
  void add_partners(Pact& pact, std::size_t i) const;
  /// "a treaty between A and B", "the treaty with B": who stands behind the paper at a chunk.
  void add_partners_behind(Pact& pact, std::size_t paper) const;
  /// "after talks with Kim, Shoigu said": whether talks took place between two sides, which it adds.
  bool talked(Pact& pact) const;
  /// "Eritrea and Iran denied any arms deals"
  std::vector<Claim> denied_deal();
  /// "signed a contract for fighters in Seoul"
  bool sells_in_capital(const std::vector<std::size_t>& papers) const;
  /// Makes a claim one that its actor denies.
  void deny(Claim& claim) const;
  /// "ordered six frigates from Italy"
  std::vector<Claim> orders(const Pact& pact);
  /// What was agreed: the paper, the trigger itself, or a meeting.
  void name_agreed(Claim& claim, const std::vector<std::size_t>& list) const;
  /// "the deal on grain that Turkey signed": the paper that the phrase at chunk i only describes.
  std::size_t paper_before(std::size_t i) const;
  std::vector<Claim> agreement();
  /// "The ministers of Mali and Niger met Lavrov": the claim for each of them.
  std::vector<Claim> each_with_partner(const Claim& claim) const;
  /// "Under a pact signed with Moscow, Sudan is to …": the subject of the main clause signed as well.
  void add_main_subject(Pact& pact) const;
  /// "Sergei Shoigu visited North Korea": who goes to another state.
  std::vector<Claim> visit();
  /// The state of a person or a delegation at chunk i.
  std::optional<Named> visitor(std::size_t i) const;
  /// "Narendra Modi's visit": the state of a known name before the noun.
  std::optional<Named> leader_owning(std::size_t i) const;
  /// Adds the side that "with which" or "with whom" leans on.
  void with_which(std::vector<Named>& sides) const;
  /// "The draft failed because of vetoes": what the veto before stopped.
  void failed_decision(Claim& claim) const;
  std::vector<Claim> veto();
  /// "the EU's 18th sanctions package", "the draft statement": what a body decides on.
  bool is_decision(std::size_t i) const;
  std::vector<Claim> more();
  /// "This Rapid Transfer Authority package": what owns the phrase is a law, and gives nothing.
  bool is_scheme(std::size_t i, const Party& owner) const;
  /// "includes 12 jets for Kenya": the state behind the goods.
  std::optional<Named> taker_behind() const;
  /// "$300 million in weapons, including rockets": the sum, as the transfer of what it buys.
  std::optional<Claim> sum_before(const Chunk& c) const;
  /// An uncounted kind of goods in the list of what a lot of goods holds.
  bool parts_of_lot(const Chunk& c) const;
  /// "Among them were howitzers": uncounted, but of goods that went over.
  bool are_among() const;
  /// The order or deed whose goods a bare count is of: "and Norway has pledged six"; nullptr for none.
  const Claim* counts_again(const Chunk& c) const;
  /// Sides that a participle behind the goods names: "the warheads promised by Russia".
  void take_described_side(std::optional<Named>& actor, std::optional<Named>& target) const;
  /// Sides of a noun for a deed: "Deliveries by Moscow to Hanoi".
  std::optional<Claim> deed_of(std::size_t i) const;

  const Stage& stage_;
  const Frame& frame_;
  std::size_t trigger_;
  const Sides& sides_;
  std::string& why_;
  RoleMap roles_;
  std::string pre_text_;
  std::optional<Named> planner_;  ///< whose plan an infinitive completes
  const Table* item_table_ = nullptr;
};

}  // namespace msmt
