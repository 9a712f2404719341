// Sums of two units: one measure said in a larger and a smaller one, "5 feet 2 inches".
#include <algorithm>

#include "extract/quantity_readers.hpp"

namespace msmt {

namespace {

/// How many of `larger` one of `smaller` is; 0 where one is no part of the other.
double share_of(const Unit& smaller, const Unit& larger) {
  constexpr double kMonthsInYear = 12;
  constexpr double kCent = 0.01;
  if (larger.dimension == "time" && smaller.name == "month") {
    return larger.name == "year" ? 1 / kMonthsInYear : 0;
  }
  if (larger.dimension == "money" && smaller.dimension == "money") {
    const bool cents = smaller.name == "US cent" && larger.name != "pound sterling";
    const bool pence = smaller.name == "penny" && larger.name == "pound sterling";
    return (cents || pence) && larger.name != smaller.name ? kCent : 0;
  }
  if (smaller.dimension != larger.dimension || !smaller.si || !larger.si) return 0;
  return *smaller.si / *larger.si;
}

/// The end of the number that begins at item `from`: digits, or up to three number words.
std::size_t number_end(const Scene& scene, std::size_t from) {
  constexpr std::size_t kLongest = 3;
  if (from >= scene.items.size()) return from;
  if (scene.tokens[scene.items[from].first].kind == TokenKind::number) return from + 1;
  std::size_t end = from;
  while (end < scene.items.size() && end - from < kLongest) {
    const std::string_view word = word_at(scene, end);
    const bool hyphen = word == "-" && end > from;
    if (!hyphen && !scene.vocabulary.is(word, kNumberWord)) break;
    ++end;
  }
  return end;
}

}  // namespace

std::optional<Addend> read_addend(const Captures& captures, std::size_t from, const Unit& larger) {
  const Scene& scene = captures.scene();
  if (word_at(scene, from) == "and") ++from;
  const std::size_t end = number_end(scene, from);
  if (end == from || end >= scene.items.size()) return std::nullopt;
  const auto number = read_number(captures, {from, end});
  if (!number || number->vague) return std::nullopt;
  CountedNoun noun = counted_noun(scene, {end, std::min(end + 2, scene.items.size())});
  const std::string_view written = word_at(scene, end);
  if (larger.name == "foot" && (written == "in" || written == "in.")) {  // no preposition here
    noun.known = *scene.vocabulary.unit("inch");
    noun.measured = true;
    noun.items = {end, end + 1};
  }
  if (!noun.measured || noun.items.size() != 1) return std::nullopt;
  const double value = number->value * share_of(noun.known, larger);
  if (value <= 0 || value >= 1) return std::nullopt;
  return Addend{noun.items.end, value};
}

}  // namespace msmt
