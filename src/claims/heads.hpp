/// Heads of relative clauses: what a clause without an object of its own is about.
///
///     "the missiles that Libya bought and passed on to Chad"   the missiles, for both verbs
#pragma once

#include "claims/chunk.hpp"
#include "claims/grammar.hpp"

namespace msmt {

/// Goods, money or what is counted, and nobody who is told something.
bool can_be_given(const Chunk& chunk);

/// "missiles from Norway, which it then gave to Kenya": the goods, and not who stands behind a preposition.
std::size_t given_head(const std::vector<Chunk>& chunks, std::size_t object);

/// "the missiles that Libya bought from Russia and passed on to Chad": the goods at the head of the relative clause
/// that the trigger goes on with; the number of chunks for none.
std::size_t shared_head(const std::vector<Chunk>& chunks, std::size_t trigger);

/// "the group, which officials believe has 900 men in Chad": the head of the relative clause in which
/// somebody says it of the head; the number of chunks for none.
std::size_t head_of_belief(const Grammar& grammar, const std::vector<Chunk>& chunks,
                           std::size_t trigger);

/// "rifles, which officials said Tehran had meant to ship": the head of a relative clause in which somebody says it; the
/// number of chunks for none.
std::size_t object_of_report(const Grammar& grammar, const std::vector<Chunk>& chunks,
                             std::size_t trigger);

}  // namespace msmt
