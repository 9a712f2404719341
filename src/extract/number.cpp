#include "extract/number.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

namespace msmt {

namespace {

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

/// A fraction as exact as a double can be: the table writes thirds with fifteen digits.
double exact(double fraction) {
  constexpr double kNear = 1e-9;
  constexpr int kMostParts = 10;
  for (int parts = 2; parts <= kMostParts; ++parts) {
    const double taken = std::round(fraction * parts);
    if (std::abs(fraction * parts - taken) < kNear) return taken / parts;
  }
  return fraction;
}

struct WordAt {
  const NumberWord* word = nullptr;
  std::size_t items = 0;  ///< how many items it takes
};

/// The longest number word or phrase at item `begin`: "tens of thousands", "a few", "nine".
WordAt word_at(const Captures& captures, std::size_t begin, std::size_t end) {
  constexpr std::size_t kLongest = 3;
  for (std::size_t last = std::min(end, begin + kLongest); last > begin; --last) {
    const NumberWord* word = captures.scene().vocabulary.number(captures.folded({begin, last}));
    if (word != nullptr) return {word, last - begin};
  }
  return {};
}

/// Words that join the parts of a number and add nothing: "two hundred and ten", "half a million".
bool joins(std::string_view word) {
  return word == "-" || word == "and" || word == "a" || word == "an" || word == "of";
}

/// The number under construction.
class Sum {
 public:
  void add(double value) {
    current_ += value;
    any_ = true;
  }
  void times(double value) {
    current_ = (current_ != 0 ? current_ : 1) * value;
    any_ = true;
  }
  /// "thousand": what was read so far is a finished group.
  void group(double value) {
    times(value);
    total_ += current_;
    current_ = 0;
    multiplier_ = value;
  }
  /// "a million and a half": the half is one of the last group.
  void add_part(double fraction) {
    current_ += fraction * (current_ == 0 ? multiplier_ : 1);
    any_ = true;
  }
  bool any() const { return any_; }
  double multiplier() const { return multiplier_; }
  double value() const { return total_ + current_; }

 private:
  double total_ = 0;
  double current_ = 0;
  double multiplier_ = 1;
  bool any_ = false;
};

}  // namespace

std::optional<Number> read_number(const Captures& captures, ItemRange items) {
  const Scene& scene = captures.scene();
  const auto token = [&](std::size_t i) -> const Token& {
    return scene.tokens[captures.item(i).first];
  };
  constexpr double kHundred = 100;
  Sum sum;
  Number number;
  bool after_digits = false;
  for (std::size_t i = items.begin; i < items.end;) {
    const Token& here = token(i);
    if (here.kind == TokenKind::number) {
      const std::string_view text = scene.doc.text(here.span);
      const auto value = digits(text);
      if (!value) return std::nullopt;
      constexpr std::size_t kGroup = 3;
      if (after_digits) {  // "816 000": a group of three digits goes on from the one before
        const std::string_view first = scene.doc.text(token(items.begin).span);
        if (text.size() != kGroup || first.size() > kGroup) return std::nullopt;
        sum.times(1000);
      }
      sum.add(*value);
      after_digits = true;
      ++i;
      continue;
    }
    after_digits = false;
    const WordAt found = word_at(captures, i, items.end);
    if (found.word == nullptr) {
      if (!joins(here.folded)) return std::nullopt;
      ++i;
      continue;
    }
    const double value = found.word->value;
    switch (found.word->kind) {
      case NumberKind::unit:
      case NumberKind::ten:
        sum.add(value);
        break;
      case NumberKind::vague:
        sum.times(value);
        number.vague = true;
        break;
      case NumberKind::fraction:
        // "two and a half million", "a million and a half"; but "two thirds", "half a million"
        if (i >= items.begin + 3 && token(i - 1).folded == "a" && token(i - 2).folded == "and") {
          sum.add_part(value);
        } else {
          sum.times(exact(value));
          number.fraction = true;
        }
        break;
      case NumberKind::group:
        sum.times(value);
        number.fraction = false;
        if (here.folded == "couple") number.approximate = true;
        break;
      case NumberKind::suffix:
      case NumberKind::multiplier:
        // "9m", "12k"; but "5 m" are metres, unless a currency says otherwise
        if (here.folded.size() == 1 && !here.glued && !captures.has("sign")) return std::nullopt;
        if (value == kHundred) {
          sum.times(value);
        } else {
          sum.group(value);
        }
        number.fraction = false;
        number.metres = here.folded == "m" && here.glued;
        break;
    }
    i += found.items;
  }
  if (!sum.any()) return std::nullopt;
  number.multiplier = sum.multiplier();
  number.value = sum.value();
  constexpr double kMost = 1e18;
  if (std::abs(number.value) > kMost) return std::nullopt;
  // 1.1 * 1e6 is not 1100000 in binary: counts are whole when they are meant to be
  constexpr double kNear = 1e-6;
  if (std::abs(number.value) >= 1 && std::abs(number.value - std::round(number.value)) < kNear) {
    number.value = std::round(number.value);
  }
  return number;
}

}  // namespace msmt
