// The time that an article takes grows with its length and not with its square, whatever it holds.
//
// Each kind of text is read at one length and at four times that length: up to six times the time
// passes, since caches and tables have to grow, too; a square would be sixteen times. What takes longer
// is measured again at a greater length, where a square only shows the more. The processor time of
// this thread is taken, the least of several runs, so that a busy machine changes little.
#include <time.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <iomanip>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "generator.hpp"
#include "msmt/output.hpp"
#include "msmt/pipeline.hpp"

#ifdef __has_feature  // clang's name for what g++ defines
#if __has_feature(address_sanitizer)
#define __SANITIZE_ADDRESS__ 1
#elif __has_feature(thread_sanitizer)
#define __SANITIZE_THREAD__ 1
#endif
#endif

using namespace msmt;

namespace {

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

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
  };
  out.push_back({"claims that all differ", [](std::size_t bytes) {
                   std::string text;
                   for (std::size_t i = 1; text.size() < bytes; ++i)
                     text += "Iran sent Russia " + std::to_string(i) + " drones.\n\n";
                   return text;
                 }});
  out.push_back({"dated claims that all differ", [](std::size_t bytes) {
                   std::string text;
                   for (std::size_t i = 1; text.size() < bytes; ++i)
                     text += "Iran sent Russia " + std::to_string(i) + " drones in 2024.\n\n";
                   return text;
                 }});
  out.push_back({"claims and limits that all differ", [](std::size_t bytes) {
                   std::string text;
                   for (std::size_t i = 1; text.size() < bytes; ++i)
                     text += "The EU caps Iran's imports of oil at " + std::to_string(i) +
                             " barrels. Russia sent Iran " + std::to_string(i) +
                             " barrels of oil.\n\n";
                   return text;
                 }});
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
    const double begin = processor_seconds();
    const Report report = run(pipeline, {read_document("a.txt", text, {}, "2025-05-30")}, 1);
    const std::string json = to_json(report, {.mentions = true, .residue = true});
    least = std::min(least, processor_seconds() - begin);
    if (json.empty()) return 0;
  }
  return least;
}

}  // namespace

TEST_CASE("time grows with the length of an article, whatever it holds") {
  static const Lexicons lexicons = load_lexicons({});
  static const Pipeline pipeline(lexicons);
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  constexpr std::size_t kBytes = 3000;
#else
  constexpr std::size_t kBytes = 12000;
#endif
  constexpr double kMost = 6;         // times the time for four times the text
  constexpr double kTooShort = 2e-3;  // seconds; below it the clock tells little
  std::ostringstream table;
  table << std::fixed << std::setprecision(1);
  for (const Kind& kind : kinds()) {
    const std::string once = kind.text(kBytes), four = kind.text(4 * kBytes);
    seconds(pipeline, once, 1);  // compiles the patterns
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
