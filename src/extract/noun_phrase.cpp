#include "extract/noun_phrase.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "extract/noun_list.hpp"
#include "extract/noun_unit.hpp"
#include "extract/noun_words.hpp"

namespace msmt {

namespace {

// "600 dead", "12 others": they stand for those counted and name nothing.
constexpr std::string_view kNoNouns[] = {"dead",       "more",    "fewer",   "less",
                                         "injured",    "missing", "such",    "hurt",
                                         "abstaining", "strong",  "straight"};
// … and those that stand before no noun either.
constexpr std::string_view kPronouns[] = {"others", "ones", "apiece"};

/// "National Advanced Surface-to-Air Missile Systems": a name whose last words say what it is.
bool ends_in_class(const Scene& scene, const Term& item) {
  const Gazetteer& classes = scene.lexicons.gazetteer("weapon_classes");
  const std::size_t end = item.first + item.count;
  for (std::size_t t = item.first + 1; t < end; ++t) {
    const auto hit = classes.match(scene.doc, scene.tokens, t);
    if (hit && t + hit->tokens == end) return true;
  }
  return false;
}

bool is_no_noun(std::string_view word) {
  return std::find(std::begin(kNoNouns), std::end(kNoNouns), word) != std::end(kNoNouns);
}

/// "the only one Chad has signed", "of the two Peru chose": a state by its name is not counted.
bool is_state(const Term& item) {
  if (item.mark != "country") return false;
  const std::string& form = std::get<Country>(item.mention->value).form;
  return form == "name" || form == "capital";
}

/// "a game", "a night": what a rate is of.
bool is_turn(const Scene& scene, std::size_t item) {
  static constexpr std::string_view kTurns[] = {"game", "match", "start", "round", "season"};
  const std::string_view word = word_at(scene, item);
  const auto unit = scene.vocabulary.unit(word);
  return (unit && unit->dimension == "time") ||
         std::find(std::begin(kTurns), std::end(kTurns), word) != std::end(kTurns);
}

/// Walks from a number to the head of what it counts.
class HeadFinder {
 public:
  HeadFinder(const Scene& scene, ItemRange range)
      : scene_(scene), range_(range), head_(range.end) {}

  CountedNoun run() && {
    for (at_ = range_.begin; at_ < range_.end && !compound_; ++at_) {
      if (!go_on()) break;
    }
    if (compound_) return std::move(*compound_);
    end_at_verb();
    if (!has_head() || (spelled() && is_state(scene_.items[head_]))) return {};
    if (!designation_.empty() && head_ == designation_.begin) return designated();
    if (designation_.empty()) head_ = head_further_on(scene_, head_, plural_);
    return headed();
  }

 private:
  /// "one analyst said Iran sent drones": a count of one ends before the verb, if the noun behind that
  /// is in the plural; but "one laser guided bomb".
  void end_at_verb() {
    const std::string_view number = range_.begin > 0 ? word_at(scene_, range_.begin - 1) : "";
    if ((number != "one" && number != "1") || !plural_ || !before_verb_) return;
    head_ = *before_verb_;
    plural_ = false;
  }
  /// "one", "two"; but "10 Downing Street"
  bool spelled() const {
    return range_.begin > 0 &&
           scene_.tokens[scene_.items[range_.begin - 1].first].kind == TokenKind::word;
  }
  bool has_head() const { return head_ != range_.end; }
  const Term& item() const { return scene_.items[at_]; }
  const Token& token() const { return scene_.tokens[item().first]; }

  void set_head(bool plural) {
    head_ = at_;
    plural_ = plural;
  }

  // Each of these reads the item at at_; false where the phrase has ended before it.

  bool go_on() {
    const bool named = has_head() && scene_.items[head_].mark == "weapon";
    if (token().folded == "\"" && !plural_ && !named) return true;  // 29 "laptop farms"
    // "the Mk-81 250-pound bombs": behind a name, how large what it names is
    if (has_head() && !plural_ && scene_.items[head_].mark == "weapon" && at_ + 3 < range_.end &&
        token().kind == TokenKind::number && word_at(scene_, at_ + 1) == "-") {
      at_ += 2;
      return true;
    }
    const bool closes =
        item().mark == "date" || item().mark == "punct" || token().kind == TokenKind::number;
    if (closes && item().mark != "weapon" && !is_name(item())) return false;
    if (item().mark == "weapon") return take_weapon();
    if (item().mark == "military") {
      set_head(is_plural(last_token(scene_, item()).folded));
      return true;
    }
    if (is_name(item())) {
      if (has_head() && plural_) return false;
      // "10 North Koreans" counts people, "10 North Korean workers" does not
      const std::string& last = last_token(scene_, item()).folded;
      const bool plural = is_plural(last) || last.ends_with("is");  // "North Koreans", "Nepalis"
      set_head(plural && item().mark == "country" && !is_state(item()));
      return true;
    }
    if (token().folded == "-") return true;
    if (token().kind == TokenKind::symbol) return false;
    if (const std::size_t end = designation_end(scene_, at_); end > at_ + 1)
      return take_designation(end);
    return take_word();
  }

  bool take_weapon() {
    if (has_head() && plural_) return false;
    const Token& last = last_token(scene_, item());
    const bool letter_s = last.folded == "s" && last.glued;
    set_head((is_plural(last.folded) && !last.upper) || letter_s);
    return true;
  }

  /// "22 M109A3GN howitzers", "two Mercedes S600 cars": a designation of no list.
  bool take_designation(std::size_t end) {
    if (has_head() && plural_) return false;
    constexpr std::size_t kFar = 5;  // its "A" is no article, so the phrase goes on
    if (end > range_.end) range_.end = std::min(end + kFar, scene_.items.size());
    set_head(false);
    designation_ = {at_, end};
    at_ = end - 1;
    return true;
  }

  bool take_word() {
    const std::uint32_t kinds = kinds_of(scene_, token());
    const bool hyphen_behind = at_ + 1 < range_.end && scene_.items[at_ + 1].mark != "punct" &&
                               scene_.tokens[scene_.items[at_ + 1].first].folded == "-" &&
                               scene_.tokens[scene_.items[at_ + 1].first].glued;
    const bool hyphen_before = at_ > range_.begin && token().glued;
    if (hyphen_behind && is_plural(token().folded) && at_ + 2 < scene_.items.size() &&
        scene_.vocabulary.is(word_at(scene_, at_ + 2), kPreposition | kAdverb)) {
      take_compound();
      return true;
    }
    if (hyphen_behind && !has_head()) return true;
    if (stops(kinds, hyphen_before)) return false;
    if ((kinds & kAdverb) != 0 && (kinds & kAdjective) == 0 && !has_head()) return true;
    const Verb verb = verb_at(kinds);
    if (verb == Verb::with_object) return false;
    if (verb == Verb::only && !hyphen_before) return take_verb(kinds);
    if (has_head() && plural_ && !follows_plural(kinds)) return false;
    if ((kinds & kAdjective) != 0 && (kinds & kNoun) == 0 && !has_head()) {
      if (continues(scene_, at_ + 1)) return true;
      if (token().folded != "military" && token().folded != "civilian") return false;
    }
    const bool plural = is_plural(token().folded) && !(hyphen_before && hyphen_behind);
    set_head(plural && !names_kind());
    return true;
  }

  /// "two Dachs engineering tanks": a name that only looks like a plural, before what it names.
  bool names_kind() const {
    constexpr std::size_t kFar = 3;  // words of the noun behind it
    if (!token().capital || token().upper || at_ + 1 >= range_.end) return false;
    for (std::size_t i = at_ + 1; i < std::min(at_ + 1 + kFar, range_.end); ++i) {
      const Token& next = last_token(scene_, scene_.items[i]);
      if (!continues(scene_, i) || next.capital) return false;
      if (is_plural(next.folded)) return i > at_ + 1;
    }
    return false;
  }

  /// "passers-by", "sons-in-law": the plural stands before the hyphen.
  void take_compound() {
    std::size_t end = at_ + 3;
    while (end + 1 < scene_.items.size() && word_at(scene_, end) == "-" &&
           scene_.tokens[scene_.items[end].first].glued) {
      end += 2;
    }
    CountedNoun& noun = compound_.emplace();
    noun.items = {range_.begin, end};
    noun.head = span_of(scene_, {at_, end});
    noun.unit = singular(token().folded);
    for (std::size_t k = at_ + 1; k < end; ++k) noun.unit += word_at(scene_, k);
  }

  bool stops(std::uint32_t kinds, bool hyphen_before) const {
    constexpr std::uint32_t kStops = kDeterminer | kPreposition | kConjunction | kRelative |
                                     kPronoun | kAuxiliary | kSubordinator | kNegation;
    const std::string& word = token().folded;
    if (!hyphen_before && (kinds & kStops) != 0 && (kinds & kAdjective) == 0) return true;
    if (std::find(std::begin(kPronouns), std::end(kPronouns), word) != std::end(kPronouns))
      return true;
    if (is_no_noun(word) && !continues(scene_, at_ + 1)) return true;
    return !hyphen_before && has_head() && (kinds & (kPostnominal | kAdverb)) != 0;
  }

  enum class Verb : std::uint8_t { no, only, with_object };

  /// Whether a word can be nothing but a verb here, or is one with its object.
  Verb verb_at(std::uint32_t kinds) const {
    // "two steps that are within reach", "two Syrian ships that the EU listed": a relative is no object
    const bool relative =
        word_at(scene_, at_ + 1) == "that" &&
        (scene_.vocabulary.is(word_at(scene_, at_ + 2),
                              kAuxiliary | kThird | kPast | kDeterminer | kPronoun) ||
         (scene_.vocabulary.is(word_at(scene_, at_ + 2),
                               kBase) &&  // "motors that drive the wheels"
          scene_.vocabulary.is(word_at(scene_, at_ + 3), kDeterminer | kPreposition)) ||
         (at_ + 2 < scene_.items.size() && is_name(scene_.items[at_ + 2])));
    // "27.3 points a game" is a rate
    const bool rate = (word_at(scene_, at_ + 1) == "a" || word_at(scene_, at_ + 1) == "an") &&
                      is_turn(scene_, at_ + 2);
    const bool has_object = !relative && !rate &&
                            scene_.vocabulary.is(word_at(scene_, at_ + 1), kDeterminer | kPronoun);
    const bool third = (kinds & kThird) != 0 && is_plural(token().folded);
    // "one site lists the names", "one in 20 needs a bed"
    if (third && has_object && !plural_ && (has_head() || (kinds & kMostlyNoun) == 0))
      return Verb::with_object;
    // "two tugs": a count takes no verb in the singular
    const bool counted = third && (!has_head() || (!plural_ && !has_object));
    const bool only = (kinds & kAnyVerb) != 0 && (kinds & kNoun) == 0 && !counted;
    return only ? Verb::only : Verb::no;
  }

  bool take_verb(std::uint32_t kinds) {
    // "one in eight fell ill": a past that is no participle describes nothing
    if ((kinds & kPast) != 0 && (kinds & (kParticiple | kAdjective)) == 0) return false;
    const bool goes_on = continues(scene_, at_ + 1);
    // "soldiers dispatched recently" ends, "captured enemy tanks" goes on
    if (has_head() && (plural_ || !goes_on)) return false;
    if (has_head() && !before_verb_) before_verb_ = head_;
    // "two complete units": what stands before a noun is no verb
    const bool before_noun = !has_head() && (kinds & kBase) != 0 && goes_on;
    const bool bare_form = (kinds & (kBase | kThird)) != 0;
    if (bare_form && !before_noun && (kinds & (kAdjective | kParticiple)) == 0) return false;
    if (goes_on) return true;
    if (!has_head() && (kinds & kGerund) != 0) head_ = at_;
    return false;
  }

  /// "troops north", "containers worth", "weapons systems": only another plural noun goes on … also one that
  /// is a verb's form, since no plural has a verb in the singular, "six weapons transfers", or after a name with
  /// the look of a plural, "three Paribas shares"; but "after two days talks".
  bool follows_plural(std::uint32_t kinds) const {
    const bool named = last_token(scene_, scene_.items[head_]).capital;
    const bool verb = (kinds & kThird) != 0 && (kinds & kMostlyNoun) == 0;
    const auto unit = scene_.vocabulary.unit(word_at(scene_, head_));
    const bool measure = unit && unit->dimension != "count";
    const bool noun = (kinds & kNoun) != 0 && !measure;
    return is_plural(token().folded) && (!verb || named || noun);
  }

  CountedNoun designated() const {
    CountedNoun noun;
    noun.items = {range_.begin, designation_.end};
    noun.head = span_of(scene_, designation_);
    noun.unit = quote(scene_.doc, noun.head);
    noun.designation = true;
    return noun;
  }

  /// "start-ups", "hat-tricks": what a hyphen joins to the last word of a noun; "" for none, and for a
  /// noun that is listed without it: "missile-boats".
  std::string joined(std::size_t head) const {
    if (head < range_.begin + 2 || word_at(scene_, head - 1) != "-") return {};
    const Term& first = scene_.items[head - 2];
    const bool glued = scene_.tokens[scene_.items[head].first].glued &&
                       scene_.tokens[scene_.items[head - 1].first].glued;
    const bool word = first.mark.empty() || first.mark == "lower" || first.mark == "cap";
    const std::string& last = last_token(scene_, scene_.items[head]).folded;
    if (!glued || !word || scene_.items[head].mark == "weapon" || scene_.vocabulary.unit(last))
      return {};
    return std::string(word_at(scene_, head - 2)) + "-";
  }

  CountedNoun headed() const {
    const Term& head = scene_.items[head_];
    const Token& word = last_token(scene_, head);
    CountedNoun noun;
    noun.items = {range_.begin, head_ + 1};
    noun.head = word.span;
    noun.unit = joined(head_) + singular(word.folded);
    if (head.mark == "country" && plural_) noun.unit = "person";
    if (head.mark == "weapon") name_system(noun, head);
    if (noun.designation) return noun;
    if (const auto unit = scene_.vocabulary.unit(word.folded)) {
      noun.known = *unit;
      noun.measured = true;
      noun.unit = unit->name;
    }
    return noun;
  }

  /// "three IL-76", "24 TB2s": a system without a noun for what it is, counted by its name.
  void name_system(CountedNoun& noun, const Term& head) const {
    const auto& weapon = std::get<Weapon>(head.mention->value);
    if (weapon.name.empty()) return;
    const Token& word = last_token(scene_, head);
    const bool class_noun =
        scene_.vocabulary.unit(word.folded).has_value() || word.kind == TokenKind::word;
    const bool letter_s = word.folded == "s" && word.glued;
    noun.designation = letter_s || !class_noun || word.kind == TokenKind::number ||
                       (word.capital && !ends_in_class(scene_, head));
    if (!noun.designation) return;
    noun.head = head.span;
    noun.unit = quote(scene_.doc, head.span);
    if (letter_s || noun.unit == weapon.name + "s") noun.unit.pop_back();
  }

  const Scene& scene_;
  ItemRange range_;
  std::size_t at_ = 0;
  std::size_t head_;                        ///< range_.end while there is none
  std::optional<std::size_t> before_verb_;  ///< head before a verb inside the phrase
  bool plural_ = false;
  ItemRange designation_;
  std::optional<CountedNoun> compound_;
};

}  // namespace

CountedNoun counted_noun(const Scene& scene, ItemRange range) {
  if (auto noun = measured_noun(scene, range)) return std::move(*noun);
  if (auto noun = described_noun(scene, range)) return std::move(*noun);
  const bool listed =
      !range.empty() && range.end < scene.items.size() && word_at(scene, range.end) == "," &&
      !is_plural(last_token(scene, scene.items[range.end - 1]).folded) &&
      !word_at(scene, range.end - 1).ends_with("craft") &&  // "9 aircraft, and kits"
      !is_no_noun(word_at(scene, range.end - 1));           // "40 more, and plans"
  if (const std::size_t shared = listed ? shared_head(scene, range.end) : scene.items.size();
      shared < scene.items.size())
    return noun_of_list(scene, range.begin, shared);
  return HeadFinder(scene, range).run();
}

}  // namespace msmt
