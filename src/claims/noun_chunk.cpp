/// Noun phrases: counts, owners, heads, what `of` draws in.
#include <algorithm>

#include "claims/chunker.hpp"

namespace msmt {

bool Chunker::starts_phrase(std::size_t i) const {
  if (stands_behind(i)) return false;
  switch (pieces_[i].tag) {
    case Tag::noun:
    case Tag::adjective:
    case Tag::determiner:
    case Tag::number:
    case Tag::pronoun:
      return true;
    default:
      return quantity_at(i) != nullptr;  // "more than 20,000 containers"
  }
}

bool Chunker::in_phrase(std::size_t i) const {
  switch (pieces_[i].tag) {
    case Tag::noun:
    case Tag::adjective:
    case Tag::number:
    case Tag::possessive:
      return true;
    case Tag::punctuation:
      return is(i, "-") && token(pieces_[i].first).glued;
    default:
      return false;
  }
}

bool Chunker::stands_behind(std::size_t i) const {
  static constexpr std::string_view kBehind[] = {"responsible", "similar",    "identical",
                                                 "comparable",  "equivalent", "available",
                                                 "capable",     "suitable"};
  return i > 0 && i + 1 < pieces_.size() && pieces_[i + 1].tag == Tag::preposition &&
         (pieces_[i - 1].tag == Tag::noun || pieces_[i - 1].mention != nullptr) &&
         std::find(std::begin(kBehind), std::end(kBehind), pieces_[i].folded) != std::end(kBehind);
}

bool Chunker::portions(std::size_t i) const {
  static constexpr std::string_view kPortions[] = {"none",    "most", "some", "many", "few",
                                                   "several", "both", "much", "half", "all"};
  return is(i + 1, "of") && std::find(std::begin(kPortions), std::end(kPortions),
                                      pieces_[i].folded) != std::end(kPortions);
}

std::size_t Chunker::phrase(std::size_t i) {
  Chunk chunk;
  chunk.kind = ChunkKind::phrase;
  chunk.first = pieces_[i].first;
  const std::size_t begin = i;
  if (pieces_[i].tag == Tag::pronoun && !portions(i)) {
    chunk.pronoun = true;
    chunk.head = std::string(pieces_[i].folded);
    chunk.lemma = chunk.head;
    chunk.head_span = pieces_[i].span;
    chunk.last = pieces_[i].last;
    chunk.span = pieces_[i].span;
    chunks_.push_back(std::move(chunk));
    return i + 1;
  }
  if (pieces_[i].tag == Tag::determiner || is(i, "their") || is(i, "its")) {
    chunk.definite = pieces_[i].folded != "a" && pieces_[i].folded != "an";
    chunk.demonstrative =
        (pieces_[i].kinds & kDeterminer) != 0 &&
        (is(i, "these") || is(i, "those") || is(i, "this") || is(i, "that") || is(i, "such"));
  }
  chunk.negative = is(begin, "no") || is(begin, "neither") || is(begin, "none");
  std::size_t per_words = 0;
  std::size_t head_begin = begin;  // after the last possessive
  std::size_t end = begin;
  while (end < pieces_.size()) {
    if (const Mention* quantity = quantity_at(end);
        quantity != nullptr && (end == begin || !is_number_piece(end - 1))) {
      // "North Korea 500,000 barrels": a count starts a phrase of its own after a name
      if (end > head_begin && (ends_in_name(end - 1) || pieces_[end - 1].tag == Tag::noun)) break;
      std::size_t past = end;
      while (past < pieces_.size() && pieces_[past].span.end <= quantity->span.end) ++past;
      if (past > end) {
        // the quantity's own bounds decide where its noun ends; the phrase may go on behind it
        chunk.quantity = quantity->rule == "quantity/compound" ? nullptr : quantity;
        end = past;
        if (end < pieces_.size() &&
            !(in_phrase(end) && pieces_[end].tag != Tag::possessive && !closes(end, *quantity))) {
          if (pieces_.size() > end && pieces_[end].tag == Tag::possessive) {
          } else
            break;
        }
        continue;
      }
    }
    const Piece& piece = pieces_[end];
    // a "compensatory measure"
    if (end > begin && is(end, "\"") && end + 1 < pieces_.size() && in_phrase(end + 1) &&
        (pieces_[end - 1].tag == Tag::determiner || pieces_[end - 1].tag == Tag::adjective)) {
      ++end;
      continue;
    }
    // "North Korean and Russian weapons"
    if (end > begin && is(end, "and") && end + 2 < pieces_.size() &&
        holds<Country>(pieces_[end - 1]) && pieces_[end - 1].tag == Tag::adjective &&
        holds<Country>(pieces_[end + 1]) && pieces_[end + 1].tag == Tag::adjective &&
        in_phrase(end + 2)) {
      end += 2;
      continue;
    }
    if (end > begin && piece.tag == Tag::determiner &&
        (piece.kinds & (kArticle | kPossessive)) != 0)
      break;
    if (end > begin && piece.tag == Tag::determiner && !(pieces_[end - 1].tag == Tag::determiner))
      break;
    if (end > begin && piece.tag == Tag::determiner) {
      ++end;
      continue;
    }
    // "an earlier deal", "the newly built ships"
    if (end > begin && piece.tag == Tag::adverb && end + 1 < pieces_.size() &&
        (pieces_[end - 1].tag == Tag::determiner || pieces_[end - 1].tag == Tag::adjective) &&
        (pieces_[end + 1].tag == Tag::noun || pieces_[end + 1].tag == Tag::adjective)) {
      ++end;
      continue;
    }
    if (end > begin && stands_behind(end)) break;  // "the team responsible for it"
    if (end == begin || in_phrase(end)) {
      if (piece.tag == Tag::possessive) {
        set_owner(chunk, head_begin, end);
        head_begin = end + 1;
      } else if (end > begin && holds<Country>(piece) && pieces_[end - 1].tag == Tag::noun &&
                 piece.tag == Tag::noun && !names_follow(end)) {
        break;  // "supplied shells Russia wanted"
      }
      ++end;
      continue;
    }
    break;
  }
  if (end == begin) end = begin + 1;
  if (chunk.quantity != nullptr && !std::get<Quantity>(chunk.quantity->value).per.empty() &&
      end + 1 < pieces_.size() &&
      (is(end, "a") || is(end, "per") || is(end, "each") || is(end, "every") || is(end, "an"))) {
    per_words = 2;  // "500,000 barrels a year"
  }
  while (end > begin + 1 && (is(end - 1, "-") || pieces_[end - 1].tag == Tag::possessive)) --end;
  if (head_begin >= end) head_begin = begin;
  chunk.last = pieces_[end - 1].last;
  chunk.span = {pieces_[begin].span.begin, pieces_[end - 1].span.end};
  read_phrase(chunk, head_begin, end);
  if (per_words > 0) {
    end += per_words;
    chunk.last = pieces_[end - 1].last;
    chunk.span.end = pieces_[end - 1].span.end;
  }
  if (is(end, "worth") && end + 1 < pieces_.size() && quantity_at(end + 1) != nullptr &&
      chunk.quantity == nullptr) {
    // "goods worth $1 billion": the worth is the count
    chunk.quantity = quantity_at(end + 1);
    ++end;
    while (end < pieces_.size() && pieces_[end].span.end <= chunk.quantity->span.end) ++end;
    chunk.last = pieces_[end - 1].last;
    chunk.span.end = pieces_[end - 1].span.end;
  }
  // "containers of munitions", "rounds of artillery and rocket ammunition", "large quantities of X"
  if (is(end, "of") || (is(end, "worth") && is(end + 1, "of"))) {
    const std::size_t of = is(end, "of") ? end + 1 : end + 2;
    if (draws_of(chunk)) end = draw_of(chunk, of, end);
  }
  chunk.money =
      chunk.quantity != nullptr &&
      std::any_of(reading_.mentions.begin(), reading_.mentions.end(), [&](const Mention& mention) {
        const auto* unit = std::get_if<Unit>(&mention.value);
        return unit != nullptr && unit->dimension == "money" &&
               chunk.quantity->span.contains(mention.span);
      });
  chunks_.push_back(std::move(chunk));
  return end;
}

bool Chunker::ends_in_name(std::size_t i) const {
  return holds<Country>(pieces_[i]) && pieces_[i].tag == Tag::noun;
}

bool Chunker::closes(std::size_t i, const Mention& quantity) const {
  const auto& value = std::get<Quantity>(quantity.value);
  if (quantity.rule == "quantity/compound") return false;  // "the 500,000-barrel cap"
  if (pieces_[i].folded == "killed" || pieces_[i].folded == "wounded" ||
      pieces_[i].folded == "dead" || pieces_[i].folded == "injured" ||
      pieces_[i].folded == "missing") {
    return false;
  }
  if (value.unit.empty()) return true;
  // "8,000 workers abroad", "three IL-76 and": the unit's noun was the end, unless it is singular
  // and more nouns follow ("1,000 container loads")
  return is_plural(pieces_[i - 1].folded) || value.unit == pieces_[i - 1].folded;
}

bool Chunker::names_follow(std::size_t i) const {
  const Piece* next = at(i + 1);
  return next != nullptr &&
         (next->tag == Tag::noun || next->tag == Tag::possessive || is(i + 1, "-"));
}

void Chunker::set_owner(Chunk& chunk, std::size_t begin, std::size_t end) {
  for (std::size_t k = end; k > begin; --k) {
    const Piece& piece = pieces_[k - 1];
    if (auto named = named_by(piece)) {
      chunk.owner = named;
      chunk.owner_is_adjective = false;
      return;
    }
  }
}

std::optional<Named> Chunker::named_by(const Piece& piece) const {
  if (piece.mention == nullptr) return std::nullopt;
  if (const auto* country = std::get_if<Country>(&piece.mention->value)) {
    return Named{{country->name, country->iso2}, piece.mention->span};
  }
  if (const auto* organization = std::get_if<Organization>(&piece.mention->value)) {
    return Named{{organization->name, ""}, piece.mention->span};
  }
  if (const auto* unit = std::get_if<MilitaryUnit>(&piece.mention->value)) {
    if (!unit->country.empty())
      return Named{{country_name(unit->country), unit->country}, piece.mention->span};
    return Named{{unit->name, ""}, piece.mention->span};
  }
  return std::nullopt;
}

void Chunker::read_phrase(Chunk& chunk, std::size_t begin, std::size_t end) {
  const Piece& last = pieces_[end - 1];
  chunk.head = std::string(last.folded);
  chunk.lemma = singular(chunk.head);
  chunk.head_span = last.span;
  for (const Mention& mention : reading_.mentions) {
    if (!chunk.span.contains(mention.span)) continue;
    if (std::holds_alternative<Weapon>(mention.value)) chunk.weapon = &mention;
    if (std::holds_alternative<Country>(mention.value) ||
        std::holds_alternative<Organization>(mention.value) ||
        std::holds_alternative<MilitaryUnit>(mention.value)) {
      chunk.names.push_back(&mention);
    }
  }
  for (std::size_t k = begin; k + 1 < end; ++k) {
    const Piece& piece = pieces_[k];
    if (!chunk.before.empty()) chunk.before += ' ';
    for (std::size_t t = piece.first; t < piece.last; ++t) {
      if (t > piece.first) chunk.before += ' ';
      chunk.before += token(t).folded;
    }
    if (holds<Country>(piece) && !chunk.owner) {
      // "Russian cargo ships", "North Korea sanctions", "Russian-backed region" (not an owner)
      const bool compound = is(k + 1, "-") && token(pieces_[k + 1].first).glued;
      const bool ends_in_owned =
          compound && k + 2 < end &&
          (is(k + 2, "owned") || is(k + 2, "made") || is(k + 2, "built") || is(k + 2, "operated") ||
           is(k + 2, "flagged") || is(k + 2, "supplied"));
      if (!compound || ends_in_owned) {
        chunk.owner = named_by(piece);
        chunk.owner_is_adjective = true;
        chunk.owner_bare = piece.tag == Tag::noun && k == begin && !compound;
      }
    }
    if ((holds<Organization>(piece) || holds<MilitaryUnit>(piece)) && !chunk.owner) {
      chunk.owner = named_by(piece);
      chunk.owner_is_adjective = true;
      chunk.owner_bare = k == begin || (k == begin + 1 && pieces_[begin].tag == Tag::determiner);
    }
  }
  if (begin < end && !chunk.owner && pieces_[begin].mention == nullptr &&
      (pieces_[begin].kinds & kPossessive) != 0) {
    chunk.owner = Named{{std::string(pieces_[begin].folded), ""},
                        pieces_[begin].span};  // "its", to be resolved
  }
  for (std::size_t k = begin + 1; k + 1 < end && !chunk.owner; ++k) {
    // "some 30 of its advisers": inside the words of a count
    if (is(k - 1, "of") && pieces_[k].mention == nullptr && (pieces_[k].kinds & kPossessive) != 0)
      chunk.owner = Named{{std::string(pieces_[k].folded), ""}, pieces_[k].span};
  }
  read_head(chunk, begin, end);
}

void Chunker::read_head(Chunk& chunk, std::size_t begin, std::size_t end) {
  const Piece& last = pieces_[end - 1];
  if (holds<Country>(last)) {
    const auto& country = std::get<Country>(last.mention->value);
    if (country.form == "adjective" && chunk.quantity != nullptr) {
      chunk.owner = named_by(last);
      chunk.item_class = "people";
      return;
    }
    chunk.party = named_by(last);
    chunk.country_head = country.form != "adjective";
    return;
  }
  if (holds<Organization>(last) || holds<MilitaryUnit>(last)) {
    if (holds<MilitaryUnit>(last) && chunk.quantity != nullptr) {
      chunk.item_class = "troops";
      chunk.item_id = "troops";
      if (!chunk.owner && !std::get<MilitaryUnit>(last.mention->value).country.empty()) {
        chunk.owner = named_by(last);  // "two US Navy Seals"
        chunk.owner_is_adjective = true;
      }
      return;
    }
    chunk.party = named_by(last);
    // "U.S. officials" style bodies belong to their country
    if (chunk.owner && chunk.owner->party.iso2.empty()) chunk.owner.reset();
    return;
  }
  classify(begin, end, chunk.item_class, chunk.item_id);
  if (chunk.item_class.empty()) classify_named(chunk, begin, end);
  if (chunk.weapon != nullptr && chunk.weapon->span.end == chunk.span.end) {
    const auto& weapon = std::get<Weapon>(chunk.weapon->value);
    if (weapon.category == "transport aircraft" && chunk.item_class != "vehicle") {
      chunk.item_class = "vehicle";
      chunk.item_id.clear();
    } else if (chunk.item_class != "arms" && weapon.category != "transport aircraft") {
      chunk.item_class = "arms";
      chunk.item_id.clear();
    }
  } else {
    chunk.weapon = nullptr;  // "missile data", "missile guidance": the weapon only qualifies
  }
  // a person: a title or role and capitalised words, "Russian President Vladimir Putin"
  const Token& word = token(last.last - 1);
  // "Kim Jong-un": the last part of a hyphenated name is written small
  const bool name_part = word.glued && last.first > 1 && token(last.first - 1).folded == "-" &&
                         token(last.first - 2).capital;
  if (word.kind == TokenKind::word && (word.capital || name_part) && last.mention == nullptr &&
      end - begin >= 2 && chunk.item_class.empty() && !vocabulary_.is(last.folded, kPlaceNoun) &&
      (chunk.owner || pieces_[begin].tag != Tag::determiner)) {
    std::size_t capitals = 0;
    for (std::size_t k = end; k > begin; --k) {
      const Token& t = token(pieces_[k - 1].first);
      if (pieces_[k - 1].mention != nullptr) break;
      if (!(t.capital || t.folded == "-" || t.glued || t.folded == "al" || t.folded == "bin"))
        break;
      if (t.capital && (pieces_[k - 1].kinds & kStarter) == 0) ++capitals;
    }
    if (capitals >= 2) {
      chunk.person = true;
      std::size_t name_begin = end;
      std::size_t kept = 0;
      // the name is the last two or three capitalised words, hyphenated parts included
      while (name_begin > begin && kept < 3) {
        const Piece& piece = pieces_[name_begin - 1];
        const Token& t = token(piece.first);
        const bool title = lexicons_.gazetteer("items")
                               .match(doc_, std::span(&reading_.tokens[piece.first], 1), 0)
                               .has_value() ||
                           (piece.kinds & kAdjective) != 0;
        if (piece.mention != nullptr || (!t.capital && t.folded != "-" && !t.glued) || title) break;
        if (t.capital && !t.glued) ++kept;
        --name_begin;
      }
      if (name_begin < end) {
        const Span span{pieces_[name_begin].span.begin, chunk.span.end};
        chunk.party = Named{{quote(doc_, span), ""}, span};
      }
      return;
    }
  }
}

void Chunker::classify_named(Chunk& chunk, std::size_t begin, std::size_t end) const {
  std::size_t name = end;
  while (name > begin && pieces_[name - 1].mention == nullptr &&
         (token(pieces_[name - 1].first).capital || pieces_[name - 1].tag == Tag::number ||
          token(pieces_[name - 1].first).glued)) {
    --name;
  }
  if (name == end || name == begin || pieces_[name - 1].mention != nullptr) return;
  std::string klass;
  std::string id;
  classify(begin, name, klass, id);
  if (klass != "vehicle") return;
  chunk.item_class = klass;
  chunk.item_id = id;
}

void Chunker::classify(std::size_t begin, std::size_t end, std::string& klass,
                       std::string& id) const {
  const Table& items = lexicons_.table("items");
  while (end > begin + 1 && pieces_[end - 1].tag == Tag::number) --end;  // "Resolution 2397"
  const std::span<const Token> tokens(reading_.tokens.data(), pieces_[end - 1].last);
  for (std::size_t t = pieces_[begin].first; t < pieces_[end - 1].last; ++t) {
    const auto hit = lexicons_.gazetteer("items").match(doc_, tokens, t);
    if (!hit || t + hit->tokens != pieces_[end - 1].last) continue;
    const Row& row = items.rows[hit->form.row];
    klass = items.cell(row, "class");
    id = items.cell(row, "id");
    return;
  }
}

bool Chunker::draws_of(const Chunk& chunk) const {
  if (chunk.item_class == "deed" || chunk.item_class == "document" || chunk.party) return false;
  if (is_deed(chunk)) return false;
  return true;
}

bool Chunker::is_deed(const Chunk& chunk) const {
  return !grammar_.frames("noun", chunk.lemma).empty() ||
         !grammar_.frames("noun", chunk.head).empty();
}

std::size_t Chunker::draw_of(Chunk& chunk, std::size_t i, std::size_t end) {
  const std::size_t begin = i;
  if (i < pieces_.size() &&
      (pieces_[i].tag == Tag::determiner || (pieces_[i].kinds & kPossessive) != 0))
    ++i;
  const std::size_t noun_begin = i;
  while (i < pieces_.size()) {
    if (quantity_at(i) != nullptr && i > noun_begin) break;
    if (in_phrase(i) && pieces_[i].tag != Tag::possessive) {
      ++i;
      continue;
    }
    if (pieces_[i].tag == Tag::possessive) {
      ++i;
      continue;
    }
    // "A and B" inside the complement when a bare noun follows
    if (is(i, "and") && i > noun_begin && i + 1 < pieces_.size() &&
        (pieces_[i + 1].tag == Tag::noun || pieces_[i + 1].tag == Tag::adjective) &&
        quantity_at(i + 1) == nullptr && !holds<Country>(pieces_[i + 1]) && joins(chunk, i + 1) &&
        (chunk.quantity != nullptr || chunk.item_class == "container")) {
      ++i;
      continue;
    }
    break;
  }
  while (i > noun_begin && (is(i - 1, "and") || is(i - 1, "-"))) --i;
  if (i == noun_begin) return end;
  const Piece& last = pieces_[i - 1];
  // "seven months of its launch": a deed stays apart; "containers of military aid" are goods
  const bool counts_goods = chunk.quantity != nullptr &&
                            std::get<Quantity>(chunk.quantity->value).unit != "month" &&
                            std::get<Quantity>(chunk.quantity->value).unit != "year";
  if (last.mention == nullptr && !counts_goods &&
      !grammar_.frames("noun", singular(last.folded)).empty())
    return end;
  chunk.of = {pieces_[begin].span.begin, last.span.end};
  chunk.last = last.last;
  chunk.span.end = last.span.end;
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
  if (!chunk.owner && begin < noun_begin && (pieces_[begin].kinds & kPossessive) != 0)
    chunk.owner = Named{{std::string(pieces_[begin].folded), ""}, pieces_[begin].span};
  for (std::size_t k = noun_begin; k < i && !chunk.owner; ++k) {
    // "dozens of Russian soldiers", "shells of North Korean make"
    const bool compound = is(k + 1, "-") && k + 1 < i && token(pieces_[k + 1].first).glued;
    if (holds<Country>(pieces_[k]) && k + 1 < i && !compound) {
      chunk.owner = named_by(pieces_[k]);
      chunk.owner_is_adjective = true;
    }
  }
  classify(noun_begin, i, chunk.of_class, chunk.of_id);
  if (chunk.of_weapon != nullptr && chunk.of_class != "arms" &&
      std::get<Weapon>(chunk.of_weapon->value).category != "transport aircraft") {
    chunk.of_class = "arms";  // "none of the jets" are fighters where the weapon table says so
    chunk.of_id.clear();
  }
  if (auto named = named_by(last)) {
    chunk.of_party = named;
    if (!chunk.owner) chunk.owner = named;
    if (auto* country = std::get_if<Country>(&last.mention->value);
        country != nullptr && !chunk.party &&
        (chunk.lemma == "government" || chunk.lemma == "army" || chunk.lemma == "military" ||
         chunk.lemma == "authority" || chunk.lemma == "president")) {
      chunk.party = named;
    }
  }
  return i;
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
