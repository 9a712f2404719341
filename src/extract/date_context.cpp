#include "extract/date_context.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "extract/date_point.hpp"

namespace msmt {

namespace {

bool is_kind(const Captures& captures, const Token& token, std::string_view kind) {
  return calendar_word(captures.scene().vocabulary, token.folded, kind).has_value();
}

/// A unit of measurement or a noun that is nearly always counted.
bool is_counted(const Captures& captures, const Token& token) {
  if (is_kind(captures, token, "counted")) return true;
  const auto unit = captures.scene().vocabulary.unit(token.folded);
  return unit && unit->dimension != "count" && token.folded.size() > 2;
}

bool is_plural_noun(const Captures& captures, std::size_t item) {
  const Term& term = captures.item(item);
  const Token& token = captures.scene().tokens[term.first + term.count - 1];
  constexpr std::uint32_t kNoNoun =
      kAuxiliary | kPreposition | kPronoun | kDeterminer | kConjunction | kAdverb;
  const Vocabulary& vocabulary = captures.scene().vocabulary;
  if (vocabulary.is(token.folded, kThird) && !vocabulary.is(token.folded, kNoun)) return false;
  return token.kind == TokenKind::word && !token.folded.starts_with('\'') &&
         (!token.capital || term.mark == "weapon") && is_plural(token.folded) &&
         !captures.scene().vocabulary.is(token.folded, kNoNoun);
}

/// The figure is glued to something that makes it a model, a sum or a part of a larger figure.
bool is_glued_away(const Captures& captures, std::size_t item) {
  const Scene& scene = captures.scene();
  const std::size_t t = captures.item(item).first;
  if (t > 0 && scene.tokens[t].glued) {
    const std::string& before = scene.tokens[t - 1].folded;
    const bool after_mid = before == "-" && t > 1 && is_kind(captures, scene.tokens[t - 2], "part");
    if (before != "(" && before != "\"" && before != "'" && before != "," && before != "--" &&
        before != "fy" && !after_mid) {
      return true;
    }
  }
  if (t > 0 && (scene.tokens[t - 1].folded == "$" || scene.tokens[t - 1].folded == "€" ||
                scene.tokens[t - 1].folded == "£" || scene.tokens[t - 1].folded == "¥" ||
                scene.tokens[t - 1].folded == "#")) {
    return true;
  }
  if (t + 1 < scene.tokens.size() && scene.tokens[t + 1].glued) {
    const Token& next = scene.tokens[t + 1];
    if (next.kind == TokenKind::number) return true;
    if (next.kind == TokenKind::word) return next.folded != "'s" && next.folded != "s";
    if (next.folded == "%" || next.folded == ":" || next.folded == "/") return true;
    // "2000-strong", "2024-5"; a range of years is read whole by its own rule
    if (next.folded == "-" && t + 2 < scene.tokens.size() && scene.tokens[t + 2].glued) return true;
  }
  return false;
}

}  // namespace

const Token* token_before(const Captures& captures, std::size_t item) {
  if (item == 0) return nullptr;
  const Term& term = captures.item(item - 1);
  return &captures.scene().tokens[term.first + term.count - 1];
}

const Token* token_after(const Captures& captures, std::size_t item) {
  if (item >= captures.scene().items.size()) return nullptr;
  return &captures.scene().tokens[captures.item(item).first];
}

bool is_folded(const Token* token, std::string_view word) {
  return token != nullptr && token->folded == word;
}

bool is_no_year(const Captures& captures, std::size_t item, std::string_view pre) {
  if (is_glued_away(captures, item)) return true;
  const int value = std::atoi(captures.scene().tokens[captures.item(item).first].folded.c_str());
  const bool round = value % 100 == 0 || value < 1900;
  if (const Token* next = token_after(captures, item + 1)) {
    // "In 2023 more than 300 tanks came": what is counted stands behind
    const std::size_t second = static_cast<std::size_t>(next - captures.scene().tokens.data()) + 1;
    const bool than =
        second < captures.scene().tokens.size() && captures.scene().tokens[second].folded == "than";
    if (is_kind(captures, *next, "clock") || is_kind(captures, *next, "named") ||
        (is_counted(captures, *next) && !than)) {
      return true;
    }
    const bool plural = is_plural_noun(captures, item + 1);
    if (plural && round) return true;
    const bool counts = pre == "of" || pre == "by" || pre == "from";
    if (plural && counts) return true;
    if ((counts || pre == "for") && next->folded == "of") return true;  // "for 2000 of them"
    // "from 1900 to 2100 metres", "2000 or 2100 men": what holds for the second holds for the first
    static constexpr std::string_view kLinks[] = {"to", "and", "or", "-", "--", "through"};
    const bool linked =
        std::find(std::begin(kLinks), std::end(kLinks), next->folded) != std::end(kLinks);
    if (linked && item + 2 < captures.scene().items.size()) {
      const std::string_view mark = captures.item(item + 2).mark;
      if (mark == "year" && is_no_year(captures, item + 2, pre)) return true;
      if (counts && next->folded == "to" && (mark == "num" || mark == "num3")) return true;
    }
  }
  if (pre == "of" && item >= 2) {
    const Token* head = token_before(captures, item - 1);
    if (head != nullptr && is_kind(captures, *head, "heap")) return true;
  }
  return false;
}

bool counts_next(const Captures& captures, std::size_t after) {
  const Token* next = token_after(captures, after);
  if (next == nullptr) return false;
  if (next->folded == "%" || (next->glued && next->folded == "/")) return true;
  if (next->folded == ":") {  // "May 9 10:30", but "May 9: …"
    const Token* figure = token_after(captures, after + 1);
    return figure != nullptr && figure->glued;
  }
  return next->kind == TokenKind::word && is_counted(captures, *next);
}

namespace {

/// Reads the verbs around a date: the nearest one before it says which way it points, else the first
/// one after it ("On Tuesday the council will vote").
class Tense {
 public:
  Tense(const Captures& captures, std::string_view bend)
      : scene_(captures.scene()), bend_(bend), begin_(captures.item(captures.whole().begin).first) {
    const Term& last = captures.item(captures.whole().end - 1);
    end_ = last.first + last.count;
  }

  Aim aim() const {
    const Aim before = look_back();
    return before == Aim::open ? look_on() : before;
  }

  /// No verb of the sentence is in a past tense.
  bool all_to_come() const {
    for (std::size_t t = 0; t < scene_.tokens.size(); ++t) {
      if (is_past(t)) return false;
    }
    return true;
  }

  /// "set a hearing for Feb. 20", "an election called for May 9": whatever the tense of the setting.
  bool is_set_for() const {
    constexpr std::size_t kReach = 8;
    for (std::size_t t = begin_; t > 0 && begin_ - t < kReach; --t) {
      if (scene_.tokens[t - 1].kind == TokenKind::symbol) return false;
      if (!scene_.vocabulary.calendar(word(t - 1), "set_for")) continue;
      return !is_overtaken(t - 1);
    }
    return false;
  }

 private:
  const std::string& word(std::size_t t) const { return scene_.tokens[t].folded; }

  std::string_view cue(std::size_t t) const {
    if (word(t) == "due" && t + 1 < scene_.tokens.size() && word(t + 1) == "to") {
      const bool verb = t + 2 < scene_.tokens.size() &&
                        scene_.vocabulary.is(word(t + 2), kBase | kBe) &&
                        !scene_.vocabulary.is(word(t + 2), kNoun);
      return verb ? "any" : "";  // "due to be signed", not "due to rain"
    }
    if (is_named(t)) return {};
    if (const auto one = scene_.vocabulary.calendar(word(t), "cue")) return *one;
    if (t + 1 >= scene_.tokens.size()) return {};
    return scene_.vocabulary.calendar(word(t) + " " + word(t + 1), "cue").value_or("");
  }

  /// "announced the plan on August 21": the plan is a thing, and nothing says when it will be carried out.
  bool is_named(std::size_t t) const {
    if (t == 0 || t + 1 >= scene_.tokens.size() || !scene_.vocabulary.is(word(t), kNoun))
      return false;
    const bool noun = word(t - 1) == "'s" ||
                      scene_.vocabulary.is(word(t - 1), kDeterminer | kArticle | kPossessive);
    return noun && word(t + 1) != "to" && word(t + 1) != "for";
  }

  /// "had been due on Friday", "as previously planned": what was to come may be past by now.
  bool is_overtaken(std::size_t t) const {
    for (std::size_t back = 1; back <= 2 && back <= t; ++back) {
      const std::string& text = word(t - back);
      if (text == "had" || text == "previously" || text == "originally" || text == "initially") {
        return true;
      }
    }
    return false;
  }

  /// "neither … could be found on Wednesday"
  bool is_denied_before(std::size_t t) const {
    static constexpr std::array<std::string_view, 6> kNone = {"neither", "nor",    "none",
                                                              "no",      "nobody", "nothing"};
    for (; t > 0; --t) {
      if (std::find(kNone.begin(), kNone.end(), word(t - 1)) != kNone.end()) return true;
    }
    return false;
  }

  bool is_past(std::size_t t) const {
    const Token& token = scene_.tokens[t];
    if (token.kind != TokenKind::word || token.capital) return false;
    const std::string& text = token.folded;
    if (text == "was" || text == "were" || text == "had" || text == "did" || text == "has" ||
        text == "have" || text == "been") {
      return true;
    }
    const bool regular = text.size() > 4 && text.ends_with("ed") &&
                         scene_.vocabulary.kinds(text) == 0 && !text.ends_with("eed");
    if (!regular && !scene_.vocabulary.is(text, kPast | kParticiple)) return false;
    // "to be held", "will have left" point where their first word does; "cut" alone tells nothing
    if (!regular && scene_.vocabulary.is(text, kBase)) return follows_singular(t);
    for (std::size_t back = 1; back <= 2 && back <= t; ++back) {
      const std::string& verb = word(t - back);
      if (verb == "be" || verb == "being" || verb == "is" || verb == "are") return false;
    }
    return true;
  }

  /// "the panel shut up shop": the present would be "shuts". A noun has no object behind it.
  bool follows_singular(std::size_t t) const {
    if (t < 2 || t + 1 >= scene_.tokens.size()) return false;
    const std::string& subject = word(t - 1);
    const std::uint32_t kinds = scene_.vocabulary.kinds(subject);
    constexpr std::uint32_t kOther = kPreposition | kPronoun | kConjunction | kAdverb | kModal |
                                     kAuxiliary | kNegation | kArticle | kDeterminer;
    const bool common = scene_.tokens[t - 1].kind == TokenKind::word && (kinds & kOther) == 0 &&
                        subject != "to" && !is_plural(subject);
    const bool described = t >= 3 && (scene_.vocabulary.is(word(t - 2), kAdjective) ||
                                      scene_.vocabulary.calendar(word(t - 2), "ordinal"));
    const bool led =
        scene_.vocabulary.is(word(described ? t - 3 : t - 2), kArticle | kDeterminer | kPossessive);
    static constexpr std::array<std::string_view, 5> kParticles = {"up", "off", "down", "back",
                                                                   "out"};
    const std::string& next = word(t + 1);
    const bool object = scene_.vocabulary.is(next, kArticle | kDeterminer | kPossessive) ||
                        std::find(kParticles.begin(), kParticles.end(), next) != kParticles.end();
    return common && led && object;
  }

  Aim look_back() const {
    constexpr std::size_t kReach = 14;  // words that a clause lets stand between verb and date
    bool that = false;
    bool infinitive = false;
    for (std::size_t t = begin_; t > 0 && begin_ - t < kReach; --t) {
      const std::string& text = word(t - 1);
      if (text == ";" || text == ":") break;
      if (text == "that") that = true;
      if (text == "if" || text == "unless") return Aim::open;
      if (text == "recently" && t == begin_) return Aim::back;  // "most recently on Feb. 28"
      if (const std::string_view points = cue(t - 1); !points.empty()) {
        if (points == "near") return Aim::open;
        if (points == "present") {
          // "begins on Friday", but "did not meet on Friday"
          const bool did = t >= 2 && (scene_.vocabulary.is(word(t - 2), kDo | kNegation | kBe) ||
                                      scene_.vocabulary.is(word(t - 2), kHave));
          if (t >= 2 && word(t - 2) == "to") infinitive = true;
          if (did || infinitive) continue;
          return Aim::ahead;
        }
        if (is_overtaken(t - 1)) return Aim::open;
        // "vowed on Tuesday to": the vow is of Tuesday
        static constexpr std::array<std::string_view, 4> kVows = {"vowed", "pledged", "promised",
                                                                  "hoped"};
        const bool vow = std::find(kVows.begin(), kVows.end(), text) != kVows.end();
        return vow && t == begin_ ? Aim::back : Aim::ahead;
      }
      if (scene_.vocabulary.is(text, kModal) && !scene_.tokens[t - 1].capital) {
        const bool perfect = t < begin_ && word(t) == "have";
        const bool denied = t < begin_ && scene_.vocabulary.is(word(t), kNegation);
        if (perfect) return Aim::back;
        return text == "could" && (denied || is_denied_before(t - 1)) ? Aim::open : Aim::ahead;
      }
      if (text == "to" && t < begin_ && scene_.vocabulary.is(word(t), kBase | kBe)) {
        infinitive = true;
      }
      if (!is_past(t - 1)) continue;
      if (infinitive) return Aim::open;  // "agreed to deliver them in March"
      // "gave them until Friday"
      const std::string_view base = scene_.vocabulary.base(text);
      if (bend_ == "by" && (base == "give" || base == "grant")) return Aim::ahead;
      // "said that on Tuesday the council will vote"
      return that && scene_.vocabulary.is(text, kSay) ? Aim::open : Aim::back;
    }
    return Aim::open;
  }

  Aim look_on() const {
    constexpr std::size_t kReach = 25;
    for (std::size_t t = end_; t < scene_.tokens.size() && t - end_ < kReach; ++t) {
      if (word(t) == ";" || word(t) == ".") break;
      if (cue(t) == "any") return Aim::ahead;
      if (t + 1 < scene_.tokens.size() &&
          scene_.vocabulary.calendar(word(t) + " " + word(t + 1), "ahead")) {
        return Aim::ahead;
      }
      if (is_past(t)) return Aim::back;
    }
    return Aim::open;
  }

  const Scene& scene_;
  std::string_view bend_;
  std::size_t begin_;
  std::size_t end_ = 0;
};

}  // namespace

Aim aim_of(const Captures& captures, std::string_view bend) {
  // "in the 12 months through February": a length is told when it is over
  const Token* before = token_before(captures, captures.whole().begin);
  if (captures.folded("pre") == "through" && before != nullptr && !before->capital &&
      captures.scene().vocabulary.calendar(before->folded, "unit")) {
    return Aim::back;
  }
  const Tense tense(captures, bend);
  if (captures.folded("pre") == "for" && tense.is_set_for()) return Aim::ahead;
  if (bend == "by" && tense.all_to_come()) return Aim::ahead;
  return tense.aim();
}

}  // namespace msmt
