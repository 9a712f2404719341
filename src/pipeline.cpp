#include "msmt/pipeline.hpp"

#include <algorithm>

#include "msmt/times.hpp"
#include "threads.hpp"

namespace msmt {
namespace {

/// A listed mention or an unused span with its text and its place.
template <typename Placed>
Placed placed(const Document& doc, Span span) {
  const Position begin = doc.position(span.begin);
  Placed out;
  out.text = quote(doc, span);
  out.chars = {begin.character, doc.position(span.end).character};
  out.line = begin.line;
  out.column = begin.column;
  return out;
}

/// Lengths, repetitions, hours and the present are listed as dates, as TIMEX3 has them. No claim builds
/// on them.
constexpr bool kListTimes = true;

SourceInfo describe(const Document& doc, const std::vector<Reading>& readings,
                    const std::vector<Residue>& residue, std::vector<Mention> times,
                    Listed listed) {
  SourceInfo out;
  out.path = doc.path;
  out.sha256 = sha256(doc.bytes);
  out.bytes = doc.bytes.size();
  out.title = doc.title;
  out.publisher = doc.publisher;
  out.url = doc.url;
  out.published = doc.published;
  out.shingles = shingles(doc);
  for (std::size_t i = 0; listed.residue && i < residue.size(); ++i) {
    out.residue.push_back(placed<SourceInfo::Unused>(doc, residue[i].span));
    out.residue.back().residue = residue[i];
  }
  if (!listed.mentions) return out;
  std::vector<Mention> mentions;
  if (kListTimes) mentions = std::move(times);
  for (const Reading& reading : readings) {
    mentions.insert(mentions.end(), reading.mentions.begin(), reading.mentions.end());
  }
  std::stable_sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  for (Mention& mention : mentions) {
    out.mentions.push_back(placed<SourceInfo::Listed>(doc, mention.span));
    out.mentions.back().mention = std::move(mention);
  }
  return out;
}

}  // namespace

Article Pipeline::read(const Document& doc, Listed listed) const {
  const auto read_as = [&](const Document& article, const std::vector<Reading>& readings,
                           std::vector<Mention> times) {
    ArticleClaims found = assemble(assembler_, article, readings);
    return Article{describe(article, readings, found.residue, std::move(times), listed),
                   std::move(found.claims)};
  };
  std::vector<Mention> times;
  const std::vector<Reading> readings = extract_times(engine_, doc, times);
  const Published& stated = doc.published;
  if (!stated.date.empty() && stated.from != Anchor::inferred) {
    return read_as(doc, readings, std::move(times));
  }
  std::vector<DateHint> hints = date_hints(engine_, doc, readings);
  // The address of a picture dates the picture, which may be older than the article.
  if (!stated.date.empty() && allows(hints, stated.date)) {
    Article article = read_as(doc, readings, std::move(times));
    if (auto hint = address_hint(doc)) article.source.dating.push_back(std::move(*hint));
    return article;
  }
  const Published inferred = infer_published(hints);
  Article article;
  if (inferred.date == stated.date) {
    article = read_as(doc, readings, std::move(times));
  } else {
    Document dated = doc;
    dated.published = inferred;
    times.clear();
    const std::vector<Reading> anew = extract_times(engine_, dated, times);
    article = read_as(dated, anew, std::move(times));
  }
  article.source.dating = std::move(hints);
  return article;
}

Report Pipeline::merge(std::vector<Article> articles, unsigned jobs) const {
  return msmt::merge(std::move(articles), background_, jobs);
}

Report run(const Pipeline& pipeline, const std::vector<Document>& documents, unsigned jobs) {
  std::vector<Article> articles(documents.size());
  at_once(jobs, documents.size(),
          [&](std::size_t i) { articles[i] = pipeline.read(documents[i]); });
  return pipeline.merge(std::move(articles), jobs);
}

}  // namespace msmt
