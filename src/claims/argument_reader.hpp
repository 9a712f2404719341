/// Argument reader: the words behind one trigger, read left to right.
///
/// arguments.cpp takes objects and prepositional phrases, argument_lists.cpp the lists that stand on one
/// side, argument_asides.cpp finds where what parts them ends.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/constructions.hpp"

namespace msmt {

/// Reads what stands behind a trigger: objects, prepositional phrases, lists.
class ArgumentReader {
 public:
  ArgumentReader(const std::vector<Chunk>& chunks, std::size_t trigger, Sides& sides)
      : chunks_(chunks), trigger_(trigger), sides_(sides) {}

  void read();

 private:
  /// "sanctioned, charged and indicted 20 traders", "bought and deployed drones": the chunk behind the
  /// verbs that share the trigger's object; the one behind the trigger for none.
  std::size_t past_joined_verbs() const;
  /// "states that host workers have not answered": whether the phrase behind the trigger is the last of a relative
  /// clause, and the verb behind it the main one.
  bool ends_relative(std::size_t i) const;
  /// A phrase that a finite verb follows is the subject of another clause.
  bool is_subject(std::size_t i) const;
  /// A preposition behind the trigger, with its phrase.
  std::size_t preposition(std::size_t i);
  /// A quotation mark: it parts nothing, "supplied Chad with "defensive equipment"".
  bool is_quote(std::size_t i) const;
  /// A comma behind the trigger: goes on over an aside only when another phrase of the trigger follows.
  std::size_t comma(std::size_t i, bool noun) const;
  /// A word behind the trigger; returns i itself when the clause ends there.
  std::size_t word(std::size_t i, bool noun);
  /// "That includes nine million rounds in 2024, 11,000 troops last year": whether chunk i goes on behind a date with
  /// what something holds.
  bool holds_as_well(std::size_t i) const;
  /// "60 missiles for $355 million, 100 bombs for $85 million": takes the count at chunk i as well; false
  /// where it does not go on with what stands behind "of".
  bool take_more_of(std::size_t i);
  /// "sent 400 soldiers to Haiti in June and 600 more police officers in January": the same of objects.
  bool take_more_objects(std::size_t i);

  /// A list of phrases from chunk i on, put on one side; returns the chunk after it.
  std::size_t list(std::size_t i, std::string_view side);
  /// ", worth 2 billion euros,", "worth 20 million euros": behind what the goods before chunk i cost; i
  /// itself for none.
  std::size_t past_worth(std::size_t i, const Chunk& goods) const;
  /// "missiles for the Iron Dome, bombs and jets": past what goods that a list goes on from are for; i for none.
  std::size_t past_fitted(std::size_t i, const Chunk& goods) const;
  /// The phrase that "and" or a comma at chunk i joins to the list; nullopt for none.
  std::optional<std::size_t> next_member(std::size_t i, std::string_view side) const;
  /// Whether chunk k, joined at chunk i to the list that begins with `head`, is the subject of another
  /// clause.
  bool begins_clause(std::size_t i, std::size_t k, const Chunk& head, std::string_view side) const;
  /// "shells to Russia, North Korea …": whether chunk k is of another kind than the list of `head`.
  bool is_no_member(std::size_t k, const Chunk& head, std::string_view side) const;
  /// "since it launched the effort, the team in Oslo has grown": behind a bare comma the subject of the
  /// main clause, at chunk k.
  bool leads_main_clause(std::size_t comma, std::size_t k) const;
  bool no_verb_before(std::size_t i) const;
  /// "not only Rostec but also its bank"
  bool goes_on_but_also(std::size_t i) const;

  /// "guns, which were seen in May, and missiles": where the list goes on behind a clause about its
  /// last member; i itself where it does not.
  std::size_t past_relative(std::size_t i) const;
  /// "guns and, in return, missiles", "and, it is believed, jammers": behind the aside; i itself for none.
  std::size_t past_short_aside(std::size_t i) const;
  /// "its gift to Mali, 40 howitzers and two tanks, was accepted": whether what the mark at chunk i sets off
  /// is a list of counted goods, up to the same mark or the end.
  bool lists_in_aside(std::size_t i) const;
  /// ", with Pantsir being a system," : an aside between commas that a preposition follows.
  std::size_t past_aside(std::size_t i) const;
  /// "86 tanks, most of them sold to Mali": whether phrase i is a part of what was named, with a participle of its own.
  bool opens_absolute(std::size_t i) const;
  /// "received, by one count, 230 tanks": behind the aside between the verb and its object; i itself for none.
  std::size_t past_aside_before_object(std::size_t i) const;
  /// "sent 300 rifles -- in breach of the embargo -- to Mali": the preposition behind the second dash; i itself for none.
  std::size_t past_dashes(std::size_t i) const;
  static bool is_breaking(const Chunk& chunk);
  std::size_t past_parenthesis(std::size_t i) const;
  /// "missiles made in Iran": the participle takes its own phrases with it.
  std::size_t skip_participle(std::size_t i) const;

  const std::vector<Chunk>& chunks_;
  std::size_t trigger_;
  Sides& sides_;
  bool prepositional_ = false;  ///< a prepositional phrase was read
  std::string main_side_;       ///< the side that "as well as" goes on
};

}  // namespace msmt
