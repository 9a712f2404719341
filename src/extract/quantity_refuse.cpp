// Numbers that are no quantities: names, models, numbers of articles, times, ages, counters.
#include <algorithm>
#include <array>
#include <cstdlib>

#include "extract/is_among.hpp"
#include "extract/quantity_readers.hpp"

namespace msmt {

namespace {

// "phase two", "World War Two", "number one": also of number words.
constexpr std::array<std::string_view, 14> kWordNamers = {
    "phase", "stage", "part", "chapter", "number", "war",  "day",
    "level", "track", "tier", "type",    "plan",   "step", "round"};
// "1718 Committee", "2030 Agenda"
constexpr std::array<std::string_view, 6> kNamed = {"committee", "agenda",     "resolution",
                                                    "protocol",  "convention", "olympics"};
constexpr std::array<std::string_view, 7> kClockWords = {"a.m.",    "p.m.", "am", "pm",
                                                         "o'clock", "gmt",  "utc"};
constexpr std::array<std::string_view, 6> kOrdinalEnds = {"st", "nd", "rd", "th", "ers", "er"};

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
      previous.folded == "+" || previous.folded == "_" || previous.folded == "[" ||
      previous.folded == "." || previous.folded == "'") {  // the last: "the summer of '42"
    return true;
  }
  if (!previous.glued || first < 2 || previous.folded != "-") return false;
  const Token& head = scene.tokens[first - 2];
  return head.kind == TokenKind::word || head.kind == TokenKind::number;
}

/// What touches the digits from the right: "21st", "10:30", "0/300", "4x4", "5G", "2-Iran".
bool glued_after(const Scene& scene, std::size_t first, std::size_t after, bool range) {
  const Token* next = token_at(scene, after);
  if (next == nullptr) return false;
  const Token* second = token_at(scene, after + 1);
  if (next->folded == "/") return true;
  if (is_among(next->folded, kClockWords)) return true;
  if (!next->glued) return false;
  if (is_among(next->folded, kOrdinalEnds) || next->folded == ":" || next->folded == "s" ||
      next->folded == "]") {
    return true;
  }
  if (next->folded == "x" && is_digits(second)) return true;
  // "9K135 missiles": capitals between figures
  if (next->upper && is_digits(second) && second->glued) return true;
  if (next->folded == "." && is_digits(second) && second->glued) return true;  // "2.4.1"
  if (next->folded == "-" && second != nullptr && second->glued) {
    if (is_digits(second)) return !range;
    return second->capital && second->kind == TokenKind::word && !second->upper;
  }
  // "1.5C", "95F": temperatures; "the 13F filing", "Flat 5C"
  const Token* before = first > 0 ? token_at(scene, first - 1) : nullptr;
  const bool named = before != nullptr && before->kind == TokenKind::word && before->capital;
  constexpr double kFreezing = 32;
  const double value = std::strtod(scene.tokens[after - 1].folded.c_str(), nullptr);
  const bool ends = second == nullptr || second->kind == TokenKind::symbol || !second->capital;
  if (!named && ends && (next->folded == "c" || (next->folded == "f" && value >= kFreezing))) {
    return false;
  }
  // "5G", "1AA"; but "12K", "40MW", "5GBP"
  const std::string_view text = scene.doc.words(next->span);
  return next->kind == TokenKind::word && next->upper && !scene.vocabulary.unit_symbol(text) &&
         scene.vocabulary.number(next->folded) == nullptr;
}

/// "401(k)", "501(c)(3)": the mark of a clause touches the digits.
bool is_clause(const Scene& scene, std::size_t after) {
  const Token* open = token_at(scene, after);
  const Token* letter = token_at(scene, after + 1);
  const Token* close = token_at(scene, after + 2);
  return close != nullptr && open->folded == "(" && open->glued && letter->glued &&
         letter->span.size() == 1 && letter->kind == TokenKind::word && close->folded == ")";
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

/// "Kim, 45,", "aged 45"; "45 years old" says what it counts
bool is_age(const Captures& captures, ItemRange number, bool has_noun) {
  const Scene& scene = captures.scene();
  const std::string_view before = number.begin > 0 ? word_at(scene, number.begin - 1) : "";
  const std::string_view listed = listed_after(scene, number.begin);  // "children aged 5 to 11"
  if (!has_noun && (listed == "aged" || listed == "age" || listed == "ages")) return true;
  if (before == "aged" || before == "age") return true;
  // "a boy who just turned 6"
  if (!has_noun && (before == "turned" || before == "turns" || before == "turning")) return true;
  // "children under 5", "adults over 65", with or without the cue
  const bool bends = before == "under" || before == "over";
  if (!has_noun && bends && number.begin > 1 &&
      scene.vocabulary.figure(word_at(scene, number.begin - 2), kAged)) {
    return true;
  }
  const std::string_view after = word_at(scene, number.end);
  if (has_noun || before != "," || (after != "," && after != ".") || number.begin < 2) return false;
  const Token& name = scene.tokens[scene.items[number.begin - 2].first];
  constexpr double kOldest = 120;
  constexpr double kGrown = 15;
  const auto value = read_number(captures, number);
  if (!value || value->value >= kOldest) return false;
  // "the actor, 61, lives"
  const bool aside = after == "," && name.kind == TokenKind::word && value->value >= kGrown &&
                     number.size() == 1 && number.end + 1 < scene.items.size();
  return name.capital || aside;
}

/// "nineteen ninety-six", "twenty twenty-four": both halves of a year.
bool is_spoken_year(const Scene& scene, ItemRange number) {
  const auto two_digits = [&](std::size_t i) {
    const NumberWord* word = scene.vocabulary.number(word_at(scene, i));
    constexpr double kTen = 10;
    return word != nullptr && word->value >= kTen &&
           (word->kind == NumberKind::unit || word->kind == NumberKind::ten);
  };
  const auto spoken = [&](std::size_t i) {
    return word_at(scene, i) == "-" || scene.vocabulary.is(word_at(scene, i), kNumberWord);
  };
  std::size_t begin = number.begin;
  while (begin > 0 && spoken(begin - 1)) --begin;
  for (std::size_t i = begin; i < number.end; ++i) {
    if (two_digits(i) && two_digits(i + 1)) return true;
  }
  return false;
}

/// "zero tolerance", "zero gravity": no count of something.
bool is_slogan(const CountedNoun& noun) {
  static constexpr std::array<std::string_view, 6> kSlogans = {"tolerance", "gravity", "hour",
                                                               "sum",       "option",  "carbon"};
  return is_among(noun.unit, kSlogans);
}

/// "call 911", "the code is 90210", "an account that ends in 4471"
bool is_code(const Scene& scene, ItemRange number) {
  static constexpr std::array<std::string_view, 5> kCalls = {"call", "dial", "dialled", "dialed",
                                                             "calling"};
  static constexpr std::array<std::string_view, 5> kCodes = {"code", "pin", "password", "passcode",
                                                             "postcode"};
  static constexpr std::array<std::string_view, 3> kEnds = {"ends", "ending", "ended"};
  if (number.begin == 0) return false;
  const std::string_view before = word_at(scene, number.begin - 1);
  if (is_among(before, kCalls)) return true;
  if (number.begin < 2) return false;
  const std::string_view second = word_at(scene, number.begin - 2);
  return (before == "is" && is_among(second, kCodes)) ||
         (before == "in" && is_among(second, kEnds));
}

/// "10 Downing Street", "1600 Pennsylvania Avenue"
bool is_address(const Captures& captures, ItemRange number, const CountedNoun& noun) {
  static constexpr std::array<std::string_view, 7> kStreets = {
      "street", "avenue", "road", "lane", "drive", "boulevard", "square"};
  if (number.size() != 1 || noun.items.empty() || !is_among(noun.unit, kStreets)) return false;
  return captures.scene().doc.words(noun.head).front() < 'a';
}

bool is_digits_at(const Scene& scene, std::size_t item) {
  return item < scene.items.size() &&
         scene.tokens[scene.items[item].first].kind == TokenKind::number;
}

/// "by 3 to 1", "two-to-one": both figures of a ratio.
bool is_odds(const Scene& scene, ItemRange number) {
  const auto one = [&](std::size_t i) {
    return word_at(scene, i) == "1" || word_at(scene, i) == "one";
  };
  if (word_at(scene, number.end) == "to" && one(number.end + 1)) return true;
  return number.begin >= 2 && one(number.begin) && number.size() == 1 &&
         word_at(scene, number.begin - 1) == "to" &&
         (is_digits_at(scene, number.begin - 2) ||
          scene.vocabulary.is(word_at(scene, number.begin - 2), kNumberWord));
}

/// "passed by 52 to 48", "a vote of 13 to 2": both figures of a result.
bool is_result(const Scene& scene, ItemRange number) {
  static constexpr std::array<std::string_view, 8> kBefore = {"by",  "of",   "voted",  "vote",
                                                              "won", "lost", "passed", "votes"};
  std::size_t first = number.begin;
  if (first >= 2 && word_at(scene, first - 1) == "to" && is_digits_at(scene, first - 2)) first -= 2;
  if (first == 0 || !is_digits_at(scene, first) || word_at(scene, first + 1) != "to" ||
      !is_digits_at(scene, first + 2)) {
    return false;
  }
  const auto figure = [&](std::size_t i) {
    std::string digits(word_at(scene, i));
    digits.erase(std::remove(digits.begin(), digits.end(), ','), digits.end());
    return std::strtod(digits.c_str(), nullptr);
  };
  return figure(first) > figure(first + 2) && is_among(word_at(scene, first - 1), kBefore);
}

/// "$4.25 a dozen"
bool is_priced_dozen(const Scene& scene, ItemRange number) {
  if (number.size() != 2 || number.begin == 0 || folded(scene, number) != "a dozen") return false;
  const std::string_view before = word_at(scene, number.begin - 1);
  const auto unit = scene.vocabulary.unit(before);
  return is_digits_at(scene, number.begin - 1) || (unit && unit->dimension == "money");
}

/// "100 Year Partnership", "the Five Eyes", "Three Gorges Dam": part of a name.
bool in_title(const Captures& captures, ItemRange number, bool digits, const CountedNoun& noun) {
  const Scene& scene = captures.scene();
  if (scene.sentence.zone == Zone::headline) return false;
  const auto titled = [&](std::size_t i) {
    if (i >= scene.items.size() || !scene.items[i].mark.empty()) {
      if (i >= scene.items.size() || scene.items[i].mark != "cap") return false;
    }
    const Token& token = scene.tokens[scene.items[i].first];
    return token.kind == TokenKind::word && token.capital && !token.upper;
  };
  const Token& first = scene.tokens[scene.items[number.begin].first];
  const bool capital = !digits && number.begin > 0 && first.capital;
  // "the Big Four banks": after a capitalised word, unless that begins the sentence
  const Token* before =
      number.begin > 1 ? &scene.tokens[scene.items[number.begin - 1].first] : nullptr;
  if (capital && before != nullptr && before->kind == TokenKind::word && before->capital &&
      !before->upper && !scene.vocabulary.is(before->folded, kStarter)) {
    return true;
  }
  // "two Middle East envoys" counts, "the 100 Year Partnership" does not
  const bool common = !noun.head.empty() && scene.doc.words(noun.head).front() >= 'a';
  return titled(number.end) && (capital || (titled(number.end + 1) && !common));
}

/// "500-pound", "1,000-kg": whether the tokens from `at` on are a figure that a hyphen joins to what it measures.
bool is_size(const Scene& scene, std::size_t at) {
  const Token* figure = token_at(scene, at);
  const Token* hyphen = token_at(scene, at + 1);
  const Token* measure = token_at(scene, at + 2);
  return is_digits(figure) && hyphen != nullptr && hyphen->folded == "-" && hyphen->glued &&
         measure != nullptr && measure->glued && measure->kind == TokenKind::word;
}

/// "170 mm M1989 Koksan guns": millimetres before a named weapon.
bool is_calibre(const Scene& scene, const CountedNoun& noun) {
  return noun.measured && noun.unit == "millimeter" && noun.items.end < scene.items.size() &&
         scene.items[noun.items.end].mark == "weapon";
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
  if (in_title(captures, number, digits, noun)) return true;
  if (digits && is_calibre(scene, noun)) return true;
  if (is_age(captures, number, has_noun)) return true;
  if (is_address(captures, number, noun)) return true;
  if (digits && (names_product(captures, number, noun) || is_race(scene, number, noun)))
    return true;
  if (!has_noun && is_priced_dozen(scene, number)) return true;
  if (has_noun && before == "per") return true;  // "12 cases per 100,000 people"
  if (!has_noun && (is_result(scene, number) || is_odds(scene, number) || is_code(scene, number)))
    return true;
  // "7-Eleven"
  const bool hyphen = previous != nullptr && token.glued && previous->folded == "-" &&
                      previous->glued && first.first > 1;
  if (!digits && hyphen && is_digits(&scene.tokens[first.first - 2])) return true;
  if (!digits) {
    const Token* next = token_at(scene, last.first + last.count);
    if (is_digits(next) && next->glued) return true;  // "Twenty20"
    if (is_spoken_year(scene, number) || (!has_noun && before == "year")) return true;
    if (before == "zero" || (token.folded == "zero" && has_noun && is_slogan(noun))) return true;
    return !has_noun && is_among(before, kWordNamers) && number.size() == 1;
  }
  // figures of an amount belong to the rule for money
  if (previous != nullptr && !captures.has("sign")) {
    const auto sign = scene.vocabulary.unit_symbol(scene.doc.words(previous->span));
    if (sign && sign->dimension == "money" && !is_among(before, kNamed)) return true;
  }
  if (after == "calibre" || after == "caliber") return true;  // "a .50 calibre rifle"
  const bool prefix = before == "-" && captures.has("cue") &&
                      captures.range("cue").end == number.begin;  // "sub-100"
  if ((!prefix && glued_before(scene, first.first)) ||
      glued_after(scene, first.first, last.first + last.count, range)) {
    return true;
  }
  const std::string_view text = scene.doc.words(token.span);
  // "the 747", "a 737 jet": an airliner
  const bool airliner = text.size() == 3 && text[0] == '7' && text[2] == '7';
  const bool the = before == "the" || before == "a" || before == "'s";
  const bool capital = !noun.head.empty() && scene.doc.words(noun.head).front() < 'a';
  const bool jet = !has_noun || before == "a" || capital;
  if (airliner && number.size() == 1 && the && jet) return true;         // "Boeing's 737 MAX 9"
  if (text.size() > 1 && text[0] == '0' && text[1] != '.') return true;  // "0143", "0600 hours"
  if (scene.vocabulary.figure(listed_after(scene, number.begin), kNamer) ||
      is_among(after, kNamed)) {
    return true;
  }
  // "He wore number 10": the word itself says so, but "a number 40 times as high"
  if (before == "number" && !has_noun && !captures.has("cue")) return true;
  const bool after_name = previous != nullptr && previous->kind == TokenKind::word &&
                          previous->capital && number.begin > 0;
  const bool capital_namer = after_name && scene.vocabulary.figure(before, kCapitalNamer);
  if (capital_namer && noun.unit != "point") return true;
  if (is_clause(scene, last.first + last.count)) return true;
  // "the 2016 Games"
  const bool event = has_noun && first.mark == "year" && number.size() == 1 &&
                     !captures.has("cue") && !noun.measured && !noun.head.empty() &&
                     scene.doc.words(noun.head).front() < 'a' &&
                     scene.items[noun.items.end - 1].mark != "country";
  if (event) return true;
  if (has_noun) return false;
  // "page 3 of 12"
  if (before == "of" && number.begin >= 3 && is_digits_at(scene, number.begin - 2) &&
      scene.vocabulary.figure(word_at(scene, number.begin - 3), kNamer)) {
    return true;
  }
  if (scene.doc.words(captures.span(number)) == "3M") return true;  // the maker
  // "+82 2 555 0143": numbers side by side
  const bool sized = is_size(scene, last.first + last.count);  // "12 1,000-pound bombs"
  if (is_digits(previous) || (!sized && is_digits(token_at(scene, last.first + last.count))))
    return true;
  // "12.", "(3)", "[4]": numbers of lists and notes
  const bool closed = after == ")" || after == "]";
  if (closed && (before == "(" || before == "[" || number.begin == 0) && number.size() == 1)
    return true;
  if (number.begin == 0 && after == ".") return true;
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
  if (is_pronoun(captures, number, noun)) return true;
  const std::string_view before =
      number.begin > 0 ? word_at(scene, number.begin - 1) : std::string_view();
  static constexpr std::array<std::string_view, 16> kBefore = {
      "the",  "no",    "any",     "this",  "that",  "some",  "only", "which",
      "each", "every", "another", "these", "those", "other", "new",  "latest"};
  static constexpr std::array<std::string_view, 10> kOneThing = {
      "day", "point", "hand", "thing", "side", "way", "reason", "kind", "another", "sort"};
  const std::string_view after = word_at(scene, number.end);
  if (noun.unit.empty() && (after == "fewer" || after == "less")) return false;  // "just one fewer"
  if (noun.unit.empty()) return token.folded == "one" || is_among(before, kBefore);
  return token.folded == "one" && !captures.has("cue") &&
         (is_among(noun.unit, kOneThing) || before == "no" || before == "not");
}

}  // namespace msmt
