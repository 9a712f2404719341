#include "claims/speech.hpp"

#include <algorithm>
#include <array>

#include "claims/clause_words.hpp"
#include "claims/speaker_names.hpp"
#include "claims/subjects.hpp"

namespace msmt {

namespace {

/// Whether what follows a verb is said: a clause, a quotation, or nothing but the end of the sentence.
bool says_clause(const std::vector<Chunk>& chunks, std::size_t verb) {
  for (std::size_t k = verb + 1; k < chunks.size(); ++k) {
    const Chunk& chunk = chunks[k];
    if (chunk.kind == ChunkKind::date) continue;
    if (chunk.kind == ChunkKind::word && is_preposition(chunk.word) && k + 1 < chunks.size() &&
        chunks[k + 1].kind == ChunkKind::phrase) {
      ++k;  // "announced in Brussels that …"
      continue;
    }
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
    std::vector<std::string> found = names_of(doc_, chunks_, i, memory_);
    if (found.empty() && !chunks_[i].pronoun)
      found.push_back(without_article(quote(doc_, chunks_[i].span)));
    return found;
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
    if (heads_line(i)) {
      Speaker speaker = said_by(i, i);
      speaker.before = true;
      return speaker;
    }
    if ((is_word(chunk, "according to") || is_word(chunk, "citing")) && is_phrase(i + 1)) {
      Speaker speaker = said_by(i, i + 1);
      describe(speaker, i + 1);
      add_listed(speaker, i + 1);
      speaker.before = i == 0;
      return speaker;
    }
    if (by_count_of(i)) {
      Speaker speaker = said_by(i, i + 1);
      const Named& owner = *chunks_[i + 1].owner;
      speaker.names = {owner.party.iso2.empty() ? owner.party.name : quote(doc_, owner.span)};
      speaker.before = true;
      return speaker;
    }
    if (chunk.kind != ChunkKind::verb || !speaks_at_all(chunk)) return std::nullopt;
    const std::string_view cue =
        puts_figure(i) ? std::string_view("reported") : grammar_.cue("governor", chunk.lemma);
    if (cue.empty()) return std::nullopt;
    Speaker speaker;
    if (is_told(i)) {
      speaker = subject_of(i);
    } else if (const std::size_t agent = agent_of(i); agent != 0) {
      speaker = said_by(i, agent);  // "the transfer was confirmed by the IAEA"
    } else if (says(i)) {
      speaker = subject_of(i);
      // "Seoul found a trading house" says nothing, "the report found violations" does
      const bool needs_clause =
          chunk.lemma == "find" || !grammar_.frames("verb", chunk.lemma).empty();
      if (needs_clause && !puts_figure(i) && !speaker.names.empty() && !says_clause(chunks_, i) &&
          !tells_by_document(speaker.subject))
        return std::nullopt;
    } else {
      return std::nullopt;
    }
    speaker.figure = puts_figure(i);
    speaker.certainty = parse_certainty(cue).value_or(Certainty::reported);
    if (chunk.negated && speaker.certainty == Certainty::confirmed)
      speaker.certainty = Certainty::possible;
    return speaker;
  }

  /// A headline's ": report", " - Ukraine's military intelligence".
  bool is_headline(std::size_t i) const {
    if (i == 0 || i + 4 <= chunks_.size() || !is_phrase(i)) return false;
    if (is_word(chunks_[i - 1], ":") && is_document(chunks_[i]))
      return !memory_.report_owner.empty();
    const bool mark = is_word(chunks_[i - 1], ":") || is_word(chunks_[i - 1], "--");
    return mark && i + 1 == chunks_.size() && i > 3 && names_body(chunks_[i]);
  }
  /// "UN experts: Pyongyang dodges sanctions"
  bool heads_line(std::size_t i) const {
    if (i != 0 || !is_phrase(0) || chunks_.size() < 4 || !is_word(chunks_[1], ":")) return false;
    const Chunk& who = chunks_[0];
    const bool label = who.names.empty() && !is_plural(who.head);  // "Source: …", "Author: …"
    return names_body(who) && !label && !is_word(chunks_.back(), ".");
  }
  /// "Reuters", "South Korea's spy agency", "officials": no state alone.
  static bool names_body(const Chunk& chunk) {
    if (chunk.item_class == "speaker" || chunk.quantity != nullptr)
      return chunk.quantity == nullptr;
    return std::any_of(chunk.names.begin(), chunk.names.end(), [](const Mention* name) {
      return std::holds_alternative<Organization>(name->value);
    });
  }

  /// "according to a participating state cited in the report": words for somebody without a name.
  void describe(Speaker& speaker, std::size_t i) const {
    const Chunk& who = chunks_[i];
    if (speaker.names.empty() && !who.pronoun && who.item_class.empty() &&
        who.quantity == nullptr) {
      speaker.names.push_back(without_article(quote(doc_, who.span)));
    }
    if (i + 3 >= chunks_.size() || chunks_[i + 1].voice != Voice::participle || !is_phrase(i + 3))
      return;
    if (is_word(chunks_[i + 2], "by")) {
      // "satellite images analysed by the institute", "data compiled by a Washington think tank"
      std::vector<std::string> found = names(i + 3);
      if (found.empty()) found.push_back(without_article(quote(doc_, chunks_[i + 3].span)));
      if (!is_document(who)) speaker.names.clear();
      speaker.names.insert(speaker.names.begin(), found.begin(), found.end());
    } else if (is_word(chunks_[i + 2], "in") && is_document(chunks_[i + 3])) {
      for (std::string& name : names(i + 3)) speaker.names.push_back(std::move(name));
    }
  }

  /// Further speakers of a list that ends the clause: "according to Washington, Seoul and Kyiv".
  void add_listed(Speaker& speaker, std::size_t first) const {
    std::size_t k = first + 1;
    std::vector<std::size_t> more;
    while (k + 1 < chunks_.size() && (is_word(chunks_[k], ",") || is_word(chunks_[k], "and")) &&
           is_phrase(k + 1) && chunks_[k + 1].party) {
      more.push_back(k + 1);
      k += 2;
    }
    const bool opens = first == 1;  // "According to A and B, the ships …"
    const bool ends = k >= chunks_.size() || is_word(chunks_[k], ".") || is_word(chunks_[k], ";") ||
                      (opens && is_word(chunks_[k], ","));
    if (!ends || more.empty() || !is_word(chunks_[more.back() - 1], "and")) return;
    for (const std::size_t i : more) {
      for (std::string& name : names(i)) speaker.names.push_back(std::move(name));
    }
  }

  /// "by the count of the UN panel", "by Seoul's estimate", "in the words of the minister"
  bool by_count_of(std::size_t i) const {
    if (!is_word(chunks_[i], "by") && !is_word(chunks_[i], "in") && !is_word(chunks_[i], "on"))
      return false;
    if (!is_phrase(i + 1)) return false;
    static constexpr std::array<std::string_view, 12> kCounts = {
        "count",   "estimate",   "reckoning", "calculation", "tally", "account",
        "reading", "assessment", "words",     "word",        "view",  "telling"};
    const Chunk& count = chunks_[i + 1];
    return std::find(kCounts.begin(), kCounts.end(), count.lemma) != kCounts.end() && count.owner &&
           count.quantity == nullptr && count.owner->party.name.size() > 3;
  }

  /// "declined to say", "tried to verify": nothing is said.
  bool speaks_at_all(const Chunk& verb) const {
    return std::none_of(verb.chain.begin(), verb.chain.end(), [&](const std::string& lemma) {
      const std::string_view cue = grammar_.cue("chain", lemma);
      return cue == "planned" || cue == "denied";
    });
  }

  /// "put the number of the dead at 600", "raised its estimate to 2,000"
  bool puts_figure(std::size_t i) const {
    static constexpr std::array<std::string_view, 9> kPut = {
        "put", "place", "set", "raise", "lower", "cut", "revise", "increase", "update"};
    static constexpr std::array<std::string_view, 11> kFigures = {
        "number", "figure", "estimate", "count", "tally",     "toll",
        "total",  "size",   "strength", "loss",  "assessment"};
    const Chunk& verb = chunks_[i];
    if (std::find(kPut.begin(), kPut.end(), verb.lemma) == kPut.end() || !is_phrase(i + 1))
      return false;
    // "puts the loot of the year at $1 billion"
    for (std::size_t k = i + 2; verb.lemma == "put" && k + 1 < chunks_.size() && k < i + 8; ++k) {
      if (is_word(chunks_[k], "at") && is_phrase(k + 1) && chunks_[k + 1].quantity != nullptr)
        return true;
      if (is_finite(chunks_[k]) || is_word(chunks_[k], ",")) break;
    }
    return std::find(kFigures.begin(), kFigures.end(), chunks_[i + 1].lemma) != kFigures.end();
  }

  /// Whether the verb at chunk i stands as one of saying: "concluded that", not "concluded a treaty".
  bool says(std::size_t i) const {
    const Chunk& chunk = chunks_[i];
    if (chunk.voice == Voice::passive || chunk.voice == Voice::participle ||
        chunk.voice == Voice::infinitive)
      return false;
    return chunk.voice != Voice::gerund || chunk.lemma == "cite" || chunk.lemma == "say" ||
           chunk.lemma == "add" || chunk.lemma == "quote";
  }

  /// "the report lists …", "it lists …": a document, or a pronoun that stands for one.
  bool tells_by_document(std::size_t subject) const {
    const Chunk& chunk = chunks_[subject];
    if (!chunk.pronoun) return is_document(chunk);
    const std::size_t source = source_before(chunks_, subject);
    return source < subject && is_document(chunks_[source]);
  }

  /// "the team has been told that …": it passes on what it heard.
  bool is_told(std::size_t i) const {
    const Chunk& verb = chunks_[i];
    return verb.voice == Voice::passive && (verb.lemma == "tell" || verb.lemma == "inform") &&
           i + 1 < chunks_.size() && is_word(chunks_[i + 1], "that");
  }

  /// "was confirmed in February by the minister": who says it; 0 for nobody.
  std::size_t agent_of(std::size_t i) const {
    if (chunks_[i].voice != Voice::passive || !chunks_[i].chain.empty()) return 0;
    std::size_t k = i + 1;
    while (k < chunks_.size() && (chunks_[k].kind == ChunkKind::date ||
                                  (is_word(chunks_[k], "in") && is_phrase(k + 1)) || is_phrase(k)))
      ++k;
    return k < chunks_.size() && is_word(chunks_[k], "by") && is_phrase(k + 1) &&
                   is_speaker(chunks_[k + 1])
               ? k + 1
               : 0;
  }

  /// Whoever says or tells something speaks; other verbs of saying want somebody who can.
  bool can_say(std::size_t verb, std::size_t subject) const {
    const Chunk& who = chunks_[subject];
    if (is_speaker(who) || known_person(doc_, who, memory_)) return true;
    const std::string& lemma = chunks_[verb].lemma;
    return (lemma == "say" || lemma == "tell") && !who.pronoun && who.item_class != "arms" &&
           who.head != "what";
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
    if (speaker.subject < i && chunks_[speaker.subject].party) {
      for (const std::size_t k : list_before(chunks_, speaker.subject)) {
        if (k == speaker.subject) continue;
        for (std::string& name : names(k)) speaker.names.push_back(std::move(name));
      }
    }
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
    const bool tells = chunk.lemma == "tell" || chunk.lemma == "brief";  // "…, told lawmakers"
    if (quoted_before && !tells && i + 1 < chunks_.size() &&
        chunks_[i + 1].kind == ChunkKind::phrase && is_speaker(chunks_[i + 1]) &&
        chunk.chain.empty() && !chunk.perfect) {
      speaker.subject = i + 1;
      speaker.names = names(i + 1);
    }
  }

  /// "the Multilateral Sanctions Monitoring Team (MSMT) said": past an acronym in brackets.
  void before_brackets(Speaker& speaker, std::size_t i) const {
    if (i > 0 && chunks_[i - 1].kind == ChunkKind::date) --i;  // "(NIS) on Monday said"
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
    if (i > 0 && chunks_[i - 1].kind == ChunkKind::phrase && can_say(i, i - 1) &&
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
      if (can_say(i, speaker.subject) || subject.pronoun) speaker.names = names(speaker.subject);
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
