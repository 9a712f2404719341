#include "extract/vocabulary.hpp"

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
// Plurals of news English that no ending gives away.
constexpr std::array kIrregular = {
    Irregular{"people", "person"},
    Irregular{"men", "man"},
    Irregular{"women", "woman"},
    Irregular{"children", "child"},
    Irregular{"servicemen", "serviceman"},
    Irregular{"airmen", "airman"},
    Irregular{"crewmen", "crewman"},
    Irregular{"gunmen", "gunman"},
    Irregular{"fishermen", "fisherman"},
    Irregular{"feet", "foot"},
    Irregular{"teeth", "tooth"},
    Irregular{"lives", "life"},
    Irregular{"knives", "knife"},
    Irregular{"halves", "half"},
    Irregular{"wives", "wife"},
    Irregular{"criteria", "criterion"},
    Irregular{"phenomena", "phenomenon"},
    Irregular{"crises", "crisis"},
    Irregular{"bases", "base"},
    Irregular{"analyses", "analysis"},
    Irregular{"axes", "axis"},
    Irregular{"leaves", "leaf"},
    Irregular{"shelves", "shelf"},
    Irregular{"thieves", "thief"},
    Irregular{"policemen", "policeman"},
    Irregular{"movies", "movie"},
    Irregular{"sorties", "sortie"},
    Irregular{"oxen", "ox"},
    Irregular{"mice", "mouse"},
    Irregular{"geese", "goose"},
    Irregular{"vertices", "vertex"},
    Irregular{"indices", "index"},
    Irregular{"caches", "cache"},
    Irregular{"axles", "axle"},
    Irregular{"gases", "gas"},
    Irregular{"buses", "bus"},
    Irregular{"viruses", "virus"},
    Irregular{"cargoes", "cargo"},
    Irregular{"torpedoes", "torpedo"},
    Irregular{"embargoes", "embargo"},
    Irregular{"vetoes", "veto"},
    Irregular{"tomatoes", "tomato"},
    Irregular{"potatoes", "potato"},
    Irregular{"heroes", "hero"},
    Irregular{"volcanoes", "volcano"},
    Irregular{"caches", "cache"},
    Irregular{"ties", "tie"},
    Irregular{"calories", "calorie"},
    Irregular{"employees", "employee"},
    Irregular{"corps", "corps"},
    Irregular{"series", "series"},
    Irregular{"species", "species"},
    Irregular{"headquarters", "headquarters"},
    Irregular{"barracks", "barracks"},
    Irregular{"gallows", "gallows"},
    Irregular{"works", "works"},
    Irregular{"means", "means"},
    Irregular{"aircraft", "aircraft"},
    Irregular{"personnel", "personnel"},
    Irregular{"gas", "gas"},
    Irregular{"bus", "bus"},
    Irregular{"chassis", "chassis"},
    Irregular{"apparatus", "apparatus"},
};

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
  for (const Irregular& irregular : kIrregular) {
    if (noun == irregular.plural) return std::string(irregular.singular);
  }
  if (noun.size() < 3 || noun.back() != 's') return std::string(noun);
  for (const std::string_view end : {"men"}) {
    if (ends_with(noun, end)) return std::string(noun.substr(0, noun.size() - 2)) + "an";
  }
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
  for (const Irregular& irregular : kIrregular) {
    if (noun == irregular.plural) return irregular.plural != irregular.singular;
  }
  return noun.size() > 3 && noun.back() == 's' && !ends_with(noun, "ss") &&
         !ends_with(noun, "us") && !ends_with(noun, "is");
}

}  // namespace msmt
