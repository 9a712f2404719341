/// Whether a word that can be a verb is one where it stands: the questions that decide, each after those
/// that decide more surely.
///
///     "Russia transfers Pantsir systems"   verb
///     "its arms transfers to Chad"         noun
#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "claims/chunker.hpp"

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
  if (gerund && is_given_to_people(i)) return Tag::noun;
  const bool hyphen_before = token(piece.first).glued && before != nullptr && before->folded == "-";
  const bool hyphen_after = is(i + 1, "-") && token(pieces_[i + 1].first).glued;
  if (hyphen_before || hyphen_after) return Tag::adjective;
  if (token(piece.first).capital && i > 0 &&
      doc_.sentences[reading_.sentence].zone != Zone::headline &&
      (before_tag != Tag::punctuation ||
       (is(i - 1, ",") && at(i + 1) != nullptr && token(pieces_[i + 1].first).capital))) {
    return Tag::noun;  // part of a name: "Abadi", ", Mohamed Hamdan Dagalo"
  }
  if (nounish && before != nullptr && before->folded == "whose")
    return Tag::noun;                                 // "whose mandate Russia vetoed"
  if (i > 0 && grades(i - 1)) return Tag::adjective;  // "its most advanced radars"
  if (before_tag == Tag::modal || before_tag == Tag::negation) return Tag::verb;
  if (third && i > 1 && is(i - 1, "them") && is(i - 2, "among"))
    return Tag::noun;  // "among them chips"
  if (in_bare_series(i) || goes_on_from_modal(i) || goes_on_with_rule(i)) return Tag::verb;
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

std::optional<Tag> Chunker::by_saying(const Spot& spot) const {
  const auto& [i, kinds, nounish, before, before_tag, base, third, ed, gerund, numbered_name,
               in_phrase] = spot;
  const bool that_follows = is(i + 1, "that");
  if (third && nounish && before_tag == Tag::verb && that_follows && before != nullptr &&
      (before->kinds & (kGerund | kPast | kParticiple | kBase | kThird)) != 0)
    return Tag::noun;  // "is investigating reports that"
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
  if ((kinds & kSay) == 0 || before == nullptr || before_tag != Tag::noun ||
      before->mention != nullptr || !ends)
    return std::nullopt;
  const std::size_t first = begin_of_speaker(i);
  const bool plural = is_plural(before->folded);
  if (base && !third && plural && first < i) return Tag::verb;  // "…, Western officials estimate."
  const bool one = is(first, "the") || is(first, "a") || is(first, "an");
  if (third && !plural && first < i && one && is(i + 1, "."))
    return Tag::verb;  // "…, the institute estimates."
  return std::nullopt;
}

std::size_t Chunker::begin_of_speaker(std::size_t i) const {
  // nothing but the phrase of who speaks stands between the last comma or quotation mark and the verb
  std::size_t k = i;
  while (k > 0 && !is(k - 1, ",") && !is(k - 1, "\"")) {
    const Tag tag = pieces_[k - 1].tag;
    if (tag != Tag::noun && tag != Tag::adjective && tag != Tag::determiner && tag != Tag::number)
      return i;
    --k;
  }
  return k > 1 ? k : i;
}

std::optional<Tag> Chunker::by_idiom(const Spot& spot) const {
  const auto& [i, kinds, nounish, before, before_tag, base, third, ed, gerund, numbered_name,
               in_phrase] = spot;
  const Piece& piece = pieces_[i];
  // "drones of Chinese make", "rifles of Serbian design": whose make they are
  const bool make = i >= 2 && is(i - 2, "of") && before != nullptr && holds<Country>(*before) &&
                    std::get<Country>(before->mention->value).form == "adjective" &&
                    (is(i, "make") || is(i, "build") || is(i, "design") || is(i, "manufacture"));
  if (make) return Tag::noun;
  // "Some 5,000 Nepalis work in Qatar", "thousands of Cubans work at"
  const bool nationals = base && !ed && i >= 2 && before != nullptr && holds<Country>(*before) &&
                         std::get<Country>(before->mention->value).form == "adjective" &&
                         (is_plural(before->folded) || before->folded.ends_with("is")) &&
                         (pieces_[i - 2].tag == Tag::number || is(i - 2, "of"));
  if (nationals && (is(i + 1, "in") || is(i + 1, "at") || is(i + 1, "for") || is(i + 1, "on") ||
                    is(i + 1, "as")))
    return Tag::verb;
  // "Their shells now account for 40 percent of the total"
  if (base && !third && piece.folded == "account" && is(i + 1, "for") && before != nullptr &&
      (before_tag == Tag::adverb || is_plural(before->folded)) && i + 2 < pieces_.size() &&
      (quantity_at(i + 2) != nullptr || pieces_[i + 2].tag == Tag::adverb ||
       pieces_[i + 2].tag == Tag::number))
    return Tag::verb;
  if ((base || ed) && is(i + 1, "aside") && !in_phrase)
    return Tag::verb;  // "Sweden set aside $14 million"
  // "Resolution 2397 limits refined petroleum", "Resolution 1929 bans the sale"
  const Piece* object = at(i + 1);
  if (third && numbered_name && object != nullptr && token(object->first).kind == TokenKind::word &&
      (object->kinds & (kPreposition | kAuxiliary | kModal)) == 0)
    return Tag::verb;
  // "The money helps to fund drones"
  if (third && piece.folded == "helps" && is(i + 1, "to") && i + 2 < pieces_.size() &&
      (pieces_[i + 2].kinds & kBase) != 0 && before_tag == Tag::noun)
    return Tag::verb;
  if (helps_do(i)) return Tag::verb;  // "Spanish officers help train the army"
  // "helped Moscow increase its attacks", "let Chad supply the rebels"
  const bool helped = base && i >= 2 && before != nullptr && is_name(*before) &&
                      before_tag == Tag::noun && pieces_[i - 2].tag == Tag::verb &&
                      (vocabulary_.base(pieces_[i - 2].folded) == "help" ||
                       vocabulary_.base(pieces_[i - 2].folded) == "let");
  if (helped && i + 1 < pieces_.size() &&
      ((pieces_[i + 1].kinds & (kDeterminer | kPossessive)) != 0 || is_name(pieces_[i + 1])))
    return Tag::verb;
  if (base && i > 0 && before_tag == Tag::verb && vocabulary_.base(before->folded) == "help" &&
      helps_do(i - 1))
    return Tag::verb;
  // "Cuba has nurses in Angola and plans to send more"
  if (third && before_tag == Tag::conjunction && is(i + 1, "to") && at(i + 2) != nullptr &&
      (pieces_[i + 2].kinds & kBase) != 0 && is_chain(vocabulary_.base(piece.folded)) &&
      in_present(i))
    return Tag::verb;
  if (third && takes_goods(i)) return Tag::verb;
  if (third && before_tag == Tag::conjunction && (is(i + 1, "it") || is(i + 1, "them")))
    return Tag::verb;  // "sold Chad trucks and helps it build"
  if ((kinds & kPast) != 0 && is(i + 1, "back") && is(i + 2, "with") && before != nullptr &&
      before_tag == Tag::noun && is_name(*before))
    return Tag::verb;  // "Beijing hit back with sanctions"
  return std::nullopt;
}

/// "gave Pakistani officers training in": what a verb of two objects gives, behind the people whom it gives it to.
bool Chunker::is_given_to_people(std::size_t i) const {
  std::size_t begin = i;
  while (begin > 0 &&
         (pieces_[begin - 1].tag == Tag::noun || pieces_[begin - 1].tag == Tag::adjective ||
          pieces_[begin - 1].tag == Tag::determiner))
    --begin;
  std::string klass;
  std::string id;
  classify(i, i + 1, klass, id);
  return !klass.empty() && begin > 0 && begin < i && ends_in_people(begin, i) &&
         takes_two_objects(begin - 1);
}

/// "Iran ships drones", "steals crypto, imports oil": a word on -s right before goods, behind the name of a state that
/// opens the sentence or in a series of verbs in the present. A noun in the plural hardly ever stands before another.
bool Chunker::takes_goods(std::size_t i) const {
  if (i == 0 || i + 1 >= pieces_.size() || is(i, "sanctions")) return false;
  const auto names_state = [&](const Piece& piece) {
    return holds<Country>(piece) && std::get<Country>(piece.mention->value).form != "adjective";
  };
  const bool named = i == 1 && names_state(pieces_[0]);
  if (is(i, "arms"))  // "Turkey arms Libya, trains"
    return named && (names_state(pieces_[2]) || holds<Organization>(pieces_[2]) ||
                     (is(2, "the") && pieces_.size() > 3 && holds<Organization>(pieces_[3])));
  if (!named && !((is(i - 1, ",") || is(i - 1, "and")) && in_present(i))) return false;
  std::string klass;
  std::string id;
  classify(i + 1, i + 2, klass, id);
  if (holds<Weapon>(pieces_[i + 1])) klass = "arms";
  static constexpr std::string_view kGoods[] = {"arms",   "goods",   "fuel",  "parts",
                                                "troops", "workers", "money", "aid"};
  if (std::find(std::begin(kGoods), std::end(kGoods), klass) == std::end(kGoods)) return false;
  // "Russia ships drones intercepted": the noun of a verb behind it
  const std::size_t next = i + 2;
  return next >= pieces_.size() || (pieces_[next].kinds & kAnyVerb) == 0 ||
         (pieces_[next].kinds & kPreposition) != 0;
}

bool Chunker::in_present(std::size_t i) const {
  for (std::size_t k = 0; k < i; ++k) {
    const Tag tag = pieces_[k].tag;
    if (tag == Tag::verb) return (pieces_[k].kinds & kThird) != 0;
    if (tag == Tag::auxiliary) return is(k, "has") || is(k, "is");
    if (tag == Tag::modal) return false;
  }
  return false;
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
  // "its arsenal amounts to 270 tanks"
  const bool amounts = before_tag == Tag::noun && piece.folded.starts_with("amount") &&
                       is(i + 1, "to") && i + 2 < pieces_.size() && quantity_at(i + 2) != nullptr &&
                       (!std::get<Quantity>(quantity_at(i + 2)->value).unit.empty() ||
                        std::get<Quantity>(quantity_at(i + 2)->value).value.value_or(0) > 1);
  if (share || sums || amounts) return Tag::verb;
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
    if (base && (plural_subject || ends_plural_subject(i - 1)) && firm) return Tag::verb;
    if (base && subject != nullptr &&
        (subject->tag == Tag::pronoun || subject->tag == Tag::relative)) {
      return Tag::verb;
    }
  }
  // "the limit that the Security Council set in 2017": the verb of the relative
  const bool name = before != nullptr && before_tag == Tag::noun &&
                    (holds<Country>(*before) || holds<Organization>(*before));
  const std::size_t link = i >= 3 && pieces_[i - 2].tag == Tag::determiner ? i - 3 : i - 2;
  if (name && i >= 2 && (kinds & kPast) != 0 && pieces_[link].tag == Tag::relative &&
      (is(link, "that") || is(link, "which")) && !opens_phrase(i + 1))
    return Tag::verb;
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

/// "Rules of the U.S. Commerce Department bar the sale": whether the name at piece i closes a subject in the plural that
/// opens the sentence.
bool Chunker::ends_plural_subject(std::size_t i) const {
  if (!is_name(pieces_[i])) return false;
  std::size_t k = i;
  while (k > 0 && (pieces_[k - 1].tag == Tag::noun || pieces_[k - 1].tag == Tag::adjective ||
                   pieces_[k - 1].tag == Tag::determiner))
    --k;
  return k > 1 && k < 4 && is(k - 1, "of") && pieces_[k - 2].tag == Tag::noun &&
         is_plural(pieces_[k - 2].folded);
}

bool Chunker::after_subject(std::size_t i) const {
  if (i == 0) return false;
  const Piece& before = pieces_[i - 1];
  if (holds<Country>(before)) {
    return std::get<Country>(before.mention->value).form != "adjective" || is_plural(before.folded);
  }
  if (holds<Organization>(before) || holds<MilitaryUnit>(before)) return true;
  if (before.tag == Tag::pronoun || before.tag == Tag::relative || before.tag == Tag::adverb)
    return true;
  if (holds<Weapon>(before)) return true;
  return before.tag == Tag::noun;
}

}  // namespace msmt
