#include "claims/party_words.hpp"

#include <algorithm>
#include <array>

namespace msmt {

bool is_state_noun(std::string_view lemma) {
  static constexpr std::array<std::string_view, 12> kNouns = {
      "country",    "regime",    "government", "state",    "nation", "kingdom",
      "leadership", "authority", "capital",    "republic", "ally",   "partner"};
  return std::find(kNouns.begin(), kNouns.end(), lemma) != kNouns.end();
}

bool is_body_noun(std::string_view lemma) {
  static constexpr std::array<std::string_view, 19> kNouns = {
      "panel",     "group",     "team",         "mechanism",    "body",
      "committee", "coalition", "organization", "organisation", "regime",
      "agency",    "company",   "council",      "commission",   "rebel",
      "militia",   "movement",  "mercenary",    "insurgent"};
  return std::find(kNouns.begin(), kNouns.end(), lemma) != kNouns.end();
}

bool is_partner_noun(std::string_view lemma) {
  return lemma == "ally" || lemma == "partner" || lemma == "neighbour" || lemma == "neighbor";
}

bool is_owner_pronoun(std::string_view word) {
  return word == "its" || word == "their" || word == "his" || word == "her" || word == "our" ||
         word == "your";
}

std::optional<Party> partner_of(const Stage& stage, const Party& party) {
  for (const auto& [giver, taker] : stage.memory.pairs) {
    if (giver == party && !taker.iso2.empty()) return taker;
    if (taker == party && !giver.iso2.empty()) return giver;
  }
  return std::nullopt;
}

}  // namespace msmt
