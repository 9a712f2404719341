/// Triggers: the words of a sentence that evoke frames, in the order in which they are read, and the
/// date that belongs to each.
#pragma once

#include <vector>

#include "claims/constructions.hpp"

namespace msmt {

/// A word that evokes frames, where it stands.
struct Trigger {
  std::size_t chunk = 0;
  const std::vector<const Frame*>* frames = nullptr;
};

/// Triggers of a sentence: rules first, then verbs, participles, and last what only adds to a deed.
std::vector<Trigger> find_triggers(const Grammar& grammar, const std::vector<Chunk>& chunks);

/// The date that belongs to a trigger: the one behind it before the next verb, else one that leads
/// the sentence or the clause.
const Chunk* date_of(const Grammar& grammar, const Document& doc, const std::vector<Chunk>& chunks,
                     std::size_t trigger, const Sides& sides, bool noun);

/// Whether something moves before chunk i: "by ship" after "delivered", not "sanctions on ships".
bool moves_before(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t before);

}  // namespace msmt
