/// Quantities and their units: numbers with what they count and every word that bends them.
#include <algorithm>
#include <cmath>
#include <string>

#include "extract/noun_phrase.hpp"
#include "extract/number.hpp"
#include "extract/rule.hpp"

namespace msmt {

namespace {

/// The relation that a cue gives; the tightest of several words wins over `exactly`.
Relation relation_of(const Lexicons& lexicons, std::string_view cue, std::string_view place) {
  const Table& hedges = lexicons.table("hedges");
  Relation relation = Relation::exactly;
  std::size_t longest = 0;
  for (const Row& row : hedges.rows) {
    if (hedges.cell(row, "place") != place) continue;
    const auto found = parse_relation(hedges.cell(row, "relation"));
    if (!found || *found == Relation::exactly) continue;
    for (const std::string_view form : hedges.list(row, "forms")) {
      const std::size_t at = cue.find(form);
      if (at == std::string_view::npos || form.size() <= longest) continue;
      const bool starts = at == 0 || cue[at - 1] == ' ';
      const bool ends = at + form.size() == cue.size() || cue[at + form.size()] == ' ';
      if (!starts || !ends) continue;
      relation = *found;
      longest = form.size();
    }
  }
  return relation;
}

/// `low` and `high` as CLAIMS.md section 5 derives them.
void set_bounds(Quantity& quantity, double value) {
  quantity.value = value;
  switch (quantity.relation) {
    case Relation::exactly:
      quantity.low = quantity.high = value;
      break;
    case Relation::more_than:
    case Relation::at_least:
      quantity.low = value;
      break;
    case Relation::less_than:
    case Relation::at_most:
      quantity.high = value;
      break;
    case Relation::about:
    case Relation::between:
    case Relation::indefinite:
      break;
  }
}

/// Folded word before or after a range of items; "" at the edges.
std::string_view word_at(const Captures& captures, std::size_t index) {
  const Scene& scene = captures.scene();
  if (index >= scene.items.size()) return {};
  const Term& item = scene.items[index];
  return scene.tokens[item.first + item.count - 1].folded;
}

/// A number that names or dates something instead of counting (CLAIMS.md section 2).
bool names_something(const Captures& captures, ItemRange number, bool has_noun) {
  const Scene& scene = captures.scene();
  const Term& first = captures.item(number.begin);
  const Token& token = scene.tokens[first.first];
  const std::string_view before = number.begin > 0 ? word_at(captures, number.begin - 1) : "";
  const std::string_view after = word_at(captures, number.end);
  const bool is_digits = token.kind == TokenKind::number;
  if (is_digits && token.glued && first.first > 0) {
    const Token& previous = scene.tokens[first.first - 1];
    // "T72", "COVID-19", "15:59", "1/3"
    if (previous.kind == TokenKind::word && previous.folded != "'s") return true;
    if (previous.folded == ":" || previous.folded == "/" || previous.folded == "#") return true;
    if (previous.folded == "-" && previous.glued && first.first > 1 &&
        scene.tokens[first.first - 2].kind == TokenKind::word && number.size() == 1 && !has_noun) {
      return true;
    }
    if (previous.folded == "-" && previous.glued && first.first > 1) {
      const Token& head = scene.tokens[first.first - 2];
      if (head.kind == TokenKind::word && (head.upper || head.capital)) return true;
    }
  }
  if (is_digits && number.end < scene.items.size()) {
    const Token& next = scene.tokens[captures.item(number.end).first];
    // ordinals, times, dates by numbers, counters
    if (next.glued && (next.folded == "st" || next.folded == "nd" || next.folded == "rd" ||
                       next.folded == "th" || next.folded == ":" || next.folded == "s")) {
      return true;
    }
    if (next.folded == "/") return true;
    if (next.folded == "a.m." || next.folded == "p.m." || next.folded == "am" ||
        next.folded == "pm" || next.folded == "o'clock" || next.folded == "gmt") {
      return true;
    }
  }
  static constexpr std::string_view kNamers[] = {
      "resolution", "resolutions", "article", "articles", "no.", "nos.", "number", "paragraph",
      "para", "chapter", "page", "section", "room", "flight", "highway", "route", "phase", "type",
      "model", "mark", "mk", "version", "annex", "decree", "law", "directive", "order", "committee",
      "protocol", "category", "title", "part", "appendix", "figure", "table", "chart", "unit",
      "block", "batch", "pier", "building", "office", "bureau", "hangar", "pavilion", "channel",
      "/", "#", "vol.", "grade", "level", "tier", "rule", "clause", "schedule", "amendment",
      "operative", "op", "sputnik", "apollo", "gate", "terminal", "line", "sector", "zone",
      "boeing", "airbus", "article-", "unscr", "unscrs", "res", "res."};
  if (is_digits && std::find(std::begin(kNamers), std::end(kNamers), before) != std::end(kNamers)) {
    return true;
  }
  // "1718 Committee", "2030 Agenda"
  static constexpr std::string_view kNamed[] = {"committee", "agenda", "resolution", "protocol",
                                                "convention", "olympics"};
  if (is_digits && std::find(std::begin(kNamed), std::end(kNamed), after) != std::end(kNamed)) {
    return true;
  }
  // ages: "Kim, 45," and "20-year-old"
  if (is_digits && !has_noun && before == "," && (after == "," || after == ".") &&
      number.begin > 1) {
    const Term& name = captures.item(number.begin - 2);
    if (scene.tokens[name.first].capital) return true;
  }
  return !has_noun && first.mark == "year" && number.size() == 1;
}

/// "one" and "two" that stand for somebody instead of counting: "the one that", "no one", "the two".
bool is_pronoun(const Captures& captures, ItemRange number) {
  if (number.size() != 1) return false;
  const std::string_view before = number.begin > 0 ? word_at(captures, number.begin - 1) : "";
  const Token& token = captures.scene().tokens[captures.item(number.begin).first];
  if (token.kind == TokenKind::number) return false;
  static constexpr std::string_view kBefore[] = {"the", "no", "any", "this", "that", "some", "only",
                                                 "which", "each", "every", "another", "these", "those",
                                                 "other", "new", "latest"};
  return token.folded == "one" ||
         std::find(std::begin(kBefore), std::end(kBefore), before) != std::end(kBefore);
}

/// "over 49 occasions" spreads the deed over them; it does not bend the number.
bool spreads(std::string_view cue, std::string_view unit) {
  static constexpr std::string_view kEvents[] = {"occasion", "phase", "stage", "session", "trip",
                                                 "round", "instalment", "installment"};
  return cue == "over" && std::find(std::begin(kEvents), std::end(kEvents), unit) != std::end(kEvents) &&
         unit != "round";
}

/// The period of a rate: "10,000 shells a day", "$572 million annually".
std::string rate_after(const Captures& captures, std::size_t after) {
  static constexpr std::pair<std::string_view, std::string_view> kAdverbs[] = {
      {"annually", "year"}, {"yearly", "year"}, {"monthly", "month"},
      {"weekly", "week"},   {"daily", "day"},   {"hourly", "hour"}};
  const std::string_view word = word_at(captures, after);
  for (const auto& [adverb, period] : kAdverbs) {
    if (word == adverb) return std::string(period);
  }
  static constexpr std::string_view kPer[] = {"a", "an", "per", "each", "every"};
  if (std::find(std::begin(kPer), std::end(kPer), word) != std::end(kPer)) {
    const std::string_view period = word_at(captures, after + 1);
    if (period == "annum") return "year";
    if (const auto unit = captures.scene().vocabulary.unit(period)) {
      if (unit->dimension == "time" && !is_plural(period)) return unit->name;
    }
  }
  return {};
}

Mention unit_mention(const CountedNoun& noun, const Scene& scene) {
  Mention mention;
  mention.span = noun.head;
  mention.rule = noun.measured ? "unit/lexicon" : "unit/counted";
  Unit unit = noun.known;
  if (!noun.measured) {
    unit = Unit{noun.unit, "count", "", {}};
  }
  (void)scene;
  mention.value = unit;
  return mention;
}

/// Puts the pieces together: the quantity, and the mention of its unit when it has words of its own.
std::vector<Mention> finish(const Captures& captures, Quantity quantity, Span span,
                            const CountedNoun& noun, std::size_t after) {
  const Scene& scene = captures.scene();
  std::vector<Mention> out;
  if (!noun.unit.empty()) {
    quantity.unit = noun.unit;
    span.end = std::max(span.end, captures.span(noun.items).end);
    const Span of = of_phrase(scene, after);
    if (!of.empty()) quantity.of = quote(scene.doc, of);
  }
  quantity.per = rate_after(captures, after);
  out.push_back({span, {}, quantity});
  if (!noun.head.empty()) out.push_back(unit_mention(noun, scene));
  return out;
}

/// A count without a noun takes the unit of the sentence: "198 in construction and 283 in textiles".
std::string carried_unit(const Captures& captures) {
  return captures.scene().narrative.last_unit;
}

std::vector<Mention> read_number_rule(const Captures& captures) {
  const ItemRange items = captures.range("num");
  const auto number = read_number(captures, items);
  if (!number) return {};
  CountedNoun noun = counted_noun(captures, captures.range("np"));
  if (names_something(captures, items, !noun.unit.empty())) return {};
  Quantity quantity;
  const std::string cue = captures.folded("cue");
  quantity.cue = std::string(captures.text("cue"));
  quantity.relation = relation_of(captures.scene().lexicons, cue, "before");
  if (captures.has("post")) {
    quantity.relation = relation_of(captures.scene().lexicons, captures.folded("post"), "after");
    quantity.cue = quote(captures.scene().doc, captures.span("post"));
  }
  if (number->approximate && quantity.relation == Relation::exactly) quantity.relation = Relation::about;
  const bool carried = noun.unit.empty() || noun.designation;
  if (noun.unit.empty()) {
    if (is_pronoun(captures, items)) return {};
    if (number->fraction) return {};
    noun.unit = carried_unit(captures);
    if (noun.unit.empty() && captures.item(items.begin).mark == "lower") return {};
  }
  if (noun.designation) {
    // "three IL-76 and three AN-124 military planes": the class noun follows later in the list
    noun.unit.clear();
    const Scene& scene = captures.scene();
    for (std::size_t i = noun.items.end; i < scene.items.size() && noun.unit.empty(); ++i) {
      const Token& word = scene.tokens[scene.items[i].first + scene.items[i].count - 1];
      if (scene.items[i].mark != "weapon" && word.kind == TokenKind::symbol && word.folded != "," &&
          word.folded != "-") {
        break;
      }
      if (scene.items[i].mark == "weapon" && !word.capital && word.kind == TokenKind::word) {
        noun.unit = singular(word.folded);
      }
    }
    noun.measured = false;
  }
  if (spreads(cue, noun.unit)) quantity.relation = Relation::exactly;
  if (number->vague) {
    quantity.relation = Relation::indefinite;
    quantity.low = number->value;
  } else {
    set_bounds(quantity, number->value);
  }
  const std::size_t after = carried && noun.items.empty()
                                ? (captures.has("post") ? captures.range("post").end : items.end)
                                : noun.items.end;
  Span span = captures.span(ItemRange{captures.whole().begin, after});
  std::vector<Mention> out = finish(captures, quantity, span, noun, after);
  captures.scene().narrative.last_unit = noun.unit;
  return out;
}

std::vector<Mention> read_range_rule(const Captures& captures) {
  auto low = read_number(captures, captures.range("num"));
  const auto high = read_number(captures, captures.range("num2"));
  if (!low || !high) return {};
  const CountedNoun noun = counted_noun(captures, captures.range("np"));
  if (names_something(captures, captures.range("num"), !noun.unit.empty())) return {};
  // "4.2 and 5.8 million", "three to five thousand" share the multiplier
  if (low->value < high->value && low->multiplier == 1 && high->multiplier > 1 && low->value < 1000) {
    low->value *= high->multiplier;
  }
  if (low->value >= high->value) return {};
  const bool scored = noun.unit.empty() && captures.item(captures.range("num").begin).mark != "lower" &&
                      !captures.has("cue") && !captures.has("between") && high->value < 100;
  if (scored) return {};  // a score or a vote: "won 3-5"
  Quantity quantity;
  quantity.relation = Relation::between;
  quantity.cue = captures.has("between") ? std::string(captures.text("between"))
                                         : std::string(captures.text("cue"));
  quantity.low = low->value;
  quantity.high = high->value;
  const std::size_t after = noun.items.empty() ? captures.range("num2").end : noun.items.end;
  CountedNoun counted = noun;
  if (counted.unit.empty()) counted.unit = carried_unit(captures);
  const Span span = captures.span(ItemRange{captures.whole().begin, after});
  captures.scene().narrative.last_unit = counted.unit;
  return finish(captures, quantity, span, counted, after);
}

/// "at least one of its Pantsir systems", "1,000 of the 11,000 troops"
std::vector<Mention> read_partitive(const Captures& captures) {
  const auto number = read_number(captures, captures.range("num"));
  if (!number) return {};
  const CountedNoun noun = counted_noun(captures, captures.range("np"));
  if (noun.unit.empty() || names_something(captures, captures.range("num"), true)) return {};
  Quantity quantity;
  quantity.cue = std::string(captures.text("cue"));
  quantity.relation = relation_of(captures.scene().lexicons, captures.folded("cue"), "before");
  if (number->vague) {
    quantity.relation = Relation::indefinite;
    quantity.low = number->value;
  } else {
    set_bounds(quantity, number->value);
  }
  captures.scene().narrative.last_unit = noun.unit;
  const bool counted_again = captures.has("whole");
  const Span span = counted_again
                        ? captures.span(ItemRange{captures.whole().begin, captures.range("num").end})
                        : captures.span(ItemRange{captures.whole().begin, noun.items.end});
  CountedNoun shown = noun;
  if (counted_again) {
    shown.head = {};
    shown.items = {};
  }
  quantity.unit = noun.unit;
  std::vector<Mention> out{{span, {}, quantity}};
  if (!shown.head.empty()) out.push_back(unit_mention(shown, captures.scene()));
  return out;
}

std::vector<Mention> read_money(const Captures& captures) {
  const Scene& scene = captures.scene();
  const auto number = read_number(captures, captures.range("num"));
  if (!number) return {};
  std::string symbol;
  for (const char c : captures.text("sign")) {
    if (c != ' ') symbol += c;
  }
  auto unit = scene.vocabulary.unit_symbol(symbol);
  if (!unit) unit = scene.vocabulary.unit(fold(symbol));
  if (!unit || unit->dimension != "money") return {};
  const Term& sign = captures.item(captures.range("sign").end - 1);
  const bool letter = scene.tokens[sign.first].kind == TokenKind::word;
  if (letter && sign.span.size() == 1) return {};
  Quantity quantity;
  quantity.cue = std::string(captures.text("cue"));
  quantity.relation = relation_of(scene.lexicons, captures.folded("cue"), "before");
  ItemRange last = captures.range("num");
  std::optional<Number> high;
  if (captures.has("num2")) {
    high = read_number(captures, captures.range("num2"));
    last = captures.range("num2");
  }
  if (captures.has("post")) {
    quantity.relation = relation_of(scene.lexicons, captures.folded("post"), "after");
    last = captures.range("post");
  }
  if (high) {
    double low = number->value;
    if (number->multiplier == 1 && high->multiplier > 1 && low < 1000) low *= high->multiplier;
    if (low >= high->value) return {};
    quantity.relation = Relation::between;
    quantity.low = low;
    quantity.high = high->value;
  } else {
    set_bounds(quantity, number->value);
  }
  quantity.unit = unit->name;
  Span span = captures.span(ItemRange{captures.whole().begin, last.end});
  quantity.per = rate_after(captures, last.end);
  const Span of = of_phrase(scene, last.end);
  if (!of.empty()) quantity.of = quote(scene.doc, of);
  std::vector<Mention> out{{span, {}, quantity}};
  out.push_back({captures.span("sign"), "unit/symbol", *unit});
  return out;
}

std::vector<Mention> read_percent(const Captures& captures) {
  const Scene& scene = captures.scene();
  const auto number = read_number(captures, captures.range("num"));
  const auto unit = scene.vocabulary.unit(captures.folded("unit"));
  const auto symbol = scene.vocabulary.unit_symbol(captures.text("unit"));
  if (!number || (!unit && !symbol)) return {};
  Quantity quantity;
  quantity.cue = std::string(captures.text("cue"));
  quantity.relation = relation_of(scene.lexicons, captures.folded("cue"), "before");
  if (captures.has("num2")) {
    const auto high = read_number(captures, captures.range("num2"));
    if (!high || number->value >= high->value) return {};
    quantity.relation = Relation::between;
    quantity.low = number->value;
    quantity.high = high->value;
  } else {
    set_bounds(quantity, number->value);
  }
  const Unit& known = unit ? *unit : *symbol;
  quantity.unit = known.name;
  const Span of = of_phrase(scene, captures.range("unit").end);
  if (!of.empty()) quantity.of = quote(scene.doc, of);
  return {{captures.span(captures.whole()), {}, quantity},
          {captures.span("unit"), "unit/lexicon", known}};
}

/// "a 5,000-ton destroyer", "a 170-mm gun" (which names the gun), "a 20-year-old"
std::vector<Mention> read_compound(const Captures& captures) {
  const Scene& scene = captures.scene();
  const auto number = read_number(captures, captures.range("num"));
  const ItemRange word = captures.range("unit");
  if (!number || names_something(captures, captures.range("num"), true)) return {};
  auto unit = scene.vocabulary.unit(captures.folded(word));
  if (!unit) unit = scene.vocabulary.unit_symbol(captures.text("unit"));
  const std::string_view after = word_at(captures, word.end);
  if (after == "-" && word_at(captures, word.end + 1) == "old") return {};
  const std::string folded = captures.folded(word);
  static constexpr std::string_view kNames[] = {"star", "day", "nation", "party", "point", "page",
                                                "minute", "hour", "week", "month", "year", "member",
                                                "strong", "man", "person", "seat", "story", "storey",
                                                "country", "state", "time", "way"};
  const bool plain = std::find(std::begin(kNames), std::end(kNames), folded) != std::end(kNames);
  if (!unit && !plain) return {};
  if (unit && unit->name == "millimeter") return {};
  Quantity quantity;
  quantity.cue = std::string(captures.text("cue"));
  quantity.relation = relation_of(scene.lexicons, captures.folded("cue"), "before");
  set_bounds(quantity, number->value);
  quantity.unit = unit ? unit->name : singular(folded);
  // the span goes on to the noun that the measure describes
  CountedNoun noun = counted_noun(captures, ItemRange{word.end, std::min(word.end + 5, scene.items.size())});
  std::size_t last = word.end;
  if (!noun.items.empty() && captures.has("article")) last = noun.items.end;
  const Unit known = unit ? *unit : Unit{quantity.unit, "count", "", {}};
  return {{captures.span(ItemRange{captures.whole().begin, last}), {}, quantity},
          {captures.span("unit"), "unit/compound", known}};
}

/// "more than double the amount", "twice as many", "tripled"
std::vector<Mention> read_ratio(const Captures& captures) {
  static constexpr std::pair<std::string_view, double> kFactors[] = {
      {"double", 2}, {"twice", 2}, {"triple", 3}, {"thrice", 3}, {"quadruple", 4}};
  const std::string factor = captures.folded("factor");
  for (const auto& [word, value] : kFactors) {
    if (factor != word) continue;
    Quantity quantity;
    quantity.cue = std::string(captures.text("cue"));
    quantity.relation = relation_of(captures.scene().lexicons, captures.folded("cue"), "before");
    set_bounds(quantity, value);
    return {{captures.span(captures.whole()), {}, quantity}};
  }
  return {};
}

// Fragments: digits, number words, and what makes a number of them.
const std::string kDigits = "(?: {num|num3|year} {num3}? )";
const std::string kWords = "(?: {card} (?: <->? {card} )* )";
const std::string kNumber =
    "(?: {vague} | {fraction} (?: a | an ) {multiplier|group} | {fraction} {multiplier|group} "
    "| (?: a | an ) {multiplier|group} (?: and (?: a | an ) {fraction} | (?: and? " + kWords + " ) )? "
    "| (?: " + kDigits + " | " + kWords + " ) (?: and (?: a | an ) {fraction} )? "
    "  (?: <->? {multiplier|suffix|group} )* (?: and? " + kWords + " {multiplier}? )? "
    "| (?: {card} | (?: a | an ) ) <->? {fraction} )";
const std::string kCue = "(?P<cue> (?: {hedge} )* )";
const std::string kPost = "(?P<post> <->? {after} )?";
const std::string kPhrase = "(?P<np> {^stop|punct|date}{0,9} )";

}  // namespace

const Extractor& quantity_extractor() {
  // clang-format off
  static const Extractor extractor{
      "quantity",
      {{"card", "numbers", "forms", "kind", "unit"},
       {"card", "numbers", "forms", "kind", "ten"},
       {"multiplier", "numbers", "forms", "kind", "multiplier"},
       {"suffix", "numbers", "forms", "kind", "suffix"},
       {"group", "numbers", "forms", "kind", "group"},
       {"fraction", "numbers", "forms", "kind", "fraction"},
       {"vague", "numbers", "forms", "kind", "vague"},
       {"hedge", "hedges", "forms", "place", "before"},
       {"after", "hedges", "forms", "place", "after"},
       {"currency", "units", "symbols", "dimension", "money"},
       {"currency", "units", "code", "dimension", "money"},
       {"stop", "words", "forms", "id", "preposition"},
       {"stop", "words", "forms", "id", "relative"},
       {"stop", "words", "forms", "id", "pronoun"},
       {"stop", "words", "forms", "id", "article"},
       {"stop", "words", "forms", "id", "have"},
       {"stop", "words", "forms", "id", "modal"}},
      {{"weapon", nullptr, "weapon"},
       {"country", nullptr, "country"},
       {"organization", nullptr, "organization"},
       {"military", nullptr, "military_unit"},
       {"date", nullptr, "date"}},
      {
      {"quantity/between", "between 100 and 200 km",
       kCue + "(?P<between> between ) (?P<num>" + kNumber + ") and (?P<num2>" + kNumber + ")" + kPhrase,
       read_range_rule},
      {"quantity/range", "14,000 to 15,000 soldiers",
       kCue + "(?P<num>" + kNumber + ") (?: to | <-> | <--> | or ) (?P<num2>" + kNumber + ")" + kPhrase,
       read_range_rule},
      {"quantity/money", "more than $540 million",
       kCue + "(?P<sign> (?: us | c | a | nz | hk | s )? {currency} ) (?P<num>" + kNumber + ") (?: (?: to | <-> | <--> | and ) <$>? (?P<num2>" + kNumber + ") )?" + kPost,
       read_money},
      {"quantity/percent", "about 30 percent",
       kCue + "(?P<num>" + kNumber + ") (?: (?: to | <-> | <--> ) (?P<num2>" + kNumber + ") )? (?P<unit> <%> | percent | per cent | percentage (?: point | points ) | basis (?: point | points ) )",
       read_percent},
      {"quantity/partitive", "at least one of its systems",
       kCue + "(?P<num>" + kNumber + ") of (?: the | its | their | those | these | his | our ) (?P<whole> (?: {hedge} )* " + kNumber + ")?" + kPhrase,
       read_partitive},
      {"quantity/compound", "a 5,000-ton destroyer",
       "(?P<article> (?: a | an ) (?: new | single )? )?" + kCue + "(?P<num>" + kNumber + ") <-> (?P<unit> {^punct|date} )",
       read_compound},
      {"quantity/ratio", "more than double the amount",
       kCue + "(?P<factor> double | twice | triple | thrice | quadruple ) (?: the | as ) (?: amount | number | volume | many | much | size | level | total | quantity | figure )?",
       read_ratio},
      {"quantity/number", "more than 20,000 containers of shells",
       "(?: a | an )?" + kCue + "(?P<num>" + kNumber + ")" + kPost + kPhrase,
       read_number_rule},
      }};
  // clang-format on
  return extractor;
}

}  // namespace msmt
