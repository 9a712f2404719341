#include "extract/pattern.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <bit>
#include <mutex>

#include "extract/pattern_tree.hpp"
#include "msmt/error.hpp"

namespace msmt {

namespace {

using Node = PatternNode;
using Kind = PatternNode::Kind;

bool holds(const SymbolSet& set, std::size_t symbol) {
  return (symbol >> 6U) < set.size() && ((set[symbol >> 6U] >> (symbol & 63U)) & 1U) != 0;
}

void unite(SymbolSet& into, const SymbolSet& other) {
  if (into.size() < other.size()) into.resize(other.size());
  for (std::size_t w = 0; w < other.size(); ++w) into[w] |= other[w];
}

bool intersects(const SymbolSet& a, const SymbolSet& b) {
  for (std::size_t w = 0; w < std::min(a.size(), b.size()); ++w) {
    if ((a[w] & b[w]) != 0) return true;
  }
  return false;
}

std::size_t count(const SymbolSet& set) {
  std::size_t bits = 0;
  for (const std::uint64_t word : set) bits += static_cast<std::size_t>(std::popcount(word));
  return bits;
}

// ---- What a pattern is for RE2.

/// Phrases as a tree of alternatives: "more (?:than)?" tries the longer one first.
void write_phrases(const Phrases& phrases, std::size_t node, std::string& out) {
  const auto& next = phrases.nodes[node].next;
  if (next.empty()) return;
  out += "(?:";
  for (std::size_t i = 0; i < next.size(); ++i) {
    if (i > 0) out += '|';
    Symbols::append(out, next[i].first);
    write_phrases(phrases, next[i].second, out);
  }
  out += phrases.nodes[node].ends ? ")?" : ")";
}

void write_set(const SymbolSet& set, std::string& out) {
  out += '[';
  const std::size_t end = set.size() * 64;
  for (std::size_t s = 0; s < end; ++s) {
    if (!holds(set, s)) continue;
    std::size_t last = s;
    while (last + 1 < end && holds(set, last + 1)) ++last;
    Symbols::append(out, static_cast<Symbol>(s));
    if (last > s) {
      out += '-';
      Symbols::append(out, static_cast<Symbol>(last));
    }
    s = last;
  }
  out += ']';
}

void write(const Node& node, std::string& out) {
  switch (node.kind) {
    case Kind::items: {
      const bool words = count(node.members.set) > 0;
      if (node.members.phrases == nullptr) {
        // a class that nothing is in matches nothing
        if (words) {
          write_set(node.members.set, out);
        } else {
          out += "[^\\x00-\\x{10FFFF}]";
        }
        return;
      }
      out += "(?:";
      write_phrases(*node.members.phrases, 0, out);
      if (words) {
        out += '|';
        write_set(node.members.set, out);
      }
      out += ')';
      return;
    }
    case Kind::sequence:
      for (const Node& child : node.children) write(child, out);
      return;
    case Kind::choice:
      out += "(?:";
      for (std::size_t i = 0; i < node.children.size(); ++i) {
        if (i > 0) out += '|';
        write(node.children[i], out);
      }
      out += ')';
      return;
    case Kind::repeat:
      out += "(?:";
      write(node.children.front(), out);
      out += "){" + std::to_string(node.least) + ",";
      if (node.most != Node::kNoLimit) out += std::to_string(node.most);
      out += node.lazy ? "}?" : "}";
      return;
    case Kind::group:
      out += "(?P<" + node.name + ">";
      write(node.children.front(), out);
      out += ')';
      return;
  }
}

// ---- What every match begins with and holds.

bool nullable(const Node& node) {
  switch (node.kind) {
    case Kind::items:
      return false;
    case Kind::choice:
      return std::any_of(node.children.begin(), node.children.end(), nullable);
    case Kind::repeat:
      return node.least == 0 || nullable(node.children.front());
    case Kind::sequence:
    case Kind::group:
      return std::all_of(node.children.begin(), node.children.end(), nullable);
  }
  return false;
}

void add_first(const Node& node, SymbolSet& set) {
  unite(set, node.members.set);
  if (node.members.phrases != nullptr) {
    for (const auto& [word, next] : node.members.phrases->nodes.front().next) {
      if (set.size() <= (word >> 6U)) set.resize((word >> 6U) + 1U);
      set[word >> 6U] |= std::uint64_t{1} << (word & 63U);
    }
  }
  for (const Node& child : node.children) {
    add_first(child, set);
    if (node.kind == Kind::sequence && !nullable(child)) break;
  }
}

SymbolSet first_of(const Node& node) {
  SymbolSet set;
  add_first(node, set);
  return set;
}

/// Sets of symbols of each of which every match of `node` holds one.
void collect_needs(const Node& node, std::vector<SymbolSet>& needs) {
  switch (node.kind) {
    case Kind::items:
      needs.push_back(first_of(node));
      break;
    case Kind::sequence:
    case Kind::group:
      for (const Node& child : node.children) collect_needs(child, needs);
      break;
    case Kind::repeat:
      if (node.least > 0) collect_needs(node.children.front(), needs);
      break;
    case Kind::choice: {
      // One of the smallest of every alternative: a match goes through one of them.
      SymbolSet any;
      for (const Node& child : node.children) {
        std::vector<SymbolSet> inner;
        collect_needs(child, inner);
        if (inner.empty()) return;
        unite(any, *std::min_element(inner.begin(), inner.end(), [](const auto& a, const auto& b) {
                return count(a) < count(b);
              }));
      }
      needs.push_back(std::move(any));
      break;
    }
  }
}

void name_groups(const Node& node, std::vector<std::pair<std::string, int>>& groups) {
  if (node.kind == Kind::group) groups.emplace_back(node.name, node.number);
  for (const Node& child : node.children) name_groups(child, groups);
}

}  // namespace

struct Pattern::Impl {
  std::string source;
  std::string where;
  std::vector<std::pair<std::string, int>> groups;
  std::vector<SymbolSet> needs;  // smallest first
  SymbolSet first;
  bool empty = false;  // can match without an item
  mutable std::once_flag compiled;
  mutable std::unique_ptr<re2::RE2> regex;

  const re2::RE2& compile() const {
    std::call_once(compiled, [this] {
      re2::RE2::Options options(re2::RE2::Quiet);
      constexpr std::int64_t kMaxMem = 64 << 20;  // the default of 8 MB is short for long lists
      options.set_max_mem(kMaxMem);
      regex = std::make_unique<re2::RE2>(source, options);
      if (!regex->ok()) {
        throw Error(where, "pattern does not compile, " + regex->error(),
                    "see the pattern language in src/extract/pattern.hpp");
      }
    });
    return *regex;
  }
};

Pattern::Pattern(const Alphabet& alphabet, std::string_view pattern, std::string_view where) {
  const Node root = parse_pattern(alphabet, pattern, where);
  auto impl = std::make_unique<Impl>();
  impl->where = where;
  write(root, impl->source);
  name_groups(root, impl->groups);
  collect_needs(root, impl->needs);
  std::stable_sort(impl->needs.begin(), impl->needs.end(),
                   [](const auto& a, const auto& b) { return count(a) < count(b); });
  constexpr std::size_t kMostNeeds = 6;
  if (impl->needs.size() > kMostNeeds) impl->needs.resize(kMostNeeds);
  impl->empty = nullable(root);
  impl->first = first_of(root);
  impl_ = std::move(impl);
}
Pattern::~Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;

int Pattern::group(std::string_view name) const {
  for (const auto& [known, number] : impl_->groups) {
    if (known == name) return number;
  }
  return -1;
}

bool Pattern::may_match(const Symbols& symbols) const {
  return std::all_of(impl_->needs.begin(), impl_->needs.end(),
                     [&](const SymbolSet& need) { return intersects(need, symbols.present()); });
}

bool Pattern::search(const Symbols& symbols, std::size_t from, Match& match) const {
  if (!may_match(symbols)) return false;
  constexpr std::size_t kMostGroups = 24;
  std::array<re2::StringPiece, kMostGroups> found;
  const std::size_t groups = std::min(impl_->groups.size() + 1, kMostGroups);
  const re2::StringPiece text(symbols.text().data(), symbols.text().size());
  const std::size_t end = symbols.size() + (impl_->empty ? 1 : 0);
  for (std::size_t at = from; at < end; ++at) {
    if (!impl_->empty && !holds(impl_->first, symbols[at])) continue;
    if (!impl_->compile().Match(text, at * Symbols::kWidth, text.size(), re2::RE2::ANCHOR_START,
                                found.data(), static_cast<int>(groups))) {
      continue;
    }
    match.groups.assign(groups, {});
    for (std::size_t g = 0; g < groups; ++g) {
      if (found[g].data() == nullptr) continue;
      const auto begin = static_cast<std::size_t>(found[g].data() - text.data());
      match.groups[g] = {begin / Symbols::kWidth, (begin + found[g].size()) / Symbols::kWidth};
    }
    return true;
  }
  return false;
}

}  // namespace msmt
