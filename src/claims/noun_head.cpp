/// What a noun phrase names: its owner, its head, the class of goods or the person.

#include <algorithm>
#include <array>

#include "claims/chunker.hpp"

namespace msmt {

namespace {

/// Small words inside names: "Ursula von der Leyen", "Abdel Fattah al-Burhan".
bool is_name_particle(std::string_view word) {
  static constexpr std::array<std::string_view, 21> kParticles = {
      "al", "bin", "ibn", "el", "von", "der", "van", "den", "de", "del", "della",
      "da", "das", "dos", "di", "du",  "la",  "le",  "ter", "zu", "abu"};
  return std::find(kParticles.begin(), kParticles.end(), word) != kParticles.end();
}

/// Whether a token can be part of a name: "Kim", "-", "un", "von".
bool writes_name(const Token& token) {
  return token.capital || token.folded == "-" || token.glued || is_name_particle(token.folded);
}

}  // namespace

void Chunker::set_owner(Chunk& chunk, std::size_t begin, std::size_t end) {
  for (std::size_t k = end; k > begin; --k) {
    const Piece& piece = pieces_[k - 1];
    if (auto named = named_by(piece)) {
      chunk.owner = named;
      chunk.owner_is_adjective = false;
      return;
    }
  }
  // "the country's air force", "the group's missiles": as "its"
  if (end != begin + 2 || !is(begin, "the")) return;
  const std::string noun = singular(pieces_[begin + 1].folded);
  if (grammar_.is(WordClass::land, noun) || noun == "group" ||
      grammar_.is(WordClass::armed_body, noun))
    chunk.owner = Named{{"its", ""}, {pieces_[begin].span.begin, pieces_[end - 1].span.end}};
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
  // "the country's hackers" are those of the state that steals, whoever was spoken of last
  if (chunk.owner && chunk.owner->party.name == "its" && grammar_.is(WordClass::thief, chunk.lemma))
    chunk.owner.reset();
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
      const std::string_view head = pieces_[end - 1].folded;
      const bool linked_thieves =
          compound &&
          (is(k + 2, "linked") || is(k + 2, "sponsored") || is(k + 2, "aligned") ||
           is(k + 2, "affiliated") || is(k + 2, "backed")) &&
          (head == "hackers" || head == "actors" || head == "thieves" || head == "attackers" ||
           head == "operatives" || head == "cybercriminals");
      if (!compound || ends_in_owned || linked_thieves) {
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
    read_country_head(chunk, last);
  } else if (holds<Organization>(last) || holds<MilitaryUnit>(last)) {
    read_body_head(chunk, last);
  } else {
    classify(begin, end, chunk.item_class, chunk.item_id);
    if (chunk.definite && chunk.owner && chunk.head == "capital" && chunk.of.empty())
      chunk.item_class.clear();  // "the Chadian capital": a city
    if (chunk.item_class.empty()) classify_named(chunk, begin, end);
    settle_weapon(chunk);
    if (names_person(chunk, begin, end)) set_person(chunk, begin, end);
  }
}

bool Chunker::names_some(const Chunk& chunk) const {
  static constexpr std::array<std::string_view, 6> kSome = {"some", "many",  "several",
                                                            "most", "other", "few"};
  const std::string_view first = token(chunk.first).folded;
  return is_plural(chunk.head) && std::find(kSome.begin(), kSome.end(), first) != kSome.end();
}

void Chunker::read_country_head(Chunk& chunk, const Piece& last) const {
  const auto& country = std::get<Country>(last.mention->value);
  if (country.form == "adjective" && (chunk.quantity != nullptr || names_some(chunk))) {
    chunk.owner = named_by(last);
    chunk.item_class = "people";
    return;
  }
  chunk.party = named_by(last);
  chunk.country_head = country.form != "adjective";
}

void Chunker::read_body_head(Chunk& chunk, const Piece& last) const {
  if (holds<MilitaryUnit>(last) && chunk.quantity != nullptr) {
    chunk.item_class = "troops";
    chunk.item_id = "troops";
    if (!chunk.owner && !std::get<MilitaryUnit>(last.mention->value).country.empty()) {
      chunk.owner = named_by(last);  // "two US Navy Seals"
      chunk.owner_is_adjective = true;
    }
    return;
  }
  // "its air force": a kind of formation, and whose it is
  const std::string_view written = doc_.words(last.mention->span);
  if (holds<MilitaryUnit>(last) && chunk.owner && !written.empty() && written.front() >= 'a' &&
      std::get<MilitaryUnit>(last.mention->value).country.empty()) {
    chunk.item_class = "troops";
    chunk.item_id = "troops";
    return;
  }
  chunk.party = named_by(last);
  // "U.S. officials" style bodies belong to their country
  if (chunk.owner && chunk.owner->party.iso2.empty()) chunk.owner.reset();
}

bool Chunker::names_unit_of_system(Chunk& chunk) {
  static constexpr std::string_view kUnits[] = {"regiment", "battalion", "squadron", "division"};
  if (chunk.weapon == nullptr) return false;
  const auto& weapon = std::get<Weapon>(chunk.weapon->value);
  // "the smaller TB2 model"
  const bool model = chunk.lemma == "model" || chunk.lemma == "variant" || chunk.lemma == "version";
  const bool unit =
      weapon.category == "air defence system" &&
      std::find(std::begin(kUnits), std::end(kUnits), chunk.lemma) != std::end(kUnits);
  if (weapon.system.empty() || !(model || unit)) return false;
  chunk.item_class = "arms";
  chunk.item_id.clear();
  return true;
}

void Chunker::settle_weapon(Chunk& chunk) {
  if (chunk.weapon != nullptr && chunk.weapon->span.end == chunk.span.end) {
    const auto& weapon = std::get<Weapon>(chunk.weapon->value);
    // "military aircraft": as likely what carries as what fights
    const bool any_aircraft =
        weapon.system.empty() && weapon.category == "aircraft" && chunk.item_class == "vehicle";
    if (any_aircraft) return;
    if (weapon.category == "transport aircraft" && chunk.item_class != "vehicle") {
      chunk.item_class = "vehicle";
      chunk.item_id.clear();
    } else if (chunk.item_class != "arms" && weapon.category != "transport aircraft") {
      chunk.item_class = "arms";
      chunk.item_id.clear();
    }
  } else if (!names_unit_of_system(chunk)) {
    chunk.weapon = nullptr;  // "missile data", "missile guidance": the weapon only qualifies
  }
}

bool Chunker::names_person(const Chunk& chunk, std::size_t begin, std::size_t end) const {
  const Piece& last = pieces_[end - 1];
  // a person: a title or role and capitalised words, "Russian President Vladimir Putin"
  const Token& word = token(last.last - 1);
  // "Kim Jong-un": the last part of a hyphenated name is written small
  const bool name_part = word.glued && last.first > 1 && token(last.first - 1).folded == "-" &&
                         token(last.first - 2).capital;
  if (word.kind != TokenKind::word || (!word.capital && !name_part) || last.mention != nullptr ||
      end - begin < 2 || !chunk.item_class.empty() || vocabulary_.is(last.folded, kPlaceNoun) ||
      (!chunk.owner && pieces_[begin].tag == Tag::determiner)) {
    return false;
  }
  // "statues in Haut-Lomami", "near Deir Ezzor": a place
  const bool placed = begin > 0 && (is(begin - 1, "in") || is(begin - 1, "near") ||
                                    is(begin - 1, "inside") || is(begin - 1, "outside"));
  if (placed && token(pieces_[begin].first).capital && !chunk.owner) {
    std::string title;
    std::string id;
    classify(begin, begin + 1, title, id);
    if (title.empty()) return false;
  }
  std::size_t capitals = 0;
  for (std::size_t k = end; k > begin; --k) {
    const Token& t = token(pieces_[k - 1].first);
    if (pieces_[k - 1].mention != nullptr || !writes_name(t)) break;
    const bool family = pieces_[k - 1].folded == "no" && pieces_[k - 1].tag == Tag::noun;
    if (t.capital && ((pieces_[k - 1].kinds & kStarter) == 0 || family)) ++capitals;
  }
  const std::string name = quote(doc_, {pieces_[begin].span.begin, last.span.end});
  const bool place =
      !grammar_.place_country(name).empty() || !grammar_.capital_country(name).empty();
  if (is_plural(last.folded) && (last.kinds & kNoun) != 0 && all_capitalised()) return false;
  return capitals >= 2 && !place && !labels_speech(begin, end);
}

bool Chunker::all_capitalised() const {
  constexpr std::size_t kLeast = 4;  // words of a headline, and letters of a word that shows it
  std::size_t words = 0;
  for (const Piece& piece : pieces_) {
    const Token& t = token(piece.first);
    if (piece.mention != nullptr || t.kind != TokenKind::word || t.folded.size() < kLeast) continue;
    if (!t.capital) return false;
    ++words;
  }
  return words >= kLeast;
}

void Chunker::set_person(Chunk& chunk, std::size_t begin, std::size_t end) const {
  chunk.person = true;
  std::size_t name_begin = end;
  std::size_t kept = 0;
  // the name is the last capitalised words, hyphenated parts and particles included
  constexpr std::size_t kMostNames = 4;
  while (name_begin > begin && kept < kMostNames) {
    const Piece& piece = pieces_[name_begin - 1];
    const Token& t = token(piece.first);
    const bool title = lexicons_.gazetteer("items")
                           .match(doc_, std::span(&reading_.tokens[piece.first], 1), 0)
                           .has_value() ||
                       (piece.kinds & kAdjective) != 0;
    const bool starts = name_begin - 1 == begin && (piece.kinds & kStarter) != 0;  // "Why Ana Sol"
    if (kept > 1 && grammar_.is(WordClass::office_field, piece.folded)) break;
    if (piece.mention != nullptr || !writes_name(t) || title || starts) break;
    if (t.capital && !t.glued) ++kept;
    --name_begin;
  }
  while (name_begin < end && !token(pieces_[name_begin].first).capital &&
         !is_name_particle(token(pieces_[name_begin].first).folded))
    ++name_begin;
  if (name_begin < end) {
    const Span span{pieces_[name_begin].span.begin, chunk.span.end};
    chunk.party = Named{{quote(doc_, span), ""}, span};
  }
}

bool Chunker::labels_speech(std::size_t begin, std::size_t end) const {
  if (begin > 0 || !is(end, ":")) return false;
  return std::all_of(pieces_.begin(), pieces_.begin() + static_cast<std::ptrdiff_t>(end),
                     [&](const Piece& piece) { return token(piece.first).upper; });
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

}  // namespace msmt
