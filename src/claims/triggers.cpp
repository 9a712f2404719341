#include "claims/triggers.hpp"

#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/subjects.hpp"

namespace msmt {

namespace {

/// "the eight-member panel", "an 11-nation team"
bool counts_members(const Chunk& chunk) {
  static constexpr std::string_view kMembers[] = {"- member", "- nation", "- state", "- country"};
  return std::any_of(std::begin(kMembers), std::end(kMembers), [&](std::string_view word) {
    return chunk.before.find(word) != std::string::npos;
  });
}

/// "a cap of 500,000 barrels": the word for a rule that a count begins with; "" for none.
std::string_view cap_of(const Grammar& grammar, const Chunk& chunk) {
  if (chunk.quantity == nullptr) return {};
  std::string_view words = std::get<Quantity>(chunk.quantity->value).cue;
  while (!words.empty()) {
    const std::string_view word = words.substr(0, words.find(' '));
    if (grammar.evokes("noun", word, {"limit.noun"})) return word;
    words.remove_prefix(std::min(words.size(), word.size() + 1));
  }
  return {};
}

/// Whether the verb before chunk i is that of a clause that "which", "that" or "who" opens.
bool in_relative_clause(const std::vector<Chunk>& chunks, std::size_t i) {
  std::size_t k = i;
  while (k > 0 && !is_finite(chunks[k - 1])) --k;
  if (k == 0) return false;
  --k;  // the verb; its subject may stand between
  if (k > 0 && chunks[k - 1].kind == ChunkKind::phrase) --k;
  return k > 0 &&
         (is_word(chunks[k - 1], "which") || is_word(chunks[k - 1], "that") ||
          is_word(chunks[k - 1], "who")) &&
         k > 1 && chunks[k - 2].kind != ChunkKind::verb;
}

/// ", which is fitted with …", ", who has supplied …", ", which Iran supplied": what a clause adds of how
/// things stand, at any time and not on the day of the main verb; but "turned to France, which sold it
/// jets" goes on.
bool adds_state(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t trigger) {
  static constexpr std::string_view kOtherTime[] = {"later",   "subsequently", "previously",
                                                    "earlier", "already",      "since"};
  const Chunk& verb = chunks[trigger];
  if (!is_finite(verb)) return false;
  std::vector<std::string> adverbs = verb.adverbs;
  std::size_t k = trigger;
  const auto skip_adverbs = [&] {
    while (k > 0 && chunks[k - 1].kind == ChunkKind::word && mark_of(chunks[k - 1]) == "adv")
      adverbs.push_back(chunks[--k].word);
  };
  skip_adverbs();
  const bool object = k > 0 && chunks[k - 1].kind == ChunkKind::phrase;  // "which Iran supplied"
  if (object) --k;
  skip_adverbs();
  const bool loose = k > 1 && is_word(chunks[k - 2], ",") &&
                     (is_word(chunks[k - 1], "which") || is_word(chunks[k - 1], "who") ||
                      is_word(chunks[k - 1], "whom"));
  if (!loose) return false;
  const bool other_time =
      std::any_of(adverbs.begin(), adverbs.end(), [](const std::string& adverb) {
        return std::find(std::begin(kOtherTime), std::end(kOtherTime), adverb) !=
               std::end(kOtherTime);
      });
  const bool has = grammar.evokes(
      "verb", verb.lemma, {"possess.have", "possess.fit", "possess.consist", "possess.belong"});
  return object || other_time || verb.perfect || has || verb.voice == Voice::passive;
}

/// "promised two ships in May, but on Monday its minister declined": whether chunk i opens a clause with a date and
/// a verb of its own.
bool opens_dated_clause(const std::vector<Chunk>& chunks, std::size_t i) {
  const bool joins = is_word(chunks[i], "but") || is_word(chunks[i], "and") ||
                     is_word(chunks[i], "yet") || is_word(chunks[i], "so");
  if (!joins || i + 3 >= chunks.size() || chunks[i + 1].kind != ChunkKind::date) return false;
  const std::size_t subject = is_word(chunks[i + 2], ",") ? i + 3 : i + 2;
  return subject + 1 < chunks.size() && chunks[subject].kind == ChunkKind::phrase &&
         is_finite(chunks[subject + 1]);
}

/// "In September Britain said that Iran had delivered missiles": whether what chunk `trigger` tells was done before the
/// day of the verb at `main`, whose date opens the sentence; "since 2023" and "for nine months" go with both.
bool done_before(const Document& doc, const std::vector<Chunk>& chunks, std::size_t main,
                 std::size_t trigger) {
  static constexpr std::string_view kPoint[] = {"in ",   "on ",      "last ",
                                                "this ", "earlier ", "late "};
  if (!is_finite(chunks[main]) || !is_finite(chunks[trigger]) || !chunks[trigger].perfect ||
      !chunks[trigger].modals.empty() || chunks.front().kind != ChunkKind::date)
    return false;
  const std::string date = fold(doc.words(chunks.front().span));
  const bool point = std::any_of(std::begin(kPoint), std::end(kPoint),
                                 [&](std::string_view word) { return date.starts_with(word); });
  const auto at = [&](std::size_t k) { return chunks.begin() + static_cast<std::ptrdiff_t>(k); };
  const bool own = std::none_of(at(1), at(main), is_finite);  // the date is of that verb
  const bool hangs = std::none_of(at(main), at(trigger), [](const Chunk& c) {
    return is_word(c, ",") || is_word(c, ":") || is_word(c, ";");
  });
  return point && own && hangs;
}

/// "The designation of the bank came in May", "announced the launch of the team in Oslo in May", "In May
/// Tokyo announced the launch": the day of a verb that does no more than tell that the noun's deed is done;
/// nullptr for none.
const Chunk* date_of_performing(const Grammar& grammar, const std::vector<Chunk>& chunks,
                                std::size_t noun, std::size_t end) {
  const auto& frames = grammar.frames("noun", chunks[noun].lemma);
  static constexpr std::string_view kTypes[] = {"establishment", "dissolution", "sanction", "veto"};
  const bool done = !frames.empty() && std::find(std::begin(kTypes), std::end(kTypes),
                                                 frames.front()->type) != std::end(kTypes);
  if (!done) return nullptr;
  const auto performs = [&](const Chunk& verb) {
    return is_finite(verb) && verb.modals.empty() && !verb.negated &&
           grammar.is(WordClass::perform, verb.lemma);
  };
  const auto behind = [&](std::size_t from) -> const Chunk* {
    for (std::size_t k = from; k < chunks.size(); ++k) {
      if (chunks[k].kind == ChunkKind::date) return &chunks[k];
      if (chunks[k].kind != ChunkKind::phrase && !governs(chunks[k])) return nullptr;
    }
    return nullptr;
  };
  if (end < chunks.size() && performs(chunks[end])) return behind(end + 1);
  if (noun == 0 || !performs(chunks[noun - 1]) || chunks[noun - 1].voice != Voice::active)
    return nullptr;
  if (const Chunk* date = behind(noun + 1)) return date;
  return chunks.front().kind == ChunkKind::date ? &chunks.front() : nullptr;
}

}  // namespace

std::vector<Trigger> find_triggers(const Grammar& grammar, const std::vector<Chunk>& chunks) {
  std::vector<Trigger> triggers;
  std::vector<Trigger> rules;  // read first: the deeds that a rule is about are none
  for (std::size_t i = 0; i < chunks.size(); ++i) {
    const Chunk& chunk = chunks[i];
    const auto add = [&](const std::vector<const Frame*>& frames) {
      if (frames.empty()) return;
      const bool rule = frames.front()->type == "limit" && chunks[i].kind == ChunkKind::verb;
      (rule ? rules : triggers).push_back({i, &frames});
    };
    if (chunk.kind == ChunkKind::verb) {
      add(grammar.frames("verb", chunk.lemma));
    } else if (chunk.kind == ChunkKind::phrase && !chunk.pronoun) {
      // "a cyber attack on the bank": a trigger of two words
      const auto& compound = grammar.frames(
          "noun", chunk.before.substr(chunk.before.rfind(' ') + 1) + " " + chunk.lemma);
      const auto& by_lemma = compound.empty() ? grammar.frames("noun", chunk.lemma) : compound;
      if (const std::string_view cap = cap_of(grammar, chunk); !cap.empty()) {
        add(grammar.frames("noun", cap));  // "a cap of 500,000 barrels a year"
      } else if (counts_members(chunk)) {
        add(grammar.frames("noun", "body"));  // "the eight-member Panel of Experts"
      } else if (!by_lemma.empty()) {
        add(by_lemma);
      } else {
        add(grammar.frames("noun", chunk.head));
      }
    } else if (chunk.kind == ChunkKind::word) {
      add(grammar.frames("prep", chunk.word));
    }
  }
  // a finite verb says more than a participle: "the warheads promised by Russia were delivered to Minsk"
  std::stable_partition(triggers.begin(), triggers.end(), [&](const Trigger& trigger) {
    return chunks[trigger.chunk].voice != Voice::participle;
  });
  // "containers of supplies, including drones, were shipped": the whole first, then its parts
  std::stable_partition(triggers.begin(), triggers.end(), [](const Trigger& trigger) {
    return trigger.frames->front()->type != "more" || trigger.frames->front()->pos != "prep";
  });
  triggers.insert(triggers.begin(), rules.begin(), rules.end());
  return triggers;
}

const Chunk* date_of(const Grammar& grammar, const Document& doc, const std::vector<Chunk>& chunks,
                     std::size_t trigger, const Sides& sides, bool noun) {
  // "which in May imposed sanctions … after an attack in January"
  if (!noun && trigger > 1 && is_finite(chunks[trigger]) &&
      chunks[trigger - 1].kind == ChunkKind::date &&
      (is_word(chunks[trigger - 2], "which") || is_word(chunks[trigger - 2], "who")))
    return &chunks[trigger - 1];
  // Behind: up to the next verb, break or coordinated verb.
  std::size_t last = noun ? std::min(sides.end + 1, chunks.size()) : chunks.size();
  for (std::size_t i = trigger + 1; i < last; ++i) {
    const Chunk& chunk = chunks[i];
    if (chunk.kind == ChunkKind::date) return &chunk;
    if (opens_dated_clause(chunks, i)) break;
    // "firms linked to Wagner in 2023": the participle only describes
    const bool describes =
        chunk.voice == Voice::participle && grammar.is(WordClass::describe, chunk.lemma);
    if (chunk.kind == ChunkKind::verb && chunk.voice != Voice::gerund &&
        chunk.voice != Voice::infinitive && !describes)
      break;
    if (chunk.kind == ChunkKind::verb && chunk.voice == Voice::gerund &&
        is_word(chunks[i - 1], ","))
      break;
    static constexpr std::string_view kEnds[] = {";",       "--",     "because of", "due to",
                                                 "while",   "when",   "after",      "although",
                                                 "whereas", "before", "despite",    "than"};
    if (chunk.kind == ChunkKind::word &&
        std::find(std::begin(kEnds), std::end(kEnds), chunk.word) != std::end(kEnds))
      break;
    if (noun && chunk.kind == ChunkKind::verb) break;
  }
  if (noun) {
    if (const Chunk* performed = date_of_performing(grammar, chunks, trigger, sides.end))
      return performed;
    // "Deliveries of petroleum exceeded a million barrels in 2024": the date of the figure
    std::size_t verb = trigger + 1;
    while (verb < chunks.size() && chunks[verb].kind != ChunkKind::verb &&
           !is_word(chunks[verb], ","))
      ++verb;
    const bool figure = verb + 2 < chunks.size() && chunks[verb].voice == Voice::active &&
                        grammar.is(WordClass::reach, chunks[verb].lemma);
    for (std::size_t i = verb + 1; figure && i < chunks.size() && i < verb + 4; ++i) {
      if (chunks[i].kind == ChunkKind::date) return &chunks[i];
    }
    // "In 2024 four ships made 64 trips": the date is that of the light verb
    if (sides.construction == "light") {
      for (std::size_t k = trigger; k > 0; --k) {
        if (is_finite(chunks[k - 1])) return date_of(grammar, doc, chunks, k - 1, sides, false);
      }
    }
  }
  // "In June, Seoul sanctioned a trader for selling fuel": nobody says when it sold
  if (charge_of(grammar, chunks, trigger)) return nullptr;
  if (!noun && adds_state(grammar, chunks, trigger)) return nullptr;
  // "Tuesday is not the first time that it imposed": the day is what the sentence is about
  if (!noun && trigger > 1 && chunks[0].kind == ChunkKind::date &&
      chunks[1].kind == ChunkKind::verb && chunks[1].lemma == "be")
    return nullptr;
  // Directly before: "in June last year, Russia sanctioned …", "between March and May were sent".
  bool phrase_seen = false;
  bool parted = false;
  bool joined = false;  // "…last year and also provided": the date is of the verb before
  for (std::size_t i = trigger; i > 0; --i) {
    const Chunk& chunk = chunks[i - 1];
    if (is_word(chunk, "when") && !noun && i >= 2) {
      // "in January, when it sanctioned a bank": that is when
      const Chunk& left = is_word(chunks[i - 2], ",") && i >= 3 ? chunks[i - 3] : chunks[i - 2];
      return left.kind == ChunkKind::date ? &left : nullptr;
    }
    if (is_word(chunk, ",") || is_word(chunk, "despite") || is_word(chunk, "after")) parted = true;
    if (!phrase_seen && (is_word(chunk, "and") || is_word(chunk, "but") || is_word(chunk, "or")))
      joined = true;
    if (chunk.kind == ChunkKind::date) {
      const bool leads = i == 1 || is_word(chunks[i - 2], ",") || is_word(chunks[i - 2], "\"") ||
                         is_word(chunks[i - 2], "that") || is_word(chunks[i - 2], "and") ||
                         is_word(chunks[i - 2], "(");
      if (noun) {
        if (!phrase_seen && i == trigger) return &chunk;
        return nullptr;
      }
      // "Last month two jets which Mali ordered in 2020 arrived": the date of the relative clause;
      // but "the embargo that the Council decreed in 2003 forbids": of the rule itself
      const auto& frames = grammar.frames("verb", chunks[trigger].lemma);
      const bool rule = !frames.empty() && frames.front()->type == "limit";
      if (!leads && !rule && in_relative_clause(chunks, i - 1))
        return chunks.front().kind == ChunkKind::date ? &chunks.front() : nullptr;
      // a date behind another verb belongs to that verb
      if ((joined || parted) && !leads) return nullptr;
      if (leads || !phrase_seen || chunks[i - 2].kind != ChunkKind::verb) return &chunk;
      return nullptr;
    }
    if (is_word(chunk, ";") || is_word(chunk, "--")) break;
    if (chunk.kind == ChunkKind::phrase) phrase_seen = true;
    if (noun && chunk.kind == ChunkKind::verb) break;
    if (chunk.kind == ChunkKind::verb && i - 1 != trigger) {
      if (!noun && !joined && done_before(doc, chunks, i - 1, trigger)) return nullptr;
      // only a date that leads the whole sentence reaches over another verb
      for (std::size_t k = 0; k < i - 1; ++k) {
        if (chunks[k].kind == ChunkKind::date) {
          const bool leading = k == 0 || (k <= 2 && !is_word(chunks[0], "released"));
          const bool no_verb_before =
              std::none_of(chunks.begin(), chunks.begin() + static_cast<std::ptrdiff_t>(k),
                           [](const Chunk& c) { return c.kind == ChunkKind::verb; });
          if (leading && no_verb_before) return &chunks[k];
        }
        if (chunks[k].kind == ChunkKind::verb) break;
      }
      return nullptr;
    }
  }
  return nullptr;
}

bool moves_before(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t before) {
  for (std::size_t i = before; i > 0; --i) {
    const Chunk& chunk = chunks[i - 1];
    if (chunk.kind == ChunkKind::word && (chunk.word == ";" || chunk.word == "--")) return false;
    if (chunk.kind == ChunkKind::verb) {
      return grammar.is(WordClass::motion, chunk.lemma) || (chunk.voice == Voice::gerund && i > 1);
    }
    if (chunk.kind == ChunkKind::phrase && chunk.item_class == "deed") return true;
  }
  return false;
}

}  // namespace msmt
