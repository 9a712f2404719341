/// Names by their words: "the United Nations Panel of Experts" and "UN Panel of Experts" are one.
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "msmt/text.hpp"

namespace msmt::test {

using Words = std::vector<std::string>;

/// Words and numbers of a name in lower case and singular, without small words and possessives.
inline Words words(std::string_view name) {
  static const std::set<std::string> small = {"a",  "an", "and", "at", "by",  "for", "from",
                                              "in", "of", "on",  "s",  "the", "to",  "with"};
  static const std::map<std::string, std::string> same = {{"defence", "defense"},
                                                          {"labour", "labor"}};
  const auto kind = [](char c) {
    if (c >= '0' && c <= '9') return 2;
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80 ? 1 : 0;
  };
  std::string text = fold(name);
  std::erase(text, '.');
  const std::string_view nations = "united nations";
  if (const auto at = text.find(nations); at != std::string::npos) {
    text.replace(at, nations.size(), "un");
  }
  Words found;
  for (std::size_t begin = 0, end = 0; begin < text.size(); begin = end) {
    while (end < text.size() && kind(text[end]) == kind(text[begin])) ++end;
    std::string word = text.substr(begin, end - begin);
    if (kind(word[0]) == 0 || small.contains(word)) continue;
    if (kind(word[0]) == 1 && word.size() > 3) {
      if (word.ends_with("ies")) {
        word.replace(word.size() - 3, 3, "y");
      } else if (word.ends_with("sses") || word.ends_with("ches") || word.ends_with("shes")) {
        word.resize(word.size() - 2);
      } else if (word.back() == 's' && !word.ends_with("ss") && !word.ends_with("us")) {
        word.pop_back();
      }
    }
    const auto other = same.find(word);
    found.push_back(other == same.end() ? word : other->second);
  }
  return found;
}

inline std::string joined(const Words& parts) {
  std::string out;
  for (const std::string& part : parts) out += part;
  return out;
}

inline std::set<std::string> common(const Words& a, const Words& b) {
  std::set<std::string> out;
  for (const std::string& word : a) {
    if (std::ranges::count(b, word) > 0) out.insert(word);
  }
  return out;
}

/// Half of all words in common, all of the shorter name's if it has two, or initials; never other
/// numbers.
inline bool same_name(std::string_view left, std::string_view right) {
  const Words a = words(left);
  const Words b = words(right);
  const auto is_initials = [](const Words& shorter, const Words& longer) {
    std::string initials;
    for (const std::string& word : longer) {
      initials += word == "un" ? word : word.substr(0, 1);
    }
    return longer.size() > 1 && std::ranges::count(shorter, initials) > 0;
  };
  const auto numbers = [](const Words& name) {
    std::set<std::string> out;
    for (const std::string& word : name) {
      if (word[0] >= '0' && word[0] <= '9') out.insert(word);
    }
    return out;
  };
  const auto numbers_a = numbers(a), numbers_b = numbers(b);
  if (!numbers_a.empty() && !numbers_b.empty() && numbers_a != numbers_b) return false;
  const std::size_t shared = common(a, b).size();
  const std::size_t of_a = common(a, a).size();
  const std::size_t of_b = common(b, b).size();
  return (shared > 0 && 3 * shared >= of_a + of_b) ||
         (shared > 1 && shared == std::min(of_a, of_b)) || is_initials(a, b) || is_initials(b, a);
}

}  // namespace msmt::test
