/// Floor: who speaks in a transcript, and for which state.
///
///     "MR. KARLSEN:  We have sent 40 tanks."   Jon Karlsen, as the text introduced him; "we": his state
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claims/speech.hpp"
#include "claims/stage.hpp"

namespace msmt {

/// Who has the floor in a sentence.
struct Floor {
  std::string name;   ///< full where the article has named that person in full; "" for nobody
  bool asks = false;  ///< a question, which states nothing
  /// An official, to whom all that is said is credited; a reporter on the air speaks for the article.
  bool official = false;
};

/// By the label of a transcript that stands last before the sentence `span` (bytes); nobody in other texts.
Floor floor_at(const Grammar& grammar, const Document& doc, Span span, const SpeechMemory& memory);

/// "Remarks by Jon Karlsen on the fleet": a heading that says whose words the whole text is.
void note_heading_speaker(const Grammar& grammar, const Document& doc, std::size_t sentence,
                          const std::vector<Chunk>& chunks, SpeechMemory& memory);

/// The state whose body of government a transcript names at its beginning: whose officials speak there.
std::optional<Party> house_of(const Grammar& grammar, const Document& doc,
                              const std::vector<Reading>& readings);

/// For whom "we" and "our" stand in the sentence: the state of who has the floor, else the state of the
/// only speaker of a sentence that quotes; nullopt where nothing says.
std::optional<Party> speaks_for(const Stage& stage, const Floor& floor,
                                const std::optional<Party>& house,
                                const std::vector<Speaker>& speakers);

}  // namespace msmt
