/// Subjects: who did a deed, where it is not simply the phrase that a pattern finds before the verb.
///
///     "accused Iran of shipping drones"   the accused shipped them
///     "plans to deploy workers"           whoever plans it has not deployed anybody
#pragma once

#include <optional>
#include <vector>

#include "claims/constructions.hpp"

namespace msmt {

/// Whether an infinitive says what was moved for, or what could be done from a place: whoever is the
/// subject of the verb before does not do it.
bool is_purpose(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t trigger);

/// "Oromart, a dealer that Spain blacklisted for selling rifles": who is charged, a name before the apposition;
/// the number of chunks for none.
std::size_t charged_in_relative(const Grammar& grammar, const std::vector<Chunk>& chunks,
                                std::size_t trigger);

/// "did not stop Spain from supplying Chad": the verb that keeps its object from doing what the gerund at
/// chunks[trigger] says; the number of chunks for none.
std::size_t kept_from(const std::vector<Chunk>& chunks, std::size_t trigger);

/// Fills subj or planner and names the construction where another word decides who does what
/// chunks[trigger] says: a noun that takes an infinitive, an accusation, a sanction, "allow".
/// returns false, and leaves sides alone, where none does
bool read_controlled(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t trigger,
                     Sides& sides);

/// "sanctioned Euromarket, a trader, for its role in selling fuel": the verb that the gerund at
/// chunks[trigger] gives the reason of. Its object did the deed, and its date is not the deed's.
std::optional<std::size_t> charge_of(const Grammar& grammar, const std::vector<Chunk>& chunks,
                                     std::size_t trigger);

/// "Chad is accused of selling rifles", "Chad, suspected by Mali of selling rifles": the verb by whose object, subject or
/// noun the gerund at chunks[trigger] is done; nullopt for no verb of accusing in the passive.
std::optional<std::size_t> accusation_of(const Grammar& grammar, const std::vector<Chunk>& chunks,
                                         std::size_t trigger);

/// "Hit with Canadian sanctions in 2022, Rostec moved": the subject of the main clause, which a participle
/// that opens the sentence or a clause behind "that" says something of: "After firing at the port, …";
/// empty where chunks[trigger] is no such participle.
std::vector<std::size_t> fronted_subject(const std::vector<Chunk>& chunks, std::size_t trigger);

/// The side behind a preposition that stands before the clause of its verb: "To Sudan, Serbia sold
/// rifles", "Sudan, to which Serbia sold rifles", "It was to Sudan that Serbia sold rifles".
void read_fronted(const std::vector<Chunk>& chunks, std::size_t trigger, Sides& sides);

/// "Under a pact signed with Moscow, Sudan hosts a base": the subject of the clause behind the comma.
std::vector<std::size_t> main_subject_behind(const std::vector<Chunk>& chunks, std::size_t from);

/// "Chad rather than Mali sold rifles": the subject, where the chunk that stands there is named as the other one.
std::size_t preferred(const std::vector<Chunk>& chunks, std::size_t subject);

/// The phrase that is the subject of the finite verb at chunk `verb`, over adverbs, an apposition between
/// commas and phrases behind prepositions; the number of chunks for none.
std::size_t subject_before(const std::vector<Chunk>& chunks, std::size_t verb);

/// "300 rifles and two radars: What Serbia gave Mali": the list in front of the colon that the clause is of; empty for none.
std::vector<std::size_t> listed_before_what(const std::vector<Chunk>& chunks, std::size_t trigger);

/// "What the resolution forbids is the sale of coal": the object that stands behind the copula; the
/// number of chunks for none.
std::size_t cleft_object(const std::vector<Chunk>& chunks, std::size_t trigger);

/// "sent missiles to Russia, which were fired at Kyiv": what were fired are the missiles, not the
/// state beside the relative clause.
std::size_t antecedent(const std::vector<Chunk>& chunks, std::size_t subject, std::size_t trigger);

/// "on board four ships, which made 64 voyages": the phrase before a relative pronoun.
bool leads_relative(const std::vector<Chunk>& chunks, std::size_t i);

/// "Lula, left, and Macron, right, sign": the last person of a caption's list that begins at chunk `first`.
std::size_t last_in_caption(const std::vector<Chunk>& chunks, std::size_t first,
                            std::size_t trigger);

/// The phrases that a list holds before its last member: "Russia, Belarus and Iran signed".
std::vector<std::size_t> list_before(const std::vector<Chunk>& chunks, std::size_t last);

/// "sent missiles to Syria and Russia fired them": the phrase right before the trigger that begins a clause of its own, where
/// what the pattern took for its subject is the object of the verb before; chunks.size() for none.
std::size_t subject_of_own_clause(const Grammar& grammar, const std::vector<Chunk>& chunks,
                                  std::size_t taken, std::size_t trigger);

/// "Iran ships drones to Russia, buys jets, fires missiles": whether a verb of a series, and no aside, stands behind what the
/// pattern took for a subject.
bool leads_series(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t taken,
                  std::size_t trigger);

/// "builds drones from engines supplied by Turkey": the engines, and not the drones, are what a participle right behind them
/// describes.
std::size_t material_before(const std::vector<Chunk>& chunks, std::size_t taken,
                            std::size_t trigger);

}  // namespace msmt
