/// Merge: the same claim from all articles made one, with all evidence and what they disagree on.
///
///     a.txt: "more than 20,000 containers since September 2023"
///     b.txt: "over 20,000 containers"        -> one claim, status differ, variant period: null
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "msmt/claims.hpp"

namespace msmt {

/// One article as the report lists it.
struct SourceInfo {
  std::string path;
  std::string sha256;
  std::size_t bytes = 0;
  std::optional<std::string> title;
  std::optional<std::string> publisher;
  std::optional<std::string> url;
  Published published;
  /// A mention as it is written out: type, text and place come from the document.
  struct Listed {
    Mention mention;
    std::string text;
    Span chars;
    std::size_t line = 1;
    std::size_t column = 1;
  };
  std::vector<Listed> mentions;  ///< filled for --mentions
  struct Unused {
    Residue residue;
    std::string text;
    Span chars;
    std::size_t line = 1;
    std::size_t column = 1;
  };
  std::vector<Unused> residue;  ///< filled for --residue
  std::string shingles;         ///< sketch of the text for near-copy detection; see below
};

/// One article ready to be merged.
struct Article {
  SourceInfo source;
  std::vector<Claim> claims;
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
};

struct Report {
  std::vector<SourceInfo> sources;  ///< ordered by path
  std::vector<MergedClaim> claims;  ///< ordered by type (CLAIMS.md order), actor, target, item, id
  /// By source, the claims as the article makes them, without their evidence: with it and
  /// MergedClaim::evidence the articles can be had again, to be merged with others.
  std::vector<std::vector<Claim>> told;
};

/// Sketch of an article's text for SourceInfo::shingles: 128 least values of hashed five-word
/// shingles, as hexadecimal digits; equal texts have equal sketches, and near-copies share at least
/// 0.8 of the values (Broder 1997). Empty for an article without words.
std::string shingles(const Document& doc);

/// Any order of articles, and an article given twice, make the same report; and merging the
/// articles() of reports in any grouping makes the report of merging all at once.
///
/// convention  of two articles with one path the one with the smaller digest stays
Report merge(std::vector<Article> articles);

/// The articles that a report was merged from, as they were before; undoes merge().
std::vector<Article> articles(Report report);

}  // namespace msmt
