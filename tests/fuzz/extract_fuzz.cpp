// Any article through every extractor: mentions lie in their sentence and have a printed value.
#include <optional>
#include <string>

#include "fuzz.hpp"
#include "msmt/error.hpp"
#include "msmt/extract.hpp"

using namespace msmt;
using msmt::test::on_boundary;
using msmt::test::promise;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Lexicons lexicons = load_lexicons({});
  static const Engine engine(lexicons);
  std::optional<Document> doc;
  try {
    doc = read_document("a.txt", std::string(test::bytes_of(data, size)), {}, "2025-05-30");
  } catch (const Error&) {
    return 0;
  }
  for (const Reading& reading : extract(engine, *doc)) {
    promise(reading.sentence < doc->sentences.size(), "a reading is of a sentence");
    const Span sentence = doc->sentences[reading.sentence].span;
    std::size_t last = 0;
    for (const Mention& mention : reading.mentions) {
      promise(sentence.contains(mention.span) && !mention.span.empty(),
              "a mention lies in its sentence");
      promise(mention.span.begin >= last, "mentions stand in order");
      last = mention.span.begin;
      promise(
          on_boundary(doc->bytes, mention.span.begin) && on_boundary(doc->bytes, mention.span.end),
          "a mention ends between code points");
      promise(!print(mention.value).empty() && !mention.rule.empty(), "a mention has a value");
    }
  }
  return 0;
}
