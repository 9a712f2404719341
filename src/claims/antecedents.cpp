/// Counts that lean on a noun before them in the sentence: "more than 6,000 of which", "of which the
/// first six", "eight of them", "some of whom".
#include <algorithm>
#include <array>

#include "claims/chunker.hpp"
#include "claims/refer.hpp"

namespace msmt {

bool is_bare_part(const Chunk& chunk) {
  if (chunk.kind != ChunkKind::phrase || chunk.party || !chunk.item_class.empty() || chunk.money ||
      !chunk.of.empty())
    return false;
  static constexpr std::array<std::string_view, 22> kParts = {
      "some", "most",      "many",  "all",  "both",   "none",   "several", "few",
      "half", "one",       "any",   "each", "latter", "former", "rest",    "majority",
      "bulk", "remainder", "first", "last", "two",    "three"};
  if (std::find(kParts.begin(), kParts.end(), chunk.head) != kParts.end()) return true;
  return chunk.quantity != nullptr && chunk.head_span.begin >= chunk.quantity->span.begin &&
         chunk.head_span.end <= chunk.quantity->span.end;
}

namespace {

bool is_of_which(const std::vector<Chunk>& chunks, std::size_t i) {
  if (i + 1 >= chunks.size() || !is_word(chunks[i], "of")) return false;
  return is_word(chunks[i + 1], "which") || is_word(chunks[i + 1], "whom");
}

/// "eight of them": behind a comma, of what stands before it.
bool is_of_them(const std::vector<Chunk>& chunks, std::size_t i) {
  return i + 1 < chunks.size() && is_word(chunks[i], "of") &&
         chunks[i + 1].kind == ChunkKind::phrase &&
         (chunks[i + 1].head == "them" || chunks[i + 1].head == "these") &&
         (i + 2 >= chunks.size() || chunks[i + 2].kind != ChunkKind::phrase);  // "of them children"
}

}  // namespace

std::size_t Chunker::antecedent_of(std::size_t part, bool person) const {
  for (std::size_t k = part; k > 0; --k) {
    const Chunk& chunk = chunks_[k - 1];
    if (is_word(chunk, ";") || is_word(chunk, ".")) break;
    if (chunk.kind != ChunkKind::phrase || chunk.pronoun || is_bare_part(chunk)) continue;
    const std::string& klass = chunk.item_class.empty() ? chunk.of_class : chunk.item_class;
    const bool people = klass == "troops" || klass == "workers" || klass == "people";
    const bool goods = klass == "arms" || klass == "goods" || klass == "parts" ||
                       klass == "vehicle" || klass == "fuel" || klass == "aid" ||
                       klass == "container";
    if (people || (goods && !person)) return k - 1;
  }
  return chunks_.size();
}

void Chunker::join_short_names() {
  for (std::size_t c = 0; c + 4 < chunks_.size(); ++c) {
    const Chunk& name = chunks_[c];
    const bool body = name.kind == ChunkKind::phrase && name.party &&
                      name.party->party.iso2.empty() && !name.person;
    const bool again = is_word(chunks_[c + 1], "(") && is_word(chunks_[c + 3], ")") &&
                       chunks_[c + 2].party && body &&
                       chunks_[c + 2].party->party == name.party->party;
    if (!again) continue;
    Chunk& noun = chunks_[c + 4];
    if (noun.kind != ChunkKind::phrase || noun.party || noun.owner || noun.definite ||
        noun.quantity != nullptr || noun.first != chunks_[c + 3].last ||
        token(noun.first).folded == "a" || token(noun.first).folded == "an") {
      remove_chunks(chunks_, c + 1, c + 4);  // "Korea Aerospace Industries (KAI) is late"
      continue;
    }
    noun.owner = name.party;
    noun.owner_bare = true;
    noun.first = name.first;
    noun.span.begin = name.span.begin;
    remove_chunks(chunks_, c, c + 4);
  }
}

void Chunker::join_adjectives_of_states() {
  const auto adjective = [](const Mention* name) {
    const auto* state = std::get_if<Country>(&name->value);
    return state != nullptr && state->form == "adjective";
  };
  for (std::size_t c = chunks_.size(); c > 2; --c) {
    const Chunk& first = chunks_[c - 3];
    Chunk& noun = chunks_[c - 1];
    const bool alone = first.kind == ChunkKind::phrase && first.last == first.first + 1 &&
                       first.party && first.names.size() == 1 && adjective(first.names.front());
    if (!alone || !is_word(chunks_[c - 2], ",") || noun.kind != ChunkKind::phrase ||
        !noun.owner_is_adjective ||
        std::count_if(noun.names.begin(), noun.names.end(), adjective) < 2)
      continue;
    noun.names.insert(noun.names.begin(), first.names.front());
    noun.owner = first.party;
    noun.first = first.first;
    noun.span.begin = first.span.begin;
    remove_chunks(chunks_, c - 3, c - 1);
    --c;
  }
}

void Chunker::join_dated_nouns() {
  for (std::size_t c = 0; c + 2 < chunks_.size(); ++c) {
    Chunk& noun = chunks_[c + 2];
    const bool article = chunks_[c].kind == ChunkKind::phrase &&
                         chunks_[c].last == chunks_[c].first + 1 &&
                         token(chunks_[c].first).folded == "the";
    if (!article || chunks_[c + 1].kind != ChunkKind::date || noun.kind != ChunkKind::phrase ||
        noun.definite || noun.first != chunks_[c + 1].last)
      continue;
    noun.definite = true;
    remove_chunks(chunks_, c, c + 1);
  }
}

void Chunker::lean_on_antecedents() {
  for (std::size_t c = 1; c < chunks_.size(); ++c) {
    std::size_t part = c;
    std::size_t link = c;  // of "of which"
    if (is_bare_part(chunks_[c]) &&
        (is_of_which(chunks_, c + 1) ||
         (is_of_them(chunks_, c + 1) && is_word(chunks_[c - 1], ",")))) {
      link = c + 1;
    } else if (is_of_which(chunks_, c) && is_word(chunks_[c - 1], ",")) {
      // ", of which they received no fewer than three"
      constexpr std::size_t kLongest = 6;  // chunks
      part = c + 2;
      while (part < chunks_.size() && part <= c + kLongest && !is_bare_part(chunks_[part]) &&
             !is_word(chunks_[part], ","))
        ++part;
      if (part >= chunks_.size() || !is_bare_part(chunks_[part])) continue;
    } else {
      continue;
    }
    const std::size_t noun = antecedent_of(c, is_word(chunks_[link + 1], "whom"));
    if (noun >= chunks_.size()) continue;
    const Chunk& before = chunks_[noun];
    Chunk& leaning = chunks_[part];
    leaning.stands_for = noun;
    leaning.item_class = before.item_class.empty() ? before.of_class : before.item_class;
    leaning.item_id = before.item_class.empty() ? before.of_id : before.item_id;
    if (!leaning.owner) leaning.owner = before.owner;
    if (!leaning.owner && noun + 2 < c && is_word(chunks_[noun + 1], "from") &&
        chunks_[noun + 2].party)
      leaning.owner = chunks_[noun + 2].party;  // "advisers from the Guard, some of whom"
    if (link > part) {
      leaning.last = chunks_[link + 1].last;
      leaning.span.end = chunks_[link + 1].span.end;
    }
    remove_chunks(chunks_, link, link + 2);
    // "the last | two of which": one phrase
    if (link == part + 1 && part > 0 && chunks_[part - 1].kind == ChunkKind::phrase &&
        is_bare_part(chunks_[part - 1])) {
      chunks_[part].first = chunks_[part - 1].first;
      chunks_[part].span.begin = chunks_[part - 1].span.begin;
      remove_chunks(chunks_, part - 1, part);
      --c;
    }
  }
}

}  // namespace msmt
