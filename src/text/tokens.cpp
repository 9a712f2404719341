// Tokens of a sentence. Letters and digits that touch are parted, because models and sizes are
// written every way (`Il76`, `Il-76`, `IL 76`); `glued` lets a rule put them together again.

#include <algorithm>
#include <array>

#include "msmt/text.hpp"
#include "text/abbreviations.hpp"
#include "text/page.hpp"
#include "text/utf8.hpp"

namespace msmt {
namespace {

using utf8::CodePoint;

class Tokenizer {
 public:
  Tokenizer(std::string_view text, Span sentence)
      : text_(text.substr(0, sentence.end)), span_(sentence) {}

  std::vector<Token> run() {
    for (std::size_t at = span_.begin; at < span_.end;) {
      const CodePoint c = utf8::decode(text_, at);
      if (utf8::is_space(c.value) || utf8::is_ignorable(c.value)) {
        at += c.size;
      } else if (utf8::is_letter(c.value)) {
        at = word(at);
      } else if (utf8::is_digit(c.value) || leading_stop(at)) {
        at = number(at);
      } else if (utf8::is_apostrophe(c.value) && after_word(at) && clitic(at) > 0) {
        at = add({at, at + clitic(at)}, TokenKind::word);
      } else {
        at = symbol(at);
      }
    }
    return std::move(tokens_);
  }

 private:
  char32_t value(std::size_t at) const { return utf8::decode(text_, at).value; }
  bool digit(std::size_t at) const {
    return at < text_.size() && utf8::is_digit(static_cast<unsigned char>(text_[at]));
  }
  bool letter(std::size_t at) const { return at < text_.size() && utf8::is_letter(value(at)); }

  /// ".5 percent", "$.25": a stop that begins a decimal.
  bool leading_stop(std::size_t at) const {
    if (decimals(at) == at) return false;
    if (tokens_.empty() || tokens_.back().span.end != at) return true;
    const char before = text_[at - 1];
    return before == '$' || before == '(' || before == '-';
  }

  bool after_word(std::size_t at) const {
    return !tokens_.empty() && tokens_.back().span.end == at &&
           tokens_.back().kind != TokenKind::symbol;
  }

  /// Bytes of a clitic `'s`, `'ve`, `'re`, `'ll`, `'d` or `'m` at `at`, or 0.
  std::size_t clitic(std::size_t at) const {
    constexpr std::array<std::string_view, 6> kClitics = {"s", "ve", "re", "ll", "d", "m"};
    const CodePoint mark = utf8::decode(text_, at);
    const std::size_t begin = at + mark.size;
    if (!utf8::is_apostrophe(mark.value)) return 0;
    const std::size_t end = letters(begin);
    const std::string word = fold(text_.substr(begin, end - begin));
    const bool known = std::find(kClitics.begin(), kClitics.end(), word) != kClitics.end();
    return known ? end - at : 0;
  }

  /// Where the `n't` of a verb begins that ends at `end` before an apostrophe: "did n't", "is n't";
  /// `end` itself in "can't", "won't" and "shan't", whose verbs are no words without it.
  std::size_t before_negation(std::size_t begin, std::size_t end) const {
    const CodePoint mark = utf8::decode(text_, end);
    const std::size_t t = end + mark.size;
    if (t >= text_.size() || (text_[t] != 't' && text_[t] != 'T') || letter(t + 1)) return end;
    const std::string verb = fold(text_.substr(begin, end - begin));
    const bool whole = verb == "can" || verb == "won" || verb == "shan" || verb == "ain";
    return whole || verb.size() < 3 || verb.back() != 'n' ? end : end - 1;
  }

  std::size_t letters(std::size_t at) const {
    while (at < text_.size()) {
      const CodePoint c = utf8::decode(text_, at);
      if (utf8::is_ignorable(c.value)) {
        if (!letter(at + c.size)) break;
      } else if (!utf8::is_letter(c.value) && !utf8::is_mark(c.value)) {
        break;
      }
      at += c.size;
    }
    return at;
  }

  std::size_t word(std::size_t begin) {
    std::size_t end = letters(begin);
    while (end < text_.size()) {  // can't, O'Brien, but Russia + 's and did + n't
      const CodePoint mark = utf8::decode(text_, end);
      if (!utf8::is_apostrophe(mark.value) || !letter(end + mark.size) || clitic(end) > 0) break;
      if (const std::size_t verb = before_negation(begin, end); verb < end)
        return add({begin, verb}, TokenKind::word);
      end = letters(end + mark.size);
    }
    return add({begin, with_stops(begin, end)}, TokenKind::word);
  }

  /// The end of the word that is read so far, with the stops that belong to it.
  std::size_t with_stops(std::size_t begin, std::size_t end) const {
    if (end >= text_.size() || text_[end] != '.') return end;
    if (utf8::decode(text_, begin).size == end - begin) {  // one letter: U.S., a.m., J.
      std::size_t last = end;
      for (std::size_t at = end + 1; letter(at);) {
        const std::size_t after = at + utf8::decode(text_, at).size;
        if (letter(after)) break;
        last = after;
        if (after >= text_.size() || text_[after] != '.') break;
        at = after + 1;
      }
      if (last > end)
        return last < text_.size() && text_[last] == '.' && !digit(last + 1) ? last + 1 : last;
      const std::size_t next = utf8::skip_space(text_, end + 1, text_.size());
      const bool initial =
          utf8::is_upper(value(begin)) && next > end + 1 && utf8::is_upper(value(next));
      if (initial) return end + 1;
    }
    const std::string_view written = text_.substr(begin, end - begin);
    if (written == "Ph" && text_.substr(end, 3) == ".D.") return end + 3;
    const text::Abbreviation kind = text::abbreviation(written);
    if (kind == text::Abbreviation::none || last_stop(end)) return end;
    const bool numbered = kind == text::Abbreviation::numbered;
    return !numbered || digit(utf8::skip_space(text_, end + 1, text_.size())) ? end + 1 : end;
  }

  /// Whether nothing but closing marks follows the stop at `at`.
  bool last_stop(std::size_t at) const {
    for (++at; at < text_.size();) {
      const CodePoint c = utf8::decode(text_, at);
      if (utf8::is_letter(c.value) || utf8::is_digit(c.value)) return false;
      at += c.size;
    }
    return true;
  }

  std::size_t number(std::size_t begin) {
    std::size_t end = begin;
    while (digit(end)) ++end;
    if (end - begin <= 3) {
      const auto group = [&](std::size_t comma) {
        return text_[comma] == ',' && digit(comma + 1) && digit(comma + 2) && digit(comma + 3) &&
               !digit(comma + 4);
      };
      // 12,34,567: lakhs and crores are grouped by twos, and thousands last
      const auto pair = [&](std::size_t comma) {
        return text_[comma] == ',' && digit(comma + 1) && digit(comma + 2) && !digit(comma + 3);
      };
      std::size_t last = end;
      while (end - begin <= 2 && last < text_.size() && pair(last)) last += 3;
      if (last > end && last < text_.size() && group(last)) end = last;
      while (end < text_.size() && group(end)) end += 4;
    }
    if (!after_stop(begin)) end = decimals(end);
    return add({begin, end}, TokenKind::number);
  }

  /// The end of the decimals that a stop at `at` begins; `at` itself when there are none: in 2025.05.30
  /// and 1.5.2.
  std::size_t decimals(std::size_t at) const {
    if (at >= text_.size() || text_[at] != '.' || !digit(at + 1)) return at;
    std::size_t end = at + 1;
    while (digit(end)) ++end;
    return end < text_.size() && text_[end] == '.' && digit(end + 1) ? at : end;
  }

  bool after_stop(std::size_t at) const {
    return at >= 2 && text_[at - 1] == '.' && !tokens_.empty() && tokens_.back().span.end == at &&
           digit(at - 2);
  }

  std::size_t symbol(std::size_t begin) {
    std::size_t end = begin + utf8::decode(text_, begin).size;
    const char mark = text_[begin];
    if (mark == '.' && text_.substr(begin, 3) == "...") {
      while (end < text_.size() && text_[end] == '.') ++end;
    } else if (mark == '-' && text_.substr(begin, 2) == "--") {
      while (end < text_.size() && text_[end] == '-') ++end;
    } else {
      while (end < text_.size() && (utf8::is_mark(value(end)) || utf8::is_ignorable(value(end))))
        end += utf8::decode(text_, end).size;
    }
    return add({begin, end}, TokenKind::symbol);
  }

  std::size_t add(Span span, TokenKind kind) {
    Token token;
    token.span = span;
    token.kind = kind;
    token.glued = !tokens_.empty() && tokens_.back().span.end == span.begin;
    if (kind == TokenKind::word && add_plain(token)) {
      // most words
    } else if (kind == TokenKind::word) {
      bool any = false;
      bool all = true;
      for (std::size_t at = span.begin; at < span.end;) {
        const CodePoint c = utf8::decode(text_, at);
        any = any || utf8::is_upper(c.value);
        all = all && !(utf8::is_letter(c.value) && !utf8::is_upper(c.value));
        at += c.size;
      }
      token.capital = utf8::is_upper(value(span.begin));
      token.upper = any && all;
      token.folded = fold(text_.substr(span.begin, span.size()));
    } else if (kind == TokenKind::number) {
      token.folded = text_.substr(span.begin, span.size());
    } else {
      token.folded = folded_symbol(span);
    }
    tokens_.push_back(std::move(token));
    return span.end;
  }

  /// Fills in a word of ASCII; false for any other.
  bool add_plain(Token& token) const {
    const std::string_view written = text_.substr(token.span.begin, token.span.size());
    bool any = false;
    bool all = true;
    token.folded.resize(written.size());
    for (std::size_t i = 0; i < written.size(); ++i) {
      const char c = written[i];
      if (static_cast<unsigned char>(c) >= 0x80 || c == '`') return false;
      const bool upper = c >= 'A' && c <= 'Z';
      any = any || upper;
      all = all && !(c >= 'a' && c <= 'z');
      token.folded[i] = upper ? static_cast<char>(c - 'A' + 'a') : c;
    }
    token.capital = written.front() >= 'A' && written.front() <= 'Z';
    token.upper = any && all;
    return true;
  }

  std::string folded_symbol(Span span) const {
    const std::string_view written = text_.substr(span.begin, span.size());
    if (written.starts_with("...")) return "...";
    if (written.starts_with("--")) return "--";
    if (value(span.begin) == 0x2013 && span.begin > span_.begin && span.end < span_.end &&
        utf8::is_space(utf8::decode_before(text_, span.begin).value) &&
        utf8::is_space(value(span.end))) {
      return "--";
    }
    return fold(written);
  }

  std::string_view text_;  ///< ends with the sentence
  Span span_;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> text::tokenize_text(std::string_view text, Span span) {
  return Tokenizer(text, span).run();
}

std::vector<Token> tokenize(const Document& doc, Span sentence) {
  return text::tokenize_text(doc.bytes, sentence);
}

}  // namespace msmt
