#include "claims/constructions.hpp"

#include <algorithm>

#include "claims/arguments.hpp"
#include "claims/clause_words.hpp"
#include "claims/heads.hpp"
#include "claims/roles.hpp"
#include "claims/subjects.hpp"
#include "extract/pattern.hpp"
#include "lexicon/snapshot.hpp"

namespace msmt {

namespace {

/// "contained bombs and spare parts, and 64 pilots were trained": of a list before a verb the members that are not the
/// object of the clause before.
std::vector<std::size_t> own_members(const Grammar& grammar, const std::vector<Chunk>& chunks,
                                     std::vector<std::size_t> list) {
  if (list.size() < 2 || list.front() == 0) return list;
  const Chunk& verb = chunks[list.front() - 1];
  const bool object = verb.kind == ChunkKind::verb && verb.voice == Voice::active &&
                      grammar.cue("governor", verb.lemma).empty();
  const std::size_t last = list.back();
  const bool parted =
      last > 1 && is_word(chunks[last - 1], "and") && is_word(chunks[last - 2], ",");
  if (object && parted) list = {last};
  // "fired rockets and grenades, and ten sailors were taken": people are no members of a list of things
  const std::string& first = chunks[list.front()].item_class;
  if (parted && !first.empty() && is_people(chunks[last].item_class) && !is_people(first))
    list = {last};
  return list;
}

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
    "| (?: {par} | and {par} | (?: {par} {prep|with|for} | {adv} {prep|for|of} )? {ger} (?: {np} "
    "(?: (?: and | "
    "or | <,> ) {np} )* )? ) "
    "(?: "
    "{prep|of|in|from|by|to|with|for|on|at} {np} | {date} | {adv} | {inf} {np} )* "
    "| (?: that | which | who ) {np}? {adv}* (?: {act} | {pas} ) (?: {np} | {date} | {adv} | {inf} "
    "| "
    "{prep|of|in|from|by|to|with|for|on|at} {np} )* "
    "| <,> (?: which | who | whom ) {^trigger|,}{1,18} <,> "
    "| <,> {adv}* {par} {break} {np} <,> "  // ", formerly known as Wagner,"
    "| <,> {break} {^trigger|break|act|pas|,}{1,10} <,> | <,> with {np} {break} {np} <,> "
    "| {break} {^trigger|break|act|pas|,}{1,9} {break} "
    "| <,> {^trigger|break|,}{1,14} <,> | <,> {^trigger|break|act|pas}{1,24} <,> | <(> "
    "{^trigger|break|)}{1,10} <)> )*";
const std::string kAdverbs = "(?: {adv} | {date} )*";

const std::vector<Construction>& constructions() {
  // clang-format off
  static const std::vector<Construction> table = {
      {"relative", "ap", "the ships that carried shells",
       "(?P<subj> {np} ) (?: <(> {^trigger|break|)}{1,10} <)> )? (?: <,>? {date} )? (?: <,> {np} {act} <,> | <,> | {break} | {adv} )? (?: that | which | who ) (?: {prep|break} {np} <,>? )? " + kAdverbs + " {trigger}"},
      {"relative_again", "ap", "the ships that Iran sold and that carried shells",
       "(?P<subj> {np} ) <,>? (?: that | which | who ) {^trigger|break|,}{1,8} and (?: that | which | who ) " + kAdverbs + " {trigger}"},
      {"relative_object", "a", "rifles that Iran passed on to the militia",
       "(?P<obj> {np} ) (?: <(> {np} <)> )? (?: <,>? (?: that | which | who | whom ) )? (?: {np} (?: <,> and | and | <,> ) )* (?P<subj> {np} ) " + kAdverbs + " {trigger}"},
      {"plain", "ap", "Russia has also supplied the North with data",
       "(?P<subj> {np} ) " + kAside + " {trigger}"},
      {"shared", "ap", "Russia supplied jammers and also transferred know-how",
       "(?P<subj> {np} ) " + kAside + " (?: {act} | {pas} ) {^trigger|break}* (?: and | but | or | <,> | <,> and | <,> but ) " + kAdverbs + " {trigger}"},
      {"reduced", "e", "missiles supplied by Iran",
       "(?P<subj> {np} ) (?: <,>? {par} (?: {prep|by} ) {np} (?: (?: and | <,> ) {np} )* (?: and )? | (?: {prep|of|in|from} {np} )* (?: <,> | {break} )? | (?: {prep|of|in|from|on|to|with|for} {np} )* <,> ) " + kAdverbs + " {trigger}"},
      {"beside", "g", "containers holding shells",
       "(?P<subj> {np} ) {adv}* {trigger}"},
      {"clause", "gi", "Russia helped by providing data",
       "(?P<subj> {np} ) " + kAside + " (?: {act} | {pas} ) {^trigger|break}* {trigger}"},
      {"enabled", "n", "the aid allowed Russia to step up attacks",
       "(?P<subj> {np} ) {linf} (?: {np} (?: and | <,> ) | of | in | {adv} )* {trigger}"},
      {"light_beside", "n", "footage of Iranians carrying out strikes",
       "(?P<subj> {np} ) {lger} (?: {np} (?: and | <,> ) | of | in | {adv} | {date} )* {trigger}"},
      {"light", "n", "Iran carried out a shipment",
       "(?P<subj> {np} ) " + kAside + " (?: <,>? (?: which | that | who ) )? {light} (?: {np} (?: and | <,> | of ) | of | in | {adv} | {date} )* {trigger}"},
  };
  // clang-format on
  return table;
}

/// "The package that Kyiv announced is large and contains …": the subject of a relative clause that
/// another finite verb parts from the trigger.
bool in_object_relative(const std::vector<Chunk>& chunks, std::size_t subject,
                        std::size_t trigger) {
  if (subject < 2 || chunks[subject - 2].kind != ChunkKind::phrase) return false;
  if (!is_word(chunks[subject - 1], "that") && !is_word(chunks[subject - 1], "which")) return false;
  int finite = 0;
  for (std::size_t k = subject + 1; k < trigger; ++k) finite += is_finite(chunks[k]) ? 1 : 0;
  return finite > 1;
}

/// "300 rifles, along with 4,000 rounds, were handed over": the count that goes on with a subject.
void add_along_with(const std::vector<Chunk>& chunks, std::size_t subject, std::size_t trigger,
                    std::vector<std::size_t>& list) {
  for (std::size_t k = subject + 1; k + 1 < trigger; ++k) {
    if (chunks[k].kind == ChunkKind::verb) return;
    const bool adds = chunks[k].kind == ChunkKind::word && goes_along(chunks[k].word);
    const Chunk& next = chunks[k + 1];
    if (adds && next.kind == ChunkKind::phrase && next.quantity != nullptr &&
        !next.item_class.empty())
      list.push_back(k + 1);
  }
}

/// "Thirty tanks were sent to Chad, as well as 12 guns", "40 drones were fired and two missiles": the counts that go
/// on with a subject behind its verb.
void add_behind_passive(const std::vector<Chunk>& chunks, std::size_t trigger,
                        std::vector<std::size_t>& list) {
  const std::string& klass = chunks[list.back()].item_class;
  if (chunks[list.back()].quantity == nullptr || klass.empty() || klass == "people") return;
  for (std::size_t k = trigger + 1; k + 1 < chunks.size(); ++k) {
    if (chunks[k].kind == ChunkKind::verb || is_word(chunks[k], ";")) return;
    const bool adds = chunks[k].kind == ChunkKind::word &&
                      (chunks[k].word == "and" || goes_along(chunks[k].word));
    const Chunk& next = chunks[k + 1];
    const bool counted = next.quantity != nullptr && next.item_class == klass;
    const bool subject = k + 2 < chunks.size() && chunks[k + 2].kind == ChunkKind::verb;
    if (adds && counted && !subject) list.push_back(k + 1);
  }
}

/// "to train, advise and equip local forces", "trained and paid by France": the last verb of a series of
/// the same form; the trigger itself for none.
std::size_t last_of_series(const std::vector<Chunk>& chunks, std::size_t trigger) {
  const Chunk& first = chunks[trigger];
  if (first.kind != ChunkKind::verb) return trigger;
  bool closed = false;
  std::size_t last = trigger;
  for (std::size_t k = trigger + 1; k + 1 < chunks.size() && !closed; k += 2) {
    closed = is_word(chunks[k], "and") || is_word(chunks[k], "or") || is_word(chunks[k], "nor");
    if (!closed && !is_word(chunks[k], ",")) break;
    const std::size_t verb = !closed && is_word(chunks[k + 1], "and") ? k + 2 : k + 1;
    closed = closed || verb == k + 2;
    if (verb >= chunks.size() || chunks[verb].kind != ChunkKind::verb ||
        !chunks[verb].chain.empty() || !chunks[verb].modals.empty())
      return trigger;
    const bool ing = first.head.ends_with("ing");
    const bool base = first.head == first.lemma;
    const bool same = ing ? chunks[verb].head.ends_with("ing")
                          : base == (chunks[verb].head == chunks[verb].lemma) &&
                                !chunks[verb].head.ends_with("ing");
    if (!same) return trigger;
    last = verb;
  }
  return closed ? last : trigger;
}

/// Gives a verb without an object that of the last verb of its series, and by whom both are done.
void share_object(const std::vector<Chunk>& chunks, std::size_t trigger, Sides& sides) {
  const std::size_t last = last_of_series(chunks, trigger);
  if (last == trigger) return;
  Sides shared;
  read_arguments(chunks, last, shared);
  for (const auto& [side, list] : shared.chunks) {
    if (!sides.has(side)) sides.chunks[side] = list;
  }
  sides.end = shared.end;
}

/// What chunks are to the patterns.
Alphabet make_alphabet() {
  Alphabet alphabet;
  for (const std::string_view mark : {"np", "date", "act", "pas", "par", "ger", "inf", "prep",
                                      "break", "adv", "trigger", "light", "linf", "lger"}) {
    alphabet.add_mark(mark);
  }
  for (const std::string_view word : kNamedWords) alphabet.add_form(word, word);
  alphabet.add_form(")", ")");
  for (const Construction& row : constructions()) alphabet.add_words_of(row.pattern);
  alphabet.freeze();
  return alphabet;
}

std::vector<Pattern> compile(const Alphabet& alphabet) {
  std::vector<Pattern> patterns;
  patterns.reserve(constructions().size());
  for (const Construction& row : constructions()) {
    patterns.emplace_back(alphabet, row.pattern, row.id);
  }
  return patterns;
}

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

/// "Norway joined the talks, the ministry said, and sent tanks": whoever only says so between two commas.
bool says_aside(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t i) {
  if (i == 0 || i + 2 >= chunks.size() || !is_word(chunks[i - 1], ",")) return false;
  const Chunk& verb = chunks[i + 1];
  const std::size_t end = chunks[i + 2].kind == ChunkKind::date ? i + 3 : i + 2;
  return verb.voice == Voice::active && !grammar.cue("governor", verb.lemma).empty() &&
         end < chunks.size() && is_word(chunks[end], ",");
}

}  // namespace

const std::vector<std::size_t>& Sides::of(std::string_view side) const {
  static const std::vector<std::size_t> none;
  const auto it = chunks.find(side);
  return it == chunks.end() ? none : it->second;
}

struct Constructions::Impl {
  const Grammar& grammar;
  Alphabet alphabet = make_alphabet();
  std::vector<Pattern> patterns;

  explicit Impl(const Grammar& words) : grammar(words) {
    const std::span<const std::uint64_t> saved = snapshot().constructions;
    if (saved.empty()) {
      patterns = compile(alphabet);
      return;
    }
    Loader loader(saved);
    patterns.reserve(constructions().size());
    for (std::size_t r = 0; r < constructions().size(); ++r) patterns.emplace_back(loader);
  }

  /// Up to the trigger: no construction looks past it.
  Symbols symbols(const std::vector<Chunk>& chunks, std::size_t trigger) const {
    Symbols out;
    for (std::size_t i = 0; i <= trigger; ++i) {
      std::string_view mark = i == trigger ? std::string_view("trigger") : mark_of(chunks[i]);
      if (i != trigger && chunks[i].kind == ChunkKind::verb &&
          grammar.is(WordClass::light, chunks[i].lemma) &&
          chunks[trigger].kind == ChunkKind::phrase && chunks[i].voice == Voice::active) {
        mark = "light";
      }
      if (i != trigger && chunks[i].kind == ChunkKind::verb &&
          grammar.is(WordClass::light, chunks[i].lemma) &&
          chunks[trigger].kind == ChunkKind::phrase && chunks[i].voice == Voice::infinitive &&
          chunks[i].lemma != "stop" && chunks[i].lemma != "halt" && chunks[i].lemma != "suspend") {
        mark = "linf";  // not "asked Washington to halt deliveries"
      }
      if (i + 1 == trigger && i > 0 && chunks[i].kind == ChunkKind::verb &&
          chunks[i].voice == Voice::gerund && chunks[trigger].kind == ChunkKind::phrase &&
          chunks[i - 1].kind == ChunkKind::phrase && grammar.is(WordClass::light, chunks[i].lemma))
        mark = "lger";
      out.add(alphabet.symbol(mark.empty() ? std::string_view(chunks[i].word) : std::string_view{},
                              mark));
    }
    return out;
  }

  /// Whether a verb can have whom it gives to as an object beside the goods: "sent Chad rifles".
  bool takes_two_objects(const Chunk& verb) const {
    const auto& frames = grammar.frames("verb", verb.lemma);
    return std::any_of(frames.begin(), frames.end(), [](const Frame* frame) {
      return frame->type == "*" && frame->role("second") == "target";
    });
  }

  /// Gives sides by row `r` of the table; false where it does not fit.
  bool read(std::size_t r, const std::vector<Chunk>& chunks, std::size_t trigger, char letter,
            const Symbols& symbols, Sides& sides) const {
    const Construction& row = constructions()[r];
    const std::string_view id(row.id);
    // "the tanks that Germany promised Ukraine": what stands behind the verb is who takes them
    const auto takes = [&](const Chunk& object) {
      return object.country_head ||
             (object.pronoun && (object.head == "it" || object.head == "them"));
    };
    const bool taker = sides.of("obj").size() == 1 && !sides.has("second") &&
                       takes(chunks[sides.of("obj").front()]) && takes_two_objects(chunks[trigger]);
    if (id == "relative_object" && sides.has("obj") && !taker) return false;
    const auto told =
        [&](std::size_t i) {  // "claims that 24 planes landed": a clause, and no relative
          return grammar.is(WordClass::allegation, chunks[i].lemma);
        };
    // a shared subject is that of the nearest clause before: the last match counts
    const bool nearest = id == "shared" || id == "clause" || id == "light";
    std::size_t kept = chunks.size();
    std::size_t from = 0;
    Pattern::Match match;
    while (from < trigger && patterns[r].search(symbols, from, match)) {
      const int subject_group = patterns[r].group("subj");
      std::size_t subject = match.groups[static_cast<std::size_t>(subject_group)].begin;
      // a phrase behind a preposition is no subject
      // nor is what somebody poses as: "workers posing as Americans earned"
      const bool posed =
          subject > 1 && is_word(chunks[subject - 1], "as") &&
          (chunks[subject - 2].voice == Voice::gerund || chunks[subject - 2].lemma == "disguise");
      const bool governed = (is_governed(chunks, subject) || posed) && letter != 'e' &&
                            id != "beside" && !id.starts_with("relative") &&
                            !leads_relative(chunks, subject);
      // "worked in Qatar earning $3 million": not the state that they work in
      const bool worked_there = id == "beside" && subject > 1 && chunks[subject].country_head &&
                                is_word(chunks[subject - 1], "in") &&
                                is_finite(chunks[subject - 2]);
      // "attacks on Ukrainian cities using missiles": not the cities
      const bool hit =
          id == "beside" && subject > 1 && chunks[trigger].lemma == "use" &&
          (is_word(chunks[subject - 1], "on") || is_word(chunks[subject - 1], "against"));
      const bool series = id == "plain" && leads_series(grammar, chunks, subject, trigger);
      if (governed || worked_there || hit || nearest || series) {
        const bool inner =
            id == "shared" && (in_object_relative(chunks, subject, trigger) ||
                               (kept < chunks.size() && says_aside(grammar, chunks, subject)));
        if (!governed && !worked_there && !hit && !inner && !series) kept = subject;
        from = subject + 1;
        continue;
      }
      if (id == "relative") subject = antecedent(chunks, subject, trigger);
      if (id == "reduced") subject = material_before(chunks, subject, trigger);
      if (id == "plain") {
        const std::size_t own = subject_of_own_clause(grammar, chunks, subject, trigger);
        if (own < chunks.size()) subject = own;
      }
      subject = preferred(chunks, subject);
      if (taker && id == "relative_object" &&
          !can_be_given(
              chunks[match.groups[static_cast<std::size_t>(patterns[r].group("obj"))].begin])) {
        from = subject + 1;  // "told reporters that Berlin armed Kyiv"
        continue;
      }
      if (id == "relative_object" &&
          told(match.groups[static_cast<std::size_t>(patterns[r].group("obj"))].begin)) {
        from = subject + 1;
        continue;
      }
      sides.construction = id == "plain" ? (letter == 'p' ? "passive" : "active") : row.id;
      subject = last_in_caption(chunks, subject, trigger);
      sides.chunks["subj"] = own_members(grammar, chunks, list_before(chunks, subject));
      add_along_with(chunks, subject, trigger, sides.chunks["subj"]);
      if (sides.construction == "passive")
        add_behind_passive(chunks, trigger, sides.chunks["subj"]);
      const int object_group = patterns[r].group("obj");
      if (object_group >= 0) {
        const std::size_t object =
            given_head(chunks, match.groups[static_cast<std::size_t>(object_group)].begin);
        // "the rifles that Iran gave Libya were old": no object, but the subject of what follows
        const bool beside = !sides.has("obj") && trigger + 1 < chunks.size() &&
                            chunks[trigger + 1].country_head && can_be_given(chunks[object]) &&
                            takes_two_objects(chunks[trigger]);
        if (sides.has("obj")) sides.chunks["second"] = sides.of("obj");
        if (beside) sides.chunks["second"] = {trigger + 1};
        sides.chunks["obj"] = list_before(chunks, object);
      }
      return true;
    }
    if (kept == chunks.size()) return false;
    sides.construction = row.id;
    sides.chunks["subj"] = list_before(chunks, kept);
    const std::size_t head = id == "shared" && letter == 'a' && !sides.has("obj")
                                 ? shared_head(chunks, trigger)
                                 : chunks.size();
    if (head < chunks.size()) sides.chunks["obj"] = list_before(chunks, head);
    return true;
  }
};

void save_constructions(Saver& saver) {
  for (Pattern& pattern : compile(make_alphabet())) pattern.save(saver);
}

Constructions::Constructions(const Grammar& grammar)
    : impl_(std::make_unique<const Impl>(grammar)) {}
Constructions::~Constructions() = default;
Constructions::Constructions(Constructions&&) noexcept = default;

Sides Constructions::read(const std::vector<Chunk>& chunks, std::size_t trigger) const {
  Sides sides;
  read_arguments(chunks, trigger, sides);
  read_fronted(chunks, trigger, sides);
  if (!sides.has("obj")) share_object(chunks, trigger, sides);
  if (read_controlled(impl_->grammar, chunks, trigger, sides)) return sides;
  // "said that by exporting missiles to Syria, Iran broke the rules"
  const bool leads = trigger > 1 && chunks[trigger].voice == Voice::gerund &&
                     is_word(chunks[trigger - 1], "by") && is_word(chunks[trigger - 2], "that");
  if (auto subject = leads ? fronted_subject(chunks, trigger) : std::vector<std::size_t>{};
      !subject.empty()) {
    sides.construction = "fronted";
    sides.chunks["subj"] = std::move(subject);
    return sides;
  }
  // "accused Iran of launching drone attacks": the deed is that of who carries it out
  const bool carried_out = trigger > 0 && chunks[trigger].kind == ChunkKind::phrase &&
                           chunks[trigger - 1].voice == Voice::gerund &&
                           (impl_->grammar.is(WordClass::light, chunks[trigger - 1].lemma) ||
                            chunks[trigger - 1].lemma == "launch");
  if (carried_out && read_controlled(impl_->grammar, chunks, trigger - 1, sides)) return sides;
  const std::size_t cleft = sides.has("obj") ? chunks.size() : cleft_object(chunks, trigger);
  if (cleft < chunks.size()) {
    sides.chunks["obj"] = {cleft};
    // "What Iran sent Libya was drones": the taker stands behind the verb
    if (chunks[trigger + 1].country_head && impl_->takes_two_objects(chunks[trigger]))
      sides.chunks["second"] = {trigger + 1};
  }
  if (const std::size_t head =
          sides.has("obj") ? chunks.size() : object_of_report(impl_->grammar, chunks, trigger);
      head < chunks.size())
    sides.chunks["obj"] = list_before(chunks, head);
  const auto& object = sides.of("obj");
  const bool taker = object.size() == 1 && chunks[object.front()].country_head &&
                     impl_->takes_two_objects(chunks[trigger]);  // "What Serbia gave Mali"
  if (object.empty() || taker) {
    if (auto listed = listed_before_what(chunks, trigger); !listed.empty()) {
      if (taker) sides.chunks["second"] = object;
      sides.chunks["obj"] = std::move(listed);
    }
  }
  const Chunk& chunk = chunks[trigger];
  const char letter = chunk.kind == ChunkKind::verb     ? voice_letter(chunk.voice)
                      : chunk.kind == ChunkKind::phrase ? 'n'
                                                        : '-';
  const Symbols symbols = impl_->symbols(chunks, trigger);
  const bool purpose = is_purpose(impl_->grammar, chunks, trigger);
  for (std::size_t r = 0; r < constructions().size() && !purpose; ++r) {
    const std::string_view voices(constructions()[r].voices);
    if (voices.find(letter) == std::string_view::npos) continue;
    if (impl_->read(r, chunks, trigger, letter, symbols, sides)) return sides;
  }
  if (const std::size_t head = head_of_belief(impl_->grammar, chunks, trigger);
      head < chunks.size()) {
    sides.construction = "relative";
    sides.chunks["subj"] = {head};
    return sides;
  }
  if (auto subject = fronted_subject(chunks, trigger); !subject.empty()) {
    sides.construction = "fronted";
    sides.chunks["subj"] = std::move(subject);
    return sides;
  }
  // "In return came 40 containers", "From Oman came two radars": what stands behind a verb of motion is its subject
  const bool moves = letter == 'a' && sides.has("obj") && !chunks[trigger].perfect &&
                     impl_->grammar.is(WordClass::inverting, chunk.lemma);
  if (moves && can_be_given(chunks[sides.of("obj").front()])) {
    sides.construction = "inverted";
    sides.chunks["subj"] = sides.of("obj");
    sides.chunks.erase("obj");
    return sides;
  }
  sides.construction = letter == 'n'   ? "noun"
                       : letter == '-' ? "prep"
                       : letter == 'p' ? "passive"
                                       : "bare";
  return sides;
}

}  // namespace msmt
