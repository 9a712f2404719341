/// Whether a form such as "supplied" without an auxiliary is the past of a subject's verb, or a participle
/// that describes the noun before it: the questions that decide, each after those that decide more surely.
///
///     "the missiles that Russia received from Iran"   past
///     "the missiles received from Iran"               participle
#include <algorithm>

#include "claims/chunker.hpp"

namespace msmt {

namespace {

/// "they", "he": a pronoun that is always the subject.
bool acts_alone(std::string_view word) {
  static constexpr std::string_view kSubjects[] = {"they", "he", "she", "it", "we", "i"};
  return std::find(std::begin(kSubjects), std::end(kSubjects), word) != std::end(kSubjects);
}

}  // namespace

Voice Chunker::ed_voice(std::size_t main) const {
  const std::uint32_t kinds = pieces_[main].kinds;
  if (is_finite_form(main)) return Voice::active;
  if ((kinds & kPast) == 0) return Voice::participle;
  if ((kinds & kParticiple) == 0) return Voice::active;
  if (gives_name(main)) return Voice::participle;
  if (const auto voice = voice_by_object(main)) return *voice;
  if (const auto voice = voice_by_speaker(main)) return *voice;
  return voice_by_subject(main);
}

bool Chunker::gives_name(std::size_t main) const {
  if (!grammar_.is(WordClass::naming, vocabulary_.base(pieces_[main].folded))) return false;
  std::size_t k = main;
  while (k > 0 && (pieces_[k - 1].tag == Tag::noun || pieces_[k - 1].tag == Tag::adjective)) --k;
  if (k == main || k == 0 || (!is(k - 1, "a") && !is(k - 1, "an"))) return false;
  for (std::size_t verb = 0; verb + 1 < k; ++verb) {
    if (pieces_[verb].tag == Tag::verb && (pieces_[verb].kinds & kSay) == 0) return true;
  }
  return false;
}

bool Chunker::is_finite_form(std::size_t main) const {
  const std::uint32_t kinds = pieces_[main].kinds;
  const bool bare_form = (kinds & kBase) != 0;  // "forbid", "cut", "set": the present as well
  if (bare_form && main > 0 && pieces_[main - 1].tag == Tag::noun && opens_phrase(main + 1))
    return true;
  std::size_t subject = main;  // the piece behind it: "most of its weapons now come from Russia"
  while (subject > 0 && pieces_[subject - 1].tag == Tag::adverb) --subject;
  // "the shells that Greece imports come from Italy"
  const bool behind_clause = subject > 1 && pieces_[subject - 1].tag == Tag::verb &&
                             (pieces_[subject - 1].kinds & kBase) == 0 &&
                             vocabulary_.base(pieces_[subject - 1].folded) != "have";
  if (bare_form && (kinds & kIntransitive) != 0 && subject > 0 &&
      (pieces_[subject - 1].tag == Tag::noun || behind_clause) && is(main + 1, "from"))
    return true;
  if ((kinds & kPast) != 0 && is(main, "left") && is(main + 1, "for") && main > 0 &&
      pieces_[main - 1].tag == Tag::noun)
    return true;  // "the regiment left for Kursk"
  if (main + 1 < pieces_.size() && main > 0 && (never_takes_object(main) || ends_alone(main)) &&
      (pieces_[main - 1].tag == Tag::noun ||
       (is(main - 1, ",") && pairs_comma(main - 1) && !finite_elsewhere(main))))
    return true;  // "rifles turned up in Chad", "MINUSMA, the UN mission, closed down"
  return false;
}

std::optional<Voice> Chunker::voice_by_object(std::size_t main) const {
  const std::uint32_t kinds = pieces_[main].kinds;
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
  if (main > 1 && is(main - 1, "and") && is(main + 1, "it"))
    return Voice::active;  // "armed Chad and sent it 40 tanks"
  if (answers_by_deed(main)) return Voice::active;
  if (main > 1 && is(main + 1, "from") && acts_alone(pieces_[main - 1].folded) &&
      (pieces_[main - 2].tag == Tag::noun || pieces_[main - 2].tag == Tag::relative))
    return Voice::active;  // "the drones it bought from Kenya", "that it ordered from Italy"
  if (main > 1 && is(main - 1, "never") && !is(main + 1, "by") && !finite_elsewhere(main))
    return Voice::active;  // "The men never returned from Chad"
  // "Togo acquired from Iran not only drones"
  if (main > 0 && is(main + 1, "from") && holds<Country>(pieces_[main - 1]) &&
      !finite_elsewhere(main))
    return Voice::active;
  if (is(main + 1, "by") || is(main + 1, "from") || main == 0) return Voice::participle;
  if (is(main + 1, "with") && grammar_.is(WordClass::equip, vocabulary_.base(pieces_[main].folded)))
    return Voice::participle;  // "brigades armed with howitzers": whoever arms, arms somebody
  if (ends_sum(main) && (kinds & kIntransitive) == 0 && !opens_phrase(main + 1))
    return Voice::participle;  // "the $1.2 billion looted in 2024": no sum loots
  // "soldiers killed fighting for Russia": of what they were doing, and no object
  if (main + 1 < pieces_.size() && (pieces_[main + 1].kinds & kGerund) != 0 &&
      pieces_[main + 1].mention == nullptr && pieces_[main - 1].tag == Tag::noun &&
      grammar_.evokes("verb", vocabulary_.base(pieces_[main].folded), {"casualties.harm"}))
    return Voice::participle;
  // "shut down the panel": the object stands behind the particle
  const bool particle =
      main + 2 < pieces_.size() && main > 0 && opens_phrase(main + 2) &&
      ((pieces_[main + 2].kinds & (kDeterminer | kPossessive)) != 0 ||
       is_name(pieces_[main + 2])) &&
      (is(main + 1, "down") || is(main + 1, "up") || is(main + 1, "over") || is(main + 1, "out")) &&
      (pieces_[main - 1].tag == Tag::noun || pieces_[main - 1].tag == Tag::pronoun ||
       (ends_aside(main - 1) && !finite_elsewhere(main)));
  if (particle || counts_behind_particle(main) || opens_phrase(main + 1) || is(main + 1, "that") ||
      (main + 1 < pieces_.size() && quantity_at(main + 1) != nullptr)) {
    // "shells supplied last year": a date is no object; those are Tag::date and open nothing
    return Voice::active;
  }
  if ((kinds & kIntransitive) != 0 && main > 0 && pieces_[main - 1].tag != Tag::punctuation)
    return Voice::active;  // "soldiers arrived in May": nobody arrives them
  return std::nullopt;
}

std::optional<Voice> Chunker::voice_by_speaker(std::size_t main) const {
  const std::uint32_t kinds = pieces_[main].kinds;
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
  return std::nullopt;
}

Voice Chunker::voice_by_subject(std::size_t main) const {
  const std::uint32_t kinds = pieces_[main].kinds;
  const Piece& before = pieces_[main - 1];
  if (opens_quoted_verb(main)) return Voice::active;
  if (before.folded == "\"" || before.folded == ",") {
    const bool clause = main + 1 < pieces_.size() && acts_alone(pieces_[main + 1].folded);
    if ((kinds & kSay) != 0 && (clause || opens_phrase(main + 1)))
      return Voice::active;  // "…," said the ministry; "Oslo, its largest donor, said it would"
  }
  if (before.folded == "," && ends_participle_aside(main - 1))
    return Voice::active;  // "Japan, worried by its neighbours, signed for 400 missiles"
  if (behind_apposed_part(main)) return Voice::participle;  // "86 jets, all of them sold to Mali"
  // "the number of North Koreans killed has risen": people of a state do not stand for it
  const auto names_doer = [&](const Piece& piece) {
    const bool people = holds<Country>(piece) && is_plural(piece.folded) &&
                        std::get<Country>(piece.mention->value).form == "adjective";
    return is_name(piece) && !people && !holds<Weapon>(piece);
  };
  if (goes_on_from_finite(main)) return Voice::active;
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
  return finite_elsewhere(main) || is_clipped_passive(main) ? Voice::participle : Voice::active;
}

bool Chunker::goes_on_from_finite(std::size_t main) const {
  std::size_t k = main;
  while (k > 0 && pieces_[k - 1].tag == Tag::adverb) --k;
  if (k < 2 || !(is(k - 1, "and") || is(k - 1, "but")) || pieces_[k - 2].tag != Tag::noun)
    return false;
  for (--k; k > 1; --k) {
    const Piece& verb = pieces_[k - 1];
    if (verb.tag == Tag::punctuation || verb.tag == Tag::relative) return false;
    if (verb.tag != Tag::verb || is(k - 2, "to"))
      continue;  // "has used to attack ships and sold to"
    std::size_t has = k - 1;
    while (has > 0 &&
           (pieces_[has - 1].tag == Tag::adverb || pieces_[has - 1].tag == Tag::negation))
      --has;
    const bool helped = has > 0 && pieces_[has - 1].tag == Tag::auxiliary;
    if (helped) return vocabulary_.base(pieces_[has - 1].folded) == "have";
    // "that Libya bought from Russia and passed on to": of the same subject
    return in_relative(has) && (verb.kinds & kPast) != 0 && ed_voice(k - 1) == Voice::active;
  }
  return false;
}

bool Chunker::is_clipped_passive(std::size_t main) const {
  if (is(pieces_.size() - 1, ".") || (pieces_[main].kinds & (kIntransitive | kSay)) != 0)
    return false;
  if (main + 1 < pieces_.size() && pieces_[main + 1].tag != Tag::preposition) return false;
  return !grammar_.frames("verb", vocabulary_.base(pieces_[main].folded)).empty();
}

bool Chunker::opens_quoted_verb(std::size_t main) const {
  if (main < 2 || !is(main - 1, "\"")) return false;
  const Piece& subject = pieces_[main - 2];
  const bool names = is_name(subject) && !holds<Weapon>(subject) && subject.tag == Tag::noun;
  if (!names && subject.tag != Tag::pronoun) return false;
  const auto marks =
      std::count_if(pieces_.begin(), pieces_.begin() + static_cast<std::ptrdiff_t>(main),
                    [](const Piece& piece) { return piece.folded == "\""; });
  return marks % 2 == 1;
}

bool Chunker::behind_apposed_part(std::size_t main) const {
  constexpr std::size_t kFar = 5;  // pieces: "no fewer than six of them"
  if (main < 5 || !is(main - 1, "them") || !is(main - 2, "of") || opens_phrase(main + 1))
    return false;
  for (std::size_t k = main - 2; k > 0 && k + kFar > main - 2; --k) {
    if (is(k - 1, ",")) return finite_elsewhere(main);
    if (pieces_[k - 1].tag == Tag::verb) return false;
  }
  return false;
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

bool Chunker::ends_alone(std::size_t main) const {
  const std::string phrasal = std::string(vocabulary_.base(pieces_[main].folded)) + " " +
                              std::string(pieces_[main + 1].folded);
  return grammar_.evokes("verb", phrasal, {"dissolution"}) && !is(main + 2, "by") &&
         !finite_elsewhere(main);
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

bool Chunker::ends_aside(std::size_t comma) const {
  // "Nine countries, among them Norway, Denmark and Estonia,": the first comma opens the aside
  if (!is(comma, ",")) return false;
  static constexpr std::string_view kOpens[] = {"including", "among them", "among", "with", "led"};
  for (std::size_t k = comma; k > 1; --k) {
    const Tag tag = pieces_[k - 1].tag;
    if (tag == Tag::verb || tag == Tag::auxiliary) return false;
    const bool opens = is(k - 1, ",") && std::find(std::begin(kOpens), std::end(kOpens),
                                                   pieces_[k].folded) != std::end(kOpens);
    if (opens) return pieces_[k - 2].tag == Tag::noun;
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
