/// Lengths, repetitions, hours and the present: what TIMEX3 knows besides dates. They place nothing in
/// the calendar, so no claim builds on them.
#include <string>

#include "extract/date_readers.hpp"

namespace msmt {

namespace {

Mentions one_time(const Captures& captures, std::string_view type, const Said& said) {
  Mention mention = date_mention(captures, captures.whole(), said);
  std::get<Date>(mention.value).timex_type = type;
  return {std::move(mention)};
}

std::string_view unit_word(const Captures& captures, std::string_view group) {
  const Vocabulary& vocabulary = captures.scene().vocabulary;
  const std::string word = captures.folded(group);
  const auto unit = calendar_word(vocabulary, word, "unit");
  return unit ? *unit : calendar_word(vocabulary, word, "short_unit").value_or("");
}

/// "a ten-year-old boy", "five years older"
bool is_age(const Captures& captures) {
  std::size_t after = captures.whole().end;
  if (is_folded(token_after(captures, after), "-")) ++after;
  const Token* next = token_after(captures, after);
  return is_folded(next, "old") || is_folded(next, "olds") || is_folded(next, "older") ||
         is_folded(next, "younger") || is_folded(next, "young") || is_folded(next, "of age");
}

bool is_length_word(const Captures& captures, std::size_t item) {
  const Token* before = token_before(captures, item);
  return before != nullptr &&
         calendar_word(captures.scene().vocabulary, before->folded, "length_pre");
}

/// "three years", "a five-year", "half an hour", "two and a half months"
Mentions read_length(const Captures& captures) {
  if (is_age(captures)) return {};
  const std::string_view unit = unit_word(captures, "unit");
  if (unit.empty()) return {};
  const std::string words = captures.folded("n");
  const Token* before = token_before(captures, captures.whole().begin);
  if (before != nullptr && (before->folded == "$" || before->folded == "#")) return {};
  if (words == "a" || words == "an" || words == "another") {
    // "10 barrels a day" is a rate: a length stands after a word that takes one
    if (!captures.has("hedge") && !captures.has("half") &&
        !is_length_word(captures, captures.whole().begin))
      return {};
  }
  const Token* last = token_before(captures, captures.range("unit").end);
  if (last != nullptr && last->capital && !last->upper) return {};  // "the 100 Year Partnership"
  auto count = read_unit_count(captures, captures.range("n"));
  if (!count) return {};
  if (words.find("couple") != std::string::npos) count = 2;
  // "three quarters of the stock", "three-quarters full"
  const Token* joint = token_before(captures, captures.range("unit").begin);
  const bool of = is_folded(token_after(captures, captures.whole().end), "of");
  if (unit == "Q" && *count == 3 && (of || is_folded(joint, "-"))) return {};
  std::string length = length_of(unit, *count);
  if (captures.has("half") && *count > 0) length.insert(length.size() - 1, ".5");
  return one_time(captures, "DURATION", said_long(length));
}

/// "half an hour", "half a century"
Mentions read_half_length(const Captures& captures) {
  const std::string_view unit = unit_word(captures, "unit");
  const std::string_view length = unit == "H"   ? "PT30M"
                                  : unit == "Y" ? "P6M"
                                  : unit == "E" ? "P5Y"
                                  : unit == "C" ? "P50Y"
                                  : unit == "D" ? "PT12H"
                                                : "";
  if (length.empty()) return {};
  return one_time(captures, "DURATION", said_long(length));
}

/// "for years", "decades of war", "weeks-long"
Mentions read_bare_length(const Captures& captures) {
  const std::string_view unit = unit_word(captures, "unit");
  if (unit.empty() || captures.folded("unit").back() != 's' || is_age(captures)) return {};
  if (unit == "Q") return {};  // of a whole
  Mention mention = date_mention(captures, captures.range("p"), said_long(length_of(unit, 0)));
  std::get<Date>(mention.value).timex_type = "DURATION";
  return {std::move(mention)};
}

/// "in the weeks that followed"
Mentions read_followed(const Captures& captures) {
  const std::string_view unit = unit_word(captures, "unit");
  if (unit.empty() || captures.folded("unit").back() != 's') return {};
  return one_time(captures, "DURATION", said_long(length_of(unit, 0)));
}

/// "a month-long siege", "the yearlong fast"
Mentions read_long(const Captures& captures) {
  std::string unit = captures.folded("unit");
  if (captures.has("word")) {
    unit = captures.folded("word");
    unit.resize(unit.size() - std::string_view("long").size());
  }
  const auto value = calendar_word(captures.scene().vocabulary, unit, "unit");
  if (!value) return {};
  int count = 1;
  if (captures.has("n")) {
    const auto read = read_unit_count(captures, captures.range("n"));
    if (!read || *read == 0) return {};
    count = *read;
  }
  return one_time(captures, "DURATION", said_long(length_of(*value, count)));
}

/// "all day", "the whole year"
Mentions read_whole_length(const Captures& captures) {
  const std::string_view unit = unit_word(captures, "unit");
  if (unit.empty() || captures.folded("unit").back() == 's') return {};
  return one_time(captures, "DURATION", said_long(length_of(unit, 1)));
}

/// "every two weeks", "every thousand years"
std::optional<int> read_repeated_count(const Captures& captures) {
  constexpr int kHundred = 100;
  const std::string words = captures.folded("n");
  if (words == "hundred") return kHundred;
  if (words == "thousand") return 10 * kHundred;
  if (words == "few" || words == "couple of") return 0;  // nobody knows
  return read_unit_count(captures, captures.range("n"));
}

/// "every day", "each two weeks", "every other month"
Mentions read_every(const Captures& captures) {
  int count = captures.has("other") ? 2 : 1;
  if (captures.has("n")) {
    const auto read = read_repeated_count(captures);
    if (!read) return {};
    count = *read;
  }
  const std::string_view unit =
      captures.folded("unit") == "quarter" ? "Q" : unit_word(captures, "unit");
  const std::string length = length_of(unit, count);
  if (length.empty()) return {};
  return one_time(captures, "SET", said_long(length));
}

/// "every Thursday", "each July", "every summer", "Saturday nights"
Mentions read_every_point(const Captures& captures) {
  if (captures.has("plural")) {
    const std::string value(
        calendar_word(captures.scene().vocabulary, captures.folded("plural"), "weekdays")
            .value_or(""));
    const Token* token = token_after(captures, captures.range("plural").begin);
    if (value.empty() || (value != "WE" && !token->capital)) return {};
    Said said;
    said.vague = "XXXX-WXX-" + value;
    return one_time(captures, "SET", said);
  }
  const auto words = read_point_words(captures, captures.range("p"));
  if (!words) return {};
  Point point = words->point;
  point.pick = Pick::latest;
  Said said = said_at(point);
  said.time = time_of_day(captures);
  return one_time(captures, "SET", said);
}

/// "every night", "each morning"
Mentions read_every_part(const Captures& captures) {
  const auto part =
      calendar_word(captures.scene().vocabulary, captures.folded("part"), "day_part").value_or("");
  if (part.empty()) return {};
  const Token* word = token_after(captures, captures.range("part").begin);
  if (word->capital && !word->upper) return {};  // "Every Night and Day" is a song
  Said said;
  said.vague = "XXXX-XX-XX" + std::string(part);
  return one_time(captures, "SET", said);
}

/// "daily", "twice a week"
Mentions read_often(const Captures& captures) {
  if (captures.has("unit")) {
    return one_time(captures, "SET", said_long(length_of(unit_word(captures, "unit"), 1)));
  }
  const auto value = calendar_word(captures.scene().vocabulary, captures.folded("word"), "often");
  const Token* token = token_after(captures, captures.range("word").begin);
  // "the Daily Mail", "the party daily Granma"
  if (!value || (token->capital && captures.range("word").begin > 0)) return {};
  const Token* next = token_after(captures, captures.whole().end);
  if (next != nullptr && next->kind == TokenKind::word && next->capital) return {};
  return one_time(captures, "SET", said_long(*value));
}

/// "now", "at present", "in the future"
Mentions read_now(const Captures& captures) {
  const auto value = calendar_word(captures.scene().vocabulary, captures.folded("word"), "now");
  if (!value) return {};
  const Token* next = token_after(captures, captures.whole().end);
  if (is_folded(next, "-") || is_folded(next, "that")) return {};
  // "Now, the question is": goes on with the talk more often than it dates
  const Token* word = token_after(captures, captures.range("word").begin);
  const bool talk = is_folded(next, ",") || is_folded(next, "we") || is_folded(next, "for");
  if (is_folded(word, "now") && word->capital && talk) return {};
  // "the past two quarters", "the future of the port"
  const bool goes_on = next != nullptr && next->kind != TokenKind::symbol;
  if (*value == "PAST_REF" && goes_on) return {};
  if (*value == "FUTURE_REF" && is_folded(next, "of")) return {};
  return one_time(captures, "DATE", said_vague(*value));
}

/// "at 9:30 p.m.", "noon": of the day that the story stands at, which settle() knows
Mentions read_time(const Captures& captures) {
  const ItemRange items = captures.range("clock");
  const bool bare = items.size() == 3 && items.begin == captures.whole().begin;
  if (bare && is_folded(token_after(captures, items.begin + 1), ":")) return {};  // "won 20:24"
  std::string time = read_clock(captures, items);
  if (time.empty()) {
    std::string words = captures.folded(items);
    if (captures.has("mid"))
      words = captures.folded(ItemRange{captures.range("mid").end - 1, captures.range("mid").end});
    time = calendar_word(captures.scene().vocabulary, words, "day_part").value_or("");
  }
  if (time.empty()) return {};
  Point point;
  point.base = Base::narrative;
  point.unit = 'D';
  Said said = said_at(point);
  said.time = time;
  return one_time(captures, "TIME", said);
}

}  // namespace

std::vector<Rule> time_rules() {
  static const std::string count =
      "(?: {num|num3} | {card} (?: <->? {card} )* | {num|card} {scale} | a {scale} | a | an | "
      "another | {vague_count} )";
  static const std::string unit = "(?P<unit> {unit|short_unit} )";
  static const std::string hedge = "(?P<hedge> {hedge} )? ";
  // clang-format off
  return {
      {"time/length", "for three days",
       hedge + "the? (?: (?: {num|num3} | {card} ) (?: to | or | <-> | <--> ) )? (?P<n> " + count + " ) (?: more | further | additional | other | extra | straight | consecutive | full | long | whole | <-> )? (?P<unit> {unit|short_unit} ) (?P<half> and a half )?",
       read_length},
      {"time/half_first", "two and a half years",
       hedge + "(?P<n> {num} | {card} ) <->? (?P<half> and <->? a <->? half ) <->? (?P<unit> {unit|short_unit} )",
       read_length},
      {"time/half", "half an hour",
       hedge + "(?: half (?: a | an | <-> ) | a half ) " + unit,
       read_half_length},
      {"time/bare", "for years",
       "{length_pre} (?P<p> (?P<unit> {unit|short_unit} ) )",
       read_bare_length},
      {"time/bare_of", "decades of war",
       "(?P<p> (?P<unit> {unit|short_unit} ) ) (?: of | <-> long )",
       read_bare_length},
      {"time/followed", "in the weeks that followed",
       "(?: in | over | during | for | through | throughout | within )? the (?P<unit> {unit} ) (?: that | which ) followed",
       read_followed},
      {"time/whole", "all day",
       "(?: all | the whole | the entire | an entire | a whole | a full ) " + unit,
       read_whole_length},
      {"time/every", "every two weeks",
       "(?: every | each ) (?P<other> other )? (?P<n> {num|num3} | {card} | hundred | thousand | few | couple of )? (?P<unit> {unit|short_unit} | quarter )",
       read_every},
      {"time/every_point", "every Thursday",
       "(?: every | each ) (?: other | second )? (?P<p> {weekday|month|season} ) (?P<tod> {day_part} )?",
       read_every_point},
      {"time/every_part", "every night",
       "(?: every | each ) (?: single )? (?P<part> {day_part} )",
       read_every_part},
      {"time/plural", "on Sundays",
       "(?: on | at )? (?P<plural> {weekdays} )",
       read_every_point},
      {"time/plural_part", "on Saturday nights",
       "(?: on )? (?P<p> {weekday} ) (?P<tod> mornings | afternoons | evenings | nights )",
       read_every_point},
      {"time/often", "clashed twice daily",
       "(?P<word> {often} )",
       read_often},
      {"time/rate", "twice a week",
       "(?: once | twice | thrice | {num|card} times ) (?: a | an | per | each | every ) " + unit,
       read_often},
      {"time/now", "currently",
       "(?: until | till | by | from | as of | for | in )? (?P<word> {now} )",
       read_now},
      {"time/clock", "at 3 p.m.",
       "(?: at | by | until | till | around | about | since | from | after | before | shortly before | shortly after )? (?P<clock> {num} (?: <:> {num} )? (?: {ampm} | o'clock ) {zone}? | {num} <:> {num} in the {day_part} | {num} <:> {num} (?: hours | hrs )? {zone}? | {num} (?: hours | hrs ) {zone} | {num|year} (?: hours )? {zone} | noon | midnight )",
       read_time},
      {"time/part", "at dawn",
       "(?: at | by | until | till | before | after | from | since | around | shortly before | shortly after | just before | just after ) (?P<clock> dawn | dusk | nightfall | sunrise | sunset | daybreak | midday | evening | night )",
       read_time},
      {"time/the_part", "in the morning",
       "(?: in | during | by | through | throughout | late in | early in | later in ) (?: the (?: early | late )? (?P<clock> morning | afternoon | evening | night ) | (?P<mid> mid <->? (?: morning | afternoon ) ) )",
       read_time},
      {"time/long", "month-long siege",
       "(?P<n> {num} | {card} )? <->? (?P<unit> hour | day | week | month | year | decade | century ) <-> long",
       read_long},
      {"time/long_word", "yearlong fast",
       "(?P<word> daylong | weeklong | monthlong | yearlong | decadelong | hourlong )",
       read_long},
  };
  // clang-format on
}

}  // namespace msmt
