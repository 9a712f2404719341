// Figures behind a verb of change count what its subject is: "Deaths from malaria dropped to 608,000".
#include <algorithm>
#include <array>

#include "extract/is_among.hpp"
#include "extract/quantity_readers.hpp"

namespace msmt {

namespace {

/// The verb of change whose figure stands at an item, across "to", its percentage, dates and commas:
/// "rose 30-fold, to over 42,000"; items.size() where another word lies between.
std::size_t change_verb(const Scene& scene, std::size_t number,
                        const std::vector<Mention>& mentions) {
  const std::size_t none = scene.items.size();
  constexpr std::size_t kFar = 12;
  // "firms added 300" are no firms: the figure is where the change led, or its measure
  static constexpr std::array<std::string_view, 3> kLeads = {"to", "from", "by"};
  std::size_t lead = number;
  while (lead > 0 && scene.vocabulary.is(word_at(scene, lead - 1), kAdverb)) --lead;
  if (lead == 0) return none;
  // "subscribers topped 230 million": these lead to their figure by themselves
  static constexpr std::array<std::string_view, 7> kReach = {
      "top", "reach", "hit", "exceed", "surpass", "approach", "total"};
  const std::string_view verb = word_at(scene, lead - 1);
  if (lead > 1 && is_among(scene.vocabulary.base(verb), kReach)) return lead - 1;
  if (!is_among(verb, kLeads)) return none;
  const auto in_figure = [&](const Term& item) {
    return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& mention) {
      return std::holds_alternative<Quantity>(mention.value) &&
             mention.span.begin <= item.span.begin && item.span.end <= mention.span.end;
    });
  };
  for (std::size_t i = number; i > 0 && number - i < kFar; --i) {
    const Term& item = scene.items[i - 1];
    const std::string_view word = word_at(scene, i - 1);
    const bool date = item.mark == "date";
    if (!date && is_change_verb(scene, i) && scene.vocabulary.is(word, kAnyVerb)) {
      return i > 1 && word_at(scene, i - 2) == "to" ? none : i - 1;  // "plans to add"
    }
    // "Homicides, up 4 percent to 312,"
    if (!date && is_change_verb(scene, i) && i > 1 && word_at(scene, i - 2) == ",") return i - 1;
    const bool passes = date || in_figure(item) || word == "to" || word == "by" || word == "from" ||
                        word == "," || scene.vocabulary.is(word, kAdverb);
    if (!passes) return none;
  }
  return none;
}

/// Where the clause of a verb begins: behind a mark, a conjunction that parts clauses, or a relative.
std::size_t clause_begin(const Scene& scene, std::size_t verb) {
  constexpr std::uint32_t kParts = kRelative | kSubordinator | kConjunction;
  std::size_t i = verb;
  while (i > 0) {
    const Token& token = scene.tokens[scene.items[i - 1].first];
    const bool joint = token.folded == "-" || token.folded == "'" || token.folded == "\"";
    if (scene.items[i - 1].mark != "date" && token.kind == TokenKind::symbol && !joint) break;
    if (scene.vocabulary.is(token.folded, kParts)) break;
    --i;
  }
  return i;
}

/// Whether "and" before item `begin` joins two nouns of one subject: "killings and kidnappings rose".
bool is_coordinated(const Scene& scene, std::size_t begin) {
  if (begin < 2 || word_at(scene, begin - 1) != "and") return false;
  // a comma may stand before the last of a list, or between two clauses: "grew 27%, and users topped …"
  const std::size_t last = word_at(scene, begin - 2) == "," ? begin - 2 : begin - 1;
  for (std::size_t i = last; i > 0; --i) {
    const Token& token = scene.tokens[scene.items[i - 1].first];
    if (token.kind == TokenKind::symbol) break;
    if (token.kind == TokenKind::number || scene.vocabulary.is(token.folded, kAuxiliary))
      return false;
    if (scene.vocabulary.is(token.folded, kAnyVerb) && !scene.vocabulary.is(token.folded, kNoun))
      return false;
  }
  return true;
}

/// "Sales of electric cars rose to 14 million": the noun behind "of".
std::string traded_noun(const Scene& scene, ItemRange range) {
  const CountedNoun noun = counted_noun(scene, range);
  const bool plural = !noun.items.empty() && is_plural(word_at(scene, noun.items.end - 1));
  return plural && !noun.measured ? noun.unit : std::string();
}

}  // namespace

std::string noun_that_changed(const Scene& scene, std::size_t number,
                              const std::vector<Mention>& mentions) {
  std::size_t verb = change_verb(scene, number, mentions);
  if (verb >= scene.items.size()) return {};
  // "claims, which had fallen to 220,000", "homicides, up 4 percent to 312": the noun before
  std::size_t last = verb;
  while (last > 0 && scene.vocabulary.is(word_at(scene, last - 1), kAuxiliary | kAdverb)) --last;
  if (last > 0 && scene.vocabulary.is(word_at(scene, last - 1), kRelative)) --last;
  if (last > 0 && last < verb + 1 && word_at(scene, last - 1) == ",") verb = last - 1;
  std::size_t begin = clause_begin(scene, verb);
  if (is_coordinated(scene, begin)) return {};
  while (begin < verb && (scene.items[begin].mark == "date" ||
                          scene.vocabulary.is(word_at(scene, begin), kDeterminer))) {
    ++begin;
  }
  // the head stands before the first preposition, auxiliary or hedge
  std::size_t end = begin;
  while (end < verb &&
         !scene.vocabulary.is(word_at(scene, end),
                              kPreposition | kAuxiliary | kAdverb | kConjunction | kNumberWord) &&
         scene.items[end].mark != "date") {
    ++end;
  }
  if (end == begin) return {};
  if (scene.vocabulary.figure(word_at(scene, end - 1), kTraded) && word_at(scene, end) == "of") {
    return traded_noun(scene, {end + 1, verb});
  }
  for (std::size_t i = end; i < verb;
       ++i) {  // "officials said the total may have climbed to 8,000"
    if (scene.vocabulary.is(word_at(scene, i), kSay | kPronoun)) return {};
  }
  const Term& head = scene.items[end - 1];
  const Token& word = scene.tokens[head.first + head.count - 1];
  const bool noun = word.kind == TokenKind::word && !word.upper && is_plural(word.folded) &&
                    (!word.capital || head.first == 0) && head.mark != "country" &&
                    head.mark != "organization" && !scene.vocabulary.is(word.folded, kPronoun);
  if (!noun || scene.vocabulary.figure(word.folded, kValued)) return {};
  const auto unit = scene.vocabulary.unit(word.folded);
  return unit && unit->dimension != "count" ? std::string() : singular(word.folded);
}

}  // namespace msmt
