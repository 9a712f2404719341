/// Dates that a story looks back to without going back.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "extract/date_readers.hpp"
#include "extract/rule.hpp"

namespace msmt {

namespace {

/// "had been", "had not yet": what may stand between "had" and its participle.
bool is_between(const Vocabulary& vocabulary, const std::string& word) {
  return word == "been" || vocabulary.is(word, kNegation | kAdverb) || word.ends_with("ly");
}

/// "had fought": the auxiliary and its participle; "had 300 guns" owns.
bool is_pluperfect(const Scene& scene, std::size_t had) {
  constexpr std::size_t kReach = 4;  // tokens
  for (std::size_t t = had + 1; t < scene.tokens.size() && t <= had + kReach; ++t) {
    const std::string& word = scene.tokens[t].folded;
    const bool regular = word.ends_with("ed") && scene.vocabulary.kinds(word) == 0;
    if (word == "been" || regular || scene.vocabulary.is(word, kParticiple)) return true;
    if (!is_between(scene.vocabulary, word)) return false;
  }
  return false;
}

/// The nearest "had" of the clause is that of a pluperfect: before the date, else after it.
bool is_in_pluperfect(const Scene& scene, Span span) {
  constexpr std::size_t kReach = 14;  // words that a clause lets stand between verb and date
  static constexpr std::array<std::string_view, 5> kEnds = {",", ";", ":", "(", "--"};
  const auto ends = [](const std::string& word) {
    return std::find(kEnds.begin(), kEnds.end(), word) != kEnds.end();
  };
  const std::vector<Token>& tokens = scene.tokens;
  std::size_t date = 0;
  while (date < tokens.size() && tokens[date].span.begin < span.begin) ++date;
  for (std::size_t t = date; t > 0 && date - t < kReach && !ends(tokens[t - 1].folded); --t) {
    if (tokens[t - 1].folded == "had") return is_pluperfect(scene, t - 1);
  }
  while (date < tokens.size() && tokens[date].span.begin < span.end) ++date;
  for (std::size_t t = date; t < tokens.size() && t - date < kReach; ++t) {
    if (tokens[t].folded == "had") return is_pluperfect(scene, t);
    if (ends(tokens[t].folded) && t > date) return false;
    if (scene.vocabulary.is(tokens[t].folded, kPast | kBe | kModal)) return false;
  }
  return false;
}

}  // namespace

bool is_aside(const Scene& scene, const Mention& mention, const Said& said) {
  // "since 1936", "until the 1920s"; "under the 1899 treaty"
  const bool open = said.span && (!said.from || !said.to);
  return open || mention.rule == "date/year_noun" || mention.rule == "date/year_paren" ||
         is_in_pluperfect(scene, mention.span);
}

bool is_outlook(const Scene& scene, const Mention& mention) {
  const std::string words = fold(scene.doc.text(mention.span));
  return words.starts_with("until ") || words.starts_with("till ") ||
         words.starts_with("up until ");
}

void return_from_aside(Standing& standing, std::optional<Standing>& kept, bool outlook) {
  if (!kept) return;
  const auto now = parse_edtf(standing.last_date);
  const auto then = parse_edtf(kept->last_date);
  const auto begin = [](const DayRange& range) { return range.first ? range.first : range.last; };
  const bool known = now && then && begin(*now) && begin(*then);
  const bool ahead = known && outlook && begin(*now)->year > begin(*then)->year + 1;
  if (ahead || (known && *begin(*now) < *begin(*then))) {
    kept->last_date_sentence = standing.last_date_sentence;
    standing = *kept;
  }
  kept.reset();
}

}  // namespace msmt
