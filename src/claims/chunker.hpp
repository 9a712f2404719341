/// Chunker: one sentence cut into chunks, in three steps.
///
/// pieces.cpp cuts the sentence into pieces (a token, or a mention taken as one), tagger.cpp and the
/// questions in verb_*.cpp say what part of speech each is; verb_group.cpp and noun_chunk.cpp put pieces
/// together; chunk.cpp runs them.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/chunk.hpp"

namespace msmt {

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
  std::vector<Chunk> run();
  /// "fighters" are people, not aircraft, where a deed is done to them that only people suffer, and
  /// where they are more than any air force would send.
  bool fights(std::size_t c) const;
  static void enlist(Chunk& chunk);

 private:
  const Token& token(std::size_t index) const { return reading_.tokens[index]; }
  const Piece* at(std::size_t index) const {
    return index < pieces_.size() ? &pieces_[index] : nullptr;
  }
  bool is(std::size_t index, std::string_view word) const {
    return index < pieces_.size() && pieces_[index].folded == word &&
           pieces_[index].mention == nullptr;
  }
  static int rank(const Value& value);
  void cut();
  /// "late on Monday": a word that belongs to the date behind it, and is no piece of its own.
  bool leads_date(std::size_t t) const;
  /// Ends of terms of several words, plural: no verb although the form could be one.
  void mark_terms();
  template <class T>
  bool holds(const Piece& piece) const {
    return piece.mention != nullptr && std::holds_alternative<T>(piece.mention->value);
  }
  bool is_name(const Piece& piece) const;
  /// Whether piece i could begin or go on with an object: a determiner, number, noun or name.
  bool opens_phrase(std::size_t i) const;
  /// "the most advanced", "its least used": whether piece i makes an adjective of the one behind it.
  bool grades(std::size_t i) const;
  /// ""popular" groups": whether the quotation mark at piece i opens words before a plural noun.
  bool opens_quoted_word(std::size_t i) const;
  /// "money", "fuel": a noun that is an object without an article.
  bool is_mass(std::size_t i) const;
  /// A finite verb is likely here: the piece before is a subject.
  bool after_subject(std::size_t i) const;
  /// A sentence without a finite verb has one that was taken for a noun: "Resolution 2397, which the
  /// Council adopted, limits imports". Words of a relative clause do not count.
  void find_main_verb();
  /// The same for the clause from piece `from` on.
  void find_main_verb(std::size_t from);
  /// "forbid arms, cap deliveries and require the return": a list of verbs of one form around piece i.
  bool in_verb_series(std::size_t i, std::uint32_t form) const;
  /// "continues to arm, train and pay": whether piece i is a bare verb between two others.
  bool in_bare_series(std::size_t i) const;
  /// "will send tanks and train its soldiers": whether piece i is a bare verb that goes on from a modal.
  bool goes_on_from_modal(std::size_t i) const;
  /// "lowered the cap and banned imports": whether piece i goes on from a verb in the past with a rule on trade.
  bool goes_on_with_rule(std::size_t i) const;
  /// Whether another bare verb closes the series behind piece i.
  bool in_bare_series_behind(std::size_t i) const;
  /// "A law passed in 2019 bans exports": a participle behind its noun, or the verb of the sentence.
  bool may_be_reduced(std::size_t i) const;
  /// reduced: the participle between subject and verb, or the number of pieces.
  bool may_be_main_verb(std::size_t i, std::size_t reduced) const;
  /// "…, Western officials estimate.": the first piece of the phrase of who says what stands before, with the verb at
  /// piece i; i for none.
  std::size_t begin_of_speaker(std::size_t i) const;
  /// "EU rules ban exports": a noun, though it could be a verb.
  bool bans_follow(std::size_t i) const;
  Tag tag(std::size_t i) const;
  Tag tag_before(std::size_t i) const { return i > 0 ? pieces_[i - 1].tag : Tag::punctuation; }
  Tag tag_of_mention(const Piece& piece) const;
  // The questions of tag(), in their order; each says what piece i is, or nothing.
  /// "'s", "12", "$", "how to": by the token itself, whatever its word class.
  std::optional<Tag> by_mark(std::size_t i) const;
  /// "may", "not", "has", and names and adverbs that only look like them: "May", "not only".
  std::optional<Tag> by_auxiliary(std::size_t i) const;
  std::optional<Tag> by_relative(std::size_t i) const;
  /// "fired that missile at Kyiv": `that` at piece i begins no clause.
  bool points_at_thing(std::size_t i) const;
  /// "the", "three", and "both", "most of", which are none before some words: "have both denied".
  std::optional<Tag> by_determiner(std::size_t i) const;
  /// "it", but not "IT workers" nor "the panel itself".
  std::optional<Tag> by_pronoun(std::size_t i) const;
  /// "has yet to sign", "were first sent": adverbs that another word class would claim.
  std::optional<Tag> by_adverb(std::size_t i) const;
  /// Whether a clause with a subject of its own stands behind the next comma.
  bool goes_on_behind_comma(std::size_t i) const;
  /// "the hiring of", but not "monitoring the border".
  bool gerund_is_noun(std::size_t i) const;
  /// "including", "of", "and": a preposition or a conjunction.
  std::optional<Tag> by_link(std::size_t i) const;
  /// "No Kwang-chol", "No Kwang Chol": a family name, and no determiner.
  bool names_no(std::size_t i) const;
  /// "Arms worth $40 million [reached] Oman": whether the sum before piece i is what goods are worth.
  bool closes_worth(std::size_t i) const;
  /// Whether the words before piece i are a sum of money that ends there: "$1.2 billion looted".
  bool ends_sum(std::size_t i) const;
  /// Whether a comma ends an aside that began behind a noun: ", as it is known,", ", which …,".
  bool closes_aside(std::size_t comma) const;
  Tag verb_or_noun(std::size_t i, std::uint32_t kinds, bool nounish, const Piece* before,
                   Tag before_tag) const;
  /// A word that can be a verb, with what the questions of verb_or_noun.cpp ask for.
  struct Spot {
    std::size_t i;
    std::uint32_t kinds;
    bool nounish;         ///< it can be a noun as well
    const Piece* before;  ///< nullptr at the start
    Tag before_tag;
    bool base = false;
    bool third = false;
    bool ed = false;  ///< past or participle
    bool gerund = false;
    bool numbered_name = false;  ///< behind "Resolution 661"
    bool in_phrase = false;      ///< behind a determiner, an adjective or a number
  };
  // Each says what the word is, or nothing where it cannot tell.
  std::optional<Tag> by_word_before(const Spot& spot) const;
  std::optional<Tag> by_form(const Spot& spot) const;
  /// "received training", "began training", "the hiring of": a form in -ing.
  Tag tag_of_gerund(const Spot& spot) const;
  /// "refined petroleum", "the two signed a pact": a form that is past or participle, and no present.
  Tag tag_of_ed(const Spot& spot) const;
  /// "the shells that Russia launches are Iranian": the verb of a relative clause behind its subject.
  bool closes_its_relative(const Spot& spot) const;
  /// "Kim Jong-un, left, exchange", "Kim Jong-un (R) exchange": the piece before an aside of a caption that
  /// piece i closes, else i.
  std::size_t before_caption(std::size_t i) const;
  /// "Kim Jong-un": whether piece i ends a name of several words.
  bool ends_full_name(std::size_t i) const;
  /// "soldiers", "Nepalis": whether piece i ends a noun for people in the plural.
  bool is_people(std::size_t i) const;
  /// Whether piece i is a verb of what people do: "guard", "work".
  bool done_by_people(std::size_t i) const;
  /// Whether the verb at piece i can have a taker and goods behind it: "gave Peru helicopters".
  bool gives_goods(std::size_t i) const;
  /// A noun phrase without determiner or number begins at piece i: "Peruvian drones".
  bool opens_bare_phrase(std::size_t i) const;
  /// "sent refurbished tanks", "with badly needed shells": a participle of the noun behind it.
  bool premodifies(std::size_t i) const;
  std::optional<Tag> by_saying(const Spot& spot) const;
  std::optional<Tag> by_neighbours(const Spot& spot) const;
  std::optional<Tag> by_idiom(const Spot& spot) const;
  std::optional<Tag> by_phrase(const Spot& spot) const;
  /// "Seoul, Warsaw sign", "Togo and Benin host": whether piece i stands behind two states of a headline, which a comma
  /// joins, or a list of names with an object ahead.
  bool behind_listed_states(std::size_t i) const;
  /// "rebels fire rockets at": whether piece i is what fighters do.
  bool fires_at(std::size_t i) const;
  std::optional<Tag> by_subject(const Spot& spot) const;
  bool starts_verb(std::size_t i) const;
  /// Base form of an auxiliary, short forms included: "'ve", "'re".
  std::string_view auxiliary(std::string_view word) const;
  /// The first piece behind an aside between commas that parts an auxiliary from its verb: "has,
  /// however, sent"; i itself for none.
  std::size_t past_adverb_aside(std::size_t i) const;
  /// Adverbial idioms become one adverb: "has for its part handed over", "has so far sent".
  void join_idioms();
  /// "test-fired", "re-exports": a verb of the table that is written with a hyphen.
  void join_hyphened_verbs();
  /// "the 2015 nuclear deal": the article belongs to the noun behind the year.
  void join_dated_nouns();
  /// "Iranian, Turkish and Chinese drones": one phrase, whose drones are of all.
  void join_adjectives_of_states();
  /// "the Security Council (UNSC) sanctions": one phrase, whose owner has its short name in brackets.
  void join_short_names();
  /// Gives counts that lean on a noun before them its class: "more than 6,000 of which".
  void lean_on_antecedents();
  /// Semicolons between the items of a list become commas: "20 tanks; 14 howitzers; and 200 missiles".
  void part_lists();
  /// Negates the verbs that share the negation of the verb before: "neither bought nor sold".
  void share_negations();
  /// Joins a bare "has" with the participle that an aside parts from it: "has for two years blocked".
  void join_split_perfects();
  /// Makes passive the participles that share the auxiliary of the verb before: "were bought and shipped".
  void share_passives();
  /// Joins a verb of belief with what is believed over who believes it: "are believed by the panel to be deployed".
  void join_believed();
  /// A headline puts what will be done as an infinitive: "Norway to send 40 howitzers to Kenya".
  void read_headline();
  /// The goods or people before a part that has no noun of its own; the number of chunks for none.
  std::size_t antecedent_of(std::size_t part, bool person) const;
  bool is_chain(std::string_view lemma) const { return !grammar_.cue("chain", lemma).empty(); }
  std::size_t verb(std::size_t i);
  /// A verb group while it is read.
  struct Group {
    std::size_t begin;
    std::size_t main;  ///< the verb that says the deed; the number of pieces for none yet
    std::size_t end;
    bool to = false;
    bool be = false;
    bool have = false;
    bool finite = false;
  };
  /// "has not yet begun to send": takes the words of a group one by one, to the last that fits.
  void read_group(Chunk& chunk, Group& group);
  // Each takes the word into the group; false where the group ends before it.
  bool take_infinitive(Chunk& chunk, Group& group, std::size_t i);
  /// "has recently mentioned", said it has "been sharing data": piece i parts an auxiliary from its verb.
  bool passes(std::size_t i) const;
  /// "said it has "been sharing data"": whether a group goes on behind the quotation mark at piece i.
  bool goes_on_in_quotes(std::size_t i) const;
  /// "gave Pakistani officers training in": whether piece i is what people right before it are given.
  bool is_given_to_people(std::size_t i) const;
  /// "Iran ships drones": whether the word on -s at piece i is a verb, with goods right behind it.
  bool takes_goods(std::size_t i) const;
  /// "Rules of the Commerce Department bar": whether piece i closes a plural subject that opens the sentence.
  bool ends_plural_subject(std::size_t i) const;
  /// "Cuba has nurses …": whether the first verb before piece i is one in the present, of one.
  bool in_present(std::size_t i) const;
  /// "help train the army": whether the piece is the verb that a bare infinitive and its object follow.
  bool helps_do(std::size_t i) const;
  /// "training, advising and equipping the army": whether piece i is the first of gerunds that share an object.
  bool joins_gerunds(std::size_t i) const;
  /// "86 jets, all of them sold to Mali": whether the verb at piece `main` says of a part what befell it.
  bool behind_apposed_part(std::size_t main) const;
  /// "has denied the charge but vowed to reply", "that Libya bought from Russia and passed on": whether piece
  /// `main` has the subject of the finite verb before it.
  bool goes_on_from_finite(std::size_t main) const;
  /// "30 trucks sent to Niger": a headline that leaves "were" out.
  bool is_clipped_passive(std::size_t main) const;
  /// "announced Tuesday included": whether a date parts the verb at piece `main` from a finite one.
  bool parted_by_date(std::size_t main) const;
  /// "Ada Perez": whether two words of a name end right before piece i.
  bool person_before(std::size_t i) const;
  bool take_auxiliary(Chunk& chunk, Group& group, const Piece& piece);
  bool take_main(Chunk& chunk, Group& group, std::size_t i);
  /// "is", "has": a group whose only verb is an auxiliary.
  void read_lone_auxiliary(Chunk& chunk, std::size_t begin, std::size_t end, bool to) const;
  /// "handed over", "passed on", "set up": whether piece i is the particle of the verb before it.
  bool takes_particle(const Chunk& chunk, std::size_t i) const;
  void push_chain(Chunk& chunk, bool be);
  /// An adverb belongs to a group when a verb of it still follows.
  bool adverb_inside(std::size_t i, bool has_main) const;
  void set_voice(Chunk& chunk, std::size_t main, bool be, bool have, bool finite, bool to) const;
  /// "supplied": the past of a subject's verb, or a participle that describes the noun before.
  Voice ed_voice(std::size_t main) const;
  // The questions of ed_voice(), in their order.
  /// "rules forbid arms", "left for Kursk", "turned up": no participle where it stands.
  bool is_finite_form(std::size_t main) const;
  /// "unveiled a new rocket called the Simba": the verb names a thing that another verb has before it.
  bool gives_name(std::size_t main) const;
  /// "supplied by", "handed over 7,000 rifles", "arrived in May": by what stands beside it.
  std::optional<Voice> voice_by_object(std::size_t main) const;
  /// "They also named", "…, the report said": by who would be its subject, foremost of saying; main > 0.
  std::optional<Voice> voice_by_speaker(std::size_t main) const;
  /// "Russia supplied", "the shells supplied": by the piece before and the rest of the clause; main > 0.
  Voice voice_by_subject(std::size_t main) const;
  /// `Pyongyang "transferred to Russia at least 100 missiles"`: the quotation begins with the verb.
  bool opens_quoted_verb(std::size_t main) const;
  /// "Turkey answered by closing the strait": a verb of its own, and no participle.
  bool answers_by_deed(std::size_t main) const;
  /// "handed over 7,000 rifles": the object stands behind the particle.
  bool counts_behind_particle(std::size_t main) const;
  /// "turn up", "end up": a verb with its particle to which no frame gives an object.
  bool never_takes_object(std::size_t main) const;
  /// "MINUSMA, the UN mission, closed down in 2023": a body ends, and no other verb is its own.
  bool ends_alone(std::size_t main) const;
  /// "Russia (a member of the Council) pushed": the piece before brackets that piece i closes, else i.
  std::size_t before_brackets(std::size_t i) const;
  /// "aircraft operated by Syria used for arms sales": the name before the verb only says by whom.
  bool behind_agent(std::size_t main) const;
  /// Whether the sentence has a finite verb besides the one at `main`.
  bool finite_elsewhere(std::size_t main) const;
  /// Whether a comma ends a relative clause behind a noun before any verb: "The jets, which Algeria ordered,
  /// arrived".
  bool closes_relative(std::size_t comma) const;
  /// Whether a comma ends an aside without a verb: "A second, of 3,000 men, followed".
  bool pairs_comma(std::size_t comma) const;
  /// "Nine countries, among them Italy,": the comma ends an aside that names some of them.
  bool ends_aside(std::size_t comma) const;
  /// "announced in Pyongyang that Kim would …": what is said follows further on.
  bool says_later(std::size_t main) const;
  /// Whether a comma closes an aside with a participle behind the sentence's subject.
  bool ends_participle_aside(std::size_t comma) const;
  /// Whether pieces before `end` are a noun phrase right behind a relative pronoun.
  bool in_relative(std::size_t end) const;
  bool starts_phrase(std::size_t i) const;
  /// "were capped at 4 million barrels": the words that bend the count before piece i are a verb of their
  /// own.
  bool verb_bends(const Mention& count, std::size_t i) const;
  const Mention* quantity_at(std::size_t i) const;
  bool in_phrase(std::size_t i) const;
  std::size_t phrase(std::size_t i);
  std::size_t pronoun_phrase(std::size_t i);
  /// "these shells", "no fewer than three": what the first word says of the whole phrase.
  void read_determiner(Chunk& chunk, std::size_t begin) const;
  /// The pieces that a phrase takes while it is read.
  struct Extent {
    std::size_t begin;
    std::size_t head_begin;  ///< behind the last possessive
    std::size_t end;
    bool over = false;  ///< nothing more can follow
  };
  /// How far the words and the count of a phrase reach; "of munitions" is not yet part of them.
  Extent extent_of(Chunk& chunk, std::size_t begin);
  /// "more than 20,000 containers": moves `extent` behind a count at its end; false for none.
  bool take_count(Chunk& chunk, Extent& extent) const;
  /// "the so-called fleet", a "defensive" missile: how many pieces stand between words of a phrase.
  std::size_t words_of_inset(std::size_t begin, std::size_t end) const;
  /// "private and state-owned companies": whether the "and" at piece `joint` joins words that describe one noun.
  bool joins_adjectives(std::size_t joint) const;
  /// Whether piece `end` is still of the phrase: "the newly built ships", not "shells Russia wanted".
  bool goes_on(std::size_t begin, std::size_t end) const;
  /// "trained officers": whether pieces [begin, end), right behind a verb, close with people in the plural.
  bool ends_in_people(std::size_t begin, std::size_t end) const;
  /// "gave the army trucks to Chad": whether "to" stands behind the phrase that goes on at piece i.
  bool goes_on_to(std::size_t i) const;
  /// "gave [the group] [surface-to-air missiles]": whether arms at piece `end` are what the phrase at `begin` is given.
  bool is_second_object(std::size_t begin, std::size_t end) const;
  /// "gave", "sold": whether the verb at a piece can have who takes as its object, and goods behind.
  bool takes_two_objects(std::size_t verb) const;
  /// "500,000 barrels a year": how many pieces say what time a count is for.
  std::size_t words_of_rate(const Chunk& chunk, std::size_t end) const;
  void end_phrase(Chunk& chunk, std::size_t end) const;
  /// "goods worth $1 billion": takes the sum as the count; returns where the phrase ends.
  std::size_t take_worth(Chunk& chunk, std::size_t end) const;
  /// "containers of munitions", "dollars' worth of oil"; returns where the phrase ends.
  std::size_t take_of(Chunk& chunk, std::size_t end);
  /// "exceeded one million barrels": a count that begins at the verb before.
  void take_bent_count(Chunk& chunk, std::size_t begin) const;
  /// Whether a unit of this dimension of units.tsv is what the quantity counts: "money", "length".
  bool counts_in(const Mention* quantity, std::string_view dimension) const;
  /// "a 300 km missile": whether the count at `begin`, before a noun, tells how large one of them is.
  bool describes_size(std::size_t begin, const Mention& quantity) const;
  bool is_number_piece(std::size_t i) const { return pieces_[i].tag == Tag::number; }
  /// "a system similar to", "the team responsible for": an adjective behind its noun.
  bool stands_behind(std::size_t i) const;
  /// "none of the jets", "most of its rockets": a word that takes a part of what follows.
  bool portions(std::size_t i) const;
  bool ends_in_name(std::size_t i) const;
  /// The piece after a quantity is outside its phrase: a verb-like or adverbial word.
  bool closes(std::size_t i, const Mention& quantity) const;
  bool names_follow(std::size_t i) const;
  void set_owner(Chunk& chunk, std::size_t begin, std::size_t end);
  std::optional<Named> named_by(const Piece& piece) const;
  std::string country_name(const std::string& iso2) const { return grammar_.country(iso2).name; }
  void read_phrase(Chunk& chunk, std::size_t begin, std::size_t end);
  void read_head(Chunk& chunk, std::size_t begin, std::size_t end);
  /// "some Nepalis", "many Filipinos": people of a state that nobody has counted
  bool names_some(const Chunk& chunk) const;
  void read_country_head(Chunk& chunk, const Piece& last) const;
  /// "its air force", "two US Navy Seals", "the Foreign Ministry": an organization or a unit.
  void read_body_head(Chunk& chunk, const Piece& last) const;
  /// "missile data" is no weapon, "the jets" are: whether the weapon inside a phrase is its head.
  /// "the first S-400 regiment": a unit of a system that is handed over as a whole; makes it one of arms.
  static bool names_unit_of_system(Chunk& chunk);
  static void settle_weapon(Chunk& chunk);
  /// "Russian President Vladimir Putin": capitalised words that are no place.
  bool names_person(const Chunk& chunk, std::size_t begin, std::size_t end) const;
  /// "IT Worker Schemes Defraud US Firms": whether each word of a headline has a capital, names or not.
  bool all_capitalised() const;
  /// Makes the phrase a person, and its party the name without the title: "Vladimir Putin".
  void set_person(Chunk& chunk, std::size_t begin, std::size_t end) const;
  /// "ANNA BERG: He shows it off": a name that only says who speaks in a transcript.
  bool labels_speech(std::size_t begin, std::size_t end) const;
  /// "the vessel Port Olya 3", "the tankers Fortune": a name behind the word for what it is.
  void classify_named(Chunk& chunk, std::size_t begin, std::size_t end) const;
  /// Class and id of a phrase from its longest known tail: "military supplies", "supplies".
  void classify(std::size_t begin, std::size_t end, std::string& klass, std::string& id) const;
  /// Nouns that only measure or portion what follows `of`, and bodies or reports that belong to it.
  bool draws_of(const Chunk& chunk) const;
  bool is_deed(const Chunk& chunk) const;
  /// "robbed crypto firms of $3 billion": the sum at piece i is what the verb takes, and not the firms'.
  bool robs_of(std::size_t i) const;
  std::size_t draw_of(Chunk& chunk, std::size_t i, std::size_t end);
  /// "of [100 rockets] fired": behind the last piece that `of` draws in; `begin` for none.
  std::size_t end_of_drawn(const Chunk& chunk, std::size_t begin) const;
  void take_drawn_names(Chunk& chunk) const;
  /// "dozens of Russian soldiers": whose the things are that `of` draws in.
  void set_drawn_owner(Chunk& chunk, std::size_t begin, std::size_t end) const;
  void classify_drawn(Chunk& chunk, std::size_t begin, std::size_t end) const;
  /// "the government of Iran": the party at the end of what `of` draws in.
  void set_drawn_party(Chunk& chunk, const Piece& last) const;
  /// Whether `and X` after "containers of Y" still belongs to the complement: not when X is itself
  /// followed by a verb or counted.
  bool joins(const Chunk& chunk, std::size_t i) const;
  std::size_t date(std::size_t i);
  std::size_t word(std::size_t i);
  /// Prepositions and conjunctions of several words are one: "as well as", "because of"; returns how
  /// many pieces such a phrase takes at i, or 0.
  std::size_t phrase_words(std::size_t i) const;

  const Grammar& grammar_;
  const Lexicons& lexicons_;
  const Vocabulary& vocabulary_;
  const Document& doc_;
  const Reading& reading_;
  std::vector<Piece> pieces_;
  std::deque<std::string> hyphened_;  ///< owns the words that pieces of several tokens look at
  std::vector<Chunk> chunks_;
};

}  // namespace msmt
