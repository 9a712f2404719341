/// The chunks of one sentence, read with the built-in lexicons.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "built_in_engine.hpp"
#include "claims/chunk.hpp"
#include "corpus.hpp"

namespace msmt::test {

/// A sentence with all that points into it; copied nowhere, since chunks point at its mentions.
struct Chunked {
  Document doc;
  std::vector<Reading> readings;
  std::vector<Chunk> chunks;

  /// The chunk whose text is `text`; errors: std::runtime_error when there is none.
  const Chunk& at(std::string_view text) const { return chunks[index(text)]; }
  std::size_t index(std::string_view text) const {
    for (std::size_t i = 0; i < chunks.size(); ++i) {
      if (doc.text(chunks[i].span) == text) return i;
    }
    std::string all;
    for (const Chunk& chunk : chunks) all += "[" + std::string(doc.text(chunk.span)) + "]";
    throw std::runtime_error("no chunk \"" + std::string(text) + "\" in " + all);
  }
};

inline const Grammar& grammar() {
  static const Grammar indexed(lexicons());
  return indexed;
}

inline Chunked chunks_of(std::string_view text) {
  Chunked out;
  out.doc = parse_example(text, "chunks").doc;
  out.readings = extract(engine(), out.doc);
  out.chunks = chunk(grammar(), lexicons(), engine().vocabulary(), out.doc, out.readings.at(0));
  return out;
}

}  // namespace msmt::test
