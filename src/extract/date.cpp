/// Dates: points, spans and open spans of time, absolute or relative (docs/output.md).
///
/// Readers keep what is said; when the sentence is read, settle_dates() resolves its dates in text order,
/// because a date may lean on the one before it.
#include <string>

#include "extract/date_readers.hpp"
#include "extract/rule.hpp"

namespace msmt {

namespace {

// Fragments. A pattern only finds the words; read_point_words() makes sense of them.
const std::string kPre = "(?P<pre> {pre} )?";
const std::string kYearRel =
    "(?: the? {rel} (?: calendar | fiscal | financial )? year | of the year )";
const std::string kEraYear = "(?: {num|num3|year} {era} | (?: ad | a.d. ) {num|num3|year} )";
const std::string kSpelled =
    "(?: (?: seventeen | eighteen | nineteen ) (?: {card} (?: <->? {card} )? | hundred ) | twenty "
    "{card} (?: <->? {card} )? | two thousand (?: and? {card} )? )";
const std::string kTail = "(?: <,>? (?: of | in )? (?: " + kEraYear + " | {year} | " + kYearRel +
                          " | " + kSpelled + " ) )";
const std::string kYearWord = "(?: the? (?: calendar )? year )";
const std::string kMonth = "{month|month_short}";
const std::string kDay = "(?: the? {num} {nth_end} | {num} )";
const std::string kMonthDay = "(?: " + kMonth + " " + kDay + " | " + kDay + " of? " + kMonth + " )";
const std::string kWeekday = "(?: {weekday|weekday_short} <,>? )";
const std::string kPart = "(?: the? {part} <->? )";
const std::string kClock =
    "(?: (?: {num} (?: <:> {num} )? (?: {ampm} | o'clock ) | {num} <:> {num} in the {day_part} | "
    "{num} <:> {num} (?: hours | hrs )? | "
    "{num|year|num3} (?: hours | hrs | {zone} ) | noon | midnight | midday ) {zone}? )";
const std::string kDayPart =
    "(?P<tod> <,>? (?: in the | at | around | about | shortly before | shortly after )? "
    "(?: {day_part} | " +
    kClock + " ) )";
const std::string kNight =
    "(?P<night> the? (?: (?: early | late )? {day_part} (?: hours )? | (?: early | small ) hours ) "
    "of )";
const std::string kBefore = "(?P<before> (?: " + kClock + " <,>? (?: on )? | {day_part} on ) )";
const std::string kCount = "(?: {num|num3} | {card} (?: <->? {card} )* | a | an | {vague_count} )";
/// "half a century", "a quarter of a century"
const std::string kPiece =
    "(?: (?P<piece> half | (?: a | one ) quarter <->? (?: of )? ) (?: a | an | <-> )? | (?P<n> " +
    kCount + " ) )";
const std::string kHedge = "(?P<hedge> {hedge} )?";
const std::string kFraction =
    "(?: the? {nth} <->? (?: half | quarter ) (?: of )? | the? (?: last | latter ) half of | "
    "(?: h | q ) {num} (?: of )? )";
/// The year first: "the 1988 third quarter", "this year's second half".
const std::string kYearFraction =
    "(?: the? (?: {year} | {rel} year 's | fiscal ) {nth} <->? (?: half | quarter ) )";
const std::string kSeason = "(?: the? {season} )";
/// One end of a span.
const std::string kEnd =
    "(?: " + kPart + "? (?: " + kWeekday + "? " + kMonthDay + " " + kTail + "? | " + kMonth + " " +
    kTail + "? | " + kEraYear + " | {year} | the? {year} (?: s | 's ) | " + kYearRel + " | " +
    kFraction + " " + kTail + "? | " + kSeason + " (?: of )? (?: {year} | " + kYearRel +
    " )? | the? {rel} {unit|month|season|weekday} | {weekday} | {day_word} ) )";
const std::string kNow =
    "(?P<now> (?: the present (?: day )? | now | date | present (?: day )? ) )";

}  // namespace

const Extractor& date_extractor() {
  // clang-format off
  static const Extractor extractor = [] {
    Extractor table{
      "date",
      {{"month", "calendar", "forms", "kind", "month"},
       {"month", "calendar", "forms", "kind", "month_word"},
       {"month_short", "calendar", "forms", "kind", "month_short"},
       {"weekday", "calendar", "forms", "kind", "weekday"},
       {"weekday_short", "calendar", "forms", "kind", "weekday_short"},
       {"season", "calendar", "forms", "kind", "season"},
       {"feast", "calendar", "forms", "kind", "feast"},
       {"pre", "calendar", "forms", "kind", "pre"},
       {"part", "calendar", "forms", "kind", "part"},
       {"rel", "calendar", "forms", "kind", "rel"},
       {"unit", "calendar", "forms", "kind", "unit"},
       {"nth", "calendar", "forms", "kind", "nth"},
       {"ordinal", "calendar", "forms", "kind", "ordinal"},
       {"nth_end", "calendar", "forms", "kind", "nth_end"},
       {"day_word", "calendar", "forms", "kind", "day_word"},
       {"day_part", "calendar", "forms", "kind", "day_part"},
       {"ampm", "calendar", "forms", "kind", "ampm"},
       {"era", "calendar", "forms", "kind", "era"},
       {"decade_word", "calendar", "forms", "kind", "decade_word"},
       {"zone", "calendar", "forms", "kind", "zone"},
       {"vague_count", "calendar", "forms", "kind", "vague_count"},
       {"short_unit", "calendar", "forms", "kind", "short_unit"},
       {"often", "calendar", "forms", "kind", "often"},
       {"now", "calendar", "forms", "kind", "now"},
       {"weekdays", "calendar", "forms", "kind", "weekdays"},
       {"length_pre", "calendar", "forms", "kind", "length_pre"},
       {"past", "calendar", "forms", "kind", "past"},
       {"future", "calendar", "forms", "kind", "future"},
       {"recent", "calendar", "forms", "kind", "recent"},
       {"coming", "calendar", "forms", "kind", "coming"},
       {"card", "numbers", "forms", "kind", "unit"},
       {"card", "numbers", "forms", "kind", "ten"},
       {"scale", "numbers", "forms", "kind", "multiplier"},
       {"hedge", "hedges", "forms", "place", "before"}},
      {{"country", nullptr, "country"},
       {"organization", nullptr, "organization"},
       {"military", nullptr, "military_unit"},
       {"weapon", nullptr, "weapon"}},
      {
      {"date/between", "between March and October last year",
       "(?P<open> between ) (?P<a>" + kEnd + ") <,>? (?P<and> and ) (?P<b>" + kEnd + ")",
       read_span},
      {"date/from_to", "from November to December 2023",
       "(?P<open> (?: since | starting )? from ) (?P<a>" + kEnd + ") <,>? (?: up? to | until | till | through | <-> | <--> ) (?: " + kNow + " | (?P<b>" + kEnd + ") )",
       read_span},
      {"date/to", "May 30 to June 2, 2025",
       kPre + "(?P<a>" + kEnd + ") (?: to | through | (?P<dash> <-> | <--> ) ) (?: " + kNow + " | (?P<b>" + kEnd + ") )",
       read_span},
      {"date/onward", "from March 2024 onwards",
       "(?P<span> from (?P<a>" + kEnd + ") (?: onward | onwards | forward | (?P<on> on ) ) ) <,>?",
       read_onward},
      {"date/numeric", "2024-06-12",
       kPre + "(?P<p> {year} <-> {num} <-> {num} | {year} </> {num} </> {num} | {year} <.> {num} <.> {num} | {num} </> {num} </> {year} | {num} <.> {num} <.> {year} | {num} <-> {num} <-> {year} )",
       read_numeric},
      {"date/days", "June 12-14, 2024",
       kPre + kNight + "? (?: from | (?P<between> between ) )? (?P<p> " + kMonth + " " + kDay + " ) (?P<sep> <-> | <--> | to | and | through ) the? (?P<last> {num} ) {nth_end}? (?P<tail> <,>? (?: {year} | " + kYearRel + " ) )?",
       read_days},
      {"date/days_first", "12 to 14 June",
       kPre + kNight + "? (?: from | (?P<between> between ) )? the? (?P<first> {num} ) {nth_end}? (?P<sep> <-> | <--> | </> | to | and | through ) (?P<p> " + kDay + " of? " + kMonth + " (?: <,>? (?: {year} | " + kYearRel + " ) )? )",
       read_days},
      {"date/day_year", "on May 9, 2025",
       kPre + kBefore + "? " + kNight + "? (?P<p> " + kWeekday + "? " + kMonthDay + " (?P<tail> " + kTail + " ) )" + kDayPart + "?",
       read_day},
      {"date/day", "on May 9",
       kPre + kBefore + "? " + kNight + "? (?P<p> (?: last | next | this )? " + kWeekday + "? " + kMonthDay + " )" + kDayPart + "?",
       read_day},
      {"date/day_list", "on December 11, 12 and 13",
       kPre + "(?P<p> " + kMonth + " {num} ) (?P<list> (?: <,> {num} )+ ) <,>? and (?P<last> {num} )",
       read_day_list},
      {"date/day_ordinal", "on the 28th",
       "(?: at? (?P<before> {day_part} | " + kClock + " ) )? (?P<pre> on | by | since | until | till | before | from | of | in | during | through ) " + kNight + "? the (?P<n> {num} ) {nth_end}" + kDayPart + "?",
       read_day_ordinal},
      {"date/months", "in May and June 2024",
       kPre + "(?P<p> " + kMonth + " (?: <,> " + kMonth + " )* <,>? (?: and | or ) " + kMonth + " (?P<tail> " + kTail + " )? )",
       read_months},
      {"date/month_year", "since September 2023",
       kPre + "(?P<p> " + kPart + "? " + kMonth + " (?P<tail> " + kTail + " ) )",
       read_month},
      {"date/month_around", "June summit last year",
       kPre + "(?P<p> " + kMonth + " (?P<noun> {lower|cap|upper}{1,2} ) (?: of )? {rel} year )",
       read_month_around},
      {"date/month", "in October",
       kPre + "(?P<p> " + kPart + "? " + kMonth + " )",
       read_month},
      {"date/month_noun", "its June summit",
       "(?: the | a | an | its | his | her | their | our | 's ) (?P<p> {month} ) (?P<noun> {^punct} )",
       read_month_noun},
      {"date/month_possessive", "April's talks",
       "(?P<p> {month} ) 's",
       read_month_noun},
      {"date/era_span", "from 218 to 201 BC",
       kPre + "(?: from | (?P<between> between ) )? (?P<first> {num|num3|year} ) (?: <-> | <--> | to | until | and ) (?P<p> {num|num3|year} {era} )",
       read_era_span},
      {"date/era", "in 425 BC",
       kPre + "(?P<p> " + kPart + "? " + kEraYear + " )",
       read_era},
      {"date/years", "in 2022, 2023 and 2024",
       "(?: (?P<pre> {pre} ) (?: the years )? | the years ) (?P<p> {year} (?: <,> {year} )* <,>? (?: and | or ) {year} )",
       read_years},
      {"date/year_span", "2023-24",
       kPre + "(?P<p> {year} (?: <-> | <--> | </> ) {year|num} )",
       read_year_span},
      {"date/year", "in 2024",
       "(?P<pre> {pre} ) (?P<p> " + kPart + "? " + kYearWord + "? {year} )",
       read_year},
      {"date/year_words", "in nineteen ninety-four",
       kPre + "(?P<p> " + kPart + "? " + kYearWord + "? " + kSpelled + " )",
       read_year_words},
      {"date/year_part", "late 2024",
       "(?P<p> " + kPart + " {year} | the (?: calendar )? year {year} )",
       read_year},
      {"date/year_noun", "the 2024 election",
       "(?P<det> the | a | an | its | his | her | their | our | this | that | 's | new )? (?P<between> {lower} )? (?P<p> {year} ) (?: {^punct|num|num3|year} | <$> | <€> | <£> )",
       read_year_noun},
      {"date/year_paren", "Resolution 2397 (2017)",
       "(?P<paren> <(> ) (?P<p> {year} ) <)>",
       read_year_noun},
      {"date/decade", "in the 1990s",
       kPre + "(?P<p> the? " + kPart + "? the? {year} (?: s | 's ) )",
       read_year},
      {"date/century", "in the 20th century",
       kPre + "the? " + kPart + "? the? (?P<n> {num} ) {nth_end} <->? century (?P<era> {era} )?",
       read_century},
      {"date/century_word", "in the fourth century",
       kPre + "the " + kPart + "? (?P<word> {ordinal} ) <->? century (?P<era> {era} )?",
       read_century},
      {"date/decade_short", "in the late '80s",
       kPre + "(?P<p> the? " + kPart + "? the? <'> (?P<n> {num} ) (?: s | 's ) )",
       read_decade},
      {"date/decade_word", "since the sixties",
       kPre + "(?P<p> the " + kPart + "? (?: nineteen )? (?P<word> {decade_word} ) )",
       read_decade},
      {"date/fiscal", "fiscal 2024",
       kPre + "the? (?: fiscal | financial | fy ) (?: year )? (?P<year> {year} ) (?: (?: <-> | </> ) (?P<to> {year|num} ) )?",
       read_fiscal},
      {"date/fraction", "in the first half of 2025",
       kPre + "(?P<p> " + kPart + "? " + kFraction + " (?: <,>? (?: of | in )? (?: {year} | the? {rel} year | the year | " + kMonth + " (?: {year} )? ) ) )",
       read_fraction},
      {"date/quarter_noun", "its third-quarter loss",
       "(?P<p> {nth} <-> quarter )",
       read_fraction},
      {"date/year_fraction", "the 2024 third quarter",
       kPre + "(?P<p> " + kPart + "? " + kYearFraction + " )",
       read_fraction},
      {"date/first_months", "in the first eleven months of that year",
       kPre + "the? (?P<nth> first | last | final ) (?P<n> {num} | {card} ) months (?P<tail> of (?: {year} | the? {rel} year | the year ) )",
       read_first_months},
      {"date/quarter", "in the third quarter",
       "(?P<pre> {pre} ) (?P<p> the {nth} <->? quarter )",
       read_fraction},
      {"date/part_of", "by the end of the year",
       kPre + "(?P<part> the? {part} ) the (?P<unit> {unit} )",
       read_part_of},
      {"date/years_end", "by year's end",
       kPre + "the? (?P<unit> year | month ) (?: 's | <-> )? end",
       read_part_of},
      {"date/season_year", "in the summer of 2019",
       kPre + "(?P<p> " + kPart + "? the? {season} (?P<tail> <,>? (?: of | in )? (?: " + kEraYear + " | {year} | " + kYearRel + " | " + kSpelled + " ) ) ) (?: <-> (?P<winters> {num|year} ) )?",
       read_season},
      {"date/season", "in the summer",
       "(?P<pre> {pre} | over ) (?P<p> " + kPart + "? (?P<the> the )? (?P<season> {season} ) )",
       read_season},
      {"date/window", "in the past three months",
       "(?P<pre> {pre} | over | within | across | inside )? the (?P<rel> last | past | next | coming | upcoming ) (?P<n> " + kCount + " )? (?P<unit> {unit|short_unit} )",
       read_window},
      {"date/window_bare", "over past three months",
       "(?P<pre> in | over | during | for | within ) (?P<rel> last | past | next | coming ) (?P<n> " + kCount + " ) (?P<unit> {unit} )",
       read_window},
      {"date/relative", "earlier this year",
       kPre + kBefore + "? (?P<p> " + kPart + "? (?P<the> the )? (?P<rel> {rel} ) (?: calendar )? {unit|month|season|weekday} )" + kDayPart + "?",
       read_relative},
      {"date/weekday_week", "Thursday last week",
       kPre + "(?P<p> {weekday} (?: of )? (?P<rel> {rel} ) week )",
       read_relative},
      {"date/weekend", "last weekend",
       "(?P<pre> {pre} | over )? (?: the | (?P<rel> last | this | next | this coming ) ) weekend",
       read_weekend},
      {"date/weekday", "on Thursday",
       kPre + kBefore + "? " + kNight + "? (?P<p> " + kPart + "? {weekday} )" + kDayPart + "?",
       read_weekday},
      {"date/day_word", "today",
       "(?: (?P<pre> since | until | by | before | after | as of | from | at ) )? " + kBefore + "? (?: late | early | earlier | later )? (?P<p> {day_word} )" + kDayPart + "?",
       read_day_word},
      {"date/ago", "two weeks ago",
       "(?P<pre> since | until | from | as recently as | as late as | as far back as )? " + kHedge + kPiece + " (?: (?P<or> (?: to | or | <-> ) " + kCount + " ) | (?P<more> and a half ) )? (?P<unit> {unit} ) (?: (?P<half> and a half ) | (?P<so> or so ) )? (?P<word> ago | from now | hence ) (?P<same> today | to the day | this month )?",
       read_count},
      {"date/since_event", "since the coup of February 2021",
       "(?: ever )? since (?: the | its | their | his | {country} 's ) (?: (?: start | beginning | outbreak | end ) of (?: the | its ) )? (?: {country|organization|cap} ){0,2} (?P<event> (?: {lower} <->? ){1,3} ) (?: (?: of | against | in ) (?: the )? {country} )? (?: of | in | on ) (?P<a>" + kEnd + ")",
       read_since_event},
      {"date/since_then", "It closed in 2017; since then it has been empty.",
       "(?: ever )? since then",
       read_since_then},
      {"date/later", "three days later",
       kHedge + kPiece + " (?P<more> and a half )? (?P<unit> {unit} ) (?P<half> and a half )? (?P<word> later | earlier | before | after | afterward | afterwards | previously | beforehand | prior | thereafter )",
       read_count},
      {"date/night", "the next evening",
       kPre + "(?: (?P<clock> " + kClock + " ) <,>? )? (?P<the> the )? (?P<rel> {rel} ) (?: early | late )? (?P<tod> {day_part} )",
       read_night},
      {"date/night_before", "the night before",
       kPre + "the (?P<tod> {day_part} ) (?P<word> before | after )",
       read_night},
      {"date/unit_before", "the year before",
       kPre + "the (?P<unit> {unit} ) (?P<word> before | after | earlier | prior | previous )",
       read_unit_before},
      {"date/recent", "in recent years",
       "(?P<pre> {pre} | over | within )? the? (?: {vague_count} )? (?P<word> {recent|coming} ) {unit}",
       read_vague},
      {"date/vague", "recently",
       "(?P<word> {past|future} )",
       read_vague},
      {"date/feast", "on Christmas Day",
       kPre + kBefore + "? (?P<p> {feast} (?: <,>? (?: {year} | {rel} year ) )? )",
       read_feast},
      },
      settle_dates};
    for (auto* more : {quarter_rules, time_rules}) {
      for (Rule& rule : more()) table.rules.push_back(std::move(rule));
    }
    return table;
  }();
  // clang-format on
  return extractor;
}

}  // namespace msmt
