/// The figure that a deed comes to, in the words behind it.
///
///     "its exports to Ethiopia jumped tenfold to $5 million"   5 million
#include "claims/clause_words.hpp"
#include "claims/fill_arms.hpp"

namespace msmt {

void reached(const Filler& f, Claim& claim) {
  const bool valued = f.at >= 3 && is_word(f.chunk(f.at - 1), "of") &&
                      (f.stage.grammar.is(WordClass::price, f.chunk(f.at - 2).lemma) ||
                       f.stage.grammar.is(WordClass::amount, f.chunk(f.at - 2).lemma)) &&
                      f.chunk(f.at - 3).kind == ChunkKind::verb &&
                      f.stage.grammar.is(WordClass::put_figure, f.chunk(f.at - 3).lemma);
  for (std::size_t k = f.at + 1; valued && k + 1 < f.stage.chunks.size(); ++k) {
    // "put the value of its arms exports to Syria at $4 billion"
    if (f.chunk(k).kind == ChunkKind::verb) break;
    if (is_word(f.chunk(k), "at") && f.chunk(k + 1).quantity != nullptr)
      return f.set_quantity(claim, k + 1);
  }
  constexpr std::size_t kFar = 10;  // chunks
  for (std::size_t k = f.at + 1; k + 1 < f.stage.chunks.size() && k < f.at + kFar; ++k) {
    if (f.chunk(k).kind != ChunkKind::verb) continue;
    if (f.chunk(k).voice == Voice::participle && is_word(f.chunk(k - 1), ","))
      continue;  // "debt to Iran, built up since 2012, stands at"
    if (!f.stage.grammar.is(WordClass::reach, f.chunk(k).lemma)) return;
    for (std::size_t q = k + 1; q < f.stage.chunks.size() && q < k + 3; ++q) {
      if (is_word(f.chunk(q), "by")) return;  // "fell by 40 percent" is no figure of its own
      if (f.chunk(q).kind != ChunkKind::phrase || f.chunk(q).quantity == nullptr) continue;
      // "jumped tenfold to $5 million": the figure that it came to
      const bool factor = std::get<Quantity>(f.chunk(q).quantity->value).unit.empty() &&
                          q + 2 < f.stage.chunks.size() && is_word(f.chunk(q + 1), "to") &&
                          f.chunk(q + 2).quantity != nullptr;
      const std::string figure = fold(f.stage.doc.words(f.chunk(q).quantity->span));
      const bool times = figure.ends_with("fold") && !factor;  // "rose tenfold" counts nothing
      return times ? void() : f.set_quantity(claim, factor ? q + 2 : q);
    }
    return;
  }
}

}  // namespace msmt
