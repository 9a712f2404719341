// Any bytes as an article: refused with a place, or cut into spans that hold what they promise.
#include <optional>
#include <string>

#include "fuzz.hpp"
#include "msmt/error.hpp"
#include "msmt/text.hpp"
#include "text/part.hpp"
#include "text/printable.hpp"
#include "text/utf8.hpp"

using namespace msmt;
using msmt::test::on_boundary;
using msmt::test::promise;

namespace {

void check_spans(const Document& doc) {
  std::size_t last = 0;
  for (const Sentence& sentence : doc.sentences) {
    const Span span = sentence.span;
    promise(span.begin < span.end && span.end <= doc.bytes.size(), "a sentence lies in the text");
    promise(span.begin >= last, "sentences stand in order");
    last = span.end;
    promise(on_boundary(doc.bytes, span.begin) && on_boundary(doc.bytes, span.end),
            "a sentence ends between code points");
    for (const Token& token : tokenize(doc, span)) {
      promise(span.contains(token.span) && !token.span.empty(), "a token lies in its sentence");
    }
    promise(!utf8::first_invalid(quote(doc, span)), "a quote is UTF-8");
    const Position place = doc.position(span.begin);
    promise(place.line >= 1 && place.column >= 1 && place.character <= span.begin, "a place");
  }
  for (const Span span : doc.quotes) {
    promise(span.begin <= span.end && span.end <= doc.bytes.size(), "a quotation lies in the text");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = test::bytes_of(data, size);
  promise(!utf8::first_invalid(text::printable(bytes)), "what is shown is UTF-8");
  const std::size_t part = text::end_of_part(bytes, size / 2);
  promise(part <= size / 2, "a part is not longer than it may be");
  std::optional<Document> doc;
  try {
    doc = read_document("a.txt", std::string(bytes), {}, "2025-05-30");
  } catch (const Error& error) {
    promise(error.where().starts_with("a.txt:"), "an article is refused with its place");
    return 0;
  }
  promise(doc->bytes == bytes, "the bytes of an article are never changed");
  check_spans(*doc);
  return 0;
}
