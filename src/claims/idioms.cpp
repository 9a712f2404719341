/// Adverbial idioms: words that say how or when, and never name a side or goods.
#include <algorithm>

#include "claims/chunker.hpp"

namespace msmt {

namespace {

// `part` with any possessive: "for its part", "for their part".
constexpr std::string_view kIdioms[] = {"for its part",
                                        "for their part",
                                        "for his part",
                                        "for her part",
                                        "in turn",
                                        "in fact",
                                        "in effect",
                                        "in part",
                                        "in practice",
                                        "in principle",
                                        "in the meantime",
                                        "in the end",
                                        "in the past",
                                        "in addition",
                                        "so far",
                                        "thus far",
                                        "to date",
                                        "by now",
                                        "by then",
                                        "at last",
                                        "at times",
                                        "at present",
                                        "at the time",
                                        "at the same time",
                                        "at first",
                                        "at once",
                                        "of late",
                                        "of course",
                                        "on paper",
                                        "on the other hand",
                                        "by contrast",
                                        "as a result",
                                        "as well",
                                        "as yet",
                                        "once more",
                                        "for the first time",
                                        "for the time being",
                                        "until then",
                                        "since then",
                                        "by far"};

}  // namespace

void Chunker::join_idioms() {
  std::vector<Piece> joined;
  for (std::size_t i = 0; i < pieces_.size();) {
    std::size_t longest = 0;
    std::string_view name;
    for (const std::string_view idiom : kIdioms) {
      std::string_view rest = idiom;
      std::size_t k = i;
      while (!rest.empty() && k < pieces_.size() && pieces_[k].mention == nullptr) {
        const std::string_view word = rest.substr(0, rest.find(' '));
        if (pieces_[k].folded != word) break;
        rest.remove_prefix(std::min(rest.size(), word.size() + 1));
        ++k;
      }
      const bool goes_on = idiom == "as well" && k < pieces_.size() && pieces_[k].folded == "as";
      if (!rest.empty() || k - i <= longest || goes_on) continue;
      longest = k - i;
      name = idiom;
    }
    Piece piece = pieces_[i];
    if (longest > 0) {
      piece.last = pieces_[i + longest - 1].last;
      piece.span.end = pieces_[i + longest - 1].span.end;
      piece.kinds = kAdverb;
      piece.folded = name;
    }
    joined.push_back(piece);
    i += std::max<std::size_t>(1, longest);
  }
  pieces_ = std::move(joined);
}

}  // namespace msmt
