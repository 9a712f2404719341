#include "msmt/output.hpp"
#include "output/json_text.hpp"
#include "output/value_trees.hpp"

namespace msmt {
namespace {

Json claim_tree(const Claim& claim) {
  Json out{{"type", claim.type},
           {"actor", tree(claim.actor)},
           {"target", tree(claim.target)},
           {"item", tree(claim.item)},
           {"quantity", tree(claim.quantity)},
           {"period", stated_period(claim.period)},
           {"attribution", tree(claim.attribution)},
           {"certainty", to_string(claim.certainty)}};
  add_details(out, claim);
  if (claim.repeat_of != Claim::npos) out["repeats"] = claim.repeat_of;
  add_place(out, claim.evidence);
  add_reading(out, claim.evidence);
  return out;
}

}  // namespace

std::string to_line(const Article& article, const OutputOptions& options) {
  Json claims = Json::array();
  for (const Claim& claim : article.claims) claims.push_back(claim_tree(claim));
  return one_line(Json{{"format", "msmt-article"},
                       {"version", 1},
                       {"source", tree(article.source, options)},
                       {"claims", std::move(claims)}}) +
         "\n";
}

}  // namespace msmt
