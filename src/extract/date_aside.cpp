#include "extract/date_aside.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

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

/// "since 1936", "until the 1920s", "under the 1899 treaty", "had met in 1822"
bool is_aside(const Scene& scene, const Mention& mention, const Said& said) {
  const bool open = said.span && (!said.from || !said.to);
  return open || mention.rule == "date/year_noun" || mention.rule == "date/year_paren" ||
         is_in_pluperfect(scene, mention.span);
}

/// "The ban lasted until 2003"
bool is_outlook(const Scene& scene, const Mention& mention) {
  const std::string words = fold(scene.doc.words(mention.span));
  return words.starts_with("until ") || words.starts_with("till ") ||
         words.starts_with("up until ");
}

/// "had met in July 1822; two days later", "in July 1822 (26-27 July)": goes on from the aside itself.
bool goes_on(const Said& said, const std::string& told) {
  const std::optional<Point>& point = said.from ? said.from : said.to;
  if (!point) return false;
  if (point->base == Base::narrative) return true;
  if (point->base != Base::free || point->month == 0 || point->day == 0) return false;
  constexpr int kPrecise = 3;  // as a month
  const auto range = parse_edtf(told);
  return range && range->first && range->precision >= kPrecise &&
         range->first->month == point->month;
}

}  // namespace

void Aside::meet(const Scene& scene, const Mention& mention, const Said& said,
                 StoryPoint& standing) {
  const bool aside = is_aside(scene, mention, said);
  if (!aside && !goes_on(said, standing.last_date)) end(standing);
  if (!aside || kept_) return;
  kept_ = standing;
  outlook_ = is_outlook(scene, mention);
}

void Aside::end(StoryPoint& standing) {
  if (!kept_) return;
  const auto now = parse_edtf(standing.last_date);
  const auto then = parse_edtf(kept_->last_date);
  const auto begin = [](const DayRange& range) { return range.first ? range.first : range.last; };
  const bool known = now && then && begin(*now) && begin(*then);
  const bool ahead = known && outlook_ && begin(*now)->year > begin(*then)->year + 1;
  if (ahead || (known && *begin(*now) < *begin(*then))) {
    kept_->last_date_sentence = standing.last_date_sentence;
    standing = *kept_;
  }
  kept_.reset();
}

}  // namespace msmt
