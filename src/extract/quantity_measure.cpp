// Quantities with a shape of their own: money, percent, measures before a noun, factors, odds.
#include <algorithm>
#include <array>

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
  const std::string symbol(scene.doc.text(span_of(scene, sign_of(captures))));
  auto unit = scene.vocabulary.unit_symbol(symbol);
  if (!unit) unit = scene.vocabulary.unit(fold(symbol));
  if (!unit || unit->dimension != "money") return std::nullopt;
  const Term& sign = captures.item(captures.range("sign").end - 1);
  const bool letter = scene.tokens[sign.first].kind == TokenKind::word;
  if (letter && sign.span.size() == 1) return std::nullopt;
  return unit;
}

}  // namespace

std::vector<Mention> read_money(const Captures& captures) {
  const Scene& scene = captures.scene();
  const auto unit = currency_of(captures);
  const auto number = read_number(captures, captures.range("num"));
  if (!number || !unit) return {};
  Quantity quantity;
  const Cue cue = read_cue(captures, unit->name);
  quantity.cue = cue.text;
  quantity.relation = cue.relation;
  ItemRange last = captures.range("num");
  if (captures.has("post")) {
    last = captures.range("post");
    quantity.cue = quote(scene.doc, captures.span("post"));
    quantity.relation = scene.vocabulary.relation_after(captures.folded("post"));
  }
  if (captures.has("num2")) {
    const auto high = read_number(captures, captures.range("num2"));
    last = captures.range("num2");
    if (!high || !set_range(quantity, *number, *high)) return {};
  } else {
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
  quantity.per = rate_after(scene, tail.end);
  const Span of = of_phrase(scene, tail.end);
  if (!of.empty()) quantity.of = quote(scene.doc, of);
  const Span sign = span_of(scene, sign_of(captures));
  const std::size_t begin = captures.has("cue") || captures.has("between") ? cue.begin : sign.begin;
  return {{{begin, scene.items[tail.end - 1].span.end}, {}, quantity},
          {sign, "unit/symbol", *unit}};
}

std::vector<Mention> read_percent(const Captures& captures) {
  const Scene& scene = captures.scene();
  const auto number = read_number(captures, captures.range("num"));
  const auto unit = scene.vocabulary.unit(captures.folded("unit"));
  const auto symbol = scene.vocabulary.unit_symbol(captures.text("unit"));
  if (!number || (!unit && !symbol)) return {};
  const Unit& known = unit ? *unit : *symbol;
  Quantity quantity;
  const Cue cue = read_cue(captures, known.name);
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

/// "a 5,000-ton destroyer", "a 12-ship convoy"; not "a 170-mm gun", which it names, nor ages.
std::vector<Mention> read_compound(const Captures& captures) {
  const Scene& scene = captures.scene();
  const auto number = read_number(captures, captures.range("num"));
  const ItemRange word = captures.range("unit");
  const Token& joint = scene.tokens[captures.item(word.begin - 1).first];
  const Token& written = scene.tokens[captures.item(word.begin).first];
  if (!number || !joint.glued || !written.glued) return {};
  CountedNoun noun;
  noun.unit = captures.folded(word);
  if (names_something(captures, captures.range("num"), noun)) return {};
  auto unit = scene.vocabulary.unit(noun.unit);
  if (!unit) unit = scene.vocabulary.unit_symbol(captures.text("unit"));
  if (word_at(scene, word.end) == "-" && word_at(scene, word.end + 1) == "old") return {};
  static constexpr std::array<std::string_view, 31> kCounted = {
      "nation", "party",   "point",    "page",   "member",  "strong",  "man",   "person",
      "woman",  "seat",    "story",    "storey", "country", "state",   "ship",  "vessel",
      "truck",  "tank",    "aircraft", "wagon",  "car",     "vehicle", "plane", "launcher",
      "round",  "missile", "point",    "front",  "team",    "unit",    "nation"};
  const bool plain = std::find(kCounted.begin(), kCounted.end(), noun.unit) != kCounted.end();
  if (!unit && !plain) return {};
  if (unit && (unit->name == "millimeter" || (!plain && unit->name == "times"))) return {};
  Quantity quantity;
  const Cue cue = read_cue(captures, noun.unit);
  quantity.cue = cue.text;
  quantity.relation = cue.relation;
  set_value(quantity, *number);
  quantity.unit = unit ? unit->name : singular(noun.unit);
  std::size_t last = word.end;
  // "$15-a-barrel" is money; "a 100-km-long road" and "a 5,000-ton destroyer" go on to their noun
  const std::size_t most = std::min(word.end + 5, scene.items.size());
  if (captures.has("article")) {
    const CountedNoun described = counted_noun(scene, {word.end, most});
    if (!described.items.empty()) last = described.items.end;
  }
  if (noun.unit == "strong") {  // "a 20,000-strong force"
    quantity.unit = "person";
    return {{{cue.begin, scene.items[last - 1].span.end}, {}, quantity}};
  }
  const Unit known = unit ? *unit : Unit{quantity.unit, "count", "", {}};
  return {{{cue.begin, scene.items[last - 1].span.end}, {}, quantity},
          {captures.span("unit"), "unit/compound", known}};
}

/// "more than double the amount", "twice as many", "a threefold rise"
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
  Quantity quantity;
  const Cue cue = read_cue(captures, "");
  quantity.cue = cue.text;
  quantity.relation = cue.relation;
  Number number;
  number.value = found->second;
  set_value(quantity, number);
  return {{{cue.begin, captures.span(captures.whole()).end}, {}, quantity}};
}

/// "one in five shells", "nine out of ten launches": a share of what is counted.
std::vector<Mention> read_odds(const Captures& captures) {
  const Scene& scene = captures.scene();
  const auto part = read_number(captures, captures.range("num"));
  const auto whole = read_number(captures, captures.range("num2"));
  if (!part || !whole || part->value >= whole->value || part->value < 1) return {};
  static constexpr std::array<double, 14> kWholes = {2, 3,  4,  5,  6,  7,   8,
                                                     9, 10, 12, 20, 50, 100, 1000};
  if (std::find(kWholes.begin(), kWholes.end(), whole->value) == kWholes.end()) return {};
  const bool digits =
      scene.tokens[captures.item(captures.range("num").begin).first].kind == TokenKind::number;
  if (digits && !captures.has("out")) return {};
  const CountedNoun noun = counted_noun(scene, captures.range("np"));
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
