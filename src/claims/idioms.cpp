/// Adverbial idioms: words that say how or when, and never name a side or goods.
#include <algorithm>

#include "claims/chunker.hpp"

namespace msmt {

void Chunker::join_idioms() {
  std::vector<Piece> joined;
  joined.reserve(pieces_.size());
  for (std::size_t i = 0; i < pieces_.size();) {
    const auto word_at = [&](std::size_t k) {
      const Piece* piece = at(i + k);
      return piece == nullptr || piece->mention != nullptr ? std::string_view() : piece->folded;
    };
    FixedPhrases::Found idiom = grammar_.adverbial_phrases().longest(word_at);
    if (idiom.phrase == "as well" && word_at(idiom.words) == "as") idiom = {};
    Piece piece = pieces_[i];
    if (idiom.words > 0) {
      const Piece& last = pieces_[i + idiom.words - 1];
      piece.last = last.last;
      piece.span.end = last.span.end;
      piece.kinds = kAdverb;
      piece.folded = idiom.phrase;
    }
    joined.push_back(piece);
    i += std::max<std::size_t>(1, idiom.words);
  }
  pieces_ = std::move(joined);
}

}  // namespace msmt
