#include "extract/date_context.hpp"

#include <algorithm>
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

bool is_no_year(const Captures& captures, std::size_t item, std::string_view pre) {
  if (is_glued_away(captures, item)) return true;
  const int value = std::atoi(captures.scene().tokens[captures.item(item).first].folded.c_str());
  const bool round = value % 100 == 0 || value < 1900;
  if (const Token* next = token_after(captures, item + 1)) {
    if (is_kind(captures, *next, "clock") || is_kind(captures, *next, "named") ||
        is_counted(captures, *next)) {
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
  if (next->folded == "%" || next->folded == ":" || (next->glued && next->folded == "/")) {
    return true;
  }
  return next->kind == TokenKind::word && is_counted(captures, *next);
}

bool points_ahead(const Captures& captures, std::string_view bend) {
  const Scene& scene = captures.scene();
  constexpr std::size_t kBefore = 14;  // words that a clause lets stand between verb and date
  constexpr std::size_t kAfter = 8;
  const std::size_t begin = captures.item(captures.whole().begin).first;
  const Term& last_item = captures.item(captures.whole().end - 1);
  const std::size_t end = last_item.first + last_item.count;
  const auto cue = [&](std::size_t t) -> std::string_view {
    const std::string& word = scene.tokens[t].folded;
    if (const auto one = calendar_word(scene.vocabulary, word, "cue")) return *one;
    if (t + 1 >= scene.tokens.size()) return {};
    return calendar_word(scene.vocabulary, word + " " + scene.tokens[t + 1].folded, "cue")
        .value_or("");
  };
  for (std::size_t t = begin; t > 0 && begin - t < kBefore; --t) {
    const Token& token = scene.tokens[t - 1];
    if (token.folded == ";" || token.folded == ":") break;
    if (!cue(t - 1).empty()) return true;
  }
  for (std::size_t t = end; t < scene.tokens.size() && t - end < kAfter; ++t) {
    const Token& token = scene.tokens[t];
    if (token.folded == ";" || token.folded == "." || token.folded == "and") break;
    if (cue(t) == "any") return true;
  }
  if (bend != "by") return false;
  const bool past = std::any_of(scene.tokens.begin(), scene.tokens.end(), [&](const Token& token) {
    return token.folded == "was" || token.folded == "were" || token.folded == "had" ||
           token.folded == "has" || token.folded == "have" ||
           scene.vocabulary.is(token.folded, kPast);
  });
  return !past;
}

}  // namespace msmt
