#include "claims/residue.hpp"

#include <algorithm>

#include "claims/triggers.hpp"

namespace msmt {

void list_residue(const Grammar& grammar, const Reading& reading, const std::vector<Chunk>& chunks,
                  const std::vector<Claim>& claims, const std::vector<Speaker>& speakers,
                  std::vector<Residue>& out) {
  for (const Mention& mention : reading.mentions) {
    const std::string_view type = type_name(mention.value);
    if (type != "quantity" && type != "date" && type != "weapon") continue;
    const bool used = std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) {
      return std::any_of(claim.evidence.spans.begin(), claim.evidence.spans.end(),
                         [&](const auto& span) {
                           return span.first != "trigger" && span.first != "attribution" &&
                                  span.second.overlaps(mention.span);
                         });
    });
    if (used) continue;
    const bool said = std::any_of(speakers.begin(), speakers.end(), [&](const Speaker& speaker) {
      if (speaker.span.overlaps(mention.span)) return true;
      // "said on Thursday": the date of the saying
      const std::size_t next = speaker.verb + 1;
      return next < chunks.size() && chunks[next].span.overlaps(mention.span);
    });
    const char* reason = said                                     ? "attribution_only"
                         : !claims.empty()                        ? "no_role"
                         : find_triggers(grammar, chunks).empty() ? "no_trigger"
                                                                  : "no_claim";
    out.push_back({mention.span, std::string(type), reason});
  }
}

}  // namespace msmt
