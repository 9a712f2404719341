#include "output/report_input.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "merge/dating.hpp"
#include "msmt/error.hpp"
#include "output/json_text.hpp"
#include "output/outline.hpp"
#include "output/value_input.hpp"

namespace msmt {
namespace {

constexpr const char* kReportHint = "give what --per-article writes, or reports in JSON";

/// The claims of one article by their place in it, as far as a report has them.
class Gathered {
 public:
  explicit Gathered(SourceInfo source) : source_(std::move(source)) {}

  const SourceInfo& source() const { return source_; }

  /// False when there is a claim at this place already.
  bool add(std::size_t order, Claim claim) {
    return claims_.emplace(order, std::move(claim)).second;
  }

  /// Places are numbered anew, in case the report has lost some of the claims.
  Article article() && {
    Article out{std::move(source_), {}};
    std::map<std::size_t, std::size_t> places;
    for (const auto& [order, claim] : claims_) places.emplace(order, places.size());
    for (auto& [order, claim] : claims_) {
      const auto earlier = places.find(claim.repeat_of);
      claim.repeat_of = earlier == places.end() ? Claim::npos : earlier->second;
      out.claims.push_back(std::move(claim));
    }
    return out;
  }

 private:
  SourceInfo source_;
  std::map<std::size_t, Claim> claims_;
};

std::size_t repeated(const Fields& object) {
  return object.has("repeats") ? object.count("repeats") : Claim::npos;
}

/// A claim as an article line has it.
Claim read_own_claim(const Fields& object, const SourceInfo& source) {
  Claim claim;
  claim.type = read_type(object);
  if (!object.has("certainty")) object.refuse("certainty", "is missing");
  read_stated(object, claim);
  claim.repeat_of = repeated(object);
  claim.evidence = read_evidence(object, source);
  return claim;
}

/// A value of a variant, as a field of its own.
void read_variant(const Fields& variant, const Fields& value, Claim& claim) {
  const std::string field = variant.text("field");
  if (field == "actor")
    claim.actor = read_party(value, "value");
  else if (field == "target")
    claim.target = read_party(value, "value");
  else if (field == "item")
    claim.item = read_item(value, "value");
  else if (field == "quantity")
    claim.quantity = read_quantity(value, "value");
  else if (field == "period")
    claim.period = read_period(value, "value");
  else if (field == "attribution")
    claim.attribution = value.texts("value");
  else if (field == "certainty") {
    const auto certainty = parse_certainty(value.text("value"));
    if (!certainty) value.refuse("value", "is no certainty");
    claim.certainty = *certainty;
  } else {
    variant.refuse("field", "is none that there is");
  }
}

/// `X and Y met` where the merged claim says `Y and X met`.
void turn_back(Claim& claim) {
  std::swap(claim.actor, claim.target);
  for (auto& [field, span] : claim.evidence.spans) {
    if (field == "actor" || field == "target") field = field == "actor" ? "target" : "actor";
  }
  std::sort(claim.evidence.spans.begin(), claim.evidence.spans.end());
}

using Sources = std::unordered_map<std::string, Gathered>;

void read_claim(const Fields& object, Sources& sources) {
  Claim merged;
  merged.type = read_type(object);
  read_stated(object, merged);
  const std::vector<Fields> evidence = object.objects("evidence");
  std::vector<Claim> said(evidence.size(), merged);
  for (const Fields& variant : object.object("agreement").objects("variants")) {
    for (const Json& index : variant.at("evidence")) {
      if (!index.is_number_unsigned() || index.get<std::size_t>() >= said.size()) {
        variant.refuse("evidence", "names evidence that is not there");
      }
      read_variant(variant, variant, said[index.get<std::size_t>()]);
    }
  }
  for (std::size_t i = 0; i < evidence.size(); ++i) {
    const auto source = sources.find(evidence[i].text("source"));
    if (source == sources.end()) evidence[i].refuse("source", "is not among the sources");
    Claim& claim = said[i];
    claim.evidence = read_evidence(evidence[i], source->second.source());
    claim.repeat_of = repeated(evidence[i]);
    if (!evidence[i].has("order")) {
      evidence[i].refuse("order", "is missing, so the report cannot be merged again");
    }
    if (evidence[i].has("stated")) {
      const Fields stated = evidence[i].object("stated");
      if (stated.flag("turned")) turn_back(claim);
      read_stated(stated, claim);
    }
    if (!source->second.add(evidence[i].count("order"), std::move(claim))) {
      evidence[i].refuse("order", "stands there twice");
    }
  }
}

/// One JSON text; where it stands is known without its line.
Json parsed(std::string_view json, const std::string& where) {
  try {
    return parse_json(json, where, kReportHint);
  } catch (const Error& error) {
    throw Error(where, error.problem(), kReportHint);
  }
}

/// A source or a claim at a time, so that a large report is never held as a tree.
template <typename Read>
void each(const Outline& report, const char* list, const std::string& where, Read read) {
  const auto found = report.lists.find(list);
  if (found == report.lists.end()) {
    throw Error(where, std::string("the report has no list \"") + list + "\"", kReportHint);
  }
  std::size_t number = 0;
  for (const std::string_view text : found->second) {
    const Json tree = parsed(text, where);
    read(Fields(tree, std::string(list) + "[" + std::to_string(number++) + "]", where));
  }
}

std::vector<Article> read_report(const Outline& report, const std::string& where) {
  Sources sources;
  std::vector<std::string> paths;
  each(report, "sources", where, [&](const Fields& object) {
    SourceInfo source = read_source(object);
    const std::string path = source.path;
    if (!sources.try_emplace(path, std::move(source)).second) {
      object.refuse("path", "stands there twice");
    }
    paths.push_back(path);
  });
  each(report, "claims", where, [&](const Fields& object) { read_claim(object, sources); });
  std::vector<Article> out;
  out.reserve(paths.size());
  for (const std::string& path : paths) {
    out.push_back(std::move(sources.at(path)).article());
    forget_dating(out.back());  // it is dated again, with the articles that it is merged with
  }
  return out;
}

}  // namespace

std::vector<Article> parse_articles(std::string_view json, const std::string& where) {
  const Outline text = outline(json, where, kReportHint);
  const auto value = [&](const char* key) {
    const auto found = text.values.find(key);
    return found == text.values.end() ? Json() : parsed(found->second, where);
  };
  const Json format = value("format");
  if (format != "msmt-article" && format != "msmt-claims") {
    throw Error(where,
                text.lists.contains("evidence") ? "a claim without its sources" : "not a report",
                kReportHint);
  }
  if (value("version") != 1) throw Error(where, "the version of the report is not 1", kReportHint);
  if (format == "msmt-claims") return read_report(text, where);

  const Json source = value("source");
  Gathered article(read_source(Fields(source, "source", where)));
  std::size_t order = 0;
  each(text, "claims", where, [&](const Fields& object) {
    article.add(order++, read_own_claim(object, article.source()));
  });
  std::vector<Article> out;
  out.push_back(std::move(article).article());
  return out;
}

void TextCutter::line(std::string_view text, const Take& take) {
  ++lines_;
  while (!text.empty() && (text.back() == '\r' || text.back() == ' ')) text.remove_suffix(1);
  if (lines_ == 1 && text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const bool opens = text == "{";
  const bool whole = text.starts_with("{") && !opens;
  if (inside_ && (opens || whole)) end(take);  // broken off
  if (inside_) {
    block_ += text;
    block_ += '\n';
    if (text == "}") end(take);
  } else if (opens) {
    inside_ = true;
    begun_ = lines_;
    block_ = "{\n";
  } else if (!text.empty()) {
    take(text, lines_);
  }
}

void TextCutter::end(const Take& take) {
  if (!inside_) return;
  inside_ = false;
  take(block_, begun_);
  block_.clear();
}

}  // namespace msmt
