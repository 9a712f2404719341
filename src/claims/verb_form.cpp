/// Verb or noun, by the form of the word: one in -ing, one in -ed, and the participles that describe a noun.
///
///     "received training"    noun        "began training"   verb
///     "refined petroleum"    adjective   "two aircraft flew howitzers"   verb
#include <algorithm>

#include "claims/chunker.hpp"

namespace msmt {

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
  if (gerund && !base) return tag_of_gerund(spot);
  if (ed && !base && !third) return tag_of_ed(spot);
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

Tag Chunker::tag_of_gerund(const Spot& spot) const {
  const auto& [i, kinds, nounish, before, before_tag, base, third, ed, gerund, numbered_name,
               in_phrase] = spot;
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
  return Tag::verb;
}

Tag Chunker::tag_of_ed(const Spot& spot) const {
  const auto& [i, kinds, nounish, before, before_tag, base, third, ed, gerund, numbered_name,
               in_phrase] = spot;
  const bool only_past = (kinds & kPast) != 0 && (kinds & kParticiple) == 0;
  // "$20 million came", "two aircraft flew howitzers": a form that is no participle
  if (only_past && !nounish && (before_tag == Tag::number || before_tag == Tag::noun))
    return Tag::verb;
  const bool the_two = before_tag == Tag::number && before != nullptr && before->folded == "two" &&
                       i >= 2 && is(i - 2, "the") && (i == 2 || !is_name(pieces_[i - 3]));
  const Piece* object = at(i + 1);
  if (the_two && object != nullptr && (object->kinds & (kDeterminer | kPossessive)) != 0)
    return Tag::verb;  // "The two signed a pact"
  const bool latter = is(i - 1, "latter") && i >= 2 && is(i - 2, "the");
  if (latter) return Tag::verb;  // "the latter received shells"
  if (before_tag == Tag::number && ends_sum(i) && !opens_phrase(i + 1))
    return Tag::verb;  // "the $1.2 billion looted in 2024"
  if (before_tag == Tag::number && closes_worth(i)) return Tag::verb;
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

bool Chunker::closes_worth(std::size_t i) const {
  // "Arms worth $40 million reached Oman": the noun stands before "worth"
  for (std::size_t k = i; k > 0 && i - k < 5; --k) {
    if (is(k - 1, "worth")) return ends_sum(i);
    if (pieces_[k - 1].tag != Tag::number) return false;
  }
  return false;
}

bool Chunker::ends_sum(std::size_t i) const {
  const Span end{pieces_[i - 1].span.begin, pieces_[i - 1].span.end};
  return std::any_of(reading_.mentions.begin(), reading_.mentions.end(), [&](const Mention& sum) {
    if (!std::holds_alternative<Quantity>(sum.value) || sum.span.end != end.end) return false;
    return std::any_of(
        reading_.mentions.begin(), reading_.mentions.end(), [&](const Mention& mention) {
          const auto* unit = std::get_if<Unit>(&mention.value);
          return unit != nullptr && unit->dimension == "money" && sum.span.contains(mention.span);
        });
  });
}

}  // namespace msmt
