#include "merge/summary.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <cstdint>

#include "extract/singular.hpp"
#include "merge/key.hpp"

namespace msmt {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

std::string name_of(const std::optional<Party>& party) { return party ? party->name : "?"; }

/// The plural of what a quantity counts; units that are no countable nouns stay.
std::string many(const std::string& unit) {
  for (const std::string_view kept : {"artillery", "equipment", "%"}) {
    if (unit.ends_with(kept)) return unit;
  }
  return plural(unit);
}

bool is_one(const Quantity& quantity) {
  return quantity.value == 1.0 && quantity.relation != Relation::between;
}

std::string counted(const Quantity& quantity, const std::string& noun) {
  return is_one(quantity) || noun.empty() ? noun : many(noun);
}

std::string figure(const Quantity& quantity) {
  const double value = quantity.value.value_or(quantity.low.value_or(quantity.high.value_or(0)));
  std::string text = grouped(value);
  switch (quantity.relation) {
    case Relation::exactly:
      return text;
    case Relation::about:
      return "about " + text;
    case Relation::more_than:
      return "more than " + text;
    case Relation::at_least:
      return "at least " + text;
    case Relation::less_than:
      return "less than " + text;
    case Relation::at_most:
      return "up to " + text;
    case Relation::between:
      return "between " + grouped(quantity.low.value_or(value)) + " and " +
             grouped(quantity.high.value_or(value));
    case Relation::indefinite:
      for (const auto& [number, words] :
           {std::pair(1e6, "millions of"), std::pair(1e5, "hundreds of thousands of"),
            std::pair(1e4, "tens of thousands of"), std::pair(1e3, "thousands of"),
            std::pair(100.0, "hundreds of"), std::pair(12.0, "dozens of")}) {
        if (value >= number) return words;
      }
      return "several";
  }
  return text;
}

bool has_word(std::string_view text, const std::string& word) {
  const std::string folded = fold(text);
  for (std::size_t at = folded.find(word); at != std::string::npos;
       at = folded.find(word, at + 1)) {
    const auto letter = [&](std::size_t i) {
      return i < folded.size() && std::isalpha(static_cast<unsigned char>(folded[i])) != 0;
    };
    const bool begins = at == 0 || !letter(at - 1);
    std::size_t end = at + word.size();
    if (end < folded.size() && folded[end] == 's') ++end;
    if (begins && !letter(end)) return true;
  }
  return false;
}

/// "more than 20,000 containers of munitions", "3 IL-76 planes", "8,000 workers (construction)".
std::string goods(const Claim& claim) {
  std::string name = claim.item ? claim.item->name : "";
  if (!claim.quantity) return name;
  const Quantity& quantity = *claim.quantity;
  if (name.empty()) return in_words(quantity);
  if (quantity.unit.empty() || has_word(name, fold(quantity.unit)) ||
      has_word(name, fold(many(quantity.unit)))) {
    return figure(quantity) + " " + name + (quantity.per.empty() ? "" : " a " + quantity.per);
  }
  const std::string counting = unit_class(quantity.unit).name;
  if (counting == "each" && !claim.item->weapon.empty()) {
    return figure(quantity) + " " + claim.item->weapon + " " + counted(quantity, quantity.unit);
  }
  if (counting == "occasion") return name + ", " + in_words(quantity);
  const bool people = claim.type == "labor" || claim.type == "deployment";
  if (people && name.find(' ') == std::string::npos) return in_words(quantity);
  if (people || claim.type == "limit" || claim.type == "membership") {
    return in_words(quantity) + " (" + name + ")";
  }
  return in_words(quantity) + " of " + name;
}

std::string month_name(std::string_view number) {
  int month = 0;
  std::from_chars(number.data(), number.data() + number.size(), month);
  return month >= 1 && month <= 12 ? std::string(kMonths[static_cast<std::size_t>(month - 1)]) : "";
}

struct Words {
  std::string text;
  std::string_view preposition;
};

/// "2024-10" -> "October 2024"; what is not a year, month or day stays as it is.
Words point(std::string text, bool with_year) {
  const auto is_vague = [](char c) { return c == '~' || c == '?' || c == '%'; };
  const bool vague = std::any_of(text.begin(), text.end(), is_vague);
  std::erase_if(text, is_vague);
  Words out{text, "in"};
  const std::string year = text.substr(0, 4);
  if (text.size() == 7 && !month_name(std::string_view(text).substr(5)).empty()) {
    out.text = month_name(std::string_view(text).substr(5)) + (with_year ? " " + year : "");
  } else if (text.size() == 10 && text[4] == '-') {
    std::string day = text.substr(8);
    if (day.front() == '0') day.erase(0, 1);
    const std::string month = month_name(std::string_view(text).substr(5, 2));
    out = {day + " " + month + (with_year ? " " + year : ""), "on"};
  }
  if (vague) out.preposition = "around";
  return out;
}

std::string with_vagueness(const Words& p) {
  return p.preposition == "around" ? "around " + p.text : p.text;
}

std::string sides(const Claim& claim, std::string_view between) {
  return name_of(claim.actor) + std::string(between) + name_of(claim.target);
}

std::string after_colon(const std::string& text) { return text.empty() ? "" : ": " + text; }

std::string to_target(const Claim& claim, std::string_view preposition) {
  return claim.target ? " " + std::string(preposition) + " " + claim.target->name : "";
}

/// " killed", " wounded", " captured": what befell those of a claim of casualties, which the kind of its item says; ""
/// where the words leave it open, or name them by it ("600 dead").
std::string fate(const Claim& claim) {
  const std::vector<std::string> kinds = item_path(claim.item);
  if (kinds.empty() || kinds.back() == "casualties") return {};
  const std::size_t dash = kinds.front().rfind('-');
  const std::string last = dash == std::string::npos ? "" : kinds.front().substr(dash + 1);
  const bool known = last == "killed" || last == "wounded" || last == "captured";
  return known ? " " + last : std::string();
}

std::string statement(const Claim& claim) {
  const std::string& type = claim.type;
  const std::string what = goods(claim);
  const std::string actor = name_of(claim.actor);
  const std::string of = what.empty() ? "" : " " + what;
  if (type == "technology") {
    return sides(claim, " → ") + ": know-how" + (what.empty() ? "" : ", " + what);
  }
  if (type == "training") return sides(claim, " trained ") + after_colon(what);
  if (type == "theft") return actor + " stole" + of + to_target(claim, "from");
  if (type == "transport") {
    return actor + ": transport" + (what.empty() ? "" : " by " + what) + to_target(claim, "to");
  }
  if (type == "possession") return actor + " has" + (what.empty() ? " a system" : " " + what);
  if (type == "use") return actor + " used" + of + to_target(claim, "against");
  if (type == "casualties")
    return actor + ": casualties" + (what.empty() ? "" : ", " + what + fate(claim));
  if (type == "limit") return sides(claim, " → ") + ": limit" + (what.empty() ? "" : ", " + what);
  if (type == "sanction") return sides(claim, " sanctioned ") + after_colon(what);
  if (type == "establishment") return actor + " established";
  if (type == "dissolution") return actor + " disbanded";
  if (type == "membership") return actor + ": " + (what.empty() ? "members" : what);
  if (type == "agreement") return sides(claim, " and ") + after_colon(what);
  if (type == "veto") {
    return actor + " blocked" + (what.empty() ? " a decision" : of) + to_target(claim, "in");
  }
  if (type == "labor" || type == "deployment" || type == "finance" || type == "transfer") {
    return sides(claim, " → ") + after_colon(what);
  }
  return type + ", " + sides(claim, " → ") + after_colon(what);
}

}  // namespace

std::string grouped(double number) {
  const bool negative = number < 0;
  const double size = std::min(std::abs(number), 1e15);
  auto whole = static_cast<std::uint64_t>(size);
  auto cents = static_cast<std::uint64_t>(std::llround((size - static_cast<double>(whole)) * 100));
  if (cents == 100) {
    ++whole;
    cents = 0;
  }
  std::string digits = std::to_string(whole);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  if (cents > 0) {
    std::string decimals = (cents < 10 ? "0" : "") + std::to_string(cents);
    if (decimals.back() == '0') decimals.pop_back();
    digits += "." + decimals;
  }
  return (negative ? "-" : "") + digits;
}

std::string in_words(const Quantity& quantity) {
  std::string out = figure(quantity);
  if (!quantity.unit.empty()) out += " " + counted(quantity, quantity.unit);
  if (!quantity.per.empty()) out += " a " + quantity.per;
  return out;
}

std::string in_words(const Date& date) {
  const std::string& edtf = date.edtf;
  if (edtf.empty()) return "";
  const std::size_t slash = edtf.find('/');
  if (slash == std::string::npos) {
    const Words only = point(edtf, true);
    return std::string(only.preposition) + " " + only.text;
  }
  const std::string first = edtf.substr(0, slash);
  const std::string last = edtf.substr(slash + 1);
  if (last == ".." || last.empty()) return "since " + with_vagueness(point(first, true));
  if (first == ".." || first.empty()) return "until " + with_vagueness(point(last, true));
  const bool one_year = first.size() > 4 && first.compare(0, 4, last, 0, 4) == 0;
  return "between " + with_vagueness(point(first, !one_year)) + " and " +
         with_vagueness(point(last, true));
}

std::string summary(const Claim& claim) {
  std::string out = statement(claim);
  if (claim.period) {
    const std::string when = in_words(*claim.period);
    if (!when.empty()) out += ", " + when;
  }
  switch (claim.certainty) {
    case Certainty::believed:
      return out + " (believed)";
    case Certainty::possible:
      return out + " (possible)";
    case Certainty::planned:
      return out + " (planned)";
    case Certainty::denied:
      return out + " (denied)";
    default:
      return out;
  }
}

}  // namespace msmt
