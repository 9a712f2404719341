/// Constructions: which chunk stands on which side of a trigger.
///
///     "more than 40 lorries were transferred to Sudan since May 2019"
///     trigger transferred (passive): obj = lorries, to = Sudan, date = since May 2019
///
/// What stands before a trigger is read by regular expressions over the chunks' symbols (the second
/// level of a cascade as in FASTUS, Appelt et al. 1993); what stands behind it is read left to
/// right, since its sides come in any order.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/chunk.hpp"

namespace msmt {

class Saver;

/// Chunks by side: subj, obj, second, owner, pre, or a preposition. Lists stand in text order.
struct Sides {
  std::string construction;  ///< "active", "passive", "reduced", "relative" …
  std::map<std::string, std::vector<std::size_t>, std::less<>> chunks;
  std::size_t end = 0;  ///< one past the last chunk that an argument took

  bool has(std::string_view side) const { return chunks.contains(side); }
  const std::vector<std::size_t>& of(std::string_view side) const;
};

class Constructions {
 public:
  /// Keeps a reference to the grammar.
  explicit Constructions(const Grammar& grammar);
  ~Constructions();
  Constructions(Constructions&&) noexcept;

  /// Sides of the verb, noun or preposition at chunks[trigger].
  Sides read(const std::vector<Chunk>& chunks, std::size_t trigger) const;

  struct Impl;

 private:
  std::unique_ptr<const Impl> impl_;
};

/// What the constructor loads where there is a snapshot: the patterns, compiled.
void save_constructions(Saver& saver);

}  // namespace msmt
