/// Tagger: the parts of speech of the pieces of a sentence, each by the first question that can tell.
///
///     "No Kwang Chol may visit"   three nouns, modal, verb: "No" is a family name, and no determiner
#include "claims/chunker.hpp"

namespace msmt {

bool Chunker::opens_phrase(std::size_t i) const {
  const Piece* piece = at(i);
  if (piece == nullptr) return false;
  if (is_name(*piece)) return true;
  if (piece->mention != nullptr) return false;
  if ((piece->kinds & (kDeterminer | kNumberWord | kPossessive)) != 0) return true;
  if (token(piece->first).kind == TokenKind::number) return true;
  // "training "local" rebels"
  if (piece->folded == "\"" && i + 2 < pieces_.size() && i > 0 && opens_quoted_word(i)) return true;
  if (token(piece->first).kind == TokenKind::symbol) return piece->folded == "$";
  constexpr std::uint32_t kClosed =
      kPreposition | kConjunction | kAuxiliary | kRelative | kNegation | kSubordinator;
  if ((piece->kinds & (kClosed | kPronoun)) != 0) return false;
  if ((piece->kinds & kAdverb) != 0 && (piece->kinds & kAdjective) == 0) return false;
  return true;
}

bool Chunker::opens_quoted_word(std::size_t i) const {
  constexpr std::size_t kFar = 4;  // pieces
  for (std::size_t k = i + 1; k < pieces_.size() && k < i + kFar; ++k) {
    if (is(k, "\"")) {
      return k > i + 1 && k + 1 < pieces_.size() && pieces_[k + 1].mention == nullptr &&
             (pieces_[k + 1].kinds & kNoun) != 0 && is_plural(pieces_[k + 1].folded);
    }
    if (token(pieces_[k].first).kind != TokenKind::word) return false;
  }
  return false;
}

bool Chunker::is_mass(std::size_t i) const {
  std::string klass;
  std::string id;
  classify(i, i + 1, klass, id);
  return klass == "money" || klass == "fuel";
}

bool Chunker::bans_follow(std::size_t i) const {
  const Piece* next = at(i + 1);
  return i > 0 && next != nullptr && next->mention == nullptr && is_plural(pieces_[i].folded) &&
         grammar_.is(WordClass::rule_verb, next->folded) && opens_phrase(i + 2);
}

bool Chunker::names_no(std::size_t i) const {
  if (!token(pieces_[i].first).capital || i + 2 >= pieces_.size()) return false;
  const Piece& given = pieces_[i + 1];
  const Piece& next = pieces_[i + 2];
  if (given.mention != nullptr || next.mention != nullptr || !token(given.first).capital)
    return false;
  return (next.folded == "-" && token(next.first).glued) || token(next.first).capital;
}

Tag Chunker::tag(std::size_t i) const {
  const Piece& piece = pieces_[i];
  if (piece.mention != nullptr) return tag_of_mention(piece);
  if (const auto tag = by_mark(i)) return *tag;
  if (const auto tag = by_auxiliary(i)) return *tag;
  if (const auto tag = by_relative(i)) return *tag;
  if (const auto tag = by_determiner(i)) return *tag;
  if (const auto tag = by_pronoun(i)) return *tag;
  if (const auto tag = by_adverb(i)) return *tag;
  if (gerund_is_noun(i)) return Tag::noun;
  if (const auto tag = by_link(i)) return *tag;
  if (piece.term) return Tag::noun;
  if (bans_follow(i)) return Tag::noun;
  if (i > 0 && bans_follow(i - 1)) return Tag::verb;
  const std::uint32_t kinds = piece.kinds;
  // "and over 3,000 more followed in May": no noun, since nothing is left to count
  if (i >= 2 && (kinds & kPast) != 0 && is(i - 1, "more") && pieces_[i - 2].tag == Tag::number &&
      at(i + 1) != nullptr &&
      (holds<Date>(pieces_[i + 1]) || (pieces_[i + 1].kinds & kPreposition) != 0 || is(i + 1, ".")))
    return Tag::verb;
  if ((kinds & kAnyVerb) != 0) {
    const Piece* before = i > 0 ? &pieces_[i - 1] : nullptr;
    return verb_or_noun(i, kinds, (kinds & kNoun) != 0, before, tag_before(i));
  }
  if ((kinds & kAdjective) != 0) return Tag::adjective;
  if ((kinds & kAdverb) != 0) return Tag::adverb;
  return Tag::noun;
}

Tag Chunker::tag_of_mention(const Piece& piece) const {
  if (holds<Date>(piece)) return Tag::date;
  if (holds<Country>(piece)) {
    const auto& country = std::get<Country>(piece.mention->value);
    if (country.form == "adjective" && !is_plural(piece.folded)) return Tag::adjective;
  }
  return Tag::noun;
}

std::optional<Tag> Chunker::by_mark(std::size_t i) const {
  const Token& word = token(pieces_[i].first);
  if (word.folded == "'s" || word.folded == "'") {
    const bool is_verb = i > 0 && ((pieces_[i - 1].kinds & kPronoun) != 0 || is(i - 1, "that") ||
                                   is(i - 1, "here") || is(i - 1, "where") || is(i - 1, "how"));
    return is_verb && word.folded == "'s" ? Tag::auxiliary : Tag::possessive;  // "it's sending"
  }
  // "the Maia-1 carried shells": the number of a name
  if (word.kind == TokenKind::number && word.glued && i >= 2 && is(i - 1, "-") &&
      token(pieces_[i - 1].first).glued && pieces_[i - 2].mention == nullptr &&
      token(pieces_[i - 2].first).capital && pieces_[i].mention == nullptr)
    return Tag::noun;
  if (word.kind == TokenKind::number) return Tag::number;
  if (word.folded == "how" && !word.glued && is(i + 1, "to"))
    return Tag::conjunction;  // "taught them how to"
  if (word.kind == TokenKind::symbol) {
    const bool currency = vocabulary_.unit_symbol(doc_.words(word.span)).has_value();
    return currency ? Tag::number : Tag::punctuation;
  }
  return std::nullopt;
}

std::optional<Tag> Chunker::by_auxiliary(std::size_t i) const {
  const Token& word = token(pieces_[i].first);
  const std::uint32_t kinds = pieces_[i].kinds;
  const Tag before_tag = tag_before(i);
  if (word.folded == "no" && names_no(i)) return Tag::noun;
  if (word.folded == "to" && is(i - 1, "-") && is(i + 1, "-") && i > 1 &&
      token(pieces_[i - 1].first).glued && token(pieces_[i + 1].first).glued)
    return Tag::adjective;  // "air-to-surface munitions"
  if (word.folded == "may" && word.capital && i > 0) return Tag::noun;
  if ((kinds & kModal) != 0) return Tag::modal;
  if (word.folded == "no" && word.capital && i > 0 && at(i + 1) != nullptr &&
      at(i + 1)->mention == nullptr && token(pieces_[i + 1].first).capital &&
      (is(i - 1, ",") || before_tag == Tag::noun || before_tag == Tag::preposition ||
       before_tag == Tag::verb || before_tag == Tag::conjunction))
    return Tag::noun;  // "its defence minister, No Kwang-chol", "sanctions on No Kwang Chol"
  if (word.folded == "not" && (is(i + 1, "only") || is(i + 1, "just") || is(i + 1, "merely")))
    return Tag::adverb;  // "sanctioned not only Rostec but also its bank": both
  if (word.folded == "neither" && at(i + 1) != nullptr && at(i + 1)->mention == nullptr) {
    // "may neither buy nor sell arms", "has neither confirmed nor denied", "neither bought nor sold"
    const std::uint32_t next = pieces_[i + 1].kinds;
    if (before_tag == Tag::modal ||
        (before_tag == Tag::auxiliary && (next & kParticiple) != 0 && (next & kAdjective) == 0) ||
        ((next & (kPast | kParticiple)) != 0 && is(i + 2, "nor")))
      return Tag::negation;
  }
  if ((kinds & kNegation) != 0 && word.folded != "neither" && word.folded != "nor")
    return Tag::negation;
  if ((kinds & kBe) != 0) return Tag::auxiliary;
  if ((kinds & (kHave | kDo)) != 0) return Tag::auxiliary;
  return std::nullopt;
}

std::optional<Tag> Chunker::by_relative(std::size_t i) const {
  const Token& word = token(pieces_[i].first);
  // "That includes nine million rounds"
  const Piece* next = at(i + 1);
  if (word.folded == "that" && i == 0 && next != nullptr && next->mention == nullptr &&
      (next->kinds & kThird) != 0 && (next->kinds & kNoun) == 0)
    return Tag::pronoun;
  // "These include Syrian nationals"
  if ((word.folded == "these" || word.folded == "those") && i == 0 && next != nullptr &&
      next->mention == nullptr && (next->kinds & kBase) != 0 && (next->kinds & kNoun) == 0 &&
      opens_phrase(i + 2))
    return Tag::pronoun;
  // "according to the estimates, this includes 300 rifles"
  if (word.folded == "this" && next != nullptr && next->mention == nullptr &&
      (next->kinds & kThird) != 0 && (next->kinds & kNoun) == 0 && opens_phrase(i + 2))
    return Tag::pronoun;
  if (word.folded == "that") return points_at_thing(i) ? Tag::determiner : Tag::relative;
  if (word.folded == "which" || word.folded == "who" || word.folded == "whom" ||
      word.folded == "whose") {
    return Tag::relative;
  }
  return std::nullopt;
}

bool Chunker::points_at_thing(std::size_t i) const {
  const Tag before_tag = tag_before(i);
  // "that system" against "the system that …"
  if ((before_tag == Tag::preposition || before_tag == Tag::conjunction) && opens_phrase(i + 1) &&
      !is_plural(pieces_[i + 1].folded) && pieces_[i + 1].mention == nullptr &&
      (pieces_[i + 1].kinds & kNumberWord) == 0) {
    return true;
  }
  if (before_tag != Tag::verb || (pieces_[i - 1].kinds & kSay) != 0 || at(i + 1) == nullptr)
    return false;
  // "fired that missile at Kyiv": one thing, and no clause behind it
  const Piece* behind = at(i + 2);
  if (holds<Weapon>(pieces_[i + 1]) && !is_plural(pieces_[i + 1].folded) &&
      (behind == nullptr || (behind->kinds & kPreposition) != 0 || is(i + 2, ".")))
    return true;
  // "sanctioned that bank, MRB Bank, and four others": the object ends where a clause would go on
  const bool object_ends = behind == nullptr || is(i + 2, ",") || is(i + 2, ".") || is(i + 2, ";");
  return object_ends && pieces_[i + 1].mention == nullptr &&
         ((pieces_[i + 1].kinds & kAnyVerb) == 0 || (pieces_[i + 1].kinds & kNoun) != 0) &&
         (pieces_[i + 1].kinds & (kDeterminer | kPossessive | kNumberWord | kPronoun)) == 0 &&
         opens_phrase(i + 1) && !is_plural(pieces_[i + 1].folded) &&
         !token(pieces_[i + 1].first).capital;
}

std::optional<Tag> Chunker::by_determiner(std::size_t i) const {
  const Token& word = token(pieces_[i].first);
  const std::uint32_t kinds = pieces_[i].kinds;
  const Tag before_tag = tag_before(i);
  if (portions(i) && (kinds & kDeterminer) == 0 && quantity_at(i) == nullptr) return Tag::pronoun;
  if ((word.folded == "both" || word.folded == "all" || word.folded == "each") &&
      before_tag == Tag::auxiliary && at(i + 1) != nullptr &&
      ((pieces_[i + 1].kinds & kParticiple) != 0 || is(i + 1, "been"))) {
    return Tag::adverb;  // "have both denied", "have all been under sanctions"
  }
  if (word.folded == "each" && before_tag == Tag::noun && at(i + 1) != nullptr &&
      pieces_[i + 1].mention == nullptr && (pieces_[i + 1].kinds & kParticiple) != 0) {
    return Tag::adverb;  // "London and Paris each launched sanctions"
  }
  if (word.folded == "both" && at(i + 1) != nullptr && (pieces_[i + 1].kinds & kDeterminer) != 0 &&
      !is(i + 1, "of")) {
    return Tag::adverb;  // "flies both the F-16 and the Gripen"
  }
  if ((word.folded == "since" || word.folded == "long") && before_tag == Tag::auxiliary &&
      at(i + 1) != nullptr && ((pieces_[i + 1].kinds & kParticiple) != 0 || is(i + 1, "been"))) {
    return Tag::adverb;  // "has since sanctioned", "has long been banned"
  }
  if (grades(i)) return Tag::adjective;
  if ((word.folded == "last" || word.folded == "next" || word.folded == "final") &&
      before_tag == Tag::determiner && i + 1 < pieces_.size() &&
      ((pieces_[i + 1].kinds & kNumberWord) != 0 || quantity_at(i + 1) != nullptr))
    return Tag::adjective;  // "the last two tanks"
  if (word.folded == "military" && i == 1 && before_tag == Tag::determiner && at(2) != nullptr &&
      at(2)->mention == nullptr && (at(2)->kinds & kPast) != 0 && opens_phrase(3))
    return Tag::noun;  // "The military used helicopters"
  if (word.folded == "think" && tag_before(i) != Tag::pronoun &&
      (is(i + 1, "tank") || is(i + 1, "tanks")))
    return Tag::noun;  // "a Washington think tank"
  if (word.folded == "under" && word.capital && is(i + 1, "secretary"))
    return Tag::adjective;  // "the Treasury's Under Secretary"
  if (word.folded == "other" && i > 0 && pieces_[i - 1].tag == Tag::adjective)
    return Tag::adjective;  // "many other countries"
  if ((kinds & kDeterminer) != 0) return Tag::determiner;
  if ((kinds & kNumberWord) != 0) return Tag::number;
  return std::nullopt;
}

bool Chunker::grades(std::size_t i) const {
  if (i == 0 || i + 2 >= pieces_.size() || !(is(i, "most") || is(i, "least"))) return false;
  const Tag before = tag_before(i);
  if (before != Tag::possessive && before != Tag::determiner &&
      (pieces_[i - 1].kinds & kPossessive) == 0)
    return false;
  const Piece& next = pieces_[i + 1];
  return next.mention == nullptr && (next.kinds & (kAdjective | kParticiple | kGerund)) != 0;
}

std::optional<Tag> Chunker::by_pronoun(std::size_t i) const {
  const Token& word = token(pieces_[i].first);
  const Tag before_tag = tag_before(i);
  if ((word.folded == "itself" || word.folded == "themselves" || word.folded == "himself") &&
      i > 0 &&
      (before_tag == Tag::noun || before_tag == Tag::auxiliary || before_tag == Tag::adverb)) {
    return Tag::adverb;  // "the panel itself was disbanded", "which has itself donated"
  }
  if ((pieces_[i].kinds & kPronoun) == 0) return std::nullopt;
  const bool before_noun =
      i > 0 || (at(1) != nullptr && (pieces_[1].kinds & kAnyVerb) == 0 &&
                !token(pieces_[1].first).upper && is_plural(pieces_[1].folded));
  const bool spelled_acronym = word.upper && word.span.size() > 1 && before_noun &&
                               doc_.sentences[reading_.sentence].zone != Zone::headline;
  return spelled_acronym ? Tag::noun : Tag::pronoun;  // "IT workers"
}

std::optional<Tag> Chunker::by_adverb(std::size_t i) const {
  const Token& word = token(pieces_[i].first);
  const std::uint32_t kinds = pieces_[i].kinds;
  const Tag before_tag = tag_before(i);
  if (word.folded == "home" && before_tag == Tag::verb &&
      grammar_.is(WordClass::motion, vocabulary_.base(pieces_[i - 1].folded)))
    return Tag::adverb;  // "sent home $200 million"
  if ((word.folded == "left" || word.folded == "right" || word.folded == "center" ||
       word.folded == "centre") &&
      i > 0 && (pieces_[i - 1].folded == "," || pieces_[i - 1].folded == "(") &&
      (is(i + 1, ",") || is(i + 1, ")"))) {
    return Tag::adverb;  // "Vladimir Putin, left, and …"
  }
  // "launched by Chad overnight"; but "an overnight raid"
  if (word.folded == "overnight" &&
      (at(i + 1) == nullptr || token(pieces_[i + 1].first).kind == TokenKind::symbol ||
       (pieces_[i + 1].kinds & (kPreposition | kDeterminer)) != 0 || is(i + 1, "and")))
    return Tag::adverb;
  // "Iran's well-documented supply": the first half of an adjective
  const Piece* half = at(i + 2);
  if ((kinds & kAdverb) != 0 && is(i + 1, "-") && token(pieces_[i + 1].first).glued &&
      half != nullptr && half->mention == nullptr && token(half->first).glued &&
      (half->kinds & (kAdjective | kParticiple)) != 0)
    return Tag::adjective;
  if (word.folded == "yet" && is(i + 1, "to") &&
      (before_tag == Tag::auxiliary || before_tag == Tag::adverb)) {
    return Tag::negation;  // "has yet to sign"
  }
  if (word.folded == "yet" && (before_tag == Tag::negation || before_tag == Tag::auxiliary))
    return Tag::adverb;
  if (before_tag == Tag::auxiliary && (kinds & kAdjective) != 0 && at(i + 1) != nullptr &&
      (pieces_[i + 1].kinds & kParticiple) != 0 && pieces_[i + 1].mention == nullptr) {
    return Tag::adverb;  // "were first sent"
  }
  if ((kinds & kAdverb) != 0 && word.capital && i > 0 && before_tag == Tag::noun &&
      token(pieces_[i - 1].first).capital && word.folded.ends_with("ly") &&
      doc_.sentences[reading_.sentence].zone != Zone::headline)
    return Tag::noun;  // "Michel Martelly": part of a name
  if ((kinds & kAdverb) != 0 && (kinds & kAnyVerb) != 0 && before_tag == Tag::noun &&
      at(i + 1) != nullptr &&
      (holds<Date>(pieces_[i + 1]) || (pieces_[i + 1].kinds & kPreposition) != 0)) {
    return Tag::adverb;  // "the Russians back in 2021"
  }
  return std::nullopt;
}

bool Chunker::goes_on_behind_comma(std::size_t i) const {
  while (i < pieces_.size() && !is(i, ",")) ++i;
  const Piece* next = at(i + 1);
  return next != nullptr && opens_phrase(i + 1) && !is(i + 1, "which") && !is(i + 1, "who");
}

bool Chunker::joins_gerunds(std::size_t i) const {
  // "by training, advising and equipping them": each has the object behind the last
  std::size_t last = i;
  bool closed = false;
  for (std::size_t k = i + 1; k + 1 < pieces_.size() && !closed; k = last + 1) {
    closed = is(k, "and");
    if (!closed && !is(k, ",")) return false;
    std::size_t next = k + 1;
    if (!closed && is(next, "and")) {
      closed = true;
      ++next;
    }
    if (next + 1 >= pieces_.size() || (pieces_[next].kinds & kGerund) == 0) return false;
    last = next;
  }
  return closed && opens_phrase(last + 1) && !is(last + 1, "of") &&
         (is_name(pieces_[last + 1]) || is_plural(pieces_[last + 1].folded) ||
          (pieces_[last + 1].kinds & (kDeterminer | kPossessive | kPronoun)) != 0);
}

bool Chunker::gerund_is_noun(std::size_t i) const {
  const Tag before_tag = tag_before(i);
  if ((pieces_[i].kinds & kGerundNoun) == 0 || before_tag == Tag::auxiliary ||
      before_tag == Tag::verb) {
    return false;
  }
  if (before_tag == Tag::preposition && joins_gerunds(i)) return false;
  // "accused of planning to sell rifles"; but "left for training to fly them"
  if (before_tag == Tag::preposition && is(i + 1, "to") && at(i + 2) != nullptr &&
      (pieces_[i + 2].kinds & kBase) != 0 && is_chain(vocabulary_.base(pieces_[i].folded)))
    return false;
  // "is also training Ukrainian soldiers"
  if (before_tag == Tag::adverb && i > 1 && (pieces_[i - 2].kinds & kBe) != 0 &&
      opens_phrase(i + 1) && !is(i + 1, "of"))
    return false;
  if (before_tag == Tag::noun && is_plural(pieces_[i - 1].folded) && at(i + 1) != nullptr &&
      (pieces_[i + 1].kinds & kPreposition) != 0 && !is(i + 1, "of"))
    return false;  // "soldiers fighting in Congo"
  // "sanctions monitoring mechanism", "the hiring of"; but "monitoring the border"
  const Piece* next = at(i + 1);
  const bool object =
      next != nullptr && (next->kinds & (kDeterminer | kPossessive | kNumberWord)) != 0;
  const bool bare_object =
      before_tag == Tag::preposition && opens_phrase(i + 1) && !is(i + 1, "of") &&
      ((holds<Country>(*next) && at(i + 2) != nullptr && is_plural(pieces_[i + 2].folded)) ||
       is_plural(next->folded) || quantity_at(i + 1) != nullptr || is_mass(i + 1) ||
       token(next->first).capital);  // "by shelling Stepanakert"
  // "Firing 40 missiles, Iran …", ", training Somali recruits"
  const bool opens_clause = i == 0 ? goes_on_behind_comma(i) : is(i - 1, ",") || is(i - 1, "and");
  const bool counted = opens_clause && opens_phrase(i + 1) &&
                       (quantity_at(i + 1) != nullptr || holds<Country>(*next));
  return !object && !bare_object && !counted;
}

std::optional<Tag> Chunker::by_link(std::size_t i) const {
  const Token& word = token(pieces_[i].first);
  const std::uint32_t kinds = pieces_[i].kinds;
  const bool verb_form = (kinds & kAnyVerb) != 0;
  const bool preposition = (kinds & kPreposition) != 0;
  if (word.folded == "following" && i > 0 && is(i - 1, "the")) return Tag::noun;
  if (preposition && (!verb_form || word.folded == "like" || word.folded == "following" ||
                      word.folded == "including" || word.folded == "concerning" ||
                      word.folded == "regarding" || word.folded == "excluding")) {
    return Tag::preposition;
  }
  if ((kinds & kConjunction) != 0) return Tag::conjunction;
  return std::nullopt;
}

}  // namespace msmt
