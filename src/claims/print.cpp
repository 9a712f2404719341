/// The printed forms of a claim and of its certainty.
#include <array>

#include "msmt/claims.hpp"

namespace msmt {

namespace {

constexpr std::array<std::string_view, 6> kCertainties = {"confirmed", "reported", "believed",
                                                          "possible",  "planned",  "denied"};

std::string party(const std::optional<Party>& party) {
  if (!party) return "-";
  return party->iso2.empty() ? party->name : party->iso2;
}

}  // namespace

std::string_view to_string(Certainty certainty) {
  return kCertainties[static_cast<std::size_t>(certainty)];
}

std::optional<Certainty> parse_certainty(std::string_view name) {
  for (std::size_t i = 0; i < kCertainties.size(); ++i) {
    if (kCertainties[i] == name) return static_cast<Certainty>(i);
  }
  return std::nullopt;
}

std::string print(const Claim& claim) {
  std::string out = claim.type + " " + party(claim.actor) + ">" + party(claim.target);
  out += "; ";
  out += claim.quantity ? print(Value(*claim.quantity)) : std::string("-");
  out += "; ";
  out += claim.item ? claim.item->name : std::string("-");
  out += "; ";
  out += claim.period ? print(Value(*claim.period)) : std::string("-");
  out += "; ";
  for (std::size_t i = 0; i < claim.attribution.size(); ++i) {
    out += (i == 0 ? "" : ", ") + claim.attribution[i];
  }
  if (claim.attribution.empty()) out += "-";
  out += "; ";
  out += to_string(claim.certainty);
  return out;
}

}  // namespace msmt
