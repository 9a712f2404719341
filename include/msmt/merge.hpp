/// Merge: the same claim from all articles made one, with all evidence and what they disagree on.
///
///     a.txt: "more than 20,000 containers since September 2023"
///     b.txt: "over 20,000 containers"        -> one claim, status differ, variant period: null
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "msmt/claims.hpp"

namespace msmt {

/// What something says of the day on which an article appeared.
struct DateHint {
  /// address, dateline, past_date, coming_date, weekday, copyright; same_event, known_event, same_report
  std::string reason;
  std::string
      date;    ///< EDTF: `2024-11/..` not before, `../2025-06` not after, `2025`, `XXXX-05-30`
  Span bytes;  ///< the words in the article
  std::size_t line = 1;
  std::vector<std::string> sources;  ///< other articles that it rests on, by path
  friend auto operator<=>(const DateHint&, const DateHint&) = default;
};

/// What an article's own words say of the day on which it appeared: the latest date that it tells
/// of as past, the earliest that it expects, days named with their weekday, a copyright notice. For
/// articles that state no date; relative dates say nothing here, so nothing goes round in circles.
std::vector<DateHint> date_hints(const Engine& engine, const Document& doc,
                                 const std::vector<Reading>& readings);

/// The address of a picture or link that gave the article its inferred date; nothing where it was
/// the article's own address, or where a dateline gave the day.
std::optional<DateHint> address_hint(const Document& doc);

/// Whether an article with these hints can have appeared on an EDTF date, in part at least.
bool allows(const std::vector<DateHint>& hints, const std::string& published);

/// The day of the dateline in a year, EDTF; without a dateline the year. Empty for no such day.
std::string dateline_day(const std::vector<DateHint>& hints, int year);

/// The year, month or day that all hints together leave; no date where they leave more, or none.
Published infer_published(const std::vector<DateHint>& hints);

/// One article as the report lists it.
struct SourceInfo {
  std::string path;
  std::string sha256;
  std::size_t bytes = 0;
  std::optional<std::string> title;
  std::optional<std::string> publisher;
  std::optional<std::string> url;
  Published published;
  std::vector<DateHint> dating;  ///< of an article that states no date: what tells of it
  /// A mention as it is written out: type, text and place come from the document.
  struct Listed {
    Mention mention;
    std::string text;
    Span chars;
    std::size_t line = 1;
    std::size_t column = 1;
    friend auto operator<=>(const Listed&, const Listed&) = default;
  };
  std::vector<Listed> mentions;  ///< filled for --mentions
  struct Unused {
    Residue residue;
    std::string text;
    Span chars;
    std::size_t line = 1;
    std::size_t column = 1;
    friend auto operator<=>(const Unused&, const Unused&) = default;
  };
  std::vector<Unused> residue;  ///< filled for --residue
  std::string shingles;         ///< sketch of the text for near-copy detection; see below
  friend auto operator<=>(const SourceInfo&, const SourceInfo&) = default;
};

/// One article ready to be merged.
struct Article {
  SourceInfo source;
  std::vector<Claim> claims;
  friend auto operator<=>(const Article&, const Article&) = default;
};

/// A value that differs from the merged one, and who holds it.
struct Variant {
  std::string field;   ///< actor, target, item, quantity, period, certainty, attribution
  std::string reason;  ///< refines, overlaps, conflicts, different_scope
  std::variant<std::monostate, Party, Item, Quantity, Date, std::string, std::vector<std::string>>
      value;
  std::vector<std::size_t> evidence;  ///< indices into MergedClaim::evidence
};

struct Agreement {
  std::string status;  ///< single, agree, differ, conflict
  std::size_t sources = 0;
  std::size_t independent = 0;
  std::vector<Variant> variants;
  std::size_t legs = 1;  ///< origins that the claim stands on, as far as the articles credit any
  std::vector<std::string> origins = {};  ///< whom the articles credit, most articles first
};

/// A rule that a claim touches. No verdict: a figure beside a figure.
struct TouchedMeasure {
  std::string id;    ///< of the measure, or of a `limit` claim
  std::string says;  ///< the rule in a few words
  std::optional<Quantity> limit;
  std::optional<double> ratio;  ///< the claim's figure by the limit's
  std::string why;  ///< where there is no ratio: no_limit, no_figure, other_unit, no_period,
                    ///< open_period, longer_period, other_period
};

/// Another claim that counts the same goods in part: the two must not be added up.
struct Overlap {
  std::string id;        ///< of the other claim
  std::string relation;  ///< contains, within, shares: this claim and the other one
  std::string reason;    ///< period, kind, unit, part
};

/// Which claim of which article a piece of evidence is.
struct Told {
  std::size_t source = 0;  ///< index into Report::sources
  std::size_t order = 0;   ///< index among the claims of the article
  bool turned = false;     ///< `X and Y met` that the merged claim has as `Y and X met`
};

struct MergedClaim {
  std::string id;  ///< "transfer-kp-ru-container-5d1c"
  std::string summary;
  Claim claim;  ///< the merged values; its own `evidence` is the first of the list
  Agreement agreement;
  std::vector<Evidence> evidence;  ///< ordered by source path, then place
  std::vector<Told> told;          ///< of each evidence, where Report::told has what it states
  std::vector<TouchedMeasure> measures;  ///< ordered by id, those of the lexicon first
  std::vector<Overlap> overlaps;         ///< ordered by id
};

struct Report {
  std::vector<SourceInfo> sources;  ///< ordered by path
  /// Ordered by type (order of docs/output.md), actor, target, item, id.
  std::vector<MergedClaim> claims;
  /// By source, the claims as the article makes them, without their evidence: with it and
  /// MergedClaim::evidence the articles can be had again, to be merged with others.
  std::vector<std::vector<Claim>> told;
};

/// Sketch of an article's text for SourceInfo::shingles: the least hash of five-word shingles in each
/// of 128 bins, as hexadecimal digits; equal texts have equal sketches, and near-copies share at
/// least 0.8 of the values (docs/merging.md). Empty for an article without words.
std::string shingles(const Document& doc);

/// What the lexicon knows of the world: measures, and events that date an article. Immutable.
class Background {
 public:
  Background();
  explicit Background(const Lexicons& lexicons);
  ~Background();
  Background(Background&&) noexcept;
  Background& operator=(Background&&) noexcept;
  struct Impl;
  const Impl& impl() const { return *impl_; }

 private:
  std::unique_ptr<const Impl> impl_;
};

/// Any order of articles, and an article given twice, make the same report; and merging the
/// articles() of reports in any grouping makes the report of merging all at once.
///
/// jobs        threads; they change nothing in the report
/// convention  of two articles with one path the one with the smaller digest stays
Report merge(std::vector<Article> articles, const Background& background = Background(),
             unsigned jobs = 1);

/// The articles that a report was merged from, as they were before; undoes merge().
std::vector<Article> articles(Report report);

}  // namespace msmt
