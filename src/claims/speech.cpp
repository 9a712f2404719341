#include "claims/speech.hpp"

#include <algorithm>

#include "claims/speaker_names.hpp"

namespace msmt {

namespace {

/// Whether what follows a verb is said: a clause, a quotation, or nothing but the end of the sentence.
bool says_clause(const std::vector<Chunk>& chunks, std::size_t verb) {
  for (std::size_t k = verb + 1; k < chunks.size(); ++k) {
    const Chunk& chunk = chunks[k];
    if (chunk.kind == ChunkKind::date) continue;
    if (chunk.kind == ChunkKind::word) {
      return chunk.word == "that" || chunk.word == "," || chunk.word == "\"" || chunk.word == ":" ||
             chunk.word == ".";
    }
    if (chunk.kind == ChunkKind::phrase) {
      // "said the North had sent …": the phrase is a subject
      for (std::size_t m = k + 1; m < chunks.size(); ++m) {
        if (chunks[m].kind == ChunkKind::verb) {
          return chunks[m].voice == Voice::active || chunks[m].voice == Voice::passive;
        }
        if (chunks[m].kind == ChunkKind::phrase || chunks[m].word == "," || chunks[m].word == ".")
          return false;
      }
      return false;
    }
    return false;
  }
  return true;
}

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

  std::vector<Speaker> run() const {
    std::vector<Speaker> speakers;
    for (std::size_t i = 0; i < chunks_.size(); ++i) {
      std::optional<Speaker> speaker = at(i);
      if (speaker && !speaker->names.empty()) speakers.push_back(std::move(*speaker));
    }
    return speakers;
  }

 private:
  std::vector<std::string> names(std::size_t i) const {
    return names_of(doc_, chunks_, i, memory_);
  }
  bool is_phrase(std::size_t i) const {
    return i < chunks_.size() && chunks_[i].kind == ChunkKind::phrase;
  }
  /// Chunk `subject` says it by the chunk `verb`.
  Speaker said_by(std::size_t verb, std::size_t subject) const {
    Speaker speaker;
    speaker.verb = verb;
    speaker.subject = subject;
    speaker.names = names(subject);
    speaker.span = chunks_[subject].span;
    return speaker;
  }

  std::optional<Speaker> at(std::size_t i) const {
    const Chunk& chunk = chunks_[i];
    if (is_headline(i)) return said_by(i, i);
    if ((is_word(chunk, "according to") || is_word(chunk, "citing")) && is_phrase(i + 1)) {
      Speaker speaker = said_by(i, i + 1);
      speaker.before = i == 0;
      return speaker;
    }
    if (chunk.kind != ChunkKind::verb) return std::nullopt;
    const std::string_view cue = grammar_.cue("governor", chunk.lemma);
    if (cue.empty()) return std::nullopt;
    Speaker speaker;
    if (chunk.voice == Voice::passive && chunk.chain.empty() && i + 2 < chunks_.size() &&
        is_word(chunks_[i + 1], "by") && is_phrase(i + 2) && is_speaker(chunks_[i + 2])) {
      speaker = said_by(i, i + 2);  // "the transfer was confirmed by the IAEA"
    } else if (says(i)) {
      speaker = subject_of(i);
    } else {
      return std::nullopt;
    }
    speaker.certainty = parse_certainty(cue).value_or(Certainty::reported);
    if (chunk.negated && speaker.certainty == Certainty::confirmed)
      speaker.certainty = Certainty::possible;
    return speaker;
  }

  /// A headline's ": report".
  bool is_headline(std::size_t i) const {
    return i > 0 && i + 4 > chunks_.size() && is_document(chunks_[i]) && is_phrase(i) &&
           is_word(chunks_[i - 1], ":") && !memory_.report_owner.empty();
  }

  /// Whether the verb at chunk i stands as one of saying: "concluded that", not "concluded a treaty".
  bool says(std::size_t i) const {
    const Chunk& chunk = chunks_[i];
    if (chunk.voice == Voice::passive || chunk.voice == Voice::participle ||
        chunk.voice == Voice::infinitive)
      return false;
    if (!grammar_.frames("verb", chunk.lemma).empty() && !says_clause(chunks_, i)) return false;
    return chunk.voice != Voice::gerund || chunk.lemma == "cite" || chunk.lemma == "say" ||
           chunk.lemma == "add" || chunk.lemma == "quote";
  }

  /// Who says what the verb at chunk i tells; without names where nobody does.
  Speaker subject_of(std::size_t i) const {
    Speaker speaker;
    speaker.verb = i;
    follows_verb(speaker, i);
    before_brackets(speaker, i);
    if (speaker.names.empty()) beside_verb(speaker, i);
    if (speaker.names.empty()) by_construction(speaker, i);
    if (speaker.names.empty()) before_dashes(speaker, i);
    if (speaker.names.empty()) return speaker;
    const bool that = i + 1 < chunks_.size() && is_word(chunks_[i + 1], "that");
    if (that && speaker.subject < i) speaker.before = true;
    const Chunk& subject = chunks_[speaker.subject];
    speaker.span = subject.party ? subject.party->span : subject.span;
    return speaker;
  }

  /// "…," said the ministry
  void follows_verb(Speaker& speaker, std::size_t i) const {
    const Chunk& chunk = chunks_[i];
    const bool quoted_before = i > 0 && chunks_[i - 1].kind == ChunkKind::word &&
                               (chunks_[i - 1].word == "," || chunks_[i - 1].word == "\"");
    if (quoted_before && i + 1 < chunks_.size() && chunks_[i + 1].kind == ChunkKind::phrase &&
        is_speaker(chunks_[i + 1]) && chunk.chain.empty() && !chunk.perfect) {
      speaker.subject = i + 1;
      speaker.names = names(i + 1);
    }
  }

  /// "the Multilateral Sanctions Monitoring Team (MSMT) said": past an acronym in brackets.
  void before_brackets(Speaker& speaker, std::size_t i) const {
    const bool brackets = i > 3 && is_word(chunks_[i - 1], ")") && is_word(chunks_[i - 3], "(");
    if (!brackets) return;
    const std::size_t beside = i - 3;  // one past the phrase
    if (!is_phrase(beside - 1) || !is_speaker(chunks_[beside - 1])) return;
    speaker.subject = beside - 1;
    speaker.names = names(beside - 1);
    speaker.before = beside <= 4 || !is_word(chunks_[beside - 2], ",");
    for (std::size_t k = 0; k + 1 < beside && !speaker.before; ++k) {
      if (chunks_[k].kind == ChunkKind::verb) break;
      if (k + 2 == beside) speaker.before = true;
    }
  }

  /// "…, the report said": the phrase right before the verb, unless a preposition governs it.
  void beside_verb(Speaker& speaker, std::size_t i) const {
    const Chunk& chunk = chunks_[i];
    if (i > 0 && chunks_[i - 1].kind == ChunkKind::phrase &&
        (is_speaker(chunks_[i - 1]) || known_person(doc_, chunks_[i - 1], memory_)) &&
        (i < 2 || chunks_[i - 2].kind != ChunkKind::word ||
         (chunks_[i - 2].word != "by" && chunks_[i - 2].word != "of" &&
          chunks_[i - 2].word != "in" && chunks_[i - 2].word != "from" &&
          chunks_[i - 2].word != "to" && chunks_[i - 2].word != "with" &&
          chunks_[i - 2].word != "at" && chunks_[i - 2].word != "for" &&
          chunks_[i - 2].word != "on"))) {
      speaker.subject = i - 1;
      speaker.names = names(i - 1);
      const bool comma = i >= 2 && chunks_[i - 2].kind == ChunkKind::word &&
                         (chunks_[i - 2].word == "," || chunks_[i - 2].word == "\"");
      speaker.before = !comma || i < 4;
      if (chunk.lemma == "cite" && i + 1 < chunks_.size() && is_speaker(chunks_[i + 1])) {
        auto cited = names(i + 1);
        speaker.names.insert(speaker.names.begin(), cited.begin(), cited.end());
      }
    }
  }

  /// The subject of the verb, further off; of "…, citing the report" whom it cites.
  void by_construction(Speaker& speaker, std::size_t i) const {
    const Chunk& chunk = chunks_[i];
    const Sides sides = constructions_.read(chunks_, i);
    const auto& subjects = sides.of("subj");
    if (subjects.empty()) {
      // a gerund after a comma: "…, citing the report"
      if (chunk.lemma == "cite" && i + 1 < chunks_.size() && is_speaker(chunks_[i + 1])) {
        speaker.subject = i + 1;
        speaker.names = names(i + 1);
      }
    } else {
      speaker.subject = subjects.back();
      speaker.before = true;
      const Chunk& subject = chunks_[speaker.subject];
      if (is_speaker(subject) || subject.pronoun) speaker.names = names(speaker.subject);
      if (chunk.lemma == "cite" && i + 1 < chunks_.size() && is_speaker(chunks_[i + 1])) {
        auto cited = names(i + 1);
        speaker.names.insert(speaker.names.begin(), cited.begin(), cited.end());
      }
      // "…, a report by X showed on Thursday": what is said stands before
      bool finite_before = false;
      for (std::size_t k = 0; k < speaker.subject; ++k) {
        finite_before = finite_before ||
                        (chunks_[k].kind == ChunkKind::verb &&
                         (chunks_[k].voice == Voice::active || chunks_[k].voice == Voice::passive));
      }
      const bool comma =
          speaker.subject > 0 && chunks_[speaker.subject - 1].kind == ChunkKind::word &&
          (chunks_[speaker.subject - 1].word == "," || chunks_[speaker.subject - 1].word == "\"");
      bool more = false;  // a clause after the verb is what is said
      for (std::size_t k = i + 1; k < chunks_.size(); ++k)
        more = more || chunks_[k].kind == ChunkKind::verb;
      if (comma && finite_before && !more) speaker.before = false;
    }
  }

  /// "The report, published by the MSMT — a team of eleven states — says that …"
  void before_dashes(Speaker& speaker, std::size_t i) const {
    const Chunk& chunk = chunks_[i];
    if (i > 0 && chunks_[i - 1].word == "--" && chunk.voice == Voice::active) {
      for (std::size_t k = 0; k + 1 < i && k < 4 && speaker.names.empty(); ++k) {
        if (chunks_[k].kind != ChunkKind::phrase || !is_speaker(chunks_[k])) continue;
        speaker.subject = k;
        speaker.names = names(k);
        speaker.before = true;
      }
    }
  }

  const Grammar& grammar_;
  const Constructions& constructions_;
  const Document& doc_;
  const std::vector<Chunk>& chunks_;
  const SpeechMemory& memory_;
};

}  // namespace

std::vector<Speaker> find_speakers(const Grammar& grammar, const Constructions& constructions,
                                   const Document& doc, const std::vector<Chunk>& chunks,
                                   const SpeechMemory& memory) {
  return SpeakerFinder(grammar, constructions, doc, chunks, memory).run();
}

bool overtaken(const Speaker& speaker, const std::vector<Speaker>& speakers,
               const std::vector<Chunk>& chunks, std::size_t trigger) {
  if (!speaker.before) return false;
  return std::any_of(speakers.begin(), speakers.end(), [&](const Speaker& later) {
    if (!later.before || later.verb <= speaker.verb || later.verb > trigger) return false;
    for (std::size_t k = speaker.verb + 1; k < later.subject && k < chunks.size(); ++k) {
      const std::string& word = chunks[k].word;
      if (word == "while" || word == "whereas" || word == ";" || word == "but") return true;
    }
    return false;
  });
}

}  // namespace msmt
