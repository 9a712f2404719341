/// Vocabulary: what kinds of word a word can be, from words.tsv, verbs.tsv, units.tsv, numbers.tsv
/// and hedges.tsv.
///
///     vocabulary.is("supplies", kThird)   -> true
///     vocabulary.is("supplies", kNoun)    -> true
///     singular("batteries")               -> "battery"
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/word_table.hpp"
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
      1U << 28,         ///< past of a verb without object, so no noun is described by it: "arrived"
  kStarter = 1U << 25,  ///< begins sentences, so its capital says nothing
};
constexpr std::uint32_t kAnyVerb = kBase | kThird | kPast | kParticiple | kGerund;
constexpr std::uint32_t kAuxiliary = kBe | kHave | kDo | kModal;

/// What a row of numbers.tsv says.
enum class NumberKind : std::uint8_t { unit, ten, multiplier, suffix, group, fraction, vague };
struct NumberWord {
  NumberKind kind = NumberKind::unit;
  double value = 0;
};

class Vocabulary {
 public:
  explicit Vocabulary(const Lexicons& lexicons);

  /// All kinds of a folded word; words ending in -ly that are unknown count as adverbs.
  std::uint32_t kinds(std::string_view folded) const;
  bool is(std::string_view folded, std::uint32_t any_of) const {
    return (kinds(folded) & any_of) != 0;
  }
  /// Base form of a verb form, or "" for other words.
  std::string_view base(std::string_view folded) const;
  /// The unit of measurement or counting with this word, phrase or symbol (as written).
  std::optional<Unit> unit(std::string_view folded) const;
  std::optional<Unit> unit_symbol(std::string_view written) const;
  /// The value of a word or phrase of calendar.tsv of this kind, as its first row has it.
  std::optional<std::string_view> calendar(std::string_view folded, std::string_view kind) const;
  /// The number word or phrase: "nine", "tens of thousands"; nullptr for other words.
  const NumberWord* number(std::string_view folded) const;
  /// The relation that the words before (or after) a number give it: the longest entry among them
  /// wins, words that bend nothing ("a further") give `exactly`.
  Relation relation_before(std::string_view cue) const { return longest(before_, cue); }
  Relation relation_after(std::string_view cue) const { return longest(after_, cue); }
  bool is_after(std::string_view cue) const { return after_.contains(cue); }

 private:
  static Relation longest(const WordTable<Relation>& table, std::string_view cue);

  // Keys and bases point into the tables, and into folded_ where folding changes a form.
  std::deque<std::string> folded_;
  WordTable<std::uint32_t> kinds_;
  WordTable<std::string_view> bases_;
  std::vector<Unit> all_units_;
  WordTable<std::uint32_t> units_;  // index into all_units_
  WordTable<std::uint32_t> symbols_;
  WordTable<NumberWord> numbers_;
  struct CalendarWord {
    std::string_view kind;
    std::string_view value;
  };
  WordTable<std::vector<CalendarWord>> calendar_;
  WordTable<Relation> before_;
  WordTable<Relation> after_;
};

/// The singular of a counted noun, folded: "batteries" -> "battery", "troops" -> "troop".
std::string singular(std::string_view noun);
/// Whether a noun has the look of a plural.
bool is_plural(std::string_view noun);

}  // namespace msmt
