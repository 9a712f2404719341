/// Who says what a verb of saying tells: behind it, before it, or further off.
#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/speaker_finder.hpp"
#include "claims/speaker_names.hpp"
#include "claims/subjects.hpp"

namespace msmt {

Speaker SpeakerFinder::subject_of(std::size_t i) const {
  Speaker speaker;
  speaker.verb = i;
  follows_verb(speaker, i);
  before_brackets(speaker, i);
  if (speaker.names.empty()) beside_verb(speaker, i);
  if (speaker.names.empty()) by_construction(speaker, i);
  if (speaker.names.empty()) before_dashes(speaker, i);
  if (speaker.names.empty()) before_participles(speaker, i);
  if (speaker.names.empty()) return speaker;
  const auto all =
      speaker.subject < i ? list_before(chunks_, speaker.subject) : std::vector<std::size_t>{};
  // "in Khan Younis, a doctor said": where it was, and nobody who says it
  const bool placed =
      !all.empty() && all.front() != speaker.subject && is_governed(chunks_, all.front());
  if (!all.empty() && !placed && chunks_[speaker.subject].party) {
    for (const std::size_t k : all) {
      if (k == speaker.subject) continue;
      for (std::string& name : names(k)) speaker.names.push_back(std::move(name));
    }
  }
  const bool that = i + 1 < chunks_.size() && is_word(chunks_[i + 1], "that");
  if (that && speaker.subject < i) speaker.before = true;
  if (closes_speech(i, speaker.subject)) speaker.before = false;
  const Chunk& subject = chunks_[speaker.subject];
  speaker.span = subject.party ? subject.party->span : subject.span;
  return speaker;
}

bool SpeakerFinder::closes_speech(std::size_t verb, std::size_t subject) const {
  if (subject >= verb) return false;
  const std::size_t first = list_before(chunks_, subject).front();
  const bool behind =
      first > 2 && (is_word(chunks_[first - 1], ",") || is_word(chunks_[first - 1], "\""));
  const auto said = chunks_.begin() + static_cast<std::ptrdiff_t>(first);
  if (!behind || std::none_of(chunks_.begin(), said, is_finite)) return false;
  std::size_t k = verb + 1;
  if (is_phrase(k) && chunks_[k].item_class == "speaker") ++k;  // "told reporters"
  const bool ends = k >= chunks_.size() || is_word(chunks_[k], ".") ||
                    chunks_[k].kind == ChunkKind::date || governs(chunks_[k]);
  return ends && std::none_of(said + static_cast<std::ptrdiff_t>(verb + 1 - first), chunks_.end(),
                              is_finite);
}

bool SpeakerFinder::behind_aside(std::size_t i) const {
  // "The team, made up of 11 states, said Russia had handed over …"
  if (i < 4 || i + 2 >= chunks_.size() || !is_word(chunks_[i - 1], ",") || !is_phrase(0) ||
      !is_word(chunks_[1], ",") || !is_speaker(chunks_[0]) || !is_finite(chunks_[i + 2]))
    return false;
  const bool relative = is_word(chunks_[2], "which") || is_word(chunks_[2], "who");
  for (std::size_t k = 2; k < i; ++k) {
    if (is_finite(chunks_[k]) && !relative) return false;
  }
  return true;
}

void SpeakerFinder::follows_verb(Speaker& speaker, std::size_t i) const {
  const Chunk& chunk = chunks_[i];
  if (behind_aside(i)) {
    speaker.subject = 0;
    speaker.names = names(0);
    speaker.before = true;
    return;
  }
  const bool quoted_before = i > 0 && chunks_[i - 1].kind == ChunkKind::word &&
                             (chunks_[i - 1].word == "," || chunks_[i - 1].word == "\"");
  // "…, told lawmakers", "Jan Novak, the minister, accused Serbia of selling", "warned Mali that it had"
  const bool tells = chunk.lemma == "tell" || chunk.lemma == "brief" ||
                     grammar_.is(WordClass::accuse, chunk.lemma) ||
                     (i + 2 < chunks_.size() && is_word(chunks_[i + 2], "that"));
  // "Its second, out in May, said Russia had given …": the subject of what is said
  const bool acts = i + 2 < chunks_.size() && is_finite(chunks_[i + 2]);
  if (quoted_before && !tells && !acts && i + 1 < chunks_.size() &&
      chunks_[i + 1].kind == ChunkKind::phrase && is_speaker(chunks_[i + 1]) &&
      chunk.chain.empty() && !chunk.perfect) {
    speaker.subject = i + 1;
    speaker.names = names(i + 1);
  }
}

void SpeakerFinder::before_brackets(Speaker& speaker, std::size_t i) const {
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

void SpeakerFinder::beside_verb(Speaker& speaker, std::size_t i) const {
  // "Tusk, speaking to Ann Poole, said": who is spoken to says nothing
  const bool spoken_to = i > 4 && chunks_[i - 3].kind == ChunkKind::word &&
                         is_preposition(chunks_[i - 3].word) &&
                         chunks_[i - 4].voice == Voice::gerund;
  if (i > 2 && is_word(chunks_[i - 1], ",") && is_phrase(i - 2) && chunks_[i - 2].person &&
      !spoken_to) {
    // "the secretary of the council, Sergei Shoigu, said"
    const bool title =
        i > 4 && is_word(chunks_[i - 3], ",") && chunks_[i - 4].item_class == "speaker";
    speaker.subject = title ? i - 4 : i - 2;
    speaker.names = names(speaker.subject);
    speaker.before = i + 1 < chunks_.size() && !is_word(chunks_[i + 1], ".");
    return;
  }
  // "…," Sergei Shoigu, the secretary of the council, told reporters
  if (i > 4 && is_word(chunks_[i - 1], ",") && is_phrase(i - 2) && is_word(chunks_[i - 3], ",") &&
      chunks_[i - 2].item_class == "speaker" && chunks_[i - 4].person &&
      chunks_[i].voice == Voice::active) {
    speaker.subject = i - 4;
    speaker.names = names(i - 4);
    for (std::string& title : names(i - 2)) speaker.names.push_back(std::move(title));
    speaker.before = true;
    return;
  }
  // "a group that tracks violations said": the object of the clause before says nothing
  const bool object = i > 3 && is_finite(chunks_[i - 2]) &&
                      chunks_[i - 3].kind == ChunkKind::word &&
                      (chunks_[i - 3].word == "that" || chunks_[i - 3].word == "which" ||
                       chunks_[i - 3].word == "who");
  if (object) return;
  if (i > 0 && chunks_[i - 1].kind == ChunkKind::phrase && can_say(i, i - 1) &&
      (i < 2 || chunks_[i - 2].kind != ChunkKind::word ||
       (chunks_[i - 2].word != "by" && chunks_[i - 2].word != "of" && chunks_[i - 2].word != "in" &&
        chunks_[i - 2].word != "from" && chunks_[i - 2].word != "to" &&
        chunks_[i - 2].word != "with" && chunks_[i - 2].word != "at" &&
        chunks_[i - 2].word != "for" && chunks_[i - 2].word != "on"))) {
    speaker.subject = i - 1;
    speaker.names = names(i - 1);
    const bool comma = i >= 2 && chunks_[i - 2].kind == ChunkKind::word &&
                       (chunks_[i - 2].word == "," || chunks_[i - 2].word == "\"");
    speaker.before = !comma || i < 4;
    add_cited(speaker, i);
  }
}

bool SpeakerFinder::cites(std::size_t i) const {
  const Chunk& verb = chunks_[i];
  const bool quotes = verb.lemma == "quote" && verb.voice == Voice::gerund && !as_saying(i + 2);
  return (verb.lemma == "cite" || quotes) && i + 1 < chunks_.size() && is_speaker(chunks_[i + 1]);
}

void SpeakerFinder::add_cited(Speaker& speaker, std::size_t i) const {
  if (!cites(i)) return;
  const auto cited = names(i + 1);
  speaker.names.insert(speaker.names.begin(), cited.begin(), cited.end());
}

void SpeakerFinder::by_construction(Speaker& speaker, std::size_t i) const {
  const Sides sides = constructions_.read(chunks_, i);
  const auto& subjects = sides.of("subj");
  if (subjects.empty()) {
    // a gerund after a comma: "…, citing the report"
    if (cites(i)) {
      speaker.subject = i + 1;
      speaker.names = names(i + 1);
    }
  } else {
    speaker.subject = subjects.back();
    // "Citing officials, Kyodo said Chad had sold rifles": who cites is who says it, not who did it
    if (const std::size_t k = speaker.subject;
        k > i + 1 && is_finite(chunks_[k - 1]) && is_phrase(k - 2))
      speaker.subject = k - 2;
    speaker.before = true;
    const Chunk& subject = chunks_[speaker.subject];
    if (can_say(i, speaker.subject) || subject.pronoun) {
      speaker.names = names(speaker.subject);
    } else if (const auto source = source_in_list(speaker.subject)) {
      speaker.subject = *source;
      speaker.names = names(*source);
    }
    if (const std::size_t maker = maker_of(speaker.subject);
        speaker.names.empty() && maker < chunks_.size())
      speaker.names = names(maker);
    add_cited(speaker, i);
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
    // a clause after the verb is what is said, but not one behind another comma: ", it said, and …"
    bool more = false;
    const bool aside = i + 1 < chunks_.size() && is_word(chunks_[i + 1], ",");
    for (std::size_t k = i + 1; k < chunks_.size() && !aside; ++k)
      more = more || is_finite(chunks_[k]);
    if (comma && finite_before && !more) speaker.before = false;
  }
}

std::optional<std::size_t> SpeakerFinder::source_in_list(std::size_t last) const {
  for (std::size_t k = last; k >= 2 && is_phrase(k - 2); k -= 2) {
    if (!is_word(chunks_[k - 1], "and") && !is_word(chunks_[k - 1], ",")) break;
    if (is_document(chunks_[k - 2])) return k - 2;
  }
  return std::nullopt;
}

void SpeakerFinder::before_dashes(Speaker& speaker, std::size_t i) const {
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

void SpeakerFinder::before_participles(Speaker& speaker, std::size_t i) const {
  if (chunks_[i].voice != Voice::active) return;
  std::size_t first = 0;
  while (first < i && chunks_[first].kind != ChunkKind::phrase) {
    if (chunks_[first].kind == ChunkKind::verb || is_preposition(chunks_[first].word)) return;
    ++first;
  }
  if (first + 1 >= i || !is_document(chunks_[first]) ||
      chunks_[first + 1].voice != Voice::participle)
    return;
  for (std::size_t k = first + 1; k < i; ++k) {
    if (is_finite(chunks_[k]) || is_word(chunks_[k], "that") || is_word(chunks_[k], ";")) return;
  }
  speaker.subject = first;
  speaker.names = names(first);
  speaker.before = true;
}

std::size_t SpeakerFinder::maker_of(std::size_t subject) const {
  const std::size_t none = chunks_.size();
  if (subject + 3 >= none || !grammar_.is(WordClass::evidence, chunks_[subject].lemma)) return none;
  const bool by = chunks_[subject + 1].voice == Voice::participle &&
                  is_word(chunks_[subject + 2], "by") && is_speaker(chunks_[subject + 3]);
  return by ? subject + 3 : none;
}

bool SpeakerFinder::can_say(std::size_t verb, std::size_t subject) const {
  const Chunk& who = chunks_[subject];
  if (is_speaker(who) || known_person(doc_, who, memory_)) return true;
  if (who.lemma == "state" && who.before.ends_with("member"))
    return true;  // "Member states reported"
  const std::string& lemma = chunks_[verb].lemma;
  const bool person = who.item_class.empty() || who.item_class == "people" ||
                      who.item_class == "workers" || who.item_class == "troops" ||
                      who.item_class == "body";
  return (lemma == "say" || lemma == "tell") && !who.pronoun && person && who.head != "what";
}

}  // namespace msmt
