// Any bytes as a table of words: refused with a place, or rows whose forms can be looked up.
#include <algorithm>
#include <optional>
#include <string>

#include "fuzz.hpp"
#include "msmt/error.hpp"
#include "msmt/lexicon.hpp"

using namespace msmt;
using msmt::test::promise;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::optional<Table> table;
  try {
    table = parse_table("weapons", test::bytes_of(data, size), "weapons.tsv");
  } catch (const Error& error) {
    promise(error.where().starts_with("weapons.tsv"), "a table is refused with its place");
    return 0;
  }
  Gazetteer gazetteer;
  std::string text;
  for (std::uint32_t number = 0; number < table->rows.size(); ++number) {
    const Row& row = table->rows[number];
    const auto tabs = std::count(row.text.begin(), row.text.end(), '\t');
    promise(static_cast<std::size_t>(tabs) + 1 == table->columns.size(),
            "one cell for each column");
    for (const std::string& column : table->columns) {
      for (const std::string_view form : table->list(row, column)) {
        try {
          gazetteer.add(form, Form{.row = number}, number % 2 == 0);
          text += std::string(form) + " ";
        } catch (const Error&) {
          continue;  // no word in it
        }
      }
    }
  }
  std::optional<Document> doc;
  try {
    doc = read_document("a.txt", text, {}, "");
  } catch (const Error&) {
    return 0;
  }
  for (const Sentence& sentence : doc->sentences) {
    const std::vector<Token> tokens = tokenize(*doc, sentence.span);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const auto match = gazetteer.match(*doc, tokens, i);
      promise(!match || (match->tokens > 0 && i + match->tokens <= tokens.size()),
              "a match takes tokens that are there");
    }
  }
  return 0;
}
