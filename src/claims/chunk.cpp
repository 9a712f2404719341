#include "claims/chunk.hpp"

#include <algorithm>

namespace msmt {

namespace {

/// What a token is taken for once its neighbours have been looked at.
enum class Tag : std::uint8_t {
  noun,
  adjective,
  determiner,
  number,
  verb,
  auxiliary,
  modal,
  negation,
  adverb,
  preposition,
  conjunction,
  relative,
  pronoun,
  possessive,
  punctuation,
  date
};

/// A token, or a mention that is taken as one piece.
struct Piece {
  std::size_t first = 0;
  std::size_t last = 0;
  Span span;
  const Mention* mention = nullptr;
  Tag tag = Tag::noun;
  std::uint32_t kinds = 0;
  std::string_view folded;  ///< of the last token
  bool term = false;        ///< ends a term of items.tsv: "work permits" holds no verb
};

class Chunker {
 public:
  Chunker(const Grammar& grammar, const Lexicons& lexicons, const Vocabulary& vocabulary,
          const Document& doc, const Reading& reading)
      : grammar_(grammar),
        lexicons_(lexicons),
        vocabulary_(vocabulary),
        doc_(doc),
        reading_(reading) {}

  std::vector<Chunk> run() {
    cut();
    for (std::size_t i = 0; i < pieces_.size(); ++i) pieces_[i].tag = tag(i);
    find_main_verb();
    std::size_t i = 0;
    while (i < pieces_.size()) {
      const bool phrasal = phrase_words(i) > 1 && quantity_at(i) == nullptr;
      if (pieces_[i].tag == Tag::date) {
        i = date(i);
      } else if (!phrasal && starts_verb(i)) {
        i = verb(i);
      } else if (!phrasal && starts_phrase(i)) {
        i = phrase(i);
      } else {
        i = word(i);
      }
    }
    for (std::size_t c = 0; c < chunks_.size(); ++c) {
      if (chunks_[c].lemma == "fighter" && fights(c)) enlist(chunks_[c]);
    }
    return std::move(chunks_);
  }

 private:
  /// "fighters" are people, not aircraft, where a deed is done to them that only people suffer, and
  /// where they are more than any air force would send.
  bool fights(std::size_t c) const {
    const Chunk& chunk = chunks_[c];
    if (chunk.item_class != "arms") return false;
    if (chunk.weapon != nullptr && !std::get<Weapon>(chunk.weapon->value).name.empty())
      return false;
    static constexpr std::string_view kBands[] = {"rebel",  "foreign",  "militia",   "mercenary",
                                                  "tribal", "islamist", "guerrilla", "former"};
    const bool of_band = std::any_of(
        std::begin(kBands), std::end(kBands),
        [&](std::string_view band) { return chunk.before.find(band) != std::string::npos; });
    if (of_band ||
        (chunk.owner && chunk.owner->party.iso2.empty() && chunk.owner->party.name != "its"))
      return true;  // "rebel fighters", "Wagner fighters"
    constexpr double kMostAircraft = 150;
    if (chunk.quantity != nullptr) {
      const auto& count = std::get<Quantity>(chunk.quantity->value);
      if (count.value.value_or(count.low.value_or(0)) > kMostAircraft) return true;
    }
    const auto of_people = [&](const Chunk& verb, bool object) {
      if (verb.kind != ChunkKind::verb) return false;
      const bool passive = verb.voice == Voice::passive || verb.voice == Voice::participle;
      for (const Frame* frame : grammar_.frames("verb", verb.lemma)) {
        if (frame->type == "training" || frame->id == "casualties.harm") return passive != object;
        if (frame->id == "casualties.die" && !object) return true;
      }
      return false;
    };
    return (c > 0 && of_people(chunks_[c - 1], true)) ||
           (c + 1 < chunks_.size() && of_people(chunks_[c + 1], false));
  }

  static void enlist(Chunk& chunk) {
    chunk.item_class = "troops";
    chunk.item_id = "troops";
    chunk.weapon = nullptr;
  }

  const Token& token(std::size_t index) const { return reading_.tokens[index]; }
  const Piece* at(std::size_t index) const {
    return index < pieces_.size() ? &pieces_[index] : nullptr;
  }
  bool is(std::size_t index, std::string_view word) const {
    return index < pieces_.size() && pieces_[index].folded == word &&
           pieces_[index].mention == nullptr;
  }

  // ---- Cutting into pieces: the longest mention that starts at a token, else the token.
  static int rank(const Value& value) {
    // a quantity holds the weapon or country that it counts
    if (std::holds_alternative<Quantity>(value)) return 1;
    if (std::holds_alternative<Unit>(value)) return 9;
    return 0;
  }

  void cut() {
    const auto& tokens = reading_.tokens;
    for (std::size_t t = 0; t < tokens.size();) {
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
    mark_terms();
  }

  /// Ends of terms of several words, plural: no verb although the form could be one.
  void mark_terms() {
    const Gazetteer& items = lexicons_.gazetteer("items");
    for (std::size_t i = 0; i + 1 < pieces_.size(); ++i) {
      if (pieces_[i].mention != nullptr || token(pieces_[i].first).kind != TokenKind::word)
        continue;
      const auto hit = items.match(doc_, std::span(reading_.tokens), pieces_[i].first);
      if (!hit || hit->tokens < 2) continue;
      const std::size_t last = pieces_[i].first + hit->tokens;
      for (std::size_t k = i + 1; k < pieces_.size() && pieces_[k].last <= last; ++k) {
        if (pieces_[k].last == last && (pieces_[k].kinds & kThird) != 0) pieces_[k].term = true;
      }
    }
  }

  template <class T>
  bool holds(const Piece& piece) const {
    return piece.mention != nullptr && std::holds_alternative<T>(piece.mention->value);
  }

  bool is_name(const Piece& piece) const {
    return holds<Country>(piece) || holds<Organization>(piece) || holds<MilitaryUnit>(piece) ||
           holds<Weapon>(piece);
  }

  /// Whether piece i could begin or go on with an object: a determiner, number, noun or name.
  bool opens_phrase(std::size_t i) const {
    const Piece* piece = at(i);
    if (piece == nullptr) return false;
    if (is_name(*piece)) return true;
    if (piece->mention != nullptr) return false;
    if ((piece->kinds & (kDeterminer | kNumberWord | kPossessive)) != 0) return true;
    if (token(piece->first).kind == TokenKind::number) return true;
    if (token(piece->first).kind == TokenKind::symbol) return piece->folded == "$";
    constexpr std::uint32_t kClosed =
        kPreposition | kConjunction | kAuxiliary | kRelative | kNegation | kSubordinator;
    if ((piece->kinds & (kClosed | kPronoun)) != 0) return false;
    if ((piece->kinds & kAdverb) != 0 && (piece->kinds & kAdjective) == 0) return false;
    return true;
  }

  /// A finite verb is likely here: the piece before is a subject.
  bool after_subject(std::size_t i) const {
    if (i == 0) return false;
    const Piece& before = pieces_[i - 1];
    if (holds<Country>(before)) {
      return std::get<Country>(before.mention->value).form != "adjective" ||
             is_plural(before.folded);
    }
    if (holds<Organization>(before) || holds<MilitaryUnit>(before)) return true;
    if (before.tag == Tag::pronoun || before.tag == Tag::relative || before.tag == Tag::adverb)
      return true;
    if (holds<Weapon>(before)) return true;
    return before.tag == Tag::noun;
  }

  /// A sentence without a finite verb has one that was taken for a noun: "Resolution 2397, which the
  /// Council adopted, limits imports". Words of a relative clause do not count.
  void find_main_verb() {
    bool relative = false;
    std::size_t found = pieces_.size();
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const Piece& piece = pieces_[i];
      if (piece.tag == Tag::relative && piece.folded != "that") relative = true;
      if (relative && (is(i, ",") || is(i, ")")) && i > 0) relative = false;
      if (relative || is(i, ":")) continue;
      const bool finite =
          piece.tag == Tag::modal || piece.tag == Tag::auxiliary ||
          (piece.tag == Tag::verb && (piece.kinds & (kPast | kThird)) != 0) ||
          (piece.tag == Tag::verb && (piece.kinds & kBase) != 0 && !(i > 0 && is(i - 1, "to")));
      if (finite) return;
      if (found == pieces_.size() && may_be_main_verb(i)) found = i;
    }
    if (found == pieces_.size()) return;
    pieces_[found].tag = Tag::verb;
    for (std::size_t i = found + 1; i < pieces_.size(); ++i) pieces_[i].tag = tag(i);
  }

  bool may_be_main_verb(std::size_t i) const {
    const Piece& piece = pieces_[i];
    if (i == 0 || i + 1 >= pieces_.size() || piece.tag != Tag::noun || piece.mention != nullptr ||
        token(piece.first).capital || token(piece.first).glued) {
      return false;
    }
    const Piece& before = pieces_[i - 1];
    const bool adverb = before.tag == Tag::adverb && i >= 2 && pieces_[i - 2].tag == Tag::noun;
    const bool subject = before.tag == Tag::noun || before.tag == Tag::number || is(i - 1, ",") ||
                         adverb || is(i - 1, ")") || before.tag == Tag::date;
    if (!subject) return false;
    const bool singular = !is_plural(before.folded) || before.mention != nullptr;
    const bool past = (piece.kinds & kPast) != 0;  // "a missile hit Kyiv"
    const bool agrees =
        past || ((piece.kinds & kThird) != 0 ? singular || is(i - 1, ",")
                                             : (piece.kinds & kBase) != 0 && !singular);
    const Piece& next = pieces_[i + 1];
    const bool object = (next.kinds & (kDeterminer | kPossessive | kNumberWord)) != 0 ||
                        is_name(next) || next.tag == Tag::number || next.tag == Tag::adjective ||
                        next.tag == Tag::pronoun ||
                        (next.tag == Tag::noun && is_plural(next.folded));
    const bool name_subject = is_name(before) || (adverb && is_name(pieces_[i - 2]));
    return agrees &&
           (object || ((piece.kinds & kThird) != 0 && name_subject && opens_phrase(i + 1)));
  }

  // ---- Tagging one piece from its kinds and its neighbours.
  Tag tag(std::size_t i) const {
    const Piece& piece = pieces_[i];
    if (piece.mention != nullptr) {
      if (holds<Date>(piece)) return Tag::date;
      if (holds<Country>(piece)) {
        const auto& country = std::get<Country>(piece.mention->value);
        if (country.form == "adjective" && !is_plural(piece.folded)) return Tag::adjective;
      }
      return Tag::noun;
    }
    const Token& word = token(piece.first);
    const std::uint32_t kinds = piece.kinds;
    if (word.folded == "'s" || word.folded == "'") {
      return Tag::possessive;
    }
    if (word.kind == TokenKind::number) return Tag::number;
    if (word.kind == TokenKind::symbol) {
      const bool currency = vocabulary_.unit_symbol(doc_.text(word.span)).has_value();
      return currency ? Tag::number : Tag::punctuation;
    }
    const Piece* before = i > 0 ? &pieces_[i - 1] : nullptr;
    const Tag before_tag = before != nullptr ? before->tag : Tag::punctuation;
    if (word.folded == "may" && word.capital && i > 0) return Tag::noun;
    if ((kinds & kModal) != 0) return Tag::modal;
    if ((kinds & kNegation) != 0 && word.folded != "neither" && word.folded != "nor")
      return Tag::negation;
    if ((kinds & kBe) != 0) return Tag::auxiliary;
    if ((kinds & (kHave | kDo)) != 0) return Tag::auxiliary;
    if (word.folded == "that" || word.folded == "which" || word.folded == "who" ||
        word.folded == "whom" || word.folded == "whose") {
      // "that system" against "the system that …"
      if (word.folded == "that" &&
          (before_tag == Tag::preposition || before_tag == Tag::conjunction) &&
          opens_phrase(i + 1) && !is_plural(pieces_[i + 1].folded) &&
          pieces_[i + 1].mention == nullptr && (pieces_[i + 1].kinds & kNumberWord) == 0) {
        return Tag::determiner;
      }
      return Tag::relative;
    }
    if ((kinds & kDeterminer) != 0) return Tag::determiner;
    if ((kinds & kNumberWord) != 0) return Tag::number;
    if ((word.folded == "itself" || word.folded == "themselves" || word.folded == "himself") &&
        i > 0 &&
        (before_tag == Tag::noun || before_tag == Tag::auxiliary || before_tag == Tag::adverb)) {
      return Tag::adverb;  // "the panel itself was disbanded", "which has itself donated"
    }
    const bool spelled_acronym = word.upper && word.span.size() > 1 && i > 0 &&
                                 doc_.sentences[reading_.sentence].zone != Zone::headline;
    if (spelled_acronym && (kinds & kPronoun) != 0) return Tag::noun;  // "IT workers"
    if ((kinds & kPronoun) != 0) return Tag::pronoun;
    const bool verb_form = (kinds & kAnyVerb) != 0;
    const bool nounish = (kinds & kNoun) != 0;
    const bool preposition = (kinds & kPreposition) != 0;
    if ((word.folded == "left" || word.folded == "right" || word.folded == "center" ||
         word.folded == "centre") &&
        before != nullptr && (before->folded == "," || before->folded == "(") &&
        (is(i + 1, ",") || is(i + 1, ")"))) {
      return Tag::adverb;  // "Vladimir Putin, left, and …"
    }
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
    if ((kinds & kAdverb) != 0 && (kinds & kAnyVerb) != 0 && before_tag == Tag::noun &&
        at(i + 1) != nullptr &&
        (holds<Date>(pieces_[i + 1]) || (pieces_[i + 1].kinds & kPreposition) != 0)) {
      return Tag::adverb;  // "the Russians back in 2021"
    }
    if ((kinds & kGerundNoun) != 0 && before_tag != Tag::auxiliary && before_tag != Tag::verb) {
      // "sanctions monitoring mechanism", "the hiring of"; but "monitoring the border"
      const Piece* next = at(i + 1);
      const bool object =
          next != nullptr && (next->kinds & (kDeterminer | kPossessive | kNumberWord)) != 0;
      const bool bare_object =
          before_tag == Tag::preposition && opens_phrase(i + 1) && !is(i + 1, "of");
      if (!object && !(bare_object && is_plural(pieces_[i + 1].folded))) return Tag::noun;
    }
    if (preposition && (!verb_form || word.folded == "like" || word.folded == "following" ||
                        word.folded == "including" || word.folded == "concerning" ||
                        word.folded == "regarding" || word.folded == "excluding")) {
      return Tag::preposition;
    }
    if ((kinds & kConjunction) != 0) return Tag::conjunction;
    if (piece.term) return Tag::noun;
    if (verb_form) return verb_or_noun(i, kinds, nounish, before, before_tag);
    if ((kinds & kAdjective) != 0) return Tag::adjective;
    if ((kinds & kAdverb) != 0) return Tag::adverb;
    return Tag::noun;
  }

  Tag verb_or_noun(std::size_t i, std::uint32_t kinds, bool nounish, const Piece* before,
                   Tag before_tag) const {
    const Piece& piece = pieces_[i];
    const bool base = (kinds & kBase) != 0;
    const bool third = (kinds & kThird) != 0;
    const bool ed = (kinds & (kPast | kParticiple)) != 0;
    const bool gerund = (kinds & kGerund) != 0;
    const bool to = before != nullptr && before->folded == "to" && before->mention == nullptr;
    const bool hyphen_before =
        token(piece.first).glued && before != nullptr && before->folded == "-";
    const bool hyphen_after = is(i + 1, "-") && token(pieces_[i + 1].first).glued;
    if (hyphen_before || hyphen_after) return Tag::adjective;
    if (token(piece.first).capital && i > 0 &&
        doc_.sentences[reading_.sentence].zone != Zone::headline &&
        before_tag != Tag::punctuation) {
      return Tag::noun;  // part of a name
    }
    if (before_tag == Tag::modal || before_tag == Tag::negation) return Tag::verb;
    if ((kinds & kIntransitive) != 0 && before_tag == Tag::number && !opens_phrase(i + 1))
      return Tag::verb;  // "another 600 arrived", "fewer than 1,500 remain"
    if (to) return base ? Tag::verb : (ed && !gerund ? Tag::adjective : Tag::noun);
    if (before_tag == Tag::auxiliary) {
      const bool verbal = ed || gerund || base;
      return nounish && !verbal ? Tag::noun : Tag::verb;
    }
    if (before_tag == Tag::adverb && i >= 2 &&
        (pieces_[i - 2].tag == Tag::auxiliary || pieces_[i - 2].tag == Tag::modal)) {
      return Tag::verb;
    }
    // "Resolution 661 barred": the number belongs to the name before it
    const bool numbered_name =
        before_tag == Tag::number && i >= 2 && pieces_[i - 2].tag == Tag::noun &&
        pieces_[i - 2].mention == nullptr && token(pieces_[i - 2].first).capital;
    const bool in_phrase =
        !numbered_name && (before_tag == Tag::determiner || before_tag == Tag::adjective ||
                           before_tag == Tag::possessive || before_tag == Tag::number);
    if (ed && (kinds & kAdjective) != 0 && opens_phrase(i + 1) &&
        (pieces_[i + 1].kinds & (kDeterminer | kPossessive | kNumberWord)) == 0 &&
        !holds<Country>(pieces_[i + 1]) &&
        (before_tag == Tag::preposition || before_tag == Tag::conjunction ||
         before_tag == Tag::verb || (before_tag == Tag::punctuation && i > 0))) {
      return Tag::adjective;  // "and advanced systems", "with refined petroleum"
    }
    if (gerund && !base) {
      if (in_phrase) return opens_phrase(i + 1) && !is(i + 1, "the") ? Tag::adjective : Tag::noun;
      if (before_tag == Tag::preposition || before_tag == Tag::punctuation ||
          before_tag == Tag::conjunction || before_tag == Tag::noun || before_tag == Tag::verb) {
        return Tag::verb;
      }
      return Tag::verb;
    }
    if (ed && !base && !third) {
      if (in_phrase) return Tag::adjective;
      // "refined petroleum", "armed groups": a participle before a bare noun, at a phrase's start
      const bool distinct_past = (kinds & kPast) != 0 && (kinds & kParticiple) == 0;
      if (!distinct_past &&
          (before_tag == Tag::preposition || before_tag == Tag::conjunction ||
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
    if (ed && before != nullptr && before_tag == Tag::noun && is_plural(before->folded) &&
        before->mention == nullptr && !opens_phrase(i + 1)) {
      return Tag::verb;  // "accounts set up in", "ships put to sea"
    }
    if (third && before != nullptr && (before->folded == "this" || before->folded == "that") &&
        i + 1 < pieces_.size() && (pieces_[i + 1].kinds & kDeterminer) != 0) {
      return Tag::verb;  // "this marks the first"
    }
    static constexpr std::string_view kSpeaks[] = {"report",     "statement", "study", "document",
                                                   "assessment", "analysis",  "paper", "article",
                                                   "panel",      "team",      "review"};
    const bool that_follows = is(i + 1, "that");
    if (third && (kinds & kSay) != 0 && before_tag != Tag::determiner &&
        before_tag != Tag::adjective && before_tag != Tag::preposition &&
        (that_follows ||
         (before != nullptr &&
          std::find(std::begin(kSpeaks), std::end(kSpeaks), before->folded) != std::end(kSpeaks)) ||
         (before_tag == Tag::date && at(i + 1) != nullptr &&
          (pieces_[i + 1].kinds & kDeterminer) != 0))) {
      return Tag::
          verb;  // "the report details transfers", "released Thursday details the …", "— states that"
    }
    const bool ends = at(i + 1) == nullptr || is(i + 1, ".") || is(i + 1, ",");
    if (third && (kinds & kSay) != 0 && before != nullptr && is_name(*before) &&
        before_tag == Tag::noun && ends && i > 1) {
      return Tag::verb;  // "…, Israel estimates."
    }
    if (base && piece.folded == "work" && before != nullptr && before_tag == Tag::noun &&
        is_plural(before->folded)) {
      return Tag::verb;
    }
    if (numbered_name && third && at(i + 1) != nullptr && (pieces_[i + 1].kinds & kDeterminer) != 0)
      return Tag::verb;
    if (base && !third && before != nullptr && before_tag == Tag::noun &&
        before->mention == nullptr && token(before->first).capital && i >= 2 &&
        token(pieces_[i - 2].first).capital && !token(piece.first).capital && opens_phrase(i + 1)) {
      return Tag::verb;  // "Kim Jong-un exchange documents"
    }
    if (before_tag == Tag::pronoun && before != nullptr &&
        (before->folded == "it" || before->folded == "they" || before->folded == "he" ||
         before->folded == "she" || before->folded == "we") &&
        (base || third)) {
      return Tag::verb;
    }
    if (ed && before_tag == Tag::noun && is(i + 1, "by")) return Tag::verb;  // "the cap set by"
    if (!nounish) return in_phrase && before_tag != Tag::adjective ? Tag::noun : Tag::verb;
    if (in_phrase) {
      return Tag::noun;
    }
    if (before_tag == Tag::preposition) return Tag::noun;
    const bool mostly = (kinds & kMostlyNoun) != 0;
    if (mostly) return Tag::noun;
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
      const bool firm =
          next != nullptr && ((next->kinds & (kDeterminer | kPossessive)) != 0 || is_name(*next));
      if (third && !plural_subject && firm) return Tag::verb;
      if (base && plural_subject && firm) return Tag::verb;
      if (base && subject != nullptr &&
          (subject->tag == Tag::pronoun || subject->tag == Tag::relative)) {
        return Tag::verb;
      }
    }
    if (before_tag == Tag::pronoun || before_tag == Tag::relative) return Tag::verb;
    const bool complement = is(i + 1, "to") || is(i + 1, "that");
    if (complement && before != nullptr && is_name(*before) && before_tag == Tag::noun &&
        (third || base) && is_chain(vocabulary_.base(piece.folded))) {
      return Tag::verb;  // "Tehran hopes to receive"
    }
    return Tag::noun;
  }

  // ---- Verb groups.
  bool starts_verb(std::size_t i) const {
    const Tag tag = pieces_[i].tag;
    if (tag == Tag::verb || tag == Tag::modal || tag == Tag::auxiliary) return true;
    if (is(i, "to") && i + 1 < pieces_.size()) {
      std::size_t next = i + 1;
      while (next < pieces_.size() && pieces_[next].tag == Tag::adverb) ++next;
      return next < pieces_.size() &&
             ((pieces_[next].tag == Tag::verb && (pieces_[next].kinds & kBase) != 0) ||
              is(next, "be") || is(next, "have"));
    }
    return false;
  }

  bool is_chain(std::string_view lemma) const { return !grammar_.cue("chain", lemma).empty(); }

  std::size_t verb(std::size_t i) {
    Chunk chunk;
    chunk.kind = ChunkKind::verb;
    chunk.first = pieces_[i].first;
    const std::size_t begin = i;
    bool to = false;
    bool be = false;
    bool have = false;
    bool finite = false;
    std::size_t main = pieces_.size();
    std::size_t end = i;
    for (; i < pieces_.size(); ++i) {
      const Piece& piece = pieces_[i];
      if (is(i, "to")) {
        // an infinitive: at the start, or after a verb that takes one ("plans to send")
        const bool continues =
            main == pieces_.size() ? (i == begin || be || have) : is_chain(chunk.lemma);
        if (!continues || !starts_verb(i)) break;
        if (main != pieces_.size()) {
          push_chain(chunk, be);
          main = pieces_.size();
          be = have = false;
        } else if (be && i > begin) {
          chunk.modals.emplace_back("will");  // "are to follow"
          be = false;
        }
        to = true;
        end = i + 1;
        continue;
      }
      if (piece.tag == Tag::modal) {
        chunk.modals.emplace_back(piece.folded);
        finite = true;
      } else if (piece.tag == Tag::negation) {
        chunk.negated = true;
      } else if (piece.tag == Tag::auxiliary) {
        if (main != pieces_.size() && piece.folded == "having" && is_chain(chunk.lemma)) {
          push_chain(chunk, be);  // "denies having transferred"
          main = pieces_.size();
          be = false;
        }
        if (main != pieces_.size()) break;
        const std::string_view base = vocabulary_.base(piece.folded);
        if (base == "be") be = true;
        if (base == "have") have = true;
        if (piece.folded != "been" && piece.folded != "being" && piece.folded != "be" &&
            piece.folded != "having") {
          finite = true;
        }
      } else if (piece.tag == Tag::adverb) {
        if (!adverb_inside(i, main != pieces_.size())) break;
        chunk.adverbs.emplace_back(piece.folded);
      } else if (piece.tag == Tag::date && (have || be) && main == pieces_.size() &&
                 i + 1 < pieces_.size() && pieces_[i + 1].tag == Tag::verb) {
        continue;  // "has recently mentioned"
      } else if (piece.tag == Tag::verb) {
        if (main != pieces_.size()) {
          // "began supplying", "denied sending"
          const bool gerund = (piece.kinds & kGerund) != 0;
          if (!gerund || !is_chain(chunk.lemma)) break;
          push_chain(chunk, be);
          be = have = false;
        }
        main = i;
        chunk.lemma = std::string(vocabulary_.base(piece.folded));
        chunk.head = std::string(piece.folded);
        chunk.head_span = piece.span;
      } else {
        break;
      }
      end = i + 1;
    }
    if (end == begin) end = begin + 1;
    chunk.last = pieces_[end - 1].last;
    set_voice(chunk, main, be, have, finite, to);
    if (main == pieces_.size() && chunk.lemma.empty()) {
      // auxiliaries alone: "is", "has", "will"
      for (std::size_t k = begin; k < end; ++k) {
        if (pieces_[k].tag != Tag::auxiliary) continue;
        chunk.lemma = std::string(vocabulary_.base(pieces_[k].folded));
        chunk.head = std::string(pieces_[k].folded);
        chunk.head_span = pieces_[k].span;
      }
      chunk.voice = to && chunk.chain.empty() ? Voice::infinitive : Voice::active;
      if (chunk.head == "being" || chunk.head == "having") chunk.voice = Voice::gerund;
    }
    // "handed over", "passed on", "set up"
    static constexpr std::string_view kParticles[] = {"over", "on",   "up", "out",   "off",
                                                      "down", "away", "in", "aside", "together"};
    static constexpr std::string_view kPhrasal[] = {"carry out", "lay out", "point out",
                                                    "take over", "bring in"};
    const std::string phrasal =
        end < pieces_.size() ? chunk.lemma + " " + std::string(pieces_[end].folded) : std::string();
    const bool known_phrase =
        std::find(std::begin(kPhrasal), std::end(kPhrasal), phrasal) != std::end(kPhrasal);
    if (end < pieces_.size() && main != pieces_.size() && end == main + 1 &&
        std::find(std::begin(kParticles), std::end(kParticles), pieces_[end].folded) !=
            std::end(kParticles) &&
        (known_phrase || !grammar_.frames("verb", phrasal).empty())) {
      chunk.particle = std::string(pieces_[end].folded);
      chunk.lemma += " " + chunk.particle;
      chunk.last = pieces_[end].last;
      ++end;
    }
    chunk.span = {token(chunk.first).span.begin, token(chunk.last - 1).span.end};
    chunks_.push_back(std::move(chunk));
    return end;
  }

  void push_chain(Chunk& chunk, bool be) {
    chunk.chain.push_back(chunk.lemma);
    if (be && (pieces_.empty() || !chunk.head.ends_with("ing"))) chunk.chain_passive = true;
    chunk.lemma.clear();
  }

  /// An adverb belongs to a group when a verb of it still follows.
  bool adverb_inside(std::size_t i, bool has_main) const {
    if (has_main) return false;
    for (std::size_t k = i + 1; k < pieces_.size(); ++k) {
      const Tag tag = pieces_[k].tag;
      if (tag == Tag::verb || tag == Tag::auxiliary || tag == Tag::negation) return true;
      if (is(k, "to")) return starts_verb(k);
      if (tag != Tag::adverb) return false;
    }
    return false;
  }

  void set_voice(Chunk& chunk, std::size_t main, bool be, bool have, bool finite, bool to) const {
    chunk.perfect = have;
    if (main == pieces_.size()) return;
    const std::uint32_t kinds = pieces_[main].kinds;
    const bool gerund = (kinds & kGerund) != 0 && (kinds & (kBase | kParticiple)) == 0;
    const bool participle = (kinds & kParticiple) != 0;
    const bool in_chain = !chunk.chain.empty();
    if (be && participle && !gerund) {
      chunk.voice = Voice::passive;
    } else if (be || have) {
      chunk.voice = to && !in_chain && !finite ? Voice::infinitive : Voice::active;
    } else if (gerund) {
      chunk.voice = in_chain ? Voice::active : Voice::gerund;
    } else if (to && !in_chain && !finite) {
      chunk.voice = Voice::infinitive;
    } else if (in_chain || finite || (kinds & (kBase | kThird)) != 0) {
      chunk.voice = Voice::active;
      if ((kinds & (kPast | kParticiple)) != 0 && !in_chain && !finite)
        chunk.voice = ed_voice(main);
    } else {
      chunk.voice = ed_voice(main);
    }
  }

  /// "supplied": the past of a subject's verb, or a participle that describes the noun before.
  Voice ed_voice(std::size_t main) const {
    const std::uint32_t kinds = pieces_[main].kinds;
    const bool bare_form = (kinds & kBase) != 0;  // "forbid", "cut", "set": the present as well
    if (bare_form && main > 0 && pieces_[main - 1].tag == Tag::noun && opens_phrase(main + 1))
      return Voice::active;
    if ((kinds & kPast) == 0) return Voice::participle;
    if ((kinds & kParticiple) == 0) return Voice::active;
    if (is(main + 1, "by") || is(main + 1, "from") || main == 0) return Voice::participle;
    if (opens_phrase(main + 1) || is(main + 1, "that") ||
        (main + 1 < pieces_.size() && quantity_at(main + 1) != nullptr)) {
      // "shells supplied last year": a date is no object; those are Tag::date and open nothing
      return Voice::active;
    }
    if ((kinds & kIntransitive) != 0 && main > 0 && pieces_[main - 1].tag != Tag::punctuation)
      return Voice::active;  // "soldiers arrived in May": nobody arrives them
    std::size_t left = main;
    while (left > 0 && pieces_[left - 1].tag == Tag::adverb) --left;
    if (left > 0 && in_relative(left)) return Voice::active;  // "which the government then shipped"
    const Piece& before = pieces_[main - 1];
    if ((kinds & kSay) != 0 &&
        (before.tag == Tag::noun || before.tag == Tag::pronoun || before.folded == ")" ||
         before.folded == "]" || before.tag == Tag::adverb)) {
      return Voice::active;  // "…, the report said."
    }
    if (before.folded == "\"" || before.folded == ",") {
      if ((kinds & kSay) != 0 && opens_phrase(main + 1))
        return Voice::active;  // "…," said the ministry
    }
    if (before.tag == Tag::punctuation) return Voice::participle;
    if (holds<Weapon>(before)) return Voice::participle;
    if (is_name(before) || before.tag == Tag::pronoun || before.tag == Tag::relative)
      return Voice::active;
    // no finite verb elsewhere in the sentence: this is it
    for (std::size_t k = 0; k < pieces_.size(); ++k) {
      if (k == main) continue;
      const Tag tag = pieces_[k].tag;
      if (tag == Tag::auxiliary || tag == Tag::modal) return Voice::participle;
      if (tag == Tag::verb && (pieces_[k].kinds & (kPast | kThird)) != 0) return Voice::participle;
    }
    return Voice::active;
  }

  /// Whether pieces before `end` are a noun phrase right behind a relative pronoun.
  bool in_relative(std::size_t end) const {
    std::size_t i = end;
    while (i > 0 &&
           (pieces_[i - 1].tag == Tag::noun || pieces_[i - 1].tag == Tag::adjective ||
            pieces_[i - 1].tag == Tag::determiner || pieces_[i - 1].tag == Tag::possessive ||
            pieces_[i - 1].tag == Tag::number || is(i - 1, "and"))) {
      --i;
    }
    return i > 0 && i <= end && pieces_[i - 1].tag == Tag::relative;
  }

  // ---- Phrases.
  bool starts_phrase(std::size_t i) const {
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

  const Mention* quantity_at(std::size_t i) const {
    for (const Mention& mention : reading_.mentions) {
      if (std::holds_alternative<Quantity>(mention.value) &&
          mention.span.begin == pieces_[i].span.begin) {
        return &mention;
      }
    }
    return nullptr;
  }

  bool in_phrase(std::size_t i) const {
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

  std::size_t phrase(std::size_t i) {
    Chunk chunk;
    chunk.kind = ChunkKind::phrase;
    chunk.first = pieces_[i].first;
    const std::size_t begin = i;
    if (pieces_[i].tag == Tag::pronoun) {
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
    chunk.negative = is(begin, "no") || is(begin, "neither");
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
    chunks_.push_back(std::move(chunk));
    return end;
  }

  bool is_number_piece(std::size_t i) const { return pieces_[i].tag == Tag::number; }
  bool ends_in_name(std::size_t i) const {
    return holds<Country>(pieces_[i]) && pieces_[i].tag == Tag::noun;
  }
  /// The piece after a quantity is outside its phrase: a verb-like or adverbial word.
  bool closes(std::size_t i, const Mention& quantity) const {
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
  bool names_follow(std::size_t i) const {
    const Piece* next = at(i + 1);
    return next != nullptr &&
           (next->tag == Tag::noun || next->tag == Tag::possessive || is(i + 1, "-"));
  }

  void set_owner(Chunk& chunk, std::size_t begin, std::size_t end) {
    for (std::size_t k = end; k > begin; --k) {
      const Piece& piece = pieces_[k - 1];
      if (auto named = named_by(piece)) {
        chunk.owner = named;
        chunk.owner_is_adjective = false;
        return;
      }
    }
  }

  std::optional<Named> named_by(const Piece& piece) const {
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

  std::string country_name(const std::string& iso2) const { return grammar_.country(iso2).name; }

  void read_phrase(Chunk& chunk, std::size_t begin, std::size_t end) {
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
            (is(k + 2, "owned") || is(k + 2, "made") || is(k + 2, "built") ||
             is(k + 2, "operated") || is(k + 2, "flagged") || is(k + 2, "supplied"));
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

  void read_head(Chunk& chunk, std::size_t begin, std::size_t end) {
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
        return;
      }
      chunk.party = named_by(last);
      // "U.S. officials" style bodies belong to their country
      if (chunk.owner && chunk.owner->party.iso2.empty()) chunk.owner.reset();
      return;
    }
    classify(chunk, begin, end, chunk.item_class, chunk.item_id);
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
          if (piece.mention != nullptr || (!t.capital && t.folded != "-" && !t.glued) || title)
            break;
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

  /// "the vessel Port Olya 3", "the tankers Fortune": a name behind the word for what it is.
  void classify_named(Chunk& chunk, std::size_t begin, std::size_t end) const {
    std::size_t name = end;
    while (name > begin && pieces_[name - 1].mention == nullptr &&
           (token(pieces_[name - 1].first).capital || pieces_[name - 1].tag == Tag::number ||
            token(pieces_[name - 1].first).glued)) {
      --name;
    }
    if (name == end || name == begin || pieces_[name - 1].mention != nullptr) return;
    std::string klass;
    std::string id;
    classify(chunk, begin, name, klass, id);
    if (klass != "vehicle") return;
    chunk.item_class = klass;
    chunk.item_id = id;
  }

  /// Class and id of a phrase from its longest known tail: "military supplies", "supplies".
  void classify(const Chunk& chunk, std::size_t begin, std::size_t end, std::string& klass,
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
    (void)chunk;
  }

  /// Nouns that only measure or portion what follows `of`, and bodies or reports that belong to it.
  bool draws_of(const Chunk& chunk) const {
    if (chunk.item_class == "deed" || chunk.item_class == "document" || chunk.party) return false;
    if (is_deed(chunk)) return false;
    return true;
  }

  bool is_deed(const Chunk& chunk) const {
    return !grammar_.frames("noun", chunk.lemma).empty() ||
           !grammar_.frames("noun", chunk.head).empty();
  }

  std::size_t draw_of(Chunk& chunk, std::size_t i, std::size_t end) {
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
    classify(chunk, noun_begin, i, chunk.of_class, chunk.of_id);
    if (chunk.of_weapon != nullptr && chunk.of_class.empty()) chunk.of_class = "arms";
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

  /// Whether `and X` after "containers of Y" still belongs to the complement: not when X is itself
  /// followed by a verb or counted.
  bool joins(const Chunk& chunk, std::size_t i) const {
    std::size_t k = i;
    while (k < pieces_.size() && in_phrase(k)) ++k;
    if (k < pieces_.size() && (pieces_[k].tag == Tag::verb || pieces_[k].tag == Tag::auxiliary ||
                               pieces_[k].tag == Tag::modal)) {
      // "containers of A and B were sent": both belong to the containers
      return chunk.quantity != nullptr;
    }
    return true;
  }

  std::size_t date(std::size_t i) {
    Chunk chunk;
    chunk.kind = ChunkKind::date;
    chunk.first = pieces_[i].first;
    chunk.last = pieces_[i].last;
    chunk.span = pieces_[i].span;
    chunk.date = pieces_[i].mention;
    chunks_.push_back(std::move(chunk));
    return i + 1;
  }

  std::size_t word(std::size_t i) {
    const std::size_t taken = std::max<std::size_t>(1, phrase_words(i));
    std::string text;
    for (std::size_t k = i; k < i + taken; ++k) {
      if (!text.empty()) text += ' ';
      text += pieces_[k].folded;
    }
    Chunk chunk;
    chunk.kind = ChunkKind::word;
    chunk.first = pieces_[i].first;
    chunk.last = pieces_[i + taken - 1].last;
    chunk.span = {pieces_[i].span.begin, pieces_[i + taken - 1].span.end};
    chunk.word = text;
    chunks_.push_back(std::move(chunk));
    return i + taken;
  }

  /// Prepositions and conjunctions of several words are one: "as well as", "because of"; returns how
  /// many pieces such a phrase takes at i, or 0.
  std::size_t phrase_words(std::size_t i) const {
    static constexpr std::string_view kPhrases[] = {
        "as well as",     "in addition to",  "along with",    "such as",       "according to",
        "in return for",  "in exchange for", "because of",    "due to",        "instead of",
        "rather than",    "on board",        "by means of",   "on behalf of",  "in accordance with",
        "as part of",     "in violation of", "in support of", "together with", "apart from",
        "aside from",     "up to",           "no longer",     "once again",    "rather than",
        "on top of",      "as of",           "ahead of",      "in front of",   "with respect to",
        "in response to", "among them",      "among these"};
    for (const std::string_view phrase : kPhrases) {
      if (!phrase.starts_with(pieces_[i].folded)) continue;
      std::string words;
      std::size_t k = i;
      while (k < pieces_.size() && words.size() < phrase.size()) {
        if (!words.empty()) words += ' ';
        words += pieces_[k].folded;
        ++k;
      }
      if (words == phrase) return k - i;
    }
    return 0;
  }

  const Grammar& grammar_;
  const Lexicons& lexicons_;
  const Vocabulary& vocabulary_;
  const Document& doc_;
  const Reading& reading_;
  std::vector<Piece> pieces_;
  std::vector<Chunk> chunks_;
};

}  // namespace

std::string print(const Document& doc, const Chunk& chunk) {
  static constexpr std::string_view kVoices[] = {"",           "active", "passive",
                                                 "participle", "gerund", "infinitive"};
  const std::string text = quote(doc, chunk.span);
  switch (chunk.kind) {
    case ChunkKind::word:
      return chunk.word;
    case ChunkKind::date:
      return "{" + text + "}";
    case ChunkKind::verb: {
      std::string out = "<" + text + ":";
      for (const std::string& lemma : chunk.chain) out += " " + lemma + " +";
      return out + " " + chunk.lemma + ", " +
             std::string(kVoices[static_cast<std::size_t>(chunk.voice)]) +
             (chunk.negated ? ", negated" : "") + ">";
    }
    case ChunkKind::phrase:
      break;
  }
  std::string notes;
  const auto note = [&](std::string_view what) {
    notes += notes.empty() ? ": " : ", ";
    notes += what;
  };
  if (chunk.party)
    note(chunk.party->party.iso2.empty() ? chunk.party->party.name : chunk.party->party.iso2);
  if (chunk.person) note("person");
  if (chunk.owner)
    note("of " +
         (chunk.owner->party.iso2.empty() ? chunk.owner->party.name : chunk.owner->party.iso2));
  if (!chunk.item_class.empty())
    note(chunk.item_class + (chunk.item_id.empty() ? "" : "/" + chunk.item_id));
  if (!chunk.of_class.empty()) note("of " + chunk.of_class);
  if (chunk.quantity != nullptr) note(msmt::print(chunk.quantity->value));
  if (chunk.weapon != nullptr) note(msmt::print(chunk.weapon->value));
  return "[" + text + notes + "]";
}

std::vector<Chunk> chunk(const Grammar& grammar, const Lexicons& lexicons,
                         const Vocabulary& vocabulary, const Document& doc,
                         const Reading& reading) {
  return Chunker(grammar, lexicons, vocabulary, doc, reading).run();
}

}  // namespace msmt
