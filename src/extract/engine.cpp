#include <algorithm>
#include <array>
#include <map>

#include "extract/compiled.hpp"
#include "extract/rule.hpp"
#include "lexicon/snapshot.hpp"
#include "msmt/times.hpp"

namespace msmt {

namespace {

/// What is known of a token before any table runs.
struct Word {
  std::uint32_t number = WordIndex::kUnknown;
  std::uint32_t bits = 0;  ///< Tables::word_bits
  Shape shape = Shape::lower;
};

/// Memory of the readings of one article.
struct Memory {
  std::vector<Word> words;
  std::vector<PatternIndex::Place> places;
  Pattern::Match match;
  std::vector<Mention> found;
};

/// The longest name that starts at token `first`: a gazetteer hit, or one of the earlier mentions,
/// those from `mention` on. names: which of the table's it is.
bool name_at(const Compiled& compiled, std::uint32_t bits, const Scene& scene, std::size_t first,
             std::size_t mention, Term& item, Symbol& symbol) {
  std::size_t most = 0;
  for (std::size_t n = 0; n < compiled.names.size(); ++n) {
    const CompiledNames& names = compiled.names[n];
    if (names.gazetteer != nullptr) {
      if ((bits & names.starts) == 0) continue;
      const auto hit = names.gazetteer->match(scene.doc, scene.tokens, first);
      if (hit && hit->form.ambiguous && hit->tokens > 1 && !hit->form.blocked) {
        // "the North" must not hide "North Korea"
        const auto inner = names.gazetteer->match(scene.doc, scene.tokens, first + 1);
        if (inner && inner->tokens + 1 > hit->tokens && !inner->form.blocked) continue;
      }
      if (hit && hit->tokens > most && !hit->form.blocked) {
        most = hit->tokens;
        item.mark = names.names->mark;
        symbol = compiled.name_symbols[n];
        item.form = hit->form;
        item.mention = nullptr;
      } else if (hit && hit->tokens > most) {
        most = hit->tokens;  // a phrase that names nothing keeps its words from shorter names
        item.mark = "lower";
        symbol = compiled.shape_symbols[static_cast<std::size_t>(Shape::lower)];
        item.mention = nullptr;
      }
      continue;
    }
    const std::size_t begin = scene.tokens[first].span.begin;
    for (std::size_t m = mention; m < scene.mentions.size(); ++m) {
      const Mention& earlier = scene.mentions[m];
      if (earlier.span.begin != begin) break;
      if (earlier.value.index() != names.type) continue;
      if (names.names->except != nullptr && earlier.rule == names.names->except) continue;
      std::size_t count = 0;
      while (first + count < scene.tokens.size() &&
             scene.tokens[first + count].span.end <= earlier.span.end) {
        ++count;
      }
      if (count > most) {
        most = count;
        item.mark = names.names->mark;
        symbol = compiled.name_symbols[n];
        item.mention = &earlier;
      }
    }
  }
  item.count = std::max<std::size_t>(most, 1);
  return most > 0;
}

/// Looks up the words of a sentence.
void read_words(const Tables& tables, const Document& doc, const std::vector<Token>& tokens,
                std::vector<Word>& words) {
  words.clear();
  for (const Token& token : tokens) {
    Word word;
    word.number = tables.words.find(token.folded);
    word.bits = tables.word_bits[word.number];
    word.shape = shape_number(doc, token);
    // a name may begin with a word whose stop is not written in the lexicon
    if (token.folded.size() > 1 && token.folded.back() == '.') {
      const std::string_view bare =
          std::string_view(token.folded).substr(0, token.folded.size() - 1);
      word.bits |= tables.word_bits[tables.words.find(bare)] & ~Tables::kIsPronoun;
    }
    words.push_back(word);
  }
}

void write_symbols(const Compiled& compiled, const std::vector<Word>& words, Scene& scene) {
  scene.items.clear();
  scene.symbols.clear();
  std::size_t mention = 0;
  for (std::size_t t = 0; t < scene.tokens.size();) {
    Term item;
    item.first = t;
    const Token& token = scene.tokens[t];
    const Word& word = words[t];
    while (mention < scene.mentions.size() &&
           scene.mentions[mention].span.begin < token.span.begin) {
      ++mention;
    }
    const bool may_be_name =
        (word.bits & compiled.starts) != 0 ||
        (mention < scene.mentions.size() && scene.mentions[mention].span.begin == token.span.begin);
    Symbol symbol = 0;
    if (!may_be_name || !name_at(compiled, word.bits, scene, t, mention, item, symbol)) {
      // "IT" and "WHO" are not the pronouns
      const bool acronym = (word.bits & Tables::kIsPronoun) != 0 && is_acronym(scene, token);
      symbol = acronym ? Symbol{0} : compiled.symbols[word.number];
      if (symbol == 0) {  // a word that no class of this table holds
        const auto shape = static_cast<std::size_t>(word.shape);
        item.mark = kShapes[shape];
        symbol = compiled.shape_symbols[shape];
      }
    }
    item.span = {token.span.begin, scene.tokens[t + item.count - 1].span.end};
    scene.symbols.add(symbol);
    scene.items.push_back(item);
    t += item.count;
  }
}

void run(const Compiled& compiled, const Scene& scene, Memory& memory, std::vector<Mention>& out) {
  compiled.index.find(scene.symbols, memory.places);
  std::size_t before = compiled.patterns.size();
  std::size_t from = 0;
  for (const PatternIndex::Place place : memory.places) {
    if (place.pattern != before) from = 0;
    before = place.pattern;
    const Pattern& pattern = compiled.patterns[place.pattern];
    if (place.item < from || !pattern.match_at(scene.symbols, place.item, memory.match)) continue;
    const Rule& rule = *compiled.rules[place.pattern];
    std::vector<Mention> read = rule.read(Captures(scene, pattern, memory.match, rule.id));
    // a reader may take less than its pattern matched: go on behind what it took
    std::size_t next = place.item + 1;
    for (const Mention& mention : read) {
      while (next < scene.items.size() && scene.items[next].span.begin < mention.span.end) ++next;
    }
    from = next;
    for (Mention& mention : read) {
      if (mention.rule.empty()) mention.rule = rule.id;
      out.push_back(std::move(mention));
    }
  }
}

/// The order of mentions: by begin, longer first, then by type.
bool stands_before(const Mention& a, const Mention& b) {
  if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
  if (a.span.end != b.span.end) return a.span.end > b.span.end;
  return a.value.index() < b.value.index();
}

bool begins_before(const Mention& a, const Mention& b) { return a.span.begin < b.span.begin; }

/// Adds mentions to those of the tables before; of those that begin at one place, they come last.
void add_in_order(std::vector<Mention>& found, std::vector<Mention>& all) {
  if (!std::is_sorted(found.begin(), found.end(), begins_before)) {
    std::stable_sort(found.begin(), found.end(), begins_before);
  }
  const auto before = static_cast<std::ptrdiff_t>(all.size());
  all.insert(all.end(), std::make_move_iterator(found.begin()),
             std::make_move_iterator(found.end()));
  std::inplace_merge(all.begin(), all.begin() + before, all.end(), begins_before);
}

/// Whether mentions are in order, with no two of a type that overlap.
bool is_settled(const std::vector<Mention>& mentions) {
  std::array<std::size_t, std::variant_size_v<Value>> ends{};  // by type
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const Mention& mention = mentions[i];
    if (i > 0 && !stands_before(mentions[i - 1], mention)) return false;
    if (mention.span.begin < ends[mention.value.index()]) return false;
    ends[mention.value.index()] = mention.span.end;
  }
  return true;
}

}  // namespace

struct Engine::Impl {
  const Lexicons& lexicons;
  Vocabulary vocabulary;
  Tables tables;
};

Engine::Engine(const Lexicons& lexicons) {
  const Snapshot ready = snapshot();
  if (lexicons.digest() == ready.digest) {
    Loader words(ready.vocabulary);
    impl_ = std::make_unique<Impl>(
        Impl{lexicons, Vocabulary(lexicons, words), load_tables(lexicons, ready.engine)});
  } else {
    Vocabulary vocabulary(lexicons);
    Tables tables = compile_tables(lexicons, vocabulary);
    impl_ = std::make_unique<Impl>(Impl{lexicons, std::move(vocabulary), std::move(tables)});
  }
}
Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;

const Lexicons& Engine::lexicons() const { return impl_->lexicons; }
const Vocabulary& Engine::vocabulary() const { return impl_->vocabulary; }

std::vector<RuleInfo> Engine::rules() const {
  std::vector<RuleInfo> rules;
  for (const Extractor* extractor : extractors()) {
    for (const Rule& rule : extractor->rules) {
      const std::string id = rule.id;
      rules.push_back({id.substr(0, id.find('/')), id, rule.example});
    }
  }
  return rules;
}

std::string folded(const Scene& scene, ItemRange items) {
  std::string out;
  for (std::size_t i = items.begin; i < items.end; ++i) {
    const Term& item = scene.items[i];
    for (std::size_t t = item.first; t < item.first + item.count; ++t) {
      if (!out.empty()) out += ' ';
      out += scene.tokens[t].folded;
    }
  }
  return out;
}

std::string Captures::folded(ItemRange items) const { return msmt::folded(scene_, items); }

bool is_acronym(const Scene& scene, const Token& token) {
  if (!token.upper || token.span.size() < 2) return false;
  return std::any_of(scene.tokens.begin(), scene.tokens.end(), [](const Token& other) {
    return other.kind == TokenKind::word && !other.capital && other.folded[0] != '\'';
  });
}

void resolve_overlaps(std::vector<Mention>& mentions) {
  if (is_settled(mentions)) return;
  std::vector<std::size_t> order(mentions.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return mentions[a].span.size() > mentions[b].span.size();
  });
  // Spans taken so far, per type, by their begin: none of them overlap.
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> taken;
  std::vector<Mention> kept;
  for (const std::size_t i : order) {
    const Span span = mentions[i].span;
    const std::size_t type = mentions[i].value.index();
    auto next = taken.lower_bound({type, span.begin});
    if (next != taken.end() && next->first.first == type && next->first.second < span.end) continue;
    if (next != taken.begin()) {
      const auto before = std::prev(next);
      if (before->first.first == type && before->second > span.begin) continue;
    }
    taken[{type, span.begin}] = span.end;
    kept.push_back(std::move(mentions[i]));
  }
  std::sort(kept.begin(), kept.end(), stands_before);
  mentions = std::move(kept);
}

/// Later tables and claims never see lengths, repetitions and hours.
void set_times_aside(std::vector<Mention>& found, std::vector<Mention>& times) {
  const auto is_date = [](const Mention& mention) { return !mention.rule.starts_with("time/"); };
  const auto aside = std::stable_partition(found.begin(), found.end(), is_date);
  times.insert(times.end(), std::make_move_iterator(aside), std::make_move_iterator(found.end()));
  found.erase(aside, found.end());
}

std::vector<Reading> extract_times(const Engine& engine, const Document& doc,
                                   std::vector<Mention>& times) {
  const Tables& tables = engine.impl().tables;
  std::vector<Reading> readings;
  readings.reserve(doc.sentences.size());
  Narrative narrative;
  Memory memory;
  std::vector<Term> items;
  for (std::size_t s = 0; s < doc.sentences.size(); ++s) {
    Reading reading;
    reading.sentence = s;
    reading.tokens = without_false_starts(tokenize(doc, doc.sentences[s].span));
    if (s > 0 && doc.sentences[s].paragraph != doc.sentences[s - 1].paragraph) {
      narrative.counted.clear();
    }
    read_words(tables, doc, reading.tokens, memory.words);
    Scene scene{doc,
                engine.lexicons(),
                engine.impl().vocabulary,
                doc.sentences[s],
                reading.tokens,
                std::move(items),
                {},
                reading.mentions,
                narrative};
    for (const Compiled& compiled : tables.compiled) {
      write_symbols(compiled, memory.words, scene);
      std::vector<Mention>& found = memory.found;
      found.clear();
      run(compiled, scene, memory, found);
      resolve_overlaps(found);
      if (compiled.extractor->settle != nullptr) compiled.extractor->settle(scene, found);
      set_times_aside(found, times);
      if (found.empty()) continue;
      add_in_order(found, reading.mentions);
    }
    resolve_overlaps(reading.mentions);
    drop_parts_of_names(reading.mentions);
    items = std::move(scene.items);
    readings.push_back(std::move(reading));
  }
  return readings;
}

std::vector<Reading> extract(const Engine& engine, const Document& doc) {
  std::vector<Mention> times;
  return extract_times(engine, doc, times);
}

}  // namespace msmt
