/// Reports on business: the quarter that they are about, the one a year before, the year as a whole.
/// settle_dates() knows which quarter that is.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

#include "extract/date_readers.hpp"

namespace msmt {

namespace {

/// Whether money is talked of, so that "the quarter" is one of a year, not of a town or a match.
bool is_business(const Scene& scene) {
  static constexpr std::array<std::string_view, 26> kWords = {
      "$",       "€",       "£",         "¥",       "%",        "percent",  "cents",
      "million", "billion", "profit",    "profits", "revenue",  "revenues", "earnings",
      "sales",   "loss",    "losses",    "income",  "results",  "growth",   "economy",
      "exports", "company", "company's", "gdp",     "shipments"};
  if (!scene.narrative.quarter.empty()) return true;
  return std::any_of(scene.tokens.begin(), scene.tokens.end(), [](const Token& token) {
    return std::find(kWords.begin(), kWords.end(), token.folded) != kWords.end();
  });
}

Point quarter_point(Base base, int shift) {
  Point point;
  point.base = base;
  point.unit = 'Q';
  point.shift = shift;
  return point;
}

/// "last quarter", "the quarter", "the latest quarter"
Mentions read_quarter(const Captures& captures) {
  const Token* next = token_after(captures, captures.whole().end);
  if (is_folded(next, "-") || is_folded(next, "of")) return {};
  if (!is_business(captures.scene())) return {};
  const std::string rel(
      calendar_word(captures.scene().vocabulary, captures.folded("rel"), "rel").value_or("same"));
  const bool here = rel == "last" || rel == "this" || rel == "next";
  const int shift = rel == "last" || rel == "previous"    ? -1
                    : rel == "next" || rel == "following" ? 1
                                                          : 0;
  if (is_folded(next, "ended") || is_folded(next, "ending")) {
    // of a firm's own year unless it ends with a calendar quarter
    const auto month =
        read_point_words(captures, ItemRange{captures.whole().end + 1, captures.whole().end + 2});
    if (!month || month->point.month == 0 || month->point.month % 3 != 0) return {};
    Point own;
    own.quarter = month->point.month / 3;
    return one_date(captures, said_at(own));
  }
  const Point point = quarter_point(here ? Base::published : Base::narrative, shift);
  return one_date(captures, bent_date(point, bend_of_date(captures)));
}

/// "the year-earlier quarter", "the same period last year", "year-ago profit"
Mentions read_year_ago(const Captures& captures) {
  if (captures.has("months")) {
    const auto count = read_unit_count(captures, captures.range("n"));
    if (!count || *count == 0) return {};
    Mention mention = date_mention(captures, captures.whole(), said_long(length_of("M", *count)));
    std::get<Date>(mention.value).timex_type = "DURATION";
    return {std::move(mention)};
  }
  Point point = quarter_point(Base::narrative, -4);
  if (captures.has("nth")) {
    const auto nth = calendar_word(captures.scene().vocabulary, captures.folded("nth"), "nth");
    if (!nth) return {};
    point = {};
    point.base = Base::published;
    point.shift = -1;
    point.quarter = std::atoi(std::string(*nth).c_str());
  }
  return one_date(captures, bent_date(point, bend_of_date(captures)));
}

/// "its third quarter", "a weak second quarter"
Mentions read_bare_quarter(const Captures& captures) {
  const Token* next = token_after(captures, captures.whole().end);
  if (is_folded(next, "-") || is_folded(next, "of") || !is_business(captures.scene())) return {};
  const auto words = read_point_words(captures, captures.range("p"));
  if (!words) return {};
  Point point = words->point;
  aim_date(captures, point, {});
  return {date_mention(captures, captures.range("p"), said_at(point))};
}

/// "for the year ended March 31"
Mentions read_year_ended(const Captures& captures) {
  Mention mention = date_mention(captures, captures.range("p"), said_long("P1Y"));
  std::get<Date>(mention.value).timex_type = "DURATION";
  return {std::move(mention)};
}

/// "a high for the year": the story's year, else the publication's
Mentions read_the_year(const Captures& captures) {
  const Token* next = token_after(captures, captures.whole().end);
  const bool ends = next == nullptr || (next->kind == TokenKind::symbol && next->folded != "-" &&
                                        next->folded != "(" && next->folded != "--");
  static constexpr std::array<std::string_view, 5> kAnd = {"and", "but", "as", "while", "with"};
  if (!ends && std::find(kAnd.begin(), kAnd.end(), next->folded) == kAnd.end()) return {};
  Point point;
  point.base = Base::narrative;
  return one_date(captures, said_at(point));
}

}  // namespace

std::vector<Rule> quarter_rules() {
  static const std::string year_ago = "(?: year <-> (?: earlier | ago ) | prior <-> year )";
  static const std::string pre = "(?P<pre> {pre} )?";
  // clang-format off
  return {
      {"date/the_quarter", "orders of $9 million during the quarter",
       pre + "(?: (?P<rel> {rel} ) | the (?: latest | most recent )? | its latest ) quarter",
       read_quarter},
      {"date/year_ago_quarter", "the year-earlier quarter",
       pre + "the? (?: comparable | corresponding | same )? " + year_ago + " (?: fiscal )? (?P<nth> {nth} )? <->? quarter",
       read_year_ago},
      {"date/year_ago_months", "in the year-earlier nine months",
       pre + "the? (?: comparable | corresponding | same )? " + year_ago + " (?P<n> {num} | {card} ) (?P<months> months )",
       read_year_ago},
      {"date/year_ago", "the year-earlier period",
       pre + "the? (?: comparable | corresponding | same )? " + year_ago + " (?: period | figure | level )?",
       read_year_ago},
      {"date/same_quarter", "the same quarter last year",
       pre + "the? (?: same | comparable | corresponding | like ) quarter (?: of | in )? (?: last year | a year (?: ago | earlier | before ) | the (?: year before | previous year | prior year ) )",
       read_year_ago},
      {"date/same_period", "the same period a year earlier",
       pre + "the? (?: same | comparable | corresponding | like ) period (?: of | in )? (?: last year | a year (?: ago | earlier | before ) | the (?: year before | previous year | prior year ) )",
       read_year_ago},
      {"date/bare_quarter", "sales of $9 million for its fourth quarter",
       "(?: the | a | an | its | their | his | her | our | this )? (?: {lower} )? (?P<p> {nth} <->? quarter )",
       read_bare_quarter},
      {"date/year_ended", "for the year ended March 31",
       "(?: for | in | of )? (?P<p> the (?: fiscal | financial )? year ) (?: ended | ending )",
       read_year_ended},
      {"date/the_year", "sold two ships in the year",
       "(?: for | in | during | throughout ) the (?: calendar | full | whole | fiscal | financial )? year",
       read_the_year},
  };
  // clang-format on
}

}  // namespace msmt
