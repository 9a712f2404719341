#include "extract/called.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <utility>
#include <vector>

namespace msmt {

namespace {

/// Words of a name, folded, without the little ones; letters that stops part ("U.S.") are one word.
std::vector<std::string> words_of(std::string_view name) {
  static constexpr std::array<std::string_view, 10> kLittle = {"the", "of", "for", "and", "on",
                                                               "in",  "to", "de",  "us",  "uk"};
  std::vector<std::string> words;
  std::string word;
  const auto close = [&] {
    const bool little = std::find(kLittle.begin(), kLittle.end(), word) != kLittle.end();
    constexpr std::size_t kLong = 3;
    if (word.size() > kLong && word.back() == 's') word.pop_back();  // "Guards"
    if (word == "defence") word = "defense";
    if (word == "nation" && !words.empty() && words.back() == "united") {
      words.back() = "un";
    } else if (!word.empty() && !little) {
      words.push_back(word);
    }
    word.clear();
  };
  for (const char c : fold(name)) {
    if (c == ' ' || c == '-' || c == '/' || c == '\n') {
      close();
    } else if (c != '.' && c != '\'' && c != ',') {
      word += c;
    }
  }
  close();
  return words;
}

/// Whether two names are easily seen to be of one body: one holds the other, they share most words,
/// or one spells the initials of the other.
bool alike(std::string_view one, std::string_view other) {
  std::vector<std::string> a = words_of(one);
  std::vector<std::string> b = words_of(other);
  // "UN" says whose body it is, not which: "1718 Committee Panel of Experts", "UN Panel of Experts"
  for (std::vector<std::string>* words : {&a, &b}) {
    if (words->size() > 2 && words->front() == "un") words->erase(words->begin());
  }
  std::size_t common = 0;
  for (const std::string& word : a) {
    if (std::find(b.begin(), b.end(), word) != b.end()) ++common;
  }
  if (common == std::min(a.size(), b.size()) || 3 * common >= 2 * std::max(a.size(), b.size())) {
    return true;
  }
  const auto spells = [](const std::vector<std::string>& words,
                         const std::vector<std::string>& by) {
    if (by.size() != 1 || words.size() < 2) return false;
    std::string initials;
    for (const std::string& word : words) initials += word == "un" ? word : word.substr(0, 1);
    return initials == by.front();
  };
  return spells(a, b) || spells(b, a);
}

bool is_acronym(std::string_view name) {  // also "C4ADS", "UNMHA"
  std::size_t letters = 0;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isspace(byte) != 0) return false;
    if (std::isupper(byte) != 0) ++letters;
  }
  return letters >= 2;
}

/// Whether each word but the little ones begins with a capital: "UN Children's Fund", but not "UN
/// nuclear watchdog".
bool is_title(std::string_view name) {
  bool start = true;
  std::size_t words = 0;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const auto byte = static_cast<unsigned char>(name[i]);
    constexpr std::size_t kLittle = 3;
    if (start && std::isalpha(byte) != 0) {
      const std::size_t end = std::min(name.find(' ', i), name.size());
      if (std::islower(byte) != 0 && end - i > kLittle) return false;
      ++words;
    }
    start = name[i] == ' ' || name[i] == '\n';
  }
  return words > 1;
}

}  // namespace

std::string called(Narrative& narrative, std::string_view written, const std::string& listed) {
  if (written == listed) return listed;
  // bodies that go by their acronym keep it: "Center for Advanced Defense Studies" is C4ADS
  if (is_acronym(listed)) return listed;
  if (is_acronym(written)) {
    for (const auto& [row, name] : narrative.full_names) {
      if (row == listed) return name;
    }
    return listed;
  }
  if (!is_title(written) || alike(written, listed)) return listed;
  std::string name(written);
  std::replace(name.begin(), name.end(), '\n', ' ');
  const std::pair<std::string, std::string> used(listed, name);
  auto& names = narrative.full_names;
  if (std::find(names.begin(), names.end(), used) == names.end()) names.push_back(used);
  return name;
}

}  // namespace msmt
