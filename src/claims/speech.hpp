/// Speech: who is said to say a sentence.
#pragma once

#include <map>
#include <string>
#include <utility>
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
  bool figure = false;             ///< the verb also tells: "put its losses at 600"
  Certainty certainty = Certainty::reported;
};

/// What an article has said of speakers so far.
struct SpeechMemory {
  std::string report_owner;                    ///< body whose report the article retells: "MSMT"
  std::vector<std::string> last;               ///< who spoke last, for "It added …"
  std::vector<std::string> last_person;        ///< which person spoke last, for "he added"
  std::map<std::string, std::string> persons;  ///< last name -> full name
  std::string floor;                           ///< who has the floor in a transcript
  std::string heading_speaker;       ///< "Remarks by Jon Karlsen": whose words the text is
  std::vector<std::string> quoting;  ///< who speaks while a quotation runs on
  std::vector<std::string> listing;  ///< who says the items of a list: "The report finds:"
  std::vector<std::pair<std::string, std::string>>
      bodies;  ///< bodies and their kinds, newest first
};

/// All speakers of a sentence, in text order.
std::vector<Speaker> find_speakers(const Grammar& grammar, const Constructions& constructions,
                                   const Document& doc, const std::vector<Chunk>& chunks,
                                   const SpeechMemory& memory);

/// "A said …, while B reported that …": whether what a trigger tells is B's, and A's no longer.
bool overtaken(const Speaker& speaker, const std::vector<Speaker>& speakers,
               const std::vector<Chunk>& chunks, std::size_t trigger);

/// Whether a claim is the article's own background to what somebody says: that a body exists, that it
/// was set up or ended, a veto, a rule, told by a noun or in a clause that hangs on another.
bool is_background(std::string_view type, const std::vector<Chunk>& chunks, std::size_t trigger,
                   const std::vector<Speaker>& speakers);

}  // namespace msmt
