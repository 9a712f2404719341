#include "cli/options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cstdint>
#include <numeric>
#include <string_view>
#include <thread>

#include "cli/published.hpp"
#include "msmt/error.hpp"

namespace msmt::cli {
namespace {

constexpr unsigned kMostJobs = 1024;
constexpr std::size_t kHelpWidth = 80;
constexpr std::size_t kHelpIndent = 26;
constexpr const char* kSeeHelp = "see msmt-extract --help";

constexpr const char* kSources = "Sources";
constexpr const char* kOutput = "Output";
constexpr const char* kVocabulary = "Vocabulary";
constexpr const char* kRun = "Running";

constexpr const char* kHelpHead =
    "Usage: msmt-extract [OPTIONS] SOURCE...\n\n"
    "Reads news articles and writes the claims that they make, merged, as JSON.\n"
    "A SOURCE is a text file, a folder (every *.txt below it), a .jsonl file with\n"
    "one article per line, or - for standard input.\n\n"
    "Example:\n"
    "  msmt-extract --published 2025-05-30 -o claims.json articles/\n";

constexpr const char* kHelpTail =
    "\nExit status: 0 done; 1 --check or --since found differences; 2 trouble.\n";

/// Distance of Damerau and Levenshtein, adjacent swaps counted as one.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  std::iota(cost[0].begin(), cost[0].end(), 0U);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    cost[i][0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t swap = a[i - 1] == b[j - 1] ? 0 : 1;
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + swap});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
      }
    }
  }
  return cost[a.size()][b.size()];
}

/// The known name nearest to `given`, if one is near enough to be meant.
std::optional<std::string> nearest(std::string_view given, const std::vector<std::string>& known) {
  std::optional<std::string> best;
  std::size_t least = std::max<std::size_t>(2, given.size() / 3) + 1;
  for (const std::string& name : known) {
    const bool begins = given.size() >= 3 && name.starts_with(given);
    const std::size_t far = begins ? 1 : distance(given, name);
    if (far < least) {
      least = far;
      best = name;
    }
  }
  return best;
}

Format parse_format(const std::string& name) {
  if (name == "json") return Format::json;
  if (name == "jsonl") return Format::jsonl;
  if (name == "csv") return Format::csv;
  if (name == "table") return Format::table;
  throw Error("--format", "\"" + name + "\" is no format", "use json, jsonl, csv or table");
}

[[noreturn]] void refuse_option(const CLI::App& app, const std::string& given) {
  std::vector<std::string> known;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
  }
  const std::string name = given.substr(0, given.find('='));
  const auto meant = name.starts_with("--") ? nearest(name, known) : std::nullopt;
  throw Error(name, "unknown option", (meant ? "did you mean " + *meant + "? " : "") + kSeeHelp);
}

unsigned parse_jobs(std::string_view text) {
  unsigned jobs = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), jobs);
  const bool whole = failure == std::errc{} && end == text.data() + text.size();
  if (!whole || jobs < 1 || jobs > kMostJobs) {
    throw Error("--jobs", "\"" + std::string(text) + "\" is no number of threads",
                "give a number from 1 to " + std::to_string(kMostJobs));
  }
  return jobs;
}

/// A size in bytes: "500000", "64K", "16M", "2G", counted in 1024s.
std::size_t parse_bytes(const char* option, std::string_view text) {
  const std::size_t unit = std::string_view("KMG").find(text.empty() ? ' ' : text.back());
  const unsigned shift =
      unit == std::string_view::npos ? 0 : 10 * (static_cast<unsigned>(unit) + 1);
  const std::string_view digits = text.substr(0, text.size() - (shift > 0 ? 1 : 0));
  constexpr std::uint64_t kMost = std::uint64_t{1} << 40U;
  std::uint64_t size = 0;
  const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), size);
  const bool whole = failure == std::errc{} && end == digits.data() + digits.size();
  if (!whole || size < 1 || size > kMost >> shift) {
    throw Error(option, "\"" + std::string(text) + "\" is no size",
                "give bytes, or a number with K, M or G");
  }
  return static_cast<std::size_t>(size << shift);
}

/// Words of `text` in lines of the help's width, all but the first indented.
std::string wrapped(const std::string& text) {
  std::string out;
  std::size_t column = kHelpIndent;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (column + 1 + (end - begin) > kHelpWidth) {
      out += '\n' + std::string(kHelpIndent, ' ');
      column = kHelpIndent;
    } else if (begin > 0) {
      out += ' ';
      ++column;
    }
    out.append(text, begin, end - begin);
    column += end - begin;
    begin = end + 1;
  }
  return out;
}

std::string help_line(const CLI::Option& option) {
  const auto& short_names = option.get_snames();
  std::string out = short_names.empty() ? "      " : "  -" + short_names.front() + ", ";
  out += "--" + option.get_lnames().front();
  if (option.get_items_expected_max() > 0) out += " " + option.get_type_name();
  const std::size_t gap = out.size() + 2 <= kHelpIndent ? kHelpIndent - out.size() : 0;
  out += gap > 0 ? std::string(gap, ' ') : "\n" + std::string(kHelpIndent, ' ');
  return out + wrapped(option.get_description()) + "\n";
}

std::string help_text(const CLI::App& app) {
  std::string out = kHelpHead;
  for (const char* group : {kSources, kOutput, kVocabulary, kRun}) {
    out += std::string("\n") + group + "\n";
    for (const CLI::Option* option : app.get_options()) {
      if (option->get_group() == group && !option->get_lnames().empty()) out += help_line(*option);
    }
  }
  return out + kHelpTail;
}

/// The parser and the values that it writes to.
struct Parser {
  CLI::App app;
  Options options;
  std::string format = "json", jobs, max_bytes;
  std::string output, manifest, check, since, explain;
  bool help = false, version = false, schema = false, list_rules = false, list_extractors = false,
       lint_lexicon = false;

  Parser() {
    app.set_help_flag();
    app.allow_extras();  // unknown options are refused below, in our own words
    app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);

    app.add_option("sources", options.sources)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->group("");

    value("--published", options.published, "DATE", kSources,
          "publication date of articles that state none: 2025, 2025-05 or 2025-05-30");
    value("--manifest", manifest, "FILE", kSources,
          "JSON list of {\"path\", \"url\", \"title\", \"publisher\", \"published\"}; a relative "
          "path "
          "starts at the folder of FILE");
    flag("--merge", options.merge, kSources,
         "the sources are reports, or what --per-article has written: merge them");
    flag("--strict", options.strict, kSources,
         "stop at the first source that cannot be read and write nothing");
    value("--max-bytes", max_bytes, "N", kSources,
          "read no more than N bytes of an article (default: 16M) and say so; K, M, G as usual");

    value("-f,--format", format, "FORMAT", kOutput,
          "json (default); one claim per line: jsonl, csv, table");
    value("-o,--output", output, "FILE", kOutput, "write to FILE, whole or not at all");
    flag("--mentions", options.mentions, kOutput, "also list every mention under its source");
    flag("--residue", options.residue, kOutput,
         "also list the numbers, dates and weapons that no claim used, and why");
    value("--explain", explain, "FILE[:LINE]", kOutput,
          "show how claims come about: mentions, chunks, the frames tried and what they wanted");
    value("--check", check, "GOLDEN", kOutput,
          "compare with the report GOLDEN: silent when equal, else the differences and status 1");
    value("--since", since, "OLD", kOutput,
          "say what has changed since the report OLD: claims that are new, gone, changed, better "
          "supported or in conflict; status 1 when there are any");
    flag("--per-article", options.per_article, kOutput,
         "one line for each article with its own claims, unmerged: what --merge takes");
    flag("--schema", schema, kOutput, "print the JSON Schema of the output");

    app.add_option("--lexicon", options.lexicons,
                   "add or override lexicon entries; may be repeated")
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->allow_extra_args(false)
        ->type_name("FILE")
        ->group(kVocabulary);
    value("--dump-lexicon", options.dump_folder, "DIR", kVocabulary,
          "write the built-in lexicon to DIR");
    flag("--lint-lexicon", lint_lexicon, kVocabulary,
         "check the lexicon, with every --lexicon FILE: silent when all is well, else a line for "
         "each finding and status 2");
    flag("--list-extractors", list_extractors, kVocabulary, "print the names of the extractors");
    flag("--list-rules", list_rules, kVocabulary, "print every rule with an example");

    value("-j,--jobs", jobs, "N", kRun,
          "worker threads (default: the cores there are); the output stays the same");
    flag("-v,--verbose", options.verbose, kRun, "say on standard error what is done");
    flag("-q,--quiet", options.quiet, kRun, "no warnings, only errors");
    flag("--version", version, kRun, "print the version");
    flag("-h,--help", help, kRun, "print this help");
  }

  void value(const char* names, std::string& to, const char* type, const char* group,
             const char* text) {
    app.add_option(names, to, text)->type_name(type)->group(group);
  }

  void flag(const char* names, bool& to, const char* group, const char* text) {
    app.add_flag(names, to, text)->group(group)->disable_flag_override();
  }

  bool given(const char* name) const { return app.get_option(name)->count() > 0; }

  std::optional<std::string> path(const char* name, const std::string& text) const {
    if (!given(name)) return std::nullopt;
    if (text.empty()) throw Error(name, "the file name is empty", "give a file name");
    return text;
  }

  Task task() const {
    if (help) return Task::help;
    if (version) return Task::version;
    if (schema) return Task::schema;
    if (list_rules) return Task::list_rules;
    if (list_extractors) return Task::list_extractors;
    if (lint_lexicon) return Task::lint_lexicon;
    if (given("--explain")) return Task::explain;
    return given("--dump-lexicon") ? Task::dump_lexicon : Task::extract;
  }

  void parse(int argc, const char* const* argv) try {
    app.parse(argc, argv);
  } catch (const CLI::ArgumentMismatch& error) {  // "--output: 1 required FILE missing"
    const std::string message = error.what();
    if (const auto end = message.find(" was given"); end != std::string::npos) {  // --strict=3
      throw Error("--" + message.substr(0, end), "takes no value", kSeeHelp);
    }
    throw Error(message.substr(0, message.find(':')), "its value is missing", kSeeHelp);
  } catch (const CLI::ParseError& error) {
    throw Error("command line", error.what(), kSeeHelp);
  }

  /// FILE:LINE, where FILE may hold colons itself.
  void set_explained() {
    const std::size_t colon = explain.rfind(':');
    const bool line = colon != std::string::npos && colon + 1 < explain.size() && colon > 0 &&
                      explain.find_first_not_of("0123456789", colon + 1) == std::string::npos &&
                      explain.size() - colon < 10;
    if (line) options.explain_line = std::stoul(explain.substr(colon + 1));
    options.sources = {line ? explain.substr(0, colon) : explain};
    if (options.sources.front().empty())
      throw Error("--explain", "the file name is empty", "give FILE or FILE:LINE");
  }

  /// Options that leave each other nothing to do.
  void refuse_together() const {
    const auto refuse = [this](const char* one, const char* other, const char* why) {
      if (given(one) && given(other)) {
        throw Error(std::string(one) + " with " + other, why, "leave one of them out");
      }
    };
    refuse("--check", "--since", "both compare, each with its own report");
    for (const char* other : {"--check", "--since", "--format"}) {
      refuse("--per-article", other, "the lines of articles are no report");
    }
    for (const char* other : {"--published", "--manifest"}) {
      refuse("--merge", other, "the dates of articles stand in their reports");
    }
  }

  /// The options, complete and checked.
  Options finish() {
    options.task = task();
    options.help = help_text(app);
    if (options.task == Task::help || options.task == Task::version) return std::move(options);
    for (const std::string& left : app.remaining()) {
      if (left != "--")
        refuse_option(app, left);  // what follows it are sources, whatever their names
    }

    options.output = path("--output", output);
    options.manifest = path("--manifest", manifest);
    options.check = path("--check", check);
    options.since = path("--since", since);
    options.jobs =
        given("--jobs") ? parse_jobs(jobs) : std::max(1U, std::thread::hardware_concurrency());
    if (given("--max-bytes")) options.max_bytes = parse_bytes("--max-bytes", max_bytes);
    options.format = parse_format(format);
    if (options.format != Format::json && (options.mentions || options.residue)) {
      throw Error(options.mentions ? "--mentions" : "--residue",
                  "stands under sources, which " + format + " leaves out", "use -f json");
    }
    refuse_together();
    if (given("--published") && !is_publication_date(options.published)) {
      throw Error("--published", "\"" + options.published + "\" is no date", kDateHint);
    }
    if (options.task == Task::dump_lexicon) path("--dump-lexicon", options.dump_folder);
    if (options.task == Task::explain) set_explained();
    if (options.task == Task::extract && options.sources.empty()) {
      throw Error("command line", "no source",
                  "give a file, a folder or -; see msmt-extract --help");
    }
    return std::move(options);
  }
};

}  // namespace

Options parse_options(int argc, const char* const* argv) {
  Parser parser;
  parser.parse(argc, argv);
  return parser.finish();
}

}  // namespace msmt::cli
