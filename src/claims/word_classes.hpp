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
  ability,
  accuse,
  adjective_too,
  admit,
  allocate,
  amount,
  any_body,
  any_kind,
  anybody,
  armed_body,
  army,
  army_trade,
  arrive,
  assault,
  attack_noun,
  ban,
  band,
  bargain,
  body,
  bound,
  break_off,
  bring_over,
  bystander,
  cabinet,
  capped,
  captive,
  carry,
  cease,
  coffin,
  combat,
  contents,
  conveyance,
  counterpart,
  couple,
  crewed,
  crime,
  curb,
  curb_noun,
  decide,
  decision,
  decree,
  demand,
  denounce,
  describe,
  direction,
  effort,
  equip,
  evade,
  evidence,
  facility,
  fallen,
  figure,
  find,
  firm,
  flaw,
  flies,
  garrison,
  gather,
  gift,
  giver,
  halt_noun,
  hand_on,
  have_members,
  heading,
  home_force,
  honorific,
  house,
  intent,
  involvement,
  job,
  keep_account,
  lesson,
  let,
  let_go,
  life,
  lifeless,
  lift_rule,
  light,
  listing,
  loose_theft,
  lookout,
  make,
  manner,
  mission,
  monetary,
  motion,
  muster,
  need,
  news,
  no_body,
  object_control,
  oblige,
  office_field,
  only_verbs,
  operate,
  order_out,
  own_end,
  partner,
  pay,
  pay_system,
  payer,
  penalize,
  perform,
  permit,
  place,
  plan,
  position,
  portion,
  price,
  private_person,
  promise,
  prosecute,
  provided,
  put_figure,
  quality,
  rank,
  ranked,
  reach,
  reckoning,
  resort,
  rule_verb,
  sanctioned,
  service,
  set_rule,
  soldier_of_fortune,
  soldiering,
  speak,
  specialist,
  spend,
  stand_in,
  state,
  state_unit,
  struck,
  support_noun,
  support_verb,
  swap,
  swell,
  taker,
  tally,
  telling_noun,
  tested,
  theft_noun,
  thief,
  trace_to,
  trade,
  trading,
  trainees,
  training_place,
  transact,
  trip,
  unconventional,
  undergo,
  unit_member,
  unlawful,
  urge,
  watch,
  waters,
  which_one,
  wish,
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
