#include "extract/noun_words.hpp"

#include <algorithm>
#include <array>

namespace msmt {

const Token& last_token(const Scene& scene, const Term& item) {
  return scene.tokens[item.first + item.count - 1];
}

bool is_name(const Term& item) {
  return item.mark == "country" || item.mark == "organization" || item.mark == "military";
}

std::uint32_t kinds_of(const Scene& scene, const Token& token) {
  return is_acronym(scene, token) ? 0 : scene.vocabulary.kinds(token.folded);
}

bool continues(const Scene& scene, std::size_t index) {
  if (index >= scene.items.size()) return false;
  const Term& item = scene.items[index];
  if (item.mark == "date" || item.mark == "punct") return false;
  if (item.mark == "weapon" || is_name(item)) return true;
  // "other like-minded states": a compound, whatever its first word is
  if (index + 2 < scene.items.size() && word_at(scene, index + 1) == "-" &&
      scene.tokens[scene.items[index + 1].first].glued &&
      scene.tokens[scene.items[index + 2].first].glued) {
    return true;
  }
  const std::uint32_t kinds = kinds_of(scene, scene.tokens[item.first]);
  constexpr std::uint32_t kStops = kDeterminer | kPreposition | kConjunction | kRelative |
                                   kPronoun | kAuxiliary | kSubordinator | kNegation;
  if ((kinds & kAdjective) != 0) return true;
  if ((kinds & kStops) != 0) return false;
  if ((kinds & (kAdverb | kPostnominal)) != 0 && (kinds & (kAnyVerb | kAdjective)) == 0)
    return false;
  return scene.tokens[item.first].kind != TokenKind::number;
}

std::size_t designation_end(const Scene& scene, std::size_t index) {
  const auto token = [&](std::size_t i) -> const Token& {
    return scene.tokens[scene.items[i].first];
  };
  const bool opens = token(index).kind == TokenKind::word && token(index).capital &&
                     (scene.items[index].mark.empty() || scene.items[index].mark == "upper" ||
                      scene.items[index].mark == "cap");
  if (!opens || index + 1 >= scene.items.size() || !token(index + 1).glued ||
      token(index + 1).kind != TokenKind::number) {
    return index;
  }
  std::size_t end = index + 2;
  while (end < scene.items.size() && token(end).glued && token(end).kind != TokenKind::symbol)
    ++end;
  return end;
}

bool counts_sized(const Scene& scene, ItemRange number) {
  if (number.size() < 2 || word_at(scene, number.end) != "-") return false;
  const auto first_token = [&](std::size_t item) -> const Token& {
    return scene.tokens[scene.items[item].first];
  };
  const Token& size = first_token(number.end - 1);
  if (size.glued || size.kind != TokenKind::number || !first_token(number.end).glued) return false;
  const Token& count = first_token(number.begin);
  if (count.kind != TokenKind::number) return false;
  if (count.folded.find(',') != std::string::npos) return true;
  const std::string_view before = number.begin > 0 ? word_at(scene, number.begin - 1) : "";
  // the noun is in the plural: several things of that size
  return before != "a" && before != "an" && number.end + 2 < scene.items.size() &&
         is_plural(last_token(scene, scene.items[number.end + 2]).folded);
}

std::size_t shared_head(const Scene& scene, std::size_t comma) {
  constexpr std::size_t kFar = 12;
  const std::size_t none = scene.items.size();
  bool joined = false;
  for (std::size_t i = comma; i < std::min(comma + kFar, none); ++i) {
    const std::string_view word = word_at(scene, i);
    if (word == "," && !joined) continue;
    if (word == "and" || word == "or") {
      if (joined) return none;
      joined = true;
      continue;
    }
    if (word != "-" && !continues(scene, i)) return none;
    const Term& item = scene.items[i];
    const Token& last = last_token(scene, item);
    const bool nation = item.mark == "country" && !is_plural(last.folded);
    if ((is_name(item) && !nation) || last.kind == TokenKind::number) return none;
    if (scene.vocabulary.is(last.folded, kNumberWord)) return none;
    if (!is_plural(last.folded)) continue;
    return joined ? i : none;
  }
  return none;
}

std::size_t head_further_on(const Scene& scene, std::size_t head, bool plural) {
  const Term& item = scene.items[head];
  const Token& word = last_token(scene, item);
  if (!item.mark.empty() && item.mark != "lower") return head;
  if (plural) {
    // the mark of a possessive touches the noun before it and no word behind it
    if (head + 2 >= scene.items.size() || word_at(scene, head + 1) != "'") return head;
    const Token& mark = scene.tokens[scene.items[head + 1].first];
    const Token& next = scene.tokens[scene.items[head + 2].first];
    const bool owned = mark.glued && !next.glued && continues(scene, head + 2) &&
                       is_plural(next.folded) && scene.items[head + 2].count == 1;
    return owned && (kinds_of(scene, next) & kThird) == 0 ? head + 2 : head;
  }
  static constexpr std::array<std::string_view, 10> kCollective = {
      "staff",  "crew",   "police",     "personnel", "people",
      "cattle", "troops", "leadership", "family",    "sheep"};
  const bool counts =
      scene.vocabulary.unit(word.folded).has_value() ||
      std::find(kCollective.begin(), kCollective.end(), word.folded) != kCollective.end();
  const std::string_view joint = word_at(scene, head + 1);
  if (counts || (joint != "and" && joint != "or")) return head;
  const std::size_t shared = shared_head(scene, head + 1);
  constexpr std::size_t kFar = 5;  // "private and state-owned companies"
  return shared < scene.items.size() && shared - head <= kFar ? shared : head;
}

}  // namespace msmt
