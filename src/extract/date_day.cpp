/// Days and months: by name, by numbers, feast days.
#include <array>
#include <cstdlib>
#include <string>

#include "extract/date_readers.hpp"

namespace msmt {

namespace {

/// Whether a bare month is a person or a verb: "by April Jones", "on March"
bool is_no_month(const Captures& captures, const PointWords& words) {
  const std::string pre = captures.folded("pre");
  if (words.abbreviated) return true;
  // "on March" is no date, "at the end of March" is one
  if (words.part.empty() && (pre == "on" || pre == "at" || pre == "dated")) return true;
  const std::size_t after = captures.whole().end;
  const bool names = pre == "by" || pre == "of" || pre == "from" || pre == "for" ||
                     pre == "after" || pre == "before" || pre.empty();
  if (names && after < captures.scene().items.size() && captures.item(after).mark == "cap")
    return true;
  if (const Token* next = token_after(captures, after)) {
    // "in March 2,000 men" is a month and a count; "in May 5-10" is nothing at all
    if (next->glued && (next->folded == "-" || next->folded == "/")) return true;
    if (calendar_word(captures.scene().vocabulary, next->folded, "not_after")) return true;
  }
  return false;
}

/// "31 February 2024" is reported as a day of that month that nobody knows: 2024-02-XX.
Mentions read_impossible_day(const Captures& captures) {
  const Scene& scene = captures.scene();
  const ItemRange range = captures.range("p");
  int month = 0;
  int day = 0;
  std::string year = "XXXX";
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const Token& token = scene.tokens[captures.item(i).first];
    if (captures.item(i).mark == "year") {
      year = token.folded;
    } else if (token.kind == TokenKind::number && token.folded.size() <= 2) {
      day = std::atoi(token.folded.c_str());
    }
    for (const std::string_view kind : {"month", "month_word", "month_short"}) {
      const auto value = calendar_word(scene.vocabulary, token.folded, kind);
      if (value && token.capital) month = std::atoi(std::string(*value).c_str());
    }
  }
  constexpr int kLeapYear = 2000;
  constexpr int kLongest = 31;
  const bool stated = year != "XXXX";
  if (month == 0 || day < 1 || day > kLongest) return {};
  if (is_day(stated ? std::atoi(year.c_str()) : kLeapYear, month, day)) return {};
  const std::string digits = std::to_string(month);
  return one_date(captures, said_vague(year + "-" + (month < 10 ? "0" : "") + digits + "-XX"));
}

}  // namespace

/// "May 9", "12 June 2024", "Thursday, May 29"
Mentions read_day(const Captures& captures) {
  auto words = read_point_words(captures, captures.range("p"));
  if (!words) return read_impossible_day(captures);
  if (!words || words->point.day == 0 || counts_as_year(captures, *words)) return {};
  // "in May 15 ships": a day takes "on"
  const ItemRange range = captures.range("p");
  const bool day_last =
      captures.scene().tokens[captures.item(range.begin).first].kind != TokenKind::number;
  if (!words->has_year) {
    if (counts_next(captures, captures.whole().end)) return {};
    if (day_last && captures.folded("pre") == "in") return {};
    // "the Aug. 7 attacks": the verb of the sentence says nothing about that day
    const std::size_t begin = captures.whole().begin;
    const Token* det = token_before(captures, begin);
    const Token* noun = token_after(captures, captures.whole().end);
    const Vocabulary& vocabulary = captures.scene().vocabulary;
    const bool described = det != nullptr && det->folded == "the" && !captures.has("pre") &&
                           noun != nullptr && noun->kind == TokenKind::word &&
                           !vocabulary.is(noun->folded, kPreposition | kConjunction) &&
                           !(begin >= 2 && token_before(captures, begin - 1)->folded == "before");
    if (described && words->point.pick == Pick::latest && words->point.base == Base::free) {
      words->point.pick = Pick::nearest;
    }
  }
  return finish_date(captures, *words);
}

/// "June 12-14, 2024", "12 to 14 June", "May 9 and 10"
Mentions read_days(const Captures& captures) {
  auto words = read_point_words(captures, captures.range("p"));
  if (!words || words->point.day == 0 || counts_as_year(captures, *words)) return {};
  Point from = words->point;
  if (captures.has("tail")) {
    const auto tail = read_point_words(captures, captures.range("tail"));
    if (!tail || counts_as_year(captures, *tail)) return {};
    from.base = tail->point.base;
    from.year = tail->point.year;
    from.shift = tail->point.shift;
    from.unit = tail->point.unit;
  }
  Point to = from;
  const bool day_first = captures.has("first");
  const int day = std::atoi(captures.folded(day_first ? "first" : "last").c_str());
  constexpr int kLeapYear = 2000;
  if (!is_day(from.base == Base::absolute ? from.year : kLeapYear, from.month, day)) return {};
  (day_first ? from : to).day = day;
  if (from.day >= to.day) return {};
  const bool list = captures.folded("sep") == "and" && !captures.has("between");
  if (list && to.day != from.day + 1) return {};
  if (list && !captures.has("tail") && !day_first) {
    // "killed 12 on May 12 and 13 later"
    const Token* next = token_after(captures, captures.whole().end);
    const bool ends =
        next == nullptr || next->kind == TokenKind::symbol ||
        captures.scene().vocabulary.is(
            next->folded, kPreposition | kConjunction | kArticle | kDeterminer | kPronoun);
    if (!ends) return {};
  }
  if (!captures.has("tail") && counts_next(captures, captures.whole().end)) return {};
  aim_date(captures, from, bend_of_date(captures));
  to.pick = from.pick;
  return one_date(captures, said_between(from, to));
}

/// "on December 11, 12 and 13": each day is a date
Mentions read_day_list(const Captures& captures) {
  const auto words = read_point_words(captures, captures.range("p"));
  if (!words || words->point.day == 0) return {};
  if (counts_next(captures, captures.whole().end)) return {};
  Point point = words->point;
  aim_date(captures, point, bend_of_date(captures));
  Mentions mentions;
  const ItemRange range = captures.range("p");
  mentions.push_back(date_mention(captures, ItemRange{captures.whole().begin, range.end},
                                  bent_date(point, bend_of_date(captures))));
  for (std::size_t i = range.end; i < captures.whole().end; ++i) {
    const Token& token = captures.scene().tokens[captures.item(i).first];
    if (token.kind != TokenKind::number) continue;
    const int day = std::atoi(token.folded.c_str());
    constexpr int kLeapYear = 2000;
    if (token.folded.size() > 2 || day <= point.day || !is_day(kLeapYear, point.month, day))
      return {};
    point.day = day;
    mentions.push_back(date_mention(captures, ItemRange{i, i + 1}, said_at(point)));
  }
  return mentions;
}

/// "on the 28th": of the month that the story stands at
Mentions read_day_ordinal(const Captures& captures) {
  const std::size_t end = captures.whole().end;
  const Token* next = token_after(captures, end);
  if (next != nullptr && next->kind != TokenKind::symbol) {
    // not "on the 38th parallel", "of the 7th Fleet", "by the 4th of July"
    const Vocabulary& vocabulary = captures.scene().vocabulary;
    const bool clause = vocabulary.is(
        next->folded, kPreposition | kConjunction | kPronoun | kDeterminer | kArticle | kAuxiliary);
    // "on the 26th ships sailed": an ordinal stands before no plural
    const bool plural = !next->capital && is_plural(next->folded) &&
                        !vocabulary.is(next->folded, kThird | kAuxiliary);
    if ((!clause && !plural) || next->folded == "of") return {};
  }
  if (next != nullptr && (next->folded == "-" || next->folded == "/")) return {};
  const bool night = captures.has("night");
  const std::string pre = captures.folded("pre");
  if ((pre == "of" || pre == "in" || pre == "during" || pre == "through") && !night) return {};
  const std::string digits = captures.folded("n");
  PointWords words;
  words.point.base = Base::narrative;
  words.point.unit = 'M';
  words.point.day = std::atoi(digits.c_str());
  constexpr int kLongest = 31;
  if (digits.size() > 2 || words.point.day < 1 || words.point.day > kLongest) return {};
  return finish_date(captures, words);
}

Mentions read_month(const Captures& captures) {
  const auto words = read_point_words(captures, captures.range("p"));
  if (!words || words->point.month == 0 || words->point.day != 0) return {};
  if (captures.has("tail")) {
    if (!words->has_year || counts_as_year(captures, *words)) return {};
    // "31 February 2024" is no day, and its month is no date
    const Token* before = token_before(captures, captures.whole().begin);
    if (before != nullptr && before->kind == TokenKind::number && before->folded.size() < 3)
      return {};
    return finish_date(captures, *words);
  }
  if (is_no_month(captures, *words)) return {};
  const bool bare_of = captures.folded("pre") == "of" && words->part.empty();
  if (bare_of && (words->point.month == 3 || words->point.month == 5)) return {};
  if (!captures.has("pre") && words->part.empty()) return {};
  // "earlier May" is no part of a month
  if (!captures.has("pre") && words->part == "none") return {};
  return finish_date(captures, *words);
}

/// "its June summit", "Putin's March visit", "April's talks": the month alone
Mentions read_month_noun(const Captures& captures) {
  const auto words = read_point_words(captures, captures.range("p"));
  if (!words || words->abbreviated) return {};
  if (captures.has("noun")) {
    const Token* noun = token_after(captures, captures.range("noun").begin);
    if (noun == nullptr || noun->kind != TokenKind::word || noun->capital) return {};
    if (captures.scene().vocabulary.is(noun->folded, kAuxiliary | kPreposition | kPast)) return {};
  }
  Point point = words->point;
  aim_date(captures, point, {});
  return {date_mention(captures, captures.range("p"), said_at(point))};
}

/// "June summit last year": one date with the noun inside it
Mentions read_month_around(const Captures& captures) {
  const auto words = read_point_words(captures, captures.range("p"), captures.range("noun"));
  if (!words || words->point.month == 0 || words->abbreviated) return {};
  return finish_date(captures, *words);
}

/// "in May and June 2024": each month is a date, the year is all of theirs
Mentions read_months(const Captures& captures) {
  const ItemRange range = captures.range("p");
  PointWords year;
  if (captures.has("tail")) {
    const auto tail = read_point_words(captures, captures.range("tail"));
    if (!tail || (tail->point.base == Base::absolute && counts_as_year(captures, *tail))) return {};
    year = *tail;
  }
  Mentions mentions;
  const std::size_t end = captures.has("tail") ? captures.range("tail").begin : range.end;
  std::size_t begin = captures.whole().begin;
  for (std::size_t i = range.begin; i < end; ++i) {
    const auto month = read_point_words(captures, ItemRange{i, i + 1});
    if (!month || month->point.month == 0) {
      begin = i + 1;
      continue;
    }
    if (month->abbreviated) return {};
    Point point = year.point;
    point.month = month->point.month;
    aim_date(captures, point, bend_of_date(captures));
    const bool first = mentions.empty();
    const bool last = i + 1 == end;
    const ItemRange items{begin, last ? range.end : i + 1};
    mentions.push_back(date_mention(
        captures, items, first ? bent_date(point, bend_of_date(captures)) : said_at(point)));
  }
  return mentions;
}

/// "2024-06-12", "2024.06.12", "13/06/2024"; the order of 12/06/2024 is anybody's guess
Mentions read_numeric(const Captures& captures) {
  const Scene& scene = captures.scene();
  const ItemRange range = captures.range("p");
  std::array<int, 3> part{};
  std::array<std::size_t, 3> width{};
  for (std::size_t i = 0; i < 3; ++i) {
    const Token& token = scene.tokens[captures.item(range.begin + 2 * i).first];
    if (i > 0 && !token.glued) return {};
    part[i] = std::atoi(token.folded.c_str());
    width[i] = token.folded.size();
  }
  for (std::size_t i = 0; i < 2; ++i) {
    if (!scene.tokens[captures.item(range.begin + 2 * i + 1).first].glued) return {};
  }
  const Token* before = token_before(captures, range.begin);
  const Token* next = token_after(captures, range.end);
  if (before != nullptr && scene.tokens[captures.item(range.begin).first].glued &&
      before->folded != "(") {
    return {};
  }
  if (next != nullptr && next->glued &&
      (next->folded == "-" || next->folded == "/" || next->folded == ".") &&
      next + 1 < scene.tokens.data() + scene.tokens.size() && next[1].glued) {
    return {};
  }
  Point point;
  point.base = Base::absolute;
  const std::string sign = scene.tokens[captures.item(range.begin + 1).first].folded;
  if (width[0] == 4) {
    if (width[1] > 2 || width[2] > 2) return {};
    point.year = part[0];
    point.month = part[1];
    point.day = part[2];
  } else {
    if (width[0] > 2 || width[1] > 2 || width[2] != 4) return {};
    point.year = part[2];
    const bool dotted = sign == ".";  // written so only where the day comes first
    if (dotted || part[0] > 12 || part[0] == part[1]) {
      point.day = part[0];
      point.month = part[1];
    } else if (part[1] > 12) {
      point.month = part[0];
      point.day = part[1];
    } else {
      if (!is_day(point.year, part[0], part[1])) return {};
      return one_date(captures, said_vague(std::to_string(point.year) + "-XX-XX"));
    }
  }
  if (!is_day(point.year, point.month, point.day)) return {};
  return one_date(captures, bent_date(point, bend_of_date(captures)));
}

Mentions read_feast(const Captures& captures) {
  const auto words = read_point_words(captures, captures.range("p"));
  if (!words || (words->point.month == 0 && !words->point.easter)) return {};
  if (words->has_year && counts_as_year(captures, *words)) return {};
  const Token* next = token_after(captures, captures.whole().end);
  if (next != nullptr && next->capital && next->kind == TokenKind::word) return {};
  const std::string name = captures.folded("p");
  const bool season =
      name == "christmas" || name == "easter" || name == "thanksgiving" || name == "good friday";
  if (season && !captures.has("pre")) return {};
  // "the Easter truce", "over the Thanksgiving holiday": about that time
  if (season && next != nullptr && next->kind == TokenKind::word &&
      captures.scene().vocabulary.kinds(next->folded) == 0) {
    return {};
  }
  return finish_date(captures, *words);
}

}  // namespace msmt
