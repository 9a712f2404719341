#include "extract/noun_phrase.hpp"

#include <algorithm>
#include <array>
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
constexpr std::string_view kNoNouns[] = {"dead", "more", "injured",    "missing",
                                         "such", "hurt", "abstaining", "strong"};
// … and those that stand before no noun either.
constexpr std::string_view kPronouns[] = {"others", "ones", "apiece"};

/// A word that can follow in the same noun phrase: not a preposition, verb, mark or date.
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

/// The end of a word in capitals with digits that touch it, "M109A3GN": past the item when there is
/// one.
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

/// The unit of measurement that items [begin, end) spell, the longest first.
std::optional<std::pair<std::size_t, Unit>> measured_at(const Scene& scene, std::size_t begin,
                                                        std::size_t end) {
  constexpr std::size_t kLongest = 4;
  for (std::size_t last = std::min(end, begin + kLongest); last > begin; --last) {
    std::string words = folded(scene, {begin, last});
    if (const std::size_t hyphen = words.find(" - "); hyphen != std::string::npos) {
      words.replace(hyphen, 3, " ");  // "light-years"
    }
    if (auto unit = scene.vocabulary.unit(words)) return std::pair(last, *unit);
  }
  return std::nullopt;
}

/// Whether a hyphen at `index` joins what stands before it to a word: "12 second-hand aircraft".
bool opens_compound(const Scene& scene, std::size_t index) {
  return index + 1 < scene.items.size() && word_at(scene, index) == "-" &&
         scene.tokens[scene.items[index].first].glued &&
         scene.tokens[scene.items[index + 1].first].glued;
}

/// The head of "cruise, anti-ship and ballistic missiles", whose first comma is at `comma`: a plural
/// noun that is shared by all; items.size() where there is none.
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

/// The head behind a first noun that only describes it: "three shipping and aviation companies", "forty
/// refugees' children"; the first noun where it is the head itself.
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
  constexpr std::size_t kFar = 4;  // "shipping and civil aviation companies"
  return shared < scene.items.size() && shared - head <= kFar ? shared : head;
}

/// A unit of several words that goes on past a preposition: "miles per hour", "parts per million".
std::optional<std::pair<std::size_t, Unit>> compound_unit_at(const Scene& scene, ItemRange range) {
  constexpr std::size_t kLongest = 5;
  const std::size_t most = std::min(range.begin + kLongest, scene.items.size());
  for (std::size_t last = most; last > range.begin + 2; --last) {
    const std::string_view joint = word_at(scene, last - 2);
    if (joint != "per" && joint != "a" && joint != "an" && joint != "square") continue;
    auto unit = scene.vocabulary.unit(folded(scene, {range.begin, last}));
    // "six rounds per minute" and "500 barrels a day" are rates of what is counted
    const bool one = unit && (unit->dimension == "speed" || unit->dimension == "pressure" ||
                              unit->dimension == "ratio");
    if (one && unit->name.find(" per ") != std::string::npos) return std::pair(last, *unit);
  }
  return std::nullopt;
}

/// "National Advanced Surface-to-Air Missile Systems": a name whose last words say what it is.
bool ends_in_class(const Scene& scene, const Term& item) {
  const Gazetteer& classes = scene.lexicons.gazetteer("weapon_classes");
  const std::size_t end = item.first + item.count;
  for (std::size_t t = item.first + 1; t < end; ++t) {
    const auto hit = classes.match(scene.doc, scene.tokens, t);
    if (hit && t + hit->tokens == end) return true;
  }
  return false;
}

}  // namespace

CountedNoun counted_noun(const Scene& scene, ItemRange range) {
  CountedNoun noun;
  std::size_t head = range.end;  // index of the head item; range.end while there is none
  bool head_plural = false;
  ItemRange designation;
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
    const bool loose =
        text.size() > 1 || text == "m" || text == "t" || text == "%" || text == "g" || text == "L";
    const bool touches = scene.tokens[item.first].glued;
    if (symbol && item.mark != "date" && (loose || touches)) {
      noun.items = {range.begin, range.begin + 1};
      noun.head = item.span;
      noun.unit = symbol->name;
      noun.known = *symbol;
      noun.measured = true;
      return noun;
    }
    auto unit = compound_unit_at(scene, range);
    if (!unit) unit = measured_at(scene, range.begin, range.end);
    if (unit && opens_compound(scene, unit->first)) unit.reset();
    if (unit) {
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
  if (range.end < scene.items.size() && word_at(scene, range.end) == "," && !range.empty() &&
      !is_plural(last_token(scene, scene.items[range.end - 1]).folded)) {
    const std::size_t shared = shared_head(scene, range.end);
    if (shared < scene.items.size()) {
      noun.items = {range.begin, shared + 1};
      noun.head = last_token(scene, scene.items[shared]).span;
      noun.unit = singular(last_token(scene, scene.items[shared]).folded);
      return noun;
    }
  }
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const Term& item = scene.items[i];
    const Token& token = scene.tokens[item.first];
    if (token.folded == "\"" && !head_plural) continue;  // 29 "laptop farms"
    if (item.mark == "date" || item.mark == "punct" || token.kind == TokenKind::number) {
      if (item.mark != "weapon" && !is_name(item)) break;
    }
    if (item.mark == "weapon") {
      if (head != range.end && head_plural) break;
      head = i;
      head_plural = (is_plural(last_token(scene, item).folded) && !last_token(scene, item).upper) ||
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
    if (token.kind == TokenKind::symbol) break;
    // "22 M109A3GN howitzers", "two Mercedes S600 cars": a designation of no list
    if (const std::size_t end = designation_end(scene, i); end > i + 1) {
      if (head != range.end && head_plural) break;
      constexpr std::size_t kFar = 5;  // its "A" is no article, so the phrase goes on
      if (end > range.end) range.end = std::min(end + kFar, scene.items.size());
      head = i;
      head_plural = false;
      designation = {i, end};
      i = end - 1;
      continue;
    }
    const std::uint32_t kinds = kinds_of(scene, token);
    const bool glued_modifier = i + 1 < range.end && scene.items[i + 1].mark != "punct" &&
                                scene.tokens[scene.items[i + 1].first].folded == "-" &&
                                scene.tokens[scene.items[i + 1].first].glued;
    const bool after_hyphen = i > range.begin && token.glued;
    // "passers-by", "sons-in-law": the plural stands before the hyphen
    if (glued_modifier && is_plural(token.folded) && i + 2 < scene.items.size() &&
        scene.vocabulary.is(word_at(scene, i + 2), kPreposition | kAdverb)) {
      std::size_t end = i + 3;
      while (end + 1 < scene.items.size() && word_at(scene, end) == "-" &&
             scene.tokens[scene.items[end].first].glued) {
        end += 2;
      }
      noun.items = {range.begin, end};
      noun.head = span_of(scene, {i, end});
      noun.unit = singular(token.folded);
      for (std::size_t k = i + 1; k < end; ++k) noun.unit += word_at(scene, k);
      return noun;
    }
    if (glued_modifier && head == range.end) continue;
    constexpr std::uint32_t kStops = kDeterminer | kPreposition | kConjunction | kRelative |
                                     kPronoun | kAuxiliary | kSubordinator | kNegation;
    if (!after_hyphen && (kinds & kStops) != 0 && (kinds & kAdjective) == 0) break;
    if (std::find(std::begin(kPronouns), std::end(kPronouns), token.folded) != std::end(kPronouns))
      break;
    if (std::find(std::begin(kNoNouns), std::end(kNoNouns), token.folded) != std::end(kNoNouns) &&
        !continues(scene, i + 1)) {
      break;
    }
    if (!after_hyphen && head != range.end && (kinds & (kPostnominal | kAdverb)) != 0) break;
    if ((kinds & kAdverb) != 0 && (kinds & kAdjective) == 0 && head == range.end) continue;
    // "two tugs": a count takes no verb in the singular
    // "two steps that are within reach": a relative is no object
    const bool relative = word_at(scene, i + 1) == "that" &&
                          scene.vocabulary.is(word_at(scene, i + 2), kAuxiliary | kThird | kPast);
    const bool has_object =
        !relative && scene.vocabulary.is(word_at(scene, i + 1), kDeterminer | kPronoun);
    // "one site lists the names", "one in 20 needs a bed": a verb with its object
    if (!head_plural && has_object && (head != range.end || (kinds & kMostlyNoun) == 0) &&
        (kinds & kThird) != 0 && is_plural(token.folded)) {
      break;
    }
    const bool counted_verb = (head == range.end || (!head_plural && !has_object)) &&
                              (kinds & kThird) != 0 && is_plural(token.folded);
    const bool verb_only = (kinds & kAnyVerb) != 0 && (kinds & kNoun) == 0 && !counted_verb;
    const bool bare_form = (kinds & (kBase | kThird)) != 0;
    if (verb_only && !after_hyphen) {
      // "soldiers dispatched recently" ends, "captured enemy tanks" goes on
      if (head != range.end && (head_plural || !continues(scene, i + 1))) break;
      // "two complete units": what stands before a noun is no verb
      const bool before_noun = head == range.end && (kinds & kBase) != 0 && continues(scene, i + 1);
      if (bare_form && !before_noun && (kinds & (kAdjective | kParticiple)) == 0) break;
      if (!continues(scene, i + 1)) {
        if (head == range.end && (kinds & kGerund) != 0) head = i;
        break;
      }
      continue;
    }
    if (head != range.end && head_plural) {
      // "troops north", "containers worth", "weapons systems": only another plural noun goes on
      // … also a verb's form, after a name with the look of a plural: "three Paribas shares"
      const bool named = last_token(scene, scene.items[head]).capital;
      if (!is_plural(token.folded) ||
          ((kinds & kThird) != 0 && (kinds & kMostlyNoun) == 0 && !named)) {
        break;
      }
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
  if (designation.empty()) head = head_further_on(scene, head, head_plural);
  if (head == designation.begin && !designation.empty()) {
    noun.items = {range.begin, designation.end};
    noun.head = span_of(scene, designation);
    noun.unit = quote(scene.doc, noun.head);
    noun.designation = true;
    return noun;
  }
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
        !weapon.name.empty() && (word.kind == TokenKind::number ||
                                 (word.capital && !ends_in_class(scene, item)) || !class_noun);
    const bool letter_s = word.folded == "s" && word.glued;  // "24 TB2s"
    if (letter_s && !weapon.name.empty()) noun.designation = true;
    if (noun.designation) {
      noun.head = item.span;
      noun.unit = quote(scene.doc, item.span);
      if (letter_s || noun.unit == weapon.name + "s") noun.unit.pop_back();
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
  const auto counts = [&](std::size_t k) {
    return k < scene.items.size() &&
           (scene.tokens[scene.items[k].first].kind == TokenKind::number ||
            scene.vocabulary.is(word(k), kNumberWord));
  };
  while (i < scene.items.size()) {
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
    const bool finite =
        (kinds & kAnyVerb) != 0 && (kinds & kNoun) == 0 && scene.items[i].mark != "weapon";
    if (finite && i > begin && !continues(scene, i + 1)) break;
    // "half of the patients fell ill": a verb in the past after a plural head
    const bool past = finite && (kinds & kPast) != 0 && (kinds & (kParticiple | kAdjective)) == 0;
    if (past && i > begin && is_plural(word(i - 1))) break;
    ++i;
  }
  if (i == begin) return {};
  return {scene.items[begin].span.begin, scene.items[i - 1].span.end};
}

}  // namespace msmt
