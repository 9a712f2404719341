/// Arguments: what stands behind a trigger, on the side of its preposition or as its object.
///
///     "gave [Russia] [100 missiles] in May for [its war]"
///     obj = Russia, second = 100 missiles, for = its war
#pragma once

#include <vector>

#include "claims/constructions.hpp"

namespace msmt {

/// Reads the objects, prepositional phrases and lists behind chunks[trigger] into `sides`, left to
/// right, since they come in any order; sides.end is one past the last of them.
void read_arguments(const std::vector<Chunk>& chunks, std::size_t trigger, Sides& sides);

}  // namespace msmt
