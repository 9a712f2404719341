/// Noun phrases: where they begin and end, and their counts.
#include <algorithm>

#include "claims/chunker.hpp"
#include "claims/roles.hpp"

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
                                                 "capable",     "suitable",   "due"};
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
  if (pieces_[i].tag == Tag::pronoun && !portions(i)) return pronoun_phrase(i);
  Chunk chunk;
  chunk.kind = ChunkKind::phrase;
  chunk.first = pieces_[i].first;
  const std::size_t begin = i;
  read_determiner(chunk, begin);
  const Extent extent = extent_of(chunk, begin);
  std::size_t end = extent.end;
  const std::size_t per_words = words_of_rate(chunk, end);
  while (end > begin + 1 && (is(end - 1, "-") || pieces_[end - 1].tag == Tag::possessive)) --end;
  chunk.span.begin = pieces_[begin].span.begin;
  end_phrase(chunk, end);
  read_phrase(chunk, extent.head_begin < end ? extent.head_begin : begin, end);
  if (per_words > 0) {
    end += per_words;
    end_phrase(chunk, end);
  }
  end = take_worth(chunk, end);
  end = take_of(chunk, end);
  if (chunk.quantity == nullptr && begin > 0 && pieces_[begin - 1].tag == Tag::verb)
    take_bent_count(chunk, begin);
  chunk.money = counts_in(chunk.quantity, "money");
  if (!chunk.owner) chunk.owner_is_adjective = false;
  chunks_.push_back(std::move(chunk));
  return end;
}

std::size_t Chunker::pronoun_phrase(std::size_t i) {
  Chunk chunk;
  chunk.kind = ChunkKind::phrase;
  chunk.first = pieces_[i].first;
  chunk.pronoun = true;
  chunk.head = std::string(pieces_[i].folded);
  chunk.lemma = chunk.head;
  chunk.head_span = pieces_[i].span;
  chunk.last = pieces_[i].last;
  chunk.span = pieces_[i].span;
  chunks_.push_back(std::move(chunk));
  return i + 1;
}

void Chunker::read_determiner(Chunk& chunk, std::size_t begin) const {
  if (pieces_[begin].tag == Tag::determiner || is(begin, "their") || is(begin, "its")) {
    chunk.definite = pieces_[begin].folded != "a" && pieces_[begin].folded != "an";
    chunk.demonstrative = (pieces_[begin].kinds & kDeterminer) != 0 &&
                          (is(begin, "these") || is(begin, "those") || is(begin, "this") ||
                           is(begin, "that") || is(begin, "such"));
  }
  const bool bound = is(begin + 1, "fewer") || is(begin + 1, "less") || is(begin + 1, "more") ||
                     is(begin + 1, "longer");  // "no fewer than three"
  chunk.negative = (is(begin, "no") && !bound && pieces_[begin].tag != Tag::noun) ||
                   is(begin, "neither") || is(begin, "none");
}

Chunker::Extent Chunker::extent_of(Chunk& chunk, std::size_t begin) {
  Extent extent{begin, begin, begin};
  std::size_t& end = extent.end;
  while (end < pieces_.size() && !extent.over) {
    if (take_count(chunk, extent)) continue;
    if (const std::size_t inset = words_of_inset(begin, end); inset > 0) {
      end += inset;
      continue;
    }
    if (!goes_on(begin, end)) break;
    if (pieces_[end].tag == Tag::possessive) {
      set_owner(chunk, extent.head_begin, end);
      extent.head_begin = end + 1;
    }
    ++end;
  }
  if (end == begin) end = begin + 1;
  return extent;
}

bool Chunker::take_count(Chunk& chunk, Extent& extent) const {
  std::size_t& end = extent.end;
  const Mention* quantity = quantity_at(end);
  if (quantity == nullptr || (end != extent.begin && is_number_piece(end - 1))) return false;
  // "North Korea 500,000 barrels": a count starts a phrase of its own after a name
  if (end > extent.head_begin && (ends_in_name(end - 1) || pieces_[end - 1].tag == Tag::noun)) {
    extent.over = true;
    return true;
  }
  std::size_t past = end;
  while (past < pieces_.size() && pieces_[past].span.end <= quantity->span.end) ++past;
  if (past == end) return false;
  // the quantity's own bounds decide where its noun ends; the phrase may go on behind it
  chunk.quantity = quantity->rule == "quantity/compound" ? nullptr : quantity;
  end = past;
  if (is(end, "-") && is(end + 1, "range")) end += 2;  // "a 1,200 mile-range missile"
  const bool size = end < pieces_.size() && in_phrase(end) && !is_plural(pieces_[end - 1].folded) &&
                    describes_size(extent.begin, *quantity);
  if (size) chunk.quantity = nullptr;
  extent.over = !size && end < pieces_.size() && pieces_[end].tag != Tag::possessive &&
                (!in_phrase(end) || closes(end, *quantity));
  return true;
}

std::size_t Chunker::words_of_inset(std::size_t begin, std::size_t end) const {
  if (is(end, "so") && is(end + 1, "-") && is(end + 2, "called"))
    return 3;  // "the so-called shadow fleet"
  // "guided missile (GM) launchers"
  const bool acronym = end > begin && is(end, "(") && is(end + 2, ")") &&
                       end + 3 < pieces_.size() && token(pieces_[end + 1].first).upper &&
                       pieces_[end + 3].tag == Tag::noun && pieces_[end + 3].mention == nullptr &&
                       !holds<Organization>(pieces_[end - 1]);
  if (acronym) return 3;
  // a "compensatory measure"
  if (end > begin && is(end, "\"") && end + 1 < pieces_.size() && in_phrase(end + 1) &&
      (pieces_[end - 1].tag == Tag::determiner || pieces_[end - 1].tag == Tag::adjective)) {
    return 1;
  }
  // "sent "defensive" missiles": the quotes are of the word alone
  constexpr std::size_t kQuoted = 3;
  if (end > begin && end < begin + kQuoted && begin > 0 && is(end, "\"") && is(begin - 1, "\"") &&
      end + 1 < pieces_.size() && pieces_[end + 1].tag == Tag::noun &&
      holds<Weapon>(pieces_[end + 1])) {
    return 1;
  }
  // "28 private and state-owned companies", "light and heavy weapons"
  if (end > begin && (is(end, "and") || is(end, "or")) && joins_adjectives(end)) return 2;
  // "North Korean and Russian weapons"
  if (end > begin && is(end, "and") && end + 2 < pieces_.size() &&
      holds<Country>(pieces_[end - 1]) && pieces_[end - 1].tag == Tag::adjective &&
      holds<Country>(pieces_[end + 1]) && pieces_[end + 1].tag == Tag::adjective &&
      in_phrase(end + 2)) {
    return 2;
  }
  return 0;
}

bool Chunker::joins_adjectives(std::size_t joint) const {
  const auto describes = [&](std::size_t i) {
    return pieces_[i].mention == nullptr && (pieces_[i].kinds & kAdjective) != 0 &&
           (pieces_[i].kinds & (kNumberWord | kDeterminer)) == 0 &&
           !token(pieces_[i].first).capital;
  };
  std::size_t left = joint - 1;
  if (is(left, "-") && left > 0) --left;  // "short- and medium-range missiles"
  if (!describes(left) || joint + 1 >= pieces_.size()) return false;
  const std::size_t right = joint + 1;
  // "light and heavy machine guns": the class holds the second word
  if (holds<Weapon>(pieces_[right]) && pieces_[right].last > pieces_[right].first + 1) return true;
  if (right + 1 >= pieces_.size()) return false;
  const bool compound = is(right + 1, "-") && right + 3 < pieces_.size() &&
                        token(pieces_[right + 1].first).glued;  // "state-owned companies"
  const std::size_t noun = compound ? right + 3 : right + 1;
  return (compound || describes(right)) && pieces_[noun].tag == Tag::noun;
}

bool Chunker::goes_on(std::size_t begin, std::size_t end) const {
  if (end == begin) return true;
  const Piece& piece = pieces_[end];
  const Piece& before = pieces_[end - 1];
  if (piece.tag == Tag::determiner)
    return (piece.kinds & (kArticle | kPossessive)) == 0 && before.tag == Tag::determiner;
  // "an earlier deal", "the newly built ships"
  if (piece.tag == Tag::adverb && end + 1 < pieces_.size() &&
      (before.tag == Tag::determiner || before.tag == Tag::adjective) &&
      (pieces_[end + 1].tag == Tag::noun || pieces_[end + 1].tag == Tag::adjective)) {
    return true;
  }
  if (stands_behind(end)) return false;     // "the team responsible for it"
  if (phrase_words(end) > 1) return false;  // "sent shells to Chad according to the report"
  if (!in_phrase(end)) return false;
  const bool noun = piece.tag == Tag::noun;
  // "supplied shells Russia wanted"
  const bool state_behind =
      noun && holds<Country>(piece) && before.tag == Tag::noun && !names_follow(end);
  // "the only one that Chad has made", "the first Iran has made"
  const bool behind_one =
      noun && holds<Country>(piece) && grammar_.is(WordClass::which_one, before.folded) &&
      (is(end - 1, "one") ? !names_follow(end) : end + 1 < pieces_.size() && starts_verb(end + 1));
  // "has sent to Togo massive shipments of shells"
  const bool behind_taker = piece.tag == Tag::adjective && !holds<Country>(piece) &&
                            end == begin + 1 && ends_in_name(begin) && begin > 1 &&
                            is(begin - 1, "to") && pieces_[begin - 2].tag == Tag::verb &&
                            piece.folded != "military" && piece.folded != "civilian";
  // "Under resolution 2397 North Korea may import"
  const bool behind_number = noun && end > begin + 1 && is_name(piece) &&
                             before.tag == Tag::number && is(end - 2, "resolution");
  return !state_behind && !behind_one && !behind_taker && !behind_number &&
         !is_second_object(begin, end);
}

bool Chunker::ends_in_people(std::size_t begin, std::size_t end) const {
  if (begin == 0 || end == begin || pieces_[begin - 1].tag != Tag::verb ||
      pieces_[end - 1].tag != Tag::noun || !is_plural(pieces_[end - 1].folded))
    return false;
  std::string klass;
  std::string id;
  classify(end - 1, end, klass, id);
  const std::string noun = singular(pieces_[end - 1].folded);
  return msmt::is_people(klass) || grammar_.is(WordClass::armed_body, noun);
}

bool Chunker::is_second_object(std::size_t begin, std::size_t end) const {
  // "gave Malian soldiers rifles", "gave rebels training"
  if (pieces_[end].tag == Tag::noun && ends_in_people(begin, end) && takes_two_objects(begin - 1) &&
      !goes_on_to(end)) {
    std::string given;
    std::string id;
    if (holds<Weapon>(pieces_[end])) given = "arms";
    if (pieces_[end].mention == nullptr) classify(end, end + 1, given, id);
    if (!given.empty() && !msmt::is_people(given) && given != "speaker" && given != "deed")
      return true;
  }
  const bool modified = end == begin + 3 && pieces_[begin + 1].tag == Tag::adjective;
  const bool described = pieces_[end].tag == Tag::adjective;  // "gave the army new tanks"
  if (begin == 0 || !(end == begin + 2 || modified) || !is(begin, "the") ||
      pieces_[begin - 1].tag != Tag::verb || (pieces_[end].tag != Tag::noun && !described))
    return false;
  const std::string noun = singular(pieces_[end - 1].folded);
  const bool takes =
      grammar_.is(WordClass::body, noun) || grammar_.is(WordClass::armed_body, noun) ||
      grammar_.is(WordClass::state, noun) ||
      (described && (grammar_.is(WordClass::army, noun) || grammar_.is(WordClass::land, noun)));
  if (!takes) return false;
  std::size_t last = end;
  while (last + 1 < pieces_.size() && in_phrase(last + 1) && !is(last + 1, "-")) ++last;
  std::string goods;
  std::string id;
  for (std::size_t k = end; k <= last && goods.empty(); ++k) {
    if (holds<Weapon>(pieces_[k])) goods = "arms";
    if (pieces_[k].mention == nullptr) classify(k, described ? last + 1 : k + 1, goods, id);
    if (!described) break;
  }
  const bool given = goods == "arms" || goods == "fuel" || goods == "money" || goods == "aid" ||
                     (described && (goods == "parts" || goods == "goods" || goods == "vehicle"));
  if (!given) return false;
  if (goes_on_to(end)) return false;  // "gave the army trucks to Chad"
  return takes_two_objects(begin - 1);
}

bool Chunker::goes_on_to(std::size_t i) const {
  std::size_t behind = i + 1;
  while (behind < pieces_.size() && in_phrase(behind)) ++behind;
  return is(behind, "to");
}

bool Chunker::takes_two_objects(std::size_t verb) const {
  const auto& frames = grammar_.frames("verb", vocabulary_.base(pieces_[verb].folded));
  return std::any_of(frames.begin(), frames.end(), [](const Frame* frame) {
    return frame->type == "*" && frame->role("second") == "target";
  });
}

std::size_t Chunker::words_of_rate(const Chunk& chunk, std::size_t end) const {
  const bool rate =
      chunk.quantity != nullptr && !std::get<Quantity>(chunk.quantity->value).per.empty() &&
      end + 1 < pieces_.size() &&
      (is(end, "a") || is(end, "per") || is(end, "each") || is(end, "every") || is(end, "an"));
  return rate ? 2 : 0;
}

void Chunker::end_phrase(Chunk& chunk, std::size_t end) const {
  chunk.last = pieces_[end - 1].last;
  chunk.span.end = pieces_[end - 1].span.end;
}

std::size_t Chunker::take_worth(Chunk& chunk, std::size_t end) const {
  if (chunk.quantity != nullptr || end + 1 >= pieces_.size()) return end;
  // "loans totalling $1 billion": the word bends the count that begins with it
  const bool totals =
      (is(end, "totalling") || is(end, "totaling")) && counts_in(quantity_at(end), "money");
  // "goods worth $1 billion": the worth is the count
  const bool worth = is(end, "worth") && quantity_at(end + 1) != nullptr;
  if (!totals && !worth) return end;
  chunk.quantity = quantity_at(totals ? end : end + 1);
  ++end;
  while (end < pieces_.size() && pieces_[end].span.end <= chunk.quantity->span.end) ++end;
  end_phrase(chunk, end);
  return end;
}

std::size_t Chunker::take_of(Chunk& chunk, std::size_t end) {
  // "containers of munitions", "rounds of artillery and rocket ammunition", "large quantities of X"
  const std::size_t worth =
      end < pieces_.size() && pieces_[end].tag == Tag::possessive ? end + 1 : end;
  // "a "significant part" of the rifles"
  const std::string_view words = doc_.words(chunk.span);
  const bool quoted = is(end, "\"") && is(end + 1, "of") && chunk.span.size() > 2 &&
                      std::count(words.begin(), words.end(), '"') == 1;
  if (quoted) return draws_of(chunk) ? draw_of(chunk, end + 2, end) : end;
  if (!is(end, "of") && !(is(worth, "worth") && is(worth + 1, "of"))) return end;
  const std::size_t of = is(end, "of") ? end + 1 : worth + 2;  // "dollars' worth of"
  return draws_of(chunk) ? draw_of(chunk, of, end) : end;
}

void Chunker::take_bent_count(Chunk& chunk, std::size_t begin) const {
  // "exceeded one million barrels": the verb bends the count
  for (const Mention& mention : reading_.mentions) {
    if (std::holds_alternative<Quantity>(mention.value) &&
        mention.span.begin == pieces_[begin - 1].span.begin &&
        mention.span.end > pieces_[begin].span.begin)
      chunk.quantity = &mention;
  }
}

bool Chunker::describes_size(std::size_t begin, const Mention& quantity) const {
  const bool one = is(begin, "a") || is(begin, "an");
  return counts_in(&quantity, "length") || (one && counts_in(&quantity, "mass"));
}

bool Chunker::counts_in(const Mention* quantity, std::string_view dimension) const {
  return quantity != nullptr && std::any_of(reading_.mentions.begin(), reading_.mentions.end(),
                                            [&](const Mention& mention) {
                                              const auto* unit = std::get_if<Unit>(&mention.value);
                                              return unit != nullptr &&
                                                     unit->dimension == dimension &&
                                                     quantity->span.contains(mention.span);
                                            });
}

bool Chunker::ends_in_name(std::size_t i) const {
  return holds<Country>(pieces_[i]) && pieces_[i].tag == Tag::noun;
}

bool Chunker::closes(std::size_t i, const Mention& quantity) const {
  const auto& value = std::get<Quantity>(quantity.value);
  if (quantity.rule == "quantity/compound") return false;  // "the 500,000-barrel cap"
  if (pieces_[i].folded == "killed" || pieces_[i].folded == "wounded" ||
      pieces_[i].folded == "dead" || pieces_[i].folded == "injured" ||
      pieces_[i].folded == "missing" || pieces_[i].folded == "others") {
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

}  // namespace msmt
