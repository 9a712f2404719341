#include <algorithm>
#include <concepts>
#include <type_traits>
#include <utility>

#include "msmt/output.hpp"
#include "output/json_text.hpp"
#include "output/stated.hpp"
#include "output/value_trees.hpp"
#include "threads.hpp"

namespace msmt {
namespace {

Json measure_tree(const TouchedMeasure& measure) {
  return json_object({{"id", measure.id},
                      {"says", measure.says},
                      {"limit", tree(measure.limit)},
                      {"ratio", json_number(measure.ratio)},
                      {"why", text_or_null(measure.why)}});
}

Json overlap_tree(const Overlap& overlap) {
  return json_object(
      {{"id", overlap.id}, {"relation", overlap.relation}, {"reason", overlap.reason}});
}

template <typename T, typename ToTree>
void add_list(Json& out, const char* key, const std::vector<T>& list, ToTree to_tree) {
  if (list.empty()) return;
  Json trees = Json::array();
  for (const T& value : list) trees.push_back(to_tree(value));
  out[key] = std::move(trees);
}

Json variant_tree(const Variant& variant) {
  const auto value = [](const auto& held) -> Json {
    if constexpr (std::same_as<std::decay_t<decltype(held)>, std::monostate>) {
      return nullptr;
    } else {
      return tree(held);
    }
  };
  return json_object({{"field", variant.field},
                      {"reason", variant.reason},
                      {"value", std::visit(value, variant.value)},
                      {"evidence", variant.evidence}});
}

Json agreement_tree(const Agreement& agreement) {
  Json variants = Json::array();
  for (const Variant& variant : agreement.variants) variants.push_back(variant_tree(variant));
  return json_object({{"status", agreement.status},
                      {"sources", agreement.sources},
                      {"independent", agreement.independent},
                      {"legs", agreement.legs},
                      {"origins", tree(agreement.origins)},
                      {"variants", std::move(variants)}});
}

Json evidence_tree(const Evidence& evidence) {
  Json out = json_object({{"source", evidence.source}});
  add_place(out, evidence);
  out["url"] = text_or_null(evidence.url);
  add_reading(out, evidence);
  return out;
}

/// With what merging the report again needs of it.
Json evidence_list(const Report& report, const MergedClaim& merged) {
  const Unspoken unspoken(report, merged);
  Json out = Json::array();
  for (std::size_t i = 0; i < merged.evidence.size(); ++i) {
    out.push_back(evidence_tree(merged.evidence[i]));
    unspoken.add_to(out.back(), i);
  }
  return out;
}

Json claim_tree(const Report& report, const MergedClaim& merged) {
  const Claim& claim = merged.claim;
  Json out = json_object({{"id", merged.id},
                          {"type", claim.type},
                          {"summary", merged.summary},
                          {"actor", tree(claim.actor)},
                          {"target", tree(claim.target)},
                          {"item", tree(claim.item)},
                          {"quantity", tree(claim.quantity)},
                          {"period", tree(claim.period)},
                          {"attribution", tree(claim.attribution)},
                          {"certainty", to_string(claim.certainty)}});
  add_details(out, claim);
  add_list(out, "measures", merged.measures, measure_tree);
  add_list(out, "overlaps", merged.overlaps, overlap_tree);
  out["agreement"] = agreement_tree(merged.agreement);
  out["evidence"] = evidence_list(report, merged);
  return out;
}

/// What one thread writes at a time: to start a thread takes as long as a few members of a list.
constexpr std::size_t kLeastShare = 8;
constexpr std::size_t kMostShare = 256;

/// One tree at a time, so that a large report is never held as a tree and as text at once; of the
/// text, no more than the threads are at work on is held twice.
template <typename T, typename ToTree>
void append_list(std::string& out, const char* key, const std::vector<T>& list, unsigned jobs,
                 ToTree to_tree) {
  out += std::string("  \"") + key + "\": [";
  const std::size_t share = std::clamp(list.size() / jobs + 1, kLeastShare, kMostShare);
  std::vector<std::string> shares(std::min<std::size_t>(jobs, list.size() / share + 1));
  for (std::size_t begin = 0; begin < list.size(); begin += shares.size() * share) {
    at_once(jobs, shares.size(), [&](std::size_t i) {
      const std::size_t first = std::min(begin + i * share, list.size());
      const std::size_t last = std::min(first + share, list.size());
      for (std::size_t at = first; at < last; ++at) {
        shares[i] += at == 0 ? "\n    " : ",\n    ";
        append_json(shares[i], to_tree(list[at]), 4, 5);
      }
    });
    for (std::string& written : shares) {
      out += written;
      written.clear();
    }
  }
  out += list.empty() ? "]" : "\n  ]";
}

}  // namespace

std::string to_json(const Report& report, const OutputOptions& options) {
  std::string out = "{\n  \"format\": \"msmt-claims\",\n  \"version\": 1,\n";
  const unsigned jobs = std::max(1U, options.jobs);
  append_list(out, "sources", report.sources, jobs,
              [&](const SourceInfo& source) { return tree(source, options); });
  out += ",\n";
  append_list(out, "claims", report.claims, jobs,
              [&](const MergedClaim& claim) { return claim_tree(report, claim); });
  out += "\n}\n";
  return out;
}

std::string to_jsonl(const Report& report) {
  std::string out;
  for (const MergedClaim& claim : report.claims) out += one_line(claim_tree(report, claim)) + "\n";
  return out;
}

}  // namespace msmt
