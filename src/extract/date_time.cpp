/// Times of day, which stay in the span of their date: "Thursday night", "9 a.m. on May 9".
#include <array>
#include <cstdlib>
#include <string>

#include "extract/date_readers.hpp"

namespace msmt {

namespace {

std::string two_digits(int value) {
  std::string digits = std::to_string(value);
  return digits.size() < 2 ? "0" + digits : digits;
}

/// The first word or phrase of a range that is a part of the day.
std::string part_of_day(const Captures& captures, ItemRange items) {
  constexpr std::size_t kLongest = 3;  // items of "mid-afternoon"
  for (std::size_t i = items.begin; i < items.end; ++i) {
    for (std::size_t n = kLongest; n > 0; --n) {
      if (i + n > items.end) continue;
      const auto value = calendar_word(captures.scene().vocabulary,
                                       captures.folded(ItemRange{i, i + n}), "day_part");
      if (value && !value->empty()) return std::string(*value);
    }
  }
  return {};
}

}  // namespace

std::string read_clock(const Captures& captures, ItemRange items) {
  std::array<int, 2> figure{};
  std::size_t figures = 0;
  std::size_t width = 0;
  std::optional<int> add;
  bool whole = false;  // o'clock, a zone or "hours" make a time of a bare figure
  for (std::size_t i = items.begin; i < items.end; ++i) {
    const Token& token = captures.scene().tokens[captures.item(i).first];
    if (token.kind == TokenKind::number) {
      if (figures == 2 || token.folded.size() > 4) return {};
      width = token.folded.size();
      figure[figures++] = std::atoi(token.folded.c_str());
    } else if (const auto hours =
                   calendar_word(captures.scene().vocabulary, token.folded, "ampm")) {
      add = std::atoi(std::string(*hours).c_str());
    } else if (const auto part =
                   calendar_word(captures.scene().vocabulary, token.folded, "day_part");
               part && figures > 0 && part->size() == 3) {  // "5:30 in the morning"
      add = *part == "TMO" ? 0 : 12;
    } else if (token.folded == "o'clock" || token.folded == "hours" || token.folded == "hrs" ||
               calendar_word(captures.scene().vocabulary, token.folded, "zone")) {
      whole = true;
    }
  }
  if (figures == 0) return {};
  int hour = figure[0];
  int minute = figure[1];
  if (figures == 1 && width > 2) {  // 0430
    if (width != 4 && width != 3) return {};
    minute = hour % 100;
    hour /= 100;
    whole = true;
  }
  if (figures == 1 && !add && !whole) return {};
  constexpr int kNoon = 12;
  if (add) {
    if (hour < 1 || hour > kNoon) return {};
    hour = hour % kNoon + *add;
  }
  constexpr int kLastHour = 24;
  constexpr int kMinutes = 60;
  if (hour > kLastHour || minute >= kMinutes || (hour == kLastHour && minute > 0)) return {};
  return "T" + two_digits(hour) + ":" + two_digits(minute);
}

std::string time_of_day(const Captures& captures) {
  for (const std::string_view group : {"before", "tod", "night"}) {
    if (!captures.has(group)) continue;
    const ItemRange items = captures.range(group);
    if (std::string time = read_clock(captures, items); !time.empty()) return time;
    if (std::string part = part_of_day(captures, items); !part.empty()) return part;
    if (group == "night") return "TMO";  // "in the small hours of"
  }
  if (const auto word =
          calendar_word(captures.scene().vocabulary, captures.folded("p"), "day_word")) {
    const std::size_t time = word->find('T');
    if (time != std::string_view::npos) return std::string(word->substr(time));
  }
  return {};
}

}  // namespace msmt
