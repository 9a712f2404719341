#include "claims/chunk.hpp"

#include <algorithm>
#include <string>

#include "claims/chunker.hpp"
#include "claims/clause_words.hpp"
#include "claims/refer.hpp"

namespace msmt {

void remove_chunks(std::vector<Chunk>& chunks, std::size_t begin, std::size_t end) {
  chunks.erase(chunks.begin() + static_cast<std::ptrdiff_t>(begin),
               chunks.begin() + static_cast<std::ptrdiff_t>(end));
  for (Chunk& chunk : chunks) {
    if (chunk.stands_for == kNoChunk || chunk.stands_for < begin) continue;
    chunk.stands_for = chunk.stands_for < end ? kNoChunk : chunk.stands_for - (end - begin);
  }
}

std::vector<Chunk> Chunker::run() {
  cut();
  for (std::size_t i = 0; i < pieces_.size(); ++i) pieces_[i].tag = tag(i);
  find_main_verb();
  chunks_.reserve(pieces_.size());  // a chunk is large to move
  std::size_t i = 0;
  while (i < pieces_.size()) {
    const bool phrasal = phrase_words(i) > 1 && quantity_at(i) == nullptr;
    if (pieces_[i].tag == Tag::date) {
      i = date(i);
    } else if (!phrasal && starts_verb(i) && !(is(i, "close") && quantity_at(i) != nullptr)) {
      i = verb(i);
    } else if (!phrasal && starts_phrase(i)) {
      i = phrase(i);
    } else {
      i = word(i);
    }
  }
  // "[North Korea] was responsible": what an editor puts in reads as the rest
  std::erase_if(chunks_, [](const Chunk& c) { return is_word(c, "[") || is_word(c, "]"); });
  join_short_names();
  join_dated_nouns();
  join_adjectives_of_states();
  lean_on_antecedents();
  part_lists();
  share_negations();
  join_split_perfects();
  share_passives();
  join_believed();
  read_headline();
  for (std::size_t c = 0; c < chunks_.size(); ++c) {
    if (chunks_[c].lemma == "fighter" && fights(c)) enlist(chunks_[c]);
  }
  return std::move(chunks_);
}

void Chunker::part_lists() {
  // "20 tanks; 14 howitzers; and 200 missiles": no clause begins before a counted thing without a verb
  const auto counted = [&](std::size_t c) {
    return c < chunks_.size() && chunks_[c].kind == ChunkKind::phrase && !chunks_[c].party &&
           !chunks_[c].pronoun &&
           (chunks_[c].quantity != nullptr || !chunks_[c].item_class.empty());
  };
  const auto verbless = [&](std::size_t c) {
    while (c < chunks_.size() && !is_word(chunks_[c], ";") && !is_word(chunks_[c], ".")) {
      if (chunks_[c].kind == ChunkKind::verb && chunks_[c].voice != Voice::participle) return false;
      ++c;
    }
    return true;
  };
  for (std::size_t c = 1; c + 1 < chunks_.size(); ++c) {
    // "will supply: 12 radars, 40 trucks"
    const bool behind_verb = is_word(chunks_[c], ":") && chunks_[c - 1].kind == ChunkKind::verb &&
                             chunks_[c - 1].voice != Voice::participle;
    if (behind_verb && counted(c + 1) && verbless(c + 1)) remove_chunks(chunks_, c, c + 1);
  }
  for (std::size_t c = 1; c + 1 < chunks_.size(); ++c) {
    if (!is_word(chunks_[c], ";") || chunks_[c - 1].money)
      continue;  // a sum parts items that have prices
    if (c > 2 && is_word(chunks_[c - 2], "for") && chunks_[c - 3].kind == ChunkKind::phrase)
      continue;  // "mines for howitzers; and rifles": the list goes on behind what they are for
    const std::size_t next = is_word(chunks_[c + 1], "and") ? c + 2 : c + 1;
    if (counted(next) && verbless(next)) chunks_[c].word = ",";
  }
}

void Chunker::join_believed() {
  for (std::size_t c = 0; c + 3 < chunks_.size(); ++c) {
    const Chunk& belief = chunks_[c];
    Chunk& deed = chunks_[c + 3];
    const bool by = belief.kind == ChunkKind::verb && belief.voice == Voice::passive &&
                    is_word(chunks_[c + 1], "by") && chunks_[c + 2].kind == ChunkKind::phrase;
    if (!by || deed.kind != ChunkKind::verb || !doc_.words(deed.span).starts_with("to ")) continue;
    const std::string_view cue = grammar_.cue("chain", belief.lemma);
    const bool holds = cue == "believed" || cue == "possible" || cue == "reported";
    if (!holds && cue != "planned" && cue != "none") continue;
    deed.chain.insert(deed.chain.begin(), belief.lemma);
    if (!holds) continue;  // "asked by Chad to send": who asks says nothing of it
    deed.chain_passive = true;
    deed.adverbs.insert(deed.adverbs.end(), belief.adverbs.begin(), belief.adverbs.end());
    deed.modals = belief.modals;
    deed.negated = deed.negated || belief.negated;
    if (deed.voice == Voice::infinitive) deed.voice = Voice::active;
    chunks_[c + 1].word = "according to";  // who believes it says so
    remove_chunks(chunks_, c, c + 1);
    const auto at = chunks_.begin() + static_cast<std::ptrdiff_t>(c);
    std::rotate(at, at + 2, at + 3);
    for (Chunk& chunk : chunks_) {
      if (chunk.stands_for >= c && chunk.stands_for <= c + 2)
        chunk.stands_for = chunk.stands_for == c + 2 ? c : chunk.stands_for + 1;
    }
  }
}

void Chunker::join_split_perfects() {
  // "has for two years blocked the payment", "have since May trained 300 recruits"
  constexpr std::size_t kFar = 6;  // chunks
  for (std::size_t c = 0; c + 2 < chunks_.size(); ++c) {
    const Chunk& have = chunks_[c];
    const bool bare = have.kind == ChunkKind::verb && have.lemma == "have" &&
                      have.voice == Voice::active && have.chain.empty() && have.modals.empty() &&
                      have.first + 1 == have.last;
    if (!bare) continue;
    std::size_t k = c + 1;
    while (k < chunks_.size() && k < c + kFar &&
           (chunks_[k].kind == ChunkKind::date || mark_of(chunks_[k]) == "adv"))
      ++k;
    if (k + 1 < chunks_.size() && chunks_[k].kind == ChunkKind::word &&
        (chunks_[k].word == "for" || chunks_[k].word == "over" || chunks_[k].word == "in") &&
        chunks_[k + 1].kind == ChunkKind::phrase && chunks_[k + 1].quantity != nullptr)
      k += 2;
    if (k == c + 1 || k >= chunks_.size() || chunks_[k].kind != ChunkKind::verb) continue;
    const bool past = chunks_[k].voice == Voice::active || chunks_[k].voice == Voice::participle;
    const std::uint32_t kinds = vocabulary_.kinds(token(chunks_[k].first).folded);
    if (!past || chunks_[k].lemma == "have" || chunks_[k].first + 1 != chunks_[k].last ||
        (kinds & kParticiple) == 0)
      continue;
    chunks_[k].voice = Voice::active;
    chunks_[k].perfect = true;
    chunks_[k].negated = chunks_[k].negated || have.negated;
    remove_chunks(chunks_, c, c + 1);
  }
}

void Chunker::share_passives() {
  // "were built in Oman, shipped to Yemen and fired at Eritrea": the auxiliary stands before the first
  const auto joined = [&](std::size_t c, std::string_view word) {
    std::size_t k = c;
    while (k > 0 && chunks_[k - 1].kind == ChunkKind::word && mark_of(chunks_[k - 1]) == "adv") --k;
    return k > 0 && is_word(chunks_[k - 1], word);
  };
  const auto goes_on = [&](std::size_t c) {
    for (std::size_t k = c + 1; k < chunks_.size(); ++k) {
      if (chunks_[k].kind != ChunkKind::verb) continue;
      return chunks_[k].voice == Voice::participle && (joined(k, "and") || joined(k, "or"));
    }
    return false;
  };
  std::size_t left = chunks_.size();  // the verb before
  for (std::size_t c = 0; c < chunks_.size(); ++c) {
    if (chunks_[c].kind != ChunkKind::verb) continue;
    const bool joins =
        joined(c, "and") || joined(c, "or") || joined(c, "but") || (joined(c, ",") && goes_on(c));
    if (chunks_[c].voice == Voice::participle && left < c && joins &&
        chunks_[left].voice == Voice::passive) {
      chunks_[c].voice = Voice::passive;
      chunks_[c].chain = chunks_[left].chain;
      chunks_[c].chain_passive = chunks_[left].chain_passive;
      chunks_[c].modals = chunks_[left].modals;
      chunks_[c].negated = chunks_[c].negated || chunks_[left].negated;
      chunks_[c].perfect = chunks_[left].perfect;
    }
    left = c;
  }
}

void Chunker::share_negations() {
  // "has not confirmed or denied", "neither confirmed nor denied", "declined to confirm or deny": the second
  // verb has no word of its own
  for (std::size_t c = 2; c < chunks_.size(); ++c) {
    Chunk& verb = chunks_[c];
    const Chunk& left = chunks_[c - 2];
    const bool joined = is_word(chunks_[c - 1], "or") || is_word(chunks_[c - 1], "nor");
    const bool both = joined && verb.kind == ChunkKind::verb && left.kind == ChunkKind::verb;
    if (!both || verb.voice == Voice::passive || !verb.modals.empty() || verb.perfect) continue;
    const bool refused =
        !left.chain.empty() && (left.chain.front() == "decline" || left.chain.front() == "refuse");
    const bool bare = !verb.chain.empty() || verb.span.begin == verb.head_span.begin;
    verb.negated = verb.negated || (bare && (left.negated || refused));
  }
}

void Chunker::read_headline() {
  // "Norway, Denmark to donate 9,000 shells"
  const bool two = chunks_.size() > 4 && chunks_[0].country_head && is_word(chunks_[1], ",") &&
                   chunks_[2].country_head && chunks_[3].kind == ChunkKind::verb &&
                   chunks_[3].voice == Voice::infinitive;
  if (two) {
    chunks_[1].word = "and";
    chunks_[3].voice = Voice::active;
    chunks_[3].modals.emplace_back("will");
  }
  if (chunks_.size() < 3 || chunks_[0].kind != ChunkKind::phrase || !chunks_[0].party ||
      (chunks_[0].party->party.iso2.empty() && !chunks_[0].person) ||
      chunks_[1].kind != ChunkKind::verb)
    return;
  Chunk& verb = chunks_[1];
  const bool infinitive = fold(doc_.words(verb.span)).starts_with("to ") && verb.modals.empty() &&
                          !verb.perfect && !verb.negated;
  if (!infinitive || (verb.voice != Voice::infinitive && verb.voice != Voice::passive)) return;
  for (std::size_t k = 2; k < chunks_.size(); ++k) {
    // no other verb than that of who says so: ", Moscow says"
    const bool finite = chunks_[k].kind == ChunkKind::verb &&
                        (chunks_[k].voice == Voice::active || chunks_[k].voice == Voice::passive);
    if (finite && !(k > 2 && is_word(chunks_[k - 2], ","))) return;
  }
  if (verb.voice == Voice::infinitive) verb.voice = Voice::active;
  verb.modals.emplace_back("will");
}

std::size_t Chunker::date(std::size_t i) {
  Chunk chunk;
  chunk.kind = ChunkKind::date;
  chunk.first = pieces_[i].first;
  chunk.last = pieces_[i].last;
  chunk.span = pieces_[i].span;
  chunk.date = pieces_[i].mention;
  chunks_.push_back(std::move(chunk));
  return i + 1;
}

std::size_t Chunker::word(std::size_t i) {
  const std::size_t taken = std::max<std::size_t>(1, phrase_words(i));
  std::string text;
  for (std::size_t k = i; k < i + taken; ++k) {
    if (!text.empty()) text += ' ';
    text += pieces_[k].folded;
  }
  Chunk chunk;
  chunk.kind = ChunkKind::word;
  chunk.first = pieces_[i].first;
  chunk.last = pieces_[i + taken - 1].last;
  chunk.span = {pieces_[i].span.begin, pieces_[i + taken - 1].span.end};
  // " - which Iran has used": with spaces on both sides a hyphen is a dash
  const bool dash = text == "-" && i > 0 && !token(chunk.first).glued && at(i + 1) != nullptr &&
                    !token(pieces_[i + 1].first).glued;
  chunk.word = dash ? "--" : text;
  chunks_.push_back(std::move(chunk));
  return i + taken;
}

std::size_t Chunker::phrase_words(std::size_t i) const {
  const auto word_at = [&](std::size_t k) {
    const Piece* piece = at(i + k);
    return piece == nullptr ? std::string_view() : piece->folded;
  };
  const FixedPhrases::Found found = grammar_.complex_prepositions().longest(word_at);
  if (found.phrase != "due to") return found.words;
  const Piece* next = at(i + found.words);  // "are due to arrive"
  const bool infinitive = next != nullptr && next->mention == nullptr &&
                          (next->kinds & kBase) != 0 && !is_plural(next->folded) && i > 0 &&
                          pieces_[i - 1].tag == Tag::auxiliary;
  return infinitive ? 0 : found.words;
}

std::string print(const Document& doc, const Chunk& chunk) {
  static constexpr std::string_view kVoices[] = {"",           "active", "passive",
                                                 "participle", "gerund", "infinitive"};
  const std::string text = quote(doc, chunk.span);
  switch (chunk.kind) {
    case ChunkKind::word:
      return chunk.word;
    case ChunkKind::date:
      return "{" + text + "}";
    case ChunkKind::verb: {
      std::string out = "<" + text + ":";
      for (const std::string& lemma : chunk.chain) out += " " + lemma + " +";
      return out + " " + chunk.lemma + ", " +
             std::string(kVoices[static_cast<std::size_t>(chunk.voice)]) +
             (chunk.negated ? ", negated" : "") + ">";
    }
    case ChunkKind::phrase:
      break;
  }
  std::string notes;
  const auto note = [&](std::string_view what) {
    notes += notes.empty() ? ": " : ", ";
    notes += what;
  };
  if (chunk.party)
    note(chunk.party->party.iso2.empty() ? chunk.party->party.name : chunk.party->party.iso2);
  if (chunk.person) note("person");
  if (chunk.owner)
    note("of " +
         (chunk.owner->party.iso2.empty() ? chunk.owner->party.name : chunk.owner->party.iso2));
  if (!chunk.item_class.empty())
    note(chunk.item_class + (chunk.item_id.empty() ? "" : "/" + chunk.item_id));
  if (!chunk.of_class.empty()) note("of " + chunk.of_class);
  if (chunk.quantity != nullptr) note(msmt::print(chunk.quantity->value));
  if (chunk.weapon != nullptr) note(msmt::print(chunk.weapon->value));
  return "[" + text + notes + "]";
}

std::vector<Chunk> chunk(const Grammar& grammar, const Lexicons& lexicons,
                         const Vocabulary& vocabulary, const Document& doc,
                         const Reading& reading) {
  return Chunker(grammar, lexicons, vocabulary, doc, reading).run();
}

}  // namespace msmt
