#include "claims/party_words.hpp"

namespace msmt {

bool is_body_noun(const Grammar& grammar, std::string_view lemma) {
  return grammar.is(WordClass::body, lemma) || grammar.is(WordClass::armed_body, lemma);
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
