// Numbers that stand for those who were named, with a verb behind them that looks like a noun.
#include <algorithm>

#include "extract/noun_words.hpp"
#include "extract/quantity_readers.hpp"

namespace msmt {

namespace {

/// Words that close what a number between them and a verb belongs to: "said the link between the two".
bool opens_clause(const Scene& scene, std::size_t item) {
  const std::string_view word = word_at(scene, item);
  return word == "," || word == ";" || word == ":" ||
         scene.vocabulary.is(word, kSay | kSubordinator | kConjunction | kRelative);
}

/// Whether a word can only be the verb of its clause.
bool is_finite_verb(const Scene& scene, std::size_t item) {
  const std::uint32_t kinds = kinds_of(scene, scene.tokens[scene.items[item].first]);
  if ((kinds & kAuxiliary) != 0) return true;
  if (item > 0 && scene.vocabulary.is(word_at(scene, item - 1), kDeterminer)) return false;
  return (kinds & (kBase | kThird | kPast)) != 0 && (kinds & (kNoun | kAdjective | kAdverb)) == 0;
}

/// "the link between the two runs deep": no other word of the clause can be its verb.
bool lacks_verb(const Scene& scene, std::size_t number, std::size_t word) {
  std::size_t first = number;
  while (first > 0 && !opens_clause(scene, first - 1)) --first;
  std::size_t last = word + 1;
  while (last < scene.items.size() && !opens_clause(scene, last) && word_at(scene, last) != ".")
    ++last;
  if (last == word + 1) return false;  // a caption: "the strait between the two harbours"
  for (std::size_t i = first; i < last; ++i) {
    if (i != word && is_finite_verb(scene, i)) return false;
  }
  return true;
}

/// "the two", "the other two": somebody who was named.
bool is_meant(const Scene& scene, std::size_t number) {
  const auto determines = [&](std::size_t before) {
    return number >= before && scene.vocabulary.is(word_at(scene, number - before), kDeterminer);
  };
  return determines(1) ||
         (determines(2) && scene.vocabulary.is(word_at(scene, number - 1), kAdjective | kAdverb));
}

/// "the link between the two", "ties of the two": the phrase is governed and may be at its end.
bool is_governed(const Scene& scene, std::size_t number) {
  return number > 1 && scene.vocabulary.is(word_at(scene, number - 2), kPreposition) &&
         scene.sentence.zone != Zone::headline;
}

}  // namespace

bool is_pronoun(const Captures& captures, ItemRange number, const CountedNoun& noun) {
  const Scene& scene = captures.scene();
  const auto is = [&](std::size_t i, std::uint32_t kinds) {
    return scene.vocabulary.is(word_at(scene, i), kinds);
  };
  if (noun.items.empty()) return false;
  const bool one = word_at(scene, number.begin) == "one";
  const std::size_t word = noun.items.end - 1;
  const std::string_view mark = scene.items[word].mark;
  if (scene.items[word].count != 1 || !(mark.empty() || mark == "lower")) return false;
  const bool bare = word == number.end;
  bool adverbs = !bare;  // "the two also goes"
  for (std::size_t i = number.end; i < word; ++i) {
    adverbs = adverbs && (scene.vocabulary.figure(word_at(scene, i), kBeforeVerb) ||
                          (is(i, kAdverb) && !is(i, kAdjective) && !is(word, kNoun)));
  }
  if (!bare && !adverbs) return false;
  if (noun.measured && !is(word, kBase)) return false;
  // "one goes to Chad": a count of one takes no noun in the plural
  if (one && bare && is(word, kThird) && !is(word, kBase)) return true;
  if (!is_meant(scene, number.begin)) return false;
  // "the two share a border": a count of two takes no noun in the singular
  const bool singular_noun = is(word, kBase) && !is_plural(word_at(scene, word));
  if (singular_noun && !one)
    return adverbs || is(word + 1, kDeterminer | kPronoun) || word_at(scene, word + 1) == "to";
  if (!is(word, kThird) || noun.measured) return false;
  return adverbs || (is_governed(scene, number.begin) && lacks_verb(scene, number.begin, word));
}

}  // namespace msmt
