/// The inside of a gazetteer.
#pragma once

#include <string_view>

#include "lexicon/flat_slots.hpp"
#include "lexicon/gazetteer.hpp"
#include "lexicon/hash_word.hpp"
#include "msmt/lexicon.hpp"

namespace msmt {

/// Opens the inside of a gazetteer to the two places beside gazetteer.cpp that look into it: loading
/// and saving it, and numbering the words that names begin with. It is no part of the interface.
template <auto Member>
struct OpenGazetteer {
  friend auto& index_of(const Gazetteer& gazetteer) { return *(gazetteer.*Member); }
};
template struct OpenGazetteer<&Gazetteer::index_>;
auto& index_of(const Gazetteer& gazetteer);

/// All in flat arrays: there are twenty thousand forms, and making them is most of the start.
struct Gazetteer::Index {
  static constexpr std::uint32_t kNone = FlatSlots::kNone;

  struct Text {
    std::uint32_t begin = 0;  // in `text`
    std::uint32_t size = 0;
  };
  /// What is known of one spelling.
  struct Stored {
    Form form;
    Text exact;                  // as written when letter case matters, else empty
    std::uint32_t next = kNone;  // of the same folded words
  };
  /// Folded words, one space between two.
  struct Key {
    Text words;
    std::uint32_t hash = 0;
    std::uint32_t first = 0;  // in `stored`
    std::uint32_t last = 0;
  };
  /// A word that forms begin with.
  struct Start {
    Text word;
    std::uint32_t hash = 0;
    std::uint32_t longest = 0;  // words of the longest form
  };

  Flat<char> text;
  Flat<Stored> stored;
  Flat<Key> keys;
  Flat<Start> starts;
  FlatSlots key_slots;
  FlatSlots start_slots;
  FormWords words;  // of add(), kept for its memory

  template <typename Archive>
  void fields(Archive& archive) {
    archive(text);
    archive(stored);
    archive(keys);
    archive(starts);
    key_slots.fields(archive);
    start_slots.fields(archive);
  }

  std::string_view at(Text part) const { return text_of(text, part.begin, part.size); }
  Text keep(std::string_view part) {
    const Text kept{static_cast<std::uint32_t>(text.size()),
                    static_cast<std::uint32_t>(part.size())};
    text.append(part);
    return kept;
  }
  std::uint32_t find_key(std::string_view folded, std::uint32_t hash) const {
    return key_slots.find(hash, [&](std::uint32_t key) {
      return keys[key].hash == hash && at(keys[key].words) == folded;
    });
  }
  std::uint32_t find_start(std::string_view word, std::uint32_t hash) const {
    return start_slots.find(hash, [&](std::uint32_t start) {
      return starts[start].hash == hash && at(starts[start].word) == word;
    });
  }
};

}  // namespace msmt
