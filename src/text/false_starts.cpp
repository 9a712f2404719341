// False starts of spoken text: words that are broken off before a dash or said again behind it,
// "a loan of $20 mil- — $20 billion", "the use of the — of the assets".

#include <algorithm>

#include "msmt/text.hpp"

namespace msmt {
namespace {

constexpr std::size_t kLongestRepeat = 4;  ///< tokens
constexpr std::size_t kShortestStem = 4;   ///< bytes: "strong — strongly"

bool same(const std::vector<Token>& tokens, std::size_t a, std::size_t b, std::size_t count) {
  for (std::size_t k = 0; k < count; ++k) {
    if (tokens[a + k].folded != tokens[b + k].folded) return false;
  }
  return true;
}

/// How many tokens before `end` stand again from `again` on.
std::size_t repeated(const std::vector<Token>& tokens, std::size_t end, std::size_t again) {
  const std::size_t most = std::min({kLongestRepeat, end, tokens.size() - again});
  for (std::size_t count = most; count > 0; --count) {
    if (same(tokens, end - count, again, count)) return count;
  }
  return 0;
}

/// Where the false start begins that the dash at `dash` ends; `dash` itself for none.
std::size_t start_of(const std::vector<Token>& tokens, std::size_t dash) {
  if (dash == 0 || dash + 1 >= tokens.size()) return dash;
  const bool broken = dash > 1 && tokens[dash - 1].folded == "-" && tokens[dash - 1].glued &&
                      !tokens[dash].glued && tokens[dash - 2].kind == TokenKind::word;
  const std::size_t end = broken ? dash - 2 : dash;
  const std::size_t again = repeated(tokens, end, dash + 1);
  if (again > 0 || broken) return end - again;
  // "strong — strongly", "Korea's — Korean"
  const std::size_t stem = tokens[dash - 1].folded == "'s" && dash > 1 ? dash - 2 : dash - 1;
  const Token& before = tokens[stem];
  const Token& behind = tokens[dash + 1];
  const bool again_longer = before.kind == TokenKind::word && behind.kind == TokenKind::word &&
                            before.folded.size() >= kShortestStem &&
                            behind.folded.starts_with(before.folded);
  return again_longer ? stem : dash;
}

}  // namespace

std::vector<Token> without_false_starts(std::vector<Token> tokens) {
  for (std::size_t dash = 0; dash < tokens.size(); ++dash) {
    if (tokens[dash].folded != "--") continue;
    const std::size_t start = start_of(tokens, dash);
    if (start == dash) continue;
    tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(start),
                 tokens.begin() + static_cast<std::ptrdiff_t>(dash + 1));
    dash = start == 0 ? 0 : start - 1;
  }
  return tokens;
}

}  // namespace msmt
