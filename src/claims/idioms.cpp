/// Words of several pieces that are one: adverbial idioms, which say how or when and never name a side
/// or goods, and verbs with a hyphen.
#include <algorithm>
#include <string>
#include <utility>

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

void Chunker::join_hyphened_verbs() {
  std::vector<Piece> joined;
  joined.reserve(pieces_.size());
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    Piece piece = pieces_[i];
    // "test-fired", and "test fired" without its hyphen
    const std::size_t second = is(i + 1, "-") && token(pieces_[i + 1].first).glued ? i + 2 : i + 1;
    const Piece* rest = at(second);
    const bool two = piece.mention == nullptr && rest != nullptr && rest->mention == nullptr &&
                     token(rest->first).kind == TokenKind::word &&
                     token(rest->first).glued == (second > i + 1);
    std::string whole =
        two ? std::string(piece.folded) + "-" + std::string(rest->folded) : std::string{};
    if (two && !vocabulary_.base(whole).empty()) {
      hyphened_.push_back(std::move(whole));
      piece.folded = hyphened_.back();
      piece.kinds = vocabulary_.kinds(piece.folded);
      piece.last = rest->last;
      piece.span.end = rest->span.end;
      i = second;
    }
    joined.push_back(piece);
  }
  pieces_ = std::move(joined);
}

}  // namespace msmt
