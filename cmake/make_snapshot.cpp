// Makes the snapshot: what the built-in tables come to, as a C++ source (src/lexicon/snapshot.hpp).
//
//     make_snapshot snapshot_data.cpp
#include <cstdint>
#include <cstring>
#include <exception>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <string_view>

#include "claims/constructions.hpp"
#include "extract/compiled.hpp"
#include "lexicon/flat.hpp"
#include "lexicon/snapshot.hpp"

msmt::Snapshot msmt::snapshot() { return {}; }

namespace {

void write_words(std::ofstream& out, std::string_view name, std::string_view bytes) {
  out << "constexpr std::uint64_t " << name << "[] = {";
  constexpr std::size_t kPerLine = 6;
  for (std::size_t at = 0; at < bytes.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, sizeof word);
    out << (at / sizeof word % kPerLine == 0 ? "\n    " : " ") << "0x" << std::hex << word << "U,";
  }
  out << "\n};\n\n";
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc != 2) throw std::runtime_error("usage: make_snapshot OUTPUT");
    const msmt::Lexicons lexicons = msmt::load_lexicons({});
    msmt::Saver names;
    msmt::save_names(lexicons, names);
    msmt::Vocabulary vocabulary(lexicons);
    msmt::Saver words;
    vocabulary.fields(words);
    msmt::Tables tables = msmt::compile_tables(lexicons, vocabulary);
    msmt::Saver constructions;
    msmt::save_constructions(constructions);
    std::ofstream out(argv[1], std::ios::binary);
    out << "// Made from data/lexicon/*.tsv and the rule tables by cmake/make_snapshot.cpp.\n"
           "#include \"lexicon/snapshot.hpp\"\n\nnamespace {\n\n";
    write_words(out, "kNames", names.bytes());
    write_words(out, "kVocabulary", words.bytes());
    write_words(out, "kEngine", msmt::save_tables(tables));
    write_words(out, "kConstructions", constructions.bytes());
    out << "}  // namespace\n\nmsmt::Snapshot msmt::snapshot() {\n  return {\"" << lexicons.digest()
        << "\", kNames, kVocabulary, kEngine, kConstructions};\n}\n";
    out.close();
    if (!out) throw std::runtime_error(std::string(argv[1]) + ": cannot be written");
  } catch (const std::exception& error) {
    std::cerr << "make_snapshot: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
