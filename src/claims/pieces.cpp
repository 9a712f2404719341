/// Pieces: a sentence cut into tokens and mentions, before each is given its part of speech.
#include <algorithm>
#include <span>

#include "claims/chunker.hpp"

namespace msmt {

int Chunker::rank(const Value& value) {
  // a quantity holds the weapon or country that it counts
  if (std::holds_alternative<Quantity>(value)) return 1;
  if (std::holds_alternative<Unit>(value)) return 9;
  return 0;
}

void Chunker::cut() {
  const auto& tokens = reading_.tokens;
  for (std::size_t t = 0; t < tokens.size();) {
    if (leads_date(t)) {
      ++t;
      continue;
    }
    const Mention* best = nullptr;
    for (const Mention& mention : reading_.mentions) {
      if (mention.span.begin != tokens[t].span.begin || rank(mention.value) > 0) continue;
      if (best == nullptr || mention.span.size() > best->span.size()) best = &mention;
    }
    if (best != nullptr && std::holds_alternative<Weapon>(best->value) && t > 0 &&
        t + 1 < tokens.size() && tokens[t - 1].folded == "to" && best->span == tokens[t].span &&
        vocabulary_.is(tokens[t].folded, kBase) &&
        vocabulary_.is(tokens[t + 1].folded, kDeterminer | kPossessive)) {
      best = nullptr;  // "to bomb its own towns"
    }
    Piece piece;
    piece.first = t;
    piece.last = t + 1;
    if (best != nullptr) {
      while (piece.last < tokens.size() && tokens[piece.last].span.end <= best->span.end)
        ++piece.last;
      piece.mention = best;
    }
    piece.span = {tokens[piece.first].span.begin, tokens[piece.last - 1].span.end};
    piece.folded = tokens[piece.last - 1].folded;
    piece.kinds = piece.mention == nullptr ? vocabulary_.kinds(piece.folded) : 0;
    pieces_.push_back(piece);
    t = piece.last;
  }
  join_idioms();
  join_hyphened_verbs();
  mark_terms();
}

bool Chunker::leads_date(std::size_t t) const {
  const auto& tokens = reading_.tokens;
  if (t + 1 >= tokens.size() || (tokens[t].folded != "late" && tokens[t].folded != "early"))
    return false;
  return std::any_of(reading_.mentions.begin(), reading_.mentions.end(),
                     [&](const Mention& mention) {
                       return mention.span.begin == tokens[t + 1].span.begin &&
                              std::holds_alternative<Date>(mention.value);
                     });
}

void Chunker::mark_terms() {
  const Gazetteer& items = lexicons_.gazetteer("items");
  for (std::size_t i = 0; i + 1 < pieces_.size(); ++i) {
    if (pieces_[i].mention != nullptr || token(pieces_[i].first).kind != TokenKind::word) continue;
    const auto hit = items.match(doc_, std::span(reading_.tokens), pieces_[i].first);
    if (!hit || hit->tokens < 2) continue;
    const std::size_t last = pieces_[i].first + hit->tokens;
    // "spare parts", "attack drones": no verb with its object
    const bool governed =
        i > 0 && (is(i - 1, "to") || (pieces_[i - 1].kinds & (kModal | kDo | kPronoun)) != 0);
    // a form that is nearly always a noun is none either: "the UN [arms embargo] covers"
    const auto can_be = [&](std::size_t k, std::uint32_t form) {
      return (pieces_[k].kinds & (form | kMostlyNoun)) != 0 && (pieces_[k].kinds & kAnyVerb) != 0;
    };
    if (can_be(i, kBase) && !governed) pieces_[i].term = true;
    for (std::size_t k = i + 1; k < pieces_.size() && pieces_[k].last <= last; ++k) {
      if (pieces_[k].last == last && can_be(k, kThird)) pieces_[k].term = true;
    }
  }
}

bool Chunker::is_name(const Piece& piece) const {
  return holds<Country>(piece) || holds<Organization>(piece) || holds<MilitaryUnit>(piece) ||
         holds<Weapon>(piece);
}

const Mention* Chunker::quantity_at(std::size_t i) const {
  if (i >= pieces_.size()) return nullptr;  // "the Gulf of", cut off there
  for (const Mention& mention : reading_.mentions) {
    if (std::holds_alternative<Quantity>(mention.value) &&
        (mention.span.begin == pieces_[i].span.begin || verb_bends(mention, i))) {
      return &mention;
    }
  }
  return nullptr;
}

bool Chunker::verb_bends(const Mention& count, std::size_t i) const {
  if (count.span.begin >= pieces_[i].span.begin || count.span.end <= pieces_[i].span.begin)
    return false;
  std::size_t k = i;
  while (k > 0 && pieces_[k - 1].span.begin >= count.span.begin &&
         (pieces_[k - 1].tag == Tag::verb || pieces_[k - 1].tag == Tag::preposition))
    --k;
  return k < i && pieces_[k].tag == Tag::verb && pieces_[k].span.begin == count.span.begin;
}

}  // namespace msmt
