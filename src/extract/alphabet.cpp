/// Alphabets: words, classes and marks, numbered as symbols.
#include <algorithm>
#include <map>

#include "extract/pattern.hpp"
#include "extract/pattern_tree.hpp"
#include "msmt/error.hpp"

namespace msmt {

namespace {

void put(SymbolSet& set, Symbol symbol) { set[symbol >> 6U] |= std::uint64_t{1} << (symbol & 63U); }

}  // namespace

void Phrases::add(const std::vector<Symbol>& words) {
  std::uint32_t at = 0;
  for (const Symbol word : words) {
    auto& next = nodes[at].next;
    const auto known =
        std::lower_bound(next.begin(), next.end(), std::pair(word, std::uint32_t{0}));
    if (known != next.end() && known->first == word) {
      at = known->second;
      continue;
    }
    const auto made = static_cast<std::uint32_t>(nodes.size());
    next.emplace(known, word, made);
    nodes.emplace_back();
    at = made;
  }
  nodes[at].ends = true;
}

void Phrases::add_all(const Phrases& other) {
  std::vector<Symbol> words;
  const auto walk = [&](const auto& self, std::uint32_t at) -> void {
    if (other.nodes[at].ends) add(words);
    for (const auto& [word, next] : other.nodes[at].next) {
      words.push_back(word);
      self(self, next);
      words.pop_back();
    }
  };
  walk(walk, 0);
}

void Phrases::join() {
  // from the leaves up: a node that is like one before it gives way to that one
  std::map<std::pair<bool, std::vector<std::pair<Symbol, std::uint32_t>>>, std::uint32_t> known;
  const auto walk = [&](const auto& self, std::uint32_t at) -> std::uint32_t {
    for (auto& [word, next] : nodes[at].next) next = self(self, next);
    return known.try_emplace({nodes[at].ends, nodes[at].next}, at).first->second;
  };
  walk(walk, 0);
}

void Alphabet::add_form(std::string_view name, std::string_view folded_form) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  while (begin <= folded_form.size()) {
    const std::size_t end = std::min(folded_form.find(' ', begin), folded_form.size());
    if (end > begin) words.push_back(folded_form.substr(begin, end - begin));
    begin = end + 1;
  }
  if (words.empty()) return;
  auto phrases = phrases_.find(name);
  if (phrases == phrases_.end()) phrases = phrases_.try_emplace(std::string(name)).first;
  if (words.size() > 1) {
    for (const std::string_view word : words) words_[std::string(word)].literal = true;
    phrases->second.words.emplace_back(words.begin(), words.end());
    return;
  }
  auto known = classes_.find(name);
  if (known == classes_.end()) {
    const auto number = static_cast<std::uint16_t>(classes_.size());
    known = classes_.emplace(std::string(name), number).first;
  }
  ClassNumbers& classes = words_[std::string(words.front())].classes;
  if (std::find(classes.begin(), classes.end(), known->second) == classes.end()) {
    classes.push_back(known->second);
  }
}

void Alphabet::add_mark(std::string_view name) {
  if (std::find(mark_names_.begin(), mark_names_.end(), name) == mark_names_.end()) {
    mark_names_.emplace_back(name);
  }
}

void Alphabet::add_words_of(std::string_view pattern) {
  for (const std::string_view word : words_of_pattern(pattern)) {
    words_[std::string(word)].literal = true;
  }
}

void Alphabet::freeze() {
  // A word that stands for itself has a symbol of its own; others share that of their classes.
  struct Entry {
    std::string_view literal;  // the word, or ""
    Word* word;
  };
  std::vector<Entry> order;
  order.reserve(words_.size());
  for (auto& [text, word] : words_) {
    std::sort(word.classes.begin(), word.classes.end());
    order.push_back({word.literal ? std::string_view(text) : std::string_view{}, &word});
  }
  std::sort(order.begin(), order.end(), [](const Entry& a, const Entry& b) {
    if (a.word->classes != b.word->classes) return a.word->classes < b.word->classes;
    return a.literal < b.literal;
  });
  symbols_ = 1;  // 0 is all other words
  const Entry* before = nullptr;
  for (const Entry& entry : order) {
    const bool same = before != nullptr && before->literal == entry.literal &&
                      before->word->classes == entry.word->classes;
    if (!same) ++symbols_;
    entry.word->symbol = static_cast<Symbol>(symbols_ - 1);
    before = &entry;
  }
  for (const std::string& mark : mark_names_) {
    marks_.emplace(mark, static_cast<Symbol>(symbols_));
    ++symbols_;
  }
  if (symbols_ > Symbols::kMost) {
    throw Error("alphabet", "too many distinct words in one rule table",
                "move a long list of names to a gazetteer");
  }
  class_symbols_.assign(classes_.size(), SymbolSet((symbols_ + 63) / 64));
  for (auto& [name, phrases] : phrases_) {
    if (phrases.words.empty()) continue;
    auto tree = std::make_shared<Phrases>();
    for (const auto& phrase : phrases.words) {
      std::vector<Symbol> symbols;
      symbols.reserve(phrase.size());
      for (const std::string& word : phrase) symbols.push_back(words_.find(word)->second.symbol);
      tree->add(symbols);
    }
    tree->join();
    phrases.tree = std::move(tree);
  }
  for (const Entry& entry : order) {
    for (const std::uint16_t number : entry.word->classes) {
      put(class_symbols_[number], entry.word->symbol);
    }
  }
}

Symbol Alphabet::symbol(std::string_view folded, std::string_view mark) const {
  if (!mark.empty()) {
    const auto it = marks_.find(mark);
    if (it != marks_.end()) return it->second;
  }
  const auto it = words_.find(folded);
  return it == words_.end() ? Symbol{0} : it->second.symbol;
}

std::vector<std::pair<std::string_view, Symbol>> Alphabet::words() const {
  std::vector<std::pair<std::string_view, Symbol>> out;
  out.reserve(words_.size());
  for (const auto& [text, word] : words_) out.emplace_back(text, word.symbol);
  return out;
}

SymbolSet Alphabet::literal(std::string_view word, std::string_view pattern) const {
  const auto it = words_.find(word);
  if (it == words_.end() || !it->second.literal) {
    throw Error(std::string(pattern), "unknown word " + std::string(word), "add_words_of() first");
  }
  SymbolSet set((symbols_ + 63) / 64);
  put(set, it->second.symbol);
  return set;
}

Alphabet::Members Alphabet::members(std::string_view names, std::string_view pattern) const {
  const bool negated = names.starts_with('^');
  if (negated) names.remove_prefix(1);
  Members out{SymbolSet((symbols_ + 63) / 64), {}};
  while (!names.empty()) {
    const std::size_t bar = std::min(names.find('|'), names.size());
    const std::string_view name = names.substr(0, bar);
    names.remove_prefix(std::min(bar + 1, names.size()));
    bool known = false;
    if (const auto it = classes_.find(name); it != classes_.end()) {
      const SymbolSet& symbols = class_symbols_[it->second];
      for (std::size_t w = 0; w < symbols.size(); ++w) out.set[w] |= symbols[w];
      known = true;
    }
    if (const auto it = marks_.find(name); it != marks_.end()) {
      put(out.set, it->second);
      known = true;
    }
    if (const auto it = phrases_.find(name); it != phrases_.end()) {
      // a phrase takes several items: no single one is excluded by it
      if (!negated && it->second.tree != nullptr) {
        if (out.phrases == nullptr) {
          out.phrases = it->second.tree;
        } else {
          auto both = std::make_shared<Phrases>();
          both->add_all(*out.phrases);
          both->add_all(*it->second.tree);
          both->join();
          out.phrases = std::move(both);
        }
      }
      known = true;
    }
    if (!known) {
      throw Error(std::string(pattern), "unknown class {" + std::string(name) + "}",
                  "name a lexicon class or a mark of this table");
    }
  }
  if (negated) {
    for (std::size_t s = 0; s < symbols_; ++s) out.set[s >> 6U] ^= std::uint64_t{1} << (s & 63U);
  }
  return out;
}

}  // namespace msmt
