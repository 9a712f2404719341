#include "claims/speech.hpp"

#include <algorithm>
#include <map>

namespace msmt {

namespace {

bool is_document(const Chunk& chunk) { return chunk.item_class == "document"; }
/// "MSMT member countries": they speak as the body whose members they are.
const Organization* body_of_members(const Chunk& chunk) {
  if (chunk.lemma != "country" && chunk.lemma != "state" && chunk.lemma != "member" &&
      chunk.lemma != "nation")
    return nullptr;
  for (const Mention* name : chunk.names) {
    if (const auto* body = std::get_if<Organization>(&name->value)) return body;
  }
  return nullptr;
}

bool is_speaker(const Chunk& chunk) {
  return body_of_members(chunk) != nullptr || chunk.item_class == "speaker" || chunk.person ||
         chunk.party.has_value() || is_document(chunk);
}

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

/// "Blinken", after "Antony Blinken" was named.
bool known_person(const Document& doc, const Chunk& chunk, const SpeechMemory& memory) {
  if (chunk.kind != ChunkKind::phrase || chunk.pronoun) return false;
  return memory.persons.contains(std::string(doc.text(chunk.span)));
}

std::string without_article(std::string text) {
  for (const std::string_view article : {"The ", "the "}) {
    if (text.starts_with(article)) return text.substr(article.size());
  }
  return text;
}

/// The words that name a speaker, as written: "a South Korean lawmaker", "Seoul", "MSMT".
std::vector<std::string> names_of(const Document& doc, const std::vector<Chunk>& chunks,
                                  std::size_t index, const SpeechMemory& memory) {
  const Chunk& chunk = chunks[index];
  std::vector<std::string> names;
  const auto add = [&](const std::string& name) {
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end())
      names.push_back(name);
  };
  const auto add_named = [&](const Named& named) {
    // a country speaks under the name that the text uses: "Seoul"
    if (named.party.iso2.empty()) {
      add(named.party.name);
    } else {
      add(quote(doc, named.span));
    }
  };
  if (chunk.pronoun) {
    const bool stands =
        chunk.head == "it" || chunk.head == "they" || chunk.head == "he" || chunk.head == "she";
    return stands ? memory.last : std::vector<std::string>{};
  }
  if (const auto known = memory.persons.find(std::string(doc.text(chunk.span)));
      known != memory.persons.end()) {
    return {known->second};
  }
  if (is_document(chunk)) {
    const bool joint = chunk.before.find("joint") != std::string::npos;
    if (chunk.owner && chunk.owner->party.iso2.empty() && chunk.owner->party.name.size() > 3) {
      add_named(*chunk.owner);
    }
    // "a report by X", "a report released by X", "the report from X"
    for (std::size_t k = index + 1; k + 1 < chunks.size() && k < index + 6; ++k) {
      if (chunks[k].kind == ChunkKind::word &&
          (chunks[k].word == "by" || chunks[k].word == "from" || chunks[k].word == "of") &&
          chunks[k + 1].kind == ChunkKind::phrase) {
        if (chunks[k + 1].party) add_named(*chunks[k + 1].party);
        break;
      }
      if (chunks[k].kind == ChunkKind::verb && chunks[k].voice != Voice::participle) break;
    }
    const bool generic = names.empty() || chunk.lemma == "report";
    if (generic && !joint && chunk.lemma != "statement" && !memory.report_owner.empty() &&
        (names.empty() || names.front() != memory.report_owner)) {
      names.insert(names.begin(), memory.report_owner);
    }
    if (names.empty()) add(without_article(quote(doc, chunk.span)));
    return names;
  }
  if (chunk.party) {
    add_named(*chunk.party);
    return names;
  }
  if (const Organization* body = body_of_members(chunk)) return {body->name};
  if (chunk.item_class == "speaker") {
    Span span = chunk.span;
    add(without_article(quote(doc, span)));
    for (const Mention* name : chunk.names) {
      if (std::holds_alternative<Organization>(name->value))
        add(std::get<Organization>(name->value).name);
    }
  }
  return names;
}

}  // namespace

std::string find_report_owner(const std::vector<Reading>& readings) {
  std::map<std::string, int> score;
  std::vector<bool> reports;
  reports.reserve(readings.size());
  for (const Reading& reading : readings) {
    reports.push_back(
        std::any_of(reading.tokens.begin(), reading.tokens.end(), [](const Token& token) {
          return token.folded == "report" || token.folded == "assessment" ||
                 token.folded == "study" || token.folded == "findings";
        }));
  }
  for (std::size_t r = 0; r < readings.size(); ++r) {
    // beside the word counts most, the sentence before or after it less
    const bool near = (r > 0 && reports[r - 1]) || (r + 1 < reports.size() && reports[r + 1]);
    if (!reports[r] && !near) continue;
    for (const Mention& mention : readings[r].mentions) {
      const auto* body = std::get_if<Organization>(&mention.value);
      if (body == nullptr) continue;
      if (body->kind == "monitoring body" || body->kind == "think tank" ||
          body->kind == "expert panel") {
        score[body->name] += reports[r] ? 4 : 2;
        // a panel that only stands in another body's history weighs less than the one that reports
        if (body->kind == "expert panel") score[body->name] -= 1;
      }
    }
  }
  std::string best;
  int most = 0;
  for (const auto& [name, points] : score) {
    if (points > most) {
      most = points;
      best = name;
    }
  }
  return best;
}

std::vector<Speaker> find_speakers(const Grammar& grammar, const Constructions& constructions,
                                   const Document& doc, const std::vector<Chunk>& chunks,
                                   const SpeechMemory& memory) {
  std::vector<Speaker> speakers;
  for (std::size_t i = 0; i < chunks.size(); ++i) {
    const Chunk& chunk = chunks[i];
    // a headline's ": report"
    if (i > 0 && i + 4 > chunks.size() && is_document(chunk) && chunk.kind == ChunkKind::phrase &&
        chunks[i - 1].kind == ChunkKind::word && chunks[i - 1].word == ":" &&
        !memory.report_owner.empty()) {
      Speaker speaker;
      speaker.names = names_of(doc, chunks, i, memory);
      speaker.span = chunk.span;
      speaker.verb = i;
      speaker.subject = i;
      speakers.push_back(std::move(speaker));
      continue;
    }
    if (chunk.kind == ChunkKind::word && (chunk.word == "according to" || chunk.word == "citing") &&
        i + 1 < chunks.size() && chunks[i + 1].kind == ChunkKind::phrase) {
      Speaker speaker;
      speaker.names = names_of(doc, chunks, i + 1, memory);
      speaker.span = chunks[i + 1].span;
      speaker.verb = i;
      speaker.subject = i + 1;
      speaker.before = i == 0;
      if (!speaker.names.empty()) speakers.push_back(std::move(speaker));
      continue;
    }
    if (chunk.kind != ChunkKind::verb) continue;
    const std::string_view cue = grammar.cue("governor", chunk.lemma);
    if (cue.empty()) continue;
    if (chunk.voice == Voice::passive && chunk.chain.empty() && i + 2 < chunks.size() &&
        chunks[i + 1].kind == ChunkKind::word && chunks[i + 1].word == "by" &&
        chunks[i + 2].kind == ChunkKind::phrase && is_speaker(chunks[i + 2])) {
      // "the transfer was confirmed by the IAEA"
      Speaker speaker;
      speaker.verb = i;
      speaker.subject = i + 2;
      speaker.names = names_of(doc, chunks, i + 2, memory);
      speaker.certainty = parse_certainty(cue).value_or(Certainty::reported);
      if (chunk.negated && speaker.certainty == Certainty::confirmed)
        speaker.certainty = Certainty::possible;
      speaker.span = chunks[i + 2].span;
      if (!speaker.names.empty()) speakers.push_back(std::move(speaker));
      continue;
    }
    if (chunk.voice == Voice::passive || chunk.voice == Voice::participle) continue;
    if (chunk.voice == Voice::infinitive) continue;
    if (!grammar.frames("verb", chunk.lemma).empty() && !says_clause(chunks, i))
      continue;  // "concluded a treaty"
    if (chunk.voice == Voice::gerund && chunk.lemma != "cite" && chunk.lemma != "say" &&
        chunk.lemma != "add" && chunk.lemma != "quote") {
      continue;
    }
    Speaker speaker;
    speaker.verb = i;
    speaker.certainty = parse_certainty(cue).value_or(Certainty::reported);
    if (chunk.negated && speaker.certainty == Certainty::confirmed)
      speaker.certainty = Certainty::possible;
    // "…," said the ministry: the subject follows
    const bool quoted_before = i > 0 && chunks[i - 1].kind == ChunkKind::word &&
                               (chunks[i - 1].word == "," || chunks[i - 1].word == "\"");
    if (quoted_before && i + 1 < chunks.size() && chunks[i + 1].kind == ChunkKind::phrase &&
        is_speaker(chunks[i + 1]) && chunk.chain.empty() && !chunk.perfect) {
      speaker.subject = i + 1;
      speaker.names = names_of(doc, chunks, i + 1, memory);
    }
    // "…, the report said": the phrase right before the verb, unless a preposition governs it
    std::size_t beside = i;  // one past the phrase; an acronym in brackets is passed over
    if (i > 3 && chunks[i - 1].kind == ChunkKind::word && chunks[i - 1].word == ")" &&
        chunks[i - 3].kind == ChunkKind::word && chunks[i - 3].word == "(") {
      beside = i - 3;
    }
    if (beside != i && chunks[beside - 1].kind == ChunkKind::phrase &&
        is_speaker(chunks[beside - 1])) {
      speaker.subject = beside - 1;
      speaker.names = names_of(doc, chunks, beside - 1, memory);
      speaker.before = !(beside >= 2 && chunks[beside - 2].kind == ChunkKind::word &&
                         chunks[beside - 2].word == "," && beside > 4);
      for (std::size_t k = 0; k + 1 < beside && !speaker.before; ++k) {
        if (chunks[k].kind == ChunkKind::verb) break;
        if (k + 2 == beside) speaker.before = true;
      }
    }
    if (speaker.names.empty() && i > 0 && chunks[i - 1].kind == ChunkKind::phrase &&
        (is_speaker(chunks[i - 1]) || known_person(doc, chunks[i - 1], memory)) &&
        (i < 2 || chunks[i - 2].kind != ChunkKind::word ||
         (chunks[i - 2].word != "by" && chunks[i - 2].word != "of" && chunks[i - 2].word != "in" &&
          chunks[i - 2].word != "from" && chunks[i - 2].word != "to" &&
          chunks[i - 2].word != "with" && chunks[i - 2].word != "at" &&
          chunks[i - 2].word != "for" && chunks[i - 2].word != "on"))) {
      speaker.subject = i - 1;
      speaker.names = names_of(doc, chunks, i - 1, memory);
      const bool comma = i >= 2 && chunks[i - 2].kind == ChunkKind::word &&
                         (chunks[i - 2].word == "," || chunks[i - 2].word == "\"");
      speaker.before = !comma || i < 4;
      if (chunk.lemma == "cite" && i + 1 < chunks.size() && is_speaker(chunks[i + 1])) {
        auto cited = names_of(doc, chunks, i + 1, memory);
        speaker.names.insert(speaker.names.begin(), cited.begin(), cited.end());
      }
    }
    if (speaker.names.empty()) {
      const Sides sides = constructions.read(chunks, i);
      const auto& subjects = sides.of("subj");
      if (subjects.empty()) {
        // a gerund after a comma: "…, citing the report"
        if (chunk.lemma == "cite" && i + 1 < chunks.size() && is_speaker(chunks[i + 1])) {
          speaker.subject = i + 1;
          speaker.names = names_of(doc, chunks, i + 1, memory);
        }
      } else {
        speaker.subject = subjects.back();
        speaker.before = true;
        const Chunk& subject = chunks[speaker.subject];
        if (is_speaker(subject) || subject.pronoun)
          speaker.names = names_of(doc, chunks, speaker.subject, memory);
        if (chunk.lemma == "cite" && i + 1 < chunks.size() && is_speaker(chunks[i + 1])) {
          auto cited = names_of(doc, chunks, i + 1, memory);
          speaker.names.insert(speaker.names.begin(), cited.begin(), cited.end());
        }
        // "…, a report by X showed on Thursday": what is said stands before
        bool finite_before = false;
        for (std::size_t k = 0; k < speaker.subject; ++k) {
          finite_before = finite_before ||
                          (chunks[k].kind == ChunkKind::verb &&
                           (chunks[k].voice == Voice::active || chunks[k].voice == Voice::passive));
        }
        const bool comma =
            speaker.subject > 0 && chunks[speaker.subject - 1].kind == ChunkKind::word &&
            (chunks[speaker.subject - 1].word == "," || chunks[speaker.subject - 1].word == "\"");
        bool more = false;  // a clause after the verb is what is said
        for (std::size_t k = i + 1; k < chunks.size(); ++k)
          more = more || chunks[k].kind == ChunkKind::verb;
        if (comma && finite_before && !more) speaker.before = false;
      }
    }
    if (speaker.names.empty() && i > 0 && chunks[i - 1].word == "--" &&
        chunk.voice == Voice::active) {
      // "The report, published by the MSMT — a team of eleven states — says that …"
      for (std::size_t k = 0; k + 1 < i && k < 4 && speaker.names.empty(); ++k) {
        if (chunks[k].kind != ChunkKind::phrase || !is_speaker(chunks[k])) continue;
        speaker.subject = k;
        speaker.names = names_of(doc, chunks, k, memory);
        speaker.before = true;
      }
    }
    if (speaker.names.empty()) continue;
    const bool that = i + 1 < chunks.size() && chunks[i + 1].kind == ChunkKind::word &&
                      chunks[i + 1].word == "that";
    if (that && speaker.subject < i) speaker.before = true;
    speaker.span = chunks[speaker.subject].party ? chunks[speaker.subject].party->span
                                                 : chunks[speaker.subject].span;
    speakers.push_back(std::move(speaker));
  }
  return speakers;
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

Certainty weaker(Certainty a, Certainty b) {
  return static_cast<std::uint8_t>(a) >= static_cast<std::uint8_t>(b) ? a : b;
}

namespace {

/// Catenative verbs that take a noun for the deed as well: "plans the deployment", "halted shipments".
bool takes_noun(std::string_view lemma) {
  static constexpr std::string_view kNone[] = {"move",   "set",     "look",     "order", "ask",
                                               "mean",   "project", "want",     "wish",  "try",
                                               "decide", "agree",   "schedule", "commit"};
  return std::find(std::begin(kNone), std::end(kNone), lemma) == std::end(kNone);
}

/// Applies one cue; false when it makes the words no statement.
bool apply(std::string_view cue, Certainty& certainty) {
  if (cue.empty()) return true;
  if (cue == "none") return false;
  if (const auto parsed = parse_certainty(cue); parsed && *parsed != Certainty::confirmed) {
    certainty = weaker(certainty, *parsed);
  } else if (cue == "confirmed" && certainty == Certainty::reported) {
    certainty = Certainty::confirmed;
  }
  return true;
}

/// The certainty that a verb group's own words give it.
bool apply_group(const Grammar& grammar, const Chunk& verb, bool use_frame, Certainty& certainty) {
  for (const std::string& lemma : verb.chain) {
    std::string_view cue = grammar.cue("chain", lemma);
    if (!apply(cue, certainty)) return false;
  }
  for (const std::string& modal : verb.modals) {
    // "would have sent" states no deed; "would send" is a plan
    if (modal == "would" && verb.perfect) return false;
    if (!apply(grammar.cue("modal", modal), certainty)) return false;
  }
  for (const std::string& adverb : verb.adverbs) {
    std::string_view cue = grammar.cue("adverb", adverb);
    if (adverb == "reportedly" && use_frame) cue = "possible";
    if (!apply(cue, certainty)) return false;
  }
  if (verb.negated) {
    const bool double_negation = certainty == Certainty::denied;
    certainty = double_negation ? Certainty::reported : Certainty::denied;
  }
  return true;
}

/// The certainty of the adjectives before a phrase's head; false when they make it no statement.
bool apply_adjectives(const Grammar& grammar, const Chunk& phrase, Certainty& certainty) {
  std::string_view before = phrase.before;
  while (!before.empty()) {
    const std::size_t space = std::min(before.find(' '), before.size());
    if (!apply(grammar.cue("adjective", before.substr(0, space)), certainty)) return false;
    before.remove_prefix(std::min(space + 1, before.size()));
  }
  return true;
}

}  // namespace

std::optional<Certainty> certainty_of(const Grammar& grammar, const std::vector<Chunk>& chunks,
                                      std::size_t trigger, const std::vector<Speaker>& speakers,
                                      bool use_frame) {
  Certainty certainty = Certainty::reported;
  const Chunk& chunk = chunks[trigger];
  const auto is_word = [&](std::size_t k, std::string_view word) {
    return chunks[k].kind == ChunkKind::word && chunks[k].word == word;
  };
  if (!chunks.empty() && is_word(chunks.size() - 1, "?")) return std::nullopt;
  // "Had Syria sent soldiers, …"
  if (chunks.front().kind == ChunkKind::verb && trigger > 0 &&
      (chunks.front().head == "had" || chunks.front().head == "were" ||
       chunks.front().lemma == "should")) {
    return std::nullopt;
  }
  if (chunk.kind == ChunkKind::verb) {
    if (!apply_group(grammar, chunk, use_frame, certainty)) return std::nullopt;
    static constexpr std::string_view kPromises[] = {"pledge", "promise", "offer",
                                                     "commit", "earmark", "vow"};
    if (std::find(std::begin(kPromises), std::end(kPromises), chunk.lemma) != std::end(kPromises)) {
      certainty = weaker(certainty, Certainty::planned);
    }
    // "planned to supply", "by providing": the verb that it hangs on counts as well
    // adverbs beside the group: "allegedly shipped"
    for (const std::size_t k : {trigger - 1, trigger + 1}) {
      if (k < chunks.size() && chunks[k].kind == ChunkKind::word) {
        std::string_view cue = grammar.cue("adverb", chunks[k].word);
        if (cue == "reported" && use_frame) cue = "possible";
        if (!apply(cue, certainty)) return std::nullopt;
      }
    }
    // "is believed to have provided A and also transferred B": a bare second verb shares the first's words
    if (chunk.voice == Voice::active && chunk.chain.empty() && chunk.modals.empty() &&
        !chunk.perfect && trigger > 1) {
      std::size_t k = trigger;
      bool joined = false;
      while (k > 0 && chunks[k - 1].kind == ChunkKind::word) {
        joined = joined || chunks[k - 1].word == "and" || chunks[k - 1].word == "or";
        --k;
      }
      for (; joined && k > 0; --k) {
        const Chunk& main = chunks[k - 1];
        if (main.kind == ChunkKind::word && (main.word == ";" || main.word == "--")) break;
        if (main.kind != ChunkKind::verb || main.voice == Voice::gerund ||
            main.voice == Voice::participle)
          continue;
        if (main.voice == Voice::infinitive) continue;
        if (!apply_group(grammar, main, use_frame, certainty)) return std::nullopt;
        break;
      }
    }
    if (chunk.voice == Voice::gerund || chunk.voice == Voice::infinitive ||
        chunk.voice == Voice::participle) {
      for (std::size_t k = trigger; k > 0; --k) {
        const Chunk& main = chunks[k - 1];
        if (main.kind != ChunkKind::verb) continue;
        if (main.voice != Voice::active && main.voice != Voice::passive) continue;
        if (!grammar.cue("governor", main.lemma).empty() && chunk.voice != Voice::infinitive) {
          // "is suspected of having stolen": nobody is named who says so
          if (main.voice == Voice::passive && grammar.cue("chain", main.lemma) == "possible")
            apply("possible", certainty);
          break;
        }
        const bool stays = (main.lemma == "allow" || main.lemma == "permit") && !main.negated &&
                           (chunk.lemma == "remain" || chunk.lemma == "stay" ||
                            chunk.lemma == "work" || chunk.lemma == "live");
        if (stays) break;  // "allows thousands of workers to remain"
        if (chunk.voice != Voice::participle && chunk.lemma != main.lemma) {
          for (const Frame* frame : grammar.frames("verb", main.lemma)) {
            if (frame->id == "limit.ban")
              return std::nullopt;  // "barred Iran from exporting missiles"
          }
        }
        if (chunk.voice == Voice::participle) {
          Certainty of_main = Certainty::reported;
          if (main.negated) break;
          apply_group(grammar, main, use_frame, of_main);
          break;
        }
        if (!apply_group(grammar, main, use_frame, certainty)) return std::nullopt;
        if (chunk.voice == Voice::infinitive && main.voice == Voice::active) {
          apply(grammar.cue("chain", main.lemma), certainty);
        }
        break;
      }
    }
    if (chunk.voice == Voice::gerund && trigger >= 2 && chunks[trigger - 1].word == "in" &&
        !apply_adjectives(grammar, chunks[trigger - 2], certainty)) {
      return std::nullopt;  // "its alleged involvement in selling oil"
    }
  } else {
    // words inside the phrase: "alleged transfers"; a noun before it: "no evidence of transfers"
    if (!apply_adjectives(grammar, chunk, certainty)) return std::nullopt;
    // the verb whose object it is: "denied the transfer", "plans the deployment"
    for (std::size_t k = trigger; k > 0; --k) {
      const Chunk& left = chunks[k - 1];
      if (left.kind == ChunkKind::verb) {
        const std::string_view governor = grammar.cue("governor", left.lemma);
        const std::string_view chain = grammar.cue("chain", left.lemma);
        if (governor == "denied" || governor == "confirmed" || governor == "possible") {
          if (!left.negated) apply(governor, certainty);
        } else if ((chain == "planned" || chain == "denied") && chunk.kind == ChunkKind::phrase &&
                   takes_noun(left.lemma)) {
          apply(chain, certainty);
        }
        Certainty own = Certainty::reported;
        if (!apply_group(grammar, left, use_frame, own)) return std::nullopt;
        if (own != Certainty::reported && k + 0 == trigger) certainty = weaker(certainty, own);
        break;
      }
      if (left.kind == ChunkKind::phrase && k + 1 < trigger) break;
    }
  }
  // "no evidence that", "plans for", "if"
  for (std::size_t k = trigger; k > 0; --k) {
    const Chunk& left = chunks[k - 1];
    if (left.kind == ChunkKind::word) {
      const std::string& word = left.word;
      if (word == "if" || word == "whether" || word == "unless") return std::nullopt;
      if (word == ";" || word == "--") break;
    }
    if (left.kind == ChunkKind::phrase && !left.pronoun) {
      std::string text = left.before.empty() ? left.head : left.before + " " + left.head;
      std::string_view cue = grammar.cue("noun", text);
      // "the proposal was blocked": a subject is no plan of its verb
      const bool finite = chunk.kind == ChunkKind::verb &&
                          (chunk.voice == Voice::active || chunk.voice == Voice::passive);
      const bool governs = k < chunks.size() && k <= trigger &&
                           ((k == trigger && !finite) || is_word(k, "that") || is_word(k, "of") ||
                            is_word(k, "for") ||
                            (chunks[k].kind == ChunkKind::verb &&
                             chunks[k].voice == Voice::infinitive && k == trigger));
      if (cue.empty() && left.head == "evidence" && left.before == "no") cue = "denied";
      if (cue.empty() && governs &&
          (left.lemma == "plan" || left.lemma == "pledge" || left.lemma == "promise" ||
           left.lemma == "request" || left.lemma == "proposal" || left.lemma == "offer" ||
           left.lemma == "intention" || left.lemma == "preparation")) {
        cue = "planned";
      }
      if (cue.empty() && governs) cue = grammar.cue("noun", left.head);
      if (governs && !cue.empty()) {
        if (!apply(cue, certainty)) return std::nullopt;
      }
    }
  }
  for (const Speaker& speaker : speakers) {
    if (speaker.verb == trigger || speaker.subject == trigger) continue;
    const bool covers = speaker.before ? speaker.verb < trigger : true;
    if (!covers) continue;
    if (speaker.certainty == Certainty::confirmed) {
      if (certainty == Certainty::reported) certainty = Certainty::confirmed;
    } else if (speaker.certainty == Certainty::denied) {
      certainty = Certainty::denied;
    } else {
      certainty = certainty == Certainty::confirmed ? speaker.certainty
                                                    : weaker(certainty, speaker.certainty);
    }
  }
  return certainty;
}

}  // namespace msmt
