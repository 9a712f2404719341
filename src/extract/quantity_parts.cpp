// The words around a number: what bends it before and after, and the period of a rate.
#include <algorithm>
#include <array>

#include "extract/is_among.hpp"
#include "extract/noun_unit.hpp"
#include "extract/quantity_readers.hpp"

namespace msmt {

namespace {

/// "handed over 148 missiles", "edged up to 3 percent": the particle belongs to the verb.
bool is_particle(const Scene& scene, std::size_t cue, std::string_view word) {
  static constexpr std::array<std::string_view, 6> kOver = {"hand", "take", "turn",
                                                            "sign", "win",  "knock"};
  static constexpr std::array<std::string_view, 17> kAbout = {
      "talk",      "speak",  "complain", "worry",       "inform",  "question",
      "questions", "detail", "details",  "information", "concern", "concerns",
      "doubts",    "story",  "stories",  "film",        "evidence"};
  static constexpr std::array<std::string_view, 13> kUp = {
      "edged",  "edging",  "inched", "inching", "crept", "creeping", "ticked",
      "climbs", "climbed", "nudged", "moved",   "shot",  "went"};
  if (cue == 0) return false;
  const std::string_view before = word_at(scene, cue - 1);
  const std::string_view base = scene.vocabulary.base(before);
  if (word == "over") return is_among(base, kOver);
  if (word == "up") return is_among(before, kUp);
  if (word == "about") return is_among(before, kAbout) || is_among(base, kAbout);
  return false;
}

/// "The region is short of 8,500 nurses" lacks them; "it fell short of 8,500 tonnes" is less.
bool lacks(const Scene& scene, std::size_t cue, std::string_view unit) {
  if (cue == 0 || unit.empty() || scene.vocabulary.unit(unit)) return false;
  if (word_at(scene, cue) != "short" || word_at(scene, cue + 1) != "of") return false;
  const std::string_view before = word_at(scene, cue - 1);
  return scene.vocabulary.is(before, kBe) || scene.vocabulary.base(before) == "run";
}

/// "over six years", "under two contracts", "near ten villages": a preposition that places the noun.
bool is_preposition(const Scene& scene, std::size_t cue, std::string_view word,
                    std::string_view unit) {
  static constexpr std::array<std::string_view, 8> kTimes = {"day",    "week",  "month", "year",
                                                             "decade", "night", "hour",  "weekend"};
  static constexpr std::array<std::string_view, 12> kLasting = {"last",  "take",    "spend", "have",
                                                                "stay",  "require", "wait",  "be",
                                                                "serve", "work",    "live",  "run"};
  static constexpr std::array<std::string_view, 17> kDeeds = {
      "contract",  "agreement", "deal",       "accord",    "law",    "condition",
      "president", "treaty",    "pact",       "scheme",    "rule",   "sanction",
      "name",      "flag",      "resolution", "programme", "program"};
  static constexpr std::array<std::string_view, 12> kPlaces = {
      "village", "town",   "city",       "base",   "target", "building",
      "house",   "border", "settlement", "bridge", "port",   "plant"};
  static constexpr std::array<std::string_view, 4> kDepths = {"meter", "foot", "inch",
                                                              "centimeter"};
  const std::string_view before = cue == 0 ? std::string_view{} : word_at(scene, cue - 1);
  if (before == "-" && scene.tokens[scene.items[cue].first].glued) return true;  // "a 4-under 68"
  const bool bends = scene.vocabulary.is(before, kPreposition | kAdverb | kConjunction) ||
                     cue == 0 || before == "," || is_among(scene.vocabulary.base(before), kLasting);
  // "160 over 95"
  const bool pressure =
      cue > 0 && unit.empty() && scene.tokens[scene.items[cue - 1].first].kind == TokenKind::number;
  if (word == "over") return pressure || (is_among(unit, kTimes) && !bends);
  if (word == "under" && is_among(unit, kDepths)) {  // "under 15 metres of mud"
    constexpr std::size_t kFar = 4;
    for (std::size_t i = cue + 1; i <= cue + kFar; ++i) {
      if (word_at(scene, i) == "of") return true;
    }
  }
  // "under a $270 million contract"
  const std::string_view article = word_at(scene, cue + 1);
  const bool of_deed = (article == "a" || article == "an") &&
                       scene.vocabulary.unit_symbol(word_at(scene, cue + 2)).has_value();
  if (word == "under") return of_deed || is_among(unit, kDeeds);
  if (word == "near") return is_among(unit, kPlaces);
  return false;
}

/// "over 49 occasions" spreads the deed over them; the word stays in the span, but bends nothing.
bool spreads(std::string_view cue, std::string_view unit) {
  static constexpr std::array<std::string_view, 9> kEvents = {
      "occasion", "phase",      "stage",       "session", "trip",
      "voyage",   "instalment", "installment", "journey"};
  return cue == "over" && is_among(unit, kEvents);
}

}  // namespace

Cue read_cue(const Captures& captures, std::string_view unit, bool negative) {
  const Scene& scene = captures.scene();
  ItemRange range = captures.range("cue");
  const ItemRange minus = captures.range("minus");
  std::size_t begin = captures.whole().begin;
  if (begin == minus.begin && !minus.empty() && !negative) begin = minus.end;
  if (!range.empty()) {
    const std::string_view first = word_at(scene, range.begin);
    if (is_particle(scene, range.begin, first) || is_preposition(scene, range.begin, first, unit)) {
      range.begin += first == "up" ? std::min<std::size_t>(2, range.size()) : 1;  // "up to"
      begin = range.begin;
    } else if (lacks(scene, range.begin, unit)) {
      range.begin += 2;
      begin = range.begin;
    }
  }
  Cue cue;
  cue.begin = scene.items[begin].span.begin;
  if (range.empty()) return cue;
  cue.text = std::string(scene.doc.words(span_of(scene, range)));
  const std::string folded = msmt::folded(scene, range);
  if (!spreads(folded, unit)) cue.relation = scene.vocabulary.relation_before(folded);
  return cue;
}

void set_value(Quantity& quantity, const Number& number) {
  if (number.vague) {
    quantity.relation = Relation::indefinite;
    quantity.low = number.value;
    return;
  }
  if (number.approximate && quantity.relation == Relation::exactly) {
    quantity.relation = Relation::about;
  }
  quantity.value = number.value;
  switch (quantity.relation) {
    case Relation::exactly:
      quantity.low = quantity.high = number.value;
      break;
    case Relation::more_than:
    case Relation::at_least:
      quantity.low = number.value;
      break;
    case Relation::less_than:
    case Relation::at_most:
      quantity.high = number.value;
      break;
    case Relation::about:
    case Relation::between:
    case Relation::indefinite:
      break;
  }
}

Tail read_tail(const Scene& scene, std::size_t after) {
  // Only what cannot begin something else: "12 tanks plus 3 guns", "12 tanks at least twice"
  const std::size_t asked = after;
  if (word_at(scene, after) == "," &&
      (word_at(scene, after + 1) == "give" || word_at(scene, after + 1) == "at")) {
    ++after;  // "40 tonnes, give or take"
  }
  const std::string_view first = word_at(scene, after);
  constexpr std::size_t kLongest = 4;
  if (first != "or" && first != "give" && first != "and" && first != "at") return {asked, {}};
  for (std::size_t end = std::min(after + kLongest, scene.items.size()); end > after + 1; --end) {
    const std::string words = folded(scene, {after, end});
    if (!scene.vocabulary.is_after(words)) continue;
    // "above 1,000 and below 1,500": the words bend the next number
    if (end < scene.items.size() &&
        (scene.tokens[scene.items[end].first].kind == TokenKind::number ||
         scene.vocabulary.is(word_at(scene, end), kNumberWord))) {
      continue;
    }
    // "200 guns and more than 100 missiles", "20 guns and up to 100 shells"
    if (word_at(scene, end) == "than" || (words.ends_with(" up") && word_at(scene, end) == "to"))
      continue;
    const bool ends =
        end == scene.items.size() || scene.tokens[scene.items[end].first].kind == TokenKind::symbol;
    if (first == "at" && !ends) continue;
    return {end, scene.vocabulary.relation_after(words)};
  }
  return {asked, {}};
}

bool is_change_verb(const Scene& scene, std::size_t number) {
  if (number == 0) return false;
  const std::string_view word = word_at(scene, number - 1);
  return scene.vocabulary.figure(word, kChange) ||
         scene.vocabulary.figure(scene.vocabulary.base(word), kChange);
}

bool is_change(const Scene& scene, std::size_t number) {
  if (number == 0 || word_at(scene, number - 1) != "from") return false;
  constexpr std::size_t kFar = 8;
  for (std::size_t i = number - 1; i > 0 && number - i < kFar; --i) {
    if (is_change_verb(scene, i)) return true;
  }
  return false;
}

bool is_negative(const Captures& captures, std::string_view group, const CountedNoun& noun) {
  const ItemRange minus = captures.range(group);
  if (minus.empty()) return false;
  const Scene& scene = captures.scene();
  const Token& sign = scene.tokens[captures.item(minus.begin).first];
  const Term* before = minus.begin > 0 ? &captures.item(minus.begin - 1) : nullptr;
  const Token* previous = before == nullptr ? nullptr : &scene.tokens[before->first];
  if (sign.kind == TokenKind::word) {  // "20 minus 5" takes away
    return previous == nullptr || (previous->kind != TokenKind::number &&
                                   !scene.vocabulary.is(previous->folded, kNumberWord));
  }
  const bool parted = !sign.glued || (previous != nullptr && previous->folded == "(");
  if (!parted || minus.end >= scene.items.size()) return false;
  const Token& number = scene.tokens[scene.items[minus.end].first];
  if (!number.glued) return false;
  static constexpr std::array<std::string_view, 4> kSigned = {"temperature", "angle", "ratio",
                                                              "money"};
  if (noun.measured) return is_among(noun.known.dimension, kSigned);
  // "a low of -25": what parts two words has a blank on both sides
  const bool led = previous != nullptr && sign.folded == "-" &&
                   scene.vocabulary.is(previous->folded, kPreposition | kBe);
  return noun.unit.empty() && (led || number.folded.find('.') != std::string::npos);
}

namespace {

/// "140 mg/dL", "€30/MWh": the unit behind a stroke that touches both.
std::string rate_of_symbol(const Scene& scene, std::size_t stroke) {
  if (stroke + 1 >= scene.items.size() || word_at(scene, stroke) != "/") return {};
  const Term& below = scene.items[stroke + 1];
  if (!scene.tokens[scene.items[stroke].first].glued || !scene.tokens[below.first].glued) return {};
  const auto unit = scene.vocabulary.unit_symbol(scene.doc.words(below.span));
  return unit ? unit->name : std::string();
}

/// "12.3 cases per 100,000 people": what a rate is counted over, as a figure with its noun.
std::string rate_of_many(const Scene& scene, std::size_t begin) {
  std::size_t end = begin;
  if (end >= scene.items.size()) return {};
  if (scene.tokens[scene.items[end].first].kind != TokenKind::number) return {};
  std::string many(scene.doc.words(scene.items[end].span));
  for (++end; scene.vocabulary.is(word_at(scene, end), kNumberWord); ++end) {
    many += " " + std::string(word_at(scene, end));
  }
  constexpr std::size_t kLongest = 3;
  const CountedNoun noun = counted_noun(
      scene, {std::min(end, scene.items.size()), std::min(end + kLongest, scene.items.size())});
  return noun.unit.empty() ? std::string() : many + " " + noun.unit;
}

}  // namespace

std::string rate_after(const Scene& scene, std::size_t after, bool priced) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kAdverbs = {
      {{"annually", "year"},
       {"yearly", "year"},
       {"monthly", "month"},
       {"weekly", "week"},
       {"daily", "day"},
       {"hourly", "hour"}}};
  static constexpr std::array<std::string_view, 5> kPer = {"a", "an", "per", "each", "every"};
  if (word_at(scene, after) == "-") ++after;  // "$15-a-barrel"
  if (std::string over = rate_of_symbol(scene, after); !over.empty()) return over;
  const std::string_view word = word_at(scene, after);
  for (const auto& [adverb, period] : kAdverbs) {
    if (word == adverb) return std::string(period);
  }
  if (!is_among(word, kPer)) return {};
  if (word_at(scene, ++after) == "-") ++after;
  static constexpr std::array<std::string_view, 13> kPriced = {
      "dozen", "share", "head", "person", "piece", "ticket", "bottle",
      "unit",  "night", "pack", "word",   "page",  "copy"};
  if (word == "per" && is_among(word_at(scene, after + 1), kPriced))
    ++after;  // "per diluted share"
  const std::string_view period = word_at(scene, after);
  if (period == "annum") return "year";
  if (period == "capita") return "person";
  if (word == "per") {
    if (std::string many = rate_of_many(scene, after); !many.empty()) return many;
  }
  if (after >= scene.items.size() || is_plural(period)) return {};
  if (word_at(scene, after + 1) == "-" || word_at(scene, after + 1) == "hour") {  // "megawatt-hour"
    const std::size_t end = std::min(after + 3, scene.items.size());
    const auto joined = measured_noun(scene, {after, end});
    if (joined && joined->items.size() > 1) return joined->unit;
  }
  auto unit = scene.vocabulary.unit(period);
  const bool symbol = !unit && word == "per";  // "per kg"
  if (symbol) unit = scene.vocabulary.unit_symbol(scene.doc.words(scene.items[after].span));
  const bool amount = after + 1 < scene.items.size() &&  // "$308 per $1,000"
                      scene.tokens[scene.items[after + 1].first].kind == TokenKind::number;
  if (symbol && amount) return {};
  if (unit && (unit->dimension == "time" || word == "per")) return unit->name;
  // "$60 a barrel", "35 cents a share", "£30 a head"; but "$5 million a deal"
  static constexpr std::array<std::string_view, 8> kGoods = {"mass",   "volume", "length", "area",
                                                             "energy", "power",  "data",   "ratio"};
  if (priced && unit && is_among(unit->dimension, kGoods)) return unit->name;
  if (period == "game" || period == "match") return std::string(period);  // "27.3 points a game"
  if (priced && is_among(period, kPriced)) return unit ? unit->name : std::string(period);
  const bool noun = word == "per" && scene.tokens[scene.items[after].first].kind == TokenKind::word;
  return noun ? std::string(period) : std::string();
}

Mention unit_mention(const CountedNoun& noun) {
  Mention mention;
  mention.span = noun.head;
  mention.rule = noun.measured ? "unit/lexicon" : "unit/counted";
  mention.value = noun.measured ? noun.known : Unit{noun.unit, "count", "", {}};
  return mention;
}

}  // namespace msmt
