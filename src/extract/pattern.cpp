/// Patterns are compiled to steps and run by backtracking that tries no step twice at one item.
#include "extract/pattern.hpp"

#include <algorithm>
#include <bit>

#include "extract/pattern_tree.hpp"
#include "lexicon/word_table.hpp"
#include "msmt/error.hpp"

namespace msmt {

/// Makes steps from the last to the first, so that each knows what the ones behind it begin with.
struct Pattern::Compiler {
  using Node = PatternNode;
  using Kind = PatternNode::Kind;
  static constexpr std::size_t kMostSteps = 20000;
  static constexpr std::size_t kMostNeeds = 6;

  Pattern& out;
  std::string_view where;
  HashSlots known;                                      // of sets
  std::vector<std::uint32_t> hashes;                    // per set
  std::vector<SetId> firsts;                            // per step

  void run(const Node& root, std::size_t symbols) {
    out.words_ = (symbols + 63) / 64;
    const std::uint32_t end = make({.op = Op::match}, kNoSet);
    std::uint32_t at = make({.op = Op::save, .number = 1, .next = end}, kNoSet);
    at = compile(root, at);
    out.first_ = firsts[at];
    out.start_ = make({.op = Op::save, .number = 0, .next = at}, firsts[at]);
    std::vector<Need> needs;
    collect_needs(root, needs);
    std::stable_sort(needs.begin(), needs.end());
    for (const Need& need : needs) {
      if (out.needs_.size() == kMostNeeds) break;
      if (std::find(out.needs_.begin(), out.needs_.end(), need.set) == out.needs_.end()) {
        out.needs_.push_back(need.set);
      }
    }
  }

  /// A set of which every match holds a symbol; small ones say more.
  struct Need {
    std::size_t symbols;
    SetId set;
    bool operator<(const Need& other) const { return symbols < other.symbols; }
  };
  Need need(const SymbolSet& set) { return {count(set), intern(set)}; }

  static std::size_t count(const SymbolSet& set) {
    std::size_t bits = 0;
    for (const std::uint64_t word : set) bits += static_cast<std::size_t>(std::popcount(word));
    return bits;
  }

  SetId intern(const SymbolSet& set) {
    constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = 0;
    for (const std::uint64_t word : set) {
      mixed = (mixed ^ word) * kMix;
      mixed ^= mixed >> 29U;
    }
    const auto hash = static_cast<std::uint32_t>(mixed ^ (mixed >> 32U));
    const std::uint32_t same = known.find(hash, [&](std::uint32_t id) {
      const auto at = out.sets_.begin() + static_cast<std::ptrdiff_t>(id * out.words_);
      return hashes[id] == hash && std::equal(set.begin(), set.end(), at);
    });
    if (same != HashSlots::kNone) return static_cast<SetId>(same);
    const std::size_t id = hashes.size();
    if (id >= kNoSet) too_long();
    out.sets_.insert(out.sets_.end(), set.begin(), set.end());
    hashes.push_back(hash);
    known.add(static_cast<std::uint32_t>(id), [&](std::uint32_t i) { return hashes[i]; });
    return static_cast<SetId>(id);
  }

  /// What either of two paths can begin with.
  SetId either(SetId a, SetId b) {
    if (a == kNoSet || b == kNoSet) return kNoSet;
    if (a == b) return a;
    SymbolSet both(out.words_);
    for (std::size_t w = 0; w < out.words_; ++w) {
      both[w] = out.sets_[a * out.words_ + w] | out.sets_[b * out.words_ + w];
    }
    return intern(both);
  }

  [[noreturn]] void too_long() const {
    throw Error(std::string(where), "pattern is too long when its repetitions are written out",
                "repeat less");
  }

  std::uint32_t make(const Step& step, SetId first) {
    if (out.steps_.size() >= kMostSteps) too_long();
    out.steps_.push_back(step);
    firsts.push_back(first);
    return static_cast<std::uint32_t>(out.steps_.size() - 1);
  }

  /// One of two paths: `next` is tried first, or last.
  std::uint32_t choice(std::uint32_t next, std::uint32_t other, bool last = false) {
    if (last) std::swap(next, other);
    Step step{.op = Op::choice, .next = next, .other = other};
    step.first = firsts[next];
    step.other_first = firsts[other];
    step.number = static_cast<std::uint16_t>(out.choices_++);
    return make(step, either(step.first, step.other_first));
  }

  /// The steps of `node`, then those from `next` on.
  std::uint32_t compile(const Node& node, std::uint32_t next) {
    switch (node.kind) {
      case Kind::items:
        return items(node, next);
      case Kind::sequence:
        for (auto it = node.children.rbegin(); it != node.children.rend(); ++it) {
          next = compile(*it, next);
        }
        return next;
      case Kind::choice: {
        std::uint32_t at = compile(node.children.back(), next);
        for (auto it = std::next(node.children.rbegin()); it != node.children.rend(); ++it) {
          at = choice(compile(*it, next), at);
        }
        return at;
      }
      case Kind::repeat:
        return repeat(node, next);
      case Kind::group: {
        const auto slot = static_cast<std::uint16_t>(2 * node.number);
        const auto end = static_cast<std::uint16_t>(slot + 1);
        const std::size_t number = static_cast<std::size_t>(node.number);
        if (out.groups_.size() < number) out.groups_.resize(number);
        out.groups_[number - 1] = {node.name, node.number};
        const SetId behind = firsts[next];
        next = compile(node.children.front(),
                       make({.op = Op::save, .number = end, .next = next}, behind));
        const SetId first = firsts[next];
        return make({.op = Op::save, .number = slot, .next = next}, first);
      }
    }
    return next;
  }

  std::uint32_t items(const Node& node, std::uint32_t next) {
    Step step{.op = Op::item, .next = next};
    step.set = intern(node.members.set);
    if (node.members.phrases == nullptr) return make(step, step.set);
    step.op = Op::phrase;
    step.number = static_cast<std::uint16_t>(out.choices_++);
    step.tree = static_cast<std::uint16_t>(out.trees_.size());
    out.trees_.push_back(node.members.phrases);
    step.first = intern(first_of(node));
    return make(step, step.first);
  }

  std::uint32_t repeat(const Node& node, std::uint32_t next) {
    const Node& child = node.children.front();
    if (node.most == Node::kNoLimit) {
      // The loop comes first, as the steps of the child lead back to it.
      const SetId inside = intern(first_of(child));
      const SetId first = either(inside, firsts[next]);
      const std::uint32_t loop = choice(next, next);
      firsts[loop] = first;
      const std::uint32_t body = compile(child, loop);
      Step& step = out.steps_[loop];
      (node.lazy ? step.other : step.next) = body;
      (node.lazy ? step.other_first : step.first) = firsts[body];
      step.loop = true;
      std::uint32_t at = loop;
      if (node.least == 0 && nullable(child)) {
        return choice(body, next, node.lazy);  // (x*)* is ((x*)+)?
      }
      for (int i = 0; i < node.least; ++i) at = i == 0 ? body : compile(child, at);
      return at;
    }
    std::uint32_t at = next;  // x{1,3} is x(x(x)?)?
    for (int i = node.least; i < node.most; ++i) {
      at = choice(compile(child, at), next, node.lazy);
    }
    for (int i = 0; i < node.least; ++i) at = compile(child, at);
    return at;
  }

  static bool nullable(const Node& node) {
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

  SymbolSet first_of(const Node& node) const {
    SymbolSet set(out.words_);
    add_first(node, set);
    return set;
  }

  static void add_first(const Node& node, SymbolSet& set) {
    for (std::size_t w = 0; w < node.members.set.size(); ++w) set[w] |= node.members.set[w];
    if (node.members.phrases != nullptr) {
      for (const auto& [word, next] : node.members.phrases->nodes.front().next) {
        set[word >> 6U] |= std::uint64_t{1} << (word & 63U);
      }
    }
    for (const Node& child : node.children) {
      add_first(child, set);
      if (node.kind == Kind::sequence && !nullable(child)) break;
    }
  }

  /// Sets of symbols of each of which every match of `node` holds one.
  void collect_needs(const Node& node, std::vector<Need>& needs) {
    switch (node.kind) {
      case Kind::items:
        needs.push_back(need(first_of(node)));
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
        SymbolSet any(out.words_);
        for (const Node& child : node.children) {
          std::vector<Need> inner;
          collect_needs(child, inner);
          if (inner.empty()) return;
          const Need least = *std::min_element(inner.begin(), inner.end());
          for (std::size_t w = 0; w < any.size(); ++w) any[w] |= out.sets_[least.set * out.words_ + w];
        }
        needs.push_back(need(any));
        break;
      }
    }
  }
};

Pattern::Pattern(const Alphabet& alphabet, std::string_view pattern, std::string_view where) {
  Compiler{*this, where, {}, {}, {}}.run(parse_pattern(alphabet, pattern, where), alphabet.size());
}

int Pattern::group(std::string_view name) const {
  for (const auto& [known, number] : groups_) {
    if (known == name) return number;
  }
  return -1;
}

bool Pattern::may_match(const Symbols& symbols) const {
  const SymbolSet& present = symbols.present();
  const std::size_t words = std::min(words_, present.size());
  return std::all_of(needs_.begin(), needs_.end(), [&](SetId need) {
    for (std::size_t w = 0; w < words; ++w) {
      if ((sets_[need * words_ + w] & present[w]) != 0) return true;
    }
    return false;
  });
}

bool Pattern::search(const Symbols& symbols, std::size_t from, Match& match) const {
  if (!may_match(symbols)) return false;
  const std::size_t items = symbols.size() + 1;
  if (match.stamps_.size() < items) match.stamps_.resize(items, match.search_);
  const std::size_t row = (choices_ + 63) / 64;
  if (match.tried_.size() < items * row) match.tried_.resize(items * row);
  if (++match.search_ == 0) {  // after 2^32 searches old stamps could seem new
    std::fill(match.stamps_.begin(), match.stamps_.end(), 0U);
    match.search_ = 1;
  }
  for (std::size_t at = from; at <= symbols.size(); ++at) {
    if (!begins(first_, symbols, at)) continue;
    if (run(symbols, at, match)) return true;
  }
  return false;
}

bool Pattern::first_time(Match& match, std::size_t item, std::size_t number) const {
  const std::size_t row = (choices_ + 63) / 64;
  std::uint64_t* bits = match.tried_.data() + item * row;
  if (match.stamps_[item] != match.search_) {
    match.stamps_[item] = match.search_;
    std::fill(bits, bits + row, 0U);
  }
  std::uint64_t& word = bits[number >> 6U];
  const std::uint64_t bit = std::uint64_t{1} << (number & 63U);
  if ((word & bit) != 0) return false;
  word |= bit;
  return true;
}

bool Pattern::run(const Symbols& symbols, std::size_t from, Match& match) const {
  constexpr std::uint32_t kUnset = 0xFFFFFFFF;
  const std::size_t groups = groups_.size() + 1;
  match.slots_.assign(2 * groups, kUnset);
  auto& jobs = match.jobs_;
  jobs.clear();
  std::uint32_t at = start_;
  std::size_t item = from;
  while (true) {
    const Step& step = steps_[at];
    bool on = true;  // whether this path goes on
    switch (step.op) {
      case Op::item:
        on = item < symbols.size() && holds(step.set, symbols[item]);
        if (on) ++item;
        at = step.next;
        break;
      case Op::choice: {
        const bool next = begins(step.first, symbols, item);
        const bool other = begins(step.other_first, symbols, item);
        on = next || other;
        // A path that failed from here, or is being tried, will not do better now.
        if (on && ((next && other) || step.loop)) on = first_time(match, item, step.number);
        if (next && other) jobs.push_back({step.other, static_cast<std::uint32_t>(item)});
        at = next ? step.next : step.other;
        break;
      }
      case Op::phrase: {
        on = begins(step.first, symbols, item) && first_time(match, item, step.number);
        if (!on) break;
        auto& ends = match.ends_;
        ends.clear();
        if (holds(step.set, symbols[item])) ends.push_back(static_cast<std::uint32_t>(item + 1));
        const auto& nodes = trees_[step.tree]->nodes;
        std::uint32_t node = 0;
        for (std::size_t i = item; i < symbols.size(); ++i) {
          const auto& next = nodes[node].next;
          const auto known = std::lower_bound(next.begin(), next.end(),
                                              std::pair(symbols[i], std::uint32_t{0}));
          if (known == next.end() || known->first != symbols[i]) break;
          node = known->second;
          if (nodes[node].ends) ends.push_back(static_cast<std::uint32_t>(i + 1));
        }
        on = !ends.empty();
        if (!on) break;
        for (std::size_t i = 0; i + 1 < ends.size(); ++i) jobs.push_back({step.next, ends[i]});
        item = ends.back();
        at = step.next;
        break;
      }
      case Op::save:
        jobs.push_back({kRestore + step.number, match.slots_[step.number]});
        match.slots_[step.number] = static_cast<std::uint32_t>(item);
        at = step.next;
        break;
      case Op::match:
        match.groups.assign(groups, {});
        for (std::size_t g = 0; g < groups; ++g) {
          const std::uint32_t begin = match.slots_[2 * g];
          const std::uint32_t end = match.slots_[2 * g + 1];
          if (begin != kUnset && end != kUnset) match.groups[g] = {begin, end};
        }
        return true;
    }
    if (on) continue;
    while (!jobs.empty() && jobs.back().step >= kRestore) {
      match.slots_[jobs.back().step - kRestore] = jobs.back().value;
      jobs.pop_back();
    }
    if (jobs.empty()) return false;
    at = jobs.back().step;
    item = jobs.back().value;
    jobs.pop_back();
  }
}

}  // namespace msmt
