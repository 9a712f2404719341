// Any article through the whole pipeline: evidence lies in the text, and the report is JSON in UTF-8
// that is equal to itself.
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "fuzz.hpp"
#include "msmt/error.hpp"
#include "msmt/output.hpp"
#include "msmt/pipeline.hpp"

using namespace msmt;
using msmt::test::on_boundary;
using msmt::test::promise;

namespace {

void check_evidence(const std::string& bytes, const Evidence& evidence) {
  const auto inside = [&](Span span) {
    return span.begin < span.end && on_boundary(bytes, span.begin) && on_boundary(bytes, span.end);
  };
  promise(inside(evidence.bytes), "evidence lies in the text");
  for (const auto& [field, span] : evidence.spans) {
    promise(inside(span), "the words of a field lie in the text");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Lexicons lexicons = load_lexicons({});
  static const Pipeline pipeline(lexicons);
  std::optional<Document> doc;
  try {
    doc = read_document("a.txt", std::string(test::bytes_of(data, size)), {}, "2025-05-30");
  } catch (const Error&) {
    return 0;
  }
  const Report report = run(pipeline, {*doc}, 1);
  promise(report.sources.size() == 1, "no article is lost");
  for (const MergedClaim& claim : report.claims) {
    promise(!claim.evidence.empty(), "no claim without evidence");
    for (const Evidence& evidence : claim.evidence) check_evidence(doc->bytes, evidence);
  }
  const std::string json = to_json(report, {.mentions = true, .residue = true});
  promise(nlohmann::json::accept(json), "the report is JSON");
  promise(compare(json, "golden.json", json).empty(), "a report equals itself");
  return 0;
}
