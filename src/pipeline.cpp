#include "msmt/pipeline.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>

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

SourceInfo describe(const Document& doc, const std::vector<Reading>& readings,
                    const std::vector<Residue>& residue) {
  SourceInfo out;
  out.path = doc.path;
  out.sha256 = sha256(doc.bytes);
  out.bytes = doc.bytes.size();
  out.title = doc.title;
  out.publisher = doc.publisher;
  out.url = doc.url;
  out.published = doc.published;
  out.shingles = shingles(doc);
  for (const Reading& reading : readings) {
    for (const Mention& mention : reading.mentions) {
      out.mentions.push_back(placed<SourceInfo::Listed>(doc, mention.span));
      out.mentions.back().mention = mention;
    }
  }
  for (const Residue& unused : residue) {
    out.residue.push_back(placed<SourceInfo::Unused>(doc, unused.span));
    out.residue.back().residue = unused;
  }
  return out;
}

}  // namespace

Article Pipeline::read(const Document& doc) const {
  const auto read_as = [this](const Document& article, const std::vector<Reading>& readings) {
    ArticleClaims found = assemble(assembler_, article, readings);
    return Article{describe(article, readings, found.residue), std::move(found.claims)};
  };
  const std::vector<Reading> readings = extract(engine_, doc);
  const Published& stated = doc.published;
  if (!stated.date.empty() && stated.from != Anchor::inferred) return read_as(doc, readings);
  std::vector<DateHint> hints = date_hints(engine_, doc, readings);
  // The address of a picture dates the picture, which may be older than the article.
  if (!stated.date.empty() && allows(hints, stated.date)) return read_as(doc, readings);
  const Published inferred = infer_published(hints);
  Article article;
  if (inferred.date == stated.date) {
    article = read_as(doc, readings);
  } else {
    Document dated = doc;
    dated.published = inferred;
    article = read_as(dated, extract(engine_, dated));
  }
  article.source.dating = std::move(hints);
  return article;
}

Report Pipeline::merge(std::vector<Article> articles) const {
  return msmt::merge(std::move(articles), background_);
}

Report run(const Pipeline& pipeline, const std::vector<Document>& documents, unsigned jobs) {
  std::vector<Article> articles(documents.size());
  std::vector<std::exception_ptr> failures(documents.size());
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < documents.size(); i = next++) {
      try {
        articles[i] = pipeline.read(documents[i]);
      } catch (...) {
        failures[i] = std::current_exception();
      }
    }
  };
  {
    std::vector<std::jthread> helpers;  // joined at the end of this block; this thread works too
    for (std::size_t n = std::min<std::size_t>(jobs, documents.size()); n > 1; --n) {
      helpers.emplace_back(work);
    }
    work();
  }
  for (const std::exception_ptr& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
  return pipeline.merge(std::move(articles));
}

}  // namespace msmt
