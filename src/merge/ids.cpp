#include "merge/ids.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "merge/compare_values.hpp"
#include "merge/key.hpp"

namespace msmt {
namespace {

constexpr std::size_t kDigestDigits = 4;

std::string field(const std::string& text) { return text + "\x1f"; }

std::string base_of(const Naming& naming) {
  const Claim& claim = naming.merged->claim;
  std::string actor = party_key(claim.actor);
  std::string target = party_key(claim.target);
  if (is_mutual(claim.type) && target < actor) std::swap(actor, target);
  return field(claim.type) + field(actor) + field(target) + field(naming.key) +
         field(claim.part ? "part" : "") + field(claim.besides.empty() ? "" : "besides");
}

std::string all_values(const Claim& claim) {
  return field(claim.period ? shown(*claim.period) : "") +
         field(claim.quantity ? shown(*claim.quantity) : "") +
         field(std::to_string(static_cast<int>(claim.certainty))) +
         field(claim.item ? shown(*claim.item) : "");
}

std::string period_start(const Claim& claim) {
  if (!claim.period) return "";
  const std::string& start = claim.period->start;
  return start.empty() ? claim.period->edtf.substr(0, claim.period->edtf.find('/')) : start;
}

/// Month of the period, else the figure with what it counts.
std::string coarse_values(const Claim& claim) {
  const std::string start = period_start(claim);
  if (!start.empty()) return start.substr(0, 7);
  const auto range = claim.quantity ? range_of(*claim.quantity) : std::nullopt;
  if (!range) return "";
  Quantity bare;
  bare.value = range->core_low;
  return range->unit.name + "|" + shown(bare);
}

/// What each claim of one base adds to it; the first of them nothing.
std::vector<std::string> distinctions(std::vector<Naming*>& rivals) {
  const auto order = [](const Naming* naming) {
    const Claim& claim = naming->merged->claim;
    const std::string start = period_start(claim);
    const double figure = claim.quantity ? claim.quantity->value.value_or(0) : 0;
    return std::tuple(naming->published.empty(), naming->published,
                      -static_cast<std::ptrdiff_t>(naming->merged->agreement.sources),
                      -static_cast<std::ptrdiff_t>(naming->merged->evidence.size()), start.empty(),
                      start, -figure, all_values(claim));
  };
  if (rivals.size() == 1) return {""};
  std::vector<std::pair<decltype(order(nullptr)), Naming*>> ordered;
  ordered.reserve(rivals.size());
  for (Naming* naming : rivals) ordered.emplace_back(order(naming), naming);
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 0; i < rivals.size(); ++i) rivals[i] = ordered[i].second;
  std::map<std::string, std::size_t> coarse;
  for (std::size_t i = 1; i < rivals.size(); ++i) ++coarse[coarse_values(rivals[i]->merged->claim)];
  std::map<std::string, std::size_t> fine;
  std::vector<std::string> out = {""};
  for (std::size_t i = 1; i < rivals.size(); ++i) {
    const Claim& claim = rivals[i]->merged->claim;
    std::string text = field(coarse_values(claim));
    if (coarse[coarse_values(claim)] > 1) {
      text += all_values(claim);
      const std::size_t same = fine[text]++;
      if (same > 0) text += field("#" + std::to_string(same));
    }
    out.push_back(std::move(text));
  }
  return out;
}

std::string lower_case(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

std::string readable(const Naming& naming) {
  const Claim& claim = naming.merged->claim;
  const auto part = [](const std::string& text) {
    return "-" + (text.empty() ? std::string("x") : lower_case(text));
  };
  return claim.type + part(party_key(claim.actor)) + part(party_key(claim.target)) +
         part(naming.key) + "-";
}

}  // namespace

void assign_ids(std::vector<Naming> claims) {
  std::unordered_map<std::string, std::vector<Naming*>> by_base;  // their order has no say
  for (Naming& naming : claims) by_base[base_of(naming)].push_back(&naming);

  struct Rival {
    std::string readable;
    std::string digest;
    std::size_t digits = kDigestDigits;
    MergedClaim* merged = nullptr;
    std::string id() const { return readable + digest.substr(0, digits); }
  };
  std::vector<Rival> named;
  for (auto& [base, rivals] : by_base) {
    const std::vector<std::string> apart = distinctions(rivals);
    for (std::size_t i = 0; i < rivals.size(); ++i) {
      named.push_back(
          {readable(*rivals[i]), sha256(base + apart[i]), kDigestDigits, rivals[i]->merged});
    }
  }
  for (bool collided = true; collided;) {
    std::unordered_map<std::string, std::vector<Rival*>> by_id;
    for (Rival& one : named) by_id[one.id()].push_back(&one);
    collided = false;
    for (auto& [id, owners] : by_id) {
      if (owners.size() == 1) continue;
      for (Rival* one : owners) {
        if (one->digits >= one->digest.size()) continue;
        one->digits += 2;
        collided = true;
      }
    }
  }
  for (const Rival& one : named) one.merged->id = one.id();
}

}  // namespace msmt
