/// Word classes: words that rules ask for by what they mean, the rows of word_classes.tsv.
///
///     grammar.is(WordClass::thief, "hacker")   true: who steals for somebody named beside it
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_set>

#include "msmt/lexicon.hpp"

namespace msmt {

/// The classes by their names in the table, whose notes say what each means.
enum class WordClass : std::uint8_t {
  accuse,
  allocate,
  amount,
  any_kind,
  armed_body,
  army,
  ban,
  band,
  bargain,
  body,
  bound,
  bystander,
  carry,
  contents,
  conveyance,
  decision,
  describe,
  direction,
  equip,
  facility,
  fallen,
  figure,
  find,
  firm,
  gift,
  hand_on,
  have_members,
  house,
  intent,
  involvement,
  job,
  keep_account,
  light,
  make,
  mission,
  motion,
  only_verbs,
  operate,
  partner,
  pay,
  payer,
  penalize,
  place,
  plan,
  portion,
  price,
  promise,
  put_figure,
  quality,
  reach,
  reckoning,
  sanctioned,
  service,
  set_rule,
  soldier_of_fortune,
  stand_in,
  state,
  struck,
  support_noun,
  support_verb,
  thief,
  trace_to,
  trade,
  trading,
  trainees,
  transact,
  undergo,
  unit_member,
  unlawful,
  work
};

/// The name of a class in the table.
std::string_view to_string(WordClass word_class);

/// How many classes there are; they are numbered from 0.
inline constexpr std::size_t kWordClasses = static_cast<std::size_t>(WordClass::work) + 1;

/// The words of all classes, looked up by hash. Views into the tables, which must outlive it.
class WordClasses {
 public:
  /// errors: Error for a class that no rule asks for
  explicit WordClasses(const Lexicons& lexicons);
  bool holds(WordClass word_class, std::string_view word) const {
    return words_[static_cast<std::size_t>(word_class)].contains(word);
  }

 private:
  std::array<std::unordered_set<std::string_view>, kWordClasses> words_;
};

}  // namespace msmt
