#include "claims/certainty.hpp"

#include <algorithm>
#include <array>

#include "claims/clause_words.hpp"
#include "claims/subjects.hpp"
#include "claims/undone.hpp"

namespace msmt {

Certainty weaker(Certainty a, Certainty b) {
  return static_cast<std::uint8_t>(a) >= static_cast<std::uint8_t>(b) ? a : b;
}

namespace {

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
    std::string_view cue;
    if (verb.chain_passive) cue = grammar.cue("chain_passive", lemma);
    if (cue.empty()) cue = grammar.cue("chain", lemma);
    if (!apply(cue, certainty)) return false;
  }
  for (const std::string& modal : verb.modals) {
    // "would have sent" states no deed; "would send" is a plan
    if (modal == "would" && verb.perfect) return false;
    // "may no longer keep": a rule
    if (modal == "may" && !verb.perfect &&
        std::find(verb.adverbs.begin(), verb.adverbs.end(), "no longer") != verb.adverbs.end())
      return false;
    // "should arrive by May" is expected; "should send" is a wish
    const bool expected =
        modal == "should" && verb.voice == Voice::active &&
        (grammar.is(WordClass::arrive, verb.lemma) || grammar.is(WordClass::reach, verb.lemma));
    if (!apply(expected ? "planned" : grammar.cue("modal", modal), certainty)) return false;
  }
  for (const std::string& adverb : verb.adverbs) {
    std::string_view cue = grammar.cue("adverb", adverb);
    if (adverb == "reportedly" && use_frame) cue = "possible";
    if (!apply(cue, certainty)) return false;
  }
  if (verb.negated) {
    const bool double_negation = certainty == Certainty::denied;
    // "did not fail to send" against "did not deny sending"
    const bool denies = std::find(verb.chain.begin(), verb.chain.end(), "deny") != verb.chain.end();
    const Certainty twice = denies ? Certainty::possible : Certainty::reported;
    certainty = double_negation ? twice : Certainty::denied;
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

/// "is believed to have provided A and also transferred B": a bare second verb shares the words of the
/// first.
bool apply_first(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t trigger,
                 bool use_frame, Certainty& certainty) {
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
    return apply_group(grammar, main, use_frame, certainty);
  }
  return true;
}

/// "planned to supply", "by providing": the verb that a gerund, infinitive or participle hangs on.
bool apply_main(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t trigger,
                bool use_frame, Certainty& certainty) {
  const Chunk& chunk = chunks[trigger];
  if (const auto accusation = accusation_of(grammar, chunks, trigger)) {
    // "is suspected of having stolen": nobody is named who says so; "was not accused of", "was acquitted of"
    const Chunk& verb = chunks[*accusation];
    return !verb.negated && apply(grammar.cue("chain", verb.lemma), certainty);
  }
  for (std::size_t k = trigger; k > 0; --k) {
    const Chunk& main = chunks[k - 1];
    if (main.kind != ChunkKind::verb) continue;
    if (main.voice != Voice::active && main.voice != Voice::passive) continue;
    // "decided against sending tanks"; "warned against sending tanks" tells of no deed
    if (chunk.voice == Voice::gerund && trigger > 0 && is_word(chunks[trigger - 1], "against")) {
      if (main.lemma != "decide") return false;
      certainty = Certainty::denied;
      break;
    }
    if (!grammar.cue("governor", main.lemma).empty() && chunk.voice != Voice::infinitive) break;
    // "did not stop Spain from supplying them": it did; "stopped Spain from supplying them": it did not
    if (const std::size_t kept = kept_from(chunks, trigger); kept + 1 == k) {
      const Chunk& nothing = k > 1 ? chunks[k - 2] : main;
      const bool in_vain = main.negated || nothing.negative || nothing.head == "nothing" ||
                           nothing.head == "nobody" || nothing.head == "none";
      if (in_vain) break;
      return false;
    }
    const bool stays = (main.lemma == "allow" || main.lemma == "permit") && !main.negated &&
                       (chunk.lemma == "remain" || chunk.lemma == "stay" || chunk.lemma == "work" ||
                        chunk.lemma == "live");
    if (stays) break;  // "allows thousands of workers to remain"
    if (chunk.voice == Voice::infinitive && owed_by_paper(grammar, chunks, k - 1)) {
      certainty = weaker(certainty, Certainty::planned);
      break;
    }
    if (chunk.voice != Voice::participle && chunk.lemma != main.lemma &&
        grammar.evokes("verb", main.lemma, {"limit.ban"}))
      return false;  // "barred Iran from exporting missiles"
    if (chunk.voice == Voice::participle) {
      Certainty of_main = Certainty::reported;
      if (main.negated) break;
      apply_group(grammar, main, use_frame, of_main);
      break;
    }
    // "will speak of ships leaving the port": a clause of its own
    const bool told_of =
        chunk.voice == Voice::gerund && trigger > 1 && k + 1 < trigger &&
        chunks[trigger - 1].kind == ChunkKind::phrase &&
        (is_word(chunks[trigger - 2], "of") || is_word(chunks[trigger - 2], "about"));
    if (told_of) break;
    if (!apply_group(grammar, main, use_frame, certainty)) return false;
    if (chunk.voice == Voice::infinitive && is_word(chunks[k], "on") &&
        grammar.is(WordClass::wish, main.lemma))
      return false;  // "called on Iran not to sell drones"
    if (chunk.voice == Voice::infinitive && main.voice == Voice::active &&
        !apply(grammar.cue("chain", main.lemma), certainty))
      return false;  // "urged Spain to send tanks"
    break;
  }
  return true;
}

/// "imposing sanctions on Syria was wrong": a gerund that is the subject of what is thought of it.
bool judged(const std::vector<Chunk>& chunks, std::size_t trigger) {
  if (chunks[trigger].voice != Voice::gerund) return false;
  const bool opens =
      trigger == 0 || is_word(chunks[trigger - 1], "that") || is_word(chunks[trigger - 1], "\"");
  for (std::size_t k = trigger + 1; opens && k + 1 < chunks.size(); ++k) {
    if (is_word(chunks[k], ",") || is_word(chunks[k], ";")) return false;
    if (is_finite(chunks[k])) return chunks[k].lemma == "be" && chunks[k + 1].voice == Voice::none;
  }
  return false;
}

/// The words of a verb's own group, of those beside it and of the verb that it hangs on.
bool apply_verb(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t trigger,
                bool use_frame, Certainty& certainty) {
  const Chunk& chunk = chunks[trigger];
  if (ruled_out(grammar, chunks, trigger) || asked_by_rule(grammar, chunks, trigger)) return false;
  if (!apply_group(grammar, chunk, use_frame, certainty)) return false;
  if (grammar.is(WordClass::promise, chunk.lemma)) {
    certainty = weaker(certainty, Certainty::planned);
  }
  // adverbs beside the group: "allegedly shipped"
  for (const std::size_t k : {trigger - 1, trigger + 1}) {
    if (k < chunks.size() && chunks[k].kind == ChunkKind::word) {
      std::string_view cue = grammar.cue("adverb", chunks[k].word);
      if (cue == "reported" && use_frame) cue = "possible";
      if (!apply(cue, certainty)) return false;
    }
  }
  const bool bare = chunk.voice == Voice::active && chunk.chain.empty() && chunk.modals.empty() &&
                    !chunk.perfect && trigger > 1;
  if (bare && !apply_first(grammar, chunks, trigger, use_frame, certainty)) return false;
  if (judged(chunks, trigger)) return false;
  // "makes it harder for Syria to obtain parts"
  if (chunk.voice == Voice::infinitive && trigger > 2 && is_word(chunks[trigger - 2], "for")) {
    const Chunk& how = chunks[trigger - 3];
    if (grammar.is(WordClass::difficult, how.kind == ChunkKind::word ? how.word : how.head))
      return false;
  }
  // "a decision not to send tanks"; "a policy not to be the first to use them" tells of no deed
  if (chunk.voice == Voice::infinitive && trigger > 1) {
    if (is_word(chunks[trigger - 1], "not")) {
      const std::size_t noun = noun_completed(chunks, trigger);
      if (noun == chunks.size() || !grammar.is(WordClass::intent, chunks[noun].lemma))
        return false;  // "and not to use them", "ordered troops not to fire"
      certainty = Certainty::denied;
    }
    const bool nth = trigger > 2 && chunks[trigger - 2].voice == Voice::infinitive &&
                     chunks[trigger - 2].lemma == "be" && is_word(chunks[trigger - 3], "not");
    if (nth) return false;
  }
  const bool hangs = chunk.voice == Voice::gerund || chunk.voice == Voice::infinitive ||
                     chunk.voice == Voice::participle;
  if (hangs && !apply_main(grammar, chunks, trigger, use_frame, certainty)) return false;
  // "its alleged involvement in selling oil"
  return chunk.voice != Voice::gerund || trigger < 2 || chunks[trigger - 1].word != "in" ||
         apply_adjectives(grammar, chunks[trigger - 2], certainty);
}

/// "the report discusses the transfer": a document plans nothing.
bool told_by_paper(const std::vector<Chunk>& chunks, std::size_t verb) {
  return verb > 0 && chunks[verb].lemma == "discuss" && chunks[verb - 1].item_class == "document";
}

/// The words inside a phrase, and the verb whose object it is: "denied the transfer".
bool apply_noun(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t trigger,
                bool use_frame, Certainty& certainty) {
  const Chunk& chunk = chunks[trigger];
  if (chunk.negative) certainty = Certainty::denied;  // "no deliveries from Iran were seen"
  // words inside the phrase: "alleged transfers"; a noun before it: "no evidence of transfers"
  if (!apply_adjectives(grammar, chunk, certainty) || wished_for(grammar, chunks, trigger) ||
      wanted_over(grammar, chunks, trigger) || needed(grammar, chunks, trigger))
    return false;
  // the verb whose object it is: "denied the transfer", "plans the deployment"
  for (std::size_t k = trigger; k > 0; --k) {
    const Chunk& left = chunks[k - 1];
    if (left.kind == ChunkKind::verb) {
      const std::string_view governor = grammar.cue("governor", left.lemma);
      const std::string_view chain = grammar.cue("chain", left.lemma);
      if (governor == "denied" || governor == "confirmed" || governor == "possible") {
        // "did not confirm the sale", "neither confirmed nor denied it"
        const bool withheld = left.negated && governor != "possible";
        if (withheld || !left.negated) apply(withheld ? "possible" : governor, certainty);
        if (withheld) break;
      } else if ((chain == "planned" || chain == "denied") && chunk.kind == ChunkKind::phrase &&
                 !grammar.is(WordClass::only_verbs, left.lemma) && !told_by_paper(chunks, k - 1)) {
        apply(chain, certainty);
      }
      // "is not the first delivery that Iran has made": there were others, and this one as well
      if (k == trigger && left.lemma == "be" && left.negated &&
          grammar.any_is(WordClass::which_one, chunk.before))
        break;
      Certainty own = Certainty::reported;
      if (!apply_group(grammar, left, use_frame, own)) return false;
      if (own != Certainty::reported && k == trigger) certainty = weaker(certainty, own);
      break;
    }
    if (left.kind == ChunkKind::phrase && k + 1 < trigger) break;
  }
  return true;
}

/// "The sale of drones has been confirmed": what is said of the deed whose noun is the subject.
void apply_told(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t trigger,
                Certainty& certainty) {
  for (std::size_t k = trigger + 1; k < chunks.size(); ++k) {
    const Chunk& right = chunks[k];
    if (right.kind == ChunkKind::word && !is_preposition(right.word) && right.word != "and") return;
    if (right.kind != ChunkKind::verb) continue;
    const bool told = right.voice == Voice::passive && right.chain.empty();
    const std::string_view governor = told ? grammar.cue("governor", right.lemma) : "";
    const bool nobody =
        k + 2 < chunks.size() && is_word(chunks[k + 1], "by") && chunks[k + 2].head == "nobody";
    if (governor.empty() || nobody) return;
    const bool unsure = right.negated && governor == "confirmed";
    apply(unsure ? std::string_view("possible") : governor, certainty);
    return;
  }
}

/// "proposed that Germany send tanks", "recommended that Chad be given tanks": what somebody wants done, in the subjunctive.
bool is_mandative(const std::vector<Chunk>& chunks, std::size_t trigger) {
  static constexpr std::string_view kWants[] = {"propose", "recommend", "demand", "insist",
                                                "request", "urge",      "ask"};
  const Chunk& verb = chunks[trigger];
  const bool bare =
      verb.kind == ChunkKind::verb && verb.modals.empty() && verb.chain.empty() && !verb.perfect &&
      (verb.voice == Voice::passive || (verb.voice == Voice::active && verb.head == verb.lemma));
  if (!bare || trigger < 3 || chunks[trigger - 1].kind != ChunkKind::phrase ||
      (verb.voice == Voice::active && is_plural(chunks[trigger - 1].head) &&
       !chunks[trigger - 1].pronoun))
    return false;
  for (std::size_t k = trigger - 1; k > 1; --k) {
    if (chunks[k].kind == ChunkKind::verb) return false;
    if (!is_word(chunks[k - 1], "that")) continue;
    // "proposed to the coalition that they stage"
    const bool to =
        k > 4 && chunks[k - 2].kind == ChunkKind::phrase && is_word(chunks[k - 3], "to");
    const std::size_t wants = to ? k - 4 : k - 2;
    const std::string& lemma = chunks[wants].lemma;
    return chunks[wants].kind == ChunkKind::verb &&
           std::find(std::begin(kWants), std::end(kWants), lemma) != std::end(kWants);
  }
  return false;
}

/// "It is possible that Iran sold drones": an adjective that a clause behind "that" hangs on.
void apply_impersonal(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t trigger,
                      Certainty& certainty) {
  for (std::size_t k = trigger; k > 3; --k) {
    if (!is_word(chunks[k - 1], "that")) continue;
    const Chunk& adjective = chunks[k - 2];
    const bool impersonal = chunks[k - 3].lemma == "be" && chunks[k - 4].head == "it";
    if (!impersonal) return;
    const std::string& word = adjective.kind == ChunkKind::word ? adjective.word : adjective.head;
    const std::string_view cue = grammar.cue("adjective", word);
    // "it is not impossible that"
    apply(cue == "denied" && chunks[k - 3].negated ? "possible" : cue, certainty);
    return;
  }
}

/// "investigates reports that", "is looking into claims that", "could not verify claims that": whether what the phrase at
/// chunk i tells is not found yet.
bool is_examined(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t i) {
  const std::string& noun = chunks[i].lemma;
  const bool told = grammar.is(WordClass::telling_noun, noun) ||
                    grammar.is(WordClass::allegation, noun) || noun == "account" ||
                    noun == "information";
  if (i == 0 || !told) return false;
  const bool into = is_word(chunks[i - 1], "into");
  if (into && i < 2) return false;
  const Chunk& verb = chunks[into ? i - 2 : i - 1];
  if (verb.kind != ChunkKind::verb) return false;
  if (into) return verb.lemma == "look" && !verb.negated;
  const bool confirms = grammar.cue("governor", verb.lemma) == "confirmed";
  return verb.negated ? confirms || grammar.is(WordClass::examine, verb.lemma)
                      : !confirms && grammar.is(WordClass::examine, verb.lemma);
}

/// What stands before a trigger: "no evidence that", "plans for", "if".
bool apply_before(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t trigger,
                  Certainty& certainty) {
  const Chunk& chunk = chunks[trigger];
  const std::size_t completed = noun_completed(chunks, trigger);
  for (std::size_t k = trigger; k > 0; --k) {
    const Chunk& left = chunks[k - 1];
    if (left.kind == ChunkKind::word) {
      const std::string& word = left.word;
      // "If approved, Riyadh will receive 300 missiles"
      const bool granted = word == "if" && k + 1 < trigger &&
                           chunks[k].voice == Voice::participle && is_word(chunks[k + 1], ",");
      if (granted) certainty = weaker(certainty, Certainty::planned);
      if (!granted && (word == "if" || word == "whether" || word == "unless")) return false;
      if (word == ";" || word == "--") break;
    }
    if (left.kind == ChunkKind::phrase && !left.pronoun) {
      std::string text = left.before.empty() ? left.head : left.before + " " + left.head;
      std::string_view cue = grammar.cue("noun", text);
      // "the proposal was blocked": a subject is no plan of its verb
      const bool finite = chunk.kind == ChunkKind::verb &&
                          (chunk.voice == Voice::active || chunk.voice == Voice::passive);
      // "no evidence was found of", "no proof has emerged that"
      std::size_t link = k < trigger && is_finite(chunks[k]) ? k + 1 : k;
      // "no sign so far that", "no indication on Monday that"
      const std::size_t head = link;
      while (link < trigger && (chunks[link].kind == ChunkKind::date ||
                                mark_of(chunks[link]) == "adv" || is_word(chunks[link], "so far")))
        ++link;
      const bool linked = link <= trigger && link < chunks.size() &&
                          (is_word(chunks[link], "that") || is_word(chunks[link], "of") ||
                           is_word(chunks[link], "for"));
      const bool told_of = linked && (head == k || left.negative);
      const bool governs = k < chunks.size() && k <= trigger &&
                           ((k == trigger && !finite) || told_of || completed + 1 == k);
      // "no independent evidence of"
      if (cue.empty() && left.negative) cue = grammar.cue("noun", "no " + left.head);
      if (cue.empty() && governs && grammar.is(WordClass::plan, left.lemma)) cue = "planned";
      // "a decision to send tanks" is a plan; one to impose sanctions is the deed
      const bool decided = left.lemma == "decision" &&
                           !grammar.evokes("verb", chunk.lemma, {"sanction", "limit", "veto"});
      if (cue.empty() && completed + 1 == k && (decided || left.item_class == "agreement"))
        cue = "planned";
      if (cue.empty() && governs) cue = grammar.cue("noun", left.head);
      if (cue.empty() && governs && is_examined(grammar, chunks, k - 1)) cue = "possible";
      if (governs && !cue.empty()) {
        if (!apply(cue, certainty)) return false;
      }
    }
  }
  return true;
}

/// "Lukashenko denied that soldiers were …", "Elliptic estimates that …": also where nobody is known to speak.
Certainty of_clause(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t trigger) {
  for (std::size_t k = trigger; k > 1; --k) {
    const Chunk& left = chunks[k - 1];
    if (is_word(left, ";") || is_word(left, "but") || is_word(left, "while")) break;
    if (!is_word(left, "that") || chunks[k - 2].kind != ChunkKind::verb) continue;
    if (denies_before(grammar, chunks, k - 2) || chunks[k - 2].negated) break;
    const std::string_view cue = grammar.cue("governor", chunks[k - 2].lemma);
    if (cue == "denied") return Certainty::denied;
    return cue == "believed" ? Certainty::believed : Certainty::reported;
  }
  return Certainty::reported;
}

/// "denied losses in its ranks, but said civilians had been killed": whether somebody goes on from the denial at chunk
/// `verb` to say what the trigger tells.
bool says_besides(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t verb,
                  std::size_t trigger) {
  for (std::size_t k = verb + 2; k < trigger; ++k) {
    const bool joined = is_word(chunks[k - 1], "but") || is_word(chunks[k - 1], "and");
    const std::string_view cue =
        chunks[k].kind == ChunkKind::verb ? grammar.cue("governor", chunks[k].lemma) : "";
    if (joined && !cue.empty() && cue != "denied" && !chunks[k].negated) return true;
  }
  return false;
}

}  // namespace

bool denies_before(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t verb) {
  if (verb + 3 >= chunks.size()) return false;
  const Chunk& object = chunks[verb + 1];
  const bool told = object.of.empty() &&
                    (grammar.is(WordClass::allegation, object.lemma) || object.lemma == "report");
  const bool back = is_word(object, "that") || (object.kind == ChunkKind::phrase &&
                                                (object.pronoun || object.head == "this" || told));
  std::size_t k = verb + 2;
  if (is_word(chunks[k], ",") && k + 2 < chunks.size()) ++k;
  const bool goes_on = is_word(chunks[k], "and") || is_word(chunks[k], "but");
  ++k;
  // "denied it, and in May it sent"
  while (k + 2 < chunks.size() &&
         (chunks[k].kind == ChunkKind::date || mark_of(chunks[k]) == "adv"))
    ++k;
  if (k + 1 < chunks.size() && chunks[k].kind == ChunkKind::phrase && goes_on) ++k;
  return back && goes_on && is_finite(chunks[k]);
}

std::optional<Certainty> certainty_of(const Grammar& grammar, const std::vector<Chunk>& chunks,
                                      std::size_t trigger, const std::vector<Speaker>& speakers,
                                      bool use_frame) {
  const Chunk& chunk = chunks[trigger];
  if (is_word(chunks.back(), "?")) return std::nullopt;
  // "Had Syria sent soldiers, …"
  if (chunks.front().kind == ChunkKind::verb && trigger > 0 &&
      (chunks.front().head == "had" || chunks.front().head == "were" ||
       chunks.front().lemma == "should")) {
    return std::nullopt;
  }
  Certainty certainty = Certainty::reported;
  const bool states = chunk.kind == ChunkKind::verb
                          ? apply_verb(grammar, chunks, trigger, use_frame, certainty)
                          : apply_noun(grammar, chunks, trigger, use_frame, certainty);
  if (!states || depends(chunks, trigger) || !apply_before(grammar, chunks, trigger, certainty))
    return std::nullopt;
  // "asked Chad to let it buy tanks"
  if (trigger >= 2 && chunks[trigger - 2].lemma == "let" &&
      chunks[trigger - 2].voice == Voice::infinitive &&
      chunks[trigger - 1].kind == ChunkKind::phrase)
    certainty = weaker(certainty, Certainty::planned);
  if (only_agreed(chunks, trigger)) certainty = weaker(certainty, Certainty::planned);
  if (chunk.kind == ChunkKind::phrase) apply_told(grammar, chunks, trigger, certainty);
  if (is_mandative(chunks, trigger)) return std::nullopt;
  apply_impersonal(grammar, chunks, trigger, certainty);
  for (std::size_t k = trigger + 1; k < chunks.size(); ++k) {
    // "Its mandate runs out in April unless the council renews it"
    if (is_word(chunks[k], "unless")) certainty = weaker(certainty, Certainty::planned);
  }
  for (const Speaker& speaker : speakers) {
    if (speaker.verb == trigger || speaker.subject == trigger) continue;
    const bool covers = speaker.before ? speaker.verb < trigger : true;
    if (!covers || (speaker.certainty == Certainty::denied &&
                    (denies_before(grammar, chunks, speaker.verb) ||
                     says_besides(grammar, chunks, speaker.verb, trigger))))
      continue;
    if (speaker.certainty == Certainty::confirmed) {
      if (certainty == Certainty::reported) certainty = Certainty::confirmed;
    } else if (speaker.certainty == Certainty::denied) {
      certainty = Certainty::denied;
    } else {
      certainty = certainty == Certainty::confirmed ? speaker.certainty
                                                    : weaker(certainty, speaker.certainty);
    }
  }
  return certainty == Certainty::reported ? of_clause(grammar, chunks, trigger) : certainty;
}

}  // namespace msmt
