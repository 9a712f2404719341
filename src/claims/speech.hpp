/// Speech: who is said to say a sentence, and how surely the words put it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "claims/constructions.hpp"

namespace msmt {

/// Somebody who says something in a sentence.
struct Speaker {
  std::vector<std::string> names;  ///< most specific first
  Span span;                       ///< bytes that name it
  std::size_t verb = 0;            ///< chunk of the verb of saying, or of `according to`
  std::size_t subject = 0;         ///< chunk that names it
  bool before = false;             ///< stands before what is said
  Certainty certainty = Certainty::reported;
};

/// What an article has said of speakers so far.
struct SpeechMemory {
  std::string report_owner;                    ///< body whose report the article retells: "MSMT"
  std::vector<std::string> last;               ///< who spoke last, for "It added …"
  std::map<std::string, std::string> persons;  ///< last name -> full name
  std::vector<std::string> quoting;            ///< who speaks while a quotation runs on
};

/// The body whose report the article retells, or "".
std::string find_report_owner(const std::vector<Reading>& readings);

/// All speakers of a sentence, in text order.
std::vector<Speaker> find_speakers(const Grammar& grammar, const Constructions& constructions,
                                   const Document& doc, const std::vector<Chunk>& chunks,
                                   const SpeechMemory& memory);

/// "A said …, while B reported that …": whether what a trigger tells is B's, and A's no longer.
bool overtaken(const Speaker& speaker, const std::vector<Speaker>& speakers,
               const std::vector<Chunk>& chunks, std::size_t trigger);

/// The weaker of two certainties (docs/output.md); `denied` wins over all.
Certainty weaker(Certainty a, Certainty b);

/// How surely the words around a trigger put it; nullopt where they make no statement of it
/// ("if", "should", a question).
std::optional<Certainty> certainty_of(const Grammar& grammar, const std::vector<Chunk>& chunks,
                                      std::size_t trigger, const std::vector<Speaker>& speakers,
                                      bool use_frame);

}  // namespace msmt
