#include "extract/noun_unit.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "extract/noun_words.hpp"

namespace msmt {

namespace {

/// The unit of measurement that items [begin, end) spell, the longest first.
std::optional<std::pair<std::size_t, Unit>> measured_at(const Scene& scene, std::size_t begin,
                                                        std::size_t end) {
  constexpr std::size_t kLongest = 4;
  for (std::size_t last = std::min(end, begin + kLongest); last > begin; --last) {
    std::string words = folded(scene, {begin, last});
    if (const std::size_t hyphen = words.find(" - "); hyphen != std::string::npos) {
      words.replace(hyphen, 3, " ");  // "light-years"
    }
    if (auto unit = scene.vocabulary.unit(words)) return std::pair(last, *unit);
  }
  return std::nullopt;
}

/// Whether a hyphen at `index` joins what stands before it to a word: "12 second-hand aircraft".
bool opens_compound(const Scene& scene, std::size_t index) {
  return index + 1 < scene.items.size() && word_at(scene, index) == "-" &&
         scene.tokens[scene.items[index].first].glued &&
         scene.tokens[scene.items[index + 1].first].glued;
}

/// A unit of several words that goes on past a preposition: "miles per hour", "parts per million".
std::optional<std::pair<std::size_t, Unit>> compound_unit_at(const Scene& scene, ItemRange range) {
  constexpr std::size_t kLongest = 5;
  const std::size_t most = std::min(range.begin + kLongest, scene.items.size());
  for (std::size_t last = most; last > range.begin + 2; --last) {
    const std::string_view joint = word_at(scene, last - 2);
    if (joint != "per" && joint != "a" && joint != "an" && joint != "square") continue;
    auto unit = scene.vocabulary.unit(folded(scene, {range.begin, last}));
    // "six rounds per minute" and "500 barrels a day" are rates of what is counted
    const bool one = unit && (unit->dimension == "speed" || unit->dimension == "pressure" ||
                              unit->dimension == "ratio");
    if (one && unit->name.find(" per ") != std::string::npos) return std::pair(last, *unit);
  }
  return std::nullopt;
}

CountedNoun unit_noun(const Scene& scene, ItemRange items, const Unit& unit) {
  CountedNoun noun;
  noun.items = items;
  noun.head = span_of(scene, items);
  noun.unit = unit.name;
  noun.known = unit;
  noun.measured = true;
  return noun;
}

/// "km/h", "km2", "sq mi", "kg": symbols, case-sensitive, of several tokens too, also across a stroke,
/// which ends the phrase.
std::optional<CountedNoun> symbol_noun(const Scene& scene, ItemRange range) {
  constexpr std::size_t kLongest = 3;
  const std::size_t most = std::min(range.begin + kLongest, scene.items.size());
  for (std::size_t last = most; last > range.begin + 1; --last) {
    const Span span = span_of(scene, {range.begin, last});
    const auto symbol = scene.vocabulary.unit_symbol(scene.doc.words(span));
    if (symbol && word_at(scene, last - 1) != ".")
      return unit_noun(scene, {range.begin, last}, *symbol);
  }
  const Term& item = scene.items[range.begin];
  const std::string_view text = scene.doc.words(item.span);
  const auto symbol = scene.vocabulary.unit_symbol(text);
  if (!symbol || item.mark == "date") return std::nullopt;
  // "5 m" and "5 t" with a space; other single letters must touch the number
  const bool loose =
      text.size() > 1 || text == "m" || text == "t" || text == "%" || text == "g" || text == "L";
  if (!loose && !scene.tokens[item.first].glued) return std::nullopt;
  return unit_noun(scene, {range.begin, range.begin + 1}, *symbol);
}

}  // namespace

std::optional<CountedNoun> measured_noun(const Scene& scene, ItemRange range) {
  if (range.empty()) return std::nullopt;
  if (auto noun = symbol_noun(scene, range)) return noun;
  auto unit = compound_unit_at(scene, range);
  if (!unit) unit = measured_at(scene, range.begin, range.end);
  if (!unit) return std::nullopt;
  // "a 2,000 kilometer-range missile" measures, "12 second-hand aircraft" does not
  const bool reach =
      unit->second.dimension == "length" && word_at(scene, unit->first + 1) == "range";
  if (opens_compound(scene, unit->first) && !reach) return std::nullopt;
  // "three grain ships", "16 league titles"
  const bool describes = unit->first - range.begin == 1 && continues(scene, unit->first) &&
                         scene.vocabulary.figure(word_at(scene, range.begin), kNounUnit) &&
                         is_plural(last_token(scene, scene.items[unit->first]).folded);
  if (describes) return std::nullopt;
  // a quotation or a bracket ends it: "9 million rounds of ammunition (…)"
  const std::string_view next = word_at(scene, unit->first);
  const bool ends_here = !continues(scene, unit->first) || next == "\"" || next == "(" ||
                         unit->second.dimension != "count";
  if (!ends_here && unit->first - range.begin == 1) return std::nullopt;
  return unit_noun(scene, {range.begin, unit->first}, unit->second);
}

}  // namespace msmt
