/// Chunks: a sentence as phrases, verb groups, dates and the small words between them.
///
///     Since March 2022 , Berlin has delivered at least three Gepard tanks to Kyiv
///     [date          ] , [DE  ] [deliver, active] [goods: gepard, >=3   ] to [UA]
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/grammar.hpp"
#include "extract/vocabulary.hpp"
#include "msmt/claims.hpp"

namespace msmt {

enum class ChunkKind : std::uint8_t {
  phrase,  ///< a noun phrase, with its count, owner and `of` complement
  verb,    ///< a verb group, auxiliaries and catenative verbs included
  date,    ///< a date mention
  word     ///< a preposition, conjunction, punctuation mark, adverb …
};

/// How a verb group stands in its clause.
enum class Voice : std::uint8_t {
  none,
  active,      ///< "has transferred", "was preparing to send"
  passive,     ///< "were transferred", "is believed to have been sent"
  participle,  ///< "supplied by Iran" with no auxiliary
  gerund,      ///< "supplying"
  infinitive   ///< "to supply"
};

/// Somebody or something that a phrase names, and the bytes that name it.
struct Named {
  Party party;
  Span span;
};

/// Goods or people that a sentence named, for words of a later one that stand for them.
struct Meant {
  Item item;
  std::string klass;           ///< class of items.tsv
  std::string unit;            ///< what one of them is called: "drone"
  std::optional<Party> owner;  ///< whose they are
};

inline constexpr std::size_t kNoChunk = static_cast<std::size_t>(-1);

struct Chunk {
  ChunkKind kind = ChunkKind::word;
  std::size_t first = 0;  ///< first token
  std::size_t last = 0;   ///< one past the last token
  Span span;
  std::string word;  ///< folded text of a word chunk

  // A phrase.
  std::string head;   ///< folded head noun as written
  std::string lemma;  ///< singular head; base form of a verb group's main verb
  Span head_span;
  std::optional<Named> party;  ///< what it names: a country, a body, a person
  std::optional<Named> owner;  ///< whose it is: "Russia's", "Russian", "its"
  bool owner_is_adjective = false;
  bool owner_bare = false;     ///< a name right before the noun: "gave [Russia drones]"
  bool pronoun = false;        ///< "it", "they", "the two countries": to be resolved
  bool both = false;           ///< stands for two parties: "the two countries", "both sides"
  bool definite = false;       ///< begins with the, this, these, those, its …
  bool demonstrative = false;  ///< begins with these, those, this, that, such
  bool negative = false;       ///< "no shells", "none"
  bool person = false;
  bool country_head = false;  ///< the party is a country by name, not by adjective
  const Mention* quantity = nullptr;
  bool money = false;  ///< the count is of a currency
  const Mention* weapon = nullptr;
  std::size_t stands_for = kNoChunk;   ///< the chunk whose goods or people it counts: "six of them"
  std::shared_ptr<const Meant> meant;  ///< what it stands for, where another sentence named that
  std::vector<const Mention*> names;   ///< country, organization and military-unit mentions inside
  std::string item_class;              ///< class of items.tsv, or ""
  std::string item_id;                 ///< row of items.tsv, or ""
  Span of;                             ///< text after `of` that was drawn in
  std::string of_class;
  std::string of_id;
  const Mention* of_weapon = nullptr;
  std::optional<Named> of_party;  ///< "the government of Iran", "the report by X" are owners too
  std::string before;             ///< folded words before the head: "arms" in "arms transfers"

  // A verb group.
  Voice voice = Voice::none;
  std::vector<std::string> chain;  ///< lemmas of the catenative verbs: "believe", "plan"
  bool chain_passive = false;      ///< "is believed to"
  std::vector<std::string> adverbs;
  std::vector<std::string> modals;  ///< may, could, would, will …
  bool negated = false;
  bool perfect = false;
  bool plural = false;   ///< "were", "are", "have": of several
  std::string particle;  ///< "over" in "handed over"

  // A date.
  const Mention* date = nullptr;
};

/// Whether a chunk is this small word, preposition or punctuation mark.
inline bool is_word(const Chunk& chunk, std::string_view word) {
  return chunk.kind == ChunkKind::word && chunk.word == word;
}

/// Takes out chunks [begin, end); what stands for a chunk behind them goes on standing for it.
void remove_chunks(std::vector<Chunk>& chunks, std::size_t begin, std::size_t end);

/// The one printed form of a chunk: "[more than 20,000 containers: container, >20000 container]".
std::string print(const Document& doc, const Chunk& chunk);

/// Cuts one sentence into chunks; every token belongs to exactly one.
std::vector<Chunk> chunk(const Grammar& grammar, const Lexicons& lexicons,
                         const Vocabulary& vocabulary, const Document& doc, const Reading& reading);

}  // namespace msmt
