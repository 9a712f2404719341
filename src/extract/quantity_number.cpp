/// Counts and measures: "more than 20,000 containers", "dozens of soldiers", "an hour or more".
#include <algorithm>
#include <array>
#include <cmath>

#include "extract/noun_words.hpp"
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
    if (end > whole.begin + 1 && counts_sized(scene, {whole.begin, end})) continue;
    const bool joined = number->fraction && word_at(scene, end) == "-" &&
                        scene.tokens[scene.items[end].first].glued;
    if (joined && end > whole.begin + 1) continue;  // "one third-generation drone"
    const std::size_t np_begin = end == whole.end && !np.empty() ? np.begin : end;
    std::size_t np_end = np.empty() ? whole.end : np.end;
    if (np_begin >= np_end && np_begin < scene.items.size()) {  // "60 A321neo jets": no article
      if (designation_end(scene, np_begin) > np_begin + 1) np_end = np_begin + 1;
    }
    Count count{*number, {whole.begin, end}, {}};
    if (np_begin < np_end) count.noun = counted_noun(scene, {np_begin, np_end});
    if (count.number.metres && end - whole.begin > 1) {
      const std::string_view next = word_at(scene, end);
      constexpr double kShortestRace = 50e6;  // "his 400m hurdles title", read as millions so far
      const bool race = count.number.value >= kShortestRace && scene.vocabulary.figure(next, kRace);
      const bool extent =
          race || std::find(kExtents.begin(), kExtents.end(), next) != kExtents.end();
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

/// Millions of pounds are money unless something is weighed in them.
void money_for_pounds(const Scene& scene, const Number& number, CountedNoun& noun) {
  constexpr double kMillion = 1e6;
  const bool many = number.multiplier >= kMillion || (number.vague && number.value >= kMillion);
  if (noun.unit != "pound" || !many || word_at(scene, noun.items.end) == "of") return;
  noun.known = *scene.vocabulary.unit("pound sterling");
  noun.unit = noun.known.name;
}

/// "the Swiss franc rose … 1.10 francs": the state's own money of this kind that was named before.
std::optional<Unit> money_before(const Scene& scene, std::size_t number, std::string_view kind) {
  const auto national = [&](std::string_view name) {
    return name.size() > kind.size() + 1 && name.ends_with(kind) &&
           name[name.size() - kind.size() - 1] == ' ';
  };
  for (std::size_t i = number; i > 1; --i) {
    auto unit = scene.vocabulary.unit(folded(scene, {i - 2, i}));
    if (unit && unit->dimension == "money" && national(unit->name)) return unit;
  }
  const std::vector<Counted>& counted = scene.narrative.counted;
  const auto last = std::find_if(counted.rbegin(), counted.rend(),
                                 [&](const Counted& known) { return national(known.unit); });
  return last == counted.rend() ? std::nullopt : scene.vocabulary.unit(fold(last->unit));
}

/// The country that a sum is of: the one named last before it, else the first one behind it.
std::string country_beside(const Scene& scene, std::size_t number) {
  std::string found;
  for (std::size_t i = 0; i < scene.items.size(); ++i) {
    const Mention* mention = scene.items[i].mention;
    const auto* country = mention != nullptr ? std::get_if<Country>(&mention->value) : nullptr;
    if (country == nullptr || country->iso2.empty()) continue;
    if (i > number && !found.empty()) break;
    found = country->iso2;
    if (i > number) break;
  }
  return found;
}

/// "Islamabad raised it to 2.5 trillion rupees": money that several states call so is the one named
/// before, or that of the state beside it. ISO 4217 codes begin with the state's own.
void money_of_country(const Scene& scene, std::size_t number, CountedNoun& noun) {
  using Names = std::array<std::string_view, 3>;
  static constexpr std::array<std::pair<std::string_view, Names>, 9> kShared = {{
      {"rupee", {"rupee", "", ""}},
      {"krone", {"krone", "krona", "koruna"}},  // crowns, too
      {"krona", {"krona", "krone", ""}},
      {"dinar", {"dinar", "", ""}},
      {"peso", {"peso", "", ""}},
      {"franc", {"franc", "", ""}},
      {"shilling", {"shilling", "", ""}},
      {"rial", {"rial", "riyal", ""}},
      {"riyal", {"riyal", "rial", ""}},
  }};
  if (!noun.measured || noun.known.dimension != "money" || noun.items.size() != 1) return;
  const std::string_view whole = noun.known.name;
  const std::string word(whole.substr(whole.rfind(' ') + 1));
  const auto shared = std::find_if(kShared.begin(), kShared.end(),
                                   [&](const auto& one) { return one.first == word; });
  if (shared == kShared.end()) return;
  if (const auto unit = money_before(scene, number, word)) {
    noun.known = *unit;
    noun.unit = unit->name;
    return;
  }
  const std::string country = country_beside(scene, number);
  if (country.empty()) return;
  const Table& units = scene.lexicons.table("units");
  for (const Row& row : units.rows) {
    if (!std::string_view(units.cell(row, "code")).starts_with(country)) continue;
    if (units.cell(row, "dimension") != "money") continue;
    const std::string name = units.cell(row, "name");
    const std::string_view last = std::string_view(name).substr(name.rfind(' ') + 1);
    if (std::find(shared->second.begin(), shared->second.end(), last) == shared->second.end()) {
      continue;
    }
    if (const auto unit = scene.vocabulary.unit(fold(name))) {
      noun.known = *unit;
      noun.unit = unit->name;
    }
    return;
  }
}

/// "fewer", "larger than": a comparative at an item that a share can stand before.
bool is_comparative(const Scene& scene, std::size_t at) {
  const std::string_view word = word_at(scene, at);
  if (word == "fewer" || word == "less") return true;
  return word.ends_with("er") && word_at(scene, at + 1) == "than";
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
  if (is_comparative(scene, number.end)) return true;
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

}  // namespace

std::vector<Mention> finish_quantity(const Scene& scene, Quantity quantity, std::size_t begin,
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

std::vector<Mention> read_number_rule(const Captures& captures) {
  const Scene& scene = captures.scene();
  auto count = counted(captures);
  if (!count) return {};
  CountedNoun& noun = count->noun;
  if (names_something(captures, count->items, noun)) return {};
  if (is_idiom(captures, count->items, noun)) return {};
  // "a third fewer parts", "a fifth larger than that": a share, which counts nothing
  if (count->number.fraction && is_comparative(scene, count->items.end)) noun = {};
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
  money_of_country(scene, count->items.begin, noun);
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
  if ((degrees || noun.unit.empty()) && word_at(scene, after) == "below" &&
      word_at(scene, after + 1) == "zero") {  // "20 degrees below zero", "14 below zero"
    count->number.value = -std::abs(count->number.value);
    after += 2;
  }
  if (const Tail tail = read_tail(scene, after); tail.end != after) {
    quantity.relation = tail.relation;
    quantity.cue = quote(scene.doc, span_of(scene, {after, tail.end}));
    after = tail.end;
  }
  set_value(quantity, count->number);
  return finish_quantity(scene, quantity, cue.begin, after, noun);
}

/// "1.0- and 1.5-litre engines": the first figure has its unit from the one behind it.
std::vector<Mention> read_hanging(const Captures& captures) {
  const Scene& scene = captures.scene();
  const ItemRange digits = captures.range("num");
  const auto number = read_number(captures, digits);
  const Token& joint = scene.tokens[captures.item(digits.end).first];
  const Token& second = scene.tokens[captures.item(captures.range("num2").end).first];
  if (!number || number->fraction || !joint.glued || !second.glued) return {};
  auto unit = scene.vocabulary.unit(captures.folded("unit"));
  if (!unit) unit = scene.vocabulary.unit_symbol(captures.text("unit"));
  if (!unit || unit->dimension == "count" || names_something(captures, digits, {})) return {};
  Quantity quantity;
  const Cue cue = read_cue(captures, unit->name);
  quantity.cue = cue.text;
  quantity.relation = cue.relation;
  quantity.unit = unit->name;
  set_value(quantity, *number);
  return {{{cue.begin, captures.span("num").end}, {}, quantity}};
}

/// "a full percentage point": the article counts before this word.
std::vector<Mention> read_full(const Captures& captures) {
  const Scene& scene = captures.scene();
  const CountedNoun noun = counted_noun(scene, captures.range("np"));
  if (!noun.measured || is_plural(word_at(scene, noun.items.end - 1))) return {};
  if (noun.known.dimension == "time" || noun.known.dimension == "count") return {};
  Quantity quantity;
  quantity.cue = quote(scene.doc, captures.span("cue"));
  Number one;
  one.value = 1;
  set_value(quantity, one);
  return finish_quantity(scene, quantity, captures.span("cue").begin, noun.items.end, noun);
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
  money_of_country(scene, captures.range("num").begin, noun);
  Quantity quantity;
  const Cue cue = read_cue(captures, noun.unit);
  quantity.cue = cue.text;
  quantity.relation = cue.relation;
  set_value(quantity, *number);
  return finish_quantity(scene, quantity, cue.begin, noun.items.end, noun);
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
  return finish_quantity(scene, quantity, cue.begin, after, noun);
}

}  // namespace msmt
