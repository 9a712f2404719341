/// Articles about facts that are known, for measuring how well and how fast they are merged.
///
///     Story story(7, 2000);
///     story.article(0)   -> {"a/000000.txt", "SEOUL, May 3, 2025 (Wire) - Iran sent …", {{1, 17}, …}}
///
/// A fact is who sent whom how many of what and when. Each article tells a few of them, one a
/// paragraph, in its own words: with another noun for the goods, a bent figure or none, a coarser
/// date or none, a side left out, and now and then a figure that contradicts the others. What a
/// telling leaves out is never what it takes to know the fact by, as far as a reader could know.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "generator.hpp"

namespace msmt::test {

struct StoryArticle {
  std::string path;
  std::string text;
  std::string publisher;
  std::vector<std::pair<std::size_t, std::size_t>> facts;  ///< line of the text, number of the fact
};

class Story {
 public:
  /// first  number of the first article in paths
  Story(unsigned seed, std::size_t articles, std::size_t first = 0)
      : random_(seed), articles_(articles), first_(first) {
    make_facts();
    make_plan();
  }

  std::size_t size() const { return articles_; }
  std::size_t facts() const { return facts_.size(); }

  /// The same for the same seed, whichever were asked for before.
  StoryArticle article(std::size_t number) const {
    Generator random(static_cast<unsigned>(number * 2654435761U + 17));
    StoryArticle out;
    const std::string digits = std::to_string(first_ + number);
    out.path =
        "a/" + std::string(7 - std::min<std::size_t>(7, digits.size()), '0') + digits + ".txt";
    out.publisher = "Paper " + std::to_string(random.below(articles_ / 2 + 1));
    out.text = "SEOUL, " + std::string(kMonths[random.below(12)]) + " " +
               std::to_string(1 + random.below(28)) + ", 2025 (Wire) - ";
    std::size_t line = 1;
    for (const std::size_t fact : plan_[number]) {
      out.facts.emplace_back(line, fact);
      out.text += telling(facts_[fact], random) + "\n\n";
      line += 2;
    }
    return out;
  }

 private:
  struct Fact {
    std::size_t kind = 0;
    std::size_t actor = 0;
    std::size_t target = 0;
    std::size_t figure = 0;
    std::size_t month = 0;      ///< from January 2015 on
    bool figure_tells = false;  ///< nothing like it between these sides has such a figure
    bool month_tells = false;
    bool year_tells = false;
    bool sides_tell = false;  ///< nobody else sent so many then
  };

  struct Kind {
    std::string_view verb;
    std::string_view passive;
    std::string_view preposition;
    std::vector<std::string_view> nouns;
  };

  static const std::vector<Kind>& kinds() {
    static const std::vector<Kind> kKinds = {
        {"sent", "sent", "to", {"artillery shells", "artillery rounds", "shells"}},
        {"supplied", "shipped", "to", {"drones", "unmanned aerial vehicles"}},
        {"delivered", "delivered", "to", {"ballistic missiles", "short-range ballistic missiles"}},
        {"sent", "delivered", "to", {"cruise missiles"}},
        {"sent", "sent", "to", {"howitzers", "artillery guns"}},
        {"shipped", "shipped", "to", {"containers of munitions"}},
        {"delivered", "delivered", "to", {"barrels of fuel", "barrels of refined petroleum"}},
        {"sent", "sent", "to", {"soldiers", "troops"}},
        {"sent", "sent", "to", {"workers", "labourers"}},
        {"fired", "fired", "at", {"drones"}},
        {"fired", "fired", "at", {"cruise missiles"}},
        {"delivered", "delivered", "to", {"tanks", "battle tanks"}},
    };
    return kKinds;
  }

  static constexpr std::array<std::string_view, 12> kMonths = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  /// Several names of a state: it is the same one.
  static const std::vector<std::vector<std::string_view>>& states() {
    static const std::vector<std::vector<std::string_view>> kStates = {{"North Korea", "Pyongyang"},
                                                                       {"Russia", "Moscow"},
                                                                       {"Iran", "Tehran"},
                                                                       {"Belarus", "Minsk"},
                                                                       {"China", "Beijing"},
                                                                       {"Syria"},
                                                                       {"Myanmar"},
                                                                       {"Libya"},
                                                                       {"Mali"},
                                                                       {"Sudan"},
                                                                       {"Ethiopia"},
                                                                       {"Serbia"},
                                                                       {"Pakistan"},
                                                                       {"Egypt"},
                                                                       {"Algeria"},
                                                                       {"Vietnam"},
                                                                       {"Venezuela"},
                                                                       {"Cuba"},
                                                                       {"Nicaragua"},
                                                                       {"Uganda"}};
    return kStates;
  }

  static constexpr std::size_t kAllMonths = 120;
  static constexpr std::size_t kFigures = 9;
  /// Far enough apart never to be taken for each other: 12, 60, 300 …
  static std::size_t figure(std::size_t number) {
    return static_cast<std::size_t>(12 * std::pow(5, static_cast<double>(number)));
  }

  /// Three facts to four articles; six of ten are between few, as in the news.
  void make_facts() {
    const std::size_t count = std::max<std::size_t>(1, articles_ * 3 / 4);
    std::map<std::array<std::size_t, 5>, std::size_t> taken;
    while (facts_.size() < count) {
      Fact fact;
      const bool busy = random_.below(10) < 6;
      fact.kind = random_.below(kinds().size());
      fact.actor = busy ? random_.below(3) : random_.below(states().size());
      fact.target = busy ? random_.below(3) : random_.below(states().size());
      fact.figure = random_.below(kFigures);
      fact.month = random_.below(kAllMonths);
      if (fact.actor == fact.target) continue;
      if (!taken.try_emplace({fact.kind, fact.actor, fact.target, fact.figure, fact.month})
               .second) {
        continue;
      }
      facts_.push_back(fact);
    }
    std::map<std::tuple<std::size_t, std::size_t, std::size_t, std::size_t>, std::size_t> figures,
        months, years;
    std::map<std::array<std::size_t, 3>, std::size_t> sides;
    for (const Fact& f : facts_) {
      ++figures[{f.kind, f.actor, f.target, f.figure}];
      ++months[{f.kind, f.actor, f.target, f.month}];
      ++years[{f.kind, f.actor, f.target, f.month / 12}];
      ++sides[{f.kind, f.target, f.figure}];
    }
    for (Fact& f : facts_) {
      f.figure_tells = figures[{f.kind, f.actor, f.target, f.figure}] == 1;
      f.month_tells = months[{f.kind, f.actor, f.target, f.month}] == 1;
      f.year_tells = years[{f.kind, f.actor, f.target, f.month / 12}] == 1;
      f.sides_tell = sides[{f.kind, f.target, f.figure}] == 1;
    }
  }

  /// Which article tells which facts: two to four each, none twice.
  void make_plan() {
    plan_.resize(articles_);
    for (std::vector<std::size_t>& plan : plan_) {
      for (std::size_t wanted = 2 + random_.below(3); wanted > 0; --wanted) {
        // The square makes a few facts known to many.
        const std::size_t rank = random_.below(1000) * random_.below(1000);
        const std::size_t fact =
            (rank * facts_.size() / 1000000 + random_.below(7)) % facts_.size();
        if (std::find(plan.begin(), plan.end(), fact) == plan.end()) plan.push_back(fact);
      }
    }
  }

  static std::string grouped(std::size_t number) {
    std::string out = std::to_string(number);
    for (std::size_t at = out.size(); at > 3;) out.insert(at -= 3, ",");
    return out;
  }

  static std::string capital(std::string text) {
    if (text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
  }

  static std::string telling(const Fact& f, Generator& random) {
    const Kind& kind = kinds()[f.kind];
    const std::string actor = random.one_of(states()[f.actor]);
    const std::string target = random.one_of(states()[f.target]);
    const std::string noun = random.one_of(kind.nouns);

    const std::size_t figure_form = random.below(8);
    const std::size_t date_form = random.below(6);
    // 0: to the month; 1: the year; 2: none.
    std::size_t date = date_form < 3 ? 0 : date_form < 5 ? 1 : 2;
    std::string many = grouped(figure(f.figure)) + " ";
    bool figured = true;
    bool bent = false;
    if (figure_form == 0 && ((date == 0 && f.month_tells) || (date == 1 && f.year_tells))) {
      many.clear();
      figured = false;
    } else if (figure_form < 4) {
      many = random.one_of(
                 std::array<std::string_view, 4>{"about ", "at least ", "some ", "around "}) +
             many;
      bent = true;
    } else if (figure_form == 4 && date == 0 && f.month_tells && f.figure_tells) {
      many = grouped(figure(f.figure) * 7 / 5) + " ";  // a contradiction
    }
    if (figured && date == 2 && !f.figure_tells) date = 0;
    if (figured && date == 1 && !f.figure_tells && !f.year_tells) date = 0;
    std::string when;
    if (date == 0) when = " in " + std::string(kMonths[f.month % 12]) + " ";
    if (date == 1) when = " in ";
    if (date < 2) when += std::to_string(2015 + f.month / 12);

    const std::string to = " " + std::string(kind.preposition) + " ";
    const bool no_actor =
        figured && !bent && f.sides_tell && f.figure_tells && random.below(6) == 0;
    if (no_actor || random.below(4) == 0) {
      return capital(many + noun) + " were " + std::string(kind.passive) + to + target +
             (no_actor ? "" : " by " + actor) + when + ".";
    }
    return actor + " " + std::string(kind.verb) + " " + many + noun + to + target + when + ".";
  }

  Generator random_;
  std::size_t articles_;
  std::size_t first_;
  std::vector<Fact> facts_;
  std::vector<std::vector<std::size_t>> plan_;
};

}  // namespace msmt::test
