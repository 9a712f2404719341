/// Quantities: numbers with what they count and every word that bends them.
#include <algorithm>
#include <array>
#include <cmath>

#include "extract/quantity_readers.hpp"

namespace msmt {

namespace {

/// A number with its noun: what both readers of single figures build on.
struct Count {
  Number number;
  ItemRange items;   // of the number
  CountedNoun noun;  // behind it
};

// "a 9m wall", "200m away": metres; "9m rounds": millions.
constexpr std::array<std::string_view, 18> kExtents = {
    "range", "radius", "wall", "depth", "height", "altitude", "stretch", "distance", "tunnel",
    "deep",  "wide",   "long", "tall",  "high",   "away",     "from",    "above",    "below"};

/// The number of group `num`, cut short where its last words belong to the noun: "24,000 152 mm
/// rounds", "5 m".
std::optional<Count> counted(const Captures& captures) {
  const Scene& scene = captures.scene();
  const ItemRange whole = captures.range("num");
  const ItemRange np = captures.range("np");
  for (std::size_t end = whole.end; end > whole.begin; --end) {
    const auto number = read_number(captures, {whole.begin, end});
    if (!number) {
      if (captures.has("post")) return std::nullopt;
      continue;
    }
    const std::size_t np_begin = end == whole.end && !np.empty() ? np.begin : end;
    const std::size_t np_end = np.empty() ? whole.end : np.end;
    Count count{*number, {whole.begin, end}, {}};
    if (np_begin < np_end) count.noun = counted_noun(scene, {np_begin, np_end});
    if (count.number.metres && end - whole.begin > 1) {
      const std::string_view next = word_at(scene, end);
      const bool extent = std::find(kExtents.begin(), kExtents.end(), next) != kExtents.end();
      const bool more = next == "more" || next == "fewer";  // "9m more than last year"
      if (extent || (count.noun.unit.empty() && count.number.value < 1e9 && !more)) {
        const Span m = scene.items[end - 1].span;
        count.number = *read_number(captures, {whole.begin, end - 1});
        count.noun = {{end - 1, end}, m, "meter", true, *scene.vocabulary.unit("meter"), false};
        count.items.end = end - 1;
      }
    }
    return count;
  }
  return std::nullopt;
}

/// "two C-130 and four C-17 military planes": the class noun follows later in the list.
std::string class_later(const Scene& scene, std::size_t from) {
  for (std::size_t i = from; i < scene.items.size(); ++i) {
    const Term& item = scene.items[i];
    const Token& word = scene.tokens[item.first + item.count - 1];
    if (item.mark != "weapon") {
      if (word.kind == TokenKind::symbol && word.folded != "," && word.folded != "-") return {};
      if (scene.vocabulary.is(word.folded, kAnyVerb | kPreposition)) return {};
      continue;
    }
    if (std::get<Weapon>(item.mention->value).name.empty()) return {};
    if (!word.capital && word.kind == TokenKind::word && word.folded != "s")
      return singular(word.folded);
  }
  return {};
}

bool is_number(const Scene& scene, std::size_t index) {
  if (index >= scene.items.size()) return false;
  const Token& token = scene.tokens[scene.items[index].first];
  return token.kind == TokenKind::number || scene.vocabulary.is(token.folded, kNumberWord);
}

/// Whether "times" before item `after` compares instead of counting: "three times as many", "ten
/// times the limit", "five times faster", but "called 43 times".
bool compares(const Scene& scene, std::size_t after) {
  static constexpr std::array<std::string_view, 12> kWords = {
      "as", "more", "less", "the", "what", "that", "its", "their", "his", "her", "those", "worse"};
  static constexpr std::array<std::string_view, 8> kOther = {
      "after", "over", "under", "per", "other", "earlier", "however", "later"};
  const std::string_view word = word_at(scene, after);
  if (std::find(kWords.begin(), kWords.end(), word) != kWords.end()) return true;
  return word.ends_with("er") && std::find(kOther.begin(), kOther.end(), word) == kOther.end();
}

/// Puts the pieces together: the quantity, and the mention of its unit when it has words of its own.
std::vector<Mention> finish(const Scene& scene, Quantity quantity, std::size_t begin,
                            std::size_t after, const CountedNoun& noun) {
  std::string per;  // "250 tonnes of fuel a day"
  if (!noun.unit.empty()) {
    quantity.unit = noun.unit;
    const Span of = of_phrase(scene, after);
    if (!of.empty()) {
      quantity.of = quote(scene.doc, of);
      std::size_t behind = after;
      while (behind < scene.items.size() && scene.items[behind].span.begin < of.end) ++behind;
      per = rate_after(scene, behind);
    }
  }
  if (noun.unit == "times" && compares(scene, after)) {  // a factor
    quantity.unit = {};
    return {{{begin, scene.items[after - 1].span.end}, "quantity/factor", quantity}};
  }
  if (noun.unit == "times") {
    quantity.unit = "time";
    const Unit time{"time", "count", "", {}};
    const Mention unit{noun.head, "unit/counted", time};
    quantity.per = rate_after(scene, after);
    return {{{begin, scene.items[after - 1].span.end}, {}, quantity}, unit};
  }
  const bool money = noun.measured && noun.known.dimension == "money";
  quantity.per = rate_after(scene, after, money);
  if (quantity.per.empty()) quantity.per = per;
  std::vector<Mention> out{{{begin, scene.items[after - 1].span.end}, {}, quantity}};
  if (!noun.head.empty()) out.push_back(unit_mention(noun));
  return out;
}

/// Millions of pounds are money unless something is weighed in them.
void money_for_pounds(const Scene& scene, const Number& number, CountedNoun& noun) {
  constexpr double kMillion = 1e6;
  const bool many = number.multiplier >= kMillion || (number.vague && number.value >= kMillion);
  if (noun.unit != "pound" || !many || word_at(scene, noun.items.end) == "of") return;
  noun.known = *scene.vocabulary.unit("pound sterling");
  noun.unit = noun.known.name;
}

/// Whether a fraction is one without an `of`: "fell by a third", "half a metre", "a two-thirds
/// majority"; a third man is another one.
bool stands_alone(const Captures& captures, ItemRange number, const CountedNoun& noun) {
  const Scene& scene = captures.scene();
  const std::string_view first = word_at(scene, number.begin);
  const std::string_view last = word_at(scene, number.end - 1);
  const bool written =
      scene.tokens[captures.item(number.begin).first].kind != TokenKind::word;  // "1/2", "½"
  const bool plural = last.ends_with('s') || (written && !noun.unit.empty());
  if (!noun.unit.empty()) return plural || (noun.measured && (last == "half" || last == "quarter"));
  const std::string_view before =
      captures.whole().begin > 0 ? word_at(scene, captures.whole().begin - 1) : "";
  const std::string_view after = word_at(scene, number.end);
  const std::string_view whom = word_at(scene, number.end + 1);
  if (after == "of") {
    // "half of their pay", "half of what they earn": what follows need be no noun that is counted
    return whom == "them" || whom == "whom" || whom == "which" || whom == "it" || whom == "what" ||
           scene.vocabulary.is(whom, kPossessive | kDeterminer);
  }
  if (before == "by" || plural || (before == "in" && last == "half")) return true;
  return captures.has("cue") && (first == "half" || first == "a");
}

/// "a couple was found", "the pair": two people, no count.
bool is_pair(const Captures& captures, ItemRange number) {
  const std::string_view last = word_at(captures.scene(), number.end - 1);
  const std::string_view next = word_at(captures.scene(), number.end);
  return (last == "couple" || last == "pair") && next != "of" && next != "more";
}

std::vector<Mention> read_number_rule(const Captures& captures) {
  const Scene& scene = captures.scene();
  auto count = counted(captures);
  if (!count) return {};
  CountedNoun& noun = count->noun;
  if (names_something(captures, count->items, noun)) return {};
  if (is_idiom(captures, count->items, noun)) return {};
  if (count->number.fraction && !stands_alone(captures, count->items, noun)) return {};
  if (noun.unit.empty() && is_pair(captures, count->items)) return {};
  // "he scores between …": these two are counts before `of` only
  const std::string words = captures.folded("num");
  if (noun.unit.empty() &&
      (words.ends_with("several") || words.ends_with("few") || words.ends_with("handful"))) {
    return {};
  }
  if ((words == "scores" || words == "tens") && word_at(scene, count->items.end) != "of") return {};
  // "12-ship", "150-kg": the rule for compounds decides
  const std::size_t next = count->items.end;
  if (word_at(scene, next) == "-" && !captures.has("post") &&
      scene.tokens[scene.items[next].first].glued) {
    return {};
  }
  if (noun.designation) {
    const std::string later = class_later(scene, noun.items.end);
    if (!later.empty()) {
      noun.unit = later;
      noun.head = {};
    }
  }
  money_for_pounds(scene, count->number, noun);
  Quantity quantity;
  const bool negative = is_negative(captures, "minus", noun);
  if (negative) count->number.value = -count->number.value;
  const Cue cue = read_cue(captures, noun.unit, negative);
  quantity.cue = cue.text;
  quantity.relation = cue.relation;
  std::size_t after = count->items.end;
  // "above 1,000 and below 1,500": the words bend the next number
  const std::string_view behind = word_at(scene, captures.range("post").end);
  const bool next_number = captures.has("post") && (behind == "than" || behind == "to" ||
                                                    is_number(scene, captures.range("post").end));
  if (captures.has("post") && !next_number) {
    quantity.relation = scene.vocabulary.relation_after(captures.folded("post"));
    quantity.cue = quote(scene.doc, captures.span("post"));
    after = captures.range("post").end;
  }
  if (!noun.items.empty()) after = noun.items.end;
  if (noun.measured && !count->number.vague && count->number.multiplier == 1) {
    for (auto addend = read_addend(captures, after, noun.known); addend;
         addend = read_addend(captures, after, noun.known)) {
      count->number.value += addend->value;
      after = addend->end;
    }
  }
  const bool degrees =
      noun.measured && (noun.known.dimension == "temperature" || noun.known.dimension == "angle");
  if (degrees && word_at(scene, after) == "below" && word_at(scene, after + 1) == "zero") {
    count->number.value = -std::abs(count->number.value);  // "20 degrees below zero"
    after += 2;
  }
  if (const Tail tail = read_tail(scene, after); tail.end != after) {
    quantity.relation = tail.relation;
    quantity.cue = quote(scene.doc, span_of(scene, {after, tail.end}));
    after = tail.end;
  }
  set_value(quantity, count->number);
  return finish(scene, quantity, cue.begin, after, noun);
}

/// "dozens of Russian soldiers", "a couple of trucks", "millions of dollars"
std::vector<Mention> read_group(const Captures& captures) {
  const Scene& scene = captures.scene();
  const auto number = read_number(captures, captures.range("num"));
  if (!number) return {};
  CountedNoun noun = counted_noun(scene, captures.range("np"));
  if (noun.unit.empty()) return {};
  // "tens of thousands" is a number of its own
  if (scene.vocabulary.is(word_at(scene, captures.range("np").begin), kNumberWord)) return {};
  money_for_pounds(scene, *number, noun);
  Quantity quantity;
  const Cue cue = read_cue(captures, noun.unit);
  quantity.cue = cue.text;
  quantity.relation = cue.relation;
  set_value(quantity, *number);
  return finish(scene, quantity, cue.begin, noun.items.end, noun);
}

/// "more than a year", "nearly a mile": the article counts where a word bends it.
std::vector<Mention> read_single(const Captures& captures) {
  static constexpr std::array<std::string_view, 4> kMeasured = {"time", "length", "mass", "area"};
  const Scene& scene = captures.scene();
  const CountedNoun noun = counted_noun(scene, captures.range("np"));
  if (!noun.measured || is_plural(word_at(scene, captures.range("np").begin))) return {};
  const bool known =
      std::find(kMeasured.begin(), kMeasured.end(), noun.known.dimension) != kMeasured.end();
  if (!known || word_at(scene, noun.items.end) == "-") return {};
  Cue cue = read_cue(captures, noun.unit);
  if (captures.has("tail")) {  // "an hour or more"
    cue.relation = scene.vocabulary.relation_after(captures.folded("tail"));
    cue.text = quote(scene.doc, captures.span("tail"));
    cue.begin = captures.span(captures.whole()).begin;
  }
  if (cue.relation == Relation::exactly) return {};
  Quantity quantity;
  quantity.cue = cue.text;
  quantity.relation = cue.relation;
  Number one;
  one.value = 1;
  set_value(quantity, one);
  const std::size_t after = captures.has("tail") ? captures.whole().end : noun.items.end;
  return finish(scene, quantity, cue.begin, after, noun);
}

/// What a fraction is taken of, from the item after `of`: "a third of the farms".
ItemRange whole_of(const Scene& scene, std::size_t from) {
  constexpr std::size_t kLongest = 9;
  if (scene.vocabulary.is(word_at(scene, from), kDeterminer)) ++from;
  return {std::min(from, scene.items.size()), std::min(from + kLongest, scene.items.size())};
}

std::vector<Mention> read_range_rule(const Captures& captures) {
  const Scene& scene = captures.scene();
  auto low = read_number(captures, captures.range("num"));
  auto high = read_number(captures, captures.range("num2"));
  if (!low || !high || low->vague || high->vague) return {};
  CountedNoun noun = counted_noun(scene, captures.range("np"));
  const std::size_t behind = captures.range("num2").end;
  const bool fractions = low->fraction && high->fraction;
  const std::string_view kind = word_at(scene, behind + 2);
  const bool whose = scene.vocabulary.is(word_at(scene, behind + 1), kDeterminer) &&
                     kind != "type" && kind != "kind" && kind != "sort" && kind != "lot";
  if (word_at(scene, behind) == "of" && whose && !fractions) {  // "20 to 30 of the cars"
    noun = counted_noun(scene, whole_of(scene, behind + 1));
  }
  // "an 8- to 16-metre mirror": the hyphen joins the unit to both
  const bool joined = word_at(scene, behind) == "-" && behind + 1 < scene.items.size() &&
                      scene.tokens[scene.items[behind].first].glued;
  if (joined) {
    noun = counted_noun(scene, {behind + 1, behind + 2});
    if (!noun.measured) return {};
  } else if (word_at(scene, captures.range("num").end) == "-" && captures.has("to")) {
    return {};
  }
  if (names_something(captures, captures.range("num"), noun)) return {};
  if (is_change(scene, captures.range("num").begin)) return {};
  if (captures.has("mid")) {  // "100 km to 200 km": the same unit twice
    const auto unit = scene.vocabulary.unit(captures.folded("mid"));
    const auto symbol = scene.vocabulary.unit_symbol(captures.text("mid"));
    const std::string name = unit     ? unit->name
                             : symbol ? symbol->name
                                      : singular(captures.folded("mid"));
    if (name != noun.unit) return {};
  }
  const bool negative = is_negative(captures, "minus", noun);
  if (is_negative(captures, "minus2", noun)) {
    high->value = -high->value;
    if (negative && high->value < -low->value) std::swap(low->value, high->value);
  }
  if (negative) low->value = -low->value;
  // "4.2 and 5.8 million", "three to five thousand" share the multiplier
  constexpr double kMostShared = 1000;
  if (low->value < high->value && low->multiplier == 1 && high->multiplier > 1 &&
      low->value < kMostShared) {
    low->value *= high->multiplier;
  }
  if (low->value >= high->value) return {};
  const ItemRange first = captures.range("num");
  const bool digits = scene.tokens[captures.item(first.begin).first].kind == TokenKind::number;
  constexpr double kMostGoals = 100;
  // "eased 1 to 416", "rose 6 pence to 388 pence": a change and where it led
  const bool twice = noun.unit.empty() ? digits : captures.has("mid");
  const bool to = word_at(scene, captures.range("num2").begin - 1) == "to";
  if (twice && to && !captures.has("cue") && is_change_verb(scene, first.begin)) return {};
  const bool bare = noun.unit.empty() && digits && !captures.has("cue") && !captures.has("between");
  const bool hyphen = word_at(scene, first.end) == "-";
  if (bare && (hyphen || high->value < kMostGoals)) return {};  // "won 3-5", "case 22-451"
  Quantity quantity;
  const Cue cue = read_cue(captures, noun.unit, negative);
  quantity.relation = Relation::between;
  quantity.cue = captures.has("between") ? std::string(captures.text("between")) : cue.text;
  quantity.low = low->value;
  quantity.high = high->value;
  const std::size_t after = noun.items.empty() ? captures.range("num2").end : noun.items.end;
  return finish(scene, quantity, cue.begin, after, noun);
}

/// "half of the rounds", "a third of voters", "half the fleet": a share counts nothing itself.
std::vector<Mention> read_share(const Captures& captures, const Number& number, ItemRange items) {
  const Scene& scene = captures.scene();
  Quantity quantity;
  const Cue cue = read_cue(captures, "");
  quantity.cue = cue.text;
  quantity.relation = cue.relation;
  set_value(quantity, number);
  const Span of = of_phrase(scene, items.end);
  if (!of.empty()) quantity.of = quote(scene.doc, of);
  return {{{cue.begin, scene.items[items.end - 1].span.end}, {}, quantity}};
}

/// "at least one of its radars", "1,000 of the 11,000 troops", "half the fleet"
std::vector<Mention> read_partitive(const Captures& captures) {
  const Scene& scene = captures.scene();
  const ItemRange items = captures.range("num");
  const auto number = read_number(captures, items);
  if (!number) return {};
  const CountedNoun noun = counted_noun(scene, captures.range("np"));
  if (noun.unit.empty() || names_something(captures, items, noun)) return {};
  const std::string_view before =
      captures.whole().begin > 0 ? word_at(scene, captures.whole().begin - 1) : std::string_view();
  const bool one = captures.folded("num") == "one";
  // "not one of the 36"; "one of the largest depots", "one of the men" pick out and count nothing
  if (before == "not" || before == "every" || before == "each") return {};
  if (one && captures.has("of") && !captures.has("cue")) return {};
  const std::string_view first = word_at(scene, captures.range("np").begin);
  if (!captures.has("of") && !number->fraction) return {};
  // "half an hour" measures, "half a country" does not, "half a billion dollars" is another rule's
  if (captures.has("a") && (!noun.measured || scene.vocabulary.is(first, kNumberWord))) return {};
  if (number->fraction && !captures.has("a")) return read_share(captures, *number, items);
  Quantity quantity;
  const Cue cue = read_cue(captures, noun.unit);
  quantity.cue = cue.text;
  quantity.relation = cue.relation;
  set_value(quantity, *number);
  quantity.unit = noun.unit;
  const bool counted_again = captures.has("whole");
  const std::size_t after = counted_again ? items.end : noun.items.end;
  std::vector<Mention> out{{{cue.begin, scene.items[after - 1].span.end}, {}, quantity}};
  if (!counted_again && !noun.head.empty()) out.push_back(unit_mention(noun));
  return out;
}

// Fragments: digits, number words, and what makes a number of them.
const std::string kGlyph =
    "(?: <½> | <⅓> | <⅔> | <¼> | <¾> | <⅕> | <⅖> | <⅗> | <⅘> | <⅙> | <⅛> | <⅜> | <⅝> | <⅞> )";
const std::string kDigits =
    "(?: (?: {num|num3} <->? )? {num} </> {num|num3} | {num|num3|year} {num3}{0,3} " + kGlyph +
    "? | " + kGlyph + " )";
const std::string kSpelledNumber =
    "(?: {card} (?: <->? {card} )* (?: point {card} (?: <->? {card} )* )? )";
const std::string kAndPart = "(?: <->? and <->? (?: a | an ) <->? {fraction} )";
const std::string kFractionOf =
    "(?: (?: {card} | (?: a | an ) ) <->? {fraction} | three <->? quarters )";
// "two thirds" and "three-quarters" are one number, "three quarters" may be nine months
const std::string kShare =
    "(?: {card} <->? (?: thirds | fifths | sixths | sevenths | eighths | ninths | tenths | "
    "hundredths ) | three <-> quarters )";
const std::string kNumber =
    "(?: {vague} (?: <->? {multiplier|group} )* | (?: a | an )? {group} of {multiplier} | "
    "{fraction} (?: a | an ) {multiplier|group} "
    "| {fraction} <->? {multiplier|group} | " +
    kFractionOf +
    " of (?: a | an ) {multiplier} "
    "| " +
    kShare +
    " | (?: a | an ) {multiplier|group} (?: {multiplier|group} )* (?: and (?: a | an ) {fraction} "
    "| "
    "(?: and? " +
    kSpelledNumber +
    " ) )? "
    "| (?: " +
    kDigits + " | " + kSpelledNumber + " ) " + kAndPart +
    "? "
    "  (?: (?: <->? {multiplier|suffix|group} )+ (?: " +
    kAndPart + " | (?: and? " + kSpelledNumber +
    " {multiplier}* )* )? )? "
    "| " +
    kFractionOf + " )";
const std::string kCue = "(?P<cue> (?: {hedge} )* )";
const std::string kPost = "(?P<post> <->? {after} )?";
const std::string kPhrase =
    "(?P<np> (?: <°> | <º> )? (?: {^stop|punct|date} | {stop} <-> {^stop|punct|date} | "
    "<\"> {^stop|punct|date} )* )";
const std::string kMinus = "(?P<minus> minus | negative | <-> )?";
const std::string kMinus2 = "(?P<minus2> minus | negative | <-> )?";
const std::string kMid = "(?P<mid> <°>? {^stop|punct|date|num|num3|year}{1,2} )??";
const std::string kWhose = "(?: the | its | their | those | these | his | our | all | her )";

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
       {"military", nullptr, "military_unit", "military_unit/counted"},
       {"date", nullptr, "date"}},
      {
      {"quantity/between", "between 100 and 200 km",
       kCue + "(?P<between> between )" + kMinus + "(?P<num>" + kNumber + ")" + kMid + "and" + kMinus2 + "(?P<num2>" + kNumber + ")" + kPhrase,
       read_range_rule},
      {"quantity/range", "14,000 to 15,000 soldiers",
       "(?: a | an )?" + kCue + kMinus + "(?P<num>" + kNumber + ")" + kMid + "(?: (?P<to> <-> (?: to | or ) ) | to | <-> | <--> | or | through )" + kMinus2 + "(?P<num2>" + kNumber + ")" + kPhrase,
       read_range_rule},
      {"quantity/money", "more than $540 million",
       kCue + kMinus + "(?P<sign> (?: us | c | a | nz | hk | s | {country|upper} )? {currency} ) (?P<num>" + kNumber + ") (?: (?: to | <-> | <--> ) {currency}? (?P<num2>" + kNumber + ") )?" + kPost,
       read_money},
      {"quantity/money_between", "between $4 million and $6 million",
       kCue + "(?P<between> between ) (?P<sign> {currency} ) (?P<num>" + kNumber + ") and {currency}? (?P<num2>" + kNumber + ")",
       read_money},
      {"quantity/percent", "about 30 percent",
       kCue + "(?P<between> between )?" + kMinus + "(?P<num>" + kNumber + ") <->? (?: (?: <%> | percent )? (?: to | <-> | <--> | and ) (?P<num2>" + kNumber + ") <->? )? (?P<unit> <%> | percent | per cent | pct | percentage (?: point | points ) | basis (?: point | points ) )",
       read_percent},
      {"quantity/partitive", "at least one of its systems",
       kCue + "(?P<num>" + kNumber + "| half ) (?P<of> of ) " + kWhose + " (?P<whole> (?: {hedge} )* " + kNumber + ")?" + kPhrase,
       read_partitive},
      {"quantity/fraction", "a third of shells",
       kCue + "(?P<num>" + kFractionOf + "| half ) (?: (?P<a> of? (?: a | an ) ) | (?P<of> of ) " + kWhose + "? | " + kWhose + " )" + kPhrase,
       read_partitive},
      {"quantity/group", "dozens of Russian soldiers",
       "(?: a | an )?" + kCue + "(?P<num> {vague} | (?: (?: a | an ) | {card} )? {group} ) of" + kPhrase,
       read_group},
      {"quantity/single", "more than a year",
       "(?P<cue> {hedge} {hedge}* ) (?: a | an ) (?P<np> {^stop|punct|date} )",
       read_single},
      {"quantity/single_after", "an hour or more",
       "(?: a | an ) (?P<np> {^stop|punct|date} ) (?P<tail> or (?: more | longer | less | so ) )",
       read_single},
      {"quantity/compound", "a 5,000-ton destroyer",
       "(?P<article> (?: a | an ) (?: new | single )? )?" + kCue + "(?P<num>" + kNumber + "| half | quarter ) <-> (?P<unit> {^punct|date} )",
       read_compound},
      {"quantity/factor", "more than double the amount",
       kCue + "(?P<factor> double | twice | triple | thrice | quadruple ) (?: the | as {^stop|punct|date}? | that | those | what | (?P<whose> its | their | his | her ) ) (?: amount | number | volume | many | much | size | level | total | quantity | figure )?",
       read_factor},
      {"quantity/multiplied", "exports nearly tripled",
       "(?: (?P<aux> to | will | would | could | may | might | should | can | must ) )?" + kCue + "(?P<factor> double | triple | treble | quadruple | halve | doubled | tripled | trebled | quadrupled | quintupled | halved | doubling | tripling | trebling | quadrupling | halving )",
       read_multiplied},
      {"quantity/fold", "a threefold rise",
       kCue + "(?P<factor> twofold | threefold | fourfold | fivefold | sixfold | sevenfold | eightfold | ninefold | tenfold | hundredfold )",
       read_factor},
      {"quantity/odds", "one in five shells",
       kCue + "(?P<num> {num|card} ) (?: in | (?P<out> out of ) ) (?: every )? (?P<num2> {num|num3|card} )" + kPhrase,
       read_odds},
      {"quantity/number", "more than 20,000 containers of shells",
       "(?: a | an )?" + kCue + kMinus + "(?P<num>" + kNumber + "| half )" + kPost + kPhrase,
       read_number_rule},
      },
      settle_quantities};
  // clang-format on
  return extractor;
}

}  // namespace msmt
