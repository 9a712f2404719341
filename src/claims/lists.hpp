/// Lists: items below a header, which gives them sides, verb and certainty.
///
///     "Delivered to Ukraine:"      the header
///     "18 Leopard 2 tanks"         a transfer to Ukraine
#pragma once

#include <optional>
#include <vector>

#include "claims/constructions.hpp"
#include "claims/stage.hpp"

namespace msmt {

/// Whether a sentence begins behind a bullet or a dash at the beginning of its line.
bool bulleted(const Document& doc, Span sentence);

/// Reads the sentences of an article in their order; a sentence with a verb of its own ends a list.
class ListReader {
 public:
  ListReader(const Grammar& grammar, const Constructions& constructions)
      : grammar_(grammar), constructions_(constructions) {}

  /// Adds the claims of a sentence that is an item of a list.
  /// returns whether it is one; other sentences are read by their triggers
  bool read(const Stage& stage, std::vector<Claim>& out);

  /// "Here are the items that Norway has donated to Ukraine.": a list below needs no header of its own.
  void note_overview(const std::vector<Claim>& claims);

 private:
  void open_header(const Stage& stage);
  /// The time that a header gives to the items below it.
  static void date_items(const Chunk& chunk, Claim& header);
  /// "$20 million for demining": what the money at chunk `sum` is for names its claim.
  static void name_purpose(const Stage& stage, std::size_t sum, Claim& claim);
  /// "18 Leopard 2 tanks and 40 Marders", "$20 million for demining"
  static void items(const Stage& stage, const Claim& header, std::vector<Claim>& out);
  /// "Containers: more than 28,000 by July": a label and its count.
  static bool labelled(const Stage& stage, const Claim& header, std::vector<Claim>& out);
  /// "Contribution to a radar (CHF 12 million)": a line of a list that names a sum in brackets.
  static bool contributed(const Stage& stage, const Claim& header, std::vector<Claim>& out);
  /// ", purchased from the United States for $40 million": what the giver of an item paid for it.
  void priced(const Stage& stage, const Claim& header, std::vector<Claim>& out) const;

  const Grammar& grammar_;
  const Constructions& constructions_;
  std::optional<Claim> header_;
  std::optional<Claim>
      overview_;  ///< goods in general from one side to another, said before a list
};

}  // namespace msmt
