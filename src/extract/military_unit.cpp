/// Armed forces, commands and formations.
#include <algorithm>
#include <string>

#include "extract/called.hpp"
#include "extract/number.hpp"
#include "extract/rule.hpp"

namespace msmt {

namespace {

std::string country_of(const Captures& captures, ItemRange range) {
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const Term& item = captures.item(i);
    if (item.mention == nullptr) continue;
    if (const auto* country = std::get_if<Country>(&item.mention->value)) return country->iso2;
  }
  return {};
}

std::vector<Mention> read_listed_unit(const Captures& captures) {
  const Scene& scene = captures.scene();
  const Term& item = captures.item(captures.range("name").begin);
  const Table& table = scene.lexicons.table("military_units");
  const Row& row = table.rows[item.form.row];
  if (item.form.ambiguous && !scene.tokens[item.first].capital) return {};
  const std::string name =
      called(scene.narrative, quote(scene.doc, item.span), table.cell(row, "name"));
  return {{item.span, {}, MilitaryUnit{name, table.cell(row, "country")}}};
}

/// What is military between states, in words that are verbs as well: "Russia military ties".
bool names_dealings(std::string_view word) {
  static constexpr std::string_view kDealings[] = {"support",   "ties",   "links", "deals",
                                                   "exercises", "drills", "aid",   "exchanges",
                                                   "supplies",  "trade",  "spies"};
  return std::find(std::begin(kDealings), std::end(kDealings), word) != std::end(kDealings);
}

/// "Russian military", "Armed Forces of North Korea", "Myanmar army"
std::vector<Mention> read_national(const Captures& captures) {
  const Scene& scene = captures.scene();
  const ItemRange whole = captures.whole();
  const Span span = captures.span(whole);
  const std::string_view last = word_at(scene, whole.end - 1);
  if (last == "military" && whole.end < scene.items.size()) {
    // "German military support", "North Korean military brass": an adjective
    const Token& next = scene.tokens[scene.items[whole.end].first];
    constexpr std::uint32_t kAfter = kAnyVerb | kAuxiliary | kPreposition | kConjunction | kAdverb |
                                     kRelative | kSubordinator | kNegation | kDeterminer | kPronoun;
    const std::uint32_t kinds = scene.vocabulary.kinds(next.folded);
    const bool noun =
        next.kind == TokenKind::word && next.folded != "'s" &&
        ((kinds & kAfter) == 0 || (kinds & kMostlyNoun) != 0 || names_dealings(next.folded));
    if (noun) return {};
  }
  return {{span, {}, MilitaryUnit{quote(scene.doc, span), country_of(captures, whole)}}};
}

/// "Artsakh Defence Army", "Kosovo Security Force (KSF)", "National Resistance Forces": capitalised
/// words with a telling last one.
std::vector<Mention> read_shape_of_unit(const Captures& captures) {
  const Scene& scene = captures.scene();
  ItemRange range = captures.range("name");
  while (range.size() > 1) {
    const Token& first = scene.tokens[captures.item(range.begin).first];
    if (!scene.vocabulary.is(first.folded, kDeterminer | kPronoun | kPreposition)) break;
    ++range.begin;
  }
  if (range.size() < 2 || scene.sentence.zone == Zone::headline) return {};
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const Token& word = scene.tokens[captures.item(i).first];
    if (word.kind == TokenKind::word && !word.capital && captures.item(i).mention == nullptr) {
      return {};
    }
  }
  const Token& last = scene.tokens[captures.item(range.end - 1).first];
  if (!last.capital || last.upper) return {};
  // "Air Force", "Special Forces" alone name no one's
  const Token& first = scene.tokens[captures.item(range.begin).first];
  if (range.size() == 2 &&
      (first.folded == "air" || first.folded == "special" || first.folded == "armed" ||
       first.folded == "ground" || first.folded == "task" || first.folded == "security")) {
    return {};
  }
  const Span span = captures.span(range);
  const std::string name = quote(scene.doc, span);
  const std::string country = country_of(captures, range);
  std::vector<Mention> mentions{{span, {}, MilitaryUnit{name, country}}};
  if (captures.has("acronym")) {
    std::string initials;
    for (std::size_t i = range.begin; i < range.end; ++i) {
      const Term& item = captures.item(i);
      for (std::size_t t = item.first; t < item.first + item.count; ++t) {
        if (scene.tokens[t].capital) initials += scene.doc.bytes[scene.tokens[t].span.begin];
      }
    }
    const std::string acronym(captures.text("acronym"));
    if (acronym == initials) {
      mentions.push_back({captures.span("acronym"), {}, MilitaryUnit{name, country}});
      scene.narrative.units.emplace_back(acronym, MilitaryUnit{name, country});
    }
  }
  return mentions;
}

/// "the air force", "its navy": whose it is the article has said before.
std::vector<Mention> read_bare(const Captures& captures) {
  const Scene& scene = captures.scene();
  const std::size_t next = captures.range("name").end;
  if (next < scene.items.size()) {  // "the air force base", "the navy blue coat"
    const Token& after = scene.tokens[scene.items[next].first];
    constexpr std::uint32_t kAfter = kAnyVerb | kAuxiliary | kPreposition | kConjunction | kAdverb |
                                     kRelative | kSubordinator | kNegation | kDeterminer | kPronoun;
    const bool word = after.kind == TokenKind::word && after.folded != "'s";
    if (word && !scene.vocabulary.is(after.folded, kAfter)) return {};
  }
  const Span span = captures.span("name");
  return {{span, {}, MilitaryUnit{quote(scene.doc, span), ""}}};
}

/// An acronym that the article has introduced for a unit.
std::vector<Mention> read_acronym_of_unit(const Captures& captures) {
  for (const auto& [acronym, unit] : captures.scene().narrative.units) {
    if (acronym == captures.text("name")) return {{captures.span("name"), {}, unit}};
  }
  return {};
}

/// "224th Air Squadron", "11th Corps", "810th Separate Naval Infantry Brigade"
std::vector<Mention> read_numbered(const Captures& captures) {
  const Scene& scene = captures.scene();
  const Span span = captures.span("name");
  if (captures.has("ordinal")) {
    const Term& digits = captures.item(captures.range("ordinal").begin);
    const Term& ending = captures.item(captures.range("ordinal").begin + 1);
    if (!scene.tokens[ending.first].glued || digits.span.end != ending.span.begin) return {};
  }
  const Token& first = scene.tokens[captures.item(captures.range("name").begin).first];
  if (!captures.has("ordinal") && !first.capital) return {};  // "the first division of the league"
  const Token& last = scene.tokens[captures.item(captures.range("name").end - 1).first];
  if (captures.has("fleet") && !last.capital) return {};
  std::string country = country_of(captures, captures.whole());
  return {{span, {}, MilitaryUnit{quote(scene.doc, span), country}}};
}

/// "three brigades", "two full battalions": counted formations
std::vector<Mention> read_counted(const Captures& captures) {
  const Span span = captures.span("name");
  std::string name = captures.folded("count");
  name += ' ';
  name += captures.folded("echelon");
  return {{span, {}, MilitaryUnit{name, country_of(captures, captures.whole())}}};
}

const std::string kEchelon =
    "(?: army | armies | corps | division | divisions | brigade | brigades | regiment | regiments "
    "| "
    "battalion | battalions | company | squadron | squadrons | fleet | flotilla | wing | battery | "
    "batteries | platoon | platoons | army group | military base | detachment | detachments | "
    "group )";
// Capitalised words of a formation's name; those that the patterns name are words of their own.
const std::string kNameWord =
    "(?: {cap|upper} | mechanized | mechanised | armored | armoured | infantry | motorized | "
    "artillery | combat | tank | elite | guards | separate | army | air | navy | marine | border | "
    "group | new | special | operations | coast | ground | national | armed | force | guard )";
const std::string kCounted =
    "(?: divisions | brigades | regiments | battalions | squadrons | batteries | platoons | "
    "division | "
    "brigade | regiment | battalion )";

}  // namespace

const Extractor& military_unit_extractor() {
  // clang-format off
  static const Extractor extractor{
      "military_unit",
      {{"card", "numbers", "forms", "kind", "unit"},
       {"card", "numbers", "forms", "kind", "group"},
       {"several", "numbers", "forms", "kind", "vague"}},
      {{"military", "military_units", nullptr},
       {"country", nullptr, "country"},
       {"organization", nullptr, "organization"}},
      {
      {"military_unit/listed", "The Korean People's Army and INDOPACOM said so.",
       "(?P<name> {military} )", read_listed_unit},
      {"military_unit/national", "They were trained by the Russian military.",
       "{country} (?: 's )? (?: armed forces | armed force | military | army | navy | air force | air forces | marines | marine corps | special forces | special operations forces | coast guard | ground forces | border guards | border guard | national guard | forces | brigades | battalions | regiments | divisions )",
       read_national},
      {"military_unit/forces_of", "systems for the Armed Forces of North Korea",
       "(?: armed forces | army | navy | air force | military ) of (?: the )? {country}", read_national},
      {"military_unit/numbered", "the 224th Air Squadron and the 11th Corps",
       "{country}? (?P<name> (?P<ordinal> {num|num3|year} (?: st | nd | rd | th ) ) (?: " + kNameWord + " (?: <-> )? ){0,5} " + kEchelon + " )",
       read_numbered},
      {"military_unit/worded", "the Third Tank Army",
       "{country}? (?P<name> (?: first | second | third | fourth | fifth | sixth | seventh | eighth | ninth | tenth ) (?: " + kNameWord + " ){0,4} (?: army | corps | division | brigade | regiment | fleet ) )",
       read_numbered},
      {"military_unit/fleet", "The Southern Fleet sailed.",
       "{country}? (?P<name> {cap} {cap}? (?P<fleet> fleet | flotilla | brigade | regiment ) )", read_numbered},
      {"military_unit/shape", "The Kosovo Security Force (KSF) drilled, and the KSF paraded.",
       "(?P<name> (?: (?: {cap|upper|country|organization} | " + kNameWord + " ) (?: <-> )? ){1,4} (?: force | forces | army | corps | brigades | guard | guards | legion | command | squadron | battalion ) ) (?: <(> (?P<acronym> {upper} ) <)> )?",
       read_shape_of_unit},
      {"military_unit/acronym", "The Kosovo Security Force (KSF) drilled, and the KSF paraded.",
       "(?P<name> {upper} )", read_acronym_of_unit},
      {"military_unit/bare", "The air force bombed the town.",
       "(?: the | its | their | his ) (?P<name> air force )", read_bare},
      {"military_unit/counted", "enough to equip three full brigades",
       "(?P<name> (?P<count> {card|several|num} ) (?: full | new | more | whole | additional | entire | mechanized | mechanised | armored | armoured | infantry | motorized | artillery | combat | tank | elite | <-> ){0,3} (?P<echelon> " + kCounted + " ) )",
       read_counted},
      }};
  // clang-format on
  return extractor;
}

}  // namespace msmt
