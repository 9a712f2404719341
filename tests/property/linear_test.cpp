// The time that an article takes grows with its length and not with its square, whatever it holds.
//
// Each kind of text is read at one length and at four times that length: up to six times the time
// passes, since caches and tables have to grow, too; a square would be sixteen times. What takes longer
// is measured again at a greater length, where a square only shows the more. The processor time of
// this thread is taken, the least of several runs, so that a busy machine changes little.
#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <iomanip>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "clock.hpp"
#include "generator.hpp"
#include "msmt/output.hpp"
#include "msmt/pipeline.hpp"

using namespace msmt;

namespace {

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string out;
  while (out.size() < bytes) out += piece;
  return out;
}

struct Kind {
  std::string name;
  std::function<std::string(std::size_t bytes)> text;
};

Kind kind(std::string name, std::string_view piece) {
  return {std::move(name), [piece](std::size_t bytes) { return repeated(piece, bytes); }};
}

/// With a number now and then: a sentence that is printed twice would be read once.
Kind numbered(std::string name, std::string_view piece) {
  return {std::move(name), [piece](std::size_t bytes) {
            std::string text;
            for (std::size_t i = 1; text.size() < bytes; ++i)
              text += repeated(piece, 700) + "x" + std::to_string(i) + " ";
            return text;
          }};
}

/// Each piece with a number of its own for every `@`.
Kind differing(std::string name, std::string_view piece) {
  return {std::move(name), [piece](std::size_t bytes) {
            std::string text;
            for (std::size_t i = 1; text.size() < bytes; ++i) {
              for (const char c : piece) text += c == '@' ? std::to_string(i) : std::string(1, c);
            }
            return text;
          }};
}

std::vector<Kind> kinds() {
  std::vector<Kind> out{
      numbered("numbers", "1,234 "),
      numbered("numbers and words", "nine million and "),
      kind("no space at all", "x"),
      numbered("one letter, parted", "a "),
      kind("brackets that open", "("),
      kind("quotes that open", "\u201C"),
      kind("straight quotes", "\" "),
      kind("combining marks", "\u0301"),
      kind("hyphens", "x-"),
      kind("full stops", ". "),
      numbered("initials", "U.S. "),
      kind("ellipses without space", "..."),
      numbered("commas", ", and "),
      kind("line feeds", "\n"),
      kind("lines of one word", "word\n"),
      kind("paragraphs of one word", "Word.\n\n"),
      kind("list items", "- 5 drones\n"),
      kind("headings", "# Iran\n"),
      kind("pictures", "![a](b)\n"),
      kind("pictures that never end", "![a]("),
      numbered("references", "[1]"),
      kind("datelines", "SEOUL, May 30 (AJP) - \n\n"),
      kind("furniture", "Advertisement\n\n"),
      numbered("countries", "Russia North Korea Iran "),
      numbered("weapons", "KN-23 T-72 "),
      numbered("names that go on", "The North Korean Foreign "),
      numbered("dates", "May 3, 2025 "),
      numbered("ranges of dates", "between May and "),
      numbered("hedges", "more than at least about "),
      numbered("verbs", "sent supplied gave "),
      numbered("passives", "was sent by Iran to "),
      numbered("clauses", "Iran, which sent shells to Russia, "),
      numbered("speech", "he said that "),
      kind("pronouns", "It sent them to it. "),
      kind("one claim, over and over", "Iran sent Russia 200 drones.\n\n"),
      differing("claims that all differ", "Iran sent Russia @ drones.\n\n"),
      differing("dated claims that all differ", "Iran sent Russia @ drones in 2024.\n\n"),
      differing("claims and limits that all differ",
                "The EU caps Iran's imports of oil at @ barrels. Russia sent Iran @ barrels of "
                "oil.\n\n"),
      differing("claims whose giver comes later",
                "Mali received @ jets in May. They came from Turkey @ times.\n\n"),
      differing("deeds done by another, too",
                "Ghana sanctioned @ generals of Mali. Togo followed suit with @ words.\n\n"),
      differing("designations met again", "Iran sent the Zorbak-@ drone. The Zorbak-@ flew.\n\n"),
      differing("bodies with short names",
                "The Agency for Trade @ (ATR@) sent Iran drones. ATR@ said so.\n\n"),
      differing("speakers",
                "Minister Kim Vol@ said Iran sent drones. He said it sent @ shells.\n\n"),
      differing("quotations", "\u201CIran sent @ drones. It sent shells,\u201D he said.\n\n"),
      differing("headings and lists", "# Given to Iran in year @:\n- @ drones\n- @ tanks\n\n"),
      differing("one list", "- @ T-72 tanks from Russia\n"),
      differing("captions", "![drone @](a/@.jpg)\nIran sent drone @.\n\n"),
      differing("members", "The group has @ members: Iran, Russia, China @.\n\n"),
  };
  out.push_back({"articles", [](std::size_t bytes) {
                   msmt::test::Generator generator(1);
                   std::string text;
                   while (text.size() < bytes) text += generator.article();
                   return text;
                 }});
  return out;
}

/// Least processor time of `runs` runs from bytes to JSON.
double seconds(const Pipeline& pipeline, const std::string& text, int runs) {
  double least = 1e9;
  for (; runs > 0; --runs) {
    const double begin = test::processor_seconds();
    const Report report = run(pipeline, {read_document("a.txt", text, {}, "2025-05-30")}, 1);
    const std::string json = to_json(report, {.mentions = true, .residue = true});
    least = std::min(least, test::processor_seconds() - begin);
    if (json.empty()) return 0;
  }
  return least;
}

}  // namespace

TEST_CASE("time grows with the length of an article, whatever it holds") {
  static const Lexicons lexicons = load_lexicons({});
  static const Pipeline pipeline(lexicons);
  constexpr std::size_t kBytes = test::kSanitized ? 3000 : 12000;
  constexpr double kMost = 8;  // times the time for four times the text; a square takes sixteen
  constexpr double kTooShort = 2e-3;  // seconds; below it the clock tells little
  std::ostringstream table;
  table << std::fixed << std::setprecision(1);
  for (const Kind& kind : kinds()) {
    const std::string once = kind.text(kBytes), four = kind.text(4 * kBytes);
    seconds(pipeline, once, 1);      // compiles the patterns
    if (test::kSanitized) continue;  // how long it takes tells nothing, that it is read does
    double first = seconds(pipeline, once, 3), then = seconds(pipeline, four, 2);
    if (then > kTooShort && then > kMost * first) {
      first = seconds(pipeline, four, 3);
      then = seconds(pipeline, kind.text(16 * kBytes), 3);
    }
    const double growth = then / std::max(first, 1e-6);
    table << std::setw(7) << first * 1e3 << " ms" << std::setw(8) << then * 1e3 << " ms"
          << std::setw(6) << growth << "  " << kind.name << "\n";
    INFO(kind.name << ": " << first * 1e3 << " ms, four times the text " << then * 1e3 << " ms");
    CHECK((then <= kTooShort || growth <= kMost));
  }
  std::cout << std::setw(7) << kBytes << "   " << std::setw(8) << 4 * kBytes << "    times bytes\n"
            << table.str();
}
