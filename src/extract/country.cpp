/// Countries: names, adjectives, aliases, and capitals that stand for a government.
#include <algorithm>
#include <array>
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
  if (column == "places") return "place";
  return "alias";
}

/// ISO 3166-1 alpha-2; for a state that is gone, the one that it had: ISO 3166-3 begins with it.
std::string iso2_of(const std::string& id) {
  constexpr std::size_t kNow = 2;
  constexpr std::size_t kGone = 4;
  const bool code = (id.size() == kNow || id.size() == kGone) &&
                    std::all_of(id.begin(), id.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return code ? id.substr(0, kNow) : std::string();
}

/// Whether the article names Korea anywhere: its headline may say "the North" before that.
bool speaks_of_korea(const Document& doc) {
  return doc.bytes.find("North Korea") != std::string_view::npos ||
         doc.bytes.find("Pyongyang") != std::string_view::npos;
}

/// Whether the sentence, or what the article said before, speaks of a country with this id.
bool speaks_of(const Captures& captures, std::string_view iso2) {
  for (const auto& [seen, count] : captures.scene().narrative.countries) {
    if (seen == iso2 && count > 0) return true;
  }
  return false;
}

/// "Pyongyang honoured the Korean soldiers": of the two states the sentence names only the northern one.
bool names_only_north(const Scene& scene, const Term& item) {
  const std::string& word = scene.tokens[item.first].folded;
  if (item.count != 1 || (word != "korean" && word != "koreans")) return false;
  bool north = false;
  for (std::size_t t = 0; t < scene.tokens.size(); ++t) {
    const std::string& token = scene.tokens[t].folded;
    if (token == "seoul" || token == "rok") return false;
    north = north || token == "pyongyang" || token == "dprk";
    if (t + 1 == scene.tokens.size() || !scene.tokens[t + 1].folded.starts_with("korea")) continue;
    if (token == "south") return false;
    north = north || token == "north";
  }
  return north;
}

const Token* token_before(const Scene& scene, const Term& item) {
  return item.first == 0 ? nullptr : &scene.tokens[item.first - 1];
}
const Token* token_after(const Scene& scene, const Term& item) {
  const std::size_t next = item.first + item.count;
  return next < scene.tokens.size() ? &scene.tokens[next] : nullptr;
}

/// "Ms. India Walton": no state bears a title.
bool follows_a_title(const Scene& scene, const Term& item) {
  const Token* before = token_before(scene, item);
  if (before == nullptr) return false;
  for (const std::string_view title : {"mr.", "mr", "ms.", "ms", "mrs.", "mrs", "dr."}) {
    if (before->folded == title) return true;
  }
  return false;
}

/// "the china in the mess": small letters where others of the sentence are capitals.
bool is_porcelain(const Scene& scene, const Term& item) {
  const Token& name = scene.tokens[item.first];
  return item.count == 1 && name.folded == "china" && !name.capital && scene.tokens[0].capital;
}

/// "On Thursday Kyiv said", "In August Washington listed": the word before belongs to a date.
bool is_calendar(const Scene& scene, const Token& token) {
  for (const std::string_view kind : {"month", "month_word", "weekday"}) {
    if (scene.vocabulary.calendar(token.folded, kind)) return true;
  }
  return false;
}

/// Person names and states of the United States take the capital letter of a country too; an adjective before a name is
/// none ("the Polish Army").
bool looks_like_a_person(const Scene& scene, const Term& item, bool adjective) {
  const Token* before = token_before(scene, item);
  const Token* after = token_after(scene, item);
  const auto is_name = [&](const Token* token) {
    return token != nullptr && token->kind == TokenKind::word && token->capital &&
           !scene.vocabulary.is(token->folded, kStarter | kPreposition | kDeterminer);
  };
  // "What Turkey sent", "300 rifles: What Turkey sent": a capital only because it begins the sentence
  const bool begins =
      item.first == 1 || (item.first > 1 && (scene.tokens[item.first - 2].folded == ":" ||
                                             scene.tokens[item.first - 2].folded == "\""));
  const bool opens = begins && before != nullptr &&
                     scene.vocabulary.is(before->folded, kConjunction | kRelative | kPronoun |
                                                             kSubordinator | kAdverb | kNegation);
  const bool title =
      before != nullptr && (before->folded == "gen." || before->folded == "president" ||
                            before->folded == "general" || before->folded == "minister");
  return title ||
         (is_name(before) && !opens && !before->folded.ends_with("'s") &&
          !is_calendar(scene, *before)) ||
         (is_name(after) && !after->upper && item.count == 1 && !adjective);
}

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
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

/// "BAMAKO, Mali (Agency) - ", "BEIRUT — ", "GENEVA (Agency): ": the sentence begins with the city in
/// capitals, and a dash or the name of an agency in brackets follows soon. What follows may have been
/// cut off as a sentence of its own.
bool opens_dateline(const Scene& scene, const Term& city) {
  if (city.first != 0 || !scene.tokens[0].upper) return false;
  constexpr std::size_t kLongest = 16;
  const std::size_t end = std::min(scene.tokens.size(), city.count + kLongest);
  bool agency = false;
  bool inside = false;
  for (std::size_t t = city.count; t < end; ++t) {
    const Token& token = scene.tokens[t];
    if (token.folded == "(") inside = true;
    if (token.folded == ")") {
      inside = false;
      agency = true;
    }
    if (inside) continue;
    if ((token.folded == "-" || token.folded == "--") && !token.glued) return true;
    if (token.kind == TokenKind::word && !token.capital) return agency;
  }
  return agency;
}

/// A city that stands for itself and not for its government: "signed in Tehran", "near Kyiv", "the
/// capital, Khartoum", "Beirut airport", "a Seoul-based firm".
bool stands_for_itself(const Scene& scene, const Term& city) {
  static constexpr std::array<std::string_view, 17> kWhere = {
      "in",      "near",     "outside",  "inside",     "around",   "across",
      "via",     "through",  "within",   "throughout", "downtown", "central",
      "greater", "northern", "southern", "eastern",    "western"};
  static constexpr std::array<std::string_view, 25> kPlaces = {
      "airport",      "airfield",  "region",        "oblast",        "province",
      "suburb",       "suburbs",   "district",      "street",        "streets",
      "neighborhood", "area",      "metro",         "subway",        "residents",
      "resident",     "outskirts", "neighbourhood", "hospital",      "hotel",
      "stadium",      "skyline",   "correspondent", "international", "university"};
  static constexpr std::array<std::string_view, 9> kBlows = {
      "attack", "attacks", "strike", "strikes", "raid", "raids", "assault", "advance", "march"};
  static constexpr std::array<std::string_view, 4> kBased = {"based", "born", "headquartered",
                                                             "area"};
  const Token* after = token_after(scene, city);
  const std::size_t next = city.first + city.count;
  if (after != nullptr) {
    if (after->folded == "'s") {
      // "in Moscow's favour" is the government, "in Beirut's southern suburbs" is not
      for (std::size_t t = next + 1; t < std::min(next + 4, scene.tokens.size()); ++t) {
        if (is_one_of(scene.tokens[t].folded, kPlaces)) return true;
      }
      return false;
    }
    if (after->kind == TokenKind::word && is_one_of(after->folded, kPlaces)) return true;
    if (after->folded == "-" && after->glued && next + 1 < scene.tokens.size() &&
        is_one_of(scene.tokens[next + 1].folded, kBased)) {
      return true;
    }
  }
  // over the cities of a list: "in Moscow, Beijing and Pyongyang", "in and around Kyiv"
  std::size_t at = 0;
  while (at < scene.items.size() && scene.items[at].first < city.first) ++at;
  while (at > 1 && (word_at(scene, at - 1) == "," || word_at(scene, at - 1) == "and") &&
         scene.items[at - 2].mark == "country") {
    const Term& one = scene.items[at - 2];
    if (form_of(scene.lexicons.table("countries"), one.form) != "capital") break;
    at -= 2;
  }
  if (at == 0) return false;
  const std::string_view before = word_at(scene, at - 1);
  if (is_one_of(before, kWhere)) return true;
  if (before == "on" && at > 1 && is_one_of(word_at(scene, at - 2), kBlows)) return true;
  static constexpr std::array<std::string_view, 8> kGone = {
      "a", "an", "left", "leaving", "visited", "visiting", "reached", "entered"};
  static constexpr std::array<std::string_view, 5> kBearings = {"east", "west", "north", "south",
                                                                "out"};
  const bool joined = after != nullptr && after->folded == "-";  // "a Pyongyang-led effort"
  if (is_one_of(before, kGone) && !joined)
    return true;  // "a Washington think tank", "the plane left Caracas"
  if (before == "of" && at > 1 && is_one_of(word_at(scene, at - 2), kBearings)) return true;
  const bool of = before == "of" || before == ",";
  const std::string_view noun = of && at > 1 ? word_at(scene, at - 2) : before;
  return noun == "capital" || (before == "of" && (noun == "city" || noun == "outskirts"));
}

/// "the tanker Marlin Luanda", "Palestine-2": a part of the name of something else.
bool part_of_a_name(const Scene& scene, const Term& item, const std::string& form) {
  const std::size_t next = item.first + item.count;
  if (next + 1 < scene.tokens.size() && scene.tokens[next].folded == "-" &&
      scene.tokens[next].glued && scene.tokens[next + 1].glued &&
      scene.tokens[next + 1].kind == TokenKind::number) {
    return true;
  }
  if (form != "capital" || item.first < 2 || scene.sentence.zone == Zone::headline) return false;
  const Token& before = scene.tokens[item.first - 1];
  if (before.kind != TokenKind::word || !before.capital || before.upper ||
      before.folded.ends_with('.') || before.folded.starts_with('\'') ||
      scene.tokens[item.first].glued) {
    return false;
  }
  if (scene.vocabulary.is(before.folded, kStarter | kDeterminer | kPreposition | kConjunction)) {
    return false;
  }
  if (is_calendar(scene, before)) return false;
  std::size_t at = 0;
  while (at < scene.items.size() && scene.items[at].first < item.first) ++at;
  return scene.items[at - 1].mark.empty() || scene.items[at - 1].mark == "cap";
}

std::vector<Mention> read_country(const Captures& captures) {
  const Scene& scene = captures.scene();
  const Term& item = captures.item(captures.range("name").begin);
  const Table& countries = scene.lexicons.table("countries");
  const Row& row = countries.rows[item.form.row];
  const std::string& id = countries.cell(row, "id");
  Country country{iso2_of(id), countries.cell(row, "iso3"), countries.cell(row, "name"),
                  form_of(countries, item.form)};
  if (country.iso2 == "KR" && names_only_north(scene, item)) {
    const auto north = std::find_if(countries.rows.begin(), countries.rows.end(),
                                    [&](const Row& r) { return countries.cell(r, "id") == "KP"; });
    if (north != countries.rows.end())
      country = {"KP", countries.cell(*north, "iso3"), countries.cell(*north, "name"),
                 country.form};
  }
  const bool dateline = captures.has("dateline") || opens_dateline(scene, item);
  // "Russian-language", "Moscow-led" and the like still name the country; "ex-Soviet" too.
  const bool article = scene.tokens[item.first].folded == "the";  // also before a line break
  if (follows_a_title(scene, item) || is_porcelain(scene, item)) return {};
  if (item.form.ambiguous && !dateline) {
    if (article) {
      // "the North", "the South": after the article has named the two states, and not a direction
      const Token* after = token_after(scene, item);
      if (after != nullptr && after->kind == TokenKind::word && after->capital) return {};
      if (after != nullptr &&
          (after->folded == "of" || after->folded == "and" || after->folded == "-")) {
        return {};
      }
      if (!captures.scene().narrative.korean && !speaks_of_korea(scene.doc)) return {};
    } else {
      const std::string& word = scene.tokens[item.first].folded;
      const bool adjective = country.form == "adjective" &&  // and no "Scot", "Dane"
                             (word.ends_with("sh") || word.ends_with("an"));
      const bool person =
          looks_like_a_person(scene, item, adjective) && !speaks_of(captures, country.iso2);
      if (person || !scene.tokens[item.first].capital) return {};
    }
  }
  if (country.form == "place" && !dateline) return {};
  if (part_of_a_name(scene, item, country.form)) return {};
  if (country.form == "capital") {
    // a dateline is a place: "SEOUL, May 30 (AJP) -"; a city beside its country is only that, and
    // the country is the mention: "in Moscow, Russia"
    if (dateline) {
      country.form = "place";
    } else if (beside_its_country(scene, item, countries, item.form.row) ||
               stands_for_itself(scene, item)) {
      return {};
    }
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
