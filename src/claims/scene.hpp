/// Scene: the state in which what a sentence tells of took place.
///
///     "A missile hit a market in Kyiv, killing 12 people"   Ukraine
///     "Thirteen people were killed."                        where the sentence before was
#pragma once

#include <optional>

#include "claims/stage.hpp"

namespace msmt {

/// The state in which the deed at chunk `trigger` took place: by the place of its own clause, else by
/// the nearest place before it. Where somebody speaks is no scene.
std::optional<Named> scene_of(const Stage& stage, std::size_t trigger);

/// Keeps the scene of an attack for the sentence behind it.
void note_scene(const Stage& stage);

}  // namespace msmt
