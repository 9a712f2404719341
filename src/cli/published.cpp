#include "cli/published.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>

namespace msmt::cli {
namespace {

/// Digits [begin, end) of `text` as a number, -1 when there are others than digits.
int number(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view digits = text.substr(begin, end - begin);
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  int value = -1;
  if (std::ranges::all_of(digits, is_digit)) {
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
  }
  return value;
}

}  // namespace

bool is_publication_date(std::string_view text) {
  const std::size_t size = text.size();
  if (size != 4 && size != 7 && size != 10) return false;
  if ((size > 4 && text[4] != '-') || (size > 7 && text[7] != '-')) return false;
  const int year = number(text, 0, 4);
  const int month = size > 4 ? number(text, 5, 7) : 1;
  const int day = size > 7 ? number(text, 8, 10) : 1;
  if (year < 0 || month < 1 || day < 1) return false;
  return std::chrono::year_month_day(std::chrono::year(year),
                                     std::chrono::month(static_cast<unsigned>(month)),
                                     std::chrono::day(static_cast<unsigned>(day)))
      .ok();
}

}  // namespace msmt::cli
