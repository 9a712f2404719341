#include "extract/noun_list.hpp"

#include "extract/noun_words.hpp"

namespace msmt {

namespace {

/// "heavy" in "11 heavy and light tanks", "American" in "20 American and British soldiers": where words that only
/// describe end before "and" or "or"; the number of items for none.
std::size_t described_until(const Scene& scene, ItemRange range) {
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const std::string_view word = word_at(scene, i);
    if (word == "and" || word == "or") return i > range.begin ? i : scene.items.size();
    if (word == "-" && i > range.begin) continue;  // "short- and medium-range missiles"
    const Term& item = scene.items[i];
    const Token& last = last_token(scene, item);
    const bool nation = item.mark == "country" && !is_plural(last.folded) &&
                        std::get<Country>(item.mention->value).form == "adjective";
    const std::uint32_t kinds = kinds_of(scene, last);
    const bool adjective = (kinds & kAdjective) != 0 && (kinds & (kNumberWord | kDeterminer)) == 0;
    if (!nation && !adjective) break;
  }
  return scene.items.size();
}

}  // namespace

CountedNoun noun_of_list(const Scene& scene, std::size_t begin, std::size_t shared) {
  const Token& head = last_token(scene, scene.items[shared]);
  CountedNoun noun;
  noun.items = {begin, shared + 1};
  noun.head = head.span;
  noun.unit = singular(head.folded);
  return noun;
}

std::optional<CountedNoun> described_noun(const Scene& scene, ItemRange range) {
  constexpr std::size_t kFar = 4;  // items between "and" and the noun
  const std::size_t joint = described_until(scene, range);
  if (joint >= scene.items.size()) return std::nullopt;
  const std::size_t shared = shared_head(scene, joint);
  if (shared >= range.end || shared - joint > kFar) return std::nullopt;
  return noun_of_list(scene, range.begin, shared);
}

}  // namespace msmt
