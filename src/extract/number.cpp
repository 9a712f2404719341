#include "extract/number.hpp"

#include <algorithm>
#include <array>
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

/// "3/4", "1/40": whether two numbers around a stroke are a fraction; "24/7" and "9/11" are not.
bool is_fraction(double part, double whole) {
  static constexpr std::array<double, 13> kWholes = {2, 3, 4, 5, 6, 7, 8, 10, 16, 32, 40, 64, 100};
  return part >= 1 && part < whole && part == std::round(part) &&
         std::find(kWholes.begin(), kWholes.end(), whole) != kWholes.end();
}

/// Whether "and a" ends what was read before a fraction: "two and a half", "two-and-a-half".
bool follows_and_a(const Captures& captures, ItemRange before) {
  std::size_t i = before.end;
  for (const std::string_view word : {"a", "and"}) {
    if (i > before.begin && captures.folded({i - 1, i}) == "-") --i;
    if (i == before.begin || captures.folded({i - 1, i}) != word) return false;
    --i;
  }
  return i > before.begin;
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
  /// "thousand": what was read so far is a finished group; `again`: a multiplier of the one before,
  /// "2 lakh crore".
  void group(double value, bool again) {
    if (again && current_ == 0) {
      total_ += last_ * (value - 1);
      last_ *= value;
      multiplier_ *= value;
      return;
    }
    times(value);
    total_ += current_;
    last_ = current_;
    current_ = 0;
    multiplier_ = value;
  }
  /// "a million and a half": the half is one of the last group.
  void add_part(double fraction) {
    current_ += fraction * (current_ == 0 ? multiplier_ : 1);
    any_ = true;
  }
  /// Whether a number word can go on from what was read: "twenty" from "hundred", "six" from "twenty".
  bool takes(double value) const {
    constexpr double kTen = 10;
    constexpr double kHundred = 100;
    const double last = std::fmod(current_, kHundred);
    return last == 0 || (last >= 2 * kTen && std::fmod(last, kTen) == 0 && value < kTen);
  }
  bool any() const { return any_; }
  double multiplier() const { return multiplier_; }
  double value() const { return total_ + current_; }

 private:
  double total_ = 0;
  double current_ = 0;
  double multiplier_ = 1;
  double last_ = 0;  ///< the group that was finished last
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
  bool after_multiplier = false;
  const auto value_at = [&](std::size_t i) {
    return token(i).kind == TokenKind::number ? digits(scene.doc.text(token(i).span))
                                              : std::nullopt;
  };
  for (std::size_t i = items.begin; i < items.end;) {
    const Token& here = token(i);
    if (here.kind == TokenKind::number) {
      after_multiplier = false;
      const std::string_view text = scene.doc.text(here.span);
      const auto value = digits(text);
      if (!value) return std::nullopt;
      if (i + 2 < items.end && token(i + 1).folded == "/") {  // "1/2", "6 3/4"
        const auto whole = value_at(i + 2);
        if (!whole || !is_fraction(*value, *whole)) return std::nullopt;
        number.fraction = !sum.any();
        sum.add(*value / *whole);
        after_digits = false;
        i += 3;
        continue;
      }
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
    if (here.folded == "point") {  // "two point five", "one point seventy-five"
      std::string decimals = "0.";
      while (++i < items.end) {
        const NumberWord* word = scene.vocabulary.number(token(i).folded);
        if (word == nullptr && token(i).folded == "-") continue;
        if (word == nullptr || (word->kind != NumberKind::unit && word->kind != NumberKind::ten))
          break;
        const bool tens = word->kind == NumberKind::ten && i + 2 < items.end &&
                          token(i + 1).folded == "-";  // "seventy-five": the five comes next
        decimals += std::to_string(static_cast<int>(tens ? word->value / 10 : word->value));
      }
      sum.add(std::strtod(decimals.c_str(), nullptr));
      continue;
    }
    const WordAt found = word_at(captures, i, items.end);
    if (found.word == nullptr) {
      if (!joins(here.folded)) return std::nullopt;
      ++i;
      continue;
    }
    const double value = found.word->value;
    bool now_multiplier = false;
    switch (found.word->kind) {
      case NumberKind::unit:
      case NumberKind::ten:
        // "nineteen ninety-six", "twenty twenty-four": a year as it is spoken
        if (i > items.begin && !sum.takes(value)) return std::nullopt;
        sum.add(value);
        break;
      case NumberKind::vague: {
        // "several thousand" is as open as "thousands"
        const WordAt next = word_at(captures, i + found.items, items.end);
        const bool of_many = next.word != nullptr && (next.word->kind == NumberKind::multiplier ||
                                                      next.word->kind == NumberKind::group);
        sum.times(of_many ? 1 : value);
        number.vague = true;
        break;
      }
      case NumberKind::fraction:
        // "two and a half million", "a million and a half", "two-and-a-half", "2½"; but "two
        // thirds", "half a million"
        if (follows_and_a(captures, {items.begin, i}) ||
            (here.kind == TokenKind::symbol && i > items.begin)) {
          sum.add_part(exact(value));
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
        // "$2.1t" are trillions, "5t" are tonnes
        if (here.folded == "t" && !captures.has("sign")) return std::nullopt;
        if (value == kHundred) {
          sum.times(value);
        } else {
          sum.group(value, after_multiplier);
          now_multiplier = true;
        }
        number.fraction = false;
        number.metres = scene.doc.text(here.span) == "m" && here.glued;
        break;
    }
    after_multiplier = now_multiplier;
    i += found.items;
  }
  if (!sum.any()) return std::nullopt;
  number.multiplier = sum.multiplier();
  number.value = sum.value();
  constexpr double kMost = 1e18;
  if (std::abs(number.value) > kMost) return std::nullopt;
  // 1.1 * 1e6 is not 1100000 in binary: counts are whole when they are meant to be
  constexpr double kNear = 1e-6;
  constexpr double kNoise = 1e-14;  // of a large figure: 16.4 * 1e12
  const double size = std::abs(number.value);
  if (size >= 1 &&
      std::abs(number.value - std::round(number.value)) < std::max(kNear, size * kNoise)) {
    number.value = std::round(number.value);
  }
  constexpr double kDigits = 1e12;
  const double tidy = std::round(number.value * kDigits) / kDigits;  // 3 * 0.2
  if (size < 1 && std::abs(number.value - tidy) < kNoise) number.value = tidy;
  return number;
}

}  // namespace msmt
