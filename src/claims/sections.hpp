/// Sections: what the heading over some paragraphs says of whoever they are about.
#pragma once

#include <optional>
#include <vector>

#include "claims/stage.hpp"

namespace msmt {

/// Whether a sentence is the heading of a section: a line of its own without a stop.
bool heads_section(const Document& doc, const Reading& reading);

/// "DESIGNATED TODAY": whoever a paragraph of that section is about is sanctioned by the release.
/// Reads the sentences of an article in their order.
class SectionReader {
 public:
  /// Adds what the section's heading says of the sentence to its claims so far.
  void read(const Stage& stage, std::vector<Claim>& claims);

 private:
  std::optional<Claim> section_;  ///< what a release does to those whom this section names
};

}  // namespace msmt
