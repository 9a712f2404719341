// Quantities with a shape of their own: money, percent, measures before a noun, factors, odds.
#include <algorithm>
#include <array>

#include "extract/noun_words.hpp"
#include "extract/quantity_readers.hpp"

namespace msmt {

namespace {

/// Both ends of a range, the lower with the multiplier that the upper has: "4.2 and 5.8 million".
bool set_range(Quantity& quantity, Number low, const Number& high) {
  constexpr double kMostShared = 1000;
  if (low.value < high.value && low.multiplier == 1 && high.multiplier > 1 &&
      low.value < kMostShared) {
    low.value *= high.multiplier;
  }
  if (low.value >= high.value) return false;
  quantity.relation = Relation::between;
  quantity.low = low.value;
  quantity.high = high.value;
  return true;
}

/// The currency sign with the letters that touch it: "US$", but "a $2 billion loan".
ItemRange sign_of(const Captures& captures) {
  ItemRange sign = captures.range("sign");
  const Scene& scene = captures.scene();
  while (sign.size() > 1 && !scene.tokens[scene.items[sign.begin + 1].first].glued) ++sign.begin;
  return sign;
}

std::optional<Unit> currency_of(const Captures& captures) {
  const Scene& scene = captures.scene();
  const std::string symbol(scene.doc.words(span_of(scene, sign_of(captures))));
  auto unit = scene.vocabulary.unit_symbol(symbol);
  if (!unit) unit = scene.vocabulary.unit(fold(symbol));
  if (!unit || unit->dimension != "money") return std::nullopt;
  const Term& sign = captures.item(captures.range("sign").end - 1);
  const bool letter = scene.tokens[sign.first].kind == TokenKind::word;
  if (letter && sign.span.size() == 1) return std::nullopt;
  // codes that are words as well, in a headline or a name: "ALL 5 crew", "COP26"
  static constexpr std::array<std::string_view, 14> kWords = {"all", "top", "try", "pen", "bob",
                                                              "cup", "mop", "gel", "mad", "sos",
                                                              "bam", "cop", "lak", "ron"};
  const std::string_view word = word_at(scene, captures.range("sign").end - 1);
  if (letter && std::find(kWords.begin(), kWords.end(), word) != kWords.end()) return std::nullopt;
  return unit;
}

}  // namespace

std::vector<Mention> read_money(const Captures& captures) {
  const Scene& scene = captures.scene();
  const auto unit = currency_of(captures);
  auto number = read_number(captures, captures.range("num"));
  if (!number || !unit) return {};
  Quantity quantity;
  const CountedNoun money{{}, {}, unit->name, true, *unit, false};
  const bool negative = is_negative(captures, "minus", money);
  if (negative) number->value = -number->value;
  const Cue cue = read_cue(captures, unit->name, negative);
  quantity.cue = cue.text;
  quantity.relation = cue.relation;
  ItemRange last = captures.range("num");
  if (captures.has("post")) {
    last = captures.range("post");
    quantity.cue = quote(scene.doc, captures.span("post"));
    quantity.relation = scene.vocabulary.relation_after(captures.folded("post"));
  }
  // "plunged $4 to $14.75": the change, and where it led
  const std::size_t first = captures.whole().begin;
  const std::string_view verb = first == 0 ? "" : scene.vocabulary.base(word_at(scene, first - 1));
  const bool changed = !captures.has("cue") && !scene.vocabulary.figure(verb, kRaising) &&
                       (is_change_verb(scene, first) || is_change(scene, first));
  const bool to = word_at(scene, last.end) == "to";
  const auto high = captures.has("num2") && !(changed && to)
                        ? read_number(captures, captures.range("num2"))
                        : std::nullopt;
  if (high && set_range(quantity, *number, *high)) {
    last = captures.range("num2");
  } else if (captures.has("num2") && !to) {
    return {};
  } else {  // "gave $5 million to three groups": no range
    set_value(quantity, *number);
  }
  quantity.unit = unit->name;
  const Tail tail = read_tail(scene, last.end);
  if (tail.end != last.end && quantity.value) {
    quantity.cue = quote(scene.doc, span_of(scene, {last.end, tail.end}));
    quantity.relation = tail.relation;
    quantity.low = quantity.high = {};
    set_value(quantity, *number);
  }
  quantity.per = rate_after(scene, tail.end, true);
  const Span of = of_phrase(scene, tail.end);
  if (!of.empty()) quantity.of = quote(scene.doc, of);
  const Span sign = span_of(scene, sign_of(captures));
  const bool opened = captures.has("cue") || captures.has("between") || negative;
  const std::size_t begin = opened ? cue.begin : sign.begin;
  return {{{begin, scene.items[tail.end - 1].span.end}, {}, quantity},
          {sign, "unit/symbol", *unit}};
}

std::vector<Mention> read_percent(const Captures& captures) {
  const Scene& scene = captures.scene();
  auto number = read_number(captures, captures.range("num"));
  const auto unit = scene.vocabulary.unit(captures.folded("unit"));
  const auto symbol = scene.vocabulary.unit_symbol(captures.text("unit"));
  if (!number || (!unit && !symbol)) return {};
  const Unit& known = unit ? *unit : *symbol;
  Quantity quantity;
  const CountedNoun percent{{}, {}, known.name, true, known, false};
  const bool negative = is_negative(captures, "minus", percent);
  if (negative) number->value = -number->value;
  const Cue cue = read_cue(captures, known.name, negative);
  quantity.cue = cue.text;
  quantity.relation = cue.relation;
  const std::size_t after = captures.range("unit").end;
  const Tail tail = read_tail(scene, after);
  if (captures.has("num2")) {
    const auto high = read_number(captures, captures.range("num2"));
    if (!high || !set_range(quantity, *number, *high)) return {};
    if (captures.has("between")) quantity.cue = std::string(captures.text("between"));
  } else {
    if (tail.end != after) {
      quantity.relation = tail.relation;
      quantity.cue = quote(scene.doc, span_of(scene, {after, tail.end}));
    }
    set_value(quantity, *number);
  }
  quantity.unit = known.name;
  quantity.per = rate_after(scene, tail.end);
  const Span of = of_phrase(scene, tail.end);
  if (!of.empty()) quantity.of = quote(scene.doc, of);
  return {{{cue.begin, scene.items[tail.end - 1].span.end}, {}, quantity},
          {captures.span("unit"), "unit/lexicon", known}};
}

/// "a 12-seat van", "a 60-vote threshold": what a noun of no table is counted by. Words that do not
/// count ("a one-time aide", "a 4-for-1 split") are none.
bool is_counted_before(const Captures& captures, const Token& word, double value) {
  static constexpr std::array<std::string_view, 13> kNever = {
      "time", "way",    "sided", "something", "some", "dimensional", "digit",
      "all",  "stroke", "step",  "wheel",     "pack", "edged"};
  constexpr std::uint32_t kNone = kDeterminer | kPreposition | kConjunction | kRelative | kPronoun |
                                  kAuxiliary | kSubordinator | kNegation | kAdverb | kNumberWord |
                                  kAdjective | kPostnominal;
  constexpr std::size_t kShortest = 3;
  if (value < 2 || word.capital || word.folded.size() < kShortest) return false;
  if (std::find(kNever.begin(), kNever.end(), word.folded) != kNever.end()) return false;
  if (is_plural(word.folded)) return false;  // "three-pointers"
  const std::uint32_t kinds = captures.scene().vocabulary.kinds(word.folded);
  if ((kinds & kNone) != 0 || captures.scene().vocabulary.is_after(word.folded)) return false;
  return (kinds & kAnyVerb) == 0 || (kinds & kNoun) != 0;
}

/// "a 5,000-ton destroyer", "a 12-ship convoy", "a 12-year-old boy"; not "a 170-mm gun", which it
/// names.
std::vector<Mention> read_compound(const Captures& captures) {
  const Scene& scene = captures.scene();
  ItemRange digits = captures.range("num");
  const bool sized = counts_sized(scene, digits);
  if (sized) digits.begin = digits.end - 1;
  const std::string words = captures.folded(digits);
  const bool part = words == "half" || words == "quarter";
  auto number = read_number(captures, digits);
  const ItemRange word = captures.range("unit");
  const Token& joint = scene.tokens[captures.item(word.begin - 1).first];
  const Token& written = scene.tokens[captures.item(word.begin).first];
  if (!number || !joint.glued || !written.glued) return {};
  CountedNoun noun;
  noun.unit = captures.folded(word);
  // "three-quarters full" is one number
  const NumberWord* part_of = scene.vocabulary.number(noun.unit);
  if (part_of != nullptr && part_of->kind == NumberKind::fraction && noun.unit.ends_with('s'))
    return {};
  if (names_something(captures, digits, noun)) return {};
  // "a third-quarter loss" is that of the third quarter
  const std::string_view ends = scene.tokens[captures.item(digits.end - 1).first].folded;
  if (number->fraction && ends != "half" && ends != "quarter" && !ends.ends_with('s')) return {};
  // "a 1985-model tank", "its 1970-vintage guns": the year of make
  static constexpr std::array<std::string_view, 7> kOfYear = {"model", "vintage", "era",    "built",
                                                              "made",  "issue",   "pattern"};
  if (captures.item(digits.end - 1).mark == "year" &&
      std::find(kOfYear.begin(), kOfYear.end(), noun.unit) != kOfYear.end())
    return {};
  auto unit = scene.vocabulary.unit(noun.unit);
  if (!unit) unit = scene.vocabulary.unit_symbol(captures.text("unit"));
  // "21 days", "45-year-olds": a measure with a hyphen stands in the singular
  static constexpr std::array<std::string_view, 9> kCounted = {
      "nation", "party", "point", "strong", "man", "person", "woman", "front", "story"};
  const bool plain = std::find(kCounted.begin(), kCounted.end(), noun.unit) != kCounted.end();
  if (part && (!unit || unit->dimension == "count") && noun.unit != "point") return {};
  if (!unit && !plain && !is_counted_before(captures, written, number->value)) return {};
  const bool fold = noun.unit == "fold";
  if (unit && (unit->name == "millimeter" || (!plain && !fold && unit->name == "times"))) return {};
  Quantity quantity;
  Cue cue = read_cue(captures, noun.unit);
  if (sized) {  // the hedge is of the count
    cue = Cue{};
    cue.begin = captures.item(digits.begin).span.begin;
  }
  quantity.cue = cue.text;
  quantity.relation = cue.relation;
  set_value(quantity, *number);
  if (fold) {  // "a 30-fold rise"
    const std::size_t begin = captures.has("cue") ? cue.begin : captures.span("num").begin;
    return {{{begin, captures.span("unit").end}, {}, quantity}};
  }
  quantity.unit = unit ? unit->name : singular(noun.unit);
  std::size_t last = word.end;
  const std::string_view age = word_at(scene, word.end + 1);
  if (word_at(scene, word.end) == "-" && (age == "old" || age == "olds")) last += 2;
  // "$15-a-barrel" is money; "a 100-km-long road" and "a 5,000-ton destroyer" go on to their noun
  const std::size_t most = std::min(last + 5, scene.items.size());
  const std::string_view first = scene.tokens[captures.item(digits.begin).first].folded;
  if (captures.has("article") || first == "a" || first == "an") {
    const CountedNoun described = counted_noun(scene, {last, most});
    if (!described.items.empty()) last = described.items.end;
    // "a 77-kWh pack gives 300 miles"
    const std::string_view end = word_at(scene, last - 1);
    const bool verb = scene.vocabulary.is(end, kThird) && !scene.vocabulary.is(end, kNoun);
    if (verb && described.items.size() > 1) --last;
  }
  if (noun.unit == "strong") {  // "a 20,000-strong force"
    quantity.unit = "person";
    return {{{cue.begin, scene.items[last - 1].span.end}, {}, quantity}};
  }
  const Unit known = unit ? *unit : Unit{quantity.unit, "count", "", {}};
  return {{{cue.begin, scene.items[last - 1].span.end}, {}, quantity},
          {captures.span("unit"), "unit/compound", known}};
}

/// "more than double the amount", "twice as many", "a threefold rise", "a 30-fold rise"
std::vector<Mention> read_factor(const Captures& captures) {
  static constexpr std::array<std::pair<std::string_view, double>, 15> kFactors = {
      {{"double", 2},
       {"twice", 2},
       {"triple", 3},
       {"thrice", 3},
       {"quadruple", 4},
       {"twofold", 2},
       {"threefold", 3},
       {"fourfold", 4},
       {"fivefold", 5},
       {"sixfold", 6},
       {"sevenfold", 7},
       {"eightfold", 8},
       {"ninefold", 9},
       {"tenfold", 10},
       {"hundredfold", 100}}};
  const std::string factor = captures.folded("factor");
  const auto found = std::find_if(kFactors.begin(), kFactors.end(),
                                  [&](const auto& entry) { return entry.first == factor; });
  if (found == kFactors.end()) return {};
  // "scored twice as the rain fell"
  const Scene& scene = captures.scene();
  const std::size_t as = captures.range("factor").end;
  const std::string_view how = word_at(scene, as + 1);
  const bool compares = how == "many" || how == "much" || word_at(scene, as + 2) == "as" ||
                        !scene.vocabulary.is(how, kArticle | kPronoun | kDeterminer);
  const bool named = as + 1 < scene.items.size() && scene.tokens[scene.items[as + 1].first].capital;
  if (word_at(scene, as) == "as" && (named || !compares)) return {};
  Quantity quantity;
  const Cue cue = read_cue(captures, "");
  quantity.cue = cue.text;
  quantity.relation = cue.relation;
  Number number;
  number.value = found->second;
  set_value(quantity, number);
  const std::size_t end =
      captures.has("whose") ? captures.span("factor").end : captures.span(captures.whole()).end;
  return {{{cue.begin, end}, {}, quantity}};
}

/// "exports more than doubled", "will triple its output", "a halving of prices"; not "doubled as a
/// school", "doubled down".
std::vector<Mention> read_multiplied(const Captures& captures) {
  static constexpr std::array<std::pair<std::string_view, double>, 6> kFactors = {
      {{"doubl", 2}, {"tripl", 3}, {"trebl", 3}, {"quadrupl", 4}, {"quintupl", 5}, {"halv", 0.5}}};
  static constexpr std::array<std::string_view, 11> kOther = {
      "down", "as", "back", "over", "up", "agent", "agents", "for", "room", "rooms", "-"};
  const Scene& scene = captures.scene();
  const std::string factor = captures.folded("factor");
  const bool base = factor.ends_with("e");
  if (base && !captures.has("aux")) return {};
  const std::string_view next = word_at(scene, captures.range("factor").end);
  if (std::find(kOther.begin(), kOther.end(), next) != kOther.end()) return {};
  for (const auto& [stem, value] : kFactors) {
    if (!factor.starts_with(stem)) continue;
    Quantity quantity;
    const Cue cue = read_cue(captures, "");
    quantity.cue = cue.text;
    quantity.relation = cue.relation;
    Number number;
    number.value = value;
    set_value(quantity, number);
    const std::size_t begin =
        captures.has("cue") ? captures.span("cue").begin : captures.span("factor").begin;
    return {{{begin, captures.span("factor").end}, {}, quantity}};
  }
  return {};
}

/// "one in five shells", "nine out of ten launches": a share of what is counted.
namespace {

/// "that 1 in 4 shells failed", "about 1 in 3": a share, where no verb before it takes the one.
bool is_one_in(const Captures& captures, double part, const CountedNoun& noun) {
  const Scene& scene = captures.scene();
  if (part != 1 && noun.unit.empty()) return false;  // "about 2 in 3"
  if (captures.has("cue")) return true;
  const bool measures = noun.measured && noun.known.dimension != "count";
  const std::size_t begin = captures.range("num").begin;
  // "cut the risk from 1 in 100 to 1 in 1,000"
  static constexpr std::array<std::string_view, 4> kLed = {"from", "to", "of", "at"};
  if (noun.unit.empty() && begin > 0 &&
      std::find(kLed.begin(), kLed.end(), word_at(scene, begin - 1)) != kLed.end()) {
    return true;
  }
  if (noun.unit.empty() || measures) return false;
  if (begin == 0) return true;
  const std::string_view before = word_at(scene, begin - 1);
  const Token& token = scene.tokens[captures.item(begin - 1).first];
  if (part != 1) return scene.vocabulary.is(before, kConjunction | kRelative | kSubordinator);
  return token.folded == "," ||
         scene.vocabulary.is(before, kConjunction | kPreposition | kRelative | kSubordinator);
}

}  // namespace

std::vector<Mention> read_odds(const Captures& captures) {
  const Scene& scene = captures.scene();
  const auto part = read_number(captures, captures.range("num"));
  const auto whole = read_number(captures, captures.range("num2"));
  if (!part || !whole || part->value >= whole->value || part->value < 1) return {};
  static constexpr std::array<double, 14> kWholes = {2, 3,  4,  5,  6,  7,   8,
                                                     9, 10, 12, 20, 50, 100, 1000};
  constexpr double kLarge = 20;  // "one in 2,500 people"
  const bool large = part->value == 1 && whole->value >= kLarge && !captures.range("np").empty();
  if (!large && std::find(kWholes.begin(), kWholes.end(), whole->value) == kWholes.end()) return {};
  const bool digits =
      scene.tokens[captures.item(captures.range("num").begin).first].kind == TokenKind::number;
  constexpr double kTen = 10;
  const bool said =
      captures.has("out") ||
      (whole->value == kTen && (captures.has("cue") || captures.range("num").begin == 0));
  CountedNoun noun = counted_noun(scene, captures.range("np"));
  // "one in eight fell ill"
  if (!noun.items.empty() && !is_plural(word_at(scene, noun.items.end - 1))) noun = {};
  if (digits && !said && !is_one_in(captures, part->value, noun)) return {};  // "took 3 in 5 raids"
  // "three in four days", "two in ten cities": counts over something
  if (noun.measured && noun.known.dimension == "time") return {};
  Quantity quantity;
  const Cue cue = read_cue(captures, noun.unit);
  quantity.cue = cue.text;
  quantity.relation = cue.relation;
  Number share;
  share.value = part->value / whole->value;
  set_value(quantity, share);
  quantity.unit = noun.unit;
  const std::size_t after = noun.items.empty() ? captures.range("num2").end : noun.items.end;
  std::vector<Mention> out{{{cue.begin, scene.items[after - 1].span.end}, {}, quantity}};
  if (!noun.head.empty()) out.push_back(unit_mention(noun));
  return out;
}

}  // namespace msmt
