#include "extract/noun_phrase.hpp"

#include <algorithm>
#include <optional>

namespace msmt {

namespace {

const Token& last_token(const Scene& scene, const Term& item) {
  return scene.tokens[item.first + item.count - 1];
}

bool is_name(const Term& item) {
  return item.mark == "country" || item.mark == "organization" || item.mark == "military";
}

/// The kinds of a word, none for one in capitals: "IT workers".
std::uint32_t kinds_of(const Scene& scene, const Token& token) {
  return is_acronym(scene, token) ? 0 : scene.vocabulary.kinds(token.folded);
}

// "600 dead", "12 others": they stand for those counted and name nothing.
constexpr std::string_view kNoNouns[] = {"dead",    "others",  "more", "apiece",
                                         "injured", "missing", "ones", "such"};

/// A word that can follow in the same noun phrase: not a preposition, verb, mark or date.
bool continues(const Scene& scene, std::size_t index) {
  if (index >= scene.items.size()) return false;
  const Term& item = scene.items[index];
  if (item.mark == "date" || item.mark == "punct") return false;
  if (item.mark == "weapon" || is_name(item)) return true;
  const std::uint32_t kinds = kinds_of(scene, scene.tokens[item.first]);
  constexpr std::uint32_t kStops = kDeterminer | kPreposition | kConjunction | kRelative |
                                   kPronoun | kAuxiliary | kSubordinator | kNegation;
  if ((kinds & kAdjective) != 0) return true;
  if ((kinds & kStops) != 0) return false;
  if ((kinds & (kAdverb | kPostnominal)) != 0 && (kinds & (kAnyVerb | kAdjective)) == 0)
    return false;
  return scene.tokens[item.first].kind != TokenKind::number;
}

/// The unit of measurement that items [begin, end) spell, the longest first.
std::optional<std::pair<std::size_t, Unit>> measured_at(const Scene& scene, std::size_t begin,
                                                        std::size_t end) {
  constexpr std::size_t kLongest = 4;
  for (std::size_t last = std::min(end, begin + kLongest); last > begin; --last) {
    if (auto unit = scene.vocabulary.unit(folded(scene, {begin, last}))) {
      return std::pair(last, *unit);
    }
  }
  return std::nullopt;
}

}  // namespace

CountedNoun counted_noun(const Scene& scene, ItemRange range) {
  CountedNoun noun;
  std::size_t head = range.end;  // index of the head item; range.end while there is none
  bool head_plural = false;
  // "km", "$"-less symbols, "kg": case-sensitive, right after the number.
  if (!range.empty()) {
    // "km/h", "km2", "sq mi": symbols of several tokens, also across a stroke, which ends the phrase
    constexpr std::size_t kLongest = 3;
    const std::size_t most = std::min(range.begin + kLongest, scene.items.size());
    for (std::size_t last = most; last > range.begin + 1; --last) {
      const Span span = span_of(scene, {range.begin, last});
      const auto symbol = scene.vocabulary.unit_symbol(scene.doc.text(span));
      if (!symbol || word_at(scene, last - 1) == ".") continue;
      noun.items = {range.begin, last};
      noun.head = span;
      noun.unit = symbol->name;
      noun.known = *symbol;
      noun.measured = true;
      return noun;
    }
    const Term& item = scene.items[range.begin];
    const auto symbol = scene.vocabulary.unit_symbol(scene.doc.text(item.span));
    const std::string_view text = scene.doc.text(item.span);
    // "5 m" and "5 t" with a space; other single letters must touch the number
    const bool loose = text.size() > 1 || text == "m" || text == "t" || text == "%" || text == "g";
    const bool touches = scene.tokens[item.first].glued;
    if (symbol && item.mark != "date" && (loose || touches)) {
      noun.items = {range.begin, range.begin + 1};
      noun.head = item.span;
      noun.unit = symbol->name;
      noun.known = *symbol;
      noun.measured = true;
      return noun;
    }
    if (const auto unit = measured_at(scene, range.begin, range.end)) {
      const bool ends_here = !continues(scene, unit->first) || unit->second.dimension != "count";
      if (ends_here || unit->first - range.begin > 1) {
        noun.items = {range.begin, unit->first};
        noun.head = span_of(scene, noun.items);
        noun.unit = unit->second.name;
        noun.known = unit->second;
        noun.measured = true;
        return noun;
      }
    }
  }
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const Term& item = scene.items[i];
    const Token& token = scene.tokens[item.first];
    if (item.mark == "date" || item.mark == "punct" || token.kind == TokenKind::number) {
      if (item.mark != "weapon" && !is_name(item)) break;
    }
    if (item.mark == "weapon") {
      if (head != range.end && head_plural) break;
      head = i;
      head_plural = is_plural(last_token(scene, item).folded) ||
                    (last_token(scene, item).folded == "s" && last_token(scene, item).glued);
      continue;
    }
    if (item.mark == "military") {
      head = i;
      head_plural = is_plural(last_token(scene, item).folded);
      continue;
    }
    if (is_name(item)) {
      if (head != range.end && head_plural) break;
      head = i;
      // "10 North Koreans" counts people, "10 North Korean workers" does not
      head_plural = is_plural(last_token(scene, item).folded) && item.mark == "country";
      continue;
    }
    if (token.folded == "-") continue;
    const std::uint32_t kinds = kinds_of(scene, token);
    const bool glued_modifier = i + 1 < range.end && scene.items[i + 1].mark != "punct" &&
                                scene.tokens[scene.items[i + 1].first].folded == "-" &&
                                scene.tokens[scene.items[i + 1].first].glued;
    const bool after_hyphen = i > range.begin && token.glued;
    if (glued_modifier && head == range.end) continue;
    constexpr std::uint32_t kStops = kDeterminer | kPreposition | kConjunction | kRelative |
                                     kPronoun | kAuxiliary | kSubordinator | kNegation;
    if (!after_hyphen && (kinds & kStops) != 0 && (kinds & kAdjective) == 0) break;
    if (std::find(std::begin(kNoNouns), std::end(kNoNouns), token.folded) != std::end(kNoNouns) &&
        !continues(scene, i + 1)) {
      break;
    }
    if (!after_hyphen && head != range.end && (kinds & (kPostnominal | kAdverb)) != 0) break;
    if ((kinds & kAdverb) != 0 && (kinds & kAdjective) == 0 && head == range.end) continue;
    // "two tugs": a count takes no verb in the singular
    const bool has_object = scene.vocabulary.is(word_at(scene, i + 1), kDeterminer | kPronoun);
    const bool counted_verb = (head == range.end || (!head_plural && !has_object)) &&
                              (kinds & kThird) != 0 && is_plural(token.folded);
    const bool verb_only = (kinds & kAnyVerb) != 0 && (kinds & kNoun) == 0 && !counted_verb;
    const bool bare_form = (kinds & (kBase | kThird)) != 0;
    if (verb_only && !after_hyphen) {
      // "soldiers dispatched recently" ends, "captured enemy tanks" goes on
      if (head != range.end && (head_plural || !continues(scene, i + 1))) break;
      if (bare_form && (kinds & (kAdjective | kParticiple)) == 0) break;
      if (!continues(scene, i + 1)) {
        if (head == range.end && (kinds & kGerund) != 0) head = i;
        break;
      }
      continue;
    }
    if (head != range.end && head_plural) {
      // "troops north", "containers worth", "weapons systems": only another plural noun goes on
      if (!is_plural(token.folded) || ((kinds & kThird) != 0 && (kinds & kMostlyNoun) == 0)) break;
    }
    if ((kinds & kAdjective) != 0 && (kinds & kNoun) == 0 && continues(scene, i + 1) &&
        head == range.end) {
      continue;
    }
    if ((kinds & kAdjective) != 0 && (kinds & kNoun) == 0 && head == range.end &&
        token.folded != "military" && token.folded != "civilian") {
      if (!continues(scene, i + 1)) break;
      continue;
    }
    head = i;
    head_plural = is_plural(token.folded);
    if (after_hyphen && glued_modifier) head_plural = false;
  }
  if (head == range.end) return noun;
  const Term& item = scene.items[head];
  const Token& word = last_token(scene, item);
  noun.items = {range.begin, head + 1};
  noun.head = word.span;
  noun.unit = singular(word.folded);
  if (item.mark == "country" && head_plural) noun.unit = "person";
  if (item.mark == "weapon") {
    const auto& weapon = std::get<Weapon>(item.mention->value);
    const bool class_noun =
        scene.vocabulary.unit(word.folded).has_value() || word.kind == TokenKind::word;
    noun.designation =
        !weapon.name.empty() && (word.kind == TokenKind::number || word.capital || !class_noun);
    const bool letter_s = word.folded == "s" && word.glued;  // "24 TB2s"
    if (letter_s && !weapon.name.empty()) noun.designation = true;
    if (noun.designation) {
      noun.head = item.span;
      noun.unit = quote(scene.doc, item.span);
      if (letter_s) noun.unit.pop_back();
    }
  }
  if (const auto unit = scene.vocabulary.unit(word.folded); unit && !noun.designation) {
    noun.known = *unit;
    noun.measured = true;
    noun.unit = unit->name;
  }
  return noun;
}

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
  while (i < scene.items.size()) {
    const bool joins = (word(i) == "and" || word(i) == "-") && continues(scene, i + 1);
    const bool opens = i == begin && scene.vocabulary.is(word(i), kPossessive | kArticle);
    if (!joins && !opens && !continues(scene, i)) break;
    const std::uint32_t kinds = scene.vocabulary.kinds(word(i));
    const bool finite =
        (kinds & kAnyVerb) != 0 && (kinds & kNoun) == 0 && scene.items[i].mark != "weapon";
    if (finite && i > begin && !continues(scene, i + 1)) break;
    ++i;
  }
  if (i == begin) return {};
  return {scene.items[begin].span.begin, scene.items[i - 1].span.end};
}

}  // namespace msmt
