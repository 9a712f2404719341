/// What the readers of quantities share: the words that bend a number, what it counts, how often.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/noun_phrase.hpp"
#include "extract/number.hpp"
#include "extract/rule.hpp"

namespace msmt {

/// The words before a number that bend it, less those that only look like it.
struct Cue {
  std::size_t begin = 0;  ///< byte where the quantity begins: at the cue, or at the number
  std::string text;       ///< as written
  Relation relation = Relation::exactly;
};
/// Reads group `cue`, which stands before group `num`; unit: of what is counted, may be empty;
/// negative: whether group `minus` belongs to the number.
Cue read_cue(const Captures& captures, std::string_view unit, bool negative = false);

/// Whether a verb of change, or "up" or "down", stands right before an item: "rose 3 to 40".
bool is_change_verb(const Scene& scene, std::size_t number);
/// Whether "from" and a verb of change stand before an item: "grew from 5 to 10", two figures.
bool is_change(const Scene& scene, std::size_t number);

/// Whether group `minus` (or `minus2`) makes its number negative: "minus 12 degrees", "-0.3%"; a
/// hyphen does so only where no word touches it and what is measured can be below zero.
bool is_negative(const Captures& captures, std::string_view group, const CountedNoun& noun);

/// What a smaller unit adds to a larger one: "5 feet 2 inches", "two hours and 30 minutes".
struct Addend {
  std::size_t end = 0;  ///< item after it
  double value = 0;     ///< in the larger unit
};
/// Reads the addend that begins at item `from`; nullopt where something else stands there.
std::optional<Addend> read_addend(const Captures& captures, std::size_t from, const Unit& larger);

/// Relation and bounds of a single figure (docs/output.md).
void set_value(Quantity& quantity, const Number& number);

/// Words after the noun that bend the number before it: "300 km or more".
struct Tail {
  std::size_t end = 0;  ///< item after the words; the item asked for when there are none
  Relation relation = Relation::exactly;
};
Tail read_tail(const Scene& scene, std::size_t after);

/// The period of a rate: "10,000 shells a day", "$60 per barrel", "$572 million annually"; or "".
/// `priced`: the rate is one of money, which goods can be priced by as well: "$60 a barrel".
std::string rate_after(const Scene& scene, std::size_t after, bool priced = false);

Mention unit_mention(const CountedNoun& noun);

/// Whether a number names, dates or times something instead of counting (docs/output.md).
bool names_something(const Captures& captures, ItemRange number, const CountedNoun& noun);
/// "iOS 17.4", "the RTX 4070 sells", "4K video": the number of a product behind its name.
bool names_product(const Captures& captures, ItemRange number, const CountedNoun& noun);
/// "the 100m in 9.94 seconds", "the 1,500 metres champion": a race, no length of something.
bool is_race(const Scene& scene, ItemRange number, const CountedNoun& noun);
/// "one" and "two" that stand for somebody instead of counting: "the one that", "one day".
bool is_idiom(const Captures& captures, ItemRange number, const CountedNoun& noun);

/// "the two also goes", "between the two runs deep": the word behind the number is a verb, so that the
/// number stands for those who were named.
bool is_pronoun(const Captures& captures, ItemRange number, const CountedNoun& noun);

/// Puts the pieces together: the quantity, and the mention of its unit when it has words of its own.
std::vector<Mention> finish_quantity(const Scene& scene, Quantity quantity, std::size_t begin,
                                     std::size_t after, const CountedNoun& noun);

// Readers of one kind each; quantity.cpp holds the table.
std::vector<Mention> read_number_rule(const Captures& captures);
std::vector<Mention> read_group(const Captures& captures);
std::vector<Mention> read_single(const Captures& captures);
std::vector<Mention> read_full(const Captures& captures);
std::vector<Mention> read_hanging(const Captures& captures);
std::vector<Mention> read_range_rule(const Captures& captures);
std::vector<Mention> read_partitive(const Captures& captures);
std::vector<Mention> read_money(const Captures& captures);
std::vector<Mention> read_percent(const Captures& captures);
std::vector<Mention> read_compound(const Captures& captures);
std::vector<Mention> read_factor(const Captures& captures);
std::vector<Mention> read_multiplied(const Captures& captures);
std::vector<Mention> read_odds(const Captures& captures);

/// "Deaths from malaria dropped to 608,000": the counted noun of the subject whose figure changes, for
/// the figure at an item; "" where no verb of change stands before it, or its subject is no such noun.
/// mentions: of this table, which may lie between the verb and the figure.
std::string noun_that_changed(const Scene& scene, std::size_t number,
                              const std::vector<Mention>& mentions);

/// Gives counts without a noun the unit that they take over.
void settle_quantities(const Scene& scene, std::vector<Mention>& mentions);

}  // namespace msmt
