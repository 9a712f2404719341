// Numbers that are no quantities: names, models, numbers of articles, times, ages, counters.
#include <algorithm>
#include <array>

#include "extract/quantity_readers.hpp"

namespace msmt {

namespace {

template <std::size_t N>
bool is_among(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "Resolution 2270", "Unit 61398", "Type 88": what stands before a number that it names.
constexpr std::array<std::string_view, 68> kNamers = {
    "resolution", "resolutions", "article",  "articles", "no.",      "nos.",      "paragraph",
    "paragraphs", "para",        "chapter",  "page",     "pages",    "section",   "room",
    "flight",     "highway",     "route",    "phase",    "type",     "model",     "mark",
    "mk",         "version",     "annex",    "decree",   "law",      "directive", "order",
    "committee",  "protocol",    "category", "title",    "part",     "appendix",  "figure",
    "table",      "chart",       "block",    "batch",    "pier",     "building",  "bureau",
    "hangar",     "pavilion",    "channel",  "/",        "#",        "vol.",      "grade",
    "level",      "tier",        "rule",     "clause",   "schedule", "amendment", "operative",
    "op",         "gate",        "terminal", "boeing",   "airbus",   "unscr",     "unscrs",
    "res",        "res.",        "footnote", "item",     "box"};
// … and those that are common nouns as well: only with a capital letter.
constexpr std::array<std::string_view, 17> kCapitalNamers = {
    "unit",   "office", "plant",    "factory", "camp",    "base",   "area",  "number", "line",
    "sector", "zone",   "district", "station", "sputnik", "apollo", "group", "task"};
// "phase two", "World War Two", "number one": also of number words.
constexpr std::array<std::string_view, 14> kWordNamers = {
    "phase", "stage", "part", "chapter", "number", "war",  "day",
    "level", "track", "tier", "type",    "plan",   "step", "round"};
// "1718 Committee", "2030 Agenda"
constexpr std::array<std::string_view, 6> kNamed = {"committee", "agenda",     "resolution",
                                                    "protocol",  "convention", "olympics"};
constexpr std::array<std::string_view, 7> kClock = {"a.m.",    "p.m.", "am", "pm",
                                                    "o'clock", "gmt",  "utc"};
constexpr std::array<std::string_view, 4> kOrdinalEnds = {"st", "nd", "rd", "th"};

/// The token `offset` places from an item's first or after its last token; nullptr past an edge.
const Token* token_at(const Scene& scene, std::size_t index) {
  return index < scene.tokens.size() ? &scene.tokens[index] : nullptr;
}

bool is_digits(const Token* token) { return token != nullptr && token->kind == TokenKind::number; }

/// What touches the digits from the left: "T72", "COVID-19", "15:59", "P5+1", "555-0143".
bool glued_before(const Scene& scene, std::size_t first) {
  const Token& token = scene.tokens[first];
  if (!token.glued || first == 0) return false;
  const Token& previous = scene.tokens[first - 1];
  if (previous.kind == TokenKind::word && previous.folded != "'s") return true;
  if (previous.folded == ":" || previous.folded == "/" || previous.folded == "#" ||
      previous.folded == "+" || previous.folded == "_" || previous.folded == "[") {
    return true;
  }
  if (!previous.glued || first < 2 || previous.folded != "-") return false;
  const Token& head = scene.tokens[first - 2];
  return head.kind == TokenKind::word || head.kind == TokenKind::number;
}

/// What touches the digits from the right: "21st", "10:30", "0/300", "4x4", "5G", "2-Iran".
bool glued_after(const Scene& scene, std::size_t after, bool range) {
  const Token* next = token_at(scene, after);
  if (next == nullptr) return false;
  const Token* second = token_at(scene, after + 1);
  if (next->folded == "/") return true;
  if (is_among(next->folded, kClock)) return true;
  if (!next->glued) return false;
  if (is_among(next->folded, kOrdinalEnds) || next->folded == ":" || next->folded == "s" ||
      next->folded == "]") {
    return true;
  }
  if (next->folded == "x" && is_digits(second)) return true;
  if (next->folded == "-" && second != nullptr && second->glued) {
    if (is_digits(second)) return !range;
    return second->capital && second->kind == TokenKind::word && !second->upper;
  }
  return next->kind == TokenKind::word && next->upper && next->folded.size() == 1 &&
         next->folded != "w" && next->folded != "v" && next->folded != "m" && next->folded != "k" &&
         next->folded != "b" && next->folded != "n";
}

/// The word before a list of numbers: "resolutions 1718, 2270 and 2397".
std::string_view listed_after(const Scene& scene, std::size_t number) {
  while (number > 0) {
    const std::string_view word = word_at(scene, --number);
    const Token& token = scene.tokens[scene.items[number].first];
    const bool joint = word == "," || word == "and" || word == "or" || word == "-" || word == "to";
    if (!joint && token.kind != TokenKind::number) return word;
  }
  return {};
}

/// "Kim, 45,", "aged 45", "45 years old"
bool is_age(const Captures& captures, ItemRange number, std::size_t after_noun, bool has_noun) {
  const Scene& scene = captures.scene();
  const std::string_view before = number.begin > 0 ? word_at(scene, number.begin - 1) : "";
  if (before == "aged" || before == "age" || before == "ages") return true;
  if (word_at(scene, after_noun) == "old") return true;
  if (word_at(scene, after_noun) == "-" && word_at(scene, after_noun + 1) == "old") return true;
  const std::string_view after = word_at(scene, number.end);
  if (has_noun || before != "," || (after != "," && after != ".") || number.begin < 2) return false;
  const Token& name = scene.tokens[scene.items[number.begin - 2].first];
  constexpr double kOldest = 120;
  const auto value = read_number(captures, number);
  return name.capital && value && value->value < kOldest;
}

/// "100 Year Partnership", "the Five Eyes", "Three Gorges Dam": part of a name.
bool in_title(const Captures& captures, ItemRange number, bool digits) {
  const Scene& scene = captures.scene();
  if (scene.sentence.zone == Zone::headline) return false;
  const auto titled = [&](std::size_t i) {
    if (i >= scene.items.size() || !scene.items[i].mark.empty()) {
      if (i >= scene.items.size() || scene.items[i].mark != "cap") return false;
    }
    const Token& token = scene.tokens[scene.items[i].first];
    return token.kind == TokenKind::word && token.capital && !token.upper;
  };
  if (!titled(number.end)) return false;
  const bool capital =
      !digits && number.begin > 0 && scene.tokens[scene.items[number.begin].first].capital;
  return capital || titled(number.end + 1);
}

}  // namespace

bool names_something(const Captures& captures, ItemRange number, const CountedNoun& noun) {
  const Scene& scene = captures.scene();
  const bool has_noun = !noun.unit.empty();
  const Term& first = captures.item(number.begin);
  const Term& last = captures.item(number.end - 1);
  const Token& token = scene.tokens[first.first];
  const bool digits = token.kind == TokenKind::number;
  const bool range = captures.has("num2");
  const Token* previous = first.first > 0 ? &scene.tokens[first.first - 1] : nullptr;
  const std::string_view before =
      number.begin > 0 ? word_at(scene, number.begin - 1) : std::string_view();
  const std::string_view after = word_at(scene, number.end);
  if (in_title(captures, number, digits)) return true;
  if (is_age(captures, number, noun.items.empty() ? number.end : noun.items.end, has_noun))
    return true;
  if (!digits) {
    return !has_noun && is_among(before, kWordNamers) && number.size() == 1;
  }
  // figures of an amount belong to the rule for money
  if (previous != nullptr && !captures.has("sign")) {
    const auto sign = scene.vocabulary.unit_symbol(scene.doc.text(previous->span));
    if (sign && sign->dimension == "money" && !is_among(before, kNamed)) return true;
  }
  if (glued_before(scene, first.first) || glued_after(scene, last.first + last.count, range)) {
    return true;
  }
  const std::string_view text = scene.doc.text(token.span);
  if (text.size() > 1 && text[0] == '0' && text[1] != '.') return true;  // "0143", "0600 hours"
  if (is_among(listed_after(scene, number.begin), kNamers) || is_among(after, kNamed)) return true;
  const bool after_name = previous != nullptr && previous->kind == TokenKind::word &&
                          previous->capital && number.begin > 0;
  if (after_name && is_among(before, kCapitalNamers)) return true;
  if (has_noun) return false;
  // "+82 2 555 0143": numbers side by side
  if (is_digits(previous) || is_digits(token_at(scene, last.first + last.count))) return true;
  // "12.", "(3)", "[4]": numbers of lists and notes
  const bool closed = after == ")" || after == "]";
  if (closed && (before == "(" || before == "[" || number.begin == 0) && number.size() == 1)
    return true;
  if (number.begin == 0 && after == "." && number.end + 1 < scene.items.size()) return true;
  // "Port Olya 3", "Huitong 78": the number of a name
  const bool known_name = number.begin > 0 && (scene.items[number.begin - 1].mark == "country" ||
                                               scene.items[number.begin - 1].mark == "date");
  if (after_name && !known_name && !token.glued && number.size() == 1 && text.size() < 4 &&
      !captures.has("cue") &&
      !scene.vocabulary.is(before, kStarter | kPreposition | kDeterminer | kAnyVerb)) {
    return true;
  }
  return first.mark == "year" && number.size() == 1 && !captures.has("cue");
}

bool is_idiom(const Captures& captures, ItemRange number, const CountedNoun& noun) {
  if (number.size() != 1) return false;
  const Scene& scene = captures.scene();
  const Token& token = scene.tokens[captures.item(number.begin).first];
  if (token.kind == TokenKind::number) return false;
  const std::string_view before =
      number.begin > 0 ? word_at(scene, number.begin - 1) : std::string_view();
  static constexpr std::array<std::string_view, 16> kBefore = {
      "the",  "no",    "any",     "this",  "that",  "some",  "only", "which",
      "each", "every", "another", "these", "those", "other", "new",  "latest"};
  static constexpr std::array<std::string_view, 10> kOneThing = {
      "day", "point", "hand", "thing", "side", "way", "reason", "kind", "another", "sort"};
  if (noun.unit.empty()) return token.folded == "one" || is_among(before, kBefore);
  return token.folded == "one" && !captures.has("cue") &&
         (is_among(noun.unit, kOneThing) || before == "no" || before == "not");
}

}  // namespace msmt
