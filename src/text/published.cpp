// The date that a page states for itself: in a line of its own, a byline or a dateline. A date in a
// picture's address is a hint, and says so (`inferred`).

#include <algorithm>
#include <cstdlib>

#include "text/page.hpp"
#include "text/utf8.hpp"

namespace msmt::text {
namespace {

/// What a line says a date is: a word such as "posted" between the date before and this one.
enum class Label { none, posted, updated };

Label read_label(std::string_view between) {
  const std::string folded = fold_line(between);
  const auto has = [&](std::string_view word) { return folded.find(word) != folded.npos; };
  if (has("update") || has("modified")) return Label::updated;
  if (has("posted") || has("publi") || has("date") || has("issued") || has("uploaded") ||
      has("created") || has("released"))
    return Label::posted;
  return Label::none;
}

/// "/2025/05/29/", "/2025-05-29" or "/20250529" in an address.
std::string date_in_address(std::string_view address) {
  const auto checked = [](std::string_view year, std::string_view month, std::string_view day) {
    std::string written = std::string(year) + "-" + std::string(month) + "-" + std::string(day);
    return find_dates(written, {0, written.size()}).empty() ? std::string() : written;
  };
  const auto digits = [&](std::size_t at, std::size_t n) {
    return at + n <= address.size() &&
           std::all_of(address.begin() + static_cast<std::ptrdiff_t>(at),
                       address.begin() + static_cast<std::ptrdiff_t>(at + n),
                       [](char c) { return c >= '0' && c <= '9'; });
  };
  for (std::size_t at = address.find("/20"); at != address.npos; at = address.find("/20", at + 1)) {
    if (!digits(at + 1, 4)) continue;
    const std::string_view year = address.substr(at + 1, 4);
    std::string written;
    if (digits(at + 5, 4) && !digits(at + 9, 1)) {
      written = checked(year, address.substr(at + 5, 2), address.substr(at + 7, 2));
    } else if (digits(at + 6, 2) && digits(at + 9, 2) && address[at + 5] == address[at + 8] &&
               (address[at + 5] == '/' || address[at + 5] == '-')) {
      written = checked(year, address.substr(at + 6, 2), address.substr(at + 9, 2));
    }
    if (!written.empty()) return written;
  }
  return {};
}

/// The year that puts month and day nearest to a full date.
std::string nearest_year(std::string_view month_day, std::string_view near) {
  const int year = std::atoi(std::string(near.substr(0, 4)).c_str());
  const auto days = [](std::string_view md) {
    return std::atoi(std::string(md.substr(0, 2)).c_str()) * 31 +
           std::atoi(std::string(md.substr(3, 2)).c_str());
  };
  const int apart = near.size() >= 10 ? days(month_day) - days(near.substr(5, 5)) : 0;
  const int turn = apart > 186 ? -1 : apart < -186 ? 1 : 0;
  return std::to_string(year + turn) + "-" + std::string(month_day);
}

/// Dates that the lines of a page state, the first of each kind.
struct Stated {
  std::string posted;
  std::string plain;  ///< on a line of its own or in a byline, without a word such as "posted"
  std::string updated;
  std::string full;     ///< any full date in the head, to give a dateline its year
  std::string address;  ///< in the address of a picture or link
};

Stated read_lines(const Document& doc, const std::vector<Line>& lines) {
  constexpr std::size_t kHead = 3;  ///< paragraphs; a date alone on a later line heads a chronicle
  constexpr std::size_t kLongest = 40;  ///< words
  Stated found;
  const auto keep = [](std::string& kept, const std::string& date) {
    if (kept.empty()) kept = date;
  };
  std::size_t paragraphs = 0;
  for (const Line& line : lines) {
    const std::string_view written = doc.words(line.written);
    if (found.address.empty() && written.find("://") != written.npos)
      found.address = date_in_address(written);
    const bool head = paragraphs < kHead;
    const bool page = line.role == Role::furniture;
    if (!page && (line.ends || line.words > kLongest)) ++paragraphs;
    if ((!page && !head) || line.words > kLongest || written.starts_with("![")) continue;
    std::size_t from = line.written.begin;
    for (const WrittenDate& date : find_dates(doc.bytes, line.written)) {
      const std::string_view between = doc.words({from, date.span.begin});
      from = date.span.end;
      if (!date.year) continue;
      // "Kyiv, 3 June 2025"
      const bool alone = head && !line.ends && line.words <= 8 && date.span.end == line.written.end;
      const Label label = page || alone ? read_label(between) : Label::none;
      if (label == Label::posted) keep(found.posted, date.edtf);
      if (label == Label::updated) keep(found.updated, date.edtf);
      if (label == Label::none && head && (page || alone)) keep(found.plain, date.edtf);
      if (head && date.edtf.size() == 10) keep(found.full, date.edtf);
    }
  }
  return found;
}

std::string read_dateline(const Document& doc, const std::vector<Block>& blocks) {
  for (const Block& block : blocks) {
    if (!block.dateline) continue;
    const std::vector<WrittenDate> dates = find_dates(doc.bytes, *block.dateline);
    if (!dates.empty()) return dates.front().edtf;
  }
  return {};
}

}  // namespace

Published find_published(const Document& doc, const std::vector<Line>& lines,
                         const std::vector<Block>& blocks) {
  Stated stated = read_lines(doc, lines);
  if (stated.address.empty() && doc.url) stated.address = date_in_address(*doc.url);
  if (!stated.posted.empty()) return {stated.posted, Anchor::header};
  if (!stated.plain.empty()) return {stated.plain, Anchor::header};
  const std::string dateline = read_dateline(doc, blocks);
  if (dateline.size() >= 7) return {dateline, Anchor::header};
  if (!dateline.empty()) {
    const std::string& near = !stated.updated.empty() ? stated.updated : stated.full;
    if (!near.empty()) return {nearest_year(dateline, near), Anchor::header};
    if (!stated.address.empty()) return {nearest_year(dateline, stated.address), Anchor::inferred};
  }
  if (!stated.updated.empty()) return {stated.updated, Anchor::header};
  if (!stated.address.empty()) return {stated.address, Anchor::inferred};
  return {};
}

}  // namespace msmt::text
