// Names of several words, looked up by their first word in a hash table.
#include "lexicon/gazetteer.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/gazetteer_index.hpp"

namespace msmt {
namespace {

constexpr std::string_view kHyphen = "-";

// Little words that stand before a number with a space between them far more often than they name
// a thing: "An 12-year-old", "A 10-day trip", but "An-12", "A-10".
constexpr std::array<std::string_view, 14> kLittleWords = {
    "a", "an", "as", "at", "by", "i", "in", "is", "no", "on", "or", "so", "to", "up"};

enum class Sort : std::uint8_t { other, space, hyphen, letter, digit };

Sort sort_of(char c) {
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return Sort::letter;
  if (c >= '0' && c <= '9') return Sort::digit;
  if (c == ' ') return Sort::space;
  return c == '-' ? Sort::hyphen : Sort::other;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Letters or digits; `'s` and its like are not part of the word they touch.
bool is_wordlike(const Token& token) {
  return token.kind != TokenKind::symbol && !token.folded.starts_with('\'');
}

/// Quotation marks and dashes (U+2010 to U+201F) as fold() makes them, letters as they are.
std::string straighten(std::string_view written) {
  std::string text;
  text.reserve(written.size());
  for (std::size_t i = 0; i < written.size(); ++i) {
    const std::string_view head = written.substr(i, 3);
    if (head.size() == 3 && head.starts_with("\xE2\x80") && head[2] >= '\x90' &&
        head[2] <= '\x9F') {
      text += head[2] <= '\x95' ? '-' : (head[2] <= '\x9B' ? '\'' : '"');
      i += 2;
    } else {
      text += written[i];
    }
  }
  return text;
}

void append_word(std::string& words, std::string_view word) {
  if (!words.empty()) words += ' ';
  words += word;
}

/// Most forms are ASCII letters, digits, spaces and single hyphens, where tokenize() cuts at each
/// change between them. False for any other form.
bool split_plain(std::string_view form, FormWords& words) {
  Sort before = Sort::space;
  for (const char c : form) {
    const Sort sort = sort_of(c);
    if (sort == Sort::other || (sort == Sort::hyphen && before == Sort::hyphen)) return false;
    if (sort == Sort::letter || sort == Sort::digit) {
      if (sort != before) {
        if (words.count > 0) {
          words.folded += ' ';
          words.written += ' ';
        }
        ++words.count;
      }
      words.folded += lower(c);
      words.written += c;
    }
    before = sort;
  }
  return true;
}

bool is_skipped_hyphen(std::span<const Token> tokens, std::size_t at) {
  return tokens[at].folded == kHyphen && tokens[at].glued && at + 1 < tokens.size() &&
         tokens[at + 1].glued && tokens[at + 1].folded != kHyphen;
}

/// A word without the stop that ends it. Whether the stop of "Co." is the word's or the sentence's
/// depends on what follows, and "St Petersburg" is written as well.
std::string_view without_stop(const Token& token, std::string_view text) {
  if (token.kind == TokenKind::word && text.size() > 1 && text.ends_with('.')) {
    text.remove_suffix(1);
  }
  return text;
}

/// Whether a form may go on from tokens[at - 1] to tokens[at] over white space.
bool may_follow_space(std::span<const Token> tokens, std::size_t first, std::size_t at) {
  const Token& before = tokens[at - 1];
  const Token& here = tokens[at];
  // "the Hwasong-11 a year ago" does not name the Hwasong-11A.
  if (before.kind == TokenKind::number && here.kind == TokenKind::word) {
    return here.folded.size() > 1 || here.capital;
  }
  if (at - 1 == first && before.kind == TokenKind::word && here.kind == TokenKind::number) {
    const bool little =
        std::find(kLittleWords.begin(), kLittleWords.end(), before.folded) != kLittleWords.end();
    if (little) return before.upper && before.folded.size() > 1;
    return before.capital || before.folded.size() > 3;
  }
  return true;
}

std::string spelled(const Document& doc, std::span<const Token> tokens, std::size_t first,
                    std::size_t end) {
  std::string words;
  for (std::size_t i = first; i < end; ++i) {
    if (i > first && is_skipped_hyphen(tokens, i)) continue;
    append_word(words, without_stop(tokens[i], straighten(doc.text(tokens[i].span))));
  }
  return words;
}

}  // namespace

void FormWords::clear() {
  folded.clear();
  written.clear();
  count = 0;
}

FormWords split_form(std::string_view form) {
  FormWords words;
  split_form(form, words);
  return words;
}

void split_form(std::string_view form, FormWords& words) {
  words.clear();
  if (split_plain(form, words)) return;
  words.clear();
  Document doc;
  doc.bytes = form;
  const std::vector<Token> tokens = tokenize(doc, Span{0, form.size()});
  for (const Token& token : tokens) {
    const bool last_stop = token.folded == "." && &token == &tokens.back();
    if (token.folded == kHyphen || last_stop) continue;
    append_word(words.folded, without_stop(token, token.folded));
    append_word(words.written, without_stop(token, straighten(doc.text(token.span))));
    ++words.count;
  }
}

bool is_short_acronym(std::string_view form) {
  constexpr std::size_t kMostLetters = 5;
  std::size_t letters = 0;
  for (const char c : form) {
    if (c >= 'A' && c <= 'Z') {
      ++letters;
    } else if (!(c >= '0' && c <= '9') && c != '.' && c != '-' && c != '&') {
      return false;
    }
  }
  return letters >= 1 && letters <= kMostLetters;
}

Gazetteer::Gazetteer() : index_(std::make_unique<Index>()) {}
Gazetteer::~Gazetteer() = default;
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;

std::size_t Gazetteer::size() const { return index_->keys.size(); }

void Gazetteer::add(std::string_view form_text, Form form, bool exact) {
  Index& index = *index_;
  FormWords& words = index.words;
  split_form(form_text, words);
  if (words.count == 0) return;

  const std::string_view folded = words.folded;
  const std::uint32_t hash = hash_word(folded);
  std::uint32_t key = index.find_key(folded, hash);
  const auto stored = static_cast<std::uint32_t>(index.stored.size());
  index.stored.push_back({form, exact ? index.keep(words.written) : Index::Text{}, Index::kNone});
  if (key != Index::kNone) {
    index.stored.at(index.keys[key].last).next = stored;
    index.keys.at(key).last = stored;
    return;
  }
  key = static_cast<std::uint32_t>(index.keys.size());
  index.keys.push_back({index.keep(folded), hash, stored, stored});
  index.key_slots.add(key, [&](std::uint32_t k) { return index.keys[k].hash; });

  const std::size_t first_size = std::min(folded.find(' '), folded.size());
  const std::string_view first = folded.substr(0, first_size);
  const std::uint32_t first_hash = hash_word(first);
  const auto count = static_cast<std::uint32_t>(words.count);
  std::uint32_t start = index.find_start(first, first_hash);
  if (start == Index::kNone) {
    start = static_cast<std::uint32_t>(index.starts.size());
    const Index::Text word{index.keys[key].words.begin, static_cast<std::uint32_t>(first_size)};
    index.starts.push_back({word, first_hash, count});
    index.start_slots.add(start, [&](std::uint32_t s) { return index.starts[s].hash; });
  }
  index.starts.at(start).longest = std::max(index.starts[start].longest, count);
}

std::optional<Gazetteer::Match> Gazetteer::match(const Document& doc, std::span<const Token> tokens,
                                                 std::size_t first) const {
  if (first >= tokens.size()) return std::nullopt;
  const Index& index = *index_;
  const std::string_view first_word = without_stop(tokens[first], tokens[first].folded);
  const std::uint32_t start = index.find_start(first_word, hash_word(first_word));
  if (start == Index::kNone) return std::nullopt;
  if (first > 0 && tokens[first].glued && is_wordlike(tokens[first - 1])) return std::nullopt;

  struct End {
    std::size_t token;      // one past the last token
    std::size_t key_bytes;  // length of the key up to there
  };
  const std::size_t longest = index.starts[start].longest;
  constexpr std::size_t kFew = 12;  // nearly all names
  std::array<End, kFew> few;
  std::vector<End> many(longest > kFew ? longest : 0);
  End* const ends = longest > kFew ? many.data() : few.data();
  std::size_t count = 0;
  std::string key;
  for (std::size_t i = first; i < tokens.size() && count < longest; ++i) {
    if (i > first) {
      if (is_skipped_hyphen(tokens, i)) continue;
      if (!tokens[i].glued && !may_follow_space(tokens, first, i)) break;
    }
    append_word(key, without_stop(tokens[i], tokens[i].folded));
    ends[count++] = End{i + 1, key.size()};
  }

  while (count > 0) {
    const End end = ends[--count];
    const bool touched = end.token < tokens.size() && tokens[end.token].glued &&
                         is_wordlike(tokens[end.token]) && is_wordlike(tokens[end.token - 1]);
    // "12 T-72s", "two TB2s": the plural of a name that ends in digits
    const bool plural = touched && tokens[end.token - 1].kind == TokenKind::number &&
                        tokens[end.token].folded == "s" && end.token - first > 1 &&
                        (end.token + 1 == tokens.size() || !tokens[end.token + 1].glued ||
                         !is_wordlike(tokens[end.token + 1]));
    if (touched && !plural) continue;
    key.resize(end.key_bytes);
    const std::uint32_t found = index.find_key(key, hash_word(key));
    if (found == Index::kNone) continue;
    // A form that asks for its letter case says more than one that takes any.
    const Index::Stored* taken = nullptr;
    std::string written;
    for (std::uint32_t s = index.keys[found].first; s != Index::kNone; s = index.stored[s].next) {
      const Index::Stored& stored = index.stored[s];
      if (stored.exact.size == 0) {
        if (taken == nullptr) taken = &stored;
        continue;
      }
      if (written.empty()) written = spelled(doc, tokens, first, end.token);
      if (index.at(stored.exact) == written) {
        taken = &stored;
        break;
      }
    }
    if (taken != nullptr) return Match{end.token - first + (plural ? 1 : 0), taken->form};
  }
  return std::nullopt;
}

}  // namespace msmt
