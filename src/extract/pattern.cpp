#include "extract/pattern.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <cctype>

#include "msmt/error.hpp"

namespace msmt {

namespace {

// Symbols start here: every code point from U+0100 to U+07FF takes two bytes of UTF-8.
constexpr char32_t kBase = 0x100;
constexpr char32_t kTwoByteEnd = 0x800;
// When two bytes do not suffice, from here (clear of the surrogates) every one takes three.
constexpr char32_t kWideBase = 0x1000;
constexpr char32_t kWideEnd = 0xD800;

/// What a pattern is made of: an operator that RE2 reads as it is, a word, or a class.
struct Piece {
  enum Kind : std::uint8_t { op, word, klass } kind;
  std::string text;
};

bool is_word_byte(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '\'' ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::vector<Piece> split(std::string_view pattern) {
  std::vector<Piece> pieces;
  std::size_t i = 0;
  while (i < pattern.size()) {
    const char c = pattern[i];
    if (c == ' ' || c == '\n') {
      ++i;
    } else if (pattern.substr(i, 4) == "(?P<") {
      const std::size_t end = pattern.find('>', i) + 1;
      pieces.push_back({Piece::op, std::string(pattern.substr(i, end - i))});
      i = end;
    } else if (pattern.substr(i, 3) == "(?:") {
      pieces.push_back({Piece::op, "(?:"});
      i += 3;
    } else if (c == '<') {
      const std::size_t end = pattern.find('>', i + 2);
      pieces.push_back({Piece::word, std::string(pattern.substr(i + 1, end - i - 1))});
      i = end + 1;
    } else if (c == '{' && i + 1 < pattern.size() &&
               std::isdigit(static_cast<unsigned char>(pattern[i + 1])) == 0) {
      const std::size_t end = pattern.find('}', i);
      pieces.push_back({Piece::klass, std::string(pattern.substr(i + 1, end - i - 1))});
      i = end + 1;
    } else if (c == '{') {
      const std::size_t end = pattern.find('}', i) + 1;
      pieces.push_back({Piece::op, std::string(pattern.substr(i, end - i))});
      i = end;
    } else if (is_word_byte(c)) {
      std::size_t end = i;
      while (end < pattern.size() && is_word_byte(pattern[end])) ++end;
      pieces.push_back({Piece::word, std::string(pattern.substr(i, end - i))});
      i = end;
    } else {
      pieces.push_back({Piece::op, std::string(1, c)});
      ++i;
    }
  }
  return pieces;
}

void append_code_point(std::string& out, char32_t c) {
  if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
  } else {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
  }
  out += static_cast<char>(0x80 | (c & 0x3F));
}

}  // namespace

void Alphabet::add_form(std::string_view name, std::string_view folded_form) {
  std::vector<std::string> words;
  std::size_t begin = 0;
  while (begin <= folded_form.size()) {
    const std::size_t end = std::min(folded_form.find(' ', begin), folded_form.size());
    if (end > begin) words.emplace_back(folded_form.substr(begin, end - begin));
    begin = end + 1;
  }
  if (words.empty()) return;
  auto& phrases = phrases_[std::string(name)];
  if (words.size() > 1) {
    for (const auto& word : words) words_["=" + word];
    phrases.push_back(std::move(words));
    return;
  }
  const auto [it, is_new] =
      classes_.try_emplace(std::string(name), static_cast<std::uint16_t>(class_names_.size()));
  if (is_new) class_names_.emplace_back(name);
  Set& set = words_[words.front()];
  if (std::find(set.begin(), set.end(), it->second) == set.end()) set.push_back(it->second);
}

void Alphabet::add_mark(std::string_view name) {
  if (std::find(marks_.begin(), marks_.end(), name) == marks_.end()) marks_.emplace_back(name);
}

void Alphabet::add_words_of(std::string_view pattern) {
  for (const Piece& piece : split(pattern)) {
    if (piece.kind == Piece::word) words_["=" + piece.text];
  }
}

void Alphabet::freeze() {
  // A word used literally is a class of its own, named "=word".
  std::vector<std::string> literals;
  for (const auto& [word, set] : words_) {
    if (word.size() > 1 && word[0] == '=') literals.push_back(word);
  }
  std::sort(literals.begin(), literals.end());
  for (const std::string& literal : literals) {
    words_.erase(literal);
    classes_[literal] = static_cast<std::uint16_t>(class_names_.size());
    words_[literal.substr(1)].push_back(static_cast<std::uint16_t>(class_names_.size()));
    class_names_.push_back(literal);
  }
  // Number the sets in the order of their smallest classes, so that classes are few ranges.
  std::vector<std::pair<Set, std::string>> order;
  for (auto& [word, set] : words_) {
    std::sort(set.begin(), set.end());
    order.emplace_back(set, word);
  }
  std::sort(order.begin(), order.end());
  sets_.push_back({});
  for (const auto& [set, word] : order) {
    if (sets_.back() != set) sets_.push_back(set);
    word_set_[word] = static_cast<std::uint32_t>(sets_.size() - 1);
  }
  if (kBase + sets_.size() + marks_.size() > kTwoByteEnd) width_ = 3;
  if (kWideBase + sets_.size() + marks_.size() > kWideEnd) {
    throw Error("alphabet", "too many distinct words in one rule table",
                "move a long list of names to a gazetteer");
  }
}

char32_t Alphabet::symbol(std::string_view folded, std::string_view mark) const {
  const char32_t base = width_ == 2 ? kBase : kWideBase;
  if (!mark.empty()) {
    const auto it = std::find(marks_.begin(), marks_.end(), mark);
    if (it != marks_.end()) {
      return base + static_cast<char32_t>(sets_.size()) +
             static_cast<char32_t>(it - marks_.begin());
    }
  }
  const auto it = word_set_.find(std::string(folded));
  return base + (it == word_set_.end() ? 0U : it->second);
}

void Alphabet::append(std::string& text, char32_t symbol) const { append_code_point(text, symbol); }

std::string Alphabet::char_class(std::uint16_t class_number) const {
  const char32_t base = width_ == 2 ? kBase : kWideBase;
  std::string out;
  std::size_t i = 0;
  while (i < sets_.size()) {
    const auto holds = [&](std::size_t s) {
      return std::binary_search(sets_[s].begin(), sets_[s].end(), class_number);
    };
    if (!holds(i)) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end + 1 < sets_.size() && holds(end + 1)) ++end;
    append_code_point(out, base + static_cast<char32_t>(i));
    if (end > i) {
      out += '-';
      append_code_point(out, base + static_cast<char32_t>(end));
    }
    i = end + 1;
  }
  return out;
}

std::string Alphabet::expand(std::string_view pattern) const {
  const char32_t base = width_ == 2 ? kBase : kWideBase;
  const auto word_class = [&](const std::string& word) {
    return "[" + char_class(classes_.at("=" + word)) + "]";
  };
  std::string out;
  for (const Piece& piece : split(pattern)) {
    if (piece.kind == Piece::op) {
      out += piece.text == "(" ? "(?:" : piece.text;
      continue;
    }
    if (piece.kind == Piece::word) {
      const auto it = classes_.find("=" + piece.text);
      if (it == classes_.end()) {
        throw Error(std::string(pattern), "unknown word " + piece.text, "add_words_of() first");
      }
      out += word_class(piece.text);
      continue;
    }
    // {name}, {a|b} a union, {^a|b} any item that is in none of them.
    std::string_view names = piece.text;
    const bool negated = !names.empty() && names.front() == '^';
    if (negated) names.remove_prefix(1);
    std::string members;
    std::vector<std::vector<std::string>> phrases;
    while (true) {
      const std::size_t bar = std::min(names.find('|'), names.size());
      const std::string name(names.substr(0, bar));
      bool known = false;
      if (const auto it = classes_.find(name); it != classes_.end()) {
        members += char_class(it->second);
        known = true;
      }
      if (const auto it = std::find(marks_.begin(), marks_.end(), name); it != marks_.end()) {
        append_code_point(members, base + static_cast<char32_t>(sets_.size()) +
                                       static_cast<char32_t>(it - marks_.begin()));
        known = true;
      }
      if (const auto it = phrases_.find(name); it != phrases_.end()) {
        phrases.insert(phrases.end(), it->second.begin(), it->second.end());
        known = true;
      }
      if (!known) {
        throw Error(std::string(pattern), "unknown class {" + name + "}",
                    "name a lexicon class or a mark of this table");
      }
      if (bar == names.size()) break;
      names.remove_prefix(bar + 1);
    }
    if (negated) {
      out += "[^" + members + "]";
      continue;
    }
    // Longest first, then by text: alternatives are tried in order.
    std::sort(phrases.begin(), phrases.end(), [](const auto& a, const auto& b) {
      return a.size() != b.size() ? a.size() > b.size() : a < b;
    });
    out += "(?:";
    for (const auto& phrase : phrases) {
      for (const std::string& word : phrase) out += word_class(word);
      out += '|';
    }
    if (members.empty()) {
      out.back() = ')';
    } else {
      out += "[" + members + "])";
    }
  }
  return out;
}

struct Pattern::Impl {
  std::size_t width;
  re2::RE2 regex;
  Impl(std::size_t w, const std::string& source, const re2::RE2::Options& options)
      : width(w), regex(source, options) {}
};

Pattern::Pattern(const Alphabet& alphabet, std::string_view pattern, std::string_view where) {
  re2::RE2::Options options(re2::RE2::Quiet);
  constexpr std::int64_t kMaxMem = 64 << 20;  // the default of 8 MB makes the DFA fall back early
  options.set_max_mem(kMaxMem);
  options.set_dot_nl(true);
  impl_ = std::make_unique<Impl>(alphabet.width(), alphabet.expand(pattern), options);
  if (!impl_->regex.ok()) {
    throw Error(std::string(where), "pattern does not compile, " + impl_->regex.error(),
                "see the pattern language in src/extract/pattern.hpp");
  }
}
Pattern::~Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;

bool Pattern::search(std::string_view symbols, std::size_t from, bool anchored,
                     Match& match) const {
  const auto groups = static_cast<std::size_t>(impl_->regex.NumberOfCapturingGroups()) + 1;
  constexpr std::size_t kMostGroups = 24;
  re2::StringPiece found[kMostGroups];
  const std::size_t count = std::min(groups, kMostGroups);
  const re2::StringPiece text(symbols.data(), symbols.size());
  const auto anchor = anchored ? re2::RE2::ANCHOR_START : re2::RE2::UNANCHORED;
  if (!impl_->regex.Match(text, from * impl_->width, text.size(), anchor, found,
                          static_cast<int>(count))) {
    return false;
  }
  match.groups.assign(count, {});
  for (std::size_t g = 0; g < count; ++g) {
    if (found[g].data() == nullptr) continue;
    const auto begin = static_cast<std::size_t>(found[g].data() - symbols.data());
    match.groups[g] = {begin / impl_->width, (begin + found[g].size()) / impl_->width};
  }
  return true;
}

int Pattern::group(std::string_view name) const {
  const auto& names = impl_->regex.NamedCapturingGroups();
  const auto it = names.find(std::string(name));
  return it == names.end() ? -1 : it->second;
}

}  // namespace msmt
