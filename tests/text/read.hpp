/// What the tests of the text stage share: a page read, and its parts as plain strings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "msmt/text.hpp"

namespace msmt::test {

inline Document read(std::string_view page) {
  return read_document("page.txt", std::string(page), {}, "");
}

inline std::vector<std::string> sentences(const Document& doc) {
  std::vector<std::string> out;
  for (const Sentence& sentence : doc.sentences) out.push_back(quote(doc, sentence.span));
  return out;
}
inline std::vector<std::string> sentences(std::string_view page) { return sentences(read(page)); }

inline std::vector<std::string> quotes(std::string_view page) {
  const Document doc = read(page);
  std::vector<std::string> out;
  for (const Span span : doc.quotes) out.push_back(quote(doc, span));
  return out;
}

/// The sentences of one zone.
inline std::vector<std::string> in_zone(std::string_view page, Zone zone) {
  const Document doc = read(page);
  std::vector<std::string> out;
  for (const Sentence& sentence : doc.sentences) {
    if (sentence.zone == zone) out.push_back(quote(doc, sentence.span));
  }
  return out;
}

using Strings = std::vector<std::string>;

}  // namespace msmt::test
