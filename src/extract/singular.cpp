#include "extract/singular.hpp"

#include <algorithm>
#include <array>

namespace msmt {

namespace {

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
    Irregular{"alibis", "alibi"},
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
    Irregular{"bikinis", "bikini"},
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
    Irregular{"emojis", "emoji"},
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
    Irregular{"kiwis", "kiwi"},
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
    Irregular{"mujahedin", "mujahid"},
    Irregular{"mujahideen", "mujahid"},
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
    Irregular{"rabbis", "rabbi"},
    Irregular{"radii", "radius"},
    Irregular{"rbis", "rbi"},
    Irregular{"referenda", "referendum"},
    Irregular{"rookies", "rookie"},
    Irregular{"rotisseries", "rotisserie"},
    Irregular{"rotorcraft", "rotorcraft"},
    Irregular{"safaris", "safari"},
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
    Irregular{"skis", "ski"},
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
    Irregular{"taxis", "taxi"},
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

}  // namespace

std::string singular(std::string_view noun) {
  if (const Irregular* known = irregular(noun)) return std::string(known->singular);
  constexpr std::array<std::string_view, 8> kNotMen = {"specimen", "omen",    "regimen", "abdomen",
                                                       "acumen",   "bitumen", "lumen",   "semen"};
  if (noun.ends_with("men") && std::find(kNotMen.begin(), kNotMen.end(), noun) == kNotMen.end()) {
    return std::string(noun.substr(0, noun.size() - 2)) + "an";
  }
  if (noun.size() < 3 || noun.back() != 's') return std::string(noun);
  if (noun.ends_with("ies") && noun.size() > 4) {
    return std::string(noun.substr(0, noun.size() - 3)) + "y";
  }
  for (const std::string_view end : {"sses", "shes", "ches", "xes", "zes"}) {
    if (noun.ends_with(end)) return std::string(noun.substr(0, noun.size() - 2));
  }
  if (noun.ends_with("ss") || noun.ends_with("us") || noun.ends_with("is")) {
    return std::string(noun);
  }
  return std::string(noun.substr(0, noun.size() - 1));
}

bool is_plural(std::string_view noun) {
  if (const Irregular* known = irregular(noun)) return known->plural != known->singular;
  return noun.size() > 3 && noun.back() == 's' && !noun.ends_with("ss") && !noun.ends_with("us") &&
         !noun.ends_with("is");
}

std::string plural(std::string_view noun) {
  const std::size_t space = noun.find_last_of(' ');
  const std::size_t begin = space == std::string_view::npos ? 0 : space + 1;
  const std::string_view last = noun.substr(begin);
  const auto* known = std::find_if(kIrregular.begin(), kIrregular.end(),
                                   [&](const Irregular& entry) { return entry.singular == last; });
  if (known != kIrregular.end())
    return std::string(noun.substr(0, begin)) + std::string(known->plural);
  std::string out(noun);
  constexpr std::array<std::string_view, 7> kNotMan = {"german", "human",  "norman",  "ottoman",
                                                       "roman",  "shaman", "talisman"};
  if (last.ends_with("man") && std::find(kNotMan.begin(), kNotMan.end(), last) == kNotMan.end()) {
    out.replace(out.size() - 2, 1, "e");
    return out;
  }
  for (const std::string_view end : {"s", "x", "ch", "sh"}) {
    if (noun.ends_with(end)) return out + "es";
  }
  const bool consonant_y =
      noun.size() > 1 && noun.ends_with('y') &&
      std::string_view("aeiou").find(noun[noun.size() - 2]) == std::string_view::npos;
  if (!consonant_y) return out + "s";
  out.pop_back();
  return out + "ies";
}

}  // namespace msmt
