/// Armed forces, commands and formations.
#include <string>

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

std::vector<Mention> read_listed(const Captures& captures) {
  const Scene& scene = captures.scene();
  const Term& item = captures.item(captures.range("name").begin);
  const Table& table = scene.lexicons.table("military_units");
  const Row& row = table.rows[item.form.row];
  if (item.form.ambiguous && !scene.tokens[item.first].capital) return {};
  return {{item.span, {}, MilitaryUnit{table.cell(row, "name"), table.cell(row, "country")}}};
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
        ((kinds & kAfter) == 0 || (kinds & kMostlyNoun) != 0 || next.folded == "support");
    if (noun) return {};
  }
  return {{span, {}, MilitaryUnit{quote(scene.doc, span), country_of(captures, whole)}}};
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
    "batteries | platoon | platoons | army group | detachment | detachments | group )";
// Capitalised words of a formation's name; those that the patterns name are words of their own.
const std::string kNameWord =
    "(?: {cap|upper} | mechanized | mechanised | armored | armoured | infantry | motorized | "
    "artillery | "
    "combat | tank | elite | guards | separate | army | air | navy | marine | border | group | new "
    ")";
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
       "(?P<name> {military} )", read_listed},
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
      {"military_unit/counted", "enough to equip three full brigades",
       "(?P<name> (?P<count> {card|several|num} ) (?: full | new | more | whole | additional | entire | mechanized | mechanised | armored | armoured | infantry | motorized | artillery | combat | tank | elite | <-> ){0,3} (?P<echelon> " + kCounted + " ) )",
       read_counted},
      }};
  // clang-format on
  return extractor;
}

}  // namespace msmt
