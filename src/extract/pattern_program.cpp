#include "extract/pattern_program.hpp"

#include <algorithm>
#include <utility>

namespace msmt {

namespace {

constexpr std::uint32_t kNoStep = 0xFFFFFFFF;

/// Words of the sets in a tree; all of one alphabet have as many.
std::size_t words_of(const PatternNode& node) {
  std::size_t words = node.members.set.size();
  for (const PatternNode& child : node.children) words = std::max(words, words_of(child));
  return words;
}

}  // namespace

PatternProgram::PatternProgram(const PatternNode& root) : set_words_(words_of(root)) {
  start_ = compile(root, add(Kind::match, 0, 0));
}

std::uint32_t PatternProgram::add(Kind kind, std::uint32_t a, std::uint32_t b) {
  steps_.push_back({kind, a, b});
  return static_cast<std::uint32_t>(steps_.size() - 1);
}

std::uint32_t PatternProgram::add_set(const SymbolSet& set) {
  for (std::size_t at = 0; at < sets_.size(); at += set_words_) {
    if (std::equal(set.begin(), set.end(), sets_.begin() + at)) {
      return static_cast<std::uint32_t>(at / set_words_);
    }
  }
  sets_.append(set);
  return static_cast<std::uint32_t>(sets_.size() / set_words_ - 1);
}

std::uint32_t PatternProgram::compile(const PatternNode& node, std::uint32_t next) {
  switch (node.kind) {
    case PatternNode::Kind::items: {
      const std::uint32_t word = add(Kind::take, add_set(node.members.set), next);
      if (node.members.phrases == nullptr) return word;
      std::vector<std::uint32_t> steps(node.members.phrases->nodes.size(), kNoStep);
      return add(Kind::fork, compile_phrases(*node.members.phrases, 0, next, steps), word);
    }
    case PatternNode::Kind::sequence:
      for (std::size_t i = node.children.size(); i-- > 0;) next = compile(node.children[i], next);
      return next;
    case PatternNode::Kind::choice: {
      std::uint32_t all = compile(node.children.back(), next);
      for (std::size_t i = node.children.size() - 1; i-- > 0;) {
        all = add(Kind::fork, compile(node.children[i], next), all);
      }
      return all;
    }
    case PatternNode::Kind::repeat:
      return compile_repeat(node, next);
    case PatternNode::Kind::group: {
      const auto mark = 2 * static_cast<std::uint32_t>(node.number);
      const std::uint32_t end = add(Kind::mark, mark + 1, next);
      return add(Kind::mark, mark, compile(node.children.front(), end));
    }
  }
  return next;
}

std::uint32_t PatternProgram::compile_repeat(const PatternNode& node, std::uint32_t next) {
  const PatternNode& child = node.children.front();
  const auto either = [&](std::uint32_t body, std::uint32_t out) {
    return node.lazy ? add(Kind::fork, out, body) : add(Kind::fork, body, out);
  };
  int copies = node.least;
  if (node.most == PatternNode::kNoLimit) {
    // As in RE2, "x*" is "(x+)?": a body that can be nothing then comes out of its loop rightly.
    const std::uint32_t again = either(next, next);
    const std::uint32_t body = compile(child, again);
    (node.lazy ? steps_.at(again).b : steps_.at(again).a) = body;
    next = copies == 0 ? either(body, next) : body;
    copies = std::max(copies - 1, 0);
  } else {
    const std::uint32_t out = next;
    for (int n = node.most; n > node.least; --n) next = either(compile(child, next), out);
  }
  for (int n = 0; n < copies; ++n) next = compile(child, next);
  return next;
}

std::uint32_t PatternProgram::compile_phrases(const Phrases& phrases, std::uint32_t node,
                                              std::uint32_t next,
                                              std::vector<std::uint32_t>& steps) {
  const auto& words = phrases.nodes[node].next;
  if (words.empty()) return next;
  if (steps[node] != kNoStep) return steps[node];
  std::vector<Edge> edges;
  edges.reserve(words.size());
  for (const auto& [word, behind] : words) {
    edges.push_back({word, compile_phrases(phrases, behind, next, steps)});
  }
  const auto first = static_cast<std::uint32_t>(edges_.size());
  edges_.append(edges);
  const std::uint32_t branch = add(Kind::branch, first, static_cast<std::uint32_t>(edges_.size()));
  steps[node] = phrases.nodes[node].ends ? add(Kind::fork, branch, next) : branch;
  return steps[node];
}

void PatternProgram::new_round(PatternMemory& memory) const {
  if (memory.seen.size() < steps_.size()) memory.seen.resize(steps_.size());
  if (++memory.round == 0) {  // once in four billion rounds
    std::fill(memory.seen.begin(), memory.seen.end(), 0);
    memory.round = 1;
  }
}

bool PatternProgram::reach(std::uint32_t step, std::vector<std::uint32_t>& into,
                           PatternMemory& memory) const {
  bool matches = false;
  memory.stack.push_back(step);
  while (!memory.stack.empty()) {
    const std::uint32_t at = memory.stack.back();
    memory.stack.pop_back();
    if (memory.seen[at] == memory.round) continue;
    memory.seen[at] = memory.round;
    const Step& here = steps_[at];
    if (here.kind == Kind::fork) {
      memory.stack.push_back(here.b);
      memory.stack.push_back(here.a);
    } else if (here.kind == Kind::mark) {
      memory.stack.push_back(here.b);
    } else if (here.kind == Kind::match) {
      matches = true;
    } else {
      into.push_back(at);
    }
  }
  return matches;
}

bool PatternProgram::begin(std::vector<std::uint32_t>& steps, PatternMemory& memory) const {
  new_round(memory);
  steps.clear();
  return reach(start_, steps, memory);
}

const PatternProgram::Edge* PatternProgram::edge_for(const Step& branch, Symbol symbol) const {
  const Edge* const end = edges_.begin() + branch.b;
  const Edge* const edge =
      std::lower_bound(edges_.begin() + branch.a, end, symbol,
                       [](const Edge& e, Symbol wanted) { return e.symbol < wanted; });
  return edge == end || edge->symbol != symbol ? nullptr : edge;
}

bool PatternProgram::advance(std::span<const std::uint32_t> steps, Symbol symbol,
                             std::vector<std::uint32_t>& next, PatternMemory& memory,
                             bool& taken) const {
  new_round(memory);
  next.clear();
  bool matches = false;
  taken = false;
  for (const std::uint32_t step : steps) {
    const Step& here = steps_[step];
    if (here.kind == Kind::take) {
      if (!holds(here.a, symbol)) continue;
      taken = true;
      matches |= reach(here.b, next, memory);
    } else if (here.kind == Kind::branch) {
      const Edge* const edge = edge_for(here, symbol);
      if (edge == nullptr) continue;
      taken = true;
      matches |= reach(edge->step, next, memory);
    }
  }
  return matches;
}

PatternProgram::Answer PatternProgram::run(std::span<const Symbol> line, std::size_t at,
                                           PatternMemory& memory) const {
  Answer answer{false, at};
  answer.matches = begin(memory.now, memory);
  for (std::size_t item = at; item < line.size() && !memory.now.empty(); ++item) {
    bool taken = false;
    answer.matches |= advance(memory.now, line[item], memory.next, memory, taken);
    if (taken) answer.end = item + 1;
    std::swap(memory.now, memory.next);
  }
  return answer;
}

PatternProgram::Openings PatternProgram::openings() const {
  PatternMemory memory;
  Openings out;
  bool free = begin(memory.now, memory);
  for (std::size_t item = 0; item < Openings::kItems; ++item) {
    SymbolSet& set = out.symbols[item];
    set.assign(set_words_, 0);
    out.free[item] = free;
    new_round(memory);
    memory.next.clear();
    for (const std::uint32_t step : memory.now) {
      const Step& here = steps_[step];
      if (here.kind == Kind::take) {
        bool any = false;
        for (std::size_t w = 0; w < set_words_; ++w) {
          set[w] |= sets_[here.a * set_words_ + w];
          any |= sets_[here.a * set_words_ + w] != 0;
        }
        if (any) free |= reach(here.b, memory.next, memory);
        continue;
      }
      for (std::uint32_t e = here.a; e < here.b; ++e) {
        set[edges_[e].symbol >> 6U] |= std::uint64_t{1} << (edges_[e].symbol & 63U);
        free |= reach(edges_[e].step, memory.next, memory);
      }
    }
    std::swap(memory.now, memory.next);
  }
  return out;
}

}  // namespace msmt
