#include "extract/compiled.hpp"

#include <algorithm>

#include "lexicon/gazetteer_index.hpp"
#include "msmt/error.hpp"

namespace msmt {

namespace {

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

Alphabet make_alphabet(const Extractor& extractor, const Lexicons& lexicons) {
  Alphabet alphabet;
  for (const std::string_view shape : kShapes) alphabet.add_mark(shape);
  for (const Names& names : extractor.names) alphabet.add_mark(names.mark);
  for (const PatternClass& klass : extractor.classes) {
    const Table& table = lexicons.table(klass.table);
    for (const Row& row : table.rows) {
      if (klass.where_value != nullptr &&
          table.cell(row, klass.where_column) != klass.where_value) {
        continue;
      }
      for (const std::string_view form : table.list(row, klass.column)) {
        alphabet.add_form(klass.name, fold_words(form));
      }
    }
  }
  for (const Rule& rule : extractor.rules) alphabet.add_words_of(rule.pattern);
  alphabet.freeze();
  return alphabet;
}

/// The value that mentions of a type hold, as an index of the variant.
std::size_t type_index(std::string_view type) {
  const std::array<Value, std::variant_size_v<Value>> values = {
      Quantity{}, Date{}, Weapon{}, Country{}, Unit{}, MilitaryUnit{}, Organization{}};
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (type_name(values[i]) == type) return i;
  }
  throw Error(std::string(type), "no mention is of this type", "see src/extract/value.cpp");
}

/// Tables without what is worked out of the lexicons.
std::vector<Compiled> bare(const Lexicons& lexicons) {
  std::vector<const Gazetteer*> gazetteers;
  std::vector<Compiled> out;
  for (const Extractor* extractor : extractors()) {
    Compiled compiled;
    compiled.extractor = extractor;
    for (const Rule& rule : extractor->rules) {
      if (rule.read != nullptr) compiled.rules.push_back(&rule);  // else given by another table
    }
    for (const Names& names : extractor->names) {
      CompiledNames made;
      made.names = &names;
      if (names.table != nullptr) {
        made.gazetteer = &lexicons.gazetteer(names.table);
        const auto known = std::find(gazetteers.begin(), gazetteers.end(), made.gazetteer);
        made.starts = std::uint32_t{1} << static_cast<std::uint32_t>(known - gazetteers.begin());
        if (known == gazetteers.end()) gazetteers.push_back(made.gazetteer);
        compiled.starts |= made.starts;
      } else {
        made.type = type_index(names.type);
      }
      compiled.names.push_back(made);
    }
    out.push_back(std::move(compiled));
  }
  return out;
}

/// Numbers all words, in their order.
void number_words(Tables& tables, const std::vector<Alphabet>& alphabets) {
  std::vector<std::string_view> words;
  for (const Alphabet& alphabet : alphabets) {
    for (const auto& [word, symbol] : alphabet.words()) words.push_back(word);
  }
  for (const Compiled& compiled : tables.compiled) {
    for (const CompiledNames& names : compiled.names) {
      if (names.gazetteer == nullptr) continue;
      const auto& index = index_of(*names.gazetteer);
      for (const auto& start : index.starts) words.push_back(index.at(start.word));
    }
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  for (const std::string_view word : words) tables.words.add(word);
}

/// What is saved of the tables, in this order.
template <typename Archive>
void fields(Tables& tables, Archive& archive) {
  tables.words.fields(archive);
  archive(tables.word_bits);
  for (Compiled& compiled : tables.compiled) {
    compiled.index.fields(archive);
    archive(compiled.symbols);
    archive(compiled.shape_symbols);
    archive(compiled.name_symbols);
    if constexpr (Archive::kLoads) {
      compiled.patterns.reserve(compiled.rules.size());
      for (std::size_t r = 0; r < compiled.rules.size(); ++r) {
        compiled.patterns.emplace_back(archive);
      }
    } else {
      for (Pattern& pattern : compiled.patterns) pattern.save(archive);
    }
  }
}

}  // namespace

Shape shape_number(const Document& doc, const Token& token) {
  if (token.kind == TokenKind::number) {
    const std::string_view text = doc.text(token.span);
    const bool digits = text.find_first_not_of("0123456789") == std::string_view::npos;
    if (digits && text.size() == 4 && text >= "1000" && text < "2200") return Shape::year;
    return digits && text.size() == 3 ? Shape::num3 : Shape::num;
  }
  if (token.kind == TokenKind::symbol) return Shape::punct;
  if (token.upper && token.span.size() > 1) return Shape::upper;
  return token.capital ? Shape::cap : Shape::lower;
}

std::string_view shape_of(const Document& doc, const Token& token) {
  return kShapes[static_cast<std::size_t>(shape_number(doc, token))];
}

Tables compile_tables(const Lexicons& lexicons, const Vocabulary& vocabulary) {
  Tables tables;
  tables.compiled = bare(lexicons);
  std::vector<Alphabet> alphabets;
  for (const Compiled& compiled : tables.compiled) {
    alphabets.push_back(make_alphabet(*compiled.extractor, lexicons));
  }
  number_words(tables, alphabets);
  std::vector<std::uint32_t> bits(tables.words.size(), 0);
  for (std::size_t t = 0; t < tables.compiled.size(); ++t) {
    Compiled& compiled = tables.compiled[t];
    const Alphabet& alphabet = alphabets[t];
    for (const Rule* rule : compiled.rules) {
      compiled.patterns.emplace_back(alphabet, rule->pattern, rule->id);
    }
    compiled.index = PatternIndex(compiled.patterns, alphabet.size());
    std::vector<Symbol> symbols(tables.words.size(), 0);
    for (const auto& [word, symbol] : alphabet.words()) {
      const std::uint32_t number = tables.words.find(word);
      symbols[number] = symbol;
      if (vocabulary.is(word, kPronoun)) bits[number] |= Tables::kIsPronoun;
    }
    compiled.symbols.take(std::move(symbols));
    for (const std::string_view shape : kShapes) {
      compiled.shape_symbols.push_back(alphabet.symbol({}, shape));
    }
    for (const CompiledNames& names : compiled.names) {
      compiled.name_symbols.push_back(alphabet.symbol({}, names.names->mark));
      if (names.gazetteer == nullptr) continue;
      const auto& index = index_of(*names.gazetteer);
      for (const auto& start : index.starts) {
        bits[tables.words.find(index.at(start.word))] |= names.starts;
      }
    }
  }
  tables.word_bits.take(std::move(bits));
  return tables;
}

Tables load_tables(const Lexicons& lexicons, std::span<const std::uint64_t> saved) {
  Loader loader(saved);
  Tables tables;
  tables.compiled = bare(lexicons);
  fields(tables, loader);
  return tables;
}

std::string save_tables(Tables& tables) {
  Saver saver;
  fields(tables, saver);
  return saver.bytes();
}

}  // namespace msmt
