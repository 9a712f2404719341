#include <algorithm>
#include <map>

#include "extract/pattern_index.hpp"
#include "extract/rule.hpp"
#include "msmt/error.hpp"

namespace msmt {

namespace {

/// One extractor with its alphabet and compiled patterns.
struct Compiled {
  const Extractor* extractor;
  Alphabet alphabet;
  std::vector<const Rule*> rules;  // those with a reader …
  std::vector<Pattern> patterns;   // … and their patterns
  PatternIndex index;              // of those
};

/// Memory of the readings of one article.
struct Memory {
  Pattern::Match match;
  std::vector<PatternIndex::Place> places;
};

constexpr std::string_view kShapes[] = {"num", "num3", "year", "upper", "cap", "lower", "punct"};

std::string fold_words(std::string_view form) {
  std::string out;
  for (const char c : fold(form)) {
    if (c == '-' || c == '\'') {
      if (!out.empty() && out.back() != ' ') out += ' ';
      out += c;
      if (c == '-') out += ' ';
    } else {
      out += c;
    }
  }
  return out;
}

Compiled compile(const Extractor& extractor, const Lexicons& lexicons) {
  Compiled compiled{&extractor, {}, {}, {}, {}};
  for (const std::string_view shape : kShapes) compiled.alphabet.add_mark(shape);
  for (const Names& names : extractor.names) compiled.alphabet.add_mark(names.mark);
  for (const WordClass& klass : extractor.classes) {
    const Table& table = lexicons.table(klass.table);
    for (const Row& row : table.rows) {
      if (klass.where_value != nullptr &&
          table.cell(row, klass.where_column) != klass.where_value) {
        continue;
      }
      for (const std::string_view form : table.list(row, klass.column)) {
        compiled.alphabet.add_form(klass.name, fold_words(form));
      }
    }
  }
  for (const Rule& rule : extractor.rules) compiled.alphabet.add_words_of(rule.pattern);
  compiled.alphabet.freeze();
  for (const Rule& rule : extractor.rules) {
    if (rule.read == nullptr) continue;  // given by another table
    compiled.rules.push_back(&rule);
    compiled.patterns.emplace_back(compiled.alphabet, rule.pattern, rule.id);
  }
  compiled.index = PatternIndex(compiled.patterns, compiled.alphabet.size());
  return compiled;
}

/// The longest name that starts at token `first`: a gazetteer hit or an earlier mention.
bool name_at(const Compiled& compiled, const Lexicons& lexicons, const Scene& scene,
             std::size_t first, Term& item) {
  std::size_t most = 0;
  for (const Names& names : compiled.extractor->names) {
    if (names.table != nullptr) {
      const auto hit = lexicons.gazetteer(names.table).match(scene.doc, scene.tokens, first);
      if (hit && hit->form.ambiguous && hit->tokens > 1 && !hit->form.blocked) {
        // "the North" must not hide "North Korea"
        const auto inner =
            lexicons.gazetteer(names.table).match(scene.doc, scene.tokens, first + 1);
        if (inner && inner->tokens + 1 > hit->tokens && !inner->form.blocked) continue;
      }
      if (hit && hit->tokens > most && !hit->form.blocked) {
        most = hit->tokens;
        item.mark = names.mark;
        item.form = hit->form;
        item.mention = nullptr;
      } else if (hit && hit->tokens > most) {
        most = hit->tokens;  // a phrase that names nothing keeps its words from shorter names
        item.mark = "lower";
        item.mention = nullptr;
      }
      continue;
    }
    const std::size_t begin = scene.tokens[first].span.begin;
    for (const Mention& mention : scene.mentions) {
      if (mention.span.begin != begin || type_name(mention.value) != names.type) continue;
      if (names.except != nullptr && mention.rule == names.except) continue;
      std::size_t count = 0;
      while (first + count < scene.tokens.size() &&
             scene.tokens[first + count].span.end <= mention.span.end) {
        ++count;
      }
      if (count > most) {
        most = count;
        item.mark = names.mark;
        item.mention = &mention;
      }
    }
  }
  item.count = std::max<std::size_t>(most, 1);
  return most > 0;
}

void write_symbols(const Compiled& compiled, const Lexicons& lexicons, Scene& scene) {
  scene.items.clear();
  scene.symbols.clear();
  for (std::size_t t = 0; t < scene.tokens.size();) {
    Term item;
    item.first = t;
    const Token& token = scene.tokens[t];
    Symbol symbol = 0;
    if (name_at(compiled, lexicons, scene, t, item)) {
      symbol = compiled.alphabet.symbol({}, item.mark);
    } else {
      // "IT" and "WHO" are not the pronouns
      const bool acronym = scene.vocabulary.is(token.folded, kPronoun) && is_acronym(scene, token);
      symbol = compiled.alphabet.symbol(acronym ? std::string_view() : token.folded, {});
      if (symbol == 0) {  // a word that no class of this table holds
        item.mark = shape_of(scene.doc, token);
        symbol = compiled.alphabet.symbol({}, item.mark);
      }
    }
    item.span = {token.span.begin, scene.tokens[t + item.count - 1].span.end};
    scene.symbols.add(symbol);
    scene.items.push_back(item);
    t += item.count;
  }
}

void run(const Compiled& compiled, const Scene& scene, Memory& memory,
         std::vector<Mention>& out) {
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

}  // namespace

struct Engine::Impl {
  const Lexicons& lexicons;
  Vocabulary vocabulary;
  std::vector<Compiled> compiled;
};

Engine::Engine(const Lexicons& lexicons) {
  auto impl = std::make_unique<Impl>(Impl{lexicons, Vocabulary(lexicons), {}});
  for (const Extractor* extractor : extractors()) {
    impl->compiled.push_back(compile(*extractor, lexicons));
  }
  impl_ = std::move(impl);
}
Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;

const Lexicons& Engine::lexicons() const { return impl_->lexicons; }
const Vocabulary& Engine::vocabulary() const { return impl_->vocabulary; }

std::vector<RuleInfo> Engine::rules() const {
  std::vector<RuleInfo> rules;
  for (const Extractor* extractor : extractors()) {
    for (const Rule& rule : extractor->rules) {
      rules.push_back({extractor->name, rule.id, rule.example});
    }
  }
  return rules;
}

std::string_view shape_of(const Document& doc, const Token& token) {
  if (token.kind == TokenKind::number) {
    const std::string_view text = doc.text(token.span);
    const bool digits = text.find_first_not_of("0123456789") == std::string_view::npos;
    if (digits && text.size() == 4 && text >= "1800" && text < "2200") return "year";
    return digits && text.size() == 3 ? "num3" : "num";
  }
  if (token.kind == TokenKind::symbol) return "punct";
  if (token.upper && token.span.size() > 1) return "upper";
  return token.capital ? "cap" : "lower";
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
  std::sort(kept.begin(), kept.end(), [](const Mention& a, const Mention& b) {
    if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
    if (a.span.end != b.span.end) return a.span.end > b.span.end;
    return a.value.index() < b.value.index();
  });
  mentions = std::move(kept);
}

std::vector<Reading> extract(const Engine& engine, const Document& doc) {
  std::vector<Reading> readings;
  Narrative narrative;
  Memory memory;
  for (std::size_t s = 0; s < doc.sentences.size(); ++s) {
    Reading reading;
    reading.sentence = s;
    reading.tokens = tokenize(doc, doc.sentences[s].span);
    if (s > 0 && doc.sentences[s].paragraph != doc.sentences[s - 1].paragraph) {
      narrative.counted.clear();
    }
    for (const Compiled& compiled : engine.impl().compiled) {
      Scene scene{doc,
                  engine.lexicons(),
                  engine.impl().vocabulary,
                  doc.sentences[s],
                  reading.tokens,
                  {},
                  {},
                  reading.mentions,
                  narrative};
      write_symbols(compiled, engine.lexicons(), scene);
      std::vector<Mention> found;
      run(compiled, scene, memory, found);
      resolve_overlaps(found);
      if (compiled.extractor->settle != nullptr) compiled.extractor->settle(scene, found);
      reading.mentions.insert(reading.mentions.end(), std::make_move_iterator(found.begin()),
                              std::make_move_iterator(found.end()));
      std::stable_sort(
          reading.mentions.begin(), reading.mentions.end(),
          [](const Mention& a, const Mention& b) { return a.span.begin < b.span.begin; });
    }
    resolve_overlaps(reading.mentions);
    readings.push_back(std::move(reading));
  }
  return readings;
}

}  // namespace msmt
