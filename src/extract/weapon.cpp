/// Weapons and military systems: named ones, classes, and designations that no list has.
#include <algorithm>
#include <array>
#include <string>

#include "extract/rule.hpp"

namespace msmt {

namespace {

struct Named {
  std::string name;
  std::string category;
  std::string unroca;
  std::string ml;
};

Named from_row(const Table& table, const Form& form, bool named) {
  const Row& row = table.rows[form.row];
  return {named ? table.cell(row, "name") : std::string(), table.cell(row, "category"),
          table.cell(row, "unroca"), table.cell(row, "ml")};
}

Weapon weapon(const Named& named) { return {named.name, named.category, named.unroca, named.ml}; }

/// Aircraft in the sentence: then "fighters" and "bombers" are no persons.
bool speaks_of_aircraft(const Scene& scene) {
  static constexpr std::array<std::string_view, 24> kFlying = {
      "jet",      "jets",      "aircraft",  "pilot",  "pilots",   "airfield",
      "airbase",  "squadron",  "squadrons", "flew",   "fly",      "flying",
      "flown",    "sortie",    "sorties",   "plane",  "planes",   "stealth",
      "airspace", "scrambled", "takeoff",   "runway", "airframe", "airframes"};
  const Table& weapons = scene.lexicons.table("weapons");
  for (const Term& item : scene.items) {
    const std::string_view word = scene.tokens[item.first].folded;
    if (std::find(kFlying.begin(), kFlying.end(), word) != kFlying.end()) return true;
    if (item.mark == "weapon" &&
        weapons.cell(weapons.rows[item.form.row], "category") == "combat aircraft") {
      return true;
    }
  }
  return false;
}

/// A class noun that here is a verb, a person or a count of talks: "to bomb", "rebel fighters",
/// "rounds of ammunition" (where the ammunition is the weapon).
bool is_another_sense(const Scene& scene, const Table& classes, const Row& row, std::size_t at) {
  const Term& head = scene.items[at];
  if (head.count != 1) return false;
  const std::string_view word = scene.tokens[head.first].folded;
  const std::string_view before = at > 0 ? word_at(scene, at - 1) : std::string_view();
  const std::string_view after = word_at(scene, at + 1);
  if (classes.cell(row, "note").starts_with("ambiguous: persons") && !speaks_of_aircraft(scene)) {
    return true;
  }
  if ((word == "round" || word == "rounds") && after == "of") return true;
  if (word == "jet" || word == "jets") {
    static constexpr std::array<std::string_view, 11> kCivil = {
        "private", "business", "passenger", "corporate",    "commercial", "executive",
        "jumbo",   "water",    "chartered", "presidential", "regional"};
    static constexpr std::array<std::string_view, 7> kNoPlane = {
        "fuel", "engine", "engines", "lag", "stream", "ski", "airliner"};
    return std::find(kCivil.begin(), kCivil.end(), before) != kCivil.end() ||
           std::find(kNoPlane.begin(), kNoPlane.end(), after) != kNoPlane.end();
  }
  const bool verb = scene.vocabulary.is(word, kBase) &&
                    (before == "to" || scene.vocabulary.is(before, kModal | kPronoun));
  return verb && !is_plural(word);
}

/// A class noun, with the modifiers that belong to its name.
std::vector<Mention> read_class(const Captures& captures) {
  const Scene& scene = captures.scene();
  const Term& head = captures.item(captures.range("head").begin);
  const Table& classes = scene.lexicons.table("weapon_classes");
  const Row& row = classes.rows[head.form.row];
  const Token& first = scene.tokens[head.first];
  if (captures.folded("mods") == "suicide" && classes.cell(row, "id") == "bomber") return {};
  if (!captures.has("mods") &&
      is_another_sense(scene, classes, row, captures.range("head").begin)) {
    return {};
  }
  if (classes.cell(row, "note").starts_with("ambiguous") && head.count == 1 &&
      scene.vocabulary.is(first.folded, kAnyVerb) && !captures.has("mods")) {
    // "tank", "shell", "mine" as verbs and everyday nouns: a plural, a count or a modifier is needed
    const bool counted = head.first > 0 && scene.tokens[head.first - 1].kind == TokenKind::number;
    if (!counted && !is_plural(first.folded)) return {};
  }
  return {{captures.span(captures.whole()), {}, weapon(from_row(classes, head.form, false))}};
}

/// "artillery and multiple rocket launcher ammunition": the shared head stands at the end.
std::vector<Mention> read_shared_head(const Captures& captures) {
  const Scene& scene = captures.scene();
  const Term& head = captures.item(captures.range("head").begin);
  const Table& classes = scene.lexicons.table("weapon_classes");
  const Named named = from_row(classes, head.form, false);
  if (named.category != "ammunition") return {};
  // "missiles and rockets" are two: only a bare first noun shares the head
  const Term& first = captures.item(captures.whole().begin);
  if (first.count > 1 || is_plural(scene.tokens[first.first].folded)) return {};
  return {{captures.span(captures.whole()), {}, weapon(named)}};
}

/// "anti-tank guided missiles and rockets": the second head is of the first one's kind.
std::vector<Mention> read_shared_modifier(const Captures& captures) {
  const Scene& scene = captures.scene();
  const Table& classes = scene.lexicons.table("weapon_classes");
  const Term& first = captures.item(captures.range("first").begin);
  const Term& second = captures.item(captures.range("second").begin);
  const Named left = from_row(classes, first.form, false);
  const Named right = from_row(classes, second.form, false);
  if (left.category != "anti-tank weapon" || second.count != 1) return {};
  (void)right;
  return {{captures.span("first"), {}, weapon(left)}, {captures.span("second"), {}, weapon(left)}};
}

bool letters_only(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The name of a variant: a form that goes on from the name of its family with a few capitals or
/// digits keeps them, "Su-30SME" and "Leopard 2 A6" beside "Su-30" and "Leopard 2".
std::string variant(std::string_view written, const std::string& family) {
  const auto plain = [](std::string_view text) {
    std::string out;
    for (const char c : text) {
      if (c != ' ' && c != '-') out += c;
    }
    return out;
  };
  const std::string whole = plain(written);
  const std::string base = plain(family);
  constexpr std::size_t kLongest = 4;
  if (whole.size() <= base.size() || whole.size() > base.size() + kLongest) return family;
  if (fold(whole.substr(0, base.size())) != fold(base)) return family;
  const std::string_view ending = std::string_view(whole).substr(base.size());
  const bool capitals = std::all_of(ending.begin(), ending.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  });
  // the ending as written, with its hyphen or space, behind the family's own spelling
  if (!capitals) return family;
  std::size_t at = written.size();
  for (std::size_t left = ending.size(); left > 0; --at) {
    if (written[at - 1] != ' ' && written[at - 1] != '-') --left;
  }
  if (at > 0 && written[at - 1] == '-') --at;
  std::string name = family;
  for (const char c : written.substr(at)) {
    if (c != ' ') name += c;
  }
  return name;
}

std::vector<Mention> read_named(const Captures& captures) {
  const Scene& scene = captures.scene();
  const Term& item = captures.item(captures.range("name").begin);
  const Table& weapons = scene.lexicons.table("weapons");
  const Named named = from_row(weapons, item.form, true);
  const bool noun_beside = captures.has("after") || captures.has("before");
  const std::string_view text = scene.doc.text(item.span);
  const Token& token = scene.tokens[item.first];
  const std::string_view title =
      item.first > 0 ? std::string_view(scene.tokens[item.first - 1].folded) : std::string_view();
  for (const std::string_view person :
       {"mr", "mr.", "ms.", "mrs.", "gen.", "col.", "dr.", "judge"}) {
    if (title == person) return {};
  }
  if (item.form.ambiguous) {
    // "Grad rockets", "122mm Grad", "a Tor system": a class noun beside, or the name met before
    const auto& seen = scene.narrative.weapons;
    const bool known = std::find(seen.begin(), seen.end(), named.name) != seen.end();
    if (!token.capital) return {};
    if (!noun_beside && !known) return {};
  } else if (!token.capital && letters_only(text) && !noun_beside &&
             scene.sentence.zone != Zone::headline) {
    return {};
  }
  scene.narrative.weapons.push_back(named.name);
  Weapon value = weapon(named);
  value.name = variant(text, named.name);
  return {{captures.span(captures.whole()), {}, value}};
}

/// Letters, hyphen, digits that no list has ("KN-99 missile", "XQ-12 drones"): a class noun must follow.
std::vector<Mention> read_designation(const Captures& captures) {
  const Scene& scene = captures.scene();
  const Term& letters = captures.item(captures.range("letters").begin);
  const Term& hyphen = captures.item(captures.range("letters").begin + 1);
  const Term& digits = captures.item(captures.range("letters").begin + 2);
  if (!scene.tokens[hyphen.first].glued || !scene.tokens[digits.first].glued) return {};
  if (letters.span.size() > 4) return {};
  const Term& head = captures.item(captures.range("head").begin);
  const Table& classes = scene.lexicons.table("weapon_classes");
  Named named = from_row(classes, head.form, false);
  const Span name = captures.span("letters");
  named.name = quote(scene.doc, name);
  return {{captures.span(captures.whole()), {}, weapon(named)}};
}

/// "170-mm gun", "152 mm shells": the calibre names the gun.
std::vector<Mention> read_calibre(const Captures& captures) {
  const Scene& scene = captures.scene();
  const Term& head = captures.item(captures.range("head").begin);
  const Table& classes = scene.lexicons.table("weapon_classes");
  if (head.mark != "class") {  // a gun is one by its calibre
    return {{captures.span(captures.whole()), {}, Weapon{"", "artillery", "III", "ML2"}}};
  }
  return {{captures.span(captures.whole()), {}, weapon(from_row(classes, head.form, false))}};
}

// Words that belong to the name of a class when they stand before it.
const std::string kModifiers =
    "(?: (?: {modifier} | (?: short | medium | long | intermediate | close | extended ) <-> range "
    "| "
    "self <-> propelled | air <-> launched | ground <-> launched | anti <-> {cap|lower} | "
    "ship <-> borne | truck <-> mounted | vehicle <-> mounted | shoulder <-> fired | "
    "nuclear <-> (?: capable | armed | powered | tipped ) | solid <-> fuel | wire <-> guided | "
    "laser <-> guided | precision <-> guided | rocket <-> propelled | one <-> way | "
    "surface <-> to <-> {cap|lower|class} | multi <-> (?: role | purpose ) | "
    "{cap|lower} <-> (?: capable | guided | mounted | launched | based | fired | powered | range ) "
    ") )";

}  // namespace

const Extractor& weapon_extractor() {
  // clang-format off
  static const Extractor extractor{
      "weapon",
      {{"modifier", "weapon_modifiers", "forms", "role", "modifier"},
       {"noun", "weapon_modifiers", "forms", "role", "head"}},
      {{"weapon", "weapons", nullptr},
       {"class", "weapon_classes", nullptr},
       {"organization", nullptr, "organization"},
       {"country", nullptr, "country"}},
      {
      {"weapon/named", "Moscow sent a Pantsir-class combat vehicle.",
       "(?P<before> (?: {modifier} | {class} | missile | guided | stealth | nuclear ){0,4} (?: <'> | <\"> )? ) (?P<name> {weapon} ) (?: <'> | <\"> )? (?P<after> (?: <-> (?: class | type | series | style | model | variant ) )? (?: (?: {modifier} | {class} | military | system | complex | platform | unit | <-> | short | medium | long | range | model | series | type | multipurpose | cargo | transport | combat | fighter | jet ){0,6} (?: {class} | {noun} ) )? )",
       read_named},
      {"weapon/shared_modifier", "anti-tank guided missiles and rockets",
       "(?P<first> {class} ) and (?P<second> {class} )", read_shared_modifier},
      {"weapon/class", "They fired short-range ballistic missiles.",
       "(?P<mods> " + kModifiers + "{0,4} ) (?P<head> {class} )", read_class},
      {"weapon/calibre", "a 170-mm gun and 152 mm shells",
       "(?: {num|num3} <->? (?: mm | millimetre | millimeter ) ) (?P<mods> " + kModifiers + "{0,4} ) (?P<head> {class} | gun | guns )",
       read_calibre},
      {"weapon/shared_head", "rounds of artillery and multiple rocket launcher ammunition",
       "{class|modifier|lower} and (?: {class|modifier} ){0,3} (?P<head> {class} )", read_shared_head},
      {"weapon/designation", "two XQ-12 drones",
       "(?P<letters> {upper|cap} <-> {num|num3|year} (?: {upper|cap} )? ) (?P<mods> " + kModifiers + "{0,3} ) (?P<head> {class} )",
       read_designation},
      }};
  // clang-format on
  return extractor;
}

}  // namespace msmt
