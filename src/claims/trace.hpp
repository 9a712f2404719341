/// Trace: how the claims of an article come about, written down for `--explain`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claims/speech.hpp"

namespace msmt {

/// Writes nothing while no text is set.
class Trace {
 public:
  explicit Trace(const Document& doc) : doc_(doc) {}
  /// Where to write from now on; nullptr for nowhere.
  void write_to(std::string* text) { text_ = text; }

  /// A sentence with its mentions, chunks and speakers.
  void sentence(const Reading& reading, const std::vector<Chunk>& chunks,
                const std::vector<Speaker>& speakers) const;
  /// What became of a frame that a trigger evokes: "fired", or what it was wanting.
  void frame(const Chunk& trigger, const Frame& frame, std::string_view outcome) const;
  void claim(const Claim& claim) const;

 private:
  const Document& doc_;
  std::string* text_ = nullptr;
};

}  // namespace msmt
