/// Attribution: to whom an article credits a claim, and what it has said of its speakers.
#pragma once

#include <string>
#include <vector>

#include "claims/speech.hpp"

namespace msmt {

/// Who speaks where a sentence names nobody: while a quotation runs on, in a quotation that stands
/// alone, in the items of a list ("The report finds that:"); empty for nobody.
std::vector<std::string> speaks_on(const Document& doc, std::size_t sentence,
                                   const SpeechMemory& memory);

/// Credits a claim to the speakers whose words the trigger is part of, else to `inherited`.
void attribute(Claim& claim, const Grammar& grammar, const std::vector<Chunk>& chunks,
               const std::vector<Speaker>& speakers, const std::vector<std::string>& inherited,
               std::size_t trigger);

/// In a transcript who has the floor says all of it, also what others told.
void credit_floor(Claim& claim, const std::string& floor);

/// "Senegal denied employing workers": who denies says so.
void attribute_denial(Claim& claim, const Document& doc, const std::vector<Chunk>& chunks,
                      std::size_t trigger, const Sides& sides);

/// "Chad, accused by Mali of selling rifles, sent …": who accuses says so of that deed, and of no other.
void attribute_accusation(Claim& claim, const Grammar& grammar, const Document& doc,
                          const std::vector<Chunk>& chunks, std::size_t trigger,
                          const SpeechMemory& memory);

/// Notes who spoke in a sentence and the persons that it names in full.
void note_speech(SpeechMemory& memory, const Document& doc, std::size_t sentence,
                 const std::vector<Chunk>& chunks, const std::vector<Speaker>& speakers,
                 const std::vector<std::string>& inherited);

}  // namespace msmt
