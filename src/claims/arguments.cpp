#include "claims/arguments.hpp"

#include "claims/clause_words.hpp"

namespace msmt {

namespace {

/// Reads what stands behind a trigger: objects, prepositional phrases, lists.
class Arguments {
 public:
  Arguments(const std::vector<Chunk>& chunks, std::size_t trigger, Sides& sides)
      : chunks_(chunks), trigger_(trigger), sides_(sides) {}

  void read() {
    const bool noun = chunks_[trigger_].kind == ChunkKind::phrase;
    const bool preposition = chunks_[trigger_].kind == ChunkKind::word;
    bool objects = !noun;
    std::size_t i = past_joined_verbs();
    sides_.end = i;
    while (i < chunks_.size()) {
      const Chunk& chunk = chunks_[i];
      if (chunk.kind == ChunkKind::date || tells_how_often(chunk)) {
        ++i;
      } else if (chunk.kind == ChunkKind::phrase) {
        if (!objects || is_subject(i)) break;
        const bool first = !sides_.has("obj");
        // behind a prepositional phrase only a counted phrase is still an object: "gave to Russia 100 missiles"
        // or goods right behind it: "bought from Israel drones worth $500 million"
        const bool goods = (!chunk.item_class.empty() || chunk.weapon != nullptr) &&
                           chunks_[i - 1].kind == ChunkKind::phrase && !chunk.definite &&
                           chunks_[trigger_].voice == Voice::active;
        if (first && prepositional_ && chunk.quantity == nullptr && !goods) break;
        if (!first && (sides_.has("second") || chunks_[i - 1].kind != ChunkKind::phrase)) break;
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

 private:
  /// "sanctioned, charged and indicted 20 traders", "bought and deployed drones": the chunk behind the
  /// verbs that share the trigger's object; the one behind the trigger for none.
  std::size_t past_joined_verbs() const {
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
      const bool verb = k != i && k < chunks_.size() && chunks_[k].kind == ChunkKind::verb &&
                        (chunks_[k].voice == Voice::active ||
                         (!closed && chunks_[k].voice == Voice::participle)) &&
                        chunks_[k].chain.empty() && !chunks_[k].negated;
      if (!verb) return none;
      i = k + 1;
    }
    const bool object = closed && i < chunks_.size() && chunks_[i].kind == ChunkKind::phrase &&
                        !chunks_[i].pronoun && !is_subject(i);
    return object ? i : none;
  }

  /// A phrase that a finite verb follows is the subject of another clause.
  bool is_subject(std::size_t i) const {
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
    while (k < chunks_.size() && chunks_[k].kind == ChunkKind::word &&
           mark_of(chunks_[k]) == "adv" && chunks_[k].word != "(" && chunks_[k].word != "\"") {
      ++k;
    }
    return k < chunks_.size() && is_finite(chunks_[k]);
  }

  /// A list of phrases from chunk i on, put on one side; returns the chunk after it.
  std::size_t list(std::size_t i, std::string_view side) {
    if (side != "including") main_side_ = side;
    auto& out = sides_.chunks[std::string(side)];
    out.push_back(i);
    ++i;
    // "14,000 bombs of 2,000 pounds each, 3,000 missiles"
    if (i + 1 < chunks_.size() && chunks_[i].head == "each" && is_word(chunks_[i + 1], ",")) ++i;
    while (i < chunks_.size()) {
      std::size_t k = i;
      if (chunks_[k].kind == ChunkKind::word && chunks_[k].word == "(") {
        k = past_parenthesis(k);
        if (k == i || k >= chunks_.size()) break;
        i = k;
        continue;
      }
      // "the export of 48 jets, worth 2 billion euros, to Oman": what they cost is no kind of goods
      if (k + 2 < chunks_.size() && is_word(chunks_[k], ",") && is_word(chunks_[k + 1], "worth") &&
          chunks_[k + 2].money && chunks_[out.back()].quantity != nullptr) {
        i = k + 3;
        if (i < chunks_.size() && is_word(chunks_[i], ",")) ++i;
        continue;
      }
      // "650 missiles worth 20 million euros to Kyiv"
      if (k + 1 < chunks_.size() && is_word(chunks_[k], "worth") && chunks_[k + 1].money &&
          chunks_[out.back()].quantity != nullptr) {
        i = k + 2;
        continue;
      }
      bool joined = false;
      if (const std::size_t past = past_relative(k); past != k && side != "including") k = past;
      if (side == "including" && chunks_[k].kind == ChunkKind::word &&
          (chunks_[k].word == "as well as" || chunks_[k].word == "along with")) {
        break;
      }
      while (k < chunks_.size() && chunks_[k].kind == ChunkKind::word &&
             (joins_list(chunks_[k].word) || goes_on_but_also(k) ||
              (joined && mark_of(chunks_[k]) == "adv" && chunks_[k].word != "\""))) {
        joined = true;
        ++k;
        // "guns and, since the end of 2023, missiles"
        if (k + 2 < chunks_.size() && chunks_[k].kind == ChunkKind::date &&
            chunks_[k + 1].word == "," && chunks_[k + 2].kind == ChunkKind::phrase)
          ++k;
        k = past_short_aside(k);
      }
      // "the arrival of 20 guns and 12 launchers was confirmed": the verb is the noun's own
      const bool own_verb = side == "of" && chunks_[trigger_].kind == ChunkKind::phrase && k > 0 &&
                            is_word(chunks_[k - 1], "and") && k < chunks_.size() &&
                            !chunks_[k].party && !chunks_[k].item_class.empty();
      // "The signing by Rwanda and Congo was watched": no verb before that could be the noun's
      const bool first_verb = (side == "of" || side == "by") && k > 0 && k < chunks_.size() &&
                              chunks_[trigger_].kind == ChunkKind::phrase &&
                              is_word(chunks_[k - 1], "and") && chunks_[k].party &&
                              chunks_[out.front()].party && no_verb_before(k);
      if (!joined || k >= chunks_.size() || chunks_[k].kind != ChunkKind::phrase ||
          (is_subject(k) && !own_verb && !first_verb) || leads_main_clause(i, k))
        break;
      // "$3 billion, most of it in coins": a part of what was named
      const bool part = (chunks_[k].head == "most" || chunks_[k].head == "some" ||
                         chunks_[k].head == "much" || chunks_[k].head == "half") &&
                        k + 2 < chunks_.size() && is_word(chunks_[k + 1], "of") &&
                        (chunks_[k + 2].pronoun || is_word(chunks_[k + 2], "which"));
      if (part) break;
      // "the transfer of weapons, the dispatch of troops": another deed is no kind of goods
      if (chunks_[k].item_class == "deed" && chunks_[out.front()].item_class != "deed" &&
          chunks_[k].definite && k + 1 < chunks_.size() && chunks_[k + 1].word == "of")
        break;
      // "to 500,000 barrels a year and supplies of crude": a bare measure does not go on to goods
      const Chunk& head = chunks_[out.front()];
      if ((side == "to" || side == "at") && head.quantity != nullptr && head.item_class.empty() &&
          chunks_[k].quantity == nullptr)
        break;
      // "to Kyiv, and Norway 12": another clause without its verb
      if (chunks_[k].party && k + 1 < chunks_.size() && chunks_[k + 1].kind == ChunkKind::phrase &&
          chunks_[k + 1].quantity != nullptr)
        break;
      // "placed Rostec and a firm from Dubai on its list"
      const bool firm = head.party && head.party->party.iso2.empty() && !chunks_[k].definite &&
                        chunks_[k].item_class.empty() && chunks_[k].quantity == nullptr;
      // "shells to Russia, North Korea …": a party does not go on a list of goods
      if (!firm && chunks_[k].party.has_value() != chunks_[out.front()].party.has_value() &&
          !chunks_[k].pronoun && !chunks_[out.front()].pronoun && !counts_states(chunks_[k])) {
        break;
      }
      // "sent spare parts for tanks and two air defence systems": a count goes on with the goods
      const bool goods_again = side != "obj" && side != "second" && sides_.has("obj") &&
                               chunks_[k].quantity != nullptr && head.quantity == nullptr &&
                               !chunks_[k].item_class.empty() && !head.item_class.empty();
      if (goods_again) {
        sides_.chunks["obj"].push_back(k);
      } else {
        out.push_back(k);
      }
      i = k + 1;
    }
    return i;
  }

  /// "since it launched the effort, the team in Oslo has grown": behind a bare comma the subject of the
  /// main clause, at chunk k.
  bool leads_main_clause(std::size_t comma, std::size_t k) const {
    if (comma + 1 != k || !is_word(chunks_[comma], ",")) return false;
    std::size_t verb = k + 1;
    while (verb + 1 < chunks_.size() && chunks_[verb].kind == ChunkKind::word &&
           is_preposition(chunks_[verb].word) && chunks_[verb + 1].kind == ChunkKind::phrase)
      verb += 2;
    return verb > k + 1 && verb < chunks_.size() && is_finite(chunks_[verb]) &&
           (chunks_[verb].perfect || !chunks_[verb].modals.empty() ||
            chunks_[verb].voice == Voice::passive);
  }

  bool no_verb_before(std::size_t i) const {
    for (std::size_t k = 0; k < i; ++k) {
      if (is_finite(chunks_[k])) return false;
    }
    return true;
  }

  /// "not only Rostec but also its bank"
  bool goes_on_but_also(std::size_t i) const {
    return is_word(chunks_[i], "but") && i + 1 < chunks_.size() && is_word(chunks_[i + 1], "also");
  }

  /// "guns, which were seen in May, and missiles": where the list goes on behind a clause about its
  /// last member; i itself where it does not.
  std::size_t past_relative(std::size_t i) const {
    constexpr std::size_t kLongest = 16;
    if (i + 1 >= chunks_.size() || !is_word(chunks_[i], ",")) return i;
    const std::string& opens = chunks_[i + 1].word;
    const bool relative = (chunks_[i + 1].kind == ChunkKind::word &&
                           (opens == "which" || opens == "who" || opens == "some")) ||
                          chunks_[i + 1].voice == Voice::participle;
    if (!relative) return i;
    for (std::size_t k = i + 2; k + 2 < chunks_.size() && k < i + kLongest; ++k) {
      if (is_breaking(chunks_[k])) return i;
      const Chunk& next = chunks_[k + 2];
      if (is_word(chunks_[k], ",") && is_word(chunks_[k + 1], "and") &&
          next.kind == ChunkKind::phrase && next.quantity != nullptr && !is_subject(k + 2))
        return k;
    }
    return i;
  }

  /// "guns and, in return, missiles", "and, it is believed, jammers": behind the aside; i itself for none.
  std::size_t past_short_aside(std::size_t i) const {
    constexpr std::size_t kLongest = 5;
    if (i == 0 || !is_word(chunks_[i - 1], ",") || i < 2 || !is_word(chunks_[i - 2], "and"))
      return i;
    for (std::size_t k = i + 1; k + 1 < chunks_.size() && k <= i + kLongest; ++k) {
      if (chunks_[k].kind == ChunkKind::phrase && chunks_[k].quantity != nullptr) return i;
      if (is_breaking(chunks_[k]) || is_word(chunks_[k], "and")) return i;
      if (is_word(chunks_[k], ",")) return k + 1;
    }
    return i;
  }

  /// ", with Pantsir being a system," : an aside between commas that a preposition follows.
  std::size_t past_aside(std::size_t i) const {
    constexpr std::size_t kLongest = 9;
    for (std::size_t k = i + 1; k + 1 < chunks_.size() && k < i + kLongest; ++k) {
      const Chunk& chunk = chunks_[k];
      if (is_finite(chunk) || is_breaking(chunk)) return i;
      if (chunk.kind != ChunkKind::word || chunk.word != ",") continue;
      const Chunk& next = chunks_[k + 1];
      // a lone phrase between commas only names the one before: "a firm from Shenzhen, Redlepus, on"
      const bool pair = k == i + 4 && is_word(chunks_[i + 2], "and") &&
                        chunks_[i + 3].kind == ChunkKind::phrase &&
                        chunks_[i + 3].quantity == nullptr;  // ", Asia Sun and Blue Crane, on"
      const bool names = (k == i + 2 || pair) && chunks_[i + 1].kind == ChunkKind::phrase &&
                         chunks_[i + 1].quantity == nullptr &&
                         (next.word == "on" || next.word == "with" || next.word == "for" ||
                          next.word == "in" || next.word == "at" || next.word == "into");
      const bool goes_on =
          next.kind == ChunkKind::word && (names || next.word == "from" || next.word == "to" ||
                                           next.word == "by" || next.word == "via");
      return goes_on && k > i + 1 ? k + 1 : i;
    }
    return i;
  }
  static bool is_breaking(const Chunk& chunk) {
    return chunk.kind == ChunkKind::word &&
           (chunk.word == ";" || chunk.word == ":" || chunk.word == "--");
  }

  std::size_t past_parenthesis(std::size_t i) const {
    constexpr std::size_t kLongest = 12;
    for (std::size_t k = i + 1; k < chunks_.size() && k < i + kLongest; ++k) {
      if (chunks_[k].kind == ChunkKind::word && chunks_[k].word == ")") return k + 1;
    }
    return i;
  }

  /// "missiles made in Iran": the participle takes its own phrases with it.
  std::size_t skip_participle(std::size_t i) const {
    ++i;
    while (i < chunks_.size()) {
      const bool word = chunks_[i].kind == ChunkKind::word;
      if (word && is_preposition(chunks_[i].word) && chunks_[i].word != "to" &&
          i + 1 < chunks_.size() && chunks_[i + 1].kind == ChunkKind::phrase) {
        return i + 2;
      }
      const bool passes =
          chunks_[i].kind == ChunkKind::date || (word && mark_of(chunks_[i]) == "adv");
      if (!passes) break;
      ++i;
    }
    return i;
  }

  /// A preposition behind the trigger, with its phrase.
  std::size_t preposition(std::size_t i) {
    const std::string& text = chunks_[i].word;
    const bool then_phrase = i + 1 < chunks_.size() && chunks_[i + 1].kind == ChunkKind::phrase;
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

  /// "as well as", "along with": goes on with the goods named before.
  static bool adds(std::string_view word) {
    return word == "as well as" || word == "along with" || word == "together with";
  }

  /// A comma behind the trigger: goes on over an aside only when another phrase of the trigger follows.
  std::size_t comma(std::size_t i, bool noun) const {
    if (i + 1 >= chunks_.size()) return i;
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
    if (spoken && adds(chunks_[i + 4].word)) return i + 4;
    if (next.kind == ChunkKind::word && is_preposition(next.word)) {
      // "2,000 soldiers in Mali, in Niger about 100": another clause without its verb
      const bool gapped = i + 3 < chunks_.size() && chunks_[i + 2].kind == ChunkKind::phrase &&
                          chunks_[i + 3].kind == ChunkKind::phrase &&
                          chunks_[i + 3].quantity != nullptr;
      return noun || gapped ? i : i + 1;
    }
    return i;
  }

  /// A word behind the trigger; returns i itself when the clause ends there.
  std::size_t word(std::size_t i, bool noun) {
    const std::string& text = chunks_[i].word;
    const bool then_phrase = i + 1 < chunks_.size() && chunks_[i + 1].kind == ChunkKind::phrase;
    if (text == "\"" || text == "'" || text == "-" || text == "[" || text == "]") return i + 1;
    if (text == "," && i + 2 < chunks_.size() && chunks_[i + 1].kind == ChunkKind::word &&
        adds(chunks_[i + 1].word) && chunks_[i + 2].kind == ChunkKind::phrase && !noun)
      return i + 1;  // "brought trainers to Niger, together with a radar"
    if (adds(text) && then_phrase && !main_side_.empty() && !is_subject(i + 1)) {
      // behind a prepositional phrase it goes on with the goods: "sent tanks to Chad, along with fuel"
      const bool goods = sides_.has("obj") && chunks_[i + 1].party == std::nullopt &&
                         !chunks_[i + 1].item_class.empty();
      const std::string side = goods ? "obj" : main_side_;
      return list(i + 1, side);
    }
    // "which Japan launched together with its partners": company is no object
    if (adds(text) && then_phrase && !sides_.has("obj") && chunks_[i + 1].item_class.empty() &&
        chunks_[trigger_].voice == Voice::active)
      return i;
    if (text == "(") {
      const std::size_t past = past_parenthesis(i);
      return past == i ? i : past;
    }
    if (is_preposition(text)) return preposition(i);
    if (text == ",") return comma(i, noun);
    // "three kinds of arms to Mali: 40 howitzers, 12 tanks and 5,000 rifles"
    if (text == ":" && !noun && sides_.has("obj") && then_phrase && !is_subject(i + 1) &&
        chunks_[i + 1].quantity != nullptr && !chunks_[i + 1].item_class.empty())
      return list(i + 1, ":");
    if (text == "and" && i + 2 < chunks_.size() && is_word(chunks_[i + 1], ",")) {
      const std::size_t past = past_short_aside(i + 2);
      if (past != i + 2 && chunks_[past].kind == ChunkKind::word &&
          sides_.has(chunks_[past].word) && is_preposition(chunks_[past].word) &&
          past + 1 < chunks_.size() && chunks_[past + 1].kind == ChunkKind::phrase)
        return list(past + 1, chunks_[past].word);
    }
    if (joins_list(text) && i + 2 < chunks_.size() && chunks_[i + 1].kind == ChunkKind::word &&
        is_preposition(chunks_[i + 1].word) && sides_.has(chunks_[i + 1].word) &&
        chunks_[i + 2].kind == ChunkKind::phrase && !is_subject(i + 2)) {
      return i + 1;
    }
    if ((text == "and" || text == ",") && then_phrase && !sides_.has("obj") && sides_.has("of") &&
        chunks_[trigger_].kind == ChunkKind::verb && !is_subject(i + 1)) {
      // "consists of 60 missiles for $355 million, 100 bombs for $85 million"
      const Chunk& first = chunks_[sides_.of("of").front()];
      const Chunk& next = chunks_[i + 1];
      if (next.quantity != nullptr && first.quantity != nullptr && !next.item_class.empty() &&
          next.item_class == first.item_class) {
        sides_.chunks["of"].push_back(i + 1);
        return i + 2;
      }
    }
    if ((text == "and" || text == ",") && then_phrase && sides_.has("obj") &&
        chunks_[trigger_].kind == ChunkKind::verb && !is_subject(i + 1)) {
      // "sent 400 soldiers to Haiti in June and 600 more police officers in January"
      const bool two = sides_.has("second") && chunks_[sides_.of("obj").front()].party;
      const std::string side = two ? "second" : "obj";  // "gave Chad 20 rifles in May and 30 more"
      const Chunk& first = chunks_[sides_.of(side).front()];
      const Chunk& next = chunks_[i + 1];
      // "… and 3,000 others early this year", "and 600 in January": of what was counted first
      const bool bare = next.quantity != nullptr && next.item_class.empty() && !next.money &&
                        next.of.empty() &&
                        (next.head == "others" || next.head == "more" ||
                         (next.head_span.begin >= next.quantity->span.begin &&
                          next.head_span.end <= next.quantity->span.end));
      const bool dated = i + 2 < chunks_.size() && chunks_[i + 2].kind == ChunkKind::date;
      if (next.quantity != nullptr && first.quantity != nullptr &&
          ((!next.item_class.empty() && next.item_class == first.item_class) || (bare && dated))) {
        sides_.chunks[side].push_back(i + 1);
        return i + 2;
      }
    }
    if (is_break(text) || text == "." || text == "that" || text == "which" || text == "who" ||
        text == "whom" || text == "but" || text == "and" || text == "or" || text == "than" ||
        text == "'s") {
      return i;
    }
    return i + 1;
  }

  const std::vector<Chunk>& chunks_;
  std::size_t trigger_;
  Sides& sides_;
  bool prepositional_ = false;  ///< a prepositional phrase was read
  std::string main_side_;       ///< the side that "as well as" goes on
};

}  // namespace

void read_arguments(const std::vector<Chunk>& chunks, std::size_t trigger, Sides& sides) {
  Arguments(chunks, trigger, sides).read();
}

}  // namespace msmt
