#include "claims/lead_back.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "claims/filler.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

namespace {

/// The bytes that told each value last.
using Told = std::map<std::string, Span, std::less<>>;

/// A state by its code, a body by its name.
std::string_view key_of(const Party& party) { return party.iso2.empty() ? party.name : party.iso2; }

class LeadBack {
 public:
  LeadBack(const Document& doc, const std::vector<Reading>& readings)
      : doc_(doc), readings_(readings) {}

  void read(Claim& claim) {
    name_up_to(claim.evidence.bytes.end);
    for (const auto& [side, field] :
         {std::pair(&Claim::actor, "actor"), std::pair(&Claim::target, "target")}) {
      if (const std::optional<Party>& party = claim.*side) {
        fill(claim, field, key_of(*party), parties_);
        fill(claim, field, key_of(*party), names_);
      }
    }
    if (claim.item) {
      fill(claim, "item", claim.item->name, items_);
      if (const Span word = span_of(claim, "trigger"); !word.empty()) add_span(claim, "item", word);
    }
    if (claim.period) fill(claim, "period", claim.period->timex_value, periods_);
    std::sort(claim.evidence.spans.begin(), claim.evidence.spans.end());  // as they are written
    note(claim);
  }

 private:
  /// Notes the names of the sentences that begin before byte `end`.
  void name_up_to(std::size_t end) {
    for (; next_ < readings_.size() && doc_.sentences[readings_[next_].sentence].span.begin < end;
         ++next_) {
      for (const Mention& mention : readings_[next_].mentions) {
        if (const auto* country = std::get_if<Country>(&mention.value)) {
          names_[country->iso2.empty() ? country->name : country->iso2] = mention.span;
        } else if (const auto* body = std::get_if<Organization>(&mention.value)) {
          names_[body->name] = mention.span;
          if (!body->country.empty()) names_.try_emplace(body->country, mention.span);
        }
      }
    }
  }

  static void fill(Claim& claim, std::string_view field, std::string_view key, const Told& told) {
    const auto found = told.find(key);
    if (found != told.end()) add_span(claim, field, found->second);  // unless it has bytes
  }

  void note(const Claim& claim) {
    const auto keep = [&](std::string_view field, std::string_view key, Told& told) {
      if (const Span span = span_of(claim, field); !span.empty())
        told.insert_or_assign(std::string(key), span);
    };
    if (claim.actor) keep("actor", key_of(*claim.actor), parties_);
    if (claim.target) keep("target", key_of(*claim.target), parties_);
    if (claim.item) keep("item", claim.item->name, items_);
    if (claim.period) keep("period", claim.period->timex_value, periods_);
  }

  const Document& doc_;
  const std::vector<Reading>& readings_;
  std::size_t next_ = 0;  ///< reading whose names come next
  Told names_;            ///< by mentions
  Told parties_;          ///< by claims
  Told items_;
  Told periods_;
};

}  // namespace

void lead_back(const Document& doc, const std::vector<Reading>& readings,
               std::vector<Claim>& claims) {
  LeadBack back(doc, readings);
  for (Claim& claim : claims) back.read(claim);
}

}  // namespace msmt
