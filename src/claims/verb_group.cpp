/// Verb groups: auxiliaries, catenatives, voice, particles.
#include <algorithm>

#include "claims/chunker.hpp"

namespace msmt {

namespace {

/// The modal that a short or negated form stands for.
std::string_view modal(std::string_view word) {
  if (word == "won't" || word == "'ll") return "will";
  if (word == "can't" || word == "cannot") return "can";
  return word == "shan't" ? "shall" : word;
}

/// "they", "he": a pronoun that is always the subject.
bool acts_alone(std::string_view word) {
  static constexpr std::string_view kSubjects[] = {"they", "he", "she", "it", "we", "i"};
  return std::find(std::begin(kSubjects), std::end(kSubjects), word) != std::end(kSubjects);
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
  const bool date =
      pieces_[i].tag == Tag::date && i + 1 < pieces_.size() && pieces_[i + 1].tag == Tag::verb;
  return date || (is(i, "\"") && goes_on_in_quotes(i));
}

bool Chunker::goes_on_in_quotes(std::size_t i) const {
  if (i + 2 >= pieces_.size()) return false;
  const Piece& next = pieces_[i + 1];
  const bool been = next.tag == Tag::auxiliary && (next.folded == "been" || next.folded == "being");
  return (been && pieces_[i + 2].tag == Tag::verb) ||
         (next.tag == Tag::verb && (next.kinds & (kParticiple | kGerund)) != 0);
}

bool Chunker::parted_by_date(std::size_t main) const {
  std::size_t k = main + 1;
  while (k < pieces_.size() && pieces_[k].tag == Tag::date) ++k;
  return k > main + 1 && k < pieces_.size() && pieces_[k].tag == Tag::verb &&
         (pieces_[k].kinds & (kPast | kThird)) != 0 && (pieces_[k].kinds & kSay) == 0;
}

bool Chunker::person_before(std::size_t i) const {
  if (i < 2 || doc_.sentences[reading_.sentence].zone == Zone::headline) return false;
  const auto name = [&](const Piece& piece) {
    return piece.tag == Tag::noun && piece.mention == nullptr && token(piece.first).capital &&
           !token(piece.first).upper;
  };
  return name(pieces_[i - 1]) && name(pieces_[i - 2]);
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
    const bool bare = chunk.lemma == "help" && (piece.kinds & kBase) != 0 && i == group.main + 1;
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
}

bool Chunker::answers_by_deed(std::size_t main) const {
  if (main == 0 || main + 3 >= pieces_.size() || !is(main + 1, "by")) return false;
  const Piece& before = pieces_[main - 1];
  const bool subject = is_name(before) || before.tag == Tag::pronoun;
  return subject && pieces_[main + 2].tag == Tag::verb &&
         (pieces_[main + 2].kinds & kGerund) != 0 && !finite_elsewhere(main);
}

bool Chunker::counts_behind_particle(std::size_t main) const {
  if (main + 2 >= pieces_.size() || quantity_at(main + 2) == nullptr) return false;
  const std::string_view base = vocabulary_.base(pieces_[main].folded);
  const std::string phrasal = std::string(base) + " " + std::string(pieces_[main + 1].folded);
  return !grammar_.frames("verb", phrasal).empty();
}

Voice Chunker::ed_voice(std::size_t main) const {
  const std::uint32_t kinds = pieces_[main].kinds;
  const bool bare_form = (kinds & kBase) != 0;  // "forbid", "cut", "set": the present as well
  if (bare_form && main > 0 && pieces_[main - 1].tag == Tag::noun && opens_phrase(main + 1))
    return Voice::active;
  if (bare_form && (kinds & kIntransitive) != 0 && main > 0 && pieces_[main - 1].tag == Tag::noun &&
      is(main + 1, "from"))
    return Voice::active;  // "most of its weapons come from Russia"
  if ((kinds & kPast) != 0 && is(main, "left") && is(main + 1, "for") && main > 0 &&
      pieces_[main - 1].tag == Tag::noun)
    return Voice::active;  // "the regiment left for Kursk"
  if (main + 1 < pieces_.size() && main > 0 && never_takes_object(main) &&
      (pieces_[main - 1].tag == Tag::noun ||
       (is(main - 1, ",") && pairs_comma(main - 1) && !finite_elsewhere(main))))
    return Voice::active;  // "rifles turned up in Chad", "MINUSMA, the UN mission, closed down"
  if ((kinds & kPast) == 0) return Voice::participle;
  if ((kinds & kParticiple) == 0) return Voice::active;
  if (main > 0 && in_relative(main) && pieces_[main - 1].tag == Tag::noun &&
      (holds<Country>(pieces_[main - 1]) || holds<Organization>(pieces_[main - 1]))) {
    return Voice::active;  // "the missiles that Russia received from Iran"
  }
  if ((kinds & kIntransitive) != 0 && main > 0 && (is(main + 1, "from") || is(main + 1, "by")) &&
      (pieces_[main - 1].tag == Tag::noun || pieces_[main - 1].tag == Tag::number ||
       is(main - 1, "more") || is(main - 1, "others")))
    return Voice::active;  // "weapons flowed from Libya", "eight more arrived from Spain"
  if (main > 0 && (is(main + 1, "him") || is(main + 1, "them") || is(main + 1, "us")))
    return Voice::active;  // "where Kim Jong Un received him"
  if (answers_by_deed(main)) return Voice::active;
  if (is(main + 1, "by") || is(main + 1, "from") || main == 0) return Voice::participle;
  if (ends_sum(main) && (kinds & kIntransitive) == 0 && !opens_phrase(main + 1))
    return Voice::participle;  // "the $1.2 billion looted in 2024": no sum loots
  // "shut down the panel": the object stands behind the particle
  const bool particle =
      main + 2 < pieces_.size() && main > 0 && opens_phrase(main + 2) &&
      ((pieces_[main + 2].kinds & (kDeterminer | kPossessive)) != 0 ||
       is_name(pieces_[main + 2])) &&
      (is(main + 1, "down") || is(main + 1, "up") || is(main + 1, "over") || is(main + 1, "out")) &&
      (pieces_[main - 1].tag == Tag::noun || pieces_[main - 1].tag == Tag::pronoun);
  if (particle || counts_behind_particle(main) || opens_phrase(main + 1) || is(main + 1, "that") ||
      (main + 1 < pieces_.size() && quantity_at(main + 1) != nullptr)) {
    // "shells supplied last year": a date is no object; those are Tag::date and open nothing
    return Voice::active;
  }
  if ((kinds & kIntransitive) != 0 && main > 0 && pieces_[main - 1].tag != Tag::punctuation)
    return Voice::active;  // "soldiers arrived in May": nobody arrives them
  std::size_t left = main;
  while (left > 0 && pieces_[left - 1].tag == Tag::adverb) --left;
  if (left > 0 && in_relative(left)) return Voice::active;  // "which the government then shipped"
  if (left > 0 && acts_alone(pieces_[left - 1].folded)) return Voice::active;  // "They also named"
  if (person_before(left) &&
      ((kinds & kSay) != 0 || is_chain(vocabulary_.base(pieces_[main].folded))))
    return Voice::active;  // "where Ada Perez asked for help"
  if ((kinds & kSay) != 0 && left > 1 && pieces_[left - 1].tag == Tag::date &&
      pieces_[left - 2].tag == Tag::noun && main + 1 < pieces_.size() &&
      acts_alone(pieces_[main + 1].folded))
    return Voice::active;  // "Spanish police in May said they found"
  if ((kinds & kSay) != 0 && says_later(main)) return Voice::active;
  if (behind_agent(main)) return Voice::participle;
  const Piece& before = pieces_[main - 1];
  if ((kinds & kSay) != 0 && parted_by_date(main))
    return Voice::participle;  // "The sales announced Tuesday included"
  if ((kinds & kSay) != 0 &&
      (before.tag == Tag::noun || before.tag == Tag::pronoun || before.folded == ")" ||
       before.folded == "]" || before.tag == Tag::adverb)) {
    return Voice::active;  // "…, the report said."
  }
  if (before.folded == "\"" || before.folded == ",") {
    const bool clause = main + 1 < pieces_.size() && acts_alone(pieces_[main + 1].folded);
    if ((kinds & kSay) != 0 && (clause || opens_phrase(main + 1)))
      return Voice::active;  // "…," said the ministry; "Oslo, its largest donor, said it would"
  }
  if (before.folded == "," && ends_participle_aside(main - 1))
    return Voice::active;  // "Japan, worried by its neighbours, signed for 400 missiles"
  // "the number of North Koreans killed has risen": people of a state do not stand for it
  const auto names_doer = [&](const Piece& piece) {
    const bool people = holds<Country>(piece) && is_plural(piece.folded) &&
                        std::get<Country>(piece.mention->value).form == "adjective";
    return is_name(piece) && !people && !holds<Weapon>(piece);
  };
  const std::size_t named = before_brackets(main - 1);
  if (named + 1 < main && names_doer(pieces_[named])) return Voice::active;
  if (before.tag == Tag::punctuation) {
    // "A second wave, of 3,000 men, followed in May"
    const bool closes = is(main - 1, ",") && (kinds & kIntransitive) != 0 && main > 2 &&
                        pairs_comma(main - 1) && !finite_elsewhere(main);
    return closes || (is(main - 1, ",") && closes_relative(main - 1)) ? Voice::active
                                                                      : Voice::participle;
  }
  if (holds<Weapon>(before)) return Voice::participle;
  if (names_doer(before) || before.tag == Tag::pronoun || before.tag == Tag::relative)
    return Voice::active;
  return finite_elsewhere(main) ? Voice::participle : Voice::active;
}

std::size_t Chunker::before_brackets(std::size_t i) const {
  if (!is(i, ")")) return i;
  for (std::size_t k = i; k > 1; --k) {
    if (is(k - 1, "(")) return k - 2;
  }
  return i;
}

bool Chunker::behind_agent(std::size_t main) const {
  const bool of_use =
      grammar_.evokes("verb", vocabulary_.base(pieces_[main].folded), {"transport.use"});
  if (!of_use || main + 1 >= pieces_.size() || pieces_[main + 1].tag != Tag::preposition)
    return false;
  std::size_t by = main;
  while (by > 0 && (in_phrase(by - 1) || pieces_[by - 1].tag == Tag::determiner ||
                    is(by - 1, "and") || is(by - 1, "of")))
    --by;
  if (by < 3 || !is(by - 1, "by") || pieces_[by - 2].tag != Tag::verb ||
      (pieces_[by - 2].kinds & kParticiple) == 0 || pieces_[by - 3].tag == Tag::auxiliary)
    return false;
  // the sentence has its verb before the one that names the agent
  for (std::size_t k = 0; k + 3 < by; ++k) {
    const Piece& piece = pieces_[k];
    if (piece.tag == Tag::auxiliary || piece.tag == Tag::modal) return true;
    if (piece.tag == Tag::verb && (piece.kinds & (kPast | kThird)) != 0) return true;
  }
  return false;
}

bool Chunker::never_takes_object(std::size_t main) const {
  const std::string phrasal = std::string(vocabulary_.base(pieces_[main].folded)) + " " +
                              std::string(pieces_[main + 1].folded);
  const auto& frames = grammar_.frames("verb", phrasal);
  return !frames.empty() && std::all_of(frames.begin(), frames.end(), [](const Frame* frame) {
    return frame->role("obj").empty();
  });
}

bool Chunker::finite_elsewhere(std::size_t main) const {
  for (std::size_t k = 0; k < pieces_.size(); ++k) {
    if (k == main) continue;
    const Tag tag = pieces_[k].tag;
    if (tag == Tag::auxiliary || tag == Tag::modal) return true;
    if (tag == Tag::verb && (pieces_[k].kinds & (kPast | kThird)) != 0) return true;
  }
  return false;
}

bool Chunker::closes_relative(std::size_t comma) const {
  int verbs = 0;
  for (std::size_t k = comma; k > 2; --k) {
    if (is(k - 1, ",")) return false;
    if (pieces_[k - 1].tag == Tag::verb) ++verbs;
    if (pieces_[k - 1].tag != Tag::relative || !is(k - 2, ",")) continue;
    bool before = false;  // a main verb before the noun
    for (std::size_t m = 0; m + 2 < k; ++m) {
      const Tag tag = pieces_[m].tag;
      before = before || tag == Tag::verb || tag == Tag::auxiliary || tag == Tag::modal;
    }
    return verbs > 0 && !before && pieces_[k - 3].tag == Tag::noun;
  }
  return false;
}

bool Chunker::pairs_comma(std::size_t comma) const {
  for (std::size_t k = comma; k > 1; --k) {
    if (pieces_[k - 1].tag == Tag::verb || pieces_[k - 1].tag == Tag::auxiliary) return false;
    if (is(k - 1, ","))
      return pieces_[k - 2].tag == Tag::noun || pieces_[k - 2].tag == Tag::adjective;
  }
  return false;
}

bool Chunker::says_later(std::size_t main) const {
  constexpr std::size_t kFar = 8;
  for (std::size_t k = main + 1; k + 1 < pieces_.size() && k < main + kFar; ++k) {
    if (is(k, "that")) {
      const Tag next = pieces_[k + 1].tag;  // "that would …" goes on with a noun instead
      return k > main + 1 && next != Tag::verb && next != Tag::modal && next != Tag::auxiliary;
    }
    const Tag tag = pieces_[k].tag;
    if (tag == Tag::verb || tag == Tag::modal || tag == Tag::auxiliary || tag == Tag::punctuation ||
        tag == Tag::relative)
      return false;
  }
  return false;
}

bool Chunker::ends_participle_aside(std::size_t comma) const {
  std::size_t open = 0;
  for (std::size_t k = 0; k < comma; ++k) {
    if (pieces_[k].tag == Tag::auxiliary || pieces_[k].tag == Tag::modal ||
        pieces_[k].tag == Tag::relative)
      return false;
    if (is(k, ",")) {
      if (open > 0) return false;
      open = k;
    }
    const bool opens = open > 0 && k == open + 1;
    if (pieces_[k].tag == Tag::verb && !(opens && (pieces_[k].kinds & kParticiple) != 0))
      return false;
  }
  return open > 0 && open + 2 < comma && pieces_[open - 1].tag == Tag::noun &&
         pieces_[open + 1].tag == Tag::verb;
}

bool Chunker::in_relative(std::size_t end) const {
  std::size_t i = end;
  while (i > 0 && (pieces_[i - 1].tag == Tag::noun || pieces_[i - 1].tag == Tag::adjective ||
                   pieces_[i - 1].tag == Tag::determiner || pieces_[i - 1].tag == Tag::possessive ||
                   pieces_[i - 1].tag == Tag::number || pieces_[i - 1].tag == Tag::date ||
                   is(i - 1, "and") || is(i - 1, "of") || (is(i - 1, ",") && i < end) ||
                   (is(i - 1, "-") && i < end))) {
    --i;
  }
  return i > 0 && i <= end && pieces_[i - 1].tag == Tag::relative;
}

}  // namespace msmt
