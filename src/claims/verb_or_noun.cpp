/// Whether a word that can be a verb is one where it stands: the questions that decide, each after those
/// that decide more surely.
#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "claims/chunker.hpp"
#include "claims/clause_words.hpp"

namespace msmt {

Tag Chunker::verb_or_noun(std::size_t i, std::uint32_t kinds, bool nounish, const Piece* before,
                          Tag before_tag) const {
  Spot spot{i, kinds, nounish, before, before_tag};
  spot.base = (kinds & kBase) != 0;
  spot.third = (kinds & kThird) != 0;
  spot.ed = (kinds & (kPast | kParticiple)) != 0;
  spot.gerund = (kinds & kGerund) != 0;
  // "Resolution 661 barred": the number belongs to the name before it
  spot.numbered_name =
      before_tag == Tag::number && i >= 2 && pieces_[i - 2].tag == Tag::noun &&
      pieces_[i - 2].mention == nullptr &&
      (token(pieces_[i - 2].first).capital || pieces_[i - 2].folded == "resolution" ||
       pieces_[i - 2].folded == "resolutions");
  spot.in_phrase =
      !spot.numbered_name && (before_tag == Tag::determiner || before_tag == Tag::adjective ||
                              before_tag == Tag::possessive || before_tag == Tag::number);
  static constexpr std::array kQuestions = {
      &Chunker::by_word_before, &Chunker::by_form,   &Chunker::by_saying, &Chunker::by_neighbours,
      &Chunker::by_idiom,       &Chunker::by_phrase, &Chunker::by_subject};
  for (const auto question : kQuestions) {
    if (const std::optional<Tag> tag = (this->*question)(spot)) return *tag;
  }
  return Tag::noun;
}

std::optional<Tag> Chunker::by_word_before(const Spot& spot) const {
  const auto& [i, kinds, nounish, before, before_tag, base, third, ed, gerund, numbered_name,
               in_phrase] = spot;
  const Piece& piece = pieces_[i];
  const bool to = before != nullptr && before->folded == "to" && before->mention == nullptr;
  const bool hyphen_before = token(piece.first).glued && before != nullptr && before->folded == "-";
  const bool hyphen_after = is(i + 1, "-") && token(pieces_[i + 1].first).glued;
  if (hyphen_before || hyphen_after) return Tag::adjective;
  if (token(piece.first).capital && i > 0 &&
      doc_.sentences[reading_.sentence].zone != Zone::headline &&
      (before_tag != Tag::punctuation ||
       (is(i - 1, ",") && at(i + 1) != nullptr && token(pieces_[i + 1].first).capital))) {
    return Tag::noun;  // part of a name: "Abadi", ", Mohamed Hamdan Dagalo"
  }
  if (before_tag == Tag::modal || before_tag == Tag::negation) return Tag::verb;
  if ((kinds & kIntransitive) != 0 && before_tag == Tag::number && !opens_phrase(i + 1))
    return Tag::verb;  // "another 600 arrived", "fewer than 1,500 remain"
  // "committed to sending 3 billion": the deed that the verb before gives a word for
  const bool promised = to && gerund && !base && i >= 2 && pieces_[i - 2].tag == Tag::verb &&
                        grammar_.is(WordClass::promise, vocabulary_.base(pieces_[i - 2].folded)) &&
                        opens_phrase(i + 1);
  if (promised) return Tag::verb;
  if (to) return base ? Tag::verb : (ed && !gerund ? Tag::adjective : Tag::noun);
  if (before_tag == Tag::auxiliary) {
    const bool verbal = ed || gerund || base;
    // "are present in Somalia": no base form stands behind "be"
    if (base && !ed && !gerund && before != nullptr && (before->kinds & kBe) != 0 &&
        (is(i + 1, "in") || is(i + 1, "on") || is(i + 1, "at")))
      return nounish ? Tag::noun : Tag::adjective;
    return nounish && !verbal ? Tag::noun : Tag::verb;
  }
  if (before_tag == Tag::adverb && i >= 2 &&
      (pieces_[i - 2].tag == Tag::auxiliary || pieces_[i - 2].tag == Tag::modal)) {
    return Tag::verb;
  }
  return std::nullopt;
}

bool Chunker::gives_goods(std::size_t i) const {
  const Piece& verb = pieces_[i];
  if (verb.tag != Tag::verb || (verb.kinds & kSay) != 0) return false;
  const auto& frames = grammar_.frames("verb", vocabulary_.base(verb.folded));
  return std::any_of(frames.begin(), frames.end(), [](const Frame* frame) {
    return frame->role("second") == "target" && frame->role("obj") == "item";
  });
}

bool Chunker::opens_bare_phrase(std::size_t i) const {
  const Piece* next = at(i);
  if (next == nullptr || !opens_phrase(i) ||
      (next->kinds & (kDeterminer | kPossessive | kNumberWord)) != 0)
    return false;
  if (next->mention == nullptr) return token(next->first).kind == TokenKind::word;
  // "advanced Peruvian drones"
  const auto* country = std::get_if<Country>(&next->mention->value);
  if (country != nullptr)
    return country->form == "adjective" && !is_plural(next->folded) && opens_bare_phrase(i + 1);
  return holds<Weapon>(*next);
}

bool Chunker::premodifies(std::size_t i) const {
  const Piece& piece = pieces_[i];
  if (i == 0 || !opens_bare_phrase(i + 1)) return false;
  // "unspecified missiles": of no verb at all
  if (vocabulary_.base(piece.folded).empty()) return true;
  if ((piece.kinds & kParticiple) == 0) return false;
  std::size_t k = i - 1;
  // "sent newly built tanks"
  while (k > 0 && pieces_[k].tag == Tag::adverb && pieces_[k].folded.ends_with("ly")) --k;
  if (pieces_[k].tag == Tag::preposition) return true;
  const bool transitive = pieces_[k].tag == Tag::verb && (pieces_[k].kinds & kIntransitive) == 0 &&
                          (pieces_[k].kinds & kSay) == 0;
  if (transitive) return true;
  // "gave Peru retired helicopters"
  const bool taker = k > 0 && pieces_[k].tag == Tag::noun && is_name(pieces_[k]);
  return taker && gives_goods(k - 1);
}

std::optional<Tag> Chunker::by_form(const Spot& spot) const {
  const auto& [i, kinds, nounish, before, before_tag, base, third, ed, gerund, numbered_name,
               in_phrase] = spot;
  if (ed && (kinds & kAdjective) != 0 && opens_phrase(i + 1) && quantity_at(i + 1) == nullptr &&
      (pieces_[i + 1].kinds & (kDeterminer | kPossessive | kNumberWord)) == 0 &&
      !holds<Country>(pieces_[i + 1]) &&
      (before_tag == Tag::preposition || before_tag == Tag::conjunction ||
       before_tag == Tag::verb || (before_tag == Tag::punctuation && i > 0))) {
    return Tag::adjective;  // "and advanced systems", "with refined petroleum"
  }
  if (gerund && !base) {
    if (in_phrase) return opens_phrase(i + 1) && !is(i + 1, "the") ? Tag::adjective : Tag::noun;
    const std::string_view verb =
        before_tag == Tag::verb ? vocabulary_.base(before->folded) : std::string_view{};
    const Piece* behind = at(i + 1);
    const bool has_object =
        behind != nullptr &&
        (is_name(*behind) || (behind->kinds & (kDeterminer | kPossessive | kNumberWord)) != 0);
    const bool handed = before_tag == Tag::verb && !has_object &&
                        (gives_goods(i - 1) || grammar_.is(WordClass::light, verb));
    if ((grammar_.is(WordClass::undergo, verb) || handed) && !is_chain(verb) &&
        !grammar_.frames("noun", pieces_[i].folded).empty())
      return Tag::noun;  // "received training", "provides training to", but "began training"
    if (before_tag == Tag::preposition || before_tag == Tag::punctuation ||
        before_tag == Tag::conjunction || before_tag == Tag::noun || before_tag == Tag::verb) {
      return Tag::verb;
    }
    return Tag::verb;
  }
  if (ed && !base && !third) {
    const bool only_past = (kinds & kPast) != 0 && (kinds & kParticiple) == 0;
    // "$20 million came", "two aircraft flew howitzers": a form that is no participle
    if (only_past && !nounish && (before_tag == Tag::number || before_tag == Tag::noun))
      return Tag::verb;
    const bool the_two = before_tag == Tag::number && before != nullptr &&
                         before->folded == "two" && i >= 2 && is(i - 2, "the") &&
                         (i == 2 || !is_name(pieces_[i - 3]));
    const Piece* object = at(i + 1);
    if (the_two && object != nullptr && (object->kinds & (kDeterminer | kPossessive)) != 0)
      return Tag::verb;  // "The two signed a pact"
    const bool latter = is(i - 1, "latter") && i >= 2 && is(i - 2, "the");
    if (latter) return Tag::verb;  // "the latter received shells"
    if (before_tag == Tag::number && ends_sum(i) && !opens_phrase(i + 1))
      return Tag::verb;  // "the $1.2 billion looted in 2024"
    if (in_phrase) return Tag::adjective;
    if (premodifies(i)) return Tag::adjective;
    // "refined petroleum", "armed groups": a participle before a bare noun, at a phrase's start
    const bool distinct_past = (kinds & kPast) != 0 && (kinds & kParticiple) == 0;
    if (!distinct_past && (before_tag == Tag::preposition || before_tag == Tag::conjunction ||
                           (before_tag == Tag::punctuation && i > 0) || before_tag == Tag::verb)) {
      const Piece* next = at(i + 1);
      const bool bare_noun = next != nullptr && next->mention == nullptr &&
                             token(next->first).kind == TokenKind::word && opens_phrase(i + 1) &&
                             (next->kinds & (kDeterminer | kPossessive | kNumberWord)) == 0;
      const bool weapon_next = next != nullptr && holds<Weapon>(*next);
      if ((bare_noun || weapon_next) && before_tag == Tag::preposition) return Tag::adjective;
    }
    return Tag::verb;
  }
  if (ed && before != nullptr && before_tag == Tag::noun && is_plural(before->folded) &&
      before->mention == nullptr && !opens_phrase(i + 1)) {
    return Tag::verb;  // "accounts set up in", "ships put to sea"
  }
  if (third && before != nullptr && (before->folded == "this" || before->folded == "that") &&
      i + 1 < pieces_.size() && (pieces_[i + 1].kinds & kDeterminer) != 0) {
    return Tag::verb;  // "this marks the first"
  }
  if (ed && is(i + 1, "up") && before != nullptr &&
      (before_tag == Tag::noun || (before_tag == Tag::punctuation && i > 0))) {
    return Tag::verb;  // "the coalition, set up in February"
  }
  return std::nullopt;
}

std::optional<Tag> Chunker::by_saying(const Spot& spot) const {
  const auto& [i, kinds, nounish, before, before_tag, base, third, ed, gerund, numbered_name,
               in_phrase] = spot;
  const bool that_follows = is(i + 1, "that");
  if (third && (kinds & kSay) != 0 && before_tag != Tag::determiner &&
      before_tag != Tag::adjective && before_tag != Tag::preposition &&
      (that_follows ||
       (before != nullptr && grammar_.is(WordClass::telling_noun, before->folded)) ||
       (before_tag == Tag::date && at(i + 1) != nullptr &&
        (pieces_[i + 1].kinds & kDeterminer) != 0))) {
    return Tag::
        verb;  // "the report details transfers", "released Thursday details the …", "— states that"
  }
  if (base && !third && (kinds & kSay) != 0 && that_follows && i > 0 && is(i - 1, ","))
    return Tag::verb;  // "Pictures taken by a firm, a start-up in Oslo, show that"
  // "The World Bank estimates nearly 2 million people have fled": a body in the singular, and a count
  if (third && (kinds & kSay) != 0 && before_tag == Tag::noun && before != nullptr &&
      holds<Organization>(*before) && i + 1 < pieces_.size() && quantity_at(i + 1) != nullptr)
    return Tag::verb;
  const bool ends = at(i + 1) == nullptr || is(i + 1, ".") || is(i + 1, ",");
  if (third && (kinds & kSay) != 0 && before != nullptr && is_name(*before) &&
      before_tag == Tag::noun && ends && i > 1) {
    return Tag::verb;  // "…, Israel estimates."
  }
  if (base && !third && (kinds & kSay) != 0 && before != nullptr && before_tag == Tag::noun &&
      before->mention == nullptr && is_plural(before->folded) && ends && speaks_last(i))
    return Tag::verb;  // "…, Western officials estimate."
  return std::nullopt;
}

bool Chunker::helps_do(std::size_t i) const {
  if (i == 0 || i + 2 >= pieces_.size() || vocabulary_.base(pieces_[i].folded) != "help")
    return false;
  const Piece& deed = pieces_[i + 1];
  const Piece& object = pieces_[i + 2];
  const bool named = is_name(object) || (object.kinds & (kDeterminer | kPossessive)) != 0;
  const Tag before = pieces_[i - 1].tag;
  return (before == Tag::noun || before == Tag::modal || before == Tag::adverb ||
          before == Tag::pronoun || before == Tag::relative || is(i - 1, "to")) &&
         deed.mention == nullptr && (deed.kinds & kBase) != 0 && named;
}

bool Chunker::in_verb_series(std::size_t i, std::uint32_t form) const {
  if (i < 2 || !is(i - 1, ",") || !opens_phrase(i + 1)) return false;
  // the verb before has the same form and no subject of another clause behind it
  bool before = false;
  for (std::size_t k = i - 1; k > 0 && !before; --k) {
    const Piece& left = pieces_[k - 1];
    if (left.tag == Tag::relative || left.tag == Tag::modal || left.tag == Tag::auxiliary)
      return false;
    if (left.tag != Tag::verb) continue;
    if ((left.kinds & form) == 0 || (k >= 2 && is(k - 2, "to"))) return false;
    before = true;
  }
  for (std::size_t k = i + 2; before && k + 2 < pieces_.size(); ++k) {
    const Piece& next = pieces_[k + 1];
    if (!is(k, "and") || next.mention != nullptr) continue;
    const bool verb = (next.kinds & form) != 0 && (next.kinds & kMostlyNoun) == 0;
    const bool object = (pieces_[k + 2].kinds & (kDeterminer | kPossessive | kNumberWord)) != 0 ||
                        is_name(pieces_[k + 2]) || (next.kinds & kNoun) == 0;
    if (verb && object && opens_phrase(k + 2)) return true;
  }
  return false;
}

std::size_t Chunker::before_caption(std::size_t i) const {
  if (i >= 3 && is(i, ",") && is(i - 2, ",") && places_in_picture(pieces_[i - 1].folded))
    return i - 3;
  const bool brackets = i >= 3 && is(i, ")") && is(i - 2, "(") &&
                        (places_in_picture(pieces_[i - 1].folded) || is(i - 1, "l") ||
                         is(i - 1, "r") || is(i - 1, "c"));
  return brackets ? i - 3 : i;
}

bool Chunker::ends_full_name(std::size_t i) const {
  // one part of a hyphenated name may be written small: "Jae-myung", "al-Sudani"
  const bool joined = i >= 2 && is(i - 1, "-") && token(pieces_[i].first).glued;
  const std::size_t first = joined ? i - 2 : i;
  const bool capital = token(pieces_[i].first).capital || token(pieces_[first].first).capital;
  return capital && first >= 1 && token(pieces_[first - 1].first).capital;
}

bool Chunker::is_people(std::size_t i) const {
  const Piece& piece = pieces_[i];
  if (!is_plural(piece.folded)) return false;
  if (holds<Country>(piece)) return std::get<Country>(piece.mention->value).form == "adjective";
  const auto tokens = std::span(reading_.tokens).subspan(piece.last - 1, 1);
  const auto hit = lexicons_.gazetteer("items").match(doc_, tokens, 0);
  if (!hit) return false;
  const Table& items = lexicons_.table("items");
  const std::string& klass = items.cell(items.rows[hit->form.row], "class");
  return klass == "people" || klass == "troops" || klass == "workers";
}

bool Chunker::done_by_people(std::size_t i) const {
  const auto& frames = grammar_.frames("verb", vocabulary_.base(pieces_[i].folded));
  return std::any_of(frames.begin(), frames.end(), [](const Frame* frame) {
    return frame->role("subj") == "item" &&
           (frame->type == "deployment" || frame->type == "labor" || frame->type == "casualties");
  });
}

std::optional<Tag> Chunker::by_neighbours(const Spot& spot) const {
  const auto& [i, kinds, nounish, before, before_tag, base, third, ed, gerund, numbered_name,
               in_phrase] = spot;
  const Piece& piece = pieces_[i];
  if (i == 0 && (kinds & kParticiple) != 0 && nounish && (is(1, "by") || is(1, "with")))
    return Tag::verb;  // "Hit with sanctions, the bank moved"
  if (base && !third && in_verb_series(i, kBase))
    return Tag::
        verb;  // "rules forbid arms, cap deliveries of fuel and require the return of workers"
  if (third && in_verb_series(i, kThird)) return Tag::verb;
  if ((kinds & kPast) != 0 && nounish && before != nullptr && holds<Country>(*before) &&
      before_tag == Tag::noun && !token(piece.first).capital && at(i + 1) != nullptr &&
      pieces_[i + 1].mention == nullptr && token(pieces_[i + 1].first).capital)
    return Tag::verb;  // "Russia hit Kharkiv with three bombs"
  if ((kinds & kPast) != 0 && nounish && before != nullptr && holds<Weapon>(*before) &&
      at(i + 1) != nullptr && (pieces_[i + 1].kinds & (kDeterminer | kPossessive)) != 0)
    return Tag::verb;  // "a shell hit a market"
  const bool finite_next =
      at(i + 1) != nullptr && (pieces_[i + 1].kinds & (kBe | kModal | kPreposition)) != 0;
  const bool ends_clause = at(i + 1) == nullptr || is(i + 1, ".") || is(i + 1, ",");
  const bool closes = ends_clause && i >= 2 && pieces_[i - 2].tag == Tag::relative;
  if (third && nounish && before != nullptr && holds<Country>(*before) && i >= 2 &&
      (finite_next || closes) && before_tag == Tag::noun &&
      (pieces_[i - 2].tag == Tag::relative ||
       (pieces_[i - 2].tag == Tag::noun && is_plural(pieces_[i - 2].folded))))
    return Tag::verb;  // "the shells that Russia launches are Iranian"
  if (base && piece.folded == "work" && before != nullptr && before_tag == Tag::noun &&
      is_plural(before->folded)) {
    return Tag::verb;
  }
  // "Rwandan soldiers fight alongside", "Nepalis guard bases": people in the plural do it
  if (base && !third && nounish && before_tag == Tag::noun && is_people(i - 1) && done_by_people(i))
    return Tag::verb;
  if (numbered_name && third && at(i + 1) != nullptr &&
      ((pieces_[i + 1].kinds & kDeterminer) != 0 || is_name(pieces_[i + 1])))
    return Tag::verb;
  // "which groups South Korea and ten others", "that monitors the ban": the verb of the relative
  if (before_tag == Tag::relative && third && before->folded != "that" && at(i + 1) != nullptr &&
      (is_name(pieces_[i + 1]) || (pieces_[i + 1].kinds & (kDeterminer | kPossessive)) != 0))
    return Tag::verb;
  // "sanctions monitors say": the verb stands behind
  if (third && nounish && at(i + 1) != nullptr && (pieces_[i + 1].kinds & kSay) != 0 &&
      (pieces_[i + 1].kinds & (kBase | kPast)) != 0 && (pieces_[i + 1].kinds & kNoun) == 0 &&
      before_tag == Tag::noun)
    return Tag::noun;
  if (const std::size_t name = i > 0 ? before_caption(i - 1) : 0;
      base && !third && i > 0 && pieces_[name].tag == Tag::noun &&
      pieces_[name].mention == nullptr && !token(piece.first).capital && opens_phrase(i + 1) &&
      ends_full_name(name)) {
    return Tag::verb;  // "Lee Jae-myung exchange documents", "Lee Jae-myung, right, exchange"
  }
  if (before_tag == Tag::pronoun && before != nullptr &&
      (before->folded == "it" || before->folded == "they" || before->folded == "he" ||
       before->folded == "she" || before->folded == "we") &&
      (base || third)) {
    return Tag::verb;
  }
  if (ed && before_tag == Tag::noun && is(i + 1, "by")) return Tag::verb;  // "the cap set by"
  if (third && is(i - 1, ",") && closes_aside(i - 1) && at(i + 1) != nullptr &&
      ((pieces_[i + 1].kinds & (kDeterminer | kPossessive | kNumberWord)) != 0 ||
       token(pieces_[i + 1].first).kind == TokenKind::number))
    return Tag::verb;  // "the team, as it is known, counts 40 ships"
  return std::nullopt;
}

std::optional<Tag> Chunker::by_idiom(const Spot& spot) const {
  const auto& [i, kinds, nounish, before, before_tag, base, third, ed, gerund, numbered_name,
               in_phrase] = spot;
  if (helps_do(i)) return Tag::verb;  // "Spanish officers help train the army"
  if (base && i > 0 && before_tag == Tag::verb && vocabulary_.base(before->folded) == "help" &&
      helps_do(i - 1))
    return Tag::verb;
  if ((kinds & kPast) != 0 && is(i + 1, "back") && is(i + 2, "with") && before != nullptr &&
      before_tag == Tag::noun && is_name(*before))
    return Tag::verb;  // "Beijing hit back with sanctions"
  return std::nullopt;
}

std::optional<Tag> Chunker::by_phrase(const Spot& spot) const {
  const auto& [i, kinds, nounish, before, before_tag, base, third, ed, gerund, numbered_name,
               in_phrase] = spot;
  const Piece& piece = pieces_[i];
  if (!nounish) return in_phrase && before_tag != Tag::adjective ? Tag::noun : Tag::verb;
  if (in_phrase) {
    return Tag::noun;
  }
  // "China accounts for 80 percent", "shipments to Russia total 300 tons"
  const bool share = third && before != nullptr && holds<Country>(*before) && is(i + 1, "for") &&
                     i + 2 < pieces_.size() && quantity_at(i + 2) != nullptr;
  const bool sums = base && before_tag == Tag::noun && i + 1 < pieces_.size() &&
                    quantity_at(i + 1) != nullptr &&
                    grammar_.is(WordClass::reach, vocabulary_.base(piece.folded));
  if (share || sums) return Tag::verb;
  // "firms that ship engines", "men who man guns": the verb of the relative
  if (base && before_tag == Tag::relative && i >= 2 && pieces_[i - 2].tag == Tag::noun &&
      is_plural(pieces_[i - 2].folded) && opens_phrase(i + 1) &&
      (is(i - 1, "that") || is(i - 1, "who") || is(i - 1, "which")))
    return Tag::verb;
  if (before_tag == Tag::preposition) return Tag::noun;
  const bool mostly = (kinds & kMostlyNoun) != 0;
  if (mostly) return Tag::noun;
  return std::nullopt;
}

std::optional<Tag> Chunker::by_subject(const Spot& spot) const {
  const auto& [i, kinds, nounish, before, before_tag, base, third, ed, gerund, numbered_name,
               in_phrase] = spot;
  const Piece& piece = pieces_[i];
  if (after_subject(i) && opens_phrase(i + 1)) {
    const Piece* subject = before;
    const bool plural_subject = subject != nullptr && is_plural(subject->folded);
    const bool name_subject =
        subject != nullptr && (holds<Country>(*subject) || holds<Organization>(*subject));
    // "Russia transfers Pantsir systems", "states supply arms"; but "arms transfers", "fuel supply"
    if (third && (name_subject || (subject != nullptr && subject->tag == Tag::pronoun) ||
                  (subject != nullptr && subject->tag == Tag::relative))) {
      return Tag::verb;
    }
    const Piece* next = at(i + 1);
    // "the arms transfer that Chad has made": no verb of saying, so that a clause describes the noun
    const bool described = is(i + 1, "that") && i + 2 < pieces_.size() &&
                           (is_name(pieces_[i + 2]) || (pieces_[i + 2].kinds & kArticle) != 0) &&
                           grammar_.cue("governor", vocabulary_.base(piece.folded)).empty();
    const bool firm = next != nullptr && !described &&
                      ((next->kinds & (kDeterminer | kPossessive)) != 0 || is_name(*next));
    if (third && !plural_subject && firm) return Tag::verb;
    if (base && plural_subject && firm) return Tag::verb;
    if (base && subject != nullptr &&
        (subject->tag == Tag::pronoun || subject->tag == Tag::relative)) {
      return Tag::verb;
    }
  }
  // "verified that fuel and trucks reach": no relative clause behind a verb
  if (before_tag == Tag::relative && is(i - 1, "that") && i >= 2 &&
      (pieces_[i - 2].tag == Tag::verb || is(i + 1, "and"))) {
    return Tag::noun;
  }
  if (before_tag == Tag::pronoun || before_tag == Tag::relative) return Tag::verb;
  if (base && !third && before_tag == Tag::noun && before != nullptr && is_plural(before->folded) &&
      is(i + 1, "to") && at(i + 2) != nullptr && (pieces_[i + 2].kinds & kBase) != 0 &&
      is_chain(vocabulary_.base(piece.folded)))
    return Tag::verb;  // "Russian brokers help to turn the coins into cash"
  const bool complement = is(i + 1, "to") || is(i + 1, "that");
  if (complement && before != nullptr && is_name(*before) && before_tag == Tag::noun &&
      (third || base) && is_chain(vocabulary_.base(piece.folded))) {
    return Tag::verb;  // "Tehran hopes to receive"
  }
  return std::nullopt;
}

}  // namespace msmt
