#include <algorithm>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <new>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "cli/files.hpp"
#include "cli/lint.hpp"
#include "cli/options.hpp"
#include "cli/run.hpp"
#include "cli/sources.hpp"
#include "lexicon/embedded.hpp"
#include "lexicon/lint.hpp"
#include "msmt/output.hpp"
#include "msmt/pipeline.hpp"
#include "text/printable.hpp"

#ifndef MSMT_VERSION
#define MSMT_VERSION "0.1.0"
#endif

namespace msmt::cli {
namespace {

std::string list_rules(const Engine& engine) {
  std::string out;
  for (const RuleInfo& rule : engine.rules()) out += rule.id + "\t" + rule.example + "\n";
  return out;
}

std::string list_extractors(const Engine& engine) {
  std::string out, last;
  for (const RuleInfo& rule : engine.rules()) {
    if (rule.extractor != last) out += rule.extractor + "\n";
    last = rule.extractor;
  }
  return out;
}

void dump_lexicon(const std::string& folder) {
  std::error_code failure;
  std::filesystem::create_directories(folder, failure);
  if (failure) {
    throw Error(folder, "cannot be made (" + failure.message() + ")", "give another folder");
  }
  for (const EmbeddedTable& table : embedded_tables()) {
    const std::string file =
        (std::filesystem::path(folder) / (std::string(table.name) + ".tsv")).string();
    if (std::filesystem::exists(file, failure)) {
      throw Error(file, "exists already", "give an empty folder");
    }
    std::string text;
    for (const std::string_view piece : table.pieces) text += piece;
    write_file(file, text);
  }
}

/// Refuses, before any work, what cannot end well; returns the report to compare with.
std::string refuse_early(const Options& options) {
  if (options.output && *options.output != "-") check_output(*options.output);
  keep_inputs(options, options.sources);
  keep_inputs(options, options.lexicons);
  if (options.manifest) keep_inputs(options, {*options.manifest});
  const auto& other = options.check ? options.check : options.since;
  if (!other) return {};
  std::string report = read_file(*other);
  compare(report, *other, report);  // throws when it is no report
  return report;
}

std::string as_json(const Report& report, const Options& options) {
  return to_json(report,
                 {.mentions = options.mentions, .residue = options.residue, .jobs = options.jobs});
}

std::string written(const Report& report, const Options& options) {
  switch (options.format) {
    case Format::jsonl:
      return to_jsonl(report);
    case Format::csv:
      return to_csv(report);
    case Format::table:
      return to_table(report);
    case Format::json:
      break;
  }
  return as_json(report, options);
}

/// How much of what the articles state found its way into claims.
std::string coverage(const std::vector<Article>& articles) {
  std::size_t stated = 0;
  std::size_t unused = 0;
  for (const Article& article : articles) {
    unused += article.source.residue.size();
    for (const SourceInfo::Listed& listed : article.source.mentions) {
      const Value& value = listed.mention.value;
      const bool counts =
          std::holds_alternative<Quantity>(value) || std::holds_alternative<Weapon>(value) ||
          (std::holds_alternative<Date>(value) && !listed.mention.rule.starts_with("time/"));
      stated += counts ? 1 : 0;
    }
  }
  return "coverage: claims use " + std::to_string(stated - unused) + " of " +
         std::to_string(stated) + " quantities, dates and weapons";
}

/// Writes the report, or what sets it apart from the one to compare with.
Status deliver(const Report& report, const std::string& other, const Options& options) {
  const std::string whole = written(report, options);
  if (options.output && *options.output != "-") write_file(*options.output, whole);
  if (!options.check && !options.since) {
    if (!options.output || *options.output == "-") write_standard_output(whole);
    return kDone;
  }
  const std::string json = options.format == Format::json ? whole : as_json(report, options);
  const std::string differences = options.check ? compare(other, *options.check, json)
                                                : changes_since(other, *options.since, json);
  write_standard_output(text::printable(differences, true));
  return differences.empty() ? kDone : kDifferences;
}

/// Ends the program, in a release, with all that it still holds: to give memory back piece by piece
/// takes a tenth of a short run. What was written is written by then, and was checked.
Status leave(Status status) {
#ifdef NDEBUG
  std::_Exit(status);
#else
  return status;
#endif
}

/// Asks the system for memory in large pieces: a thread's memory would grow by one page at a time.
void prepare_memory() {
#ifdef __GLIBC__
  constexpr int kPiece = 1 << 20;
  mallopt(M_TOP_PAD, kPiece);
#endif
}

Status merge_reports(const Options& options, const Lexicons& lexicons, const std::string& other) {
  Reporter reporter(options);
  Report report = merge(read_reports(options, reporter), Background(lexicons), options.jobs);
  Status status = kDone;
  if (options.per_article) {
    Output output(options.output);
    const OutputOptions listed{.mentions = options.mentions, .residue = options.residue};
    for (const Article& article : articles(std::move(report))) {
      if (!output.write(to_line(article, listed))) break;
    }
    output.finish();
  } else {
    status = deliver(report, other, options);
  }
  return leave(reporter.failed() ? kTrouble : status);
}

Status extract_claims(const Options& options) {
  const std::string other = refuse_early(options);
  const Lexicons lexicons = load_lexicons(options.lexicons);
  if (options.merge) return merge_reports(options, lexicons, other);
  const Pipeline pipeline(lexicons);
  if (options.per_article) return write_articles(options, pipeline);
  Reporter reporter(options);
  std::vector<Article> articles = read_articles(options, pipeline, reporter);
  if (articles.empty()) return kTrouble;  // each has been reported; an empty report helps nobody
  if (options.verbose) reporter.messages().note(coverage(articles));
  const Report report = pipeline.merge(std::move(articles), options.jobs);
  reporter.messages().note("sources: " + std::to_string(report.sources.size()) +
                           ", claims: " + std::to_string(report.claims.size()));
  const Status status = deliver(report, other, options);
  return leave(reporter.failed() ? kTrouble : status);
}

/// What was read in one article and why; control characters never reach a terminal as they are.
Status explain_article(const Options& options) {
  const Lexicons lexicons = load_lexicons(options.lexicons);
  const Pipeline pipeline(lexicons);
  Reporter reporter(options);
  std::string text;
  for (const Document& doc : load_documents(options, reporter.messages())) {
    text +=
        explain(pipeline.assembler(), doc, extract(pipeline.engine(), doc), options.explain_line);
  }
  write_standard_output(text::printable(text, true));
  return reporter.failed() ? kTrouble : kDone;
}

/// Says what is wrong with the lexicon, a line for each finding.
Status lint_lexicon(const Options& options) {
  const Lexicons lexicons = load_lexicons(options.lexicons);
  std::vector<Error> findings = lint_tables(lexicons);
  const std::vector<Error> examples = lint_examples(Pipeline(lexicons), lexicons);
  findings.insert(findings.end(), examples.begin(), examples.end());
  for (const Error& finding : findings) say(finding.what());
  std::size_t rows = 0;
  for (const auto& [name, table] : lexicons.tables()) rows += table.rows.size();
  if (options.verbose) {
    say("entries: " + std::to_string(rows) + ", findings: " + std::to_string(findings.size()));
  }
  return findings.empty() ? kDone : kTrouble;
}

Status perform(const Options& options) {
  switch (options.task) {
    case Task::help:
      write_standard_output(options.help);
      break;
    case Task::version:
      write_standard_output("msmt-extract " MSMT_VERSION "\n");
      break;
    case Task::schema:
      write_standard_output(json_schema());
      break;
    case Task::dump_lexicon:
      dump_lexicon(options.dump_folder);
      break;
    case Task::list_rules:
    case Task::list_extractors: {
      const Lexicons lexicons = load_lexicons(options.lexicons);
      const Engine engine(lexicons);
      const bool rules = options.task == Task::list_rules;
      write_standard_output(rules ? list_rules(engine) : list_extractors(engine));
      break;
    }
    case Task::lint_lexicon:
      return lint_lexicon(options);
    case Task::explain:
      return explain_article(options);
    case Task::extract:
      return extract_claims(options);
  }
  return kDone;
}

}  // namespace
}  // namespace msmt::cli

int main(int argc, char** argv) {
  using namespace msmt::cli;
  prepare_memory();
  prepare_standard_streams();
  try {
    return perform(parse_options(argc, argv));
  } catch (const std::bad_alloc&) {
    say("not enough memory: give fewer sources at a time");
  } catch (const std::exception& error) {
    say(error.what());
  }
  return kTrouble;
}
