// Cutting a paragraph into sentences. A paragraph may run over several lines; any white space parts
// words. What is inside quotation marks or brackets is cut like the rest, so a mark that is never
// closed cannot swallow the page.

#include "text/abbreviations.hpp"
#include "text/page.hpp"
#include "text/part.hpp"
#include "text/utf8.hpp"

namespace msmt::text {
namespace {

using utf8::CodePoint;

constexpr std::size_t kLongestWord = 40;  ///< bytes looked back for an abbreviation
/// In bytes; the longest sentences of news copy have a few hundred. What later stages do with a
/// sentence may take the square of its length, with an article only its length: text that has no
/// stops is cut between words.
constexpr std::size_t kLongestSentence = 3000;

bool is_terminal(char32_t c) {
  return c == U'.' || c == U'!' || c == U'?' || c == 0x2026 || c == 0x203C || c == 0x203D ||
         (c >= 0x2047 && c <= 0x2049) || c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0xFF0E;
}

class Splitter {
 public:
  Splitter(std::string_view text, Span block)
      : text_(text.substr(0, block.end)), block_(utf8::trim(text, block)) {}

  std::vector<Span> run() {
    begin_ = block_.begin;
    for (std::size_t at = block_.begin; at < block_.end;) {
      const CodePoint c = utf8::decode(text_, at);
      if (!is_terminal(c.value)) {
        at += c.size;
        continue;
      }
      std::size_t end = at;
      for (CodePoint t = c; end < block_.end && is_terminal(t.value); t = utf8::decode(text_, end))
        end += t.size;
      const std::size_t stop = end;
      for (CodePoint t = utf8::decode(text_, end); end < block_.end && is_closer(t.value);
           t = utf8::decode(text_, end)) {
        end += t.size;
      }
      end = after_references(end);
      if (ends(at, stop, end)) cut(end);
      at = end;
    }
    cut(block_.end);
    return std::move(spans_);
  }

 private:
  char32_t value(std::size_t at) const { return utf8::decode(text_, at).value; }

  /// Past the references of an encyclopedia: "…in May.[12][3]".
  std::size_t after_references(std::size_t at) const {
    while (at < block_.end && text_[at] == '[') {
      const std::size_t close = text_.find_first_not_of("0123456789", at + 1);
      if (close == text_.npos || close == at + 1 || text_[close] != ']') break;
      at = close + 1;
    }
    return at;
  }

  /// The word before byte `at`, back to white space or an opening mark.
  std::string_view word_before(std::size_t at) const {
    std::size_t begin = at;
    while (begin > begin_ && at - begin < kLongestWord) {
      const CodePoint c = utf8::decode_before(text_, begin);
      if (utf8::is_space(c.value) || is_opener(c.value) || c.value == 0x2014 || c.value == 0x2013 ||
          c.value == U'/')
        break;
      begin -= c.size;
    }
    return text_.substr(begin, at - begin);
  }

  std::string_view word_at(std::size_t at) const {
    std::size_t end = at;
    while (end < block_.end && end - at < kLongestWord) {
      const CodePoint c = utf8::decode(text_, end);
      if (!utf8::is_letter(c.value) && !utf8::is_mark(c.value)) break;
      end += c.size;
    }
    return text_.substr(at, end - at);
  }

  /// Whether the mark(s) at [at, stop), with closing marks up to `end`, end a sentence.
  bool ends(std::size_t at, std::size_t stop, std::size_t end) const {
    if (end >= block_.end) return true;
    const char32_t mark = value(at);
    const std::size_t next = utf8::skip_space(text_, end, block_.end);
    if (next == end) return mark >= 0x3000 || missing_space(at, end);
    if (next >= block_.end) return true;
    std::size_t first = next;
    while (first < block_.end && is_opener(value(first))) first += utf8::decode(text_, first).size;
    const char32_t letter = first < block_.end ? value(first) : U' ';
    const bool marked = first > next;
    // `"…?" he said`, `U.S. forces`, `… and go on`
    if (utf8::is_lower(letter) && !(marked && mark == U'.')) return false;
    if (utf8::is_dash(letter) || letter == U',' || letter == U';' || letter == U'&') return false;
    if (mark != U'.' || stop > at + 1) return true;
    return !abbreviated(at, end > stop, letter, word_at(first), marked);
  }

  /// "…in the river.The report", "…he said.“We go": a stop between a small letter and a capitalised
  /// word.
  bool missing_space(std::size_t at, std::size_t end) const {
    const std::string_view before = word_before(at);
    const std::size_t marks = value(end) == 0x201C ? utf8::decode(text_, end).size : 0;
    const std::string_view after = word_at(end + marks);
    if (before.size() < 3 || after.size() < 2 || before.find_first_of("./:@") != before.npos)
      return false;
    const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
    return small(before.back()) && small(before[before.size() - 2]) &&
           utf8::is_upper(utf8::decode(after, 0).value) && small(after[1]) &&
           utf8::is_space(value(end + marks + after.size()));
  }

  /// Whether the stop at `at` belongs to an abbreviation that the sentence goes on after.
  bool abbreviated(std::size_t at, bool closed, char32_t letter, std::string_view next,
                   bool marked) const {
    const std::string_view word = word_before(at);
    if (word.empty()) return false;
    const bool digit = utf8::is_digit(letter);
    const bool starter = is_starter(next);
    if (is_dotted(word)) {
      const bool clock = word == "a.m" || word == "p.m";
      if (clock)
        return digit || abbreviation(next) == Abbreviation::month || next.size() < 2 ||
               !lower_second(next) || followed_by_time(next) || is_weekday(next);
      return !starter && !closed && !(marked && utf8::is_upper(letter));
    }
    if (utf8::decode(word, 0).size == word.size() && utf8::is_upper(utf8::decode(word, 0).value)) {
      return !starter && !closed && !digit;  // J. R. Smith
    }
    if (word == "Ph.D" || word == "Ph") return !starter && !closed;
    if (word.size() <= 3 && word.find_first_not_of("0123456789") == word.npos &&
        at - word.size() == begin_) {
      return true;  // "1. Text"
    }
    switch (abbreviation(word)) {
      case Abbreviation::none:
        return false;
      case Abbreviation::title:
        return !closed;
      case Abbreviation::numbered:
        return digit;
      case Abbreviation::month:
        return digit || (abbreviation(next) == Abbreviation::month && next.size() <= 4);
      case Abbreviation::suffix:
        return !starter && !closed && !marked && word != "etc";
    }
    return false;
  }

  static bool lower_second(std::string_view word) {
    return word.size() > 1 && word[1] >= 'a' && word[1] <= 'z';
  }
  /// "10 a.m. Seoul time"
  /// "9 a.m. Tuesday"
  static bool is_weekday(std::string_view word) {
    return word.size() > 5 && word.ends_with("day") && word != "Holiday" && word != "Birthday";
  }

  bool followed_by_time(std::string_view word) const {
    const std::size_t after = static_cast<std::size_t>(word.data() - text_.data()) + word.size();
    return text_.substr(after, 5) == " time";
  }

  void cut(std::size_t end) {
    const Span span = without_advertisement(utf8::trim(text_, {begin_, end}));
    begin_ = end;
    if (span.empty()) return;
    bool words = false;
    for (std::size_t at = span.begin; at < span.end && !words;) {
      const CodePoint c = utf8::decode(text_, at);
      words = utf8::is_letter(c.value) || utf8::is_digit(c.value);
      at += c.size;
    }
    if (words) {
      add(span);
    } else if (!spans_.empty() && is_closer(value(span.begin))) {
      spans_.back().end = span.end;  // a closing mark set apart by a space
    }
  }

  void add(Span span) {
    while (span.size() > kLongestSentence) {
      const std::string_view rest = text_.substr(span.begin, span.size());
      const Span part =
          utf8::trim(text_, {span.begin, span.begin + end_of_part(rest, kLongestSentence)});
      if (!part.empty()) spans_.push_back(part);
      span = utf8::trim(text_, {span.begin + end_of_part(rest, kLongestSentence), span.end});
    }
    if (!span.empty()) spans_.push_back(span);
  }

  /// The word "Advertisement" that pages leave between two sentences.
  Span without_advertisement(Span span) const {
    for (;;) {
      const std::string_view sentence = text_.substr(span.begin, span.size());
      constexpr std::string_view kWord = "advertisement";
      if (sentence.size() < kWord.size() || fold(sentence.substr(0, 1)) != "a" ||
          fold(sentence.substr(0, kWord.size())) != kWord)
        return span;
      const std::size_t next = utf8::skip_space(text_, span.begin + kWord.size(), span.end);
      if (next == span.begin + kWord.size() && next < span.end) return span;
      if (next < span.end && utf8::is_lower(value(next))) return span;
      span.begin = next;
      if (span.empty()) return span;
    }
  }

  std::string_view text_;  ///< ends with the block
  Span block_;
  std::size_t begin_ = 0;  ///< of the sentence being read
  std::vector<Span> spans_;
};

}  // namespace

bool is_closer(char32_t c) {
  return c == U'"' || c == U'\'' || c == U')' || c == U']' || c == U'}' ||
         utf8::is_closing_quote(c) || c == 0x300D || c == 0x300F;
}

bool is_opener(char32_t c) {
  // A closing quote in front of a word is a typing error that is common enough to allow for.
  return c == U'"' || c == U'\'' || c == U'(' || c == U'[' || c == U'{' ||
         utf8::is_opening_quote(c) || utf8::is_closing_quote(c) || c == U'*' || c == U'_';
}

std::vector<Span> split_sentences(std::string_view text, Span block) {
  return Splitter(text, block).run();
}

}  // namespace msmt::text
