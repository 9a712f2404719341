/// Roles: from the sides of a trigger to claims, by the frame that the trigger evokes.
#pragma once

#include <string>
#include <vector>

#include "claims/constructions.hpp"
#include "claims/parties.hpp"

namespace msmt {

/// Bytes of some words of a chunk without the count and the owner that open them, "the 11,000 Kenyan soldiers": "soldiers";
/// all of them where they count nothing.
Span without_count(const Stage& stage, const Chunk& chunk, Span words);

/// The item that a phrase names; its name is the text without count, article and owner.
Item item_of(const Stage& stage, const Chunk& chunk);
/// The class that decides the claim type: of the head, or of what `of` draws in.
std::string class_of(const Grammar& grammar, const Chunk& chunk);

/// The phrase that names the rule by which somebody must or must not do what a trigger says, "may not
/// export coal under Resolution 2371"; the number of chunks for none.
std::size_t rule_over(const Stage& stage, std::size_t trigger);

/// "North Korea may not sell weapons" in a list below "UN sanctions on North Korea": a rule of the heading.
bool ruled_by_heading(const Stage& stage, std::size_t trigger);

/// "Spanish firms may not sell arms", "Syria may import no more than 300,000 barrels a year": what a state or its
/// firms may do, whoever says so.
bool ruled_alone(const Stage& stage, std::size_t trigger);

/// Whether the trigger tells by one of these of a rule, and not that its deed is done.
bool is_ruled(const Stage& stage, std::size_t trigger);

/// "Cuban doctors must hand over half of their wages to the state": what they have to do is done.
bool hands_over_pay(const std::vector<Chunk>& chunks, std::size_t trigger);

/// Whether a phrase names somebody who draws up lists of sanctions.
bool lists_names(const Chunk& chunk);

/// "the 600 dead", "4,100 wounded": the noun says what became of people that it does not name.
inline bool is_fate(const Chunk& chunk) { return chunk.item_id == "casualties"; }
/// "a formation", "an embargo": begins with an indefinite article.
inline bool is_indefinite(const Stage& stage, const Chunk& chunk) {
  const std::string& first = stage.reading.tokens[chunk.first].folded;
  return first == "a" || first == "an";
}

/// Whether a class of items.tsv is one of people.
inline bool is_people(std::string_view item_class) {
  return item_class == "people" || item_class == "troops" || item_class == "workers";
}

/// "hackers", "cyber actors": whoever steals for somebody who is named beside it.
bool is_thief(const Grammar& grammar, const Chunk& chunk);
/// A name of a group that lives by stealing: "Lazarus".
bool names_gang(const Chunk& chunk);

/// Whether the words of a count say that it adds to another: "an additional 3,000".
bool is_part(std::string_view count);

/// Claims of one trigger; empty when the frame's needs are not met. `why` says what was wanting.
std::vector<Claim> fill(const Stage& stage, const Frame& frame, std::size_t trigger,
                        const Sides& sides, std::string& why);

/// "Iran's 12 submarines patrol the Gulf": the claim that they are its, for a counted weapon as the
/// subject at chunk i; nullopt for any other chunk.
std::optional<Claim> owned_arms(const Stage& stage, std::size_t i);

/// "Congo fired French-supplied missiles": that they went from who is named in the phrase at chunk i to who
/// has them, which the sentence takes for granted.
std::optional<Claim> provided_arms(const Stage& stage, std::size_t i);
/// "The Turkish-trained brigade retook the town": that the people of the phrase at chunk i were trained by
/// whom it names.
std::optional<Claim> trained_people(const Stage& stage, std::size_t i);
/// "portraits of 101 fallen soldiers": the dead that an adjective at chunk i names.
std::optional<Claim> fallen(const Stage& stage, std::size_t i);
/// "Asia Sun, a bank under American sanctions": whose sanctions the phrase at chunk i names, and on whom.
std::vector<Claim> under_sanctions(const Stage& stage, std::size_t i);
/// "Chad and Togo agreed to build a bridge": the agreement that the verb at chunk i tells of; nullopt for none.
std::optional<Claim> agreed_to(const Stage& stage, std::size_t i);

/// "Serbia agreed to sell rifles to Chad": the agreement of whoever agrees by the verb at chunk i with the other side of
/// what the sentence claims to be planned by it; nullopt for none.
std::optional<Claim> agreed_on_deed(const Stage& stage, std::size_t i,
                                    const std::vector<Claim>& claims);
/// "the US-sanctioned firm Rostec", "the Sahand, a blacklisted tanker": that what the phrase at chunk i names stands on a
/// list, and on whose where that is said.
std::optional<Claim> listed_name(const Stage& stage, std::size_t i);
/// "despite US sanctions on Iran": sanctions in force that the phrase at chunk i names with both sides.
std::vector<Claim> sanctions_in_force(const Stage& stage, std::size_t i);

}  // namespace msmt
