/// Who does what a verb without a subject of its own tells: the accused, who plans it, who does it by way of another deed.
///
///     "accused Iran of shipping drones"                  Iran
///     "helped Syria by supplying shells"                 who helped
#include <algorithm>
#include <string_view>

#include "claims/clause_words.hpp"
#include "claims/party_words.hpp"
#include "claims/subjects.hpp"

namespace msmt {

namespace {

/// "on Alfa Trade, Beta Invest and Igor Petrov": the members of the list that ends with chunk `last`, also behind a
/// preposition.
std::vector<std::size_t> members_of_list(const std::vector<Chunk>& chunks, std::size_t last) {
  std::vector<std::size_t> out{last};
  std::size_t i = last;
  while (i >= 2 && chunks[i - 1].kind == ChunkKind::word && joins_list(chunks[i - 1].word)) {
    std::size_t k = i - 1;
    while (k > 0 && chunks[k].kind == ChunkKind::word && joins_list(chunks[k].word)) --k;
    if (chunks[k].kind != ChunkKind::phrase) break;
    out.insert(out.begin(), k);
    i = k;
  }
  return out;
}

/// "imposed sanctions on Syria for buying shells": whether chunk i, behind "on" or "against", is who is sanctioned.
bool is_under_measure(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t i) {
  if (i < 2 || (!is_word(chunks[i - 1], "on") && !is_word(chunks[i - 1], "against"))) return false;
  const Chunk& measure = chunks[i - 2];
  if (measure.kind == ChunkKind::phrase) return measure.item_class == "measure";
  return measure.kind == ChunkKind::verb && measure.voice == Voice::passive && i > 2 &&
         chunks[i - 3].item_class == "measure" &&
         grammar.evokes("verb", measure.lemma, {"sanction"});
}

/// "for having assisted, sponsored, or provided": the gerund that opens a series of perfect forms; the trigger itself
/// for none.
std::size_t first_of_perfects(const std::vector<Chunk>& chunks, std::size_t trigger) {
  if (trigger < 3 || chunks[trigger].kind != ChunkKind::verb ||
      (!is_word(chunks[trigger - 1], "or") && !is_word(chunks[trigger - 1], "and")))
    return trigger;
  for (std::size_t k = trigger - 1; k > 0; --k) {
    const Chunk& left = chunks[k - 1];
    if (left.kind == ChunkKind::verb && left.voice == Voice::gerund)
      return left.perfect ? k - 1 : trigger;
    const bool series = left.voice == Voice::participle || left.voice == Voice::active ||
                        is_word(left, ",") || mark_of(left) == "adv";
    if (!series) return trigger;
  }
  return trigger;
}

/// "accused Iran of shipping drones", "thanked Poland for sending tanks": who did it is the object;
/// chunks.size() where nobody is accused.
std::size_t accused_before(const Grammar& grammar, const std::vector<Chunk>& chunks,
                           std::size_t trigger) {
  const std::size_t none = chunks.size();
  trigger = first_of_perfects(chunks, trigger);
  if (const auto verb = accusation_of(grammar, chunks, trigger)) {
    std::size_t k = *verb;  // "Kim Kwang Jin is accused of taking $740,000"
    if (chunks[*verb].voice == Voice::participle) {
      while (k > 0 && mark_of(chunks[k - 1]) == "adv") --k;
      if (k > 1 && is_word(chunks[k - 1], ",")) --k;
      // "Accused of selling rifles, Chad is silent"
      const auto behind =
          k == 0 ? main_subject_behind(chunks, trigger) : std::vector<std::size_t>{};
      if (!behind.empty()) return behind.back();
    }
    if (k > 0 && chunks[k - 1].kind == ChunkKind::phrase) return k - 1;
  }
  if (trigger < 3 || chunks[trigger].voice != Voice::gerund) return none;
  // "for systematically violating"
  if (trigger > 3 && mark_of(chunks[trigger - 1]) == "adv") --trigger;
  const std::string& link = chunks[trigger - 1].word;
  const Chunk& part = chunks[trigger - 2];
  if (link == "in" && part.kind == ChunkKind::phrase && part.owner &&
      grammar.is(WordClass::involvement, part.lemma)) {
    // "sanctioned the firm for its involvement in selling oil"
    const bool its = part.owner->party.name == "its" || part.owner->party.name == "their";
    if (!its) return trigger - 2;
    for (std::size_t k = trigger - 2; k > 0; --k) {
      const bool governed =
          k > 1 && chunks[k - 2].kind == ChunkKind::word && is_preposition(chunks[k - 2].word);
      if (chunks[k - 1].kind == ChunkKind::phrase && !governed) return k - 1;
    }
    return none;
  }
  const bool involved = link == "in" && part.voice == Voice::participle &&
                        (part.lemma == "involve" || part.lemma == "engage");
  if (involved && chunks[trigger - 3].kind == ChunkKind::phrase)
    return trigger - 3;  // "sanctioned three men involved in selling oil"
  if (link != "of" && link != "for" && link != "with") return none;
  if (const Chunk& verb = chunks[trigger - 2];
      trigger > 4 && verb.kind == ChunkKind::verb && verb.voice == Voice::active &&
      grammar.is(WordClass::accuse, verb.lemma) && chunks[trigger - 4].kind == ChunkKind::word &&
      (chunks[trigger - 4].word == "that" || chunks[trigger - 4].word == "which" ||
       chunks[trigger - 4].word == "whom")) {
    // "12 companies that it accused of raising money", "the Emirates, which it accuses of arming the rebels"
    const std::size_t head =
        is_word(chunks[trigger - 5], ",") && trigger > 5 ? trigger - 6 : trigger - 5;
    if (chunks[head].kind == ChunkKind::phrase) return head;
  }
  if (chunks[trigger - 2].kind != ChunkKind::phrase) return none;
  if (link == "for" &&
      is_under_measure(grammar, chunks, members_of_list(chunks, trigger - 2).front()))
    return trigger - 2;
  for (std::size_t k = trigger - 2; k > 0; --k) {
    const Chunk& left = chunks[k - 1];
    if (left.kind == ChunkKind::verb) {
      const bool accuses =
          grammar.is(WordClass::accuse, left.lemma) ||
          (link == "for" && grammar.evokes("verb", left.lemma, {"sanction.verb", "sanction.list"}));
      return accuses && left.voice != Voice::passive ? trigger - 2 : none;
    }
    const bool passes = left.kind == ChunkKind::phrase || left.kind == ChunkKind::date ||
                        left.word == "," || left.word == "and";
    if (!passes) return none;
  }
  return none;
}

/// "found plots to sell oil to Chad and to buy drones": the noun that an infinitive behind another one
/// completes; the number of chunks for none.
std::size_t intent_before(const Grammar& grammar, const std::vector<Chunk>& chunks,
                          std::size_t trigger) {
  if (chunks[trigger].voice != Voice::infinitive || trigger < 4 ||
      !is_word(chunks[trigger - 1], "and"))
    return chunks.size();
  for (std::size_t k = trigger - 1; k > 1; --k) {
    const Chunk& verb = chunks[k - 1];
    if (is_word(verb, ";")) break;
    if (verb.kind != ChunkKind::verb || verb.voice == Voice::participle) continue;
    const bool completes = verb.voice == Voice::infinitive &&
                           chunks[k - 2].kind == ChunkKind::phrase &&
                           grammar.is(WordClass::intent, chunks[k - 2].lemma);
    return completes ? k - 2 : chunks.size();
  }
  return chunks.size();
}

/// "helped the North improve its missiles by supplying data", "accused Pyongyang of supporting the war by supplying shells":
/// who does by what means the deed before it is done; empty where another rule says so.
std::vector<std::size_t> doer_by_way(const Grammar& grammar, const std::vector<Chunk>& chunks,
                                     std::size_t trigger) {
  if (chunks[trigger].voice != Voice::gerund || trigger < 4 || !is_word(chunks[trigger - 1], "by"))
    return {};
  for (std::size_t k = trigger - 1; k > 1; --k) {
    const Chunk& deed = chunks[k - 1];
    if (is_word(deed, ";") || is_word(deed, "that")) return {};
    if (deed.kind != ChunkKind::verb) continue;
    if (deed.voice == Voice::gerund) {
      const std::size_t accused = accused_before(grammar, chunks, k - 1);
      return accused < chunks.size() ? list_before(chunks, accused) : std::vector<std::size_t>{};
    }
    // "helped the North improve", "enabled Russia to increase"
    const bool helped = k > 3 && chunks[k - 2].kind == ChunkKind::phrase &&
                        chunks[k - 3].kind == ChunkKind::verb &&
                        chunks[k - 3].voice == Voice::active &&
                        (chunks[k - 3].lemma == "help" ||
                         grammar.is(WordClass::object_control, chunks[k - 3].lemma));
    if (!helped) return {};
    const std::size_t subject = subject_before(chunks, k - 3);
    return subject < chunks.size() ? list_before(chunks, subject) : std::vector<std::size_t>{};
  }
  return {};
}

/// "Togo gave mines to Chad in exchange for lending trucks": who takes what the verb before gives, as he gives
/// back; the number of chunks for nobody.
std::size_t giver_in_return(const Grammar& grammar, const std::vector<Chunk>& chunks,
                            std::size_t trigger) {
  const std::size_t none = chunks.size();
  if (chunks[trigger].voice != Voice::gerund || trigger < 4 || !opens_return(chunks[trigger - 1]))
    return none;
  std::size_t taker = none;
  for (std::size_t k = trigger - 1; k > 0; --k) {
    const Chunk& left = chunks[k - 1];
    if (is_word(left, ";")) return none;
    if (k > 1 && left.kind == ChunkKind::phrase && left.country_head &&
        (is_word(chunks[k - 2], "to") || chunks[k - 2].kind == ChunkKind::verb))
      taker = k - 1;
    if (left.kind != ChunkKind::verb) continue;
    const bool gives =
        left.voice == Voice::active &&
        grammar.evokes("verb", left.lemma, {"give.supply", "give.send", "give.give"});
    return gives ? taker : none;
  }
  return none;
}

/// "sanctioned two firms that hire men to earn money", "six people in schemes using banks to launder money": who
/// does the verb before in a clause of his own does what an infinitive completes; the number of chunks for nobody.
std::size_t doer_in_clause(const Grammar& grammar, const std::vector<Chunk>& chunks,
                           std::size_t trigger) {
  const std::size_t none = chunks.size();
  if (chunks[trigger].voice != Voice::infinitive) return none;
  for (std::size_t k = trigger; k > 2; --k) {
    const Chunk& left = chunks[k - 1];
    if (is_word(left, ",") || is_word(left, ";")) return none;
    if (left.kind != ChunkKind::verb) continue;
    const Chunk& before = chunks[k - 2];
    if (left.voice == Voice::active) {
      const bool relative =
          is_word(before, "that") || is_word(before, "which") || is_word(before, "who");
      if (!relative || chunks[k - 3].kind != ChunkKind::phrase) return none;
      std::size_t head = k - 3;  // "a dhow off the coast that", "firms in Oman that"
      while (head >= 2 && governs(chunks[head - 1]) && chunks[head - 2].kind == ChunkKind::phrase)
        head -= 2;
      return head;
    }
    if (left.voice != Voice::gerund || before.kind != ChunkKind::phrase) return none;
    const bool of_sanctioned = std::any_of(
        chunks.begin(), chunks.begin() + static_cast<std::ptrdiff_t>(k - 2), [&](const Chunk& c) {
          return c.kind == ChunkKind::verb && c.voice == Voice::active &&
                 grammar.evokes("verb", c.lemma, {"sanction.verb", "sanction.list"});
        });
    return of_sanctioned ? k - 2 : none;
  }
  return none;
}

/// "Iran's support for the war by providing shells": the help that somebody gives by what the gerund says; the number of
/// chunks for none.
std::size_t help_by_way(const Grammar& grammar, const std::vector<Chunk>& chunks,
                        std::size_t trigger) {
  const std::size_t none = chunks.size();
  if (chunks[trigger].voice != Voice::gerund || trigger < 2 || !is_word(chunks[trigger - 1], "by"))
    return none;
  for (std::size_t k = trigger - 1; k > 0; --k) {
    const Chunk& left = chunks[k - 1];
    if (left.kind == ChunkKind::verb || is_word(left, ",") || is_word(left, ";")) return none;
    if (left.kind == ChunkKind::phrase && left.owner &&
        grammar.is(WordClass::support_noun, left.lemma))
      return k - 1;
  }
  return none;
}

}  // namespace

bool read_controlled(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t trigger,
                     Sides& sides) {
  const Chunk& chunk = chunks[trigger];
  const bool infinitive = chunk.kind == ChunkKind::verb && chunk.voice == Voice::infinitive &&
                          trigger > 0 && chunks[trigger - 1].kind == ChunkKind::phrase;
  // "Russian negotiations to acquire missiles"; but "Libya is in negotiations to buy"
  const bool negotiated =
      infinitive && chunks[trigger - 1].owner && chunks[trigger - 1].lemma == "negotiation";
  // "Malaysia signed a deal to buy jets", "Boeing won a contract to build tankers": who signs or wins it does so
  const bool deal = infinitive && trigger > 2 && !chunks[trigger - 1].owner &&
                    chunks[trigger - 1].item_class == "agreement";
  const bool signed_by =
      deal &&
      ((chunks[trigger - 2].voice == Voice::active &&
        grammar.evokes("verb", chunks[trigger - 2].lemma, {"agree.sign", "finance.price-win"})) ||
       (chunks[trigger - 2].voice == Voice::passive &&
        grammar.evokes("verb", chunks[trigger - 2].lemma, {"finance.price-award"})));
  const std::size_t noun = noun_completed(chunks, trigger);
  const bool intended = noun < chunks.size() && grammar.is(WordClass::intent, chunks[noun].lemma);
  if (negotiated || (intended && !signed_by)) {
    // "observed plans to deploy workers": the observer deploys nobody
    sides.construction = "plan";
    sides.chunks["planner"] = {noun};
    return true;
  }
  if (infinitive && trigger > 1 && is_word(chunks[trigger - 2], "for") && !sides.has("for")) {
    // "enough shells for Chad to fire", "it is time for Iran to pay": the phrase behind `for` does it
    sides.construction = "for_to";
    sides.chunks["subj"] = {trigger - 1};
    return true;
  }
  if (const std::size_t intent = intent_before(grammar, chunks, trigger); intent < chunks.size()) {
    sides.construction = "plan";
    sides.chunks["planner"] = {intent};
    return true;
  }
  if (const std::size_t help = help_by_way(grammar, chunks, trigger); help < chunks.size()) {
    sides.construction = "plan";
    sides.chunks["planner"] = {help};
    return true;
  }
  if (const std::size_t accused = accused_before(grammar, chunks, trigger);
      accused < chunks.size()) {
    sides.construction = "accused";
    const auto all = members_of_list(chunks, accused);
    sides.chunks["subj"] =
        is_under_measure(grammar, chunks, all.front()) ? all : list_before(chunks, accused);
    return true;
  }
  if (auto doer = doer_by_way(grammar, chunks, trigger); !doer.empty()) {
    sides.construction = "by_way";
    sides.chunks["subj"] = std::move(doer);
    return true;
  }
  if (const std::size_t taker = giver_in_return(grammar, chunks, trigger); taker < chunks.size()) {
    sides.construction = "in_return";
    sides.chunks["subj"] = {taker};
    return true;
  }
  if (const std::size_t doer = doer_in_clause(grammar, chunks, trigger); doer < chunks.size()) {
    sides.construction = "inner";
    sides.chunks["subj"] = {doer};
    return true;
  }
  if (kept_from(chunks, trigger) < chunks.size()) {
    sides.construction = "kept";
    sides.chunks["subj"] = {trigger - 2};
    return true;
  }
  if (const auto charge = charge_of(grammar, chunks, trigger);
      charge && chunks[*charge].voice != Voice::passive &&
      chunks[*charge].voice != Voice::participle && *charge + 1 < trigger &&
      chunks[*charge + 1].kind == ChunkKind::phrase) {
    sides.construction = "charge";
    sides.chunks["subj"] = {*charge + 1};
    return true;
  }
  if (const std::size_t charged = charged_in_relative(grammar, chunks, trigger);
      charged < chunks.size()) {
    sides.construction = "charge";
    sides.chunks["subj"] = {charged};
    return true;
  }
  if (infinitive && trigger > 1 && chunks[trigger - 2].kind == ChunkKind::verb &&
      chunks[trigger - 2].voice == Voice::active &&
      grammar.is(WordClass::object_control, chunks[trigger - 2].lemma)) {
    // "allows workers to remain": the object of the first verb does the second
    sides.construction = "object";
    sides.chunks["subj"] = {trigger - 1};
    return true;
  }
  return false;
}

}  // namespace msmt
