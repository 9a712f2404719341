/// The main verb of a sentence or clause that has none yet: the word that was taken for a noun and is one.
///
///     "Resolution 2397, which the Council adopted, limits imports"   limits
#include "claims/chunker.hpp"

namespace msmt {

void Chunker::find_main_verb() {
  find_main_verb(0);
  // "said that the resolutions of the Council ban arms": the clause behind "that" needs its own
  for (std::size_t i = 1; i + 3 < pieces_.size(); ++i) {
    std::size_t k = i;  // over a particle, "pointed out that"
    while (k > 0 && pieces_[k - 1].tag != Tag::verb && i - k < 2 &&
           (pieces_[k - 1].tag == Tag::adverb || pieces_[k - 1].tag == Tag::preposition))
      --k;
    if (is(i, "that") && pieces_[i].tag == Tag::relative && k > 0 &&
        pieces_[k - 1].tag == Tag::verb)
      find_main_verb(i + 1);
  }
}

void Chunker::find_main_verb(std::size_t from) {
  bool relative = false;
  bool open = false;  // inside the clause of a bare "that", before its verb
  std::size_t found = pieces_.size();
  std::size_t reduced = pieces_.size();  // a participle behind the subject that may be its verb
  for (std::size_t i = from; i < pieces_.size(); ++i) {
    const Piece& piece = pieces_[i];
    if (piece.tag == Tag::relative && piece.folded != "that") relative = true;
    // "The package that ministers agreed last week hits two banks": behind its own verb the clause
    // of a bare "that" is over
    const bool verbal =
        piece.tag == Tag::verb || piece.tag == Tag::auxiliary || piece.tag == Tag::modal;
    if (piece.tag == Tag::relative && piece.folded == "that" && i > 0 &&
        (pieces_[i - 1].tag == Tag::noun || pieces_[i - 1].mention != nullptr) &&
        (pieces_[i - 1].kinds & kSay) == 0) {
      open = true;
      continue;
    }
    if (open && verbal) {
      const bool group = i + 1 < pieces_.size() &&
                         (pieces_[i + 1].tag == Tag::verb || pieces_[i + 1].tag == Tag::auxiliary ||
                          pieces_[i + 1].tag == Tag::adverb);
      open = group && piece.tag != Tag::verb;
      continue;
    }
    if (relative && (is(i, ",") || is(i, ")")) && i > 0) relative = false;
    if (relative || is(i, ":")) continue;
    const bool finite =
        piece.tag == Tag::modal || piece.tag == Tag::auxiliary ||
        (piece.tag == Tag::verb && (piece.kinds & (kPast | kThird)) != 0) ||
        (piece.tag == Tag::verb && (piece.kinds & kBase) != 0 && !(i > 0 && is(i - 1, "to")));
    // "The bank, based in Tehran, helps": the participle in the aside is no main verb
    const bool aside = piece.tag == Tag::verb && (piece.kinds & kPast) != 0 &&
                       (piece.kinds & kParticiple) != 0 && i > 1 && is(i - 1, ",") &&
                       i + 1 < pieces_.size() &&
                       (pieces_[i + 1].tag == Tag::preposition || pieces_[i + 1].tag == Tag::date ||
                        pieces_[i + 1].tag == Tag::adverb);
    if (finite && !aside && (reduced < pieces_.size() || !may_be_reduced(i))) return;
    if (finite && !aside) reduced = i;
    // "supplied by Iran target ships"; but "led to the end of the Libya arms embargo"
    const bool behind_reduced =
        reduced < i && (pieces_[i - 1].tag == Tag::date ||
                        (pieces_[i - 1].tag == Tag::noun && is_name(pieces_[i - 1]) &&
                         pieces_[i - 2].tag != Tag::determiner));
    if (reduced < pieces_.size() && !behind_reduced) continue;
    if (found == pieces_.size() && may_be_main_verb(i, reduced)) found = i;
  }
  if (found == pieces_.size()) return;
  pieces_[found].tag = Tag::verb;
  for (std::size_t i = found + 1; i < pieces_.size(); ++i) pieces_[i].tag = tag(i);
}

bool Chunker::may_be_reduced(std::size_t i) const {
  const std::uint32_t kinds = pieces_[i].kinds;
  if (pieces_[i].tag != Tag::verb || (kinds & kPast) == 0 || (kinds & kParticiple) == 0 ||
      (kinds & (kIntransitive | kSay)) != 0 || i == 0 || i + 1 >= pieces_.size())
    return false;
  const Piece& subject = pieces_[i - 1];
  const Tag next = pieces_[i + 1].tag;
  const bool name = (subject.mention != nullptr && !holds<Weapon>(subject)) ||
                    (i > 1 && token(subject.first).capital);
  return subject.tag == Tag::noun && !name && (next == Tag::preposition || next == Tag::date);
}

bool Chunker::may_be_main_verb(std::size_t i, std::size_t reduced) const {
  const Piece& piece = pieces_[i];
  // "Germany, according to the report, banned exports": taken for "banned goods"
  const bool described =
      piece.tag == Tag::adjective && i > 0 && is(i - 1, ",") && (piece.kinds & kPast) != 0;
  if (i == 0 || i + 1 >= pieces_.size() || (piece.tag != Tag::noun && !described) ||
      piece.mention != nullptr || token(piece.first).capital || token(piece.first).glued ||
      (piece.term && (piece.kinds & kMostlyNoun) != 0)) {
    return false;
  }
  const Piece& before = pieces_[i - 1];
  const bool adverb = before.tag == Tag::adverb && i >= 2 && pieces_[i - 2].tag == Tag::noun;
  const bool subject = before.tag == Tag::noun || before.tag == Tag::number || is(i - 1, ",") ||
                       adverb || is(i - 1, ")") || before.tag == Tag::date;
  if (!subject) return false;
  bool singular = !is_plural(before.folded) || before.mention != nullptr;
  if (is(i - 1, ",")) {
    // "The sanctions, announced on Friday, target three banks": the noun before the aside
    std::size_t open = i - 1;
    while (open > 0 && !is(open - 1, ",")) --open;
    if (open > 1 && pieces_[open - 2].tag == Tag::noun && pieces_[open - 2].mention == nullptr)
      singular = !is_plural(pieces_[open - 2].folded);
  }
  if (adverb || before.tag == Tag::noun) {
    // "Rules of the ministry bar the sale", "Sanctions by Norway target": the verb agrees with the
    // noun before the preposition
    std::size_t k = i - 1;
    while (k > 0 && pieces_[k].tag != Tag::preposition && pieces_[k].tag != Tag::verb &&
           pieces_[k].tag != Tag::punctuation)
      --k;
    if (k > 0 && pieces_[k].tag == Tag::preposition && pieces_[k - 1].tag == Tag::noun &&
        pieces_[k - 1].mention == nullptr)
      singular = !is_plural(pieces_[k - 1].folded);
  }
  if (reduced < i) singular = !is_plural(pieces_[reduced - 1].folded);
  const bool past = (piece.kinds & kPast) != 0;  // "a missile hit Kyiv"
  const bool agrees =
      past || ((piece.kinds & kThird) != 0 ? singular || is(i - 1, ",")
                                           : (piece.kinds & kBase) != 0 && !singular);
  const Piece& next = pieces_[i + 1];
  const bool object = (next.kinds & (kDeterminer | kPossessive | kNumberWord)) != 0 ||
                      is_name(next) || next.tag == Tag::number || next.tag == Tag::adjective ||
                      next.tag == Tag::pronoun ||
                      (next.tag == Tag::noun &&
                       (is_plural(next.folded) || token(next.first).capital));  // "covers Darfur"
  const bool name_subject = is_name(before) || (adverb && is_name(pieces_[i - 2]));
  return agrees && (object || ((piece.kinds & kThird) != 0 && name_subject && opens_phrase(i + 1)));
}

}  // namespace msmt
