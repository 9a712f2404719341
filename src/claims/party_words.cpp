#include "claims/party_words.hpp"

#include <algorithm>
#include <array>

namespace msmt {

bool is_body_noun(const Grammar& grammar, std::string_view lemma) {
  return grammar.is(WordClass::body, lemma) || grammar.is(WordClass::armed_body, lemma);
}

bool is_owner_pronoun(std::string_view word) {
  return word == "its" || word == "their" || word == "his" || word == "her" || word == "our" ||
         word == "your";
}

bool names_many_states(const Party& party) {
  static constexpr std::array<std::string_view, 8> kStates = {
      "countries", "states", "nations", "governments", "allies", "powers", "members", "West"};
  if (!party.iso2.empty()) return false;
  const std::string_view name = party.name;
  const std::size_t space = name.find_last_of(' ');
  return space != std::string_view::npos &&
         std::find(kStates.begin(), kStates.end(), name.substr(space + 1)) != kStates.end();
}

std::string without_honorific(const Grammar& grammar, const std::string& name) {
  const std::size_t space = name.find(' ');
  const bool polite =
      space != std::string::npos && grammar.is(WordClass::honorific, fold(name.substr(0, space)));
  return polite ? name.substr(space + 1) : name;
}

std::optional<Party> partner_of(const Stage& stage, const Party& party) {
  for (const auto& [giver, taker] : stage.memory.pairs) {
    if (giver == party && !taker.iso2.empty()) return taker;
    if (taker == party && !giver.iso2.empty()) return giver;
  }
  return std::nullopt;
}

}  // namespace msmt
