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
    KindName{"body_company", kBodyNoun},
    KindName{"body_bank", kBodyNoun},
    KindName{"body_think_tank", kBodyNoun},
    KindName{"body_newspaper", kBodyNoun},
    KindName{"body_broadcaster", kBodyNoun},
    KindName{"body_news_agency", kBodyNoun},
    KindName{"body_armed_group", kBodyNoun},
    KindName{"body_crime_group", kBodyNoun},
};

constexpr std::array kFigureNames = {
    KindName{"change", kChange},      KindName{"valued", kValued},
    KindName{"namer", kNamer},        KindName{"namer_capital", kCapitalNamer},
    KindName{"aged", kAged},          KindName{"race", kRace},
    KindName{"noun_unit", kNounUnit}, KindName{"raising", kRaising},
    KindName{"traded", kTraded},      KindName{"before_verb", kBeforeVerb},
};

double decimal_of(std::string_view digits) {
  return std::strtod(std::string(digits).c_str(), nullptr);
}

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

/// By row of numbers.tsv.
std::vector<NumberWord> read_numbers(const Lexicons& lexicons) {
  const Table& numbers = lexicons.table("numbers");
  const std::size_t kind = numbers.column("kind");
  const std::size_t value = numbers.column("value");
  std::vector<NumberWord> out;
  out.reserve(numbers.rows.size());
  for (const Row& row : numbers.rows) {
    out.push_back({number_kind(row.cell(kind)), decimal_of(row.cell(value))});
  }
  return out;
}

}  // namespace

/// Fills a vocabulary from the tables. Of rows that give a word the same thing the first counts.
class Vocabulary::Builder {
 public:
  explicit Builder(const Lexicons& lexicons) : lexicons_(lexicons) {}

  void build(Vocabulary& vocabulary) {
    add_words();
    add_numbers();
    add_hedges();
    add_verbs();
    add_calendar();
    add_units();
    entries_.resize(words_.size());
    vocabulary.words_ = std::move(words_);
    vocabulary.entries_.take(std::move(entries_));
    vocabulary.calendar_.take(std::move(calendar_));
  }

 private:
  Entry& at(std::string_view form) {
    const std::uint32_t number = words_.add(form);
    if (entries_.size() <= number) entries_.resize(number + 1);
    return entries_[number];
  }
  static void set_once(std::uint32_t& field, std::size_t value) {
    if (field == kNone) field = static_cast<std::uint32_t>(value);
  }

  void add_words() {
    const Table& words = lexicons_.table("words");
    for (const Row& row : words.rows) {
      const std::string_view id = words.cell(row, "id");
      if (id == "say") say_ = words.list(row, "forms");
      for (const KindName& name : kKindNames) {
        if (id != name.name) continue;
        for (const std::string_view form : words.list(row, "forms")) at(form).kinds |= name.kind;
      }
      for (const KindName& name : kFigureNames) {
        if (id != name.name) continue;
        for (const std::string_view form : words.list(row, "forms")) at(form).figure |= name.kind;
      }
    }
  }

  void add_numbers() {
    const Table& numbers = lexicons_.table("numbers");
    for (std::size_t r = 0; r < numbers.rows.size(); ++r) {
      for (const std::string_view form : numbers.list(numbers.rows[r], "forms")) {
        at(form).kinds |= kNumberWord;
        set_once(at(form).number, r);
      }
    }
  }

  void add_hedges() {
    const Table& hedges = lexicons_.table("hedges");
    for (const Row& row : hedges.rows) {
      const Relation relation =
          parse_relation(hedges.cell(row, "relation")).value_or(Relation::exactly);
      const bool after = hedges.cell(row, "place") == "after";
      for (const std::string_view form : hedges.list(row, "forms")) {
        set_once(after ? at(form).after : at(form).before, static_cast<std::size_t>(relation));
      }
    }
  }

  void add_verbs() {
    const Table& verbs = lexicons_.table("verbs");
    const auto add = [&](std::string_view base, std::string_view form, std::uint32_t kind) {
      const std::uint32_t number = words_.add(base);
      Entry& entry = at(form);
      entry.kinds |= kind;
      set_once(entry.base, number);
    };
    for (const Row& row : verbs.rows) {
      const std::string_view base = verbs.cell(row, "id");
      const std::string_view noun = verbs.cell(row, "noun");
      std::uint32_t extra = 0;
      if (noun == "also") extra = kNoun;
      if (noun == "mostly") extra = kNoun | kMostlyNoun;
      for (const std::string_view said : say_) {
        if (said == base) extra |= kSay;
      }
      add(base, base, kBase | extra);
      add(base, verbs.cell(row, "third"), kThird | extra);
      for (const std::string_view form : verbs.list(row, "past")) {
        add(base, form, kPast | (extra & kSay));
      }
      for (const std::string_view form : verbs.list(row, "participle")) {
        add(base, form, kParticiple | (extra & kSay));
      }
      for (const std::string_view form : verbs.list(row, "gerund")) {
        add(base, form, kGerund | (extra & kSay));
      }
    }
    constexpr std::array kAuxiliaries = {std::pair{std::string_view("be"), kBe},
                                         std::pair{std::string_view("have"), kHave},
                                         std::pair{std::string_view("do"), kDo}};
    for (const auto& [base, kind] : kAuxiliaries) {
      const std::uint32_t number = words_.add(base);
      at(base);
      for (Entry& entry : entries_) {
        if ((entry.kinds & kind) != 0) set_once(entry.base, number);
      }
    }
  }

  void add_calendar() {
    const Table& calendar = lexicons_.table("calendar");
    for (std::size_t r = 0; r < calendar.rows.size(); ++r) {
      for (const std::string_view form : calendar.list(calendar.rows[r], "forms")) {
        const auto added = static_cast<std::uint32_t>(calendar_.size());
        calendar_.push_back({static_cast<std::uint32_t>(r), kNone});
        std::uint32_t* link = &at(form).calendar;
        while (*link != kNone) link = &calendar_[*link].next;
        *link = added;
      }
    }
  }

  void add_units() {
    const Table& units = lexicons_.table("units");
    for (std::size_t r = 0; r < units.rows.size(); ++r) {
      for (const std::string_view form : units.list(units.rows[r], "forms")) {
        set_once(at(fold(form)).unit, r);
      }
      for (const std::string_view symbol : units.list(units.rows[r], "symbols")) {
        set_once(at(symbol).symbol, r);
      }
    }
  }

  const Lexicons& lexicons_;
  std::vector<std::string_view> say_;
  WordIndex words_;
  std::vector<Entry> entries_{Entry{}};  // the first for words that are unknown
  std::vector<CalendarEntry> calendar_;
};

Vocabulary::Vocabulary(const Lexicons& lexicons)
    : calendar_table_(lexicons.table("calendar")),
      units_table_(lexicons.table("units")),
      numbers_(read_numbers(lexicons)) {
  Builder(lexicons).build(*this);
}

Vocabulary::Vocabulary(const Lexicons& lexicons, Loader& saved)
    : calendar_table_(lexicons.table("calendar")),
      units_table_(lexicons.table("units")),
      numbers_(read_numbers(lexicons)) {
  fields(saved);
}

std::uint32_t Vocabulary::kinds(std::string_view folded) const {
  if (const std::uint32_t known = entry(folded).kinds; known != 0) return known;
  constexpr std::size_t kShortestAdverb = 5;
  if (folded.size() >= kShortestAdverb && folded.ends_with("ly") && folded != "supply" &&
      folded != "family" && folded != "assembly" && folded != "monopoly" && folded != "ally" &&
      folded != "italy" && folded != "anomaly") {
    return kAdverb;
  }
  constexpr std::size_t kShortestVerbForm = 6;
  if (folded.size() >= kShortestVerbForm && folded.ends_with("ed") && folded != "hundred") {
    return kPast | kParticiple;
  }
  return 0;
}

std::string_view Vocabulary::base(std::string_view folded) const {
  const std::uint32_t base = entry(folded).base;
  return base == kNone ? std::string_view{} : words_.word(base);
}

std::optional<Unit> Vocabulary::unit_of(std::uint32_t row) const {
  if (row == kNone) return std::nullopt;
  const Table& units = units_table_;
  const Row& said = units.rows[row];
  Unit unit{units.cell(said, "name"), units.cell(said, "dimension"), units.cell(said, "code"), {}};
  if (const std::string_view si = units.cell(said, "si"); !si.empty()) unit.si = decimal_of(si);
  return unit;
}

std::optional<std::string_view> Vocabulary::calendar(std::string_view folded,
                                                     std::string_view kind) const {
  for (std::uint32_t at = entry(folded).calendar; at != kNone; at = calendar_[at].next) {
    const Row& row = calendar_table_.rows[calendar_[at].row];
    if (calendar_table_.cell(row, "kind") == kind) return calendar_table_.cell(row, "value");
  }
  return std::nullopt;
}

const NumberWord* Vocabulary::number(std::string_view folded) const {
  const std::uint32_t row = entry(folded).number;
  return row == kNone ? nullptr : &numbers_[row];
}

Relation Vocabulary::longest(std::uint32_t Entry::*place, std::string_view cue) const {
  Relation relation = Relation::exactly;
  std::size_t most = 0;
  for (std::size_t begin = 0; begin < cue.size(); ++begin) {
    if (begin > 0 && cue[begin - 1] != ' ') continue;
    for (std::size_t end = cue.size(); end > begin + most;) {
      const std::uint32_t known = entry(cue.substr(begin, end - begin)).*place;
      if (known != kNone && static_cast<Relation>(known) != Relation::exactly) {
        relation = static_cast<Relation>(known);
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

}  // namespace msmt
