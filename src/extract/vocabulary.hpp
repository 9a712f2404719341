/// Vocabulary: what kinds of word a word can be, from words.tsv, verbs.tsv, units.tsv, numbers.tsv,
/// hedges.tsv and calendar.tsv.
///
///     vocabulary.is("supplies", kThird)   -> true
///     vocabulary.is("supplies", kNoun)    -> true
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/singular.hpp"
#include "extract/word_index.hpp"
#include "msmt/extract.hpp"

namespace msmt {

enum WordKind : std::uint32_t {
  kDeterminer = 1U << 0,
  kArticle = 1U << 1,
  kPossessive = 1U << 2,
  kPreposition = 1U << 3,
  kConjunction = 1U << 4,
  kRelative = 1U << 5,
  kPronoun = 1U << 6,
  kBe = 1U << 7,
  kHave = 1U << 8,
  kDo = 1U << 9,
  kModal = 1U << 10,
  kNegation = 1U << 11,
  kSubordinator = 1U << 12,
  kAdverb = 1U << 13,
  kPostnominal = 1U << 14,
  kAdjective = 1U << 15,
  kBase = 1U << 16,        ///< base form of a verb
  kThird = 1U << 17,       ///< third person singular
  kPast = 1U << 18,        ///< past tense
  kParticiple = 1U << 19,  ///< past participle
  kGerund = 1U << 20,
  kNoun = 1U << 21,        ///< a verb's base or third form that is a noun as well
  kMostlyNoun = 1U << 22,  ///< … that nearly always is one
  kSay = 1U << 23,         ///< any form of a verb of saying
  kNumberWord = 1U << 24,
  kGerundNoun = 1U << 26,  ///< a gerund that is a noun of its own: "monitoring", "funding"
  kPlaceNoun = 1U << 27,   ///< last word of a place's name: "Red Sea"
  kIntransitive =
      1U << 28,  ///< past of a verb without object, so no noun is described by it: "arrived"
  kBodyNoun = 1U << 29,  ///< says what kind of body a name beside it is: "firm", "think tank"
  kStarter = 1U << 25,   ///< begins sentences, so its capital says nothing
};
constexpr std::uint32_t kAnyVerb = kBase | kThird | kPast | kParticiple | kGerund;
constexpr std::uint32_t kAuxiliary = kBe | kHave | kDo | kModal;

/// What a word says about a figure beside it: classes of words.tsv of their own.
enum FigureWord : std::uint32_t {
  kChange = 1U << 0,  ///< a verb that makes a figure larger or smaller: "rise", "fall"
  kValued = 1U << 1,  ///< a noun whose figure counts other things than itself: "sales", "price"
  kNamer = 1U << 2,   ///< stands before the number that it names something by: "resolution"
  kCapitalNamer = 1U << 3,  ///< … with a capital letter only: "Unit", "Euro"
  kAged = 1U << 4,          ///< people: figures behind "under" and "over" are their age
  kRace = 1U << 5,          ///< what a distance is run, swum or won for: "champion", "hurdles"
  kNounUnit = 1U << 6,      ///< a unit that is a common noun before another: "grain ships"
  kRaising = 1U << 7,  ///< a verb of change that has an object: "raised $4 million to $5 million"
  kTraded = 1U << 8,   ///< a valued noun whose figure counts what follows its "of": "sales of cars"
  kBeforeVerb = 1U << 9,  ///< an adverb that stands before a verb, not a noun: "the two also work"
};

/// What a row of numbers.tsv says.
enum class NumberKind : std::uint8_t { unit, ten, multiplier, suffix, group, fraction, vague };
struct NumberWord {
  NumberKind kind = NumberKind::unit;
  double value = 0;
};

class Vocabulary {
 public:
  explicit Vocabulary(const Lexicons& lexicons);
  /// As saved; lexicons: the built-in ones.
  Vocabulary(const Lexicons& lexicons, Loader& saved);

  template <typename Archive>
  void fields(Archive& archive) {
    words_.fields(archive);
    archive(entries_);
    archive(calendar_);
  }

  /// All kinds of a folded word; words ending in -ly that are unknown count as adverbs.
  std::uint32_t kinds(std::string_view folded) const;
  bool is(std::string_view folded, std::uint32_t any_of) const {
    return (kinds(folded) & any_of) != 0;
  }
  /// Whether a folded word is one of these beside a figure.
  bool figure(std::string_view folded, std::uint32_t any_of) const {
    return (entry(folded).figure & any_of) != 0;
  }
  /// Base form of a verb form, or "" for other words.
  std::string_view base(std::string_view folded) const;
  /// The unit of measurement or counting with this word, phrase or symbol (as written).
  std::optional<Unit> unit(std::string_view folded) const { return unit_of(entry(folded).unit); }
  std::optional<Unit> unit_symbol(std::string_view written) const {
    return unit_of(entry(written).symbol);
  }
  /// The value of a word or phrase of calendar.tsv of this kind, as its first row has it.
  std::optional<std::string_view> calendar(std::string_view folded, std::string_view kind) const;
  /// The number word or phrase: "nine", "tens of thousands"; nullptr for other words.
  const NumberWord* number(std::string_view folded) const;
  /// The relation that the words before (or after) a number give it: the longest entry among them
  /// wins, words that bend nothing ("a further") give `exactly`.
  Relation relation_before(std::string_view cue) const { return longest(&Entry::before, cue); }
  Relation relation_after(std::string_view cue) const { return longest(&Entry::after, cue); }
  bool is_after(std::string_view cue) const { return entry(cue).after != kNone; }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  /// What a word or phrase is: rows of the tables, or kNone.
  struct Entry {
    std::uint32_t kinds = 0;
    std::uint32_t figure = 0;        ///< FigureWord
    std::uint32_t base = kNone;      ///< number of the word
    std::uint32_t number = kNone;    ///< row of numbers.tsv
    std::uint32_t unit = kNone;      ///< row of units.tsv
    std::uint32_t symbol = kNone;    ///< row of units.tsv, as it is written
    std::uint32_t calendar = kNone;  ///< first of calendar_
    std::uint32_t before = kNone;    ///< a Relation
    std::uint32_t after = kNone;     ///< a Relation
  };
  struct CalendarEntry {
    std::uint32_t row = 0;
    std::uint32_t next = kNone;  ///< in calendar_, of the same word
  };
  class Builder;

  const Entry& entry(std::string_view word) const { return entries_[words_.find(word)]; }
  std::optional<Unit> unit_of(std::uint32_t row) const;
  Relation longest(std::uint32_t Entry::*place, std::string_view cue) const;

  const Table& calendar_table_;
  const Table& units_table_;
  std::vector<NumberWord> numbers_;  // by row
  WordIndex words_;
  Flat<Entry> entries_;  // by number of the word
  Flat<CalendarEntry> calendar_;
};

}  // namespace msmt
