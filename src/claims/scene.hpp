/// Scene: the state in which what a sentence tells of took place.
///
///     "A missile hit a market in Kyiv, killing 12 people"   Ukraine
///     "Thirteen people were killed."                        where the sentence before was
#pragma once

#include <optional>

#include "claims/stage.hpp"

namespace msmt {

/// "the shelling of Kharkiv": the state of the place that an attack names itself.
std::optional<Named> state_in_attack(const Stage& stage, std::size_t i);

/// "an attack", "struck", "the shelling": a place behind `on` or `of` is hit.
bool is_attack(const Stage& stage, const Chunk& chunk);

/// The state in which the deed at chunk `trigger` took place: by the place of its own clause, else by
/// the nearest place before it. Where somebody speaks is no scene.
std::optional<Named> scene_of(const Stage& stage, std::size_t trigger);

/// The state of the first place behind a verb in its own clause: "working out of Shenyang, China".
std::optional<Named> place_of_clause(const Stage& stage, std::size_t trigger);

/// "Chad, where 1,000 soldiers are stationed,": the state before the word.
std::optional<Named> place_before_where(const Stage& stage, std::size_t trigger);

/// "In Qatar, some 2,800 men worked on": the state of the place that opens a sentence.
std::optional<Named> fronted_place(const Stage& stage);

/// "the Tel Aviv drone strike", "the 2019 Hanoi summit": the state of a city whose bare name stands before the head of a
/// phrase, where something took place.
std::optional<Named> city_before_head(const Stage& stage, const Chunk& chunk);

/// "a mill in Dandong", "the plant at Alabuga in Russia": the state in which what chunk i names lies.
std::optional<Named> place_of_phrase(const Stage& stage, std::size_t i);

/// Whether a sentence places something by a name: "in Goma", "near the Golan Heights".
bool names_other_place(const Stage& stage);

/// Keeps the scene of an attack for the sentence behind it.
void note_scene(const Stage& stage);

}  // namespace msmt
