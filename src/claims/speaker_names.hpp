/// Speaker names: who can say something, and the words that name it.
#pragma once

#include <string>
#include <vector>

#include "claims/speech.hpp"

namespace msmt {

/// A report, a statement: what it says is said by whoever stands behind it.
bool is_document(const Chunk& chunk);

/// "the team", "the watchdog": a body without its name that may report.
bool is_monitor(const Chunk& chunk);

/// Whether a phrase names somebody or something that can say what follows.
bool is_speaker(const Chunk& chunk);

/// "we", "I"
bool is_first_person(const Chunk& chunk);

/// "Blinken", after "Antony Blinken" was named.
bool known_person(const Document& doc, const Chunk& chunk, const SpeechMemory& memory);

/// "The team's first report fills gaps: it confirms …", "Moscow denied it, although it admitted …":
/// the source earlier in the sentence that the pronoun at `index` stands for; `index` for none.
std::size_t source_before(const std::vector<Chunk>& chunks, std::size_t index);

/// The words that name a speaker, as written: "a South Korean lawmaker", "Seoul", "MSMT".
std::vector<std::string> names_of(const Document& doc, const std::vector<Chunk>& chunks,
                                  std::size_t index, const SpeechMemory& memory);

/// "ministry" of "the ministry"; "a ministry" stays.
std::string without_article(std::string text);

/// The body whose report the article retells, or "".
std::string find_report_owner(const std::vector<Reading>& readings);

/// The report's owner where it is a monitoring body, which states make up; else "".
std::string find_reporter(const std::vector<Reading>& readings, const std::string& owner);

}  // namespace msmt
