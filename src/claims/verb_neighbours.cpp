/// Verb or noun, by the words around it: lists of verbs, captions, people who do it, what stands behind.
///
///     "rules forbid arms, cap deliveries and require the return"   cap: verb
///     "Nepalis guard bases"                                        guard: verb
#include <algorithm>
#include <span>

#include "claims/chunker.hpp"
#include "claims/clause_words.hpp"

namespace msmt {

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
  if (ed && before_tag == Tag::noun && i > 2 && (pieces_[i - 2].kinds & kDeterminer) != 0 &&
      pieces_[i - 3].tag == Tag::verb && at(i + 1) != nullptr && at(i + 2) != nullptr &&
      takes_two_objects(i - 3) && holds<Weapon>(pieces_[i + 1]))
    return Tag::adjective;  // "gave the group advanced missiles"
  if (third && nounish && before_tag == Tag::adverb && i > 1 && pieces_[i - 2].tag == Tag::noun &&
      is(i + 1, "to") && at(i + 2) != nullptr && (pieces_[i + 2].kinds & kBase) != 0)
    return Tag::verb;  // "Cairo also plans to send"
  if (base && !third && nounish && i > 1 && (is(i - 1, "and") || is(i - 1, "or")) &&
      pieces_[i - 2].tag == Tag::verb && (pieces_[i - 2].kinds & kBase) != 0 &&
      at(i + 1) != nullptr && (pieces_[i + 1].kinds & (kDeterminer | kPossessive)) != 0)
    return Tag::verb;  // "agreed to equip and train the army"
  if ((kinds & kPast) != 0 && nounish && before != nullptr && holds<Country>(*before) &&
      before_tag == Tag::noun && !token(piece.first).capital && at(i + 1) != nullptr &&
      pieces_[i + 1].mention == nullptr && token(pieces_[i + 1].first).capital)
    return Tag::verb;  // "Russia hit Kharkiv with three bombs"
  if ((kinds & kPast) != 0 && nounish && before != nullptr && holds<Weapon>(*before) &&
      at(i + 1) != nullptr && (pieces_[i + 1].kinds & (kDeterminer | kPossessive)) != 0)
    return Tag::verb;  // "a shell hit a market"
  if (closes_its_relative(spot)) return Tag::verb;
  if (base && piece.folded == "work" && before != nullptr && before_tag == Tag::noun &&
      is_plural(before->folded)) {
    return Tag::verb;
  }
  // "Rwandan soldiers fight alongside", "Nepalis guard bases": people in the plural do it
  if (base && !third && nounish && before_tag == Tag::noun && is_people(i - 1) && done_by_people(i))
    return Tag::verb;
  if (base && !third && nounish && before_tag == Tag::noun && before != nullptr &&
      is_plural(before->folded) && in_relative(i) && at(i + 1) != nullptr &&
      pieces_[i + 1].mention == nullptr && (pieces_[i + 1].kinds & kBase) != 0 &&
      (pieces_[i + 1].kinds & kNoun) == 0)
    return Tag::verb;  // "the shells that some units fire come from Iran"
  if (base && !third && (fires_at(i) || behind_listed_states(i))) return Tag::verb;
  if (numbered_name && third && at(i + 1) != nullptr &&
      ((pieces_[i + 1].kinds & kDeterminer) != 0 || is_name(pieces_[i + 1])))
    return Tag::verb;
  // "which groups South Korea and ten others", "that monitors the ban": the verb of the relative
  if (before_tag == Tag::relative && third && before->folded != "that" && at(i + 1) != nullptr &&
      (is_name(pieces_[i + 1]) || (pieces_[i + 1].kinds & (kDeterminer | kPossessive)) != 0 ||
       quantity_at(i + 1) != nullptr))
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
    return Tag::verb;  // "Ana Sol greet the crew", "Ana Sol, left, greet"
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

bool Chunker::closes_its_relative(const Spot& spot) const {
  const auto& [i, kinds, nounish, before, before_tag, base, third, ed, gerund, numbered_name,
               in_phrase] = spot;
  const bool finite_next =
      at(i + 1) != nullptr && (pieces_[i + 1].kinds & (kBe | kModal | kPreposition)) != 0;
  const bool ends_clause = at(i + 1) == nullptr || is(i + 1, ".") || is(i + 1, ",");
  const bool closes = ends_clause && i >= 2 && pieces_[i - 2].tag == Tag::relative;
  return third && nounish && before != nullptr && holds<Country>(*before) && i >= 2 &&
         (finite_next || closes) && before_tag == Tag::noun &&
         (pieces_[i - 2].tag == Tag::relative ||
          (pieces_[i - 2].tag == Tag::noun && is_plural(pieces_[i - 2].folded)));
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

bool Chunker::in_bare_series(std::size_t i) const {
  if (i < 3 || !is(i - 1, ",") || pieces_[i].mention != nullptr ||
      (pieces_[i].kinds & kBase) == 0 || pieces_[i - 2].tag != Tag::verb ||
      (pieces_[i - 2].kinds & kBase) == 0)
    return false;
  const bool opened = is(i - 3, "to") || is(i - 3, ",") || pieces_[i - 3].tag == Tag::modal;
  std::size_t next = i + 1;
  if (is(next, ",")) ++next;
  const bool closed = is(next, "and") || is(next, "or");
  if (closed) ++next;
  return opened && next > i + 1 && next < pieces_.size() && pieces_[next].mention == nullptr &&
         (pieces_[next].kinds & kBase) != 0 && (closed || in_bare_series_behind(next));
}

bool Chunker::goes_on_from_modal(std::size_t i) const {
  if (i < 3 || !is(i - 1, "and") || pieces_[i].mention != nullptr ||
      (pieces_[i].kinds & kBase) == 0 || i + 1 >= pieces_.size() ||
      (pieces_[i + 1].kinds & kPossessive) == 0)
    return false;
  for (std::size_t k = i - 1; k > 1; --k) {
    const Piece& verb = pieces_[k - 1];
    if (verb.tag == Tag::relative || is(k - 1, ";")) return false;
    if (verb.tag != Tag::verb) continue;
    return (verb.kinds & kBase) != 0 && (pieces_[k - 2].tag == Tag::modal || is(k - 2, "to"));
  }
  return false;
}

bool Chunker::goes_on_with_rule(std::size_t i) const {
  if (i < 3 || !is(i - 1, "and") || (pieces_[i].kinds & kPast) == 0 || i + 1 >= pieces_.size() ||
      !grammar_.is(WordClass::rule_verb, vocabulary_.base(pieces_[i].folded)) ||
      !grammar_.is(WordClass::trading, singular(pieces_[i + 1].folded)))
    return false;
  for (std::size_t k = i - 1; k > 1; --k) {
    const Piece& verb = pieces_[k - 1];
    if (verb.tag == Tag::punctuation || verb.tag == Tag::relative) return false;
    if (verb.tag == Tag::verb) return (verb.kinds & kPast) != 0 && opens_phrase(k);
  }
  return false;
}

bool Chunker::in_bare_series_behind(std::size_t i) const {
  std::size_t next = i + 1;
  if (is(next, ",")) ++next;
  return (is(next, "and") || is(next, "or")) && next + 1 < pieces_.size() &&
         pieces_[next + 1].mention == nullptr && (pieces_[next + 1].kinds & kBase) != 0;
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

bool Chunker::fires_at(std::size_t i) const {
  if (i == 0 || i + 2 >= pieces_.size() || !holds<Weapon>(pieces_[i + 1])) return false;
  const Piece& doer = pieces_[i - 1];
  const bool fighters =
      is_people(i - 1) || (holds<Organization>(doer) && doer.folded.ends_with('s'));
  return fighters && (is(i + 2, "at") || is(i + 2, "on") || is(i + 2, "into") ||
                      is(i + 2, "toward") || is(i + 2, "towards"));
}

bool Chunker::behind_listed_states(std::size_t i) const {
  if (i < 3 || i + 1 == pieces_.size()) return false;
  const bool headline = is(i - 2, ",") && !is(pieces_.size() - 1, ".");
  const Piece& next = pieces_[i + 1];
  // "Togo and Benin host Cuban workers"
  const std::size_t last = pieces_[i - 1].tag == Tag::adverb ? i - 2 : i - 1;
  const bool listed = last > 1 && is(last - 1, "and") && is_name(pieces_[last]) &&
                      is_name(pieces_[last - 2]) &&
                      (is_name(next) || (next.kinds & (kDeterminer | kPossessive)) != 0);
  if (listed) return (pieces_[i].kinds & kMostlyNoun) == 0;
  if (!headline) return false;
  const auto state = [&](const Piece& piece) {
    return (holds<Country>(piece) && std::get<Country>(piece.mention->value).form != "adjective") ||
           holds<Organization>(piece);
  };
  return state(pieces_[i - 1]) && state(pieces_[i - 3]) && i == 3;
}

bool Chunker::done_by_people(std::size_t i) const {
  const auto& frames = grammar_.frames("verb", vocabulary_.base(pieces_[i].folded));
  return std::any_of(frames.begin(), frames.end(), [](const Frame* frame) {
    return frame->role("subj") == "item" &&
           (frame->type == "deployment" || frame->type == "labor" || frame->type == "casualties");
  });
}

bool Chunker::closes_aside(std::size_t comma) const {
  for (std::size_t k = comma; k > 1; --k) {
    if (!is(k - 1, ",")) continue;
    const std::string_view first = pieces_[k].folded;
    return pieces_[k - 2].tag == Tag::noun &&
           (first == "as" || first == "which" || first == "who" || first == "whose" ||
            first == "although" || first == "while" || first == "like");
  }
  return false;
}

}  // namespace msmt
