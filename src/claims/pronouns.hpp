/// Pronouns: whom "it", "them", "they" and "he" stand for.
#pragma once

#include "claims/parties.hpp"

namespace msmt {

/// Whether a finite verb follows the phrase at a chunk: it is a subject.
bool has_verb(const Stage& stage, std::size_t index);

/// Who the pronoun at a chunk stands for: of an object not the subject of its own verb, else the
/// sentence's own subject before it, else the last one.
std::optional<Named> meant_by_pronoun(const Stage& stage, std::size_t index);

}  // namespace msmt
