#include "articles.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace msmt::bench {

namespace {

/// SplitMix64 (Steele, Lea, Flood 2014); the standard's distributions differ between libraries.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t x = state_;
    x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9U;
    x = (x ^ (x >> 27U)) * 0x94d049bb133111ebU;
    return x ^ (x >> 31U);
  }
  std::size_t below(std::size_t end) { return static_cast<std::size_t>(next() % end); }

 private:
  std::uint64_t state_;
};

// In a sentence, $C is a country, $A an adjective, $W a named system, $G a class of goods, $N a
// figure, $O a body, $D a date, $M money, $P a place.
constexpr std::string_view kClaims[] = {
    "$C has sent $C $N $G since $D, $O said.",
    "$C delivered $N $G to $C in $D, according to $O.",
    "$N $A soldiers were deployed to $P in $D, $O reported on $D.",
    "$C fired $N $W missiles at $P last week, officials said.",
    "$O imposed sanctions on a $A shipping firm in $D over the transfer of $G.",
    "$A hackers stole $M from an exchange in $D, $O said in a report.",
    "In return, $C provided $C with at least $N $W systems.",
    "$A instructors trained $N soldiers of $C in the use of drones.",
    "About $N workers from $C were sent to $C last year to earn $M.",
    "$C and $C signed a defence treaty on $D.",
    "$C denied that it had supplied $G to $C.",
    "At least $N $G were shipped from $P to $C aboard $A cargo vessels between $D and $D.",
};
constexpr std::string_view kFigures[] = {
    "Prices rose by $N percent in $D, and wages followed some months later.",
    "The stadium in $P holds $N people, a third more than the old one.",
    "$N residents of $P signed the petition, which was handed over on $D.",
    "The $A minister spoke for $N minutes before the committee on $D.",
    "A museum near $P shows $N $W models and letters from the time.",
    "The budget sets aside $M for roads, schools and the harbour of $P.",
    "Officials of $O met in $P on $D and agreed to meet again within $N weeks.",
    "Some $N tons of grain passed through the port of $P during the season.",
    "Growth in $C slowed to $N percent, the weakest figure since $D.",
};
constexpr std::string_view kPlain[] = {
    "Nobody at the meeting wanted to say how the matter would go on, or who would pay for it.",
    "The road was closed to traffic while workers cleared the slope above the river.",
    "Analysts said the mood among voters had turned, though few expected an early decision.",
    "Rain fell through the night, and by the morning the fields on both sides were under water.",
    "\"We were told to wait, so we waited,\" said a resident who did not want to give his name.",
    "The committee will look at the proposal again once the experts have heard all sides.",
    "Families came to the square in the evening, and the shops along the main street stayed open.",
    "What had begun as a quarrel between neighbours became a question for the courts.",
    "She has written about the region for many years and knows most of the people involved.",
    "Its authors call for patience, better rules and a good deal more openness on all sides.",
    "The decision came after weeks of talks that both parties described as difficult but useful.",
};
constexpr std::string_view kCountries[] = {"North Korea", "Russia",  "Iran",  "China", "Ukraine",
                                           "South Korea", "Turkey",  "Japan", "India", "Myanmar",
                                           "Pakistan",    "Belarus", "Syria", "Yemen", "France"};
constexpr std::string_view kAdjectives[] = {"North Korean", "Russian",      "Iranian", "Chinese",
                                            "Ukrainian",    "South Korean", "Turkish", "Japanese"};
constexpr std::string_view kSystems[] = {"KN-23",      "Pantsir-S1", "Shahed-136", "Iskander-M",
                                         "S-400",      "Il-76",      "T-72",       "Bayraktar TB2",
                                         "Hwasong-11", "HIMARS",     "Patriot",    "Su-35"};
constexpr std::string_view kGoods[] = {
    "artillery shells",    "containers of munitions",   "short-range ballistic missiles",
    "attack drones",       "multiple rocket launchers", "122 mm rockets",
    "air defence systems", "armoured vehicles",         "barrels of refined petroleum",
    "anti-tank missiles"};
constexpr std::string_view kFigureForms[] = {
    "about 200",    "more than 20,000",  "nearly 11,000",     "at least 100",
    "nine million", "up to 1.5 million", "between 40 and 60", "12",
    "3,400",        "dozens of",         "fewer than 90",     "an estimated 8,000",
    "two dozen"};
constexpr std::string_view kBodies[] = {"the UN Security Council",
                                        "the MSMT",
                                        "Yonhap",
                                        "the Defence Ministry",
                                        "NATO",
                                        "the Panel of Experts",
                                        "the National Intelligence Service",
                                        "Reuters"};
constexpr std::string_view kDates[] = {
    "September 2023", "May 30",        "early 2024",     "2022",        "the first half of 2025",
    "Thursday",       "June 19, 2024", "late last year", "mid-October", "the end of 2023"};
constexpr std::string_view kMoney[] = {"$1.5 billion",    "$540 million", "about €20 million",
                                       "370,000 dollars", "£54.6bn",      "2 trillion won"};
constexpr std::string_view kPlaces[] = {"Kursk",     "Vladivostok", "Rajin",  "Odesa", "Seoul",
                                        "Pyongyang", "Geneva",      "Tehran", "Busan", "Warsaw"};

template <std::size_t N>
std::string_view one_of(Random& random, const std::string_view (&list)[N]) {
  return list[random.below(N)];
}

std::string_view filling(Random& random, char slot) {
  switch (slot) {
    case 'C':
      return one_of(random, kCountries);
    case 'A':
      return one_of(random, kAdjectives);
    case 'W':
      return one_of(random, kSystems);
    case 'G':
      return one_of(random, kGoods);
    case 'N':
      return one_of(random, kFigureForms);
    case 'O':
      return one_of(random, kBodies);
    case 'D':
      return one_of(random, kDates);
    case 'M':
      return one_of(random, kMoney);
    default:
      return one_of(random, kPlaces);
  }
}

std::string sentence(Random& random, std::string_view form) {
  std::string out;
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (form[i] == '$' && i + 1 < form.size()) {
      out += filling(random, form[++i]);
    } else {
      out += form[i];
    }
  }
  if (out.front() >= 'a' && out.front() <= 'z') out.front() = static_cast<char>(out.front() - 32);
  return out;
}

}  // namespace

Made make_article(std::uint64_t seed, std::uint64_t number) {
  Random random(seed * 0x2545f4914f6cdd1dU + number);
  Made made;
  const std::size_t day = 1 + random.below(28);
  made.published = "2025-0" + std::to_string(1 + random.below(9)) + (day < 10 ? "-0" : "-") +
                   std::to_string(day);
  std::string& text = made.text;
  text += sentence(random, "$C and $C: what is known of item ") + std::to_string(number) + "\n\n";
  const std::size_t paragraphs = 6 + random.below(9);
  for (std::size_t p = 0; p < paragraphs; ++p) {
    const std::size_t sentences = 2 + random.below(3);
    for (std::size_t s = 0; s < sentences; ++s) {
      if (s > 0) text += ' ';
      const std::size_t kind = random.below(3);
      text += sentence(random, kind == 0   ? one_of(random, kClaims)
                               : kind == 1 ? one_of(random, kFigures)
                                           : one_of(random, kPlain));
    }
    text += "\n\n";
  }
  return made;
}

}  // namespace msmt::bench
