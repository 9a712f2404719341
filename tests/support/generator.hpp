/// Articles made of templates and small word lists, the same for the same seed on every machine.
///
///     Generator generator(7);
///     generator.article()   -> "Iran sent shells to Russia\n\nTEHRAN, May 3, 2025 (Wire) - …"
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace msmt::test {

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  /// A number below `count`. The distributions of <random> differ from library to library.
  std::size_t below(std::size_t count) { return random_() % count; }

  template <typename List>
  std::string one_of(const List& list) {
    return std::string(list[below(std::size(list))]);
  }

  /// One template with all its words filled in: "Iran sent about 200 drones to Russia last year."
  std::string sentence() { return filled(one_of(kSentences)); }

  /// A headline, a dateline and some paragraphs; sometimes one of the first two is missing.
  std::string article() {
    std::string out;
    if (below(4) != 0) out += filled("{state} sent {goods} to {state}") + "\n\n";
    if (below(4) != 0) out += filled("{city}, {month} {day}, {year} (Wire) - ");
    for (std::size_t paragraphs = 1 + below(4); paragraphs > 0; --paragraphs) {
      for (std::size_t sentences = 1 + below(4); sentences > 0; --sentences) {
        out += sentence() + (sentences > 1 ? " " : "\n\n");
      }
    }
    return out;
  }

  /// Characters of all lengths and kinds in UTF-8, with words of the articles among them.
  std::string text(std::size_t pieces) {
    std::string out;
    for (; pieces > 0; --pieces) {
      switch (below(4)) {
        case 0:
          out += start_of(sentence());
          break;
        case 1:
          out += one_of(kMarks);
          break;
        default:
          append(out, code_point());
      }
      if (below(3) == 0) out += ' ';
    }
    return out;
  }

 private:
  struct Words {
    std::string_view name;
    std::vector<std::string_view> forms;
  };

  static const std::vector<Words>& words() {
    static const std::vector<Words> kWords = {
        {"state", {"Iran", "Russia", "North Korea", "Belarus", "Pyongyang", "Moscow", "Tehran"}},
        {"city", {"TEHRAN", "SEOUL", "MINSK"}},
        {"adjective", {"Iranian", "Russian", "North Korean", "Belarusian"}},
        {"goods", {"artillery shells", "drones", "ballistic missiles", "air defence systems"}},
        {"box", {"containers of munitions", "tons of fuel", "barrels of refined petroleum"}},
        {"people", {"soldiers", "troops", "workers", "engineers"}},
        {"weapon", {"Pantsir", "KN-23", "MiG-29", "T-72", "Il-76"}},
        {"bend", {"", "about ", "more than ", "at least ", "up to ", "nearly ", "fewer than "}},
        {"number", {"200", "11,000", "1.5 million", "nine", "two dozen", "20,000", "thousands of"}},
        {"month", {"January", "March", "May", "October", "December"}},
        {"day", {"1", "9", "17", "28"}},
        {"year", {"2022", "2023", "2024", "2025"}},
        {"when",
         {"", " last year", " in {month} {year}", " since {month} {year}", " on {month} {day}",
          " between {month} and {month} last year", " in the first half of {year}",
          " two weeks ago"}},
        {"body", {"the UN Panel of Experts", "the MSMT", "Yonhap", "the Foreign Ministry"}},
        {"sent",
         {"sent", "has shipped", "may have transferred", "plans to deliver", "did not send"}},
        {"says", {"", ", {body} said", ", according to {body}", ", a lawmaker told reporters"}},
    };
    return kWords;
  }

  static constexpr std::array<std::string_view, 16> kSentences = {
      "{state} {sent} {bend}{number} {goods} to {state}{when}{says}.",
      "{state} {sent} {bend}{number} {box} to {state}{when}{says}.",
      "{bend}{number} {people} were sent to {state} by {state}{when}{says}.",
      "{state} received {bend}{number} {weapon} systems from {state}{when}{says}.",
      "{adjective} ships carried the {goods} in {bend}{number} voyages{when}.",
      "{state} and {state} signed a treaty{when}.",
      "{body} was disbanded in {month} {year}.",
      "{state} vetoed the renewal of {body}{when}.",
      "The shipments included {bend}{number} {goods} and {bend}{number} {box}{says}.",
      "{state} fired {bend}{number} {adjective} {weapon} missiles at {state}{when}{says}.",
      "{bend}{number} {adjective} soldiers were killed or wounded{when}{says}.",
      "{state} denied that it had sent {goods} to {state}.",
      "It also trained {adjective} {people}{when}.",
      "\u201CThe {goods} came by train,\u201D {body} said{when}.",
      "{state} stole ${number} from the exchange Zeta{when}{says}.",
      "Nobody at the caf\u00E9 in \u0416\u043E\u0440\u0430 had heard of {body}.",
  };

  static constexpr std::array<std::string_view, 18> kMarks = {
      "\n", "\n\n", "\r\n", "\t", ".",      ", ",        "\u201C", "\u201D", "$",
      "%",  "(",    ")",    "-",  "\u2013", "9,000,000", "1.5",    "\u00A0", "\uFEFF"};

  std::string filled(std::string_view pattern) {
    std::string out;
    for (std::size_t at = 0; at < pattern.size();) {
      const std::size_t open = std::min(pattern.find('{', at), pattern.size());
      out += pattern.substr(at, open - at);
      if (open == pattern.size()) break;
      const std::size_t close = pattern.find('}', open);
      const std::string_view name = pattern.substr(open + 1, close - open - 1);
      for (const Words& list : words()) {
        if (list.name == name) out += filled(one_of(list.forms));
      }
      at = close + 1;
    }
    return out;
  }

  /// Up to forty bytes, whole characters.
  std::string start_of(std::string text) {
    std::size_t end = std::min(text.size(), below(40));
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
    return text.substr(0, end);
  }

  char32_t code_point() {
    struct Range {
      char32_t first, last;
    };
    static constexpr std::array<Range, 10> kRanges = {{{0x20, 0x7E},
                                                       {0xA0, 0x24F},
                                                       {0x300, 0x36F},
                                                       {0x400, 0x45F},
                                                       {0x2000, 0x206F},
                                                       {0x3000, 0x303F},
                                                       {0xAC00, 0xAC7F},
                                                       {0xFFF0, 0xFFFD},
                                                       {0x1F600, 0x1F64F},
                                                       {0x10FFF0, 0x10FFFF}}};
    const Range range = kRanges[below(kRanges.size())];
    return range.first + static_cast<char32_t>(below(range.last - range.first + 1));
  }

  static void append(std::string& out, char32_t point) {
    const auto byte = [&](char32_t value) { out += static_cast<char>(value); };
    if (point < 0x80) {
      byte(point);
    } else if (point < 0x800) {
      byte(0xC0 | point >> 6U);
      byte(0x80 | (point & 0x3F));
    } else {
      if (point < 0x10000) {
        byte(0xE0 | point >> 12U);
      } else {
        byte(0xF0 | point >> 18U);
        byte(0x80 | (point >> 12U & 0x3F));
      }
      byte(0x80 | (point >> 6U & 0x3F));
      byte(0x80 | (point & 0x3F));
    }
  }

  std::mt19937 random_;
};

}  // namespace msmt::test
