/// What a counted noun is of: "rounds of artillery ammunition".
#include "extract/noun_phrase.hpp"
#include "extract/noun_words.hpp"

namespace msmt {

Span of_phrase(const Scene& scene, std::size_t after_head) {
  std::size_t i = after_head;
  const auto word = [&](std::size_t k) -> std::string_view {
    return k < scene.items.size() ? std::string_view(scene.tokens[scene.items[k].first].folded)
                                  : std::string_view{};
  };
  if (word(i) == "worth") ++i;
  if (word(i) != "of") return {};
  ++i;
  const std::size_t begin = i;
  const auto counts = [&](std::size_t k) {
    return k < scene.items.size() &&
           (scene.tokens[scene.items[k].first].kind == TokenKind::number ||
            scene.vocabulary.is(word(k), kNumberWord));
  };
  while (i < scene.items.size()) {
    // "tonnes of CO2 a year"
    const Token& here = scene.tokens[scene.items[i].first];
    if (i > begin && here.kind == TokenKind::number && here.glued &&
        scene.tokens[scene.items[i - 1].first].upper) {
      ++i;
      continue;
    }
    // "half of the 84 patients", but "a third of voters and three quarters of members"
    if (i == begin + 1 && counts(i) && scene.vocabulary.is(word(begin), kPossessive | kArticle)) {
      ++i;
      continue;
    }
    const bool joins =
        (word(i) == "and" || word(i) == "-") && continues(scene, i + 1) && !counts(i + 1);
    const bool opens = i == begin && scene.vocabulary.is(word(i), kPossessive | kArticle);
    if (!joins && !opens && !continues(scene, i)) break;
    const std::uint32_t kinds = scene.vocabulary.kinds(word(i));
    // "two cups of coffee daily": the adverb says how often
    const bool often = (kinds & kAdjective) != 0 && word(i).ends_with("ly");
    if (often && i > begin && !continues(scene, i + 1)) break;
    const bool finite =
        (kinds & kAnyVerb) != 0 && (kinds & kNoun) == 0 && scene.items[i].mark != "weapon";
    if (finite && i > begin && !continues(scene, i + 1)) break;
    // "half of the patients fell ill": a verb in the past after a plural head
    const bool past = finite && (kinds & kPast) != 0 && (kinds & (kParticiple | kAdjective)) == 0;
    // or after one without a plural of its own: "two aircraft flew shells"
    if (past && i > begin && (is_plural(word(i - 1)) || word(i - 1).ends_with("craft"))) break;
    ++i;
  }
  if (i == begin) return {};
  return {scene.items[begin].span.begin, scene.items[i - 1].span.end};
}

}  // namespace msmt
