/// Verb groups: auxiliaries, catenatives, voice, particles.
///
///     "has not yet begun to hand over"   one group: chain begin, verb hand over, perfect, negated
#include <algorithm>

#include "claims/chunker.hpp"
#include "claims/clause_words.hpp"

namespace msmt {

namespace {

/// The modal that a short or negated form stands for.
std::string_view modal(std::string_view word) {
  if (word == "won't" || word == "'ll") return "will";
  if (word == "can't" || word == "cannot") return "can";
  return word == "shan't" ? "shall" : word;
}

/// "due to", "about to": adjectives between `be` and an infinitive.
bool readies(std::string_view word) {
  static constexpr std::string_view kReady[] = {"due",    "about", "ready",    "bound",
                                                "unable", "able",  "unlikely", "certain"};
  return std::find(std::begin(kReady), std::end(kReady), word) != std::end(kReady);
}

}  // namespace

std::string_view Chunker::auxiliary(std::string_view word) const {
  if (word == "'s" || word == "'re" || word == "'m" || word == "ain't") return "be";
  if (word == "'ve" || word == "'d") return "have";
  return vocabulary_.base(word);
}

bool Chunker::starts_verb(std::size_t i) const {
  const Tag tag = pieces_[i].tag;
  if (tag == Tag::verb || tag == Tag::modal || tag == Tag::auxiliary) return true;
  // "neither confirmed nor denied it"
  if (tag == Tag::negation && is(i, "neither"))
    return i + 1 < pieces_.size() && pieces_[i + 1].tag == Tag::verb;
  if (is(i, "to") && i + 1 < pieces_.size()) {
    std::size_t next = i + 1;
    while (next < pieces_.size() && pieces_[next].tag == Tag::adverb) ++next;
    const bool promised = next == i + 1 && i > 0 && next < pieces_.size() &&
                          pieces_[next].tag == Tag::verb && pieces_[i - 1].tag == Tag::verb;
    return next < pieces_.size() &&
           ((pieces_[next].tag == Tag::verb && (pieces_[next].kinds & kBase) != 0) || promised ||
            is(next, "be") || is(next, "have"));
  }
  return false;
}

std::size_t Chunker::verb(std::size_t i) {
  Chunk chunk;
  chunk.kind = ChunkKind::verb;
  chunk.first = pieces_[i].first;
  Group group{i, pieces_.size(), i};
  read_group(chunk, group);
  const std::size_t begin = group.begin;
  std::size_t end = group.end == begin ? begin + 1 : group.end;
  chunk.last = pieces_[end - 1].last;
  set_voice(chunk, group.main, group.be, group.have, group.finite, group.to);
  if (group.main == pieces_.size() && chunk.lemma.empty())
    read_lone_auxiliary(chunk, begin, end, group.to);
  if (end < pieces_.size() && end == group.main + 1 && takes_particle(chunk, end)) {
    chunk.particle = std::string(pieces_[end].folded);
    chunk.lemma += " " + chunk.particle;
    chunk.last = pieces_[end].last;
    ++end;
  }
  chunk.span = {token(chunk.first).span.begin, token(chunk.last - 1).span.end};
  chunks_.push_back(std::move(chunk));
  return end;
}

void Chunker::read_group(Chunk& chunk, Group& group) {
  for (std::size_t i = group.begin; i < pieces_.size(); ++i) {
    const Piece& piece = pieces_[i];
    const bool no_main = group.main == pieces_.size();
    const bool waits = (group.have || group.be) && no_main;
    if (group.be && no_main && is(i + 1, "to") && readies(piece.folded) && starts_verb(i + 1)) {
      chunk.lemma = std::string(piece.folded);  // "are due to arrive", "is about to send"
      push_chain(chunk, false);
      group.be = group.have = false;
      group.to = true;
      ++i;
    } else if (is(i, "to")) {
      if (!take_infinitive(chunk, group, i)) return;
    } else if (piece.tag == Tag::modal) {
      chunk.modals.emplace_back(modal(piece.folded));
      chunk.negated = chunk.negated || piece.folded.ends_with("n't") || piece.folded == "cannot";
      group.finite = true;
    } else if (piece.tag == Tag::negation) {
      chunk.negated = true;
    } else if (piece.tag == Tag::auxiliary) {
      if (!take_auxiliary(chunk, group, piece)) return;
    } else if (piece.tag == Tag::adverb) {
      if (!adverb_inside(i, !no_main)) return;
      chunk.adverbs.emplace_back(piece.folded);
    } else if (is(i, ",") && waits && past_adverb_aside(i) > i) {
      i = past_adverb_aside(i) - 1;
      continue;
    } else if (waits && passes(i)) {
      continue;
    } else if (piece.tag == Tag::verb) {
      if (!take_main(chunk, group, i)) return;
    } else {
      return;
    }
    group.end = i + 1;
  }
}

bool Chunker::passes(std::size_t i) const {
  std::size_t next = i + 1;
  while (next < pieces_.size() && (is(next, "been") || is(next, "being"))) ++next;
  const bool date =
      pieces_[i].tag == Tag::date && next < pieces_.size() && pieces_[next].tag == Tag::verb;
  return date || (is(i, "\"") && goes_on_in_quotes(i));
}

bool Chunker::goes_on_in_quotes(std::size_t i) const {
  if (i + 2 >= pieces_.size()) return false;
  const Piece& next = pieces_[i + 1];
  const bool been = next.tag == Tag::auxiliary && (next.folded == "been" || next.folded == "being");
  // "was "recklessly formed""
  const bool described = next.tag == Tag::adverb && pieces_[i + 2].tag == Tag::verb &&
                         (pieces_[i + 2].kinds & kParticiple) != 0;
  return described || (been && pieces_[i + 2].tag == Tag::verb) ||
         (next.tag == Tag::verb && (next.kinds & (kParticiple | kGerund)) != 0);
}

bool Chunker::take_infinitive(Chunk& chunk, Group& group, std::size_t i) {
  // an infinitive: at the start, or after a verb that takes one ("plans to send")
  const bool continues = group.main == pieces_.size() ? (i == group.begin || group.be || group.have)
                                                      : is_chain(chunk.lemma);
  if (!continues || !starts_verb(i)) return false;
  if (group.main != pieces_.size()) {
    push_chain(chunk, group.be);
    group.main = pieces_.size();
    group.be = group.have = false;
  } else if (group.be && i > group.begin) {
    chunk.modals.emplace_back("will");  // "are to follow"
    group.be = false;
  }
  group.to = true;
  return true;
}

bool Chunker::take_auxiliary(Chunk& chunk, Group& group, const Piece& piece) {
  if (group.main != pieces_.size() && piece.folded == "having" && is_chain(chunk.lemma)) {
    push_chain(chunk, group.be);  // "denies having transferred"
    group.main = pieces_.size();
    group.be = false;
  }
  if (group.main != pieces_.size()) return false;
  const std::string_view base = auxiliary(piece.folded);
  if (piece.folded == "were" || piece.folded == "are" || piece.folded == "have" ||
      piece.folded == "'re" || piece.folded == "'ve")
    chunk.plural = true;
  if (piece.folded == "ain't") chunk.negated = true;
  if (base == "be") group.be = true;
  if (base == "have") group.have = true;
  if (piece.folded != "been" && piece.folded != "being" && piece.folded != "be" &&
      piece.folded != "having") {
    group.finite = true;
  }
  return true;
}

bool Chunker::take_main(Chunk& chunk, Group& group, std::size_t i) {
  const Piece& piece = pieces_[i];
  if (group.main != pieces_.size()) {
    // "began supplying", "denied sending"
    const bool gerund = (piece.kinds & kGerund) != 0;
    const bool loose = chunk.lemma == "let" && piece.folded == "loose";  // "let loose 40 drones"
    const bool bare =
        (chunk.lemma == "help" || loose) && (piece.kinds & kBase) != 0 && i == group.main + 1;
    if ((!gerund || !is_chain(chunk.lemma)) && !bare) return false;
    push_chain(chunk, group.be);
    group.be = group.have = false;
  }
  group.main = i;
  chunk.lemma = std::string(vocabulary_.base(piece.folded));
  chunk.head = std::string(piece.folded);
  chunk.head_span = piece.span;
  return true;
}

void Chunker::read_lone_auxiliary(Chunk& chunk, std::size_t begin, std::size_t end, bool to) const {
  // auxiliaries alone: "is", "has", "will"
  for (std::size_t k = begin; k < end; ++k) {
    if (pieces_[k].tag != Tag::auxiliary) continue;
    chunk.lemma = std::string(auxiliary(pieces_[k].folded));
    chunk.head = std::string(pieces_[k].folded);
    chunk.head_span = pieces_[k].span;
  }
  chunk.voice = to && chunk.chain.empty() ? Voice::infinitive : Voice::active;
  if (chunk.head == "being" || chunk.head == "having") chunk.voice = Voice::gerund;
}

bool Chunker::takes_particle(const Chunk& chunk, std::size_t i) const {
  static constexpr std::string_view kParticles[] = {"over", "on",   "up", "out",   "off",
                                                    "down", "away", "in", "aside", "together"};
  static constexpr std::string_view kPhrasal[] = {"carry out", "lay out", "point out", "take over",
                                                  "bring in"};
  const std::string_view particle = pieces_[i].folded;
  if (std::find(std::begin(kParticles), std::end(kParticles), particle) == std::end(kParticles))
    return false;
  if (particle == "up" && is(i + 1, "to")) return false;  // "takes up to 90 percent"
  // "were flown in transport planes", not "were flown in from Chad"
  if (particle == "in" && chunk.voice == Voice::passive && opens_phrase(i + 1)) return false;
  if (particle == "in" && i + 1 < pieces_.size() && holds<Country>(pieces_[i + 1]) &&
      !opens_phrase(i + 2))
    return false;  // "learned to fly in Spain", but "flew in Syrian fighters"
  const std::string phrasal = chunk.lemma + " " + std::string(particle);
  return std::find(std::begin(kPhrasal), std::end(kPhrasal), phrasal) != std::end(kPhrasal) ||
         !grammar_.frames("verb", phrasal).empty();
}

std::size_t Chunker::past_adverb_aside(std::size_t i) const {
  std::size_t k = i + 1;
  while (k < pieces_.size() && (pieces_[k].tag == Tag::adverb || pieces_[k].tag == Tag::date)) ++k;
  const bool closed = k > i + 1 && is(k, ",") && k + 1 < pieces_.size() &&
                      (pieces_[k + 1].tag == Tag::verb || pieces_[k + 1].tag == Tag::adverb);
  return closed ? k + 1 : i;
}

void Chunker::push_chain(Chunk& chunk, bool be) {
  chunk.chain.push_back(chunk.lemma);
  if (be && (pieces_.empty() || !chunk.head.ends_with("ing"))) chunk.chain_passive = true;
  chunk.lemma.clear();
}

bool Chunker::adverb_inside(std::size_t i, bool has_main) const {
  if (has_main) return false;
  for (std::size_t k = i + 1; k < pieces_.size(); ++k) {
    const Tag tag = pieces_[k].tag;
    if (tag == Tag::verb || tag == Tag::auxiliary || tag == Tag::negation) return true;
    if (is(k, "to")) return starts_verb(k);
    if (tag != Tag::adverb) return false;
  }
  return false;
}

void Chunker::set_voice(Chunk& chunk, std::size_t main, bool be, bool have, bool finite,
                        bool to) const {
  chunk.perfect = have;
  if (main == pieces_.size()) return;
  const std::uint32_t kinds = pieces_[main].kinds;
  const bool gerund = (kinds & kGerund) != 0 && (kinds & (kBase | kParticiple)) == 0;
  const bool participle = (kinds & kParticiple) != 0;
  const bool in_chain = !chunk.chain.empty();
  if (be && participle && !gerund) {
    // "tanks being promised to Ghana": no statement of its own
    chunk.voice = !finite && !have && chunk.head_span.begin > token(chunk.first).span.begin &&
                          token(chunk.first).folded == "being" && !in_chain
                      ? Voice::participle
                      : Voice::passive;
  } else if (!finite && !in_chain && !to && token(chunk.first).folded == "having") {
    chunk.voice = Voice::gerund;  // "accused of having shipped"
  } else if (be || have) {
    chunk.voice = to && !in_chain && !finite ? Voice::infinitive : Voice::active;
  } else if (gerund) {
    chunk.voice = in_chain ? Voice::active : Voice::gerund;
  } else if (to && !in_chain && !finite) {
    chunk.voice = Voice::infinitive;
  } else if (in_chain || finite || (kinds & (kBase | kThird)) != 0) {
    chunk.voice = Voice::active;
    if ((kinds & (kPast | kParticiple)) != 0 && !in_chain && !finite) chunk.voice = ed_voice(main);
  } else {
    chunk.voice = ed_voice(main);
  }
  // "by continuing to sell copper", "accused of planning to sell rifles"
  const bool behind = in_chain && !finite && chunk.first > 0 && !have &&
                      token(chunk.first).folded.ends_with("ing") &&
                      is_preposition(token(chunk.first - 1).folded);
  if (behind && chunk.voice == Voice::active) chunk.voice = Voice::gerund;
  // "called on its allies to continue supplying arms"
  const bool first_to = in_chain && !finite && !have && token(chunk.first).folded == "to";
  if (first_to && chunk.voice == Voice::active) chunk.voice = Voice::infinitive;
}

}  // namespace msmt
