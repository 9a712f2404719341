/// Claims: from the mentions of an article to statements of fact.
///
///     "Ankara handed Tripoli at least two Kirpi vehicles, the UN Panel of Experts said."
///     -> transfer, actor TR, target LY, quantity >=2 vehicle, item Kirpi, attribution UN Panel of
///        Experts, reported
///
/// A sentence becomes a row of chunks (parties, goods, dates, triggers, connectives); constructions,
/// regular expressions over that row, say which chunk stands on which side of a trigger; a frame,
/// a row of data/lexicon/frames.tsv, says which role each side has.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "msmt/extract.hpp"

namespace msmt {

/// A country (iso2 and name), an organization or person (name only).
struct Party {
  std::string name;
  std::string iso2;
  friend auto operator<=>(const Party&, const Party&) = default;
};

/// What went over, was used, signed or capped.
struct Item {
  std::string name;  ///< as written, without count and article: "short-range air defence systems"
  std::string category;  ///< weapon category or goods class: "ammunition", "fuel"; may be empty
  std::string weapon;    ///< name of a named system, else empty
  std::string key;  ///< what it is compared by, not written: lexicon id of the most specific kind
  friend auto operator<=>(const Item&, const Item&) = default;
};

/// From sure to unsure; `denied` stands apart (docs/output.md).
enum class Certainty : std::uint8_t { confirmed, reported, believed, possible, planned, denied };
std::string_view to_string(Certainty certainty);
std::optional<Certainty> parse_certainty(std::string_view name);

/// One place where a source makes the claim.
struct Evidence {
  std::string source;  ///< path of the article
  std::string url;     ///< empty when unknown
  std::string publisher;
  Span bytes;  ///< the sentence or sentences
  Span chars;  ///< the same in code points
  std::size_t line = 1;
  std::size_t column = 1;
  std::string quote;
  std::string rule;                                 ///< "transfer.passive"
  std::vector<std::pair<std::string, Span>> spans;  ///< field name -> bytes, in order of field name
  friend auto operator<=>(const Evidence&, const Evidence&) = default;
};

/// One statement of fact, as one place of one article makes it.
struct Claim {
  std::string type;  ///< transfer, technology … (docs/output.md)
  std::optional<Party> actor;
  std::optional<Party> target;
  std::optional<Item> item;
  std::optional<Quantity> quantity;
  std::optional<Date> period;
  std::vector<std::string> attribution;  ///< most specific first
  Certainty certainty = Certainty::reported;
  std::vector<Party> members;          ///< membership
  std::vector<Party> besides;          ///< membership: named apart from the counted ones
  std::vector<std::string> operators;  ///< bodies that stand for their country
  std::vector<std::string> parties;    ///< agreement: persons who signed
  std::optional<Quantity> equivalent;  ///< "enough to equip three brigades"
  bool part = false;                   ///< an additional or partial count: never one with a total
  std::size_t repeat_of = npos;        ///< index of the claim of this article that it restates
  Evidence evidence;

  static constexpr std::size_t npos = static_cast<std::size_t>(-1);
  friend auto operator<=>(const Claim&, const Claim&) = default;
};

/// A number, date or weapon that no claim used, and why (`--residue`).
struct Residue {
  Span span;
  std::string type;
  std::string
      reason;  ///< no_trigger: no word of the sentence evokes a claim; no_claim: none was made;
               ///< no_role: it fills no side of the sentence's claims; attribution_only: it
               ///< stands with who says it
  friend auto operator<=>(const Residue&, const Residue&) = default;
};

/// What one article says.
struct ArticleClaims {
  std::vector<Claim> claims;  ///< in document order
  std::vector<Residue> residue;
};

/// The frames and constructions, compiled. Immutable; share it between threads.
class Assembler {
 public:
  explicit Assembler(const Engine& engine);
  ~Assembler();
  Assembler(Assembler&&) noexcept;
  struct Impl;
  const Impl& impl() const { return *impl_; }

 private:
  std::unique_ptr<const Impl> impl_;
};

/// Reads the claims of one article from its sentences.
ArticleClaims assemble(const Assembler& assembler, const Document& doc,
                       const std::vector<Reading>& readings);

/// How the claims of an article came about, for a reader: each sentence with its chunks, the frames
/// that its words evoke, what they made, and what they were wanting.
///
/// line  only the sentences that touch this line; 0 for all
std::string explain(const Assembler& assembler, const Document& doc,
                    const std::vector<Reading>& readings, std::size_t line);

/// The one printed form of a claim, for corpora and failure messages:
/// "transfer KP>RU; >20000 container; munitions; 2023-09/..; MSMT; reported".
std::string print(const Claim& claim);

}  // namespace msmt
