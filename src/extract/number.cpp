#include "extract/number.hpp"

#include <cmath>
#include <cstdlib>
#include <string>

namespace msmt {

namespace {

struct NumberWord {
  std::string_view kind;
  double value = 0;
};

std::optional<NumberWord> lookup(const Lexicons& lexicons, std::string_view word) {
  const Table& table = lexicons.table("numbers");
  const std::size_t kind = table.column("kind");
  const std::size_t value = table.column("value");
  for (const Row& row : table.rows) {
    for (const std::string_view form : table.list(row, "forms")) {
      if (form == word) {
        return NumberWord{row.cells[kind], std::strtod(row.cells[value].c_str(), nullptr)};
      }
    }
  }
  return std::nullopt;
}

std::optional<double> digits(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    if (c != ',') plain += c;
  }
  char* end = nullptr;
  const double value = std::strtod(plain.c_str(), &end);
  if (plain.empty() || *end != '\0' || !std::isfinite(value)) return std::nullopt;
  return value;
}

}  // namespace

std::optional<Number> read_number(const Captures& captures, ItemRange items) {
  const Scene& scene = captures.scene();
  const Lexicons& lexicons = scene.lexicons;
  const std::string words = captures.folded(items);
  // A phrase such as "tens of thousands" or "a few" is one entry.
  if (const auto phrase = lookup(lexicons, words); phrase && phrase->kind == "vague") {
    return Number{phrase->value, true, false, 1, false};
  }
  double total = 0;    // finished groups: "two million"
  double current = 0;  // the group being read
  bool any = false;
  bool after_digits = false;
  Number number;
  for (std::size_t i = items.begin; i < items.end; ++i) {
    const Token& token = scene.tokens[captures.item(i).first];
    if (token.kind == TokenKind::number) {
      const auto value = digits(scene.doc.text(token.span));
      if (!value) return std::nullopt;
      // "816 000": a group of three digits goes on from the group before it
      current = after_digits ? current * 1000 + *value : current + *value;
      after_digits = true;
      any = true;
      continue;
    }
    if (token.folded == "-" || token.folded == "and" || token.folded == "a" || token.folded == "an" ||
        token.folded == "of" || token.folded == "the") {
      continue;
    }
    after_digits = false;
    const auto word = lookup(lexicons, token.folded);
    if (!word) return std::nullopt;
    if (word->kind == "unit" || word->kind == "ten") {
      current += word->value;
    } else if (word->kind == "vague") {
      current = (any ? current : 1) * word->value;
      number.vague = true;
    } else if (word->kind == "fraction") {
      // "half a million", "two and a half", "two thirds", "a third"
      const bool added = i > items.begin && i + 1 >= items.begin + 3 &&
                         scene.tokens[captures.item(i - 1).first].folded == "a" &&
                         scene.tokens[captures.item(i - 2).first].folded == "and";
      if (added) {  // "two and a half million" and "a million and a half"
        current += word->value * (current == 0 && number.multiplier > 1 ? number.multiplier : 1);
      } else {
        current = (any ? current : 1) * word->value;
        number.fraction = true;
      }
    } else if (word->value == 100 && word->kind == "multiplier") {
      current = (any && current != 0 ? current : 1) * 100;
    } else {
      current = (any ? (current != 0 ? current : 1) : 1) * word->value;
      total += current;
      current = 0;
      number.multiplier = word->value;
      number.fraction = false;
      if (token.folded == "couple") number.approximate = true;
    }
    any = true;
  }
  if (!any) return std::nullopt;
  number.value = total + current;
  if (std::abs(number.value) > 1e18) return std::nullopt;
  // 1.1 * 1e6 is not 1100000 in binary: counts are whole when they are meant to be
  if (std::abs(number.value) >= 1 && std::abs(number.value - std::round(number.value)) < 1e-6) {
    number.value = std::round(number.value);
  }
  return number;
}

}  // namespace msmt
