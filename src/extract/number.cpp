#include "extract/number.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <string>
#include <utility>

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
    if (taken > 0 && std::abs(fraction * parts - taken) < kNear) return taken / parts;
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

/// A figure without the noise of binary fractions: 1.1 * 1e6 is 1100000, 3 * 0.2 is 0.6.
double tidy(double value) {
  constexpr double kNear = 1e-6;
  constexpr double kNoise = 1e-14;  // of a large figure: 16.4 * 1e12
  constexpr double kDigits = 1e12;
  const double size = std::abs(value);
  if (size >= 1) {
    const bool whole = std::abs(value - std::round(value)) < std::max(kNear, size * kNoise);
    return whole ? std::round(value) : value;
  }
  const double short_one = std::round(value * kDigits) / kDigits;
  return std::abs(value - short_one) < kNoise ? short_one : value;
}

/// Reads the items of a number from left to right into a sum.
class NumberReader {
 public:
  NumberReader(const Captures& captures, ItemRange items)
      : captures_(captures), scene_(captures.scene()), items_(items) {}

  std::optional<Number> run() {
    for (at_ = items_.begin; at_ < items_.end;) {
      const Token& here = token(at_);
      const bool read = here.kind == TokenKind::number ? read_digits()
                        : here.folded == "point"       ? read_decimals()
                                                       : read_word();
      if (!read) return std::nullopt;
    }
    constexpr double kMost = 1e18;
    if (!sum_.any() || std::abs(sum_.value()) > kMost) return std::nullopt;
    number_.multiplier = sum_.multiplier();
    number_.value = tidy(sum_.value());
    return number_;
  }

 private:
  const Token& token(std::size_t i) const { return scene_.tokens[captures_.item(i).first]; }
  std::string_view text_at(std::size_t i) const { return scene_.doc.words(token(i).span); }

  // Each of these reads from at_ on and moves it; false when this is no number.

  bool read_digits() {
    after_multiplier_ = false;
    const std::string_view text = text_at(at_);
    const auto value = digits(text);
    if (!value) return false;
    if (at_ + 2 < items_.end && token(at_ + 1).folded == "/") return read_fraction(*value);
    constexpr std::size_t kGroup = 3;
    if (after_digits_) {  // "816 000": a group of three digits goes on from the one before
      if (text.size() != kGroup || text_at(items_.begin).size() > kGroup) return false;
      sum_.times(1000);
    }
    sum_.add(*value);
    after_digits_ = true;
    ++at_;
    return true;
  }

  /// "1/2", "6 3/4"
  bool read_fraction(double part) {
    const bool figure = token(at_ + 2).kind == TokenKind::number;
    const auto whole = figure ? digits(text_at(at_ + 2)) : std::nullopt;
    if (!whole || !is_fraction(part, *whole)) return false;
    number_.fraction = !sum_.any();
    // "$5.62 1/2": a part of the last place
    const std::string_view before = at_ > items_.begin ? text_at(at_ - 1) : std::string_view();
    const std::size_t point = before.find('.');
    const std::size_t places = point == std::string_view::npos ? 0 : before.size() - point - 1;
    constexpr double kTen = 10;
    sum_.add(part / *whole / std::pow(kTen, static_cast<double>(places)));
    after_digits_ = false;
    at_ += 3;
    return true;
  }

  /// "two point five", "one point seventy-five"
  bool read_decimals() {
    after_digits_ = false;
    std::string decimals = "0.";
    while (++at_ < items_.end) {
      const NumberWord* word = scene_.vocabulary.number(token(at_).folded);
      if (word == nullptr && token(at_).folded == "-") continue;
      if (word == nullptr || (word->kind != NumberKind::unit && word->kind != NumberKind::ten))
        break;
      const bool tens = word->kind == NumberKind::ten && at_ + 2 < items_.end &&
                        token(at_ + 1).folded == "-";  // "seventy-five": the five comes next
      decimals += std::to_string(static_cast<int>(tens ? word->value / 10 : word->value));
    }
    sum_.add(std::strtod(decimals.c_str(), nullptr));
    return true;
  }

  bool read_word() {
    after_digits_ = false;
    const WordAt found = word_at(captures_, at_, items_.end);
    if (found.word == nullptr) {
      if (!joins(token(at_).folded)) return false;
      ++at_;
      return true;
    }
    const bool again = std::exchange(after_multiplier_, false);
    if (!add(found, again)) return false;
    at_ += found.items;
    return true;
  }

  bool add(const WordAt& found, bool after_multiplier) {
    const double value = found.word->value;
    switch (found.word->kind) {
      case NumberKind::unit:
      case NumberKind::ten:
        // "nineteen ninety-six", "twenty twenty-four": a year as it is spoken
        if (at_ > items_.begin && !sum_.takes(value)) return false;
        sum_.add(value);
        return true;
      case NumberKind::vague: {
        // "several thousand" is as open as "thousands"
        const WordAt next = word_at(captures_, at_ + found.items, items_.end);
        const bool of_many = next.word != nullptr && (next.word->kind == NumberKind::multiplier ||
                                                      next.word->kind == NumberKind::group);
        sum_.times(of_many ? 1 : value);
        number_.vague = true;
        return true;
      }
      case NumberKind::fraction:
        add_fraction(value);
        return true;
      case NumberKind::group:
        sum_.times(value);
        number_.fraction = false;
        if (token(at_).folded == "couple") number_.approximate = true;
        return true;
      case NumberKind::suffix:
      case NumberKind::multiplier:
        return multiply(value, after_multiplier);
    }
    return false;
  }

  /// "two and a half million", "a million and a half", "two-and-a-half", "2½"; but "two thirds", "half
  /// a million"
  void add_fraction(double value) {
    const bool symbol = token(at_).kind == TokenKind::symbol && at_ > items_.begin;
    if (symbol || follows_and_a(captures_, {items_.begin, at_})) {
      sum_.add_part(exact(value));
    } else {
      sum_.times(exact(value));
      number_.fraction = true;
    }
  }

  bool multiply(double value, bool after_multiplier) {
    constexpr double kHundred = 100;
    const Token& here = token(at_);
    const bool money = captures_.has("sign");
    // "9m", "12k"; but "5 m" are metres, unless a currency says otherwise
    if (here.folded.size() == 1 && !here.glued && !money) return false;
    // "$2.1t" are trillions, "5t" are tonnes
    if (here.folded == "t" && !money) return false;
    if (value == kHundred) {
      sum_.times(value);
    } else {
      sum_.group(value, after_multiplier);
      after_multiplier_ = true;
    }
    number_.fraction = false;
    number_.metres = text_at(at_) == "m" && here.glued;
    return true;
  }

  const Captures& captures_;
  const Scene& scene_;
  ItemRange items_;
  std::size_t at_ = 0;
  Sum sum_;
  Number number_;
  bool after_digits_ = false;
  bool after_multiplier_ = false;
};

}  // namespace

std::optional<Number> read_number(const Captures& captures, ItemRange items) {
  const Scene& scene = captures.scene();
  std::size_t open = items.begin;
  while (open < items.end && word_at(scene, open) != "(") ++open;
  if (open == items.end) return NumberReader(captures, items).run();
  // "three (3)", "30 (thirty)", "fifty (50) million": the same number again, or no number
  std::size_t close = open;
  while (close < items.end && word_at(scene, close) != ")") ++close;
  if (close == items.end) return std::nullopt;
  auto number = NumberReader(captures, {items.begin, open}).run();
  const auto again = NumberReader(captures, {open + 1, close}).run();
  if (!number || !again || number->value != again->value) return std::nullopt;
  if (close + 1 == items.end) return number;
  const auto times = NumberReader(captures, {close + 1, items.end}).run();
  if (!times) return std::nullopt;
  number->value *= times->value;
  number->multiplier = times->value;
  return number;
}

}  // namespace msmt
