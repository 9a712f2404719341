#include "text/abbreviations.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "text/utf8.hpp"

namespace msmt::text {
namespace {

struct Entry {
  std::string_view word;
  Abbreviation kind;
};

using enum Abbreviation;

// Written as in print: an entry in lower case is also known with a capital ("No.", "Approx."), one
// with a capital only so ("Art. 5" is an article, "art. 5" more likely ends a sentence).
constexpr Entry kEntries[] = {
    {"Adm", title},     {"Amb", title},     {"Brig", title},     {"Capt", title},
    {"Cmdr", title},    {"Col", title},     {"Cpl", title},      {"Dr", title},
    {"Drs", title},     {"Fr", title},      {"Ft", title},       {"Gen", title},
    {"Gov", title},     {"Hon", title},     {"Insp", title},     {"Lt", title},
    {"Maj", title},     {"Messrs", title},  {"Mr", title},       {"Mrs", title},
    {"Ms", title},      {"Mt", title},      {"Pfc", title},      {"Pres", title},
    {"Prof", title},    {"Pvt", title},     {"Rep", title},      {"Reps", title},
    {"Rev", title},     {"Sen", title},     {"Sens", title},     {"Sgt", title},
    {"St", title},      {"Ste", title},     {"Supt", title},     {"Vice-Adm", title},
    {"cf", title},      {"viz", title},     {"vs", title},       {"Ph", title},
    {"approx", title},  {"ca", title},      {"incl", title},     {"Spc", title},
    {"Art", numbered},  {"Arts", numbered}, {"Ch", numbered},    {"Fig", numbered},
    {"Figs", numbered}, {"Op", numbered},   {"Res", numbered},   {"Sec", numbered},
    {"Vol", numbered},  {"no", numbered},   {"nos", numbered},   {"p", numbered},
    {"pp", numbered},   {"para", numbered}, {"paras", numbered}, {"ch", numbered},
    {"vol", numbered},  {"fig", numbered},  {"c", numbered},     {"Rs", numbered},
    {"Jan", month},     {"Feb", month},     {"Mar", month},      {"Apr", month},
    {"Jun", month},     {"Jul", month},     {"Aug", month},      {"Sep", month},
    {"Sept", month},    {"Oct", month},     {"Nov", month},      {"Dec", month},
    {"Mon", month},     {"Tue", month},     {"Tues", month},     {"Wed", month},
    {"Thu", month},     {"Thur", month},    {"Thurs", month},    {"Fri", month},
    {"Sat", month},     {"Sun", month},     {"Assn", suffix},    {"Ave", suffix},
    {"Blvd", suffix},   {"Bros", suffix},   {"Co", suffix},      {"Corp", suffix},
    {"Cos", suffix},    {"Dept", suffix},   {"Div", suffix},     {"Inc", suffix},
    {"Intl", suffix},   {"Int'l", suffix},  {"Nat'l", suffix},   {"Gov't", suffix},
    {"gov't", suffix},  {"Jr", suffix},     {"Ltd", suffix},     {"Rd", suffix},
    {"Sr", suffix},     {"Univ", suffix},   {"etc", suffix},     {"al", suffix},
    {"govt", suffix},   {"dept", suffix},   {"Bn", suffix},      {"Bde", suffix},
    {"Regt", suffix},   {"Calif", suffix},  {"Conn", suffix},    {"Va", suffix},
    {"Md", suffix},     {"Pa", suffix},     {"Pty", suffix},     {"Bhd", suffix},
    {"Sdn", suffix},
};

constexpr std::string_view kStarters[] = {
    "A",         "About",    "According",    "Across",  "After",   "All",       "Along",
    "Also",      "Although", "Among",        "An",      "And",     "Another",   "Any",
    "As",        "At",       "Because",      "Before",  "Besides", "Both",      "But",
    "By",        "Despite",  "During",       "Each",    "Earlier", "Even",      "Few",
    "Following", "For",      "From",         "Further", "He",      "Her",       "Here",
    "His",       "How",      "However",      "I",       "If",      "In",        "Instead",
    "It",        "Its",      "Last",         "Later",   "Many",    "Meanwhile", "Moreover",
    "Most",      "Neither",  "Nevertheless", "No",      "None",    "Nor",       "Not",
    "Now",       "Of",       "On",           "Once",    "One",     "Only",      "Or",
    "Other",     "Others",   "Our",          "Over",    "Several", "She",       "Since",
    "So",        "Some",     "Still",        "Such",    "That",    "The",       "Their",
    "Then",      "There",    "These",        "They",    "This",    "Those",     "Though",
    "Through",   "Thus",     "To",           "Today",   "Two",     "Under",     "Until",
    "We",        "What",     "When",         "Where",   "Whether", "Which",     "While",
    "Who",       "Why",      "With",         "Within",  "Yet",     "You",       "Your",
    "Officials", "Analysts", "Experts"};

}  // namespace

Abbreviation abbreviation(std::string_view word) {
  if (word.empty() || word.size() > 8) return none;
  const auto known = [](std::string_view form) {
    const auto* at = std::find_if(std::begin(kEntries), std::end(kEntries),
                                  [&](const Entry& e) { return e.word == form; });
    return at == std::end(kEntries) ? none : at->kind;
  };
  if (const Abbreviation kind = known(word); kind != none) return kind;
  if (!utf8::is_upper(utf8::decode(word, 0).value)) return none;
  std::string small(word);
  small[0] = static_cast<char>(utf8::lower(static_cast<unsigned char>(small[0])));
  return word.size() > 1 ? known(small) : none;
}

bool is_dotted(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    const utf8::CodePoint c = utf8::decode(word, at);
    if (!utf8::is_letter(c.value)) return false;
    ++letters;
    at += c.size;
    if (at == word.size()) break;
    if (word[at] != '.') return false;
    if (++at == word.size()) return false;
  }
  return letters > 1;
}

bool is_starter(std::string_view word) {
  return std::find(std::begin(kStarters), std::end(kStarters), word) != std::end(kStarters);
}

}  // namespace msmt::text
