/// Words that make a deed none that was done: a rule about it, a wish, a need, a condition, an agreement.
///
/// Each takes the chunks of a sentence and the chunk of the trigger.
#pragma once

#include <vector>

#include "claims/chunk.hpp"
#include "claims/grammar.hpp"

namespace msmt {

/// "a ban on employing them", "the prohibition in Resolution 2375 on issuing visas": a rule, no deed.
bool ruled_out(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t trigger);

/// "The Security Council ordered all workers to be sent home": what a rule asks for is no deed.
bool asked_by_rule(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t trigger);

/// "The contract obliges Serbia to deliver rifles": whether the verb at chunk `verb` says what a paper has a side do.
bool owed_by_paper(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t verb);

/// "called for the delivery of drones": a deed that is only wished for.
bool wished_for(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t trigger);

/// "called on France to end arms deliveries", "urged a halt to the sale": what somebody wants to be over.
bool wanted_over(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t trigger);

/// "to meet demand for patrol boats to Togo": a deed that is only needed.
bool needed(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t trigger);

/// "would sell drones if it could": a condition behind the deed.
bool depends(const std::vector<Chunk>& chunks, std::size_t trigger);

/// "signed a contract with Chad to buy tanks", "a letter of intent to sell them": agreed, and not yet done.
bool only_agreed(const std::vector<Chunk>& chunks, std::size_t trigger);

}  // namespace msmt
