/// What `of` draws into a noun phrase: "containers of munitions", "the government of Iran".

#include <algorithm>

#include "claims/chunker.hpp"

namespace msmt {

bool Chunker::draws_of(const Chunk& chunk) const {
  if (chunk.item_class == "deed" || chunk.item_class == "document" || chunk.party) return false;
  if (is_deed(chunk)) return false;
  return true;
}

bool Chunker::is_deed(const Chunk& chunk) const {
  return !grammar_.frames("noun", chunk.lemma).empty() ||
         !grammar_.frames("noun", chunk.head).empty();
}

bool Chunker::robs_of(std::size_t i) const {
  if (!counts_in(quantity_at(i), "money")) return false;
  constexpr std::size_t kFar = 8;  // pieces
  for (std::size_t k = i; k > 0 && k + kFar > i; --k) {
    const Piece& piece = pieces_[k - 1];
    if (piece.tag == Tag::verb)
      return grammar_.evokes("verb", vocabulary_.base(piece.folded), {"theft.hack"});
  }
  return false;
}

namespace {

/// "1,000 tonnes", "40,000 barrels": a weight or volume of something.
bool weighs(const Mention* count) {
  static constexpr std::string_view kMeasures[] = {"ton",    "tonne", "metric ton", "kilogram",
                                                   "barrel", "litre", "liter",      "gallon"};
  if (count == nullptr) return false;
  const std::string& unit = std::get<Quantity>(count->value).unit;
  return std::find(std::begin(kMeasures), std::end(kMeasures), unit) != std::end(kMeasures);
}

}  // namespace

std::size_t Chunker::draw_of(Chunk& chunk, std::size_t i, std::size_t end) {
  const std::size_t begin = i;
  if (robs_of(begin)) return end;
  if (i < pieces_.size() &&
      (pieces_[i].tag == Tag::determiner || (pieces_[i].kinds & kPossessive) != 0))
    ++i;
  const std::size_t noun_begin = i;
  i = end_of_drawn(chunk, noun_begin);
  if (i == noun_begin) return end;
  // "a cargo of 1,000 tonnes of steel": what is weighed
  std::size_t kind = noun_begin;
  if (weighs(quantity_at(noun_begin)) && is(i, "of") && chunk.quantity == nullptr &&
      grammar_.is(WordClass::portion, chunk.lemma)) {
    const std::size_t past = i + 1 < pieces_.size() ? end_of_drawn(chunk, i + 1) : i;
    if (past > i + 1) {
      kind = i + 1;
      i = past;
    }
  }
  const Piece& last = pieces_[i - 1];
  const Mention* lot = chunk.quantity == nullptr ? quantity_at(noun_begin) : nullptr;
  const bool of_lot = lot != nullptr && noun_begin == begin && lot->rule != "quantity/compound" &&
                      grammar_.is(WordClass::portion, chunk.lemma);
  // "seven months of its launch": a deed stays apart; "containers of military aid" are goods
  const bool counts_goods = chunk.quantity != nullptr &&
                            std::get<Quantity>(chunk.quantity->value).unit != "month" &&
                            std::get<Quantity>(chunk.quantity->value).unit != "year";
  if (last.mention == nullptr && !counts_goods &&
      !grammar_.frames("noun", singular(last.folded)).empty())
    return end;
  chunk.of = {pieces_[begin].span.begin, last.span.end};
  if (of_lot) {
    // "a barrage of 100 rockets": the count is of what the lot holds
    std::size_t goods = kind == noun_begin ? begin : kind;
    while (goods + 1 < i && pieces_[goods].tag != Tag::noun && pieces_[goods].tag != Tag::adjective)
      ++goods;
    chunk.quantity = lot;
    chunk.of.begin = pieces_[goods].span.begin;
  }
  chunk.last = last.last;
  chunk.span.end = last.span.end;
  // "a package of $40 million": the sum is its count
  if (lot != nullptr && noun_begin == begin && chunk.item_class == "aid" &&
      counts_in(lot, "money")) {
    chunk.quantity = lot;
    chunk.of = {};
    return i;
  }
  take_drawn_names(chunk);
  if (!chunk.owner && begin < noun_begin && (pieces_[begin].kinds & kPossessive) != 0)
    chunk.owner = Named{{std::string(pieces_[begin].folded), ""}, pieces_[begin].span};
  set_drawn_owner(chunk, noun_begin, i);
  classify_drawn(chunk, kind, i);
  set_drawn_party(chunk, last);
  return i;
}

std::size_t Chunker::end_of_drawn(const Chunk& chunk, std::size_t begin) const {
  std::size_t i = begin;
  // "99% of 300 missiles and drones"; but "rounds of 152 mm and 122 mm ammunition"
  const auto unit = [](const Mention* count) -> std::string_view {
    return std::get<Quantity>(count->value).unit;
  };
  bool counted = false;
  while (i < pieces_.size()) {
    if (const Mention* count = quantity_at(i); count != nullptr) {
      if (i > begin) break;
      counted = chunk.quantity != nullptr &&
                (unit(chunk.quantity) == "percent" || unit(chunk.quantity).empty() ||
                 unit(chunk.quantity) == unit(count));
      // "the names of more than 80 Americans": the count's own words
      while (i < pieces_.size() && pieces_[i].span.end <= count->span.end) ++i;
      if (i > begin) continue;
    }
    const bool state = i > begin && holds<Country>(pieces_[i]) && pieces_[i].tag == Tag::noun &&
                       pieces_[i - 1].tag == Tag::noun;
    // "in the last days of the war Sudan fired"
    const bool acts = state && pieces_[i - 1].mention == nullptr && at(i + 1) != nullptr &&
                      (pieces_[i + 1].tag == Tag::verb || pieces_[i + 1].tag == Tag::auxiliary ||
                       pieces_[i + 1].tag == Tag::modal);
    if (state && (acts || is_plural(pieces_[i - 1].folded)))
      break;  // "40 percent of the rockets Sudan fires"
    // "A and B" inside the complement when a bare noun follows
    const bool joint = is(i, "and") && i > begin && !counted && i + 1 < pieces_.size() &&
                       (pieces_[i + 1].tag == Tag::noun || pieces_[i + 1].tag == Tag::adjective) &&
                       quantity_at(i + 1) == nullptr && !holds<Country>(pieces_[i + 1]) &&
                       joins(chunk, i + 1) &&
                       (chunk.quantity != nullptr || chunk.item_class == "container");
    if (!in_phrase(i) && !joint) break;
    ++i;
  }
  while (i > begin && (is(i - 1, "and") || is(i - 1, "-"))) --i;
  return i;
}

void Chunker::take_drawn_names(Chunk& chunk) const {
  for (const Mention& mention : reading_.mentions) {
    if (chunk.of.contains(mention.span) && std::holds_alternative<Weapon>(mention.value) &&
        mention.span.end == chunk.of.end) {
      chunk.of_weapon = &mention;
    }
    if (!chunk.of.contains(mention.span)) continue;
    if (std::holds_alternative<Country>(mention.value) ||
        std::holds_alternative<Organization>(mention.value) ||
        std::holds_alternative<MilitaryUnit>(mention.value)) {
      chunk.names.push_back(&mention);
    }
  }
}

void Chunker::set_drawn_owner(Chunk& chunk, std::size_t begin, std::size_t end) const {
  for (std::size_t k = begin; k < end && !chunk.owner; ++k) {
    // "dozens of Russian soldiers", "shells of North Korean make"
    const bool compound = is(k + 1, "-") && k + 1 < end && token(pieces_[k + 1].first).glued;
    if (holds<Country>(pieces_[k]) && k + 1 < end && !compound) {
      chunk.owner = named_by(pieces_[k]);
      chunk.owner_is_adjective = true;
    }
  }
}

void Chunker::classify_drawn(Chunk& chunk, std::size_t begin, std::size_t end) const {
  classify(begin, end, chunk.of_class, chunk.of_id);
  if (chunk.of_weapon != nullptr && chunk.of_class != "arms" &&
      std::get<Weapon>(chunk.of_weapon->value).category != "transport aircraft") {
    chunk.of_class = "arms";  // "none of the jets" are fighters where the weapon table says so
    chunk.of_id.clear();
  }
}

void Chunker::set_drawn_party(Chunk& chunk, const Piece& last) const {
  const auto named = named_by(last);
  if (!named) return;
  chunk.of_party = named;
  if (!chunk.owner) chunk.owner = named;
  if (std::holds_alternative<Country>(last.mention->value) && !chunk.party &&
      (chunk.lemma == "government" || chunk.lemma == "army" || chunk.lemma == "military" ||
       chunk.lemma == "authority" || chunk.lemma == "president")) {
    chunk.party = named;
  }
}

bool Chunker::joins(const Chunk& chunk, std::size_t i) const {
  std::size_t k = i;
  while (k < pieces_.size() && in_phrase(k)) ++k;
  if (k < pieces_.size() && (pieces_[k].tag == Tag::verb || pieces_[k].tag == Tag::auxiliary ||
                             pieces_[k].tag == Tag::modal)) {
    // "containers of A and B were sent": both belong to the containers
    return chunk.quantity != nullptr;
  }
  return true;
}

}  // namespace msmt
