/// Corpora: one example per line, mentions in [[ ]], then a tab and their printed values.
///
///     sent [[about 200]] shells to [[Russia]] <tab> ~200; RU
///
/// `@2025-05-30 ` before the text is the publication date, ` | ` parts two sentences of one article
/// (a stop before a capital does so too), `#` begins a comment. A line without brackets says that nothing may match.
#pragma once

#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "msmt/extract.hpp"
#include "msmt/times.hpp"
#include "text/page.hpp"

namespace msmt::test {

struct Example {
  std::string where;                ///< "tests/corpus/quantity.tsv:31"
  Document doc;                     ///< the text without brackets, one sentence per part
  std::vector<Span> spans;          ///< bytes of the brackets' contents in doc.bytes
  std::vector<std::string> values;  ///< printed values, one per span
};

inline bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

/// Whether a stop ends the text and no short word before it: "in 2020.", not "Mr." or "Sept.".
inline bool ends_sentence(std::string_view text) {
  constexpr std::size_t kLongestAbbreviation = 5;
  if (!text.ends_with('.')) return false;
  text.remove_suffix(1);
  const std::size_t space = text.rfind(' ');
  const std::string_view word = space == std::string_view::npos ? text : text.substr(space + 1);
  const bool digits = !word.empty() && word.back() >= '0' && word.back() <= '9';
  return digits || (word.size() >= kLongestAbbreviation || (!word.empty() && !is_upper(word[0])));
}

/// Reads the part of a line before its tab. errors: std::runtime_error naming `where`
inline Example parse_example(std::string_view text, std::string where) {
  Example example;
  example.where = std::move(where);
  Document& doc = example.doc;
  doc.path = "corpus.txt";
  if (text.starts_with('@')) {  // "@2025-05-30 ", "@2025 "
    const std::size_t space = text.find(' ');
    doc.published = {std::string(text.substr(1, space - 1)), Anchor::header};
    text.remove_prefix(space + 1);
  }
  std::vector<std::size_t> open;
  std::size_t begin = 0;
  const auto end_sentence = [&] {
    doc.sentences.push_back({{begin, doc.bytes.size()}, Zone::body, 0});
  };
  for (std::size_t i = 0; i < text.size();) {
    if (text.substr(i, 2) == "[[") {
      open.push_back(doc.bytes.size());
      i += 2;
    } else if (text.substr(i, 2) == "]]") {
      if (open.empty()) throw std::runtime_error(example.where + ": ]] without [[");
      example.spans.push_back({open.back(), doc.bytes.size()});
      open.pop_back();
      i += 2;
    } else if (text.substr(i, 3) == " | ") {
      end_sentence();
      doc.bytes += ' ';
      begin = doc.bytes.size();
      i += 3;
    } else {
      doc.bytes += text[i++];
      if (ends_sentence(doc.bytes) && i + 1 < text.size() && text[i] == ' ' &&
          (is_upper(text[i + 1]) || text.substr(i + 1, 2) == "[[")) {
        end_sentence();
        doc.bytes += text[i++];
        begin = doc.bytes.size();
      }
    }
  }
  if (!open.empty()) throw std::runtime_error(example.where + ": [[ without ]]");
  end_sentence();
  text::index_positions(doc);
  return example;
}

/// All examples of tests/corpus/<name>.tsv.
inline std::vector<Example> read_corpus(const std::string& name) {
  const std::string path = "tests/corpus/" + name + ".tsv";
  std::ifstream file(std::string(MSMT_SOURCE_DIR) + "/" + path, std::ios::binary);
  if (!file) throw std::runtime_error(path + ": cannot be opened");
  std::vector<Example> examples;
  std::string line;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line.starts_with('#')) continue;
    const std::string where = path + ":" + std::to_string(number);
    const std::size_t tab = line.find('\t');
    Example example = parse_example(std::string_view(line).substr(0, tab), where);
    if (tab != std::string::npos) {
      std::size_t at = tab + 1;
      while (at < line.size()) {
        const std::size_t end = std::min(line.find("; ", at), line.size());
        example.values.push_back(line.substr(at, end - at));
        at = end == line.size() ? end : end + 2;
      }
    }
    if (example.values.size() != example.spans.size()) {
      throw std::runtime_error(where + ": " + std::to_string(example.spans.size()) +
                               " brackets, but " + std::to_string(example.values.size()) +
                               " values");
    }
    examples.push_back(std::move(example));
  }
  return examples;
}

/// The mentions of one type, in text order.
inline std::vector<Mention> mentions_of(const Engine& engine, const Document& doc,
                                        std::string_view type) {
  std::vector<Mention> out;
  std::vector<Mention> times;
  const std::vector<Reading> readings = extract_times(engine, doc, times);
  if (type == "time") return times;
  for (const Reading& reading : readings) {
    for (const Mention& mention : reading.mentions) {
      if (type_name(mention.value) == type) out.push_back(mention);
    }
  }
  return out;
}

/// The text with brackets around the spans, a tab, and the values: a line of a corpus.
inline std::string corpus_line(const Document& doc, const std::vector<Span>& spans,
                               const std::vector<std::string>& values) {
  std::string out;
  std::size_t at = 0;
  for (const Span span : spans) {
    out += doc.bytes.substr(at, span.begin - at) + "[[" + std::string(doc.text(span)) + "]]";
    at = span.end;
  }
  out += doc.bytes.substr(at);
  for (std::size_t i = 0; i < values.size(); ++i) out += (i == 0 ? "\t" : "; ") + values[i];
  return out;
}

}  // namespace msmt::test
