/// Years and longer, and their halves, quarters and seasons.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

#include "extract/date_readers.hpp"

namespace msmt {

Mentions read_year(const Captures& captures) {
  const auto words = read_point_words(captures, captures.range("p"));
  if (!words || words->point.base != Base::absolute || counts_as_year(captures, *words)) return {};
  const std::string pre = captures.folded("pre");
  const bool worded = captures.range("p").size() > 1;
  // "about 2000" and "on 2024" date nothing
  if (!worded && (pre == "on" || pre == "at" || pre == "effective" || pre == "dated")) return {};
  if (!worded && bend_of_date(captures) == "about" && pre != "circa" && pre != "ca.") return {};
  // "from 1200 in 2014": so old a year takes a preposition that counts nothing
  constexpr int kOld = 1800;
  static constexpr std::array<std::string_view, 5> kCounting = {"from", "of", "by", "for", "at"};
  const bool counting = std::find(kCounting.begin(), kCounting.end(), pre) != kCounting.end();
  const bool told = captures.scene().narrative.story.value_or(false);
  if (!worded && counting && words->point.year < kOld && !(told && pre == "of")) return {};
  return finish_date(captures, *words);
}

/// "in nineteen ninety-four", "the year two thousand"; "in two thousand and twenty cases" counts
Mentions read_year_words(const Captures& captures) {
  const auto words = read_point_words(captures, captures.range("p"));
  if (!words || words->point.base != Base::absolute) return {};
  const std::string text = captures.folded("p");
  const bool said = text.find("year") != std::string::npos;
  const bool round =
      text.find("thousand") != std::string::npos || text.find("hundred") != std::string::npos;
  if (!said && (round || !captures.has("pre"))) return {};
  const std::size_t end = captures.whole().end;
  const Token* next = token_after(captures, end);
  if (next != nullptr && next->folded == "-") return {};
  const bool counts = next != nullptr && next->kind == TokenKind::word && !said &&
                      !captures.scene().vocabulary.is(
                          next->folded, kPreposition | kConjunction | kPronoun | kDeterminer |
                                            kArticle | kAuxiliary | kSubordinator | kAdverb);
  if (counts) return {};
  return finish_date(captures, *words);
}

/// "in 2022, 2023 and 2024"
Mentions read_years(const Captures& captures) {
  Mentions mentions;
  const ItemRange range = captures.range("p");
  std::size_t begin = captures.whole().begin;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (captures.item(i).mark != "year") {
      begin = i + 1;
      continue;
    }
    const auto words = read_point_words(captures, ItemRange{i, i + 1});
    if (!words || counts_as_year(captures, *words)) return {};
    const ItemRange items{begin, i + 1};
    mentions.push_back(date_mention(captures, items,
                                    mentions.empty()
                                        ? bent_date(words->point, bend_of_date(captures))
                                        : said_at(words->point)));
  }
  return mentions;
}

/// "the 2024 election", "Ukraine's 2022 appeal", "MSMT 2024 report", "(2017)"
Mentions read_year_noun(const Captures& captures) {
  const ItemRange range = captures.range("p");
  const auto words = read_point_words(captures, range);
  if (!words || is_no_year(captures, range.begin, "")) return {};
  const Scene& scene = captures.scene();
  const Token* noun = token_after(captures, range.end);
  if (captures.has("paren")) return {date_mention(captures, range, said_at(words->point))};
  if (noun == nullptr) return {};
  const bool before_sum = captures.has("det") && noun->kind == TokenKind::symbol &&
                          scene.vocabulary.unit_symbol(scene.doc.words(noun->span)).has_value();
  if (before_sum)
    return {date_mention(captures, range, said_at(words->point))};  // "the 2022 $3 million heist"
  if (noun->kind != TokenKind::word || noun->folded.starts_with('\'')) return {};
  if (scene.vocabulary.is(noun->folded, kPreposition | kConjunction | kPronoun | kBe | kHave |
                                            kModal | kDeterminer)) {
    return {};
  }
  const std::string_view mark = captures.item(range.end).mark;
  constexpr int kOldest = 1800;  // "the 1500 gunners"
  if (words->point.year < kOldest) return {};
  const bool plural = is_plural(noun->folded);
  if (plural && (mark == "weapon" || mark == "military")) return {};
  const bool event = calendar_word(scene.vocabulary, noun->folded, "event").has_value();
  if (!captures.has("det")) {
    if (!event) return {};
    if (range.begin > 0) {
      const Term& before = captures.item(range.begin - 1);
      const Token& token = scene.tokens[before.first + before.count - 1];
      const bool named = before.mark == "country" || before.mark == "organization";
      if (!named && (token.kind != TokenKind::word || token.capital)) return {};
    }
  }
  // "the remaining 1950 prisoners" counts
  if (plural && !event && captures.has("between")) return {};
  return {date_mention(captures, range, said_at(words->point))};
}

Mentions read_century(const Captures& captures) {
  const std::string digits(captures.has("word") ? calendar_word(captures.scene().vocabulary,
                                                                captures.folded("word"), "ordinal")
                                                      .value_or("0")
                                                : std::string_view());
  const int number = std::atoi((digits.empty() ? captures.folded("n") : digits).c_str());
  const bool era = captures.has("era");
  const int least = era ? 1 : captures.has("word") ? 2 : 5;
  if (number < least || number > 22) return {};
  Point point;
  point.base = Base::absolute;
  point.year = (number - 1) * 100;
  if (captures.has("era") &&
      calendar_word(captures.scene().vocabulary, captures.folded("era"), "era") == "BC") {
    point.year = -point.year;
  }
  point.unknown = 2;
  return one_date(captures, bent_date(point, bend_of_date(captures)));
}

/// "from 218 to 201 BC", "(264-241 BC)": the era is that of both years
Mentions read_era_span(const Captures& captures) {
  const auto words = read_point_words(captures, captures.range("p"));
  if (!words || words->point.base != Base::absolute) return {};
  Point from = words->point;
  const int first = std::atoi(captures.folded("first").c_str());
  from.year = words->point.year > 0 ? first : 1 - first;  // 1 BC is the year 0
  const std::size_t joint = captures.range("first").end;
  const Token* between = token_after(captures, joint);
  const bool list = is_folded(between, "and") && !captures.has("between");
  if (list || first < 1 || from.year >= words->point.year) return {};
  const Token* before = token_before(captures, captures.range("first").begin);
  if (before != nullptr && (before->folded == "-" || before->folded == "$")) return {};
  return one_date(captures, said_between(from, words->point));
}

/// "in 431 BC", "AD 476"
Mentions read_era(const Captures& captures) {
  const auto words = read_point_words(captures, captures.range("p"));
  if (!words || words->point.base != Base::absolute) return {};
  const Token* before = token_before(captures, captures.range("p").begin);
  if (before != nullptr && before->folded == "-") return {};
  return finish_date(captures, *words);
}

/// "the late '80s", "the sixties": of the last century
Mentions read_decade(const Captures& captures) {
  Point point;
  point.base = Base::absolute;
  point.unknown = 1;
  constexpr int kCentury = 1900;
  if (captures.has("n")) {
    const std::string digits = captures.folded("n");
    const int decade = std::atoi(digits.c_str());
    if (digits.size() != 2 || decade % 10 != 0 || decade < 10) return {};
    point.year = kCentury + decade;
  } else {
    const auto word =
        calendar_word(captures.scene().vocabulary, captures.folded("word"), "decade_word");
    if (!word) return {};
    point.year = kCentury + std::atoi(std::string(*word).c_str());
  }
  return one_date(captures, bent_date(point, bend_of_date(captures)));
}

/// "2023-24", "2019-2023": the years of a span; "in winter 2023-24" is read with the season
Mentions read_year_span(const Captures& captures) {
  const ItemRange range = captures.range("p");
  const Scene& scene = captures.scene();
  const Token& first = scene.tokens[captures.item(range.begin).first];
  const Token& last = scene.tokens[captures.item(range.end - 1).first];
  const Token* before = token_before(captures, range.begin);
  if (first.glued && before != nullptr && before->folded != "(") return {};
  if (!captures.has("pre") && !last.glued) return {};
  Point from;
  from.base = Base::absolute;
  from.year = std::atoi(first.folded.c_str());
  Point to = from;
  to.year = std::atoi(last.folded.c_str());
  if (last.folded.size() == 2) to.year += from.year - from.year % 100;
  const bool short_one = last.folded.size() == 1 && captures.has("pre");  // "in 1745-6"
  if (short_one) to.year += from.year - from.year % 10;
  if (short_one && to.year != from.year + 1) return {};
  constexpr int kLongest = 200;
  if (to.year <= from.year || to.year - from.year > kLongest) return {};
  if (last.folded.size() != 2 && last.folded.size() != 4 && !short_one) return {};
  // twelve months are no month: "2011-12" alone may be either
  if (last.folded.size() == 2 && to.year != from.year + 1 && !captures.has("pre")) return {};
  if (const Token* next = token_after(captures, range.end)) {
    if (next->glued && (next->kind != TokenKind::symbol || next->folded == "-")) return {};
    if (calendar_word(scene.vocabulary, next->folded, "counted") ||
        calendar_word(scene.vocabulary, next->folded, "clock")) {
      return {};
    }
  }
  return one_date(captures, said_between(from, to));
}

Mentions read_fiscal(const Captures& captures) {
  const auto words = read_point_words(captures, captures.range("year"));
  if (!words) return {};
  if (!captures.has("to"))
    return one_date(captures, bent_date(words->point, bend_of_date(captures)));
  Point to = words->point;
  const std::string digits = captures.folded("to");
  to.year = std::atoi(digits.c_str()) + (digits.size() == 2 ? to.year - to.year % 100 : 0);
  if (to.year != words->point.year + 1) return {};
  return one_date(captures, said_between(words->point, to));
}

/// "the first half of 2025", "Q3 2024", "the third quarter of last year"
Mentions read_fraction(const Captures& captures) {
  const auto words = read_point_words(captures, captures.range("p"));
  if (!words || counts_as_year(captures, *words)) return {};
  return finish_date(captures, *words);
}

/// "the first eleven months of that year"
Mentions read_first_months(const Captures& captures) {
  const auto count = read_unit_count(captures, captures.range("n"));
  const auto year = read_point_words(captures, captures.range("tail"));
  if (!count || *count < 1 || *count > 12 || !year || counts_as_year(captures, *year)) return {};
  const bool first = captures.folded("nth") == "first";
  Point from = year->point;
  Point to = year->point;
  if (from.base == Base::free) return {};
  from.month = first ? 1 : 13 - *count;
  to.month = first ? *count : 12;
  return one_date(captures, said_between(from, to));
}

Mentions read_season(const Captures& captures) {
  const auto words = read_point_words(captures, captures.range("p"));
  if (!words || words->point.season == 0) return {};
  if (captures.has("winters")) {  // "the winter of 2023-24"
    const std::string digits = captures.folded("winters");
    const int next_year = words->point.year + 1;
    const int whole = digits.size() == 1 ? 10 : digits.size() == 2 ? 100 : 10000;
    if (std::atoi(digits.c_str()) != next_year % whole) return {};
    return finish_date(captures, *words);
  }
  if (captures.has("tail")) {
    if (!words->has_year || counts_as_year(captures, *words)) return {};
    return finish_date(captures, *words);
  }
  const Token* next = token_after(captures, captures.whole().end);
  const std::string season = captures.folded("season");
  const Token* name = token_before(captures, captures.range("season").end);
  if (name != nullptr && name->capital && next != nullptr && next->capital) return {};
  const bool verb = season == "fall" || season == "spring";
  if (verb && !captures.has("the") && words->part.empty()) return {};  // "in early spring"
  // "in the fall of the city", "in the spring offensive"
  if (next != nullptr && (next->folded == "of" || next->folded == "-" || next->folded == "in"))
    return {};
  if (next != nullptr && calendar_word(captures.scene().vocabulary, next->folded, "season_noun"))
    return {};
  if (next != nullptr && next->kind == TokenKind::word && verb &&
      !captures.scene().vocabulary.is(next->folded, kPreposition | kConjunction | kAuxiliary |
                                                        kPronoun | kAdverb | kRelative |
                                                        kDeterminer)) {
    return {};
  }
  return finish_date(captures, *words);
}

}  // namespace msmt
