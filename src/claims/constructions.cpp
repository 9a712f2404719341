#include "claims/constructions.hpp"

#include <algorithm>
#include <array>

#include "extract/pattern.hpp"

namespace msmt {

namespace {

/// One way in which the words before a trigger give its sides.
struct Construction {
  const char* id;
  const char*
      voices;  ///< a letter per voice: a active, p passive, e participle, g gerund, i infinitive, n noun
  const char* example;
  std::string pattern;
};

// What may stand between a subject and its verb without ending the clause.
const std::string kAside =
    "(?: {adv} | {date} | {prep|of|in|from|by|to|with|for|on|at} {np} (?: (?: <,> {np} )+ <,>? (?: "
    "and | or ) {np} | (?: and | or ) {np} )? "
    "| (?: {par} | {ger} (?: {np} (?: (?: and | or | <,> ) {np} )* )? ) (?: "
    "{prep|of|in|from|by|to|with|for|on|at} {np} | {date} | {adv} )* "
    "| (?: that | which | who ) {np}? {adv}* (?: {act} | {pas} ) (?: {np} | {date} | {adv} | "
    "{prep|of|in|from|by|to|with|for|on|at} {np} )* "
    "| <,> {^trigger|break|,}{1,14} <,> | <,> {^trigger|break|act|pas}{1,24} <,> | <(> "
    "{^trigger|break|)}{1,10} <)> )*";
const std::string kAdverbs = "(?: {adv} | {date} )*";

const std::vector<Construction>& constructions() {
  // clang-format off
  static const std::vector<Construction> table = {
      {"relative", "ap", "the ships that carried shells",
       "(?P<subj> {np} ) (?: <(> {^trigger|break|)}{1,10} <)> )? (?: <,>? {date} )? <,>? (?: that | which | who ) " + kAdverbs + " {trigger}"},
      {"relative_object", "a", "rifles that Iran passed on to the militia",
       "(?P<obj> {np} ) (?: <,>? (?: that | which ) )? (?: {np} (?: and | <,> ) )* (?P<subj> {np} ) " + kAdverbs + " {trigger}"},
      {"plain", "ap", "Russia has also supplied the North with data",
       "(?P<subj> {np} ) " + kAside + " {trigger}"},
      {"shared", "ap", "Russia supplied jammers and also transferred know-how",
       "(?P<subj> {np} ) " + kAside + " (?: {act} | {pas} ) {^trigger|break}* (?: and | but | or | <,> | <,> and | <,> but ) " + kAdverbs + " {trigger}"},
      {"reduced", "e", "missiles supplied by Iran",
       "(?P<subj> {np} ) (?: {par} (?: {prep|by} ) {np} (?: (?: and | <,> ) {np} )* | (?: {prep|of|in|from} {np} )* <,>? | (?: {prep|of|in|from|on|to|with|for} {np} )* <,> ) {adv}* {trigger}"},
      {"beside", "g", "containers holding shells",
       "(?P<subj> {np} ) {trigger}"},
      {"clause", "gi", "Russia helped by providing data",
       "(?P<subj> {np} ) " + kAside + " (?: {act} | {pas} ) {^trigger|break}* {trigger}"},
      {"enabled", "n", "the aid allowed Russia to step up attacks",
       "(?P<subj> {np} ) {linf} (?: {np} (?: and | <,> ) | of | in | {adv} )* {trigger}"},
      {"light", "n", "Iran carried out a shipment",
       "(?P<subj> {np} ) " + kAside + " (?: <,>? (?: which | that | who ) )? {light} (?: {np} (?: and | <,> ) | of | in | {adv} )* {trigger}"},
  };
  // clang-format on
  return table;
}

constexpr std::array<std::string_view, 16> kWords = {"of",  "in", "from", "by",   "to",    "with",
                                                     "for", "on", "at",   "that", "which", "who",
                                                     "and", "or", "but",  ","};

char voice_letter(Voice voice) {
  switch (voice) {
    case Voice::active:
      return 'a';
    case Voice::passive:
      return 'p';
    case Voice::participle:
      return 'e';
    case Voice::gerund:
      return 'g';
    case Voice::infinitive:
      return 'i';
    case Voice::none:
      return 'n';
  }
  return 'n';
}

constexpr std::array<std::string_view, 62> kPrepositions = {"of",
                                                            "in",
                                                            "on",
                                                            "at",
                                                            "by",
                                                            "for",
                                                            "from",
                                                            "to",
                                                            "with",
                                                            "without",
                                                            "under",
                                                            "over",
                                                            "against",
                                                            "across",
                                                            "along",
                                                            "around",
                                                            "about",
                                                            "after",
                                                            "before",
                                                            "behind",
                                                            "between",
                                                            "among",
                                                            "amid",
                                                            "during",
                                                            "despite",
                                                            "inside",
                                                            "into",
                                                            "near",
                                                            "onto",
                                                            "outside",
                                                            "past",
                                                            "per",
                                                            "through",
                                                            "throughout",
                                                            "toward",
                                                            "towards",
                                                            "until",
                                                            "upon",
                                                            "via",
                                                            "within",
                                                            "as",
                                                            "than",
                                                            "including",
                                                            "following",
                                                            "aboard",
                                                            "alongside",
                                                            "versus",
                                                            "because of",
                                                            "due to",
                                                            "instead of",
                                                            "such as",
                                                            "according to",
                                                            "in return for",
                                                            "in exchange for",
                                                            "on board",
                                                            "in support of",
                                                            "as part of",
                                                            "in violation of",
                                                            "in accordance with",
                                                            "on behalf of",
                                                            "among them",
                                                            "among these"};

bool is_preposition(std::string_view word) {
  return std::find(kPrepositions.begin(), kPrepositions.end(), word) != kPrepositions.end();
}

bool is_break(std::string_view word) {
  return word == ";" || word == ":" || word == "--" || word == "because" || word == "although" ||
         word == "though" || word == "while" || word == "whereas" || word == "when" ||
         word == "after" || word == "before" || word == "if" || word == "unless" ||
         word == "despite" || word == "since" || word == "until" || word == "as";
}

bool joins_list(std::string_view word) {
  return word == "and" || word == "or" || word == "," || word == "as well as" ||
         word == "along with" || word == "plus" || word == "&" || word == "in addition to" ||
         word == "together with";
}

std::string_view mark_of(const Chunk& chunk) {
  switch (chunk.kind) {
    case ChunkKind::phrase:
      return "np";
    case ChunkKind::date:
      return "date";
    case ChunkKind::verb:
      switch (chunk.voice) {
        case Voice::active:
          return "act";
        case Voice::passive:
          return "pas";
        case Voice::participle:
          return "par";
        case Voice::gerund:
          return "ger";
        case Voice::infinitive:
          return "inf";
        case Voice::none:
          return "act";
      }
      return "act";
    case ChunkKind::word:
      break;
  }
  if (std::find(kWords.begin(), kWords.end(), chunk.word) != kWords.end() || chunk.word == "(" ||
      chunk.word == ")") {
    return {};
  }
  if (is_break(chunk.word)) return "break";
  if (is_preposition(chunk.word)) return "prep";
  return "adv";
}

bool is_finite(const Chunk& chunk) {
  return chunk.kind == ChunkKind::verb &&
         (chunk.voice == Voice::active || chunk.voice == Voice::passive);
}

}  // namespace

bool is_light_verb(std::string_view lemma) {
  static constexpr std::array<std::string_view, 37> kLight = {
      "approve",    "authorize", "authorise", "announce",   "fly",      "log",      "finish",
      "carry out",  "make",      "conduct",   "begin",      "start",    "resume",   "continue",
      "complete",   "undertake", "increase",  "step up",    "engage",   "halt",     "expand",
      "perform",    "carry",     "do",        "accelerate", "organize", "organise", "arrange",
      "facilitate", "execute",   "stop",      "suspend",    "launch",   "pursue",   "commit",
      "stage",      "have"};
  return std::find(kLight.begin(), kLight.end(), lemma) != kLight.end();
}

const std::vector<std::size_t>& Sides::of(std::string_view side) const {
  static const std::vector<std::size_t> none;
  const auto it = chunks.find(side);
  return it == chunks.end() ? none : it->second;
}

struct Constructions::Impl {
  Alphabet alphabet;
  std::vector<Pattern> patterns;

  Impl() {
    for (const std::string_view mark : {"np", "date", "act", "pas", "par", "ger", "inf", "prep",
                                        "break", "adv", "trigger", "light", "linf"}) {
      alphabet.add_mark(mark);
    }
    for (const std::string_view word : kWords) alphabet.add_form(word, word);
    alphabet.add_form(")", ")");
    for (const Construction& row : constructions()) alphabet.add_words_of(row.pattern);
    alphabet.freeze();
    for (const Construction& row : constructions())
      patterns.emplace_back(alphabet, row.pattern, row.id);
  }

  Symbols symbols(const std::vector<Chunk>& chunks, std::size_t trigger) const {
    Symbols out;
    for (std::size_t i = 0; i < chunks.size(); ++i) {
      std::string_view mark = i == trigger ? std::string_view("trigger") : mark_of(chunks[i]);
      if (i != trigger && chunks[i].kind == ChunkKind::verb && is_light_verb(chunks[i].lemma) &&
          chunks[trigger].kind == ChunkKind::phrase && chunks[i].voice == Voice::active) {
        mark = "light";
      }
      if (i != trigger && chunks[i].kind == ChunkKind::verb && is_light_verb(chunks[i].lemma) &&
          chunks[trigger].kind == ChunkKind::phrase && chunks[i].voice == Voice::infinitive &&
          chunks[i].lemma != "stop" && chunks[i].lemma != "halt" && chunks[i].lemma != "suspend") {
        mark = "linf";  // not "asked Washington to halt deliveries"
      }
      out.add(alphabet.symbol(mark.empty() ? std::string_view(chunks[i].word) : std::string_view{},
                              mark));
    }
    return out;
  }
};

Constructions::Constructions() : impl_(std::make_unique<const Impl>()) {}
Constructions::~Constructions() = default;
Constructions::Constructions(Constructions&&) noexcept = default;

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
    std::size_t i = trigger_ + 1;
    sides_.end = i;
    while (i < chunks_.size()) {
      const Chunk& chunk = chunks_[i];
      if (chunk.kind == ChunkKind::date) {
        ++i;
      } else if (chunk.kind == ChunkKind::phrase) {
        if (!objects || is_subject(i)) break;
        const bool first = !sides_.has("obj");
        // behind a prepositional phrase only a counted phrase is still an object: "gave to Russia 100 missiles"
        if (first && prepositional_ && chunk.quantity == nullptr) break;
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
  /// A phrase that a finite verb follows is the subject of another clause.
  bool is_subject(std::size_t i) const {
    std::size_t k = i + 1;
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
    while (i < chunks_.size()) {
      std::size_t k = i;
      if (chunks_[k].kind == ChunkKind::word && chunks_[k].word == "(") {
        k = past_parenthesis(k);
        if (k == i || k >= chunks_.size()) break;
        i = k;
        continue;
      }
      bool joined = false;
      if (side == "including" && chunks_[k].kind == ChunkKind::word &&
          (chunks_[k].word == "as well as" || chunks_[k].word == "along with")) {
        break;
      }
      while (k < chunks_.size() && chunks_[k].kind == ChunkKind::word &&
             (joins_list(chunks_[k].word) ||
              (joined && mark_of(chunks_[k]) == "adv" && chunks_[k].word != "\""))) {
        joined = true;
        ++k;
        // "guns and, since the end of 2023, missiles"
        if (k + 2 < chunks_.size() && chunks_[k].kind == ChunkKind::date &&
            chunks_[k + 1].word == "," && chunks_[k + 2].kind == ChunkKind::phrase)
          ++k;
      }
      if (!joined || k >= chunks_.size() || chunks_[k].kind != ChunkKind::phrase || is_subject(k))
        break;
      // "the transfer of weapons, the dispatch of troops": another deed is no kind of goods
      if (chunks_[k].item_class == "deed" && chunks_[out.front()].item_class != "deed" &&
          chunks_[k].definite && k + 1 < chunks_.size() && chunks_[k + 1].word == "of")
        break;
      // "to 500,000 barrels a year and supplies of crude": a bare measure does not go on to goods
      const Chunk& head = chunks_[out.front()];
      if ((side == "to" || side == "at") && head.quantity != nullptr && head.item_class.empty() &&
          chunks_[k].quantity == nullptr)
        break;
      // "shells to Russia, North Korea …": a party does not go on a list of goods
      if (chunks_[k].party.has_value() != chunks_[out.front()].party.has_value() &&
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

  /// ", with Pantsir being a system," : an aside between commas that a preposition follows.
  std::size_t past_aside(std::size_t i) const {
    constexpr std::size_t kLongest = 9;
    for (std::size_t k = i + 1; k + 1 < chunks_.size() && k < i + kLongest; ++k) {
      const Chunk& chunk = chunks_[k];
      if (is_finite(chunk) || is_breaking(chunk)) return i;
      if (chunk.kind != ChunkKind::word || chunk.word != ",") continue;
      const Chunk& next = chunks_[k + 1];
      const bool goes_on =
          next.kind == ChunkKind::word &&
          (next.word == "from" || next.word == "to" || next.word == "by" || next.word == "via");
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

  /// A word behind the trigger; returns i itself when the clause ends there.
  std::size_t word(std::size_t i, bool noun) {
    const std::string& text = chunks_[i].word;
    const bool then_phrase = i + 1 < chunks_.size() && chunks_[i + 1].kind == ChunkKind::phrase;
    if (text == "\"" || text == "'" || text == "-" || text == "[" || text == "]") return i + 1;
    if ((text == "as well as" || text == "along with") && then_phrase && !main_side_.empty() &&
        !is_subject(i + 1)) {
      const std::string side = main_side_;
      return list(i + 1, side);
    }
    if (text == "(") {
      const std::size_t past = past_parenthesis(i);
      return past == i ? i : past;
    }
    if (is_preposition(text)) {
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
        return i + 4;
      }
      prepositional_ = true;
      return list(i + 1, text);
    }
    if (text == ",") {
      // go on over an aside only when another phrase of the trigger follows
      if (i + 1 >= chunks_.size()) return i;
      const Chunk& next = chunks_[i + 1];
      if (next.kind == ChunkKind::date) return i + 1;
      if (const std::size_t past = past_aside(i); past != i) return past;
      if (next.kind == ChunkKind::word && is_preposition(next.word)) {
        // "2,000 soldiers in Mali, in Niger about 100": another clause without its verb
        const bool gapped = i + 3 < chunks_.size() && chunks_[i + 2].kind == ChunkKind::phrase &&
                            chunks_[i + 3].kind == ChunkKind::phrase &&
                            chunks_[i + 3].quantity != nullptr;
        return noun || gapped ? i : i + 1;
      }
      return i;
    }
    if (joins_list(text) && i + 2 < chunks_.size() && chunks_[i + 1].kind == ChunkKind::word &&
        is_preposition(chunks_[i + 1].word) && sides_.has(chunks_[i + 1].word) &&
        chunks_[i + 2].kind == ChunkKind::phrase && !is_subject(i + 2)) {
      return i + 1;
    }
    if ((text == "and" || text == ",") && then_phrase && sides_.has("obj") &&
        chunks_[trigger_].kind == ChunkKind::verb && !is_subject(i + 1)) {
      // "sent 400 soldiers to Haiti in June and 600 more police officers in January"
      const Chunk& first = chunks_[sides_.of("obj").front()];
      const Chunk& next = chunks_[i + 1];
      if (next.quantity != nullptr && first.quantity != nullptr && !next.item_class.empty() &&
          next.item_class == first.item_class) {
        sides_.chunks["obj"].push_back(i + 1);
        return i + 2;
      }
    }
    if (is_break(text) || text == "." || text == "that" || text == "which" || text == "who" ||
        text == "but" || text == "and" || text == "or" || text == "than" || text == "'s") {
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

/// Nouns that an infinitive completes; what it says is done by whose they are.
bool takes_infinitive(std::string_view lemma) {
  static constexpr std::array<std::string_view, 18> kNouns = {
      "plan",      "attempt", "effort",    "decision", "bid",        "request",
      "intention", "order",   "proposal",  "pledge",   "promise",    "offer",
      "threat",    "move",    "agreement", "deal",     "commitment", "scheme"};
  return std::find(kNouns.begin(), kNouns.end(), lemma) != kNouns.end();
}

/// Verbs whose object does what the infinitive behind it says.
bool controls_object(std::string_view lemma) {
  return lemma == "allow" || lemma == "permit" || lemma == "let" || lemma == "enable" ||
         lemma == "force" || lemma == "invite";
}

/// "on board four ships, which made 64 voyages": the phrase before a relative pronoun.
bool leads_relative(const std::vector<Chunk>& chunks, std::size_t i) {
  std::size_t k = i + 1;
  if (k < chunks.size() && chunks[k].kind == ChunkKind::word && chunks[k].word == ",") ++k;
  return k < chunks.size() && chunks[k].kind == ChunkKind::word &&
         (chunks[k].word == "which" || chunks[k].word == "that" || chunks[k].word == "who");
}

/// The phrases that a list holds before its last member: "Russia, Belarus and Iran signed".
std::vector<std::size_t> list_before(const std::vector<Chunk>& chunks, std::size_t last) {
  std::vector<std::size_t> out{last};
  std::size_t i = last;
  while (i >= 2 && chunks[i - 1].kind == ChunkKind::word && joins_list(chunks[i - 1].word)) {
    std::size_t k = i - 1;
    while (k > 0 && chunks[k].kind == ChunkKind::word && joins_list(chunks[k].word)) --k;
    if (chunks[k].kind != ChunkKind::phrase) break;
    const auto names = [](const Chunk& chunk) {  // "the ministers of Russia and Belarus" as well
      return chunk.party.has_value() || (chunk.of_party && chunk.item_class == "speaker");
    };
    if (names(chunks[k]) != names(chunks[last])) break;
    // a lone comma before a subject ends an aside; a list has an `and` before its last member
    if (i == last && chunks[i - 1].word == ",") break;
    if (k > 0 && chunks[k - 1].kind == ChunkKind::word && is_preposition(chunks[k - 1].word)) break;
    out.insert(out.begin(), k);
    i = k;
  }
  return out;
}

}  // namespace

namespace {

/// "sent missiles to Russia, which were fired at Kyiv": what were fired are the missiles, not the
/// state beside the relative clause.
std::size_t antecedent(const std::vector<Chunk>& chunks, std::size_t subject, std::size_t trigger) {
  const Chunk& verb = chunks[trigger];
  const bool several = verb.kind == ChunkKind::verb && verb.plural;
  if (!several || !chunks[subject].country_head || subject < 2) return subject;
  const bool governed =
      chunks[subject - 1].kind == ChunkKind::word && is_preposition(chunks[subject - 1].word);
  const Chunk& before = chunks[subject - 2];
  return governed && before.kind == ChunkKind::phrase && !before.party ? subject - 2 : subject;
}

/// "accused Iran of shipping drones", "thanked Poland for sending tanks": who did it is the object;
/// chunks.size() where nobody is accused.
std::size_t accused_before(const std::vector<Chunk>& chunks, std::size_t trigger) {
  static constexpr std::array<std::string_view, 20> kAccuse = {
      "accuse",   "suspect",   "convict",   "acquit",   "charge",  "blame",  "sanction",
      "condemn",  "criticize", "criticise", "denounce", "fault",   "rebuke", "censure",
      "reproach", "scold",     "thank",     "praise",   "commend", "applaud"};
  const std::size_t none = chunks.size();
  if (trigger < 3 || chunks[trigger].voice != Voice::gerund) return none;
  const std::string& link = chunks[trigger - 1].word;
  static constexpr std::array<std::string_view, 5> kPart = {"involvement", "role", "part",
                                                            "participation", "complicity"};
  const Chunk& part = chunks[trigger - 2];
  if (link == "in" && part.kind == ChunkKind::phrase && part.owner &&
      std::find(kPart.begin(), kPart.end(), part.lemma) != kPart.end()) {
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
  if (link != "of" && link != "for" && link != "with") return none;
  if (chunks[trigger - 2].kind != ChunkKind::phrase) return none;
  for (std::size_t k = trigger - 2; k > 0; --k) {
    const Chunk& left = chunks[k - 1];
    if (left.kind == ChunkKind::verb) {
      const bool accuses = std::find(kAccuse.begin(), kAccuse.end(), left.lemma) != kAccuse.end();
      return accuses && left.voice != Voice::passive ? trigger - 2 : none;
    }
    const bool passes = left.kind == ChunkKind::phrase || left.kind == ChunkKind::date ||
                        left.word == "," || left.word == "and";
    if (!passes) return none;
  }
  return none;
}

}  // namespace

bool counts_states(const Chunk& chunk) {
  static constexpr std::array<std::string_view, 7> kUnits = {
      "country", "state", "member", "nation", "government", "partner", "ally"};
  if (chunk.quantity == nullptr) return false;
  const std::string& unit = std::get<Quantity>(chunk.quantity->value).unit;
  return std::find(kUnits.begin(), kUnits.end(), unit) != kUnits.end();
}

std::optional<std::size_t> charge_of(const std::vector<Chunk>& chunks, std::size_t trigger) {
  static constexpr std::array<std::string_view, 12> kCharges = {
      "sanction", "blacklist", "designate", "list",      "fine", "punish",
      "penalize", "penalise",  "indict",    "prosecute", "jail", "arrest"};
  if (chunks[trigger].kind != ChunkKind::verb || chunks[trigger].voice != Voice::gerund) return {};
  bool reason = false;
  for (std::size_t i = trigger; i > 0; --i) {
    const Chunk& chunk = chunks[i - 1];
    if (chunk.kind == ChunkKind::word && (chunk.word == ";" || chunk.word == "--")) return {};
    if (chunk.kind == ChunkKind::word && (chunk.word == "for" || chunk.word == "over"))
      reason = true;
    if (chunk.kind != ChunkKind::verb) continue;
    const bool finite = chunk.voice == Voice::active || chunk.voice == Voice::passive;
    if (!finite && reason) continue;  // ", located in South Ossetia, for"
    const bool charges = std::find(kCharges.begin(), kCharges.end(), chunk.lemma) != kCharges.end();
    if (reason && charges) return i - 1;
    return {};
  }
  return {};
}

Sides Constructions::read(const std::vector<Chunk>& chunks, std::size_t trigger) const {
  Sides sides;
  const Chunk& chunk = chunks[trigger];
  if (chunk.kind == ChunkKind::verb && chunk.voice == Voice::infinitive && trigger > 0 &&
      chunks[trigger - 1].kind == ChunkKind::phrase &&
      takes_infinitive(chunks[trigger - 1].lemma)) {
    // "observed plans to deploy workers": the observer deploys nobody
    Arguments(chunks, trigger, sides).read();
    sides.construction = "plan";
    sides.chunks["planner"] = {trigger - 1};
    return sides;
  }
  if (const std::size_t accused = accused_before(chunks, trigger); accused < chunks.size()) {
    Arguments(chunks, trigger, sides).read();
    sides.construction = "accused";
    sides.chunks["subj"] = list_before(chunks, accused);
    return sides;
  }
  if (const auto charge = charge_of(chunks, trigger);
      charge && chunks[*charge].voice == Voice::active && *charge + 1 < trigger &&
      chunks[*charge + 1].kind == ChunkKind::phrase) {
    Arguments(chunks, trigger, sides).read();
    sides.construction = "clause";
    sides.chunks["subj"] = {*charge + 1};
    return sides;
  }
  if (chunk.kind == ChunkKind::verb && chunk.voice == Voice::infinitive && trigger > 1 &&
      chunks[trigger - 1].kind == ChunkKind::phrase &&
      chunks[trigger - 2].kind == ChunkKind::verb && chunks[trigger - 2].voice == Voice::active &&
      controls_object(chunks[trigger - 2].lemma)) {
    // "allows workers to remain": the object of the first verb does the second
    Arguments(chunks, trigger, sides).read();
    sides.construction = "object";
    sides.chunks["subj"] = {trigger - 1};
    return sides;
  }
  const char letter = chunk.kind == ChunkKind::verb     ? voice_letter(chunk.voice)
                      : chunk.kind == ChunkKind::phrase ? 'n'
                                                        : '-';
  Arguments(chunks, trigger, sides).read();
  const Symbols symbols = impl_->symbols(chunks, trigger);
  Pattern::Match match;
  for (std::size_t r = 0; r < constructions().size(); ++r) {
    const Construction& row = constructions()[r];
    if (std::string_view(row.voices).find(letter) == std::string_view::npos) continue;
    const std::string_view id(row.id);
    if (id == "relative_object" && sides.has("obj")) continue;
    std::size_t from = 0;
    // a shared subject is that of the nearest clause before: the last match counts
    const bool nearest = id == "shared" || id == "clause" || id == "light";
    std::size_t kept = chunks.size();
    while (from < trigger && impl_->patterns[r].search(symbols, from, match)) {
      const int subject_group = impl_->patterns[r].group("subj");
      std::size_t subject = match.groups[static_cast<std::size_t>(subject_group)].begin;
      // a phrase behind a preposition is no subject
      const bool governed = subject > 0 && chunks[subject - 1].kind == ChunkKind::word &&
                            is_preposition(chunks[subject - 1].word) &&
                            !is_break(chunks[subject - 1].word) && letter != 'e' &&
                            id != "beside" && id != "relative" && id != "relative_object" &&
                            !leads_relative(chunks, subject);
      if (governed) {
        from = subject + 1;
        continue;
      }
      if (nearest) {
        kept = subject;
        from = subject + 1;
        continue;
      }
      if (id == "relative") subject = antecedent(chunks, subject, trigger);
      sides.construction = id == "plain" ? (letter == 'p' ? "passive" : "active") : row.id;
      sides.chunks["subj"] = list_before(chunks, subject);
      const int object_group = impl_->patterns[r].group("obj");
      if (object_group >= 0) {
        sides.chunks["obj"] =
            list_before(chunks, match.groups[static_cast<std::size_t>(object_group)].begin);
      }
      return sides;
    }
    if (kept < chunks.size()) {
      sides.construction = row.id;
      sides.chunks["subj"] = list_before(chunks, kept);
      return sides;
    }
  }
  sides.construction = letter == 'n'   ? "noun"
                       : letter == '-' ? "prep"
                       : letter == 'p' ? "passive"
                                       : "bare";
  return sides;
}

}  // namespace msmt
