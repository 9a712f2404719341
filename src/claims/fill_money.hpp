/// Money: payments, prices, contracts, earnings, accounts and thefts.
///
/// Functions that take a Filler read what its trigger and sides say; see filler.hpp.
#pragma once

#include "claims/filler.hpp"

namespace msmt {

/// Accounts, transactions, debts: the noun itself is what the claim is about.
std::vector<Claim> accounts(Filler& f);

/// "asked parliament for $300 million in aid for Kenya"
std::vector<Claim> asked_money(Filler& f);

/// "deal", "contract", "order": a noun for what goods are paid by.
bool is_bargain(const Filler& f, std::size_t i);

/// The chunk with the sum that a bargain is worth; the number of chunks for none.
std::size_t sum_of(const Filler& f, std::size_t bargain);

/// "bought 42 jets in a deal worth $8 billion": that deal; the number of chunks for none.
std::size_t bargain_of_clause(const Filler& f);

Item payment_for(const Filler& f, std::size_t goods);

/// The state in which a named system is made (weapons.tsv), or "".
std::string_view make_of(const Filler& f, std::size_t goods);

/// "$920 million", "a price of $920 million": counts a claim by the sum of chunk i.
void set_sum(const Filler& f, Claim& claim, std::size_t i);

/// "signed a $2 billion contract with Saab for 12 fighters": what is to come by the papers and what they are worth,
/// where it is clear which side buys.
std::vector<Claim> bought_and_paid(const Filler& f, const std::vector<std::size_t>& papers,
                                   const std::vector<Named>& sides);

std::vector<Claim> award(Filler& f);

std::vector<Claim> worth_of_bargain(Filler& f);

/// "The proceeds finance the North's weapons programme": money that pays for what a state does.
std::vector<Claim> funds_program(Filler& f);

/// "The scheme brought in $5 million for Chad": for whom money is earned.
std::optional<Named> earned_for(const Filler& f);

/// "Chad earned $5 million": where nobody pays, who earns acts.
void earner_acts(const Filler& f, Claim& claim);

/// "Pyongyang takes 90 percent of the wages of its workers": a share of pay.
std::vector<Claim> kept_pay(Filler& f);

/// "Peru raised its defence budget to $2 billion"
std::vector<Claim> budget_raised(Filler& f);

/// "uses cryptocurrency to buy equipment", "is using the money to buy arms"
std::vector<Claim> use_of_money(Filler& f);

/// "Most of the wages go to the state", "Half of what they earn goes to the government"
std::vector<Claim> pay_that_goes(Filler& f);

/// "spends $4 billion on support for Ukraine": whom the money is for.
std::optional<Named> beneficiary(const Filler& f);

/// Fills the sides of money that is set aside, committed or released.
void side_of_money(const Filler& f, Claim& claim);

std::vector<Claim> finance(Filler& f);

/// "to accounts held by Hezbollah": who has what the money goes to.
std::optional<Named> holder_of_account(const Filler& f);

/// "paid Iran $2 billion for drones", "paid in fuel": what goes against the money, or instead of it.
std::vector<Claim> paid_goods(Filler& f, std::optional<Named> payer, std::optional<Named> paid);

/// "bought 66 fighters for $8 billion": the money beside the goods.
std::vector<Claim> price(Filler& f);

/// "$40 million passed through Delta Bank", "Delta Bank moved $40 million for Iran"
std::vector<Claim> moved_money(Filler& f);

/// "$1.8 billion in kickbacks", "$1.75 billion for drones": what the money was.
void describe_money(const Filler& f, Claim& claim);

std::vector<Claim> theft(Filler& f);

/// "Thieves hacked a bank, and data were taken": the thieves of the deed before.
std::optional<Named> taken_by_intruders(const Filler& f);

/// "About $30 million was taken from Coincheck": a sum, from a body with a name.
bool taken_from_body(const Filler& f);

/// Whose the things are that the thieves broke into before.
std::optional<Named> broken_into(const Filler& f);

/// "Nepal hunts those who stole $3 million from its central bank's account": of whom the sentence told before.
std::optional<Named> whose_account(const Filler& f);

/// "the $40 million Kitebit hack", "the $40 million theft from Kitebit": a name that no list has.
std::optional<Named> named_in_front_or_behind(const Filler& f);

/// "from Japan's Bitpoint": the name behind its state; nullopt for none.
std::optional<Named> robbed_by_name(const Filler& f);

/// "from an Albanian bank", "from mines in Sudan": who is robbed there.
std::optional<Named> robbed_side(const Filler& f);

/// Whose what is stolen at chunk i was.
std::optional<Named> victim_of(const Filler& f, std::size_t i, const std::optional<Named>& actor,
                               const std::optional<Named>& target);

/// Who stole: "hackers affiliated with North Korea", "blamed the North for the theft".
std::optional<Named> thief(const Filler& f);

/// "is believed to be involved in the theft": how surely the words put the part that somebody had.
Certainty certainty_of_part(const Filler& f);

/// Who is robbed by the words around a sum: "the hack of Bybit accounts for $3 million stolen by Iran".
std::optional<Named> robbed_by_subject(const Filler& f);

/// "bring the estimate for coins stolen by Iran to $90 million": the chunk with the figure; the number of
/// chunks for none.
std::size_t figure_of_stolen(const Filler& f);

/// "The bulk of it, some $82 million, was taken": the sum beside the part at chunk i; the chunk itself
/// for none.
std::size_t sum_of_part(const Filler& f, std::size_t i);

/// Stolen sums of which the sentence or the article says that they were cryptocurrency.
void name_currency(const Filler& f, std::vector<Claim>& claims);

/// "…; the FBI blamed North Korea"
std::optional<Named> blamed_after(const Filler& f);

}  // namespace msmt
