/// Articles made up from a seed: news copy of any size, the same bytes for the same seed.
#pragma once

#include <cstdint>
#include <string>

namespace msmt::bench {

struct Made {
  std::string text;       ///< a page: headline, dateline, paragraphs
  std::string published;  ///< EDTF day
};

/// Article number `number` of a corpus. About one sentence in three makes a claim, one in three
/// holds figures, dates or names that claim nothing, one in three neither; 2 to 5 KB.
Made make_article(std::uint64_t seed, std::uint64_t number);

}  // namespace msmt::bench
