/// Speaker finder: one sentence read for those who say something in it.
///
/// speech.cpp asks of each chunk whether somebody says something by it; speaker_subjects.cpp finds who
/// says what a verb tells.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claims/speech.hpp"

namespace msmt {

/// The speakers of one sentence: each chunk is asked whether somebody says something by it.
class SpeakerFinder {
 public:
  SpeakerFinder(const Grammar& grammar, const Constructions& constructions, const Document& doc,
                const std::vector<Chunk>& chunks, const SpeechMemory& memory)
      : grammar_(grammar),
        constructions_(constructions),
        doc_(doc),
        chunks_(chunks),
        memory_(memory) {}

  std::vector<Speaker> run() const;

 private:
  std::vector<std::string> names(std::size_t i) const;
  bool is_phrase(std::size_t i) const;
  /// Chunk `subject` says it by the chunk `verb`.
  Speaker said_by(std::size_t verb, std::size_t subject) const;

  std::optional<Speaker> at(std::size_t i) const;
  /// A headline's ": report", " - Ukraine's military intelligence".
  bool is_headline(std::size_t i) const;
  /// "UN experts: Pyongyang dodges sanctions"
  bool heads_line(std::size_t i) const;
  /// "Reuters", "South Korea's spy agency", "officials": no state alone.
  static bool names_body(const Chunk& chunk);
  /// "according to a participating state cited in the report": words for somebody without a name.
  void describe(Speaker& speaker, std::size_t i) const;
  /// Further speakers of a list that ends the clause: "according to Washington, Seoul and Kyiv".
  void add_listed(Speaker& speaker, std::size_t first) const;
  /// "by the count of the UN panel", "by Seoul's estimate", "in the words of the minister"
  bool by_count_of(std::size_t i) const;
  /// "declined to say", "tried to verify": nothing is said.
  bool speaks_at_all(const Chunk& verb) const;
  /// "put the number of the dead at 600", "raised its estimate to 2,000"
  bool puts_figure(std::size_t i) const;
  /// "The panel provided details on aircraft that …", "The report includes radars that …": a body or a paper
  /// that reports, and no state that passes on.
  bool gives_news(std::size_t i) const;
  /// A body whose trade is to report: the team, a panel of experts, a news agency.
  static bool makes_reports(const Chunk& who);
  /// "The panel identified rifles sold by Serbia", "found a shipment of rifles": more than the find is told.
  bool finds_deed(std::size_t verb, std::size_t subject) const;
  /// How many adverbs stand right before the verb at chunk i.
  std::size_t adverbs_before(std::size_t i) const;
  /// "has not confirmed that", "did not deny it", "neither state confirmed"
  bool withholds(std::size_t verb, std::size_t subject) const;
  /// Whether the verb at chunk i stands as one of saying: "concluded that", not "concluded a treaty".
  bool says(std::size_t i) const;
  /// "the report lists …", "it lists …": a document, or a pronoun that stands for one.
  bool tells_by_document(std::size_t subject) const;
  /// "satellite images analysed by the institute showed": the chunk of who is behind what shows it; the
  /// number of chunks for none.
  std::size_t maker_of(std::size_t subject) const;
  /// "the team counts 40 ships that …": a body that tells of others.
  bool counts_for_others(std::size_t verb, std::size_t subject) const;
  /// "the team has been told that …": it passes on what it heard.
  bool is_told(std::size_t i) const;
  /// "as saying" at chunk i.
  bool as_saying(std::size_t i) const;
  /// "was confirmed in February by the minister": who says it; 0 for nobody.
  std::size_t agent_of(std::size_t i) const;
  /// Whoever says or tells something speaks; other verbs of saying want somebody who can.
  bool can_say(std::size_t verb, std::size_t subject) const;
  /// Who says what the verb at chunk i tells; without names where nobody does.
  Speaker subject_of(std::size_t i) const;
  /// "…," the foreign minister, Ali Khan, told reporters in Oslo.: whether nothing is said behind the verb.
  bool closes_speech(std::size_t verb, std::size_t subject) const;
  /// "…," said the ministry
  bool behind_aside(std::size_t i) const;
  void follows_verb(Speaker& speaker, std::size_t i) const;
  /// "the Multilateral Sanctions Monitoring Team (MSMT) said": past an acronym in brackets.
  void before_brackets(Speaker& speaker, std::size_t i) const;
  /// "…, the report said": the phrase right before the verb, unless a preposition governs it.
  void beside_verb(Speaker& speaker, std::size_t i) const;
  /// "citing the report", "quoting a general", but not "quoting a general as saying"
  bool cites(std::size_t i) const;
  /// "Kyodo cited the report": whom the verb at chunk i cites comes before who does.
  void add_cited(Speaker& speaker, std::size_t i) const;
  /// The subject of the verb, further off; of "…, citing the report" whom it cites.
  void by_construction(Speaker& speaker, std::size_t i) const;
  /// "earlier reports and photographs showed": the document in the list that ends at chunk `last`.
  std::optional<std::size_t> source_in_list(std::size_t last) const;
  /// "The report, published by the MSMT — a team of eleven states — says that …"
  void before_dashes(Speaker& speaker, std::size_t i) const;
  /// "An analysis made by the institute (ISS), with Kyodo, and published in May indicates that …"
  void before_participles(Speaker& speaker, std::size_t i) const;

  const Grammar& grammar_;
  const Constructions& constructions_;
  const Document& doc_;
  const std::vector<Chunk>& chunks_;
  const SpeechMemory& memory_;
};

}  // namespace msmt
