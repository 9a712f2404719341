// Numbers of products, versions and races: "iOS 17.4", "an HDMI 2.1 port", "RTX 4070", "the 100m".
#include <algorithm>
#include <cctype>
#include <cstdlib>

#include "extract/quantity_readers.hpp"

namespace msmt {

namespace {

const Token* word_before(const Scene& scene, ItemRange number) {
  if (number.begin == 0) return nullptr;
  const Term& item = scene.items[number.begin - 1];
  const bool plain = item.mark != "country" && item.mark != "date" && item.mark != "punct";
  const Token& token = scene.tokens[item.first + item.count - 1];
  return plain && token.kind == TokenKind::word ? &token : nullptr;
}

bool has_capital(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](unsigned char c) { return std::isupper(c) != 0; });
}

/// Whether what stands behind a number can be its plural noun: "12 ports", not "the 4070 sells".
bool counts_plural(const Scene& scene, const CountedNoun& noun) {
  if (noun.items.empty()) return false;
  const Term& head = scene.items[noun.items.end - 1];
  const Token& word = scene.tokens[head.first + head.count - 1];
  const bool verb = scene.vocabulary.is(word.folded, kThird) &&
                    !scene.vocabulary.is(word.folded, kMostlyNoun) && noun.items.size() == 1;
  return is_plural(word.folded) && !word.capital && !verb;
}

/// "iOS 17.4", "an HDMI 2.1 port", "USB 3.0 ports": a fraction counts nothing, so it names a version.
bool is_version(const Scene& scene, const Token& before, std::string_view digits,
                const CountedNoun& noun) {
  if (noun.measured || digits.find('.') == std::string_view::npos) return false;
  return before.upper || !counts_plural(scene, noun);
}

/// "the RTX 4070 sells", "the GPS 2000 Pro": a figure of three digits or more behind a name in capitals.
bool is_model(const Scene& scene, const Token& before, std::string_view digits,
              const CountedNoun& noun) {
  constexpr std::size_t kShortest = 3;
  const bool plain = digits.size() >= kShortest &&
                     std::all_of(digits.begin(), digits.end(),
                                 [](unsigned char c) { return std::isdigit(c) != 0; });
  return plain && before.upper && !noun.measured && !counts_plural(scene, noun);
}

/// "code-named Falcon 9000, has been shelved": a long figure that ends a name.
bool ends_name(const Scene& scene, ItemRange number, const Token& before, std::string_view digits) {
  constexpr std::size_t kLong = 4;
  if (!before.capital || digits.size() < kLong || digits.find(',') != std::string_view::npos ||
      scene.vocabulary.is(before.folded, kAnyVerb | kPreposition | kDeterminer)) {
    return false;
  }
  return number.end >= scene.items.size() ||
         scene.tokens[scene.items[number.end].first].kind == TokenKind::symbol;
}

}  // namespace

bool names_product(const Captures& captures, ItemRange number, const CountedNoun& noun) {
  const Scene& scene = captures.scene();
  const Term& first = captures.item(number.begin);
  const std::string_view digits = scene.doc.words(first.span);
  // "4K video": a resolution; "12K followers" counts
  constexpr double kMostLines = 9;
  const bool thousand =
      number.size() == 2 && scene.doc.words(captures.item(number.begin + 1).span) == "K";
  const bool lines = thousand && !captures.has("sign") && !captures.has("cue") &&
                     std::strtod(std::string(digits).c_str(), nullptr) < kMostLines;
  if (lines && !noun.items.empty() && !noun.measured && !counts_plural(scene, noun)) return true;
  const Token* before = word_before(scene, number);
  if (before == nullptr || number.size() != 1 || captures.has("cue") || captures.has("sign") ||
      scene.tokens[first.first].glued || first.mark == "year") {
    return false;
  }
  const bool opens = number.begin == 1 && scene.vocabulary.is(before->folded, kStarter);
  const bool name =
      !opens && has_capital(scene.doc.words(before->span)) && scene.sentence.zone != Zone::headline;
  if (!name) return false;
  return is_version(scene, *before, digits, noun) || is_model(scene, *before, digits, noun) ||
         (noun.items.empty() && ends_name(scene, number, *before, digits));
}

bool is_race(const Scene& scene, ItemRange number, const CountedNoun& noun) {
  constexpr double kShortest = 50;
  if (!noun.measured || noun.known.dimension != "length" || number.begin == 0) return false;
  if (!scene.vocabulary.is(word_at(scene, number.begin - 1), kArticle | kPossessive) &&
      word_at(scene, number.begin - 1) != "'s") {
    return false;
  }
  std::string figure(scene.doc.words(scene.items[number.begin].span));
  std::erase(figure, ',');
  if (std::strtod(figure.c_str(), nullptr) < kShortest) return false;
  const std::size_t after = noun.items.end;
  if (scene.vocabulary.figure(word_at(scene, after), kRace)) return true;
  const auto timed = [&](std::size_t i) {  // "the 100m in 9.94 seconds"
    return word_at(scene, i) == "in" && i + 1 < scene.items.size() &&
           scene.tokens[scene.items[i + 1].first].kind == TokenKind::number;
  };
  if (timed(after)) return true;
  const bool won =
      number.begin > 1 &&
      scene.vocabulary.figure(scene.vocabulary.base(word_at(scene, number.begin - 2)), kRace);
  return won &&
         (after >= scene.items.size() || !scene.vocabulary.is(word_at(scene, after), kPreposition));
}

}  // namespace msmt
