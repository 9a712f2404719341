/// Grammar: frames, cues and classes, indexed once for all sentences.
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "claims/body_roles.hpp"
#include "claims/descriptions.hpp"
#include "claims/fixed_phrases.hpp"
#include "claims/word_classes.hpp"
#include "msmt/claims.hpp"

namespace msmt {

/// A row of frames.tsv.
struct Frame {
  std::string id;
  std::string
      type;  ///< `*`: decided by the item's class; `more`: by the claim that it goes on from
  std::string pos;
  std::map<std::string, std::string, std::less<>> roles;  ///< side -> role
  std::unordered_set<std::string> needs;
  std::string note;

  std::string_view role(std::string_view side) const;
  bool takes(std::string_view item_class) const {
    return needs.contains("any") || needs.contains(std::string(item_class));
  }
};

class Grammar {
 public:
  explicit Grammar(const Lexicons& lexicons);

  /// Frames that a word evokes: a verb's or noun's base form, or a preposition.
  const std::vector<const Frame*>& frames(std::string_view pos, std::string_view word) const;
  /// Whether a word evokes one of some frames, each given by its id or by its type:
  /// evokes("verb", "kill", {"casualties"}).
  bool evokes(std::string_view pos, std::string_view word,
              std::initializer_list<std::string_view> any) const;
  const std::vector<Frame>& all() const { return frames_; }
  const Lexicons& lexicons() const { return lexicons_; }
  /// Certainty of a cue of a kind, by its form; "" when it is none.
  std::string_view cue(std::string_view kind, std::string_view form) const;
  /// Whether a word, in its base form, is of a class of word_classes.tsv.
  bool is(WordClass word_class, std::string_view word) const {
    return classes_.holds(word_class, word);
  }
  /// Whether one of some words, parted by single spaces, is of a class.
  bool any_is(WordClass word_class, std::string_view words) const;
  /// "the", "its", "such" (words.tsv)
  bool is_determiner(std::string_view word) const { return determiners_.contains(word); }
  const BodyRoles& body_roles() const { return body_roles_; }
  const Descriptions& descriptions() const { return descriptions_; }
  /// "so far", "for its part" (words.tsv)
  const FixedPhrases& adverbial_phrases() const { return adverbial_phrases_; }
  /// "as well as", "because of" (words.tsv)
  const FixedPhrases& complex_prepositions() const { return complex_prepositions_; }
  /// "hundred", "dozens", "bn": a form of numbers.tsv.
  bool is_number_word(std::string_view word) const { return numbers_.contains(word); }
  /// Whether a word ends names of places: "port", "sea" (words.tsv).
  bool ends_place(std::string_view word) const { return place_nouns_.contains(word); }
  /// What a word of class item makes of a `*` frame: "arms" -> "transfer".
  static std::string_view type_of_class(std::string_view item_class);
  /// The path of an item id through `broader`, parted by `<`: "shell<ammunition<arms".
  std::string path(std::string_view item_id) const;
  /// Whether an item id is of a kind: "truck" is of "vehicles".
  bool is_a(std::string_view item_id, std::string_view kind) const;
  std::string item_class(std::string_view item_id) const;
  /// ISO alpha-2 code of a leader's state (persons.tsv), or "".
  std::string leader_country(const std::string& name) const;
  /// The same of a last name behind an office or before a government ("President Ford", "the Carter administration"), where
  /// all leaders of that name are of one state.
  std::string office_holder_country(std::string_view last_name) const;
  /// ISO alpha-2 code of the state that a city or region lies in (places.tsv and the column `places` of
  /// countries.tsv), or "".
  std::string_view place_country(std::string_view name) const;
  /// The same for a capital, which as a place stands for no government: "landed in Bamako"; or "".
  std::string_view capital_country(std::string_view name) const;
  /// Whether a state, by its ISO alpha-2 code, makes combat aircraft (weapons.tsv).
  bool makes_fighters(std::string_view iso2) const { return fighter_makers_.contains(iso2); }
  /// A country by its code; the code itself is the name of an unknown one.
  Party country(const std::string& iso2) const;

 private:
  const Lexicons& lexicons_;
  std::vector<Frame> frames_;
  std::unordered_map<std::string, std::vector<const Frame*>> by_word_;  ///< "verb send"
  WordClasses classes_;
  BodyRoles body_roles_;
  Descriptions descriptions_;
  FixedPhrases adverbial_phrases_;
  FixedPhrases complex_prepositions_;
  std::unordered_set<std::string_view> place_nouns_;
  std::unordered_set<std::string_view> determiners_;
  std::unordered_set<std::string_view> fighter_makers_;  ///< ISO alpha-2
  std::unordered_set<std::string_view> numbers_;
  std::unordered_map<std::string, std::string> cues_;  ///< "chain plan"
  std::unordered_map<std::string, std::pair<std::string, std::string>>
      items_;                                                ///< id -> class, broader
  std::unordered_map<std::string, std::string> leaders_;     ///< name -> ISO alpha-2
  std::unordered_map<std::string, std::string> last_names_;  ///< of leaders; "" for several states
  std::unordered_map<std::string, std::string> places_;      ///< city or region -> ISO alpha-2
  std::unordered_map<std::string, std::string> capitals_;    ///< capital -> ISO alpha-2
  std::unordered_map<std::string, std::string> countries_;   ///< ISO alpha-2 -> name
};

}  // namespace msmt
