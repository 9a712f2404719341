// Every bending word of hedges.tsv, before and after a number, gives it the relation of its row.
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>

#include "corpus.hpp"

using namespace msmt;

namespace {

/// The first quantity of a sentence, or an empty one.
Quantity quantity_of(const Engine& engine, const std::string& sentence) {
  const auto example = test::parse_example(sentence, "hedge");
  for (const Mention& mention : test::mentions_of(engine, example.doc, "quantity")) {
    return std::get<Quantity>(mention.value);
  }
  return {};
}

}  // namespace

TEST_CASE("every cue bends its number as its row says") {
  const Lexicons lexicons = load_lexicons({});
  const Engine engine(lexicons);
  const Table& hedges = lexicons.table("hedges");
  std::map<std::string, std::set<std::string>> cues;  // by relation
  for (const Row& row : hedges.rows) {
    const std::string relation(hedges.cell(row, "relation"));
    const bool after = hedges.cell(row, "place") == "after";
    for (const std::string_view form : hedges.list(row, "forms")) {
      const std::string cue(form);
      const std::string joint = cue.starts_with('-') || cue == "+" ? "" : " ";
      const std::string sentence =
          after ? "They saw 40" + joint + cue + "." : "They saw " + cue + " 40 ships there.";
      INFO(sentence);
      const Quantity found = quantity_of(engine, sentence);
      const bool figure = found.value == 40 || found.low == 40 || found.high == 40;
      CHECK(figure);
      CHECK(to_string(found.relation) == relation);
      cues[relation].insert(cue);
    }
  }
  std::size_t bending = 0;
  for (const auto& [relation, forms] : cues) bending += relation == "exactly" ? 0 : forms.size();
  CHECK(bending >= 40);
  CHECK(cues.size() == 6);
}
