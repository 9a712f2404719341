/// Quantities: numbers with what they count and every word that bends them.
#include <string>

#include "extract/quantity_readers.hpp"

namespace msmt {

namespace {

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
    "(?: (?: {card} | (?: a | an ) ) <->? {fraction} | three <->? quarters | {num} (?: thousandths "
    "| millionths | billionths | trillionths ) )";
// "two thirds" and "three-quarters" are one number, "three quarters" may be nine months
const std::string kShare =
    "(?: {card} <->? (?: thirds | fifths | sixths | sevenths | eighths | ninths | tenths | "
    "hundredths ) | one <->? (?: third | quarter | fifth | sixth | seventh | eighth | ninth | "
    "tenth | "
    "hundredth ) | three <-> quarters )";
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
// "three (3)", "fifty (50) million"
const std::string kAgain =
    "(?: <(> (?: " + kDigits + " | " + kSpelledNumber + " ) <)> {multiplier}? )";
const std::string kCue = "(?P<cue> (?: {hedge} )* )";
const std::string kPost = "(?P<post> <->? {after} )?";
const std::string kPhrase =
    "(?P<np> (?: <°> | <º> )? (?: <-> {stop} {^stop|punct|date} | {^stop|punct|date} | "
    "{stop} <-> {^stop|punct|date} | <\"> {^stop|punct|date} )* )";
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
       kCue + "(?: anything | anywhere | somewhere )? (?P<between> between )" + kMinus + "(?P<num>" + kNumber + ")" + kMid + "and" + kMinus2 + "(?P<num2>" + kNumber + ")" + kPhrase,
       read_range_rule},
      {"quantity/range", "14,000 to 15,000 soldiers",
       "(?: a | an | (?: anything | anywhere ) from )?" + kCue + kMinus + "(?P<num>" + kNumber + ")" + kMid + "(?: (?P<to> <-> (?: to | or ) ) | to | <-> | <--> | or | through )" + kMinus2 + "(?P<num2>" + kNumber + ")" + kPhrase,
       read_range_rule},
      {"quantity/money", "more than $540 million",
       kCue + kMinus + "(?P<sign> (?: us | c | a | nz | hk | s | {country|upper} )? {currency} ) (?P<num>" + kNumber + ") (?: (?: to | <-> | <--> ) {currency}? (?P<num2>" + kNumber + ") )?" + kPost,
       read_money},
      {"quantity/money_between", "between $4 million and $6 million",
       kCue + "(?P<between> between ) (?P<sign> {currency} ) (?P<num>" + kNumber + ") and {currency}? (?P<num2>" + kNumber + ")",
       read_money},
      {"quantity/percent", "about 30 percent",
       kCue + "(?P<between> between )?" + kMinus + "(?P<num>" + kNumber + kAgain + "? ) <->? (?: (?: <%> | percent )? (?: to | <-> | <--> | and ) (?P<num2>" + kNumber + ") <->? )? (?P<unit> <%> | percent | per cent | pct | percentage (?: point | points ) | basis (?: point | points ) )",
       read_percent},
      {"quantity/partitive", "at least one of its systems",
       kCue + "(?P<num>" + kNumber + "| half ) (?P<of> of ) " + kWhose + " (?: (?: {^stop|punct|date}{1,3} <'s> )? (?P<whole> (?: {hedge} )* " + kNumber + ") )?" + kPhrase,
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
      {"quantity/full", "a full percentage point",
       "(?P<cue> a full ) (?P<np> {^stop|punct|date}{1,2} )",
       read_full},
      {"quantity/hanging", "1.0- and 1.5-litre engines",
       kCue + "(?P<num>" + kNumber + ") <-> and (?P<num2>" + kNumber + ") <-> (?P<unit> {^punct|date} )",
       read_hanging},
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
       kCue + "(?P<num> {num|card} ) (?: in | (?P<out> out of | of every ) ) (?: every )? (?P<num2> {num|num3|card} )" + kPhrase,
       read_odds},
      {"quantity/repeated", "three (3) radars",
       kCue + "(?P<num>" + kNumber + kAgain + ")" + kPhrase,
       read_number_rule},
      {"quantity/number", "more than 20,000 containers of shells",
       "(?: a | an )?" + kCue + kMinus + "(?P<num>" + kNumber + "| half )" + kPost + kPhrase,
       read_number_rule},
      },
      settle_quantities};
  // clang-format on
  return extractor;
}

}  // namespace msmt
