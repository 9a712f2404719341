/// Ranges and shares: "100 to 200 km", "1,000 of the 11,000 troops", "half the fleet".
#include <algorithm>

#include "extract/quantity_readers.hpp"

namespace msmt {

namespace {

/// What a fraction is taken of, from the item after `of`: "a third of the farms".
ItemRange whole_of(const Scene& scene, std::size_t from) {
  constexpr std::size_t kLongest = 9;
  if (scene.vocabulary.is(word_at(scene, from), kDeterminer)) ++from;
  return {std::min(from, scene.items.size()), std::min(from + kLongest, scene.items.size())};
}

/// "half of the rounds", "a third of voters", "half the fleet": a share counts nothing itself.
std::vector<Mention> read_share(const Captures& captures, const Number& number, ItemRange items) {
  const Scene& scene = captures.scene();
  Quantity quantity;
  const Cue cue = read_cue(captures, "");
  quantity.cue = cue.text;
  quantity.relation = cue.relation;
  set_value(quantity, number);
  const Span of = of_phrase(scene, items.end);
  if (!of.empty()) quantity.of = quote(scene.doc, of);
  return {{{cue.begin, scene.items[items.end - 1].span.end}, {}, quantity}};
}

/// "one point seventy-five percent": the hyphen joins the words of one number.
bool joins_number(const Scene& scene, std::size_t hyphen) {
  if (hyphen == 0 || word_at(scene, hyphen) != "-") return false;
  const NumberWord* tens = scene.vocabulary.number(word_at(scene, hyphen - 1));
  const NumberWord* unit = scene.vocabulary.number(word_at(scene, hyphen + 1));
  return tens != nullptr && unit != nullptr && tens->kind == NumberKind::ten &&
         unit->kind == NumberKind::unit;
}

/// "rose by 320 to 4,115": a change and where it led; "by 200 to 300 people" is a range.
bool leads_to(const Scene& scene, std::size_t number, double low, double high,
              const CountedNoun& noun) {
  if (number < 2 || word_at(scene, number - 1) != "by" || !is_change_verb(scene, number - 1))
    return false;
  constexpr double kFar = 3;
  constexpr double kFarther = 10;
  return high >= low * (noun.unit.empty() ? kFar : kFarther);
}

}  // namespace

std::vector<Mention> read_range_rule(const Captures& captures) {
  const Scene& scene = captures.scene();
  if (joins_number(scene, captures.range("num").end)) return {};
  auto low = read_number(captures, captures.range("num"));
  auto high = read_number(captures, captures.range("num2"));
  if (!low || !high || low->vague || high->vague) return {};
  // "fell by a third to 1.2 million"
  constexpr double kLeastCount = 10;
  if (low->fraction && !high->fraction && high->value > kLeastCount) return {};
  CountedNoun noun = counted_noun(scene, captures.range("np"));
  const std::size_t behind = captures.range("num2").end;
  const bool fractions = low->fraction && high->fraction;
  const std::string_view kind = word_at(scene, behind + 2);
  const bool whose = scene.vocabulary.is(word_at(scene, behind + 1), kDeterminer) &&
                     kind != "type" && kind != "kind" && kind != "sort" && kind != "lot";
  if (word_at(scene, behind) == "of" && whose && !fractions) {  // "20 to 30 of the cars"
    noun = counted_noun(scene, whole_of(scene, behind + 1));
  }
  // "an 8- to 16-metre mirror": the hyphen joins the unit to both
  const bool joined = word_at(scene, behind) == "-" && behind + 1 < scene.items.size() &&
                      scene.tokens[scene.items[behind].first].glued;
  if (joined) {
    noun = counted_noun(scene, {behind + 1, behind + 2});
    if (!noun.measured) return {};
  } else if (word_at(scene, captures.range("num").end) == "-" && captures.has("to")) {
    return {};
  }
  if (names_something(captures, captures.range("num"), noun)) return {};
  if (is_change(scene, captures.range("num").begin)) return {};
  if (captures.has("mid")) {  // "100 km to 200 km": the same unit twice
    const auto unit = scene.vocabulary.unit(captures.folded("mid"));
    const auto symbol = scene.vocabulary.unit_symbol(captures.text("mid"));
    const std::string name = unit     ? unit->name
                             : symbol ? symbol->name
                                      : singular(captures.folded("mid"));
    if (name != noun.unit) return {};
  }
  const bool negative = is_negative(captures, "minus", noun);
  if (is_negative(captures, "minus2", noun)) {
    high->value = -high->value;
    if (negative && high->value < -low->value) std::swap(low->value, high->value);
  }
  if (negative) low->value = -low->value;
  // "4.2 and 5.8 million", "three to five thousand" share the multiplier
  constexpr double kMostShared = 1000;
  if (low->value < high->value && low->multiplier == 1 && high->multiplier > 1 &&
      low->value < kMostShared) {
    low->value *= high->multiplier;
  }
  if (low->value >= high->value) return {};
  const ItemRange first = captures.range("num");
  const bool digits = scene.tokens[captures.item(first.begin).first].kind == TokenKind::number;
  constexpr double kMostGoals = 100;
  // "eased 1 to 416", "rose 6 pence to 388 pence": a change and where it led
  const bool twice = noun.unit.empty() ? digits : captures.has("mid");
  const bool to = word_at(scene, captures.range("num2").begin - 1) == "to";
  if (twice && to && !captures.has("cue") && is_change_verb(scene, first.begin)) return {};
  if (to && leads_to(scene, first.begin, low->value, high->value, noun)) return {};
  const bool bare = noun.unit.empty() && digits && !captures.has("cue") && !captures.has("between");
  const bool hyphen = word_at(scene, first.end) == "-";
  if (bare && (hyphen || high->value < kMostGoals)) return {};  // "won 3-5", "case 22-451"
  Quantity quantity;
  const Cue cue = read_cue(captures, noun.unit, negative);
  quantity.relation = Relation::between;
  quantity.cue = captures.has("between") ? std::string(captures.text("between")) : cue.text;
  quantity.low = low->value;
  quantity.high = high->value;
  const std::size_t after = noun.items.empty() ? captures.range("num2").end : noun.items.end;
  return finish_quantity(scene, quantity, cue.begin, after, noun);
}

/// "at least one of its radars", "1,000 of the 11,000 troops", "half the fleet"
std::vector<Mention> read_partitive(const Captures& captures) {
  const Scene& scene = captures.scene();
  const ItemRange items = captures.range("num");
  const auto number = read_number(captures, items);
  if (!number) return {};
  const CountedNoun noun = counted_noun(scene, captures.range("np"));
  if (noun.unit.empty() || names_something(captures, items, noun)) return {};
  if (scene.vocabulary.is(noun.unit, kNumberWord)) return {};  // "nine of their last ten"
  const std::string_view before =
      captures.whole().begin > 0 ? word_at(scene, captures.whole().begin - 1) : std::string_view();
  const bool one = captures.folded("num") == "one";
  // "not one of the 36"; "one of the largest depots", "one of the men" pick out and count nothing
  const bool odds = before == "in" && captures.whole().begin > 1 &&  // "one in 20 of the rest"
                    scene.vocabulary.is(word_at(scene, captures.whole().begin - 2), kNumberWord);
  if (odds) return {};
  if (before == "not" || before == "every" || before == "each") return {};
  if (one && captures.has("of") && !captures.has("cue")) return {};
  const std::string_view first = word_at(scene, captures.range("np").begin);
  if (!captures.has("of") && !number->fraction) return {};
  // "half an hour" measures, "half a country" does not, "half a billion dollars" is another rule's
  const bool measures = noun.measured || noun.unit == "point";  // "a quarter of a point"
  if (captures.has("a") && (!measures || scene.vocabulary.is(first, kNumberWord))) return {};
  if (number->fraction && !captures.has("a")) return read_share(captures, *number, items);
  Quantity quantity;
  const Cue cue = read_cue(captures, noun.unit);
  quantity.cue = cue.text;
  quantity.relation = cue.relation;
  set_value(quantity, *number);
  quantity.unit = noun.unit;
  const bool counted_again = captures.has("whole");
  const std::size_t after = counted_again ? items.end : noun.items.end;
  std::vector<Mention> out{{{cue.begin, scene.items[after - 1].span.end}, {}, quantity}};
  if (!counted_again && !noun.head.empty()) out.push_back(unit_mention(noun));
  return out;
}

}  // namespace msmt
