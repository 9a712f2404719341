#include "merge/key.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace msmt {
namespace {

constexpr std::array<std::string_view, 18> kTypes = {
    "transfer", "technology",    "training",    "deployment", "labor",      "finance",
    "theft",    "transport",     "possession",  "use",        "casualties", "limit",
    "sanction", "establishment", "dissolution", "membership", "agreement",  "veto"};

/// Agreements that the same two sides come to again and again.
constexpr std::array<std::string_view, 12> kRecurring = {"call",
                                                         "consultation",
                                                         "dialogue",
                                                         "exchange",
                                                         "high-level-exchange",
                                                         "high-level-meeting",
                                                         "meeting",
                                                         "negotiation",
                                                         "summit",
                                                         "talk",
                                                         "talks",
                                                         "visit"};

/// Words that say how much or which, not what.
constexpr std::array<std::string_view, 28> kLight = {
    "a",     "an",   "the",     "its",     "their",      "his",      "her",
    "other", "new",  "more",    "further", "additional", "advanced", "large",
    "some",  "many", "various", "several", "numerous",   "such",     "latest",
    "older", "old",  "modern",  "own",     "any",        "all",      "suspicious"};

/// Nouns that measure out what follows `of`.
constexpr std::array<std::string_view, 16> kPartitive = {
    "quantity", "amount", "number", "type",  "kind",     "sort",     "lot",    "range",
    "variety",  "piece",  "round",  "batch", "shipment", "delivery", "supply", "series"};

constexpr std::array<std::string_view, 20> kAfterHead = {
    "to",   "for",   "in",        "on",    "from",    "with", "by",   "at",   "through", "via",
    "that", "which", "including", "worth", "holding", "used", "made", "such", "under",   "aboard"};

/// Formations and packages: two batteries and two launchers are different counts.
constexpr std::array<std::string_view, 16> kGroups = {
    "army",    "battalion", "battery",  "brigade",  "company", "corps",  "crew",  "division",
    "platoon", "regiment",  "shipment", "squadron", "package", "convoy", "batch", "set"};

constexpr std::array<std::string_view, 10> kMunitions = {
    "bomb",    "bullet",   "cartridge", "interceptor", "mine",
    "missile", "munition", "rocket",    "round",       "shell"};

/// Counted nouns that any countable thing may go by.
constexpr std::array<std::string_view, 5> kAnyCount = {"", "item", "piece", "unit", "weapon"};

constexpr std::array<std::string_view, 11> kOccasions = {
    "call", "case", "flight", "incident", "occasion",   "sortie",
    "time", "trip", "visit",  "voyage",   "transaction"};

constexpr std::array<std::string_view, 9> kBoxes = {
    "container", "shipping container", "crate",  "box", "pallet", "wagon",
    "railcar",   "truckload",          "carload"};

struct Mass {
  std::string_view name;
  double tonnes;
};
/// "ton" is left as the tonne: news copy rarely says which, and the two differ by a tenth.
constexpr std::array<Mass, 10> kMasses = {{{"ton", 1},
                                           {"tonne", 1},
                                           {"metric ton", 1},
                                           {"short ton", 0.90718474},
                                           {"long ton", 1.0160469088},
                                           {"kilotonne", 1e3},
                                           {"megatonne", 1e6},
                                           {"kilogram", 1e-3},
                                           {"gram", 1e-6},
                                           {"pound", 0.45359237e-3}}};

constexpr std::array<std::string_view, 8> kMoney = {"dollar", "euro",  "won",    "yen",
                                                    "yuan",   "ruble", "rouble", "pound sterling"};

template <typename List>
bool among(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z');
}

std::string singular(std::string word) {
  if (word.size() <= 3 || word.back() != 's') return word;
  if (word.ends_with("ies")) return word.substr(0, word.size() - 3) + "y";
  for (const std::string_view kept : {"ss", "us", "is", "corps", "series"}) {
    if (word.ends_with(kept)) return word;
  }
  for (const std::string_view stem : {"xes", "sses", "shes", "ches"}) {
    if (word.ends_with(stem)) return word.substr(0, word.size() - 2);
  }
  word.pop_back();
  return word;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out;
  std::string word;
  for (const char c : fold(text) + " ") {
    if (is_word_byte(c)) {
      word += c;
    } else if (!word.empty()) {
      out.push_back(word == "defense" ? "defence" : word);
      word.clear();
    }
  }
  return out;
}

std::string join(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : "-") + word;
  return out;
}

/// "large quantities of missile-related equipment" -> "missile-related-equipment".
std::string head_words(std::string_view name) {
  std::vector<std::string> head;
  bool after_of = false;
  for (const std::string& word : words_of(name)) {
    if (word == "of") {
      // Only a measuring noun gives way to what follows it; "panel of experts" keeps its head.
      if (!head.empty() && !among(kPartitive, head.back())) break;
      head.clear();
      after_of = true;
    } else if (word == "and" || word == "or" || among(kAfterHead, word)) {
      if (!head.empty()) break;
    } else if (!among(kLight, word)) {
      head.push_back(singular(word));
    }
  }
  if (head.empty() && !after_of) head = words_of(name);
  return join(head);
}

}  // namespace

std::size_t type_rank(std::string_view type) {
  return static_cast<std::size_t>(std::find(kTypes.begin(), kTypes.end(), type) - kTypes.begin());
}

bool is_type(std::string_view type) { return type_rank(type) < kTypes.size(); }

bool is_mutual(std::string_view type) { return type == "agreement"; }

bool happens_once(const Claim& claim) {
  if (claim.type == "establishment" || claim.type == "dissolution" || claim.type == "veto") {
    return true;
  }
  if (claim.type == "sanction") {  // a country is sanctioned often, a company seldom
    return claim.target && claim.target->iso2.empty();
  }
  if (claim.type != "agreement") return false;
  const std::vector<std::string> path = kinds_of(claim);
  return !path.empty() && !among(kRecurring, path.front());
}

std::string slug(std::string_view text) { return join(words_of(text)); }

std::string party_key(const std::optional<Party>& party) {
  if (!party) return {};
  return party->iso2.empty() ? slug(party->name) : party->iso2;
}

std::vector<std::string> item_path(const std::optional<Item>& item) {
  std::vector<std::string> path;
  if (!item) return path;
  std::string_view rest = item->key;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('<'), rest.size());
    if (end > 0) path.push_back(slug(rest.substr(0, end)));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  if (path.empty()) {
    const std::string own = item->weapon.empty() ? head_words(item->name) : slug(item->weapon);
    if (!own.empty()) path.push_back(own);
  }
  return path;
}

std::vector<std::string> kinds_of(const Claim& claim) {
  if (!claim.item && claim.type == "deployment") return {"troops"};
  if (!claim.item && claim.type == "labor") return {"workers"};
  return item_path(claim.item);
}

UnitClass unit_class(std::string_view unit) {
  std::vector<std::string> words = words_of(unit);
  if (!words.empty()) words.back() = singular(words.back());
  const std::string last = words.empty() ? "" : words.back();
  std::string name;
  for (const std::string& word : words) name += (name.empty() ? "" : " ") + word;

  if (among(kAnyCount, name)) return {"any"};
  for (const Mass& mass : kMasses) {
    if (mass.name == name) return {"mass", mass.tonnes};
  }
  if (among(kMoney, last) || among(kMoney, name)) return {"money:" + name};
  if (among(kBoxes, name)) return {"box:" + last};
  if (among(kOccasions, last)) return {"occasion"};
  if (among(kGroups, last)) return {"group:" + last};
  if (among(kMunitions, last)) return {"munition"};
  for (const std::string_view measure :
       {"barrel", "liter", "litre", "gallon", "percent", "%", "kilometer", "meter", "mile", "year",
        "month", "week", "day", "hour", "megawatt", "gigawatt", "bitcoin", "ether"}) {
    if (last == measure) return {"measure:" + name};
  }
  return {"each"};
}

bool comparable(const UnitClass& a, const UnitClass& b) {
  if (a.name == b.name) return true;
  const auto counts = [](const UnitClass& c) {
    return c.name == "any" || c.name == "each" || c.name == "munition";
  };
  return (a.name == "any" && counts(b)) || (b.name == "any" && counts(a));
}

}  // namespace msmt
