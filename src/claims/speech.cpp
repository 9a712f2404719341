#include "claims/speech.hpp"

#include <algorithm>
#include <array>

#include "claims/clause_words.hpp"
#include "claims/parties.hpp"
#include "claims/party_words.hpp"
#include "claims/speaker_finder.hpp"
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
      if ((chunk.lemma == "evidence" || chunk.lemma == "proof") && k + 1 < chunks.size() &&
          is_word(chunks[k + 1], "that"))
        return true;  // "found evidence that …"
      // "said the North had sent …": the phrase is a subject
      for (std::size_t m = k + 1; m < chunks.size(); ++m) {
        if (chunks[m].kind == ChunkKind::verb) {
          return chunks[m].voice == Voice::active || chunks[m].voice == Voice::passive;
        }
        if (chunks[m].kind == ChunkKind::phrase || ends_clause(chunks[m]) || chunks[m].word == ".")
          return false;
      }
      return false;
    }
    return false;
  }
  return true;
}

}  // namespace

std::vector<Speaker> SpeakerFinder::run() const {
  std::vector<Speaker> speakers;
  for (std::size_t i = 0; i < chunks_.size(); ++i) {
    std::optional<Speaker> speaker = at(i);
    if (!speaker) continue;
    // "We assess that the ships …": how sure it is, whoever "we" are; not "We are adding 12 ships"
    const bool first_person = speaker->subject < speaker->verb &&
                              is_first_person(chunks_[speaker->subject]) &&
                              says_clause(chunks_, speaker->verb);
    // "I think, as you have heard, …" is a manner of speaking
    if (first_person && chunks_[speaker->verb].lemma == "think") continue;
    // "No official has confirmed that …": nobody to name
    const Chunk& who = chunks_[speaker->subject];
    const bool nobody = speaker->subject < speaker->verb && who.negative && !who.party;
    if (nobody) speaker->names.clear();
    if (!speaker->names.empty() || first_person || nobody) speakers.push_back(std::move(*speaker));
  }
  return speakers;
}

std::vector<std::string> SpeakerFinder::names(std::size_t i) const {
  std::vector<std::string> found = names_of(doc_, chunks_, i, memory_);
  if (found.empty() && !chunks_[i].pronoun)
    found.push_back(without_article(quote(doc_, chunks_[i].span)));
  return found;
}

bool SpeakerFinder::is_phrase(std::size_t i) const {
  return i < chunks_.size() && chunks_[i].kind == ChunkKind::phrase;
}

Speaker SpeakerFinder::said_by(std::size_t verb, std::size_t subject) const {
  Speaker speaker;
  speaker.verb = verb;
  speaker.subject = subject;
  speaker.names = names(subject);
  speaker.span = chunks_[subject].span;
  return speaker;
}

std::optional<Speaker> SpeakerFinder::at(std::size_t i) const {
  const Chunk& chunk = chunks_[i];
  if (is_headline(i)) return said_by(i, i);
  if (heads_line(i)) {
    Speaker speaker = said_by(i, i);
    speaker.before = true;
    return speaker;
  }
  // "…, per the ministry", but "per soldier"
  const bool per = is_word(chunk, "per") && i > 0 && is_word(chunks_[i - 1], ",") &&
                   is_phrase(i + 1) && is_speaker(chunks_[i + 1]);
  if ((is_word(chunk, "according to") || is_word(chunk, "citing") || per) && is_phrase(i + 1)) {
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
  const bool tells = puts_figure(i) || gives_news(i);
  const std::string_view cue =
      tells ? std::string_view("reported") : grammar_.cue("governor", chunk.lemma);
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
        cue != "denied" && (chunk.lemma == "find" || chunk.lemma == "discuss" ||
                            !grammar_.frames("verb", chunk.lemma).empty());
    if (needs_clause && !tells && !speaker.names.empty() && !says_clause(chunks_, i) &&
        !tells_by_document(speaker.subject) && !counts_for_others(i, speaker.subject) &&
        !finds_deed(i, speaker.subject))
      return std::nullopt;
  } else {
    return std::nullopt;
  }
  // "a lawmaker quoted the service as saying": both say so
  if (chunk.lemma == "quote" && !speaker.names.empty() && is_phrase(i + 1) && as_saying(i + 2)) {
    for (std::string& name : names(i + 1)) speaker.names.push_back(std::move(name));
  }
  speaker.figure = puts_figure(i);
  speaker.certainty = parse_certainty(cue).value_or(Certainty::reported);
  if (withholds(i, speaker.subject) &&
      (speaker.certainty == Certainty::confirmed || speaker.certainty == Certainty::denied))
    speaker.certainty = Certainty::possible;
  return speaker;
}

bool SpeakerFinder::makes_reports(const Chunk& who) {
  return is_monitor(who) || msmt::names_body(who, {"monitoring body", "think tank", "expert panel",
                                                   "news agency", "newspaper", "broadcaster"});
}

bool SpeakerFinder::is_headline(std::size_t i) const {
  if (i == 0 || i + 4 <= chunks_.size() || !is_phrase(i)) return false;
  if (is_word(chunks_[i - 1], ":") && is_document(chunks_[i])) return !memory_.report_owner.empty();
  const bool mark = is_word(chunks_[i - 1], ":") || is_word(chunks_[i - 1], "--");
  return mark && i + 1 == chunks_.size() && i > 3 && names_body(chunks_[i]);
}

bool SpeakerFinder::heads_line(std::size_t i) const {
  if (i != 0 || !is_phrase(0) || chunks_.size() < 4 || !is_word(chunks_[1], ":")) return false;
  const Chunk& who = chunks_[0];
  const bool label = who.names.empty() && !is_plural(who.head);  // "Source: …", "Author: …"
  // "Zelensky: Chad sent rifles"
  const bool leader = !grammar_.leader_country(std::string(doc_.words(who.span))).empty();
  return (leader || (names_body(who) && !label)) && !is_word(chunks_.back(), ".");
}

bool SpeakerFinder::names_body(const Chunk& chunk) {
  if (chunk.item_class == "speaker" || chunk.quantity != nullptr) return chunk.quantity == nullptr;
  return std::any_of(chunk.names.begin(), chunk.names.end(), [](const Mention* name) {
    return std::holds_alternative<Organization>(name->value);
  });
}

void SpeakerFinder::describe(Speaker& speaker, std::size_t i) const {
  const Chunk& who = chunks_[i];
  if (speaker.names.empty() && !who.pronoun && who.item_class.empty() && who.quantity == nullptr) {
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

void SpeakerFinder::add_listed(Speaker& speaker, std::size_t first) const {
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

bool SpeakerFinder::by_count_of(std::size_t i) const {
  if (!is_word(chunks_[i], "by") && !is_word(chunks_[i], "in") && !is_word(chunks_[i], "on"))
    return false;
  if (!is_phrase(i + 1)) return false;
  const Chunk& count = chunks_[i + 1];
  return grammar_.is(WordClass::reckoning, count.lemma) && count.owner &&
         count.quantity == nullptr && count.owner->party.name.size() > 3;
}

bool SpeakerFinder::speaks_at_all(const Chunk& verb) const {
  return std::none_of(verb.chain.begin(), verb.chain.end(), [&](const std::string& lemma) {
    const std::string_view cue = grammar_.cue("chain", lemma);
    return cue == "planned" || cue == "denied";
  });
}

bool SpeakerFinder::puts_figure(std::size_t i) const {
  const Chunk& verb = chunks_[i];
  if (!grammar_.is(WordClass::put_figure, verb.lemma) || !is_phrase(i + 1)) return false;
  // "puts the loot of the year at $1 billion"
  for (std::size_t k = i + 2; verb.lemma == "put" && k + 1 < chunks_.size() && k < i + 8; ++k) {
    if (is_word(chunks_[k], "at") && is_phrase(k + 1) && chunks_[k + 1].quantity != nullptr)
      return true;
    if (is_finite(chunks_[k]) || is_word(chunks_[k], ",")) break;
  }
  // "raised its estimate"; but "raised its number of tanks"
  const Chunk& figure = chunks_[i + 1];
  const bool own =
      figure.lemma == "number" && figure.owner && is_owner_pronoun(figure.owner->party.name);
  return grammar_.is(WordClass::figure, figure.lemma) && !own;
}

bool SpeakerFinder::gives_news(std::size_t i) const {
  static constexpr std::array<std::string_view, 5> kGive = {"give", "provide", "offer", "present",
                                                            "share"};
  static constexpr std::array<std::string_view, 4> kHold = {"include", "contain", "cover",
                                                            "feature"};
  const auto is_any = [&](const auto& verbs) {
    return std::find(verbs.begin(), verbs.end(), chunks_[i].lemma) != verbs.end();
  };
  const std::size_t subject = i - adverbs_before(i) - 1;
  if (chunks_[i].voice != Voice::active || !is_phrase(subject)) return false;
  const Chunk& who = chunks_[subject];
  if (is_any(kHold)) return is_document(who) && is_phrase(i + 1);
  // "gave details on", "provided information about"
  static constexpr std::array<std::string_view, 4> kLinks = {"on", "about", "of", "that"};
  const bool news = is_any(kGive) && is_phrase(i + 1) &&
                    grammar_.is(WordClass::news, chunks_[i + 1].lemma) && i + 2 < chunks_.size() &&
                    std::find(kLinks.begin(), kLinks.end(), chunks_[i + 2].word) != kLinks.end();
  if (!news) return false;
  // a state that gives information passes on what it knows
  return is_document(who) || makes_reports(who);
}

bool SpeakerFinder::finds_deed(std::size_t verb, std::size_t subject) const {
  if (chunks_[verb].lemma != "find" && chunks_[verb].lemma != "identify") return false;
  if (!makes_reports(chunks_[subject]) || verb + 2 >= chunks_.size() || !is_phrase(verb + 1))
    return false;
  const Chunk& behind = chunks_[verb + 2];
  return behind.voice == Voice::participle || is_word(behind, "that") || is_word(behind, "which") ||
         !grammar_.frames("noun", chunks_[verb + 1].lemma).empty();
}

std::size_t SpeakerFinder::adverbs_before(std::size_t i) const {
  std::size_t count = 0;
  while (i > count + 1 && chunks_[i - 1 - count].kind == ChunkKind::word &&
         mark_of(chunks_[i - 1 - count]) == "adv")
    ++count;
  return count;
}

bool SpeakerFinder::withholds(std::size_t verb, std::size_t subject) const {
  if (chunks_[verb].negated) return true;
  if (subject >= verb || !is_phrase(subject)) return false;
  const std::size_t first = list_before(chunks_, subject).front();
  return chunks_[first].negative || (first > 0 && chunks_[first - 1].head == "neither");
}

bool SpeakerFinder::says(std::size_t i) const {
  const Chunk& chunk = chunks_[i];
  // "…," its spokesman, Jon Karlsen, said in Oslo.
  const bool closes =
      chunk.voice == Voice::participle && i > 1 && is_word(chunks_[i - 1], ",") &&
      (i + 1 == chunks_.size() || chunks_[i + 1].kind == ChunkKind::date ||
       is_word(chunks_[i + 1], ".") || governs(chunks_[i + 1])) &&
      std::none_of(chunks_.begin() + static_cast<std::ptrdiff_t>(i), chunks_.end(), is_finite);
  if (closes && (chunk.lemma == "say" || chunk.lemma == "add")) return true;
  if (chunk.voice == Voice::passive || chunk.voice == Voice::participle ||
      chunk.voice == Voice::infinitive)
    return false;
  return chunk.voice != Voice::gerund || chunk.lemma == "cite" || chunk.lemma == "say" ||
         chunk.lemma == "add" || chunk.lemma == "quote";
}

bool SpeakerFinder::tells_by_document(std::size_t subject) const {
  const Chunk& chunk = chunks_[subject];
  if (maker_of(subject) < chunks_.size()) return true;
  if (!chunk.pronoun) return is_document(chunk);
  const std::size_t source = source_before(chunks_, subject);
  return source < subject && is_document(chunks_[source]);
}

bool SpeakerFinder::counts_for_others(std::size_t verb, std::size_t subject) const {
  // "The team counts 1.2 billion dollars taken by hackers": a body that is none of those it counts
  if (!grammar_.is(WordClass::tally, chunks_[verb].lemma)) return false;
  std::size_t what = verb + 1;
  if (verb + 3 < chunks_.size() && is_word(chunks_[what], "and") &&
      chunks_[what + 1].kind == ChunkKind::verb)
    what += 2;  // "was able to count and follow 40 flights"
  if (what + 1 >= chunks_.size() || chunks_[what].quantity == nullptr ||
      counts_states(chunks_[what]))
    return false;
  const Chunk& who = chunks_[subject];
  const bool told_before = who.pronoun && who.head == "they" && !memory_.last.empty();
  return told_before || is_monitor(who) ||
         (who.party && who.party->party.iso2.empty() && !who.person);
}

bool SpeakerFinder::is_told(std::size_t i) const {
  const Chunk& verb = chunks_[i];
  if (verb.voice != Voice::passive || i + 1 >= chunks_.size()) return false;
  if (verb.lemma == "quote") return as_saying(i + 1);  // "a general was quoted as saying"
  const bool told = verb.lemma == "tell" || verb.lemma == "inform";
  if (!told || !is_word(chunks_[i + 1], "that")) return false;
  // a state that is told something hears it, and does not pass it on as a reporter does
  return i == 0 || !chunks_[i - 1].country_head;
}

bool SpeakerFinder::as_saying(std::size_t i) const {
  return i + 1 < chunks_.size() && is_word(chunks_[i], "as") &&
         chunks_[i + 1].voice == Voice::gerund && chunks_[i + 1].lemma == "say";
}

std::size_t SpeakerFinder::agent_of(std::size_t i) const {
  if (chunks_[i].voice != Voice::passive || !chunks_[i].chain.empty()) return 0;
  // "the first report to be published by the team": who brings out a paper says nothing by that, nor
  // does who establishes a panel
  const std::string& verb = chunks_[i].lemma;
  if (verb == "publish" || verb == "release" || verb == "hold" || verb == "establish") return 0;
  std::size_t k = i + 1;
  while (k < chunks_.size() && (chunks_[k].kind == ChunkKind::date ||
                                (is_word(chunks_[k], "in") && is_phrase(k + 1)) || is_phrase(k)))
    ++k;
  return k < chunks_.size() && is_word(chunks_[k], "by") && is_phrase(k + 1) &&
                 is_speaker(chunks_[k + 1])
             ? k + 1
             : 0;
}

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

bool is_background(std::string_view type, const std::vector<Chunk>& chunks, std::size_t trigger,
                   const std::vector<Speaker>& speakers) {
  static constexpr std::array<std::string_view, 4> kTypes = {"establishment", "dissolution", "veto",
                                                             "limit"};
  static constexpr std::array<std::string_view, 11> kHangs = {
      "which", "that", "who", "after", "although", "since", "when", "as", "while", "where", "than"};
  if (type == "membership") return true;
  if (type == "agreement" && chunks[trigger].kind == ChunkKind::phrase) {
    // "Xi told Min Aung Hlaing at talks in Tianjin that …": where he said it, and not what
    for (std::size_t k = trigger + 1; k < chunks.size() && chunks[k].kind != ChunkKind::verb; ++k) {
      if (!is_word(chunks[k], "that")) continue;
      return std::any_of(speakers.begin(), speakers.end(), [&](const Speaker& speaker) {
        if (!speaker.before || speaker.verb >= trigger) return false;
        for (std::size_t m = speaker.verb + 1; m < trigger; ++m) {
          if (is_word(chunks[m], "that") || chunks[m].kind == ChunkKind::verb) return false;
        }
        return true;
      });
    }
  }
  if (std::find(kTypes.begin(), kTypes.end(), type) == kTypes.end()) return false;
  if (chunks[trigger].kind == ChunkKind::phrase) return type == "limit";
  // a clause of its own: behind another verb than the one of saying, and a word that hangs it on
  std::size_t said = 0;  // what stands before who says it is another's
  for (const Speaker& speaker : speakers) {
    if (speaker.before && speaker.verb < trigger) said = std::max(said, speaker.verb);
  }
  bool verb = false;
  bool hangs = false;
  for (std::size_t k = said; k < trigger; ++k) {
    const bool says = std::any_of(speakers.begin(), speakers.end(),
                                  [&](const Speaker& speaker) { return speaker.verb == k; });
    if (is_finite(chunks[k]) && !says) verb = true;
    if (!verb || chunks[k].kind != ChunkKind::word) continue;
    hangs = hangs || std::find(kHangs.begin(), kHangs.end(), chunks[k].word) != kHangs.end();
  }
  return hangs || (type != "veto" && verb && chunks[trigger].voice == Voice::participle);
}

}  // namespace msmt
