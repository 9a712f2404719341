/// Claims from their printed form, for tests of merge:
///
///     transfer KP>RU; >20000 container; container<goods; 2023-09/..; MSMT, Yonhap; reported; part
///
/// Fields in the order of print(Claim), then flags; fields at the end may be left out, `-` is none.
/// The item is written as its kinds, from specific to general; `name=kinds` gives it a wording and
/// `*` before it makes it a named weapon.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "msmt/merge.hpp"

namespace msmt::test {

inline std::string trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return "";
  return std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

inline std::vector<std::string> parts(std::string_view text, char separator) {
  std::vector<std::string> out;
  for (;;) {
    const std::size_t end = std::min(text.find(separator), text.size());
    out.push_back(trimmed(text.substr(0, end)));
    if (end == text.size()) return out;
    text.remove_prefix(end + 1);
  }
}

inline std::optional<Party> party(const std::string& text) {
  if (text.empty() || text == "-") return std::nullopt;
  const bool code = text.size() == 2 && std::isupper(static_cast<unsigned char>(text[0])) != 0;
  return Party{text, code ? text : ""};
}

/// ">20000 container", "~9000000", "100..200 km", "1000+ worker", "500000 barrel/year".
inline Quantity quantity(const std::string& text) {
  Quantity out;
  std::string rest = text;
  const auto takes = [&](std::string_view sign) {
    if (!rest.starts_with(sign)) return false;
    rest.erase(0, sign.size());
    return true;
  };
  out.relation = takes(">=")   ? Relation::at_least
                 : takes(">")  ? Relation::more_than
                 : takes("<=") ? Relation::at_most
                 : takes("<")  ? Relation::less_than
                 : takes("~")  ? Relation::about
                               : Relation::exactly;
  char* end = nullptr;
  const double number = std::strtod(rest.c_str(), &end);
  std::size_t used = static_cast<std::size_t>(end - rest.c_str());
  if (used == 0) throw std::runtime_error("no figure in " + text);
  if (rest[used - 1] == '.' && rest[used] == '.') --used;  // "100." of "100..200"
  rest.erase(0, used);
  if (takes("..")) {
    out.relation = Relation::between;
    out.low = number;
    out.high = std::strtod(rest.c_str(), &end);
    rest.erase(0, static_cast<std::size_t>(end - rest.c_str()));
  } else if (takes("+")) {
    out.relation = Relation::indefinite;
    out.low = number;
  } else {
    out.value = number;
  }
  const bool exact = out.relation == Relation::exactly;
  if (exact || out.relation == Relation::more_than || out.relation == Relation::at_least) {
    out.low = number;
  }
  if (exact || out.relation == Relation::less_than || out.relation == Relation::at_most) {
    out.high = number;
  }
  const std::vector<std::string> unit = parts(rest, '/');
  out.unit = unit[0];
  if (unit.size() > 1) out.per = unit[1];
  return out;
}

/// First or last day of a year, month or day; empty for an open end.
inline std::string day(std::string text, bool last) {
  std::erase_if(text, [](char c) { return c == '~' || c == '?'; });
  if (text.empty() || text == "..") return "";
  if (text.size() == 4) return text + (last ? "-12-31" : "-01-01");
  if (text.size() > 7) return text;
  if (!last) return text + "-01";
  const std::string month = text.substr(5);
  const bool short_month = month == "04" || month == "06" || month == "09" || month == "11";
  return text + (month == "02" ? "-28" : short_month ? "-30" : "-31");
}

/// `REF-1Y-10` and the like are relative forms that nothing has anchored.
inline Date date(const std::string& edtf) {
  Date out;
  out.timex_type = "DATE";
  if (edtf.find("REF") != std::string::npos || edtf.starts_with("XXXX")) {
    out.timex_value = edtf;
    return out;
  }
  out.edtf = edtf;
  const std::size_t slash = edtf.find('/');
  const std::string first = edtf.substr(0, slash);
  const std::string last = slash == std::string::npos ? first : edtf.substr(slash + 1);
  out.start = day(first, false);
  out.end = day(last, true);
  const std::string& stated = out.start.empty() ? last : first;
  out.granularity = stated.size() >= 10 ? "day" : stated.size() >= 7 ? "month" : "year";
  return out;
}

inline Claim claim(const std::string& text) {
  const std::vector<std::string> fields = parts(text, ';');
  const auto field = [&](std::size_t i) {
    return i < fields.size() && fields[i] != "-" ? fields[i] : std::string();
  };
  Claim out;
  const std::size_t space = std::min(field(0).find(' '), field(0).size());
  out.type = field(0).substr(0, space);
  const std::vector<std::string> sides = parts(field(0).substr(space), '>');
  out.actor = party(sides[0]);
  if (sides.size() > 1) out.target = party(sides[1]);
  if (!field(1).empty()) out.quantity = quantity(field(1));
  if (std::string item = field(2); !item.empty()) {
    out.item.emplace();
    const bool weapon = item.front() == '*';
    if (weapon) item.erase(0, 1);
    const std::size_t equals = item.find('=');
    out.item->key = equals == std::string::npos ? item : item.substr(equals + 1);
    out.item->name = item.substr(0, std::min(equals, item.find('<')));
    if (weapon) out.item->weapon = out.item->key.substr(0, out.item->key.find('<'));
  }
  if (!field(3).empty()) out.period = date(field(3));
  if (!field(4).empty()) out.attribution = parts(field(4), ',');
  if (!field(5).empty()) {
    const auto certainty = parse_certainty(field(5));
    if (!certainty) throw std::runtime_error("no certainty: " + field(5));
    out.certainty = *certainty;
  }
  for (std::size_t i = 6; i < fields.size(); ++i) {
    if (fields[i] == "part") out.part = true;
    if (fields[i].starts_with("besides ")) out.besides.push_back(*party(fields[i].substr(8)));
    if (fields[i].starts_with("repeats ")) {
      out.repeat_of = std::stoul(fields[i].substr(8));
    }
  }
  return out;
}

/// An article whose claims stand in a sentence each; those that start with `&` stand in the
/// sentence of the one before.
inline Article article(const std::string& path, const std::vector<std::string>& claims,
                       const std::string& publisher = "", const std::string& published = "") {
  Article out;
  out.source.path = path;
  out.source.sha256 = sha256(path);
  if (!publisher.empty()) out.source.publisher = publisher;
  out.source.published.date = published;
  if (!published.empty()) out.source.published.from = Anchor::header;
  std::size_t sentence = 0;
  for (const std::string& text : claims) {
    const bool same_sentence = text.starts_with("&");
    if (!same_sentence) ++sentence;
    Claim one = claim(same_sentence ? text.substr(1) : text);
    one.evidence.source = path;
    one.evidence.bytes = {sentence * 100, sentence * 100 + 90};
    one.evidence.chars = one.evidence.bytes;
    one.evidence.line = sentence;
    one.evidence.rule = "test";
    one.evidence.quote = text;
    out.claims.push_back(std::move(one));
  }
  return out;
}

}  // namespace msmt::test
