/// Weapons and military systems: named ones, classes, and designations that no list has.
#include <algorithm>
#include <array>
#include <string>

#include "extract/weapon_readers.hpp"

namespace msmt {

namespace {

/// Whether a number stands right before token i, or before "more" and its like there.
bool is_counted(const Scene& scene, std::size_t i) {
  static constexpr std::string_view kAgain[] = {"more", "further", "additional", "extra", "other"};
  const bool again = i > 1 && std::find(std::begin(kAgain), std::end(kAgain),
                                        scene.tokens[i - 1].folded) != std::end(kAgain);
  if (again) --i;
  return i > 0 && (scene.tokens[i - 1].kind == TokenKind::number ||
                   scene.vocabulary.is(scene.tokens[i - 1].folded, kNumberWord));
}

bool letters_only(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Folded, without spaces, hyphens and strokes: what two spellings of a designation share.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : fold(text)) {
    if (c != ' ' && c != '-' && c != '/' && c != '\'') out += c;
  }
  return out;
}

/// The name of a variant: a form that goes on from the name of its family with a few capitals or
/// digits keeps them, "Su-30SME" and "Leopard 2 A6" beside "Su-30" and "Leopard 2".
std::string variant(std::string_view written, const std::string& family) {
  const auto joined = [](std::string_view text) {
    std::string out;
    for (const char c : text) {
      if (c != ' ' && c != '-') out += c;
    }
    return out;
  };
  const std::string whole = joined(written);
  const std::string base = joined(family);
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
  const bool space = at > 0 && written[at - 1] == ' ' && letters_only(ending);
  if (at > 0 && (written[at - 1] == '-' || space)) --at;
  std::string name = family;
  for (const char c : written.substr(at)) {
    if (c != ' ' || letters_only(ending)) name += c;
  }
  return name;
}

/// What the text calls a listed system, in the spelling of the table: "Hwasong-11A" for a row whose
/// name is KN-23. Nouns that a form ends with ("Rodong missile") are no part of it.
std::string called(std::string_view written, const Table& weapons, const Row& row) {
  const std::string whole = plain(written);
  std::string system = weapons.cell(row, "name");
  if (whole == plain(system)) return system;
  for (std::string_view form : weapons.list(row, "forms")) {
    if (form.starts_with('*')) form.remove_prefix(1);
    const std::string spelling = plain(form);
    const bool plural =
        whole.size() == spelling.size() + 1 && whole.ends_with('s') && whole.starts_with(spelling);
    if (whole != spelling && !plural) continue;
    if (form.find(" gun") != std::string_view::npos) break;  // "170mm self-propelled gun"
    for (std::size_t space = form.rfind(' '); space != std::string_view::npos;
         space = form.rfind(' ')) {
      const char first = form[space + 1];
      if (first < 'a' || first > 'z') break;
      form = form.substr(0, space);
    }
    // "Ilyushin Il-76", "170mm Koksan": a maker or calibre before the name is no part of it
    return plain(form).ends_with(plain(system)) ? system : std::string(form);
  }
  return system;
}

/// The name that the article gave to the system before, where it holds the one used now: "TB2" after
/// "Bayraktar TB2". Remembers the name.
std::string full_name(Narrative& narrative, const std::string& system, const std::string& name) {
  std::string longest = name;
  bool known = false;
  for (const auto& [seen, as] : narrative.weapons) {
    known = known || (seen == system && as == name);
    if (seen == system && as.size() > longest.size() && plain(as).ends_with(plain(name))) {
      longest = as;
    }
  }
  if (!known) narrative.weapons.emplace_back(system, name);
  return longest;
}

/// A listed system as the text calls it.
Weapon listed(const Scene& scene, const Term& item) {
  const Table& weapons = scene.lexicons.table("weapons");
  Weapon value = weapon(from_row(weapons, item.form, true));
  value.name = called(scene.doc.words(item.span), weapons, weapons.rows[item.form.row]);
  return value;
}

std::vector<Mention> read_named(const Captures& captures) {
  const Scene& scene = captures.scene();
  const Term& item = captures.item(captures.range("name").begin);
  const Table& weapons = scene.lexicons.table("weapons");
  const ListedWeapon named = from_row(weapons, item.form, true);
  const bool noun_beside = captures.has("after") || captures.has("before");
  const std::string_view text = scene.doc.words(item.span);
  const Token& token = scene.tokens[item.first];
  const std::string_view title =
      item.first > 0 ? std::string_view(scene.tokens[item.first - 1].folded) : std::string_view();
  for (const std::string_view person :
       {"mr", "mr.", "ms.", "mrs.", "gen.", "col.", "dr.", "judge"}) {
    if (title == person) return {};
  }
  // "a B-2 visa", "the M1 motorway": what follows says what it is
  const std::size_t next = item.first + item.count;
  if (next < scene.tokens.size()) {
    for (const std::string_view thing : {"visa", "visas", "motorway", "highway", "road", "bus"}) {
      if (scene.tokens[next].folded == thing) return {};
    }
  }
  if (item.form.ambiguous) {
    // "Grad rockets", "122mm Grad", "a Tor system": a class noun beside, or the name met before
    const auto& seen = scene.narrative.weapons;
    const bool known = std::any_of(seen.begin(), seen.end(),
                                   [&](const auto& one) { return one.first == named.name; });
    const bool small = std::none_of(text.begin(), text.end(),
                                    [](char c) { return c >= 'A' && c <= 'Z'; });  // not "nEUROn"
    // "24 Typhoons", "12 more Gepards"
    const bool counted = text.ends_with('s') && is_counted(scene, item.first);
    if (small || (!noun_beside && !known && !counted)) return {};
  } else if (!token.capital && letters_only(text) && !noun_beside &&
             scene.sentence.zone != Zone::headline) {
    return {};
  }
  Weapon value = weapon(named);
  value.system = variant(text, named.name);
  std::string name = value.system == named.name ? called(text, weapons, weapons.rows[item.form.row])
                                                : value.system;
  constexpr std::string_view kClass = "-class";
  if (name.ends_with(kClass)) name.resize(name.size() - kClass.size());
  if (!captures.has("mark")) {
    value.name = full_name(scene.narrative, named.name, name);
    return {{captures.span(captures.whole()), {}, value}};
  }
  // "Orbiter-1K", "Peykaap III", "Gripen E": the mark of a variant that the table does not list
  const ItemRange mark = captures.range("mark");
  const Term& last = captures.item(mark.end - 1);
  const bool hyphen = word_at(scene, mark.begin) == "-";
  bool glued = true;
  for (std::size_t i = mark.begin; i < mark.end; ++i) {
    glued = glued && scene.tokens[captures.item(i).first].glued;
  }
  const std::string_view ending = scene.doc.words(last.span);
  constexpr std::size_t kLongest = 4;
  const bool roman = !hyphen && ending.find_first_not_of("IVX") == std::string_view::npos;
  const bool letter = !hyphen && ending.size() == 1 && ending[0] >= 'B' && ending[0] <= 'H';
  if (ending.size() > kLongest || !(hyphen ? glued : roman || letter)) {
    value.name = full_name(scene.narrative, named.name, name);
    return {{{captures.span(captures.whole()).begin, item.span.end}, {}, value}};
  }
  value.system = quote(scene.doc, {item.span.begin, last.span.end});
  value.name = value.system;
  scene.narrative.weapons.emplace_back(named.name, value.name);
  return {{captures.span(captures.whole()), {}, value}};
}

/// Whether letters, hyphen and digits touch each other and are not too many, "KN-99", "XQ-58A".
bool is_designation(const Scene& scene, const Captures& captures, std::string_view group) {
  const ItemRange range = captures.range(group);
  constexpr std::size_t kMostLetters = 4;
  if (captures.item(range.begin).span.size() > kMostLetters) return false;
  for (std::size_t i = range.begin + 1; i < range.end; ++i) {
    if (!scene.tokens[captures.item(i).first].glued) return false;
  }
  // groups of states, diseases, visas
  static constexpr std::array<std::string_view, 10> kOthers = {
      "g-7", "g-8", "g-20", "g-77", "p-5", "h-1b", "f-1", "k-12", "u-turn", "cop-30"};
  const std::string name = fold(captures.text(group));
  return std::find(kOthers.begin(), kOthers.end(), name) == kOthers.end();
}

/// Letters, hyphen, digits that no list has ("KN-99 missile", "XQ-12 drones"): a class noun must follow.
std::vector<Mention> read_designation(const Captures& captures) {
  const Scene& scene = captures.scene();
  if (!is_designation(scene, captures, "letters")) return {};
  const Term& head = captures.item(captures.range("head").begin);
  const Table& classes = scene.lexicons.table("weapon_classes");
  ListedWeapon named = from_row(classes, head.form, false);
  named.name = quote(scene.doc, captures.span("letters"));
  std::vector<Mention> mentions;
  if (captures.has("first")) {
    // "KN-98 and KN-99 missiles": the noun is that of both
    if (!is_designation(scene, captures, "first")) return {};
    ListedWeapon first = named;
    first.name = quote(scene.doc, captures.span("first"));
    mentions.push_back({captures.span("first"), {}, weapon(first)});
    scene.narrative.designations.push_back(weapon(first));
    mentions.push_back(
        {{captures.span("letters").begin, captures.span("head").end}, {}, weapon(named)});
  } else {
    mentions.push_back({captures.span(captures.whole()), {}, weapon(named)});
  }
  scene.narrative.designations.push_back(weapon(named));
  return mentions;
}

/// "FIM-92F Stinger missiles": a variant's code, which no list has, before the name of the system.
std::vector<Mention> read_code(const Captures& captures) {
  if (!is_designation(captures.scene(), captures, "letters")) return {};
  const Scene& scene = captures.scene();
  const Term& item = captures.item(captures.range("name").begin);
  if (item.form.ambiguous && !captures.has("after")) return {};
  return {{captures.span(captures.whole()), {}, listed(scene, item)}};
}

/// "Javelin and Stinger missiles": the noun says of both names what they are.
std::vector<Mention> read_pair(const Captures& captures) {
  const Scene& scene = captures.scene();
  const Term& first = captures.item(captures.range("name").begin);
  const Term& second = captures.item(captures.range("second").begin);
  if (!first.form.ambiguous) return {};  // it needs no noun
  for (const Term* item : {&first, &second}) {
    if (!scene.tokens[item->first].capital) return {};
  }
  const Span rest = captures.span("second");
  const std::string_view text = scene.doc.words(rest);
  const char noun =
      text[text.find_last_of(' ') + 1];  // of "Stinger", which ends in none, a capital
  if (noun < 'a' || noun > 'z') return {};
  return {{captures.span("name"), {}, listed(scene, first)}, {rest, {}, listed(scene, second)}};
}

/// "AN/MPQ-64F1 Sentinel radars": what American forces call their equipment, with a name or without.
std::vector<Mention> read_joint(const Captures& captures) {
  const Scene& scene = captures.scene();
  const Span code = captures.span("letters");
  if (scene.doc.words(code).find(' ') != std::string_view::npos) return {};
  const Term& head = captures.item(captures.range("head").begin);
  ListedWeapon named = from_row(scene.lexicons.table("weapon_classes"), head.form, false);
  named.name =
      quote(scene.doc, captures.has("name") ? Span{code.begin, captures.span("name").end} : code);
  scene.narrative.designations.push_back(weapon(named));
  return {{captures.span(captures.whole()), {}, weapon(named)}};
}

/// "missile KN-99", "a drone called XQ-12": the noun stands before.
std::vector<Mention> read_designation_after(const Captures& captures) {
  const Scene& scene = captures.scene();
  if (!is_designation(scene, captures, "letters")) return {};
  const Term& head = captures.item(captures.range("head").begin);
  if (is_plural(scene.tokens[head.first + head.count - 1].folded)) return {};
  ListedWeapon named = from_row(scene.lexicons.table("weapon_classes"), head.form, false);
  named.name = quote(scene.doc, captures.span("letters"));
  scene.narrative.designations.push_back(weapon(named));
  const Span span =
      captures.has("called") ? captures.span("letters") : captures.span(captures.whole());
  return {{span, {}, weapon(named)}};
}

/// A designation or name that the article has used with a noun before.
std::vector<Mention> read_known(const Captures& captures) {
  const Scene& scene = captures.scene();
  if (scene.narrative.designations.empty()) return {};
  const std::string name = plain(captures.text("letters"));
  for (const Weapon& known : scene.narrative.designations) {
    if (plain(known.name) == name) return {{captures.span(captures.whole()), {}, known}};
  }
  return {};
}

/// "Spartak armoured vehicles", "Skydagger kamikaze drones": a capitalised word that nothing else
/// explains names the weapon that the noun behind it says.
std::vector<Mention> read_unlisted(const Captures& captures) {
  const Scene& scene = captures.scene();
  const Term& item = captures.item(captures.range("letters").begin);
  const Token& word = scene.tokens[item.first];
  if (item.first == 0 || scene.sentence.zone == Zone::headline) return {};
  constexpr std::size_t kShortest = 4;
  constexpr std::uint32_t kNoName = kStarter | kDeterminer | kPronoun | kPreposition |
                                    kConjunction | kAdverb | kAdjective | kAnyVerb | kPlaceNoun;
  if (item.span.size() < kShortest || word.upper || scene.vocabulary.is(word.folded, kNoName)) {
    return {};
  }
  static constexpr std::array<std::string_view, 47> kOthers = {
      "western",   "eastern", "northern", "southern", "central",  "european", "arab",
      "kurdish",   "african", "asian",    "allied",   "islamic",  "islamist", "shiite",
      "shia",      "sunni",   "jewish",   "navy",     "army",     "marine",   "marines",
      "force",     "guard",   "guards",   "police",   "national", "royal",    "federal",
      "ministry",  "war",     "state",    "gulf",     "pentagon", "kurds",    "nazi",
      "communist", "baltic",  "nordic",   "balkan",   "crimean",  "chechen",  "bomber",
      "cossack",   "druze",   "sahel",    "tuareg",   "artillery"};
  if (std::find(kOthers.begin(), kOthers.end(), word.folded) != kOthers.end()) return {};
  for (const std::string_view kind : {"month", "weekday"}) {
    if (scene.vocabulary.calendar(word.folded, kind)) return {};
  }
  const Token& before = scene.tokens[item.first - 1];
  const bool in_name = before.kind == TokenKind::word && before.capital && item.first > 1 &&
                       !scene.vocabulary.is(before.folded, kNoName);
  const bool quoted = before.kind == TokenKind::symbol && before.folded != ",";
  const std::size_t at = captures.range("letters").begin;
  const bool country = at > 0 && captures.item(at - 1).mark == "country";
  if ((in_name && !country) || quoted || scene.tokens[item.first].glued) return {};
  const Term& head = captures.item(captures.range("head").begin);
  ListedWeapon named = from_row(scene.lexicons.table("weapon_classes"), head.form, false);
  static constexpr std::array<std::string_view, 10> kTellingKinds = {"missile",
                                                                     "ballistic missile",
                                                                     "cruise missile",
                                                                     "drone",
                                                                     "tank",
                                                                     "armoured vehicle",
                                                                     "radar",
                                                                     "air defence system",
                                                                     "rocket launcher",
                                                                     "anti-tank weapon"};
  const std::string_view noun = scene.tokens[head.first + head.count - 1].folded;
  const bool telling = std::find(kTellingKinds.begin(), kTellingKinds.end(), named.category) !=
                           kTellingKinds.end() ||
                       noun == "rockets" || noun == "rocket" || noun == "howitzers" ||
                       noun == "howitzer";
  if (!telling) return {};
  named.name = quote(scene.doc, item.span);
  scene.narrative.designations.push_back(weapon(named));
  return {{captures.span(captures.whole()), {}, weapon(named)}};
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

// Letters, a hyphen, digits, a letter: whether they touch is for the readers to see.
const std::string kDesignation =
    "(?: {upper|cap} <-> {num|num3|year} (?: {upper|cap} (?: <->? {num} )? )? | "
    "{upper|cap} {num|num3} (?: {upper|cap} (?: {num} (?: {upper|cap} )? )? )? )";

// The nouns behind the name of a system.
const std::string kNouns =
    "(?P<after> (?: <-> (?: class | type | series | style | model | variant ) )? (?: (?: "
    "{modifier} "
    "| {class} | military | system | complex | platform | unit | <-> | short | medium | long | "
    "range | model | series | type | multipurpose | cargo | transport | combat | fighter | jet "
    "){0,6} (?: {class} | {noun} ) )? )";

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
      {"weapon/code", "Kenya bought FIM-92F Stinger missiles.",
       "(?P<letters> " + kDesignation + " ) (?P<name> {weapon} ) " + kNouns, read_code},
      {"weapon/pair", "Estonia sent Javelin and Stinger missiles.",
       "(?P<name> {weapon} ) (?: and | or ) (?P<second> {weapon} (?: " + kModifiers + "{0,3} {class} )? )",
       read_pair},
      {"weapon/named", "Moscow sent a Pantsir-class combat vehicle.",
       "(?P<before> (?: {modifier} | {class} | missile | guided | stealth | nuclear | carrier ){0,4} (?: <'> | <\"> )? ) (?P<name> {weapon} ) (?P<mark> <-> {num|num3|upper|cap} {upper|cap}? | {upper|cap} )? (?: <'> | <\"> )? (?: {weapon} | block {num} (?: </> {num} )? )? " + kNouns,
       read_named},
      {"weapon/shared_modifier", "anti-tank guided missiles and rockets",
       "(?P<first> {class} ) and (?P<second> {class} )", read_shared_modifier},
      {"weapon/class", "They fired short-range ballistic missiles.",
       "(?P<mods> " + kModifiers + "{0,4} ) (?P<head> {class} )", read_class},
      {"weapon/calibre", "a 170-mm gun and 152 mm shells",
       "(?: {num|num3} <->? (?: mm | millimetre | millimeter ) ) (?P<mods> " + kModifiers + "{0,4} ) (?P<head> {class} | gun | guns | piece | pieces )",
       read_calibre},
      {"weapon/guns", "The shells came late, and the guns fell silent.",
       "guns", read_guns},
      {"weapon/shared_head", "crates of mortar and recoilless rifle ammunition",
       "{class|modifier|lower} and (?: {class|modifier} ){0,3} (?P<head> {class} )", read_shared_head},
      {"weapon/designation", "two XQ-12 drones",
       "(?: (?P<first> " + kDesignation + " ) (?: and | or | <,> ) )? (?P<letters> " + kDesignation + " ) (?P<mods> " + kModifiers + "{0,3} ) (?P<head> {class} )",
       read_designation},
      {"weapon/joint", "Egypt wants four AN/XPQ-12F1 Brumbar radars.",
       "(?P<letters> {upper} </> {upper} <-> {num|num3} (?: {upper|cap} {num}? )? ) (?P<name> {cap} )? (?P<mods> " + kModifiers + "{0,3} ) (?P<head> {class} )",
       read_joint},
      {"weapon/designation_after", "a drone called XQ-12",
       "(?P<mods> " + kModifiers + "{0,3} ) (?P<head> {class} ) <,>? (?P<called> called | named | dubbed | known as | designated )? the? (?P<letters> " + kDesignation + " )",
       read_designation_after},
      {"weapon/known", "Two XQ-12 drones came, and the XQ-12 flew.",
       "(?P<letters> " + kDesignation + " )", read_known},
      {"weapon/unlisted", "It has Brumbar armoured vehicles.",
       "(?P<letters> {cap} ) (?P<mods> " + kModifiers + "{0,3} ) (?P<head> {class} )", read_unlisted},
      },
      settle_weapons};
  // clang-format on
  return extractor;
}

}  // namespace msmt
