/// Countries: names, adjectives, aliases, and capitals that stand for a government.
#include <string>

#include "extract/rule.hpp"

namespace msmt {

namespace {

/// The form of a mention after the column that its words stand in.
std::string form_of(const Table& countries, const Form& form) {
  const std::string& column = countries.columns[form.column];
  if (column == "names") return "name";
  if (column == "adjectives") return "adjective";
  if (column == "capitals") return "capital";
  return "alias";
}

/// Whether the sentence, or what the article said before, speaks of a country with this id.
bool speaks_of(const Captures& captures, std::string_view iso2) {
  for (const auto& [seen, count] : captures.scene().narrative.countries) {
    if (seen == iso2 && count > 0) return true;
  }
  return false;
}

const Token* token_before(const Scene& scene, const Term& item) {
  return item.first == 0 ? nullptr : &scene.tokens[item.first - 1];
}
const Token* token_after(const Scene& scene, const Term& item) {
  const std::size_t next = item.first + item.count;
  return next < scene.tokens.size() ? &scene.tokens[next] : nullptr;
}

/// Person names and states of the United States take the capital letter of a country too.
bool looks_like_a_person(const Scene& scene, const Term& item) {
  const Token* before = token_before(scene, item);
  const Token* after = token_after(scene, item);
  const auto is_name = [&](const Token* token) {
    return token != nullptr && token->kind == TokenKind::word && token->capital &&
           !scene.vocabulary.is(token->folded, kStarter | kPreposition | kDeterminer);
  };
  const bool title =
      before != nullptr &&
      (before->folded == "mr." || before->folded == "mr" || before->folded == "ms." ||
       before->folded == "gen." || before->folded == "president" || before->folded == "general" ||
       before->folded == "minister");
  return title || (is_name(before) && !before->folded.ends_with("'s")) ||
         (is_name(after) && !after->upper && item.count == 1);
}

/// "Moscow Russia", "Pyongyang, North Korea": the name of its own country follows.
bool beside_its_country(const Scene& scene, const Term& city, const Table& countries,
                        std::uint32_t row) {
  std::size_t next = 0;
  while (next < scene.items.size() && scene.items[next].first <= city.first) ++next;
  if (word_at(scene, next) == ",") ++next;
  if (next >= scene.items.size() || scene.items[next].mark != "country") return false;
  const Form& form = scene.items[next].form;
  return form.row == row && form_of(countries, form) == "name";
}

std::vector<Mention> read_country(const Captures& captures) {
  const Scene& scene = captures.scene();
  const Term& item = captures.item(captures.range("name").begin);
  const Table& countries = scene.lexicons.table("countries");
  const Row& row = countries.rows[item.form.row];
  const std::string& id = countries.cell(row, "id");
  const bool code = id.size() == 2;
  Country country{code ? id : "", countries.cell(row, "iso3"), countries.cell(row, "name"),
                  form_of(countries, item.form)};
  // "Russian-language", "Pyongyang-based" and the like still name the country; "ex-Soviet" too.
  const std::string_view text = scene.doc.text(item.span);
  const bool article = text.starts_with("the ") || text.starts_with("The ");
  if (item.form.ambiguous) {
    if (article) {
      // "the North", "the South": after the article has named the two states, and not a direction
      const Token* after = token_after(scene, item);
      if (after != nullptr && after->kind == TokenKind::word && after->capital) return {};
      if (after != nullptr &&
          (after->folded == "of" || after->folded == "and" || after->folded == "-")) {
        return {};
      }
      if (!captures.scene().narrative.korean) return {};
    } else {
      const bool person = looks_like_a_person(scene, item) && !speaks_of(captures, country.iso2);
      if (person || !scene.tokens[item.first].capital) return {};
    }
  }
  if (country.form == "capital") {
    // a dateline is a place: "SEOUL, May 30 (AJP) -"; a city beside its country is only that, and
    // the country is the mention: "in Moscow, Russia"
    if (captures.has("dateline")) country.form = "place";
    if (beside_its_country(scene, item, countries, item.form.row)) return {};
  }
  auto& seen = captures.scene().narrative.countries;
  ++seen[country.iso2.empty() ? id : country.iso2];
  if (country.iso2 == "KP" || country.iso2 == "KR") captures.scene().narrative.korean = true;
  return {{item.span, {}, country}};
}

}  // namespace

const Extractor& country_extractor() {
  // clang-format off
  static const Extractor extractor{
      "country",
      {},
      {{"country", "countries", nullptr}},
      {
      {"country/dateline", "SEOUL, May 30 (AJP) - The North said nothing.",
       "(?P<dateline> (?P<name> {country} ) (?: <,> {cap} <.>? {num|num3} )? <(> {upper|cap} <)> (?: <-> | <--> ) )",
       read_country},
      {"country/name", "Russia received shells from North Korea.",
       "(?P<name> {country} )", read_country},
      }};
  // clang-format on
  return extractor;
}

}  // namespace msmt
