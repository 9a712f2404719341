/// The notation for what is said: writing and reading it.
#include <cstdlib>

#include "extract/calendar_fixed.hpp"

namespace msmt {

namespace {

/// Reads exactly `width` digits at the front of `text` and takes them off.
std::optional<int> take_digits(std::string_view& text, std::size_t width) {
  if (text.size() < width) return std::nullopt;
  int value = 0;
  for (std::size_t i = 0; i < width; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(width);
  return value;
}

bool take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

bool read_base(std::string_view& text, Point& point) {
  if (take(text, "XXXX")) return true;
  const bool published = text.starts_with("REF");
  if (published || text.starts_with("NAR")) {
    point.base = published ? Base::published : Base::narrative;
    text.remove_prefix(3);
    if (text.empty() || (text[0] != '+' && text[0] != '-')) return false;
    const bool back = text[0] == '-';
    text.remove_prefix(1);
    std::size_t width = 0;
    while (width < text.size() && width < 5 && text[width] >= '0' && text[width] <= '9') ++width;
    const bool padded = width > 1 && text[0] == '0';
    const auto shift = width == 0 ? std::nullopt : take_digits(text, width);
    // each number is written in one way, so that what is read and written again is the same
    if (!shift || padded || (back && *shift == 0) || text.empty() ||
        std::string_view("YQMWDTEC").find(text[0]) == std::string_view::npos) {
      return false;
    }
    point.shift = back ? -*shift : *shift;
    point.unit = text[0];
    text.remove_prefix(1);
    point.same_day = take(text, "=");
    return true;
  }
  point.base = Base::absolute;
  const bool before_christ = take(text, "-");
  std::string digits(text.substr(0, 4));
  for (; point.unknown < 2 && !digits.empty(); ++point.unknown) {
    char& digit = digits[digits.size() - 1 - static_cast<std::size_t>(point.unknown)];
    if (digit != 'X') break;
    digit = '0';
  }
  std::string_view rest = digits;
  const auto year = take_digits(rest, 4);
  if (!year) return false;
  point.year = before_christ ? -*year : *year;
  text.remove_prefix(4);
  return true;
}

std::optional<Point> read_point(std::string_view text) {
  Point point;
  if (!read_base(text, point)) return std::nullopt;
  while (take(text, "-")) {
    if (take(text, "WXX-")) {
      const auto weekday = take_digits(text, 1);
      if (!weekday || *weekday < 1 || *weekday > 7) return std::nullopt;
      point.weekday = *weekday;
      if (take(text, "#")) {
        const auto nth = take_digits(text, 1);
        if (!nth || *nth < 1 || *nth > 5 || point.month == 0) return std::nullopt;
        point.nth = *nth;
      }
    } else if (take(text, "E")) {
      const bool back = take(text, "-");
      if (!back && !take(text, "+")) return std::nullopt;
      const auto tens = take_digits(text, 2);
      const auto days = tens ? tens : take_digits(text, 1);
      if (!days) return std::nullopt;
      point.easter = back ? -*days : *days;
    } else if (text.starts_with('H') || text.starts_with('Q')) {
      const bool half = text.starts_with('H');
      text.remove_prefix(1);
      const auto number = take_digits(text, 1);
      if (!number || *number < 1 || *number > (half ? 2 : 4)) return std::nullopt;
      (half ? point.half : point.quarter) = *number;
    } else if (take(text, "XX-")) {
      const auto day = take_digits(text, 2);
      if (!day || *day < 1 || *day > 31) return std::nullopt;
      point.day = *day;
    } else {
      const auto number = take_digits(text, 2);
      if (!number || *number < 1) return std::nullopt;
      if (point.month != 0) {
        if (point.day != 0 || *number > 31) return std::nullopt;
        point.day = *number;
      } else if (*number >= kSpring && *number <= kWinter) {
        point.season = *number;
      } else if (*number <= 12) {
        point.month = *number;
      } else {
        return std::nullopt;
      }
    }
  }
  point.approximate = take(text, "~");
  if (take(text, "<")) point.pick = Pick::before;
  if (take(text, ">")) point.pick = Pick::after;
  if (take(text, "+")) point.pick = Pick::earliest;
  if (take(text, "*")) point.pick = Pick::nearest;
  return text.empty() ? std::optional(point) : std::nullopt;
}

}  // namespace

std::string write_point(const Point& point) {
  std::string out;
  if (point.base == Base::absolute) {
    out = padded(point.year, 4);
    for (int i = 0; i < point.unknown; ++i) out[out.size() - 1 - static_cast<std::size_t>(i)] = 'X';
  } else if (point.base == Base::free) {
    out = "XXXX";
  } else {
    out = point.base == Base::published ? "REF" : "NAR";
    out += point.shift < 0 ? '-' : '+';
    out += std::to_string(std::abs(point.shift));
    out += point.unit;
    if (point.same_day) out += '=';
  }
  if (point.month != 0) out += "-" + padded(point.month, 2);
  if (point.day != 0) out += (point.month == 0 ? "-XX-" : "-") + padded(point.day, 2);
  if (point.season != 0) out += "-" + std::to_string(point.season);
  if (point.half != 0) out += "-H" + std::to_string(point.half);
  if (point.quarter != 0) out += "-Q" + std::to_string(point.quarter);
  if (point.weekday != 0) out += "-WXX-" + std::to_string(point.weekday);
  if (point.nth != 0) out += "#" + std::to_string(point.nth);
  if (point.easter)
    out += std::string("-E") + (*point.easter < 0 ? '-' : '+') +
           std::to_string(std::abs(*point.easter));
  if (point.approximate) out += '~';
  if (point.pick == Pick::before) out += '<';
  if (point.pick == Pick::after) out += '>';
  if (point.pick == Pick::earliest) out += '+';
  if (point.pick == Pick::nearest) out += '*';
  return out;
}

std::string to_string(const Said& said) {
  if (!said.vague.empty()) return said.vague;
  std::string out = said.from ? write_point(*said.from) : said.span ? ".." : "";
  if (said.span) out += (said.before ? "/!" : "/") + (said.to ? write_point(*said.to) : "..");
  if (!said.time.empty()) out += ";" + said.time;
  if (!said.length.empty()) out += ";" + said.length;
  return out;
}

std::optional<Said> parse_said(std::string_view text) {
  Said said;
  while (true) {
    const std::size_t mark = text.rfind(';');
    if (mark == std::string_view::npos) break;
    const std::string_view value = text.substr(mark + 1);
    if (value.empty() || (value[0] != 'T' && value[0] != 'P')) return std::nullopt;
    (value[0] == 'T' ? said.time : said.length) = value;
    text = text.substr(0, mark);
  }
  if (text.empty() && !said.length.empty() && said.time.empty()) return said;
  if (text.ends_with("_REF") || text.ends_with("-XX") || text == "XXXX-WXX-WE") {
    said.vague = text;
    return said;
  }
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) {
    said.from = read_point(text);
    return said.from ? std::optional(said) : std::nullopt;
  }
  said.span = true;
  const std::string_view begin = text.substr(0, slash);
  std::string_view end = text.substr(slash + 1);
  said.before = take(end, "!");
  if (begin != "..") {
    said.from = read_point(begin);
    if (!said.from) return std::nullopt;
  }
  if (end != "..") {
    said.to = read_point(end);
    if (!said.to) return std::nullopt;
  }
  return said.from || said.to ? std::optional(said) : std::nullopt;
}

}  // namespace msmt
