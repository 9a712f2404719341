#include "extract/pattern_source.hpp"

#include <algorithm>

namespace msmt {

namespace {

using Kind = PatternNode::Kind;

constexpr std::string_view kNothing = "[^\\x00-\\x{10FFFF}]";

bool holds(const SymbolSet& set, std::size_t symbol) {
  return ((set[symbol >> 6U] >> (symbol & 63U)) & 1U) != 0;
}

bool empty(const SymbolSet& set) {
  return std::all_of(set.begin(), set.end(), [](std::uint64_t word) { return word == 0; });
}

/// Calls `use` with the symbols of a phrase tree's node that go on to the same node, and that node.
template <typename Use>
void each_branch(const Phrases& phrases, std::size_t node, std::size_t set_words, Use use) {
  const auto& next = phrases.nodes[node].next;
  std::vector<bool> done(next.size());
  for (std::size_t i = 0; i < next.size(); ++i) {
    if (done[i]) continue;
    SymbolSet set(set_words);
    for (std::size_t j = i; j < next.size(); ++j) {
      if (next[j].second != next[i].second) continue;
      set[next[j].first >> 6U] |= std::uint64_t{1} << (next[j].first & 63U);
      done[j] = true;
    }
    use(set, next[i].second);
  }
}

bool any_group(const PatternNode& node) {
  return node.kind == Kind::group ||
         std::any_of(node.children.begin(), node.children.end(), any_group);
}

class Writer {
 public:
  explicit Writer(const PatternNode& root) {
    collect(root);
    if (!sets_.empty()) part();
    out_.wide = classes_ > kMostNarrow;
    for (std::uint16_t& c : out_.characters) c = character(c);
    // With a group to fill in, RE2 takes its fastest ways for short texts, none of them a DFA.
    if (!any_group(root)) out_.regex += "()";
    write(root);
  }

  PatternSource take() { return std::move(out_); }

 private:
  static constexpr std::size_t kMostNarrow = 255;  // all bytes but 0
  static constexpr std::uint16_t kFirstWide = 0x100;

  std::uint16_t character(std::size_t number) const {
    constexpr std::size_t kUpper = 0x80;  // RE2 takes these as they are
    if (out_.wide) return static_cast<std::uint16_t>(kFirstWide + number);
    return static_cast<std::uint16_t>(number < kUpper ? kUpper + number : number - kUpper + 1);
  }

  void collect(const PatternNode& node) {
    if (node.kind == Kind::items) {
      add_set(node.members.set);
      if (node.members.phrases != nullptr) collect(*node.members.phrases, 0);
    }
    for (const PatternNode& child : node.children) collect(child);
  }

  void collect(const Phrases& phrases, std::size_t node) {
    each_branch(phrases, node, sets_.front().size(), [&](const SymbolSet& set, std::size_t behind) {
      add_set(set);
      collect(phrases, behind);
    });
  }

  void add_set(const SymbolSet& set) {
    if (std::find(sets_.begin(), sets_.end(), set) == sets_.end()) sets_.push_back(set);
  }

  /// Numbers the classes of symbols that are in the same sets, by their first symbols.
  void part() {
    constexpr std::size_t kBits = 64;
    const std::size_t symbols = sets_.front().size() * kBits;
    std::vector<std::uint16_t>& parts = out_.characters;
    parts.assign(symbols, 0);
    constexpr std::uint16_t kNew = 0xFFFF;
    std::size_t count = 1;
    std::vector<std::uint16_t> numbers;
    for (const SymbolSet& set : sets_) {
      numbers.assign(2 * count, kNew);
      std::size_t found = 0;
      for (std::size_t s = 0; s < symbols; ++s) {
        std::uint16_t& number = numbers[2U * parts[s] + (holds(set, s) ? 1U : 0U)];
        if (number == kNew) number = static_cast<std::uint16_t>(found++);
        parts[s] = number;
      }
      count = found;
    }
    classes_ = count;
  }

  void append(std::uint16_t c) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    constexpr std::uint16_t kAscii = 0x80;
    if (out_.wide) {
      append_wide(c, out_.regex);
    } else if (c >= kAscii) {
      out_.regex += static_cast<char>(c);
    } else {
      out_.regex += "\\x";
      out_.regex += kDigits[c >> 4U];
      out_.regex += kDigits[c & 0xFU];
    }
  }

  void write_set(const SymbolSet& set) {
    std::vector<std::uint16_t> members;
    for (std::size_t s = 0; s < out_.characters.size(); ++s) {
      if (holds(set, s)) members.push_back(out_.characters[s]);
    }
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
    if (members.empty()) {
      out_.regex += kNothing;  // a class that nothing is in matches nothing
    } else if (members.size() == classes_) {
      out_.regex += '.';
    } else if (members.size() == 1) {
      append(members.front());
    } else {
      out_.regex += '[';
      for (std::size_t i = 0; i < members.size();) {
        std::size_t last = i;
        while (last + 1 < members.size() && members[last + 1] == members[last] + 1) ++last;
        append(members[i]);
        if (last > i + 1) out_.regex += '-';
        if (last > i) append(members[last]);
        i = last + 1;
      }
      out_.regex += ']';
    }
  }

  /// Phrases as a tree of alternatives: "more (?:than)?" tries the longer one first.
  void write_phrases(const Phrases& phrases, std::size_t node) {
    if (phrases.nodes[node].next.empty()) return;
    out_.regex += "(?:";
    bool first = true;
    each_branch(phrases, node, sets_.front().size(), [&](const SymbolSet& set, std::size_t next) {
      if (!first) out_.regex += '|';
      first = false;
      write_set(set);
      write_phrases(phrases, next);
    });
    out_.regex += phrases.nodes[node].ends ? ")?" : ")";
  }

  void write_items(const PatternNode& node) {
    if (node.members.phrases == nullptr) {
      write_set(node.members.set);
      return;
    }
    out_.regex += "(?:";
    write_phrases(*node.members.phrases, 0);
    if (!empty(node.members.set)) {
      out_.regex += '|';
      write_set(node.members.set);
    }
    out_.regex += ')';
  }

  void write_repeat(const PatternNode& node) {
    const PatternNode& child = node.children.front();
    const bool bare = child.kind == Kind::group ||
                      (child.kind == Kind::items && child.members.phrases == nullptr);
    if (!bare) out_.regex += "(?:";
    write(child);
    if (!bare) out_.regex += ')';
    if (node.least == 0 && node.most == 1) {
      out_.regex += '?';
    } else if (node.least <= 1 && node.most == PatternNode::kNoLimit) {
      out_.regex += node.least == 0 ? '*' : '+';
    } else {
      out_.regex += '{' + std::to_string(node.least) + ',';
      if (node.most != PatternNode::kNoLimit) out_.regex += std::to_string(node.most);
      out_.regex += '}';
    }
    if (node.lazy) out_.regex += '?';
  }

  void write(const PatternNode& node) {
    switch (node.kind) {
      case Kind::items:
        write_items(node);
        return;
      case Kind::sequence:
        for (const PatternNode& child : node.children) write(child);
        return;
      case Kind::choice:
        out_.regex += "(?:";
        for (std::size_t i = 0; i < node.children.size(); ++i) {
          if (i > 0) out_.regex += '|';
          write(node.children[i]);
        }
        out_.regex += ')';
        return;
      case Kind::repeat:
        write_repeat(node);
        return;
      case Kind::group:
        out_.regex += '(';
        write(node.children.front());
        out_.regex += ')';
        return;
    }
  }

 public:
  static void append_wide(std::uint16_t c, std::string& out) {
    out += static_cast<char>(0xC0U | (c >> 6U));
    out += static_cast<char>(0x80U | (c & 0x3FU));
  }

 private:
  PatternSource out_;
  std::vector<SymbolSet> sets_;
  std::size_t classes_ = 1;
};

}  // namespace

void PatternSource::write_text(std::span<const Symbol> line, std::string& out) const {
  out.clear();
  for (const Symbol symbol : line) {
    if (wide) {
      Writer::append_wide(characters[symbol], out);
    } else {
      out += static_cast<char>(characters[symbol]);
    }
  }
}

PatternSource write_source(const PatternNode& root) { return Writer(root).take(); }

}  // namespace msmt
