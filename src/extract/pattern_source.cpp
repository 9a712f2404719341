#include "extract/pattern_source.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

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

void append_wide(std::uint16_t c, std::string& out) {
  out += static_cast<char>(0xC0U | (c >> 6U));
  out += static_cast<char>(0x80U | (c & 0x3FU));
}

/// What RE2 is given for the symbols of a part.
std::uint16_t character(std::size_t part, bool wide) {
  constexpr std::size_t kFirstWide = 0x100;
  constexpr std::size_t kUpper = 0x80;  // RE2 takes these as they are
  if (wide) return static_cast<std::uint16_t>(kFirstWide + part);
  return static_cast<std::uint16_t>(part < kUpper ? kUpper + part : part - kUpper + 1);
}

class Writer {
 public:
  explicit Writer(const PatternNode& root) {
    collect(root);
    if (!sets_.empty()) part();
    wide_ = parts_ > PatternSource::kMostNarrow;
    // With a group to fill in, RE2 takes its fastest ways for short texts, none of them a DFA.
    if (!any_group(root)) regex_ += "()";
    write(root);
  }

  std::string take_regex() { return std::move(regex_); }
  std::vector<std::uint16_t> take_part_of() { return std::move(part_of_); }
  std::size_t parts() const { return parts_; }

 private:
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
    std::vector<std::uint16_t>& parts = part_of_;
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
    parts_ = count;
  }

  void append(std::uint16_t c) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    constexpr std::uint16_t kAscii = 0x80;
    if (wide_) {
      append_wide(c, regex_);
    } else if (c >= kAscii) {
      regex_ += static_cast<char>(c);
    } else {
      regex_ += "\\x";
      regex_ += kDigits[c >> 4U];
      regex_ += kDigits[c & 0xFU];
    }
  }

  void write_set(const SymbolSet& set) {
    std::vector<std::uint16_t> members;
    for (std::size_t s = 0; s < part_of_.size(); ++s) {
      if (holds(set, s)) members.push_back(character(part_of_[s], wide_));
    }
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
    if (members.empty()) {
      regex_ += kNothing;  // a class that nothing is in matches nothing
    } else if (members.size() == parts_) {
      regex_ += '.';
    } else if (members.size() == 1) {
      append(members.front());
    } else {
      regex_ += '[';
      for (std::size_t i = 0; i < members.size();) {
        std::size_t last = i;
        while (last + 1 < members.size() && members[last + 1] == members[last] + 1) ++last;
        append(members[i]);
        if (last > i + 1) regex_ += '-';
        if (last > i) append(members[last]);
        i = last + 1;
      }
      regex_ += ']';
    }
  }

  /// Phrases as a tree of alternatives: "more (?:than)?" tries the longer one first.
  void write_phrases(const Phrases& phrases, std::size_t node) {
    if (phrases.nodes[node].next.empty()) return;
    regex_ += "(?:";
    bool first = true;
    each_branch(phrases, node, sets_.front().size(), [&](const SymbolSet& set, std::size_t next) {
      if (!first) regex_ += '|';
      first = false;
      write_set(set);
      write_phrases(phrases, next);
    });
    regex_ += phrases.nodes[node].ends ? ")?" : ")";
  }

  void write_items(const PatternNode& node) {
    if (node.members.phrases == nullptr) {
      write_set(node.members.set);
      return;
    }
    regex_ += "(?:";
    write_phrases(*node.members.phrases, 0);
    if (!empty(node.members.set)) {
      regex_ += '|';
      write_set(node.members.set);
    }
    regex_ += ')';
  }

  void write_repeat(const PatternNode& node) {
    const PatternNode& child = node.children.front();
    const bool bare = child.kind == Kind::group ||
                      (child.kind == Kind::items && child.members.phrases == nullptr);
    if (!bare) regex_ += "(?:";
    write(child);
    if (!bare) regex_ += ')';
    if (node.least == 0 && node.most == 1) {
      regex_ += '?';
    } else if (node.least <= 1 && node.most == PatternNode::kNoLimit) {
      regex_ += node.least == 0 ? '*' : '+';
    } else {
      regex_ += '{' + std::to_string(node.least) + ',';
      if (node.most != PatternNode::kNoLimit) regex_ += std::to_string(node.most);
      regex_ += '}';
    }
    if (node.lazy) regex_ += '?';
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
        regex_ += "(?:";
        for (std::size_t i = 0; i < node.children.size(); ++i) {
          if (i > 0) regex_ += '|';
          write(node.children[i]);
        }
        regex_ += ')';
        return;
      case Kind::repeat:
        write_repeat(node);
        return;
      case Kind::group:
        regex_ += '(';
        write(node.children.front());
        regex_ += ')';
        return;
    }
  }

  std::string regex_;
  std::vector<std::uint16_t> part_of_;
  bool wide_ = false;
  std::vector<SymbolSet> sets_;
  std::size_t parts_ = 1;
};

}  // namespace

PatternSource::PatternSource(const PatternNode& root) {
  Writer writer(root);
  regex_.append(writer.take_regex());
  part_of_.take(writer.take_part_of());
  parts_ = writer.parts();
}

std::vector<Symbol> PatternSource::examples() const {
  std::vector<Symbol> out(parts_);
  for (std::size_t s = part_of_.size(); s-- > 0;) out[part_of_[s]] = static_cast<Symbol>(s);
  return out;
}

void PatternSource::write_text(std::span<const Symbol> line, std::string& out) const {
  out.clear();
  for (const Symbol symbol : line) {
    const std::uint16_t c = character(part(symbol), wide());
    if (wide()) {
      append_wide(c, out);
    } else {
      out += static_cast<char>(c);
    }
  }
}

}  // namespace msmt
