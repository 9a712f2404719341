/// Rules: what an extractor's table is made of, and what a rule's reader sees.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/pattern.hpp"
#include "extract/vocabulary.hpp"
#include "msmt/extract.hpp"

namespace msmt {

/// What a pattern sees as one symbol: a token, a lexicon hit, or an earlier mention.
struct Term {
  std::size_t first = 0;             ///< index of its first token
  std::size_t count = 1;             ///< how many tokens it takes
  Span span;                         ///< bytes of the document
  std::string_view mark;             ///< what it was taken for, or ""
  Form form;                         ///< of a lexicon hit
  const Mention* mention = nullptr;  ///< of an earlier mention
};

/// A count that the paragraph has made: an elliptical one ("another 4,100") takes over its unit.
struct Counted {
  std::string unit;
  double value = 0;          ///< the figure, or its least bound
  bool noun = false;         ///< counts things rather than measuring in units
  std::size_t sentence = 0;  ///< index into Document::sentences
  std::string per;           ///< of a rate
  bool harmed = false;       ///< people who came to harm: "12 were wounded"
};

/// Where the narrative stands: what its next dates go on from.
struct StoryPoint {
  std::string last_date;                 ///< EDTF of the last date that the narrative stands at
  Anchor last_date_from = Anchor::none;  ///< how that date is known
  std::size_t last_date_sentence = 0;    ///< where it stands, index into Document::sentences
};

/// What the article has said so far, for values that lean on it.
struct Narrative : StoryPoint {
  std::string last_day;  ///< EDTF of the last day named, be it only the report's: "on Tuesday"
  Anchor last_day_from = Anchor::none;
  std::size_t last_day_sentence = 0;
  std::string quarter;               ///< EDTF of the quarter that a business report is about
  std::size_t quarter_sentence = 0;  ///< where it was named last
  std::optional<bool> story;     ///< whether the article tells of the past; worked out when asked
  std::vector<Counted> counted;  ///< of this paragraph, in text order
  std::map<std::string, int> countries;                      ///< id -> how often it was named
  std::vector<std::pair<std::string, std::string>> weapons;  ///< met so far: system, name used
  std::vector<Weapon> designations;  ///< named without being listed, by a noun beside them
  bool artillery = false;            ///< spoken of: "guns" are no pistols
  bool korean = false;  ///< one of the two Koreas was named: "the North" and "the South" mean them
  std::vector<std::pair<std::string, std::string>> full_names;  ///< used: listed name, full name
  std::vector<std::pair<std::string, MilitaryUnit>> units;      ///< introduced: acronym, unit
  std::vector<std::pair<std::string, Organization>> bodies;     ///< named: last word, body
  std::vector<std::pair<std::string, Organization>> acronyms;   ///< introduced: acronym, body
};

/// One sentence while it is being read.
struct Scene {
  const Document& doc;
  const Lexicons& lexicons;
  const Vocabulary& vocabulary;
  const Sentence& sentence;
  const std::vector<Token>& tokens;
  std::vector<Term> items;
  Symbols symbols;
  const std::vector<Mention>& mentions;  ///< of the extractors before this one, in text order
  Narrative& narrative;
};

/// The groups of a match, by name, as items, spans and text.
class Captures {
 public:
  Captures(const Scene& scene, const Pattern& pattern, const Pattern::Match& match,
           std::string_view rule)
      : scene_(scene), pattern_(pattern), match_(match), rule_(rule) {}

  const Scene& scene() const { return scene_; }
  std::string_view rule() const { return rule_; }
  ItemRange whole() const { return match_.groups[0]; }
  bool has(std::string_view group) const { return !range(group).empty(); }
  ItemRange range(std::string_view group) const {
    const int number = pattern_.group(group);
    return number < 0 ? ItemRange{} : match_.groups[static_cast<std::size_t>(number)];
  }
  const Term& item(std::size_t index) const { return scene_.items[index]; }
  /// Bytes from the first to the last item of a range.
  Span span(ItemRange items) const {
    return items.empty()
               ? Span{}
               : Span{scene_.items[items.begin].span.begin, scene_.items[items.end - 1].span.end};
  }
  Span span(std::string_view group) const { return span(range(group)); }
  std::string_view text(std::string_view group) const { return scene_.doc.words(span(group)); }
  /// Folded tokens of a range, one space between any two.
  std::string folded(ItemRange items) const;
  std::string folded(std::string_view group) const { return folded(range(group)); }

 private:
  const Scene& scene_;
  const Pattern& pattern_;
  const Pattern::Match& match_;
  std::string_view rule_;
};

/// Bytes from the first to the last item of a range.
inline Span span_of(const Scene& scene, ItemRange items) {
  if (items.empty()) return {};
  return {scene.items[items.begin].span.begin, scene.items[items.end - 1].span.end};
}
/// Folded tokens of a range, one space between any two.
std::string folded(const Scene& scene, ItemRange items);
/// Folded last token of an item; "" past the end.
inline std::string_view word_at(const Scene& scene, std::size_t index) {
  if (index >= scene.items.size()) return {};
  const Term& item = scene.items[index];
  return scene.tokens[item.first + item.count - 1].folded;
}
/// Whether a word in capitals stands among words that are not: "IT workers", "the WHO said".
bool is_acronym(const Scene& scene, const Token& token);

/// Turns one match into mentions; an empty result refuses it, and the search goes on one item later.
using Read = std::vector<Mention> (*)(const Captures&);

/// Goes over the mentions that are left after overlaps, in text order: values that lean on what was
/// said before them, which rules, run one after another, cannot see.
using Settle = void (*)(const Scene&, std::vector<Mention>&);

struct Rule {
  const char* id;       ///< stable: "quantity/number"
  const char* example;  ///< a line of the extractor's corpus
  std::string
      pattern;  ///< empty, without a reader, where another table's readers give the mentions
  Read read = nullptr;
};

/// A class of words that patterns name: {month} is column `forms` of months.tsv.
struct PatternClass {
  const char* name;
  const char* table;
  const char* column;
  const char* where_column;  ///< only rows whose cell in this column …
  const char* where_value;   ///< … is this; nullptr for all rows
};

/// Names for items: hits of a gazetteer, or mentions of an earlier extractor.
struct Names {
  const char* mark;
  const char* table;  ///< gazetteer, or nullptr
  const char* type;   ///< earlier mention type, or nullptr
  const char* except =
      nullptr;  ///< rule whose mentions stay words: "three brigades" is a count too
};

struct Extractor {
  const char* name;
  std::vector<PatternClass> classes;
  std::vector<Names> names;  ///< earlier ones win over later ones of the same length
  std::vector<Rule> rules;
  Settle settle = nullptr;
};

// The tables, one file each; extractors.cpp lists them in the order in which they run.
const Extractor& country_extractor();
const Extractor& organization_extractor();
const Extractor& weapon_extractor();
const Extractor& military_unit_extractor();
const Extractor& date_extractor();
const Extractor& quantity_extractor();
const Extractor& unit_extractor();
const std::vector<const Extractor*>& extractors();

/// The marks that the engine gives to tokens of no class: digits alone (`num`), digits of a year
/// from 1800 to 2199 (`year`), three digits (`num3`), an upper-case word (`upper`), a capitalised
/// one (`cap`), another word (`lower`), anything else (`punct`).
std::string_view shape_of(const Document& doc, const Token& token);

/// Settles overlaps of one type: the longer span stays, then the earlier in the list.
void resolve_overlaps(std::vector<Mention>& mentions);

/// Drops mentions that are a part of a name: classes of weapons in "Missile General Bureau" or "79th
/// Tank Brigade", and countries in the name of a firm, paper or other body that no state makes up,
/// "Korea Aerospace Industries". A ministry, panel or army keeps its country as a mention of its own.
void drop_parts_of_names(std::vector<Mention>& mentions);

}  // namespace msmt
