/// Extract: from a sentence to mentions, spans that carry a normalised value.
///
///     Engine engine(lexicons);
///     auto mentions = extract(engine, doc, anchors);
///     "more than 20,000 containers" -> quantity >20000 container, unit container
///
/// An extractor is a name and a table of rules; one engine runs every table (src/extract/).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "msmt/lexicon.hpp"
#include "msmt/text.hpp"

namespace msmt {

/// How the stated figure bounds the true one (docs/output.md).
enum class Relation : std::uint8_t {
  exactly,
  about,
  more_than,
  at_least,
  less_than,
  at_most,
  between,
  indefinite
};
std::string_view to_string(Relation relation);
std::optional<Relation> parse_relation(std::string_view name);

/// An interval with optional open ends. `value` is the stated figure; null `low`/`high` are open.
struct Quantity {
  Relation relation = Relation::exactly;
  std::string cue;  ///< the bending words as written: "more than"
  std::optional<double> value;
  std::optional<double> low;
  std::optional<double> high;
  std::string
      unit;  ///< counted head noun or unit of measurement, singular: "container"; may be empty
  std::string of;   ///< what follows `of`: "munitions and related materiel"
  std::string per;  ///< "year" in "barrels a year"; may be empty
  friend auto operator<=>(const Quantity&, const Quantity&) = default;
};

/// A point, span or open span of time. Values are EDTF (ISO 8601-2:2019 level 1) and TIMEX3.
struct Date {
  std::string edtf;         ///< empty while the form is relative and unanchored, or has no value
  std::string timex_type;   ///< DATE, TIME, DURATION or SET
  std::string timex_value;  ///< "2023-09", "PAST_REF", or the relative form where edtf is empty
  std::string start;        ///< first day, "2023-09-01"; empty for open
  std::string end;          ///< last day; empty for open
  std::string
      granularity;  ///< finest part stated: day, month, quarter, half, season, year, decade, century
  Anchor anchored_by = Anchor::none;
  friend auto operator<=>(const Date&, const Date&) = default;
};

struct Weapon {
  std::string name;      ///< as the article calls it, "Hwasong-11A"; empty for a class
  std::string system;    ///< the one name of the lexicon, "KN-23"; empty for a class
  std::string category;  ///< "ballistic missile"
  std::string
      unroca;  ///< UN Register of Conventional Arms category, "I" to "VII" or "SALW"; may be empty
  std::string ml;  ///< Wassenaar Munitions List number, "ML4"; may be empty
  friend auto operator<=>(const Weapon&, const Weapon&) = default;
};

struct Country {
  std::string iso2;  ///< empty where ISO 3166-1 has no code
  std::string iso3;
  std::string name;
  std::string form;  ///< name, adjective, alias, capital or place
  friend auto operator<=>(const Country&, const Country&) = default;
};

struct Unit {
  std::string name;          ///< singular
  std::string dimension;     ///< count, mass, length, time, money …
  std::string code;          ///< UN/CEFACT Rec 20/21 or ISO 4217; may be empty
  std::optional<double> si;  ///< factor to the coherent SI unit
  friend auto operator<=>(const Unit&, const Unit&) = default;
};

struct MilitaryUnit {
  std::string name;
  std::string country;  ///< ISO alpha-2; empty where not stated
  friend auto operator<=>(const MilitaryUnit&, const MilitaryUnit&) = default;
};

struct Organization {
  std::string name;
  std::string kind;  ///< news agency, expert panel …
  std::string country;
  friend auto operator<=>(const Organization&, const Organization&) = default;
};

using Value = std::variant<Quantity, Date, Weapon, Country, Unit, MilitaryUnit, Organization>;

/// The mention types in the order of `Value`: quantity, date, weapon, country, unit, military_unit, organization.
std::string_view type_name(const Value& value);

/// The one printed form of a value: corpora, failure messages and `--explain` use it.
/// ">20000 container", "2023-09/..", "Pantsir (air defence system)", "KP", "barrel (volume)".
std::string print(const Value& value);

/// A span that a rule read as a value.
struct Mention {
  Span span;
  std::string rule;  ///< stable id of the rule: "quantity/number"
  Value value;
  friend auto operator<=>(const Mention&, const Mention&) = default;
};

/// What one row of a rule table says of itself (`--list-rules`, docs, tests).
struct RuleInfo {
  std::string extractor;
  std::string id;
  std::string example;
};

class Vocabulary;

/// All extractors, compiled over the lexicons. Immutable; share it between threads.
class Engine {
 public:
  explicit Engine(const Lexicons& lexicons);
  ~Engine();
  Engine(Engine&&) noexcept;
  const Lexicons& lexicons() const;
  const Vocabulary& vocabulary() const;
  std::vector<RuleInfo> rules() const;

  struct Impl;
  const Impl& impl() const { return *impl_; }

 private:
  std::unique_ptr<const Impl> impl_;
};

/// One sentence with its tokens and what was found in it.
struct Reading {
  std::size_t sentence = 0;  ///< index into Document::sentences
  std::vector<Token> tokens;
  std::vector<Mention>
      mentions;  ///< ordered by begin, then longer first; spans of one type never overlap
};

/// Reads every sentence of an article. Relative dates are anchored to doc.published and to the
/// narrative's own dates.
///
/// errors     none; text that no rule reads is left alone
/// convention overlap within a type: longer span wins, then the earlier rule of its table
std::vector<Reading> extract(const Engine& engine, const Document& doc);

}  // namespace msmt
