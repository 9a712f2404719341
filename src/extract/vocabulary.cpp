#include "extract/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

namespace msmt {

namespace {

struct KindName {
  std::string_view name;
  std::uint32_t kind;
};
constexpr std::array kKindNames = {
    KindName{"determiner", kDeterminer},
    KindName{"article", kArticle},
    KindName{"possessive", kPossessive},
    KindName{"preposition", kPreposition},
    KindName{"conjunction", kConjunction},
    KindName{"relative", kRelative},
    KindName{"pronoun", kPronoun},
    KindName{"be", kBe},
    KindName{"have", kHave},
    KindName{"do", kDo},
    KindName{"modal", kModal},
    KindName{"negation", kNegation},
    KindName{"subordinator", kSubordinator},
    KindName{"adverb", kAdverb},
    KindName{"postnominal", kPostnominal},
    KindName{"adjective", kAdjective},
    KindName{"cap_starter", kStarter},
    KindName{"gerund_noun", kGerundNoun},
    KindName{"place_noun", kPlaceNoun},
    KindName{"intransitive", kIntransitive},
};

struct Irregular {
  std::string_view plural;
  std::string_view singular;
};
// Plurals of news English that no ending gives away, sorted.
constexpr std::array kIrregular = {
    Irregular{"abacuses", "abacus"},
    Irregular{"aches", "ache"},
    Irregular{"addenda", "addendum"},
    Irregular{"aircraft", "aircraft"},
    Irregular{"airmen", "airman"},
    Irregular{"algae", "alga"},
    Irregular{"aliases", "alias"},
    Irregular{"alumni", "alumnus"},
    Irregular{"analyses", "analysis"},
    Irregular{"antennae", "antenna"},
    Irregular{"apparatus", "apparatus"},
    Irregular{"appendices", "appendix"},
    Irregular{"archipelagoes", "archipelago"},
    Irregular{"atlases", "atlas"},
    Irregular{"aussies", "aussie"},
    Irregular{"avalanches", "avalanche"},
    Irregular{"axes", "axis"},
    Irregular{"axles", "axle"},
    Irregular{"bacteria", "bacterium"},
    Irregular{"barracks", "barracks"},
    Irregular{"bases", "base"},
    Irregular{"biases", "bias"},
    Irregular{"birdies", "birdie"},
    Irregular{"bison", "bison"},
    Irregular{"blazes", "blaze"},
    Irregular{"bonuses", "bonus"},
    Irregular{"boogies", "boogie"},
    Irregular{"brasseries", "brasserie"},
    Irregular{"breezes", "breeze"},
    Irregular{"bronzes", "bronze"},
    Irregular{"brownies", "brownie"},
    Irregular{"budgies", "budgie"},
    Irregular{"buffaloes", "buffalo"},
    Irregular{"bus", "bus"},
    Irregular{"buses", "bus"},
    Irregular{"busses", "bus"},
    Irregular{"caches", "cache"},
    Irregular{"cacti", "cactus"},
    Irregular{"cactuses", "cactus"},
    Irregular{"caddies", "caddie"},
    Irregular{"calories", "calorie"},
    Irregular{"calves", "calf"},
    Irregular{"campuses", "campus"},
    Irregular{"canvases", "canvas"},
    Irregular{"cargoes", "cargo"},
    Irregular{"caucuses", "caucus"},
    Irregular{"censuses", "census"},
    Irregular{"chassis", "chassis"},
    Irregular{"children", "child"},
    Irregular{"choruses", "chorus"},
    Irregular{"circuses", "circus"},
    Irregular{"consensuses", "consensus"},
    Irregular{"cookies", "cookie"},
    Irregular{"corps", "corps"},
    Irregular{"creches", "creche"},
    Irregular{"crewmen", "crewman"},
    Irregular{"crises", "crisis"},
    Irregular{"criteria", "criterion"},
    Irregular{"crossroads", "crossroads"},
    Irregular{"deer", "deer"},
    Irregular{"desperadoes", "desperado"},
    Irregular{"diagnoses", "diagnosis"},
    Irregular{"dice", "die"},
    Irregular{"dies", "die"},
    Irregular{"dominoes", "domino"},
    Irregular{"dormice", "dormouse"},
    Irregular{"echoes", "echo"},
    Irregular{"ellipses", "ellipsis"},
    Irregular{"elves", "elf"},
    Irregular{"embargoes", "embargo"},
    Irregular{"emphases", "emphasis"},
    Irregular{"employees", "employee"},
    Irregular{"errata", "erratum"},
    Irregular{"eyries", "eyrie"},
    Irregular{"feet", "foot"},
    Irregular{"fetuses", "fetus"},
    Irregular{"fish", "fish"},
    Irregular{"fishermen", "fisherman"},
    Irregular{"foetuses", "foetus"},
    Irregular{"formulae", "formula"},
    Irregular{"freezes", "freeze"},
    Irregular{"fungi", "fungus"},
    Irregular{"gallows", "gallows"},
    Irregular{"gas", "gas"},
    Irregular{"gases", "gas"},
    Irregular{"gazes", "gaze"},
    Irregular{"geese", "goose"},
    Irregular{"genies", "genie"},
    Irregular{"geniuses", "genius"},
    Irregular{"goalies", "goalie"},
    Irregular{"godchildren", "godchild"},
    Irregular{"grandchildren", "grandchild"},
    Irregular{"gunmen", "gunman"},
    Irregular{"halves", "half"},
    Irregular{"headaches", "headache"},
    Irregular{"headquarters", "headquarters"},
    Irregular{"heroes", "hero"},
    Irregular{"hippies", "hippie"},
    Irregular{"hoodies", "hoodie"},
    Irregular{"hooves", "hoof"},
    Irregular{"housewives", "housewife"},
    Irregular{"hovercraft", "hovercraft"},
    Irregular{"hypotheses", "hypothesis"},
    Irregular{"indices", "index"},
    Irregular{"junkies", "junkie"},
    Irregular{"knives", "knife"},
    Irregular{"larvae", "larva"},
    Irregular{"leaves", "leaf"},
    Irregular{"lens", "lens"},
    Irregular{"lenses", "lens"},
    Irregular{"lice", "louse"},
    Irregular{"lies", "lie"},
    Irregular{"lives", "life"},
    Irregular{"loaves", "loaf"},
    Irregular{"magpies", "magpie"},
    Irregular{"mangoes", "mango"},
    Irregular{"matrices", "matrix"},
    Irregular{"mazes", "maze"},
    Irregular{"means", "means"},
    Irregular{"mementoes", "memento"},
    Irregular{"memoranda", "memorandum"},
    Irregular{"men", "man"},
    Irregular{"menageries", "menagerie"},
    Irregular{"mice", "mouse"},
    Irregular{"midwives", "midwife"},
    Irregular{"millennia", "millennium"},
    Irregular{"minibuses", "minibus"},
    Irregular{"moose", "moose"},
    Irregular{"mosquitoes", "mosquito"},
    Irregular{"mottoes", "motto"},
    Irregular{"moustaches", "moustache"},
    Irregular{"movies", "movie"},
    Irregular{"mustaches", "mustache"},
    Irregular{"neckties", "necktie"},
    Irregular{"newbies", "newbie"},
    Irregular{"niches", "niche"},
    Irregular{"nuclei", "nucleus"},
    Irregular{"oases", "oasis"},
    Irregular{"octopuses", "octopus"},
    Irregular{"offspring", "offspring"},
    Irregular{"omnibuses", "omnibus"},
    Irregular{"oxen", "ox"},
    Irregular{"parentheses", "parenthesis"},
    Irregular{"passersby", "passerby"},
    Irregular{"patisseries", "patisserie"},
    Irregular{"people", "person"},
    Irregular{"personnel", "personnel"},
    Irregular{"phenomena", "phenomenon"},
    Irregular{"pies", "pie"},
    Irregular{"police", "police"},
    Irregular{"policemen", "policeman"},
    Irregular{"porsches", "porsche"},
    Irregular{"porticoes", "portico"},
    Irregular{"posses", "posse"},
    Irregular{"potatoes", "potato"},
    Irregular{"prairies", "prairie"},
    Irregular{"prizes", "prize"},
    Irregular{"prognoses", "prognosis"},
    Irregular{"psyches", "psyche"},
    Irregular{"quizzes", "quiz"},
    Irregular{"radii", "radius"},
    Irregular{"referenda", "referendum"},
    Irregular{"rookies", "rookie"},
    Irregular{"rotisseries", "rotisserie"},
    Irregular{"rotorcraft", "rotorcraft"},
    Irregular{"salespeople", "salesperson"},
    Irregular{"salmon", "salmon"},
    Irregular{"scarves", "scarf"},
    Irregular{"schoolchildren", "schoolchild"},
    Irregular{"selfies", "selfie"},
    Irregular{"series", "series"},
    Irregular{"servicemen", "serviceman"},
    Irregular{"sheep", "sheep"},
    Irregular{"shelves", "shelf"},
    Irregular{"sinuses", "sinus"},
    Irregular{"sizes", "size"},
    Irregular{"sorties", "sortie"},
    Irregular{"spacecraft", "spacecraft"},
    Irregular{"species", "species"},
    Irregular{"spectra", "spectrum"},
    Irregular{"spokespeople", "spokesperson"},
    Irregular{"stadia", "stadium"},
    Irregular{"statuses", "status"},
    Irregular{"stepchildren", "stepchild"},
    Irregular{"stimuli", "stimulus"},
    Irregular{"strata", "stratum"},
    Irregular{"surpluses", "surplus"},
    Irregular{"swine", "swine"},
    Irregular{"syllabuses", "syllabus"},
    Irregular{"synopses", "synopsis"},
    Irregular{"techies", "techie"},
    Irregular{"teeth", "tooth"},
    Irregular{"theses", "thesis"},
    Irregular{"thieves", "thief"},
    Irregular{"ties", "tie"},
    Irregular{"tomatoes", "tomato"},
    Irregular{"toothaches", "toothache"},
    Irregular{"tornadoes", "tornado"},
    Irregular{"torpedoes", "torpedo"},
    Irregular{"townspeople", "townsperson"},
    Irregular{"vertebrae", "vertebra"},
    Irregular{"vertices", "vertex"},
    Irregular{"vetoes", "veto"},
    Irregular{"viruses", "virus"},
    Irregular{"volcanoes", "volcano"},
    Irregular{"walkie-talkies", "walkie-talkie"},
    Irregular{"walruses", "walrus"},
    Irregular{"watercraft", "watercraft"},
    Irregular{"wives", "wife"},
    Irregular{"wolves", "wolf"},
    Irregular{"women", "woman"},
    Irregular{"woodlice", "woodlouse"},
    Irregular{"works", "works"},
    Irregular{"zeroes", "zero"},
    Irregular{"zombies", "zombie"},
};
static_assert(std::is_sorted(kIrregular.begin(), kIrregular.end(),
                             [](const Irregular& a, const Irregular& b) {
                               return a.plural < b.plural;
                             }));

const Irregular* irregular(std::string_view noun) {
  const auto* found = std::lower_bound(
      kIrregular.begin(), kIrregular.end(), noun,
      [](const Irregular& entry, std::string_view plural) { return entry.plural < plural; });
  return found != kIrregular.end() && found->plural == noun ? found : nullptr;
}

double number_of(std::string_view digits) {
  return std::strtod(std::string(digits).c_str(), nullptr);
}

bool ends_with(std::string_view text, std::string_view end) { return text.ends_with(end); }

NumberKind number_kind(std::string_view name) {
  constexpr std::array kNames = {
      std::pair{std::string_view("unit"), NumberKind::unit},
      std::pair{std::string_view("ten"), NumberKind::ten},
      std::pair{std::string_view("multiplier"), NumberKind::multiplier},
      std::pair{std::string_view("suffix"), NumberKind::suffix},
      std::pair{std::string_view("group"), NumberKind::group},
      std::pair{std::string_view("fraction"), NumberKind::fraction},
      std::pair{std::string_view("vague"), NumberKind::vague},
  };
  for (const auto& [known, kind] : kNames) {
    if (known == name) return kind;
  }
  return NumberKind::unit;
}

}  // namespace

Vocabulary::Vocabulary(const Lexicons& lexicons) {
  const Table& words = lexicons.table("words");
  std::vector<std::string_view> say;
  for (const Row& row : words.rows) {
    const std::string_view id = words.cell(row, "id");
    if (id == "say") say = words.list(row, "forms");
    for (const KindName& name : kKindNames) {
      if (id != name.name) continue;
      for (const std::string_view form : words.list(row, "forms")) {
        kinds_[form] |= name.kind;
      }
    }
  }
  const Table& numbers = lexicons.table("numbers");
  for (const Row& row : numbers.rows) {
    const NumberWord word{number_kind(numbers.cell(row, "kind")),
                          number_of(numbers.cell(row, "value"))};
    for (const std::string_view form : numbers.list(row, "forms")) {
      kinds_[form] |= kNumberWord;
      numbers_.try_emplace(form, word);
    }
  }
  const Table& hedges = lexicons.table("hedges");
  for (const Row& row : hedges.rows) {
    const auto relation = parse_relation(hedges.cell(row, "relation"));
    auto& table = hedges.cell(row, "place") == "after" ? after_ : before_;
    for (const std::string_view form : hedges.list(row, "forms")) {
      table.try_emplace(form, relation.value_or(Relation::exactly));
    }
  }
  const Table& verbs = lexicons.table("verbs");
  const auto add = [&](std::string_view base, std::string_view form, std::uint32_t kind) {
    kinds_[form] |= kind;
    bases_.try_emplace(form, base);
  };
  for (const Row& row : verbs.rows) {
    const std::string_view base = verbs.cell(row, "id");
    const std::string_view noun = verbs.cell(row, "noun");
    std::uint32_t extra = 0;
    if (noun == "also") extra = kNoun;
    if (noun == "mostly") extra = kNoun | kMostlyNoun;
    for (const std::string_view said : say) {
      if (said == base) extra |= kSay;
    }
    add(base, base, kBase | extra);
    add(base, verbs.cell(row, "third"), kThird | extra);
    for (const std::string_view form : verbs.list(row, "past"))
      add(base, form, kPast | (extra & kSay));
    for (const std::string_view form : verbs.list(row, "participle")) {
      add(base, form, kParticiple | (extra & kSay));
    }
    add(base, verbs.cell(row, "gerund"), kGerund | (extra & kSay));
  }
  for (const std::string_view base : {"be", "have", "do"}) {
    for (const auto& [word, hash, kind] : kinds_.entries()) {
      const std::uint32_t want = base == "be" ? kBe : base == "have" ? kHave : kDo;
      if ((kind & want) != 0) bases_.try_emplace(word, base);
    }
  }
  const Table& calendar = lexicons.table("calendar");
  for (const Row& row : calendar.rows) {
    const CalendarWord word{calendar.cell(row, "kind"), calendar.cell(row, "value")};
    for (const std::string_view form : calendar.list(row, "forms")) calendar_[form].push_back(word);
  }
  const Table& units = lexicons.table("units");
  for (const Row& row : units.rows) {
    Unit unit{units.cell(row, "name"), units.cell(row, "dimension"), units.cell(row, "code"), {}};
    if (const std::string_view si = units.cell(row, "si"); !si.empty()) unit.si = number_of(si);
    const auto number = static_cast<std::uint32_t>(all_units_.size());
    all_units_.push_back(std::move(unit));
    for (const std::string_view form : units.list(row, "forms")) {
      std::string folded = fold(form);
      units_.try_emplace(folded == form ? form : folded_.emplace_back(std::move(folded)), number);
    }
    for (const std::string_view symbol : units.list(row, "symbols")) {
      symbols_.try_emplace(symbol, number);
    }
  }
}

std::uint32_t Vocabulary::kinds(std::string_view folded) const {
  if (const std::uint32_t* known = kinds_.find(folded)) return *known;
  constexpr std::size_t kShortestAdverb = 5;
  if (folded.size() >= kShortestAdverb && ends_with(folded, "ly") && folded != "supply" &&
      folded != "family" && folded != "assembly" && folded != "monopoly" && folded != "ally" &&
      folded != "italy" && folded != "anomaly") {
    return kAdverb;
  }
  constexpr std::size_t kShortestVerbForm = 6;
  if (folded.size() >= kShortestVerbForm && ends_with(folded, "ed") && folded != "hundred") {
    return kPast | kParticiple;
  }
  return 0;
}

std::string_view Vocabulary::base(std::string_view folded) const {
  const std::string_view* base = bases_.find(folded);
  return base == nullptr ? std::string_view{} : *base;
}

std::optional<Unit> Vocabulary::unit(std::string_view folded) const {
  const std::uint32_t* number = units_.find(folded);
  return number == nullptr ? std::nullopt : std::optional(all_units_[*number]);
}

std::optional<Unit> Vocabulary::unit_symbol(std::string_view written) const {
  const std::uint32_t* number = symbols_.find(written);
  return number == nullptr ? std::nullopt : std::optional(all_units_[*number]);
}

std::optional<std::string_view> Vocabulary::calendar(std::string_view folded,
                                                     std::string_view kind) const {
  const auto* words = calendar_.find(folded);
  if (words == nullptr) return std::nullopt;
  for (const CalendarWord& word : *words) {
    if (word.kind == kind) return word.value;
  }
  return std::nullopt;
}

const NumberWord* Vocabulary::number(std::string_view folded) const {
  return numbers_.find(folded);
}

Relation Vocabulary::longest(const WordTable<Relation>& table, std::string_view cue) {
  Relation relation = Relation::exactly;
  std::size_t most = 0;
  for (std::size_t begin = 0; begin < cue.size(); ++begin) {
    if (begin > 0 && cue[begin - 1] != ' ') continue;
    for (std::size_t end = cue.size(); end > begin + most;) {
      const Relation* known = table.find(cue.substr(begin, end - begin));
      if (known != nullptr && *known != Relation::exactly) {
        relation = *known;
        most = end - begin;
        break;
      }
      const std::size_t space = cue.rfind(' ', end - 1);
      if (space == std::string_view::npos || space <= begin) break;
      end = space;
    }
  }
  return relation;
}

std::string singular(std::string_view noun) {
  if (const Irregular* known = irregular(noun)) return std::string(known->singular);
  constexpr std::array<std::string_view, 8> kNotMen = {"specimen", "omen",    "regimen", "abdomen",
                                                       "acumen",   "bitumen", "lumen",   "semen"};
  if (ends_with(noun, "men") && std::find(kNotMen.begin(), kNotMen.end(), noun) == kNotMen.end()) {
    return std::string(noun.substr(0, noun.size() - 2)) + "an";
  }
  if (noun.size() < 3 || noun.back() != 's') return std::string(noun);
  if (ends_with(noun, "ies") && noun.size() > 4) {
    return std::string(noun.substr(0, noun.size() - 3)) + "y";
  }
  for (const std::string_view end : {"sses", "shes", "ches", "xes", "zes"}) {
    if (ends_with(noun, end)) return std::string(noun.substr(0, noun.size() - 2));
  }
  if (ends_with(noun, "ss") || ends_with(noun, "us") || ends_with(noun, "is")) {
    return std::string(noun);
  }
  return std::string(noun.substr(0, noun.size() - 1));
}

bool is_plural(std::string_view noun) {
  if (const Irregular* known = irregular(noun)) return known->plural != known->singular;
  return noun.size() > 3 && noun.back() == 's' && !ends_with(noun, "ss") &&
         !ends_with(noun, "us") && !ends_with(noun, "is");
}

}  // namespace msmt
