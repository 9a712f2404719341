#include "merge/article_order.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

namespace msmt {
namespace {

using Listing = std::tuple<Span, std::string, std::string, std::string, Span, std::size_t>;

/// What is listed of an article beside its claims, in a form that can be ordered.
std::vector<Listing> listings(const SourceInfo& source) {
  std::vector<Listing> out;
  for (const SourceInfo::Listed& m : source.mentions)
    out.emplace_back(m.mention.span, m.mention.rule, print(m.mention.value), m.text, m.chars,
                     m.column);
  for (const SourceInfo::Unused& r : source.residue)
    out.emplace_back(r.residue.span, r.residue.type, r.residue.reason, r.text, r.chars, r.column);
  for (const DateHint& hint : source.dating) {
    std::string sources;
    for (const std::string& path : hint.sources) sources += path + "\n";
    out.emplace_back(hint.bytes, hint.reason, hint.date, sources, Span{}, hint.line);
  }
  return out;
}

}  // namespace

bool goes_before(const Article& a, const Article& b) {
  const auto values = [](const SourceInfo& s) {
    return std::tie(s.path, s.sha256, s.publisher, s.published.date, s.published.from, s.title,
                    s.url, s.bytes, s.shingles);
  };
  if (values(a.source) != values(b.source)) return values(a.source) < values(b.source);
  const auto words = [](const Claim& claim) {
    const Evidence& e = claim.evidence;
    const Item item = claim.item.value_or(Item());
    const Date when = claim.period.value_or(Date());
    const Quantity count = claim.quantity.value_or(Quantity());
    return std::tuple(
        e.bytes, print(claim), e.rule, e.spans, e.quote, e.chars, e.line, e.column,
        std::tuple(item.name, item.category, item.weapon, item.key),
        std::tuple(when.edtf, when.timex_type, when.timex_value, when.start, when.end,
                   when.granularity, when.anchored_by),
        std::tuple(count.cue, count.value, count.low, count.high, count.unit, count.of, count.per));
  };
  const auto same = [&](const Claim& x, const Claim& y) { return words(x) == words(y); };
  if (!std::equal(a.claims.begin(), a.claims.end(), b.claims.begin(), b.claims.end(), same)) {
    return std::lexicographical_compare(
        a.claims.begin(), a.claims.end(), b.claims.begin(), b.claims.end(),
        [&](const Claim& x, const Claim& y) { return words(x) < words(y); });
  }
  return listings(a.source) < listings(b.source);
}

}  // namespace msmt
