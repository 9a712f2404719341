/// Party questions: what party_of() asks of a phrase, each after those that answer more surely.
///
///     "Russia's Putin"         named_in_words
///     "the army in Tripoli"    state_of_office
///     "the regime"             state_spoken_of
///     "the Gulf kingdom"       described_state
#pragma once

#include <optional>

#include "claims/stage.hpp"

namespace msmt {

/// "Kharkiv", "the Kursk region", "port of Rajin", "northern Kivu": the state that a place lies in.
std::optional<Named> state_of_place(const Stage& stage, const Chunk& chunk);

/// Who a phrase with a name of its own is: of persons, ministries and services their state.
std::optional<Named> named_party(const Stage& stage, std::size_t index);

/// Names that stand beside or inside a phrase: "the Trump administration", "EU countries".
std::optional<Named> named_in_words(const Stage& stage, std::size_t index);

/// Whose people or office a phrase names: "his country", "Iranian hackers", "the army in Tripoli".
std::optional<Named> state_of_office(const Stage& stage, std::size_t index);

/// "In Uganda, Iran sold rifles to the police", "Officers in Uganda trained the army": of the state that is named for the
/// place; nullopt where none is.
std::optional<Named> state_of_home_body(const Stage& stage, std::size_t index);

/// "Syrian rebels", "Western countries", "the West": a group that acts and is no state, by the words that name it.
std::optional<Named> group_named(const Stage& stage, std::size_t index);

/// "Binance said that coins had been stolen from the exchange": the firm that was named last, in the sentence or in the
/// one before.
std::optional<Named> firm_spoken_of(const Stage& stage, std::size_t index);

/// "the army", "the country", "the regime": the state that the article goes on about.
std::optional<Named> state_spoken_of(const Stage& stage, std::size_t index);

/// The state that the description at chunk `index` stands for ("the West African country"): the one among those that
/// fit which the text named last before it; nullopt for no description, or where none was named.
std::optional<Named> described_state(const Stage& stage, std::size_t index);

/// "the panel", "the refinery", "its ally": a body or partner that was named before.
std::optional<Named> body_spoken_of(const Stage& stage, std::size_t index);

}  // namespace msmt
