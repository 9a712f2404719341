/// Objects and prepositional phrases behind a trigger, each put on its side.
///
///     "gave Russia 100 missiles in May for its war"   obj = Russia, second = 100 missiles, for = its war
#include "claims/arguments.hpp"

#include <algorithm>
#include <utility>

#include "claims/argument_reader.hpp"
#include "claims/clause_words.hpp"

namespace msmt {

void ArgumentReader::read() {
  const bool noun = chunks_[trigger_].kind == ChunkKind::phrase;
  const bool preposition = chunks_[trigger_].kind == ChunkKind::word;
  bool objects = !noun;
  std::size_t i = past_joined_verbs();
  sides_.end = i;
  std::size_t behind_aside = 0;
  while (i < chunks_.size()) {
    const Chunk& chunk = chunks_[i];
    if (const std::size_t past = noun || preposition ? i : past_aside_before_object(i); past != i) {
      i = past;
      behind_aside = past;
    } else if (chunk.kind == ChunkKind::date || tells_how_often(chunk)) {
      ++i;
    } else if (chunk.kind == ChunkKind::phrase) {
      if (!objects || is_subject(i)) break;
      const bool first = !sides_.has("obj");
      // behind a prepositional phrase only a counted phrase is still an object: "gave to Russia 100 missiles"
      // or goods right behind it: "bought from Israel drones worth $500 million"
      const bool goods = (!chunk.item_class.empty() || chunk.weapon != nullptr) &&
                         chunks_[i - 1].kind == ChunkKind::phrase &&
                         chunks_[trigger_].voice == Voice::active;
      if (first && prepositional_ && chunk.quantity == nullptr && !goods) break;
      // "gave Chad "defensive equipment""
      const std::size_t left = is_quote(i - 1) && i > 1 ? i - 2 : i - 1;
      const bool beside = chunks_[left].kind == ChunkKind::phrase || i == behind_aside;
      if (!first && (sides_.has("second") || !beside)) break;
      i = list(i, first ? "obj" : "second");
      if (preposition) break;
    } else if (chunk.kind == ChunkKind::verb) {
      if (preposition && chunk.lemma == "be" && i == trigger_ + 1) {
        ++i;  // "Among them were 200 tanks"
        continue;
      }
      if (chunk.voice != Voice::participle) break;
      i = skip_participle(i);
      objects = false;
    } else {
      const std::size_t next = word(i, noun);
      if (next == i) break;
      i = next;
    }
    sides_.end = i;
  }
}

std::size_t ArgumentReader::past_joined_verbs() const {
  const std::size_t none = trigger_ + 1;
  if (chunks_[trigger_].kind != ChunkKind::verb || chunks_[trigger_].voice != Voice::active)
    return none;
  std::size_t i = none;
  bool closed = false;  // behind "and"
  while (!closed && i + 1 < chunks_.size()) {
    std::size_t k = i;
    while (k < chunks_.size() && chunks_[k].kind == ChunkKind::word &&
           (chunks_[k].word == "," || chunks_[k].word == "and" || chunks_[k].word == "or")) {
      closed = closed || chunks_[k].word != ",";
      ++k;
    }
    while (closed && k < chunks_.size() && chunks_[k].kind == ChunkKind::word &&
           mark_of(chunks_[k]) == "adv" && chunks_[k].word != "(" && chunks_[k].word != "\"")
      ++k;  // "bought and later deployed"
    // behind a comma a past tense may look like a participle
    const bool verb =
        k != i && k < chunks_.size() && chunks_[k].kind == ChunkKind::verb &&
        (chunks_[k].voice == Voice::active || (!closed && chunks_[k].voice == Voice::participle)) &&
        chunks_[k].chain.empty() && !chunks_[k].negated;
    if (!verb) return none;
    i = k + 1;
  }
  const bool object = closed && i < chunks_.size() && chunks_[i].kind == ChunkKind::phrase &&
                      !chunks_[i].pronoun && !is_subject(i);
  return object ? i : none;
}

bool ArgumentReader::ends_relative(std::size_t i) const {
  if (trigger_ < 2 || i != trigger_ + 1 || !is_finite(chunks_[trigger_])) return false;
  const Chunk& link = chunks_[trigger_ - 1];
  if (!is_word(link, "that") && !is_word(link, "which") && !is_word(link, "who")) return false;
  return std::none_of(chunks_.begin(), chunks_.begin() + static_cast<std::ptrdiff_t>(trigger_),
                      [](const Chunk& chunk) { return is_finite(chunk); });
}

bool ArgumentReader::is_subject(std::size_t i) const {
  if (ends_relative(i)) return false;
  std::size_t k = i + 1;
  if (k < chunks_.size() && chunks_[k].voice == Voice::participle) {
    // "and F-16s donated by Denmark, Norway and Belgium began to arrive"
    k = skip_participle(k);
    bool joined = false;
    while (k + 1 < chunks_.size() && chunks_[k].kind == ChunkKind::word &&
           (chunks_[k].word == "," || chunks_[k].word == "and") &&
           chunks_[k + 1].kind == ChunkKind::phrase) {
      joined = chunks_[k].word == "and";
      k += 2;
      if (joined) break;
    }
  }
  while (k < chunks_.size() && chunks_[k].kind == ChunkKind::word && mark_of(chunks_[k]) == "adv" &&
         chunks_[k].word != "(" && chunks_[k].word != "\"") {
    ++k;
  }
  return k < chunks_.size() && is_finite(chunks_[k]);
}

std::size_t ArgumentReader::preposition(std::size_t i) {
  const std::string& text = chunks_[i].word;
  // "supplied Chad with "defensive equipment and missiles""
  if (is_quote(i + 1) && i + 2 < chunks_.size() && chunks_[i + 2].kind == ChunkKind::phrase &&
      !sides_.has(text) && !is_break(text)) {
    prepositional_ = true;
    return list(i + 2, text);
  }
  const bool then_phrase = i + 1 < chunks_.size() && chunks_[i + 1].kind == ChunkKind::phrase;
  // "missiles with a range of 500 km, drones and radars": the range parts no list
  const bool range = text == "with" && then_phrase && chunks_[i + 1].lemma == "range" &&
                     sides_.has("obj") && i + 3 < chunks_.size() &&
                     (is_word(chunks_[i + 2], ",") || is_word(chunks_[i + 2], "and")) &&
                     chunks_[i + 3].kind == ChunkKind::phrase && !is_subject(i + 3);
  if (range) return list(i + 3, "obj");
  // "passed the drones on to the rebels", "sent them back to Iran": the verb's own particle
  const bool particle = (text == "on" || text == "over" || text == "along") &&
                        i + 2 < chunks_.size() && is_word(chunks_[i + 1], "to") &&
                        chunks_[i + 2].kind == ChunkKind::phrase && sides_.has("obj");
  if (particle) return i + 1;
  if (!then_phrase) {
    return i + 1 < chunks_.size() && chunks_[i + 1].kind == ChunkKind::date ? i + 1 : i;
  }
  if (is_break(text) && is_subject(i + 1)) return i;  // "after the panel was disbanded"
  const bool again = sides_.has(text) && i > 0 && chunks_[i - 1].kind == ChunkKind::word &&
                     joins_list(chunks_[i - 1].word);
  if (again) return list(i + 1, text);  // "on X and on Y"
  if (sides_.has(text)) {
    Sides ignored;
    std::swap(ignored.chunks, sides_.chunks);
    const std::size_t end = list(i + 1, text);
    std::swap(ignored.chunks, sides_.chunks);
    return end;
  }
  if (text == "between" && i + 3 < chunks_.size() && chunks_[i + 2].word == "and") {
    sides_.chunks["between"] = {i + 1, i + 3};
    // "between Oran and the ports of Sfax and Bizerte"
    const bool third = i + 5 < chunks_.size() && is_word(chunks_[i + 4], "and") &&
                       chunks_[i + 5].kind == ChunkKind::phrase && !is_subject(i + 5) &&
                       chunks_[i + 5].quantity == nullptr && chunks_[i + 5].item_class.empty();
    return third ? i + 6 : i + 4;
  }
  prepositional_ = true;
  return list(i + 1, text);
}

bool ArgumentReader::is_quote(std::size_t i) const {
  return i < chunks_.size() && (is_word(chunks_[i], "\"") || is_word(chunks_[i], "'"));
}

std::size_t ArgumentReader::comma(std::size_t i, bool noun) const {
  if (i + 1 >= chunks_.size() || opens_absolute(i + 1)) return i;
  const Chunk& next = chunks_[i + 1];
  if (next.kind == ChunkKind::date) {
    // "exported to Russia, in the course of 2024, nine million rounds"
    const bool object = i + 3 < chunks_.size() && is_word(chunks_[i + 2], ",") && !noun &&
                        !sides_.has("obj") && chunks_[i + 3].kind == ChunkKind::phrase &&
                        chunks_[i + 3].quantity != nullptr && !is_subject(i + 3);
    return object ? i + 3 : i + 1;
  }
  // "rounds last year, delivered aboard ships, and at least 100 missiles"
  if (const std::size_t past = noun || !sides_.has("obj") ? i : past_relative(i); past != i)
    return past + 1;
  if (const std::size_t past = past_aside(i); past != i) return past;
  // "supplied missiles, officials believe, along with guns"
  const bool spoken = !noun && i + 5 < chunks_.size() && next.kind == ChunkKind::phrase &&
                      chunks_[i + 2].voice == Voice::active && is_word(chunks_[i + 3], ",") &&
                      chunks_[i + 5].kind == ChunkKind::phrase;
  if (spoken && goes_along(chunks_[i + 4].word)) return i + 4;
  if (next.kind == ChunkKind::word && is_preposition(next.word)) {
    // "2,000 soldiers in Mali, in Niger about 100": another clause without its verb
    const bool gapped = i + 3 < chunks_.size() && chunks_[i + 2].kind == ChunkKind::phrase &&
                        chunks_[i + 3].kind == ChunkKind::phrase &&
                        chunks_[i + 3].quantity != nullptr;
    return noun || gapped ? i : i + 1;
  }
  return i;
}

std::size_t ArgumentReader::word(std::size_t i, bool noun) {
  const std::string& text = chunks_[i].word;
  const bool then_phrase = i + 1 < chunks_.size() && chunks_[i + 1].kind == ChunkKind::phrase;
  if (text == "\"" || text == "'" || text == "-" || text == "[" || text == "]") return i + 1;
  if (text == "," && i + 2 < chunks_.size() && chunks_[i + 1].kind == ChunkKind::word &&
      goes_along(chunks_[i + 1].word) && chunks_[i + 2].kind == ChunkKind::phrase && !noun)
    return i + 1;  // "brought trainers to Niger, together with a radar"
  if (goes_along(text) && then_phrase && !main_side_.empty() && !is_subject(i + 1)) {
    // behind a prepositional phrase it goes on with the goods: "sent tanks to Chad, along with fuel"
    const bool goods = sides_.has("obj") && chunks_[i + 1].party == std::nullopt &&
                       !chunks_[i + 1].item_class.empty();
    // "shipped Syria shells last year as well as 100 missiles": the taker stands first
    const bool taker = goods && chunks_[sides_.of("obj").front()].party &&
                       (sides_.has("second") || main_side_ == "with");
    const std::string side = !goods || (taker && !sides_.has("second")) ? main_side_
                             : taker                                    ? "second"
                                                                        : "obj";
    return list(i + 1, side);
  }
  // "which Japan launched together with its partners": company is no object
  if (goes_along(text) && then_phrase && !sides_.has("obj") && chunks_[i + 1].item_class.empty() &&
      chunks_[trigger_].voice == Voice::active)
    return i;
  if (text == "(") {
    const std::size_t past = past_parenthesis(i);
    return past == i ? i : past;
  }
  if (text == "--") {
    if (const std::size_t past = past_dashes(i); past != i) return past;
  }
  if (is_preposition(text)) return preposition(i);
  if (noun && then_phrase && lists_in_aside(i)) return list(i + 1, ":");
  if (text == "," && !noun) {
    const std::size_t k = i + 1 < chunks_.size() && is_word(chunks_[i + 1], "and") ? i + 2 : i + 1;
    if (holds_as_well(k)) return list(k, "obj");
  }
  if (text == ",") return comma(i, noun);
  // "three kinds of arms to Mali: 40 howitzers, 12 tanks and 5,000 rifles", "its gift to Mali: 40 howitzers"
  if (text == ":" && (noun ? !sides_.has("of") : sides_.has("obj")) && then_phrase &&
      !is_subject(i + 1) && chunks_[i + 1].quantity != nullptr &&
      !chunks_[i + 1].item_class.empty())
    return list(i + 1, ":");
  if (text == "and" && i + 2 < chunks_.size() && is_word(chunks_[i + 1], ",")) {
    const std::size_t past = past_short_aside(i + 2);
    if (past != i + 2 && chunks_[past].kind == ChunkKind::word && sides_.has(chunks_[past].word) &&
        is_preposition(chunks_[past].word) && past + 1 < chunks_.size() &&
        chunks_[past + 1].kind == ChunkKind::phrase)
      return list(past + 1, chunks_[past].word);
  }
  if (joins_list(text) && i + 2 < chunks_.size() && chunks_[i + 1].kind == ChunkKind::word &&
      is_preposition(chunks_[i + 1].word) && sides_.has(chunks_[i + 1].word) &&
      chunks_[i + 2].kind == ChunkKind::phrase && !is_subject(i + 2)) {
    return i + 1;
  }
  if ((text == "and" || text == ",") && then_phrase && chunks_[trigger_].kind == ChunkKind::verb &&
      (sides_.has("obj") || sides_.has("of")) && !is_subject(i + 1) &&
      !says_what_it_is(chunks_, i + 1)) {
    const bool more = sides_.has("obj") ? take_more_objects(i + 1) : take_more_of(i + 1);
    if (more) return i + 2;
  }
  if (is_break(text) || text == "." || text == "that" || text == "which" || text == "who" ||
      text == "whom" || text == "but" || text == "and" || text == "or" || text == "than" ||
      text == "'s") {
    return i;
  }
  return i + 1;
}

bool ArgumentReader::holds_as_well(std::size_t i) const {
  static constexpr std::string_view kHolds[] = {"include", "comprise", "contain", "involve",
                                                "cover"};
  const std::string& verb = chunks_[trigger_].lemma;
  if (std::find(std::begin(kHolds), std::end(kHolds), verb) == std::end(kHolds) ||
      !sides_.has("obj") || i < 2 || i >= chunks_.size() || chunks_[i].kind != ChunkKind::phrase)
    return false;
  const std::size_t comma = is_word(chunks_[i - 1], "and") ? i - 2 : i - 1;
  return comma > 0 && chunks_[comma - 1].kind == ChunkKind::date &&
         !chunks_[i].item_class.empty() && !chunks_[i].party &&
         !chunks_[sides_.of("obj").front()].party && !is_subject(i);
}

bool ArgumentReader::take_more_of(std::size_t i) {
  // "consists of 60 missiles for $355 million, 100 bombs for $85 million"
  const Chunk& first = chunks_[sides_.of("of").front()];
  const Chunk& next = chunks_[i];
  if (next.quantity != nullptr && first.quantity != nullptr && !next.item_class.empty() &&
      next.item_class == first.item_class) {
    sides_.chunks["of"].push_back(i);
    return true;
  }
  return false;
}

bool ArgumentReader::take_more_objects(std::size_t i) {
  // "sent 400 soldiers to Haiti in June and 600 more police officers in January"
  const bool two = sides_.has("second") && chunks_[sides_.of("obj").front()].party;
  const std::string side = two ? "second" : "obj";  // "gave Chad 20 rifles in May and 30 more"
  const Chunk& first = chunks_[sides_.of(side).front()];
  const Chunk& next = chunks_[i];
  // "… and 3,000 others early this year", "and 600 in January": of what was counted first
  const bool bare = next.quantity != nullptr && next.item_class.empty() && !next.money &&
                    next.of.empty() &&
                    (next.head == "others" || next.head == "more" ||
                     (next.head_span.begin >= next.quantity->span.begin &&
                      next.head_span.end <= next.quantity->span.end));
  const bool dated = i + 1 < chunks_.size() && chunks_[i + 1].kind == ChunkKind::date;
  if (next.quantity != nullptr && first.quantity != nullptr &&
      ((!next.item_class.empty() && next.item_class == first.item_class) || (bare && dated))) {
    sides_.chunks[side].push_back(i);
    return true;
  }
  return false;
}

void read_arguments(const std::vector<Chunk>& chunks, std::size_t trigger, Sides& sides) {
  ArgumentReader(chunks, trigger, sides).read();
}

}  // namespace msmt
