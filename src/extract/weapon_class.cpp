/// Weapons by their class: "ballistic missiles", "152 mm shells", "its guns".
#include <algorithm>
#include <array>
#include <string>

#include "extract/weapon_readers.hpp"

namespace msmt {

namespace {

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
  if (classes.cell(row, "note").starts_with("ambiguous: persons")) {
    const bool members = at > 0 && scene.items[at - 1].mark == "organization";  // "Wagner fighters"
    if (members || !speaks_of_aircraft(scene)) return true;
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
  for (const std::string_view subject : {"they", "we", "he", "she", "i", "who"}) {
    if (before == subject) return true;  // "they tank up", "he rounds it up"
  }
  const bool verb = scene.vocabulary.is(word, kBase) &&
                    (before == "to" || scene.vocabulary.is(before, kModal | kPronoun));
  return verb && !is_plural(word);
}

/// "a 2,000-kilometer-range ballistic missile": where the class begins, behind what is measured.
std::size_t behind_reach(const Captures& captures) {
  const Vocabulary& vocabulary = captures.scene().vocabulary;
  const ItemRange whole = captures.whole();
  constexpr std::size_t kReach = 3;  // kilometer, -, range
  if (whole.begin + kReach >= whole.end ||
      captures.folded({whole.begin + 1, whole.begin + kReach}) != "- range")
    return whole.begin;
  const ItemRange word{whole.begin, whole.begin + 1};
  auto unit = vocabulary.unit(captures.folded(word));
  if (!unit) unit = vocabulary.unit_symbol(captures.scene().doc.words(captures.span(word)));
  return unit && unit->dimension == "length" ? whole.begin + kReach : whole.begin;
}

}  // namespace

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
  const Span span = captures.span({behind_reach(captures), captures.whole().end});
  return {{span, {}, weapon(from_row(classes, head.form, false))}};
}

/// "mortar and recoilless rifle ammunition": the shared head stands at the end.
std::vector<Mention> read_shared_head(const Captures& captures) {
  const Scene& scene = captures.scene();
  const Term& head = captures.item(captures.range("head").begin);
  const Table& classes = scene.lexicons.table("weapon_classes");
  const ListedWeapon named = from_row(classes, head.form, false);
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
  const ListedWeapon left = from_row(classes, first.form, false);
  // "anti-tank missiles and drones" are two
  const std::string_view right = classes.cell(classes.rows[second.form.row], "category");
  const bool shares = right == "missile" || right == "ammunition";
  if (left.category != "anti-tank weapon" || second.count != 1 || !shares) return {};
  return {{captures.span("first"), {}, weapon(left)}, {captures.span("second"), {}, weapon(left)}};
}

/// "170-mm gun", "152 mm shells": the calibre names the gun.
std::vector<Mention> read_calibre(const Captures& captures) {
  const Scene& scene = captures.scene();
  const Term& head = captures.item(captures.range("head").begin);
  const Table& classes = scene.lexicons.table("weapon_classes");
  if (head.mark != "class") {  // a gun is one by its calibre
    return {{captures.span(captures.whole()), {}, Weapon{"", "", "artillery", "III", "ML2"}}};
  }
  return {{captures.span(captures.whole()), {}, weapon(from_row(classes, head.form, false))}};
}

/// "its guns": artillery where the article speaks of shells or howitzers, not of pistols.
std::vector<Mention> read_guns(const Captures& captures) {
  const Scene& scene = captures.scene();
  static constexpr std::array<std::string_view, 8> kOthers = {"hired", "top",  "smoking", "toy",
                                                              "water", "nail", "young",   "hand"};
  const std::size_t at = captures.whole().begin;
  const std::string_view before = at > 0 ? word_at(scene, at - 1) : std::string_view();
  if (std::find(kOthers.begin(), kOthers.end(), before) != kOthers.end()) return {};
  const Table& classes = scene.lexicons.table("weapon_classes");
  bool fires = scene.narrative.artillery;
  bool small = false;
  for (const Term& item : scene.items) {
    if (item.mark != "class") continue;
    const std::string_view category = classes.cell(classes.rows[item.form.row], "category");
    fires = fires || category == "artillery" || category == "ammunition";
    small = small || category == "small arms";
  }
  if (!fires || small) return {};
  return {{captures.span(captures.whole()), {}, Weapon{"", "", "artillery", "III", "ML2"}}};
}

void settle_weapons(const Scene& scene, std::vector<Mention>& mentions) {
  for (const Mention& mention : mentions) {
    const auto* weapon = std::get_if<Weapon>(&mention.value);
    if (weapon == nullptr) continue;
    const bool fires = weapon->category == "artillery" || weapon->category == "ammunition";
    scene.narrative.artillery = scene.narrative.artillery || fires;
  }
}

}  // namespace msmt
