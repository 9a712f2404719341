#include "extract/pattern_tree.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

#include "msmt/error.hpp"

namespace msmt {

namespace {

/// What a pattern is made of: an operator, a word, or a class.
struct Piece {
  enum class Kind : std::uint8_t { op, word, klass };
  Kind kind = Kind::op;
  std::string_view text;
};

bool is_word_byte(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '\'' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The pieces of a pattern; a bracket that nothing closes reaches to the end.
std::vector<Piece> split(std::string_view pattern) {
  std::vector<Piece> pieces;
  pieces.reserve(pattern.size() / 4);
  std::size_t i = 0;
  const auto take = [&](Piece::Kind kind, std::size_t begin, std::size_t end, std::size_t next) {
    pieces.push_back({kind, pattern.substr(begin, end - begin)});
    i = next;
  };
  const auto closing = [&](char c, std::size_t from) {
    return std::min(pattern.find(c, from), pattern.size());
  };
  while (i < pattern.size()) {
    const char c = pattern[i];
    if (c == ' ' || c == '\n') {
      ++i;
    } else if (pattern.substr(i, 4) == "(?P<") {
      const std::size_t end = closing('>', i);
      take(Piece::Kind::op, i, end, end + 1);
    } else if (pattern.substr(i, 3) == "(?:") {
      take(Piece::Kind::op, i, i + 1, i + 3);
    } else if (c == '<') {
      const std::size_t end = closing('>', i + 2);
      take(Piece::Kind::word, i + 1, end, end + 1);
    } else if (c == '{') {
      const std::size_t end = closing('}', i);
      const bool count = i + 1 < pattern.size() && is_digit(pattern[i + 1]);
      take(count ? Piece::Kind::op : Piece::Kind::klass, count ? i : i + 1, end, end + 1);
    } else if (is_word_byte(c)) {
      std::size_t end = i;
      while (end < pattern.size() && is_word_byte(pattern[end])) ++end;
      take(Piece::Kind::word, i, end, end);
    } else {
      take(Piece::Kind::op, i, i + 1, i + 1);
    }
  }
  return pieces;
}

/// Reads pieces by recursive descent: choices of sequences of repeated atoms.
class Parser {
 public:
  Parser(const Alphabet& alphabet, std::string_view pattern, std::string_view where)
      : alphabet_(alphabet), pattern_(pattern), where_(where), pieces_(split(pattern)) {}

  PatternNode read() {
    PatternNode node = choice(0);
    if (at_ < pieces_.size()) fail("a ) too many");
    return node;
  }

 private:
  using Kind = PatternNode::Kind;
  static constexpr int kDeepest = 100;

  [[noreturn]] void fail(const std::string& problem) const {
    throw Error(std::string(where_), "pattern does not compile, " + problem,
                "see the pattern language in src/extract/pattern.hpp");
  }

  bool is_op(std::string_view text) const {
    return at_ < pieces_.size() && pieces_[at_].kind == Piece::Kind::op &&
           pieces_[at_].text == text;
  }

  PatternNode choice(int depth) {
    if (depth > kDeepest) fail("brackets nested too deep");
    PatternNode node = sequence(depth);
    if (!is_op("|")) return node;
    PatternNode out;
    out.kind = Kind::choice;
    out.children.push_back(std::move(node));
    while (is_op("|")) {
      ++at_;
      out.children.push_back(sequence(depth));
    }
    return out;
  }

  PatternNode sequence(int depth) {
    PatternNode out;
    while (at_ < pieces_.size() && !is_op("|") && !is_op(")")) {
      out.children.push_back(repeated(depth));
    }
    if (out.children.size() != 1) return out;
    PatternNode only = std::move(out.children.front());
    return only;
  }

  PatternNode repeated(int depth) {
    PatternNode node = atom(depth);
    int least = 0;
    int most = PatternNode::kNoLimit;
    if (!quantifier(least, most)) return node;
    PatternNode out;
    out.kind = Kind::repeat;
    out.least = least;
    out.most = most;
    out.children.push_back(std::move(node));
    if (is_op("?")) {
      out.lazy = true;
      ++at_;
    }
    if (quantifier(least, most)) fail("two repetitions in a row");
    return out;
  }

  bool quantifier(int& least, int& most) {
    if (at_ >= pieces_.size() || pieces_[at_].kind != Piece::Kind::op) return false;
    const std::string_view text = pieces_[at_].text;
    const char c = text.front();
    if (c != '?' && c != '*' && c != '+' && c != '{') return false;
    ++at_;
    least = c == '+' ? 1 : 0;
    most = c == '?' ? 1 : PatternNode::kNoLimit;
    if (c == '{') counts(text.substr(1), least, most);
    return true;
  }

  /// "2", "2," and "2,3"
  void counts(std::string_view text, int& least, int& most) const {
    constexpr int kMost = 100;
    const auto number = [&] {
      int value = 0;
      if (text.empty() || !is_digit(text.front())) fail("a repetition without a number");
      while (!text.empty() && is_digit(text.front()) && value <= kMost) {
        value = value * 10 + (text.front() - '0');
        text.remove_prefix(1);
      }
      if (value > kMost) fail("a repetition of more than 100");
      return value;
    };
    least = most = number();
    if (text.empty()) return;
    if (text.front() != ',') fail("a repetition that is no number");
    text.remove_prefix(1);
    most = text.empty() ? PatternNode::kNoLimit : number();
    if (!text.empty() || (most >= 0 && most < least)) fail("a repetition that is no range");
  }

  PatternNode atom(int depth) {
    const Piece piece = pieces_[at_];
    PatternNode node;
    if (piece.kind == Piece::Kind::word) {
      ++at_;
      node.kind = Kind::items;
      node.members.set = alphabet_.literal(piece.text, pattern_);
      return node;
    }
    if (piece.kind == Piece::Kind::klass) {
      ++at_;
      node.kind = Kind::items;
      node.members = alphabet_.members(piece.text, pattern_);
      return node;
    }
    if (piece.text == ".") {
      ++at_;
      node.kind = Kind::items;
      node.members = alphabet_.members("^", pattern_);
      return node;
    }
    if (piece.text.front() != '(') fail("no place for " + std::string(piece.text));
    ++at_;
    int number = 0;
    if (piece.text.size() > 1) number = ++groups_;  // groups count by their opening brackets
    PatternNode inner = choice(depth + 1);
    if (!is_op(")")) fail("a ) is missing");
    ++at_;
    if (number == 0) return inner;
    node.kind = Kind::group;
    node.name = piece.text.substr(4);
    node.number = number;
    node.children.push_back(std::move(inner));
    return node;
  }

  const Alphabet& alphabet_;
  std::string_view pattern_;
  std::string_view where_;
  std::vector<Piece> pieces_;
  std::size_t at_ = 0;
  int groups_ = 0;
};

}  // namespace

PatternNode parse_pattern(const Alphabet& alphabet, std::string_view pattern,
                          std::string_view where) {
  return Parser(alphabet, pattern, where).read();
}

std::vector<SymbolSet> needs_of(const PatternNode& node) {
  switch (node.kind) {
    case PatternNode::Kind::items:
      if (node.members.phrases != nullptr) return {};
      return {node.members.set};
    case PatternNode::Kind::group:
      return needs_of(node.children.front());
    case PatternNode::Kind::repeat:
      if (node.least == 0) return {};
      return needs_of(node.children.front());
    case PatternNode::Kind::sequence: {
      std::vector<SymbolSet> all;
      for (const PatternNode& child : node.children) {
        for (SymbolSet& set : needs_of(child)) {
          if (std::find(all.begin(), all.end(), set) == all.end()) all.push_back(std::move(set));
        }
      }
      return all;
    }
    case PatternNode::Kind::choice: {  // one of the first needs of each
      SymbolSet any;
      for (const PatternNode& child : node.children) {
        const std::vector<SymbolSet> needs = needs_of(child);
        if (needs.empty()) return {};
        any.resize(std::max(any.size(), needs.front().size()));
        for (std::size_t w = 0; w < needs.front().size(); ++w) any[w] |= needs.front()[w];
      }
      return {any};
    }
  }
  return {};
}

std::vector<std::string_view> words_of_pattern(std::string_view pattern) {
  std::vector<std::string_view> words;
  for (const Piece& piece : split(pattern)) {
    if (piece.kind == Piece::Kind::word) words.push_back(piece.text);
  }
  return words;
}

}  // namespace msmt
